"""Scenes of streets, harbours, bridges and plants."""

from __future__ import annotations

import math

from photodesk.samples.brush import Canvas, mix
from photodesk.samples.figures import (
    cloud,
    person,
    ridge,
    ripples,
    skyline,
    smoke,
    stars,
    strip,
    wave,
)

__all__ = [
    "city_night",
    "flooded_street",
    "fog_bridge",
    "grain_elevator",
    "harbour_cranes",
    "imagined_harbour",
    "market_stalls",
    "power_plant",
    "snow_street",
    "stone_bridge",
    "tide_chart",
]


def city_night(canvas: Canvas) -> None:
    """A lit skyline mirrored in a river."""
    canvas.backdrop("#0b1030", "#24265e", "#6b3d78", "#d2746b")
    stars(canvas, 380, 120)
    canvas.glow(1180, 180, 170, 170, "#dfe6ff", 0.7)
    canvas.oval(1180, 180, 46, 46, "#f5f3e6")
    lights = ("#ffd479", "#ffe9b5", "#9fd3ff", "#ffb35c")
    skyline(canvas, 690, 180, 420, "#33305f")
    skyline(canvas, 700, 80, 320, "#16173a", lights)
    strip(canvas, [(0, 690), (1500, 690)], "#6b4670", "#1d1f4a", "#0a0d26")
    for _ in range(80):
        x, tall = canvas.dice.between(0, 1500), canvas.dice.between(60, 230)
        column = [(x, 700), (x + 9, 700), (x + 9, 700 + tall), (x, 700 + tall)]
        canvas.soft(column, canvas.dice.pick(lights), 0.55, 7)
    ripples(canvas, 705, 990, ("#2b2a5c", "#151739", "#c58a7a"), 90)
    canvas.line([(0, 692), (1500, 692)], "#0a0c22", 9)


def harbour_cranes(canvas: Canvas) -> None:
    """Container cranes and a freighter at the quay."""
    canvas.backdrop("#6fa6c9", "#b7d3df", "#f3e3c8", "#f0cfa0")
    cloud(canvas, 340, 200, 460, "#ffffff", 0.6)
    cloud(canvas, 1120, 130, 380, "#ffffff", 0.5)
    skyline(canvas, 640, 30, 110, "#9db3bd")
    strip(canvas, [(0, 640), (1500, 640)], "#8fb4bd", "#3f7388", "#1d4259")
    for x, tone in ((240, "#c8452f"), (620, "#d8642c"), (1160, "#c8452f")):
        canvas.line([(x - 70, 720), (x - 50, 250)], tone, 17)
        canvas.line([(x + 70, 720), (x + 50, 250)], tone, 17)
        canvas.line([(x - 62, 520), (x + 62, 520)], tone, 12)
        canvas.line([(x - 190, 300), (x + 260, 300)], tone, 20)
        canvas.line([(x, 150), (x - 180, 296)], tone, 6)
        canvas.line([(x, 150), (x + 250, 296)], tone, 6)
        canvas.line([(x - 20, 300), (x, 150), (x + 20, 300)], tone, 10)
        canvas.line([(x + 150, 306), (x + 150, 460)], "#3b3b3b", 3)
        canvas.rectangle(x + 112, 460, x + 190, 500, "#2f6f8f")
    canvas.rectangle(-10, 700, 700, 740, "#7c7a75")
    paints = ("#b5402f", "#2f6f8f", "#d9a03a", "#4d7f5c", "#7d4d78", "#c7c9c6")
    for row in range(4):
        for column in range(9 - row):
            x, y = 640 + column * 72 + row * 26, 676 - row * 40
            canvas.rectangle(x, y, x + 68, y + 38, canvas.dice.pick(paints))
            canvas.line([(x + 22, y + 3), (x + 22, y + 35)], "#5a4a44", 2)
            canvas.line([(x + 45, y + 3), (x + 45, y + 35)], "#5a4a44", 2)
    canvas.graded([(560, 714), (1470, 714), (1400, 850), (640, 850)], "#23344f", "#101b2e")
    canvas.polygon([(632, 836), (1408, 836), (1400, 852), (640, 852)], "#98342c")
    canvas.rectangle(1300, 560, 1420, 714, "#f0ede4")
    for row in range(3):
        canvas.rectangle(1310, 578 + row * 38, 1410, 592 + row * 38, "#2c4258")
    ripples(canvas, 860, 1000, ("#7fb0bd", "#2c5a70", "#e8d2a8"), 120)


def imagined_harbour(canvas: Canvas) -> None:
    """A dreamt harbour of glass towers and sails, in unreal colours."""
    canvas.backdrop("#221a5e", "#7a2f9c", "#ff5f9e", "#ffb56b", "#ffe29a")
    canvas.glow(750, 620, 760, 560, "#fff2b8", 0.95)
    canvas.oval(750, 560, 170, 170, "#fff6d6")
    for index in range(11):
        x = 90 + index * 132
        tall = 190 + 190 * abs(math.sin(index * 1.7))
        tone = mix("#4b2a8f", "#ff8fb0", index % 4 / 5)
        spire = [(x - 44, 660), (x - 34, 660 - tall), (x, 560 - tall), (x + 34, 660 - tall)]
        canvas.graded([*spire, (x + 44, 660)], tone, "#ffd0a8")
        canvas.ring(x, 660 - tall, 52, 20, "#ffe9c9", 5)
    strip(canvas, [(0, 660), (1500, 660)], "#ff9f8f", "#8a3fa0", "#1d1750")
    ripples(canvas, 670, 990, ("#ffe0a8", "#c95fae", "#4d2f8f"), 180)
    for x, y, size in ((320, 820, 190), (820, 760, 120), (1210, 870, 240)):
        canvas.graded([(x, y - size), (x, y - 14), (x - size * 0.62, y - 14)], "#ffffff", "#ffc2d4")
        canvas.graded(
            [(x + 8, y - size * 0.85), (x + 8, y - 14), (x + size * 0.5, y - 14)],
            "#e6fbff",
            "#8fd0ff",
        )
        hull = [(x - size * 0.7, y), (x + size * 0.7, y), (x + size * 0.45, y + size * 0.17)]
        canvas.polygon([*hull, (x - size * 0.5, y + size * 0.17)], "#31195f")


def flooded_street(canvas: Canvas) -> None:
    """A street under water, houses mirrored, a rowing boat."""
    canvas.backdrop("#77828f", "#a8b0b5", "#cfcdc4", "#b9b4a6")
    cloud(canvas, 400, 130, 700, "#5d6875", 0.6)
    cloud(canvas, 1150, 160, 700, "#66717d", 0.6)
    walls = ("#c98f6b", "#b7a58a", "#8fa3a0", "#c4b48f", "#a8705f")
    for index in range(7):
        left = index * 222 - 30
        height = 240 + index * 83 % 150
        top, wall = 620 - height, walls[index % 5]
        canvas.graded(
            [(left, 640), (left, top), (left + 205, top), (left + 205, 640)],
            wall,
            mix(wall, "#3d3a36", 0.45),
        )
        canvas.polygon(
            [(left - 12, top), (left + 102, top - 84), (left + 217, top)], mix(wall, "#4a2c24", 0.7)
        )
        for row in range(int(height // 105)):
            for column in range(3):
                x, y = left + 24 + column * 60, top + 26 + row * 100
                canvas.rectangle(x - 4, y - 4, x + 40, y + 60, "#e6e0d4")
                canvas.rectangle(x, y, x + 36, y + 56, "#33414d")
    strip(canvas, [(0, 620), (1500, 620)], "#8d8471", "#6f6a5e", "#3e4244")
    for index in range(7):
        left, wall = index * 222 - 30, mix(walls[index % 5], "#5e574b", 0.4)
        mirror = [(left, 626), (left + 205, 626), (left + 205, 850), (left, 850)]
        canvas.soft(mirror, wall, 0.6, 14)
    for x in (170, 1130, 1385):
        canvas.line([(x, 780), (x, 300)], "#2b2f33", 10)
        canvas.line([(x, 306), (x + 62, 290)], "#2b2f33", 7)
        canvas.oval(x + 66, 296, 18, 9, "#ffe9b0")
    ripples(canvas, 630, 990, ("#b7b0a0", "#5d5b55", "#cfc8b8"), 190)
    canvas.polygon([(520, 800), (960, 800), (900, 866), (580, 866)], "#7d3b2a")
    canvas.polygon([(520, 800), (960, 800), (946, 816), (534, 816)], "#a85a3c")
    for x, tone in ((650, "#e0a02f"), (820, "#2f5773")):
        person(canvas, x, 858, 190, tone)
        canvas.oval(x, 685, 16, 19, "#3b2b22")
    canvas.polygon([(540, 818), (940, 818), (900, 866), (580, 866)], "#7d3b2a")
    canvas.line([(640, 760), (470, 890)], "#caa877", 8)
    canvas.shade(540, 872, 950, 890, 0.5)


def stone_bridge(canvas: Canvas) -> None:
    """An old bridge of three arches over brown high water."""
    canvas.backdrop("#596a7a", "#8fa0a8", "#c9cbc2", "#8f8f7f")
    ridge(canvas, 470, 120, "#6c7f6b", "#5d6e58", rough=0.45)
    skyline(canvas, 500, 40, 120, "#8a7d72")
    canvas.polygon([(1180, 500), (1180, 250), (1215, 170), (1250, 250), (1250, 500)], "#75675d")
    deck = [(0, 520), (400, 470), (750, 452), (1100, 470), (1500, 520)]
    canvas.graded([*deck, (1500, 800), (0, 800)], "#b9a88f", "#7d6f5f")
    for x, half in ((290, 165), (750, 200), (1210, 165)):
        canvas.oval(x, 780, half + 20, half + 56, "#94856f")
        canvas.oval(x, 780, half, half + 34, "#3b3f3d")
        canvas.oval(x + 16, 800, half - 26, half + 14, "#66706b")
    canvas.line(deck, "#d1c2aa", 16)
    for x in range(20, 1500, 46):
        y = 505 - 60 * math.sin(math.pi * x / 1500)
        canvas.rectangle(x, y - 34, x + 12, y, "#a3937c")
    strip(canvas, wave(canvas, 735, 10, 420), "#8f7656", "#6d583f", "#3d3226")
    ripples(canvas, 745, 990, ("#b59a76", "#4f402f", "#a08763"), 220)
    for x in (290, 750, 1210):
        canvas.glow(x, 790, 240, 46, "#dcc9a8", 0.6)
    for index in range(5):
        person(canvas, 560 + index * 62, 462, 62, ("#2b2f38", "#7a2f2f", "#2f4a5f")[index % 3])


def power_plant(canvas: Canvas) -> None:
    """Cooling towers and their steam, wires leading away."""
    canvas.backdrop("#283a5e", "#6d6f96", "#d99a8f", "#f7cf9a")
    canvas.glow(240, 640, 560, 420, "#ffe2ad", 0.9)
    for x in (540, 860):
        smoke(canvas, (x, 300), (430, -250), 88, "#f3ece8", 0.75, 11)
    for x, top, foot, half in ((540, 310, 760, 150), (860, 310, 760, 150)):
        edge = [
            (half * (0.62 + 1.1 * (s - 0.35) ** 2), top + (foot - top) * s)
            for s in (0, 0.2, 0.35, 0.6, 0.8, 1)
        ]
        outline = [(x - dx, y) for dx, y in edge] + [(x + dx, y) for dx, y in edge[::-1]]
        canvas.graded(outline, "#d6c8c4", "#8d8292", "#5f5a72")
        shade = [(x + dx * 0.25, y) for dx, y in edge] + [(x + dx, y) for dx, y in edge[::-1]]
        canvas.soft(shade, "#2f3052", 0.4, 8)
        canvas.oval(x, top, half * 0.75, 15, "#4a4a63")
    for x in (1080, 1150):
        canvas.graded([(x, 770), (x + 5, 250), (x + 27, 250), (x + 32, 770)], "#e9dcd4", "#6b5f70")
        for y in (260.0, 320.0, 380.0):
            canvas.rectangle(x + 3, y, x + 29, y + 28, "#b8453a")
    canvas.rectangle(980, 610, 1330, 780, "#4a4762")
    for column in range(9):
        canvas.rectangle(996 + column * 37, 640, 1016 + column * 37, 664, "#ffd58a")
    strip(canvas, wave(canvas, 765, 10, 1600), "#4d4a4f", "#23242c")
    for x, tall in ((130, 520), (330, 300)):
        foot = 800
        canvas.line([(x - 46, foot), (x, foot - tall), (x + 46, foot)], "#1b1c28", 6)
        for share in (0.72, 0.86):
            y, arm = foot - tall * share, tall * 0.2
            canvas.line([(x - arm, y), (x + arm, y)], "#1b1c28", 5)
            canvas.line([(x - arm, y), (x - 330, y - 60)], "#1b1c28", 2)
            canvas.line([(x + arm, y), (x + 240, y + tall * 0.16)], "#1b1c28", 2)


def grain_elevator(canvas: Canvas) -> None:
    """Silver silos beside a railway track (standing)."""
    canvas.backdrop("#3f86bd", "#9bc8e2", "#f2ead0", "#d9b56a")
    cloud(canvas, 260, 260, 460, "#ffffff", 0.75)
    cloud(canvas, 780, 160, 380, "#ffffff", 0.65)
    strip(canvas, wave(canvas, 1050, 8, 1400), "#a7b05f", "#c2a04d", "#7d6230")
    for index in range(4):
        x = 120 + index * 205
        for share in range(10):
            tone = mix("#eef2f5", "#6f7d8a", abs(share - 3) / 6.5)
            canvas.rectangle(x + share * 18, 520, x + share * 18 + 18, 1080, tone)
        canvas.polygon([(x - 6, 522), (x + 90, 430), (x + 186, 522)], "#9aa7b2")
        canvas.polygon([(x + 90, 430), (x + 186, 522), (x + 110, 522)], "#6b7884")
        for y in range(560, 1080, 44):
            canvas.line([(x, y), (x + 180, y)], "#8a97a3", 2)
    canvas.graded([(450, 430), (450, 190), (600, 190), (600, 430)], "#e3e7ea", "#8e9aa6")
    canvas.polygon([(436, 194), (525, 130), (614, 194)], "#b4493a")
    canvas.line([(525, 400), (100, 470)], "#59646f", 16)
    canvas.line([(525, 400), (900, 470)], "#59646f", 16)
    for step in range(16):
        near = 1110 + step * step * 1.7
        canvas.line([(470 - step * 26, near), (640 + step * 26, near)], "#5b4634", 6 + step)
    canvas.line([(500, 1090), (130, 1500)], "#4d5257", 14)
    canvas.line([(606, 1090), (960, 1500)], "#4d5257", 14)


def market_stalls(canvas: Canvas) -> None:
    """Striped awnings and heaps of fruit on a market square."""
    canvas.backdrop("#e9c79a", "#f3dcb8", "#d9b58f", "#8d6f57")
    skyline(canvas, 470, 180, 330, "#d3a988")
    canvas.glow(1200, 120, 620, 420, "#fff3d4", 0.9)
    strip(canvas, [(0, 640), (1500, 640)], "#b39478", "#6d5542")
    for index, x in enumerate(range(0, 1500, 100)):
        person(
            canvas,
            x + index * 37 % 60,
            690 + index * 13 % 40,
            190,
            ("#5d4a52", "#3f5a6b", "#8a4f43", "#6b6a48")[index % 4],
        )
    awnings = (("#c8402f", "#f7efe2"), ("#2f7f6f", "#f7efe2"), ("#d9902a", "#fff6e0"))
    heaps = ("#e0662a", "#c42f2f", "#7fa63a", "#f0c23a", "#7a3f7d", "#e8d9b0")
    for stall, (first, second) in enumerate(awnings):
        left = stall * 510 - 20
        for pole in (left + 26, left + 464):
            canvas.line([(pole, 900), (pole, 400)], "#5d4636", 12)
        for stripe in range(10):
            tone = first if stripe % 2 else second
            a, b = left + stripe * 49, left + (stripe + 1) * 49
            top_a, top_b = left + 50 + stripe * 39, left + 50 + (stripe + 1) * 39
            canvas.polygon([(top_a, 330), (top_b, 330), (b, 460), (a, 460)], tone)
            canvas.oval((a + b) / 2, 460, 24.5, 24, tone)
        canvas.shade(left + 20, 480, left + 470, 540, 0.3)
        canvas.graded(
            [(left, 800), (left + 490, 800), (left + 490, 1000), (left, 1000)], "#7a5a40", "#3b2b20"
        )
        for heap in range(4):
            tone = heaps[(stall * 2 + heap) % 6]
            for row in range(5):
                for ball in range(6 - row):
                    x = left + 30 + heap * 118 + ball * 20 + row * 10
                    y = 792 - row * 17
                    canvas.oval(x, y, 12, 12, mix(tone, "#3a1d12", 0.3))
                    canvas.oval(x - 2, y - 2, 9, 9, tone)


def snow_street(canvas: Canvas) -> None:
    """A lane in falling snow, warm windows, one walker (standing)."""
    canvas.backdrop("#2b3a63", "#566a96", "#a3adc6", "#dfe3ee")
    for side in (-1, 1):
        for index in range(4):
            near = 1 - index * 0.23
            x = 500 + side * (150 + 350 * near)
            half, top = 190 * near, 700 - 520 * near
            wall = mix("#4a3f55", "#7f8bab", index * 0.26)
            canvas.graded(
                [(x - half, 1080), (x - half, top), (x + half, top), (x + half, 1080)],
                wall,
                mix(wall, "#20243d", 0.4),
            )
            canvas.polygon(
                [(x - half - 10, top), (x, top - 130 * near), (x + half + 10, top)], "#eef2f9"
            )
            for row in range(4):
                y = top + 70 * near + row * 150 * near
                for dx in (-0.5, 0.15):
                    left = x + dx * half
                    canvas.glow(
                        left + 34 * near, y + 45 * near, 90 * near, 100 * near, "#ffc56b", 0.5
                    )
                    canvas.rectangle(left, y, left + 62 * near, y + 88 * near, "#ffdf9a")
    strip(
        canvas, [(0, 1150), (420, 930), (580, 930), (1000, 1150)], "#cdd6e8", "#f3f6fb", "#c2cde2"
    )
    canvas.soft([(470, 950), (530, 950), (720, 1500), (280, 1500)], "#9fb0cf", 0.5, 18)
    for x, foot, tall in ((250, 1200, 620), (740, 1090, 430)):
        canvas.line([(x, foot), (x, foot - tall)], "#20253b", 11)
        canvas.glow(x, foot - tall, 210, 210, "#ffd98f", 0.85)
        canvas.oval(x, foot - tall, 20, 26, "#fff3cf")
    person(canvas, 520, 1260, 240, "#1d2136")
    canvas.polygon([(440, 1030), (520, 972), (604, 1030)], "#a5343f")
    canvas.shade(460, 1258, 600, 1276, 0.5)
    for _ in range(420):
        size = canvas.dice.between(1.5, 6)
        canvas.oval(
            canvas.dice.between(0, 1000), canvas.dice.between(0, 1500), size, size, "#ffffff"
        )


def fog_bridge(canvas: Canvas) -> None:
    """A suspension bridge whose far end is lost in fog."""
    canvas.backdrop("#93a9b5", "#c6d2d4", "#e9e6dc", "#b9c3c2")
    canvas.glow(980, 330, 480, 360, "#fff8e6", 0.95)
    strip(canvas, [(0, 790), (1500, 790)], "#a9b9bc", "#6b8288")
    for index, x in enumerate((1290, 930, 360)):
        tone = mix("#c9b5ae", "#9c3b2e", index / 2)
        size = (0.45, 0.65, 1.15)[index]
        for leg in (-34, 34):
            canvas.line(
                [(x + leg * size, 850 + 20 * index), (x + leg * size * 0.8, 720 - 560 * size)],
                tone,
                22 * size,
            )
        for y in (150.0, 300.0, 440.0):
            canvas.line(
                [(x - 32 * size, 720 - y * size), (x + 32 * size, 720 - y * size)], tone, 16 * size
            )
    cable = [(-60, 330), (120, 190), (360, 90)]
    sag = [
        (360 + 570 * s / 12, 90 + 270 * s / 12 + 1150 * (s / 12) * (1 - s / 12)) for s in range(13)
    ]
    far = [(930 + 360 * s / 8, 360 + 75 * s / 8 + 500 * (s / 8) * (1 - s / 8)) for s in range(9)]
    canvas.line(cable, "#7d3329", 9)
    canvas.line(sag, "#95443a", 7)
    canvas.line(far, "#b98f88", 4)
    for hung, y in sag[1:-1]:
        canvas.line([(hung, y), (hung, 720 - (hung - 360) * 0.06)], "#a86a60", 3)
    canvas.polygon([(-10, 730), (1500, 650), (1500, 662), (-10, 780)], "#7f3f35")
    for y, alpha in ((640, 0.5), (730, 0.75), (820, 0.7)):
        bank = [(420, y), (1600, y - 60), (1600, y + 70), (300, y + 80)]
        canvas.soft(bank, "#eef0ec", alpha, 46)
    ripples(canvas, 850, 1000, ("#c3d0d1", "#58727a"), 90)
    canvas.polygon([(180, 930), (330, 930), (300, 962), (210, 962)], "#2b3a44")
    canvas.polygon([(250, 925), (250, 830), (312, 925)], "#e9e4d6")


def tide_chart(canvas: Canvas) -> None:
    """A drawn chart: water levels of three gauges over a month."""
    canvas.backdrop("#f7f3ea", "#f1ecdf")
    canvas.rectangle(0, 0, 1500, 120, "#1f3a4d")
    canvas.rectangle(70, 46, 620, 74, "#f2c14e")
    canvas.rectangle(650, 52, 900, 68, "#7f98a8")
    for index in range(7):
        y = 230 + index * 100
        canvas.line([(130, y), (1420, y)], "#d6cfbd", 3)
        canvas.rectangle(70, y - 8, 112, y + 8, "#b5ad9b")
    for index in range(31):
        canvas.rectangle(150 + index * 42, 868, 170 + index * 42, 880, "#b5ad9b")
    for tone, foot, rise, peak in (
        ("#9fc5c9", 770, 210, 22),
        ("#3f8f9f", 720, 330, 17),
        ("#d1495b", 650, 380, 13),
    ):
        curve = [
            (150 + day * 42, foot - rise / (1 + ((day - peak) / 4) ** 2) - 16 * math.sin(day * 1.9))
            for day in range(31)
        ]
        canvas.soft([*curve, (1410, 830), (150, 830)], tone, 0.22, 6)
        canvas.line(curve, tone, 9)
        top = curve[peak]
        canvas.oval(*top, 17, 17, tone)
        canvas.oval(*top, 8, 8, "#f7f3ea")
    for index, tone in enumerate(("#d1495b", "#3f8f9f", "#9fc5c9")):
        canvas.oval(170 + index * 270, 945, 13, 13, tone)
        canvas.rectangle(200 + index * 270, 937, 370 + index * 270, 953, "#8d8778")
