"""The schema's history; ``bring_up_to_date`` is run whenever a catalogue is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

__all__ = ["HEAD", "bring_up_to_date"]

HEAD = "0001"
"""The newest revision; a test holds it against the files under ``versions``."""

_LOCK = 7080


def bring_up_to_date(engine: Engine) -> None:
    """Create the schema or migrate it to HEAD, all in one transaction, one process at a time."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with (
        engine.connect().execution_options(photodesk_write=True) as connection,
        connection.begin(),
    ):
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if _revision(connection) != HEAD:
            _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    # Alembic costs 0.2 s to import, and most starts have nothing to migrate.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
