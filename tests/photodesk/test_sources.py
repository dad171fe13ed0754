"""What an import finds, what it passes over, and what it refuses in words."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from photodesk.intake import pages, reading, sources
from photodesk.intake.pages import locate, read_pages
from photodesk.intake.reading import read_pictures
from photodesk.intake.sources import SourceFile, gather


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    (folder / ".hidden").mkdir(parents=True)
    for name in ("a.jpg", "b.HTML", "style.css", ".dotfile.jpg", "Thumbs.db", "report.docx"):
        (folder / name).write_bytes(b"x")
    (folder / ".hidden" / "c.jpg").write_bytes(b"x")
    (folder / "link.jpg").symlink_to(folder / "a.jpg")
    return folder


def test_a_folder_gives_its_pictures_and_pages_and_names_the_rest(mixed: Path) -> None:
    found = gather([mixed])
    assert [f.path.name for f in found.pictures] == ["a.jpg"]
    assert [f.path.name for f in found.pages] == ["b.HTML"]
    assert [Path(r.path).name for r in found.rejected] == ["report.docx"]


def test_a_file_given_twice_is_read_once(mixed: Path) -> None:
    found = gather([mixed / "a.jpg", mixed, mixed / ".." / "mixed" / "a.jpg"])
    assert len(found.pictures) == 1


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reasons = [r.reason for r in gather([tmp_path / "pipe", Path("a\0b")]).rejected]
    assert "neither a file nor a folder" in reasons[0]
    assert "cannot be read" in reasons[1] or "does not exist" in reasons[1]


def test_a_folder_that_cannot_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def walk(folder: Path, onerror: Callable[[OSError], None]) -> list[object]:
        onerror(PermissionError(13, "Permission denied", str(folder)))
        return []

    monkeypatch.setattr(sources.os, "walk", walk)
    assert "Permission denied" in gather([tmp_path]).rejected[0].reason


def test_files_that_are_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x" * 100)
    (tmp_path / "a.html").write_bytes(b"x" * 100)
    monkeypatch.setattr(reading, "_BYTES_BOUND", 10)
    monkeypatch.setattr(pages, "_PAGE_BOUND", 10)
    assert "larger than" in str(next(read_pictures([tmp_path / "a.jpg"], 1)).reason)
    refused = read_pages([SourceFile(tmp_path / "a.html", tmp_path)])[1]
    assert "larger than" in refused[0].reason


def test_files_that_vanish_are_refused(tmp_path: Path) -> None:
    assert "cannot be read" in str(next(read_pictures([tmp_path / "gone.jpg"], 1)).reason)
    refused = read_pages([SourceFile(tmp_path / "gone.html", tmp_path)])[1]
    assert "cannot be read" in refused[0].reason


@pytest.mark.parametrize("name", ["empty.html", "picture.txt"])
def test_what_is_no_page_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"" if name == "empty.html" else b"\x89PNG\r\n\x1a\n\0\0\0\0")
    ((refused,),) = (read_pages([SourceFile(tmp_path / name, tmp_path)])[1],)
    assert len(refused.reason) > 10


def test_no_pictures_start_no_worker() -> None:
    assert list(read_pictures([], 4)) == []


def test_a_reader_that_stops_early_stops_the_workers(
    tmp_path: Path, draw: Callable[..., bytes]
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.jpg").write_bytes(draw(number))
    stream = read_pictures(sorted(tmp_path.glob("*.jpg")), 1)
    assert next(stream).photo is not None
    stream.close()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (MemoryError(), "needs more than"),
        (reading.ProcessExpired("gone"), "ended the process"),
    ],
)
def test_a_worker_that_fails_rejects_one_file_in_words(
    tmp_path: Path, error: Exception, says: str
) -> None:
    class Failed:
        def result(self) -> None:
            raise error

    pending = reading._Pending(tmp_path / "a.jpg", b"", Failed())  # type: ignore[arg-type]
    outcome = reading._outcome(pending, 5.0)
    assert says in str(outcome.reason)


@pytest.fixture
def site(tmp_path: Path) -> SourceFile:
    for place in ("site/news/story_files", "site/img", "site/cdn.example/2026", "site/news/pics"):
        (tmp_path / place).mkdir(parents=True)
    for name in (
        "news/story_files/saved.jpg", "img/root.jpg", "cdn.example/2026/mirror.jpg",
        "news/pics/a b.jpg", "news/flat.jpg",
    ):  # fmt: skip
        (tmp_path / "site" / name).write_bytes(b"x")
    return SourceFile(tmp_path / "site/news/story.html", tmp_path / "site")


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("pics/a%20b.jpg", "a b.jpg"),
        ("./pics/a b.jpg?w=200", "a b.jpg"),
        ("/img/root.jpg", "root.jpg"),
        ("https://cdn.example/2026/mirror.jpg?x=1", "mirror.jpg"),
        ("https://elsewhere.example/deep/path/saved.jpg", "saved.jpg"),
        ("https://elsewhere.example/flat.jpg", "flat.jpg"),
        ("pics\\a b.jpg", "a b.jpg"),
        ("data:image/png;base64,AAAA", None),
        ("https://elsewhere.example/", None),
        ("gone.jpg", None),
        ("http://[broken", None),
        ("x" * 5000 + ".jpg", None),
    ],
)
def test_a_reference_is_found_beside_the_page(
    site: SourceFile, reference: str, name: str | None
) -> None:
    found = locate(site, [reference])
    assert (found.name if found is not None else None) == name
