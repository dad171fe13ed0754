"""The metadata blocks of PNG, WebP, GIF, AVIF and HEIC files, and the door to all formats."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from media.embedded.blocks import Blocks, Collector
from media.embedded.jpeg import jpeg_blocks
from media.embedded.signature import format_of
from media.embedded.tiff import read_tiff

__all__ = ["PNG_SIGNATURE", "blocks_of", "png_chunks"]

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_MOST_INFLATED = 16 << 20
_MOST_CHUNKS = 1_000_000
_GIF_XMP = b"\x21\xff\x0bXMP DataXMP"


def blocks_of(data: bytes) -> Blocks:
    """The EXIF, IIM and XMP blocks of a file of any format that photodesk reads."""
    kind = format_of(data)
    if kind == "JPEG":
        return jpeg_blocks(data)
    found = Collector()
    if kind == "PNG":
        _read_png(data, found)
    elif kind == "WebP":
        _read_webp(data, found)
    elif kind == "TIFF":
        read_tiff(data, found)
    elif kind == "GIF":
        _read_gif(data, found)
    elif kind is not None:
        _read_iso_media(data, kind, found)
    return found.blocks()


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and content of each PNG chunk (PNG 3, 5.3), as far as the file goes."""
    at = len(PNG_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if at + 12 > len(data):
            return
        size, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + size > len(data):
            return
        yield kind, data[at + 8 : at + 8 + size]
        at += 12 + size


def _read_png(data: bytes, found: Collector) -> None:
    for kind, content in png_chunks(data):
        if kind == b"eXIf":
            found.add_exif(content)
        elif kind in (b"iTXt", b"tEXt", b"zTXt"):
            keyword, text = _png_text(kind, content)
            if keyword == b"XML:com.adobe.xmp":
                found.add_xmp(text)
            elif keyword.startswith(b"Raw profile type "):
                _add_raw_profile(keyword[17:], text, found)


def _png_text(kind: bytes, content: bytes) -> tuple[bytes, bytes]:
    """Keyword and text of a textual chunk (PNG 3, 11.3.3), inflated where it is compressed."""
    keyword, _, rest = content.partition(b"\x00")
    if kind == b"tEXt":
        return keyword, rest
    if kind == b"zTXt":
        return keyword, _inflated(rest[1:])
    compressed, rest = rest[:1] == b"\x01", rest[2:]
    text = rest.partition(b"\x00")[2].partition(b"\x00")[2]
    return keyword, _inflated(text) if compressed else text


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, _MOST_INFLATED)
    except zlib.error:
        return b""


def _add_raw_profile(name: bytes, text: bytes, found: Collector) -> None:
    """A profile as ImageMagick and ExifTool write it into PNG: name, length, then hexadecimal."""
    lines = text.strip().split(b"\n", 2)
    if len(lines) < 3:
        return
    try:
        profile = bytes.fromhex(lines[2].decode("ascii"))
    except ValueError:
        found.problems.append(f"the PNG profile {name.decode('latin-1')} is damaged")
        return
    if name in (b"iptc", b"8bim"):
        found.add_iim(profile)
    elif name == b"xmp":
        found.add_xmp(profile)
    elif name in (b"exif", b"APP1"):
        if profile.startswith(b"http://"):
            found.add_xmp(profile.partition(b"\x00")[2])
        else:
            found.add_exif(profile)


def _read_webp(data: bytes, found: Collector) -> None:
    """The chunks EXIF and XMP of the RIFF container (WebP Container Specification)."""
    at = 12
    for _ in range(_MOST_CHUNKS):
        if at + 8 > len(data):
            return
        kind, size = struct.unpack_from("<4sI", data, at)
        if kind == b"EXIF":
            found.add_exif(data[at + 8 : at + 8 + size])
        elif kind == b"XMP ":
            found.add_xmp(data[at + 8 : at + 8 + size])
        at += 8 + (size + 1 & ~1)


def _read_gif(data: bytes, found: Collector) -> None:
    """The XMP application extension (XMP part 3, 1.1.2).

    The packet lies there as plain text before a trailer of 258 bytes; looking for it costs less
    than walking a million frames, each of which may be a few bytes long.
    """
    start = data.find(_GIF_XMP)
    if start < 0:
        return
    start += len(_GIF_XMP)
    end = data.find(b"\x01\xff\xfe\xfd", start)
    if end < 0:
        found.problems.append("the XMP packet ends in the middle")
        end = len(data)
    found.add_xmp(data[start:end])


def _read_iso_media(data: bytes, kind: str, found: Collector) -> None:
    try:
        with Image.open(io.BytesIO(data), formats=("AVIF",) if kind == "AVIF" else ("HEIF",)) as im:
            exif, xmp = im.info.get("exif"), im.info.get("xmp")
    except Exception:  # a decoder may raise anything on hostile input
        found.problems.append(f"the boxes of the {kind} file cannot be read")
        return
    if isinstance(exif, bytes):
        found.add_exif(exif)
    if isinstance(xmp, bytes):
        found.add_xmp(xmp)
