"""The review queue's rows, derived from the three layers whenever one of them changes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from db.facts import CONFIRM_CHAIN, decisions_on, facts_of_photo, facts_of_usages
from db.flags import flags_of
from db.tables import ArticleRow, FlagRow, PhotoRow, ReviewRow, UsageRow
from media.rights import Judgement, judge
from media.types import FlagKind, Verdict

__all__ = ["folded", "refresh_due", "refresh_photos", "refresh_usages", "something_is_due"]

_URGENCY = {
    FlagKind.STATE_MEDIA: 30,
    FlagKind.CREDIT_CONFLICT: 20,
    FlagKind.MISSING_CREDIT: 15,
    FlagKind.UNKNOWN_PARTY: 5,
}
_PUBLISHED_AND_BLOCKED = 40


def folded(text: str) -> str:
    """Text as search compares it: compatibility forms and case folded, spaces single."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def refresh_usages(session: Session, usages: Iterable[UsageRow], day: date) -> None:
    """Bring the rows of these usages up to date, or of their photos where they have one."""
    usages = list(usages)
    refresh_photos(session, {u.photo_id for u in usages if u.photo_id is not None}, day)
    for usage in usages:
        if usage.photo_id is None and not usage.withdrawn:
            row = _row(session, ReviewRow.usage_id == usage.id)
            row.usage_id = usage.id
            _derive(session, row, [usage], None, day)
        else:
            _leave_waiting(session, usage)


def refresh_photos(session: Session, photo_ids: Iterable[int], day: date) -> None:
    """Bring the rows of these photos up to date."""
    for photo_id in sorted(photo_ids):
        photo = session.get_one(PhotoRow, photo_id)
        usages = session.exec(
            select(UsageRow)
            .where(UsageRow.photo_id == photo_id, ~col(UsageRow.withdrawn))
            .order_by(col(UsageRow.id))
        ).all()
        row = _row(session, ReviewRow.photo_id == photo_id)
        row.photo_id = photo_id
        _derive(session, row, usages, photo, day)


def something_is_due(session: Session, day: date) -> bool:
    """Whether time has changed a verdict since it was judged."""
    due = select(ReviewRow.id).where(col(ReviewRow.changes_on) <= day).limit(1)
    return session.exec(due).first() is not None


def refresh_due(session: Session, day: date) -> int:
    """Judge again what time has changed; the number of rows."""
    due = session.exec(select(ReviewRow).where(col(ReviewRow.changes_on) <= day)).all()
    refresh_photos(session, [row.photo_id for row in due if row.photo_id is not None], day)
    waiting = [row.usage_id for row in due if row.usage_id is not None]
    refresh_usages(
        session, session.exec(select(UsageRow).where(col(UsageRow.id).in_(waiting))).all(), day
    )
    return len(due)


def _row(session: Session, where: bool) -> ReviewRow:
    row = session.exec(select(ReviewRow).where(where)).first()
    if row is None:
        return ReviewRow(version=0)
    return row


def _leave_waiting(session: Session, usage: UsageRow) -> None:
    # Its file came, so that the picture is reviewed as a photo, or the page prints it no more.
    waiting = session.exec(select(ReviewRow).where(ReviewRow.usage_id == usage.id)).first()
    if waiting is not None:
        session.execute(
            update(FlagRow).where(col(FlagRow.review_id) == waiting.id).values(review_id=None)
        )
        session.execute(delete(ReviewRow).where(col(ReviewRow.id) == waiting.id))
        if usage.photo_id is not None:
            photo = session.exec(
                select(ReviewRow).where(ReviewRow.photo_id == usage.photo_id)
            ).one()
            session.execute(
                update(FlagRow)
                .where(col(FlagRow.subject) == f"usage:{usage.id}")
                .values(review_id=photo.id)
            )


def _derive(
    session: Session, row: ReviewRow, usages: Sequence[UsageRow], photo: PhotoRow | None, day: date
) -> None:
    articles = {
        article.id: article
        for article in session.exec(
            select(ArticleRow).where(col(ArticleRow.id).in_([u.article_id for u in usages]))
        )
    }
    judgements = _judgements(session, usages, photo, day)
    changes = [j.valid_until for j in judgements if j.valid_until is not None]
    subjects = [f"usage:{u.id}" for u in usages] + ([f"photo:{photo.id}"] if photo else [])
    flags = flags_of(session, subjects)
    open_flags = [flag for flag in flags if flag.status == "open"]
    published = [a.published.isoformat() for a in articles.values() if a.published]
    verdict = Verdict.strictest(j.verdict for j in judgements)
    decision = next(
        (d.action for d in decisions_on(session, subjects) if d.action != CONFIRM_CHAIN), None
    )
    derived: dict[str, Any] = {
        "verdict": str(verdict),
        "changes_on": min(changes) + timedelta(days=1) if changes else None,
        "state_media": any(
            flag.kind == FlagKind.STATE_MEDIA and flag.status != "dismissed" for flag in flags
        ),
        "origin": _origin(usages),
        "decision": decision,
        "open_flags": len(open_flags),
        "urgency": _urgency(verdict, decision, open_flags, bool(published)),
        "newest": max(published, default=""),
        "words": folded(" ".join(_words(usages, articles.values(), photo))),
    }
    if row.id is not None and all(getattr(row, name) == value for name, value in derived.items()):
        return
    for name, value in derived.items():
        setattr(row, name, value)
    row.version += 1
    session.add(row)
    session.flush()
    session.execute(
        update(FlagRow).where(col(FlagRow.subject).in_(subjects)).values(review_id=row.id)
    )


def _judgements(
    session: Session, usages: Sequence[UsageRow], photo: PhotoRow | None, day: date
) -> list[Judgement]:
    if usages:
        return [judge(facts, day) for facts in facts_of_usages(session, usages).values()]
    return [judge(facts_of_photo(session, photo), day)] if photo is not None else []


def _origin(usages: Sequence[UsageRow]) -> str:
    origins = {usage.origin for usage in usages}
    return origins.pop() if len(origins) == 1 else "unknown"


def _urgency(
    verdict: Verdict, decision: str | None, open_flags: Iterable[FlagRow], is_published: bool
) -> int:
    urgency = max((_URGENCY[FlagKind(flag.kind)] for flag in open_flags), default=0)
    if verdict is Verdict.BLOCKED and is_published and decision is None:
        return max(urgency, _PUBLISHED_AND_BLOCKED)
    return urgency


def _words(
    usages: Iterable[UsageRow], articles: Iterable[ArticleRow], photo: PhotoRow | None
) -> Iterable[str]:
    for usage in usages:
        yield from filter(None, (usage.caption, usage.credit_line, usage.alt_text))
    for article in articles:
        yield from filter(None, (article.headline, article.byline, article.slug))
    if photo is not None:
        said = photo.metadata_read
        yield photo.file_name
        names = ("caption", "headline", "title", "credit_line", "source", "city", "country")
        yield from (said[name] for name in names if said.get(name))
        for name in ("creator", "persons", "keywords"):
            yield from said.get(name) or ()
