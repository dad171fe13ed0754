"""The migrations give exactly the tables that the code describes, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

import db.tables  # noqa: F401  (fills the metadata)
from db.session import Catalogue


def test_the_migrated_schema_is_the_schema_of_the_code(any_catalogue: Catalogue) -> None:
    with any_catalogue.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert differences == []


@pytest.mark.parametrize("table", ["audit_events", "decisions"])
def test_what_was_decided_is_never_edited(any_catalogue: Catalogue, table: str) -> None:
    values = {
        "audit_events": "(1, 'now', 'me', 'a', 'o', '{}', '{}', NULL, '', '')",
        "decisions": "(1, 'usage:1', 'clear', NULL, 'why', 'me', 'now')",
    }
    with any_catalogue.engine.connect() as connection:
        connection.execute(text(f"INSERT INTO {table} VALUES {values[table]}"))
        connection.commit()
        with pytest.raises(Exception, match="only grows"):
            connection.execute(text(f"DELETE FROM {table}"))
