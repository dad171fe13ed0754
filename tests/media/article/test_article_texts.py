"""Plain text copied from a page."""

from __future__ import annotations

from datetime import date

import pytest

from media.article import NotAnArticle, read_text
from media.types import Article, NamedSource, Usage

# Built as the copies that newsrooms keep: a line of the site's menu, the byline glued to the date,
# lines with a lone no-break space where a picture stood.
_COPY = """ date 2025-03-14 All Sections
Parade in the northern capital shows a rebuilt bridge and an "unbreakable" choir – photos

MARTA HOLUBFriday, 14 March 2025, 09:45
The choir on the bridge. Photo: KCNA, The River Courier

The northern state has opened a bridge that two floods had carried away, its news agency says.

Source: KCNA, the state’s news agency; Harbour Watch, an independent newsletter; The River Courier

Details: The report names neither the builders nor the cost of the work.

\u00a0
Photo: KCNA, The River Courier

The choir sang for forty minutes in light rain, and the guests stood without umbrellas.

\u00a0
Photo: KCNA, The River Courier

Background:

  • In January, the same agency said: "The picture: nobody will forget it."

Support our newsroom!
"""


def read(text: str, name: str = "parade.txt") -> Article:
    return read_text(text.encode(), name)


def test_copy_of_a_page_gives_its_facts() -> None:
    article = read(_COPY, "Parade_in the north.txt")
    assert article.headline == (
        'Parade in the northern capital shows a rebuilt bridge and an "unbreakable" choir – photos'
    )
    assert article.byline == "MARTA HOLUB"
    assert article.published == date(2025, 3, 14)
    assert article.published_at == "2025-03-14T09:45"
    assert article.language == "en"
    assert article.address == "parade-in-the-north"


def test_copy_of_a_page_gives_a_usage_for_each_credit_line() -> None:
    credit = "KCNA, The River Courier"
    assert read(_COPY).usages == (
        Usage(1, "The choir on the bridge", credit),
        Usage(2, None, credit),
        Usage(3, None, credit),
    )


def test_copy_of_a_page_gives_its_sources_as_described() -> None:
    assert read(_COPY).sources == (
        NamedSource("KCNA", "the state’s news agency"),
        NamedSource("Harbour Watch", "an independent newsletter"),
        NamedSource("The River Courier"),
    )


@pytest.mark.parametrize(
    ("line", "sources"),
    [
        ("Source: KCNA", ["KCNA"]),
        ("Джерело: «Українська правда», Reuters", ["«Українська правда»", "Reuters"]),
        ("Источник: ТАСС; Интерфакс", ["ТАСС", "Интерфакс"]),
        ("Quelle: dpa", ["dpa"]),
        ("Fuente: EFE, Europa Press", ["EFE", "Europa Press"]),
        ("Źródło: PAP.", ["PAP"]),
        ("Sources : AFP, Le Monde", ["AFP", "Le Monde"]),
        ("**Джерело:** Суспільне", ["Суспільне"]),
        ("来源：新华社", ["新华社"]),
        ("المصدر: وكالة الأنباء", ["وكالة الأنباء"]),
        ("Source: the mayor's office (a letter)", ["the mayor's office"]),
        ("Source: Harbour Watch – a newsletter", ["Harbour Watch"]),
        ("Source: NASA (JPL, Goddard); ESA", ["NASA", "ESA"]),
        ('Source: "Rain, Steam and Speed", a blog', ['"Rain, Steam and Speed"']),
        ("Source: ; ;", []),
        ("Source code: see below", []),
        ("Source: " + "x" * 3000, []),
        ("Source: " + "x" * 300, []),
    ],
)
def test_source_line_is_read_in_many_languages(line: str, sources: list[str]) -> None:
    article = read(f"A headline of five words\n\n{line}\n\nThe text goes on.")
    assert [source.name for source in article.sources] == sources


def test_source_named_twice_stands_once_with_its_description() -> None:
    article = read("A headline of five words\n\nSource: AFP\n\nSource: AFP, an agency; DPA\n")
    assert article.sources == (NamedSource("AFP", "an agency"), NamedSource("DPA"))


@pytest.mark.parametrize(
    ("line", "byline", "published_at"),
    [
        ("ОЛЕНА ГАЙП'ятниця, 22 серпня 2025, 12:20", "ОЛЕНА ГАЙ", "2025-08-22T12:20"),
        ("Олена Гай — 22 серпня 2025, 12:20", "Олена Гай", "2025-08-22T12:20"),
        ("Пётр Ельников, 22 августа 2025 г., 12:20", "Пётр Ельников", "2025-08-22T12:20"),
        ("Von Jens Ohlhof | 22. August 2025 um 12:20 Uhr", "Jens Ohlhof", "2025-08-22T12:20"),
        ("Par Claire Vasseur, 22 août 2025 à 12h20", "Claire Vasseur", "2025-08-22T12:20"),
        ("Por Lucía Prado. 22 de agosto de 2025", "Lucía Prado", "2025-08-22"),
        ("Anna Nowak, 22 sierpnia 2025, 12:20", "Anna Nowak", "2025-08-22T12:20"),
        ("By Ada Brook and Tom Ash, August 22, 2025", "Ada Brook and Tom Ash", "2025-08-22"),
        ("Ada Brook, Aug. 22, 2025 at 1:05 p.m.", "Ada Brook", "2025-08-22T13:05"),
        ("12:20, 22 серпня 2025", None, "2025-08-22T12:20"),
        ("2025年8月22日 12:20", None, "2025-08-22T12:20"),
        ("2025. augusztus 22. 12:20", None, "2025-08-22T12:20"),
        ("22.08.2025 12:20", None, "2025-08-22T12:20"),
        ("22/08/2025", None, "2025-08-22"),
        ("32 August 2025", None, None),
        ("22 August 2025, 25:20", None, "2025-08-22"),
    ],
)
def test_byline_and_date_stand_on_one_line(
    line: str, byline: str | None, published_at: str | None
) -> None:
    article = read(f"The ferry runs from both banks\n{line}\n\n" + "The queue grew all day. " * 20)
    assert (article.byline, article.published_at) == (byline, published_at)


def test_date_whose_order_is_unsure_is_no_date() -> None:
    assert (
        read("The ferry runs from both banks\n08/05/2025\n\nText in plain words.").published is None
    )


def test_same_date_is_sure_where_the_language_has_one_order() -> None:
    text = "Le bac circule entre les rives\n08/05/2025\n\nLes passagers attendent depuis ce matin."
    assert read(text).published == date(2025, 5, 8)


def test_update_is_not_the_date_of_publication() -> None:
    text = "The ferry runs from both banks\nUpdated 3 May 2025\nPublished 1 May 2025\n\nText."
    assert read(text).published == date(2025, 5, 1)


def test_byline_may_stand_alone() -> None:
    article = read("The ferry runs from both banks\nBy Ada Brook\n2 May 2025\n\nText.")
    assert article.byline == "Ada Brook"


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("# Ferry runs\n\nText", "Ferry runs"),
        ("Home > News\nThe ferry runs from both banks\n\nText", "The ferry runs from both banks"),
        ("Ferry\n\n2 May 2025", "Ferry"),
        ("新桥今日正式通车\n\n正文", "新桥今日正式通车"),
        ("2 May 2025", None),
    ],
)
def test_headline_is_the_first_line_that_can_be_one(text: str, headline: str | None) -> None:
    assert read(text).headline == headline


def test_address_line_is_the_address() -> None:
    article = read("https://river.example/ferry\nThe ferry runs from both banks\n\nText.")
    assert article.address == "https://river.example/ferry"


@pytest.mark.parametrize(
    "line",
    [
        "Video: River News",
        "Відео: Річкові новини",
        "Source: River News",
        "Text: Ada Brook",
        "He said: wait for me",
        "The ferry runs again.",
        "Photo:",
        "The court has ruled. (Ref.: 21 K 170/20)",
        "Photo: " + "x" * 900,
        "Ada asked what was in the picture: nothing at all.",
    ],
)
def test_line_that_credits_no_picture_is_no_usage(line: str) -> None:
    assert read(f"The ferry runs from both banks\n\n{line}\n\nThe text goes on.").usages == ()


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ("Photo: Ada Brook", None, "Ada Brook"),
        ("The ferry. Photo: Ada Brook/AFP", "The ferry", "Ada Brook/AFP"),
        ("The ferry on Monday. (AP Photo/Ada Brook)", "The ferry on Monday", "AP Photo/Ada Brook"),
        ("Фото: Укрінформ", None, "Укрінформ"),
        ("The ferry at noon\nPhoto: Ada Brook", "The ferry at noon", "Ada Brook"),
        ("*The ferry. Photo: Ada Brook*", "The ferry", "Ada Brook"),
    ],
)
def test_picture_line_gives_caption_and_credit(
    lines: str, caption: str | None, credit: str
) -> None:
    article = read(f"The ferry runs from both banks\n\nIt rained.\n\n{lines}\n\nThe text goes on.")
    assert [(one.caption, one.credit_line) for one in article.usages] == [(caption, credit)]


def test_paragraph_above_a_credit_is_no_caption() -> None:
    text = "The ferry runs from both banks\n\nIt rained.\nThe queue grew.\nPhoto: Ada Brook\n"
    assert read(text).usages[0].caption is None


@pytest.mark.parametrize(
    ("lines", "usage"),
    [
        ("![Bow](a/bow.jpg)", Usage(1, None, None, "Bow", None, ("a/bow.jpg",))),
        (
            '![Bow](bow.jpg "The bow. Photo: Ada Brook")',
            Usage(1, "The bow", "Ada Brook", "Bow", None, ("bow.jpg",)),
        ),
        (
            "![](bow (1).jpg)\n\nPhoto: Ada Brook",
            Usage(1, None, "Ada Brook"),
        ),
        (
            "![](<bow.jpg>)\nThe bow. Photo: Ada Brook",
            Usage(1, "The bow", "Ada Brook", None, None, ("bow.jpg",)),
        ),
        (
            "![](bow.jpg)\n*The bow in the mist*\nPhoto: Ada Brook",
            Usage(1, "The bow in the mist", "Ada Brook", None, None, ("bow.jpg",)),
        ),
        (
            "![](bow.jpg) *The bow. Photo: Ada Brook*",
            Usage(1, "The bow", "Ada Brook", None, None, ("bow.jpg",)),
        ),
    ],
)
def test_markdown_picture_is_a_usage_with_its_file(lines: str, usage: Usage) -> None:
    article = read(f"# The ferry runs\n\nIt rained.\n\n{lines}\n\nThe text goes on.", "f.md")
    assert article.usages == (usage,)


def test_credit_after_other_paragraphs_is_a_picture_of_its_own() -> None:
    text = "# Ferry\n\n![](a.jpg)\n\nIt rained all day on both banks.\n\nPhoto: Ada Brook\n"
    assert [one.references for one in read(text).usages] == [("a.jpg",), ()]


def test_windows_text_is_read_with_a_note() -> None:
    text = "Пором ходить від обох берегів\n\nФото: Укрінформ\n\nЧерга сягнула старої митниці.\n"
    article = read_text(text.encode("cp1251"), "f.txt")
    assert article.usages[0].credit_line == "Укрінформ"
    assert "cp1251" in article.problems[0]


@pytest.mark.parametrize("data", [b"", b"\n \t", "\ufeff\u00a0\n".encode(), b"\x89PNG\r\n\x1a\n\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnArticle):
        read_text(data, "f.txt")


COPIED = """A harvest festival in the valley draws a crowd

The barn. Photo: Ann Example

The first carts came down from the hills at noon.

Photo: Ann Example

Music went on until the evening.

\u00a0
Photo: Ann Example
"""


def test_a_credit_said_again_without_a_picture_above_it_is_no_picture_and_is_told() -> None:
    article = read_text(COPIED.encode(), "harvest.txt")
    assert [(u.position, u.caption) for u in article.usages] == [(1, "The barn"), (2, None)]
    assert "once more without a picture above it" in article.problems[0]


def test_where_a_copy_marks_no_pictures_each_credit_is_one() -> None:
    article = read_text(COPIED.replace("\u00a0", "").encode(), "harvest.txt")
    assert len(article.usages) == 3
    assert article.problems == ()


def test_an_unmarked_credit_of_somebody_else_is_a_picture() -> None:
    other = COPIED.replace("noon.\n\nPhoto: Ann Example", "noon.\n\nPhoto: KCNA")
    assert len(read_text(other.encode(), "harvest.txt").usages) == 3
