"""One decode gives size, thumbnail, fingerprint, and says what is broken."""

from __future__ import annotations

import contextlib
import io
import struct
import time
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFile

from media import pixels
from media.errors import NotAPicture
from media.pixels import read_pixels


def drawing(width: int = 900, height: int = 600) -> Image.Image:
    """A picture with a gradient, a red corner on the upper left, and shapes."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 4, height // 4), fill=(220, 20, 20))
    draw.ellipse((width // 2, height // 3, width - 20, height - 20), fill=(20, 90, 200))
    for step in range(0, width, 37):
        draw.line((step, 0, width - step, height), fill=(30, step % 255, 60), width=3)
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def thumbnail_of(data: bytes) -> Image.Image:
    thumbnail = read_pixels(data).thumbnail
    assert thumbnail is not None
    return Image.open(io.BytesIO(thumbnail))


def distance(one: str | None, other: str | None) -> int:
    assert one is not None
    assert other is not None
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("JPEG", "JPEG"),
        ("PNG", "PNG"),
        ("WEBP", "WebP"),
        ("TIFF", "TIFF"),
        ("GIF", "GIF"),
        ("AVIF", "AVIF"),
        ("MPO", "JPEG"),
    ],
)
def test_every_format_gives_size_thumbnail_and_fingerprint(kind: str, name: str) -> None:
    read = read_pixels(saved(drawing(), kind))
    assert (read.format, read.width, read.height, read.damage) == (name, 900, 600, None)
    assert thumbnail_of(saved(drawing(), kind)).size == (512, 341)
    assert distance(read.fingerprint, read_pixels(saved(drawing(), "PNG")).fingerprint) <= 24


def test_small_picture_is_not_enlarged() -> None:
    assert thumbnail_of(saved(drawing(120, 80))).size == (120, 80)


def test_thumbnail_carries_no_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(drawing(), exif=exif, comment=b"secret", icc_profile=profile)
    thumbnail = thumbnail_of(data)
    assert thumbnail.format == "JPEG"
    assert set(thumbnail.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_fingerprint_outlives_scaling_and_compression() -> None:
    first = read_pixels(saved(drawing(1800, 1200), quality=95)).fingerprint
    second = read_pixels(saved(drawing(1800, 1200).resize((600, 400)), quality=40)).fingerprint
    assert distance(first, second) <= 31
    assert first is not None
    assert len(first) == 64


def test_fingerprint_tells_pictures_apart() -> None:
    other = Image.radial_gradient("L").resize((900, 600)).convert("RGB")
    assert (
        distance(read_pixels(saved(drawing())).fingerprint, read_pixels(saved(other)).fingerprint)
        > 60
    )


TURNS = [
    (1, (900, 600), "upper left"),
    (2, (900, 600), "upper right"),
    (3, (900, 600), "lower right"),
    (4, (900, 600), "lower left"),
    (5, (600, 900), "upper left"),
    (6, (600, 900), "upper right"),
    (7, (600, 900), "lower right"),
    (8, (600, 900), "lower left"),
]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("orientation", "size", "corner"), TURNS)
def test_picture_is_shown_upright(
    kind: str, orientation: int, size: tuple[int, int], corner: str
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    data = saved(drawing(), kind, exif=exif)
    read, thumbnail = read_pixels(data), thumbnail_of(data)
    assert (read.width, read.height) == size
    x = 8 if "left" in corner else thumbnail.width - 8
    y = 12 if "upper" in corner else thumbnail.height - 12
    around = np.asarray(thumbnail.crop((x - 6, y - 6, x + 6, y + 6))).reshape(-1, 3)
    assert np.median(around[:, 0]) > 150


def test_orientation_out_of_range_is_passed_over() -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    assert read_pixels(saved(drawing(), exif=exif)).width == 900


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGBA", "LA", "CMYK", "I;16", "I", "F"])
def test_every_kind_of_pixel_gives_a_thumbnail(mode: str) -> None:
    grey = drawing().convert("L")
    if mode in ("I;16", "I", "F"):
        levels = np.asarray(grey).astype({"I;16": "uint16", "I": "int32", "F": "float32"}[mode])
        picture = Image.fromarray(levels * (257 if mode == "I;16" else 1))
    else:
        picture = drawing().convert(mode)
    read = read_pixels(saved(picture, "TIFF"))
    assert read.damage is None
    plain = read_pixels(saved(grey, "TIFF")).fingerprint
    assert distance(read.fingerprint, plain) <= (90 if mode in ("1", "CMYK") else 31)


@pytest.mark.parametrize("mode", ["P", "1", "I;16"])
def test_large_picture_of_palette_or_deep_levels_is_thinned_without_losing_its_look(
    mode: str,
) -> None:
    large = drawing(4800, 3200)
    if mode == "I;16":
        levels = np.asarray(large.convert("L")).astype("uint16") * 257
        picture = Image.fromarray(levels)
    else:
        picture = large.convert(mode)
    read = read_pixels(saved(picture, "PNG"))
    plain = read_pixels(saved(large.convert("L"), "PNG"))
    assert distance(read.fingerprint, plain.fingerprint) <= (90 if mode == "1" else 31)
    assert thumbnail_of(saved(picture, "PNG")).size == (512, 341)


def test_flat_and_unnumbered_levels_give_a_thumbnail() -> None:
    flat = Image.fromarray(np.full((40, 40), np.nan, dtype="float32"))
    assert read_pixels(saved(flat, "TIFF")).thumbnail is not None


def test_transparent_parts_lie_on_white() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert thumbnail_of(saved(clear, "PNG")).getpixel((20, 20)) == (255, 255, 255)


def test_colours_of_another_profile_are_brought_to_srgb() -> None:
    picture = Image.new("RGB", (64, 64), (120, 60, 30))
    linear = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    read = thumbnail_of(saved(picture, "PNG", icc_profile=linear))
    broken = thumbnail_of(saved(picture, "PNG", icc_profile=b"no profile"))
    assert read.size == broken.size == (64, 64)
    near = np.abs(np.array(broken.getpixel((9, 9)), dtype=int) - (120, 60, 30)).max()
    assert near <= 6


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF"])
def test_truncated_picture_is_damaged_and_shows_what_is_there(kind: str) -> None:
    whole = saved(drawing(), kind)
    read = read_pixels(whole[: len(whole) * 2 // 3])
    assert read.damage == "the file is truncated"
    assert (read.width, read.height) == (900, 600)
    corner = thumbnail_of(whole[: len(whole) * 2 // 3]).convert("RGB").getpixel((4, 30))
    assert isinstance(corner, tuple)
    assert corner[0] > 150


@pytest.mark.parametrize("kind", ["WEBP", "TIFF", "AVIF"])
def test_other_truncated_picture_is_never_healthy(kind: str) -> None:
    whole = saved(drawing(), kind, **({"compression": "raw"} if kind == "TIFF" else {}))
    with contextlib.suppress(NotAPicture):
        assert read_pixels(whole[: len(whole) // 2]).damage is not None


def test_flat_picture_has_a_thumbnail_and_no_fingerprint() -> None:
    read = read_pixels(saved(Image.new("RGB", (300, 200), "red")))
    assert (read.fingerprint, read.damage) == (None, None)
    assert read.thumbnail is not None


def test_picture_of_which_nothing_was_decoded_has_neither_thumbnail_nor_fingerprint() -> None:
    whole = saved(drawing(), "PNG")
    read = read_pixels(whole[: whole.index(b"IDAT") + 30])
    assert read.damage == "the file is truncated"
    assert (read.thumbnail, read.fingerprint) == (None, None)


def test_truncation_does_not_touch_the_switch_of_the_process() -> None:
    whole = saved(drawing())
    read_pixels(whole[:9000])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_progressive_picture_cut_after_some_scans_is_damaged() -> None:
    whole = saved(drawing(), progressive=True)
    assert read_pixels(whole).damage is None
    assert read_pixels(whole[: len(whole) * 2 // 3]).damage == "the file is truncated"


def test_png_without_its_end_is_damaged() -> None:
    assert read_pixels(saved(drawing(), "PNG")[:-12]).damage == "the file is truncated"


def test_broken_stream_is_damaged() -> None:
    whole = bytearray(saved(drawing(), "PNG"))
    middle = len(whole) // 2
    whole[middle : middle + 40] = b"\x55" * 40
    assert read_pixels(bytes(whole)).damage == "its pixels are damaged"


def test_png_with_a_wrong_bit_beside_its_pixels_is_mended() -> None:
    whole = saved(drawing(), "PNG", dpi=(72, 72))
    at = whole.index(b"pHYs") + 5
    read = read_pixels(whole[:at] + b"\xff" + whole[at + 1 :])
    assert read.damage == "its header is broken"
    assert read.fingerprint == read_pixels(whole).fingerprint


def test_picture_that_does_not_open_keeps_its_declared_size() -> None:
    png = saved(drawing(), "PNG")
    cut = png[:30] + b"\xff" + png[31:60]
    gif = saved(drawing(), "GIF")
    jpeg = saved(drawing()).replace(b"\xff\xc0\x00\x11\x08", b"\xff\xc0\x00\x11\x0c")
    tiff = saved(drawing(), "TIFF").replace(
        struct.pack("<HHI", 258, 3, 3), struct.pack("<HHI", 258, 3, 2)
    )
    for data, name in ((cut, "PNG"), (gif[:13], "GIF"), (jpeg, "JPEG"), (tiff, "TIFF")):
        read = read_pixels(data)
        assert (read.format, read.width, read.height) == (name, 900, 600)
        assert read.thumbnail is None
        assert read.damage is not None


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty; export the picture again"),
        (b"words and words", "is not a picture: it begins like plain text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "is a JPEG picture whose header is broken"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture whose header is broken"),
        (b"RIFF\x04\x00\x00\x00WEBP", "is a WebP picture whose header is broken"),
        (b"II*\x00\x08\x00\x00\x00\x00\x00", "is a TIFF picture whose header is broken"),
        (b"GIF89a\x00\x00\x00\x00", "is a GIF picture whose header is broken"),
        (
            b"\x00\x00\x00\x14ftypheic\x00\x00\x00\x00mif1",
            "is a HEIC picture, which photodesk cannot read here",
        ),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(NotAPicture) as refused:
        read_pixels(data)
    assert str(refused.value) == sentence


def test_heic_is_read_where_pillow_can(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = saved(drawing(), "PNG")
    monkeypatch.setitem(Image.OPEN, "HEIF", (lambda *_: Image.open(io.BytesIO(drawn)), None))
    read = read_pixels(b"\x00\x00\x00\x14ftypheic\x00\x00\x00\x00mif1")
    assert (read.format, read.width, read.damage) == ("HEIC", 900, None)


def _png_header(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    out = b"\x89PNG\r\n\x1a\n"
    for kind, content in (
        (b"IHDR", header),
        (b"IDAT", zlib.compress(b"\x00" * 100)),
        (b"IEND", b""),
    ):
        checksum = zlib.crc32(kind + content)
        out += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
    return out


def test_picture_of_too_many_pixels_is_not_decoded() -> None:
    read = read_pixels(_png_header(40_000, 30_000))
    assert (read.width, read.height, read.damage) == (40_000, 30_000, "too large to decode")
    assert read.thumbnail is None


def test_progressive_picture_of_thousands_of_scans_is_not_decoded() -> None:
    whole = saved(drawing(2000, 2000), progressive=True, quality=10)
    start = whole.rindex(b"\xff\xda")
    bomb = whole[:-2] + whole[start:-2] * 2000 + whole[-2:]
    begun = time.process_time()
    assert read_pixels(bomb).damage == "too large to decode"
    assert time.process_time() - begun < 2


def test_memory_that_runs_out_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def out_of_memory(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", out_of_memory)
    assert read_pixels(saved(drawing(), "PNG")).damage == "too large to decode"


def test_exif_that_cannot_be_read_leaves_the_picture_as_it_lies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> None:
        raise SyntaxError("not a TIFF file")

    monkeypatch.setattr("PIL.JpegImagePlugin.JpegImageFile.getexif", broken)
    assert read_pixels(saved(drawing())).width == 900


def test_bound_is_what_the_documents_say() -> None:
    assert pixels.MAX_PIXELS == 200_000_000
