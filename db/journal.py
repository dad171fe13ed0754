"""The audit journal: every change, in order, chained by hash, never edited.

Each entry's digest covers its own content and the digest before it (length-prefixed, so that no
two contents give the same bytes). A break therefore shows where it happened.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlmodel import Session, col, select

from db.session import lock_for_append
from db.tables import AuditRow

__all__ = ["GENESIS", "By", "Change", "first_break", "record"]

GENESIS = "0" * 64
"""What stands in place of a digest before the first entry."""


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, and when (ISO 8601, UTC)."""

    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change to one object: the fields before and after, and why."""

    action: str
    object: str
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None


def record(session: Session, by: By, changes: Iterable[Change]) -> None:
    """Append changes to the journal, in the transaction that makes them."""
    changes = tuple(changes)
    if not changes:
        return
    lock_for_append(session)
    last = session.exec(select(AuditRow).order_by(col(AuditRow.seq).desc()).limit(1)).first()
    seq, previous = (last.seq or 0, last.digest) if last else (0, GENESIS)
    for change in changes:
        seq += 1
        row = AuditRow(
            seq=seq,
            at=by.at,
            actor=by.actor,
            action=change.action,
            object=change.object,
            before=dict(change.before),
            after=dict(change.after),
            reason=change.reason,
            previous=previous,
            digest="",
        )
        row.digest = previous = _digest(row)
        session.add(row)
    session.flush()


def first_break(session: Session) -> str | None:
    """The first place where the chain does not hold, in words; None when it is whole."""
    previous, expected = GENESIS, 1
    entries = select(AuditRow).order_by(col(AuditRow.seq)).execution_options(yield_per=1000)
    for row in session.exec(entries):
        if row.seq != expected:
            return f"entry {expected} is missing"
        if row.previous != previous:
            return f"entry {row.seq} does not follow the entry before it"
        if row.digest != _digest(row):
            return f"entry {row.seq} was changed"
        previous, expected = row.digest, expected + 1
    return None


def _digest(row: AuditRow) -> str:
    parts = (
        str(row.seq),
        row.at,
        row.actor,
        row.action,
        row.object,
        _canonical(row.before),
        _canonical(row.after),
        row.reason or "",
        row.previous,
    )
    digest = sha256()
    for part in parts:
        content = part.encode()
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.hexdigest()


def _canonical(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
