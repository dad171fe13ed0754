"""Written dates in many languages, as exact as they are written; no clock, no guess.

Month and weekday names come from the Unicode CLDR (babel). A numeric date whose order of day and
month cannot be told is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import product

from babel import Locale

__all__ = ["WrittenDate", "find_dates", "read_iso", "without_weekday"]

_LANGUAGES = re.findall(
    r"\S+",
    "en uk ru be bg sr mk de nl fr es ca pt it ro pl cs sk sl hr hu da sv nb fi et lv lt el tr sq "
    "ka hy id vi kk uz az ar fa he",
)
_CUT_FORMS = {"sept": 9, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12, "set": 9}
_APOSTROPHES = str.maketrans("’ʼ", "''")
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)"
    r"(?:[T ]{1,2}(?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,9})?)"
    r"\s?(?P<zone>Z|[+-][01]\d:?[0-5]\d)?)?"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?:年|년|[./])\s?(?P<month>[01]?\d)\s?(?:月|월|[./])\s?"
    r"(?P<day>[0-3]?\d)(?!\d)\s?[日일]?"
)
_DAY_NAMED = re.compile(
    r"(?<![\d:.])(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|ª)?[.,]?\s{1,3}(?:de\s|d['’]|of\s)?"
    r"(?P<name>[^\W\d_]{3,14})[.,]?\s{1,3}(?:de\s|del\s)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NAMED_DAY = re.compile(
    r"(?<![^\W\d_])(?P<name>[^\W\d_]{3,12})\.?\s{1,3}(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s{1,3}"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_HUNGARIAN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[.,]\s{1,3}(?P<name>[^\W\d_]{3,14})\s{1,3}(?P<day>[0-3]?\d)(?!\d)\.?"
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<day>[0-3]?\d)(?P<mark>[./-])(?P<month>[01]?\d)(?P=mark)"
    r"(?P<year>(?:19|20)\d\d)(?![\d/-])"
)
_TIME = re.compile(
    r"(?:\s?(?:г|р)\.)?[\s,;|·•—–\-]{0,6}"
    r"(?:(?:at|um|à|a las|às|alle|o|об?|в|klo?|kl\.|ore|о)\s{1,2})?"
    r"(?P<hour>[0-2]?\d)(?P<mark>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"(?<!\d)(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)[\s,;|·•—–\-]{1,6}$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its day, ISO 8601 as exact as written, and where it stands."""

    day: date
    iso: str
    start: int
    end: int

    @property
    def has_time(self) -> bool:
        return "T" in self.iso


def read_iso(value: str) -> WrittenDate | None:
    """The date of a machine-readable value (ISO 8601, loosely written), or None."""
    found = _ISO.search(value[:80])
    if not found or (day := _day(found["year"], found["month"], found["day"])) is None:
        return None
    iso = day.isoformat()
    if found["time"]:
        iso += "T" + re.split("[.,]", found["time"])[0]
        zone = found["zone"] or ""
        iso += (
            "+00:00"
            if zone == "Z"
            else zone
            if ":" in zone or not zone
            else f"{zone[:3]}:{zone[3:]}"
        )
        try:
            datetime.fromisoformat(iso)
        except ValueError:
            iso = day.isoformat()
    return WrittenDate(day, iso, *found.span())


def find_dates(line: str, language: str | None = None) -> tuple[WrittenDate, ...]:
    """The dates of a line of text in their order, each with the time written beside it."""
    found: list[WrittenDate] = []
    if (iso := read_iso(line)) is not None:
        found.append(iso)
    for pattern in (_YEAR_FIRST, _DAY_NAMED, _NAMED_DAY, _HUNGARIAN, _NUMERIC):
        for match in pattern.finditer(line):
            if any(match.start() < known.end and known.start < match.end() for known in found):
                continue
            day = _numeric(match, language) if pattern is _NUMERIC else _of(match)
            if day is not None:
                found.append(_with_time(line, day, match))
    return tuple(sorted(found, key=lambda written: written.start))


def without_weekday(text: str) -> str:
    """Text before a date without the weekday at its end, even where it is glued to a word."""
    kept = text.rstrip(" \t\u00a0,.|·•—–-")
    folded = kept.casefold().translate(_APOSTROPHES)
    longest = max(
        (
            len(name)
            for name in _weekdays()
            if folded.endswith(name) and _may_begin(kept, len(name))
        ),
        default=0,
    )
    return kept[: len(kept) - longest].rstrip(" \t\u00a0,.|·•—–-") if longest else kept


def _may_begin(text: str, length: int) -> bool:
    """Whether a weekday may begin there: at a word's start, or at a capital glued to a word."""
    at = len(text) - length
    return at == 0 or not text[at - 1].isalpha() or text[at].isupper() or length > 5


def _numeric(match: re.Match[str], language: str | None) -> date | None:
    first, second = int(match["day"]), int(match["month"])
    if match["mark"] == "/" and language in (None, "en") and first != second:
        return _day(match["year"], second, first) if first > 12 else None
    return _day(match["year"], second, first)


def _of(match: re.Match[str]) -> date | None:
    groups = match.groupdict()
    month = groups["month"] if "month" in groups else _months().get(groups["name"].casefold())
    return _day(groups["year"], month, groups["day"]) if month else None


def _day(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _with_time(line: str, day: date, match: re.Match[str]) -> WrittenDate:
    start, end = match.span()
    time = _TIME.match(line, end)
    if time is None:
        before = _TIME_BEFORE.search(line[max(0, start - 16) : start])
        time, start = before, start - len(before[0]) if before else start
    else:
        end = time.end()
    if time is None:
        return WrittenDate(day, day.isoformat(), start, end)
    hour, half = int(time["hour"]), (time.groupdict().get("half") or "").lower()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23:
        return WrittenDate(day, day.isoformat(), start, end)
    return WrittenDate(day, f"{day.isoformat()}T{hour:02d}:{time['minute']}", start, end)


@cache
def _months() -> dict[str, int]:
    names = dict(_CUT_FORMS)
    for locale in map(Locale.parse, _LANGUAGES):
        for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            for number, name in locale.months[context][width].items():
                names.setdefault(name.casefold().rstrip("."), number)
    return names


@cache
def _weekdays() -> tuple[str, ...]:
    names = set()
    for locale in map(Locale.parse, _LANGUAGES):
        for context, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
            days = locale.days[context][width].values()
            names |= {name.casefold().translate(_APOSTROPHES) for name in days}
    return tuple(sorted(name for name in names if len(name) > 1))
