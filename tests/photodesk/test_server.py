"""The dashboard's server: our own routes, and the address that is printed."""

from __future__ import annotations

import asyncio
import gc
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from typer.testing import CliRunner

from photodesk import server
from photodesk.cli import app
from photodesk.commands import serving


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The settings under which a server would have been started."""
    runs: list[dict[str, Any]] = []
    monkeypatch.setattr(st.App, "run", lambda _self, config: runs.append(config))
    return runs


def test_the_dashboard_listens_on_this_machine_only(asked: list[dict[str, Any]]) -> None:
    server.serve(8599)
    assert asked[0]["server.address"] == "localhost"
    assert asked[0]["server.port"] == 8599
    assert asked[0]["runner.postScriptGC"] is False


def test_the_address_is_printed_once_the_server_is_up(
    asked: list[dict[str, Any]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(server.webbrowser, "open", opened.append)
    monkeypatch.setenv("DISPLAY", ":0")

    async def start() -> None:
        async with server._lifespan(server.build_app()):
            pass

    server.serve(8599)
    with ThreadPoolExecutor(1) as apart:  # this thread may hold the loop of a browser test
        apart.submit(asyncio.run, start()).result()
    gc.unfreeze()
    assert "http://localhost:8599" in capsys.readouterr().out
    assert opened == []


def test_the_commands_start_it_on_a_port_that_is_free(asked: list[dict[str, Any]]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(serving, "_FIRST_PORT", port)
            assert CliRunner().invoke(app, ["dashboard"]).exit_code == 0
            patch.setattr(serving, "_PORTS_TRIED", 1)
            refused = CliRunner().invoke(app, ["dashboard"])
    assert asked[0]["server.port"] > port
    assert "name one with --port" in str(refused.exception)


def test_the_front_door_opens_the_newsroom_of_the_environment(tmp_path: Path) -> None:
    import runpy

    door = runpy.run_path(str(Path(__file__).parents[2] / "app.py"))
    assert isinstance(door["app"], st.App)
    assert (tmp_path / "home" / "catalogue.db").exists()


@pytest.mark.parametrize(("platform", "screen"), [("darwin", True), ("linux", False)])
def test_a_browser_is_opened_only_where_there_is_a_screen(
    platform: str, screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert server._has_screen() is screen
