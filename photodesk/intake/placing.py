"""Which usage of a known article a manifest's row means.

A page prints its pictures in their order, so a position is enough. A manifest may name only some
pictures of an article: its rows are matched by file first, and never laid over another picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session, col, select

from db.catalogue import file_name_of
from db.tables import ArticleRow, UsageRow
from media.types import Usage
from photodesk.intake.pages import ReadPage

__all__ = ["placed"]


def placed(
    session: Session, article: ArticleRow | None, page: ReadPage
) -> Iterator[tuple[Usage, Path | None]]:
    """Each usage of a page at the position it has in the catalogue, with its file."""
    known: Sequence[UsageRow] = ()
    if article is not None and page.from_manifest:
        known = session.exec(
            select(UsageRow)
            .where(UsageRow.article_id == article.id)
            .order_by(col(UsageRow.position))
        ).all()
    at = {usage.position: usage for usage in known}
    by_name = {usage.file_name.lower(): usage for usage in known if usage.file_name}
    free = max(at, default=0)
    for usage in page.article.usages:
        path = page.files.get(usage.position)
        name = file_name_of(usage.references[0]).lower() if usage.references else None
        there = at.get(usage.position)
        if there is not None and _may_be_the_same(there, usage, name):
            position = usage.position
        elif name is not None and name in by_name:
            position = by_name[name].position
        elif there is None:
            position = usage.position
        elif name is None and (twin := _printed_alike(known, usage)) is not None:
            position = twin.position
        else:
            free = position = max(free, usage.position) + 1
        free = max(free, position)
        yield replace(usage, position=position), path


def _printed_alike(known: Sequence[UsageRow], usage: Usage) -> UsageRow | None:
    printed = (usage.caption, usage.credit_line)
    return next(
        (k for k in known if k.file_name is None and (k.caption, k.credit_line) == printed), None
    )


def _may_be_the_same(known: UsageRow, usage: Usage, name: str | None) -> bool:
    if known.file_name is None and name is None:
        return True
    if known.file_name is not None and name is not None:
        return known.file_name.lower() == name
    return all(
        old is None or new is None or old == new
        for old, new in (
            (known.caption, usage.caption),
            (known.credit_line, usage.credit_line),
        )
    )
