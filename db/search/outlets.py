"""The outlets of the catalogue: the reviewed registry and staff's own entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.tables import OutletRow, PartyRow

__all__ = ["OutletView", "outlets"]


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet with its whole entry and how many printed credits name it."""

    id: str
    name: str
    country: str | None
    kind: str
    control: str
    facts: dict[str, Any]
    added_by: str | None
    credits: int


def outlets(session: Session, ids: tuple[str, ...] | None = None) -> tuple[OutletView, ...]:
    """The outlets with these ids (None: all), by name."""
    counts = dict(
        session.exec(
            select(PartyRow.outlet_id, func.count())
            .where(col(PartyRow.outlet_id).is_not(None))
            .group_by(col(PartyRow.outlet_id))
        ).all()
    )
    wanted = select(OutletRow).order_by(col(OutletRow.name), col(OutletRow.id))
    if ids is not None:
        wanted = wanted.where(col(OutletRow.id).in_(ids))
    return tuple(
        OutletView(
            r.id, r.name, r.country, r.kind, r.control, r.facts, r.added_by, counts.get(r.id, 0)
        )
        for r in session.exec(wanted)
    )
