"""Text made comparable: one form for every width, case, script trick and invisible character.

Two forms of equal length come out of ``fold``: ``text`` keeps case and script for the eye, ``key``
is upper case with look-alike letters of Cyrillic and Greek written as Latin (the idea of a
skeleton, Unicode UTS 39), so that one automaton finds a name however it is disguised.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Folded", "fold", "key_of", "scripts_of"]

_LOOK_ALIKES = dict(
    zip(
        "АВЕКМНОРСТУХІЈЅԚԜҒӀҺԀѴΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹᎪᏴᏟᎬᎻᎫᏦᏞᎷᎾᏢᏚᎢᏙᏃᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
        "ABEKMHOPCTYXIJSQWFIHDVABEZHIKMNOPTYXCABCEHJKLMOPSTVZABCDEGHIJKLMNOPRSTUVWYZ",
        strict=True,
    )
)
_LETTERS = {"Ø": "O", "Ł": "L", "Đ": "D", "Ħ": "H", "Ŧ": "T", "ẞ": "ß"}
_ARABIC = dict(zip("أإآٱىیېکةۀہھے", "ااااييييكهههه"[:10] + "ههي", strict=True))
_PUNCTUATION = {
    **dict.fromkeys("«»“”„‟〝〞〟『』「」″", '"'),
    **dict.fromkeys("’‘‛ʼ′´`＇", "'"),
    **dict.fromkeys("‐‑‒–—―−⁃﹣－⸺", "-"),
    **dict.fromkeys("、，،", ","),
    **dict.fromkeys("。．", "."),
    **dict.fromkeys("【〔〖［〈《", "["),
    **dict.fromkeys("】〕〗］〉》", "]"),
    **dict.fromkeys("⁄∕╱", "/"),
    **dict.fromkeys("│┃∣¦ǀ", "|"),
    **dict.fromkeys("•·●▪■◆►▶▲∙⋅・▼※", "•"),
    # NFKC would make a sigma of the lunate sigma, which looks like a c.
    "ϲ": "с",
    "Ϲ": "С",
    "ⓒ": "©",
    "Ⓒ": "©",
    "؛": ";",
    "\t": " ",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u0640")
_MARKS_KEPT = 16
_SPELLED_OUT = 4
# Marks that belong to no script: they only decorate a letter, whichever it is.
_DECORATIVE = (
    *((0x300, 0x370), (0x483, 0x48A), (0x1AB0, 0x1B00)),
    *((0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE20, 0xFE30)),
)
_UNDECORATED = dict.fromkeys(code for bounds in _DECORATIVE for code in range(*bounds))
# A table larger than this only grows under hostile text; then letters are folded without memory.
_TABLE_LIMIT = 60_000
_SPACED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:([ .\-_*•])[^\W\d_])(?:\1[^\W\d_])+(?![^\W_])")
_UNTIDY = re.compile(r"[\x00-\x1f\x7f]|  ")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in comparable form; ``starts`` and ``ends`` lead back to code points of ``raw``.

    Both are None where every position is its own. ``closed_up``: letters were spaced out.
    """

    raw: str
    text: str
    key: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None
    closed_up: bool = False

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the raw text behind ``text[start:end]``, which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(raw: str) -> Folded:
    """Any text in comparable form, in linear time."""
    if raw.isascii() and not _UNTIDY.search(raw):
        text, starts, ends = raw, None, None
    else:
        text, starts, ends = _fold_letters(raw)
    closed_up = _SPACED_OUT.search(text) is not None
    if closed_up:
        text, starts, ends = _close_up(text, starts, ends)
    return Folded(raw, text, key_of(text), starts, ends, closed_up)


def key_of(text: str) -> str:
    """The upper-case skeleton of folded text, letter for letter."""
    return text.upper() if text.isascii() else text.translate(_KEYS)


def scripts_of(text: str) -> frozenset[str]:
    """The scripts among Latin, Cyrillic and Greek that a text's letters belong to."""
    return frozenset(script for char in text if (script := _script(char)))


def _script(char: str) -> str | None:
    if char < "\u0250":
        return "Latn" if char.isalpha() else None
    if "\u0370" <= char < "\u0400" or "\u1f00" <= char < "\u2000":
        return "Grek"
    if "\u0400" <= char < "\u0530":
        return "Cyrl"
    return "Latn" if "\u1e00" <= char < "\u1f00" else None


class _KeyTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        upper = char.upper()
        key = upper if len(upper) == 1 else char
        if _script(key):
            key = unicodedata.normalize("NFD", key)[0]
            key = key.upper() if len(key.upper()) == 1 else key
        key = _LOOK_ALIKES.get(key) or _LETTERS.get(key) or _ARABIC.get(key) or key
        if len(self) < _TABLE_LIMIT:
            self[code] = key
        return key


class _LetterTable(dict[str, str]):
    def __missing__(self, char: str) -> str:
        if char in _PUNCTUATION:
            folded = _PUNCTUATION[char]
        elif _is_mark(char):
            folded = "\x00"
        elif char in _INVISIBLE or unicodedata.category(char) in ("Cf", "Cc", "Cs", "Cn"):
            folded = "\n" if char == "\n" else ""
        else:
            plain = unicodedata.normalize("NFKC", _boxed_letter(char))
            folded = "".join(" " if c.isspace() else _PUNCTUATION.get(c, c) for c in plain)
        if len(self) < _TABLE_LIMIT:
            self[char] = folded
        return folded


def _boxed_letter(char: str) -> str:
    """The letter inside a negative circle, a box or a flag, which NFKC leaves as it is."""
    for first in (0x1F150, 0x1F170, 0x1F1E6):
        if first <= ord(char) < first + 26:
            return chr(ord("A") + ord(char) - first)
    return char


def _is_mark(char: str) -> bool:
    return (
        bool(unicodedata.combining(char))
        or ord(char) in _UNDECORATED
        or char in "\uff9e\uff9f"
        or "\ufe00" <= char <= "\ufe0f"
    )


_KEYS = _KeyTable()
_FOLDS = _LetterTable()


def _fold_letters(raw: str) -> tuple[str, tuple[int, ...] | None, tuple[int, ...] | None]:
    pieces = [_FOLDS[char] for char in raw]
    text = "".join(pieces)
    if (
        len(text) == len(raw)
        and "\x00" not in text
        and "  " not in text
        and "\n" not in text
        and "" not in pieces
    ):
        return text, None, None
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places = [i for i, piece in enumerate(pieces) if piece]
    at, size = 0, len(places)
    while at < size:
        begin = places[at]
        piece, stop = pieces[begin], begin + 1
        at += 1
        if piece == "\x00":  # a mark without a letter, or beyond the marks a letter may carry
            continue
        first = at
        while at < size and pieces[places[at]] == "\x00":
            at += 1
        if at > first:
            stop = places[at - 1] + 1
            marks = "".join(raw[i] for i in places[first : min(at, first + _MARKS_KEPT)])
            piece = _composed(piece, marks)
        if piece.isspace():
            if out and out[-1].isspace():
                out[-1] = "\n" if "\n" in (piece, out[-1]) else " "
                continue
            piece = "\n" if piece == "\n" else " "
        for char in piece:
            out.append(char)
            starts.append(begin)
            ends.append(stop)
    return "".join(out), tuple(starts), tuple(ends)


def _composed(base: str, marks: str) -> str:
    """A letter with its marks; marks that merely decorate it fall away."""
    first = unicodedata.normalize("NFKC", base + marks)[:1]
    if _script(first) or "\u0590" <= first < "\u0700":
        return first
    composed = unicodedata.normalize("NFKC", base + marks.translate(_UNDECORATED))
    return "".join(c for c in composed if not "\ufe00" <= c <= "\ufe0f")


def _close_up(
    text: str, starts: tuple[int, ...] | None, ends: tuple[int, ...] | None
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Join letters that were spaced out: ``T A S S`` and ``K.C.N.A`` become one word."""
    starts = starts or tuple(range(len(text)))
    ends = ends or tuple(range(1, len(text) + 1))
    kept: list[int] = []
    last = 0
    for found in _SPACED_OUT.finditer(text):
        word = found.group()[::2]
        if word != word.upper() and len(word) < _SPELLED_OUT:
            continue
        kept.extend(range(last, found.start()))
        kept.extend(range(found.start(), found.end(), 2))
        last = found.end()
    kept.extend(range(last, len(text)))
    return (
        "".join(text[i] for i in kept),
        tuple(starts[i] for i in kept),
        tuple(ends[i] for i in kept),
    )
