"""Which kind of file some bytes are, by how they begin; the name of the file is never asked."""

from __future__ import annotations

__all__ = ["describe", "format_of"]

_FTYP_AVIF = frozenset({b"avif", b"avis"})
_FTYP_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

_OTHER = (
    (b"%PDF-", "a PDF document"),
    (b"8BPS", "a Photoshop document"),
    (b"BM", "a BMP picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
)


def format_of(data: bytes) -> str | None:
    """The name of the picture format that the bytes begin like, or None.

    One of JPEG, PNG, WebP, TIFF, GIF, AVIF and HEIC.
    """
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return "TIFF"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    return _iso_media_format(data)


def describe(data: bytes) -> str:
    """What bytes without a picture in them are, as the end of a sentence: "is empty; …"."""
    if not data:
        return "is empty; export the picture again"
    for start, name in _OTHER:
        if data.startswith(start):
            return f"is {name}, which photodesk does not read"
    if data[1:4] == b"PNG":
        return "is a PNG picture whose header is broken"
    if data[4:8] == b"ftyp":
        return "is a video, which photodesk does not read"
    head = data[:4096]
    if not head.strip(b"\x00"):
        return "is not a picture: it holds nothing but zeros"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!--")) and b"<svg" in text):
        return "is a SVG drawing, which photodesk does not read"
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "is not a picture: it begins like a web page"
    if _is_text(head):
        return "is not a picture: it begins like plain text"
    return "is not a picture of a kind that photodesk reads"


def _iso_media_format(data: bytes) -> str | None:
    """AVIF or HEIC by the brands of an ISO base media file (ISO/IEC 14496-12, 4.3)."""
    if data[4:8] != b"ftyp":
        return None
    end = min(int.from_bytes(data[:4], "big"), len(data), 256)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, end - 3, 4)}
    if brands & _FTYP_AVIF:
        return "AVIF"
    if brands & _FTYP_HEIC:
        return "HEIC"
    return None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if any(byte < 9 or 13 < byte < 27 for byte in head):
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4
    return True
