"""The photo page's pieces: picture, verdict, printed places, credentials, file and history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from db.search import EventView, PhotoView, QueueItem, UsageView
from media.rights import Judgement, judge
from media.types import CredentialState, Verdict
from photodesk.dashboard.parts.moments import moment_words
from photodesk.dashboard.parts.panel import (
    Node,
    badge,
    bullets,
    facts,
    heading,
    icon,
    link,
    muted,
    node,
    notice,
    row,
    stack,
    words,
)
from photodesk.dashboard.parts.tiles import state_badge
from photodesk.dashboard.parts.ways import address
from photodesk.dashboard.parts.words import CREDENTIALS, VERDICTS, Look, size_words
from photodesk.routes import Addresses

__all__ = [
    "credential_nodes",
    "fact_nodes",
    "history_nodes",
    "picture_node",
    "title_nodes",
    "usage_nodes",
    "verdict_nodes",
]

_EVENTS = {
    "photo.created": "came into the catalogue",
    "usage.created": "was printed, as read by the import",
    "usage.updated": "was read anew from its page",
    "usage.attached": "got its file",
    "decision.clear": "cleared it",
    "decision.restrict": "restricted it",
    "decision.block": "blocked it",
    "decision.confirm_chain": "confirmed the roles in the chain",
    "flag.confirmed": "confirmed a flag",
    "flag.dismissed": "dismissed a flag",
}
_NOTHING_AGAINST = Look("", "check", "green")


def picture_node(item: QueueItem, addresses: Addresses, day: date) -> Node:
    """The picture on its stage, or in words why it is not there."""
    if item.sha256 is None:
        name = (
            f"The file {item.file_name} is missing." if item.file_name else "The file is missing."
        )
        says = "The page names the picture without holding it. Import the file to attach it."
        gone = node("div", "gone", icon("hide_image"), words(name, "strong"), words(says))
        return node("div", "stage low", gone)
    image = Node(
        "img",
        alt=item.alt_text or item.caption or "Picture without a description",
        src=addresses.picture(item.sha256, day),
        width=item.width or 3,
        height=item.height or 2,
    )
    return node("div", "stage", image)


def title_nodes(item: QueueItem) -> tuple[Node, ...]:
    """The caption, what is damaged, and that nobody describes the picture."""
    title = item.caption or item.file_name or "A picture without a caption"
    found = [heading(title, 2)]
    if item.damage:
        found.append(notice("orange", "broken_image", f"The file is damaged: {item.damage}"))
    if item.sha256 and not item.alt_text:
        found.append(muted("Neither page nor file describes the picture for those who do not see."))
    return tuple(found)


def verdict_nodes(item: QueueItem, judgements: Sequence[Judgement]) -> tuple[Node, ...]:
    """The verdict, the rules that spoke, and the day until which it holds."""
    look = VERDICTS[Verdict(item.verdict)]
    state = state_badge(item)
    reasons = {reason.says: reason for judged in judgements for reason in judged.reasons}
    lines = [(VERDICTS[reason.verdict], says) for says, reason in reasons.items()]
    ends = [judged.valid_until for judged in judgements if judged.valid_until]
    marks = [badge(look)]
    if state is not None:
        marks.append(badge(Look(state.words, state.icon, state.tone), state.title))
    return (
        row(*marks, look="verdict"),
        bullets(lines or [(_NOTHING_AGAINST, "No rule speaks against printing it")]),
        *([words(f"Holds until {min(ends).isoformat()}", "strong")] if ends else []),
    )


def usage_nodes(usages: Iterable[UsageView], day: date) -> Iterable[Node]:
    """Each article that prints the picture: caption, credit, licence and verdict there."""
    for usage in usages:
        where = link(
            usage.headline or usage.slug, address("article", article=usage.address), "strong"
        )
        at = ", ".join(filter(None, (usage.published, f"picture {usage.position}")))
        yield stack(
            row(where, muted(at), badge(VERDICTS[judge(usage.facts, day).verdict])),
            words(usage.caption or "No caption is printed"),
            row(muted("Credit"), words(usage.credit_line or "none printed")),
            row(muted("Licence"), words(usage.licence)) if usage.licence else None,
        )


def credential_nodes(state: CredentialState, said: Mapping[str, Any]) -> Iterable[Node]:
    """What checking the Content Credentials gave; never a word on whether a picture is genuine."""
    yield words(CREDENTIALS[state])
    if state is CredentialState.NONE:
        return
    problems = said.get("problems") or []
    yield facts(
        (
            ("Signed by", said.get("signer")),
            ("Says it was", ", ".join(said.get("actions") or []) or None),
            ("Made by AI", "yes, so the signer declares" if said.get("ai_generated") else None),
            ("Code", said.get("code")),
        )
    )
    for problem in problems:
        yield muted(problem)


def fact_nodes(view: PhotoView) -> Node:
    """What is measured or read about the file itself."""
    item, read = view.item, view.read
    gps = read.get("gps")
    size = f"{item.width} × {item.height}" if item.width and item.height else None
    return facts(
        (
            ("File", item.file_name),
            ("Format", ", ".join(filter(None, (view.format, size)))),
            ("Size", size_words(view.size) if view.size else None),
            ("Camera", read.get("camera")),
            ("Software", read.get("software")),
            ("Taken", moment_words(read["date_created"]) if read.get("date_created") else None),
            ("GPS", f"{gps[0]:.5f}, {gps[1]:.5f}" if gps and len(gps) == 2 else None),
            ("Made how", read.get("digital_source_type")),
            ("Mining", read.get("data_mining")),
            ("Damage", item.damage),
            ("SHA-256", words(item.sha256, "mono") if item.sha256 else None),
            ("Problems", "; ".join(read.get("problems") or []) or None),
        )
    )


def history_nodes(events: Sequence[EventView]) -> Iterable[Node]:
    """The journal's entries, newest first."""
    if not events:
        yield muted("Nothing is written in the journal yet.")
    for event in events:
        what = _EVENTS.get(event.action, event.action.replace(".", ": "))
        yield stack(
            row(words(event.actor, "strong"), words(what), muted(moment_words(event.at))),
            words(f"“{event.reason}”", "quote") if event.reason else None,
        )
