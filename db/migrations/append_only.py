"""Triggers that let rows be added to a table and never changed or taken away."""

from __future__ import annotations

from sqlalchemy import Connection

__all__ = ["make_append_only"]


def make_append_only(connection: Connection, table: str) -> None:
    """Refuse every UPDATE and DELETE (and on PostgreSQL TRUNCATE) on ``table``."""
    refusal = f"{table} only grows: rows are never changed or removed"
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(
            f"CREATE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{refusal}'; END $$"
        )
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"EXECUTE FUNCTION {table}_only_grows()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        )
