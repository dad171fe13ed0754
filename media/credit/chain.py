"""A printed credit line read as a chain: clean, tokens, parties, roles, explanation."""

from __future__ import annotations

from datetime import date

from media.credit.explain import reasons_for
from media.credit.parties import named_parties
from media.credit.roles import Cast, cast
from media.credit.sorts import Named, Sort
from media.credit.tokens import tokenize
from media.licences import licence_identifier
from media.origin import origin_of
from media.outlets.folding import Folded, fold, key_of
from media.outlets.registry import Registry
from media.types import Control, CreditLine, Party, Span

__all__ = ["parse"]

_CONTROL_OF_SORT = {
    Sort.STATE: Control.GOVERNMENT,
    Sort.PUBLIC: Control.INDEPENDENT_PUBLIC,
    Sort.PRIVATE: Control.INDEPENDENT,
}
_LICENCE_SIGNS = tuple(
    key_of(sign)
    for sign in (
        "cc",
        "creative",
        "public",
        "domain",
        "domín",
        "domen",
        "gemein",
        "достоян",
        "надбан",
    )
)
_LONGEST = 1000


def parse(
    line: str, registry: Registry, *, day: date | None = None, language: str | None = None
) -> CreditLine:
    """Read any text as a credit line; never raises, takes time in proportion to its length.

    ``day`` is the day the picture was taken or printed, as control classes change; ``language``
    (BCP 47) helps where an abbreviation belongs to several outlets.
    """
    parties: list[Party] = []
    bare: set[int] = set()
    notes: list[str] = []
    may_be_licensed = False
    for start, end in _pieces(line):
        folded = fold(line[start:end])
        may_be_licensed = may_be_licensed or any(sign in folded.key for sign in _LICENCE_SIGNS)
        candidates = registry.matcher.candidates(folded)
        tokens = tokenize(folded, candidates)
        for part in _once(folded, cast(named_parties(folded, tokens, candidates, language))):
            if part.named.sort is Sort.HANDOUT:
                bare.add(len(parties))
            parties.append(_party(folded, part, day, start))
        notes.extend(folded.raw[slice(*folded.raw_span(*note))] for note in tokens.notes)
    origin = origin_of(parties, bare=frozenset(bare))
    return CreditLine(
        raw=line,
        parties=tuple(parties),
        origin=origin,
        state_media=any(party.is_state_media for party in parties),
        licence=licence_identifier(line) if may_be_licensed else None,
        reasons=reasons_for(parties, origin),
        notes=tuple(notes),
    )


def _pieces(line: str) -> list[tuple[int, int]]:
    """The ranges to read one by one: the line itself, or pieces of a text that is no line.

    Roles are weighed party against party, so an endless line is cut at blanks to stay linear.
    """
    if len(line) <= _LONGEST:
        return [(0, len(line))]
    pieces, start = [], 0
    while len(line) - start > _LONGEST:
        cut = max(
            line.rfind(" ", start, start + _LONGEST), line.rfind("\n", start, start + _LONGEST)
        )
        end = cut + 1 if cut > start else start + _LONGEST
        pieces.append((start, end))
        start = end
    return [*pieces, (start, len(line))]


def _once(folded: Folded, casting: list[Cast]) -> list[Cast]:
    """The parties without those that a credit printed twice names again."""
    seen: set[str] = set()
    out = []
    for part in casting:
        name = folded.key[part.named.start : part.named.end]
        if name and name not in seen:
            seen.add(name)
            out.append(part)
    return out


def _party(folded: Folded, part: Cast, day: date | None, shift: int) -> Party:
    named = part.named
    start, end = folded.raw_span(named.start, named.end)
    outlet = named.outlet
    return Party(
        name=folded.raw[start:end],
        role=part.role,
        span=Span(shift + start, shift + end),
        certainty=part.certainty,
        outlet=outlet.id if outlet else None,
        canonical=outlet.name if outlet else None,
        control=outlet.control_on(day) if outlet else _control_by_name(named),
        country=outlet.country if outlet else None,
        stated=part.stated,
    )


def _control_by_name(named: Named) -> Control:
    return _CONTROL_OF_SORT.get(named.sort, Control.UNKNOWN)
