"""The registry of outlets: who they are, who controls them since when, and who says so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from media.outlets.folding import fold
from media.outlets.matching import Match, Matcher
from media.types import Control

__all__ = ["Alias", "ControlPeriod", "Outlet", "Registry", "Sanction", "Source", "outlet_from"]

_NO_SOURCES: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that an outlet is credited under.

    ``rule`` says what the name needs to be believed: nothing (None), its own spelling (``exact``),
    capitals (``upper``), a segment of its own (``segment``), or that, capitals and a hint at the
    country (``context``). ``script`` is ISO 15924.
    """

    name: str
    lang: str | None = None
    script: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class ControlPeriod:
    """Who controlled an outlet from one day until another, both included; None is open."""

    since: date | None
    until: date | None
    control: Control
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Sanction:
    """A listing of an outlet; being listed and being state media are different things."""

    regulation: str
    since: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim of the registry comes from."""

    title: str
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """An entry of the registry; ``country`` is ISO 3166-1 alpha-2, or EU, or XX for none."""

    id: str
    name: str
    country: str
    kind: str
    control: Control
    aliases: tuple[Alias, ...] = ()
    domains: tuple[str, ...] = ()
    wikidata: str | None = None
    parent: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str | None = None
    control_history: tuple[ControlPeriod, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NO_SOURCES)
    note: str | None = None

    def control_on(self, day: date | None) -> Control:
        """Who controlled the outlet on a day; without a day, who does by the latest claim."""
        if day is not None:
            for period in self.control_history:
                if (period.since or date.min) <= day <= (period.until or date.max):
                    return period.control
        return self.control

    def spellings(self) -> Iterator[Alias]:
        """The aliases, and the domains as further names of it."""
        yield from self.aliases
        for domain in self.domains:
            yield Alias(domain)


class Registry:
    """A set of outlets, looked up by id, searched by words, and matched in text."""

    __slots__ = ("_matcher", "_outlets", "sources")

    def __init__(self, outlets: Iterable[Outlet], sources: Mapping[str, Source] | None = None):
        self._outlets = {outlet.id: outlet for outlet in outlets}
        self._matcher: Matcher | None = None
        self.sources: Mapping[str, Source] = MappingProxyType(dict(sources or {}))

    @staticmethod
    @cache
    def bundled() -> Registry:
        """The registry that comes with photodesk; read once."""
        folder = resources.files("media.outlets") / "data"
        lines = (folder / "registry.jsonl").read_text("utf-8").splitlines()
        sources = json.loads((folder / "sources.json").read_text("utf-8"))
        return Registry(
            (outlet_from(json.loads(line)) for line in lines if line.strip()),
            {key: Source(**value) for key, value in sources.items()},
        )

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets.values())

    def __len__(self) -> int:
        return len(self._outlets)

    def __contains__(self, outlet_id: object) -> bool:
        return outlet_id in self._outlets

    def get(self, outlet_id: str) -> Outlet | None:
        """The outlet of that id, or None."""
        return self._outlets.get(outlet_id)

    @property
    def matcher(self) -> Matcher:
        """The automaton over all names, built when first asked for."""
        if self._matcher is None:
            self._matcher = Matcher(self)
        return self._matcher

    def match(
        self, text: str, *, language: str | None = None, countries: Iterable[str] = ()
    ) -> tuple[Match, ...]:
        """The outlets that a text names, in its order, none overlapping."""
        return self.matcher.match(text, language=language, countries=countries)

    def find(self, text: str) -> tuple[Outlet, ...]:
        """Outlets whose id, name, alias, domain or country holds the words, best first."""
        wanted = fold(text).key.strip()
        if not wanted:
            return ()
        ranked = []
        for outlet in self:
            names = [outlet.id, outlet.name, *(alias.name for alias in outlet.spellings())]
            keys = [fold(name).key for name in names]
            rank = min((_distance(key, wanted) for key in keys), default=3)
            if outlet.country == wanted:
                rank = min(rank, 1)
            if rank < 3:
                ranked.append((rank, len(outlet.name), outlet.id, outlet))
        return tuple(row[-1] for row in sorted(ranked, key=lambda row: row[:3]))

    def extended(self, outlets: Iterable[Outlet]) -> Registry:
        """A registry with further outlets; one with a known id takes the place of that."""
        return Registry([*self._outlets.values(), *outlets], self.sources)


def _distance(key: str, wanted: str) -> int:
    if key == wanted:
        return 0
    if key.startswith(wanted):
        return 1
    return 2 if wanted in key else 3


def outlet_from(row: Mapping[str, Any]) -> Outlet:
    """An outlet from one line of ``registry.jsonl``; ValueError where a date or class is none."""
    return Outlet(
        id=row["id"],
        name=row["name"],
        country=row["country"],
        kind=row["kind"],
        control=Control(row["control"]),
        aliases=tuple(Alias(**alias) for alias in row.get("aliases", ())),
        domains=tuple(row.get("domains", ())),
        wikidata=row.get("wikidata"),
        parent=row.get("parent"),
        valid_from=_day(row.get("valid_from")),
        valid_until=_day(row.get("valid_until")),
        successor=row.get("successor"),
        control_history=tuple(
            ControlPeriod(
                _day(p.get("from")), _day(p.get("until")), Control(p["control"]), p.get("source")
            )
            for p in row.get("control_history", ())
        ),
        sanctions=tuple(
            Sanction(s["regulation"], _day(s.get("from")), s.get("source"))
            for s in row.get("sanctions", ())
        ),
        sources=MappingProxyType({k: tuple(v) for k, v in row.get("sources", {}).items()}),
        note=row.get("note"),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
