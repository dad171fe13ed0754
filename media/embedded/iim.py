"""IPTC-IIM: its datasets as text, and what they say in the names of the Photo Metadata Standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from media.embedded.dates import iim_date
from media.embedded.text import decoded, plain

__all__ = ["IIM_LIMITS", "Iim", "iim_says", "read_iim"]

_UTF_8 = b"\x1b%G"
_MOST_DATASETS = 20_000
_LONGEST_BINARY = 4096

NAMES = MappingProxyType(
    {
        "1:90": "CodedCharacterSet",
        "2:05": "ObjectName",
        "2:07": "EditStatus",
        "2:10": "Urgency",
        "2:15": "Category",
        "2:20": "SupplementalCategory",
        "2:22": "FixtureIdentifier",
        "2:25": "Keywords",
        "2:30": "ReleaseDate",
        "2:35": "ReleaseTime",
        "2:37": "ExpirationDate",
        "2:38": "ExpirationTime",
        "2:40": "SpecialInstructions",
        "2:55": "DateCreated",
        "2:60": "TimeCreated",
        "2:62": "DigitalCreationDate",
        "2:63": "DigitalCreationTime",
        "2:65": "OriginatingProgram",
        "2:70": "ProgramVersion",
        "2:80": "By-line",
        "2:85": "By-lineTitle",
        "2:90": "City",
        "2:92": "Sub-location",
        "2:95": "Province-State",
        "2:100": "CountryCode",
        "2:101": "CountryName",
        "2:103": "OriginalTransmissionReference",
        "2:105": "Headline",
        "2:110": "Credit",
        "2:115": "Source",
        "2:116": "CopyrightNotice",
        "2:118": "Contact",
        "2:120": "Caption-Abstract",
        "2:122": "Writer-Editor",
    }
)
"""Names of the datasets that photographs carry (IIM 4.2, chapters 5 and 6)."""

_TEXTS = {
    "credit_line": "2:110",
    "source": "2:115",
    "copyright_notice": "2:116",
    "caption": "2:120",
    "headline": "2:105",
    "title": "2:05",
    "instructions": "2:40",
    "city": "2:90",
    "country": "2:101",
}
_LISTS = {"creator": "2:80", "keywords": "2:25"}

IIM_LIMITS = MappingProxyType(
    {
        "creator": 32,
        "credit_line": 32,
        "source": 32,
        "copyright_notice": 128,
        "caption": 2000,
        "headline": 256,
        "title": 64,
        "keywords": 64,
        "instructions": 256,
        "city": 32,
        "country": 64,
    }
)
"""The most bytes IIM gives a field; many writers cut there, some in the middle of a letter."""


@dataclass(frozen=True, slots=True)
class Iim:
    """The datasets as text, by number ("2:80"), in the order of the block, and what is damaged."""

    datasets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()

    @property
    def named(self) -> dict[str, object]:
        """Every value as read, by name and number: {"By-line 2:80": ["A. Photographer"]}."""
        return {
            f"{NAMES[key]} {key}" if key in NAMES else key: list(values)
            for key, values in self.datasets.items()
        }


def read_iim(block: bytes) -> Iim:
    """The datasets of an IIM block (IIM 4.2, 1.5 and 1.6). Never raises.

    Where 1:90 declares UTF-8, and where nothing is declared, each value is read as strict UTF-8
    and, if it is not, as Windows-1252, which is said in ``problems``: the declaration is too often
    wrong, even from value to value within a file.
    """
    values: dict[str, list[str]] = {}
    guessed: list[str] = []
    declared = b""
    at, count = 0, 0
    while count < _MOST_DATASETS and at + 5 <= len(block) and block[at] == 0x1C:
        number = f"{block[at + 1]}:{block[at + 2]:02}"
        size = int.from_bytes(block[at + 3 : at + 5], "big")
        at += 5
        if size & 0x8000:
            digits = min(size & 0x7FFF, 8)
            size = int.from_bytes(block[at : at + digits], "big")
            at += digits
        value = block[at : at + size]
        at += size
        count += 1
        if number == "1:90":
            declared = value
        text, guess = _text_of(number, value)
        values.setdefault(number, []).append(text)
        if guess:
            guessed.append(number)
    problems = []
    if at > len(block) or block[at:].strip(b"\x00"):
        problems.append("the IPTC block is damaged; what could be read of it was kept")
    problems += _doubts(guessed, declared)
    return Iim({key: tuple(items) for key, items in values.items()}, tuple(problems))


def iim_says(iim: Iim) -> tuple[dict[str, object], list[str]]:
    """What the datasets say, by field of Metadata, and the problems in saying so."""
    problems = list(iim.problems)
    says: dict[str, object] = {
        name: _first(iim, number) for name, number in _TEXTS.items() if number in iim.datasets
    }
    for name, number in _LISTS.items():
        items = (plain(value) for value in iim.datasets.get(number, ()))
        says[name] = tuple(dict.fromkeys(item for item in items if item))
    says["software"] = " ".join(filter(None, (_first(iim, "2:65"), _first(iim, "2:70"))))
    day = _first(iim, "2:55")
    if day and day.strip("0"):
        says["date_created"] = iim_date(day, _first(iim, "2:60"))
        if says["date_created"] is None:
            problems.append(f"the IPTC date “{day[:40]}” is not a date")
    return {name: value for name, value in says.items() if value}, problems


def _text_of(number: str, value: bytes) -> tuple[str, bool]:
    """A value as text and whether its encoding was guessed; binary datasets as hexadecimal."""
    if number == "1:90" or number.endswith(":00") or not number.startswith(("1:", "2:", "3:")):
        return value[:_LONGEST_BINARY].hex(), False
    text, guess = decoded(value)
    if any(byte < 9 for byte in value.rstrip(b"\x00")):
        return value[:_LONGEST_BINARY].hex(), False
    return text, guess


def _doubts(guessed: list[str], declared: bytes) -> list[str]:
    if not guessed:
        return []
    names = ", ".join(NAMES.get(number, number) for number in dict.fromkeys(guessed[:20]))
    why = "though declared so" if declared == _UTF_8 else "and nothing declared"
    return [f"{names}: not UTF-8, {why}; read as Windows-1252"]


def _first(iim: Iim, number: str) -> str | None:
    values = iim.datasets.get(number, ())
    return plain(values[0]) if values else None
