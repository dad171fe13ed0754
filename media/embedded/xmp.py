"""XMP packets read into plain values by qualified name (XMP part 1, ISO 16684-1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from lxml import etree

__all__ = ["Value", "Xmp", "read_xmp"]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""Text, a list (Bag, Seq), or a mapping (a structure, or a text in several languages)."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_LANG = _XML + "lang"
_MOST_BYTES = 16 << 20
_DEEPEST = 24

_PREFIXES = MappingProxyType(
    {
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "http://ns.adobe.com/photoshop/1.0/": "photoshop",
        "http://ns.adobe.com/xap/1.0/": "xmp",
        "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
        "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
        "http://ns.adobe.com/xmp/note/": "xmpNote",
        "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
        "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
        "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
        "http://ns.adobe.com/exif/1.0/": "exif",
        "http://cipa.jp/exif/1.0/": "exifEX",
        "http://ns.adobe.com/exif/1.0/aux/": "aux",
        "http://ns.adobe.com/tiff/1.0/": "tiff",
        "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
        "http://ns.adobe.com/lightroom/1.0/": "lr",
        "http://ns.adobe.com/pdf/1.3/": "pdf",
        "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
        "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
        "http://xmp.gettyimages.com/gift/1.0/": "GettyImagesGIFT",
        "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
        "http://prismstandard.org/namespaces/basic/2.0/": "prism",
        "http://creativecommons.org/ns#": "cc",
    }
)


@dataclass(frozen=True, slots=True)
class Xmp:
    """The properties of all packets by qualified name ("dc:creator"), and what is damaged."""

    properties: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()


def read_xmp(packets: Sequence[bytes]) -> Xmp:
    """The properties of a file's XMP packets, the first packet that has one counting. Never raises.

    A property of an unknown namespace is named with its address in braces. A later packet that
    says something else is told of in ``problems``.
    """
    properties: dict[str, Value] = {}
    problems: list[str] = []
    for packet in packets:
        try:
            read = _read_packet(packet, problems)
        except DefusedXmlException:
            problems.append("the XMP packet declares entities, which no picture's does; left out")
            continue
        except _TooDeepError:
            problems.append("the XMP packet nests deeper than any picture's; left out")
            continue
        except Exception:
            problems.append("the XMP packet is damaged and could not be read")
            continue
        differing = sorted(
            name for name in read if name in properties and properties[name] != read[name]
        )
        if differing:
            problems.append(f"two XMP packets differ in {', '.join(differing[:8])}")
        properties = read | properties
    return Xmp(properties, tuple(problems))


class _TooDeepError(Exception):
    """The elements nest deeper than XMP's structures do."""


def _read_packet(packet: bytes, problems: list[str]) -> dict[str, Value]:
    """The properties of one packet; where the XML is broken, what can be mended of it."""
    document = _document(packet)
    try:
        return _properties(fromstring(document))
    except ParseError:
        # Only now, and never with a document type: lxml's mending reader sees what defusedxml
        # did not refuse, and follows no entity and no address.
        if b"<!" in document.replace(b"<!--", b""):
            raise
        mending = etree.XMLParser(
            recover=True,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        root: Any = etree.fromstring(document, mending)
        properties = _properties(root)
        if not properties:
            raise
        problems.append("the XMP packet is damaged; what could be read of it was kept")
        return properties


def _document(packet: bytes) -> bytes:
    """The XML of a packet without the wrapper and padding around it, whatever their state."""
    if len(packet) > _MOST_BYTES:
        raise ValueError("larger than any picture's")
    packet = packet.strip(b"\x00 \t\r\n")
    if packet[:2] in (b"\xff\xfe", b"\xfe\xff") or packet[1:2] == b"\x00":
        text = packet.decode("utf-16" if packet[:1] != b"<" else "utf-16-le", "replace")
        packet = text.encode("utf-8", "replace")
    for opening, closing in ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>")):
        start = packet.find(opening)
        end = packet.rfind(closing)
        if 0 <= start < end:
            if b"<!DOCTYPE" in packet[:start]:
                break
            return packet[start : end + len(closing)]
    return packet


def _properties(root: Element) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for rdf in root.iter(_RDF + "RDF"):
        for description in rdf:
            found |= _members(description, 0)
    return found


def _members(element: Element, depth: int) -> dict[str, Value]:
    """The properties of a node, written as attributes or as elements (RDF/XML, 2.5)."""
    members: dict[str, Value] = {
        _name(key): text for key, text in element.attrib.items() if not key.startswith((_RDF, _XML))
    }
    for child in element:
        if not str(child.tag).startswith(_RDF):
            members[_name(child.tag)] = _value(child, depth + 1)
    return members


def _value(element: Element, depth: int) -> Value:
    """A property's value in any of the forms that RDF/XML gives it (XMP part 1, 7.4 to 7.9)."""
    if depth > _DEEPEST:
        raise _TooDeepError
    resource = element.get(_RDF + "resource")
    if resource is not None:
        return resource
    if not len(element):
        members = _members(element, depth)
        return members or (element.text or "").strip()
    child = element[0]
    kind = str(child.tag).removeprefix(_RDF)
    if kind in ("Bag", "Seq"):
        return [_value(item, depth + 1) for item in child]
    if kind == "Alt":
        if any(item.get(_LANG) for item in child):
            return {item.get(_LANG, "x-default"): _value(item, depth + 1) for item in child}
        return [_value(item, depth + 1) for item in child]
    if kind == "value":
        # A qualified value: the qualifiers beside rdf:value describe it and are left out.
        return _value(child, depth + 1)
    node = child if kind == "Description" else element
    qualified = node.find(_RDF + "value")
    return _members(node, depth) if qualified is None else _value(qualified, depth + 1)


def _name(tag: str) -> str:
    """A tag of ElementTree ({address}name) with the prefix that the standards use for it."""
    address, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(address)
    return f"{prefix}:{local}" if prefix else tag
