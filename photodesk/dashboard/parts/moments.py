"""Moments of the catalogue and of files in words."""

from __future__ import annotations

from datetime import datetime

__all__ = ["moment_words"]


def moment_words(moment: str | None) -> str:
    """``2025-08-22T12:20:01.5Z`` as ``2025-08-22 12:20 UTC``.

    Without a time zone none is claimed; what is no moment, or only a day, stays as it is.
    """
    if moment is None or "T" not in moment:
        return moment or ""
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{read:%Y-%m-%d %H:%M} {read.tzname() or ''}".strip()
