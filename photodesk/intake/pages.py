"""Reading pages and manifests into articles, and finding the files that they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from db.catalogue import file_name_of
from media.article import kind_of, read_html, read_manifest, read_text
from media.errors import PhotodeskError
from media.types import Article
from photodesk.intake.sources import Rejected, SourceFile

__all__ = ["ReadPage", "locate", "read_pages"]

_PAGE_BOUND = 64 << 20


@dataclass(frozen=True, slots=True)
class ReadPage:
    """An article as read, where it was read from, and the file of each usage by position."""

    source: SourceFile
    article: Article
    files: Mapping[int, Path]
    from_manifest: bool = False


def read_pages(sources: Iterable[SourceFile]) -> tuple[list[ReadPage], list[Rejected]]:
    """Read every page; what cannot be read is rejected with its reason."""
    pages: list[ReadPage] = []
    rejected: list[Rejected] = []
    for source in sources:
        try:
            data = _bytes_of(source.path)
            found, refused = _read(source, data)
        except PhotodeskError as error:
            rejected.append(Rejected(str(source.path), str(error)))
        except OSError as error:
            reason = f"cannot be read ({error.strerror}); check its permissions"
            rejected.append(Rejected(str(source.path), reason))
        else:
            pages += found
            rejected += refused
    return _told_apart(pages), rejected


def _bytes_of(path: Path) -> bytes:
    if path.stat().st_size > _PAGE_BOUND:
        raise PhotodeskError(f"is larger than {_PAGE_BOUND >> 20} MiB, too large for a page")
    return path.read_bytes()


def _read(source: SourceFile, data: bytes) -> tuple[list[ReadPage], list[Rejected]]:
    name = source.path.name
    if not data.strip():
        raise PhotodeskError("is empty; save the page again")
    match kind_of(data, name):
        case "manifest":
            manifest = read_manifest(data, name)
            pages = [_page(source, article, from_manifest=True) for article in manifest.articles]
            refused = [
                Rejected(f"{source.path}:{line}", reason) for line, reason in manifest.rejected
            ]
            refused += [Rejected(str(source.path), problem) for problem in manifest.problems]
            return pages, refused + [lost for page in pages for lost in _lost_files(page)]
        case "html":
            page = _page(source, read_html(data, name))
        case "text":
            page = _page(source, read_text(data, name))
        case _:
            raise PhotodeskError("is neither a page, a text nor a manifest")
    if not page.article.usages:
        raise PhotodeskError(
            "has no picture of its own and names no photo credit; nothing to catalogue"
        )
    return [page], []


def _page(source: SourceFile, article: Article, from_manifest: bool = False) -> ReadPage:
    files = {
        usage.position: path
        for usage in article.usages
        if (path := locate(source, usage.references)) is not None
    }
    return ReadPage(source, article, files, from_manifest)


def _lost_files(page: ReadPage) -> list[Rejected]:
    return [
        Rejected(
            str(page.source.path),
            f"names {usage.references[0]!r}, which is not beside it; the usage is catalogued and "
            "waits for the file",
        )
        for usage in page.article.usages
        if usage.references and usage.position not in page.files
    ]


def locate(source: SourceFile, references: Sequence[str]) -> Path | None:
    """The file that a page means, beside the page and below the root, or None.

    A path is taken from the page's folder, an address by its file name in the page's folder, in the
    folder that browsers save beside a page, and by its path below the root. Nothing outside the
    root is opened and no address is ever fetched.
    """
    folder = source.path.absolute().parent
    for reference in references:
        for candidate in _candidates(source, folder, reference):
            try:
                inside = candidate.resolve().is_relative_to(source.root.resolve())
                if inside and candidate.is_file():
                    return candidate
            except (OSError, ValueError):
                continue
    return None


def _candidates(source: SourceFile, folder: Path, reference: str) -> list[Path]:
    try:
        parts = urlsplit(reference.strip().replace("\\", "/"))
    except ValueError:  # no address at all, such as "http://["
        return []
    if parts.scheme in ("data", "javascript", "mailto", "blob"):
        return []
    path, name = unquote(parts.path), file_name_of(reference)
    if not name:
        return []
    saved = [
        folder / f"{source.path.stem}{suffix}" for suffix in ("_files", ".files", "_bestanden")
    ]
    found = [folder / path.lstrip("/"), source.root / path.lstrip("/")]
    if parts.netloc:
        found = [source.root / parts.netloc / path.lstrip("/"), *found]
    return [*found, folder / name, *(place / name for place in saved)]


def _told_apart(pages: list[ReadPage]) -> list[ReadPage]:
    """Pages without a canonical address are known by file name; equal names take their folder's."""
    places: dict[str, set[Path]] = {}
    for page in pages:
        if _is_known_by_file_name(page):
            places.setdefault(page.article.address, set()).add(page.source.path.absolute())
    return [
        replace(page, article=replace(page.article, address=_with_folder(page)))
        if _is_known_by_file_name(page) and len(places[page.article.address]) > 1
        else page
        for page in pages
    ]


def _is_known_by_file_name(page: ReadPage) -> bool:
    return "://" not in page.article.address and not page.from_manifest


def _with_folder(page: ReadPage) -> str:
    return f"{page.source.path.absolute().parent.name}-{page.article.address}"
