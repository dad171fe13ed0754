"""Files made to break a reader cost little and raise nothing."""

from __future__ import annotations

import struct
import time
import zlib
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.embedded import read_metadata
from media.embedded.exif import read_exif
from media.embedded.iim import read_iim
from media.embedded.jpeg import frame_size, segments
from media.embedded.xmp import read_xmp


def _loops(count: int) -> bytes:
    """A directory full of pointers to itself as GPS directory."""
    entries = b"".join(struct.pack("<HHII", 0x8825, 4, 1, 8) for _ in range(count))
    return b"II*\x00" + struct.pack("<IH", 8, count) + entries + b"\x00" * 4


@pytest.mark.parametrize(
    "block",
    [
        _loops(5000),
        b"II*\x00\x08\x00\x00\x00\xff\xff"
        + b"\x25\x88\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00" * 400,
        b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHII", 0x927C, 7, 0xFFFFFFFF, 8),
        b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHII", 315, 2, 0xFFFFFFFF, 8),
        b"MM\x00*\xff\xff\xff\xff",
        b"II*\x00",
    ],
)
def test_exif_that_promises_too_much_ends_soon(block: bytes) -> None:
    start = time.process_time()
    read_exif(block)
    assert time.process_time() - start < 2


def test_exif_that_promises_too_much_keeps_what_came_before(build: SimpleNamespace) -> None:
    chain = b"".join(struct.pack("<HHII", 0x9000 + index, 3, 999, 8) for index in range(60))
    block = build.tiff({315: b"A. One"})
    late = bytearray(block)
    late[10 + 12 : 10 + 16] = struct.pack("<I", len(block))
    read = read_exif(bytes(late) + struct.pack("<H", 60) + chain + b"\x00" * 4)
    assert read.tags["Image Artist"] == "A. One"
    assert read.problems == ("the EXIF block promises more values than a photo's can hold",)


def test_broken_exif_tag_costs_that_tag_only(build: SimpleNamespace) -> None:
    # A number of eight bytes that lies outside: ExifRead takes the first value of none.
    block = build.tiff({315: b"A. One", 0x0112: (4, 1, struct.pack("<I", 50_000))})
    short, wide = (struct.pack("<HHI", 0x0112, kind, 1) for kind in (4, 12))
    read = read_exif(block.replace(short, wide))
    assert read.tags == {"Image Artist": "A. One"}
    assert read.problems == ("damaged EXIF tags left out: 1",)


def test_iim_cut_anywhere_gives_what_is_whole(build: SimpleNamespace) -> None:
    block = build.iim(("2:110", b"Agency"), ("2:120", b"Caption"))
    second = block.index(b"\x1c\x02\x78")
    for end in range(second, len(block)):
        assert read_iim(block[:end]).datasets["2:110"] == ("Agency",)
    for end in range(second):
        assert "2:120" not in read_iim(block[:end]).datasets
    assert read_iim(block[:-3]).problems == (
        "the IPTC block is damaged; what could be read of it was kept",
    )


def test_iim_with_a_length_of_its_own_length_is_read() -> None:
    long = b"\x1c\x02\x78\x80\x04" + struct.pack(">I", 40_000) + b"c" * 40_000
    assert read_iim(long).datasets["2:120"] == ("c" * 40_000,)
    assert read_iim(b"\x1c\x02\x78\xff\xff" + b"\xff" * 20).problems


def test_text_that_inflates_to_gigabytes_is_bounded(build: SimpleNamespace) -> None:
    bomb = zlib.compress(b"\x00" * (64 << 20))
    content = b"XML:com.adobe.xmp\x00\x01\x00\x00\x00" + bomb
    assert read_metadata(build.png((b"iTXt", content))).credit_line is None


def test_header_of_filling_ends_soon() -> None:
    start = time.process_time()
    for data in (b"\xff\xd8" + b"\xff" * (20 << 20), b"\xff\xd8\xff\xe0" + b"\x00" * (20 << 20)):
        assert frame_size(data) is None
    assert time.process_time() - start < 2


def test_header_of_a_million_segments_ends_soon() -> None:
    data = b"\xff\xd8" + b"\xff\xe1\x00\x02" * 1_000_000
    assert len(list(segments(data))) == 10_000


def test_element_nested_a_million_times_is_refused() -> None:
    deep = b"<x>" * 1_000_000 + b"</x>" * 1_000_000
    assert read_xmp([deep]).properties == {}


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_change_to_any_byte_raises_nothing(build: SimpleNamespace, data: st.DataObject) -> None:
    whole = build.jpeg(
        build.exif({315: b"A. One", 270: b"x" * 9}, {0x8769: {0x9003: b"2026:11:23 10:11:12"}}),
        build.iptc(("2:80", b"A. One"), ("2:120", b"Caption")),
        build.xmp("<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li></rdf:Seq></dc:creator>"),
    )
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(2, 900))] = data.draw(st.integers(0, 255))
    read_metadata(bytes(changed[: data.draw(st.integers(0, len(changed)))]))


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_in_any_block_raise_nothing(block: bytes) -> None:
    read_exif(b"II*\x00" + block)
    read_iim(b"\x1c\x02" + block)
    read_xmp([b"<x:xmpmeta>" + block])
    for start in (
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"GIF89a",
        b"II*\x00",
        b"MM\x00+",
    ):
        read_metadata(start + block)
