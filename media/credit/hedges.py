"""What agencies say of a picture they could not vouch for: nobody had access, nobody could check.

The phrases are in ``data/hedges.json``, by what they say; each stands for itself with any ending.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import resources

from media.outlets.folding import Folded, fold

__all__ = ["Hedge", "hedge_of", "hedges_in", "hedging_sentences"]


class Hedge(StrEnum):
    """What a note to editors takes back."""

    NO_ACCESS = "no_access"
    UNVERIFIED = "unverified"
    PROVIDED = "provided"


_TABLE: dict[str, list[str]] = json.loads(
    (resources.files("media.credit") / "data" / "hedges.json").read_text("utf-8")
)
_PHRASE = re.compile(
    "|".join(
        f"(?P<{kind}>{'|'.join(re.escape(fold(form).key) for form in _TABLE[kind])})"
        for kind in Hedge
    )
)
_SENTENCE_END = re.compile(r"[.;!?)\]][\")\]]? |\n")


def hedge_of(note: str) -> Hedge | None:
    """What a note takes back, None where it says something else."""
    found = _PHRASE.search(fold(note).key)
    return Hedge(found.lastgroup) if found and found.lastgroup else None


def hedges_in(text: str) -> tuple[str, ...]:
    """The sentences of a caption or credit that hedge, as written, in their order."""
    folded = fold(text)
    return tuple(folded.raw[slice(*folded.raw_span(*span))] for span in hedging_sentences(folded))


def hedging_sentences(folded: Folded) -> Iterator[tuple[int, int]]:
    """The ranges of the sentences of a folded text that hedge."""
    first = _PHRASE.search(folded.key)
    if first is None:
        return
    ends = [end.end() for end in _SENTENCE_END.finditer(folded.key)]
    starts = [0, *ends]
    stops = [*ends, len(folded.key)]
    for start, stop in zip(starts, stops, strict=True):
        if _PHRASE.search(folded.key, start, stop):
            bare = folded.text[start:stop].rstrip()
            if bare:
                yield start, start + len(bare)
