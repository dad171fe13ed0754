"""The dashboard and the newsroom's routes as one ASGI application."""

from __future__ import annotations

import gc
import os
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from photodesk import dashboard
from photodesk.desk import open_desk
from photodesk.routes import Addresses, picture_routes
from photodesk.settings import Settings

__all__ = ["build_app", "serve"]

_HOME_PAGE = Path(dashboard.__file__).with_name("home.py")
_ADDRESS = "PHOTODESK_ADDRESS"
"""Set by ``serve``, so that the address is printed once the port is bound."""


def build_app() -> st.App:
    """The application on the newsroom that the environment names."""
    settings = Settings()
    desk = open_desk(settings)
    routes = picture_routes(desk.store, Addresses.of_home(settings.home))
    return st.App(_HOME_PAGE, routes=routes, lifespan=_lifespan)


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[None]:
    # Streamlit collects garbage after every run; what lives for good need not be looked at again.
    gc.collect()
    gc.freeze()
    if address := os.environ.get(_ADDRESS):
        sys.stdout.write(f"photodesk is open at {address}  (Ctrl-C ends it)\n")
        sys.stdout.flush()
        if sys.stdout.isatty() and _has_screen():
            threading.Timer(0.5, webbrowser.open, [address]).start()
    yield


def _has_screen() -> bool:
    on_a_desktop = sys.platform in ("darwin", "win32")
    return on_a_desktop or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def serve(port: int) -> None:
    """Serve the dashboard on this machine until interrupted."""
    os.environ[_ADDRESS] = f"http://localhost:{port}"
    build_app().run(
        config={
            "server.port": port,
            "server.address": "localhost",
            "server.headless": True,
            "theme.base": str(_HOME_PAGE.parent / "parts" / "theme.toml"),
            "logger.hideWelcomeMessage": True,
            "server.fileWatcherType": "none",
            "runner.postScriptGC": False,
            "browser.gatherUsageStats": False,
            "server.maxUploadSize": 50,
            "client.showErrorDetails": "none",
            "client.toolbarMode": "minimal",
        }
    )
