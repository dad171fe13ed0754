"""The three layers side by side: the file says, the page prints, staff decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from db.search import FlagView, PhotoView, UsageView
from media.types import FlagKind, Role
from photodesk.dashboard.parts.moments import moment_words
from photodesk.dashboard.parts.panel import Node, muted, node, stack, table, words
from photodesk.dashboard.parts.words import FLAG_STATES

__all__ = ["Layers", "layers_of", "layers_table"]


@dataclass(frozen=True, slots=True)
class Layers:
    """One subject in the three layers; each holds what was said there, without repetition."""

    subject: str
    file: tuple[str, ...]
    page: tuple[str, ...]
    staff: tuple[str, ...] = ()
    compared: bool = True

    @property
    def differ(self) -> bool:
        """Whether file and page contradict each other, or pages do."""
        if not self.compared:
            return False
        said = {_plain(one) for one in self.page}
        return len(said) > 1 or bool(
            self.file and said and not {_plain(f) for f in self.file} & said
        )


def layers_of(view: PhotoView) -> tuple[Layers, ...]:
    """Every subject on which at least one layer says something."""
    return tuple(one for one in _layers(view) if one.file or one.page or one.staff)


def layers_table(layers: Iterable[Layers]) -> Node:
    """The table; a row whose layers differ says so in words and by its ground."""
    rows = []
    for one in layers:
        name = stack(words(one.subject), words("differs", "small strong") if one.differ else None)
        cells = [name, *(_cell(said) for said in (one.file, one.page, one.staff))]
        rows.append(("differs" if one.differ else "", cells))
    return table(("", "The file says", "The page prints", "Staff decided"), rows, "layers")


def _layers(view: PhotoView) -> Iterator[Layers]:
    def read(*names: str) -> tuple[str, ...]:
        return _distinct(text for name in names for text in _texts(view.read.get(name)))

    def printed(of: Callable[[UsageView], str | None]) -> tuple[str, ...]:
        return _distinct(of(usage) or "" for usage in view.usages)

    def parties(*roles: Role) -> tuple[str, ...]:
        return _distinct(
            party.name
            for usage in view.usages
            for party in (usage.credit.of_role(*roles) if usage.credit else ())
        )

    confirmed = (
        ("Roles of the chain confirmed",)
        if any(usage.chain_confirmed for usage in view.usages)
        else ()
    )
    yield Layers("Caption", read("caption"), printed(lambda u: u.caption))
    yield Layers("Credit", read("credit_line"), printed(lambda u: u.credit_line), confirmed)
    yield Layers("Creator", read("creator"), parties(Role.CREATOR))
    yield Layers(
        "Source", read("source"), parties(Role.AGENCY, Role.SOURCE, Role.HANDOUT), compared=False
    )
    yield Layers("Copyright", read("copyright_notice"), ())
    yield Layers(
        "Use",
        read("usage_terms", "web_statement", "instructions"),
        printed(lambda u: u.licence),
        tuple(
            f"{done.action}: {done.note} ({done.decided_by}, {moment_words(done.decided_at)})"
            for done in view.decisions
            if done.action != _CONFIRM
        ),
        compared=False,
    )
    yield _state_media(view.flags)
    yield Layers(
        "Description (alt)", read("alt_text"), printed(lambda u: u.alt_text), compared=False
    )
    yield Layers("Date", read("date_created"), printed(lambda u: u.published), compared=False)
    yield Layers("Place", read("city", "country"), (), compared=False)
    yield Layers("People", read("persons"), ())


_CONFIRM = "confirm_chain"


def _state_media(flags: Iterable[FlagView]) -> Layers:
    ours = [flag for flag in flags if flag.kind == FlagKind.STATE_MEDIA]
    seen = [one for flag in ours for one in flag.evidence]
    return Layers(
        "State media",
        _distinct(one.quote for one in seen if one.where.startswith("read.")),
        _distinct(one.quote for one in seen if one.where.startswith("printed.")),
        _distinct(
            f"{FLAG_STATES[flag.status].words}: {flag.note} ({flag.decided_by})"
            for flag in ours
            if flag.decided_by
        ),
        compared=False,
    )


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, (list, tuple)):
        return [str(one) for one in value]
    return [str(value)] if value else []


def _distinct(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in said if one))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _cell(said: tuple[str, ...]) -> Node:
    if not said:
        return muted("–")
    return node("div", "stack", *(words(one) for one in said))
