"""``photodesk dashboard`` and ``photodesk demo``: the newsroom in a browser."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

from media.errors import PhotodeskError
from photodesk.commands.importing import import_with_progress, summarise
from photodesk.commands.options import As, Home, settings_of
from photodesk.commands.printing import complain, say
from photodesk.desk import open_desk
from photodesk.samples import write_newsroom
from photodesk.settings import Settings

__all__ = ["dashboard", "demo"]

Port = Annotated[
    int | None, typer.Option(min=1, max=65535, help="Default: 8501, or the next that is free.")
]
_FIRST_PORT, _PORTS_TRIED = 8501, 50


def dashboard(port: Port = None, home: Home = None, user: As = None) -> None:
    """Open the dashboard, for this machine only."""
    settings = settings_of(home, user)
    open_desk(settings).catalogue.close()
    _serve(settings, port)


def demo(
    port: Port = None,
    load_only: Annotated[
        bool, typer.Option("--load-only", help="Load the sample newsroom, open nothing.")
    ] = False,
    home: Home = None,
    user: As = None,
) -> None:
    """A small sample newsroom in a home of its own, then the dashboard."""
    settings = settings_of(home, user)
    settings = Settings(home=settings.home / "demo", user=settings.user)
    settings.database_url = settings.originals = ""  # never touch the newsroom's own
    desk = open_desk(settings)
    folder = settings.home / "newsroom"
    try:
        write_newsroom(folder)
    except OSError as error:
        raise PhotodeskError(
            f"The sample cannot be written to {folder}: {error.strerror}"
        ) from None
    report = import_with_progress(desk, [folder], None)
    for refused in report.rejected:
        complain(f"{refused.path}: {refused.reason}")
    say(summarise(report))
    say(f"The sample newsroom is in {settings.home}")
    say(f"On the command line: photodesk flags --home {settings.home}")
    desk.catalogue.close()
    if not load_only:
        _serve(settings, port)


def _serve(settings: Settings, port: int | None) -> None:
    os.environ["PHOTODESK_HOME"] = str(settings.home)
    os.environ["PHOTODESK_USER"] = settings.user
    os.environ["PHOTODESK_DATABASE_URL"] = settings.database_url
    os.environ["PHOTODESK_ORIGINALS"] = settings.originals
    from photodesk.server import serve  # Streamlit takes a second to import

    serve(port or _free_port())


def _free_port() -> int:
    for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS_TRIED):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    last = _FIRST_PORT + _PORTS_TRIED - 1
    raise PhotodeskError(f"No port from {_FIRST_PORT} to {last} is free; name one with --port.")
