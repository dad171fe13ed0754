"""The article page: what the page says, its pictures in order, the lines to print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Visit = Callable[..., Any]


def test_an_article_shows_its_pictures_in_order_with_verdicts(visit: Visit) -> None:
    says = visit("article", article="harbour").says()
    assert says.index("A boat at the pier") < says.index("A crane")
    assert "Photo: AP Photo/Mara Lind" in says
    assert "No credit line is printed with it" in says


def test_a_state_media_picture_shows_the_line_to_print_with_its_label(visit: Visit) -> None:
    says = visit("article", article="parade").says()
    assert "Photo: KCNA (North Korean state media), Novaya Gazeta" in says
    assert "To review" in says


def test_articles_are_listed_and_searched(visit: Visit) -> None:
    page = visit("article")
    assert "The harbour" in page.says()
    assert "Parade" in page.says()
    assert "2 waiting" in page.says()
    page.at.text_input(key="find").set_value("parade")
    page.run()
    assert "Parade" in page.says()
    assert "The harbour" not in page.says()
    page.at.text_input(key="find").set_value("zebra")
    assert "No article fits" in page.run().says()


def test_an_unknown_article_says_what_to_do(visit: Visit) -> None:
    assert "No article has this address" in visit("article", article="nowhere").says()


def test_a_link_to_a_picture_leads_to_its_page(visit: Visit) -> None:
    page = visit("article", article="parade")
    links = [node["href"] for node in _all(page.panels()) if "href" in node]
    assert any(link.startswith("photo?photo=") for link in links)


def test_an_article_leads_to_its_credit_lines(visit: Visit) -> None:
    page = visit("article", article="parade").press("publish")
    assert page.at.query_params["piece"] == "parade"


def test_an_empty_catalogue_has_no_articles_and_says_how_to_import(visit_empty: Visit) -> None:
    assert "photodesk import FOLDER" in visit_empty("article").says()


def _all(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for node in nodes for one in (node, *_all(node.get("kids", [])))]
