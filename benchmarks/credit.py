"""How well and how fast credit lines are read: ``python benchmarks/credit.py EXAMPLES [--wrong]``.

EXAMPLES is a file of JSON Lines with ``line``, ``parties`` (``name``, ``role``), ``origin`` and
``state_media``.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from media.credit import parse
from media.outlets import Registry
from media.types import CreditLine


def score(rows: list[dict[str, Any]], registry: Registry) -> dict[str, float]:
    """Shares between 0 and 1: origins right, F1 of state media and of names, roles right."""
    rows = [row for row in rows if {"parties", "origin", "state_media"} <= row.keys()]
    origins = state_hits = state_said = state_true = 0
    names_hit = names_said = names_true = roles = 0
    for row in rows:
        line = parse(row["line"], registry)
        origins += line.origin == row["origin"]
        state_hits += line.state_media and row["state_media"]
        state_said += line.state_media
        state_true += row["state_media"]
        wanted = {party["name"]: party["role"] for party in row["parties"]}
        given = {party.name: party.role for party in line.parties}
        names_said += len(given)
        names_true += len(wanted)
        for name in wanted.keys() & given.keys():
            names_hit += 1
            roles += wanted[name] == given[name]
    return {
        "origin": origins / len(rows),
        "state_media_f1": 2 * state_hits / max(1, state_said + state_true),
        "state_recall": state_hits / max(1, state_true),
        "names_f1": 2 * names_hit / max(1, names_said + names_true),
        "roles": roles / max(1, names_hit),
    }


def mistakes(row: dict[str, Any], line: CreditLine) -> str | None:
    """What was read against what was labelled, None where they agree."""
    wanted = [(party["name"], party["role"]) for party in row["parties"]]
    given = [(party.name, party.role.value) for party in line.parties]
    if wanted == given and (row["origin"], row["state_media"]) == (line.origin, line.state_media):
        return None
    return (
        f"{row['line']}\n   read   {given} {line.origin.value} {line.state_media}"
        f"\n   wanted {wanted} {row['origin']} {row['state_media']}"
    )


def speed(lines: list[str], registry: Registry) -> float:
    """Lines a second in the best of 20 rounds; nothing is remembered from round to round."""
    best = 0.0
    for _ in range(20):
        start = time.perf_counter()
        for line in lines:
            parse(line, registry)
        best = max(best, len(lines) / (time.perf_counter() - start))
    return best


def main() -> None:
    rows = [json.loads(text) for text in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    registry = Registry.bundled()
    for name, share in score(rows, registry).items():
        print(f"{name:15} {share:.3f}")
    print(f"{'lines a second':15} {speed([row['line'] for row in rows], registry):.0f}")
    if "--wrong" in sys.argv:
        for row in rows:
            if wrong := mistakes(row, parse(row["line"], registry)):
                print(wrong)


if __name__ == "__main__":
    main()
