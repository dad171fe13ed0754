"""Scenes under the open sky: mountains, fields, water, fire, snow, and the land from above."""

from __future__ import annotations

import math
from itertools import pairwise

from photodesk.samples.brush import Canvas, mix
from photodesk.samples.figures import cloud, fir, person, ridge, ripples, smoke, stars, strip, wave

__all__ = [
    "burnt_slope",
    "fire_plane",
    "forest_fire",
    "lighthouse_dusk",
    "mountain_pass",
    "observatory_night",
    "river_from_above",
    "rocket_launch",
    "satellite_map",
    "ski_lift",
    "wheat_field",
    "wind_turbines",
]


def mountain_pass(canvas: Canvas) -> None:
    """Blue ranges one behind another, a road winding up to the pass."""
    canvas.backdrop("#3d6fa8", "#9cc3dd", "#f6dcb8", "#f2c79a")
    canvas.glow(1080, 400, 520, 420, "#fff3d2", 0.95)
    for y, height, top, foot in (
        (520, 330, "#8fb0cc", "#c9d6dc"),
        (610, 260, "#6a8fb3", "#a5bccb"),
        (700, 200, "#44698f", "#7f9fb5"),
        (800, 130, "#2b4d63", "#50786f"),
    ):
        ridge(canvas, y, height, top, foot, rough=0.52)
        canvas.soft(
            [(0, y + 60), (1500, y + 40), (1500, y + 110), (0, y + 120)], "#f4e3cd", 0.3, 40
        )
    ridge(canvas, 900, 60, "#27443a", "#16281f")
    road = [(620, 1000), (760, 930), (560, 880), (700, 842), (600, 815), (655, 796)]
    for index, (start, end) in enumerate(pairwise(road)):
        canvas.line([start, end], "#d8c8a4", 26 - index * 5)
    for _ in range(26):
        x = canvas.dice.between(0, 1500)
        if not 480 < x < 840:
            fir(canvas, x, canvas.dice.between(930, 1040), canvas.dice.between(70, 150), "#0f1f19")


def wheat_field(canvas: Canvas) -> None:
    """Ripe wheat under a summer sky, a harvester far out."""
    canvas.backdrop("#2f78b7", "#86bde0", "#e9eed9", "#e9c46a")
    for x, y, wide in ((300.0, 190.0, 420), (980, 130, 520), (1290, 330, 330), (620, 360, 260)):
        cloud(canvas, x, y, wide, "#ffffff", 0.75)
    strip(canvas, wave(canvas, 545, 14, 1700, 1), "#5d7f4b", "#6f8f4f")
    strip(canvas, wave(canvas, 580, 9, 1300), "#e8b84a", "#d79a2b", "#8f5a14")
    for index in range(-14, 15):
        canvas.line([(750 + index * 12, 585), (750 + index * 170, 1000)], "#b97f22", 5)
    canvas.rectangle(985, 552, 1075, 592, "#a8322a")
    canvas.rectangle(1040, 528, 1072, 556, "#5b2420")
    canvas.oval(1005, 594, 14, 14, "#22201e")
    canvas.oval(1060, 592, 18, 18, "#22201e")
    smoke(canvas, (1090, 585), (190, -30), 26, "#f3dfae", 0.5, 7)
    for _ in range(150):
        x, foot = canvas.dice.between(-20, 1520), canvas.dice.between(900, 1080)
        tall, lean = canvas.dice.between(110, 240), canvas.dice.between(-26, 26)
        tone = canvas.dice.pick(("#f2cd6b", "#d9a23a", "#b3761c", "#8a5713"))
        canvas.line([(x, foot), (x + lean, foot - tall)], tone, 4)
        for grain in range(5):
            share = 1 - grain * 0.055
            y = foot - tall * share
            canvas.oval(x + lean * share - 5, y, 5, 9, tone)
            canvas.oval(x + lean * share + 5, y - 5, 5, 9, tone)


def wind_turbines(canvas: Canvas) -> None:
    """Three turbines on green hills in the morning."""
    canvas.backdrop("#5b7fb9", "#b4c7df", "#fbd9c0", "#f7b98f")
    canvas.glow(260, 560, 620, 420, "#fff1cf", 0.95)
    ridge(canvas, 680, 90, "#8aa38f", "#a4b08a", rough=0.4)
    for x, foot, tall, turn in ((1010, 790, 560, 0.4), (560, 740, 350, 1.1), (1320, 730, 300, 0.1)):
        hub = foot - tall
        half = tall * 0.016
        tower = [(x - half, foot), (x - half / 2, hub), (x + half / 2, hub), (x + half, foot)]
        canvas.polygon(tower, "#f4f6f8")
        for blade in range(3):
            angle = turn + blade * 2 * math.pi / 3
            reach = tall * 0.52
            dx, dy = math.sin(angle), -math.cos(angle)
            canvas.polygon(
                [
                    (x - dy * half * 0.9, hub + dx * half * 0.9),
                    (x + dx * reach * 0.2 - dy * half * 2, hub + dy * reach * 0.2 + dx * half * 2),
                    (x + dx * reach, hub + dy * reach),
                    (x + dy * half * 0.6, hub - dx * half * 0.6),
                ],
                "#ffffff",
            )
        canvas.oval(x, hub, half * 1.5, half * 1.5, "#cbd3da")
    strip(canvas, wave(canvas, 770, 42, 1900, 2), "#6f9a56", "#4d7a43", "#2c4f31")
    strip(canvas, wave(canvas, 880, 34, 1500, 4), "#5a8a48", "#24452b")
    for index in range(16):
        canvas.oval(140 + index * 22 % 300 + index * 9, 905 + index * 37 % 60, 11, 7, "#f7f4ea")


def lighthouse_dusk(canvas: Canvas) -> None:
    """A lighthouse on its rock, its beam over the sea (standing)."""
    canvas.backdrop("#1b2450", "#4b3f7d", "#c0647f", "#f4a261", "#20304f")
    stars(canvas, 520, 90)
    canvas.glow(760, 1010, 700, 260, "#ffd08a", 0.85)
    strip(canvas, [(0, 1030), (1000, 1030)], "#b5677b", "#3e4672", "#121a33")
    ripples(canvas, 1040, 1480, ("#e9a48c", "#6d6397", "#f3c99f"), 110)
    canvas.soft([(420, 432), (1100, 250), (1100, 560)], "#fff3c4", 0.55, 22)
    canvas.soft([(420, 432), (-100, 330), (-100, 520)], "#fff3c4", 0.4, 22)
    canvas.graded([(345, 1130), (375, 500), (465, 500), (495, 1130)], "#f5efe6", "#b9a8b4")
    for y in (620, 800, 980):
        spread = (y - 500) * 0.048
        canvas.polygon(
            [
                (375 - spread, y),
                (465 + spread, y),
                (469 + spread, y + 90),
                (371 - spread, y + 90),
            ],
            "#b23a48",
        )
    canvas.rectangle(358, 484, 482, 502, "#2a2338")
    canvas.rectangle(384, 396, 456, 486, "#ffe9a8")
    canvas.polygon([(372, 398), (420, 330), (468, 398)], "#2a2338")
    canvas.glow(420, 438, 150, 150, "#fffbe0", 1)
    rock = [(0, 1220), (150, 1120), (300, 1130), (380, 1100), (520, 1110), (690, 1210), (820, 1290)]
    canvas.graded([*rock, (930, 1500), (0, 1500)], "#3a2f4a", "#0e0d1c")


def river_from_above(canvas: Canvas) -> None:
    """Fields and a river out of its bed, seen straight from above."""
    canvas.backdrop("#7d8f4e", "#6d8047", "#86914f")
    tones = ("#8ba05a", "#6f8a4a", "#a7a45f", "#c2b272", "#5f7d4c", "#97763f")
    for row in range(8):
        for column in range(9):
            x, y = column * 180.0 - 40 + row % 2 * 60, row * 135.0 - 20
            tone = canvas.dice.pick(tones)
            field = [(x, y), (x + 172, y + 8), (x + 168, y + 128), (x - 6, y + 122)]
            canvas.polygon(field, tone)
            for line in range(6):
                at = x + 14 + line * 26
                canvas.line([(at, y + 8), (at - 4, y + 118)], mix(tone, "#000000", 0.08), 3)
    bank = [(200 + 0.9 * y + 170 * math.sin(y / 170), y) for y in range(-20, 1040, 20)]
    for width, tone in ((400, "#8d7a55"), (360, "#9b8a67"), (190, "#7b8f93"), (150, "#5f8391")):
        canvas.line(bank, tone, width)
    for x, y, rx, ry in ((900.0, 240.0, 260, 130), (330, 640, 240, 110), (1120, 690, 210, 140)):
        canvas.oval(x, y, rx, ry, "#9b8a67")
        canvas.oval(x + 12, y - 6, rx * 0.8, ry * 0.74, "#a99a78")
    for _ in range(46):
        x, y = canvas.dice.between(0, 1500), canvas.dice.between(0, 1000)
        canvas.oval(x + 6, y + 7, 15, 13, "#39442b")
        canvas.oval(x, y, 14, 13, canvas.dice.pick(("#3f5a31", "#4d6b3a")))
    for index in range(7):
        x, y = 1180 + index % 4 * 70, 330 + index // 4 * 66
        canvas.rectangle(x + 7, y + 7, x + 47, y + 37, "#3a3b2c")
        canvas.rectangle(x, y, x + 40, y + 30, ("#a5493a", "#8d5a44", "#b8bcc0")[index % 3])
    canvas.line([(-10, 470), (500, 440), (1000, 430), (1510, 480)], "#cfc9bb", 12)
    cloud(canvas, 240, 150, 420, "#ffffff", 0.5)


def forest_fire(canvas: Canvas) -> None:
    """A wooded ridge burning at night, smoke lit from below."""
    canvas.backdrop("#120d14", "#3a1712", "#8f2f10", "#f08a24", "#ffb347")
    for start in (180, 520, 900, 1300):
        smoke(canvas, (start, 560), (190, -520), 130, "#2a1c1d", 0.75)
    for _ in range(9):
        canvas.glow(canvas.dice.between(0, 1500), 690, 230, 240, "#ffd257", 0.6)
    for root in range(-20, 1540, 26):
        blaze = 0.55 + 0.45 * math.sin(root / 105) * math.sin(root / 47 + 1)
        tall = canvas.dice.between(150, 420) * blaze
        half, lean = canvas.dice.between(24, 46), canvas.dice.between(0.05, 0.3)
        for share, tone in ((1.0, "#ff6a14"), (0.72, "#ffb02e"), (0.42, "#fff0a8")):
            top, foot = 770 - tall * share, half * share
            belly = (root - foot * 1.1, 770 - tall * share * 0.3)
            tip = (root + tall * share * lean, top)
            waist = (root + foot * 0.7, 770 - tall * share * 0.45)
            canvas.polygon([(root - foot, 775), belly, tip, waist, (root + foot * 1.2, 775)], tone)
    for _ in range(60):
        x, tall = canvas.dice.between(-20, 1520), canvas.dice.between(80, 170)
        fir(canvas, x, canvas.dice.between(770, 830), tall, "#1d0f0d")
    strip(canvas, wave(canvas, 748, 12, 1600), "#1d0f0d", "#050304")
    for _ in range(90):
        size = canvas.dice.between(1.5, 4.5)
        x, y = canvas.dice.between(0, 1500), canvas.dice.between(60, 700)
        canvas.oval(x, y, size, size, "#ffb04a")
    canvas.glow(750, 760, 1000, 180, "#ff9d3c", 0.35)


def fire_plane(canvas: Canvas) -> None:
    """An aeroplane dropping water over a smoking hillside."""
    canvas.backdrop("#7f8d96", "#b9b7ab", "#d9b98f", "#c9905a")
    canvas.glow(1180, 260, 360, 300, "#ffdca0", 0.9)
    ridge(canvas, 700, 170, "#7d7f72", "#8d7f66", rough=0.5)
    for x in (160, 420, 1080):
        smoke(canvas, (x, 720), (240, -420), 90, "#5c5a58", 0.55)
    canvas.soft([(300, 395), (880, 372), (860, 480), (520, 700), (180, 660)], "#f3f7fa", 0.85, 26)
    canvas.soft([(520, 380), (880, 372), (850, 440), (640, 560)], "#ffffff", 0.8, 14)
    canvas.graded(
        [(700, 350), (1120, 318), (1185, 338), (1130, 372), (880, 392), (640, 366)],
        "#f9d64a",
        "#d99116",
    )
    canvas.polygon([(640, 366), (600, 270), (648, 268), (730, 348)], "#d64028")
    canvas.polygon([(560, 326), (700, 332), (730, 346), (620, 346)], "#f3b52b")
    canvas.polygon([(800, 300), (1030, 288), (1090, 306), (830, 326)], "#f9d64a")
    for x in (880, 990):
        canvas.oval(x, 306, 46, 16, "#b8402c")
        canvas.oval(x + 44, 305, 5, 40, "#4d4a48")
    canvas.polygon([(1070, 328), (1130, 326), (1152, 340), (1080, 346)], "#2f4659")
    ridge(canvas, 840, 80, "#3c4635", "#20281f")
    for _ in range(46):
        tall = canvas.dice.between(60, 150)
        fir(canvas, canvas.dice.between(0, 1500), canvas.dice.between(870, 1030), tall, "#161d17")
    canvas.glow(250, 830, 240, 90, "#ff8a3a", 0.75)


def burnt_slope(canvas: Canvas) -> None:
    """Bare trunks after the fire, two people walking through (standing)."""
    canvas.backdrop("#c7ccd0", "#dcd7cd", "#bfb3a3", "#4b4540")
    canvas.glow(520, 430, 460, 380, "#fff6e0", 0.9)
    strip(canvas, wave(canvas, 860, 40, 1500, 2), "#9c9186", "#6e655d")
    for depth in range(4):
        tone = mix("#a19a92", "#191715", depth / 3)
        for index in range(9 - depth):
            x = canvas.dice.between(0, 1000)
            if depth < 3 or not 330 < x < 700:
                foot, tall = 900 + depth * 170, 480 + depth * 220
                wide = 8 + depth * 9
                canvas.polygon(
                    [(x - wide, foot), (x - wide / 4, foot - tall), (x + wide / 3, foot)], tone
                )
                for branch in range(4):
                    y = foot - tall * (0.45 + branch * 0.12)
                    side = 60 + depth * 16 if (branch + index) % 2 else -60 - depth * 16
                    canvas.line([(x, y), (x + side, y - 46)], tone, 3 + depth)
        strip(
            canvas, wave(canvas, 930 + depth * 150, 22, 900, depth), mix(tone, "#5b5048", 0.4), tone
        )
    person(canvas, 470, 1330, 230, "#0f1418")
    person(canvas, 585, 1310, 215, "#b5472c")
    canvas.shade(420, 1325, 660, 1345, 0.5)


def rocket_launch(canvas: Canvas) -> None:
    """A rocket rising on its flame from a coast at first light (standing)."""
    canvas.backdrop("#0a1433", "#1e3a6e", "#5f79a8", "#f0b98a", "#f7d8a6")
    stars(canvas, 700, 110)
    canvas.glow(520, 900, 620, 520, "#ffdf9e", 0.9)
    canvas.soft([(500, 640), (540, 640), (600, 1320), (440, 1320)], "#fff4d0", 0.95, 16)
    canvas.soft([(508, 640), (532, 640), (548, 900), (492, 900)], "#ffffff", 1, 6)
    for side in (-1, 1):
        for index in range(8):
            size = 90 + index * 18
            x = 520 + side * (40 + index * 62)
            canvas.glow(x, 1300 - index * 7, size * 1.25, size, "#f5e3cc", 0.85)
    canvas.graded(
        [(494, 620), (494, 330), (520, 240), (546, 330), (546, 620)], "#ffffff", "#aeb8c6"
    )
    canvas.rectangle(494, 430, 546, 446, "#2f4e86")
    canvas.rectangle(520, 330, 546, 620, "#8d99ab")
    canvas.polygon([(494, 640), (470, 650), (494, 540)], "#5d6a80")
    canvas.polygon([(546, 640), (570, 650), (546, 540)], "#5d6a80")
    canvas.line([(330, 1330), (330, 720)], "#27304a", 14)
    canvas.line([(372, 1330), (372, 720)], "#27304a", 14)
    for y in range(740, 1320, 46):
        canvas.line([(330, y), (372, y + 46)], "#27304a", 6)
    strip(canvas, wave(canvas, 1350, 8, 1200), "#3c3a4c", "#12131f")
    ripples(canvas, 1400, 1490, ("#f0c796", "#7b7288"), 40)


def satellite_map(canvas: Canvas) -> None:
    """A delta and its sea from orbit, a spiral of cloud in the corner."""
    canvas.backdrop("#0d3b5c", "#0f4d6e", "#0a2e4f")
    coast = [(0.0, 430.0)]
    while coast[-1][0] < 1180:
        x, y = coast[-1]
        fall = 0.28 if x < 560 else 0.62
        coast.append((x + 22, y + 22 * fall + canvas.dice.between(-20, 20)))
    land = [*coast, (1240, 1000), (0, 1000)]
    canvas.soft(land, "#3fa39a", 0.8, 46)
    canvas.graded(land, "#8c9a5b", "#5d7a3f", "#b39b5e")
    for _ in range(90):
        x, y = canvas.dice.between(0, 1000), canvas.dice.between(560, 1000)
        if y > 520 + x * 0.45:
            tone = canvas.dice.pick(("#3f6a35", "#a59d5b", "#567c40", "#c9b57c"))
            canvas.glow(x, y, canvas.dice.between(30, 110), canvas.dice.between(20, 70), tone, 0.8)
    for arm in range(6):
        # The arms of the delta leave one bed and part on their way to the sea.
        bend = [
            (
                90 + reach * (46 + arm * 3.5) + 9 * math.sin(reach * 1.3 + arm),
                985 - reach * (44 - arm * 7.5) + 12 * math.sin(reach * 0.9 + arm * 2),
            )
            for reach in range(14)
        ]
        last = next((i for i, (x, y) in enumerate(bend) if y < 445 + x * 0.42), 13)
        canvas.line(bend[: last + 1], "#1c5a73", 8 - arm * 0.6)
    for index in range(130):
        turn = index * 0.17
        reach = 14 + index * 2.5
        x, y = 1130 + reach * math.cos(turn), 300 + reach * 0.8 * math.sin(turn)
        canvas.glow(x, y, 76 + index * 0.6, 54 + index * 0.4, "#f7fbff", 0.45)
    canvas.oval(1130, 300, 13, 11, "#0f4664")
    for at in range(250, 1500, 250):
        canvas.line([(at, 0), (at, 1000)], "#4d7f93", 1)
        canvas.line([(0, at), (1500, at)], "#4d7f93", 1)


def ski_lift(canvas: Canvas) -> None:
    """Chairs of a lift above a white slope."""
    canvas.backdrop("#2467a8", "#6fb0dd", "#dcecf5")
    canvas.glow(1260, 170, 330, 330, "#ffffff", 1)
    ridge(canvas, 520, 380, "#f4f8fc", "#a8c2dc", rough=0.56)
    ridge(canvas, 700, 180, "#e9f1f8", "#bcd1e4", rough=0.5)
    strip(canvas, [(0, 900), (500, 800), (1500, 560)], "#ffffff", "#d5e3f0", "#b6cde2")
    for _ in range(30):
        x = canvas.dice.between(0, 1500)
        foot = 930 - x * 0.2 + canvas.dice.between(0, 110)
        fir(canvas, x, foot, canvas.dice.between(90, 170), "#244a4a")
    canvas.line([(-10, 540), (1510, 150)], "#2b3340", 5)
    canvas.line([(760, 840), (760, 330)], "#4a5666", 20)
    canvas.line([(690, 352), (830, 326)], "#4a5666", 14)
    for x in (160, 520, 1010, 1330):
        y = 537 - x * 0.26
        canvas.line([(x, y), (x, y + 92)], "#2b3340", 5)
        canvas.line([(x - 44, y + 96), (x + 48, y + 96)], "#c0392b", 14)
        for shift in (-20, 24):
            canvas.oval(x + shift, y + 46, 12, 13, "#1d2530")
            canvas.polygon(
                [(x + shift - 17, y + 94), (x + shift, y + 54), (x + shift + 17, y + 94)],
                ("#e67e22", "#2e86c1", "#7d3c98", "#f1c40f")[int(x + shift) % 4],
            )
            canvas.line([(x + shift - 6, y + 132), (x + shift + 42, y + 126)], "#1d2530", 5)
            canvas.line([(x + shift + 8, y + 96), (x + shift + 14, y + 128)], "#34495e", 9)


def observatory_night(canvas: Canvas) -> None:
    """An observatory dome under the Milky Way."""
    canvas.backdrop("#070b1f", "#101b45", "#27386e", "#6d5a86")
    band = [(150, -40), (520, -40), (1380, 760), (1180, 820)]
    canvas.soft(band, "#8f8fc4", 0.4, 90)
    canvas.soft([(300, 0), (400, 0), (1290, 770), (1230, 790)], "#e6d3e8", 0.4, 46)
    stars(canvas, 780, 520)
    ridge(canvas, 800, 110, "#1c2346", "#0d1022", rough=0.45)
    strip(canvas, wave(canvas, 850, 20, 1900, 3), "#0c0f20", "#05060d")
    canvas.graded([(430, 860), (430, 690), (790, 690), (790, 860)], "#8d93b5", "#3a4066")
    dome = [(610 + 195 * math.cos(a / 20), 700 - 215 * math.sin(a / 20)) for a in range(63)]
    canvas.graded([*dome, (415, 700)], "#d3d7ea", "#6b7199")
    canvas.polygon([(600, 690), (584, 480), (676, 496), (690, 690)], "#12152a")
    canvas.line([(636, 640), (672, 452)], "#e3b65c", 26)
    canvas.glow(610, 800, 70, 60, "#ffcf7a", 0.9)
    canvas.rectangle(592, 780, 628, 860, "#ffd88f")
    person(canvas, 860, 872, 92, "#05060d")
