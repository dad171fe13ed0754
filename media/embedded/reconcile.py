"""One record out of three blocks that may contradict one another, with the origin of each value.

XMP counts before IIM, IIM before EXIF, as IPTC's Mapping Guidelines have it. When Photoshop's
digest shows that a program without XMP changed the IIM later, IIM counts first (MWG 2.0, 5.2).
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from media.embedded.blocks import Blocks
from media.embedded.dates import same_moment
from media.embedded.iim import IIM_LIMITS
from media.types import Metadata

__all__ = ["reconcile"]

Says = Mapping[str, object]

_LABELS = {"xmp": "XMP", "iptc": "IPTC", "exif": "EXIF"}
_COMPARED = frozenset(
    {
        "creator",
        "credit_line",
        "source",
        "copyright_notice",
        "caption",
        "headline",
        "title",
        "keywords",
        "instructions",
        "city",
        "country",
        "date_created",
    }
)
_FIELDS = tuple(
    item.name for item in fields(Metadata) if item.name not in ("origin_of", "problems", "raw")
)
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What one block says of one field."""

    block: str
    value: Any


def reconcile(
    blocks: Blocks,
    says: Mapping[str, Says],
    problems: list[str],
    raw: Mapping[str, Mapping[str, object]],
) -> Metadata:
    """The record of a file from what each block (``xmp``, ``iptc``, ``exif``) says."""
    order = ["xmp", "iptc", "exif"]
    if _is_iim_newer(blocks, says):
        order = ["iptc", "xmp", "exif"]
        problems = [*problems, "IPTC was changed after XMP was written and is taken first"]
    values: dict[str, Any] = {}
    origin_of: dict[str, str] = {}
    for name in _FIELDS:
        candidates = [
            _Candidate(block, says[block][name]) for block in order if says[block].get(name)
        ]
        if not candidates:
            continue
        chosen = _choose(name, candidates)
        values[name], origin_of[name] = chosen.value, chosen.block
        if name in _COMPARED:
            problems = [*problems, *_contradictions(name, chosen, candidates)]
    return Metadata(
        **values,
        origin_of=origin_of,
        problems=tuple(dict.fromkeys(problems)),
        raw=raw,
    )


def _is_iim_newer(blocks: Blocks, says: Mapping[str, Says]) -> bool:
    if not (blocks.digest and blocks.iim and says["xmp"]):
        return False
    # Sixteen zeros stand for "no digest"; Photoshop writes them too.
    if not blocks.digest.strip(b"\x00"):
        return False
    # TIFF fills the block up with zeros, which the digest may or may not have seen.
    versions = (blocks.iim, blocks.iim.rstrip(b"\x00"))
    return all(
        hashlib.md5(version, usedforsecurity=False).digest() != blocks.digest
        for version in versions
    )


def _choose(name: str, candidates: list[_Candidate]) -> _Candidate:
    """The first candidate, or a later one that is the same made whole.

    IIM cuts texts at 32 and more bytes; a day may be told to the second elsewhere.
    """
    chosen = candidates[0]
    for other in candidates[1:]:
        if name == "date_created":
            if len(other.value) > len(chosen.value) and other.value.startswith(chosen.value):
                chosen = other
        elif chosen.block == "iptc" and _is_cut(name, chosen.value, other.value):
            chosen = other
    return chosen


def _contradictions(name: str, chosen: _Candidate, candidates: list[_Candidate]) -> list[str]:
    return [
        f"{name}: {_LABELS[chosen.block]} says {_quoted(chosen.value)}, "
        f"{_LABELS[other.block]} says {_quoted(other.value)}"
        for other in candidates
        if other is not chosen and not _agree(name, chosen.value, other)
    ]


def _agree(name: str, chosen: Any, other: _Candidate) -> bool:
    if name == "date_created":
        return same_moment(chosen, other.value)
    ours, theirs = _parts(chosen), _parts(other.value)
    if set(theirs) <= set(ours) or "".join(ours) == "".join(theirs):
        return True
    if name == "keywords" and set(ours) <= set(theirs):
        return True
    return other.block == "iptc" and _is_cut(name, other.value, chosen)


def _is_cut(name: str, short: Any, whole: Any) -> bool:
    """Whether every part of one value is the other's, or its beginning up to IIM's limit."""
    limit = IIM_LIMITS.get(name)
    shorts, wholes = _parts(short), _parts(whole)
    if limit is None or len(shorts) != len(wholes):
        return False
    return all(
        ours == theirs
        or (theirs.startswith(ours.rstrip("\ufffd")) and len(ours.encode()) >= limit - 4)
        for ours, theirs in zip(shorts, wholes, strict=True)
    )


def _parts(value: Any) -> list[str]:
    return [_folded(part) for part in value] if isinstance(value, tuple) else [_folded(value)]


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("(c)", "©").replace("(C)", "©")
    return " ".join(text.split())


def _quoted(value: Any) -> str:
    text = ", ".join(value) if isinstance(value, tuple) else str(value)
    return f"“{text[:_LONGEST_QUOTE]}…”" if len(text) > _LONGEST_QUOTE else f"“{text}”"
