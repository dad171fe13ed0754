"""Outlets found in text: one automaton over every alias, and the rules that an alias may carry.

A name in running text is more than its letters: ``MAP`` is an agency only where it stands alone,
in capitals and near Morocco. Each alias says by its rule how much it needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import ahocorasick
from babel.core import get_global

from media.outlets.disguises import Disguises
from media.outlets.folding import Folded, fold, key_of, scripts_of
from media.types import Span

if TYPE_CHECKING:
    from media.outlets.registry import Alias, Outlet

__all__ = ["Candidate", "Match", "Matcher", "choose", "countries_of", "parts"]

_ENDINGS = frozenset(
    key_of(e) for e in ("а", "у", "ом", "ем", "е", "і", "ю", "я", "и", "ы", "й", "ов", "ами")
)
_SEGMENT_ENDS = frozenset('/|,;()[]=+&:\n•"')
_SHORT = 5
# What these names mean before these words is something else.
_NOT_BEFORE = {
    "RT": ("@",),
    "SPUTNIK": ("V ", "V.", "V-", "VACC", "SATELL", "LIGHT", "CRIS", "1 ", "1,", "2 ", "2,", "3 "),
    "CCTV": ("FOOTAGE", "CAM", "IMAGE", "STILL", "VIDEO", "SCREEN"),
    "MAP": (":", "DATA", "BY ", "OF "),
}
_LABEL_ENDS = (":", "=", "©")
_INITIALS = 4
_ALPHABETS = "\u0530"
_CHAINED = re.compile(r"/| VIA ")


@dataclass(frozen=True, slots=True)
class Match:
    """An outlet named in a text, with its range in the raw text and the alias that gave it."""

    span: Span
    outlet: Outlet
    alias: Alias


@dataclass(frozen=True, slots=True)
class Candidate:
    """Aliases that share one spelling, at one place of a folded text."""

    start: int
    end: int
    entries: tuple[tuple[Outlet, Alias], ...]
    disguised: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether some alias here needs neither a segment of its own nor a context."""
        return self.disguised or any(
            alias.rule in (None, "upper", "exact") for _, alias in self.entries
        )


class Matcher:
    """Every alias and domain of a set of outlets in one automaton."""

    __slots__ = ("_automaton", "_disguises")

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        table: dict[str, list[tuple[Outlet, Alias]]] = {}
        for outlet in outlets:
            for alias in outlet.spellings():
                key = fold(alias.name).key.strip()
                entries = table.setdefault(key, [])
                if key and not any(known is outlet for known, _ in entries):
                    entries.append((outlet, alias))
        for key in [key for key in table if _joins_outlets(key, table)]:
            del table[key]
        automaton: Any = ahocorasick.Automaton()
        for key, entries in table.items():
            if key:
                plain = all(alias.name.isascii() for _, alias in entries)
                automaton.add_word(key, (len(key), tuple(entries), plain))
        if len(automaton):
            automaton.make_automaton()
        self._automaton = automaton
        self._disguises = Disguises(table)

    def candidates(self, folded: Folded) -> list[Candidate]:
        """Every spelling that stands at word boundaries, longest first, none overlapping.

        A longer name always wins over a shorter one inside it, whatever their rules: ``Novaya
        Gazeta Europe`` is never ``Novaya Gazeta``.
        """
        key = folded.key
        if not len(self._automaton):
            return []
        found: list[Candidate] = []
        plain_line = folded.raw.isascii()
        for last, (size, entries, plain) in self._automaton.iter(key):
            start, end = last + 1 - size, last + 1
            if start and key[start - 1] < _ALPHABETS and key[start - 1].isalnum():
                if key[start] < _ALPHABETS and key[start].isalnum():
                    continue
            elif start and not parts(key[start - 1], key[start]):
                continue
            if end < len(key) and not parts(key[end - 1], key[end]):
                end = _declined(key, end, size)
                if not end:
                    continue
            barred = _NOT_BEFORE.get(key[start:end])
            if barred and f"{key[end : end + 12]} ".lstrip().startswith(barred):
                continue
            if plain_line and plain:
                found.append(Candidate(start, end, entries))
            elif spelled := tuple(e for e in entries if _is_spelled(folded, start, end, e[1])):
                found.append(Candidate(start, end, spelled))
        for start, end, entries in self._disguises.find(folded):
            found.append(Candidate(start, end, entries, disguised=True))
        if len(found) < 2:
            return found
        return _without_overlaps(found)

    def match(
        self, text: str, *, language: str | None = None, countries: Iterable[str] = ()
    ) -> tuple[Match, ...]:
        """The outlets a text names, in its order; what lies between separators is a segment."""
        folded = fold(text)
        found = self.candidates(folded)
        certain = [c for c in found if c.is_certain]
        context = countries_of(language) | frozenset(countries)
        context |= {outlet.country for c in certain for outlet, _ in c.entries}
        matches = []
        for candidate in found:
            whole = _is_whole(folded.text, candidate.start, candidate.end)
            if chosen := choose(candidate, folded, whole=whole, countries=context):
                begin, end = folded.raw_span(candidate.start, candidate.end)
                matches.append(Match(Span(begin, end), *chosen))
        return tuple(matches)


def _joins_outlets(key: str, table: Mapping[str, list[tuple[Outlet, Alias]]]) -> bool:
    """Whether a spelling is a chain of two outlets (``PA Images via Getty Images``), no name."""
    names = [name.strip() for name in _CHAINED.split(key)]
    if len(names) < 2 or not all(name in table for name in names):
        return False
    owners = [{outlet.id for outlet, _ in table[name]} for name in names]
    return not set.intersection(*owners)


def choose(
    candidate: Candidate, folded: Folded, *, whole: bool, countries: Iterable[str] = ()
) -> tuple[Outlet, Alias] | None:
    """The one outlet that a candidate stands for where it stands, or None.

    ``whole``: it is a segment of its own; ``countries``: what the line otherwise points to.
    """
    text = folded.text[candidate.start : candidate.end]
    if candidate.disguised:
        text = text.upper()
    framed = whole and _is_framed(folded.text, candidate.start, len(text))
    allowed = [e for e in candidate.entries if _rule_holds(e, text, whole, framed, countries)]
    if len(allowed) > 1:
        near = [e for e in allowed if e[0].country in countries]
        plain = [e for e in allowed if e[1].rule is None]
        allowed = near or plain or allowed
    return allowed[0] if allowed else None


def _rule_holds(
    entry: tuple[Outlet, Alias], text: str, whole: bool, framed: bool, countries: Iterable[str]
) -> bool:
    outlet, alias = entry
    in_capitals = text == text.upper() or text == alias.name
    # A name that is a word of some language (Mehr) needs its capital even there.
    framed = framed and (text != text.lower() or alias.name.isupper())
    match alias.rule:
        case None:
            return True
        case "exact":
            return text == alias.name
        case "upper":
            return in_capitals or whole
        case "segment":
            return whole and (framed or in_capitals or len(text) > _SHORT or _is_odd(text))
        case _:
            spelled = in_capitals or framed or _is_odd(text)
            return whole and spelled and outlet.country in countries


def _is_odd(text: str) -> bool:
    """Whether capitals stand where no word has them: ``tAsS``."""
    return text not in (text.lower(), text.upper(), text.capitalize())


def _is_framed(text: str, start: int, size: int) -> bool:
    """Whether a label before a name, or a slash before one of four letters, makes it a credit.

    Three small letters behind a slash are the initials of an editor.
    """
    before = text[max(0, start - 4) : start].rstrip(" ")
    return before.endswith(_LABEL_ENDS) or (size >= _INITIALS and before.endswith(("/", "|")))


def _without_overlaps(found: list[Candidate]) -> list[Candidate]:
    found.sort(key=lambda c: (c.start, -c.end))
    kept: list[Candidate] = []
    for candidate in found:
        if kept and candidate.start < kept[-1].end:
            if candidate.end - candidate.start > kept[-1].end - kept[-1].start:
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return kept


def parts(before: str, after: str) -> bool:
    """Whether a word may end between two letters; scripts without blanks part everywhere."""
    if before < "\u0530" and after < "\u0530":
        return not (before.isalnum() and after.isalnum())
    if not (_in_word(before) and _in_word(after)):
        return True
    return _runs_on(before) or _runs_on(after) or before < "\u0530" or after < "\u0530"


def _in_word(char: str) -> bool:
    return char.isalnum() or (char > "\u0900" and unicodedata.category(char)[0] == "M")


def _runs_on(char: str) -> bool:
    return (
        "\u3040" <= char < "\ua000"
        or "\u0e00" <= char < "\u0f00"
        or "\u1000" <= char < "\u10a0"
        or "\u1780" <= char < "\u1800"
    )


def _declined(key: str, end: int, size: int) -> int:
    """The end of a long Cyrillic or Hangul word with its ending or particle, else 0."""
    if size < _SHORT and not "\uac00" <= key[end - 1] < "\ud7b0":
        return 0
    stop = end
    while stop < len(key) and stop - end < 4 and _in_word(key[stop]):
        stop += 1
    tail = key[end:stop]
    if "\uac00" <= key[end - 1] < "\ud7b0":
        return end if size > 2 and len(tail) < 4 else 0
    return stop if tail in _ENDINGS and "Cyrl" in scripts_of(key[end - size : stop]) else 0


def _is_spelled(folded: Folded, start: int, end: int, alias: Alias) -> bool:
    """Whether letters that look right are right, or were mixed from scripts to look so."""
    text = folded.text[start:end]
    if text.isascii() and alias.name.isascii():
        return True
    scripts, own = scripts_of(text), scripts_of(alias.name)
    if len(scripts) != 1 or scripts <= own or not own:
        return True
    # Every letter is from another script (ЕРА for EPA): believed only in capitals, alone.
    return text == text.upper() and _is_whole(folded.text, start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = (
        text[max(0, start - 200) : start].rstrip(" "),
        text[end : end + 200].lstrip(" ."),
    )
    return (not before or before[-1] in _SEGMENT_ENDS) and (not after or after[0] in _SEGMENT_ENDS)


@cache
def countries_of(language: str | None) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) where a language is official (CLDR), empty if unknown."""
    code = (language or "").replace("_", "-").split("-")[0].lower()
    if not code:
        return frozenset()
    return frozenset(
        territory
        for territory, languages in get_global("territory_languages").items()
        if languages.get(code, {}).get("official_status")
    )
