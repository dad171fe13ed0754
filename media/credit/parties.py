"""The segments of a line read as parties: who or what each one names, before any role."""

from __future__ import annotations

import re

from media.credit.reading import Reader
from media.credit.sorts import Named, Sort
from media.credit.tokens import Segment, Tokens
from media.credit.vocabulary import Kind
from media.outlets.folding import Folded
from media.outlets.matching import Candidate, countries_of

__all__ = ["named_parties"]

_MOST_OUTLETS = 8
_DISTRICT = re.compile(
    r"(?:EASTERN|WESTERN|NORTHERN|SOUTHERN|CENTRAL|MIDDLE)? ?(?:DISTRICT|DIVISION|REGION|BRANCH)\b"
)


def named_parties(
    folded: Folded, tokens: Tokens, candidates: list[Candidate], language: str | None
) -> list[Named]:
    """Everything the segments name, in the order of the line."""
    countries = set(countries_of(language or tokens.language))
    for candidate in candidates:
        if candidate.is_certain and len(candidate.entries) == 1:
            countries.add(candidate.entries[0][0].country)
    reader = Reader(folded, frozenset(countries))
    at = 0
    out: list[Named] = []
    for segment in tokens.segments:
        while at < len(candidates) and candidates[at].end <= segment.start:
            at += 1
        inside, i = [], at
        while i < len(candidates) and candidates[i].start < segment.end:
            if candidates[i].start >= segment.start and candidates[i].end <= segment.end:
                inside.append(candidates[i])
            i += 1
        if len(inside) > _MOST_OUTLETS:  # no credit, but a text made to cost time
            found = [n for c in inside for n in reader.read(_part(segment, c), [c])]
        else:
            found = reader.read(segment, inside)
        if out and Kind.GIVEN in segment.said and out[-1].sort is Sort.LICENCE:
            out.pop()  # "archive footage provided by": said of the picture, no party
        if found and len(out) == 1 and _is_label(out[0], found[0]):
            out.pop()
        if found and out and _continues(folded, out[-1], found[0]):
            out[-1].end = found[0].end
            found = found[1:]
        if found and out and _expands(folded, out[-1], found[0]):
            out[-1].end = min(found[0].end + 1, len(folded.text))
            found = found[1:]
        out.extend(found)
    out.extend(Named(s, e, Sort.LICENCE, " ", frozenset()) for s, e in tokens.notes)
    return out


def _part(segment: Segment, candidate: Candidate) -> Segment:
    return Segment(candidate.start, candidate.end, segment.before, segment.said)


def _is_label(named: Named, following: Named) -> bool:
    """Whether an unknown word before a colon is but a label in a language unknown to us."""
    return named.sort is Sort.UNKNOWN and named.outlet is None and following.before.startswith(":")


def _continues(folded: Folded, named: Named, following: Named) -> bool:
    """Whether a comma belongs to the name: U.S. District Court, Eastern District of New York."""
    return (
        following.before == ","
        and named.sort is Sort.STATE
        and following.outlet is None
        and _DISTRICT.match(folded.key, following.start) is not None
    )


def _expands(folded: Folded, named: Named, bracketed: Named) -> bool:
    """Whether a bracket spells out the name before it, or gives its initials."""
    if folded.text[named.end : bracketed.start] not in (" (", "("):
        return False
    if folded.text[bracketed.end : bracketed.end + 1] != ")":
        return False
    if named.outlet is not None:
        return bracketed.outlet is named.outlet
    short = folded.key[bracketed.start : bracketed.end]
    initials = "".join(word[0] for word in folded.key[named.start : named.end].split())
    return len(short) > 1 and short.isalpha() and short in initials
