"""Scenes of places that people come to: a museum, a park, a polling station, sport."""

from __future__ import annotations

import math

from photodesk.samples.brush import Canvas, mix
from photodesk.samples.figures import cloud, crowd, person, skyline, stars, strip, wave

__all__ = [
    "museum_hall",
    "park_gathering",
    "polling_station",
    "running_track",
    "stadium_lights",
]


def museum_hall(canvas: Canvas) -> None:
    """A vaulted gallery with pictures, a model ship in a case, two visitors."""
    canvas.backdrop("#d9cfc2", "#e9e0d2", "#cdbfae")
    canvas.polygon([(0, 0), (1500, 0), (1010, 250), (490, 250)], "#f2ecdf")
    canvas.polygon([(560, 60), (940, 60), (860, 200), (640, 200)], "#bcd9e8")
    for share in (0.25, 0.5, 0.75):
        canvas.line([(560 + 380 * share, 60), (640 + 220 * share, 200)], "#f2ecdf", 9)
    canvas.graded([(0, 0), (490, 250), (490, 660), (0, 960)], "#7d3b3a", "#6a2f31")
    canvas.graded([(1500, 0), (1010, 250), (1010, 660), (1500, 960)], "#8a4542", "#743737")
    canvas.graded([(490, 250), (1010, 250), (1010, 660), (490, 660)], "#a25a50", "#8a463f")
    canvas.graded(
        [(490, 660), (1010, 660), (1500, 960), (1500, 1000), (0, 1000), (0, 960)],
        "#b58f63",
        "#7a5636",
    )
    paints = (("#3f7fae", "#e8d3a0"), ("#d9a441", "#7a3f2f"), ("#4f7a4d", "#cfe0d8"))
    for index, (sky, land) in enumerate(paints):
        near = 40 + index * 150
        far = near + 112
        for left in (True, False):
            xs = (near, far) if left else (1500 - near, 1500 - far)
            tops = [0.51 * d + 190 - index * 30 for d in (near, far)]
            feet = [960 - 0.612 * d - 190 + index * 34 for d in (near, far)]
            frame = [(xs[0], tops[0]), (xs[1], tops[1]), (xs[1], feet[1]), (xs[0], feet[0])]
            canvas.polygon(frame, "#c9a24f")
            cx, cy = sum(x for x, _ in frame) / 4, sum(y for _, y in frame) / 4
            inner = [(cx + (x - cx) * 0.8, cy + (y - cy) * 0.86) for x, y in frame]
            canvas.graded(inner, sky if left else land, land if left else sky)
    canvas.rectangle(620, 320, 880, 500, "#c9a24f")
    canvas.rectangle(636, 336, 864, 484, "#2c4f73")
    canvas.polygon(
        [(636, 430), (720, 380), (800, 420), (864, 390), (864, 484), (636, 484)], "#7fa58a"
    )
    canvas.glow(750, 410, 330, 240, "#fff3d4", 0.45)
    canvas.shade(560, 850, 960, 890, 0.35)
    canvas.graded([(600, 720), (900, 720), (920, 870), (580, 870)], "#e6ded0", "#a89883")
    canvas.polygon([(640, 668), (868, 668), (830, 712), (676, 712)], "#5d3a22")
    for x, tall in ((690, 110), (750, 140), (812, 104)):
        canvas.line([(x, 668), (x, 668 - tall)], "#4a2f1d", 5)
        canvas.polygon(
            [
                (x - 26, 664 - tall * 0.2),
                (x + 32, 660 - tall * 0.3),
                (x + 24, 672 - tall),
                (x - 20, 676 - tall),
            ],
            "#f7f0e0",
        )
    canvas.line([(604, 720), (604, 500), (896, 500), (896, 720)], "#dcebf0", 4)
    person(canvas, 470, 905, 300, "#26303f")
    person(canvas, 1060, 880, 280, "#8f5f2f")
    canvas.oval(1060, 626, 20, 24, "#3a2a20")
    canvas.shade(420, 900, 530, 916, 0.4)
    canvas.shade(1010, 876, 1115, 892, 0.4)


def park_gathering(canvas: Canvas) -> None:
    """People with blank placards under old trees, seen from far."""
    canvas.backdrop("#a9c7cf", "#dbe3d0", "#c5c79a")
    skyline(canvas, 430, 90, 200, "#aeb6b0")
    for trunk in range(-60, 1560, 120):
        for _ in range(7):
            size = canvas.dice.between(70, 120)
            dx, dy = canvas.dice.between(-80, 80), canvas.dice.between(-90, 70)
            tone = canvas.dice.pick(("#c77b2a", "#e0a33a", "#8f7f33", "#b5532a", "#6b7f3a"))
            canvas.glow(trunk + dx, 330 + dy, size, size * 0.85, tone, 1)
        canvas.polygon(
            [(trunk - 12, 560), (trunk - 5, 340), (trunk + 5, 340), (trunk + 12, 560)], "#4a3526"
        )
    for trunk in range(-60, 1560, 120):
        for _ in range(34):
            size = canvas.dice.between(12, 34)
            dx, dy = canvas.dice.between(-92, 92), canvas.dice.between(-100, 75)
            tone = canvas.dice.pick(("#d08a35", "#e8b34f", "#a3903f", "#bf6238", "#7d8f4a"))
            canvas.oval(trunk + dx, 330 + dy, size, size * 0.8, tone)
    strip(canvas, wave(canvas, 540, 10, 1500), "#9aa05a", "#7b7a45", "#55512f")
    coats = ("#2f3b52", "#7a2f36", "#3f5a4a", "#5d4a6b", "#8a6a3f", "#2b2b33")
    for row in range(5):
        foot = 620 + row * 62 + row * row * 6
        tall = 96 + row * 26
        for place in range(22 - row * 2):
            x = 60 + place * (1400 / (22 - row * 2)) + canvas.dice.between(-16, 16)
            if canvas.dice.between(0, 1) < 0.3:
                top = foot - tall * canvas.dice.between(1.45, 1.65)
                half, tilt = tall * 0.34, canvas.dice.between(-9, 9)
                canvas.line([(x + tall * 0.1, foot - tall * 0.6), (x, top)], "#6b4d33", tall * 0.04)
                tone = canvas.dice.pick(("#ffffff", "#fdf3c8", "#f7c8c0", "#d9ecf2"))
                low = top + tall * 0.42
                canvas.polygon(
                    [
                        (x - half, top + tilt),
                        (x + half, top - tilt),
                        (x + half, low - tilt),
                        (x - half, low + tilt),
                    ],
                    tone,
                )
                for line in range(2):
                    y = top + tall * (0.13 + line * 0.14)
                    canvas.line(
                        [
                            (x - half * 0.7, y + tilt * 0.6),
                            (x + half * (0.65 - line * 0.4), y - tilt * 0.4),
                        ],
                        "#8a8f99",
                        tall * 0.045,
                    )
            person(canvas, x, foot, tall, canvas.dice.pick(coats))
    for _ in range(60):
        x, y = canvas.dice.between(0, 1500), canvas.dice.between(900, 1000)
        canvas.oval(x, y, 9, 4, canvas.dice.pick(("#d9902f", "#b5532a", "#e8c15a")))


def polling_station(canvas: Canvas) -> None:
    """A school gym with voting booths and a clear ballot box."""
    canvas.backdrop("#dfe6e4", "#eef0ea", "#d9d5c5")
    for x in range(60, 1500, 360):
        canvas.graded([(x, 60), (x + 260, 60), (x + 260, 260), (x, 260)], "#bfe0f2", "#eaf6fa")
        canvas.line([(x + 130, 60), (x + 130, 260)], "#c7cfcd", 8)
        canvas.line([(x, 160), (x + 260, 160)], "#c7cfcd", 8)
    strip(canvas, [(0, 600), (1500, 600)], "#d9a865", "#b57f42")
    for tone, start in (("#2f6fa8", 640), ("#c2452f", 720)):
        canvas.line([(0, start), (1500, start + 40)], tone, 10)
    for index in range(4):
        x = 90 + index * 250
        canvas.rectangle(x, 330, x + 200, 620, "#3b6ea5")
        canvas.rectangle(x + 12, 342, x + 188, 620, "#2b5582")
        for fold in range(6):
            left = x + 14 + fold * 29
            canvas.rectangle(left, 350, left + 15, 560, "#f2d25a")
            canvas.rectangle(left + 15, 350, left + 29, 560, "#d9b440")
        if index in (1, 2):
            canvas.polygon([(x + 74, 560), (x + 86, 650), (x + 100, 560)], "#23283a")
            canvas.polygon([(x + 104, 560), (x + 114, 650), (x + 128, 560)], "#23283a")
    canvas.shade(1170, 985, 1420, 1000, 0.4)
    person(canvas, 1290, 1000, 640, "#7a4a5d")
    canvas.oval(1290, 416, 50, 60, "#4a3226")
    canvas.shade(600, 930, 1140, 985, 0.35)
    canvas.graded([(640, 520), (1080, 520), (1080, 960), (640, 960)], "#e8f3f7", "#b9d3de")
    for index in range(24):
        x, y = 690 + index * 67 % 340, 940 - index // 5 * 42 - index * 13 % 22
        turn = (index * 29 % 40 - 20) / 1.4
        canvas.polygon(
            [(x - 60, y - turn), (x + 50, y - 30 + turn), (x + 60, y + turn), (x - 50, y + 24)],
            ("#ffffff", "#f2efe2", "#e3e8ea")[index % 3],
        )
    canvas.soft([(650, 530), (720, 530), (700, 950), (650, 950)], "#ffffff", 0.7, 10)
    canvas.rectangle(624, 496, 1096, 532, "#8fb3c4")
    canvas.rectangle(790, 502, 930, 514, "#2f4a58")
    canvas.polygon([(806, 508), (900, 508), (918, 390), (826, 380)], "#fffdf6")
    canvas.line([(850, 420), (896, 426)], "#9aa5ad", 5)
    canvas.line([(846, 448), (892, 454)], "#9aa5ad", 5)
    canvas.line([(1225, 560), (1090, 500), (935, 408)], "#6b3f51", 62)
    canvas.oval(915, 402, 36, 27, "#a87a5d")
    canvas.rectangle(740, 660, 980, 780, "#2f6fa8")
    canvas.line([(800, 720), (845, 755), (925, 685)], "#ffffff", 18)


def running_track(canvas: Canvas) -> None:
    """The bend of a running track from above, runners and their long shadows."""
    canvas.backdrop("#3f8f4f", "#37824a")
    for stripe in range(8):
        if stripe % 2:
            canvas.rectangle(0, stripe * 130, 1500, stripe * 130 + 130, "#48a05a")
    cx, cy = -260, 1120
    for lane in range(9):
        outer = 1450 - lane * 92
        canvas.oval(cx, cy, outer, outer * 0.82, "#c4553a" if lane % 2 else "#b94a32")
        canvas.ring(cx, cy, outer, outer * 0.82, "#f7efe6", 6)
    canvas.oval(cx, cy, 620, 508, "#4fa860")
    canvas.ring(cx, cy, 560, 460, "#e8f2e4", 5)
    shirts = ("#f2d13a", "#2f6fc8", "#ffffff", "#e0407a", "#3fc8b0", "#8f4fd1", "#1f2430")
    for lane, tone in enumerate(shirts):
        reach = 690 + lane * 92 + 46
        angle = 0.62 + 0.08 * math.sin(lane * 2.1) + lane * 0.035
        x, y = cx + reach * math.cos(angle), cy - reach * 0.82 * math.sin(angle)
        canvas.soft(
            [(x, y), (x + 20, y - 8), (x + 150, y + 66), (x + 130, y + 84)], "#3a120c", 0.6, 7
        )
        canvas.line([(x - 32, y + 20), (x, y), (x + 24, y - 30)], "#2b1d1a", 11)
        canvas.line([(x - 24, y - 26), (x + 2, y - 2), (x + 32, y + 18)], "#8a5a43", 9)
        canvas.oval(x, y, 25, 17, tone)
        canvas.oval(x + 2, y - 4, 12, 12, "#3b2a22")
    for lane in range(8):
        reach = 690 + lane * 92
        x, y = cx + reach * math.cos(0.3), cy - reach * 0.82 * math.sin(0.3)
        canvas.rectangle(x + 22, y + 20, x + 58, y + 56, "#fff6ec")
    canvas.rectangle(1180, 70, 1420, 210, "#e8d9a8")
    canvas.rectangle(1200, 90, 1400, 190, "#d9c58a")
    canvas.soft([(1060, -60), (1600, -60), (1600, 330)], "#fff3c9", 0.35, 90)


def stadium_lights(canvas: Canvas) -> None:
    """A football ground at night under four masts of light."""
    canvas.backdrop("#0b1740", "#1d3570", "#4a5f9a")
    stars(canvas, 240, 60)
    for left, right, top, foot in ((-60, 1560, 300, 560), (-60, 1560, 380, 590)):
        canvas.graded(
            [(left, top), (750, top + 90), (right, top), (right, foot), (left, foot)],
            "#22305c",
            "#141c3a",
        )
    for _ in range(1100):
        x, y = canvas.dice.between(0, 1500), canvas.dice.between(370, 575)
        if y > 390 + 90 * (1 - abs(x - 750) / 750):
            tone = canvas.dice.pick(("#c7d0e8", "#8f9cc4", "#e0a36b", "#d9606b", "#f2e9c8"))
            canvas.oval(x, y, 4, 5, tone)
    canvas.polygon(
        [(-40, 230), (750, 360), (1540, 230), (1540, 290), (750, 392), (-40, 290)], "#0d1430"
    )
    strip(canvas, [(0, 580), (1500, 580)], "#3f9a4a", "#2f8040", "#1f6030")
    for stripe in range(0, 12, 2):
        a, b = -900 + stripe * 275, -900 + (stripe + 1) * 275
        tops = [750 + (x - 750) * 0.42 for x in (a, b)]
        canvas.graded([(tops[0], 590), (tops[1], 590), (b, 1000), (a, 1000)], "#52b05c", "#338a46")
    canvas.line([(0, 610), (1500, 610)], "#eef6ee", 5)
    canvas.line([(750, 610), (750, 1000)], "#eef6ee", 7)
    canvas.ring(750, 800, 270, 100, "#eef6ee", 7)
    canvas.oval(750, 800, 12, 6, "#eef6ee")
    teams = ("#f2d13a", "#d9304a")
    spots = (
        (250, 700),
        (420, 830),
        (560, 690),
        (660, 880),
        (830, 750),
        (960, 690),
        (1060, 860),
        (1230, 740),
        (1340, 900),
        (180, 920),
    )
    for index, (x, y) in enumerate(spots):
        tall = 40 + (y - 600) * 0.24
        canvas.shade(x - tall * 0.6, y - 4, x + tall * 0.6, y + 5, 0.4)
        person(canvas, x, y, tall, teams[index % 2])
        canvas.oval(
            x, y - tall * 0.91, tall * 0.08, tall * 0.095, mix("#3a2820", "#a87f5f", index % 3 / 2)
        )
    canvas.oval(792, 792, 9, 9, "#ffffff")
    for x, y in ((130, 130), (480, 210), (1020, 210), (1370, 130)):
        canvas.line([(x, y), (x, 420)], "#0a1028", 12)
        for row in range(3):
            for column in range(4):
                canvas.oval(x - 36 + column * 24, y - 26 + row * 22, 9, 9, "#ffffff")
        canvas.glow(x, y, 270, 220, "#eaf2ff", 0.85)
        canvas.soft(
            [
                (x - 30, y),
                (x + 30, y),
                (750 + (x - 750) * 0.6 + 220, 900),
                (750 + (x - 750) * 0.6 - 220, 900),
            ],
            "#dfeaff",
            0.14,
            30,
        )
    cloud(canvas, 750, 80, 600, "#31427a", 0.4)
    crowd(canvas, 1020, 90, 52, ("#0a1024", "#11182f"))
