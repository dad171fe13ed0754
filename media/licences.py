"""What a declared licence means: its identifier, its address and the day it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

__all__ = ["Licence", "licence_identifier", "licence_url", "read_licence"]

_CC = re.compile(
    r"(?<![A-Za-z])(?:CC|Creative[ -]Commons)[ :-]{0,3}(?P<terms>BY(?:[ -]NC)?(?:[ -](?:SA|ND))?)"
    r"(?![A-Za-z])(?:[ -]{0,2}(?P<version>[1-4]\.[0-9]))?",
    re.IGNORECASE,
)
_CC_URL = re.compile(
    r"creativecommons\.org/licenses/(?P<terms>by(?:-nc)?(?:-sa|-nd)?)/(?P<version>[1-4]\.[0-9])",
    re.IGNORECASE,
)
_CC0 = re.compile(
    r"(?<![A-Za-z0-9])CC[ -]?(?:0|Zero)(?![A-Za-z0-9])|publicdomain/zero", re.IGNORECASE
)
_PUBLIC_DOMAIN = re.compile(
    r"(?<!\w)(?:public domain|gemeinfrei|domaine public|dominio público|domínio público|"
    r"общественное достояние|суспільне надбання|domena publiczna)(?!\w)|publicdomain/mark",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?<!\w)(?:until|till|expires?(?: on)?|expired(?: on)?|valid (?:to|until|through)|through|"
    r"bis|gültig bis|jusqu['’]au|hasta|fino al|do|до|по)[ :]{1,3}"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Licence:
    """Terms of use: as declared, and as understood.

    ``identifier`` is an SPDX or Creative Commons id (``CC-BY-SA-4.0``; without the version where
    none was named), ``valid_until`` the last day on which the terms hold.
    """

    declared: str
    identifier: str | None = None
    url: str | None = None
    valid_until: date | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything beyond the bare words was understood."""
        return self.identifier is not None or self.valid_until is not None

    @property
    def forbids_commercial_use(self) -> bool:
        return "-NC" in (self.identifier or "")

    @property
    def forbids_changes(self) -> bool:
        return "-ND" in (self.identifier or "")


def read_licence(declared: str) -> Licence:
    """Understand a licence as a manifest, page or file declares it."""
    text = " ".join(declared.split())
    identifier = licence_identifier(text)
    return Licence(text, identifier, licence_url(identifier), _valid_until(text))


def licence_identifier(text: str) -> str | None:
    """The SPDX or Creative Commons id that a text names, or None."""
    if found := _CC_URL.search(text) or _CC.search(text):
        terms = re.sub(r"[ -]+", "-", found["terms"]).upper()
        return "-".join(filter(None, ("CC", terms, found["version"])))
    if _CC0.search(text):
        return "CC0-1.0"
    if _PUBLIC_DOMAIN.search(text):
        return "PDM-1.0"
    return None


def licence_url(identifier: str | None) -> str | None:
    """The address of a Creative Commons deed; None where the id names no version."""
    match (identifier or "").split("-"):
        case ["CC0", version]:
            return f"https://creativecommons.org/publicdomain/zero/{version}/"
        case ["PDM", version]:
            return f"https://creativecommons.org/publicdomain/mark/{version}/"
        case ["CC", *terms, version] if terms and version[0].isdigit():
            return f"https://creativecommons.org/licenses/{'-'.join(terms).lower()}/{version}/"
        case _:
            return None


def _valid_until(text: str) -> date | None:
    for found in _UNTIL.finditer(text):
        try:
            if found["iso"]:
                return date.fromisoformat(found["iso"])
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None
