"""Streaming the usages that publishing asks for, with all that the gate and the wording need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from db.catalogue import load_line
from db.facts import confirmed_chains, facts_of_usages, parties_of, subjects_of
from db.flags import flags_of
from db.tables import ArticleRow, PhotoRow, UsageRow
from media.rights import Facts
from media.types import CreditLine, FlagKind

__all__ = ["ExportFilter", "ExportSource", "count_for_export", "for_export"]

_BATCH = 500


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which usages: of one article (address or slug), published between two days, both included."""

    article: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ExportSource:
    """One usage with its article, its file, its chain and its facts.

    ``marked`` is False where a person dismissed the state-media flag as a false alarm.
    """

    usage_id: int
    address: str
    headline: str | None
    published: str | None
    language: str | None
    position: int
    sha256: str | None
    file_name: str | None
    width: int | None
    height: int | None
    caption: str | None
    alt_text: str | None
    credit: CreditLine | None
    chain_confirmed: bool
    marked: bool
    facts: Facts
    read: dict[str, Any]


def count_for_export(session: Session, wanted: ExportFilter) -> int:
    """How many usages ``for_export`` gives."""
    joined = select(func.count()).select_from(UsageRow).join(ArticleRow, _of_article())
    return session.exec(joined.where(*_conditions(wanted))).one()


def for_export(session: Session, wanted: ExportFilter) -> Iterator[ExportSource]:
    """The usages in the order of publication day, address and position, as a stream."""
    rows = session.execute(
        select(UsageRow, ArticleRow)
        .join(ArticleRow, _of_article())
        .where(*_conditions(wanted))
        .order_by(
            func.coalesce(ArticleRow.published, date.min),
            col(ArticleRow.address),
            col(UsageRow.position),
        )
        .execution_options(yield_per=_BATCH)
    )
    for batch in rows.partitions(_BATCH):
        yield from _sources(session, [(row[0], row[1]) for row in batch])


def _of_article() -> ColumnElement[bool]:
    return col(ArticleRow.id) == col(UsageRow.article_id)


def _conditions(wanted: ExportFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [~col(UsageRow.withdrawn)]
    if wanted.article is not None:
        address, slug = col(ArticleRow.address), col(ArticleRow.slug)
        found.append(or_(address == wanted.article, slug == wanted.article))
    if wanted.since is not None:
        found.append(col(ArticleRow.published) >= wanted.since)
    if wanted.until is not None:
        found.append(col(ArticleRow.published) <= wanted.until)
    return found


def _sources(
    session: Session, pairs: Sequence[tuple[UsageRow, ArticleRow]]
) -> Iterator[ExportSource]:
    usages = [usage for usage, _ in pairs]
    facts = facts_of_usages(session, usages)
    parties = parties_of(session, usages)
    confirmed = confirmed_chains(session, usages)
    photos = {
        photo.id: photo
        for photo in session.exec(
            select(PhotoRow).where(
                col(PhotoRow.id).in_([u.photo_id for u in usages if u.photo_id is not None])
            )
        )
    }
    subjects = {subject for usage in usages for subject in subjects_of(usage)}
    dismissed = {
        flag.subject
        for flag in flags_of(session, subjects)
        if flag.kind == FlagKind.STATE_MEDIA and flag.status == "dismissed"
    }
    for usage, article in pairs:
        photo = photos.get(usage.photo_id)
        yield ExportSource(
            usage_id=usage.id or 0,
            address=article.address,
            headline=article.headline,
            published=article.published.isoformat() if article.published else None,
            language=article.language,
            position=usage.position,
            sha256=photo.sha256 if photo else None,
            file_name=photo.file_name if photo else usage.file_name,
            width=photo.width if photo else None,
            height=photo.height if photo else None,
            caption=usage.caption,
            alt_text=usage.alt_text,
            credit=load_line(usage, parties.get(usage.id or 0, [])),
            chain_confirmed=(usage.id or 0) in confirmed,
            marked=f"usage:{usage.id}" not in dismissed,
            facts=facts[usage.id or 0],
            read=photo.metadata_read if photo else {},
        )
