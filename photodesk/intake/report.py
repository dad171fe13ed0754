"""What one import did: counts, rejections and flags, as a person and as a program read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.catalogue import Saved
from photodesk.intake.sources import Rejected

__all__ = ["Item", "Report"]


@dataclass(frozen=True, slots=True)
class Item:
    """What was done, or in a dry run would be done, with one article, photo or usage."""

    path: str
    kind: str
    action: Saved


@dataclass(slots=True)
class Report:
    """The outcome of one import; counts what is new or changed, and what was known already."""

    run: int | None = None
    items: list[Item] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    flags: Counter[str] = field(default_factory=Counter)
    waiting: int = 0
    seconds: float = 0.0

    def reject(self, rejected: Iterable[Rejected]) -> None:
        self.rejected.extend(rejected)

    def count(self, kind: str) -> int:
        """How many of a kind (article, photo, usage) are new or changed."""
        return sum(i.kind == kind and i.action is not Saved.UNCHANGED for i in self.items)

    @property
    def already_known(self) -> int:
        return sum(item.action is Saved.UNCHANGED for item in self.items)

    def as_json(self) -> dict[str, Any]:
        """The summary of the public interface."""
        return {
            "run": self.run,
            "articles": self.count("article"),
            "photos": self.count("photo"),
            "usages": self.count("usage"),
            "already_known": self.already_known,
            "rejected": [{"path": r.path, "reason": r.reason} for r in self.rejected],
            "flags": dict(sorted(self.flags.items())),
            "seconds": round(self.seconds, 3),
        }
