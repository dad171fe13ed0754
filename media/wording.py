"""The line to print: a read chain rendered with labels for state media, in a language."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from babel import Locale, UnknownLocaleError

from media.policy import Policy, house_policy
from media.types import CreditLine, Party, Role

__all__ = ["LANGUAGES", "STYLES", "PrintedCredit", "render", "state_label"]


@dataclass(frozen=True, slots=True)
class PrintedCredit:
    """A credit line ready to print, and the words in it that mark state media (None: no mark)."""

    line: str
    label: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    photo: str
    via: str


_WORDS = {
    "en": _Words("Photo", "via"),
    "uk": _Words("Фото", "через"),
    "ru": _Words("Фото", "через"),
    "de": _Words("Foto", "via"),
    "fr": _Words("Photo", "via"),
    "es": _Words("Foto", "vía"),
    "pl": _Words("Fot.", "via"),
}
LANGUAGES = tuple(_WORDS)


def _house_says_via(party: Party, confirmed: bool) -> bool:
    # Order alone proves no role: "via" is claimed only once a person has confirmed it.
    return confirmed and party.role is Role.DISTRIBUTOR and not party.stated


def _always_via(party: Party, _confirmed: bool) -> bool:
    return party.role is Role.DISTRIBUTOR and not party.stated


STYLES: dict[str, Callable[[Party, bool], bool]] = {"house": _house_says_via, "via": _always_via}
"""For each house style, whether a distributor that the line merely lists is printed with "via"."""


def render(
    credit: CreditLine,
    body: str,
    *,
    policy: Policy | None = None,
    language: str = "en",
    style: str = "house",
    confirmed: bool = False,
    marked: bool = True,
) -> PrintedCredit:
    """Render a credit line for printing.

    ``body`` is the part of ``credit.raw`` without its label ("Photo:"); it keeps its order and its
    separators. ``confirmed`` says that a person confirmed the inferred roles, ``marked`` whether
    state media are to be marked; ``policy`` which classes are, and in which words (None: ours).
    Raises KeyError for an unknown language or style.
    """
    policy = policy or house_policy()
    words, says_via = _WORDS[language], STYLES[style]
    start = max(credit.raw.find(body), 0)
    pieces: list[str] = []
    labels: list[str] = []
    seen: set[str] = set()
    at = start
    for party in credit.parties:
        if party.span.start < at:
            continue
        pieces.append(credit.raw[at : party.span.start])
        if pieces != [""] and says_via(party, confirmed):
            pieces.append(f"{words.via} ")
        pieces.append(party.name)
        key = party.outlet or party.name
        if marked and party.control in policy.needs_label and key not in seen:
            label = state_label(party.country, language, policy.label_in(language))
            pieces.append(f" ({label})")
            labels.append(label)
            seen.add(key)
        at = party.span.end
    pieces.append(credit.raw[at : start + len(body)])
    text = " ".join("".join(pieces).split())
    separator = " " if words.photo.endswith(".") else ": "
    line = f"{words.photo}{separator}{text}" if text else ""
    return PrintedCredit(line, "; ".join(dict.fromkeys(labels)) or None)


@cache
def state_label(country: str | None, language: str, words: str) -> str:
    """The words that mark a country's state media: "North Korean state media"."""
    if language == "en" and country in _demonyms():
        return f"{_demonyms()[country]} {words}"
    name = _country_name(country, language)
    return f"{words}, {name}" if name else words


def _country_name(country: str | None, language: str) -> str | None:
    try:
        return Locale(language).territories.get(country or "")
    except UnknownLocaleError:
        return None


@cache
def _demonyms() -> dict[str | None, str]:
    text = resources.files("media").joinpath("demonyms.json").read_text("utf-8")
    loaded: dict[str | None, str] = json.loads(text)
    return loaded
