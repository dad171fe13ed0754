"""Writing what was read: originals into the store, then everything about them in a transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlmodel import Session, col, select

from db.catalogue import (
    Saved,
    attach,
    load_line,
    load_sources,
    no_longer_printed,
    photo_by_digest,
    save_article,
    save_licence,
    save_photo,
    save_usage,
    waiting_for,
)
from db.facts import parties_of
from db.flags import raise_flags
from db.journal import By, Change, record
from db.reviews import refresh_photos, refresh_usages
from db.tables import ArticleRow, PhotoRow, UsageRow
from media.credit import parse
from media.findings import EMBEDDED_FIELDS, Witnesses, observe
from media.licences import read_licence
from media.types import CreditLine, NamedSource, Usage
from photodesk.desk import Desk
from photodesk.intake.pages import ReadPage
from photodesk.intake.placing import placed
from photodesk.intake.reading import ReadPicture
from photodesk.intake.report import Item, Report

__all__ = ["Writer"]

_BATCH = 200


@dataclass(slots=True)
class Writer:
    """Writes one run; remembers which file became which photo."""

    desk: Desk
    by: By
    run_id: int
    report: Report
    photo_ids: dict[Path, int] = field(default_factory=dict)

    def write_photos(self, pictures: Iterable[ReadPicture]) -> None:
        """Store originals and thumbnails, then save the photos in one transaction."""
        pictures = list(pictures)
        for picture in pictures:
            if picture.photo is not None:
                self.desk.store.put_original(picture.photo.sha256, picture.data)
                if picture.photo.pixels.thumbnail:
                    sha256, jpeg = picture.photo.sha256, picture.photo.pixels.thumbnail
                    self.desk.store.put_thumbnail(sha256, jpeg)
        with self.desk.catalogue.writing() as session:
            for picture in pictures:
                if picture.photo is not None:
                    row, saved = save_photo(session, picture.photo, picture.path.name, self.run_id)
                elif picture.known is not None:
                    row, saved = photo_by_digest(session, picture.known), Saved.UNCHANGED
                else:
                    continue
                self.photo_ids[picture.path.resolve()] = row.id or 0
                self.report.items.append(Item(str(picture.path), "photo", saved))
                if saved is Saved.CREATED:
                    after = {"sha256": row.sha256, "file_name": row.file_name}
                    change = Change("photo.created", f"photo:{row.id}", {}, after)
                    record(session, self.by, [change])
                    self._attach_waiting(session, row)

    def write_page(self, page: ReadPage) -> None:
        """Save an article and its usages in one transaction."""
        article = page.article
        with self.desk.catalogue.writing() as session:
            row, saved, before, after = save_article(session, article, self.run_id)
            self.report.items.append(Item(str(page.source.path), "article", saved))
            changes = [Change(f"article.{saved}d", f"article:{row.id}", before, after)]
            if saved is Saved.UNCHANGED:
                changes = []
            usages = []
            for usage, path in placed(session, row, page):
                photo_id = self.photo_ids.get(path.resolve()) if path is not None else None
                usage_row, change = self._write_usage(session, row, page, usage, photo_id)
                usages.append(usage_row)
                changes += change
            if not page.from_manifest:
                changes += self._withdraw_others(session, row, usages)
            self.report.waiting += sum(usage.photo_id is None for usage in usages)
            refresh_usages(session, usages, self.desk.today)
            record(session, self.by, changes)

    def write_reviews_of_single_photos(self) -> None:
        """Flag and queue this run's photos that no page uses; last, when all pages are read."""
        ids = sorted(set(self.photo_ids.values()))
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            with self.desk.catalogue.writing() as session:
                used = set(
                    session.exec(
                        select(UsageRow.photo_id).where(
                            col(UsageRow.photo_id).in_(batch), ~col(UsageRow.withdrawn)
                        )
                    )
                )
                for photo_id in batch:
                    if photo_id not in used:
                        self._observe_alone(session, session.get_one(PhotoRow, photo_id))

    def _write_usage(
        self,
        session: Session,
        row: ArticleRow,
        page: ReadPage,
        usage: Usage,
        photo_id: int | None,
    ) -> tuple[UsageRow, list[Change]]:
        article = page.article
        line = self._read_line(usage.credit_line, article.published, article.language)
        declared = usage.licence or (line.licence if line is not None else None)
        licence_id = save_licence(session, read_licence(declared)) if declared else None
        saved_row, saved, before, after = save_usage(
            session,
            row.id or 0,
            usage,
            line,
            licence_id,
            photo_id,
            self.run_id,
            not page.from_manifest,
        )
        self.report.items.append(Item(f"{row.slug}#{usage.position}", "usage", saved))
        self.report.flags += self._observe_usage(session, saved_row, row)
        if left := before.get("photo_id"):
            self._observe_left(session, left)
        if saved is Saved.UNCHANGED:
            return saved_row, []
        return saved_row, [Change(f"usage.{_PAST[saved]}", f"usage:{saved_row.id}", before, after)]

    def _withdraw_others(
        self, session: Session, article: ArticleRow, printed: Iterable[UsageRow]
    ) -> list[Change]:
        """Take the pictures that the page prints no more out of review and export."""
        changes: list[Change] = []
        positions = [usage.position for usage in printed]
        for usage in no_longer_printed(session, article.id or 0, positions):
            usage.withdrawn = True
            session.add(usage)
            raise_flags(session, f"usage:{usage.id}", (), self.run_id)
            refresh_usages(session, [usage], self.desk.today)
            if usage.photo_id is not None:
                self._observe_left(session, usage.photo_id)
            where = f"{article.slug}#{usage.position}"
            self.report.items.append(Item(where, "usage", Saved.WITHDRAWN))
            after = {"withdrawn": True}
            changes.append(Change("usage.withdrawn", f"usage:{usage.id}", {}, after))
        return changes

    def _attach_waiting(self, session: Session, photo: PhotoRow) -> None:
        # One name may stand for different pictures on different pages: attach only where every
        # usage that waits for the name writes the same reference.
        waiting = waiting_for(session, photo.file_name)
        if len({tuple(usage.references[:1]) for usage in waiting}) != 1:
            return
        for usage in waiting:
            attach(session, usage, photo.id or 0)
            article = session.get_one(ArticleRow, usage.article_id)
            self.report.items.append(
                Item(f"{article.slug}#{usage.position}", "usage", Saved.ATTACHED)
            )
            self.report.flags += self._observe_usage(session, usage, article)
            record(
                session,
                self.by,
                [Change("usage.attached", f"usage:{usage.id}", {}, {"photo_id": photo.id})],
            )
        refresh_usages(session, waiting, self.desk.today)

    def _observe_usage(
        self, session: Session, usage: UsageRow, article: ArticleRow
    ) -> Counter[str]:
        photo = session.get(PhotoRow, usage.photo_id) if usage.photo_id is not None else None
        if photo is not None:  # from now on the pages speak for the photo
            raise_flags(session, f"photo:{photo.id}", (), self.run_id)
        witnesses = Witnesses(
            on_a_page=True,
            printed=load_line(usage, parties_of(session, [usage]).get(usage.id or 0, [])),
            embedded=self._embedded(photo),
            sources=tuple(
                (source, line)
                for source in load_sources(article)
                if (line := self._read_source(source, article)) is not None
            ),
        )
        return raise_flags(session, f"usage:{usage.id}", observe(witnesses), self.run_id)

    def _observe_left(self, session: Session, photo_id: int) -> None:
        """A page prints another picture now: the one before may be alone again."""
        printed = ~col(UsageRow.withdrawn)
        used = session.exec(
            select(UsageRow.id).where(UsageRow.photo_id == photo_id, printed)
        ).first()
        if used is None:
            self._observe_alone(session, session.get_one(PhotoRow, photo_id))
        else:
            refresh_photos(session, [photo_id], self.desk.today)

    def _observe_alone(self, session: Session, photo: PhotoRow) -> None:
        witnesses = Witnesses(on_a_page=False, embedded=self._embedded(photo))
        found = observe(witnesses)
        self.report.flags += raise_flags(session, f"photo:{photo.id}", found, self.run_id)
        refresh_photos(session, [photo.id or 0], self.desk.today)

    def _embedded(self, photo: PhotoRow | None) -> dict[str, CreditLine]:
        said = photo.metadata_read if photo is not None else {}
        lines: dict[str, CreditLine] = {}
        for name in EMBEDDED_FIELDS:
            value = said.get(name)
            text = ", ".join(value) if isinstance(value, (list, tuple)) else value
            if text:
                line = self._read_line(text, None, None)
                if line is not None:
                    lines[name] = line
        return lines

    def _read_source(self, source: NamedSource, article: ArticleRow) -> CreditLine | None:
        return self._read_line(source.name, article.published, article.language)

    def _read_line(
        self, text: str | None, day: date | None, language: str | None
    ) -> CreditLine | None:
        if text is None:
            return None
        return parse(text, self.desk.registry, day=day, language=language, policy=self.desk.policy)


_PAST = {Saved.CREATED: "created", Saved.UPDATED: "updated", Saved.ATTACHED: "attached"}
