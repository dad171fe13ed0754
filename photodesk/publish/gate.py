"""The gate: every way out passes here, and nothing withheld leaves unmarked."""

from __future__ import annotations

from dataclasses import dataclass

from photodesk.publish.records import Record

__all__ = ["Withheld", "gate"]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A usage that may not be printed, with the reasons."""

    article_url: str
    position: int
    file: str | None
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        what = self.file or f"picture {self.position}"
        return f"{self.article_url} #{self.position} ({what}): {'; '.join(self.reasons)}"


def gate(record: Record) -> Withheld | None:
    """None where the record may be printed, else what is withheld and why."""
    if record.verdict.may_be_printed and record.credit_line:
        return None
    return Withheld(record.article_url, record.position, record.file, record.reasons)
