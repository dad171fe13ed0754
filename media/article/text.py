"""Plain text copied from a page as an article: its picture lines are its usages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from media.article.dates import WrittenDate, find_dates, without_weekday
from media.article.decoding import decode, is_binary
from media.article.language import detected_language
from media.article.naming import byline_of, names_people, slug_of
from media.article.printed import caption_and_credit, picture_line
from media.article.refusals import NotAnArticle
from media.article.sources import is_source_line, sources_of
from media.types import Article, Usage

__all__ = ["read_text"]

_MARKDOWN = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,2000})\]\(\s{0,4}<?(?P<address>[^\s<>()\n]{1,2000}(?:\([^\s()\n]{0,200}\)[^\s<>()\n]{0,500})?)>?"
    r"(?:\s{1,4}[\"'](?P<title>[^\"'\n]{0,1000})[\"'])?\s{0,4}\)"
)
_ADDRESS_LINE = re.compile(
    r"(?:URL|Link|Адреса|Ссылка|Address)?:?\s*(https?://\S{4,2000})\s*$", re.IGNORECASE
)
_UPDATED = re.compile(
    r"updated|last modified|оновлено|обновлено|aktualisiert|mis à jour|actualizado|"
    r"zaktualizowano|更新",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"^(?:[*_]{1,3}|>\s*|#{1,6}\s+|[•\-]\s+)+|[*_]{1,3}$")
_CRUMBS = re.compile(r"\s[>›»|/]\s")
_HEAD_LINES = 25
_LONGEST_HEAD = 250
_LONGEST_CAPTION = 400


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without blanks and Markdown marks.

    ``begins`` says that a blank line stands before it, ``pictured`` that this line holds a no-break
    space: what browsers leave behind where a copied page had a picture.
    """

    text: str
    raw: str
    begins: bool
    pictured: bool = False


def read_text(data: bytes, name: str) -> Article:
    """The article of a plain text; a text that credits no picture has no usages.

    ``name`` is the file's name: its stem is the address. Raises NotAnArticle for empty or binary
    data.
    """
    if not data.strip():
        raise NotAnArticle("is empty; copy the text again")
    if is_binary(data):
        raise NotAnArticle("is no plain text but binary data")
    decoded = decode(data)
    lines = _lines(decoded.text)
    if not lines:
        raise NotAnArticle("is empty; copy the text again")
    language = detected_language(_prose(lines))
    head = _head(lines)
    headline = _headline(head)
    usages, repeated = _usages(lines, headline)
    published, byline = _date_and_byline([line for line in head if line.text != headline], language)
    sources = sources_of([line.text for line in lines if is_source_line(line.text)])
    address = next((found[1] for line in head if (found := _ADDRESS_LINE.match(line.text))), None)
    guessed = f"is not in UTF-8 and was read as {decoded.encoding}; check names with accents"
    return Article(
        address=address or slug_of(name),
        headline=headline,
        byline=byline,
        published=published.day if published else None,
        published_at=published.iso if published else None,
        language=language,
        sources=sources,
        usages=tuple(usages),
        problems=((guessed,) if decoded.guessed else ()) + repeated,
    )


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    begins, pictured = True, False
    for raw in re.split(r"\r\n|[\r\n\u2028\u2029\f\v]", text):
        plain = " ".join(raw.replace("\ufeff", "").split())
        if plain:
            stripped = plain if plain.startswith("![") else _EMPHASIS.sub("", plain).strip()
            lines.append(_Line(stripped or plain, plain, begins, pictured))
        begins, pictured = not plain, not plain and "\u00a0" in raw
    return lines


def _prose(lines: Sequence[_Line]) -> str:
    longest = sorted(lines[:400], key=lambda line: -len(line.text))[:8]
    return " ".join(line.text for line in longest)


def _head(lines: Sequence[_Line]) -> list[_Line]:
    """The lines before the article's first paragraph, source line or picture."""
    head: list[_Line] = []
    for line in lines[:_HEAD_LINES]:
        picture = _MARKDOWN.search(line.raw) or picture_line(line.text)
        if head and (picture or is_source_line(line.text) or len(line.text) > _LONGEST_HEAD):
            break
        if not picture and len(line.text) <= _LONGEST_HEAD:
            head.append(line)
    return head


def _headline(head: Sequence[_Line]) -> str | None:
    """The line marked as heading, else the first of four words or more, else the first that is not
    a date, a byline or a path of sections.
    """
    for line in head:
        if line.raw.startswith("# "):
            return line.text
    undated = [
        line.text
        for line in head
        if not find_dates(line.text)
        and not _ADDRESS_LINE.match(line.text)
        and not _CRUMBS.search(line.text)
    ]
    enough = [text for text in undated if len(text.split()) > 3 or _is_wide(text)]
    if enough:
        return enough[0]
    return next((text for text in undated if not names_people(text)), None)


def _is_wide(text: str) -> bool:
    return sum(char >= "\u2e80" for char in text) > 6


def _date_and_byline(
    head: Sequence[_Line], language: str | None
) -> tuple[WrittenDate | None, str | None]:
    """The date of publication and the byline, which may stand glued before it on one line."""
    dated = [
        (written, line.text) for line in head for written in find_dates(line.text, language)[:1]
    ]
    byline = None
    for written, text in dated:
        before = without_weekday(text[: written.start])
        if byline is None and names_people(before):
            byline = byline_of(before)
    first = [pair for pair in dated if not _UPDATED.search(pair[1][: pair[0].start])] or dated
    exact = [written for written, _ in first if written.has_time and written.day == first[0][0].day]
    published = exact[0] if exact else first[0][0] if first else None
    if byline is None:
        alone = (line.text for line in head if names_people(line.text))
        byline = next(filter(None, map(byline_of, alone)), None)
    return published, byline


def _usages(lines: Sequence[_Line], headline: str | None) -> tuple[list[Usage], tuple[str, ...]]:
    """The usages in their order, and which credits were taken for repetitions."""
    usages: list[Usage] = []
    repeated: list[str] = []
    used: set[int] = set()
    marked = any(line.pictured and picture_line(line.text) for line in lines)
    waits = False  # whether the last usage is a Markdown picture whose words may still follow
    for at, line in enumerate(lines):
        if found := list(_MARKDOWN.finditer(line.raw)):
            used.add(at)
            usages += [_of_markdown(match, len(usages) + nth) for nth, match in enumerate(found, 1)]
            waits = usages[-1].credit_line is None
            rest = _EMPHASIS.sub("", line.raw[found[-1].end() :].strip())
            if waits and (words := picture_line(rest)):
                usages[-1] = _with(usages[-1], *words)
                waits = False
            continue
        words = picture_line(line.text)
        if words is not None:
            used.add(at)
            caption, credit = words
            if waits:
                usages[-1] = _with(usages[-1], caption, credit)
            elif marked and not line.pictured and _repeats(usages, caption, credit):
                repeated.append(
                    f"prints the credit {credit!r} once more without a picture above it; it was "
                    "taken for the picture before"
                )
            else:
                before = _caption_before(lines, at, used, headline) if caption is None else None
                usages.append(Usage(len(usages) + 1, caption or before, credit))
            waits = False
        elif waits and not line.begins and line.raw.startswith(("*", "_")):
            used.add(at)
            usages[-1] = _with(usages[-1], *caption_and_credit(line.text))
            waits = usages[-1].credit_line is None
        elif line.begins:
            waits = False
    return usages, tuple(repeated)


def _repeats(usages: Sequence[Usage], caption: str | None, credit: str | None) -> bool:
    """Whether a bare credit says again what was said of a picture before.

    Asked only where the copy marks its pictures, of a line without such a mark: there is no picture
    above it, so it is the credit of the one before, printed once more.
    """
    return caption is None and any(usage.credit_line == credit for usage in usages)


def _of_markdown(match: re.Match[str], position: int) -> Usage:
    caption, credit = caption_and_credit((match["title"] or "").strip())
    alt = match["alt"].strip() or None
    return Usage(position, caption, credit, alt, references=(match["address"],))


def _with(usage: Usage, caption: str | None, credit: str | None) -> Usage:
    return replace(usage, caption=caption or usage.caption, credit_line=credit or usage.credit_line)


def _caption_before(
    lines: Sequence[_Line], at: int, used: set[int], headline: str | None
) -> str | None:
    """The line right above a bare credit, where these two stand alone between blank lines."""
    above = at - 1
    if above < 0 or lines[at].begins or not lines[above].begins or above in used:
        return None
    if at + 1 < len(lines) and not lines[at + 1].begins:
        return None
    text = lines[above].text
    if text == headline or len(text) > _LONGEST_CAPTION or is_source_line(text):
        return None
    return None if find_dates(text) or names_people(text) else text
