"""A canvas to paint sample pictures on: flat shapes, soft light, light grain.

Every scene draws in the same units, 1500 x 1000 lying or 1000 x 1500 standing, whatever the size in
pixels. Numbers that look like chance come from a hash of the picture's name, so that each machine
paints the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

__all__ = ["Canvas", "Colour", "Dice", "Point", "mix"]

Point = tuple[float, float]
Colour = tuple[int, int, int]

_LONG, _SHORT = 1500, 1000
_SMOOTHING = 2
_SOFT_STEP = 5
_GRAIN_TILE = 512
_GRAIN_STRENGTH = 6


class Dice:
    """A stream of numbers that depends on its name alone."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._block = 0
        self._numbers: list[int] = []

    def between(self, low: float, high: float) -> float:
        """The next number in the half-open range."""
        if not self._numbers:
            seed = f"{self._name}/{self._block}".encode()
            digest = hashlib.shake_128(seed).digest(2048)
            self._numbers = np.frombuffer(digest, dtype="<u4").tolist()
            self._block += 1
        return low + (high - low) * self._numbers.pop() / 2**32

    def pick(self, choices: Sequence[str]) -> str:
        """One of the choices."""
        return choices[int(self.between(0, len(choices)))]


class Canvas:
    """A picture being painted; coordinates in scene units, colours as ``#rrggbb``."""

    def __init__(self, name: str, width: int, height: int) -> None:
        self.dice = Dice(name)
        self.wide, self.high = (_LONG, _SHORT) if width >= height else (_SHORT, _LONG)
        self._size = (width, height)
        self._scale = width * _SMOOTHING / self.wide
        self._image = Image.new("RGB", (width * _SMOOTHING, height * _SMOOTHING))
        self._draw = ImageDraw.Draw(self._image)

    def backdrop(self, *colours: str) -> None:
        """Fill the whole picture with a gradient from top to bottom."""
        self._image.paste(_gradient(colours).resize(self._image.size, Image.Resampling.BILINEAR))

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A flat shape with hard edges."""
        self._draw.polygon(self._pixels(points), fill=fill)

    def rectangle(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        """A flat upright rectangle."""
        self._draw.rectangle(self._pixels([(left, top), (right, bottom)]), fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """A flat ellipse about its centre."""
        self._draw.ellipse(self._pixels([(x - rx, y - ry), (x + rx, y + ry)]), fill=fill)

    def ring(self, x: float, y: float, rx: float, ry: float, fill: str, width: float) -> None:
        """The outline of an ellipse, its line inside the radii."""
        box = self._pixels([(x - rx, y - ry), (x + rx, y + ry)])
        self._draw.ellipse(box, outline=fill, width=self._stroke(width))

    def line(self, points: Sequence[Point], fill: str, width: float) -> None:
        """A line through the points, with rounded joints."""
        self._draw.line(self._pixels(points), fill=fill, width=self._stroke(width), joint="curve")

    def graded(self, points: Sequence[Point], *colours: str) -> None:
        """A shape with hard edges whose colour runs from its top to its bottom."""
        pixels = self._pixels(points)
        left, top = (max(min(axis), 0) for axis in zip(*pixels, strict=True))
        right = min(max(x for x, _ in pixels) + 1, self._image.width)
        bottom = min(max(y for _, y in pixels) + 1, self._image.height)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in pixels], fill=255)
        fill = _gradient(colours).resize(mask.size, Image.Resampling.BILINEAR)
        self._image.paste(fill, (left, top), mask)

    def glow(self, x: float, y: float, rx: float, ry: float, fill: str, alpha: float) -> None:
        """A round light that fades towards its edge; ``alpha`` from 0 to 1 at the centre."""
        (left, top), (right, bottom) = self._pixels([(x - rx, y - ry), (x + rx, y + ry)])
        size = (max(right - left, 1), max(bottom - top, 1))
        mask = _radial().point([round(value * alpha) for value in range(256)])
        self._image.paste(fill, (left, top), mask.resize(size, Image.Resampling.BILINEAR))

    def soft(self, points: Sequence[Point], fill: str, alpha: float, blur: float) -> None:
        """A shape with blurred edges: a shadow, a beam, a bank of fog; ``blur`` in units."""
        margin = 3 * blur
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, top = max(min(xs) - margin, 0), max(min(ys) - margin, 0)
        right, bottom = min(max(xs) + margin, self.wide), min(max(ys) + margin, self.high)
        if right - left < 1 or bottom - top < 1:
            return
        # Drawn small and enlarged: what is blurred needs no pixels of its own.
        step = _SOFT_STEP
        pad = int(margin / step) + 1
        inner = (int((right - left) / step) + 1, int((bottom - top) / step) + 1)
        mask = Image.new("L", (inner[0] + 2 * pad, inner[1] + 2 * pad))
        moved = [((x - left) / step + pad, (y - top) / step + pad) for x, y in points]
        ImageDraw.Draw(mask).polygon(moved, fill=round(255 * alpha))
        mask = mask.filter(ImageFilter.GaussianBlur(blur / step))
        mask = mask.crop((pad, pad, pad + inner[0], pad + inner[1]))
        (x0, y0), (x1, y1) = self._pixels([(left, top), (right, bottom)])
        self._image.paste(
            fill, (x0, y0), mask.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR)
        )

    def shade(self, left: float, top: float, right: float, bottom: float, alpha: float) -> None:
        """A soft dark patch, as a thing throws on the ground."""
        box = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.soft(box, "#05070d", alpha, max((bottom - top) / 3, 4))

    def finished(self) -> Image.Image:
        """The picture in its size: smoothed, darker towards the corners, with light grain."""
        image = self._image.reduce(_SMOOTHING)
        edge = _radial().point([round(192 + 63 * min(1.0, v / 80)) for v in range(256)])
        vignette = edge.resize((image.width * 2, image.height * 2), Image.Resampling.BILINEAR)
        left, top = image.width // 2, image.height // 2
        vignette = vignette.crop((left, top, left + image.width, top + image.height))
        image = ImageChops.multiply(image, Image.merge("RGB", (vignette,) * 3))
        grain = _grain().crop((0, 0, *image.size))
        return ImageChops.add(image, Image.merge("RGB", (grain,) * 3), offset=-128)

    def _pixels(self, points: Sequence[Point]) -> list[tuple[int, int]]:
        return [(round(x * self._scale), round(y * self._scale)) for x, y in points]

    def _stroke(self, width: float) -> int:
        return max(1, round(width * self._scale))


def mix(first: str, second: str, share: float) -> str:
    """The colour between two, ``share`` of the way to the second."""
    pairs = zip(_rgb(first), _rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _rgb(colour: str) -> Colour:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red, green, blue


def _gradient(colours: Sequence[str]) -> Image.Image:
    steps = 256
    column = bytearray()
    stops = [_rgb(colour) for colour in colours]
    for step in range(steps):
        place = step * (len(stops) - 1)
        index, rest = divmod(place, steps - 1)
        after = stops[min(index + 1, len(stops) - 1)]
        for a, b in zip(stops[index], after, strict=True):
            column.append(a + (b - a) * rest // (steps - 1))
    return Image.frombytes("RGB", (1, steps), bytes(column))


@cache
def _radial() -> Image.Image:
    # A squared fall-off reads as light; the plain one as a cone.
    # Pillow's gradient reaches 255 in the corners and 180 where the circle touches the edge.
    fade = [255 * max(0, 180 - v) ** 2 // 180**2 for v in range(256)]
    return Image.radial_gradient("L").point(fade)


@cache
def _grain() -> Image.Image:
    tile = _GRAIN_TILE
    digest = hashlib.shake_128(b"grain").digest(tile * tile * 4)
    bytes_of = np.frombuffer(digest, dtype=np.uint8).reshape(tile, tile, 4).astype(np.int32)
    noise = (bytes_of.sum(axis=2) - 510) * _GRAIN_STRENGTH // 256 + 128
    # Large enough for the largest picture either way up.
    return Image.fromarray(np.tile(noise.astype(np.uint8), (4, 4)))
