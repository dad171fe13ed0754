"""Whole pages as publishers build them: what comes out of each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from media.article import read_html
from media.types import Article, NamedSource

_PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Article:
    return read_html((_PAGES / name).read_bytes(), name)


@pytest.mark.parametrize(
    ("name", "captions_and_credits"),
    [
        (
            "harbour-uk.html",
            [
                ("Новий причал на світанку", "пресслужба порту"),
                ("Портовий кран піднімає перший контейнер", "Ірина Гай / Укрінформ"),
            ],
        ),
        (
            "orchard-en.html",
            [
                ("Blossom at dawn near Oxley", "Jean Merrow / The Valley Post"),
                ("Candles between the rows at Hill Farm on Friday night", "Asha Lindqvist/Reuters"),
                ("Bees return by noon.", "Agence France-Presse — Getty Images"),
                ("A sprinkler turns to ice", "Handout/Oxley Council"),
            ],
        ),
        ("bus-ru.html", [("Автобус у школы", "РИА Новости / Пётр Ельников"), (None, None)]),
        (
            "bridge-de.html",
            [
                ("Die Brücke am Mittwoch, von Süden gesehen", "Jens Ohlhof/dpa"),
                ("Taucher", "Feuerwehr"),
            ],
        ),
        ("desert-es.html", [("Un manto de flores cubre la quebrada", "Marcos Quispe / EFE")]),
        ("bridge-zh.html", [("图为清晨的新桥", "新华社")]),
    ],
)
def test_page_gives_its_own_pictures_with_caption_and_credit(
    name: str, captions_and_credits: list[tuple[str | None, str | None]]
) -> None:
    usages = page(name).usages
    assert [(usage.caption, usage.credit_line) for usage in usages] == captions_and_credits
    assert [usage.position for usage in usages] == list(range(1, len(usages) + 1))


@pytest.mark.parametrize(
    ("name", "headline", "byline", "published_at", "language", "address"),
    [
        (
            "harbour-uk.html",
            "У порту відкрили новий причал",
            "Оксана Барвінок",
            "2025-09-14T09:05:00+03:00",
            "uk",
            "https://visti.example/news/2025/09/14/port-opens/",
        ),
        (
            "orchard-en.html",
            "Late frost spares the valley’s orchards",
            "Jean Merrow, Tom Ashdown",
            "2025-04-19T06:30:00+00:00",
            "en",
            "https://valleypost.example/2025/04/orchards-frost/",
        ),
        (
            "bus-ru.html",
            "Библиотека на колёсах доехала до дальних сёл",
            None,
            "2024-03-03T17:40",
            "ru",
            "bus-ru",
        ),
        (
            "bridge-de.html",
            "Alte Brücke bleibt bis Herbst gesperrt",
            "Miriam Vossberg",
            "2023-05-11T14:02:00+02:00",
            "de",
            "https://bote.example/lokales/bruecke-104.html",
        ),
        (
            "desert-es.html",
            "El desierto florece tras las lluvias",
            "Lucía Barrenechea",
            "2022-10-02T08:00:00-03:00",
            "es",
            "desert-es",
        ),
        ("bridge-zh.html", "山村新桥通车", None, "2024-06-18T08:15", "zh", "bridge-zh"),
    ],
)
def test_page_gives_its_article_facts(
    name: str, headline: str, byline: str | None, published_at: str, language: str, address: str
) -> None:
    article = page(name)
    assert (article.headline, article.byline, article.published_at) == (
        headline,
        byline,
        published_at,
    )
    assert (article.language, article.address) == (language, address)
    assert article.published == date.fromisoformat(published_at[:10])


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        (
            "harbour-uk.html",
            [
                ("адміністрація порту", None),
                ("«Приморська хвиля»", "місцева радіостанція"),
                ("Укрінформ", None),
            ],
        ),
        ("bus-ru.html", [("ТАСС", "государственное агентство"), ("районная газета", None)]),
        ("bridge-de.html", [("dpa", None)]),
        ("desert-es.html", [("EFE", None), ("Corporación Forestal", "organismo público")]),
        ("bridge-zh.html", [("新华社", None)]),
        ("orchard-en.html", []),
    ],
)
def test_page_gives_the_sources_of_its_source_line(
    name: str, sources: list[tuple[str, str | None]]
) -> None:
    assert page(name).sources == tuple(NamedSource(*source) for source in sources)


def test_references_begin_with_the_largest_candidate() -> None:
    references = page("orchard-en.html").usages[0].references
    assert references[0].endswith("blossom-dawn-2048x1365.jpg")


def test_references_begin_with_the_file_a_picture_links_to() -> None:
    references = page("orchard-en.html").usages[1].references
    assert references == (
        "https://valleypost.example/wp-content/uploads/2025/04/candles.jpg",
        "https://valleypost.example/wp-content/uploads/2025/04/candles-1024x683.jpg",
    )


def test_sources_of_a_picture_element_come_before_its_img() -> None:
    references = page("bridge-de.html").usages[0].references
    assert references[0] == "/bilder/bruecke~1920.webp"
    assert references[-1] == "/bilder/bruecke~320.jpg"


def test_licence_comes_from_json_ld_where_the_page_prints_none() -> None:
    licence = page("orchard-en.html").usages[0].licence
    assert licence == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_licence_comes_from_the_link_below_a_picture() -> None:
    licence = page("bridge-de.html").usages[0].licence
    assert licence == "https://creativecommons.org/licenses/by/4.0/deed.de"
