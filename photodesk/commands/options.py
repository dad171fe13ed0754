"""The options that many commands share, and the newsroom that they lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from photodesk.desk import Desk, open_desk
from photodesk.settings import Settings

__all__ = ["REJECTED", "As", "AsJson", "Home", "Note", "desk_of", "settings_of"]

REJECTED = 3
"""Exit code: done, but some input was rejected or withheld, each one named."""

Home = Annotated[
    Path | None, typer.Option("--home", help="Home folder (PHOTODESK_HOME).", show_default=False)
]
As = Annotated[
    str | None, typer.Option("--as", help="Acting person (PHOTODESK_USER).", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Note = Annotated[str, typer.Option("--note", help="Why; kept with the decision.")]


def settings_of(home: Path | None, user: str | None = None) -> Settings:
    """The settings with what the command line says, first before the command, then after it."""
    given: dict[str, Any] = {}
    context = typer.get_current_context() if hasattr(typer, "get_current_context") else None
    before = (context.find_root().obj if context is not None else None) or {}
    if (chosen := home or before.get("home")) is not None:
        given["home"] = chosen
    if (name := user or before.get("user")) is not None:
        given["user"] = name
    return Settings(**given)


def desk_of(home: Path | None, user: str | None = None) -> Desk:
    """The opened newsroom."""
    return open_desk(settings_of(home, user))
