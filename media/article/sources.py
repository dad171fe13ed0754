"""The sources that an article names in its source line, with how it describes them.

``Source: KCNA, North Korea's state news agency; Meduza, a Russian news outlet`` names two.
"""

from __future__ import annotations

import re

from media.types import NamedSource

__all__ = ["is_source_line", "read_source_line", "sources_of"]

_LABELS = (
    "source|sources|джерело|джерела|источник|источники|крыніца|крыніцы|източник|източници|извор|"
    "извори|izvor|izvori|vir|viri|quelle|quellen|bron|bronnen|fuente|fuentes|font|fonts|fonte|"
    "fontes|fonti|sursă|sursa|surse|źródło|źródła|zdroj|zdroje|forrás|források|kilde|kilder|källa|"
    "källor|lähde|lähteet|allikas|allikad|avots|avoti|šaltinis|šaltiniai|πηγή|πηγές|kaynak|"
    "kaynaklar|burimi|burimet|წყარო|წყაროები|աղբյուր|sumber|nguồn|дереккөз|manba|mənbə|"
    "المصدر|المصادر|مصدر|منبع|منابع|מקור|מקורות|स्रोत|来源|來源|消息来源|资料来源|出典|情報源|"
    "ソース|출처|ที่มา"
)
_LINE = re.compile(rf"[\s*_>•\-]{{0,6}}(?:{_LABELS})[\s*_]{{0,4}}[:：][\s*_]{{0,6}}", re.IGNORECASE)
_LONGEST_LINE = 2000
_LONGEST_NAME = 160
_MOST = 30
_OPENING, _CLOSING = "([«„“", ")]»“”"
_PARTICLES = {"of", "the", "and", "de", "la", "le", "les", "du", "des", "der", "die", "das", "und",
              "el", "y", "i", "і", "й", "та", "и", "for", "&", "da", "do", "del", "van",
              "von"}  # fmt: skip


def is_source_line(text: str) -> bool:
    """Whether a line begins with the label of a source line in one of its languages."""
    return _LINE.match(text[:80]) is not None


def read_source_line(text: str) -> tuple[NamedSource, ...]:
    """The sources of one line, label included, in their order; empty for any other line."""
    label = _LINE.match(text[:80])
    if not label or len(text) > _LONGEST_LINE:
        return ()
    body = re.split(r"[\r\n]", text[label.end() :], maxsplit=1)[0].strip(" \t\u00a0*_")
    parts = [piece for piece in _split(body, ";；") if piece.strip(" .")]
    if len(parts) == 1:
        parts = _names_alone(body) or parts
    named = (_named(part) for part in parts[:_MOST])
    return tuple(source for source in named if source is not None)


def sources_of(lines: list[str]) -> tuple[NamedSource, ...]:
    """The sources of all source lines, each name once; the first description stands."""
    found: dict[str, NamedSource] = {}
    for source in (source for line in lines for source in read_source_line(line)):
        known = found.setdefault(source.name.casefold(), source)
        if known.description is None and source.description:
            found[source.name.casefold()] = source
    return tuple(found.values())


def _named(part: str) -> NamedSource | None:
    name, *rest = _split(part, ",，", most=1)
    description = rest[0].strip() if rest else ""
    name = name.strip()
    bracketed = re.fullmatch(r"(?P<name>[^()]{2,}?)\s*\((?P<words>[^()]{2,})\)", name)
    if bracketed and not description:
        name, description = bracketed["name"], bracketed["words"]
    if not rest:
        name, description = _dashed(name, description)
    name = name.strip().rstrip(".") if name.count(".") == 1 else name.strip()
    if not name or len(name) > _LONGEST_NAME:
        return None
    return NamedSource(name, description.rstrip(". ") or None)


def _dashed(name: str, description: str) -> tuple[str, str]:
    head, dash, tail = name.partition(" – ")
    if not dash:
        head, dash, tail = name.partition(" — ")
    return (head, tail) if dash and not description else (name, description)


def _names_alone(body: str) -> list[str]:
    """The parts of a line without semicolon where every one behind a comma is a name, else none."""
    parts = _split(body.rstrip("."), ",，、")
    return parts if len(parts) > 1 and all(_is_name(part) for part in parts[1:]) else []


def _is_name(part: str) -> bool:
    words = part.strip().split()
    if not words or len(words) > 6 or part.strip()[0].isdigit():
        return False
    if part.strip()[0] in _OPENING + '"':
        return True
    if words[0][0].islower():
        return False
    return all(word.casefold() in _PARTICLES or not word[0].islower() for word in words)


def _split(text: str, marks: str, most: int = -1) -> list[str]:
    """Parts between marks that stand outside brackets and quotation marks."""
    parts, depth, start, quoted = [], 0, 0, False
    for at, char in enumerate(text):
        if char == '"':
            quoted = not quoted
        elif char in _OPENING and not (char == "“" and depth):
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in marks and depth == 0 and not quoted:
            parts.append(text[start:at])
            start = at + 1
            if len(parts) == most:
                break
    return [*parts, text[start:]]
