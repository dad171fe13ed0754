"""What can be saved of pictures whose header Pillow refuses: their size, and mended PNG files."""

from __future__ import annotations

import struct
import zlib

from media.embedded.containers import PNG_SIGNATURE, png_chunks
from media.embedded.jpeg import frame_size
from media.embedded.tiff import tiff_size

__all__ = ["declared_size", "mended_png"]

_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_LARGEST_EDGE = 1_000_000


def declared_size(data: bytes, kind: str) -> tuple[int, int] | None:
    """Width and height that the file declares, None where it declares none that can be."""
    size: tuple[int, int] | None = None
    if kind == "JPEG":
        size = frame_size(data)
    elif kind == "TIFF":
        size = tiff_size(data)
    elif kind == "PNG" and data[12:16] == b"IHDR" and len(data) >= 24:
        size = struct.unpack_from(">II", data, 16)
    elif kind == "GIF" and len(data) >= 10:
        size = struct.unpack_from("<HH", data, 6)
    if size is None or not all(0 < edge <= _LARGEST_EDGE for edge in size):
        return None
    return size


def mended_png(data: bytes) -> bytes:
    """The PNG with the chunks alone that its pixels need, and right checksums on them.

    Pillow refuses a picture for one wrong bit in a gamma value or a comment.
    """
    mended = [PNG_SIGNATURE]
    for kind, content in png_chunks(data):
        if kind in _NEEDED:
            checked = kind + content
            mended.append(struct.pack(">I", len(content)) + checked)
            mended.append(struct.pack(">I", zlib.crc32(checked)))
    return b"".join(mended)
