"""The way of a picture through a real browser, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.search import QueueFilter, history, photo_view, queue
from photodesk.desk import Desk, open_desk
from photodesk.settings import Settings

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BURST_DECISIONS, APART_MS = 10, 80


def _open(page: Any, address: str, wait_for: str = ".tile") -> None:
    page.goto(address)
    page.wait_for_selector(wait_for)


def _saved(page: Any, number: int) -> None:
    page.wait_for_function(
        "n => [...document.querySelectorAll('*')].some(e => e.shadowRoot?.querySelector('.status')"
        "?.textContent.includes(`${n} saved`))",
        arg=number,
    )


def _desk(home: Path) -> Desk:
    return open_desk(Settings(home=home, user="Reader", database_url="", originals=""))


def _decisions(home: Path, words: str) -> list[list[str]]:
    """The notes of the decisions on each picture whose words these are."""
    desk = _desk(home)
    with desk.catalogue.reading() as session:
        items = queue(session, QueueFilter(words=words)).items
        views = [photo_view(session, item.key) for item in items]
    desk.catalogue.close()
    return [[made.note for made in view.decisions] for view in views if view is not None]


def _exports(home: Path) -> list[dict[str, str]]:
    desk = _desk(home)
    with desk.catalogue.reading() as session:
        made = history(session, ["export"])
    desk.catalogue.close()
    return [{"format": event.after["format"], "by": event.actor} for event in made]


def test_a_picture_goes_from_the_queue_over_its_page_to_the_export(page: Any, home: Path) -> None:
    _open(page, "/publish?piece=way", ".notice, table")
    assert "KCNA (North Korean state media)" not in page.inner_text("body")
    _open(page, "/?words=way")
    page.wait_for_selector(".tile img")
    page.keyboard.press("Enter")
    page.wait_for_selector(".stage img")
    assert "Korean Central News Agency" in page.inner_text(".chain")
    page.keyboard.press("a")
    page.keyboard.type("Ceremony, label kept")
    page.keyboard.press("Enter")
    _saved(page, 1)
    page.get_by_text("Clear", exact=True).first.wait_for()
    page.get_by_role("link", name="Publish").click()
    page.get_by_text("Photo: KCNA (North Korean state media), Novaya Gazeta").wait_for()
    with page.expect_download() as awaited:
        page.get_by_role("button", name="Export").click()
    exported = Path(awaited.value.path()).read_text("utf-8")
    assert "Photo: KCNA (North Korean state media), Novaya Gazeta" in exported
    assert "Burst" not in exported
    assert _exports(home) == [{"format": "csv", "by": "Olena"}]


def test_a_decision_is_typed_in_the_contact_sheet(page: Any, home: Path) -> None:
    _open(page, "/?words=decided")
    page.keyboard.press("x")
    page.keyboard.press("Enter")  # a decision without a reason is not taken
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _saved(page, 1)
    assert "Blocked, saved" in page.inner_text(".tile")
    assert _decisions(home, "decided by key") == [["No licence"]]


def test_ten_decisions_eighty_milliseconds_apart_land_on_ten_pictures(
    page: Any, home: Path
) -> None:
    _open(page, "/?words=burst")
    page.keyboard.press("a")
    page.keyboard.type("Burst")
    page.keyboard.press("Enter")
    for _ in range(BURST_DECISIONS - 1):
        page.wait_for_timeout(APART_MS)
        page.keyboard.press("a")
        page.keyboard.press("Enter")
    _saved(page, BURST_DECISIONS)
    notes = [made for made in _decisions(home, "burst") if made]
    assert notes == [["Burst"]] * BURST_DECISIONS


@pytest.mark.parametrize(
    "address",
    [
        "/?state=all&words=window.ran",
        "/photo?photo=hostile%231",
        "/article?article=hostile",
        "/article",
        "/publish",
    ],
)
def test_words_that_bear_a_script_are_shown_and_not_run(page: Any, address: str) -> None:
    _open(page, address, ".root > *")
    page.get_by_text("<script>").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    # The same words as HTML do run, so this test can fail.
    page.evaluate("""document.body.insertAdjacentHTML(
        'beforeend', '<img src="data:," onerror="window.ran = true">')""")
    page.wait_for_function("window.ran === true")


def test_a_link_shows_a_colleague_the_same_queue(page: Any) -> None:
    _open(page, "/?state=all&words=burst")
    count = page.locator(".tile").count()
    page.click("[data-id='state-decided']")
    page.wait_for_function("location.search.includes('state=decided')")
    page.go_back()
    page.wait_for_function("location.search.includes('state=all')")
    page.wait_for_function(
        "n => [...document.querySelectorAll('*')].some(e =>"
        " e.shadowRoot?.querySelectorAll('.tile').length === n)",
        arg=count,
    )
