"""Which block counts where they differ, and how the difference is told."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from media.embedded import read_metadata


def _with_digest(build: SimpleNamespace, digest: bytes | None, *values: tuple[str, bytes]) -> bytes:
    iim = build.iim(*values)
    noted = hashlib.md5(iim).digest() if digest is None else digest
    return build.photoshop(build.resource(0x0404, iim), build.resource(0x0425, noted))


def _xmp_creator(build: SimpleNamespace, name: str) -> bytes:
    return build.xmp(f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")


def test_xmp_counts_before_iim_and_iim_before_exif(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({315: b"Exif", 33432: b"Exif", 305: b"Exif"}),
            build.iptc(("2:80", b"Iim"), ("2:116", b"Iim")),
            _xmp_creator(build, "Xmp"),
        )
    )
    assert (read.creator, read.copyright_notice, read.software) == (("Xmp",), "Iim", "Exif")
    assert read.origin_of == {"creator": "xmp", "copyright_notice": "iptc", "software": "exif"}


def test_contradictions_are_told_in_words(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({315: b"C"}),
            build.iptc(("2:80", b"B"), ("2:110", b"AP")),
            _xmp_creator(build, "A"),
        )
    )
    assert read.problems == (
        "creator: XMP says “A”, IPTC says “B”",
        "creator: XMP says “A”, EXIF says “C”",
    )


def test_long_contradictions_are_quoted_in_part(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.iptc(("2:120", b"b" * 300)),
            build.xmp(f"<dc:description>{'a' * 300}</dc:description>"),
        )
    )
    assert read.problems == (f"caption: XMP says “{'a' * 80}…”, IPTC says “{'b' * 80}…”",)


def test_iim_counts_first_where_the_digest_says_that_it_is_newer(build: SimpleNamespace) -> None:
    stale = _with_digest(build, b"\x07" * 16, ("2:80", b"New"))
    read = read_metadata(build.jpeg(stale, _xmp_creator(build, "Old")))
    assert read.creator == ("New",)
    assert "IPTC was changed after XMP was written and is taken first" in read.problems


@pytest.mark.parametrize("digest", [None, b"\x00" * 16, b"short"])
def test_xmp_counts_first_where_the_digest_is_right_or_none(
    build: SimpleNamespace, digest: bytes | None
) -> None:
    noted = _with_digest(build, digest, ("2:80", b"Iim"))
    assert read_metadata(build.jpeg(noted, _xmp_creator(build, "Xmp"))).creator == ("Xmp",)


def test_value_cut_by_iim_is_no_contradiction(build: SimpleNamespace) -> None:
    name = "Bartholomew Featherstonehaugh-Cholmondeley"
    read = read_metadata(
        build.jpeg(build.iptc(("2:80", name[:32].encode())), _xmp_creator(build, name))
    )
    assert read.creator == (name,)
    assert read.problems == ()


def test_newer_iim_that_is_cut_gives_way_to_the_whole_value(build: SimpleNamespace) -> None:
    name = "Bartholomew Featherstonehaugh-Cholmondeley"
    newer = _with_digest(build, b"\x07" * 16, ("2:80", name[:32].encode()))
    read = read_metadata(build.jpeg(newer, _xmp_creator(build, name)))
    assert (read.creator, read.origin_of["creator"]) == ((name,), "xmp")


def test_short_beginning_is_a_contradiction(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(build.iptc(("2:80", b"Bart")), _xmp_creator(build, "Bart Bell"))
    )
    assert read.problems == ("creator: XMP says “Bart Bell”, IPTC says “Bart”",)


def test_another_number_of_names_is_a_contradiction(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(build.iptc(("2:80", b"A"), ("2:80", b"B")), _xmp_creator(build, "A"))
    )
    assert read.problems == ("creator: XMP says “A”, IPTC says “A, B”",)


def test_fewer_names_than_those_taken_are_no_contradiction(build: SimpleNamespace) -> None:
    names = "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>"
    read = read_metadata(build.jpeg(build.iptc(("2:80", b"A")), build.xmp(names)))
    assert (read.creator, read.problems) == (("A", "B"), ())


def test_sign_of_copyright_may_be_written_in_brackets(build: SimpleNamespace) -> None:
    rights = build.iptc(("2:116", "© A. One".encode()))
    assert read_metadata(build.jpeg(build.exif({33432: b"(C) A. One"}), rights)).problems == ()


def test_second_iptc_block_is_left_out_and_told_of_where_it_differs(
    build: SimpleNamespace,
) -> None:
    first, second = (build.resource(0x0404, build.iim(("2:110", name))) for name in (b"A", b"B"))
    read = read_metadata(build.jpeg(build.photoshop(first, first, second)))
    assert read.credit_line == "A"
    assert read.problems == ("a second IPTC block differs from the first and is left out",)


def test_digest_of_a_block_filled_up_with_zeros_is_right(build: SimpleNamespace) -> None:
    iim = build.iim(("2:80", b"Iim"))
    resources = build.resource(0x0404, iim) + build.resource(0x0425, hashlib.md5(iim).digest())
    packet = build.packet("<dc:creator><rdf:Seq><rdf:li>Xmp</rdf:li></rdf:Seq></dc:creator>")
    padded = iim + b"\x00" * (4 - len(iim) % 4)
    tags = {
        700: (1, len(packet), packet),
        33723: (7, len(padded), padded),
        34377: (1, len(resources), resources),
    }
    read = read_metadata(build.tiff(tags))
    assert read.creator == ("Xmp",)
    assert read.problems == ("creator: XMP says “Xmp”, IPTC says “Iim”",)


def test_spacing_and_composition_of_letters_are_no_contradiction(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.iptc(("2:80", "Rene\u0301  M".encode())), _xmp_creator(build, "Ren\u00e9 M")
        )
    )
    assert read.problems == ()


def test_fewer_keywords_are_no_contradiction(build: SimpleNamespace) -> None:
    bag = "<dc:subject><rdf:Bag><rdf:li>x</rdf:li><rdf:li>y</rdf:li></rdf:Bag></dc:subject>"
    one = read_metadata(build.jpeg(build.iptc(("2:25", b"x")), build.xmp(bag)))
    more = read_metadata(
        build.jpeg(build.iptc(("2:25", b"x"), ("2:25", b"y"), ("2:25", b"z")), build.xmp(bag))
    )
    other = read_metadata(build.jpeg(build.iptc(("2:25", b"z")), build.xmp(bag)))
    assert one.problems == more.problems == ()
    assert other.problems == ("keywords: XMP says “x, y”, IPTC says “z”",)


@pytest.mark.parametrize(
    "words", [b"OLYMPUS DIGITAL CAMERA         ", b"DCF 1.0", b"<Digital Camera>"]
)
def test_description_written_by_a_camera_is_no_caption(
    build: SimpleNamespace, words: bytes
) -> None:
    read = read_metadata(build.jpeg(build.exif({270: words})))
    assert read.caption is None
    assert read.raw["exif"]["Image ImageDescription"] == words.decode()


def test_description_of_exif_never_beats_a_caption(build: SimpleNamespace) -> None:
    read = read_metadata(build.jpeg(build.exif({270: b"IMG"}), build.iptc(("2:120", b"A bridge"))))
    assert read.caption == "A bridge"
    assert read.problems == ("caption: IPTC says “A bridge”, EXIF says “IMG”",)


def test_same_day_is_taken_from_where_it_is_told_to_the_second(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({}, {0x8769: {0x9003: b"2026:11:23 10:11:12"}}),
            build.xmp(attributes='photoshop:DateCreated="2026-11-23"'),
        )
    )
    assert (read.date_created, read.origin_of["date_created"]) == ("2026-11-23T10:11:12", "exif")
    assert read.problems == ()


def test_other_days_are_a_contradiction(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({}, {0x8769: {0x9003: b"2026:11:24 10:11:12"}}),
            build.iptc(("2:55", b"20261123")),
        )
    )
    assert read.date_created == "2026-11-23"
    assert read.problems == (
        "date_created: IPTC says “2026-11-23”, EXIF says “2026-11-24T10:11:12”",
    )


def test_a_missing_zone_is_no_contradiction(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.iptc(("2:55", b"20261123"), ("2:60", b"101112")),
            build.xmp(attributes='photoshop:DateCreated="2026-11-23T10:11:12+02:00"'),
        )
    )
    assert read.problems == ()


def test_two_packets_that_differ_are_told_of_and_the_first_counts(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.xmp(attributes='photoshop:Credit="AP"'),
            build.xmp(attributes='photoshop:Credit="dpa" photoshop:Source="dpa"'),
        )
    )
    assert (read.credit_line, read.source) == ("AP", "dpa")
    assert read.problems == ("two XMP packets differ in photoshop:Credit",)
