"""Registering the components: an HTML skeleton, a style sheet and a script beside this file.

Data reaches the page only as ``data`` and is set with ``textContent``; nothing is ever built into
the HTML, the style or the script.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import streamlit as st

__all__ = ["component"]


def component(name: str, html: str) -> Any:
    """The mount command of ``NAME.js`` and ``NAME.css``, with what they share before it."""
    folder = resources.files(__package__)

    def text(file: str) -> str:
        return folder.joinpath(file).read_text("utf-8")

    def whole(kind: str) -> str:
        return text(f"base.{kind}") + "\n" + text(f"{name}.{kind}")

    return st.components.v2.component(
        f"photodesk_{name}", html=f"{html}\n<!-- -->", css=whole("css"), js=whole("js")
    )
