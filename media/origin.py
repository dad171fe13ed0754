"""The class of who made or first released a picture, from the parties of its credit line."""

from __future__ import annotations

from collections.abc import Sequence

from media.types import Control, Origin, Party, Role

__all__ = ["origin_of", "origin_under"]

_CLASSES = {
    Control.STATE_CONTROLLED: Origin.STATE_MEDIA,
    Control.CAPTURED_PUBLIC: Origin.STATE_MEDIA,
    Control.CAPTURED_PRIVATE: Origin.INDEPENDENT,
    Control.INDEPENDENT: Origin.INDEPENDENT,
    Control.UNKNOWN: Origin.INDEPENDENT,
    Control.GOVERNMENT: Origin.GOVERNMENT,
}


def origin_under(control: Control) -> Origin:
    """The class of a picture that an outlet under this control made itself."""
    return _CLASSES.get(control, Origin.PUBLIC)


def _class_of(party: Party) -> Origin:
    """The class of a picture that a party made itself, under the policy it was read with."""
    if party.is_state_media:
        return Origin.STATE_MEDIA
    if party.control.is_state_media:  # the house does not count this class
        return Origin.PUBLIC if party.control is Control.CAPTURED_PUBLIC else Origin.INDEPENDENT
    return origin_under(party.control)


def origin_of(parties: Sequence[Party], *, bare: frozenset[int] = frozenset()) -> Origin:
    """Who made or first released the picture; those who passed it on do not count.

    ``bare`` holds the places of parties that are a mere word (Handout, Supplied) and name nobody.
    State media among the makers outweighs the rest: a distributor does not clean a state origin.
    """
    named = [p for i, p in enumerate(parties) if i not in bare]
    makers = [_class_of(p) for p in named if p.role in (Role.AGENCY, Role.SOURCE)]
    if Origin.STATE_MEDIA in makers:
        return Origin.STATE_MEDIA
    givers = [_class_of(p) for p in named if p.role is Role.HANDOUT]
    pools = [
        _class_of(p) for p in named if p.role is Role.POOL and p.control is not Control.UNKNOWN
    ]
    if makers:
        return makers[0]
    for wanted in (Origin.STATE_MEDIA, Origin.GOVERNMENT):
        if wanted in givers or wanted in pools:
            return wanted
    if givers:
        return givers[0]
    if any(party.role is Role.CREATOR for party in named):
        return Origin.INDEPENDENT
    return Origin.UNKNOWN
