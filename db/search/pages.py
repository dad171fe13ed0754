"""Everything about one photo or one article, for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, func, or_
from sqlmodel import Session, col, select

from db.catalogue import load_line, load_sources
from db.facts import (
    confirmed_chains,
    decisions_on,
    facts_of_photo,
    facts_of_usages,
    parties_of,
)
from db.search.flags import FlagView, flags_on
from db.search.queue import QueueItem, find_reviews
from db.tables import ArticleRow, AuditRow, LicenceRow, PhotoRow, ReviewRow, UsageRow
from media.rights import Facts
from media.types import CreditLine, NamedSource

__all__ = [
    "ArticleLine",
    "ArticleView",
    "DecisionView",
    "EventView",
    "PhotoView",
    "UsageView",
    "article_lines",
    "article_view",
    "history",
    "photo_view",
]


@dataclass(frozen=True, slots=True)
class UsageView:
    """One usage as printed, with the facts its verdict rests on.

    ``chain_confirmed`` says that a person confirmed the roles inferred from the order.
    """

    id: int
    key: str
    position: int
    sha256: str | None
    file_name: str | None
    address: str
    slug: str
    headline: str | None
    published: str | None
    language: str | None
    caption: str | None
    credit_line: str | None
    alt_text: str | None
    licence: str | None
    credit: CreditLine | None
    chain_confirmed: bool
    facts: Facts


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision: what, why, who and when."""

    action: str
    note: str
    decided_by: str
    decided_at: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An entry of the journal."""

    seq: int
    at: str
    actor: str
    action: str
    object: str
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str | None


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A picture under review: the three layers, its flags and its decisions.

    ``read`` is what the file says (field names of ``media.types.Metadata``), empty while the file
    is missing; ``facts`` are those of a photo that no article uses; ``subjects`` name it and its
    usages in the journal.
    """

    item: QueueItem
    read: dict[str, Any]
    credentials: dict[str, Any]
    format: str | None
    size: int | None
    fingerprint: str | None
    usages: tuple[UsageView, ...]
    flags: tuple[FlagView, ...]
    decisions: tuple[DecisionView, ...]
    facts: Facts | None
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, with how many pictures it prints and how many of them wait."""

    address: str
    title: str
    byline: str | None
    published: str | None
    language: str | None
    pictures: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as printed, with its usages in order."""

    address: str
    slug: str
    headline: str | None
    byline: str | None
    published: str | None
    published_at: str | None
    language: str | None
    sources: tuple[NamedSource, ...]
    problems: tuple[str, ...]
    usages: tuple[UsageView, ...]


def photo_view(session: Session, key: str) -> PhotoView | None:
    """The picture with this key (SHA-256 or ``usage-ID``), or None."""
    found = find_reviews(session, key)
    if len(found) != 1:
        return None
    item = found[0]
    photo = (
        session.exec(select(PhotoRow).where(PhotoRow.sha256 == item.sha256)).first()
        if item.sha256
        else None
    )
    if photo is not None:
        where = and_(col(UsageRow.photo_id) == photo.id, ~col(UsageRow.withdrawn))
    else:
        where = col(UsageRow.id) == int(item.key.removeprefix("usage-"))
    usages = session.exec(select(UsageRow).where(where).order_by(col(UsageRow.id))).all()
    subjects = [f"usage:{u.id}" for u in usages] + ([f"photo:{photo.id}"] if photo else [])
    return PhotoView(
        item=item,
        read=photo.metadata_read if photo else {},
        credentials=photo.credentials if photo else {},
        format=photo.format if photo else None,
        size=photo.size if photo else None,
        fingerprint=photo.fingerprint if photo else None,
        usages=_usage_views(session, usages),
        flags=flags_on(session, subjects),
        decisions=tuple(
            DecisionView(d.action, d.note, d.decided_by, d.decided_at)
            for d in decisions_on(session, subjects)
        ),
        facts=facts_of_photo(session, photo) if photo is not None and not usages else None,
        subjects=tuple(subjects),
    )


def article_view(session: Session, name: str) -> ArticleView | None:
    """The article with this address or slug, or None; of several with one slug the newest."""
    row = session.exec(
        select(ArticleRow)
        .where(or_(col(ArticleRow.address) == name, col(ArticleRow.slug) == name))
        .order_by((col(ArticleRow.address) == name).desc(), col(ArticleRow.published).desc())
    ).first()
    if row is None:
        return None
    usages = session.exec(
        select(UsageRow)
        .where(UsageRow.article_id == row.id, ~col(UsageRow.withdrawn))
        .order_by(col(UsageRow.position))
    ).all()
    return ArticleView(
        address=row.address,
        slug=row.slug,
        headline=row.headline,
        byline=row.byline,
        published=row.published.isoformat() if row.published else None,
        published_at=row.published_at,
        language=row.language,
        sources=load_sources(row),
        problems=tuple(row.problems),
        usages=_usage_views(session, usages),
    )


def article_lines(session: Session, limit: int = 500) -> tuple[ArticleLine, ...]:
    """The newest articles with how many pictures each prints and how many of them wait."""
    rows = session.exec(
        select(ArticleRow)
        .order_by(col(ArticleRow.published).desc(), col(ArticleRow.id).desc())
        .limit(limit)
    ).all()
    waits = case((col(ReviewRow.open_flags) > 0, 1), else_=0)
    counts = {
        article: (pictures, waiting)
        for article, pictures, waiting in session.execute(
            select(UsageRow.article_id, func.count(), func.sum(waits))
            .join(
                ReviewRow,
                or_(
                    col(ReviewRow.photo_id) == col(UsageRow.photo_id),
                    col(ReviewRow.usage_id) == col(UsageRow.id),
                ),
            )
            .where(col(UsageRow.article_id).in_([row.id for row in rows]), ~col(UsageRow.withdrawn))
            .group_by(col(UsageRow.article_id))
        )
    }
    return tuple(
        ArticleLine(
            r.address,
            r.headline or r.slug,
            r.byline,
            r.published.isoformat() if r.published else None,
            r.language,
            *counts.get(r.id or 0, (0, 0)),
        )
        for r in rows
    )


def history(session: Session, objects: Sequence[str], limit: int = 200) -> tuple[EventView, ...]:
    """The journal's entries on these objects, newest first; every entry where none is named."""
    wanted = select(AuditRow).order_by(col(AuditRow.seq).desc()).limit(limit)
    if objects:
        wanted = wanted.where(col(AuditRow.object).in_(list(objects)))
    return tuple(
        EventView(r.seq or 0, r.at, r.actor, r.action, r.object, r.before, r.after, r.reason)
        for r in session.exec(wanted)
    )


def _usage_views(session: Session, usages: Sequence[UsageRow]) -> tuple[UsageView, ...]:
    facts = facts_of_usages(session, usages)
    parties = parties_of(session, usages)
    confirmed = confirmed_chains(session, usages)
    articles_by_id = {
        a.id: a
        for a in session.exec(
            select(ArticleRow).where(col(ArticleRow.id).in_([u.article_id for u in usages]))
        )
    }
    shas = dict(
        session.exec(
            select(PhotoRow.id, PhotoRow.sha256).where(
                col(PhotoRow.id).in_([u.photo_id for u in usages if u.photo_id is not None])
            )
        ).all()
    )
    licences = dict(
        session.exec(
            select(LicenceRow.id, LicenceRow.declared).where(
                col(LicenceRow.id).in_([u.licence_id for u in usages if u.licence_id is not None])
            )
        ).all()
    )
    views = []
    for usage in usages:
        article, usage_id = articles_by_id[usage.article_id], usage.id or 0
        sha256 = shas.get(usage.photo_id)
        views.append(
            UsageView(
                id=usage_id,
                key=sha256 or f"usage-{usage_id}",
                position=usage.position,
                sha256=sha256,
                file_name=usage.file_name,
                address=article.address,
                slug=article.slug,
                headline=article.headline,
                published=article.published.isoformat() if article.published else None,
                language=article.language,
                caption=usage.caption,
                credit_line=usage.credit_line,
                alt_text=usage.alt_text,
                licence=licences.get(usage.licence_id),
                credit=load_line(usage, parties.get(usage_id, [])),
                chain_confirmed=usage_id in confirmed,
                facts=facts[usage_id],
            )
        )
    return tuple(views)
