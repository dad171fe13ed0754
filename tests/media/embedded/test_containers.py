"""The blocks are found wherever each file format keeps them."""

from __future__ import annotations

import io
import struct
import zlib
from types import SimpleNamespace

import pytest
from PIL import Image

from media.embedded import read_metadata
from media.embedded.containers import blocks_of
from media.embedded.tiff import tiff_size

GUID = b"0123456789ABCDEF0123456789ABCDEF"
CREDIT = "<photoshop:Credit>AP</photoshop:Credit>"


def _profile(name: str, content: bytes) -> bytes:
    return f"\n{name}\n{len(content):8}\n".encode() + content.hex().encode() + b"\n"


def test_xmp_behind_the_header_of_the_agencies_is_read(build: SimpleNamespace) -> None:
    segment = build.segment(0xE1, b"XMP\x00://ns.adobe.com/xap/1.0/\x00" + build.packet(CREDIT))
    assert read_metadata(build.jpeg(segment)).credit_line == "AP"


def test_exif_is_found_behind_other_segments(build: SimpleNamespace) -> None:
    data = build.jpeg(build.segment(0xE2, b"ICC"), build.iptc(), build.exif({315: b"A. One"}))
    assert read_metadata(data).creator == ("A. One",)


def test_junk_and_filling_between_segments_are_skipped(build: SimpleNamespace) -> None:
    data = build.jpeg(b"\xff\x01\x00junk", b"\xff\xff\xff" + build.xmp(CREDIT)[1:])
    assert read_metadata(data).credit_line == "AP"


def test_segment_that_claims_no_length_is_skipped(build: SimpleNamespace) -> None:
    assert read_metadata(build.jpeg(b"\xff\xe5\x00\x00", build.xmp(CREDIT))).credit_line == "AP"


def test_image_resources_are_joined_over_segments(build: SimpleNamespace) -> None:
    whole = build.resource(0x03ED, b"odd") + build.resource(
        0x0404, build.iim(("2:110", b"Agency"), ("2:120", b"c" * 500))
    )
    halves = [
        build.segment(0xED, b"Photoshop 3.0\x00" + part) for part in (whole[:200], whole[200:])
    ]
    read = read_metadata(build.jpeg(*halves))
    assert (read.credit_line, read.caption) == ("Agency", "c" * 500)


def test_image_resources_can_hold_exif_and_xmp(build: SimpleNamespace) -> None:
    data = build.jpeg(
        build.photoshop(
            build.resource(0x0422, build.tiff({315: b"A. One"})),
            build.resource(0x0424, build.packet(CREDIT)),
        )
    )
    read = read_metadata(data)
    assert (read.creator, read.credit_line) == (("A. One",), "AP")


def test_image_resources_cut_short_are_told_of(build: SimpleNamespace) -> None:
    cut = build.resource(0x0404, build.iim(("2:110", b"Agency"), ("2:120", b"c" * 50)))[:-20]
    read = read_metadata(build.jpeg(build.photoshop(cut)))
    assert read.credit_line == "Agency"
    assert "the Photoshop resources end in the middle" in read.problems
    header_only = read_metadata(build.jpeg(build.photoshop(cut[:9])))
    assert header_only.credit_line is None


def _extension(build: SimpleNamespace, guid: bytes, declared: int, at: int, part: bytes) -> bytes:
    head = b"http://ns.adobe.com/xmp/extension/\x00" + guid + struct.pack(">II", declared, at)
    return build.segment(0xE1, head + part)


def test_extended_xmp_is_joined_in_its_order(build: SimpleNamespace) -> None:
    main = build.xmp(CREDIT, f'xmpNote:HasExtendedXMP="{GUID.decode()}"')
    more = build.packet(attributes='photoshop:Headline="Long"')
    second = _extension(build, GUID, len(more), 100, more[100:])
    first = _extension(build, GUID, len(more), 0, more[:100])
    read = read_metadata(build.jpeg(main, second, first))
    assert (read.credit_line, read.headline) == ("AP", "Long")
    assert read.problems == ()


def test_extended_xmp_with_a_missing_part_is_told_of(build: SimpleNamespace) -> None:
    main = build.xmp(CREDIT, f'xmpNote:HasExtendedXMP="{GUID.decode()}"')
    read = read_metadata(build.jpeg(main, _extension(build, GUID, 4_000_000_000, 7, b"part")))
    assert read.problems == ("the Extended XMP is incomplete and is left out",)


def test_extended_xmp_of_another_packet_is_left_out(build: SimpleNamespace) -> None:
    more = build.packet(attributes='photoshop:Headline="Stray"')
    read = read_metadata(build.jpeg(build.xmp(CREDIT), _extension(build, GUID, len(more), 0, more)))
    assert read.headline is None
    assert any("belongs to no XMP packet" in problem for problem in read.problems)


@pytest.mark.parametrize("compressed", [False, True])
def test_png_keeps_xmp_in_an_international_text(build: SimpleNamespace, compressed: bool) -> None:
    packet = build.packet(CREDIT)
    text = zlib.compress(packet) if compressed else packet
    content = b"XML:com.adobe.xmp\x00" + bytes([compressed]) + b"\x00\x00\x00" + text
    assert read_metadata(build.png((b"iTXt", content))).credit_line == "AP"


def test_png_keeps_exif_in_a_chunk_of_its_own(build: SimpleNamespace) -> None:
    assert read_metadata(build.png((b"eXIf", build.tiff({315: b"A"})))).creator == ("A",)


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt"])
def test_png_raw_profiles_are_read(build: SimpleNamespace, kind: bytes) -> None:
    profiles = {
        "iptc": build.resource(0x0404, build.iim(("2:110", b"Agency"))),
        "exif": b"Exif\x00\x00" + build.tiff({315: b"A. One"}),
        "APP1": b"http://ns.adobe.com/xap/1.0/\x00" + build.packet("<dc:source>x</dc:source>"),
        "xmp": build.packet("<photoshop:Source>S</photoshop:Source>"),
    }
    chunks = []
    for name, content in profiles.items():
        text = _profile(name, content)
        packed = b"\x00" + zlib.compress(text) if kind == b"zTXt" else text
        chunks.append((kind, f"Raw profile type {name}".encode() + b"\x00" + packed))
    read = read_metadata(build.png(*chunks))
    assert (read.credit_line, read.creator, read.source) == ("Agency", ("A. One",), "S")


def test_png_profile_of_image_resources_is_read(build: SimpleNamespace) -> None:
    text = _profile("8bim", build.resource(0x0404, build.iim(("2:105", b"Head"))))
    assert (
        read_metadata(build.png((b"tEXt", b"Raw profile type 8bim\x00" + text))).headline == "Head"
    )


def test_png_profile_of_bare_datasets_is_read(build: SimpleNamespace) -> None:
    text = _profile("iptc", build.iim(("2:110", b"Agency")))
    read = read_metadata(build.png((b"tEXt", b"Raw profile type iptc\x00" + text)))
    assert read.credit_line == "Agency"


def test_png_profiles_that_are_broken_are_passed_over(build: SimpleNamespace) -> None:
    chunks = [
        (b"zTXt", b"Raw profile type iptc\x00\x00not deflated"),
        (b"tEXt", b"Raw profile type iptc\x00\niptc\n  3\nzz"),
        (b"tEXt", b"Raw profile type exif\x00\nexif"),
        (b"tEXt", b"Raw profile type icc\x00\nicc\n 1\n00"),
    ]
    read = read_metadata(build.png(*chunks))
    assert read.problems == ("the PNG profile iptc is damaged",)


def test_png_cut_in_a_chunk_gives_what_comes_before(build: SimpleNamespace) -> None:
    whole = build.png((b"eXIf", build.tiff({315: b"A"})))
    assert read_metadata(whole[:-30]).creator == ("A",)


def test_webp_keeps_blocks_in_chunks(build: SimpleNamespace) -> None:
    out = io.BytesIO()
    exif = b"Exif\x00\x00" + build.tiff({315: b"A. One"})
    Image.new("RGB", (8, 8)).save(out, "WEBP", exif=exif, xmp=build.packet(CREDIT))
    read = read_metadata(out.getvalue())
    assert (read.creator, read.credit_line) == (("A. One",), "AP")


def test_avif_keeps_blocks_in_items(build: SimpleNamespace) -> None:
    out = io.BytesIO()
    exif = b"Exif\x00\x00" + build.tiff({315: b"A. One"})
    Image.new("RGB", (16, 16)).save(out, "AVIF", exif=exif, xmp=build.packet(CREDIT))
    read = read_metadata(out.getvalue())
    assert (read.creator, read.credit_line) == (("A. One",), "AP")


def test_iso_media_file_that_cannot_be_opened_is_told_of() -> None:
    for brand, kind in ((b"avif", "AVIF"), (b"heic", "HEIC")):
        data = b"\x00\x00\x00\x10ftyp" + brand + b"\x00\x00\x00\x00" + b"\x00" * 40
        assert read_metadata(data).problems == (f"the boxes of the {kind} file cannot be read",)


def test_gif_keeps_xmp_in_an_application_extension(build: SimpleNamespace) -> None:
    trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
    extension = b"\x21\xff\x0bXMP DataXMP" + build.packet(CREDIT)
    drawn = build.picture("GIF")
    at = drawn.index(b"\x2c", 13 + 3 * 2 ** ((drawn[10] & 7) + 1))
    whole = drawn[:at] + extension + trailer + drawn[at:]
    assert read_metadata(whole).credit_line == "AP"
    assert "ends in the middle" in read_metadata(drawn[:at] + extension).problems[0]


@pytest.mark.parametrize("order", ["<", ">"])
def test_tiff_keeps_blocks_in_tags(build: SimpleNamespace, order: str) -> None:
    packet, iim = build.packet(CREDIT), build.iim(("2:105", b"Head"))
    resources = build.resource(0x0404, build.iim(("2:120", b"Caption")))
    tags = {
        315: b"A. One",
        700: (1, len(packet), packet),
        33723: (7, len(iim), iim),
    }
    read = read_metadata(build.tiff(tags, order=order))
    assert (read.creator, read.credit_line, read.headline) == (("A. One",), "AP", "Head")
    only = read_metadata(build.tiff({34377: (1, len(resources), resources)}, order=order))
    assert only.caption == "Caption"


def test_iim_written_as_swapped_words_is_read(build: SimpleNamespace) -> None:
    iim = build.iim(("2:105", b"Headline"))
    iim += b"\x00" * (-len(iim) % 4)
    words = struct.unpack(f"<{len(iim) // 4}I", iim)
    swapped = struct.pack(f">{len(words)}I", *words)
    read = read_metadata(build.tiff({33723: (4, len(words), swapped)}, order=">"))
    assert read.headline == "Headline"


@pytest.mark.parametrize("order", ["<", ">"])
def test_big_tiff_is_read(build: SimpleNamespace, order: str) -> None:
    packet = build.packet(CREDIT)
    mark = b"II+\x00" if order == "<" else b"MM\x00+"
    start = mark + struct.pack(order + "HHQ", 8, 0, 16)
    entries = [(256, 3, 1, 640), (257, 4, 1, 480), (700, 1, len(packet), 16 + 8 + 60 + 8)]
    directory = struct.pack(order + "Q", 3)
    for number, kind, count, value in entries:
        place = struct.pack(order + {3: "H", 4: "I", 1: "Q"}[kind], value).ljust(8, b"\x00")
        directory += struct.pack(order + "HHQ", number, kind, count) + place
    data = start + directory + b"\x00" * 8 + packet
    assert read_metadata(data).credit_line == "AP"
    assert tiff_size(data) == (640, 480)


def test_tiff_whose_directory_lies_outside_is_told_of() -> None:
    data = b"II*\x00\xff\xff\x00\x00"
    assert "the TIFF directory is damaged" in read_metadata(data).problems
    assert tiff_size(data) is None


def test_blocks_of_a_format_that_is_not_read_are_empty() -> None:
    assert blocks_of(b"%PDF-1.7").xmp == ()
