"""The same newsroom on SQLite and PostgreSQL gives the same answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from db.journal import first_break
from db.search import QueueFilter, facets, flags, queue, search
from media.rights import Action
from photodesk.desk import open_desk
from photodesk.intake import import_sources
from photodesk.publish import Order, export
from photodesk.review import decide
from photodesk.settings import Settings


def _loop(settings: Settings, sources: list[Path]) -> tuple[object, ...]:
    """Import, search, decide and export; everything that came out."""
    desk = open_desk(settings)
    for _ in range(2):
        import_sources(desk, desk.by(), sources, workers=1)
    decide(desk, desk.by("Olena"), ["decorations#1"], Action.CLEAR, "label kept")
    stream = io.BytesIO()
    made = export(desk, desk.by(), Order(include_withheld=True), "csv", stream.write)
    with desk.catalogue.reading() as session:
        answers = (
            stream.getvalue(),
            [str(w) for w in made.withheld],
            queue(session, QueueFilter()),
            queue(session, QueueFilter(outlet="kcna", waiting=True), limit=1).after,
            facets(session, QueueFilter()),
            [f.summary for f in flags(session, status=None)],
            [i.key for i in search(session, "kcna capital")],
            first_break(session),
        )
    desk.catalogue.close()
    return answers


@pytest.mark.postgres
def test_both_databases_give_the_same_answers(
    tmp_path: Path, article_file: Path, draw: Callable[..., bytes], postgres_url: str
) -> None:
    (tmp_path / "alone.jpg").write_bytes(draw(1))
    sources = [article_file, tmp_path / "alone.jpg"]
    on_sqlite = _loop(Settings(home=tmp_path / "one"), sources)
    on_postgres = _loop(Settings(home=tmp_path / "two", database_url=postgres_url), sources)
    assert on_postgres == on_sqlite
