"""The flags: what needs a person, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select
from sqlalchemy import select as sqlalchemy_select  # sqlmodel's takes four entities at most
from sqlmodel import Session, col

from db.tables import ArticleRow, FlagRow, PhotoRow, ReviewRow, UsageRow
from media.types import Evidence

__all__ = ["FlagView", "flags", "flags_on"]


@dataclass(frozen=True, slots=True)
class FlagView:
    """A flag with the picture it is on; ``key`` addresses the picture."""

    id: int
    kind: str
    status: str
    summary: str
    evidence: tuple[Evidence, ...]
    note: str | None
    decided_by: str | None
    decided_at: str | None
    key: str
    sha256: str | None
    file_name: str | None
    address: str | None
    headline: str | None
    position: int | None


def flags(
    session: Session, kind: str | None = None, status: str | None = "open"
) -> Iterator[FlagView]:
    """The flags of a kind and a status (None: any but lapsed), oldest first, as a stream."""
    wanted = _flags().order_by(col(FlagRow.id))
    if kind is not None:
        wanted = wanted.where(col(FlagRow.kind) == kind)
    state = col(FlagRow.status)
    wanted = wanted.where(state == status if status else state != "lapsed")
    for row in session.execute(wanted.execution_options(yield_per=500)):
        yield _view(*row)


def flags_on(session: Session, subjects: Iterable[str]) -> tuple[FlagView, ...]:
    """The flags on these subjects that have not lapsed, open ones first."""
    wanted = (
        _flags()
        .where(col(FlagRow.subject).in_(list(subjects)), col(FlagRow.status) != "lapsed")
        .order_by((col(FlagRow.status) == "open").desc(), col(FlagRow.id))
    )
    return tuple(_view(*row) for row in session.execute(wanted))


def _flags() -> Select[Any, Any, Any, Any, Any]:
    return (
        sqlalchemy_select(FlagRow, ReviewRow, PhotoRow, UsageRow, ArticleRow)
        .join(ReviewRow, col(ReviewRow.id) == col(FlagRow.review_id))
        .outerjoin(PhotoRow, col(PhotoRow.id) == col(ReviewRow.photo_id))
        .outerjoin(UsageRow, col(UsageRow.id) == col(FlagRow.usage_id))
        .outerjoin(ArticleRow, col(ArticleRow.id) == col(UsageRow.article_id))
    )


def _view(
    flag: FlagRow,
    review: ReviewRow,
    photo: PhotoRow | None,
    usage: UsageRow | None,
    article: ArticleRow | None,
) -> FlagView:
    return FlagView(
        id=flag.id or 0,
        kind=flag.kind,
        status=flag.status,
        summary=flag.summary,
        evidence=tuple(Evidence(**entry) for entry in flag.evidence),
        note=flag.note,
        decided_by=flag.decided_by,
        decided_at=flag.decided_at,
        key=photo.sha256 if photo else f"usage-{review.usage_id}",
        sha256=photo.sha256 if photo else None,
        file_name=photo.file_name if photo else (usage.file_name if usage else None),
        address=article.address if article else None,
        headline=article.headline if article else None,
        position=usage.position if usage else None,
    )
