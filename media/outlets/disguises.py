"""Names cut up by signs or mixed from scripts: seen where they fill a segment of their own.

A name in two scripts, or with dots and hyphens among its letters, is no accident. Its segment is
compared as a whole with the names of the registry, both without blanks and signs; in mixed scripts
letters that could stand for one another (``υ`` for u or y, ``ν`` for v or n) count as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from media.outlets.folding import Folded

if TYPE_CHECKING:
    from media.outlets.registry import Alias, Outlet

__all__ = ["Disguises"]


_SIGNS = " .-_'*•~^\""
_STRIPPED = dict.fromkeys(map(ord, _SIGNS))
_BLURRED = str.maketrans("VYNHΠПΥΝΗШΩГΓ", "UUUUUUUUUWWRR")
_LATIN, _OTHER = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]", "[\u0370-\u052f]"
_LETTER = r"(?:[^\W\d_]|[\u0591-\u10ff])"
_SUSPICIOUS = re.compile(
    rf"{_LETTER}[.\-_'*•~^\"]+{_LETTER}|(?:\S ){{3}}\S(?!\S\S)"
    r"|(?<!\S)[^\x00-\x7f] [^\x00-\x7f](?!\S)"
    rf"|{_LATIN}{_OTHER}|{_OTHER}{_LATIN}"
)
_CUT = re.compile(r"[A-Za-z][.\-_'*~^\"]+[A-Za-z]")
_MIXED = re.compile(rf"{_LATIN}[\w.\-•]*{_OTHER}|{_OTHER}[\w.\-•]*{_LATIN}")
_SEGMENT = re.compile(r"[^/|,;()\[\]=&:\n©<>{}]+")
_INITIAL = re.compile(r"[^\W\d_]\. ?[^\W\d_]{2,}")
_CUTS = re.compile(r"[ .\-_'*•~^\"]+")
_SHORT, _LONG, _PIECE = 4, 8, 3
_LONGEST = 80


class Disguises:
    """The names of the registry without blanks and signs, for whole segments."""

    __slots__ = ("_blurred", "_plain")

    def __init__(self, table: Mapping[str, list[tuple[Outlet, Alias]]]) -> None:
        self._plain: dict[str, tuple[tuple[Outlet, Alias], ...]] = {}
        self._blurred: dict[str, tuple[tuple[Outlet, Alias], ...]] = {}
        for key, entries in table.items():
            bare = key.translate(_STRIPPED)
            if len(bare) > 1:
                self._plain[bare] = (*self._plain.get(bare, ()), *entries)
                blurred = bare.translate(_BLURRED)
                self._blurred[blurred] = (*self._blurred.get(blurred, ()), *entries)

    def find(self, folded: Folded) -> Iterator[tuple[int, int, tuple[tuple[Outlet, Alias], ...]]]:
        """The ranges of segments that are a name in disguise, with the outlets it may mean."""
        if not folded.closed_up:
            suspicious = _CUT if folded.raw.isascii() else _SUSPICIOUS
            if not suspicious.search(folded.text):
                return
        for segment in _SEGMENT.finditer(folded.key):
            start, end = segment.span()
            while start < end and folded.key[start] in _SIGNS:
                start += 1
            while start < end and folded.key[end - 1] in _SIGNS:
                end -= 1
            if not 1 < end - start <= _LONGEST:
                continue
            name = folded.key[start:end]
            bare = name.translate(_STRIPPED)
            if _MIXED.search(folded.text, start, end):
                entries = self._plain.get(bare) or self._blurred.get(bare.translate(_BLURRED))
            elif _is_cut_up(folded.text[start:end], bare):
                entries = self._plain.get(bare)
            else:
                continue
            if entries:
                yield start, end, entries


def _is_cut_up(text: str, bare: str) -> bool:
    """Whether signs stand in a name where nobody needs them; ``S. Ana`` is but an initial."""
    pieces = _CUTS.split(text)
    if len(pieces) == 1 or sum(len(piece) < _PIECE for piece in pieces) >= min(3, len(pieces)):
        return True
    if len(bare) < _SHORT:
        return " " not in text
    has_case = bare.lower() != bare
    if len(bare) >= (_LONG if has_case and "-" not in text else _SHORT + has_case * 2):
        return True
    return not _INITIAL.match(text) and " " not in text
