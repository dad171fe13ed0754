"""The words before a credit: ``strip_label``, ``trailing_credit`` and the parser live by them.

The table is ``data/labels.json``. A row is a language, what the label says about the party after it
(``credit``: nothing, ``creator``: that it took or made the picture, ``source``: that it comes from
there) and its forms, without the colon. Case, diacritics and width make no difference.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import resources

from media.outlets.folding import Folded, fold

__all__ = ["LABELS", "Label", "glued_label", "leading_label", "strip_label", "trailing_credit"]

_TABLE = json.loads((resources.files("media.credit") / "data" / "labels.json").read_text("utf-8"))

LABELS: tuple[tuple[str, str, tuple[str, ...]], ...] = tuple(
    (row["language"], row["says"], tuple(row["forms"])) for row in _TABLE["labels"]
)
"""Language, what the label says of the party after it, and its forms."""

_OPENERS = " \n([•-|*\"'>_#/▲,.:;"
_LONGEST = 40
_SHORT = 4
_OPENERS_KEPT = 12


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the head of a text: where the credit behind it begins, and what it says.

    ``language`` is known where only one language writes the label so.
    """

    end: int
    says: str
    language: str | None = None


def _spellings() -> dict[str, tuple[str, str]]:
    return {
        form.casefold(): (says, language)
        for language, says, forms in reversed(LABELS)
        for form in forms
        if not form.isascii()
    }


def _forms() -> dict[str, tuple[str, str | None]]:
    table: dict[str, tuple[str, str | None]] = {}
    for language, says, forms in LABELS:
        for form in forms:
            key = fold(form).key.rstrip(".")
            known, spoken = table.get(key, (says, language))
            table[key] = known, spoken if spoken == language else None
    return table


_SPELLINGS = _spellings()
_FORMS = _forms()
# Labels that need no colon end in a preposition or are never the first word of a name.
_BARE = re.compile(
    "(?:"
    + "|".join(re.escape(fold(form).key) for form in _TABLE["without_colon"])
    + r")(?=[ ©\"])\s*"
)
_GLUED = tuple(fold(form).key for form in _TABLE["glued"])
# Pages print such a label without a colon, even without a blank: "Image sourceGetty Images".
_PHRASES = tuple(sorted((f for f in _FORMS if " " in f and len(f) > 8), key=len, reverse=True))
_HEAD = 4
_HEADS = frozenset(form[:_HEAD] for form in _PHRASES)
_GLUED_HEADS = frozenset(form[0] for form in _GLUED)
_DOUBLED = re.compile(r"(?:(?:Credit){1,3}|(?:Photo|Image|Foto|Bild|Фото){2,3})(?=[^\W\d_a-zа-я])")
_SIGN = re.compile(r"(?:©|\(C\)|COPYRIGHT(?: BY)?(?=[ :©]))[ :•]*")


def leading_label(folded: Folded, start: int = 0) -> Label | None:
    """The label that a folded text begins with at ``start``, or None.

    Brackets and bullets before it belong to it; several in a row count as one.
    """
    key, at, says, found = folded.key, start, "credit", False
    language = None
    for _ in range(4):
        begin = at
        stop = min(len(key), begin + _OPENERS_KEPT)
        while begin < stop and key[begin] in _OPENERS and not _SIGN.match(key, begin):
            begin += 1
        step = _one_label(folded, begin)
        if step is None:
            break
        at, found = step.end, True
        says = step.says if step.says != "credit" else says
        language = language or step.language
    return Label(at, says, language) if found else None


def _one_label(folded: Folded, begin: int) -> Label | None:
    key = folded.key
    if sign := _SIGN.match(key, begin):
        return Label(sign.end(), "credit")
    window = key[begin : begin + _LONGEST]
    ends = sorted(i for i in map(window.find, ":=,•") if i > 0)
    for end in ends[:2]:
        head = window[:end].strip(" \n.]\")('")
        if head in _FORMS and (window[end] != "," or len(head) > _SHORT):
            spelled = folded.text[begin : begin + end].strip(" \n.]\")('").casefold()
            says = _SPELLINGS.get(spelled) or _FORMS[head]
            return Label(_skip(key, begin + end + 1), *says)
    if key[begin : begin + 1] in _GLUED_HEADS and key.startswith(_GLUED, begin):
        form = next(form for form in _GLUED if key.startswith(form, begin))
        return Label(begin + len(form), "source")
    if (
        key[begin : begin + _HEAD] in _HEADS
        and key.startswith(_PHRASES, begin)
        and (glued := _glued_phrase(folded, begin))
    ):
        return glued
    if bare := _BARE.match(key, begin):
        return Label(bare.end(), *_FORMS.get(bare.group().strip(" .\n"), ("credit", None)))
    return None


def glued_label(folded: Folded) -> int:
    """The raw length of a label that runs into the name behind it without a blank, else 0."""
    if folded.text[:1] in "CPIFBФ" and (doubled := _DOUBLED.match(folded.text)):
        return folded.raw_span(doubled.end(), doubled.end() + 1)[0]
    if folded.key[:_HEAD] not in _HEADS or not folded.key.startswith(_PHRASES):
        return 0
    label = _glued_phrase(folded, 0)
    if label is None or label.end >= len(folded.text) or folded.text[label.end - 1] == " ":
        return 0
    return folded.raw_span(label.end, label.end + 1)[0]


def _glued_phrase(folded: Folded, begin: int) -> Label | None:
    """A label of several words with a name right behind it, told apart by case or script."""
    form = next(form for form in _PHRASES if folded.key.startswith(form, begin))
    end = begin + len(form)
    text = folded.text
    if end >= len(text) or text[end] in ".:":
        return None
    behind = text[end + 1 : end + 2] if text[end] == " " else text[end]
    last = text[end - 1]
    cased = last.upper() != last
    if not behind.isalpha() or behind == behind.lower() != behind.upper():
        return None
    if text[end] != " " and not cased and last.isascii() is behind.isascii():
        return None
    return Label(_skip(folded.key, end), *_FORMS[form])


def _skip(key: str, at: int) -> int:
    while at < len(key) and key[at] in " \n":
        at += 1
    return at


def strip_label(text: str) -> str:
    """A credit as printed without its label and the brackets around it."""
    folded = fold(text)
    label = leading_label(folded)
    start = label.end if label else 0
    return _unwrapped(folded, start, len(folded.text))


def _unwrapped(folded: Folded, start: int, end: int) -> str:
    """The raw words of a range without the blanks and the one pair of brackets around them."""
    text = folded.text
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    if start < end and text[end - 1] in ")]" and _unopened(text, start, end):
        end -= 1
    elif end - start > 1 and text[start] in "([" and text[end - 1] in ")]":
        start, end = start + 1, end - 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    if start >= end:
        return ""
    begin, stop = folded.raw_span(start, end)
    return folded.raw[begin:stop]


def _unopened(text: str, start: int, end: int) -> bool:
    inside = text[start:end]
    return sum(map(inside.count, ")]")) > sum(map(inside.count, "(["))


_LABEL_ENDS = re.compile(r"[:=]")
_SIGNS_INSIDE = re.compile(r"(?<![^\s(\[|/])(?:©|\(C\))")
_BOUNDARIES = '.!?()[]|\n/•-–:"…>'
_CREDIT_LIMIT = 300
_TAIL = 2000
_BARE_INSIDE = re.compile(
    r"(?<![^\s(\[|/.])(?:PHOTO|PHOTOS|PHOTOGRAPH|PICTURE|IMAGE) BY (?=\S)|(?<=[.!?] )FOT\. (?=\S)"
)
_SPEAKING = re.compile(
    r"(?: VIA |/|POOL|HANDOUT|AP PHOTO|AFP PHOTO|摄$|攝$|撮影$|供图|供圖|提供$|제공$|社发|COURTESY)"
)


def trailing_credit(text: str) -> tuple[str, str] | None:
    """Caption and printed credit, without label, of a text that ends in a credit; else None.

    ``Kim Jong Un. Photo: KCNA, Novaya Gazeta`` gives ``Kim Jong Un`` and ``KCNA, Novaya Gazeta``.
    The caption is empty where the text is a credit alone.
    """
    cut = max(0, len(text) - _TAIL)
    folded = fold(text[cut:])
    found = _labelled_end(folded) or _bracketed_end(folded)
    if found is None:
        return None
    label_start, credit_start = found
    credit = _unwrapped(folded, credit_start, len(folded.text))
    if not credit or len(credit) > _CREDIT_LIMIT:
        return None
    return (text[:cut] + _caption(folded, label_start)).strip(), credit


def _labelled_end(folded: Folded) -> tuple[int, int] | None:
    key = folded.key
    # Only the last few hundred letters can hold the credit: this keeps the search linear.
    floor = max(0, len(key) - _CREDIT_LIMIT - _LONGEST)
    for mark in reversed(list(_LABEL_ENDS.finditer(key, floor))):
        start = _label_start(key, mark.start())
        if start is not None:
            return start, mark.end()
    for pattern in (_SIGNS_INSIDE, _BARE_INSIDE):
        if hits := list(pattern.finditer(key, floor)):
            return hits[-1].start(), hits[-1].end()
    return None


def _label_start(key: str, end: int) -> int | None:
    """Where the label that ends before ``end`` begins: the longest that starts a sentence."""
    stop = end
    while stop and key[stop - 1] in " .":
        stop -= 1
    for start in range(max(0, stop - _LONGEST), stop):
        before = key[:start][-2:].rstrip(" ")
        if start and key[start - 1] not in ' \n([|/."•-:>' and not _is_wide(key[start]):
            continue
        if before and before[-1] not in _BOUNDARIES and key[start - 1] != "\n":
            continue
        if key[start:stop] in _FORMS:
            return start
    return None


def _is_wide(char: str) -> bool:
    return "\u0e00" <= char < "\u0f00" or "\u3040" <= char < "\ua000" or "\uac00" <= char < "\ud7b0"


def _bracketed_end(folded: Folded) -> tuple[int, int] | None:
    """A caption whose last bracket speaks as a credit: ``… on Monday. (AP Photo/Name)``."""
    key = folded.key.rstrip(" \n.")
    if not key.endswith((")", "]")):
        return None
    floor = max(0, len(key) - _CREDIT_LIMIT)
    depth, at = 0, len(key) - 1
    while at >= floor:
        depth += (key[at] in ")]") - (key[at] in "([")
        if depth == 0:
            break
        at -= 1
    if at < floor or not _SPEAKING.search(key[at + 1 : len(key) - 1]):
        return None
    return at, at


def _caption(folded: Folded, end: int) -> str:
    text = folded.text[:end]
    kept = len(text.rstrip(' \n([|•-/"*>'))
    if kept and text[kept - 1] == "." and "." not in text[: kept - 1]:
        kept -= 1
    start = len(text[:kept]) - len(text[:kept].lstrip())
    if start >= kept:
        return ""
    begin, stop = folded.raw_span(start, kept)
    return folded.raw[begin:stop]
