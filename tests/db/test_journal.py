"""The journal: every change in order, and no change to it unseen."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.journal import By, Change, first_break, record
from db.session import CatalogueUnavailable
from photodesk.desk import Desk

BY = By("Olena", "2026-01-02T03:04:05.000000Z")


def _write(desk: Desk, count: int = 3) -> None:
    with desk.catalogue.writing() as session:
        record(
            session, BY, [Change("thing.done", f"thing:{n}", {}, {"n": n}) for n in range(count)]
        )


def _tamper(desk: Desk, statement: str) -> None:
    with desk.catalogue.engine.connect() as connection, connection.begin():
        for change in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER audit_events_refuses_{change}"))
        connection.execute(text(statement))


def _break(desk: Desk) -> str | None:
    with desk.catalogue.reading() as session:
        return first_break(session)


def test_an_untouched_journal_is_whole(desk: Desk) -> None:
    _write(desk)
    _write(desk)
    assert _break(desk) is None


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_events SET actor = 'x'", "DELETE FROM audit_events"]
)
def test_the_database_refuses_to_change_the_journal(desk: Desk, statement: str) -> None:
    _write(desk)
    with (
        pytest.raises(DBAPIError, match="only grows"),
        desk.catalogue.engine.connect() as connection,
    ):
        connection.execute(text(statement))


def test_an_edited_entry_is_named(desk: Desk) -> None:
    _write(desk)
    _tamper(desk, "UPDATE audit_events SET actor = 'somebody else' WHERE seq = 2")
    assert _break(desk) == "entry 2 was changed"


def test_a_removed_entry_is_named(desk: Desk) -> None:
    _write(desk)
    _tamper(desk, "DELETE FROM audit_events WHERE seq = 2")
    assert _break(desk) == "entry 2 is missing"


def test_an_entry_from_another_chain_is_named(desk: Desk) -> None:
    _write(desk)
    _tamper(desk, f"UPDATE audit_events SET previous = '{'1' * 64}' WHERE seq = 3")
    assert _break(desk) == "entry 3 does not follow the entry before it"


def test_a_change_that_fails_leaves_no_entry(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.catalogue.writing() as session:
        record(session, BY, [Change("thing.done", "thing:1")])
        raise RuntimeError
    with desk.catalogue.reading() as session:
        assert session.execute(text("SELECT count(*) FROM audit_events")).scalar() == 0


def test_the_refusal_reaches_a_user_as_one_sentence(desk: Desk) -> None:
    _write(desk)
    with (
        pytest.raises(CatalogueUnavailable, match="only grows"),
        desk.catalogue.writing() as session,
    ):
        session.execute(text("DELETE FROM audit_events"))
