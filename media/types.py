"""The words of photodesk as frozen values and small enums.

Field names follow the IPTC Photo Metadata Standard 2025.1 where it has a name; control classes are
the seven types of the State Media Monitor and three of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

__all__ = [
    "Article",
    "Control",
    "CredentialState",
    "Credentials",
    "CreditLine",
    "Evidence",
    "Finding",
    "FlagKind",
    "Metadata",
    "NamedSource",
    "Origin",
    "Party",
    "Photo",
    "Pixels",
    "Role",
    "Span",
    "Usage",
    "Verdict",
]


class Role(StrEnum):
    """What a party of a credit line did for the picture."""

    CREATOR = "creator"
    AGENCY = "agency"
    SOURCE = "source"
    HANDOUT = "handout"
    DISTRIBUTOR = "distributor"
    POOL = "pool"
    LICENCE = "licence"


class Control(StrEnum):
    """Who controls an outlet: the seven types of the State Media Monitor, and three of ours."""

    STATE_CONTROLLED = "state_controlled"
    CAPTURED_PUBLIC = "captured_public"
    CAPTURED_PRIVATE = "captured_private"
    INDEPENDENT_STATE_FUNDED_MANAGED = "independent_state_funded_managed"
    INDEPENDENT_STATE_FUNDED = "independent_state_funded"
    INDEPENDENT_STATE_MANAGED = "independent_state_managed"
    INDEPENDENT_PUBLIC = "independent_public"
    INDEPENDENT = "independent"
    GOVERNMENT = "government"
    UNKNOWN = "unknown"

    @property
    def is_state_media(self) -> bool:
        """Whether the class counts as state media before the house widens its policy."""
        return self in (Control.STATE_CONTROLLED, Control.CAPTURED_PUBLIC)


class Origin(StrEnum):
    """The class of who made or first released a picture."""

    STATE_MEDIA = "state_media"
    GOVERNMENT = "government"
    PUBLIC = "public"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """Whether a picture may be printed; ``a | b`` is the stricter of two verdicts."""

    CLEAR = "clear"
    RESTRICTED = "restricted"
    REVIEW = "review"
    BLOCKED = "blocked"

    @property
    def may_be_printed(self) -> bool:
        return self in (Verdict.CLEAR, Verdict.RESTRICTED)

    def __or__(self, other: Verdict) -> Verdict:
        return max(self, other, key=list(Verdict).index)

    @staticmethod
    def strictest(verdicts: Iterable[Verdict]) -> Verdict:
        """The strictest of several verdicts; clear when there is none."""
        total = Verdict.CLEAR
        for verdict in verdicts:
            total = total | verdict
        return total


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in the raw line."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0, not {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Party:
    """One link of a credit line: a person, an organisation, or a word such as Handout or Pool.

    ``certainty`` (0 to 1) is how sure the role is. ``stated`` is true where the line itself says
    the role (``via Reuters``, ``Handout``), false where it was inferred from the order.
    ``state_media`` is what the policy of the house makes of ``control``; None is the default.
    """

    name: str
    role: Role
    span: Span
    certainty: float
    outlet: str | None = None
    canonical: str | None = None
    control: Control = Control.UNKNOWN
    country: str | None = None
    stated: bool = False
    state_media: bool | None = None

    @property
    def is_state_media(self) -> bool:
        """Whether the party counts as state media under the policy it was read with."""
        return self.control.is_state_media if self.state_media is None else self.state_media


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A printed credit line read as a chain; ``raw`` is never changed.

    ``notes`` keeps what agencies attach in words ("independent journalists were not given access").
    """

    raw: str
    parties: tuple[Party, ...] = ()
    origin: Origin = Origin.UNKNOWN
    state_media: bool = False
    licence: str | None = None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def of_role(self, *roles: Role) -> tuple[Party, ...]:
        """The parties with one of these roles, in the order of the line."""
        return tuple(party for party in self.parties if party.role in roles)


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source that an article names, with the words in which it describes it."""

    name: str
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """One picture at one position of one article, exactly as the page prints it.

    ``references`` are the addresses or paths of the picture's file as the page writes them, best
    first; empty where the page names a picture without holding it.
    """

    position: int
    caption: str | None = None
    credit_line: str | None = None
    alt_text: str | None = None
    licence: str | None = None
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A published piece as read from one page or manifest.

    ``address`` is the canonical URL, or a slug where the source gives no URL. ``published_at`` is
    ISO 8601 as exact as the page says; ``published`` its day.
    """

    address: str
    headline: str | None = None
    byline: str | None = None
    published: date | None = None
    published_at: str | None = None
    language: str | None = None
    sources: tuple[NamedSource, ...] = ()
    usages: tuple[Usage, ...] = ()
    problems: tuple[str, ...] = ()


_EMPTY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a picture file says about itself, in the names of the IPTC Photo Metadata Standard.

    Absent is None, lists are tuples, dates are ISO 8601 as exact as the file says. ``origin_of``
    names for each filled field the block it was read from (``iptc``, ``xmp`` or ``exif``);
    ``problems`` says in words what is damaged or contradictory; ``raw`` keeps every value as read,
    by block and tag, and is never edited.
    """

    date_created: str | None = None
    creator: tuple[str, ...] = ()
    credit_line: str | None = None
    source: str | None = None
    copyright_notice: str | None = None
    caption: str | None = None
    headline: str | None = None
    title: str | None = None
    keywords: tuple[str, ...] = ()
    instructions: str | None = None
    usage_terms: str | None = None
    web_statement: str | None = None
    licensor: str | None = None
    digital_source_type: str | None = None
    data_mining: str | None = None
    alt_text: str | None = None
    city: str | None = None
    country: str | None = None
    persons: tuple[str, ...] = ()
    camera: str | None = None
    gps: tuple[float, float] | None = None
    software: str | None = None
    origin_of: Mapping[str, str] = field(default_factory=lambda: _EMPTY)
    problems: tuple[str, ...] = ()
    raw: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


class CredentialState(StrEnum):
    """What checking a file's Content Credentials gave (C2PA 2.2, validation states).

    ``valid`` means intact and signed by somebody who is not on the trust list.
    """

    NONE = "none"
    REMOTE = "remote"
    UNREADABLE = "unreadable"
    INVALID = "invalid"
    VALID = "valid"
    TRUSTED = "trusted"


@dataclass(frozen=True, slots=True)
class Credentials:
    """The Content Credentials of a file; never a statement that a picture is genuine."""

    state: CredentialState = CredentialState.NONE
    code: str | None = None
    signer: str | None = None
    actions: tuple[str, ...] = ()
    ai_generated: bool = False
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pixels:
    """One decode of a picture: size in pixels as displayed, thumbnail, fingerprint, damage.

    ``thumbnail`` is a JPEG of at most 512 pixels on the long edge, upright. ``fingerprint`` is the
    256-bit PDQ hash as 64 hex digits. ``damage`` says what is broken; such a picture is catalogued
    as damaged with what could be read.
    """

    format: str
    width: int
    height: int
    thumbnail: bytes | None = None
    fingerprint: str | None = None
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """Everything read from the bytes of one picture file."""

    sha256: str
    size: int
    pixels: Pixels
    metadata: Metadata
    credentials: Credentials


class FlagKind(StrEnum):
    """What a person is asked to look at."""

    STATE_MEDIA = "state_media"
    MISSING_CREDIT = "missing_credit"
    UNKNOWN_PARTY = "unknown_party"
    CREDIT_CONFLICT = "credit_conflict"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe something: where it was read, the words read, and what follows.

    ``where`` is a stable place name such as ``printed.credit_line`` or ``read.copyright_notice``;
    ``weight`` (0 to 1) how much it counts.
    """

    where: str
    quote: str
    says: str
    outlet: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something observed that asks a person, with its evidence, strongest first."""

    kind: FlagKind
    summary: str
    evidence: tuple[Evidence, ...]
