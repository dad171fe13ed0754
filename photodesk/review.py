"""What staff decide: about a picture's use, about a flag, about the roles in a chain.

Each verb runs in one transaction with its journal entry, checks the version that the reviewer saw,
and brings the queue up to date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from db.facts import CONFIRM_CHAIN
from db.journal import By, Change, record
from db.reviews import refresh_photos, refresh_usages
from db.search import QueueItem, find_reviews, key_of
from db.tables import DecisionRow, FlagRow, PhotoRow, ReviewRow, UsageRow
from media.errors import PhotodeskError
from media.rights import Action
from photodesk.desk import Desk

__all__ = [
    "Conflict",
    "Decided",
    "ReviewError",
    "confirm_chain",
    "decide",
    "find_picture",
    "settle_flag",
]

CONFIRMED, DISMISSED = "confirmed", "dismissed"


class ReviewError(PhotodeskError):
    """The decision cannot be taken as asked; the message says why."""


class Conflict(ReviewError):
    """Somebody else was faster; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A picture after a decision."""

    key: str
    verdict: str
    version: int


def decide(
    desk: Desk,
    by: By,
    names: Sequence[str],
    action: Action,
    note: str,
    expect: int | None = None,
) -> tuple[Decided, ...]:
    """Decide on pictures, all or none; their open flags count as seen and confirmed.

    ``names`` are keys, beginnings of a SHA-256, SLUG#POSITION or file names; ``expect`` is the
    version that the reviewer saw. Raises ReviewError for an unknown or ambiguous name or a missing
    note, Conflict when the picture changed since.
    """
    note = _checked(note)
    with desk.catalogue.writing() as session:
        items = [find_picture(session, name) for name in names]
        for item in items:
            _expect(session, item, expect)
        for item in items:
            review = session.get_one(ReviewRow, item.review_id)
            subject = _subject(review)
            _add(session, by, subject, action, note, {"verdict": review.verdict})
            flags = [f for f in _flags_on(session, review) if f.status == "open"]
            for flag in flags:
                _settle(session, by, flag, CONFIRMED, note)
            _refresh(desk, session, review)
        return tuple(_decided(session, item) for item in items)


def settle_flag(
    desk: Desk, by: By, flag_id: int, dismiss: bool, note: str, expect: int | None = None
) -> Decided:
    """Confirm a flag, or dismiss it for good as long as its evidence stays the same."""
    note = _checked(note)
    with desk.catalogue.writing() as session:
        flag = session.get(FlagRow, flag_id)
        if flag is None or flag.review_id is None:
            raise ReviewError(f"There is no flag {flag_id}.")
        review = session.get_one(ReviewRow, flag.review_id)
        item = _item_of(session, review)
        _expect(session, item, expect)
        if flag.status not in ("open", CONFIRMED, DISMISSED):
            raise ReviewError(f"Flag {flag_id} has lapsed: its evidence is gone.")
        _settle(session, by, flag, DISMISSED if dismiss else CONFIRMED, note)
        _refresh(desk, session, review)
        return _decided(session, item)


def confirm_chain(desk: Desk, by: By, usage_id: int, note: str) -> None:
    """Confirm the roles inferred for a printed line, so that the export may say "via".

    The confirmation holds for the line as it stands; a changed line asks again.
    """
    note = _checked(note)
    with desk.catalogue.writing() as session:
        usage = session.get(UsageRow, usage_id)
        if usage is None or not usage.credit_line:
            raise ReviewError(f"Usage {usage_id} has no printed credit line to confirm.")
        subject = f"usage:{usage.id}"
        _add(session, by, subject, CONFIRM_CHAIN, note, {}, about=usage.credit_line)
        refresh_usages(session, [usage], desk.today)


def find_picture(session: Session, name: str) -> QueueItem:
    """The one picture that a name means; raises ReviewError when it is none or several."""
    found = find_reviews(session, name)
    if not found:
        raise ReviewError(
            f"No picture is called {name!r}; give the beginning of its SHA-256, SLUG#POSITION or "
            "its file name, as `photodesk search` and `photodesk flags` print them."
        )
    if len(found) > 1:
        keys = ", ".join(item.key[:12] for item in found[:5])
        raise ReviewError(f"{name!r} means {len(found)} pictures ({keys} …); give more of the key.")
    return found[0]


def _checked(note: str) -> str:
    if not note.strip():
        raise ReviewError("A decision needs a note that says why.")
    return note.strip()


def _expect(session: Session, item: QueueItem, expect: int | None) -> None:
    if expect is None or item.version == expect:
        return
    review = session.get_one(ReviewRow, item.review_id)
    last = session.exec(
        select(DecisionRow)
        .where(DecisionRow.subject == _subject(review))
        .order_by(col(DecisionRow.id).desc())
    ).first()
    what = (
        f"{last.decided_by} decided “{last.action}” on {_minute(last.decided_at)} ({last.note})"
        if last
        else "it was imported or flagged anew"
    )
    raise Conflict(
        f"Nothing was changed: picture {item.key[:12]} is at version {item.version}, not {expect}; "
        f"{what}. Look at it again before you decide."
    )


def _minute(moment: str) -> str:
    return f"{moment[:10]} at {moment[11:16]} UTC"


def _subject(review: ReviewRow) -> str:
    if review.photo_id is not None:
        return f"photo:{review.photo_id}"
    return f"usage:{review.usage_id}"


def _flags_on(session: Session, review: ReviewRow) -> list[FlagRow]:
    return list(session.exec(select(FlagRow).where(FlagRow.review_id == review.id)))


def _add(
    session: Session,
    by: By,
    subject: str,
    action: str,
    note: str,
    before: dict[str, str],
    about: str | None = None,
) -> None:
    session.add(
        DecisionRow(
            subject=subject,
            action=str(action),
            about=about,
            note=note,
            decided_by=by.actor,
            decided_at=by.at,
        )
    )
    after = {"decision": str(action)} | ({"about": about} if about else {})
    record(session, by, [Change(f"decision.{action}", subject, before, after, note)])


def _settle(session: Session, by: By, flag: FlagRow, status: str, note: str) -> None:
    before = {"status": flag.status, "note": flag.note}
    flag.status, flag.note = status, note
    flag.decided_by, flag.decided_at = by.actor, by.at
    session.add(flag)
    after = {"status": status, "kind": flag.kind, "flag": flag.id}
    record(session, by, [Change(f"flag.{status}", flag.subject, before, after, note)])


def _refresh(desk: Desk, session: Session, review: ReviewRow) -> None:
    seen = review.version
    if review.photo_id is not None:
        refresh_photos(session, [review.photo_id], desk.today)
    elif review.usage_id is not None:
        refresh_usages(session, [session.get_one(UsageRow, review.usage_id)], desk.today)
    if review.version == seen:  # the same decision once more is still a new version
        review.version += 1
        session.add(review)
        session.flush()


def _item_of(session: Session, review: ReviewRow) -> QueueItem:
    photo = session.get(PhotoRow, review.photo_id) if review.photo_id is not None else None
    return find_picture(session, key_of(photo.sha256 if photo else None, review.usage_id))


def _decided(session: Session, item: QueueItem) -> Decided:
    review = session.get_one(ReviewRow, item.review_id)
    return Decided(item.key, review.verdict, review.version)
