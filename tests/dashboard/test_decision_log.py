"""The log of decisions: every entry once, even when two runs of a page overlap."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from db.search import QueueFilter, photo_view, queue
from photodesk.dashboard.parts import decisions
from photodesk.dashboard.parts.decisions import DecisionLog
from photodesk.desk import Desk


def _log_of(desk: Desk) -> dict[str, Any]:
    with desk.catalogue.reading() as session:
        items = queue(session, QueueFilter()).items
    entries = [
        {"seq": n, "key": i.key, "action": "block", "note": "Once", "version": i.version}
        for n, i in enumerate(items, 1)
    ]
    return {"client": "browser", "entries": entries}


def _decided(desk: Desk, sent: dict[str, Any]) -> list[int]:
    with desk.catalogue.reading() as session:
        views = [photo_view(session, entry["key"]) for entry in sent["entries"]]
    return [len(view.decisions) for view in views if view is not None]


def test_two_overlapping_runs_decide_each_entry_once(
    newsroom: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = decisions.decide

    def slowly(*given: Any) -> Any:
        time.sleep(0.02)  # long enough for the other run to come in between
        return really(*given)

    monkeypatch.setattr(decisions, "decide", slowly)
    log, sent = DecisionLog(), _log_of(newsroom)
    with ThreadPoolExecutor(2) as runs:
        answers = list(runs.map(lambda _: log.take(newsroom, sent), range(2)))
    assert sorted(len(one) for one in answers) == [0, 6]
    assert _decided(newsroom, sent) == [1] * 6


def test_another_browser_counts_its_own_numbers(newsroom: Desk) -> None:
    log, sent = DecisionLog(), _log_of(newsroom)
    log.take(newsroom, sent | {"entries": sent["entries"][:1]})
    log.take(newsroom, sent | {"client": "other", "entries": sent["entries"][1:]})
    assert log.acks == {"browser": 1, "other": 6}
    assert log.changes == [entry["key"] for entry in sent["entries"]]


@pytest.mark.parametrize("sent", [None, "x", {}, {"client": 1}, {"client": "b", "entries": "x"}])
def test_what_is_no_log_is_left_alone(newsroom: Desk, sent: object) -> None:
    log = DecisionLog()
    assert log.take(newsroom, sent) == ()
    assert not log.acks


def test_answers_do_not_pile_up(newsroom: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "_ANSWERS_KEPT", 2)
    log = DecisionLog()
    assert len(log.take(newsroom, _log_of(newsroom))) == 6
    assert [answer.seq for answer in log.answers] == [5, 6]
