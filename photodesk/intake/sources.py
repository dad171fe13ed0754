"""What lies under the given paths: pictures, pages and manifests, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Rejected", "SourceFile", "Sources", "gather"]

_HEIF_ENDINGS = (".heic", ".heif", ".avif")
_FONT_AND_MEDIA_ENDINGS = (".woff", ".woff2", ".ttf", ".eot", ".otf", ".mp3", ".mp4", ".webm")

PICTURE_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".webp", ".tif", ".tiff", ".gif")
).union(_HEIF_ENDINGS)
PAGE_ENDINGS = frozenset((".html", ".htm", ".xhtml", ".shtml", ".txt", ".md", ".csv", ".tsv"))
_PARTS_OF_A_SAVED_PAGE = frozenset(
    (".css", ".js", ".mjs", ".map", ".json", ".svg", ".ico", ".xml", ".php", ".download")
).union(_FONT_AND_MEDIA_ENDINGS)
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that was not taken, with the reason and what to do, in one line."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read; pictures that a page names are looked for below ``root`` only."""

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Sources:
    """All files to read, pictures apart from pages, and what was rejected on the way."""

    pictures: tuple[SourceFile, ...] = ()
    pages: tuple[SourceFile, ...] = ()
    rejected: tuple[Rejected, ...] = field(default=())


def gather(paths: Iterable[Path]) -> Sources:
    """Walk the paths; links are not followed, hidden files are passed over."""
    pictures: dict[Path, SourceFile] = {}
    pages: dict[Path, SourceFile] = {}
    rejected: list[Rejected] = []
    for path in paths:
        for found in _walk(path):
            if isinstance(found, Rejected):
                rejected.append(found)
                continue
            kind = pages if found.path.suffix.lower() in PAGE_ENDINGS else pictures
            kind.setdefault(found.path.resolve(), found)
    return Sources(tuple(pictures.values()), tuple(pages.values()), tuple(rejected))


def _walk(path: Path) -> Iterator[SourceFile | Rejected]:
    try:
        if path.is_dir():
            yield from _walk_folder(path)
        elif path.is_file():
            yield SourceFile(path, path.absolute().parent)
        elif path.exists():
            yield Rejected(str(path), "is neither a file nor a folder; name a file to import")
        else:
            yield Rejected(str(path), "does not exist; check the path")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        yield Rejected(str(path), f"cannot be read ({reason}); check its name and permissions")


def _walk_folder(folder: Path) -> Iterator[SourceFile | Rejected]:
    refused: list[Rejected] = []

    def refuse(error: OSError) -> None:
        reason = f"cannot be opened ({error.strerror}); check its permissions"
        refused.append(Rejected(str(error.filename), reason))

    root = folder.absolute()
    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            ending = path.suffix.lower()
            if name.startswith(".") or name.lower() in _SYSTEM_FILES or path.is_symlink():
                continue
            if ending in PICTURE_ENDINGS or ending in PAGE_ENDINGS:
                yield SourceFile(path, root)
            elif ending not in _PARTS_OF_A_SAVED_PAGE:
                known = "pictures, HTML pages, text files and CSV manifests are read"
                yield Rejected(str(path), f"is of no kind that photodesk reads; {known}")
    yield from refused
