"""Every rule of the registry's lint finds what it is there for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from media.outlets import Alias, ControlPeriod, Outlet, Registry, Source
from media.outlets.lint import problems
from media.types import Control

SOUND = Outlet(
    "sound",
    "Sound News",
    "NZ",
    "news_agency",
    Control.STATE_CONTROLLED,
    aliases=(Alias("Sound News"),),
    sources={"control": ("book",)},
)
SOURCES = {"book": Source("A book")}


def test_sound_registry_has_no_problems() -> None:
    assert problems(Registry([SOUND], SOURCES)) == ()


def test_bundled_registry_cites_sources_that_exist() -> None:
    assert not [p for p in problems(Registry.bundled()) if "does not exist" in p]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (replace(SOUND, id="b"), "names several outlets without context"),
        (replace(SOUND, id="b", aliases=(Alias("SN"),)), "too short to go without a rule"),
        (replace(SOUND, id="b", aliases=(Alias("Sounder", rule="odd"),)), "unknown rule odd"),
        (replace(SOUND, id="b", aliases=()), "neither alias nor domain"),
        (replace(SOUND, id="b", aliases=(Alias("B News"),), sources={}), "has no source"),
        (
            replace(SOUND, id="b", aliases=(Alias("B News"),), sources={"control": ("gone",)}),
            "the source gone does not exist",
        ),
        (
            replace(
                SOUND,
                id="b",
                aliases=(Alias("B News"),),
                valid_from=date(2002, 1, 1),
                valid_until=date(2001, 1, 1),
            ),
            "ends before it begins",
        ),
        (
            replace(
                SOUND,
                id="b",
                aliases=(Alias("B News"),),
                control_history=(
                    ControlPeriod(date(2001, 1, 1), date(2000, 1, 1), Control.UNKNOWN),
                ),
            ),
            "a period of control ends before it begins",
        ),
        (
            replace(
                SOUND,
                id="b",
                aliases=(Alias("B News"),),
                control_history=(
                    ControlPeriod(None, date(2003, 1, 1), Control.UNKNOWN),
                    ControlPeriod(date(2002, 1, 1), None, Control.GOVERNMENT),
                ),
            ),
            "periods of control overlap",
        ),
        (replace(SOUND, id="b", aliases=(Alias("B News"),), parent="b"), "its parent b is not"),
        (replace(SOUND, id="b", aliases=(Alias("B News"),), country="nz"), "no country code"),
    ],
)
def test_problem_is_found(broken: Outlet, says: str) -> None:
    found = problems(Registry([SOUND, broken], SOURCES))
    assert any(says in problem for problem in found)


def test_context_tells_outlets_of_one_name_apart() -> None:
    other = replace(SOUND, id="b", aliases=(Alias("Sound News", rule="context"),))
    assert problems(Registry([SOUND, other], SOURCES)) == ()
