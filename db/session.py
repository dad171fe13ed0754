"""Opening the catalogue: safe SQLite, PostgreSQL by URL, the schema brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import Session

from db.migrations import bring_up_to_date
from media.errors import PhotodeskError

__all__ = ["Catalogue", "CatalogueUnavailable", "journal_mode", "open_catalogue"]

BUSY_TIMEOUT_MS = 30_000
WAL_IS_SOUND_FROM = (3, 51, 3)
"""Before this release two writers that checkpoint at once can corrupt a WAL database."""


class CatalogueUnavailable(PhotodeskError):
    """The database cannot be opened, read or written; the message names it and the remedy."""


def journal_mode(library: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """The journal mode that this release of the SQLite library can be trusted with."""
    return "WAL" if library >= WAL_IS_SOUND_FROM else "DELETE"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The newsroom's memory: ``reading()`` and ``writing()`` give short sessions."""

    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the catalogue and writes nothing."""
        with _explained(self.engine), Session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that holds the write lock from its start and commits at its end."""
        with (
            _explained(self.engine),
            self.engine.connect().execution_options(photodesk_write=True) as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session
            session.commit()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_catalogue(url: str) -> Catalogue:
    """Open the catalogue at a SQLAlchemy URL and bring its schema up to date.

    Raises CatalogueUnavailable when the URL is unusable or the server does not answer.
    """
    try:
        engine = _engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise CatalogueUnavailable(
            f"The catalogue address cannot be used ({error}); expected sqlite:///PATH or "
            "postgresql://USER@HOST/NAME (the latter needs photodesk[postgres])."
        ) from None
    with _explained(engine):
        bring_up_to_date(engine)
    return Catalogue(engine)


def _engine(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    engine = create_engine(address, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # photodesk says BEGIN itself, see _begin_sqlite
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute(f"PRAGMA journal_mode = {journal_mode()}")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A write that starts with a read lock can deadlock with another; so take the lock at once.
    write = connection.get_execution_options().get("photodesk_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        where = engine.url.render_as_string(hide_password=True)
        raise CatalogueUnavailable(
            f"The catalogue {where} cannot be used: {str(error.orig).strip()}. "
            "Check that the place exists, has room and may be written to."
        ) from error


def is_postgres(session: Session) -> bool:
    """Whether the session talks to PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def lock_for_append(session: Session) -> None:
    """Let one transaction at a time append to the audit chain (SQLite holds that lock already)."""
    if is_postgres(session):
        session.execute(text("SELECT pg_advisory_xact_lock(7081)"))
