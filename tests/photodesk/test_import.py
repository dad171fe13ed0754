"""The bulk import: what goes in comes out as printed, once, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.journal import first_break
from db.search import (
    ArticleView,
    ExportFilter,
    article_view,
    count_for_export,
    flags,
    photo_view,
    search,
)
from photodesk import intake
from photodesk.desk import Desk
from photodesk.intake import dry_run, import_sources
from photodesk.intake.report import Report

Draw = Callable[..., bytes]

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Flood in Examplia</title>
<link rel="canonical" href="https://news.example/2026/flood.html">
<meta property="article:published_time" content="2026-02-03T10:00:00Z"></head>
<body><article><h1>Flood in Examplia</h1>
<p>The river rose in the night, and the old bridge was closed to traffic before dawn.</p>
<figure><img src="{src}" alt="A street under water">
<figcaption>The main street. Photo: Reuters</figcaption></figure>
<p>People left their houses by boat, and schools stay closed until the end of the week.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path: Path, draw: Draw) -> Path:
    """A saved page with its picture in the folder that browsers make."""
    folder = tmp_path / "saved"
    (folder / "flood_files").mkdir(parents=True)
    (folder / "flood_files" / "street.jpg").write_bytes(draw(1))
    (folder / "flood.html").write_text(PAGE.format(src="flood_files/street.jpg"), "utf-8")
    return folder / "flood.html"


def _import(desk: Desk, *paths: Path) -> Report:
    return import_sources(desk, desk.by(), paths, workers=1)


def _article(desk: Desk, name: str) -> ArticleView:
    with desk.catalogue.reading() as session:
        view = article_view(session, name)
    assert view is not None
    return view


def _content(desk: Desk) -> list[object]:
    tables = (
        "articles",
        "photos",
        "usages",
        "parties",
        "flags",
        "reviews",
        "licences",
        "decisions",
    )
    with desk.catalogue.reading() as session:
        return [
            session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all() for table in tables
        ]


def test_an_article_in_plain_text_names_pictures_that_wait_for_their_files(
    desk: Desk, article_file: Path
) -> None:
    report = _import(desk, article_file)
    assert (report.count("article"), report.count("usage"), report.waiting) == (1, 2, 2)
    article = _article(desk, "decorations")
    assert [u.credit_line for u in article.usages] == ["KCNA, Novaya Gazeta"] * 2
    assert [u.caption for u in article.usages] == ["Kim Jong Un", None]
    assert article.published == "2025-08-22"
    assert [s.name for s in article.sources] == ["KCNA", "Novaya Gazeta"]


def test_each_usage_is_flagged_because_of_kcna_and_never_because_of_novaya_gazeta(
    desk: Desk, article_file: Path
) -> None:
    report = _import(desk, article_file)
    assert report.flags["state_media"] == 2
    with desk.catalogue.reading() as session:
        found = list(flags(session, "state_media"))
    assert {e.outlet for flag in found for e in flag.evidence} == {"kcna"}


def test_the_same_input_again_changes_nothing(desk: Desk, article_file: Path, page: Path) -> None:
    first = _import(desk, article_file, page)
    before = _content(desk)
    second = _import(desk, article_file, page)
    assert _content(desk) == before
    assert (second.count("article"), second.count("photo"), second.count("usage")) == (0, 0, 0)
    assert second.already_known == len(first.items)
    assert second.flags == {}


def test_a_saved_page_brings_the_picture_beside_it(desk: Desk, page: Path) -> None:
    _import(desk, page)
    usage = _article(desk, "https://news.example/2026/flood.html").usages[0]
    assert (usage.caption, usage.credit_line) == ("The main street", "Reuters")
    assert usage.alt_text == "A street under water"
    assert usage.sha256 is not None
    assert desk.store.thumbnail(usage.sha256) is not None
    assert desk.store.original(usage.sha256).startswith(b"\xff\xd8")


def test_a_picture_that_arrives_later_is_attached(desk: Desk, page: Path, draw: Draw) -> None:
    picture = page.parent / "flood_files" / "street.jpg"
    later = page.parents[1] / "later"
    later.mkdir()
    shutil.move(picture, later / "street.jpg")
    assert _import(desk, page).waiting == 1
    report = _import(desk, later)
    assert report.count("usage") == 1
    usage = _article(desk, "flood").usages[0]
    assert usage.sha256 is not None
    with desk.catalogue.reading() as session:
        assert search(session, "flood")[0].sha256 == usage.sha256
        assert len(search(session, "flood")) == 1


def test_the_order_of_page_and_picture_does_not_matter(
    desk: Desk, page: Path, tmp_path: Path
) -> None:
    picture = page.parent / "flood_files" / "street.jpg"
    _import(desk, picture)
    _import(desk, page)
    with desk.catalogue.reading() as session:
        view = photo_view(session, _article(desk, "flood").usages[0].key)
    assert view is not None
    assert [f.kind for f in view.flags] == []
    assert view.item.verdict == "clear"


def test_a_name_that_two_pages_use_differently_attaches_nothing(
    desk: Desk, tmp_path: Path, draw: Draw
) -> None:
    for name in ("one", "two"):
        page = PAGE.replace("flood.html", f"{name}.html").format(src=f"{name}/1.jpg")
        (tmp_path / f"{name}.html").write_text(page, "utf-8")
    _import(desk, tmp_path / "one.html", tmp_path / "two.html")
    (tmp_path / "1.jpg").write_bytes(draw(5))
    assert _import(desk, tmp_path / "1.jpg").count("usage") == 0


def test_a_changed_caption_is_an_update_in_the_journal(desk: Desk, page: Path) -> None:
    _import(desk, page)
    page.write_text(page.read_text("utf-8").replace("The main street", "The market"), "utf-8")
    assert _import(desk, page).count("usage") == 1
    with desk.catalogue.reading() as session:
        event = session.execute(
            text("SELECT before, after FROM audit_events WHERE action = 'usage.updated'")
        ).one()
        assert first_break(session) is None
    assert ("The main street" in event[0], "The market" in event[1]) == (True, True)


def test_a_manifest_gives_article_file_and_licence(desk: Desk, tmp_path: Path, draw: Draw) -> None:
    (tmp_path / "a.jpg").write_bytes(draw(6))
    (tmp_path / "list.csv").write_text(
        "article,file,caption,credit,licence,published\n"
        'harvest,a.jpg,The harvest,Photo: Ann Example,"Contract 5, until 2020-01-31",2019-07-01\n'
        "harvest,gone.jpg,The barn,Ann Example,CC BY 4.0,2019-07-01\n",
        "utf-8",
    )
    report = _import(desk, tmp_path / "list.csv")
    assert [r.path.endswith("list.csv") for r in report.rejected] == [True]
    assert "gone.jpg" in report.rejected[0].reason
    first, second = _article(desk, "harvest").usages
    assert first.sha256 is not None
    assert second.sha256 is None
    with desk.catalogue.reading() as session:
        view = photo_view(session, first.key)
    assert view is not None
    assert view.item.verdict == "blocked"


def test_a_manifest_never_lays_a_row_over_another_picture(
    desk: Desk, tmp_path: Path, draw: Draw
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.jpg").write_bytes(draw(ord(name[0])))
    head = "article,file,caption,credit,licence\n"
    full = tmp_path / "full.csv"
    full.write_text(head + "harvest,one.jpg,One,Ann,\nharvest,two.jpg,Two,Bob,\n", "utf-8")
    part = tmp_path / "part.csv"
    part.write_text(head + "harvest,two.jpg,Two,Bob,CC BY 4.0\nharvest,,Three,Eve,\n", "utf-8")
    for _ in range(2):
        _import(desk, full, part)
        usages = _article(desk, "harvest").usages
        assert [(u.caption, u.licence) for u in usages] == [
            ("One", None),
            ("Two", "CC BY 4.0"),
            ("Three", None),
        ]


def test_a_manifest_brings_the_file_that_a_usage_waits_for(
    desk: Desk, article_file: Path, tmp_path: Path, draw: Draw
) -> None:
    _import(desk, article_file)
    (tmp_path / "hall.jpg").write_bytes(draw(3))
    rows = "article,file,caption,credit,licence\ndecorations,hall.jpg,,,\n"
    (tmp_path / "files.csv").write_text(rows, "utf-8")
    assert _import(desk, tmp_path / "files.csv").count("usage") == 1
    first, second = _article(desk, "decorations").usages
    assert (first.caption, first.credit_line) == ("Kim Jong Un", "KCNA, Novaya Gazeta")
    assert (first.sha256 is not None, second.sha256) == (True, None)


def test_a_photo_that_a_page_drops_is_reviewed_alone_again(
    desk: Desk, page: Path, draw: Draw
) -> None:
    _import(desk, page)
    old = _article(desk, "flood").usages[0].key
    (page.parent / "flood_files" / "street.jpg").write_bytes(draw(77))
    _import(desk, page)
    assert _article(desk, "flood").usages[0].key != old
    with desk.catalogue.reading() as session:
        view = photo_view(session, old)
    assert view is not None
    assert view.usages == ()
    assert [f.kind for f in view.flags if f.status == "open"] == ["missing_credit"]


def test_what_a_page_prints_no_more_is_neither_reviewed_nor_exported(
    desk: Desk, article_file: Path
) -> None:
    _import(desk, article_file)
    whole = article_file.read_text("utf-8")
    article_file.write_text(whole.replace("\nPhoto: KCNA, Novaya Gazeta\n", "\n"), "utf-8")
    planned = dry_run(desk, [article_file], workers=1)
    report = _import(desk, article_file)
    assert [str(i.action) for i in report.items] == ["unchanged", "unchanged", "withdraw"]
    assert sorted(planned.items, key=str) == sorted(report.items, key=str)
    assert [u.position for u in _article(desk, "decorations").usages] == [1]
    with desk.catalogue.reading() as session:
        assert len(list(flags(session, "state_media"))) == 1
        assert count_for_export(session, ExportFilter(article="decorations")) == 1
    article_file.write_text(whole, "utf-8")
    assert [str(i.action) for i in _import(desk, article_file).items][-1] == "update"
    assert [u.position for u in _article(desk, "decorations").usages] == [1, 2]


def test_a_manifest_takes_no_picture_away(desk: Desk, article_file: Path, tmp_path: Path) -> None:
    _import(desk, article_file)
    rows = "article,file,caption,credit,licence\ndecorations,,Kim Jong Un,,CC BY 4.0\n"
    (tmp_path / "part.csv").write_text(rows, "utf-8")
    _import(desk, tmp_path / "part.csv")
    assert len(_article(desk, "decorations").usages) == 2


@pytest.fixture
def wrong(tmp_path: Path, draw: Draw) -> Path:
    folder = tmp_path / "wrong"
    folder.mkdir()
    (folder / "empty.jpg").write_bytes(b"")
    (folder / "letter.jpg").write_text("Dear desk, this is a letter.", "utf-8")
    (folder / "bare.html").write_text("<html><body><p>No picture here at all.</p></body></html>")
    (folder / "other.csv").write_text("colour,weight\nred,12\n", "utf-8")
    (folder / "good.jpg").write_bytes(draw(7))
    return folder


def test_wrong_input_gets_one_clear_line_each_and_the_rest_is_imported(
    desk: Desk, wrong: Path
) -> None:
    report = _import(desk, wrong, wrong / "missing.jpg")
    reasons = {Path(r.path).name: r.reason for r in report.rejected}
    assert set(reasons) == {"empty.jpg", "letter.jpg", "bare.html", "other.csv", "missing.jpg"}
    assert all("\n" not in reason and len(reason) > 10 for reason in reasons.values())
    assert report.count("photo") == 1


def test_a_dry_run_says_what_an_import_then_does(
    desk: Desk, page: Path, article_file: Path
) -> None:
    before = _content(desk)
    planned = dry_run(desk, [page, article_file], workers=1)
    assert _content(desk) == before
    done = _import(desk, page, article_file)
    assert sorted(planned.items, key=str) == sorted(done.items, key=str)
    again = dry_run(desk, [page, article_file], workers=1)
    assert {item.action for item in again.items} == {"unchanged"}


def test_a_dry_run_sees_updates_and_arrivals(desk: Desk, page: Path, article_file: Path) -> None:
    picture = page.parent / "flood_files" / "street.jpg"
    hidden = picture.with_suffix(".away")
    picture.rename(hidden)
    _import(desk, page)
    hidden.rename(picture)
    actions = {i.kind: i.action for i in dry_run(desk, [page], workers=1).items}
    assert actions == {"article": "unchanged", "photo": "create", "usage": "attach"}
    page.write_text(page.read_text("utf-8").replace("Flood in", "Floods in"), "utf-8")
    actions = {i.kind: i.action for i in dry_run(desk, [page], workers=1).items}
    assert actions["article"] == "update"


def test_a_page_cannot_reach_outside_its_folder(desk: Desk, tmp_path: Path, draw: Draw) -> None:
    (tmp_path / "secret.jpg").write_bytes(draw(8))
    inside = tmp_path / "inside"
    inside.mkdir()
    for number, src in enumerate(
        ["../secret.jpg", "%2e%2e/secret.jpg", str(tmp_path / "secret.jpg")]
    ):
        page = PAGE.replace("flood.html", f"p{number}.html").format(src=src)
        (inside / f"p{number}.html").write_text(page, "utf-8")
    report = _import(desk, inside)
    assert report.count("photo") == 0
    assert report.waiting == 3


def test_two_files_of_one_name_are_two_articles(
    desk: Desk, tmp_path: Path, article_file: Path
) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        shutil.copy(article_file, tmp_path / folder / "index.txt")
    report = _import(desk, tmp_path / "monday", tmp_path / "tuesday")
    assert report.count("article") == 2


def test_a_lost_original_comes_back_with_its_file(desk: Desk, tmp_path: Path, draw: Draw) -> None:
    (tmp_path / "a.jpg").write_bytes(draw(4))
    _import(desk, tmp_path / "a.jpg")
    (original,) = (p for p in desk.store.originals.rglob("*") if p.is_file())
    original.unlink()
    assert _import(desk, tmp_path / "a.jpg").already_known == 1
    assert original.read_bytes() == draw(4)


def test_progress_is_told(desk: Desk, page: Path) -> None:
    told: list[tuple[str, int, int]] = []
    import_sources(desk, desk.by(), [page], 1, lambda *step: told.append(step))
    assert told == [("pictures", 1, 1), ("pages", 1, 1)]


def test_a_dismissed_flag_does_not_come_back_for_the_same_evidence(
    desk: Desk, article_file: Path
) -> None:
    from photodesk.review import settle_flag

    _import(desk, article_file)
    with desk.catalogue.reading() as session:
        flag = next(iter(flags(session, "state_media")))
    settle_flag(desk, desk.by(), flag.id, dismiss=True, note="a film still")
    _import(desk, article_file)
    with desk.catalogue.reading() as session:
        assert flag.id not in {f.id for f in flags(session)}
    text_now = article_file.read_text("utf-8").replace("KCNA, Novaya Gazeta", "TASS, Novaya Gazeta")
    article_file.write_text(text_now, "utf-8")
    report = _import(desk, article_file)
    assert report.flags["state_media"] == 2


def test_a_picture_that_hangs_its_reader_costs_only_itself(
    desk: Desk, tmp_path: Path, draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    from photodesk.intake.reading import ReadPicture, read_pictures

    def impatient(
        paths: list[Path], workers: int, is_known: Callable[[str], bool]
    ) -> Iterator[ReadPicture]:
        return read_pictures(paths, workers, is_known, deadline=0.1)

    (tmp_path / "slow").mkdir()
    slow = draw(9, (8000, 8000), "PNG", compress_level=1)
    (tmp_path / "slow" / "slow.png").write_bytes(slow)
    (tmp_path / "slow" / "quick.jpg").write_bytes(draw(10))
    monkeypatch.setattr(intake, "read_pictures", impatient)
    report = _import(desk, tmp_path / "slow")
    assert [Path(r.path).name for r in report.rejected] == ["slow.png"]
    assert "took longer" in report.rejected[0].reason
    assert report.count("photo") == 1
