"""Bytes of a page, a text or a table as text, with the name of the encoding found.

The order is that of the WHATWG Encoding Standard: byte order mark, what the transport or page
declares, then the bytes themselves.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

__all__ = ["Decoded", "declared_encoding", "decode", "is_binary"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_SAMPLE = 1 << 16
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,8}=\s{0,8}[\"']?([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
# What the standard decodes instead of the label that pages write.
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
}
_LOW_BLOCKS = 0x20
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and whether that encoding is only a guess."""

    text: str
    encoding: str
    guessed: bool = False


def is_binary(data: bytes) -> bool:
    """Whether the head of the bytes holds what no text holds: control bytes outside UTF-16/32."""
    head = data[:_HEAD]
    if _marked(head) or _unmarked_utf16(head):
        return False
    return len(head) != len(head.translate(None, _CONTROLS))


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's markup declares in its first 4,096 bytes, if Python knows it."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    label = found.group(1).decode("ascii").lower()
    name = _LABELS.get(label, label)
    if name.startswith(("utf-16", "utf-32")):  # markup that can be read as ASCII is neither
        return "utf-8"
    try:
        known = codecs.lookup(name)
    except LookupError:
        return None
    return known.name if known._is_text_encoding else None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Text by byte order mark, strict UTF-8, the declared encoding, then the look of the bytes.

    Strict UTF-8 goes before the declaration, because browsers save pages as UTF-8 and leave an
    older declaration in place, while text of another encoding is hardly ever valid UTF-8.
    """
    if marked := _marked(data):
        mark, encoding = marked
        return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    if encoding := _unmarked_utf16(data[:_HEAD]) or "":
        return Decoded(data.decode(encoding, "replace"), encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut = error.start > len(data) - 4
    if cut:  # the last letter is cut off, nothing else is wrong
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    if declared and declared != "utf-8":
        return Decoded(data.decode(declared, "replace"), declared)
    if declared == "utf-8" and _mostly_utf8(data):
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    encoding = _by_look(data)
    return Decoded(data.decode(encoding, "replace"), encoding, guessed=True)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of the head is the number of a low block of letters,
    and some are zero.
    """
    even, odd = head[0 : len(head) // 2 * 2 : 2], head[1::2]
    if len(odd) < 4:
        return None
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        blocks = sum(byte < _LOW_BLOCKS for byte in high)
        if blocks * 20 >= len(high) * 19 and high.count(0) * 20 >= len(high) and not low.count(0):
            return encoding
    return None


def _mostly_utf8(data: bytes) -> bool:
    sample = data[: 4 * _SAMPLE]
    wrong = sample.decode("utf-8", "replace").count("\ufffd")
    return wrong * 20 < sum(byte >= 0x80 for byte in sample)


def _by_look(data: bytes) -> str:
    """The likeliest encoding of bytes that declare none.

    Single-byte Cyrillic has whole words above 0x7F, Western text lone letters; only what is
    neither goes to the statistical detector, which is unsure on short texts.
    """
    sample = data[:_SAMPLE]
    runs = re.findall(rb"[\x80-\xff]+", sample)
    high = sum(map(len, runs))
    if sum(len(run) for run in runs if len(run) < 3) * 2 > high:
        return "cp1252"
    cyrillic = sum(sum(byte >= 0xC0 for byte in run) for run in runs)
    words = [run for run in runs if len(run) > 2]
    lower_tail = sum(
        all(byte >= 0xE0 or byte in b"\xb3\xbf\xba\xb4\xb8" for byte in run[1:]) for run in words
    )
    if cyrillic > high * 0.9 and lower_tail * 4 > len(words) * 3:
        return "cp1251"
    best = from_bytes(sample, steps=5, chunk_size=2048).best()
    return best.encoding if best else "cp1252"
