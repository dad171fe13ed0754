"""RDF is read in the forms that programs write it in."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from media.embedded.xmp import Value, read_xmp


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<own:x>text</own:x>", "text"),
        ("<own:x/>", ""),
        ("<own:x rdf:resource='http://a'/>", "http://a"),
        ("<own:x><rdf:Bag><rdf:li>1</rdf:li></rdf:Bag></own:x>", ["1"]),
        ("<own:x><rdf:Seq/></own:x>", []),
        ("<own:x><rdf:Alt><rdf:li>1</rdf:li><rdf:li>2</rdf:li></rdf:Alt></own:x>", ["1", "2"]),
        ("<own:x><rdf:Alt><rdf:li xml:lang='uk'>1</rdf:li></rdf:Alt></own:x>", {"uk": "1"}),
        ("<own:x rdf:parseType='Resource'><dc:a>1</dc:a></own:x>", {"dc:a": "1"}),
        ("<own:x><rdf:Description dc:a='1'/></own:x>", {"dc:a": "1"}),
        ("<own:x dc:a='1'/>", {"dc:a": "1"}),
        (
            "<own:x><rdf:Description><rdf:value>1</rdf:value><dc:q>2</dc:q></rdf:Description></own:x>",
            "1",
        ),
        ("<own:x rdf:parseType='Resource'><rdf:value>1</rdf:value><dc:q>2</dc:q></own:x>", "1"),
        ("<own:x><dc:typed><dc:a>1</dc:a></dc:typed></own:x>", {"dc:typed": {"dc:a": "1"}}),
        ("<own:x xml:lang='en'>text</own:x>", "text"),
    ],
)
def test_form_of_a_value(build: SimpleNamespace, body: str, value: Value) -> None:
    read = read_xmp([build.packet(body)])
    assert read.properties == {"{http://example.org/own/}x": value}
    assert read.problems == ()


def test_rdf_without_its_wrapper_is_read(build: SimpleNamespace) -> None:
    packet = build.packet(attributes='photoshop:Credit="AP"')
    bare = packet[packet.index(b"<rdf:RDF") : packet.index(b"</x:xmpmeta>")]
    assert read_xmp([bare]).properties == {"photoshop:Credit": "AP"}


def test_packet_cut_short_gives_what_can_be_read(build: SimpleNamespace) -> None:
    packet = build.packet("<photoshop:Credit>AP</photoshop:Credit><dc:source>dp")
    read = read_xmp([packet[: packet.index(b"dp")]])
    assert read.properties["photoshop:Credit"] == "AP"
    assert read.problems == ("the XMP packet is damaged; what could be read of it was kept",)


def test_packet_that_is_no_xml_is_told_of() -> None:
    assert read_xmp([b"words", b"<x:xmpmeta>"]).problems == (
        "the XMP packet is damaged and could not be read",
        "the XMP packet is damaged and could not be read",
    )


def test_entities_are_refused_whole_and_broken(build: SimpleNamespace) -> None:
    packet = build.packet("<dc:source>&a;</dc:source>")
    start = packet.index(b"<x:xmpmeta")
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + packet[start:]
    assert "declares entities" in read_xmp([laughs]).problems[0]
    assert read_xmp([b"<broken" + laughs]).properties == {}


def test_outside_entity_is_not_read(build: SimpleNamespace) -> None:
    packet = build.packet("<dc:source>&a;</dc:source>")
    start = packet.index(b"<x:xmpmeta")
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + packet[start:]
    assert read_xmp([outside]).properties == {}


def test_values_nested_without_end_are_left_out(build: SimpleNamespace) -> None:
    deep = "<own:x>" * 5000 + "</own:x>" * 5000
    assert "nests deeper" in read_xmp([build.packet(deep)]).problems[0]


def test_packet_of_many_megabytes_is_left_out() -> None:
    assert "could not be read" in read_xmp([b"<x>" + b" " * (17 << 20)]).problems[0]
