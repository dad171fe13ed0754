"""Scenes with people seen from far, and the halls, stages and tables they meet at."""

from __future__ import annotations

import math

from photodesk.samples.brush import Canvas, Point, mix
from photodesk.samples.figures import (
    cloud,
    crowd,
    flag,
    person,
    skyline,
    stars,
    strip,
)

__all__ = [
    "ceremony_square",
    "chess_board",
    "concert_crowd",
    "concert_stage",
    "medal_hall",
    "press_microphones",
    "round_table",
    "torch_columns",
]

# Colours that no state flies together.
_FLAG_SETS = (
    ("#c8342f", "#f4ead2", "#7a1f3d"),
    ("#1f7a7a", "#e8b23a", "#f2ead2"),
    ("#3f6f9e", "#e8c15a", "#7a3f5d"),
)


def ceremony_square(canvas: Canvas) -> None:
    """Blocks of people on a wide square, flags along it, a columned hall behind."""
    canvas.backdrop("#4a8fc4", "#a8cfe4", "#f0e9d6", "#d9cdb5")
    cloud(canvas, 330, 120, 430, "#ffffff", 0.7)
    cloud(canvas, 1180, 190, 520, "#ffffff", 0.6)
    skyline(canvas, 470, 40, 130, "#b9c3c4")
    canvas.graded([(390, 480), (390, 290), (1110, 290), (1110, 480)], "#ece3d2", "#c9bda7")
    canvas.polygon([(370, 292), (750, 208), (1130, 292)], "#d8ccb7")
    for column in range(13):
        left = 420 + column * 53
        canvas.rectangle(left, 312, left + 20, 462, "#fbf6ea")
        canvas.rectangle(left + 14, 312, left + 20, 462, "#b3a690")
    canvas.rectangle(700, 340, 800, 450, "#b3322c")
    strip(canvas, [(0, 470), (1500, 470)], "#d6cab4", "#b9aa91", "#8d7d67")
    for row in range(7):
        y = 520 + row * row * 9 + row * 10
        unit = 34 + row * 11
        for block in range(-2, 3):
            middle = 750 + block * (230 + row * 42)
            if block == 0:
                continue
            for place in range(9):
                x = middle + (place - 4) * unit * 0.56
                tone = (
                    ("#4b5a45", "#3e4d3b")[place % 2]
                    if block % 2
                    else ("#2c3d5e", "#354a70")[place % 2]
                )
                person(canvas, x, y, unit * 1.5, tone)
    for index in range(6):
        for side in (-1, 1):
            depth = index / 5
            x = 750 + side * (120 + 560 * depth * depth)
            flag(
                canvas,
                x,
                500 + 420 * depth * depth,
                200 + 300 * depth,
                _FLAG_SETS[index % 2],
                "#e8e2d4",
            )
    canvas.soft([(690, 480), (810, 480), (960, 1000), (540, 1000)], "#c8402f", 0.75, 5)


def torch_columns(canvas: Canvas) -> None:
    """Rivers of torchlight winding over a dark square."""
    canvas.backdrop("#070a1c", "#141b3d", "#3a2440", "#1a0f14")
    stars(canvas, 330, 140)
    skyline(canvas, 430, 60, 250, "#10142c", ("#ffdc8f", "#ff9f6b"))
    canvas.graded([(724, 430), (738, 90), (762, 90), (776, 430)], "#c9b48f", "#5b4a4a")
    canvas.glow(750, 78, 90, 110, "#ff6a3a", 0.95)
    strip(canvas, [(0, 428), (1500, 428)], "#26161d", "#140c12")
    for column in range(5):
        for step in range(70):
            depth = (step / 70) ** 1.7
            sway = math.sin(step / 9 + column * 1.3) * (16 + 90 * depth)
            x = 750 + (column - 2) * (70 + 330 * depth) + sway
            y = 450 + 540 * depth
            size = 4 + 15 * depth
            if step % 3 == 0:
                canvas.glow(x, y, size * 5, size * 4, "#ff8a2b", 0.55)
            person(canvas, x + size * 1.2, y + size * 5.4, size * 4.6, "#0b0709")
            canvas.oval(x, y, size * 0.5, size * 0.8, "#ffd98a")
            canvas.oval(x, y + size * 0.2, size * 0.3, size * 0.4, "#fff8df")


def medal_hall(canvas: Canvas) -> None:
    """A hall with red curtains, a lit stage and rows of backs."""
    canvas.backdrop("#3a0d12", "#6b151b", "#541014")
    for index in range(26):
        x = index * 60 - 10
        fold = [(x, 0), (x + 60, 0), (x + 56, 640), (x + 4, 640)]
        canvas.graded(fold, *(("#8f1d22", "#5d1116") if index % 2 else ("#b32a2c", "#701519")))
    canvas.polygon([(0, 0), (1500, 0), (1500, 80), (0, 120)], "#4a0c10")
    for x in range(0, 1500, 150):
        canvas.oval(x + 75, 90, 86, 62, "#8a1a1f")
        canvas.oval(x + 75, 78, 80, 54, "#a92528")
    canvas.soft([(640, -40), (860, -40), (1120, 640), (380, 640)], "#fff1cf", 0.5, 40)
    canvas.rectangle(0, 600, 1500, 690, "#8d6a3f")
    canvas.rectangle(0, 600, 1500, 614, "#c79f63")
    for index in range(13):
        x = 390 + index * 60
        person(canvas, x, 606, 168, ("#2f3d2f", "#384a38")[index % 2])
        canvas.oval(x + 12, 520, 5, 5, "#ffd75e")
    canvas.rectangle(200, 500, 290, 608, "#6d4526")
    person(canvas, 245, 560, 180, "#1e2230")
    canvas.rectangle(196, 492, 294, 512, "#8a5a33")
    for x in (120, 1330):
        canvas.glow(x, 560, 110, 110, "#fff4d8", 0.7)
        for petal in range(14):
            angle = petal * 0.45
            canvas.oval(
                x + 46 * math.cos(angle),
                540 + 40 * math.sin(angle),
                20,
                18,
                ("#f7e7e9", "#e86f7d", "#ffd0a0")[petal % 3],
            )
    strip(canvas, [(0, 690), (1500, 690)], "#2a0d10", "#120608")
    crowd(canvas, 800, 120, 62, ("#241a1c", "#2d2224"))
    crowd(canvas, 900, 170, 88, ("#171113", "#1f1719"))
    crowd(canvas, 1010, 230, 122, ("#0c090a", "#120d0e"))


def round_table(canvas: Canvas) -> None:
    """An oval table under chandeliers, delegations on both sides."""
    canvas.backdrop("#e9dcc0", "#d8c49c", "#b8976a")
    for left in range(0, 1500, 250):
        canvas.graded(
            [(left + 40, 480), (left + 40, 90), (left + 210, 90), (left + 210, 480)],
            "#a9c9d8",
            "#e6efe8",
        )
        canvas.line([(left + 125, 90), (left + 125, 480)], "#f7f0dd", 8)
        canvas.line([(left + 40, 260), (left + 210, 260)], "#f7f0dd", 8)
        canvas.graded(
            [(left - 40, 520), (left - 52, 40), (left + 44, 40), (left + 30, 520)],
            "#3f6b57",
            "#274739",
        )
    canvas.rectangle(0, 0, 1500, 50, "#c9a75e")
    for x in (430.0, 1070.0):
        canvas.line([(x, 0), (x, 120)], "#8a6a2f", 6)
        for index in range(9):
            dx = (index - 4) * 24
            canvas.oval(x + dx, 150 - abs(index - 4) * 7, 9, 15, "#fff3c4")
        canvas.glow(x, 150, 210, 150, "#fff6d0", 0.8)
        canvas.polygon([(x - 110, 146), (x + 110, 146), (x + 40, 176), (x - 40, 176)], "#b8924a")
    strip(canvas, [(0, 520), (1500, 520)], "#9b6b45", "#6d4530", "#402619")
    for index in range(11):
        x = 210 + index * 108
        person(canvas, x, 690, 250, ("#232a3d", "#2d2a33", "#3b3340")[index % 3])
        canvas.oval(x, 462, 18, 23, mix("#5d4435", "#a9825f", index % 3 / 2))
        canvas.polygon([(x - 9, 492), (x + 9, 492), (x, 530)], "#f2efe6")
    canvas.shade(180, 860, 1320, 940, 0.45)
    canvas.oval(750, 740, 640, 150, "#4a2a18")
    canvas.oval(750, 722, 640, 146, "#8f5a34")
    canvas.oval(750, 722, 470, 84, "#c9b48a")
    canvas.oval(750, 730, 450, 74, "#5d8a4f")
    for index in range(40):
        angle = index * 0.157
        x, y = 750 + 400 * math.cos(angle), 726 + 60 * math.sin(angle)
        canvas.oval(x, y, 16, 13, ("#f7f4ee", "#f0b7c0", "#f5d76e")[index % 3])
    for index in range(14):
        angle = math.pi * (0.04 + index * 0.071)
        x, y = 750 + 560 * math.cos(angle), 722 + 116 * math.sin(angle)
        canvas.polygon(
            [(x - 26, y - 9), (x + 26, y - 9), (x + 32, y + 11), (x - 32, y + 11)], "#fbfaf5"
        )
    for x, colours in ((60, _FLAG_SETS[1]), (1380, _FLAG_SETS[2])):
        flag(canvas, x, 640, 460, colours, "#c9a75e")


def press_microphones(canvas: Canvas) -> None:
    """A bunch of microphones before a blurred wall of lamps."""
    canvas.backdrop("#16243f", "#24406b", "#1a2a4a")
    for _ in range(26):
        size = canvas.dice.between(30, 100)
        tone = canvas.dice.pick(("#ffd9a0", "#9fc8ff", "#ffffff", "#ff9f8a"))
        x, y = canvas.dice.between(0, 1500), canvas.dice.between(0, 640)
        canvas.glow(x, y, size * 1.6, size * 1.6, tone, 0.45)
    canvas.soft([(0, 820), (1500, 790), (1500, 1000), (0, 1000)], "#0b1224", 0.9, 20)
    heads: tuple[tuple[float, float, float, float, str], ...] = (
        (300, 520, 120, 0.5, "#c8352f"),
        (480, 380, 104, 0.28, "#2f6fb0"),
        (690, 440, 130, 0.08, "#2b2b30"),
        (900, 350, 108, -0.12, "#e0a52f"),
        (1100, 460, 124, -0.32, "#3f8f5f"),
        (1280, 560, 100, -0.52, "#6b4a9f"),
    )
    for x, y, size, lean, tone in heads:
        foot: Point = (750 + (x - 750) * 0.32, 1060)
        canvas.line([(x, y), foot], "#0d1018", size * 0.36)
        dx, dy = (foot[0] - x) / 640, (foot[1] - y) / 640
        sleeve = [(x + dx * d, y + dy * d) for d in (size * 0.75, size * 1.6)]
        canvas.line(sleeve, tone, size * 0.95)
        canvas.line(sleeve, mix(tone, "#ffffff", 0.25), size * 0.3)
        canvas.oval(x, y, size * 0.62, size * 0.78, mix(tone, "#1a1c22", 0.82))
        canvas.glow(
            x - size * 0.2 - lean * 30, y - size * 0.3, size * 0.4, size * 0.5, "#aeb8cc", 0.6
        )
        for row in range(-3, 4):
            half = size * 0.6 * math.sqrt(1 - (row / 4.2) ** 2)
            canvas.line(
                [(x - half, y + row * size * 0.17), (x + half, y + row * size * 0.17)], "#14161c", 3
            )


def chess_board(canvas: Canvas) -> None:
    """A game in its middle, the board in perspective, a lamp from the left."""
    canvas.backdrop("#1d1a22", "#33262a", "#4a3328", "#2b1d17")
    canvas.glow(260, 160, 820, 620, "#ffd9a0", 0.65)

    def square(column: float, row: float) -> Point:
        depth = row / 8
        half = 360 + 390 * depth**1.25
        return 750 + (column / 4 - 1) * half, 400 + 520 * depth**1.35

    rim = [(374, 386), (1126, 386), square(8.45, 8.3), square(-0.45, 8.3)]
    canvas.shade(60, 900, 1440, 990, 0.6)
    canvas.graded(rim, "#6b3f22", "#3b1f10")
    for row in range(8):
        for column in range(8):
            corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
            points = [square(column + dx, row + dy) for dx, dy in corners]
            light = (row + column) % 2 == 0
            far = (
                mix("#f0d9b0", "#c79a63", row / 10)
                if light
                else mix("#8d5a34", "#5d3519", row / 10)
            )
            canvas.polygon(points, far)
    men = (
        "r.b.k..r",
        "pp.q.ppp",
        "..n..n..",
        "...p....",
        "..PP.B..",
        "..N..N..",
        "PP...PPP",
        "R..QK..R",
    )
    for row, line in enumerate(men):
        for column, man in enumerate(line):
            if man != ".":
                x, y = square(column + 0.5, row + 0.62)
                _chessman(canvas, man.lower(), x, y, 78 + row * 13, man.isupper())


def _chessman(canvas: Canvas, kind: str, x: float, y: float, size: float, white: bool) -> None:
    body, light = ("#efe3cc", "#fffaf0") if white else ("#2a2023", "#6d5a5a")
    tall = size * {"p": 0.9, "r": 1.05, "n": 1.2, "b": 1.35, "q": 1.6, "k": 1.75}[kind]
    canvas.shade(x, y - 4, x + size * 0.9, y + size * 0.1, 0.4)
    canvas.oval(x, y, size * 0.34, size * 0.13, body)
    stem = [
        (x - size * 0.29, y),
        (x - size * 0.1, y - tall * 0.6),
        (x + size * 0.1, y - tall * 0.6),
    ]
    canvas.polygon([*stem, (x + size * 0.29, y)], body)
    canvas.polygon(
        [(x - size * 0.2, y), (x - size * 0.06, y - tall * 0.6), (x - size * 0.02, y)], light
    )
    top = y - tall * 0.7
    canvas.oval(x, y - tall * 0.6, size * 0.18, size * 0.06, light)
    if kind == "r":
        canvas.rectangle(x - size * 0.2, top - size * 0.16, x + size * 0.2, top + size * 0.1, body)
        for dx in (-0.2, -0.05, 0.1):
            canvas.rectangle(x + size * dx, top - size * 0.25, x + size * (dx + 0.1), top, body)
    elif kind == "n":
        head = [
            (-0.18, 0.12),
            (-0.16, -0.25),
            (0.05, -0.42),
            (0.14, -0.3),
            (0.34, -0.1),
            (0.28, 0.02),
        ]
        canvas.polygon(
            [(x + a * size, top + b * size) for a, b in [*head, (0.06, 0), (0.18, 0.12)]], body
        )
    elif kind in "qk":
        crown = [(-0.14, 0.12), (-0.26, -0.22), (-0.1, -0.1), (0, -0.3), (0.1, -0.1), (0.26, -0.22)]
        canvas.polygon([(x + a * size, top + b * size) for a, b in [*crown, (0.14, 0.12)]], body)
        if kind == "k":
            canvas.rectangle(
                x - size * 0.03, top - size * 0.5, x + size * 0.03, top - size * 0.2, body
            )
            canvas.rectangle(
                x - size * 0.11, top - size * 0.42, x + size * 0.11, top - size * 0.36, body
            )
    else:
        rise = 1.3 if kind == "b" else 1
        canvas.oval(x, top, size * 0.17, size * 0.17 * rise, body)
        canvas.oval(x - size * 0.05, top - size * 0.04, size * 0.06, size * 0.07 * rise, light)


def concert_stage(canvas: Canvas) -> None:
    """Coloured beams over a stage, the audience's hands raised before it."""
    canvas.backdrop("#0b0620", "#2a0f4f", "#5d1f6b", "#160a26")
    beams = ("#ff4fa3", "#4fd1ff", "#ffd24f", "#8f6bff", "#5fffb0", "#ff7a4f")
    for index, tone in enumerate(beams):
        x = 160 + index * 236
        lean = (index - 2.5) * 130
        beam = [(x - 8, 60), (x + 8, 60), (x - lean + 120, 720), (x - lean - 120, 720)]
        canvas.soft(beam, tone, 0.5, 16)
        canvas.glow(x, 64, 70, 70, "#ffffff", 0.95)
    canvas.line([(0, 56), (1500, 56)], "#05030c", 26)
    for x in range(0, 1500, 50):
        canvas.line([(x, 20), (x + 25, 56), (x + 50, 20)], "#05030c", 5)
    canvas.glow(750, 560, 620, 260, "#ffb8e6", 0.75)
    canvas.rectangle(250, 600, 1250, 660, "#14082a")
    for x in (210, 1290):
        for row in range(6):
            canvas.rectangle(x - 66, 250 + row * 64, x + 66, 308 + row * 64, "#0a0616")
            canvas.oval(x, 279 + row * 64, 24, 24, "#231743")
    for x, tall in ((560, 190), (750, 210), (940, 190)):
        person(canvas, x, 606, tall, "#0a0418")
    canvas.line([(520, 520), (628, 478)], "#0a0418", 9)
    canvas.line([(900, 518), (1012, 486)], "#0a0418", 9)
    for x, y, size in ((1080, 560, 44), (1140, 585, 30), (1040, 590, 30)):
        canvas.oval(x, y, size, size * 0.75, "#1d0f3a")
    crowd(canvas, 800, 140, 66, ("#1b0d33", "#220f3d"))
    crowd(canvas, 900, 190, 92, ("#110822", "#160a2b"))
    for index in range(15):
        x = 40 + index * 104
        y = 700 + index * 47 % 90
        canvas.line([(x, 1000), (x + 14, y)], "#08040f", 30)
        canvas.oval(x + 16, y - 12, 22, 26, "#08040f")
    crowd(canvas, 1020, 240, 128, ("#07030d", "#0a0513"))


def concert_crowd(canvas: Canvas) -> None:
    """Confetti over raised hands, from within the crowd (standing)."""
    canvas.backdrop("#ff8a3d", "#ff5f6d", "#b5307a", "#3a1259")
    canvas.glow(500, 420, 640, 620, "#fff2c4", 0.95)
    for index in range(9):
        angle = math.pi * (0.1 + index * 0.1)
        tip = (500 + 1300 * math.cos(angle), 420 + 1300 * math.sin(angle))
        wide = (500 + 1300 * math.cos(angle + 0.09), 420 + 1300 * math.sin(angle + 0.09))
        canvas.soft([(500, 420), tip, wide], "#ffe9b0", 0.35, 12)
    crowd(canvas, 1080, 170, 78, ("#8a2a6b", "#7a2463"))
    crowd(canvas, 1230, 240, 110, ("#5d1a55", "#521650"))
    for index in range(10):
        x, y = 60.0 + index * 102, 760.0 + index * 83 % 240
        dark = "#260a30"
        canvas.polygon([(x - 34, 1500), (x - 2, y + 30), (x + 36, y + 30), (x + 48, 1500)], dark)
        canvas.oval(x + 17, y + 16, 27, 32, dark)
        thumb = 38 if index % 2 else -38
        canvas.line([(x + 17, y + 22), (x + 17 + thumb, y - 12)], dark, 13)
        for finger, long in ((-19, 40), (-6, 52), (7, 54), (19, 44)):
            tip = (x + 17 + finger * 1.25, y - long)
            canvas.line([(x + 17 + finger, y + 8), tip], dark, 12)
            canvas.oval(*tip, 6, 6, dark)
    crowd(canvas, 1540, 400, 200, ("#170620", "#1d0828"))
    for _ in range(170):
        x, y = canvas.dice.between(0, 1000), canvas.dice.between(0, 1250)
        size, turn = canvas.dice.between(7, 18), canvas.dice.between(0, 3.1)
        dx, dy = size * math.cos(turn), size * math.sin(turn)
        tone = canvas.dice.pick(("#ffffff", "#ffd84f", "#4fd1ff", "#8fff9f", "#ff8fd0"))
        canvas.polygon(
            [
                (x, y),
                (x + dx, y + dy),
                (x + dx - dy / 2, y + dy + dx / 2),
                (x - dy / 2, y + dx / 2),
            ],
            tone,
        )
