"""A file is known by how it begins, and what is no picture is named."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from media.embedded.signature import describe, format_of


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "JPEG"),
        ("PNG", "PNG"),
        ("WEBP", "WebP"),
        ("TIFF", "TIFF"),
        ("GIF", "GIF"),
        ("AVIF", "AVIF"),
    ],
)
def test_format_is_known_by_its_first_bytes(build: SimpleNamespace, kind: str, name: str) -> None:
    assert format_of(build.picture(kind)) == name


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x00\x00\x00\x14ftypmif1\x00\x00\x00\x00avif", "AVIF"),
        (b"\x00\x00\x00\x14ftypmif1\x00\x00\x00\x00heic", "HEIC"),
        (b"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00mp41", None),
        (b"", None),
    ],
)
def test_iso_media_files_are_known_by_their_brands(data: bytes, name: str | None) -> None:
    assert format_of(data) == name


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty; export the picture again"),
        (b"Dear editor,\nsee below", "is not a picture: it begins like plain text"),
        ("Київ ".encode() * 2000, "is not a picture: it begins like plain text"),
        ("Київ".encode("utf-16"), "is not a picture: it begins like plain text"),
        (b"<svg xmlns='x'/>", "is a SVG drawing, which photodesk does not read"),
        (
            b"\xef\xbb\xbf<?xml version='1.0'?><svg/>",
            "is a SVG drawing, which photodesk does not read",
        ),
        (b"<!DOCTYPE HTML><p>", "is not a picture: it begins like a web page"),
        (b"%PDF-1.7", "is a PDF document, which photodesk does not read"),
        (b"\x00\x00\x00\x14ftypisom", "is a video, which photodesk does not read"),
        (b"\x89PNG\n", "is a PNG picture whose header is broken"),
        (b"\x00" * 900, "is not a picture: it holds nothing but zeros"),
        (b"\x01\x02\x03", "is not a picture of a kind that photodesk reads"),
        (b"caf\xe9 and more", "is not a picture of a kind that photodesk reads"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, sentence: str) -> None:
    assert describe(data) == sentence
