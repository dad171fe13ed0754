"""The dates of EXIF, IIM and XMP as ISO 8601, as exact as the file says and no more."""

from __future__ import annotations

import re
from datetime import date, datetime, time

__all__ = ["exif_date", "iim_date", "same_moment", "xmp_date"]

_EXIF = re.compile(
    r"(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?"
    r"[ ]?(Z|[+-]\d{2}:?\d{2})?"
)
_XMP = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?)?)?"
    r"[ ]?(Z|[+-]\d{2}:?\d{2})?"
)
_IIM_DATE = re.compile(r"(\d{4})[:\-]?(\d{2})[:\-]?(\d{2})")
_IIM_TIME = re.compile(r"(\d{2}):?(\d{2}):?(\d{2})?[ ]?(Z|[+-]\d{2}:?\d{2})?")
_ZONED = re.compile(r"(?<=:\d\d)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$")
_OFFSET = re.compile(r"(Z|[+-]\d{2}:?\d{2})")


def exif_date(text: str, offset: str | None = None) -> str | None:
    """ISO 8601 of an EXIF date and its OffsetTime tag (Exif 3.0, 4.6.6), None if it is no date."""
    match = _EXIF.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    if zone is None and offset and _OFFSET.fullmatch(offset.strip()):
        zone = offset.strip()
    return _iso(year, month, day, hour, minute, second, fraction, zone)


def iim_date(day: str, clock: str | None = None) -> str | None:
    """ISO 8601 of Date Created 2:55 (CCYYMMDD) and Time Created 2:60 (HHMMSS±HHMM).

    Month and day may be 00, which says that they are not known (IIM 4.2, 2:55).
    """
    match = _IIM_DATE.fullmatch(day.strip())
    if not match:
        return None
    year, month, of_month = match.groups()
    if month == "00":
        return _iso(year)
    if of_month == "00":
        return _iso(year, month)
    at = _IIM_TIME.fullmatch((clock or "").strip())
    if at:
        with_time = _iso(year, month, of_month, at[1], at[2], at[3], None, at[4])
        if with_time:
            return with_time
    return _iso(year, month, of_month)


def xmp_date(text: str) -> str | None:
    """ISO 8601 of an XMP date (XMP 1, 8.2.1.2); dates written the EXIF way are read too."""
    match = _XMP.fullmatch(text.strip())
    return _iso(*match.groups()) if match else exif_date(text)


def same_moment(one: str, other: str) -> bool:
    """Whether two of our ISO dates agree to the minute, or as far as both go.

    A missing zone agrees with any: EXIF had none before version 2.31.
    """
    if _ZONED.search(one) and _ZONED.search(other):
        first, second = (datetime.fromisoformat(iso).timestamp() for iso in (one, other))
        return abs(first - second) < 60
    one, other = (_ZONED.sub("", iso)[:16] for iso in (one, other))
    return one.startswith(other) or other.startswith(one)


def _iso(
    year: str,
    month: str | None = None,
    day: str | None = None,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    fraction: str | None = None,
    zone: str | None = None,
) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
        time(int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    iso = "-".join(part for part in (year, month, day) if part)
    if hour is None:
        return iso
    iso += f"T{hour}:{minute}"
    if second is not None:
        iso += f":{second}"
    if fraction and fraction.strip("0"):
        iso += f".{fraction}"
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return iso + (zone or "")
