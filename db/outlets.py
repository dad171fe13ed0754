"""The outlet registry in the catalogue: the reviewed file, and what staff add to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from db.tables import OutletAliasRow, OutletRow, SettingRow

__all__ = ["load_registry", "registry_is_loaded", "staff_outlets", "store_outlet"]

_DIGEST = "registry.digest"


def registry_is_loaded(session: Session, digest: str) -> bool:
    """Whether the catalogue holds the reviewed file with this digest."""
    row = session.get(SettingRow, _DIGEST)
    return row is not None and row.value == digest


def load_registry(session: Session, entries: Iterable[dict[str, Any]], digest: str) -> None:
    """Take over the reviewed file; staff's own entries stay, and win over an entry of the same id.

    An outlet that left the file stays too, because printed lines may point to it.
    """
    own = {row.id for row in session.exec(select(OutletRow)) if row.added_by is not None}
    known = set(session.exec(select(OutletRow.id)))
    new: list[dict[str, Any]] = []
    aliases: list[dict[str, Any]] = []
    for entry in entries:
        if entry["id"] in own:
            continue
        row = _columns(entry) | {"added_by": None}
        if entry["id"] in known:
            session.merge(OutletRow(**row))
        else:
            new.append(row)
        aliases += _aliases(entry)
    session.flush()
    session.execute(delete(OutletAliasRow).where(col(OutletAliasRow.outlet_id).not_in(own)))
    if new:
        session.execute(insert(OutletRow), new)
    if aliases:
        session.execute(insert(OutletAliasRow), aliases)
    session.merge(SettingRow(key=_DIGEST, value=digest))
    session.flush()


def store_outlet(session: Session, entry: dict[str, Any], added_by: str) -> None:
    """Add or replace an entry of staff's own."""
    session.merge(OutletRow(**_columns(entry), added_by=added_by))
    session.flush()
    session.execute(delete(OutletAliasRow).where(col(OutletAliasRow.outlet_id) == entry["id"]))
    if rows := _aliases(entry):
        session.execute(insert(OutletAliasRow), rows)


def staff_outlets(session: Session) -> list[dict[str, Any]]:
    """The entries that staff added or replaced."""
    rows = session.exec(
        select(OutletRow).where(col(OutletRow.added_by).is_not(None)).order_by(OutletRow.id)
    )
    return [row.facts for row in rows]


def _columns(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: entry[name] for name in ("id", "name", "country", "kind", "control")} | {
        "facts": entry
    }


def _aliases(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "outlet_id": entry["id"],
            "name": alias["name"],
            "language": alias.get("lang"),
            "script": alias.get("script"),
            "rule": alias.get("rule"),
        }
        for alias in entry["aliases"]
    ]
