"""What several scenes show: ridges, trees, people far away, flags, windows, water.

People are silhouettes without faces; nobody is meant.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from photodesk.samples.brush import Canvas, Point, mix

__all__ = [
    "cloud",
    "crowd",
    "fir",
    "flag",
    "person",
    "ridge",
    "ripples",
    "skyline",
    "smoke",
    "stars",
    "strip",
    "wave",
]


def wave(canvas: Canvas, y: float, swing: float, length: float, start: float = 0) -> list[Point]:
    """Points of a gentle line across the picture, left to right."""
    steps = 60
    return [
        (
            canvas.wide * step / steps,
            y + swing * math.sin(start + 2 * math.pi * canvas.wide * step / steps / length),
        )
        for step in range(steps + 1)
    ]


def strip(canvas: Canvas, top: Sequence[Point], *colours: str) -> None:
    """Everything below a line, graded downwards."""
    canvas.graded([*top, (canvas.wide, canvas.high), (0, canvas.high)], *colours)


def ridge(canvas: Canvas, y: float, height: float, *colours: str, rough: float = 0.55) -> None:
    """A range of mountains or hills: midpoint displacement, filled to the picture's foot."""
    heights = [canvas.dice.between(-1, 1) * height * 0.4, canvas.dice.between(-1, 1) * height * 0.4]
    swing = height
    while len(heights) < 128:
        between = [
            (a + b) / 2 + canvas.dice.between(-swing, swing) / 2 for a, b in pairwise(heights)
        ]
        paired = zip(heights, between, strict=False)
        heights = [value for pair in paired for value in pair] + [heights[-1]]
        swing *= rough
    last = len(heights) - 1
    strip(canvas, [(canvas.wide * i / last, y - h) for i, h in enumerate(heights)], *colours)


def fir(canvas: Canvas, x: float, foot: float, height: float, fill: str) -> None:
    """A fir as three stacked triangles."""
    canvas.rectangle(x - height * 0.025, foot - height * 0.2, x + height * 0.025, foot, fill)
    for top, bottom, half in ((1.0, 0.55, 0.15), (0.78, 0.32, 0.21), (0.55, 0.1, 0.27)):
        canvas.polygon(
            [
                (x, foot - height * top),
                (x + height * half, foot - height * bottom),
                (x - height * half, foot - height * bottom),
            ],
            fill,
        )


def person(canvas: Canvas, x: float, foot: float, height: float, fill: str) -> None:
    """A standing figure seen from far: head, shoulders, coat, legs."""
    unit = height / 8
    canvas.oval(x, foot - 7.3 * unit, 0.62 * unit, 0.75 * unit, fill)
    canvas.polygon(
        [
            (x - 0.5 * unit, foot - 6.6 * unit),
            (x + 0.5 * unit, foot - 6.6 * unit),
            (x + 1.35 * unit, foot - 5.9 * unit),
            (x + 1.25 * unit, foot - 3.3 * unit),
            (x + 0.85 * unit, foot - 3.2 * unit),
            (x + 0.75 * unit, foot),
            (x + 0.12 * unit, foot),
            (x, foot - 2.6 * unit),
            (x - 0.12 * unit, foot),
            (x - 0.75 * unit, foot),
            (x - 0.85 * unit, foot - 3.2 * unit),
            (x - 1.25 * unit, foot - 3.3 * unit),
            (x - 1.35 * unit, foot - 5.9 * unit),
        ],
        fill,
    )


def crowd(canvas: Canvas, foot: float, height: float, step: float, fills: Sequence[str]) -> None:
    """A row of heads and shoulders across the picture, filled down to ``foot``."""
    x = -step
    while x < canvas.wide + step:
        x += step * canvas.dice.between(0.75, 1.25)
        tall = height * canvas.dice.between(0.85, 1.12)
        fill = canvas.dice.pick(fills)
        canvas.oval(x, foot - tall * 0.8, tall * 0.14, tall * 0.19, fill)
        shoulders = [
            (x - tall * 0.12, foot - tall * 0.64),
            (x + tall * 0.12, foot - tall * 0.64),
            (x + tall * 0.33, foot - tall * 0.5),
            (x + tall * 0.36, foot),
            (x - tall * 0.36, foot),
            (x - tall * 0.33, foot - tall * 0.5),
        ]
        canvas.polygon(shoulders, fill)


def flag(
    canvas: Canvas, x: float, foot: float, height: float, colours: Sequence[str], pole: str
) -> None:
    """A flag in a light wind, its colours in horizontal bands; of no country in particular."""
    canvas.line([(x, foot), (x, foot - height)], pole, max(height * 0.014, 2))
    wide, tall = height * 0.42, height * 0.27
    band = tall / len(colours)
    for index, colour in enumerate(colours):
        upper = [_flutter(x, foot - height + band * index, wide, s / 8) for s in range(9)]
        lower = [_flutter(x, foot - height + band * (index + 1), wide, s / 8) for s in range(9)]
        canvas.polygon(upper + lower[::-1], colour)
        for share in (0.42, 0.86):
            a, b = int(share * 8) - 1, int(share * 8) + 1
            fold = mix(colour, "#000000", 0.14)
            canvas.polygon([upper[a], upper[b], lower[b], lower[a]], fold)


def _flutter(x: float, y: float, wide: float, share: float) -> Point:
    return x + wide * share, y + wide * 0.07 * math.sin(share * 6.0) + wide * 0.05 * share


def skyline(
    canvas: Canvas, foot: float, low: float, high: float, fill: str, lights: Sequence[str] = ()
) -> None:
    """A row of buildings standing on ``foot``; with ``lights`` some of their windows are lit."""
    x = -20.0
    while x < canvas.wide:
        wide = canvas.dice.between(55, 130)
        top = foot - canvas.dice.between(low, high)
        tone = mix(fill, "#000000", canvas.dice.between(0, 0.25))
        canvas.rectangle(x, top, x + wide, foot, tone)
        if canvas.dice.between(0, 1) < 0.3:
            canvas.rectangle(x + wide * 0.3, top - 26, x + wide * 0.7, top, tone)
            canvas.line([(x + wide / 2, top - 26), (x + wide / 2, top - 80)], tone, 4)
        if lights:
            _windows(canvas, x, top, wide, foot, lights)
        x += wide + canvas.dice.between(-6, 14)


def _windows(
    canvas: Canvas, x: float, top: float, wide: float, foot: float, lights: Sequence[str]
) -> None:
    for row in range(int((foot - top - 24) // 24)):
        for column in range(int((wide - 14) // 17)):
            if canvas.dice.between(0, 1) < 0.42:
                left, upper = x + 10 + column * 17, top + 16 + row * 24
                canvas.rectangle(left, upper, left + 9, upper + 13, canvas.dice.pick(lights))


def ripples(canvas: Canvas, top: float, bottom: float, fills: Sequence[str], count: int) -> None:
    """Glints on water, longer and farther apart towards the viewer."""
    for _ in range(count):
        depth = canvas.dice.between(0, 1) ** 1.6
        y = top + (bottom - top) * depth
        x, half = canvas.dice.between(-50, canvas.wide + 50), 14 + 90 * depth
        canvas.oval(x, y, half, 1.2 + 3.6 * depth, canvas.dice.pick(fills))


def stars(canvas: Canvas, bottom: float, count: int) -> None:
    """Small stars above ``bottom``, a few of them bright."""
    for _ in range(count):
        size = 1 + 2.2 * canvas.dice.between(0, 1) ** 5
        x, y = canvas.dice.between(0, canvas.wide), canvas.dice.between(0, bottom)
        canvas.oval(x, y, size, size, canvas.dice.pick(("#fdf6e3", "#cfe0ff", "#8fa3c7")))


def cloud(canvas: Canvas, x: float, y: float, wide: float, fill: str, alpha: float) -> None:
    """A fair-weather cloud of a few soft puffs."""
    for _ in range(6):
        dx = canvas.dice.between(-0.4, 0.4) * wide
        size = wide * canvas.dice.between(0.2, 0.36)
        rise = canvas.dice.between(-0.06, 0.05) * wide
        canvas.glow(x + dx, y + rise, size * 1.25, size * 0.62, fill, alpha)


def smoke(
    canvas: Canvas, start: Point, drift: Point, size: float, fill: str, alpha: float, puffs: int = 9
) -> None:
    """A plume that grows and thins as it drifts from ``start``."""
    for index in range(puffs):
        share = index / (puffs - 1)
        wobble = canvas.dice.between(-0.4, 0.4) * size
        radius = size * (0.7 + 2.1 * share)
        x = start[0] + drift[0] * share + wobble
        y = start[1] + drift[1] * share + wobble * 0.4
        canvas.glow(x, y, radius, radius * 0.8, fill, alpha * (1 - 0.55 * share))
