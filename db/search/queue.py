"""The review queue and the search for pictures: filters, counts and keyset pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, tuple_
from sqlmodel import Session, col, select

from db.reviews import folded
from db.tables import ArticleRow, FlagRow, PartyRow, PhotoRow, ReviewRow, UsageRow

__all__ = [
    "Cursor",
    "Facets",
    "QueueFilter",
    "QueueItem",
    "QueuePage",
    "facets",
    "find_reviews",
    "key_of",
    "queue",
    "search",
]

Cursor = tuple[int, str, int]
"""Where a page ends: urgency, newest publication day, row id."""

_NO_CURSOR: Cursor | None = None


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What to show; None means any. ``waiting`` True: a flag is open, False: none is."""

    kind: str | None = None
    verdict: str | None = None
    country: str | None = None
    outlet: str | None = None
    waiting: bool | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One picture in a list.

    ``key`` addresses it: the photo's SHA-256, or ``usage-ID`` while its file is missing. ``flags``
    are (kind, status, summary), ``countries`` and ``outlets`` those of its printed parties, in the
    order of the line.
    """

    key: str
    review_id: int
    version: int
    sha256: str | None
    file_name: str | None
    width: int | None
    height: int | None
    damage: str | None
    caption: str | None
    alt_text: str | None
    credit_line: str | None
    headline: str | None
    slug: str | None
    published: str | None
    usages: int
    verdict: str
    origin: str
    state_media: bool
    decision: str | None
    flags: tuple[tuple[str, str, str], ...]
    parties: tuple[tuple[str, str, str | None, str], ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of pictures; ``after`` is where the next one begins, None at the end."""

    items: tuple[QueueItem, ...]
    after: Cursor | None
    total: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many pictures each value of a filter would show, the other filters kept."""

    kinds: dict[str, int]
    verdicts: dict[str, int]
    countries: dict[str, int]
    outlets: dict[str, int]
    waiting: int
    total: int


def key_of(sha256: str | None, usage_id: int | None) -> str:
    """The address of a picture under review."""
    return sha256 or f"usage-{usage_id}"


def queue(
    session: Session, wanted: QueueFilter, after: Cursor | None = _NO_CURSOR, limit: int = 60
) -> QueuePage:
    """A page of the review queue: most urgent first, then newest."""
    conditions = _conditions(wanted)
    order = (col(ReviewRow.urgency), col(ReviewRow.newest), col(ReviewRow.id))
    page = select(ReviewRow).where(*conditions)
    if after is not None:
        page = page.where(tuple_(*order) < after)
    rows = session.exec(page.order_by(*(c.desc() for c in order)).limit(limit + 1)).all()
    total = session.exec(select(func.count()).select_from(ReviewRow).where(*conditions)).one()
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    cursor = (last.urgency, last.newest, last.id or 0) if last is not None else None
    return QueuePage(_items(session, shown), cursor, total)


def search(session: Session, words: str, limit: int = 50) -> tuple[QueueItem, ...]:
    """The newest pictures whose caption, credit, headline, place or people hold all the words."""
    rows = session.exec(
        select(ReviewRow)
        .where(*_conditions(QueueFilter(words=words)))
        .order_by(col(ReviewRow.newest).desc(), col(ReviewRow.id).desc())
        .limit(limit)
    ).all()
    return _items(session, rows)


def facets(session: Session, wanted: QueueFilter) -> Facets:
    """The counts beside the filters."""

    def count(without: str, value: Any, *joins: tuple[Any, Any]) -> dict[str, int]:
        counted = select(value, func.count(func.distinct(ReviewRow.id))).select_from(ReviewRow)
        for table, on in joins:
            counted = counted.join(table, on)
        narrowed = replace(wanted, **{without: None})
        rows = session.exec(counted.where(*_conditions(narrowed)).group_by(value)).all()
        found = {str(name): int(number) for name, number in rows if name is not None}
        return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))

    flag = (
        FlagRow,
        and_(col(FlagRow.review_id) == col(ReviewRow.id), col(FlagRow.status) != "lapsed"),
    )
    usage = (UsageRow, _usages_of_review())
    party = (PartyRow, col(PartyRow.usage_id) == col(UsageRow.id))
    everything = select(func.count()).select_from(ReviewRow)
    unwaiting = replace(wanted, waiting=None)
    return Facets(
        kinds=count("kind", FlagRow.kind, flag),
        verdicts=count("verdict", ReviewRow.verdict),
        countries=count("country", PartyRow.country, usage, party),
        outlets=count("outlet", PartyRow.outlet_id, usage, party),
        waiting=session.exec(
            everything.where(*_conditions(unwaiting), col(ReviewRow.open_flags) > 0)
        ).one(),
        total=session.exec(everything.where(*_conditions(unwaiting))).one(),
    )


def find_reviews(session: Session, name: str) -> tuple[QueueItem, ...]:
    """The pictures that a name means: a key, the beginning of a SHA-256, SLUG#POSITION, a file."""
    digits = name.lower()
    if name.startswith("usage-") and name[6:].isdigit() and len(name) < 25:
        where: Any = or_(
            col(ReviewRow.usage_id) == int(name[6:]),
            col(ReviewRow.photo_id).in_(
                select(UsageRow.photo_id).where(UsageRow.id == int(name[6:]))
            ),
        )
    elif "#" in name and name.rpartition("#")[2].isdigit() and len(name.rpartition("#")[2]) < 10:
        slug, _, position = name.rpartition("#")
        usage = (
            select(UsageRow.id)
            .join(ArticleRow, col(ArticleRow.id) == col(UsageRow.article_id))
            .where(
                or_(col(ArticleRow.slug) == slug, col(ArticleRow.address) == slug),
                UsageRow.position == int(position),
            )
        )
        where = or_(
            col(ReviewRow.usage_id).in_(usage),
            col(ReviewRow.photo_id).in_(
                select(UsageRow.photo_id).where(col(UsageRow.id).in_(usage))
            ),
        )
    elif len(digits) >= 6 and all(c in "0123456789abcdef" for c in digits):
        where = col(ReviewRow.photo_id).in_(
            select(PhotoRow.id).where(col(PhotoRow.sha256).startswith(digits))
        )
    else:
        where = col(ReviewRow.photo_id).in_(select(PhotoRow.id).where(PhotoRow.file_name == name))
    rows = session.exec(select(ReviewRow).where(where).order_by(col(ReviewRow.id)).limit(20)).all()
    return _items(session, rows)


def _usages_of_review() -> ColumnElement[bool]:
    return and_(
        ~col(UsageRow.withdrawn),
        or_(
            col(UsageRow.photo_id) == col(ReviewRow.photo_id),
            col(UsageRow.id) == col(ReviewRow.usage_id),
        ),
    )


def _conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.verdict is not None:
        found.append(col(ReviewRow.verdict) == wanted.verdict)
    if wanted.waiting is not None:
        open_flags = col(ReviewRow.open_flags)
        found.append(open_flags > 0 if wanted.waiting else open_flags == 0)
    if wanted.kind is not None:
        found.append(
            select(FlagRow.id)
            .where(
                FlagRow.review_id == ReviewRow.id,
                FlagRow.kind == wanted.kind,
                FlagRow.status != "lapsed",
            )
            .exists()
        )
    for column, value in ((PartyRow.country, wanted.country), (PartyRow.outlet_id, wanted.outlet)):
        if value is not None:
            found.append(
                select(PartyRow.id)
                .join(UsageRow, col(UsageRow.id) == col(PartyRow.usage_id))
                .where(_usages_of_review(), col(column) == value)
                .exists()
            )
    found += [
        col(ReviewRow.words).contains(word, autoescape=True)
        for word in folded(wanted.words or "").split()
    ]
    return found


def _items(session: Session, rows: Sequence[ReviewRow]) -> tuple[QueueItem, ...]:
    photo_ids = [row.photo_id for row in rows if row.photo_id is not None]
    photos = {
        photo.id: photo
        for photo in session.exec(select(PhotoRow).where(col(PhotoRow.id).in_(photo_ids)))
    }
    usages: dict[int, list[tuple[UsageRow, ArticleRow]]] = {row.id or 0: [] for row in rows}
    by_photo: dict[int | None, int | None] = {r.photo_id: r.id for r in rows if r.photo_id}
    by_usage: dict[int | None, int | None] = {r.usage_id: r.id for r in rows if r.usage_id}
    for usage, article in session.exec(
        select(UsageRow, ArticleRow)
        .join(ArticleRow, col(ArticleRow.id) == col(UsageRow.article_id))
        .where(
            or_(col(UsageRow.photo_id).in_(photo_ids), col(UsageRow.id).in_(list(by_usage))),
            ~col(UsageRow.withdrawn),
        )
        .order_by(col(ArticleRow.published).desc(), col(UsageRow.id).desc())
    ):
        review = by_photo.get(usage.photo_id) or by_usage.get(usage.id) or 0
        usages[review].append((usage, article))
    first = {review: pairs[0][0].id for review, pairs in usages.items() if pairs}
    parties: dict[int, list[tuple[str, str, str | None, str]]] = {}
    for party in session.exec(
        select(PartyRow)
        .where(col(PartyRow.usage_id).in_(list(first.values())))
        .order_by(col(PartyRow.usage_id), col(PartyRow.ordinal))
    ):
        link = (party.name, party.role, party.country, party.control)
        parties.setdefault(party.usage_id, []).append(link)
    flags: dict[int, list[tuple[str, str, str]]] = {}
    for flag in session.exec(
        select(FlagRow)
        .where(
            col(FlagRow.review_id).in_([row.id for row in rows]), col(FlagRow.status) != "lapsed"
        )
        .order_by(col(FlagRow.id))
    ):
        flags.setdefault(flag.review_id or 0, []).append((flag.kind, flag.status, flag.summary))
    return tuple(
        _item(
            row,
            photos.get(row.photo_id) if row.photo_id is not None else None,
            usages[row.id or 0],
            parties.get(first.get(row.id or 0) or 0, []),
            flags.get(row.id or 0, []),
        )
        for row in rows
    )


def _item(
    row: ReviewRow,
    photo: PhotoRow | None,
    usages: list[tuple[UsageRow, ArticleRow]],
    parties: list[tuple[str, str, str | None, str]],
    flags: list[tuple[str, str, str]],
) -> QueueItem:
    usage, article = usages[0] if usages else (None, None)
    said = photo.metadata_read if photo is not None else {}
    return QueueItem(
        key=key_of(photo.sha256 if photo else None, row.usage_id),
        review_id=row.id or 0,
        version=row.version,
        sha256=photo.sha256 if photo else None,
        file_name=photo.file_name if photo else (usage.file_name if usage else None),
        width=photo.width if photo else None,
        height=photo.height if photo else None,
        damage=photo.damage if photo else None,
        caption=usage.caption if usage else said.get("caption"),
        alt_text=usage.alt_text if usage else said.get("alt_text"),
        credit_line=usage.credit_line if usage else said.get("credit_line"),
        headline=article.headline if article else None,
        slug=article.slug if article else None,
        published=article.published.isoformat() if article and article.published else None,
        usages=len(usages),
        verdict=row.verdict,
        origin=row.origin,
        state_media=row.state_media,
        decision=row.decision,
        flags=tuple(flags),
        parties=tuple(parties),
    )
