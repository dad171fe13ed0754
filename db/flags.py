"""Raising flags from findings, and settling them.

A flag is known by its subject, its kind and the digest of its evidence. The same evidence never
raises a second flag, so a dismissed one stays dismissed; an open one whose evidence is gone lapses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict

from sqlmodel import Session, col, select

from db.tables import FlagRow
from media.findings import evidence_digest
from media.types import Finding

__all__ = ["LAPSED", "OPEN", "raise_flags"]

OPEN, LAPSED = "open", "lapsed"


def raise_flags(
    session: Session, subject: str, findings: Iterable[Finding], run_id: int
) -> Counter[str]:
    """Hold a subject's flags against what is found now; count the newly opened by kind."""
    known = {
        (row.kind, row.evidence_digest): row
        for row in session.exec(select(FlagRow).where(FlagRow.subject == subject))
    }
    opened: Counter[str] = Counter()
    current: set[tuple[str, str]] = set()
    for finding in findings:
        key = (str(finding.kind), evidence_digest(finding))
        current.add(key)
        row = known.get(key)
        if row is None:
            opened[key[0]] += 1
            row = FlagRow(
                subject=subject,
                usage_id=_usage_id(subject),
                kind=key[0],
                summary=finding.summary,
                evidence=[asdict(evidence) for evidence in finding.evidence],
                evidence_digest=key[1],
                run_id=run_id,
            )
            session.add(row)
        elif row.status == LAPSED:
            opened[key[0]] += 1
            row.status = OPEN
    for key, row in known.items():
        if key not in current and row.status == OPEN:
            row.status = LAPSED
    session.flush()
    return opened


def flags_of(session: Session, subjects: Iterable[str]) -> list[FlagRow]:
    """The flags on these subjects that have not lapsed, oldest first."""
    return list(
        session.exec(
            select(FlagRow)
            .where(col(FlagRow.subject).in_(list(subjects)), FlagRow.status != LAPSED)
            .order_by(col(FlagRow.id))
        )
    )


def _usage_id(subject: str) -> int | None:
    kind, _, number = subject.partition(":")
    return int(number) if kind == "usage" else None
