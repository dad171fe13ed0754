"""The filter bar of the queue: chips and menus with counts; the address alone holds the state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from db.search import Facets, QueueFilter
from media.types import FlagKind, Verdict
from photodesk.dashboard.parts.component import component
from photodesk.dashboard.parts.ways import FILTERS, filter_parameters
from photodesk.dashboard.parts.words import FLAGS, VERDICTS, country_name, flag_of

__all__ = ["address_after", "chosen_filter", "filter_bar"]

_BAR = component("filters", '<div class="root" role="search" aria-label="Filters"></div>')
_KEY = "filters"
_WAITING = {"": True, "decided": False, "all": None}
_LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, with how many pictures it would show."""

    value: str
    words: str
    count: int | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One filter: ``shape`` is chips, select or words; ``rest`` is its value at rest."""

    name: str
    label: str
    shape: str
    value: str
    options: tuple[Option, ...] = ()
    rest: str = ""


def chosen_filter() -> QueueFilter:
    """The filter that the address asks for; a value that means nothing filters nothing."""
    given = filter_parameters()
    kind, verdict = given.get("kind"), given.get("verdict")
    return QueueFilter(
        kind=kind if kind in list(FlagKind) else None,
        verdict=verdict if verdict in list(Verdict) else None,
        country=given.get("country"),
        outlet=given.get("outlet"),
        waiting=_WAITING.get(given.get("state", ""), True),
        words=given.get("words", "")[:_LONGEST_WORDS] or None,
    )


def filter_bar(wanted: QueueFilter, counts: Facets, total: int, names: Mapping[str, str]) -> None:
    """Draw the bar; ``names`` are the names of outlets by their id."""
    state = next(name for name, waiting in _WAITING.items() if waiting is wanted.waiting)
    groups = (
        Group("words", "Search words", "words", wanted.words or ""),
        Group(
            "state",
            "State",
            "chips",
            state,
            (
                Option("", "Waiting", counts.waiting, "inbox"),
                Option("decided", "Done", counts.total - counts.waiting, "task_alt"),
                Option("all", "All", counts.total),
            ),
        ),
        Group(
            "kind",
            "Kind of flag",
            "chips",
            wanted.kind or "",
            tuple(
                Option(kind, look.words, counts.kinds.get(kind, 0), look.icon)
                for kind, look in FLAGS.items()
            ),
        ),
        Group(
            "verdict",
            "Verdict",
            "chips",
            wanted.verdict or "",
            tuple(
                Option(verdict, look.words, counts.verdicts.get(verdict, 0), look.icon)
                for verdict, look in VERDICTS.items()
            ),
        ),
        _menu("country", "Any country", wanted.country, counts.countries, _country_words),
        _menu("outlet", "Any outlet", wanted.outlet, counts.outlets, lambda i: names.get(i, i)),
    )
    noun = "picture" if total == 1 else "pictures"
    _BAR(
        key=_KEY,
        data={"groups": [asdict(group) for group in groups], "total": f"{total:,}", "noun": noun},
        on_pick_change=_picked,
    )


def _menu(
    name: str,
    label: str,
    value: str | None,
    counts: Mapping[str, int],
    words: Callable[[str], str],
) -> Group:
    listed: Sequence[str] = list(counts) + ([value] if value and value not in counts else [])
    options = [Option(one, words(one), counts.get(one, 0)) for one in listed]
    return Group(name, label, "select", value or "", (Option("", label), *options))


def _country_words(code: str) -> str:
    return f"{flag_of(code)} {country_name(code)}".strip()


def address_after(given: Mapping[str, str], name: str, value: str) -> dict[str, str]:
    """The address after a filter was picked, at its first page; no name clears every filter."""
    kept = {each: said for each, said in given.items() if each != "after"}
    if name == "":
        return {each: said for each, said in kept.items() if each not in FILTERS}
    if name not in FILTERS:
        return dict(given)
    kept.pop(name, None)
    return kept | {name: value} if value else kept


def _picked() -> None:
    picked = (st.session_state.get(_KEY) or {}).get("pick")
    if not isinstance(picked, dict):
        return
    name, value = str(picked.get("name", "")), str(picked.get("value", ""))
    st.query_params.from_dict(address_after(st.query_params.to_dict(), name, value))
