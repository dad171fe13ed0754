"""The contact sheet, and the same decision bar alone for one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from hashlib import sha256

import streamlit as st

from media.rights import Action
from photodesk.dashboard.parts.component import component
from photodesk.dashboard.parts.decisions import DecisionLog
from photodesk.dashboard.parts.newsroom import the_desk
from photodesk.dashboard.parts.tiles import Tile
from photodesk.dashboard.parts.ways import ask_for

__all__ = ["REASONS", "contact_sheet", "decision_bar", "decision_log", "take_decisions"]

REASONS = {
    Action.CLEAR: (
        "Reviewed, label kept",
        "Licence checked",
        "Credit confirmed with the agency",
        "Own picture",
    ),
    Action.RESTRICT: ("Editorial use only", "Online only", "This article only", "Not for social"),
    Action.BLOCK: ("No licence", "Licence ended", "Propaganda without news value", "Not verified"),
}
"""The usual reasons, offered for each decision; any other can be typed."""

_SHEET = component(
    "sheet",
    '<div class="root">'
    '<div class="tiles" role="listbox" tabindex="0" aria-label="Pictures to review"></div>'
    '<div class="bar" role="group" aria-label="Decide"></div>'
    "</div>",
    "pending.js",
)
_LOG = "_decision_log"


def decision_log() -> DecisionLog:
    """The log of this session."""
    log: DecisionLog = st.session_state.setdefault(_LOG, DecisionLog())
    return log


def take_decisions(key: str) -> None:
    """Take what the component ``key`` sent; calling it twice decides once."""
    # Fetched first: once a decision is committed nothing may interrupt its acknowledgement.
    log, desk = decision_log(), the_desk()
    sent = (st.session_state.get(key) or {}).get("log")
    log.take(desk, sent)


def contact_sheet(tiles: Sequence[Tile], key: str) -> None:
    """Tiles that can be walked, opened and decided on by keyboard."""
    _mount(tiles, key, alone=False)


def decision_bar(tile: Tile, key: str) -> None:
    """Only the buttons, keys and reasons, for the one picture of a page."""
    _mount([tile], key, alone=True)


def _mount(tiles: Sequence[Tile], key: str, alone: bool) -> None:
    log = decision_log()
    keys = "\n".join(tile.key for tile in tiles)
    _SHEET(
        key=key,
        data={
            "signature": sha256(keys.encode()).hexdigest()[:16],
            "tiles": [asdict(tile) for tile in tiles],
            "acks": log.acks,
            "results": [asdict(answer) for answer in log.answers],
            "reasons": REASONS,
            "actor": the_desk().by().actor,
            "alone": alone,
        },
        on_log_change=partial(take_decisions, key),
        on_open_change=partial(_opened, key),
    )


def _opened(key: str) -> None:
    ask_for((st.session_state.get(key) or {}).get("open"))
