"""Opening the catalogue: the schema, the safety settings, and clear words when it fails."""

from pathlib import Path

import pytest
from sqlalchemy import text

from db.migrations import HEAD
from db.session import CatalogueUnavailable, journal_mode, open_catalogue


def test_wal_is_used_only_where_its_corruption_bug_is_fixed() -> None:
    assert journal_mode((3, 40, 1)) == "DELETE"
    assert journal_mode((3, 51, 2)) == "DELETE"
    assert journal_mode((3, 51, 3)) == "WAL"
    assert journal_mode((3, 54, 1)) == "WAL"


def test_sqlite_is_opened_durable_with_foreign_keys_and_patience(tmp_path: Path) -> None:
    catalogue = open_catalogue(f"sqlite:///{tmp_path / 'c.db'}")
    with catalogue.reading() as session:
        assert session.execute(text("PRAGMA synchronous")).scalar() == 2
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert session.execute(text("PRAGMA busy_timeout")).scalar() == 30_000
        assert session.execute(text("PRAGMA journal_mode")).scalar() == journal_mode().lower()


def test_a_writer_holds_the_lock_from_its_start(tmp_path: Path) -> None:
    catalogue = open_catalogue(f"sqlite:///{tmp_path / 'c.db'}")
    with catalogue.writing(), catalogue.engine.connect() as other:
        other.exec_driver_sql("PRAGMA busy_timeout = 10")
        other.rollback()
        with pytest.raises(Exception, match="locked"):
            other.execution_options(photodesk_write=True).execute(text("SELECT 1"))


def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'c.db'}"
    open_catalogue(url).close()
    with open_catalogue(url).reading() as session:
        assert session.execute(text("SELECT version_num FROM alembic_version")).all() == [(HEAD,)]


def test_head_is_the_newest_revision_file() -> None:
    folder = Path(__file__).parents[2] / "db" / "migrations" / "versions"
    assert max(path.name.split("_")[0] for path in folder.glob("[0-9]*.py")) == HEAD


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "sqlite:////nowhere/at/all/c.db"])
def test_an_unusable_address_gets_one_sentence(url: str) -> None:
    with pytest.raises(CatalogueUnavailable) as caught:
        open_catalogue(url)
    assert "\n" not in str(caught.value)


def test_the_password_is_not_in_the_message() -> None:
    with pytest.raises(CatalogueUnavailable) as caught:
        open_catalogue("postgresql://desk:sesame@127.0.0.1:1/photodesk?connect_timeout=2")
    assert "sesame" not in str(caught.value)
