"""What the house counts as state media: which classes are flagged, labelled, looked at twice.

The policy is a small TOML text with the keys of ``media/policy.toml``, which holds the defaults.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from media.errors import PhotodeskError
from media.types import Control

__all__ = ["Policy", "PolicyError", "house_policy", "read_policy"]

_CLASSES = ("state_media", "needs_label", "needs_second_person")
_LABEL = "label"


class PolicyError(PhotodeskError):
    """A policy that cannot be followed; the sentence names the key."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The control classes that count as state media, need a label, or need a second person.

    ``label`` gives the words of the mark by language.
    """

    state_media: frozenset[Control]
    needs_label: frozenset[Control]
    needs_second_person: frozenset[Control]
    label: Mapping[str, str]

    def label_in(self, language: str) -> str:
        """The words of the mark in a language (BCP 47), in English where it has none."""
        return self.label.get(language.replace("_", "-").split("-")[0].lower(), self.label["en"])


def read_policy(text: str) -> Policy:
    """A policy from its TOML text; a key that is left out keeps its default.

    PolicyError where the text is no TOML, or a key is unknown or holds what it cannot hold.
    """
    defaults = house_policy()
    table = _table(text)
    return _policy(
        {key: _classes(table, key, getattr(defaults, key)) for key in _CLASSES},
        {**defaults.label, **_labels(table)},
    )


@cache
def house_policy() -> Policy:
    """The policy that holds where the house has none of its own."""
    text = resources.files("media").joinpath("policy.toml").read_text("utf-8")
    table = _table(text)
    return _policy({key: _classes(table, key, frozenset()) for key in _CLASSES}, _labels(table))


def _policy(classes: Mapping[str, frozenset[Control]], label: dict[str, str]) -> Policy:
    return Policy(**classes, label=MappingProxyType(label))


def _table(text: str) -> Mapping[str, Any]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(f"The policy is no TOML: {error}") from error
    for key in table:
        if key not in (*_CLASSES, _LABEL):
            known = ", ".join((*_CLASSES, _LABEL))
            raise PolicyError(f"The policy has the unknown key {key}; it knows {known}")
    return table


def _classes(table: Mapping[str, Any], key: str, default: frozenset[Control]) -> frozenset[Control]:
    if key not in table:
        return default
    values = table[key]
    if not isinstance(values, list):
        raise PolicyError(f"{key} in the policy must be a list of control classes")
    for value in values:
        if value not in list(Control):
            known = ", ".join(Control)
            raise PolicyError(f"{key} in the policy names {value!r}, no control class ({known})")
    return frozenset(map(Control, values))


def _labels(table: Mapping[str, Any]) -> dict[str, str]:
    labels = table.get(_LABEL, {})
    if not isinstance(labels, dict):
        raise PolicyError("label in the policy must be a table of words by language")
    for language, words in labels.items():
        if not isinstance(words, str) or not words.strip():
            raise PolicyError(f"label.{language} in the policy must be words")
    return labels
