"""One decode of a picture: its size as displayed, a thumbnail, a fingerprint, and its damage."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pdqhash
from PIL import (
    AvifImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from media.embedded.declared import declared_size, mended_png
from media.embedded.jpeg import frame_size
from media.embedded.signature import describe, format_of
from media.errors import NotAPicture
from media.types import Pixels

# Pillow's warnings about odd files say on standard error what ``damage`` says to those who ask.
warnings.filterwarnings("ignore", module=r"PIL\.")

__all__ = ["MAX_PIXELS", "THUMBNAIL_EDGE", "read_pixels"]

MAX_PIXELS = 200_000_000
"""The most pixels that are decoded. Larger pictures are catalogued without thumbnail."""

THUMBNAIL_EDGE = 512
_SAMPLES = 4

_LEAST_QUALITY, _LEAST_QUALITY_OF_DAMAGED = 1, 50
"""The least PDQ quality for a fingerprint: all flat pictures look alike, and so do those of which
only the first rows could be decoded. Whole photographs of sky and sea come down to 20."""
_THUMBNAIL_QUALITY = 82

# JPEG is decoded at a fraction of its size. The others are held whole, WebP three times over:
# these bounds keep one decode within a gigabyte.
_MAX_PIXELS_OF: Mapping[str, int] = MappingProxyType(
    {
        "WebP": 64_000_000,
        "AVIF": 64_000_000,
        "HEIC": 64_000_000,
        "PNG": 120_000_000,
        "TIFF": 120_000_000,
        "GIF": 120_000_000,
    }
)
_MOST_SCANNED_PIXELS = 4_000_000_000
"""Pixels times scans of a progressive JPEG: a file of 94 KB can ask for thousands of passes."""

_UPRIGHT = MappingProxyType(
    {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
)
"""What turns a picture upright, by EXIF orientation (Exif 3.0, 4.6.5, tag 274)."""
_ORIENTATION = 274

# The classes themselves and not Image.open: nothing outside this list is ever tried on a file, and
# the bound on pixels is ours, with an answer instead of an exception.
_OPENERS: Mapping[str, Callable[[io.BytesIO], ImageFile.ImageFile]] = MappingProxyType(
    {
        "JPEG": JpegImagePlugin.JpegImageFile,
        "PNG": PngImagePlugin.PngImageFile,
        "WebP": WebPImagePlugin.WebPImageFile,
        "TIFF": TiffImagePlugin.TiffImageFile,
        "GIF": GifImagePlugin.GifImageFile,
        "AVIF": AvifImagePlugin.AvifImageFile,
    }
)


def read_pixels(data: bytes) -> Pixels:
    """Format, size as displayed, thumbnail, fingerprint and damage of the first picture in a file.

    The file is decoded once and whole: only this finds truncated files. A flat picture has no
    fingerprint. A damaged picture gives
    what could be decoded and says so in ``damage``; raises NotAPicture where not even the size
    can be read.
    """
    kind = format_of(data)
    if kind is None:
        raise NotAPicture(describe(data))
    try:
        picture = _open(data, kind)
    except NotAPicture:
        raise
    except Exception as error:
        size = declared_size(data, kind)
        if size is None:
            raise NotAPicture(f"is a {kind} picture whose header is broken") from error
        return _rescue(data, kind, size)
    with picture:
        return _decode(data, kind, picture)


def _rescue(data: bytes, kind: str, size: tuple[int, int]) -> Pixels:
    """What can be had of a picture that does not open: a PNG may be mended."""
    damage = "its header is broken or of a kind that cannot be decoded"
    if kind == "PNG":
        try:
            mended = mended_png(data)
            with _open(mended, kind) as picture:
                return replace(_decode(mended, kind, picture), damage="its header is broken")
        except Exception:
            return Pixels(kind, *size, damage=damage)
    return Pixels(kind, *size, damage=damage)


def _open(data: bytes, kind: str) -> ImageFile.ImageFile:
    if kind == "HEIC":
        Image.init()
        if "HEIF" not in Image.OPEN:
            raise NotAPicture("is a HEIC picture, which photodesk cannot read here")
        return Image.OPEN["HEIF"][0](io.BytesIO(data), "")
    if kind == "JPEG" and frame_size(data) is None:
        # Pillow would look for a frame byte by byte, for seconds where a file is all filling.
        raise ValueError("no frame")
    return _OPENERS[kind](io.BytesIO(data))


def _decode(data: bytes, kind: str, picture: ImageFile.ImageFile) -> Pixels:
    width, height = picture.size
    turn = _orientation(picture, kind)
    displayed = (height, width) if turn in (5, 6, 7, 8) else (width, height)
    scans = data.count(b"\xff\xda") if picture.info.get("progressive") else 1
    if _is_too_large(kind, width * height, scans):
        return Pixels(kind, *displayed, damage="too large to decode")
    damage = _load(picture, kind)
    if damage is None and kind == "PNG" and b"IEND" not in data:
        damage = "the file is truncated"
    try:
        small = _small(picture, turn)
        fingerprint, quality = _pdq(small)
        if damage and not quality:
            # Not a row was decoded: a black thumbnail would look like a black picture.
            return Pixels(kind, *displayed, damage=damage)
        thumbnail = _jpeg(small)
    except Exception:
        return Pixels(kind, *displayed, damage=damage or "its pixels could not be decoded")
    least = _LEAST_QUALITY_OF_DAMAGED if damage else _LEAST_QUALITY
    return Pixels(kind, *displayed, thumbnail, fingerprint if quality >= least else None, damage)


def _is_too_large(kind: str, pixels: int, scans: int) -> bool:
    if pixels > min(MAX_PIXELS, _MAX_PIXELS_OF.get(kind, MAX_PIXELS)):
        return True
    return pixels * scans > _MOST_SCANNED_PIXELS


def _orientation(picture: ImageFile.ImageFile, kind: str) -> int:
    """The EXIF orientation to undo; 1 where there is none, or Pillow undoes it itself (TIFF)."""
    if kind in ("TIFF", "GIF") or (kind == "PNG" and "exif" not in picture.info):
        return 1
    try:
        turn = picture.getexif().get(_ORIENTATION, 1)
    except Exception:
        return 1
    return turn if turn in _UPRIGHT else 1


def _load(picture: ImageFile.ImageFile, kind: str) -> str | None:
    """Decode, and give what is wrong; the rows decoded before a damage stay in the picture.

    After a failure the list of tiles is emptied, so that Pillow takes the picture for loaded and
    hands out those rows. Its own LOAD_TRUNCATED_IMAGES is a switch for the whole process and would
    let other threads take truncated files for healthy ones.
    """
    if kind == "JPEG":
        width, height = picture.size
        scale = max(width, height) / THUMBNAIL_EDGE
        picture.draft("RGB", (int(width / scale) or 1, int(height / scale) or 1))
    try:
        picture.load()
    except Exception as error:
        picture.tile = []
        return _damage(error)
    return None


def _damage(error: Exception) -> str:
    said = str(error).casefold()
    if isinstance(error, EOFError) or "truncated" in said or "not enough" in said:
        return "the file is truncated"
    if isinstance(error, MemoryError):
        return "too large to decode"
    return "its pixels are damaged"


def _small(picture: Image.Image, turn: int) -> Image.Image:
    """The picture in RGB, at most 512 pixels on the long edge, upright, without transparency."""
    profile = picture.info.get("icc_profile")
    small = _in_srgb(_eight_bits(_thinned(picture)), profile)
    small.thumbnail((THUMBNAIL_EDGE, THUMBNAIL_EDGE), Image.Resampling.BICUBIC)
    return small.transpose(_UPRIGHT[turn]) if turn in _UPRIGHT else small


def _thinned(picture: Image.Image) -> Image.Image:
    """The picture small enough that copies of it cost nothing, in its own mode.

    Palettes and deep levels cannot be averaged as they are: of these every so many pixels is kept,
    several for each of the thumbnail's.
    """
    scale = max(picture.size) / THUMBNAIL_EDGE
    if scale <= 1:
        return picture
    if picture.mode in ("RGB", "L", "CMYK", "RGBA", "LA", "YCbCr"):
        size = (max(1, round(picture.width / scale)), max(1, round(picture.height / scale)))
        return picture.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
    step = int(scale // _SAMPLES)
    if step <= 1:
        return picture
    size = (max(1, picture.width // step), max(1, picture.height // step))
    thinned = picture.resize(size, Image.Resampling.NEAREST)
    thinned.info = picture.info
    return thinned


def _eight_bits(picture: Image.Image) -> Image.Image:
    """RGB, L or CMYK of any mode; transparent parts lie on white."""
    if picture.mode in ("RGB", "L", "CMYK"):
        return picture.copy()
    if picture.mode.startswith(("I", "F")):
        levels = np.asarray(picture, dtype=np.float32)
        low, high = (0.0, 65535.0) if picture.mode.startswith("I;16") else _range(levels)
        scaled = np.clip((levels - low) * (255.0 / ((high - low) or 1.0)), 0, 255)
        return Image.fromarray(np.nan_to_num(scaled).astype(np.uint8))
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(ground, layer).convert("RGB")
    return picture.convert("RGB")


def _range(levels: np.ndarray[Any, np.dtype[np.float32]]) -> tuple[float, float]:
    finite = levels[np.isfinite(levels)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)


def _in_srgb(picture: Image.Image, profile: object) -> Image.Image:
    """The picture in sRGB where its profile is another one; a broken profile is passed over."""
    if isinstance(profile, bytes) and b"sRGB" not in profile[:1024]:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return (
                ImageCms.profileToProfile(
                    picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
                )
                or picture
            )
        except Exception:
            return picture.convert("RGB")
    return picture.convert("RGB")


def _jpeg(small: Image.Image) -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", small.size, small.tobytes()).save(
        out, "JPEG", quality=_THUMBNAIL_QUALITY
    )
    return out.getvalue()


def _pdq(small: Image.Image) -> tuple[str, int]:
    """The PDQ hash (ThreatExchange, 256 bits) of the thumbnail's pixels as 64 hex digits.

    With it the hash's own quality, 0 to 100: how much there is to see.
    """
    bits, quality = pdqhash.compute(np.asarray(small))
    return np.packbits(np.asarray(bits, dtype=np.uint8)).tobytes().hex(), int(quality)
