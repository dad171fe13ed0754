"""The words of credit lines in many languages: what each kind does; the words are in ``data/``.

In ``data/words.json`` a word stands for itself between word boundaries; ``word*`` also with any
ending (for languages that decline), ``*word`` also as the end of a compound. Case, width and
diacritics make no difference. A word may stand in several lists.
"""

from __future__ import annotations

import json
from enum import Enum
from importlib import resources

__all__ = [
    "NAME_PARTICLES",
    "ORGANISED",
    "POSITIONS",
    "RESELLERS",
    "SURNAMES_HAN",
    "SURNAMES_HANGUL",
    "SURNAMES_TOO",
    "WORDS",
    "Kind",
]


class Kind(Enum):
    """What a word does in a credit line."""

    VIA = "what follows only passes the picture on"
    VIA_AFTER = "what stands before only passes the picture on"
    FOR = "what follows ordered the picture"
    BY = "what follows took the picture"
    TOOK = "what stands before took the picture"
    GIVEN = "what follows gave the picture out"
    GIVES = "what stands before gave the picture out"
    FROM = "what follows is where the picture comes from"
    HANDOUT = "a party of its own: somebody supplied the picture"
    POOL = "shared coverage"
    LICENCE = "status, rights note, placeholder"
    NOTE = "begins a note of the agency to editors"
    PLATFORM = "a place where pictures are posted"
    AND = "joins two parties"
    TITLE = "rank or profession, no part of a name"
    NOISE = "says nothing"
    STATE = "part of the name of a public authority"
    PUBLIC = "part of the name of a public or intergovernmental institution"
    PRIVATE = "part of the name of a company, club or charity"
    MEDIUM = "part of the name of a newspaper, broadcaster or site"
    AGENCY = "part of the name of a news, photo or stock agency"

    # Sets of kinds are asked for every word; the hash of the name that Enum takes is slow.
    __hash__ = object.__hash__


_TABLE = json.loads((resources.files("media.credit") / "data" / "words.json").read_text("utf-8"))

WORDS: dict[Kind, tuple[str, ...]] = {kind: tuple(_TABLE[kind.name.lower()]) for kind in Kind}
"""The words of each kind."""

ORGANISED = frozenset((Kind.STATE, Kind.PUBLIC, Kind.PRIVATE, Kind.MEDIUM, Kind.AGENCY))
"""The kinds that make a name that of an organisation."""

RESELLERS = frozenset(_TABLE["resellers"])
"""Outlets that in a chain stand before the agency whose picture they sell (``IMAGO / X``)."""

POSITIONS = frozenset(_TABLE["positions"])
"""Where a picture stands among several that share a line."""

NAME_PARTICLES = frozenset(_TABLE["name_particles"])
"""Small words inside personal names."""

SURNAMES_TOO = frozenset(_TABLE["surnames_too"])
"""Words of organisations that people bear as a surname."""

SURNAMES_HANGUL = frozenset(_TABLE["surnames_hangul"])
SURNAMES_HAN = frozenset(_TABLE["surnames_han"])
"""First characters of most Korean and Chinese full names."""
