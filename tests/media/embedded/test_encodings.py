"""Letters come out right, whatever a block declares of its encoding."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from media.embedded import read_metadata
from media.embedded.text import decoded, plain, repaired, storable


def test_undeclared_utf_8_in_iim_is_read_as_such(build: SimpleNamespace) -> None:
    read = read_metadata(build.jpeg(build.iptc(("2:80", "Bjørn".encode()), utf8=False)))
    assert read.creator == ("Bjørn",)
    assert read.problems == ()


@pytest.mark.parametrize(
    ("declared", "why"), [(False, "and nothing declared"), (True, "though declared so")]
)
def test_windows_1252_in_iim_is_read_and_told_of(
    build: SimpleNamespace, declared: bool, why: str
) -> None:
    values = (("2:80", "Bjørn".encode("cp1252")), ("2:105", "Київ".encode()))
    read = read_metadata(build.jpeg(build.iptc(*values, utf8=declared)))
    assert (read.creator, read.headline) == (("Bjørn",), "Київ")
    assert read.problems == (f"By-line: not UTF-8, {why}; read as Windows-1252",)


def test_bytes_that_windows_1252_does_not_know_are_read_as_latin_1() -> None:
    assert decoded(b"a\x81") == ("a\x81", True)


@pytest.mark.parametrize("written", ["Bjørn".encode(), "Bjørn".encode("cp1252"), "BjÃ¸rn".encode()])
def test_exif_is_right_in_utf_8_latin_1_and_spoilt_utf_8(
    build: SimpleNamespace, written: bytes
) -> None:
    assert read_metadata(build.jpeg(build.exif({315: written}))).creator == ("Bjørn",)


@pytest.mark.parametrize("text", ["plain", "Bjørn", "Київ", "â"])
def test_text_that_is_right_is_not_repaired(text: str) -> None:
    assert repaired(text) == text


def test_text_spoilt_by_windows_1252_is_repaired() -> None:
    assert repaired("â€œwordsâ€\x9d") != "“words”"
    assert repaired("Itâ€™s") == "It’s"


def test_plain_text_has_no_control_characters_and_no_blank_ends() -> None:
    assert plain(" a\x00b\x07\ud800 \n") == "ab\ufffd"
    assert plain(" \x00 ") is None


def test_any_value_becomes_storable() -> None:
    given = {"a": (b"\x01", 1.5, float("nan"), None, True), "\x00": {"b": ["\ud800", object]}}
    stored = storable(given)
    assert stored == {
        "a": ["01", 1.5, "nan", None, True],
        "\ufffd": {"b": ["\ufffd", "<class 'object'>"]},
    }


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_xmp_in_utf_16_is_read(build: SimpleNamespace, encoding: str) -> None:
    packet = build.packet(attributes='photoshop:Credit="Київ"').decode().encode(encoding)
    segment = build.segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + packet)
    assert read_metadata(build.jpeg(segment)).credit_line == "Київ"
