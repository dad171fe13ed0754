"""CSV manifests, and telling pages, texts and manifests apart."""

from __future__ import annotations

from datetime import date

import pytest

from media.article import Manifest, NotAManifest, kind_of, read_manifest
from media.errors import PhotodeskError
from media.types import Usage

_HEAD = "article,file,caption,credit,licence"


def read(text: str, encoding: str = "utf-8") -> Manifest:
    return read_manifest(text.encode(encoding), "pictures.csv")


def test_rows_of_one_article_are_its_usages_in_their_order() -> None:
    manifest = read(f"{_HEAD}\nferry,a.jpg,The bow,Photo: Ada,CC BY 4.0\nmill,,,,\nferry,,,AFP,\n")
    ferry, mill = manifest.articles
    assert (ferry.address, mill.address) == ("ferry", "mill")
    assert ferry.usages == (
        Usage(1, "The bow", "Ada", None, "CC BY 4.0", ("a.jpg",)),
        Usage(2, credit_line="AFP"),
    )
    assert mill.usages == (Usage(1),)


def test_optional_columns_are_read() -> None:
    article = read(
        "Article;Title;Published;Byline;Alt;Language;License\n"
        "ferry;The ferry;2025-08-22T12:20;Ada;A boat;en-GB;CC0\nferry;;;;;;\n"
    ).articles[0]
    assert (article.headline, article.byline, article.language) == ("The ferry", "Ada", "en")
    assert (article.published, article.published_at) == (date(2025, 8, 22), "2025-08-22T12:20")
    assert (article.usages[0].alt_text, article.usages[0].licence) == ("A boat", "CC0")


def test_written_position_goes_before_the_order_of_rows() -> None:
    manifest = read("article,caption,position\nf,third,3\nf,free,\nf,first,1\nf,free too,\n")
    captions = [(one.position, one.caption) for one in manifest.articles[0].usages]
    assert captions == [(1, "first"), (2, "free"), (3, "third"), (4, "free too")]


def test_position_given_twice_rejects_the_later_row() -> None:
    manifest = read("article,position\nf,1\nf,1\n")
    assert manifest.rejected == ((3, "has the position 1 of line 2"),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_delimiters_and_encodings_of_spreadsheets_are_read(delimiter: str, encoding: str) -> None:
    rows = [("article", "caption"), ("ferry", '"Черга; біля, старої\tмитниці стоїть від ранку"')]
    manifest = read("\r\n".join(map(delimiter.join, rows)), encoding)
    assert manifest.articles[0].usages[0].caption == "Черга; біля, старої\tмитниці стоїть від ранку"


def test_guessed_encoding_is_noted() -> None:
    manifest = read("article,caption\nferry,Café déjà vu\n", "cp1252")
    assert manifest.articles[0].usages[0].caption == "Café déjà vu"
    assert "cp1252" in manifest.problems[0]


def test_line_that_names_the_delimiter_is_no_header() -> None:
    assert read("sep=;\narticle;caption\nferry;Bow\n").articles[0].usages[0].caption == "Bow"


def test_unknown_column_is_named_and_not_read() -> None:
    manifest = read("article,colour\nferry,blue\n")
    assert len(manifest.articles) == 1
    assert "'colour' is not known" in manifest.problems[0]


def test_column_given_twice_is_noted() -> None:
    manifest = read("article,credit,credit\nferry,AFP,DPA\n")
    assert manifest.articles[0].usages[0].credit_line == "AFP"
    assert "twice" in manifest.problems[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("story,photo\na,b\n", ("'story'", "'photo'", "article, file, caption")),
        ("file\na.jpg\n", ("none", "article")),
        ("", ("empty",)),
        ("\n\n", ("empty",)),
        ("sep=;\n", ("article",)),
        ("\x01\x02\0", ("text table",)),
    ],
)
def test_table_without_articles_is_refused(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(NotAManifest) as refused:
        read(text)
    assert isinstance(refused.value, PhotodeskError)
    assert all(word in str(refused.value) for word in words)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",a.jpg,,", "names no article"),
        ("ferry,a.jpg,soon,", "readable date"),
        ("ferry,a.jpg,08/05/2025,", "readable date"),
        ("ferry,a.jpg,,0", "readable position"),
        ("ferry,a.jpg,,first", "readable position"),
        ("ferry,a.jpg,,999999", "readable position"),
        ("ferry,a.jpg,,,stray", "5 cells for 4 columns"),
    ],
)
def test_bad_row_is_rejected_by_its_line(row: str, reason: str) -> None:
    manifest = read(f'article,file,published,position\nmill,"two\nlines.jpg",,\n\n{row}\n')
    assert [article.address for article in manifest.articles] == ["mill"]
    ((line, why),) = manifest.rejected
    assert line == 5
    assert reason in why


def test_written_date_is_read_in_the_row_language() -> None:
    manifest = read("article,published,language\nf,22 août 2025,fr\ng,8/5/2025,fr\n")
    assert [one.published for one in manifest.articles] == [date(2025, 8, 22), date(2025, 5, 8)]


def test_rows_that_disagree_about_their_article_are_noted() -> None:
    article = read("article,title\nf,One\nf,Two\n").articles[0]
    assert article.headline == "One"
    assert article.problems == ("line 3 gives another title; the first was kept",)


def test_cell_without_end_is_noted() -> None:
    manifest = read('article,caption\nferry,Bow\nmill,"' + "x" * 200_000)
    assert [article.address for article in manifest.articles] == ["ferry"]
    assert "past line" in manifest.problems[0]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"<!DOCTYPE html><html></html>", "a.html", "html"),
        (b"<!DOCTYPE html><html></html>", "a.txt", "html"),
        (b"<!DOCTYPE html><html></html>", "a.csv", "html"),
        (b"<!-- saved --><html lang=en>", "page", "html"),
        (b"<!doctype html><html>", "a.py", None),
        (b"words only", "a.htm", "html"),
        (b"<p>one</p>", "a.txt", "html"),
        (b"<3 is a heart", "a.txt", "text"),
        (b"words only", "a.txt", "text"),
        (b"words only", "A.MD", "text"),
        (b"words only", "folder.html/README", "text"),
        (b"article,credit\nferry,AFP\n", "a.txt", "manifest"),
        (b"article\ttitle\n", "a", "manifest"),
        (b"article, as I said, is late", "a.txt", "text"),
        (b"anything,at all\n", "a.csv", "manifest"),
        (b"anything", "A.TSV", "manifest"),
        ("article;credit\n".encode("utf-16"), "a.csv", "manifest"),
        (b"{}", "a.json", None),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.html", None),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.txt", None),
        (b"", "a.html", "html"),
        (b"", "a.txt", "text"),
    ],
)
def test_kind_is_told_by_content_and_ending(data: bytes, name: str, kind: str | None) -> None:
    assert kind_of(data, name) == kind
