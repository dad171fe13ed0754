"""What a credit line means, in sentences for a photo editor and as the public object."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from babel import Locale

from media.types import Control, CreditLine, Origin, Party, Role

__all__ = ["about", "credit_json", "reasons_for"]

_WORDS = {
    Control.STATE_CONTROLLED: "state-controlled",
    Control.CAPTURED_PUBLIC: "public in name, captured by the state",
    Control.CAPTURED_PRIVATE: "private, captured by the state",
    Control.INDEPENDENT_STATE_FUNDED_MANAGED: "funded and managed by the state, independent",
    Control.INDEPENDENT_STATE_FUNDED: "funded by the state, independent",
    Control.INDEPENDENT_STATE_MANAGED: "managed by the state, independent",
    Control.INDEPENDENT_PUBLIC: "public, independent",
    Control.INDEPENDENT: "independent",
    Control.GOVERNMENT: "a public authority",
    Control.UNKNOWN: "under unknown control",
}
_COMMON_NOUNS = ("agency", "service", "ministry", "office", "corporation", "government", "company")


def reasons_for(parties: Sequence[Party], origin: Origin) -> tuple[str, ...]:
    """Why a line is classed as it is, one sentence a reason."""
    reasons: list[str] = []
    for party in parties:
        if party.is_state_media:
            reasons.append(about(party))
            if party.role in (Role.DISTRIBUTOR, Role.POOL) and origin is not Origin.STATE_MEDIA:
                reasons.append(f"{party.name} only passed the picture on")
        elif party.role in (Role.HANDOUT, Role.POOL) and party.control is Control.GOVERNMENT:
            reasons.append(about(party))
    if origin is Origin.UNKNOWN and parties:
        reasons.append("The line does not say who made or first released the picture")
    return tuple(dict.fromkeys(reasons))


def about(party: Party) -> str:
    """One sentence on who a party is: its full name, who controls it, and its country."""
    what = [_WORDS[party.control]]
    if country := _country(party.country):
        what.append(country)
    canonical = party.canonical
    if canonical and canonical.casefold() != party.name.casefold():
        article = "the " if canonical.casefold().endswith(_COMMON_NOUNS) else ""
        what.insert(0, article + canonical)
    return f"{party.name} is {', '.join(what)}"


@cache
def _country(code: str | None) -> str | None:
    if code in (None, "XX"):
        return None
    return str(Locale("en").territories.get(code, code))


def credit_json(line: CreditLine) -> dict[str, Any]:
    """The public object of a line, keys in their documented order, spans as ``[start, end]``."""
    return {
        "line": line.raw,
        "parties": [
            {
                "name": party.name,
                "role": party.role.value,
                "outlet": party.outlet,
                "canonical": party.canonical,
                "control": party.control.value,
                "country": party.country,
                "span": [party.span.start, party.span.end],
                "certainty": party.certainty,
            }
            for party in line.parties
        ],
        "origin": line.origin.value,
        "state_media": line.state_media,
        "licence": line.licence,
        "reasons": list(line.reasons),
    }
