"""One picture of the queue as a tile of the contact sheet: finished words, nothing to work out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.search import QueueItem
from media.types import Control, FlagKind, Verdict
from photodesk.dashboard.parts.words import CONTROL_IN_SHORT, FLAGS, VERDICTS, Look, in_country
from photodesk.routes import Addresses

__all__ = ["Tile", "state_badge", "tile_of"]


@dataclass(frozen=True, slots=True)
class Tag:
    """A badge with an explanation for the pointer."""

    words: str
    icon: str
    tone: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """What the contact sheet shows of one picture; ``way`` is the address of its page."""

    key: str
    version: int
    way: str
    src: str | None
    big: str | None
    width: int
    height: int
    alt: str
    missing: str
    verdict: Look
    state: Tag | None
    used: Look | None
    credit: str
    caption: str
    places: str
    flags: tuple[Tag, ...]
    line: str
    spoken: str


def tile_of(item: QueueItem, way: str, addresses: Addresses, day: date) -> Tile:
    """The tile of a picture whose page is at ``way``."""
    verdict = VERDICTS[Verdict(item.verdict)]
    state = state_badge(item)
    credit = item.credit_line or "No credit is printed"
    caption = item.caption or item.headline or item.file_name or ""
    places = _places(item)
    flags = tuple(_flag(kind, status, says) for kind, status, says in _to_tell(item))
    spoken = ". ".join(
        filter(
            None,
            (
                verdict.words,
                state.words if state else "",
                *(flag.words for flag in flags),
                credit,
                places,
                caption,
                "" if item.sha256 else "The file is missing",
            ),
        )
    )
    return Tile(
        key=item.key,
        version=item.version,
        way=way,
        src=addresses.thumbnail(item.sha256, day) if item.sha256 else None,
        big=addresses.picture(item.sha256, day) if item.sha256 else None,
        width=item.width or 3,
        height=item.height or 2,
        alt=item.alt_text or item.caption or "Picture without a description",
        missing=f"File missing: {item.file_name}" if item.file_name else "The file is missing",
        verdict=verdict,
        state=state,
        used=Look(f"{item.usages}×", "content_copy", "gray") if item.usages > 1 else None,
        credit=credit,
        caption=caption,
        places=places,
        flags=flags,
        line=" · ".join(filter(None, (caption, item.headline, item.published))),
        spoken=spoken,
    )


def state_badge(item: QueueItem) -> Tag | None:
    """The mark of state media with its reason: ``KP state media: KCNA``."""
    if not item.state_media:
        return None
    why = next((says for kind, _, says in item.flags if kind == FlagKind.STATE_MEDIA), "")
    named = [party for party in item.parties if Control(party[3]).is_state_media]
    if named:
        country = named[0][2]
        names = ", ".join(dict.fromkeys(party[0] for party in named))
        words = f"{country} state media: {names}" if country else f"State media: {names}"
    else:
        words = f"State media: {why.rpartition(': ')[2]}" if why else "State media"
    return Tag(words, "campaign", "violet", why)


def _to_tell(item: QueueItem) -> list[tuple[str, str, str]]:
    return [
        flag
        for flag in item.flags
        if flag[1] != "dismissed" and not (flag[0] == FlagKind.STATE_MEDIA and item.state_media)
    ]


def _flag(kind: str, status: str, says: str) -> Tag:
    look = FLAGS[FlagKind(kind)]
    done = "" if status == "open" else f" ({status})"
    return Tag(f"{look.words}{done}", look.icon, look.tone if status == "open" else "gray", says)


def _places(item: QueueItem) -> str:
    said = []
    for _, _, country, control in item.parties:
        if country or control != Control.UNKNOWN:
            said.append(f"{in_country(country)} {CONTROL_IN_SHORT[Control(control)]}".strip())
    return " · ".join(dict.fromkeys(said)) or "Origin not known"
