"""What an import would do with one photo or page, without doing it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from sqlmodel import Session, select

from db.catalogue import (
    Saved,
    has_photo,
    no_longer_printed,
    printed_article,
    printed_usage,
    says_something_new,
    slug_of,
)
from db.tables import ArticleRow, PhotoRow, UsageRow
from photodesk.intake.pages import ReadPage
from photodesk.intake.placing import placed
from photodesk.intake.report import Item

__all__ = ["plan_page", "plan_photo"]


def plan_photo(session: Session, sha256: str, in_this_run: Container[str]) -> Saved:
    """Whether a photo would be new."""
    known = sha256 in in_this_run or has_photo(session, sha256)
    return Saved.UNCHANGED if known else Saved.CREATED


def plan_page(session: Session, page: ReadPage, digests: Mapping[Path, str]) -> list[Item]:
    """What would happen to an article and its usages; ``digests`` are those of the files read."""
    article = page.article
    row = session.exec(select(ArticleRow).where(ArticleRow.address == article.address)).first()
    if row is None:
        action = Saved.CREATED
    else:
        changed = says_something_new(row, printed_article(article))
        action = Saved.UPDATED if changed else Saved.UNCHANGED
    items = [Item(str(page.source.path), "article", action)]
    positions: list[int] = []
    for usage, path in placed(session, row, page):
        digest = digests.get(path.resolve()) if path is not None else None
        known = (
            session.exec(
                select(UsageRow).where(
                    UsageRow.article_id == row.id, UsageRow.position == usage.position
                )
            ).first()
            if row is not None
            else None
        )
        if known is None:
            action = Saved.CREATED
        elif known.photo_id is None and digest is not None:
            action = Saved.ATTACHED
        elif says_something_new(
            known, printed_usage(usage) | {"withdrawn": False}
        ) or _another_photo(session, known, digest):
            action = Saved.UPDATED
        else:
            action = Saved.UNCHANGED
        items.append(Item(f"{slug_of(article.address)}#{usage.position}", "usage", action))
        positions.append(usage.position)
    if row is not None and not page.from_manifest:
        items += [
            Item(f"{row.slug}#{gone.position}", "usage", Saved.WITHDRAWN)
            for gone in no_longer_printed(session, row.id or 0, positions)
        ]
    return items


def _another_photo(session: Session, usage: UsageRow, digest: str | None) -> bool:
    if digest is None or usage.photo_id is None:
        return False
    return session.get_one(PhotoRow, usage.photo_id).sha256 != digest
