"""The dashboard as people have it: a server of its own and Chromium."""

from __future__ import annotations

import csv
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from media.rights import Action
from photodesk.desk import open_desk
from photodesk.intake import import_sources
from photodesk.review import decide
from photodesk.settings import Settings

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BURST = 12
HOSTILE = "<img src=x onerror=\"window.ran='%s'\"><script>window.ran='%s'</script>"
COLUMNS = ("article", "file", "caption", "credit", "title", "published", "alt")


@pytest.fixture(scope="session")
def home(draw: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom: one picture to export, one to decide by key, a dozen at once, hostile words."""
    folder = tmp_path_factory.mktemp("sources")
    rows = [
        ("way", "way.jpg", "The way to the export", "KCNA, Novaya Gazeta", "The way", "2025-05-01"),
        ("key", "key.jpg", "Decided by key", "KCNA", "The key", "2025-05-02"),
    ]
    for number in range(BURST):
        file = f"burst-{number}.jpg" if number < 3 else ""
        rows.append(("burst", file, f"Burst {number}", "KCNA", "A burst", "2025-05-03"))
    bad = {name: HOSTILE % (name, name) for name in ("caption", "credit", "title", "alt", "note")}
    rows.append(
        ("hostile", "bad.jpg", bad["caption"], f"KCNA {bad['credit']}", bad["title"], "2025-05-04")
    )
    for seed, row in enumerate(rows):
        if row[1]:
            (folder / row[1]).write_bytes(draw(seed))
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows((*row, bad["alt"] if row[0] == "hostile" else "") for row in rows)
    made = tmp_path_factory.mktemp("home")
    desk = open_desk(Settings(home=made, user="Importer", database_url="", originals=""))
    report = import_sources(desk, desk.by(), [folder], workers=1)
    assert not report.rejected
    decide(desk, desk.by(HOSTILE % ("actor", "actor")), ["hostile#1"], Action.CLEAR, bad["note"])
    desk.catalogue.close()
    return made


@pytest.fixture(scope="session")
def server(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running dashboard."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "photodesk", "dashboard", "--port", str(port)]
    names = ("PHOTODESK_DATABASE_URL", "PHOTODESK_ORIGINALS", "PHOTODESK_ADDRESS")
    running = subprocess.Popen(
        [*command, "--home", str(home), "--as", "Olena"],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env={name: value for name, value in os.environ.items() if name not in names},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert running.stdout is not None
    said = ""
    while "is open at" not in said:
        line = running.stdout.readline()
        assert line, f"the dashboard ended: {said}"
        said += line
    yield f"http://localhost:{port}"
    running.terminate()
    running.wait(10)
    running.stdout.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium, started once."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, server: str) -> Iterator[Any]:
    """A new page; afterwards nothing may have been fetched from outside or gone wrong in it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, base_url=server)
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    wrong: list[str] = []
    ours = (f"{server}/", server.replace("http", "ws"), "data:", "blob:")
    opened.on("request", lambda r: None if r.url.startswith(ours) else wrong.append(r.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert not wrong
