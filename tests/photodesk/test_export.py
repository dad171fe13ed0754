"""The export: the line to print, through one gate, safe in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from db.search import ExportFilter, history
from media.rights import Action
from photodesk.desk import Desk
from photodesk.intake import import_sources
from photodesk.publish import COLUMNS, FORMATS, ExportError, Order, export
from photodesk.review import confirm_chain, decide, settle_flag

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1")


@pytest.fixture
def newsroom(desk: Desk, article_file: Path, tmp_path: Path, draw: Callable[..., bytes]) -> Desk:
    """State media without files, a clear picture, a handout, and captions that are formulas."""
    (tmp_path / "a.jpg").write_bytes(draw(1))
    rows = [
        ["article", "file", "caption", "credit", "licence", "published", "language"],
        ["harvest", "a.jpg", "The harvest <b>", "Photo: Reuters", "CC BY 4.0", "2025-01-01", "uk"],
        ["barn", "", "The barn", "Handout via Reuters", "", "2025-01-02", "en"],
        ["fence", "", "The fence", "", "", "2025-01-03", "en"],
        *[["cells", "", text, "Reuters", "", "2025-01-04", "en"] for text in FORMULAS],
    ]
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    import_sources(desk, desk.by(), [article_file, tmp_path / "list.csv"], workers=1)
    return desk


def _export(desk: Desk, name: str = "jsonl", **order: Any) -> tuple[str, list[str]]:
    stream = io.BytesIO()
    usages = ExportFilter(**{k: order.pop(k) for k in ("article", "since", "until") if k in order})
    made = export(desk, desk.by(), Order(usages, **order), name, stream.write)
    return stream.getvalue().decode(), [str(w) for w in made.withheld]


def _records(desk: Desk, **order: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _export(desk, **order)[0].splitlines()]


def test_unreviewed_state_media_is_withheld_and_named(newsroom: Desk) -> None:
    text, withheld = _export(newsroom, article="decorations")
    assert text == ""
    assert len(withheld) == 2
    assert "nobody has reviewed" in withheld[0]


def test_what_is_withheld_leaves_only_marked(newsroom: Desk) -> None:
    record = _records(newsroom, article="decorations", include_withheld=True)[0]
    assert tuple(record) == COLUMNS
    assert record["credit_line"] == "Photo: KCNA (North Korean state media), Novaya Gazeta"
    assert (record["verdict"], record["label"]) == ("review", "North Korean state media")
    assert (record["source"], record["outlet_country"], record["state_media"]) == (
        "KCNA",
        "KP",
        True,
    )


def test_via_is_printed_after_a_person_confirmed_the_chain(newsroom: Desk) -> None:
    decide(newsroom, newsroom.by(), ["decorations#1"], Action.CLEAR, "label kept")
    confirm_chain(newsroom, newsroom.by(), 1, "asked them")
    record = _records(newsroom, article="decorations")[0]
    assert record["credit_line"] == "Photo: KCNA (North Korean state media), via Novaya Gazeta"


def test_a_false_alarm_carries_no_label(newsroom: Desk) -> None:
    from db.search import flags

    with newsroom.catalogue.reading() as session:
        flag = next(f for f in flags(session, "state_media") if f.position == 1)
    settle_flag(newsroom, newsroom.by(), flag.id, dismiss=True, note="a film still")
    record = _records(newsroom, article="decorations")[0]
    assert (record["label"], record["state_media"]) == (None, False)


def test_the_line_is_in_the_language_of_its_article(newsroom: Desk) -> None:
    record = _records(newsroom, article="harvest")[0]
    assert record["credit_line"] == "Фото: Reuters"
    assert (record["licence"], record["licence_url"]) == (
        "CC-BY-4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert _records(newsroom, article="harvest", language="de")[0]["credit_line"] == "Foto: Reuters"


def test_a_handout_leaves_with_its_condition(newsroom: Desk) -> None:
    record = _records(newsroom, article="barn")[0]
    assert record["verdict"] == "restricted"
    assert "handout" in record["reasons"][0].lower()


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("State Emergency Service of Ukraine/Handout/Anadolu Agency via Getty Images",
         "State Emergency Service of Ukraine"),
        ("Nikolay Petrov/BelTA/Handout via REUTERS", "BelTA"),
        ("Handout via REUTERS", "Handout"),
        ("Ann Example", None),
    ],
)  # fmt: skip
def test_the_source_is_who_made_or_released_it(desk: Desk, line: str, source: str | None) -> None:
    from db.search import ExportSource
    from media.credit import parse
    from media.rights import Facts
    from photodesk.publish.records import record_of

    credit = parse(line, desk.registry)
    usage = ExportSource(
        1, "a", None, None, "en", 1, None, None, None, None, None, None, credit, False, True,
        Facts(credit=credit), {},
    )  # fmt: skip
    assert record_of(usage, desk.today, None, "house", desk.policy).source == source


def test_a_missing_credit_never_leaves_unmarked(newsroom: Desk) -> None:
    text, withheld = _export(newsroom, article="fence")
    assert (text, len(withheld)) == ("", 1)
    assert "No credit line" in withheld[0]


def test_no_cell_begins_a_formula(newsroom: Desk) -> None:
    text, _ = _export(newsroom, "csv")
    rows = list(csv.reader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    cells = [cell for row in rows[1:] for cell in row]
    assert [c for c in cells if c.lstrip(" ")[:1] in {"=", "+", "-", "@", "\t", "＝"}] == []
    assert "'=1+1" in cells


def test_an_export_without_records_still_has_its_heading(newsroom: Desk) -> None:
    assert _export(newsroom, "csv", article="fence")[0] == ",".join(COLUMNS) + "\r\n"


def test_html_is_escaped_and_says_what_may_not_be_printed(newsroom: Desk) -> None:
    text, _ = _export(newsroom, "html", include_withheld=True)
    page = html.fromstring(f"<body>{text}</body>")
    assert page.xpath("count(//b)") == 0
    marked = page.xpath("//figure[@data-withheld]")
    assert [f.get("data-withheld") for f in marked] == ["review"] * 3
    assert all("Not for publication" in f.text_content() for f in marked)


def test_days_bound_the_export(newsroom: Desk) -> None:
    from datetime import date

    records = _records(newsroom, since=date(2025, 1, 1), until=date(2025, 1, 2))
    assert [r["article_url"] for r in records] == ["harvest", "barn"]


@pytest.mark.parametrize("order", [{"language": "xx"}, {"style": "nobody's"}])
def test_what_there_is_not_is_refused_with_what_there_is(order: dict[str, str]) -> None:
    with pytest.raises(ExportError, match=r"try en|there are house"):
        Order(**order)


def test_an_unknown_format_is_refused(newsroom: Desk) -> None:
    with pytest.raises(ExportError, match="csv, jsonl, html"):
        _export(newsroom, "docx")


def test_every_export_is_in_the_journal_with_its_digest(newsroom: Desk) -> None:
    first, second = (_export(newsroom)[0] for _ in range(2))
    assert first == second
    with newsroom.catalogue.reading() as session:
        events = history(session, ["export"])
    assert events[0].after["sha256"] == events[1].after["sha256"]
    assert events[0].after["withheld"] == 3


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("action", [*Action, None])
def test_nothing_withheld_ever_leaves_unmarked(
    newsroom: Desk, name: str, action: Action | None
) -> None:
    if action is not None:
        decide(newsroom, newsroom.by(), ["decorations#2"], action, "decided")
    text, withheld = _export(newsroom, name, article="decorations")
    leaves = action in (Action.CLEAR, Action.RESTRICT)
    assert ("KCNA" in text) is leaves
    assert len(withheld) == (1 if leaves else 2)
