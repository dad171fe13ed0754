"""What a file is, by its content and its ending together: page, text or manifest."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from media.article.decoding import decode, is_binary
from media.article.manifest import KNOWN_COLUMNS, column_name

__all__ = ["kind_of"]

_HEAD = 8192
_PAGE_ENDINGS = {".html", ".htm", ".xhtml", ".xht", ".shtml"}
_TABLE_ENDINGS = {".csv", ".tsv"}
_TEXT_ENDINGS = {".txt", ".text", ".md", ".markdown", ""}
_WHOLE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,600}?-->\s*){0,3}<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ANY_TAG = re.compile(
    r"<(?:html|head|body|article|main|div|p|figure|img|h1|section|span|table)[\s/>]", re.IGNORECASE
)


def kind_of(data: bytes, name: str) -> Literal["html", "text", "manifest"] | None:
    """The kind of a file, or None for what is neither page, text nor manifest."""
    if is_binary(data):
        return None
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    head = decode(data[:_HEAD]).text
    if _WHOLE_PAGE.match(head):
        return "html" if ending in _PAGE_ENDINGS | _TABLE_ENDINGS | _TEXT_ENDINGS else None
    if ending in _PAGE_ENDINGS:
        return "html"
    if ending in _TABLE_ENDINGS:
        return "manifest"
    if ending not in _TEXT_ENDINGS:
        return None
    if _is_manifest_head(head):
        return "manifest"
    begins = head.lstrip()
    return "html" if begins.startswith("<") and _ANY_TAG.match(begins) else "text"


def _is_manifest_head(head: str) -> bool:
    first = head.lstrip("\ufeff\r\n ").split("\n", 1)[0]
    names = {column_name(cell) for cell in re.split(r"[,;\t]", first[:2000])}
    return "article" in names and len(names & KNOWN_COLUMNS) > 1
