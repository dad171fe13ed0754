"""Credits as texts print them: with a label, in a bracket, or an agency alone at the end."""

from __future__ import annotations

import re

from media.article.sources import is_source_line
from media.credit import parse, strip_label, trailing_credit
from media.credit.names import looks_like_person
from media.outlets import Registry

__all__ = ["bare_credit", "caption_and_credit", "picture_line"]

_NO_PICTURE = frozenset(
    re.findall(
        r"\S+",
        "video videos відео видео vídeo vidéo vídeos vidéos filmagem autor autora author автор "
        "text texto texte текст still via",
    )
)
_LONGEST_LINE = 700
_LONGEST_CREDIT = 200
_LONGEST_TAIL = 90
_SENTENCE_END = re.compile(r"(?<=[.!?…»\"”)|])\s+|\n|\s[|•·]\s")


def caption_and_credit(text: str) -> tuple[str | None, str | None]:
    """Caption and credit of the words beside a picture, where any label may stand."""
    if not text:
        return None, None
    if (found := trailing_credit(text)) is not None:
        credit, _, under = found[1].partition("\n")
        return "\n".join(filter(None, (found[0].strip(), under.strip()))) or None, credit or None
    tail = bare_credit(text)
    if tail is not None:
        return text[: len(text) - len(tail)].rstrip(" \n|•·/-–—") or None, tail.strip("() ")
    return text, None


def picture_line(line: str) -> tuple[str | None, str] | None:
    """Caption and credit of a line of running text that speaks of a picture, else None.

    Stricter than beside a picture: the label must be that of a photo, not of a source, a video or
    an author.
    """
    if len(line) > _LONGEST_LINE or is_source_line(line):
        return None
    found = trailing_credit(line)
    if found is None or len(found[1]) > _LONGEST_CREDIT:
        return None
    caption, credit = found
    rest = line[len(caption) :] if line.startswith(caption) else line
    label = rest[: rest.rfind(credit)] if credit in rest else rest
    words = re.findall(r"[^\W\d_]+", label.lower())
    if words and (
        set(words) <= _NO_PICTURE
        or words[-1] in _NO_PICTURE
        or is_source_line(label.strip(" .([|-–—"))
    ):
        return None
    if (
        not words
        and not re.search(r"[©=]|\(c\)", label, re.IGNORECASE)
        and not _names_outlet(credit)
    ):
        return None  # a bracket at the end of a paragraph, such as a reference number
    return caption.strip() or None, credit


def _names_outlet(credit: str) -> bool:
    return any(party.outlet for party in parse(credit, Registry.bundled()).parties)


def bare_credit(text: str) -> str | None:
    """The last sentence or line of a caption where it is an outlet's name and little else."""
    start = 0
    for match in _SENTENCE_END.finditer(text, max(0, len(text) - _LONGEST_TAIL - 8)):
        if match.end() < len(text):
            start = match.end()
    tail = text[start:]
    if not 1 < len(tail) <= _LONGEST_TAIL or (start == 0 and len(tail.split()) > 5):
        return None
    words = tail.strip("() .").split()
    if not words or (tail.rstrip().endswith((".", "!", "?")) and "/" not in tail):
        return None
    parties = parse(strip_label(tail), Registry.bundled()).parties
    if not any(party.outlet for party in parties):
        return None
    if start == 0 and not parties[0].outlet and not looks_like_person(parties[0].name):
        head, mark, last = tail.rpartition(" / ")
        return last if mark and head and bare_credit(last) else None
    covered = sum(party.span.end - party.span.start for party in parties)
    small = sum(word[0].islower() for word in words) > len(words) // 3
    return tail if covered * 10 >= len(tail.strip("() .")) * 7 and not small else None
