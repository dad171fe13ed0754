"""What asks a person: the rules that hold page, file and article against one another.

Each rule is a plain function from the witnesses to a finding or None; ``observe`` runs them all.
Adding a rule means adding one function to ``RULES`` and one kind to ``FlagKind``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from media.credit import about
from media.types import CreditLine, Evidence, Finding, FlagKind, NamedSource, Origin, Party, Role

__all__ = ["EMBEDDED_FIELDS", "RULES", "Witnesses", "evidence_digest", "observe"]

EMBEDDED_FIELDS = ("credit_line", "source", "creator", "copyright_notice", "instructions")
"""The fields of a file's metadata that can name who made or released a picture."""

_CHAIN_FIELDS = ("credit_line", "source", "creator")
_PASSED_ON = (Role.DISTRIBUTOR, Role.POOL, Role.LICENCE)


@dataclass(frozen=True, slots=True)
class Witnesses:
    """All that is known of one picture on one page, or of a photo without a page.

    ``printed`` is the page's credit line read as a chain, None where the page prints none;
    ``embedded`` the file's own fields read the same way; ``sources`` the article's sources, each
    with the chain its name gives.
    """

    on_a_page: bool
    printed: CreditLine | None = None
    embedded: Mapping[str, CreditLine] = field(default_factory=dict)
    sources: tuple[tuple[NamedSource, CreditLine], ...] = ()


def observe(witnesses: Witnesses) -> tuple[Finding, ...]:
    """Every finding on one picture, in the order of ``RULES``."""
    return tuple(found for rule in RULES if (found := rule(witnesses)) is not None)


def evidence_digest(finding: Finding) -> str:
    """SHA-256 of what was read and where, so that other wording is not new evidence."""
    lines = sorted(f"{e.where}\x1f{e.quote}\x1f{e.outlet or ''}" for e in finding.evidence)
    return sha256("\x1e".join([finding.kind, *lines]).encode("utf-8", "surrogatepass")).hexdigest()


def state_media(witnesses: Witnesses) -> Finding | None:
    """State media in the printed line, in the file, or as the source of an uncredited picture."""
    evidence = [
        *_state_parties("printed.credit_line", witnesses.printed),
        *(
            found
            for name, line in witnesses.embedded.items()
            for found in _state_parties(f"read.{name}", line)
        ),
    ]
    evidence += _article_sources(witnesses, frozenset(e.outlet for e in evidence if e.outlet))
    if not evidence:
        return None
    evidence.sort(key=lambda e: -e.weight)
    origins = [line.origin for line in _lines(witnesses)]
    if Origin.STATE_MEDIA in origins or not origins:
        summary = f"Comes from state media: {_names(evidence)}"
    else:
        summary = f"Passed through state media: {_names(evidence)}"
    return Finding(FlagKind.STATE_MEDIA, summary, tuple(evidence))


def missing_credit(witnesses: Witnesses) -> Finding | None:
    """A page that prints no credit, or a photo whose file names nobody."""
    if witnesses.printed is not None and witnesses.printed.raw.strip():
        return None
    said = tuple(
        Evidence(
            f"read.{name}", line.raw, f"The file's {_in_words(name)} says “{line.raw}”", None, 0.5
        )
        for name, line in witnesses.embedded.items()
        if name != "instructions" and line.raw.strip()
    )
    if witnesses.on_a_page:
        nothing = Evidence("printed.credit_line", "", "The page prints no credit with the picture")
        return Finding(FlagKind.MISSING_CREDIT, "No credit is printed", (nothing, *said))
    if said:
        return None
    nothing = Evidence("read.credit_line", "", "The file names neither creator, credit nor source")
    return Finding(FlagKind.MISSING_CREDIT, "Nobody is credited", (nothing,))


def unknown_party(witnesses: Witnesses) -> Finding | None:
    """An organisation in the printed line that the registry does not know."""
    if witnesses.printed is None:
        return None
    unknown = [
        party
        for party in witnesses.printed.of_role(Role.AGENCY, Role.SOURCE, Role.DISTRIBUTOR)
        if party.outlet is None
    ]
    if not unknown:
        return None
    evidence = tuple(
        Evidence("printed.credit_line", party.name, f"{party.name} is not in the outlet registry")
        for party in unknown
    )
    names = ", ".join(dict.fromkeys(party.name for party in unknown))
    return Finding(FlagKind.UNKNOWN_PARTY, f"Not in the registry: {names}", evidence)


def credit_conflict(witnesses: Witnesses) -> Finding | None:
    """The printed chain and the file's chain name different origins or different creators.

    Chains are compared, not strings: AFP against AFP/Getty Images is no conflict.
    """
    printed = witnesses.printed
    if printed is None or not printed.parties:
        return None
    disputes = [
        Evidence(f"read.{name}", line.raw, dispute, None, 0.9)
        for name in _CHAIN_FIELDS
        if (line := witnesses.embedded.get(name)) is not None
        and (dispute := _dispute(printed, line, name, witnesses.embedded)) is not None
    ]
    if not disputes:
        return None
    page = Evidence("printed.credit_line", printed.raw, f"The page prints “{printed.raw}”")
    summary = "; ".join(dict.fromkeys(e.says for e in disputes))
    return Finding(FlagKind.CREDIT_CONFLICT, summary, (page, *disputes))


RULES: tuple[Callable[[Witnesses], Finding | None], ...] = (
    state_media,
    missing_credit,
    unknown_party,
    credit_conflict,
)


def _lines(witnesses: Witnesses) -> list[CreditLine]:
    lines = [*witnesses.embedded.values()]
    if witnesses.printed is not None:
        lines.append(witnesses.printed)
    return [line for line in lines if line.parties]


def _state_parties(where: str, line: CreditLine | None) -> Iterator[Evidence]:
    for party in line.parties if line is not None else ():
        if party.is_state_media:
            weight = 0.8 if party.role in _PASSED_ON else 1.0
            yield Evidence(where, party.name, _says(party), party.outlet, weight)


def _says(party: Party) -> str:
    did = "; it passed the picture on" if party.role in _PASSED_ON else ""
    return about(party) + did


def _article_sources(witnesses: Witnesses, named: frozenset[str]) -> Iterator[Evidence]:
    # An article may quote state media and still print somebody else's picture: its source line
    # supports what the credit says, and speaks alone only where no line names an outlet.
    outlet_known = any(p.outlet for line in _lines(witnesses) for p in line.parties)
    for source, line in witnesses.sources:
        for party in line.parties:
            if party.is_state_media and (party.outlet in named or not outlet_known):
                described = f", {source.description}" if source.description else ""
                yield Evidence(
                    "printed.sources",
                    f"{source.name}{described}",
                    f"The article names {source.name}{described} as its source",
                    party.outlet,
                    0.6,
                )


def _dispute(
    printed: CreditLine, line: CreditLine, field_name: str, embedded: Mapping[str, CreditLine]
) -> str | None:
    of_page, of_file = _outlets(printed), _outlets(line)
    state = [p for p in line.parties if p.is_state_media and p.outlet not in of_page]
    if state and not printed.state_media:
        return f"The file's {_in_words(field_name)} names {state[0].name}, the page does not"
    everywhere = frozenset().union(*(_outlets(other) for other in embedded.values()))
    if of_page and of_file and not of_page & everywhere:
        return f"The file's {_in_words(field_name)} says “{line.raw}”"
    makers, named = _creators(printed), _creators(line)
    if makers and named and not makers & named:
        return f"The file's {_in_words(field_name)} names another creator: {line.raw}"
    return None


def _outlets(line: CreditLine) -> frozenset[str]:
    return frozenset(p.outlet for p in line.parties if p.outlet)


def _creators(line: CreditLine) -> frozenset[str]:
    return frozenset(" ".join(p.name.casefold().split()) for p in line.of_role(Role.CREATOR))


def _names(evidence: list[Evidence]) -> str:
    """Each outlet once, under the name read first."""
    names: dict[str, str] = {}
    for found in evidence:
        name = found.quote.split(",")[0]
        names.setdefault(found.outlet or name, name)
    return ", ".join(names.values())


def _in_words(field_name: str) -> str:
    return field_name.replace("_", " ")
