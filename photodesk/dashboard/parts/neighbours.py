"""The pictures before and after one in the queue that its reviewer came from."""

from __future__ import annotations

import streamlit as st

from db.search import queue
from photodesk.dashboard.parts.filters import chosen_filter
from photodesk.dashboard.parts.shown import Shown
from photodesk.desk import Desk

__all__ = ["neighbours"]

_LOOKED_THROUGH = 200


def neighbours(desk: Desk, key: str) -> tuple[str | None, str, str | None]:
    """The key before, the place in words, the key after, in the queue of the address' filter.

    The page that the reviewer has seen counts, as it was: a decided picture keeps its place there.
    """
    shown: Shown | None = st.session_state.get("shown")
    wanted = chosen_filter()
    if shown is not None and shown.asked[0] == wanted:
        keys, total = [item.key for item in shown.page.items], shown.page.total
    else:
        with desk.catalogue.reading() as session:
            page = queue(session, wanted, limit=_LOOKED_THROUGH)
        keys, total = [item.key for item in page.items], page.total
    if key not in keys:
        return None, "Not in the queue with these filters", keys[0] if keys else None
    at = keys.index(key)
    before = keys[at - 1] if at else None
    after = keys[at + 1] if at + 1 < len(keys) else None
    return before, f"{at + 1} of {len(keys)} on this page, {total} in the queue", after
