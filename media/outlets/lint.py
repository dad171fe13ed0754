"""What is wrong in a registry: every rule a plain function, every problem one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from media.outlets.folding import fold
from media.outlets.registry import Alias, Outlet, Registry

__all__ = ["CHECKS", "problems"]

_RULES = (None, "exact", "upper", "segment", "context")
_SHORT = 3


def problems(registry: Registry) -> tuple[str, ...]:
    """Every problem of a registry, in the order of ``CHECKS``; empty when it is sound."""
    return tuple(problem for check in CHECKS for problem in check(registry))


def shared_names(registry: Registry) -> Iterator[str]:
    """One name on two outlets, and no rule that asks for a context to tell them apart."""
    holders: dict[str, list[tuple[Outlet, Alias]]] = defaultdict(list)
    for outlet in registry:
        spellings = {fold(alias.name).key.strip(): alias for alias in outlet.spellings()}
        for key, alias in spellings.items():
            holders[key].append((outlet, alias))
    for entries in holders.values():
        open_entries = [entry for entry in entries if entry[1].rule != "context"]
        if len(entries) > 1 and len(open_entries) > 1:
            ids = ", ".join(sorted(outlet.id for outlet, _ in entries))
            yield f"“{entries[0][1].name}” names several outlets without context: {ids}"


def loose_abbreviations(registry: Registry) -> Iterator[str]:
    """A very short Latin name that would be believed anywhere in a line."""
    for outlet in registry:
        for alias in outlet.aliases:
            if alias.rule is None and len(alias.name) <= _SHORT and alias.name.isascii():
                yield f"{outlet.id}: “{alias.name}” is too short to go without a rule"


def unknown_rules(registry: Registry) -> Iterator[str]:
    """A rule that the matcher does not know."""
    for outlet in registry:
        for alias in outlet.aliases:
            if alias.rule not in _RULES:
                yield f"{outlet.id}: “{alias.name}” has the unknown rule {alias.rule}"


def nameless_outlets(registry: Registry) -> Iterator[str]:
    """An outlet that no line can name."""
    for outlet in registry:
        if not any(True for _ in outlet.spellings()):
            yield f"{outlet.id}: neither alias nor domain"


def claims_without_source(registry: Registry) -> Iterator[str]:
    """A control class without a source, or a source that does not exist."""
    for outlet in registry:
        if not outlet.sources.get("control") and outlet.control != "unknown":
            yield f"{outlet.id}: its control class has no source"
        cited = {source for sources in outlet.sources.values() for source in sources}
        cited.update(p.source for p in outlet.control_history if p.source)
        cited.update(s.source for s in outlet.sanctions if s.source)
        for source in sorted(cited - registry.sources.keys()):
            yield f"{outlet.id}: the source {source} does not exist"


def dates_in_disorder(registry: Registry) -> Iterator[str]:
    """Periods that end before they begin, overlap, or contradict the outlet's own life."""
    for outlet in registry:
        if outlet.valid_from and outlet.valid_until and outlet.valid_from > outlet.valid_until:
            yield f"{outlet.id}: ends before it begins"
        last = None
        for period in outlet.control_history:
            if period.since and period.until and period.since > period.until:
                yield f"{outlet.id}: a period of control ends before it begins"
            if last is not None and period.since is not None and period.since <= last:
                yield f"{outlet.id}: periods of control overlap"
            last = period.until or last


def broken_links(registry: Registry) -> Iterator[str]:
    """A parent or successor that is not in the registry, or the outlet itself."""
    for outlet in registry:
        for what, other in (("parent", outlet.parent), ("successor", outlet.successor)):
            if other is not None and (other == outlet.id or other not in registry):
                yield f"{outlet.id}: its {what} {other} is not another outlet of the registry"


def odd_countries(registry: Registry) -> Iterator[str]:
    """A country that is no two-letter code."""
    for outlet in registry:
        if not (len(outlet.country) == 2 and outlet.country.isalpha() and outlet.country.isupper()):
            yield f"{outlet.id}: {outlet.country!r} is no country code"


CHECKS: tuple[Callable[[Registry], Iterator[str]], ...] = (
    shared_names,
    loose_abbreviations,
    unknown_rules,
    nameless_outlets,
    claims_without_source,
    dates_in_disorder,
    broken_links,
    odd_countries,
)
