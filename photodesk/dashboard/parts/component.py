"""Registering the components: each is an HTML skeleton, a style sheet and a script beside this file.

Data reaches the page only as ``data`` and is set with ``textContent``; nothing is ever built into
the HTML, the style or the script.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import streamlit as st

__all__ = ["component"]


def component(name: str, html: str) -> Any:
    """The mount command of ``NAME.js`` and ``NAME.css``, with the shared ``base.css`` before it."""
    folder = resources.files(__package__)

    def text(file: str) -> str:
        return folder.joinpath(file).read_text("utf-8")

    css = text("base.css") + "\n" + text(f"{name}.css")
    return st.components.v2.component(
        f"photodesk_{name}", html=f"{html}\n<!-- -->", css=css, js=text(f"{name}.js")
    )
