"""Saving what was read and printed, and loading it back as the values of ``media``.

Saving is idempotent: the same content again changes nothing and says ``unchanged``. A value that a
later source leaves out does not erase one that is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from db.tables import ArticleRow, LicenceRow, PartyRow, PhotoRow, UsageRow
from media.licences import Licence
from media.types import (
    Article,
    Control,
    CreditLine,
    NamedSource,
    Origin,
    Party,
    Photo,
    Role,
    Span,
    Usage,
)

__all__ = [
    "Saved",
    "attach",
    "file_name_of",
    "has_photo",
    "load_line",
    "load_sources",
    "no_longer_printed",
    "photo_by_digest",
    "printed_article",
    "printed_usage",
    "save_article",
    "save_licence",
    "save_photo",
    "save_usage",
    "says_something_new",
    "slug_of",
    "waiting_for",
]


class Saved(StrEnum):
    """What saving did."""

    CREATED = "create"
    UPDATED = "update"
    ATTACHED = "attach"
    WITHDRAWN = "withdraw"
    UNCHANGED = "unchanged"


def slug_of(address: str) -> str:
    """The last meaningful part of an address, without its ending; an address may be a slug."""
    try:
        parts = urlsplit(address)
    except ValueError:  # no address at all, such as "http://["
        return address
    last = unquote(parts.path).rstrip("/").rsplit("/", 1)[-1] or parts.netloc or address
    stem, dot, ending = last.rpartition(".")
    return stem if dot and ending.lower() in {"html", "htm", "php", "shtml", "txt"} else last


def file_name_of(reference: str) -> str:
    """The file name in a path or address, percent-decoded, without query and fragment."""
    try:
        path = urlsplit(reference).path if "://" in reference else reference.split("?")[0]
    except ValueError:
        path = reference
    path = unquote(path)
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def printed_article(article: Article) -> dict[str, Any]:
    """The columns of the printed layer of an article."""
    return {
        "headline": article.headline,
        "byline": article.byline,
        "published": article.published,
        "published_at": article.published_at,
        "language": article.language,
        "sources": [asdict(source) for source in article.sources],
        "problems": list(article.problems),
    }


def printed_usage(usage: Usage) -> dict[str, Any]:
    """The columns of the printed layer of a usage."""
    return {
        "caption": usage.caption,
        "credit_line": usage.credit_line,
        "alt_text": usage.alt_text,
        "references": list(usage.references),
        "file_name": file_name_of(usage.references[0]) if usage.references else None,
    }


def says_something_new(row: ArticleRow | UsageRow, values: Mapping[str, Any]) -> bool:
    """Whether saving these values would change the row."""
    return any(_is_new(getattr(row, name), value) for name, value in values.items())


def has_photo(session: Session, sha256: str) -> bool:
    """Whether a photo with this SHA-256 is there."""
    found = select(PhotoRow.id).where(PhotoRow.sha256 == sha256)
    return session.exec(found).first() is not None


def photo_by_digest(session: Session, sha256: str) -> PhotoRow:
    """The photo with this SHA-256, which must be there."""
    return session.exec(select(PhotoRow).where(PhotoRow.sha256 == sha256)).one()


def save_photo(
    session: Session, photo: Photo, file_name: str, run_id: int
) -> tuple[PhotoRow, Saved]:
    """Save a photo by its SHA-256."""
    known = session.exec(select(PhotoRow).where(PhotoRow.sha256 == photo.sha256)).first()
    if known is not None:
        return known, Saved.UNCHANGED
    metadata = asdict(photo.metadata) | {"origin_of": dict(photo.metadata.origin_of)}
    metadata["raw"] = {block: dict(tags) for block, tags in photo.metadata.raw.items()}
    row = PhotoRow(
        sha256=photo.sha256,
        file_name=file_name,
        format=photo.pixels.format,
        width=photo.pixels.width,
        height=photo.pixels.height,
        size=photo.size,
        fingerprint=photo.pixels.fingerprint,
        damage=photo.pixels.damage,
        metadata_read=metadata,
        credentials=asdict(photo.credentials),
        run_id=run_id,
    )
    session.add(row)
    session.flush()
    return row, Saved.CREATED


def save_article(
    session: Session, article: Article, run_id: int
) -> tuple[ArticleRow, Saved, dict[str, Any], dict[str, Any]]:
    """Save an article by its address; also the changed fields, before and after."""
    printed = printed_article(article)
    row = session.exec(select(ArticleRow).where(ArticleRow.address == article.address)).first()
    if row is None:
        row = ArticleRow(
            address=article.address, slug=slug_of(article.address), run_id=run_id, **printed
        )
        session.add(row)
        session.flush()
        return row, Saved.CREATED, {}, {"headline": article.headline}
    before, after = _fill(row, printed)
    session.flush()
    return row, Saved.UPDATED if after else Saved.UNCHANGED, before, after


def save_usage(
    session: Session,
    article_id: int,
    usage: Usage,
    line: CreditLine | None,
    licence_id: int | None,
    photo_id: int | None,
    run_id: int,
    by_page: bool,
) -> tuple[UsageRow, Saved, dict[str, Any], dict[str, Any]]:
    """Save a usage by article and position, with the parties of its credit line."""
    printed = printed_usage(usage) | {"licence_id": licence_id}
    if line is not None:
        printed |= {
            "origin": str(line.origin),
            "state_media": line.state_media,
            "licence_named": line.licence,
            "reasons": list(line.reasons),
            "notes": list(line.notes),
        }
    found = select(UsageRow).where(
        UsageRow.article_id == article_id, UsageRow.position == usage.position
    )
    row = session.exec(found).first()
    if row is None:
        kept = {name: value for name, value in printed.items() if value is not None}
        row = UsageRow(
            article_id=article_id,
            position=usage.position,
            photo_id=photo_id,
            run_id=run_id,
            by_page=by_page,
            **kept,
        )
        session.add(row)
        session.flush()
        _save_parties(session, row, line)
        return row, Saved.CREATED, {}, {"credit_line": row.credit_line, "caption": row.caption}
    was_waiting = row.photo_id is None
    row.by_page = row.by_page or by_page
    before, after = _fill(row, printed | {"photo_id": photo_id, "withdrawn": False})
    session.flush()
    if line is not None and load_line(row, _parties(session, row)) != line:
        _save_parties(session, row, line)
    if not after:
        return row, Saved.UNCHANGED, {}, {}
    if was_waiting and set(after) == {"photo_id"}:
        return row, Saved.ATTACHED, before, after
    return row, Saved.UPDATED, before, after


def no_longer_printed(
    session: Session, article_id: int, positions: Collection[int]
) -> Sequence[UsageRow]:
    """The usages that an article's page once printed and prints at none of these positions now."""
    return session.exec(
        select(UsageRow)
        .where(
            UsageRow.article_id == article_id,
            col(UsageRow.by_page),
            ~col(UsageRow.withdrawn),
            col(UsageRow.position).not_in(positions),
        )
        .order_by(col(UsageRow.position))
    ).all()


def attach(session: Session, usage: UsageRow, photo_id: int) -> None:
    """Give a waiting usage its file."""
    usage.photo_id = photo_id
    session.add(usage)
    session.flush()


def waiting_for(session: Session, file_name: str) -> Sequence[UsageRow]:
    """The usages whose page names this file and that still wait for it."""
    return session.exec(
        select(UsageRow)
        .where(
            col(UsageRow.photo_id).is_(None),
            ~col(UsageRow.withdrawn),
            func.lower(UsageRow.file_name) == file_name.lower(),
        )
        .order_by(col(UsageRow.id))
    ).all()


def save_licence(session: Session, licence: Licence) -> int:
    """The id of the licence with these declared words, saved if it is new."""
    row = session.exec(select(LicenceRow).where(LicenceRow.declared == licence.declared)).first()
    if row is None:
        row = LicenceRow(
            declared=licence.declared,
            identifier=licence.identifier,
            url=licence.url,
            valid_until=licence.valid_until,
        )
        session.add(row)
        session.flush()
    if row.id is None:
        raise AssertionError("a flushed row has an id")
    return row.id


def load_line(usage: UsageRow, parties: Iterable[PartyRow]) -> CreditLine | None:
    """A usage's printed line as read at import; None where the page prints none."""
    if usage.credit_line is None:
        return None
    return CreditLine(
        raw=usage.credit_line,
        parties=tuple(
            Party(
                name=p.name,
                role=Role(p.role),
                span=Span(p.span_start, p.span_end),
                certainty=p.certainty,
                outlet=p.outlet_id,
                canonical=p.canonical,
                control=Control(p.control),
                country=p.country,
                stated=p.stated,
                state_media=p.state_media,
            )
            for p in sorted(parties, key=lambda p: p.ordinal)
        ),
        origin=Origin(usage.origin),
        state_media=usage.state_media,
        licence=usage.licence_named,
        reasons=tuple(usage.reasons),
        notes=tuple(usage.notes),
    )


def load_sources(article: ArticleRow) -> tuple[NamedSource, ...]:
    """The sources that an article names."""
    return tuple(NamedSource(s["name"], s["description"]) for s in article.sources)


def _fill(
    row: ArticleRow | UsageRow, values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Take over the values that say something new; give them before and after, JSON-ready."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for name, value in values.items():
        old = getattr(row, name)
        if _is_new(old, value):
            setattr(row, name, value)
            before[name], after[name] = _plain(old), _plain(value)
    return before, after


def _is_new(old: Any, value: Any) -> bool:
    return value is not None and value != [] and value != old


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool, list, type(None))) else str(value)


def _parties(session: Session, usage: UsageRow) -> Sequence[PartyRow]:
    return session.exec(select(PartyRow).where(PartyRow.usage_id == usage.id)).all()


def _save_parties(session: Session, usage: UsageRow, line: CreditLine | None) -> None:
    if usage.id is None:
        raise AssertionError("a flushed row has an id")
    session.execute(delete(PartyRow).where(col(PartyRow.usage_id) == usage.id))
    for ordinal, party in enumerate(line.parties if line is not None else ()):
        session.add(
            PartyRow(
                usage_id=usage.id,
                ordinal=ordinal,
                name=party.name,
                role=str(party.role),
                span_start=party.span.start,
                span_end=party.span.end,
                certainty=party.certainty,
                stated=party.stated,
                outlet_id=party.outlet,
                canonical=party.canonical,
                control=str(party.control),
                country=party.country,
                state_media=party.state_media,
            )
        )
    session.flush()
