"""What staff decide holds, is explained, and is never silently overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from db.journal import first_break
from db.search import FlagView, QueueFilter, facets, flags, history, photo_view, queue
from media.rights import Action
from photodesk.desk import Desk
from photodesk.intake import import_sources
from photodesk.review import Conflict, ReviewError, confirm_chain, decide, settle_flag

FIRST = "decorations#1"


@pytest.fixture
def newsroom(desk: Desk, article_file: Path) -> Desk:
    """A newsroom with two usages of state media that wait for their files."""
    import_sources(desk, desk.by(), [article_file], workers=1)
    return desk


def _flags(desk: Desk) -> list[FlagView]:
    with desk.catalogue.reading() as session:
        return list(flags(session, status=None))


def _verdict(desk: Desk, name: str = FIRST) -> str:
    from photodesk.review import find_picture

    with desk.catalogue.reading() as session:
        return find_picture(session, name).verdict


def test_a_decision_changes_the_verdict_and_settles_the_flags(newsroom: Desk) -> None:
    assert _verdict(newsroom) == "review"
    made = decide(newsroom, newsroom.by("Olena"), [FIRST], Action.CLEAR, "Ceremony, label kept")
    assert made[0].verdict == "clear"
    settled = [f for f in _flags(newsroom) if f.position == 1]
    assert {(f.status, f.decided_by) for f in settled} == {("confirmed", "Olena")}


def test_a_decision_on_several_pictures_is_all_or_none(newsroom: Desk) -> None:
    with pytest.raises(ReviewError, match="No picture is called"):
        decide(newsroom, newsroom.by(), [FIRST, "nothing"], Action.BLOCK, "no")
    assert _verdict(newsroom) == "review"


@pytest.mark.parametrize("note", ["", "   "])
def test_a_decision_needs_its_reason(newsroom: Desk, note: str) -> None:
    with pytest.raises(ReviewError, match="needs a note"):
        decide(newsroom, newsroom.by(), [FIRST], Action.CLEAR, note)


def test_who_decides_on_an_old_state_is_told_who_was_faster(newsroom: Desk) -> None:
    seen = decide(newsroom, newsroom.by("Ann"), [FIRST], Action.RESTRICT, "web only")[0].version
    decide(newsroom, newsroom.by("Bob"), [FIRST], Action.BLOCK, "withdrawn", expect=seen)
    with pytest.raises(Conflict, match=r"Bob decided “block” .*withdrawn"):
        decide(newsroom, newsroom.by("Ann"), [FIRST], Action.CLEAR, "fine", expect=seen)
    assert _verdict(newsroom) == "blocked"


def test_a_picture_that_changed_by_import_is_a_conflict_too(
    newsroom: Desk, article_file: Path
) -> None:
    with newsroom.catalogue.reading() as session:
        seen = queue(session, QueueFilter()).items[-1].version
    words = article_file.read_text("utf-8").replace("KCNA, Novaya Gazeta", "Reuters")
    article_file.write_text(words, "utf-8")
    import_sources(newsroom, newsroom.by(), [article_file], workers=1)
    with pytest.raises(Conflict, match="imported or flagged anew"):
        decide(newsroom, newsroom.by(), [FIRST], Action.CLEAR, "fine", expect=seen)


def test_a_later_decision_follows_and_the_earlier_one_stays(newsroom: Desk) -> None:
    decide(newsroom, newsroom.by("Ann"), [FIRST], Action.BLOCK, "wait for the desk")
    decide(newsroom, newsroom.by("Bob"), [FIRST], Action.CLEAR, "asked, fine")
    with newsroom.catalogue.reading() as session:
        key = queue(session, QueueFilter(verdict="clear")).items[0].key
        view = photo_view(session, key)
    assert view is not None
    assert [(d.decided_by, d.action) for d in view.decisions] == [
        ("Bob", "clear"),
        ("Ann", "block"),
    ]


def test_a_dismissed_flag_no_longer_asks(newsroom: Desk) -> None:
    flag = next(f for f in _flags(newsroom) if f.kind == "state_media" and f.position == 1)
    made = settle_flag(newsroom, newsroom.by(), flag.id, dismiss=True, note="a film still")
    assert made.verdict == "clear"


def test_a_confirmed_flag_still_waits_for_a_decision_on_use(newsroom: Desk) -> None:
    flag = next(f for f in _flags(newsroom) if f.kind == "state_media" and f.position == 1)
    made = settle_flag(newsroom, newsroom.by(), flag.id, dismiss=False, note="it is theirs")
    assert made.verdict == "review"


def test_a_flag_that_is_not_there_is_refused(newsroom: Desk) -> None:
    with pytest.raises(ReviewError, match="no flag 999"):
        settle_flag(newsroom, newsroom.by(), 999, dismiss=True, note="x")


def test_a_flag_seen_on_an_old_state_is_a_conflict(newsroom: Desk) -> None:
    flag = next(f for f in _flags(newsroom) if f.position == 1)
    decide(newsroom, newsroom.by("Ann"), [FIRST], Action.CLEAR, "fine")
    with pytest.raises(Conflict, match="Ann decided"):
        settle_flag(newsroom, newsroom.by(), flag.id, dismiss=True, note="x", expect=1)


def test_a_lapsed_flag_cannot_be_settled(newsroom: Desk, article_file: Path) -> None:
    flag = next(f for f in _flags(newsroom) if f.kind == "state_media")
    words = article_file.read_text("utf-8").replace("KCNA, Novaya Gazeta", "Reuters")
    article_file.write_text(
        words.replace("Source: KCNA, North Korea’s state news agency; ", "Source: "), "utf-8"
    )
    import_sources(newsroom, newsroom.by(), [article_file], workers=1)
    assert flag.id not in {f.id for f in _flags(newsroom)}
    with pytest.raises(ReviewError, match="lapsed"):
        settle_flag(newsroom, newsroom.by(), flag.id, dismiss=True, note="x")


def test_a_confirmed_chain_ends_when_the_printed_line_changes(
    newsroom: Desk, article_file: Path
) -> None:
    def confirmed() -> bool:
        with newsroom.catalogue.reading() as session:
            view = photo_view(session, "usage-1")
        assert view is not None
        return view.usages[0].chain_confirmed

    assert not confirmed()
    confirm_chain(newsroom, newsroom.by(), 1, "asked them")
    assert confirmed()
    words = article_file.read_text("utf-8").replace("KCNA, Novaya Gazeta", "KCNA, Meduza")
    article_file.write_text(words, "utf-8")
    import_sources(newsroom, newsroom.by(), [article_file], workers=1)
    assert not confirmed()


def test_a_usage_without_a_credit_has_no_chain_to_confirm(newsroom: Desk) -> None:
    with pytest.raises(ReviewError, match="no printed credit"):
        confirm_chain(newsroom, newsroom.by(), 999, "x")


def test_everything_decided_is_in_the_journal(newsroom: Desk) -> None:
    decide(newsroom, newsroom.by("Ann"), [FIRST], Action.BLOCK, "withdrawn")
    confirm_chain(newsroom, newsroom.by("Bob"), 1, "asked them")
    with newsroom.catalogue.reading() as session:
        entries = [(e.actor, e.action, e.reason) for e in history(session, ["usage:1"])]
        assert first_break(session) is None
    assert entries[0] == ("Bob", "decision.confirm_chain", "asked them")
    assert ("Ann", "decision.block", "withdrawn") in entries
    assert ("Ann", "flag.confirmed", "withdrawn") in entries


def test_a_name_that_means_several_pictures_is_refused(
    desk: Desk, tmp_path: Path, draw: Callable[..., bytes]
) -> None:
    for number, folder in enumerate(("a", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.jpg").write_bytes(draw(number))
    import_sources(desk, desk.by(), [tmp_path / "a", tmp_path / "b"], workers=1)
    with pytest.raises(ReviewError, match="means 2 pictures"):
        decide(desk, desk.by(), ["same.jpg"], Action.CLEAR, "x")


def test_the_queue_is_filtered_counted_and_paged(newsroom: Desk) -> None:
    with newsroom.catalogue.reading() as session:
        counts = facets(session, QueueFilter())
        assert counts.kinds["state_media"] == 2
        assert counts.countries["KP"] == 2
        assert counts.outlets["kcna"] == 2
        assert (counts.waiting, counts.total) == (2, 2)
        first = queue(session, QueueFilter(outlet="kcna", waiting=True), limit=1)
        assert first.after is not None
        second = queue(session, QueueFilter(outlet="kcna", waiting=True), first.after, limit=1)
        assert {*first.items, *second.items} == set(queue(session, QueueFilter()).items)
        assert second.after is None
        assert queue(session, QueueFilter(country="FR")).total == 0
        assert queue(session, QueueFilter(kind="missing_credit")).total == 0
        assert queue(session, QueueFilter(waiting=False)).total == 0
        assert queue(session, QueueFilter(words="100% _")).total == 0
