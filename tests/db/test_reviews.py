"""The queue's rows follow the three layers, and the calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from db.reviews import refresh_due, refresh_usages, something_is_due
from db.search import QueueFilter, queue
from db.tables import GrantRow, UsageRow
from photodesk.desk import Desk, open_desk
from photodesk.intake import import_sources


@pytest.fixture
def harvest(desk: Desk, tmp_path: Path) -> Desk:
    """One usage whose licence ends in ten days."""
    last = desk.today + timedelta(days=10)
    (tmp_path / "list.csv").write_text(
        "article,file,caption,credit,licence\n"
        f'harvest,,The harvest,Reuters,"Contract 5, until {last.isoformat()}"\n',
        "utf-8",
    )
    import_sources(desk, desk.by(), [tmp_path / "list.csv"], workers=1)
    return desk


def _verdicts(session: Session) -> list[str]:
    return [item.verdict for item in queue(session, QueueFilter()).items]


def test_a_verdict_changes_on_its_day_and_not_before(harvest: Desk) -> None:
    last = harvest.today + timedelta(days=10)
    with harvest.catalogue.writing() as session:
        assert not something_is_due(session, last)
        assert something_is_due(session, last + timedelta(days=1))
        assert refresh_due(session, last) == 0
        assert _verdicts(session) == ["clear"]
        assert refresh_due(session, last + timedelta(days=1)) == 1
        assert _verdicts(session) == ["blocked"]
        assert not something_is_due(session, last + timedelta(days=100))


def test_opening_the_newsroom_brings_verdicts_up_to_the_day(
    harvest: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = harvest.today + timedelta(days=11)
    monkeypatch.setattr(Desk, "today", property(lambda _desk: later))
    with open_desk(harvest.settings).catalogue.reading() as session:
        assert _verdicts(session) == ["blocked"]


@pytest.mark.parametrize(
    ("scope", "scope_id"), [("article", "1"), ("outlet", "reuters"), ("run", "1"), ("photo", "1")]
)
def test_a_denial_reaches_what_it_is_laid_on(harvest: Desk, scope: str, scope_id: str) -> None:
    denial = GrantRow(
        effect="deny", scope=scope, scope_id=scope_id, note="withdrawn", made_by="A", made_at="now"
    )  # fmt: skip
    with harvest.catalogue.writing() as session:
        session.add(denial)
        session.flush()
        refresh_usages(session, [session.get_one(UsageRow, 1)], harvest.today)
        assert _verdicts(session) == ["clear" if scope == "photo" else "blocked"]


def test_what_did_not_change_keeps_its_version(harvest: Desk) -> None:
    with harvest.catalogue.writing() as session:
        before = queue(session, QueueFilter()).items
        refresh_usages(session, [session.get_one(UsageRow, 1)], harvest.today)
        assert queue(session, QueueFilter()).items == before
