"""Hostile pages and texts: always an answer or our own error, never more than linear time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.article import kind_of, read_html, read_manifest, read_text
from media.errors import PhotodeskError

_MEGABYTE = 1 << 20


def outcome(data: bytes) -> float:
    """Seconds of processor time for every reader; each answers or raises an error of ours."""
    begin = process_time()
    for reader, name in ((read_html, "x.html"), (read_text, "x.txt"), (read_manifest, "x.csv")):
        try:
            reader(data, name)
        except PhotodeskError:
            continue
    kind_of(data, "x")
    return process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "<figure>",
        "<figure><img src=a.jpg>",
        "<img src=a.jpg>",
        "<img srcset='a.jpg 1w,'>",
        "<p><img src=a.jpg></p><p>Photo: Ada</p>",
        "<div class=caption>",
        "<div itemprop=author>",
        "<a href=x><img src=a.jpg>",
        "<noscript><img src=a.jpg>",
        "<article><p>words and words</p>",
        "<picture><source srcset=a.jpg>",
        "<",
        "&lt;",
        "<!--",
        "<script type=application/ld+json>{",
        "Photo:",
        "Photo: A\n",
        "Фото: ",
        "Source: a, b; ",
        "((((",
        "![](",
        "![a](b.jpg)",
        "22 August 2025 ",
        "2025-08-22",
        "1 2 3 4 ",
        "By Ada Brook and ",
        '"',
        "article,",
        " ",
        "a",
        "。",
    ],
)
def test_a_megabyte_of_anything_is_read_in_linear_time(piece: str) -> None:
    whole = (piece * (_MEGABYTE // len(piece.encode()) + 1)).encode()
    outcome(whole[: _MEGABYTE // 16])  # models and tables are loaded once
    assert outcome(whole[:_MEGABYTE]) < 20


@pytest.mark.parametrize("attribute", ["class", "style", "srcset", "alt", "src", "data-caption"])
@pytest.mark.parametrize("piece", ["a ", "Photo: ", ", ", "a,b 1w, ", "(", "1", "<", "-"])
def test_endless_attribute_is_read_in_linear_time(attribute: str, piece: str) -> None:
    value = piece * (_MEGABYTE // 4 // len(piece))
    assert outcome(f"<p>x</p><img src='a.jpg' {attribute}='{value}'>".encode()) < 10


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY l0 "ha">{laughs}]><html><body><h1>&l9;</h1><p>x</p></body>'
    article = read_html(page.encode(), "x.html")
    assert len(article.headline or "") < 100


def test_outer_files_are_not_opened() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><h1>&x;</h1><p>a</p>'
    )
    assert "root:" not in repr(read_html(page.encode(), "x.html"))


_PIECES = st.sampled_from(
    [
        *"<>&'\"=:;,()[]{}!-/ \n\t\0",
        *("<figure>", "</figure>", "<img src=a.jpg", "<p>", "<figcaption>", "<a href=b>", "<h1>"),
        *("Photo: AFP", "Source: ", "![x](y.jpg)", "2025-08-22", "22 May 2025", "article,file\n"),
        *('<script type="application/ld+json">', "</script>", '{"@type":"NewsArticle",', "srcset="),
        *("class=credit", "\ufeff", "\ud7ff", "ß", "新", "ك", "\u200f", "İ"),
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_mixture_of_markup_is_answered(text: str) -> None:
    outcome(text.encode())


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    outcome(data)
