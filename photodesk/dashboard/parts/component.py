"""Registering the components: an HTML skeleton, a style sheet and a script beside this file.

Data reaches the page only as ``data`` and is set with ``textContent``; nothing is ever built into
the HTML, the style or the script.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import streamlit as st

__all__ = ["component"]


def component(name: str, html: str, *scripts: str) -> Any:
    """The mount command of ``NAME.js`` and ``NAME.css``.

    What every component shares stands before them, then the further ``scripts`` it is made of.
    """
    folder = resources.files(__package__)

    def text(*files: str) -> str:
        return "\n".join(folder.joinpath(file).read_text("utf-8") for file in files)

    return st.components.v2.component(
        f"photodesk_{name}",
        html=f"{html}\n<!-- -->",  # a line break marks it as HTML and not as the name of a file
        css=text("base.css", f"{name}.css"),
        js=text("base.js", *scripts, f"{name}.js"),
    )
