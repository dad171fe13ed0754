"""State agencies spelled around, sampled from every disguise of ``benchmarks/spellings.py``."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

from media.credit import parse
from media.outlets import Registry

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))
from evasion import names_of_state_agencies
from spellings import DISGUISES, disguised

_TRIED = 1500


def test_every_state_agency_is_seen_however_it_is_spelled() -> None:
    registry = Registry.bundled()
    chance = Random(7)
    spelled = [
        (outlet.id, name, done, spelling)
        for outlet, name in names_of_state_agencies(registry)
        for done, spelling in disguised(name, Random(name))
    ]
    missed = [
        case
        for case in chance.sample(spelled, _TRIED)
        if not parse(f"Photo: {case[-1]}", registry).state_media
    ]
    assert missed == []


@pytest.mark.parametrize("disguise", DISGUISES)
def test_disguise_changes_the_name(disguise: str) -> None:
    assert DISGUISES[disguise]("Xinhua News Agency", Random(1)) != "Xinhua News Agency"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: K.C.N.A / Reuters",
        "Jane Sample / X i n h u a / AP",
        "Photo: Xin-hua",
        "Photo: tAsS",
        "Foto: Sрutпik, via AP",
        "Photo: \U0001f174\U0001f175\U0001f174 / \U0001f183\U0001f170\U0001f182\U0001f182",
    ],
)
def test_disguise_is_seen_inside_a_chain(line: str) -> None:
    assert parse(line, Registry.bundled()).state_media


@pytest.mark.parametrize(
    "line",
    [
        "Foto: S. Ana",
        "Santa Ana",
        "Jean-Luc Sample / AFP",
        "Photo: Anna Tass",
        "an RT",
        "RT @reader",
        "art",
        "a new trend",
        "Trend",
        "Prensa",
        "Mehr lesen",
        "mehr",
        "fars",
        "demitasse",
        "Sputnik 1 in orbit",
        "the Sputnik crisis",
        "Petra Kvitova / AP",
        "swimming pool",
        "Nan Sample / sta",
        "Foto: mehr",
    ],
)
def test_innocent_words_do_not_flag(line: str) -> None:
    assert not parse(line, Registry.bundled()).state_media
