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
    """The settings of the environment with what the command line says."""
    given: dict[str, Any] = {"home": home, "user": user}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def desk_of(home: Path | None, user: str | None = None) -> Desk:
    """The opened newsroom."""
    return open_desk(settings_of(home, user))
