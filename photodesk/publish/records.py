"""One usage as publishing receives it: the columns of the public interface, in their order."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from db.search import ExportSource
from media.credit import strip_label
from media.policy import Policy
from media.rights import judge
from media.types import Control, CreditLine, Party, Role, Verdict
from media.wording import LANGUAGES, PrintedCredit, render

__all__ = ["COLUMNS", "Record", "record_of"]


@dataclass(frozen=True, slots=True)
class Record:
    """The line to print for one usage, and what stands behind it."""

    article_url: str
    article_title: str | None
    published: str | None
    position: int
    photo: str | None
    file: str | None
    caption: str | None
    credit_line: str
    creator: str | None
    source: str | None
    distributor: str | None
    outlet_country: str | None
    state_media: bool
    label: str | None
    licence: str | None
    licence_url: str | None
    verdict: Verdict
    reasons: tuple[str, ...]
    valid_until: str | None
    alt_text: str | None

    def as_json(self) -> dict[str, Any]:
        """The record with the types of JSON."""
        return asdict(self) | {"verdict": str(self.verdict), "reasons": list(self.reasons)}


COLUMNS = tuple(field.name for field in fields(Record))


def record_of(
    source: ExportSource, day: date, language: str | None, style: str, policy: Policy
) -> Record:
    """Judge a usage on a day and word its credit line.

    ``language`` None takes the article's own where photodesk has words for it, else English.
    """
    judgement = judge(source.facts, day)
    credit = source.credit
    worded = _worded(source, language, style, policy)
    origin = _origin_party(credit)
    licence = next(iter(source.facts.licences), None)
    return Record(
        article_url=source.address,
        article_title=source.headline,
        published=source.published,
        position=source.position,
        photo=source.sha256,
        file=source.file_name,
        caption=source.caption,
        credit_line=worded.line,
        creator=_names(credit, Role.CREATOR),
        source=origin.name if origin is not None else None,
        distributor=_names(credit, Role.DISTRIBUTOR),
        outlet_country=origin.country if origin is not None else None,
        state_media=source.marked and credit is not None and credit.state_media,
        label=worded.label,
        licence=(licence.identifier or licence.declared) if licence is not None else None,
        licence_url=licence.url if licence is not None else None,
        verdict=judgement.verdict,
        reasons=tuple(reason.says for reason in judgement.reasons),
        valid_until=judgement.valid_until.isoformat() if judgement.valid_until else None,
        alt_text=source.alt_text,
    )


def _worded(
    source: ExportSource, language: str | None, style: str, policy: Policy
) -> PrintedCredit:
    if source.credit is None:
        return PrintedCredit("", None)
    own = (source.language or "").partition("-")[0]
    return render(
        source.credit,
        strip_label(source.credit.raw),
        policy=policy,
        language=language or (own if own in LANGUAGES else "en"),
        style=style,
        confirmed=source.chain_confirmed,
        marked=source.marked,
    )


def _origin_party(credit: CreditLine | None) -> Party | None:
    """The organisation that made or first released it; a bare word such as Handout names nobody."""
    if credit is None:
        return None
    ranked = (Role.AGENCY, Role.SOURCE, Role.HANDOUT, Role.POOL)
    parties = [party for role in ranked for party in credit.of_role(role)]
    named = [p for p in parties if p.outlet is not None or p.control is not Control.UNKNOWN]
    return next(iter([*named, *parties]), None)


def _names(credit: CreditLine | None, role: Role) -> str | None:
    parties = credit.of_role(role) if credit is not None else ()
    return ", ".join(dict.fromkeys(party.name for party in parties)) or None
