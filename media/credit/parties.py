"""The segments of a line read as parties: who or what each one names, before any role."""

from __future__ import annotations

import re

from media.credit.names import looks_like_surname
from media.credit.reading import Reader
from media.credit.sorts import Named, Sort
from media.credit.tokens import Segment, Tokens
from media.credit.vocabulary import POSITIONS, Kind
from media.outlets.folding import Folded
from media.outlets.matching import Candidate, countries_of

__all__ = ["named_parties"]

_MOST_OUTLETS = 8
_PLACE_WORDS = 3
_KNOWN_MAKERS = frozenset((Sort.PERSON, Sort.POOL, Sort.HANDOUT))
_LINKS = frozenset("/|-,(\u2014")
_GIVEN = frozenset((Kind.GIVEN, Kind.GIVES, Kind.VIA, Kind.VIA_AFTER))
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
    position = ""
    for segment in tokens.segments:
        if folded.text[segment.start : segment.end].casefold() in POSITIONS:
            where = folded.text[segment.start : segment.end]
            if folded.text[segment.end : segment.end + 1] == ":" or not out:
                position = where
            else:
                out[-1].position = where
            continue
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
        if position and found:
            found[0].position, found[0].opens, position = position, bool(out), ""
        elif found and found[0].before.startswith(";") and found[0].sort is Sort.PERSON:
            found[0].opens = any(named.outlet is not None for named in out)
        if out and Kind.GIVEN in segment.said and out[-1].sort is Sort.LICENCE:
            out.pop()  # "archive footage provided by": said of the picture, no party
        if found and len(out) == 1 and _is_label(out[0], found[0]):
            out.pop()
        if found and out and _is_place(folded, out[-1], found, segment is tokens.segments[-1]):
            out[-1].end = found[0].end
            found = []
        if found and out and _continues(folded, out[-1], found[0]):
            out[-1].end = found[0].end
            found = found[1:]
        if found and out and _expands(folded, out[-1], found[0]):
            out[-1].end = min(found[0].end + 1, len(folded.text))
            found = found[1:]
        out.extend(found)
    _recognise_handles(folded, out)
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


def _is_place(folded: Folded, named: Named, found: list[Named], is_last: bool) -> bool:
    """Whether a last comma only says where the giver is: Courtesy of the Museum, Port Alder."""
    return (
        is_last
        and len(found) == 1
        and found[0].before == ","
        and found[0].outlet is None
        and not found[0].said
        and found[0].sort in (Sort.PERSON, Sort.UNKNOWN)
        and named.sort.gives_out
        and Kind.GIVEN in named.said
        and len(folded.text[found[0].start : found[0].end].split()) <= _PLACE_WORDS
    )


def _recognise_handles(folded: Folded, parties: list[Named]) -> None:
    """One unknown word beside a picture house is its photographer: ``handle/stock.example``."""
    if len(parties) < 2 or any(named.sort in _KNOWN_MAKERS for named in parties):
        return
    for index, named in enumerate(parties):
        if named.sort is not Sort.UNKNOWN or named.outlet is not None:
            continue
        name = folded.text[named.start : named.end]
        if " " in name or named.said & _GIVEN or name[:1] == "@":
            continue
        before = parties[index - 1] if index else None
        after = parties[index + 1] if index + 1 < len(parties) else None
        follows = before is not None and named.before[:1] in _LINKS and _sells_pictures(before)
        leads = (
            after is not None
            and after.before[:1] in _LINKS
            and not after.said & _GIVEN
            and (_sells_pictures(after) or _is_wire_behind(after, name))
        )
        if follows or leads:
            named.sort = Sort.PERSON
            return


def _is_wire_behind(named: Named, name: str) -> bool:
    """Whether a surname alone stands before a news agency: ``Example, AP``."""
    return named.outlet is not None and named.sort is Sort.AGENCY and looks_like_surname(name)


def _sells_pictures(named: Named) -> bool:
    if named.outlet is not None:
        return named.outlet.kind == "stock"
    return named.sort is Sort.AGENCY


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
