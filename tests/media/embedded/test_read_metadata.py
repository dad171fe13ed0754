"""Each field is read from each block that can hold it, under its IPTC name."""

from __future__ import annotations

import json
import pickle
from types import SimpleNamespace

import pytest

from media.embedded import read_metadata
from media.types import Metadata

LANG_ALT = (
    '<rdf:Alt><rdf:li xml:lang="de">falsch</rdf:li>'
    '<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
)

XMP_TEXTS = [
    ("credit_line", "photoshop:Credit", "{}"),
    ("source", "photoshop:Source", "{}"),
    ("headline", "photoshop:Headline", "{}"),
    ("instructions", "photoshop:Instructions", "{}"),
    ("city", "photoshop:City", "{}"),
    ("country", "photoshop:Country", "{}"),
    ("copyright_notice", "dc:rights", LANG_ALT),
    ("caption", "dc:description", LANG_ALT),
    ("title", "dc:title", LANG_ALT),
    ("usage_terms", "xmpRights:UsageTerms", LANG_ALT),
    ("alt_text", "Iptc4xmpCore:AltTextAccessibility", LANG_ALT),
    ("web_statement", "xmpRights:WebStatement", "{}"),
    ("software", "xmp:CreatorTool", "{}"),
]

IIM_TEXTS = [
    ("credit_line", "2:110"),
    ("source", "2:115"),
    ("copyright_notice", "2:116"),
    ("caption", "2:120"),
    ("headline", "2:105"),
    ("title", "2:05"),
    ("instructions", "2:40"),
    ("city", "2:90"),
    ("country", "2:101"),
]


@pytest.mark.parametrize(("field", "tag", "form"), XMP_TEXTS)
def test_text_field_is_read_from_xmp(
    build: SimpleNamespace, field: str, tag: str, form: str
) -> None:
    read = read_metadata(build.jpeg(build.xmp(f"<{tag}>{form.format('Київ © 2026')}</{tag}>")))
    assert getattr(read, field) == "Київ © 2026"
    assert read.origin_of == {field: "xmp"}


@pytest.mark.parametrize(("field", "number"), IIM_TEXTS)
def test_text_field_is_read_from_iim(build: SimpleNamespace, field: str, number: str) -> None:
    read = read_metadata(build.jpeg(build.iptc((number, "Київ © 2026".encode()))))
    assert getattr(read, field) == "Київ © 2026"
    assert read.origin_of == {field: "iptc"}


def test_exif_texts_are_read(build: SimpleNamespace) -> None:
    tags = {
        270: b"A bridge at noon",
        315: b"A. One; B. Two",
        33432: b"(c) A. One",
        305: b"Editor 1",
    }
    read = read_metadata(build.jpeg(build.exif(tags)))
    assert read.caption == "A bridge at noon"
    assert read.creator == ("A. One", "B. Two")
    assert read.copyright_notice == "(c) A. One"
    assert read.software == "Editor 1"
    assert set(read.origin_of.values()) == {"exif"}


def test_lists_are_read_from_xmp(build: SimpleNamespace) -> None:
    body = (
        "<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>"
        "<dc:subject><rdf:Bag><rdf:li>x</rdf:li><rdf:li>x</rdf:li><rdf:li>y</rdf:li></rdf:Bag>"
        "</dc:subject><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>P. Q.</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImage>"
    )
    read = read_metadata(build.jpeg(build.xmp(body)))
    assert (read.creator, read.keywords, read.persons) == (("A", "B"), ("x", "y"), ("P. Q.",))


def test_persons_fall_back_on_their_details(build: SimpleNamespace) -> None:
    body = (
        "<Iptc4xmpExt:PersonInImageWDetails><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        f"<Iptc4xmpExt:PersonName>{LANG_ALT.format('P. Q.')}</Iptc4xmpExt:PersonName>"
        "</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>"
    )
    assert read_metadata(build.jpeg(build.xmp(body))).persons == ("P. Q.",)


def test_repeated_iim_datasets_are_a_list(build: SimpleNamespace) -> None:
    values = (("2:80", b"A"), ("2:80", b"B"), ("2:25", b"x"), ("2:25", b"y"), ("2:25", b"x"))
    read = read_metadata(build.jpeg(build.iptc(*values)))
    assert read.creator == ("A", "B")
    assert read.keywords == ("x", "y")


def test_attributes_count_like_elements_in_xmp(build: SimpleNamespace) -> None:
    read = read_metadata(build.jpeg(build.xmp(attributes='photoshop:Credit="Agency/AP"')))
    assert read.credit_line == "Agency/AP"


def test_controlled_values_are_read_from_resource_and_text(build: SimpleNamespace) -> None:
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    mining = "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"
    body = (
        f"<Iptc4xmpExt:DigitalSourceType rdf:resource='{source}'/>"
        f"<plus:DataMining>{mining}</plus:DataMining>"
    )
    read = read_metadata(build.jpeg(build.xmp(body)))
    assert read.digital_source_type == source
    assert read.data_mining == mining


@pytest.mark.parametrize(
    ("inside", "licensor"),
    [
        (
            "<plus:LicensorName>Agency</plus:LicensorName><plus:LicensorURL>u</plus:LicensorURL>",
            "Agency",
        ),
        ("<plus:LicensorURL>https://example.org/l</plus:LicensorURL>", "https://example.org/l"),
    ],
)
def test_licensor_is_the_name_or_else_the_address(
    build: SimpleNamespace, inside: str, licensor: str
) -> None:
    body = (
        f"<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'>{inside}</rdf:li></rdf:Seq>"
        "</plus:Licensor>"
    )
    assert read_metadata(build.jpeg(build.xmp(body))).licensor == licensor


def test_place_falls_back_on_where_the_picture_was_made_and_then_on_what_it_shows(
    build: SimpleNamespace,
) -> None:
    body = (
        "<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li><rdf:Description>"
        "<Iptc4xmpExt:City>Lviv</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Ukraine</Iptc4xmpExt:CountryName>"
        "</rdf:Description></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
        "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'>"
        "<Iptc4xmpExt:City>Kyiv</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
    )
    read = read_metadata(build.jpeg(build.xmp(body)))
    assert (read.city, read.country) == ("Kyiv", "Ukraine")


def test_camera_and_position_are_read_from_exif(build: SimpleNamespace) -> None:
    gps = {
        1: b"N",
        2: build.rationals((50, 1), (27, 1), (0, 1)),
        3: b"W",
        4: build.rationals((30, 1), (30, 1), (36, 1)),
    }
    segment = build.exif({271: b"NIKON CORPORATION", 272: b"NIKON Z 9"}, {0x8825: gps})
    read = read_metadata(build.jpeg(segment))
    assert read.camera == "NIKON Z 9"
    assert read.gps == (50.45, -30.51)


def test_camera_and_position_are_read_from_xmp(build: SimpleNamespace) -> None:
    attributes = (
        'tiff:Make="SONY" tiff:Model="ILCE-1" '
        'exif:GPSLatitude="33,30S" exif:GPSLongitude="30,30,36E"'
    )
    read = read_metadata(build.jpeg(build.xmp(attributes=attributes)))
    assert read.camera == "SONY ILCE-1"
    assert read.gps == (-33.5, 30.51)


@pytest.mark.parametrize(
    "attributes",
    [
        'exif:GPSLatitude="95,0N" exif:GPSLongitude="1,0E"',
        'exif:GPSLatitude="north" exif:GPSLongitude="1,0E"',
        'exif:GPSLatitude="x,yN" exif:GPSLongitude="1,0E"',
        'exif:GPSLatitude="1,0N"',
    ],
)
def test_position_that_is_nowhere_is_left_out(build: SimpleNamespace, attributes: str) -> None:
    assert read_metadata(build.jpeg(build.xmp(attributes=attributes))).gps is None


def test_date_of_exif_carries_its_offset(build: SimpleNamespace) -> None:
    inner = {0x9003: b"2026:11:23 10:11:12", 0x9011: b"+02:00"}
    read = read_metadata(build.jpeg(build.exif({}, {0x8769: inner})))
    assert read.date_created == "2026-11-23T10:11:12+02:00"


def test_date_of_iim_joins_day_and_time(build: SimpleNamespace) -> None:
    read = read_metadata(build.jpeg(build.iptc(("2:55", b"20261123"), ("2:60", b"101112+0200"))))
    assert read.date_created == "2026-11-23T10:11:12+02:00"


@pytest.mark.parametrize("written", ["2026-11-23T10:11:12Z", "2026-11", "2026"])
def test_date_of_xmp_is_as_exact_as_it_is_written(build: SimpleNamespace, written: str) -> None:
    read = read_metadata(build.jpeg(build.xmp(attributes=f'photoshop:DateCreated="{written}"')))
    assert read.date_created == written


def test_dates_that_are_none_are_told_of(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({}, {0x8769: {0x9003: b"2026:13:45 10:11:12"}}),
            build.xmp(attributes='photoshop:DateCreated="yesterday"'),
            build.iptc(("2:55", b"23.11.26")),
        )
    )
    assert read.date_created is None
    assert len([problem for problem in read.problems if "is not a date" in problem]) == 3


def test_every_value_is_kept_raw_and_can_be_stored(build: SimpleNamespace) -> None:
    read = read_metadata(
        build.jpeg(
            build.exif({315: b"A\xff", 0x9C9B: (1, 4, b"a\x00b\x00")}),
            build.iptc(("2:118", b"desk\x00\x00"), ("2:200", b"\x00\x01"), ("7:10", b"\x01")),
            build.xmp("<own:thing>1</own:thing>", 'photoshop:Credit="AP"'),
        )
    )
    assert read.raw["exif"]["Image Artist"] == "Aÿ"
    assert read.raw["iptc"]["Contact 2:118"] == ["desk"]
    assert read.raw["xmp"] == {"photoshop:Credit": "AP", "{http://example.org/own/}thing": "1"}
    text = json.dumps(read.raw)
    assert "\\u0000" not in text
    assert pickle.loads(pickle.dumps(read)) == read


def test_picture_without_metadata_gives_an_empty_record(build: SimpleNamespace) -> None:
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        read = read_metadata(build.picture(kind))
        assert read == Metadata(origin_of={}, raw=read.raw)


def test_bytes_that_are_no_picture_give_an_empty_record() -> None:
    assert read_metadata(b"words") == Metadata(origin_of={}, raw={})
