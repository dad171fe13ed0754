"""EXIF: its tags through ExifRead, and what they say in IPTC names."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from exifread.core.exif_header import ExifHeader
from exifread.core.ifd_tag import IfdTag

from media.embedded.dates import exif_date
from media.embedded.text import decoded, plain, repaired

__all__ = ["Exif", "camera_name", "exif_says", "read_exif"]

logging.getLogger("exifread").addHandler(logging.NullHandler())

_MOST_READS = 20_000
_MOST_BYTES = 32 << 20
_MOST_DIRECTORIES = 16

_CAMERA_CAPTIONS = (
    "olympus digital camera",
    "konica minolta digital camera",
    "minolta digital camera",
    "kodak digital still camera",
    "digital camera",
    "samsung",
    "sony dsc",
    "dcim",
    "dcf 1.0",
    "exif_jpeg_picture",
    "jpeg",
    "default",
    "untitled",
)
"""What cameras write into ImageDescription by themselves, in lower case."""


@dataclass(frozen=True, slots=True)
class Exif:
    """The tags as read, by directory and name ("Image Artist"), and what was damaged."""

    tags: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()


class _TooMuchError(Exception):
    """Reading this block would cost more than a photo's EXIF is worth."""


class _Bounded(io.BytesIO):
    """Bytes that can be read only so often.

    A block of 740 bytes can promise four thousand million values, or directories that contain each
    other; every value costs ExifRead a read, so counting reads bounds both time and memory.
    """

    reads = 0
    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.reads += 1
        self.taken += len(piece)
        if self.reads > _MOST_READS or self.taken > _MOST_BYTES:
            raise _TooMuchError
        return piece


class _Header(ExifHeader):
    """ExifRead's reader of directories, where a broken tag costs that tag only."""

    broken = 0

    def _process_tag(self, *args: Any) -> None:
        try:
            super()._process_tag(*args)
        except _TooMuchError:
            raise
        except Exception:
            self.broken += 1


def read_exif(block: bytes) -> Exif:
    """The tags of an EXIF block (a TIFF structure), without maker notes.

    Never raises: tags before a damage are kept, the damage is said in ``problems``.
    """
    if not block:
        return Exif()
    header = _Header(
        _Bounded(block),
        endian="I" if block[:2] == b"II" else "M",
        offset=0,
        fake_exif=0,
        strict=False,
        detailed=False,
        truncate_tags=True,
    )
    problems: list[str] = []
    try:
        _dump(header)
    except _TooMuchError:
        problems.append("the EXIF block promises more values than a photo's can hold")
    except Exception:
        problems.append("the EXIF block is damaged")
    if header.broken:
        problems.append(f"damaged EXIF tags left out: {header.broken}")
    return Exif({name: _value(tag) for name, tag in header.tags.items()}, tuple(problems))


def exif_says(exif: Exif) -> tuple[dict[str, object], list[str]]:
    """What the tags say, by field of Metadata, and the problems in saying so."""
    tags, problems = exif.tags, list(exif.problems)
    says: dict[str, object] = {}
    artist = _text(tags, "Image Artist")
    if artist:
        says["creator"] = tuple(name for part in artist.split(";") if (name := part.strip()))
    caption = _text(tags, "Image ImageDescription")
    if caption and not _is_of_camera(caption):
        says["caption"] = caption
    says["copyright_notice"] = _text(tags, "Image Copyright")
    says["software"] = _text(tags, "Image Software")
    says["camera"] = camera_name(_text(tags, "Image Make"), _text(tags, "Image Model"))
    says["gps"] = _position(tags)
    taken = _text(tags, "EXIF DateTimeOriginal") or _text(tags, "Image DateTimeOriginal")
    if taken and taken.strip("0: "):
        says["date_created"] = exif_date(taken, _text(tags, "EXIF OffsetTimeOriginal"))
        if says["date_created"] is None:
            problems.append(f"the EXIF date “{taken[:40]}” is not a date")
    return {name: value for name, value in says.items() if value}, problems


def _dump(header: _Header) -> None:
    """Read IFD0, the thumbnail's directory and the EXIF directory, which names GPS (Exif 4.6)."""
    for index, at in enumerate(header.list_ifd()[:_MOST_DIRECTORIES]):
        name = ("Image", "Thumbnail")[index] if index < 2 else f"IFD {index}"
        header.dump_ifd(at, name)
    pointer = header.tags.get("Image ExifOffset")
    if pointer and pointer.values:
        header.dump_ifd(pointer.values[0], "EXIF")


def _value(tag: IfdTag) -> object:
    """A tag's value as JSON holds it: text, number, list of them, ratios as "1/250"."""
    values = tag.values
    if isinstance(values, bytes):
        return decoded(values)[0]
    if isinstance(values, str):
        return values
    if tag.prefer_printable or len(values) > 64:
        return tag.printable
    items = [_number(value) for value in values]
    return items[0] if len(items) == 1 else items


def _number(value: object) -> object:
    if isinstance(value, tuple):
        return value[0] if value else None
    return value if isinstance(value, int | float | str) else str(value)


def _text(tags: Mapping[str, object], name: str) -> str | None:
    value = tags.get(name)
    return plain(repaired(value)) if isinstance(value, str) else None


def _is_of_camera(caption: str) -> bool:
    return caption.casefold().strip(" .<>_-") in _CAMERA_CAPTIONS


def camera_name(make: str | None, model: str | None) -> str | None:
    """Make and model as one name, the make once only ("Canon", "Canon EOS R5": Canon EOS R5)."""
    if make and model:
        if model.casefold().startswith(make.split()[0].casefold()):
            return model
        return f"{make} {model}"
    return model or make


def _position(tags: Mapping[str, object]) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, north and east positive (Exif 3.0, 4.6.7)."""
    latitude = _degrees(tags.get("GPS GPSLatitude"), tags.get("GPS GPSLatitudeRef"), "S")
    longitude = _degrees(tags.get("GPS GPSLongitude"), tags.get("GPS GPSLongitudeRef"), "W")
    if latitude is None or longitude is None or (latitude, longitude) == (0.0, 0.0):
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _degrees(value: object, reference: object, negative: str) -> float | None:
    parts = value if isinstance(value, list) else [value]
    total = 0.0
    for index, part in enumerate(parts[:3]):
        numerator, _, denominator = str(part).partition("/")
        try:
            total += float(numerator) / float(denominator or 1) / 60**index
        except (ValueError, ZeroDivisionError):
            return None
    sign = -1 if isinstance(reference, str) and reference.strip().upper() == negative else 1
    return round(sign * total, 7)
