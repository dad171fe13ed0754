"""The bulk import: sources in, a catalogue and a report out; once more changes nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from sqlmodel import select

from db.catalogue import has_photo
from db.journal import By, Change, record
from db.tables import RunItemRow, RunRow
from photodesk.desk import Desk, now
from photodesk.intake.apply import Writer
from photodesk.intake.pages import ReadPage, read_pages
from photodesk.intake.plan import plan_page, plan_photo
from photodesk.intake.reading import ReadPicture, read_pictures
from photodesk.intake.report import Item, Report
from photodesk.intake.sources import Rejected, SourceFile, gather

__all__ = ["Progress", "Report", "dry_run", "import_sources"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("pictures", "pages"), how many are done, and of how many."""

_BATCH = 32


def import_sources(
    desk: Desk,
    by: By,
    paths: Sequence[Path],
    workers: int | None = None,
    progress: Progress = lambda what, done, total: None,
) -> Report:
    """Import files and folders; what cannot be read is rejected and the rest is imported."""
    started = time.monotonic()
    report = Report()
    run_id = report.run = _begin(desk, by, paths)
    writer = Writer(desk, by, run_id, report)
    pages, pictures = _gathered(paths, report)
    done = 0
    for batch in _batches(_read(desk, pictures, workers)):
        refused = [Rejected(str(p.path), p.reason) for p in batch if p.reason is not None]
        report.reject(refused)
        writer.write_photos(batch)
        done += len(batch)
        progress("pictures", done, len(pictures))
    for number, page in enumerate(pages, 1):
        writer.write_page(page)
        progress("pages", number, len(pages))
    writer.write_reviews_of_single_photos()
    report.seconds = time.monotonic() - started
    _finish(desk, by, run_id, report)
    return report


def dry_run(desk: Desk, paths: Sequence[Path], workers: int | None = None) -> Report:
    """Say what an import would do; writes nothing."""
    started = time.monotonic()
    report = Report()
    pages, pictures = _gathered(paths, report)
    with desk.catalogue.reading() as session:
        known: dict[Path, str] = {}
        for picture in _read(desk, pictures, workers):
            digest = picture.photo.sha256 if picture.photo is not None else picture.known
            if digest is None:
                report.reject([Rejected(str(picture.path), picture.reason or "")])
                continue
            action = plan_photo(session, digest, set(known.values()))
            known[picture.path.resolve()] = digest
            report.items.append(Item(str(picture.path), "photo", action))
        for page in pages:
            report.items += plan_page(session, page, known)
    report.seconds = time.monotonic() - started
    return report


def _gathered(paths: Iterable[Path], report: Report) -> tuple[list[ReadPage], list[Path]]:
    sources = gather(paths)
    report.reject(sources.rejected)
    pages, rejected = read_pages(sources.pages)
    report.reject(rejected)
    return pages, _pictures(sources.pictures, pages)


def _pictures(found: Iterable[SourceFile], pages: Iterable[ReadPage]) -> list[Path]:
    """The pictures given and those that the pages name, each once."""
    pictures = {file.path.resolve(): file.path for file in found}
    for page in pages:
        for path in page.files.values():
            pictures.setdefault(path.resolve(), path)
    return list(pictures.values())


def _read(desk: Desk, pictures: Sequence[Path], workers: int | None) -> Iterator[ReadPicture]:
    def is_known(sha256: str) -> bool:
        with desk.catalogue.reading() as session:
            return has_photo(session, sha256) and desk.store.has_original(sha256)

    return read_pictures(pictures, workers or os.cpu_count() or 1, is_known)


def _batches(pictures: Iterator[ReadPicture]) -> Iterator[list[ReadPicture]]:
    while batch := list(islice(pictures, _BATCH)):
        yield batch


def _begin(desk: Desk, by: By, paths: Sequence[Path]) -> int:
    with desk.catalogue.writing() as session:
        run = RunRow(started_at=by.at, started_by=by.actor, sources=[str(p) for p in paths])
        session.add(run)
        session.flush()
        record(session, by, [Change("run.started", f"run:{run.id}", {}, {"sources": run.sources})])
        return run.id or 0


def _finish(desk: Desk, by: By, run_id: int, report: Report) -> None:
    with desk.catalogue.writing() as session:
        run = session.exec(select(RunRow).where(RunRow.id == run_id)).one()
        run.finished_at, run.summary = now(), report.as_json()
        session.add(run)
        for item in report.items:
            session.add(
                RunItemRow(run_id=run_id, path=item.path, kind=item.kind, action=str(item.action))
            )
        for refused in report.rejected:
            session.add(
                RunItemRow(
                    run_id=run_id,
                    path=refused.path,
                    kind="file",
                    action="rejected",
                    reason=refused.reason,
                )
            )
        counts = {name: run.summary[name] for name in ("articles", "photos", "usages")}
        record(session, by, [Change("run.finished", f"run:{run_id}", {}, counts)])
