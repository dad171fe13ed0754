"""Builders of picture files, byte by byte: segments, datasets, packets and directories."""

from __future__ import annotations

import io
import struct
import zlib
from types import SimpleNamespace

import pytest
from PIL import Image

EXIF_HEADER = b"Exif\x00\x00"
XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\x00"

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "own": "http://example.org/own/",
}


def picture(kind: str = "JPEG", **options: object) -> bytes:
    """A small drawn picture of a format without any metadata."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((48, 32)).convert("RGB").save(out, kind, **options)
    return out.getvalue()


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def jpeg(*segments: bytes) -> bytes:
    """A drawn JPEG with segments put in right after its start."""
    drawn = picture()
    return drawn[:2] + b"".join(segments) + drawn[2:]


def dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def iim(*values: tuple[str, bytes], utf8: bool = True) -> bytes:
    """IIM datasets by number: ("2:80", b"...")."""
    start = dataset(1, 90, b"\x1b%G") if utf8 else b""
    return start + b"".join(dataset(*map(int, key.split(":")), value) for key, value in values)


def resource(kind: int, value: bytes) -> bytes:
    padding = b"\x00" * (len(value) % 2)
    return b"8BIM" + struct.pack(">HHI", kind, 0, len(value)) + value + padding


def photoshop(*resources: bytes) -> bytes:
    return segment(0xED, b"Photoshop 3.0\x00" + b"".join(resources))


def iptc(*values: tuple[str, bytes], utf8: bool = True) -> bytes:
    """The APP13 segment of IIM datasets."""
    return photoshop(resource(0x0404, iim(*values, utf8=utf8)))


def packet(body: str = "", attributes: str = "") -> bytes:
    """An XMP packet with one description."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}>'
        f'<rdf:Description rdf:about="" {attributes}>{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def xmp(body: str = "", attributes: str = "") -> bytes:
    """The APP1 segment of an XMP packet."""
    return segment(0xE1, XMP_HEADER + packet(body, attributes))


def tiff(
    tags: dict[int, bytes | tuple[int, int, bytes]],
    inner: dict[int, dict[int, bytes | tuple[int, int, bytes]]] | None = None,
    order: str = "<",
) -> bytes:
    """A TIFF structure: text tags as bytes, others as (type, count, value).

    ``inner`` are the directories that pointer tags lead to (0x8769 EXIF, 0x8825 GPS).
    """
    start = (b"II*\x00" if order == "<" else b"MM\x00*") + struct.pack(order + "I", 8)
    directories = [tags, *(inner or {}).values()]
    sizes = [
        2 + 12 * (len(one) + (len(inner or {}) if one is tags else 0)) + 4 for one in directories
    ]
    starts = [8 + sum(sizes[:index]) for index in range(len(sizes))]
    spare, after = b"", 8 + sum(sizes)
    out = b""
    for index, one in enumerate(directories):
        entries = dict(one)
        if index == 0:
            for number, at in zip(inner or {}, starts[1:], strict=True):
                entries[number] = (4, 1, struct.pack(order + "I", at))
        out += struct.pack(order + "H", len(entries))
        for number, value in sorted(entries.items()):
            kind, count, content = (
                value if isinstance(value, tuple) else (2, len(value) + 1, value + b"\x00")
            )
            if len(content) > 4:
                place = struct.pack(order + "I", after + len(spare))
                spare += content + b"\x00" * (len(content) % 2)
            else:
                place = content.ljust(4, b"\x00")
            out += struct.pack(order + "HHI", number, kind, count) + place
        out += b"\x00" * 4
    return start + out + spare


def exif(
    tags: dict[int, bytes | tuple[int, int, bytes]],
    inner: dict[int, dict[int, bytes | tuple[int, int, bytes]]] | None = None,
    order: str = "<",
) -> bytes:
    """The APP1 segment of an EXIF block."""
    return segment(0xE1, EXIF_HEADER + tiff(tags, inner, order))


def rationals(*values: tuple[int, int], order: str = "<") -> tuple[int, int, bytes]:
    return 5, len(values), b"".join(struct.pack(order + "II", *value) for value in values)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A drawn PNG with chunks put in after its header."""
    drawn = picture("PNG")
    extra = b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )
    return drawn[:33] + extra + drawn[33:]


@pytest.fixture(scope="session")
def build() -> SimpleNamespace:
    """The builders above."""
    names = (
        picture, segment, jpeg, dataset, iim, resource, photoshop, iptc, packet, xmp, tiff, exif,
        rationals, png,
    )  # fmt: skip
    return SimpleNamespace(**{builder.__name__: builder for builder in names})
