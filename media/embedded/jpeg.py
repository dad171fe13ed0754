"""The metadata segments of a JPEG file (ISO/IEC 10918-1, Annex B; XMP part 3, 1.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from media.embedded.blocks import Blocks, Collector

__all__ = ["frame_size", "jpeg_blocks", "segments"]

_FILL = re.compile(rb"\xff+")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_APP1, _APP13, _SOS, _EOI = 0xE1, 0xED, 0xDA, 0xD9
_MOST_SEGMENTS = 10_000
_MOST_JUNK = 1 << 20

_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
# Several agencies' systems write this header; Pillow and exiv2 find no XMP behind it.
_XMP_OF_AGENCIES = b"XMP\x00://ns.adobe.com/xap/1.0/\x00"
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\x00"
_PHOTOSHOP = b"Photoshop 3.0\x00"


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and payload of each segment up to the start of the scan, which comes last, empty.

    Junk between segments is skipped, as every reader does. A header of more than 10,000 segments
    or a megabyte of junk is no picture's: the walk ends there.
    """
    at, junk = 2, 0
    for _ in range(_MOST_SEGMENTS):
        found = data.find(b"\xff", at)
        fill = _FILL.match(data, found) if found >= 0 else None
        if fill is None or fill.end() >= len(data):
            return
        junk += fill.end() - 1 - at
        if junk > _MOST_JUNK:
            return
        marker, at = data[fill.end()], fill.end() + 1
        if marker in (_SOS, _EOI):
            yield marker, b""
            return
        if marker in _STANDALONE or marker == 0:
            continue
        size = int.from_bytes(data[at : at + 2], "big")
        if size < 2:
            continue
        yield marker, data[at + 2 : at + size]
        at += size


def frame_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as the frame header says, None where no scan follows a frame header."""
    size = None
    for marker, payload in segments(data):
        if marker in _FRAMES and len(payload) >= 6 and size is None:
            height, width = int.from_bytes(payload[1:3], "big"), int.from_bytes(payload[3:5], "big")
            size = (width, height) if width and height else None
        if marker == _SOS:
            return size
    return None


def jpeg_blocks(data: bytes) -> Blocks:
    """The blocks of a JPEG; image resources and Extended XMP are joined over their segments."""
    found = Collector()
    resources: list[bytes] = []
    parts: dict[bytes, dict[int, bytes]] = {}
    for marker, payload in segments(data):
        if marker == _APP13 and payload.startswith(_PHOTOSHOP):
            resources.append(payload[len(_PHOTOSHOP) :])
        elif marker != _APP1:
            continue
        elif payload.startswith(b"Exif\x00"):
            found.add_exif(payload)
        elif payload.startswith(_XMP):
            found.add_xmp(payload[len(_XMP) :])
        elif payload.startswith(_XMP_OF_AGENCIES):
            found.add_xmp(payload[len(_XMP_OF_AGENCIES) :])
        elif payload.startswith(_EXTENDED_XMP):
            part = payload[len(_EXTENDED_XMP) :]
            offset = int.from_bytes(part[36:40], "big")
            parts.setdefault(part[:32], {}).setdefault(offset, part[32:36] + part[40:])
    found.add_image_resources(b"".join(resources))
    for guid, chunks in parts.items():
        _add_extended_xmp(found, guid, chunks)
    return found.blocks()


def _add_extended_xmp(found: Collector, guid: bytes, chunks: dict[int, bytes]) -> None:
    """Join the parts that the main packet names by its GUID (xmpNote:HasExtendedXMP)."""
    if not any(guid in packet for packet in found.xmp):
        found.problems.append("an Extended XMP block belongs to no XMP packet and is left out")
        return
    joined = bytearray()
    for offset, chunk in sorted(chunks.items()):
        if offset != len(joined):
            break
        joined += chunk[4:]
    declared = int.from_bytes(chunks[min(chunks)][:4], "big")
    if len(joined) != declared:
        found.problems.append("the Extended XMP is incomplete and is left out")
    else:
        found.add_xmp(bytes(joined))
