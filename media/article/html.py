"""A saved HTML page as an article."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from lxml import html
from trafilatura import extract_metadata

from media.article.dates import WrittenDate, find_dates, read_iso
from media.article.decoding import is_binary
from media.article.language import declared_language, detected_language
from media.article.naming import byline_of, names_people, slug_of
from media.article.outline import Outline, outline_of, parse_page, text_of, words_of
from media.article.pictures import Scope, own_pictures, scope_of
from media.article.printed import picture_line
from media.article.refusals import NotAnArticle
from media.article.sources import is_source_line, sources_of
from media.article.structured import Declared, declared_of
from media.types import Article, Usage

__all__ = ["read_html"]

_SAVED_FROM = re.compile(rb"<!--\s{0,8}saved from url=\(\d{1,6}\)(https?://[^\s<>]{4,2000})\s")
# A notice about the site, "© Example Media 2025", is no picture's credit.
_NOTICE = re.compile(r"^\W*(?:©|\(c\)|copyright)|(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_DATE_WORDS = {"date", "time", "datetime", "published", "pubdate", "fecha", "datum", "timestamp"}
_EPOCH = date(1970, 1, 1)
_SHORT = 120
_LARGE = 30_000
_MOST_LINES = 400


def read_html(data: bytes, name: str) -> Article:
    """The article of a saved page, with its own pictures as usages in their order.

    ``name`` is the file's name, for the address where the page gives none. A page without a picture
    of its own has no usages. Raises NotAnArticle for what is no HTML.
    """
    if not data.strip():
        raise NotAnArticle("is empty; save the page again")
    if is_binary(data):
        raise NotAnArticle("is no HTML page but binary data")
    root = parse_page(data)
    declared = declared_of(root)
    outline = outline_of(root)
    scope = scope_of(outline)
    address = _address(declared, data)
    usages = own_pictures(outline, scope, declared, address)
    lines = _lines(outline, scope)
    usages = _with_closing_credit(usages, lines)
    byline, guessed = _byline(declared), _Guessed(root, outline)
    published = _published(declared, outline, scope) or guessed.published()
    return Article(
        address=address or slug_of(name),
        headline=_headline(declared, outline) or guessed.headline() or _first_heading(outline),
        byline=byline or guessed.byline(),
        published=published.day if published else None,
        published_at=published.iso if published else None,
        language=next(filter(None, map(declared_language, declared.languages)), None)
        or detected_language(" ".join(lines)),
        sources=sources_of([line for line in lines if is_source_line(line)]),
        usages=tuple(usages),
    )


def _with_closing_credit(usages: list[Usage], lines: list[str]) -> list[Usage]:
    """The only picture of a page with the credit that stands alone below the article, if any."""
    if len(usages) != 1 or usages[0].credit_line:
        return usages
    found = [
        words
        for line in lines
        if (words := picture_line(line)) and words[0] is None and not _NOTICE.search(line)
    ]
    return [replace(usages[0], credit_line=found[0][1])] if len(found) == 1 else usages


class _Guessed:
    """What trafilatura makes of a page that declares too little; asked once, and only if needed.

    Its heuristics are not linear, so very large pages go without.
    """

    def __init__(self, root: html.HtmlElement, outline: Outline) -> None:
        self._root = root if len(outline.elements) <= _LARGE else None
        self._values: dict[str, str] | None = None

    def headline(self) -> str | None:
        return self._all().get("title")

    def byline(self) -> str | None:
        author = self._all().get("author", "")
        return byline_of(author) if names_people(author) else None

    def published(self) -> WrittenDate | None:
        return read_iso(self._all().get("date", ""))

    def _all(self) -> dict[str, str]:
        if self._values is None:
            self._values = {} if self._root is None else _guess(self._root)
        return self._values


def _guess(root: html.HtmlElement) -> dict[str, str]:
    # An end of time of its own keeps the answer free of today's date.
    span = {
        "original_date": True,
        "extensive_search": False,
        "min_date": "1990-01-01",
        "max_date": "2100-01-01",
    }
    try:
        found = extract_metadata(root, date_config=span, extensive=False)
    except Exception:  # a library's heuristics on hostile markup: no guess is an answer
        return {}
    values = {"title": found.title, "author": found.author, "date": found.date}
    return {key: value.replace("; ", ", ") for key, value in values.items() if value}


def _address(declared: Declared, data: bytes) -> str:
    saved = _SAVED_FROM.search(data[:4096])
    candidates = [*declared.addresses]
    if saved:
        candidates.append(saved.group(1).decode("utf-8", "replace"))
    whole = [address for address in candidates if re.match(r"https?://[^/\s]+", address)]
    return next((address for address in whole if _has_path(address)), whole[0] if whole else "")


def _has_path(address: str) -> bool:
    return len(address.split("?")[0].rstrip("/").split("/")) > 3


def _headline(declared: Declared, outline: Outline) -> str | None:
    if not declared.headlines:
        return None
    headline = declared.headlines[0]
    site = declared.site or ""
    for mark in (" - ", " | ", " – ", " — ", " :: ", " • "):
        head, found, tail = headline.rpartition(mark)
        if found and head and site and tail.strip().casefold() in site.casefold():
            headline = head.strip()
    heading = _first_heading(outline) or ""
    rest = headline[len(heading) :].lstrip()
    begins = heading != "" and headline.casefold().startswith(heading.casefold())
    return heading if begins and (not rest or rest[0] in "-|–—•·") else headline


def _first_heading(outline: Outline) -> str | None:
    headings = (
        at for at in range(len(outline.elements)) if outline.tag(at) == "h1" and outline.letters[at]
    )
    first = next(headings, None)
    return (
        text_of(outline.elements[first]).replace("\n", " ") or None if first is not None else None
    )


def _byline(declared: Declared) -> str | None:
    return next(filter(None, map(byline_of, declared.bylines)), None)


def _published(declared: Declared, outline: Outline, scope: Scope) -> WrittenDate | None:
    for value in declared.published:
        found = read_iso(value) or next(iter(find_dates(value[:120])), None)
        if found is not None and found.day > _EPOCH:  # an unset date is often printed as 1970
            return found
    within = range(scope.around, outline.end[scope.around])
    for at in within:
        if outline.tag(at) == "time" and (stamp := outline.elements[at].get("datetime")):
            return read_iso(stamp)
    short = (at for at in within if 0 < outline.letters[at] <= _SHORT)
    marked = (at for at in short if words_of(outline.elements[at]) & _DATE_WORDS)
    for at, _ in zip(marked, range(20), strict=False):
        if dates := find_dates(text_of(outline.elements[at])):
            return dates[0]
    return None


def _lines(outline: Outline, scope: Scope) -> list[str]:
    """The short and long paragraphs of the article, captions left out."""
    lines: list[str] = []
    at, end = scope.around, outline.end[scope.around]
    while at < end and len(lines) < _MOST_LINES:
        tag = outline.tag(at)
        if tag in ("figure", "nav", "aside", "footer", "script", "style"):
            at = outline.end[at]
        elif tag in ("p", "li", "h2") or (tag == "div" and _is_leaf(outline, at)):
            lines += text_of(outline.elements[at]).split("\n")
            at = outline.end[at]
        else:
            at += 1
    return [line for line in lines if line]


def _is_leaf(outline: Outline, number: int) -> bool:
    inner = range(number + 1, min(outline.end[number], number + 40))
    return outline.letters[number] > 0 and not any(
        outline.tag(at) in ("div", "p", "ul", "figure") for at in inner
    )
