"""The tables of the catalogue, in three layers that never overwrite one another.

*Read* is what a file says (``photos``), *printed* what a page prints (``articles``, ``usages``,
``parties``), *decided* what staff say (``decisions``, the status of ``flags``, ``grants``).
``reviews`` is derived from the three and can be rebuilt at any time. Moments are ISO 8601 in UTC
with microseconds, as text, so that the same catalogue reads the same on every database.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

__all__ = [
    "ArticleRow",
    "AuditRow",
    "DecisionRow",
    "FlagRow",
    "GrantRow",
    "LicenceRow",
    "OutletAliasRow",
    "OutletRow",
    "PartyRow",
    "PhotoRow",
    "ReviewRow",
    "RunItemRow",
    "RunRow",
    "SettingRow",
    "UsageRow",
]


def _json(default: type[list[Any]] | type[dict[str, Any]] = dict) -> Any:
    return Field(default_factory=default, sa_column=Column(JSON, nullable=False))


def _text() -> Any:
    return Field(default=None, sa_column=Column(Text))


class ArticleRow(SQLModel, table=True):
    """A published piece; ``address`` is its canonical URL or, without one, its slug."""

    __tablename__ = "articles"

    id: int | None = Field(default=None, primary_key=True)
    address: str = Field(unique=True)
    slug: str = Field(index=True)
    headline: str | None = _text()
    byline: str | None = _text()
    published: date | None = Field(default=None, index=True)
    published_at: str | None = None
    language: str | None = None
    sources: list[dict[str, Any]] = _json(list)
    problems: list[str] = _json(list)
    run_id: int = Field(foreign_key="runs.id", index=True)


class PhotoRow(SQLModel, table=True):
    """The content of one image file and what it says about itself, as read."""

    __tablename__ = "photos"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True, max_length=64)
    file_name: str
    format: str
    width: int
    height: int
    size: int
    fingerprint: str | None = Field(default=None, max_length=64, index=True)
    damage: str | None = _text()
    metadata_read: dict[str, Any] = _json()
    credentials: dict[str, Any] = _json()
    run_id: int = Field(foreign_key="runs.id", index=True)


class UsageRow(SQLModel, table=True):
    """One picture at one position of one article, as printed; it may wait for its file.

    ``by_page`` says that the page itself names it, not a manifest alone; ``withdrawn`` that the
    page was read again and prints it no more. It stays with its decisions, and is neither reviewed
    nor exported.
    """

    __tablename__ = "usages"
    __table_args__ = (UniqueConstraint("article_id", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="articles.id")
    position: int
    photo_id: int | None = Field(default=None, foreign_key="photos.id", index=True)
    references: list[str] = _json(list)
    file_name: str | None = Field(default=None, index=True)
    caption: str | None = _text()
    credit_line: str | None = _text()
    alt_text: str | None = _text()
    licence_id: int | None = Field(default=None, foreign_key="licences.id", index=True)
    origin: str = "unknown"
    state_media: bool = False
    licence_named: str | None = None
    reasons: list[str] = _json(list)
    notes: list[str] = _json(list)
    by_page: bool = False
    withdrawn: bool = False
    run_id: int = Field(foreign_key="runs.id", index=True)


class PartyRow(SQLModel, table=True):
    """A link of a usage's printed credit line, with its span in code points of that line."""

    __tablename__ = "parties"
    __table_args__ = (
        UniqueConstraint("usage_id", "ordinal"),
        Index("ix_parties_outlet_usage", "outlet_id", "usage_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    usage_id: int = Field(foreign_key="usages.id")
    ordinal: int
    name: str
    role: str
    span_start: int
    span_end: int
    certainty: float
    stated: bool = False
    outlet_id: str | None = Field(default=None, foreign_key="outlets.id")
    canonical: str | None = None
    control: str = "unknown"
    country: str | None = None
    state_media: bool | None = None


class OutletRow(SQLModel, table=True):
    """An entry of the outlet registry; ``facts`` is the whole entry with its sources."""

    __tablename__ = "outlets"

    id: str = Field(primary_key=True)
    name: str
    country: str | None = Field(default=None, index=True)
    kind: str
    control: str = Field(index=True)
    facts: dict[str, Any] = _json()
    added_by: str | None = None


class OutletAliasRow(SQLModel, table=True):
    """A name under which an outlet is credited."""

    __tablename__ = "outlet_aliases"

    id: int | None = Field(default=None, primary_key=True)
    outlet_id: str = Field(foreign_key="outlets.id", index=True)
    name: str = Field(index=True)
    language: str | None = None
    script: str | None = None
    rule: str | None = None


class LicenceRow(SQLModel, table=True):
    """Terms under which a picture may be used, as declared and as understood."""

    __tablename__ = "licences"

    id: int | None = Field(default=None, primary_key=True)
    declared: str = Field(unique=True)
    identifier: str | None = None
    url: str | None = None
    holder: str | None = None
    valid_until: date | None = Field(default=None, index=True)


class GrantRow(SQLModel, table=True):
    """A dated allow or deny on a photo, an outlet, an article or a run."""

    __tablename__ = "grants"
    __table_args__ = (Index("ix_grants_scope", "scope", "scope_id"),)

    id: int | None = Field(default=None, primary_key=True)
    effect: str
    scope: str
    scope_id: str
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = Field(sa_column=Column(Text, nullable=False))
    made_by: str
    made_at: str


class FlagRow(SQLModel, table=True):
    """A finding that asks a person; one row for each kind, subject and evidence.

    ``subject`` is ``usage:ID`` or ``photo:ID``; the unique key keeps a dismissed flag from coming
    back for the same evidence.
    """

    __tablename__ = "flags"
    __table_args__ = (
        UniqueConstraint("subject", "kind", "evidence_digest"),
        Index("ix_flags_status_kind", "status", "kind"),
    )

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    usage_id: int | None = Field(default=None, foreign_key="usages.id", index=True)
    review_id: int | None = Field(default=None, foreign_key="reviews.id", index=True)
    kind: str
    summary: str = Field(sa_column=Column(Text, nullable=False))
    evidence: list[dict[str, Any]] = _json(list)
    evidence_digest: str = Field(max_length=64)
    status: str = "open"
    note: str | None = _text()
    decided_by: str | None = None
    decided_at: str | None = None
    run_id: int = Field(foreign_key="runs.id", index=True)


class DecisionRow(SQLModel, table=True):
    """What a named person decided and why; never edited, only followed by another.

    ``subject`` is ``usage:ID`` or ``photo:ID``. ``about`` holds the printed line for a confirmed
    chain, so that the confirmation ends when the line changes.
    """

    __tablename__ = "decisions"

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(index=True)
    action: str
    about: str | None = _text()
    note: str = Field(sa_column=Column(Text, nullable=False))
    decided_by: str
    decided_at: str


class ReviewRow(SQLModel, table=True):
    """One picture as staff review it: a photo with all its usages, or a usage without its file.

    Derived from the three layers whenever one of them changes; ``version`` counts those changes,
    ``changes_on`` is the first day on which the verdict will be another, ``words`` the folded text
    that search looks through.
    """

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_queue", "urgency", "newest", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    photo_id: int | None = Field(default=None, foreign_key="photos.id", unique=True)
    usage_id: int | None = Field(default=None, foreign_key="usages.id", unique=True)
    version: int = 1
    verdict: str = Field(default="review", index=True)
    changes_on: date | None = Field(default=None, index=True)
    state_media: bool = Field(default=False, index=True)
    origin: str = "unknown"
    decision: str | None = None
    open_flags: int = 0
    urgency: int = 0
    newest: str = ""
    words: str = Field(default="", sa_column=Column(Text, nullable=False))


class RunRow(SQLModel, table=True):
    """One import."""

    __tablename__ = "runs"

    id: int | None = Field(default=None, primary_key=True)
    started_at: str
    finished_at: str | None = None
    started_by: str
    sources: list[str] = _json(list)
    summary: dict[str, Any] = _json()


class RunItemRow(SQLModel, table=True):
    """What one import did with one file: create, update, attach, unchanged or rejected."""

    __tablename__ = "run_items"

    id: int | None = Field(default=None, primary_key=True)
    run_id: int = Field(foreign_key="runs.id", index=True)
    path: str
    kind: str
    action: str
    reason: str | None = _text()


class AuditRow(SQLModel, table=True):
    """One change, in the order of ``seq``, chained by ``digest`` to the one before."""

    __tablename__ = "audit_events"

    seq: int | None = Field(default=None, primary_key=True)
    at: str
    actor: str
    action: str
    object: str = Field(index=True)
    before: dict[str, Any] = _json()
    after: dict[str, Any] = _json()
    reason: str | None = _text()
    previous: str = Field(max_length=64)
    digest: str = Field(max_length=64)


class SettingRow(SQLModel, table=True):
    """A fact about the catalogue itself, such as the digest of the registry it holds."""

    __tablename__ = "settings"

    key: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))
