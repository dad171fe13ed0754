"""What a party is, as far as its name tells: person, authority, agency, platform …"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from media.credit.lexicon import Word
from media.credit.vocabulary import ORGANISED, SURNAMES_TOO, Kind
from media.outlets.registry import Outlet

__all__ = ["Named", "Sort", "could_be_surname", "names_a_kind", "sort_by_words", "sort_of_outlet"]


class Sort(Enum):
    """What a party is, as far as its name tells."""

    PERSON = "person"
    STATE = "public authority"
    PUBLIC = "public institution"
    PRIVATE = "company, club or charity"
    MEDIUM = "newspaper, broadcaster or site"
    AGENCY = "news, photo or stock agency"
    PLATFORM = "platform"
    POOL = "pool"
    HANDOUT = "handout"
    LICENCE = "licence"
    UNKNOWN = "unknown"

    @property
    def is_outlet_like(self) -> bool:
        return self in (Sort.AGENCY, Sort.MEDIUM, Sort.UNKNOWN)

    @property
    def gives_out(self) -> bool:
        return self in (Sort.STATE, Sort.PUBLIC, Sort.PRIVATE)


@dataclass(slots=True)
class Named:
    """A party without its role: its range in the folded text, its sort, its outlet if known.

    ``position`` is where its picture stands among several (left, right), ``opens`` whether the
    chain of another picture begins with it.
    """

    start: int
    end: int
    sort: Sort
    before: str
    said: frozenset[Kind]
    outlet: Outlet | None = None
    is_address: bool = False
    position: str = ""
    opens: bool = False


_SORT_OF_KIND = {
    "news_agency": Sort.AGENCY,
    "photo_agency": Sort.AGENCY,
    "video_agency": Sort.AGENCY,
    "stock": Sort.AGENCY,
    "distributor": Sort.AGENCY,
    "platform": Sort.PLATFORM,
    "pool": Sort.POOL,
    "government_press_service": Sort.STATE,
    "military_press_service": Sort.STATE,
    "institution": Sort.PUBLIC,
}
# In this order a word decides what an organisation is: a police academy is an authority.
_SORTS = (
    (Kind.STATE, Sort.STATE),
    (Kind.PUBLIC, Sort.PUBLIC),
    (Kind.PRIVATE, Sort.PRIVATE),
    (Kind.AGENCY, Sort.AGENCY),
    (Kind.MEDIUM, Sort.MEDIUM),
)


def sort_of_outlet(outlet: Outlet) -> Sort:
    """What an outlet of the registry is for a credit line."""
    return _SORT_OF_KIND.get(outlet.kind, Sort.MEDIUM)


def sort_by_words(words: Iterable[Word]) -> Sort | None:
    """What the words of a name make of it, None where they tell nothing."""
    kinds: set[Kind] = set()
    for word in words:
        kinds |= word.kinds
    if kinds.isdisjoint(ORGANISED):
        return None
    return next(sort for kind, sort in _SORTS if kind in kinds)


def names_a_kind(word: Word) -> bool:
    """Whether a word says what an outlet is, such as news agency or newspaper."""
    return bool(word.kinds & {Kind.AGENCY, Kind.MEDIUM}) and Kind.NOISE not in word.kinds


def could_be_surname(words: list[Word], name: str) -> bool:
    """Whether the only sign of an organisation is a word that people bear as a name."""
    return len(words) == 1 and name.split()[-1].lower() in SURNAMES_TOO
