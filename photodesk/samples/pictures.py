"""The sample pictures: which scene, in what size and form, with what written into the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photodesk.samples import gatherings, landscapes, towns, venues
from photodesk.samples.brush import Canvas
from photodesk.samples.inscriptions import Inscription

__all__ = ["PICTURES", "Picture"]

_LYING = (1350, 900)
_STANDING = (900, 1350)
_REFLEX = ("Canon", "Canon EOS R5")
_COMPACT = ("FUJIFILM", "X100V")
_MIRRORLESS = ("SONY", "ILCE-7M4")
_PRESS = ("NIKON CORPORATION", "NIKON Z 9")


@dataclass(frozen=True, slots=True)
class Picture:
    """One file of the sample newsroom; the ending of ``name`` says the form.

    ``size`` is that of the file in pixels; ``quality`` the JPEG or WebP setting.
    """

    name: str
    scene: Callable[[Canvas], None]
    size: tuple[int, int] = _LYING
    says: Inscription | None = None
    quality: int = 88


PICTURES: tuple[Picture, ...] = (
    Picture(
        "ceremony-square.jpg",
        gatherings.ceremony_square,
        (1500, 1000),
        Inscription(
            creator="KCNA",
            credit="KCNA",
            source="KCNA",
            rights="Korean Central News Agency",
            caption="Columns stand on the square before the anniversary ceremony.",
            city="Pyongyang",
            country="North Korea",
            taken="2025-10-09T10:20:00",
            iim=True,
        ),
    ),
    Picture("torch-columns.jpg", gatherings.torch_columns),
    Picture("award-hall.jpg", gatherings.medal_hall),
    Picture(
        "round-table.jpg",
        gatherings.round_table,
        (1500, 1000),
        Inscription(
            creator="Anton Verbitskiy",
            credit="Sputnik",
            source="POOL SPUTNIK KREMLIN",
            rights="Sputnik",
            caption="Delegations at the round table of the lake forum.",
            city="Ozerny",
            country="Russia",
            taken="2025-06-18T12:05:31",
            camera=_PRESS,
            iim=True,
        ),
    ),
    Picture("press-microphones.jpg", gatherings.press_microphones),
    Picture(
        "harbour-cranes.jpg",
        towns.harbour_cranes,
        (1500, 1000),
        Inscription(
            creator="Илья Заречный",
            credit="AP",
            source="AP",
            rights="Copyright 2025 The Associated Press",
            caption="Краны на новом причале порта Береговой.",
            city="Береговой",
            taken="2025-05-14T09:41:07",
            camera=_MIRRORLESS,
        ),
    ),
    Picture("lighthouse-dusk.jpg", landscapes.lighthouse_dusk, _STANDING),
    Picture(
        "flooded-street.jpg",
        towns.flooded_street,
        (1500, 1000),
        Inscription(
            creator="Mara Lindqvist",
            credit="Mara Lindqvist",
            rights="© 2025 Mara Lindqvist",
            caption="Two neighbours row along Mill Street in Alderbrook.",
            city="Alderbrook",
            taken="2025-03-02T08:15:44",
            camera=_REFLEX,
            place=(54.9712, -2.1018),
            web_statement="https://lindqvist-photo.example/licence",
        ),
    ),
    Picture(
        "river-from-above.jpg",
        landscapes.river_from_above,
        says=Inscription(
            source="Ministry of Emergency Services",
            rights="Handout, free for editorial use",
            caption="The Alder out of its bed, seen from a helicopter.",
            taken="2025-03-02T11:30:00",
        ),
    ),
    Picture("stone-bridge.jpg", towns.stone_bridge),
    Picture("tide-chart.png", towns.tide_chart, (1200, 800)),
    Picture(
        "wheat-field.jpg",
        landscapes.wheat_field,
        (1500, 1000),
        Inscription(
            creator="Олена Ткачук",
            rights="CC BY-SA 4.0",
            caption="Жнива під Надріччям: пшеничне поле в середині липня.",
            headline="Жнива",
            city="Надріччя",
            country="Україна",
            taken="2025-07-15T17:22:10",
            camera=_COMPACT,
            web_statement="https://creativecommons.org/licenses/by-sa/4.0/",
        ),
    ),
    Picture("grain-elevator.jpg", towns.grain_elevator, _STANDING),
    Picture("market-stalls.jpg", towns.market_stalls),
    Picture("power-plant.jpg", towns.power_plant),
    Picture(
        "city-night.jpg",
        towns.city_night,
        (1800, 1200),
        Inscription(
            creator="Роман Дорош",
            credit="Укрінформ",
            source="Укрінформ",
            caption="Вечірнє місто після відновлення електропостачання.",
            city="Тихоріччя",
            country="Україна",
            taken="2025-11-20T18:47:55",
            camera=_MIRRORLESS,
        ),
    ),
    Picture("wind-turbines.jpg", landscapes.wind_turbines),
    Picture(
        "chess-board.jpg",
        gatherings.chess_board,
        (1500, 1000),
        Inscription(
            creator="Ольга Раменская",
            credit="ТАСС",
            source="ТАСС",
            rights="© ТАСС",
            caption="Доска перед решающим ходом финальной партии.",
            city="Белозерье",
            taken="2025-04-27T15:03:20",
            camera=_PRESS,
            iim=True,
        ),
    ),
    # The picture above as a stock agency would hand it on: smaller, squeezed, silent.
    Picture("chess-board-small.jpg", gatherings.chess_board, (900, 600), quality=62),
    Picture(
        "rocket-launch.jpg",
        landscapes.rocket_launch,
        _STANDING,
        Inscription(
            creator="Lin Qiao",
            credit="XINHUA",
            source="Xinhua News Agency",
            caption="A carrier rocket lifts off at dawn.",
            country="China",
            taken="2025-09-05T05:58:12",
            camera=_REFLEX,
            iim=True,
        ),
    ),
    Picture("satellite-map.jpg", landscapes.satellite_map),
    Picture("observatory-night.jpg", landscapes.observatory_night),
    Picture(
        "forest-fire.jpg",
        landscapes.forest_fire,
        says=Inscription(
            creator="Emre Karaca",
            credit="Anadolu via Getty Images",
            source="Anadolu",
            rights="2025 Anadolu",
            caption="A wooded ridge burns above the village of Çamdere.",
            city="Çamdere",
            country="Türkiye",
            taken="2025-08-11T21:14:09",
        ),
    ),
    Picture(
        "fire-plane.jpg",
        landscapes.fire_plane,
        says=Inscription(
            creator="NIKOS ARGYROS", credit="REUTERS", source="X80001", taken="2025-08-12T10:31:00"
        ),
    ),
    Picture("burnt-slope.jpg", landscapes.burnt_slope, _STANDING),
    Picture("snow-street.jpg", towns.snow_street, _STANDING),
    Picture("ski-lift.jpg", landscapes.ski_lift),
    Picture(
        "concert-stage.jpg",
        gatherings.concert_stage,
        (1500, 1000),
        Inscription(
            creator="Кирилл Осокин",
            credit="Sputnik",
            source="Sputnik",
            rights="© Sputnik / Кирилл Осокин",
            caption="Вечерний концерт фестиваля «Белые паруса».",
            city="Береговой",
            country="Россия",
            taken="2025-07-05T22:10:33",
            camera=_MIRRORLESS,
            iim=True,
        ),
    ),
    Picture("concert-crowd.jpg", gatherings.concert_crowd, _STANDING),
    Picture(
        "museum-hall.jpg",
        venues.museum_hall,
        says=Inscription(
            source="Museum of Navigation, Port Alder",
            rights="Museum of Navigation, Port Alder",
            caption="The refurbished east gallery.",
            city="Port Alder",
            taken="2025-02-11T14:00:00",
            camera=_COMPACT,
        ),
    ),
    Picture(
        "imagined-harbour.webp",
        towns.imagined_harbour,
        (1200, 800),
        Inscription(
            credit="Courier graphics desk",
            caption="The harbour of the year 2125 as a computer dreamt it.",
            source_type="trainedAlgorithmicMedia",
        ),
    ),
    Picture(
        "fog-bridge.jpg",
        towns.fog_bridge,
        says=Inscription(
            creator="Tomas Hale",
            credit="Northlight Pictures",
            rights="© 2023 Northlight Pictures",
            caption="Morning fog at the Alder bridge.",
            city="Port Alder",
            taken="2023-11-06T07:26:18",
            camera=_REFLEX,
        ),
    ),
    Picture("mountain-pass.jpg", landscapes.mountain_pass, (1500, 1000)),
    Picture("stadium-lights.jpg", venues.stadium_lights, (1500, 1000)),
    Picture(
        "running-track.jpg",
        venues.running_track,
        says=Inscription(
            creator="Jonas Feldmann",
            credit="picture alliance/dpa",
            source="dpa",
            rights="(c) Copyright 2025, dpa (www.dpa.de). Alle Rechte vorbehalten",
            city="Havelstadt",
            country="Germany",
            taken="2025-06-29T16:40:00",
            camera=_PRESS,
            iim=True,
        ),
    ),
    Picture("park-gathering.jpg", venues.park_gathering),
    Picture("polling-station.jpg", venues.polling_station),
)
