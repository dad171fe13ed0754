"""The registry: loading, lookup, search, extension, control by date."""

from __future__ import annotations

from datetime import date

from media.outlets import Alias, ControlPeriod, Outlet, Registry, outlet_from
from media.types import Control

EXAMPLE = Outlet(
    "example",
    "Example News",
    "NZ",
    "news_agency",
    Control.STATE_CONTROLLED,
    aliases=(Alias("Example News"), Alias("EXN", rule="upper")),
    domains=("example-news.test",),
    control_history=(
        ControlPeriod(None, date(2009, 12, 31), Control.INDEPENDENT),
        ControlPeriod(date(2010, 1, 1), date(2014, 12, 31), Control.CAPTURED_PRIVATE),
    ),
)


def test_bundled_registry_is_read_once() -> None:
    assert Registry.bundled() is Registry.bundled()


def test_outlet_is_looked_up_by_id() -> None:
    outlet = Registry.bundled().get("kcna")
    assert outlet is not None
    assert (outlet.country, outlet.control) == ("KP", Control.STATE_CONTROLLED)
    assert Registry.bundled().get("nobody") is None
    assert "kcna" in Registry.bundled()


def test_control_is_that_of_the_day() -> None:
    assert EXAMPLE.control_on(None) is Control.STATE_CONTROLLED
    assert EXAMPLE.control_on(date(2000, 1, 1)) is Control.INDEPENDENT
    assert EXAMPLE.control_on(date(2014, 12, 31)) is Control.CAPTURED_PRIVATE
    assert EXAMPLE.control_on(date(2015, 1, 1)) is Control.STATE_CONTROLLED


def test_search_finds_by_name_alias_domain_and_country() -> None:
    registry = Registry([EXAMPLE])
    for words in ("example", "exn", "NEWS", "example-news.test", "nz"):
        assert registry.find(words) == (EXAMPLE,), words
    assert registry.find("other") == ()
    assert registry.find(" ") == ()


def test_exact_name_comes_first() -> None:
    longer = Outlet("a", "Example News Tomorrow", "NZ", "online", Control.UNKNOWN)
    assert Registry([longer, EXAMPLE]).find("example news")[0] is EXAMPLE


def test_extension_adds_and_replaces_and_leaves_the_old_registry_alone() -> None:
    registry = Registry([EXAMPLE])
    other = Outlet("other", "Other", "NZ", "online", Control.UNKNOWN, (Alias("Other Site"),))
    more = registry.extended([other])
    assert [len(registry), len(more)] == [1, 2]
    assert [m.outlet.id for m in more.match("Other Site, Example News")] == ["other", "example"]


def test_row_becomes_an_outlet() -> None:
    outlet = outlet_from(
        {
            "id": "x",
            "name": "X",
            "country": "XX",
            "kind": "pool",
            "control": "unknown",
            "valid_from": "2001-02-03",
            "sanctions": [{"regulation": "R", "from": "2022-03-02", "source": "s"}],
            "control_history": [{"from": None, "until": "2003-01-01", "control": "government"}],
        }
    )
    assert outlet.valid_from == date(2001, 2, 3)
    assert outlet.sanctions[0].since == date(2022, 3, 2)
    assert outlet.control_history[0].control is Control.GOVERNMENT
