"""The first directory of a TIFF file: its metadata blocks and its size (TIFF 6.0; BigTIFF)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from media.embedded.blocks import Collector

__all__ = ["read_tiff", "tiff_size"]

_MOST_TAGS = 4096
_WIDTH, _HEIGHT, _XMP, _IIM, _RESOURCES = 256, 257, 700, 33723, 34377
_SHORT, _LONG = 3, 4
_TYPE_SIZES = {1: 1, 2: 1, _SHORT: 2, _LONG: 4, 6: 1, 7: 1, 9: 4, 13: 4, 16: 8}


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag of the first directory: its number, its type and the bytes of its value."""

    number: int
    kind: int
    value: bytes


def read_tiff(data: bytes, found: Collector) -> None:
    """Take the blocks of a TIFF file (XMP part 3, 2.1): the whole file is an EXIF structure."""
    found.add_exif(data)
    try:
        for tag in _tags(data):
            if tag.number == _XMP:
                found.add_xmp(tag.value)
            elif tag.number == _RESOURCES:
                found.add_image_resources(tag.value)
            elif tag.number == _IIM:
                found.add_iim(_in_byte_order(tag, data))
    except struct.error:
        found.problems.append("the TIFF directory is damaged")


def tiff_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the first directory declares them, None where it does not."""
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    try:
        sizes = {
            tag.number: int.from_bytes(tag.value, order)
            for tag in _tags(data)
            if tag.number in (_WIDTH, _HEIGHT)
        }
    except struct.error:
        return None
    return (sizes.get(_WIDTH, 0), sizes.get(_HEIGHT, 0))


def _tags(data: bytes) -> Iterator[_Tag]:
    """The tags of the first directory; raises struct.error where the file ends before it does."""
    order = "<" if data[:2] == b"II" else ">"
    big = data[2:4] in (b"+\x00", b"\x00+")
    # Each entry: number, type, count, and the value or, where it is longer, its offset.
    entry, word = (f"{order}HHQQ", 8) if big else (f"{order}HHII", 4)
    (start,) = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)
    if start >= len(data):
        raise struct.error
    (count,) = struct.unpack_from(order + ("Q" if big else "H"), data, start)
    start += 8 if big else 2
    step = struct.calcsize(entry)
    for at in range(start, start + min(count, _MOST_TAGS) * step, step):
        number, kind, length, offset = struct.unpack_from(entry, data, at)
        size = length * _TYPE_SIZES.get(kind, 0)
        where = offset if size > word else at + step - word
        yield _Tag(number, kind, data[where : where + size])


def _in_byte_order(tag: _Tag, data: bytes) -> bytes:
    """IIM as bytes: old writers put it down as 32-bit words, swapped with the byte order."""
    if tag.kind != _LONG or data[:2] == b"II" or tag.value[:1] == b"\x1c":
        return tag.value
    words = len(tag.value) // 4
    return struct.pack(f"<{words}I", *struct.unpack_from(f">{words}I", tag.value))
