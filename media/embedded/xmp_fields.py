"""What XMP properties say, in the names of the IPTC Photo Metadata Standard 2025.1."""

from __future__ import annotations

from collections.abc import Iterator

from media.embedded.dates import xmp_date
from media.embedded.exif import camera_name
from media.embedded.text import plain
from media.embedded.xmp import Value, Xmp

__all__ = ["xmp_says"]

_TEXTS = {
    "credit_line": "photoshop:Credit",
    "source": "photoshop:Source",
    "copyright_notice": "dc:rights",
    "caption": "dc:description",
    "headline": "photoshop:Headline",
    "title": "dc:title",
    "instructions": "photoshop:Instructions",
    "usage_terms": "xmpRights:UsageTerms",
    "web_statement": "xmpRights:WebStatement",
    "digital_source_type": "Iptc4xmpExt:DigitalSourceType",
    "data_mining": "plus:DataMining",
    "alt_text": "Iptc4xmpCore:AltTextAccessibility",
    "city": "photoshop:City",
    "country": "photoshop:Country",
    "software": "xmp:CreatorTool",
}
_LISTS = {
    "creator": "dc:creator",
    "keywords": "dc:subject",
    "persons": "Iptc4xmpExt:PersonInImage",
}
_PLACES = {"city": "Iptc4xmpExt:City", "country": "Iptc4xmpExt:CountryName"}
_DATES = ("photoshop:DateCreated", "exif:DateTimeOriginal")


def xmp_says(xmp: Xmp) -> tuple[dict[str, object], list[str]]:
    """What the properties say, by field of Metadata, and the problems in saying so.

    City and country fall back on the structures LocationCreated, then LocationShown; persons on
    PersonInImageWDetails.
    """
    properties, problems = xmp.properties, list(xmp.problems)
    says: dict[str, object] = {
        name: _text(properties.get(key)) for name, key in _TEXTS.items() if key in properties
    }
    for name, key in _LISTS.items():
        says[name] = _texts(properties.get(key))
    if not says["persons"]:
        people = _items(properties.get("Iptc4xmpExt:PersonInImageWDetails"))
        says["persons"] = _texts([_member(person, "Iptc4xmpExt:PersonName") for person in people])
    for name, key in _PLACES.items():
        says[name] = says.get(name) or _of_place(xmp, key)
    says["licensor"] = _licensor(properties.get("plus:Licensor"))
    says["camera"] = camera_name(
        _text(properties.get("tiff:Make")), _text(properties.get("tiff:Model"))
    )
    says["gps"] = _position(
        _text(properties.get("exif:GPSLatitude")), _text(properties.get("exif:GPSLongitude"))
    )
    for key in _DATES:
        written = _text(properties.get(key))
        if written and not says.get("date_created"):
            says["date_created"] = xmp_date(written)
            if says["date_created"] is None and written.strip("0:-T "):
                problems.append(f"the XMP date “{written[:40]}” is not a date")
    return {name: value for name, value in says.items() if value}, problems


def _text(value: Value | None) -> str | None:
    """One text: of several languages the default one, of a list the first."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        first = next(iter(value.values()), None)
        return _text(value.get("x-default", first))
    return _text(value[0]) if value else None


def _texts(value: Value | None) -> tuple[str, ...]:
    texts = (_text(item) for item in _items(value))
    return tuple(dict.fromkeys(text for text in texts if text))


def _items(value: Value | None) -> Iterator[Value]:
    """The items of a list; a single value written where a list belongs is its only item."""
    if isinstance(value, list):
        yield from value
    elif value:
        yield value


def _member(value: Value, key: str) -> Value:
    return value.get(key, "") if isinstance(value, dict) else ""


def _of_place(xmp: Xmp, key: str) -> str | None:
    for structure in ("Iptc4xmpExt:LocationCreated", "Iptc4xmpExt:LocationShown"):
        for place in _items(xmp.properties.get(structure)):
            if text := _text(_member(place, key)):
                return text
    return None


def _licensor(value: Value | None) -> str | None:
    """Name of the first licensor, or the address where there is no name."""
    for key in ("plus:LicensorName", "plus:LicensorURL"):
        for licensor in _items(value):
            if text := _text(_member(licensor, key)):
                return text
    return None


def _position(latitude: str | None, longitude: str | None) -> tuple[float, float] | None:
    """Degrees of XMP's "50,27.012N" and "30,31,30E" (XMP part 2, GPSCoordinate)."""
    north, east = _degrees(latitude, "NS", 90), _degrees(longitude, "EW", 180)
    return (north, east) if north is not None and east is not None else None


def _degrees(written: str | None, directions: str, most: int) -> float | None:
    if not written or written[-1].upper() not in directions:
        return None
    try:
        parts = [float(part) for part in written[:-1].split(",")[:3]]
    except ValueError:
        return None
    degrees = sum(part / (1, 60, 3600)[index] for index, part in enumerate(parts))
    if not 0 <= degrees <= most:
        return None
    return round(-degrees if written[-1].upper() == directions[1] else degrees, 7)
