"""The page of the queue that a reviewer has before her, held still while she decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.search import (
    Cursor,
    Facets,
    QueueFilter,
    QueuePage,
    facets,
    find_reviews,
    outlets,
    queue,
)
from photodesk.desk import Desk

__all__ = ["Shown", "cursor_from", "cursor_words", "shown_again", "shown_now"]

ON_A_PAGE = 60
"""How many pictures a contact sheet holds."""

_LONGEST_CURSOR = 30
"""A longer one was not made here, and its numbers might not fit the database."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked, the page that answered, the counts beside the filters, outlets' names.

    ``upto`` is how many of the session's own decisions it shows already.
    """

    asked: tuple[QueueFilter, Cursor | None]
    page: QueuePage
    counts: Facets
    names: Mapping[str, str]
    upto: int


def shown_now(desk: Desk, wanted: QueueFilter, after: Cursor | None, upto: int) -> Shown:
    """A page of the queue as it is now."""
    with desk.catalogue.reading() as session:
        counts = facets(session, wanted)
        page = queue(session, wanted, after, ON_A_PAGE)
        names = {outlet.id: outlet.name for outlet in outlets(session, tuple(counts.outlets))}
    return Shown((wanted, after), page, counts, names, upto)


def shown_again(desk: Desk, shown: Shown, changes: Sequence[str]) -> Shown:
    """The same pictures in the same order, those decided on since then read anew."""
    upto = len(changes)
    changed = changes[shown.upto : upto]
    if not changed:
        return shown
    fresh = {}
    with desk.catalogue.reading() as session:
        for key in set(changed) & {item.key for item in shown.page.items}:
            found = find_reviews(session, key)
            if len(found) == 1:
                fresh[key] = found[0]
    items = tuple(fresh.get(item.key, item) for item in shown.page.items)
    return replace(shown, page=replace(shown.page, items=items), upto=upto)


def cursor_words(cursor: Cursor) -> str:
    """A cursor as it stands in the address: ``30.2025-11-21.7``."""
    return f"{cursor[0]}.{cursor[1]}.{cursor[2]}"


def cursor_from(said: str | None) -> Cursor | None:
    """The cursor that an address names; None where it names none."""
    if said is None or len(said) > _LONGEST_CURSOR:
        return None
    urgency, _, rest = said.partition(".")
    newest, _, row = rest.rpartition(".")
    try:
        if newest:
            date.fromisoformat(newest)
        return int(urgency), newest, int(row)
    except ValueError:
        return None
