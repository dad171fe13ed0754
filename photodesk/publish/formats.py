"""The formats of the export, one writer each, safe for what reads them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from photodesk.publish.records import COLUMNS, Record

__all__ = ["FORMATS", "Format"]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, with the writer that streams it as text."""

    name: str
    media_type: str
    write: Callable[[Iterable[Record]], Iterator[str]]


def _jsonl(records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(record.as_json(), ensure_ascii=False) + "\n"


def _csv(records: Iterable[Record]) -> Iterator[str]:
    """RFC 4180 with a heading; a cell that a spreadsheet would run begins with an apostrophe."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for record in records:
        values = record.as_json() | {"reasons": "; ".join(record.reasons)}
        writer.writerow([_cell(values[name]) for name in COLUMNS])
        yield page.getvalue()
        page.seek(0)
        page.truncate()
    yield page.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if text.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{text}"
    return text


def _html(records: Iterable[Record]) -> Iterator[str]:
    """One figure a usage (HTML, section 4.4.12), to be pasted into a page.

    What may not be printed and was asked for all the same says so in a data attribute and in the
    caption, so that it cannot pass for cleared.
    """
    for record in records:
        alt = escape(record.alt_text or record.caption or "", quote=True)
        caption = " ".join(filter(None, (escape(record.caption or ""), _credit(record))))
        mark = ""
        if not record.verdict.may_be_printed:
            mark = f' data-withheld="{escape(record.verdict)}"'
            why = escape("; ".join(record.reasons))
            caption = f"<strong>Not for publication: {why}.</strong> {caption}"
        image = ""
        if record.file:
            image = f'  <img src="{escape(record.file, quote=True)}" alt="{alt}">\n'
        photo = f' data-photo="{record.photo}"' if record.photo else ""
        yield f"<figure{photo}{mark}>\n{image}  <figcaption>{caption}</figcaption>\n</figure>\n"


def _credit(record: Record) -> str:
    if not record.credit_line:
        return ""
    return f'<span class="credit">{escape(record.credit_line)}</span>'


FORMATS = {
    format_.name: format_
    for format_ in (
        Format("csv", "text/csv; charset=utf-8", _csv),
        Format("jsonl", "application/x-ndjson", _jsonl),
        Format("html", "text/html; charset=utf-8", _html),
    )
}
