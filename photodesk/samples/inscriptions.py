"""What is written into the sample pictures: EXIF, an XMP packet, and IPTC-IIM for some."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from xml.sax.saxutils import escape

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

__all__ = ["Inscription", "exif_block", "iim_segment", "xmp_packet"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"


@dataclass(frozen=True, slots=True)
class Inscription:
    """The fields a picture carries, in the names of the IPTC standard.

    ``taken`` is ``YYYY-MM-DDTHH:MM:SS``; ``place`` latitude and longitude in degrees; ``iim`` says
    that an IPTC-IIM block stands beside the XMP, as agencies deliver it.
    """

    creator: str | None = None
    credit: str | None = None
    source: str | None = None
    rights: str | None = None
    caption: str | None = None
    headline: str | None = None
    city: str | None = None
    country: str | None = None
    taken: str | None = None
    camera: tuple[str, str] | None = None
    place: tuple[float, float] | None = None
    source_type: str | None = None
    web_statement: str | None = None
    iim: bool = False


def exif_block(said: Inscription) -> bytes:
    """The EXIF block as Pillow writes it, its text in UTF-8 as most software has it today."""
    exif = Image.Exif()
    for tag, text in ((Base.Artist, said.creator), (Base.Copyright, said.rights)):
        if text:
            exif[tag] = text.encode()
    if said.camera:
        exif[Base.Make], exif[Base.Model] = said.camera
    if said.taken:
        day, clock = said.taken.split("T")
        exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = f"{day.replace('-', ':')} {clock}"
    if said.place:
        latitude, longitude = said.place
        exif.get_ifd(IFD.GPSInfo).update(
            {
                GPS.GPSLatitudeRef: "N" if latitude >= 0 else "S",
                GPS.GPSLatitude: _sexagesimal(latitude),
                GPS.GPSLongitudeRef: "E" if longitude >= 0 else "W",
                GPS.GPSLongitude: _sexagesimal(longitude),
            }
        )
    return exif.tobytes()


def xmp_packet(said: Inscription) -> bytes:
    """The XMP packet (ISO 16684-1): Dublin Core, Photoshop, rights and IPTC Extension."""
    simple = {
        "photoshop:Credit": said.credit,
        "photoshop:Source": said.source,
        "photoshop:Headline": said.headline,
        "photoshop:City": said.city,
        "photoshop:Country": said.country,
        "photoshop:DateCreated": said.taken,
        "xmpRights:WebStatement": said.web_statement,
        "Iptc4xmpExt:DigitalSourceType": said.source_type and _SOURCE_TYPES + said.source_type,
    }
    parts = [f"<{name}>{escape(text)}</{name}>" for name, text in simple.items() if text]
    if said.creator:
        parts.append(f"<dc:creator><rdf:Seq>{_item(said.creator)}</rdf:Seq></dc:creator>")
    for name, text in (("dc:rights", said.rights), ("dc:description", said.caption)):
        if text:
            item = _item(text, ' xml:lang="x-default"')
            parts.append(f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>")
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about="" {spaces}>{"".join(parts)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def iim_segment(said: Inscription) -> bytes:
    """A JPEG APP13 segment with the IPTC-IIM records (IIM 4.2), declared as UTF-8 in 1:90."""
    created = said.taken[:10].replace("-", "") if said.taken else None
    values = {
        55: created,
        80: said.creator,
        90: said.city,
        101: said.country,
        105: said.headline,
        110: said.credit,
        115: said.source,
        116: said.rights,
        120: said.caption,
    }
    data = _dataset(1, 90, b"\x1b%G") + _dataset(2, 0, b"\x00\x04")
    data += b"".join(_dataset(2, number, text.encode()) for number, text in values.items() if text)
    resource = (
        b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    )
    body = b"Photoshop 3.0\0" + resource
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def _item(text: str, attributes: str = "") -> str:
    return f"<rdf:li{attributes}>{escape(text)}</rdf:li>"


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    seconds = round(abs(degrees) * 3600)
    return float(seconds // 3600), float(seconds // 60 % 60), float(seconds % 60)
