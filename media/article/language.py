"""The language of a page: as declared, else as its words show."""

from __future__ import annotations

import re

import py3langid

__all__ = ["declared_language", "detected_language"]

_CODE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*(?:[,;].*)?$", re.DOTALL)
_NAMES = {"ua": "uk", "eng": "en", "ukr": "uk", "rus": "ru", "deu": "de", "ger": "de", "fra": "fr",
          "fre": "fr", "spa": "es", "pol": "pl", "zho": "zh", "chi": "zh", "jp": "ja", "cz": "cs",
          "gr": "el", "iw": "he", "in": "id", "nb": "no", "nn": "no"}  # fmt: skip
_SAMPLE = 2000
_ENOUGH = 24


def declared_language(value: str | None) -> str | None:
    """The primary subtag of a declared language (``en-GB``, ``uk_UA``), lower case, or None."""
    found = _CODE.match(value[:40]) if value else None
    if not found:
        return None
    code = found.group(1).lower()
    return _NAMES.get(code, code if len(code) == 2 else None)


def detected_language(text: str) -> str | None:
    """The language that the words show, as an ISO 639-1 code; None where there are too few."""
    sample = text[:_SAMPLE]
    letters = sum(2 if char >= "\u3000" else 1 for char in sample if char.isalpha())
    if letters < _ENOUGH:
        return None
    return declared_language(str(py3langid.classify(sample)[0]))
