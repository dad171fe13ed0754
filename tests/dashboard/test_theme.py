"""The theme is readable: WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from photodesk.dashboard import parts

THEME = tomllib.loads(Path(parts.__file__).with_name("theme.toml").read_text("utf-8"))["theme"]
TONES = ("red", "orange", "yellow", "green", "blue", "violet", "gray")


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("tone", TONES)
def test_a_badge_is_readable_on_its_tone(mode: str, tone: str) -> None:
    colours = THEME[mode]
    assert _contrast(colours[f"{tone}TextColor"], colours[f"{tone}BackgroundColor"]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
@pytest.mark.parametrize(
    "ink",
    ["textColor", "linkColor", "primaryColor", "grayTextColor", "redTextColor", "greenTextColor"],
)
def test_words_are_readable_on_both_grounds(mode: str, ground: str, ink: str) -> None:
    assert _contrast(THEME[mode][ink], THEME[mode][ground]) >= 4.5
