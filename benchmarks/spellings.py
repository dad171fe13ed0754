"""Spellings made to hide a name from a search while a reader still sees it.

Each disguise takes a name and a source of chance and gives the name spelled around; two may be
put on top of one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from random import Random

__all__ = ["DISGUISES", "disguised"]

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BIDI = "\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_MARKS = "\u0300\u0301\u0302\u0308\u0327\u0332\u0335\u0336\u0338\u0489\u20d2"
_ALIKE = {
    "A": "АΑ",
    "B": "ВΒ",
    "C": "СϹ",
    "E": "ЕΕ",
    "H": "НΗ",
    "I": "ІΙ",
    "J": "Ј",
    "K": "КΚ",
    "M": "МΜ",
    "N": "Ν",
    "O": "ОΟ",
    "P": "РΡ",
    "S": "Ѕ",
    "T": "ТΤ",
    "X": "ХΧ",
    "Y": "УΥ",
    "Z": "Ζ",
    "a": "а",
    "c": "сϲ",
    "e": "е",
    "h": "һ",
    "i": "іι",
    "j": "ј",
    "k": "κк",
    "n": "п",
    "o": "оο",
    "p": "рρ",
    "s": "ѕ",
    "t": "τт",
    "u": "υ",
    "v": "ν",
    "w": "ԝω",
    "x": "хχ",
    "y": "у",
}
_ALIKE |= {
    cyrillic: latin
    for latin, others in list(_ALIKE.items())
    for cyrillic in others
    if "\u0400" <= cyrillic < "\u0500" and cyrillic not in "пкт"
}
_BETWEEN_WORDS = "-._"


def _woven(name: str, signs: str, chance: Random) -> str:
    last = len(name) - 1
    places = {chance.randrange(last) if last else 0 for _ in range(max(1, len(name) // 3))}
    return "".join(c + (chance.choice(signs) if i in places else "") for i, c in enumerate(name))


def zero_width(name: str, chance: Random) -> str:
    return _woven(name, _ZERO_WIDTH, chance)


def bidi(name: str, chance: Random) -> str:
    return chance.choice(_BIDI) + _woven(name, _BIDI, chance) + "\u202c"


def look_alike(name: str, chance: Random) -> str:
    places = [i for i, char in enumerate(name) if char in _ALIKE]
    chosen = set(chance.sample(places, max(1, len(places) // 2))) if places else set()
    return "".join(chance.choice(_ALIKE[c]) if i in chosen else c for i, c in enumerate(name))


def full_width(name: str, chance: Random) -> str:
    del chance
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name)


def marked(name: str, chance: Random) -> str:
    return "".join(c + (chance.choice(_MARKS) if c.isalpha() else "") for c in name)


def spaced(name: str, chance: Random) -> str:
    return chance.choice((" ", "\u00a0", "\u2009")).join(name)


def odd_case(name: str, chance: Random) -> str:
    """Capitals where none belong; all small letters are no disguise, and may be a plain word."""
    mixed = "".join(chance.choice((c.lower(), c.upper())) for c in name)
    return name.swapcase() if mixed in (name, mixed.lower()) else mixed


def dotted(name: str, chance: Random) -> str:
    """Dots or hyphens between the words; between the letters where there is one word."""
    sign = chance.choice(_BETWEEN_WORDS)
    return name.replace(" ", sign) if " " in name else sign.join(name)


def hyphens(name: str, chance: Random) -> str:
    """Another hyphen in the place of a hyphen, or one inside the longest word."""
    if "-" in name:
        return name.replace("-", chance.choice("\u2010\u2011\u2012\u2013\u2014\u2212"))
    word = max(name.split(), key=len)
    cut = max(1, len(word) // 2)
    return name.replace(word, word[:cut] + "-" + word[cut:], 1) if len(word) > 3 else name


DISGUISES: dict[str, Callable[[str, Random], str]] = {
    "zero-width": zero_width,
    "bidi": bidi,
    "look-alike": look_alike,
    "full-width": full_width,
    "marks": marked,
    "spacing": spaced,
    "case": odd_case,
    "dots": dotted,
    "hyphens": hyphens,
}
# Spacing out what is already cut by signs is unreadable for people too.
_SENSELESS = {
    ("spacing", "dots"),
    ("dots", "spacing"),
    ("hyphens", "spacing"),
    ("spacing", "hyphens"),
}
_SENSELESS |= {("dots", "hyphens"), ("hyphens", "dots")}


def disguised(name: str, chance: Random) -> Iterator[tuple[str, str]]:
    """Every disguise of a name, and every two at a time: what was done, and the name."""
    for label, disguise in DISGUISES.items():
        yield label, disguise(name, chance)
    for first, second in permutations(DISGUISES, 2):
        if (first, second) not in _SENSELESS:
            once = DISGUISES[first](name, chance)
            yield f"{first} + {second}", DISGUISES[second](once, chance)
