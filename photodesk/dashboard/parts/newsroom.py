"""The open newsroom behind the pages: one desk for every session of the server."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from photodesk.desk import Desk, open_desk
from photodesk.routes import Addresses
from photodesk.settings import Settings

__all__ = ["addresses", "the_desk"]


def the_desk() -> Desk:
    """The desk on the newsroom that the environment names."""
    return _opened(Settings().model_dump_json(), datetime.now(UTC).date())


def addresses() -> Addresses:
    """The signed addresses of this newsroom's pictures."""
    return _addresses(the_desk().settings.model_dump_json())


# A new day opens the desk anew, which judges what time has changed.
@st.cache_resource(show_spinner=False, max_entries=4)
def _opened(settings: str, day: date) -> Desk:
    del day  # only tells one entry of the cache from the next
    return open_desk(Settings.model_validate_json(settings))


@st.cache_resource(show_spinner=False, max_entries=4)
def _addresses(settings: str) -> Addresses:
    return Addresses.of_home(Settings.model_validate_json(settings).home)
