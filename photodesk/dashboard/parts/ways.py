"""The ways between pages: addresses that a link shows, followed without loading the page anew."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

__all__ = ["FILES", "FILTERS", "address", "ask_for", "asked", "filter_parameters", "way_of"]

FILES = {
    "review": "review.py",
    "photo": "photo.py",
    "article": "article.py",
    "publish": "publish.py",
}
"""The pages that a link may lead to, by the path in their address."""

FILTERS = ("state", "kind", "verdict", "country", "outlet", "words")
_GO = "_way"


def address(page: str, **parameters: str | None) -> str:
    """The address of a page, relative to the dashboard: ``photo?photo=…``."""
    given = {name: value for name, value in parameters.items() if value}
    return f"{page}?{urlencode(given)}" if given else page


def filter_parameters() -> dict[str, str]:
    """The queue's filter as it stands in the address."""
    found = {name: str(st.query_params.get(name, "")) for name in FILTERS}
    return {name: value for name, value in found.items() if value}


def ask_for(way: object) -> None:
    """Remember in a callback where a person wants to go."""
    if isinstance(way, str):
        st.session_state[_GO] = way


def asked() -> tuple[str, dict[str, str]] | None:
    """The page's file and its parameters that somebody just asked for; once."""
    return way_of(st.session_state.pop(_GO, None))


def way_of(way: object) -> tuple[str, dict[str, str]] | None:
    """The page's file and its parameters behind an address; None where it leads nowhere of ours."""
    if not isinstance(way, str):
        return None
    parts = urlsplit(way)
    file = FILES.get(parts.path.strip("/")) if not parts.netloc else None
    return (file, dict(parse_qsl(parts.query))) if file is not None else None
