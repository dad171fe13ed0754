"""A small newsroom for the pages, and a way to open a page and to read what it says."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from photodesk import dashboard
from photodesk.desk import Desk, open_desk
from photodesk.intake import import_sources
from photodesk.settings import Settings

HOME = Path(dashboard.__file__).with_name("home.py")
MANIFEST = """article,file,caption,credit,title,published,position,alt
harbour,boat.jpg,A boat at the pier,Photo: AP Photo/Mara Lind,The harbour,2025-05-01,1,A boat
harbour,crane.jpg,A crane,,The harbour,2025-05-01,2,
parade,square.jpg,<img src=x onerror=alert(1)> **bold**,"KCNA, Novaya Gazeta",Parade,2025-06-01,1,
rescue,rope.jpg,A rope,Handout / Varn Mountain Rescue,The rescue,2025-06-02,1,A rope
hall,,The hall,"KCNA, Novaya Gazeta",In the hall,2025-08-22,1,
hall,,The stage,"KCNA, Novaya Gazeta",In the hall,2025-08-22,2,
"""


@pytest.fixture(scope="session")
def _template(draw: Callable[..., bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six usages: state media with and without a file, a clean one, a handout, no credit."""
    folder = tmp_path_factory.mktemp("sources")
    for seed, name in enumerate(("boat", "crane", "square", "rope")):
        (folder / f"{name}.jpg").write_bytes(draw(seed))
    (folder / "manifest.csv").write_text(MANIFEST, "utf-8")
    home = tmp_path_factory.mktemp("template")
    desk = open_desk(Settings(home=home, user="Importer", database_url="", originals=""))
    report = import_sources(desk, desk.by(), [folder], workers=1)
    assert not report.rejected
    desk.catalogue.close()
    return home


@pytest.fixture(autouse=True)
def _main_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    # AppTest leaves its script as __main__, which a worker process would then run.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def newsroom(_template: Path, tmp_path: Path) -> Iterator[Desk]:
    """The small newsroom, a copy for each test."""
    shutil.copytree(_template, tmp_path / "home")
    opened = open_desk(Settings())
    yield opened
    opened.catalogue.close()


class Browser:
    """A page under test, with the words and the data of its components."""

    def __init__(self, page: str, **parameters: str) -> None:
        self.at = AppTest.from_file(str(HOME), default_timeout=30)
        self.run()
        if page != "review":
            self.at.switch_page(f"{page}.py")
        for name, value in parameters.items():
            self.at.query_params[name] = value
        self.run()

    def run(self) -> Browser:
        """Run the page; nothing may raise."""
        self.at.run()
        assert not self.at.exception
        return self

    def data(self, holding: str) -> dict[str, Any]:
        """The data of the one component that holds this name."""
        found = [one for one in self._data() if holding in one]
        assert len(found) == 1, f"{len(found)} components hold {holding!r}"
        return found[0]

    def tiles(self) -> list[dict[str, Any]]:
        """The tiles of the contact sheet."""
        tiles: list[dict[str, Any]] = self.data("tiles")["tiles"]
        return tiles

    def says(self) -> str:
        """Every word of the page's panels, line by line."""
        return "\n".join(
            text for one in self._data() for node in one.get("nodes", []) for text in _words(node)
        )

    def panels(self) -> list[dict[str, Any]]:
        """Every node of the page's panels."""
        return [node for one in self._data() for node in one.get("nodes", [])]

    def press(self, key: str) -> Browser:
        """Press a button."""
        self.at.button(key=key).click()
        return self.run()

    def send(self, component: str, *entries: dict[str, Any], client: str = "browser") -> Browser:
        """Let a component send a log of decisions, as its script does."""
        self.at.session_state[component] = {"log": {"client": client, "entries": list(entries)}}
        return self.run()

    def _data(self) -> Iterator[dict[str, Any]]:
        for element in self.at.get("bidi_component"):
            yield json.loads(element.proto.json)


def _words(node: dict[str, Any]) -> Iterator[str]:
    if "text" in node:
        yield node["text"]
    for kid in node.get("kids", []):
        yield from _words(kid)


@pytest.fixture
def visit(newsroom: Desk) -> Callable[..., Browser]:
    """Open a page on the small newsroom."""
    del newsroom
    return Browser


@pytest.fixture
def visit_empty(desk: Desk) -> Callable[..., Browser]:
    """Open a page on a newsroom without a picture."""
    del desk
    return Browser
