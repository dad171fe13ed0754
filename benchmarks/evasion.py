"""Whether state agencies are seen however they are spelled: ``python benchmarks/evasion.py``.

Every name of every state-controlled news and photo agency of the registry goes through every
disguise of ``spellings.py``, one and two at a time. ``--missed`` prints what was not seen.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

from spellings import disguised

from media.credit import parse
from media.outlets import Outlet, Registry


def names_of_state_agencies(registry: Registry) -> list[tuple[Outlet, str]]:
    """The names that are seen when they are spelled as they are."""
    return [
        (outlet, alias.name)
        for outlet in registry
        if outlet.control.is_state_media and outlet.kind in ("news_agency", "photo_agency")
        for alias in outlet.aliases
        if parse(f"Photo: {alias.name}", registry).state_media
    ]


def main() -> None:
    registry = Registry.bundled()
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for outlet, name in names_of_state_agencies(registry):
        for done, spelled in disguised(name, Random(name)):
            tried[done] += 1
            if not parse(f"Photo: {spelled}", registry).state_media:
                missed[done] += 1
                if "--missed" in sys.argv:
                    print(f"{outlet.id}: {name!r} as {spelled!r} ({done})")
    for done in tried:
        if missed[done]:
            print(f"{done:25} {missed[done]} of {tried[done]} missed")
    total, lost = sum(tried.values()), sum(missed.values())
    print(f"{total} spellings, {total - lost} seen ({1 - lost / total:.4%})")


if __name__ == "__main__":
    main()
