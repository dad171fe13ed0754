"""Names around an article: its slug, and its byline without the words before it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from media.credit import strip_label
from media.credit.names import looks_like_person

__all__ = ["byline_of", "names_people", "slug_of"]

_BEFORE = re.compile(
    r"^(?:(?:written|posted|published|reported|text|words)\s+by|by|autor(?:in|es|a)?|author|von|par|por|door|"
    r"av|af|text|texte|texto|автор(?:ка|и|ы)?|текст|aut(?:eu|o)r|di|przez|napisał[a]?|autorzy|"
    r"yazan|記者|记者|文|作者)(?:\s*[:：|]\s*|\s+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|&|/|\||•|·|\n)\s*|\s+(?:and|und|et|y|e|та|і|и|i|en|og|och|con)\s+"
)
_SEPARATORS = re.compile(r"[^\w]+|_+")
_NOBODY = {"unknown", "admin", "administrator", "anonymous", "none", "null", "undefined"}
_LONGEST_SLUG = 120
_LONGEST_BYLINE = 200
_MOST_NAMES = 6


def slug_of(name: str) -> str:
    """An address for a page that gives none: the stem of its file name, in lower case."""
    stem = PurePosixPath(name.replace("\\", "/")).stem
    slug = _SEPARATORS.sub("-", unicodedata.normalize("NFC", stem).casefold()).strip("-")
    return slug[:_LONGEST_SLUG].strip("-") or "article"


def byline_of(text: str) -> str | None:
    """A byline as printed, without "By" before it; None for an address or a whole paragraph."""
    line = " ".join(text.split())
    line = _BEFORE.sub("", line, count=1).strip(" ,;|:-–—")
    if not line or len(line) > _LONGEST_BYLINE or line.casefold() in _NOBODY:
        return None
    if "://" in line or not any(map(str.isalpha, line)) or strip_label(line) != line:
        return None
    return line


def names_people(text: str) -> bool:
    """Whether a line is nothing but the names of people, or says that it is a byline."""
    line = " ".join(text.split()).strip(" ,;|:-–—")
    if not line or len(line) > _LONGEST_BYLINE:
        return False
    said = _BEFORE.match(line)
    names = [name for name in _BETWEEN.split(line[said.end() :] if said else line) if name]
    if not 0 < len(names) <= _MOST_NAMES or any(map(str.isdigit, line)):
        return False
    if said and line[: said.end()].rstrip().endswith((":", "：")):
        return all(len(name.split()) <= 5 for name in names)
    return all(looks_like_person(name) for name in names)
