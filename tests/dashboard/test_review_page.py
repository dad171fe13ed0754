"""The review queue: filters in the address, decisions taken once, nothing read as markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db.search import QueueFilter, photo_view, queue
from media.rights import Action
from photodesk.dashboard.parts import shown
from photodesk.dashboard.parts.filters import address_after
from photodesk.desk import Desk
from photodesk.review import decide

Visit = Callable[..., Any]


def _entry(
    tile: dict[str, Any], seq: int = 1, action: str = "clear", **other: Any
) -> dict[str, Any]:
    said = {"seq": seq, "key": tile["key"], "action": action, "note": "Looked at it"}
    return said | {"version": tile["version"]} | other


def _verdicts(desk: Desk) -> dict[str, str]:
    with desk.catalogue.reading() as session:
        return {item.key: item.verdict for item in queue(session, QueueFilter()).items}


def test_the_queue_shows_what_waits_with_its_reason(visit: Visit) -> None:
    tiles = visit("review").tiles()
    state = [tile for tile in tiles if tile["state"]]
    assert len(state) == 3
    assert {tile["state"]["words"] for tile in state} == {"KP state media: KCNA"}
    assert any(tile["credit"] == "No credit is printed" for tile in tiles)
    assert all(tile["verdict"]["words"] == "To review" for tile in state)


def test_a_picture_without_its_file_says_so(visit: Visit) -> None:
    missing = [tile for tile in visit("review").tiles() if tile["src"] is None]
    assert len(missing) == 2
    assert "The file is missing" in missing[0]["spoken"]


def test_a_thumbnail_comes_from_our_own_signed_address(visit: Visit) -> None:
    shown = [tile for tile in visit("review").tiles() if tile["src"]]
    assert all(tile["src"].startswith("/api/thumbnails/") for tile in shown)
    assert all("signature=" in tile["src"] for tile in shown)


@pytest.mark.parametrize(
    ("parameters", "count"),
    [
        ({"kind": "state_media"}, 3),
        ({"kind": "missing_credit"}, 1),
        ({"state": "all"}, 6),
        ({"state": "decided"}, 2),
        ({"state": "all", "verdict": "restricted"}, 1),
        ({"state": "all", "country": "KP"}, 3),
        ({"state": "all", "outlet": "ap"}, 1),
        ({"state": "all", "words": "HARBOUR boat"}, 1),
        ({"kind": "no such kind", "verdict": "no such verdict"}, 4),
    ],
)
def test_the_address_filters_the_queue(
    visit: Visit, parameters: dict[str, str], count: int
) -> None:
    assert len(visit("review", **parameters).tiles()) == count


def test_the_filter_bar_counts_what_each_filter_would_show(visit: Visit) -> None:
    groups = {group["name"]: group for group in visit("review").data("groups")["groups"]}
    counted = {option["value"]: option["count"] for option in groups["kind"]["options"]}
    assert counted["state_media"] == 3
    assert {o["words"] for o in groups["outlet"]["options"]} >= {"Korean Central News Agency"}
    assert any("North Korea" in option["words"] for option in groups["country"]["options"])


def test_a_picked_filter_goes_into_the_address() -> None:
    assert address_after({"after": "1..2"}, "kind", "state_media") == {"kind": "state_media"}
    assert address_after({"kind": "state_media", "words": "x"}, "kind", "") == {"words": "x"}
    assert address_after({"kind": "state_media", "words": "x"}, "", "") == {}
    assert address_after({"photo": "1"}, "photo", "2") == {"photo": "1"}


def test_filters_that_fit_nothing_say_what_to_do(visit: Visit) -> None:
    assert "No picture fits these filters" in visit("review", words="zebra").says()


def test_an_empty_catalogue_says_how_to_fill_it(visit_empty: Visit) -> None:
    assert "photodesk import FOLDER" in visit_empty("review").says()


def test_a_queue_that_is_done_says_so(visit: Visit, newsroom: Desk) -> None:
    for tile in visit("review").tiles():
        decide(newsroom, newsroom.by(), [tile["key"]], Action.CLEAR, "Done")
    assert "Nothing waits for you" in visit("review").says()


def test_a_decision_from_the_sheet_is_kept_and_acknowledged(visit: Visit, newsroom: Desk) -> None:
    page = visit("review")
    tile = next(tile for tile in page.tiles() if tile["state"])
    page.send("sheet", _entry(tile))
    assert page.data("tiles")["acks"] == {"browser": 1}
    assert _verdicts(newsroom)[tile["key"]] == "clear"


def test_a_decided_picture_keeps_its_place_with_its_new_verdict(visit: Visit) -> None:
    page = visit("review")
    before = page.tiles()
    page.send("sheet", _entry(before[0], action="block"))
    after = page.tiles()
    assert [tile["key"] for tile in after] == [tile["key"] for tile in before]
    assert after[0]["verdict"]["words"] == "Blocked"
    page.press("again")
    assert len(page.tiles()) == len(before) - 1


def test_the_same_log_sent_twice_decides_once(visit: Visit, newsroom: Desk) -> None:
    page = visit("review")
    tile = page.tiles()[0]
    page.send("sheet", _entry(tile)).send("sheet", _entry(tile))
    with newsroom.catalogue.reading() as session:
        view = photo_view(session, tile["key"])
    assert view is not None
    assert len(view.decisions) == 1


def test_a_picture_that_somebody_else_decided_is_refused_in_words(
    visit: Visit, newsroom: Desk
) -> None:
    page = visit("review")
    tile = page.tiles()[0]
    decide(newsroom, newsroom.by("Ihor"), [tile["key"]], Action.BLOCK, "No licence")
    page.send("sheet", _entry(tile))
    (answer,) = page.data("tiles")["results"]
    assert not answer["ok"]
    assert "Ihor decided “block”" in answer["says"]
    assert _verdicts(newsroom)[tile["key"]] == "blocked"


def test_the_same_hand_may_decide_again_before_the_answer_came(
    visit: Visit, newsroom: Desk
) -> None:
    page = visit("review")
    tile = page.tiles()[0]
    page.send("sheet", _entry(tile), _entry(tile, seq=2, action="block"))
    assert [answer["ok"] for answer in page.data("tiles")["results"]] == [True, True]
    assert _verdicts(newsroom)[tile["key"]] == "blocked"


@pytest.mark.parametrize(
    "other", [{"action": "burn"}, {"version": None}, {"seq": "x"}, {"note": "  "}]
)
def test_a_log_that_makes_no_sense_decides_nothing(
    visit: Visit, newsroom: Desk, other: dict[str, Any]
) -> None:
    before = _verdicts(newsroom)
    page = visit("review")
    page.send("sheet", _entry(page.tiles()[0]) | other)
    assert _verdicts(newsroom) == before


def test_pages_follow_one_another_by_the_address(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown, "ON_A_PAGE", 3)
    page = visit("review")
    first = [tile["key"] for tile in page.tiles()]
    page.press("next")
    second = [tile["key"] for tile in page.tiles()]
    assert len(first) == 3
    assert len(second) == 1
    assert not {*first} & {*second}
    page.press("first")
    assert [tile["key"] for tile in page.tiles()] == first


@pytest.mark.parametrize("after", ["", "x", "1.2.3", "9" * 40 + "..1", "30.2025-01-01.x"])
def test_a_cursor_that_was_not_made_here_is_the_first_page(visit: Visit, after: str) -> None:
    assert len(visit("review", after=after).tiles()) == 4
