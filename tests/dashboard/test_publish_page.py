"""The export page: a preview that is no way around the gate, and the export when it is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from db.search import history
from media.rights import Action
from photodesk.dashboard.parts import preview
from photodesk.desk import Desk
from photodesk.review import decide

Visit = Callable[..., Any]


def _exports(desk: Desk) -> int:
    with desk.catalogue.reading() as session:
        return len(history(session, ["export"]))


def test_the_preview_shows_what_may_be_printed_and_lists_the_withheld_apart(visit: Visit) -> None:
    says = visit("publish").says()
    to_print, withheld = says.split("Withheld")
    assert "Photo: AP Photo/Mara Lind" in to_print
    assert "Photo: Handout / Varn Mountain Rescue" in to_print
    assert "editorial use" in to_print
    assert "KCNA" not in to_print
    assert "State media, and nobody has reviewed it yet" in withheld
    assert "2 to print, 4 withheld" in to_print


def test_a_cleared_picture_moves_to_the_lines_to_print(visit: Visit, newsroom: Desk) -> None:
    decide(newsroom, newsroom.by(), ["parade#1"], Action.CLEAR, "Label kept")
    to_print, _ = visit("publish").says().split("Withheld")
    assert "Photo: KCNA (North Korean state media), Novaya Gazeta" in to_print
    assert "North Korean state media" in to_print


def test_the_address_chooses_article_language_and_style(visit: Visit, newsroom: Desk) -> None:
    decide(newsroom, newsroom.by(), ["parade#1"], Action.CLEAR, "Label kept")
    page = visit("publish", piece="parade", language="uk", style="via")
    assert "Фото: KCNA (державне медіа, Північна Корея), через Novaya Gazeta" in page.says()
    assert "1 to print, 0 withheld" in page.says()


def test_an_article_is_known_by_its_slug_too_and_an_unknown_one_is_every_article(
    visit: Visit,
) -> None:
    assert visit("publish", piece="parade").at.selectbox(key="article-choice").value == "parade"
    assert "2 to print, 4 withheld" in visit("publish", piece="nowhere").says()


def test_a_chosen_article_goes_into_the_address(visit: Visit) -> None:
    page = visit("publish")
    page.at.selectbox(key="article-choice").set_value("harbour")
    page.run()
    assert page.at.query_params["piece"] == "harbour"
    assert "1 to print, 1 withheld" in page.says()


def test_a_long_preview_says_that_it_is_only_the_beginning(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "LOOKED_AT", 3)
    assert "Of the first 3 of 6: 1 to print, 2 withheld" in visit("publish").says()


def test_looking_at_the_page_exports_nothing(visit: Visit, newsroom: Desk) -> None:
    visit("publish")
    assert _exports(newsroom) == 0


def test_days_the_wrong_way_round_are_explained(visit: Visit) -> None:
    page = visit("publish", since="2025-08-01", until="2025-01-01")
    assert "The first day is after the last" in page.says()


def test_the_days_choose_the_articles(visit: Visit) -> None:
    page = visit("publish", since="2025-06-02", until="2025-06-02")
    assert "1 to print, 0 withheld" in page.says()


def test_no_table_offers_a_way_around_the_gate(visit: Visit) -> None:
    page = visit("publish")
    assert not page.at.dataframe
    assert not page.at.table


def test_an_empty_catalogue_has_nothing_to_publish(visit_empty: Visit) -> None:
    assert "Nothing to publish yet" in visit_empty("publish").says()
