"""Everything that the bytes of one picture file say."""

from __future__ import annotations

import hashlib
from types import MappingProxyType

from media.embedded import read_metadata
from media.pixels import read_pixels
from media.provenance import read_credentials
from media.types import Credentials, Metadata, Photo

__all__ = ["MIME_TYPES", "photo_json", "read_photo"]

MIME_TYPES = MappingProxyType(
    {
        "JPEG": "image/jpeg",
        "PNG": "image/png",
        "WebP": "image/webp",
        "TIFF": "image/tiff",
        "GIF": "image/gif",
        "AVIF": "image/avif",
        "HEIC": "image/heic",
    }
)
"""The media type of each format that is read, by the format's name in Pixels."""

_FIELDS = (
    "creator",
    "credit_line",
    "source",
    "copyright_notice",
    "caption",
    "headline",
    "title",
    "keywords",
    "instructions",
    "usage_terms",
    "web_statement",
    "licensor",
    "digital_source_type",
    "data_mining",
    "alt_text",
    "city",
    "country",
    "persons",
    "camera",
    "gps",
    "software",
)


def read_photo(data: bytes) -> Photo:
    """The photo in the bytes of one picture file: digest, size, pixels, metadata, credentials.

    Raises NotAPicture when nothing can be read. A damaged picture is returned with
    ``pixels.damage`` saying what is broken.
    """
    pixels = read_pixels(data)
    return Photo(
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pixels=pixels,
        metadata=read_metadata(data),
        credentials=read_credentials(data, MIME_TYPES[pixels.format]),
    )


def photo_json(photo: Photo, file: str | None = None) -> dict[str, object]:
    """A photo as ``photodesk inspect --json`` prints it: absent is null, lists are lists.

    ``file``, where given, comes first, under that name. Damage of the pixels is the first of
    ``problems``.
    """
    pixels, metadata = photo.pixels, photo.metadata
    damage = [pixels.damage] if pixels.damage else []
    named: dict[str, object] = {} if file is None else {"file": file}
    return named | {
        "sha256": photo.sha256,
        "format": pixels.format,
        "width": pixels.width,
        "height": pixels.height,
        "bytes": photo.size,
        "date_created": metadata.date_created,
        **{name: _plain(metadata, name) for name in _FIELDS},
        "fingerprint": pixels.fingerprint,
        "credentials": _credentials_json(photo.credentials),
        "problems": [*damage, *metadata.problems],
        "origin_of": dict(metadata.origin_of),
    }


def _plain(metadata: Metadata, name: str) -> object:
    value = getattr(metadata, name)
    return list(value) if isinstance(value, tuple) else value


def _credentials_json(credentials: Credentials) -> dict[str, object]:
    return {
        "state": str(credentials.state),
        "code": credentials.code,
        "signer": credentials.signer,
        "actions": list(credentials.actions),
        "ai_generated": credentials.ai_generated,
        "problems": list(credentials.problems),
    }
