"""The shapes of personal names, script by script."""

from __future__ import annotations

from media.credit.vocabulary import NAME_PARTICLES, SURNAMES_HAN, SURNAMES_HANGUL

__all__ = ["is_initials", "looks_like_person", "looks_like_surname"]

_JOINERS = "-'."
_MOST_WORDS = 5
_INITIAL = 3


def looks_like_person(text: str) -> bool:
    """Whether a text has the shape of a full personal name; what it says is not looked at."""
    words = text.split()
    if not words or len(text) > 60 or not text[0].isalpha():
        return False
    first = text[0]
    if first.upper() != first.lower():
        return _cased_name(words)
    if "\uac00" <= first < "\ud7b0":
        return _hangul_name(words)
    if "\u3040" <= first < "\ua000":
        return _han_name(words)
    return 2 <= len(words) <= 4 and all(_is_letters(word) for word in words)


def looks_like_surname(text: str) -> bool:
    """Whether one word could be a name of its own: capitalised letters, no abbreviation."""
    return len(text) > 2 and _is_letters(text) and text[0].isupper() and text[1:].islower()


def is_initials(text: str) -> bool:
    """Whether a text is an editor's mark, such as ``aww.`` or ``hp.``."""
    bare = text.rstrip(".")
    return 2 <= len(bare) <= 4 and bare.isascii() and bare.isalpha() and bare.islower()


def _cased_name(words: list[str]) -> bool:
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    names = 0
    for word in words:
        if word.lower() in NAME_PARTICLES and (names or word[0].islower()):
            continue
        if not _is_letters(word) or not (word[0].isupper() or _has_article(word)):
            return False
        if len(word) > 1 and word[1:] != word[1:].lower() and not _all_capitals(word):
            # MacDonald, DiCaprio, O'Neil, Jean-Luc: a capital inside is fine, several are not.
            inner = sum(char.isupper() for char in word)
            if inner > 2 + word.count("-") + word.count("."):
                return False
        names += 1
    return names >= 2 and (len(words[-1].rstrip(".")) > 1 or len(words[0]) > _INITIAL)


def _has_article(word: str) -> bool:
    return word[:2] in ("al", "el", "d'", "l'", "an", "as", "ad", "ar") and any(
        char.isupper() for char in word
    )


def _all_capitals(word: str) -> bool:
    return word == word.upper()


def _hangul_name(words: list[str]) -> bool:
    name = "".join(words)
    if len(words) == 1:
        return 2 <= len(name) <= 4 and name[0] in SURNAMES_HANGUL and _is_hangul(name)
    return len(words) == 2 and len(name) <= 5 and name[0] in SURNAMES_HANGUL and _is_hangul(name)


def _is_hangul(name: str) -> bool:
    return all("\uac00" <= char < "\ud7b0" for char in name)


def _han_name(words: list[str]) -> bool:
    name = "".join(words)
    if any("\u30a0" <= char < "\u3100" for char in name) or "\u00b7" in name:
        return False
    if len(words) == 2 and all(1 <= len(word) <= 3 for word in words):
        return True
    return len(words) == 1 and 2 <= len(name) <= 3 and name[0] in SURNAMES_HAN


def _is_letters(word: str) -> bool:
    return word.isalpha() or all(
        char.isalpha() or char in _JOINERS or "\u0900" <= char < "\u1100" or char == "\u200c"
        for char in word
    )
