"""What a verb answered, kept over the run that follows and shown once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from media.errors import PhotodeskError
from photodesk.dashboard.parts.panel import notice, show

__all__ = ["attempt", "show_messages"]

_KEY = "_messages"


def attempt(verb: Callable[[], object], done: str) -> None:
    """Run a verb; remember ``done``, or in its own words why it was refused."""
    kept = st.session_state.setdefault(_KEY, [])
    try:
        verb()
    except PhotodeskError as error:
        kept.append(("red", "error", str(error)))
    else:
        kept.append(("green", "task_alt", done))


def show_messages() -> None:
    """Show what was remembered."""
    kept = st.session_state.pop(_KEY, [])
    if kept:
        show(*(notice(tone, icon, says) for tone, icon, says in kept), key="messages")
