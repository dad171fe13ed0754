"""The vocabulary as an automaton: every known word of a folded line, with what it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from media.credit.vocabulary import ORGANISED, WORDS, Kind
from media.outlets.folding import Folded, fold
from media.outlets.matching import parts

__all__ = ["Word", "words_of"]

_ACRONYM = 4
_ALPHABETS = "\u0530"
_WRITTEN_SMALL = frozenset(
    ("Co", "Inc", "Ltd", "Oy", "Pty", "Gov", "Jsc", "zoo", "Zoo", "Fox", "Lab")
)


@dataclass(slots=True)
class Word:
    """A word of the vocabulary at ``key[start:end]`` of a folded line."""

    start: int
    end: int
    kinds: frozenset[Kind]


@cache
def _automaton() -> Any:
    table: dict[str, dict[tuple[bool, bool], set[Kind]]] = {}
    for kind, forms in WORDS.items():
        for form in forms:
            free_start, free_end = form.startswith("*"), form.endswith("*")
            key = fold(form.strip("*")).key.strip()
            table.setdefault(key, {}).setdefault((free_start, free_end), set()).add(kind)
    automaton: Any = ahocorasick.Automaton()
    for key, ways in table.items():
        automaton.add_word(
            key,
            (
                len(key),
                ways.keys() == {(False, False)},
                tuple(_way(key, *way, kinds) for way, kinds in ways.items()),
            ),
        )
    automaton.make_automaton()
    return automaton


def _way(
    key: str, free_start: bool, free_end: bool, kinds: set[Kind]
) -> tuple[bool, bool, frozenset[Kind], bool]:
    return free_start, free_end, frozenset(kinds), len(key) < _ACRONYM and kinds <= ORGANISED


def words_of(folded: Folded) -> list[Word]:
    """The words of a line in its order; of words inside one another only the longest."""
    key = folded.key
    size = len(key)
    found: list[Word] = []
    for last, (length, only_whole, ways) in _automaton().iter(key):
        start, end = last + 1 - length, last + 1
        if only_whole:
            # Most hits lie inside longer words of alphabets: thrown out without a call.
            if end < size and _goes_on(key[last]) and _goes_on(key[end]):
                continue
            if start and _goes_on(key[start - 1]) and _goes_on(key[start]):
                continue
        left = not start or parts(key[start - 1], key[start])
        right = end == size or parts(key[last], key[end])
        for free_start, free_end, kinds, abbreviation in ways:
            if (left or free_start) and (right or free_end):
                if abbreviation and not _is_acronym(folded, start, end):
                    continue
                found.append(Word(start, end, kinds))
    if len(found) > 1:
        found.sort(key=_longest_first)
        kept = [found[0]]
        for word in found[1:]:
            before = kept[-1]
            if word.start == before.start and word.end == before.end:
                before.kinds |= word.kinds
            elif word.end > before.end and word.start >= before.end:
                kept.append(word)
        return kept
    return found


def _goes_on(char: str) -> bool:
    return char < _ALPHABETS and char.isalnum()


def _is_acronym(folded: Folded, start: int, end: int) -> bool:
    """Whether so short a word is an abbreviation here: UN, not the Un of a Korean name."""
    text = folded.text[start:end]
    if text.upper() == text.lower() or text in _WRITTEN_SMALL:
        return True
    return text == text.upper() and (not start or " " not in folded.text[:start] or text != "UN")


def _longest_first(word: Word) -> tuple[int, int]:
    return word.start, -word.end
