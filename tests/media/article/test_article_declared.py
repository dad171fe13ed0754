"""What pages declare for machines, and what is made of pages that declare too little or wrongly."""

from __future__ import annotations

import pytest

from media.article import read_html
from media.types import Article

_TEXT = (
    "<p>The ferry runs again from both banks, and the queue reached the old customs house.</p>" * 3
)


def read(head: str = "", body: str = "", html: str = "<html>") -> Article:
    page = f"{html}<head><meta charset=utf-8>{head}</head><body>{body or _TEXT}</body></html>"
    return read_html(page.encode(), "Ferry_runs again.html")


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","headline":"Ferry runs",}',
        '<!-- {"@type":"NewsArticle","headline":"Ferry runs"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Ferry runs"}\n//]]>',
        '{"@type":"NewsArticle","headline":"Ferry\truns"};',
        '[{"@type":["Thing","NewsArticle"],"headline":{"@value":"Ferry runs"}}]',
        '{"@type":"NewsArticle","headline":"Ferry runs","author":',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Ferry runs&quot;}",
        '{"@type":"http://schema.org/NewsArticle","headline":"Ferry runs"} {"more":1}',
    ],
)
def test_malformed_json_ld_is_read_as_far_as_possible(block: str) -> None:
    assert (read(ld(block)).headline or "").replace("\t", " ") == "Ferry runs"


@pytest.mark.parametrize(
    "block", ["", "null", "[" * 50_000, "{" * 50_000, "9" * 50_000, '"x"', "\\"]
)
def test_json_ld_that_says_nothing_does_no_harm(block: str) -> None:
    assert read(ld(block), f"<h1>Ferry runs</h1>{_TEXT}").headline == "Ferry runs"


def test_article_is_preferred_to_the_page_around_it() -> None:
    head = ld('[{"@type":"WebPage","headline":"Site"},{"@type":"NewsArticle","headline":"Ferry"}]')
    assert read(head).headline == "Ferry"


def test_site_name_is_no_part_of_the_headline() -> None:
    head = (
        "<meta property='og:title' content='Ferry runs | River News'>"
        "<meta property='og:site_name' content='River News'>"
    )
    assert read(head).headline == "Ferry runs"


def test_heading_tells_where_the_headline_ends() -> None:
    head = "<meta property='og:title' content='Ferry runs - River News'>"
    assert read(head, f"<h1>Ferry runs</h1>{_TEXT}").headline == "Ferry runs"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ('"Ada Brook"', "Ada Brook"),
        ('{"name":"Ada Brook"}', "Ada Brook"),
        ('[{"name":"Ada Brook"},{"name":["Ira Holt"]}]', "Ada Brook, Ira Holt"),
        ('"By Ada Brook"', "Ada Brook"),
        ('"https://example.org/ada"', None),
        ('{"name":"Unknown"}', None),
        ('"Photo: AFP"', None),
    ],
)
def test_byline_is_the_declared_author(author: str, byline: str | None) -> None:
    assert read(ld(f'{{"@type":"NewsArticle","author":{author}}}')).byline == byline


def test_byline_and_date_come_from_microdata() -> None:
    body = (
        "<div itemscope itemtype='https://schema.org/Article'><h1 itemprop=headline>Ferry runs</h1>"
        "<span itemprop=author itemscope><b itemprop=name>Ada Brook</b></span>"
        f"<meta itemprop=datePublished content='2025-08-22'>{_TEXT}</div>"
    )
    article = read("", body)
    assert (article.headline, article.byline) == ("Ferry runs", "Ada Brook")
    assert article.published_at == "2025-08-22"


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2025-08-22", "2025-08-22"),
        ("2025-08-22T12:20", "2025-08-22T12:20"),
        ("2025-08-22T12:20:05.123Z", "2025-08-22T12:20:05+00:00"),
        ("2025-08-22 12:20:00 +0300", "2025-08-22T12:20:00+03:00"),
        ("Fri, 22 Aug 2025 12:20:00 +0300", "2025-08-22T12:20"),
        ("2025-08-22T29:99", "2025-08-22"),
        ("2025-13-22", None),
        ("1970-01-01T01:00:00+01:00", None),
        ("soon", None),
    ],
)
def test_date_is_as_exact_as_declared(written: str, read_as: str | None) -> None:
    head = f"<meta property='article:published_time' content='{written}'>"
    assert read(head).published_at == read_as


def test_date_comes_from_the_time_element() -> None:
    body = f"<article><time datetime='2025-08-22T12:20'>today</time>{_TEXT}</article>"
    assert read("", body).published_at == "2025-08-22T12:20"


def test_date_comes_from_an_element_marked_as_date() -> None:
    body = f"<article><span class='post-date'>22 серпня 2025, 12:20</span>{_TEXT}</article>"
    assert read("", body).published_at == "2025-08-22T12:20"


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=canonical href='https://river.example/ferry'>", "https://river.example/ferry"),
        ("<meta property='og:url' content='https://river.example/f'>", "https://river.example/f"),
        (
            "<link rel=canonical href='https://river.example/'>"
            "<meta property='og:url' content='https://river.example/f'>",
            "https://river.example/f",
        ),
        ("<link rel=canonical href='https://river.example/'>", "https://river.example/"),
        ("<link rel=canonical href='/ferry'>", "ferry-runs-again"),
        ("", "ferry-runs-again"),
        (
            ld('{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://river.example/j"}}'),
            "https://river.example/j",
        ),
    ],
)
def test_address_is_the_canonical_one_else_a_slug(head: str, address: str) -> None:
    assert read(head).address == address


def test_address_is_what_the_browser_noted_when_it_saved_the_page() -> None:
    page = (
        f"<!-- saved from url=(0031)https://river.example/saved/f -->\n<html><body>{_TEXT}</html>"
    )
    assert read_html(page.encode(), "f.html").address == "https://river.example/saved/f"


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ("<html lang='en-GB'>", "", "en"),
        ("<html lang='UA'>", "", "uk"),
        ("<html xml:lang='de'>", "", "de"),
        ("<html>", "<meta property='og:locale' content='pl_PL'>", "pl"),
        ("<html lang='x'>", "", "en"),
        ("<html>", "", "en"),
        ("<html lang='de'>", ld('{"@type":"NewsArticle","inLanguage":"fr-FR"}'), "fr"),
    ],
)
def test_language_is_declared_else_detected(html: str, head: str, language: str) -> None:
    assert read(head, "", html).language == language


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", ""),
        ("cp1251", "<meta charset=windows-1251>"),
        ("cp1251", ""),
        ("koi8-u", "<meta http-equiv=Content-Type content='text/html; charset=koi8-u'>"),
        ("utf-8", "<meta charset=windows-1251>"),
        ("cp1251", "<meta charset=utf-8>"),
        ("cp1251", "<meta charset=no-such-thing>"),
    ],
)
def test_encoding_is_found(encoding: str, declared: str) -> None:
    words = "Пором знову ходить від обох берегів, і черга сягнула старої митниці. " * 4
    page = f"<html><head>{declared}</head><body><h1>Пором ходить</h1><p>{words}</p></body></html>"
    assert read_html(page.encode(encoding), "f.html").headline == "Пором ходить"


def test_declared_east_asian_encoding_is_read() -> None:
    page = "<html><head><meta charset=gb2312></head><body><h1>新桥通车</h1><p>村民走过桥</p>"
    assert read_html(page.encode("gb18030"), "f.html").headline == "新桥通车"


def test_undeclared_western_text_is_read_as_western() -> None:
    page = "<html><body><h1>La crue menace les quais</h1><p>L'été dernier, déjà, l'eau montait.</p>"
    article = read_html(page.replace("crue", "cruauté").encode("cp1252"), "f.html")
    assert article.headline == "La cruauté menace les quais"
