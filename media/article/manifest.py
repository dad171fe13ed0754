"""A CSV manifest: one row a picture of an article, with caption, credit and licence.

Columns: ``article`` (address or slug), ``file``, ``caption``, ``credit``, ``licence``, and
optionally ``title, published, byline, position, alt, language``; names in any case.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from media.article.dates import find_dates, read_iso
from media.article.decoding import decode, is_binary
from media.article.language import declared_language
from media.article.refusals import NotAManifest
from media.credit import strip_label
from media.types import Article, Usage

__all__ = ["KNOWN_COLUMNS", "Manifest", "column_name", "read_manifest"]

_COLUMNS = ("article", "file", "caption", "credit", "licence", "title", "published", "byline",
            "position", "alt", "language")  # fmt: skip
KNOWN_COLUMNS = frozenset(_COLUMNS)
_SPELLINGS = {"license": "licence"}
_DELIMITERS = ",;\t"
_LARGEST_POSITION = 100_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """The articles of a manifest, its rejected rows by line number, and what is odd as a whole."""

    articles: tuple[Article, ...]
    rejected: tuple[tuple[int, str], ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]
    published: tuple[date, str] | None
    position: int | None


class _BadRow(Exception):
    """Why one row is rejected."""


def column_name(cell: str) -> str:
    """A column's name as photodesk writes it: lower case, British spelling."""
    name = cell.strip().strip("\"'").strip().lower()
    return _SPELLINGS.get(name, name)


def read_manifest(data: bytes, name: str) -> Manifest:
    """The articles of a CSV manifest, grouped by ``article``, usages in their order.

    Raises NotAManifest where the bytes are no table or the column ``article`` is missing. A row
    without article, with a bad date or a bad position is rejected with its line number.
    """
    if is_binary(data):
        raise NotAManifest("is not a text table; save it as CSV in UTF-8")
    decoded = decode(data)
    problems = []
    if decoded.guessed:
        problems.append(
            f"is not in UTF-8 and was read as {decoded.encoding}; check names with accents, or "
            "save it as UTF-8"
        )
    header, rows, broken = _table(decoded.text)
    if broken:
        problems.append(broken)
    problems += _column_problems(header)
    read: list[_Row] = []
    rejected: list[tuple[int, str]] = []
    for line, cells in rows:
        try:
            read.append(_row(line, header, cells))
        except _BadRow as why:
            rejected.append((line, str(why)))
    return Manifest(tuple(_articles(read, rejected)), tuple(sorted(rejected)), tuple(problems))


def _table(text: str) -> tuple[list[str], list[tuple[int, list[str]]], str | None]:
    text = text.replace("\0", "")
    if not text.strip():
        raise NotAManifest("is empty; a manifest begins with a line of column names")
    first = next(line for line in text.splitlines() if line.strip())
    if first.lower().startswith("sep=") and len(first.strip()) <= 5:  # written by spreadsheets
        text = text[text.index(first) + len(first) :]
        first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] = []
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if header:
                    rows.append((begins, cells))
                else:
                    header = [column_name(cell) for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        return header, rows, f"could not be read past line {reader.line_num} ({error})"
    return header, rows, None


def _column_problems(header: list[str]) -> Iterator[str]:
    unknown = [column for column in dict.fromkeys(header) if column and column not in KNOWN_COLUMNS]
    known = ", ".join(_COLUMNS)
    if "article" not in header:
        named = ", ".join(repr(column[:60]) for column in unknown[:12]) or "none"
        raise NotAManifest(
            f"has no column 'article'; the columns not known are {named}, "
            f"the known ones are {known}"
        )
    for column in unknown[:12]:
        yield f"column {column[:60]!r} is not known and was not read; the known ones are {known}"
    given = Counter(column for column in header if column in KNOWN_COLUMNS)
    for column in sorted(column for column, times in given.items() if times > 1):
        yield f"column {column!r} stands there twice; the first was read"


def _row(line: int, header: list[str], cells: list[str]) -> _Row:
    values: dict[str, str] = {}
    for column, cell in zip(header, cells, strict=False):
        if column in KNOWN_COLUMNS:
            values.setdefault(column, cell.strip())
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        raise _BadRow(
            f"has {len(cells)} cells for {len(header)} columns; put a cell with a comma in quotes"
        )
    if not values.get("article"):
        raise _BadRow("names no article")
    return _Row(line, values, _published(values), _position(values))


def _published(values: Mapping[str, str]) -> tuple[date, str] | None:
    written = values.get("published", "")
    if not written:
        return None
    found = read_iso(written) or next(
        iter(find_dates(written[:80], declared_language(values.get("language")))), None
    )
    if found is None:
        raise _BadRow(f"has no readable date in 'published': {written[:40]!r}; write 2025-08-22")
    return found.day, found.iso


def _position(values: Mapping[str, str]) -> int | None:
    written = values.get("position", "")
    if not written:
        return None
    if not re.fullmatch(r"[0-9]{1,6}", written) or not 1 <= int(written) <= _LARGEST_POSITION:
        raise _BadRow(f"has no readable position: {written[:40]!r}; write a number from 1")
    return int(written)


def _articles(rows: list[_Row], rejected: list[tuple[int, str]]) -> Iterator[Article]:
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.cells["article"], []).append(row)
    for address, group in groups.items():
        placed, refused = _placed(group)
        rejected += refused
        if placed:
            yield _article(address, [row for row, _ in placed], [usage for _, usage in placed])


def _placed(group: list[_Row]) -> tuple[list[tuple[_Row, Usage]], list[tuple[int, str]]]:
    """The rows of an article with their usages in position order, and the rows that clash."""
    taken: dict[int, _Row] = {}
    refused: list[tuple[int, str]] = []
    for row in group:
        if row.position in taken:
            first = taken[row.position].line
            refused.append((row.line, f"has the position {row.position} of line {first}"))
        elif row.position is not None:
            taken[row.position] = row
    free = 1
    for row in group:
        if row.position is None:
            while free in taken:
                free += 1
            taken[free] = row
    return [(row, _usage(position, row.cells)) for position, row in sorted(taken.items())], refused


def _usage(position: int, cells: Mapping[str, str]) -> Usage:
    return Usage(
        position=position,
        caption=cells.get("caption") or None,
        credit_line=strip_label(cells.get("credit", "")) or None,
        alt_text=cells.get("alt") or None,
        licence=cells.get("licence") or None,
        references=(cells["file"],) if cells.get("file") else (),
    )


def _article(address: str, rows: list[_Row], usages: list[Usage]) -> Article:
    problems = []
    first: dict[str, str] = {}
    for row in rows:
        for column in ("title", "byline", "language", "published"):
            value = row.cells.get(column, "")
            if value and first.setdefault(column, value) != value:
                problems.append(f"line {row.line} gives another {column}; the first was kept")
    published = next((row.published for row in rows if row.published), None)
    article = Article(
        address=address,
        headline=first.get("title"),
        byline=first.get("byline"),
        language=declared_language(first.get("language")),
        usages=tuple(usages),
        problems=tuple(problems[:20]),
    )
    if published is None:
        return article
    return replace(article, published=published[0], published_at=published[1])
