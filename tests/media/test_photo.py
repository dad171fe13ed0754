"""A photo is everything its bytes say, and prints as the interface promises."""

from __future__ import annotations

import hashlib
import io
import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from media.errors import NotAPicture, PhotodeskError
from media.photo import MIME_TYPES, photo_json, read_photo

KEYS = [
    "sha256",
    "format",
    "width",
    "height",
    "bytes",
    "date_created",
    "creator",
    "credit_line",
    "source",
    "copyright_notice",
    "caption",
    "headline",
    "title",
    "keywords",
    "instructions",
    "usage_terms",
    "web_statement",
    "licensor",
    "digital_source_type",
    "data_mining",
    "alt_text",
    "city",
    "country",
    "persons",
    "camera",
    "gps",
    "software",
    "fingerprint",
    "credentials",
    "problems",
    "origin_of",
]


def saved(kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, kind, **options)
    return out.getvalue()


def described() -> bytes:
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = "A. One", "(c) A. One"
    return saved(exif=exif)


def test_photo_is_known_by_its_digest() -> None:
    data = described()
    photo = read_photo(data)
    assert photo.sha256 == hashlib.sha256(data).hexdigest()
    assert photo.size == len(data)
    assert (photo.pixels.width, photo.metadata.creator) == (256, ("A. One",))


def test_photo_prints_the_promised_keys_in_their_order() -> None:
    printed = photo_json(read_photo(described()))
    assert list(printed) == KEYS
    assert list(photo_json(read_photo(described()), "a.jpg")) == ["file", *KEYS]


def test_absent_is_null_and_lists_are_lists() -> None:
    printed = json.loads(json.dumps(photo_json(read_photo(described()))))
    assert printed["caption"] is None
    assert printed["gps"] is None
    assert printed["keywords"] == []
    assert printed["creator"] == ["A. One"]
    assert printed["origin_of"] == {"creator": "exif", "copyright_notice": "exif"}
    assert printed["credentials"] == {
        "state": "none",
        "code": None,
        "signer": None,
        "actions": [],
        "ai_generated": False,
        "problems": [],
    }


def test_damage_is_the_first_problem() -> None:
    data = saved()
    photo = read_photo(data[: len(data) // 2])
    assert photo_json(photo)["problems"] == ["the file is truncated"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF"])
def test_every_format_has_a_media_type(kind: str) -> None:
    photo = read_photo(saved(kind))
    assert MIME_TYPES[photo.pixels.format] == f"image/{kind.lower()}"


def test_text_under_any_name_is_refused_with_an_error_of_ours() -> None:
    with pytest.raises(PhotodeskError, match="begins like plain text"):
        read_photo(b"Dear editor, the picture is below.")


def test_photo_travels_between_processes() -> None:
    photo = read_photo(described())
    assert pickle.loads(pickle.dumps(photo)) == photo


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_changed_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF", "GIF"]))
    changed = bytearray(saved(kind))
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        photo = read_photo(bytes(changed[: data.draw(st.integers(0, len(changed)))]))
    except NotAPicture as refused:
        sentence = str(refused)
        assert sentence.startswith("is ")
    else:
        json.dumps(photo_json(photo))
