"""Who did what: the roles of a line's parties, from what the line says and how it is built.

A slash proves little and a comma less: reporters stand before their agency in London and behind it
in Madrid, and resellers stand in front of both. So what is known about an outlet goes before its
place, and what the line says goes before everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from media.credit.sorts import Named, Sort
from media.credit.vocabulary import RESELLERS, Kind
from media.types import Role

__all__ = ["Cast", "cast"]

_SAID, _KNOWN, _CHAIN, _LIKELY, _GUESS = 0.99, 0.99, 0.85, 0.6, 0.5


@dataclass(slots=True)
class Cast:
    """A party in its role; ``stated`` where the line says so itself."""

    named: Named
    role: Role
    certainty: float
    stated: bool


def cast(parties: list[Named]) -> list[Cast]:
    """Give every party of a line its role."""
    _second_thoughts(parties)
    maker = _maker(parties)
    out: list[Cast] = []
    passed_on = False
    for index, named in enumerate(parties):
        passed_on = passed_on or Kind.VIA in named.said
        if index and ")" in named.before and "(" in named.before:
            passed_on = Kind.VIA in named.said
        out.append(_role(parties, index, maker, passed_on))
    return out


def _second_thoughts(parties: list[Named]) -> None:
    """A second personal name behind a slash is more likely a small agency."""
    seen = False
    for index, named in enumerate(parties):
        if named.sort is not Sort.PERSON:
            continue
        alone = Kind.BY in named.said or Kind.TOOK in named.said or Kind.GIVEN in named.said
        if (
            seen
            and not alone
            and named.before.startswith("/")
            and parties[index - 1].sort is Sort.PERSON
        ):
            named.sort = Sort.UNKNOWN
        seen = True


def _is_media(named: Named) -> bool:
    return named.sort.is_outlet_like and not named.said & {Kind.VIA, Kind.VIA_AFTER, Kind.FOR}


def _maker(parties: list[Named]) -> int | None:
    """The index of the outlet whose picture it is, None where a handout or a pool leaves none."""
    media: list[int] = []
    for index, named in enumerate(parties):
        if Kind.VIA in named.said:
            break
        if _is_media(named) and not named.said & {Kind.GIVEN, Kind.GIVES}:
            media.append(index)
    if not media:
        return None
    people = [i for i, named in enumerate(parties) if named.sort is Sort.PERSON]
    bodies = [
        i for i, n in enumerate(parties) if (n.sort.gives_out or n.said & {Kind.GIVEN, Kind.GIVES})
    ]
    first = media[0]
    if first and parties[first - 1].sort is Sort.HANDOUT and not people and not bodies:
        return None  # "Handout / AFP": nobody is named who made it
    if _is_embedded(parties, first, bodies):
        return first
    if bodies and not (people and people[0] < first < bodies[0]) and not _quoted(parties, bodies):
        return None
    pools = [i for i, named in enumerate(parties) if named.sort is Sort.POOL]
    if pools:
        media = [i for i in media if i < pools[0]]
        if not media:
            return None
    if people and people[0] < media[0]:
        listed = parties[media[0]].before.startswith(",")
        return _behind_resellers(parties, media) if listed else media[0]
    ahead = [i for i in media if not people or i < people[0]]
    if people and len(ahead) > 1 and parties[ahead[-1]].before.startswith("/"):
        return ahead[-1]
    return _behind_resellers(parties, ahead)


def _is_embedded(parties: list[Named], first: int, bodies: list[int]) -> bool:
    """Whether a state agency stands before the authority that it follows: Sputnik/Kremlin."""
    outlet = parties[first].outlet
    return (
        outlet is not None
        and outlet.control.is_state_media
        and bodies == [first + 1]
        and parties[first + 1].sort is Sort.STATE
        and parties[first + 1].before == "/"
    )


def _quoted(parties: list[Named], bodies: list[int]) -> bool:
    """Whether every giver is a private person beside an outlet's own picture."""
    return all(parties[i].sort is Sort.PERSON for i in bodies)


def _behind_resellers(parties: list[Named], media: list[int]) -> int:
    for index in media[:-1]:
        outlet = parties[index].outlet
        following = parties[index + 1]
        if following.before.startswith(","):
            return index
        # "AFP PHOTO / X" is the agency's frame around whatever it passes on.
        framed = Kind.NOISE in parties[index].said and following.outlet is not None
        if framed or (outlet is not None and outlet.id in RESELLERS):
            continue
        return index
    return media[-1]


def _role(parties: list[Named], index: int, maker: int | None, passed_on: bool) -> Cast:
    named = parties[index]
    said, sort = named.said, named.sort
    if sort is Sort.LICENCE:
        return Cast(named, Role.LICENCE, _SAID, True)
    if sort is Sort.POOL:
        return Cast(named, Role.POOL, _SAID, True)
    if sort is Sort.HANDOUT:
        return Cast(named, Role.HANDOUT, _SAID, True)
    if Kind.FOR in said and sort is not Sort.PERSON:
        return Cast(named, Role.SOURCE, _SAID, True)
    if sort is Sort.PERSON:
        if said & {Kind.GIVEN, Kind.GIVES}:
            return Cast(named, Role.HANDOUT, _SAID, True)
        told = bool(said & {Kind.BY, Kind.TOOK})
        return Cast(named, Role.CREATOR, _SAID if told else 0.9, told)
    if passed_on or said & {Kind.VIA, Kind.VIA_AFTER}:
        if said & {Kind.VIA, Kind.VIA_AFTER} or sort.is_outlet_like or sort is Sort.PLATFORM:
            return Cast(named, Role.DISTRIBUTOR, _SAID, True)
        return Cast(named, Role.HANDOUT, _CHAIN, False)
    if sort is Sort.PLATFORM:
        return Cast(named, Role.DISTRIBUTOR, _CHAIN, False)
    if sort.gives_out:
        return Cast(named, Role.HANDOUT, 0.95, bool(said & {Kind.GIVEN, Kind.GIVES}))
    if said & {Kind.GIVEN, Kind.GIVES} and sort is not Sort.AGENCY:
        return Cast(named, Role.HANDOUT, _SAID, True)
    if sort is Sort.UNKNOWN and named.outlet is None and _supplied(parties, index, maker):
        return Cast(named, Role.HANDOUT, _LIKELY, False)
    if maker is None:
        others = any(n is not named and n.sort is not Sort.LICENCE for n in parties)
        if others:
            return Cast(named, Role.DISTRIBUTOR, _CHAIN, False)
    if index == maker or maker is None or _again(parties, index, maker):
        return _made(named, alone=len(parties) == 1 and not named.is_address)
    if named.before in ("&", "+", "and") and named.outlet is not None:
        return _made(named)
    return Cast(named, Role.DISTRIBUTOR, _LIKELY if "," in named.before else _CHAIN, False)


def _supplied(parties: list[Named], index: int, maker: int | None) -> bool:
    """Whether an unknown name supplied the picture: alone before "via", or among authorities."""
    if maker is None:
        outlets = [n for n in parties if n.outlet is not None and n.sort.is_outlet_like]
        return not outlets and any(n.sort.gives_out for n in parties)
    following = parties[index + 1] if index + 1 < len(parties) else None
    return not index and following is not None and Kind.VIA in following.said


def _again(parties: list[Named], index: int, maker: int) -> bool:
    """Whether the outlet is the maker once more, the credit being printed twice."""
    outlet = parties[index].outlet
    return outlet is not None and parties[maker].outlet is outlet


def _made(named: Named, alone: bool = False) -> Cast:
    role = Role.AGENCY if named.sort is Sort.AGENCY else Role.SOURCE
    if named.outlet is not None:
        return Cast(named, role, _KNOWN, Kind.NOISE in named.said)  # "AP Photo" says it
    if alone and named.sort is Sort.UNKNOWN and Kind.FROM not in named.said:
        return Cast(named, Role.HANDOUT, _GUESS, False)  # most often a company or a club
    if named.sort is Sort.UNKNOWN:
        role = Role.AGENCY if named.before[:1] in ("/", ",") else Role.SOURCE
        return Cast(named, role, _GUESS, False)
    return Cast(named, role, _LIKELY + 0.1, False)
