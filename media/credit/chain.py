"""A printed credit line read as a chain: clean, tokens, parties, roles, explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from media.credit.explain import reasons_for
from media.credit.labels import glued_label
from media.credit.parties import named_parties
from media.credit.roles import Cast, cast
from media.credit.sorts import Named, Sort
from media.credit.tokens import tokenize
from media.licences import licence_identifier
from media.origin import origin_of
from media.outlets.folding import Folded, fold, key_of
from media.outlets.registry import Registry
from media.policy import Policy, house_policy
from media.types import Control, CreditLine, Party, Role, Span

__all__ = ["parse"]

_CONTROL_OF_SORT = {
    Sort.STATE: Control.GOVERNMENT,
    Sort.PUBLIC: Control.INDEPENDENT_PUBLIC,
    Sort.PRIVATE: Control.INDEPENDENT,
}
_LICENCE_SIGN = re.compile(
    "|".join(map(key_of, ("cc", "creative", "public", "dom", "gemein", "достоян", "надбан")))
)
_LONGEST = 1000
_LIMIT = 10_000
_OVERLAP = 100
_BEYOND = 0.1
_SKIPPED = dict.fromkeys(map(ord, " .-'"))


def parse(
    line: str,
    registry: Registry,
    *,
    day: date | None = None,
    language: str | None = None,
    policy: Policy | None = None,
) -> CreditLine:
    """Read any text as a credit line; never raises, takes time in proportion to its length.

    ``day`` is the day the picture was taken or printed, as control classes change; ``language``
    (BCP 47) helps where an abbreviation belongs to several outlets. ``policy`` says which control
    classes count as state media; without one the default does.
    """
    policy = policy or house_policy()
    parties: list[Party] = []
    bare: set[int] = set()
    notes: list[str] = []
    may_be_licensed = False
    for start, end in _pieces(line[:_LIMIT]):
        folded = fold(line[start:end])
        if (glued := glued_label(folded)) > 0:
            start += glued
            folded = fold(line[start:end])
        may_be_licensed = may_be_licensed or bool(_LICENCE_SIGN.search(folded.key))
        candidates = registry.matcher.candidates(folded)
        tokens = tokenize(folded, candidates)
        named = named_parties(folded, tokens, candidates, language)
        for part in _once(folded, [part for chain in _chains(named) for part in cast(chain)]):
            if part.named.sort is Sort.HANDOUT:
                bare.add(len(parties))
            parties.append(_party(folded, part, day, start, policy))
            if part.named.position:
                notes.append(f"{part.named.position}: {parties[-1].name}")
        notes.extend(folded.raw[slice(*folded.raw_span(*note))] for note in tokens.notes)
    if len(line) > _LIMIT:
        known = {party.outlet for party in parties}
        parties.extend(
            p for p in _named_beyond(line, registry, day, language, policy) if p.outlet not in known
        )
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


def _named_beyond(
    line: str, registry: Registry, day: date | None, language: str | None, policy: Policy
) -> Iterator[Party]:
    """The outlets, each once, that a text names beyond the length of any credit line.

    Such a text has no chain to be read; but no state outlet may hide in its depth.
    """
    seen: set[str] = set()
    begin = _LIMIT - _OVERLAP
    for match in registry.match(line[begin:], language=language):
        if match.outlet.id not in seen:
            seen.add(match.outlet.id)
            start, end = match.span.start + begin, match.span.end + begin
            yield Party(
                name=line[start:end],
                role=Role.DISTRIBUTOR,
                span=Span(start, end),
                certainty=_BEYOND,
                outlet=match.outlet.id,
                canonical=match.outlet.name,
                control=match.outlet.control_on(day),
                country=match.outlet.country,
                state_media=match.outlet.control_on(day) in policy.state_media,
            )


def _chains(named: list[Named]) -> list[list[Named]]:
    """The parties by the picture that they belong to: a line may credit two, left and right."""
    chains: list[list[Named]] = [[]]
    for party in named:
        if party.opens:
            chains.append([])
        chains[-1].append(party)
    return chains


def _once(folded: Folded, casting: list[Cast]) -> list[Cast]:
    """The parties without those that a credit printed twice names again."""
    seen: set[str] = set()
    out = []
    for part in casting:
        name = folded.key[part.named.start : part.named.end].translate(_SKIPPED)
        if name and name not in seen:
            seen.add(name)
            out.append(part)
    return out


def _party(folded: Folded, part: Cast, day: date | None, shift: int, policy: Policy) -> Party:
    named = part.named
    start, end = folded.raw_span(named.start, named.end)
    outlet = named.outlet
    control = outlet.control_on(day) if outlet else _control_by_name(named)
    return Party(
        name=folded.raw[start:end],
        role=part.role,
        span=Span(shift + start, shift + end),
        certainty=part.certainty,
        outlet=outlet.id if outlet else None,
        canonical=outlet.name if outlet else None,
        control=control,
        country=outlet.country if outlet else None,
        stated=part.stated,
        state_media=control in policy.state_media,
    )


def _control_by_name(named: Named) -> Control:
    return _CONTROL_OF_SORT.get(named.sort, Control.UNKNOWN)
