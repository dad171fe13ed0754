"""Where a picture came from, drawn: the chain of a printed line, the flags with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.search import FlagView, OutletView, UsageView
from media.types import Evidence, FlagKind, Party, Role
from photodesk.dashboard.parts.moments import moment_words
from photodesk.dashboard.parts.panel import (
    Node,
    badge,
    heading,
    icon,
    link,
    muted,
    node,
    row,
    stack,
    words,
)
from photodesk.dashboard.parts.ways import address
from photodesk.dashboard.parts.words import (
    CONTROL,
    FLAG_STATES,
    FLAGS,
    ORIGINS,
    ROLES,
    in_country,
    place_words,
)

__all__ = ["chain_nodes", "flag_nodes", "inferred_distributors"]


def chain_nodes(usage: UsageView, outlets: Mapping[str, OutletView]) -> tuple[Node, ...]:
    """One printed line as a row of links, the line itself above it."""
    where = link(usage.headline or usage.slug, address("article", article=usage.address))
    top = row(
        words(f"“{usage.credit_line}”" if usage.credit_line else "No credit is printed", "strong"),
        muted("in"),
        where,
        muted(usage.published or ""),
    )
    credit = usage.credit
    if credit is None or not credit.parties:
        return (top,)
    links = (
        node("li", "", _link(_Shown(party, usage.chain_confirmed, outlets.get(party.outlet or ""))))
        for party in credit.parties
    )
    said = [muted(f"{ORIGINS[credit.origin]}.")]
    if names := inferred_distributors(usage):
        who = ", ".join(names)
        said.append(muted(f"That {who} passed it on follows only from the order of the names."))
    said += [muted(f"The line notes: “{note}”") for note in credit.notes]
    return (top, node("ol", "chain", *links), *said)


def inferred_distributors(usage: UsageView) -> tuple[str, ...]:
    """Who only probably passed the picture on, until a person confirms it."""
    if usage.chain_confirmed or usage.credit is None:
        return ()
    parties = usage.credit.of_role(Role.DISTRIBUTOR)
    return tuple(dict.fromkeys(party.name for party in parties if not party.stated))


@dataclass(frozen=True, slots=True)
class _Shown:
    party: Party
    confirmed: bool
    outlet: OutletView | None


def _link(shown: _Shown) -> Node:
    party, role = shown.party, ROLES[shown.party.role]
    sure = party.stated or shown.confirmed or party.role is not Role.DISTRIBUTOR
    full = shown.outlet.name if shown.outlet is not None else party.canonical
    control = CONTROL[party.control]
    known = party.outlet is not None
    look = "link state" if party.is_state_media else "link"
    return stack(
        words(role if sure else f"probably {role}", "role"),
        words(party.name, "who"),
        words(full, "small") if full and full.casefold() != party.name.casefold() else None,
        words(in_country(party.country), "small") if party.country else None,
        row(badge(control)) if known or party.role in _ASKS_FOR_CONTROL else None,
        look=f"{look}{'' if sure else ' unsure'}",
    )


_ASKS_FOR_CONTROL = (Role.AGENCY, Role.SOURCE, Role.HANDOUT, Role.DISTRIBUTOR)


def flag_nodes(flag: FlagView) -> tuple[Node | None, ...]:
    """A flag: what it says, in which state it is, and every piece of evidence."""
    look, state = FLAGS[FlagKind(flag.kind)], FLAG_STATES[flag.status]
    settled = None
    if flag.decided_by is not None:
        settled = row(
            icon(state.icon),
            muted(f"{state.words} by {flag.decided_by}, {moment_words(flag.decided_at)}:"),
            words(f"“{flag.note}”"),
        )
    where = f"{flag.headline or flag.address}, picture {flag.position}" if flag.address else None
    return (
        row(badge(look), badge(state) if settled is None else None, look="apart"),
        heading(flag.summary),
        muted(where) if where else None,
        node("ul", "stack", *_evidence(flag.evidence)),
        settled,
    )


def _evidence(evidence: Iterable[Evidence]) -> Iterable[Node]:
    for one in evidence:
        quote = row(words(f"“{one.quote}”", "quote")) if one.quote else None
        yield node(
            "li", "stack", words(place_words(one.where), "muted small"), quote, words(one.says)
        )
