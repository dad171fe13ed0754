"""Drawing what was read: a small vocabulary of nodes whose text is always text.

Captions, credits, names, notes and messages come from files, pages and people. Streamlit renders
labels, tables and alerts as Markdown, so such words are drawn here instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

import streamlit as st

from photodesk.dashboard.parts.component import component
from photodesk.dashboard.parts.ways import ask_for
from photodesk.dashboard.parts.words import Look

__all__ = [
    "Node",
    "badge",
    "bullets",
    "card",
    "empty",
    "facts",
    "heading",
    "icon",
    "link",
    "muted",
    "node",
    "notice",
    "row",
    "show",
    "stack",
    "table",
    "words",
]

_PANEL = component("panel", '<div class="root"></div>')


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the page: ``look`` is a class of ``panel.css``, ``text`` is shown as it is."""

    tag: str = "span"
    look: str = ""
    text: str = ""
    kids: tuple[Node, ...] = ()
    href: str = ""
    title: str = ""
    lang: str = ""
    src: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0

    def as_json(self) -> dict[str, Any]:
        """The node without what is empty."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "kids"}
        found: dict[str, Any] = {name: value for name, value in said.items() if value}
        if self.kids:
            found["kids"] = [kid.as_json() for kid in self.kids]
        return found


def show(*nodes: Node | None, key: str) -> None:
    """Put nodes on the page; ``key`` is unique on it."""

    def go() -> None:
        ask_for((st.session_state.get(key) or {}).get("go"))

    drawn = [node.as_json() for node in nodes if node is not None]
    _PANEL(key=key, data={"nodes": drawn}, on_go_change=go)


def node(tag: str, look: str, *kids: Node | None, href: str = "") -> Node:
    """An element with others inside."""
    return Node(tag, look, kids=tuple(kid for kid in kids if kid is not None), href=href)


def words(text: object, look: str = "", title: str = "") -> Node:
    """Plain words."""
    return Node("span", look, str(text), title=title)


def muted(text: object) -> Node:
    """Words of less weight."""
    return Node("span", "muted", str(text))


def heading(text: str, level: int = 3) -> Node:
    """A heading of level 2 or 3."""
    return Node(f"h{level}", "", text)


def icon(name: str) -> Node:
    """A Material icon, silent for screen readers."""
    return Node("span", "icon", name)


def badge(look: Look, title: str = "") -> Node:
    """An icon and a word on a tone; never the tone alone."""
    inside = (icon(look.icon), words(look.words))
    return Node("span", f"badge {look.tone}", kids=inside, title=title)


def link(text: str, href: str, look: str = "") -> Node:
    """A link to a page of the dashboard, or out of it."""
    return Node("a", look, text, href=href)


def row(*kids: Node | None, look: str = "") -> Node:
    """Nodes beside each other."""
    return node("div", f"row {look}".strip(), *kids)


def stack(*kids: Node | None, look: str = "") -> Node:
    """Nodes below each other."""
    return node("div", f"stack {look}".strip(), *kids)


def card(*kids: Node | None) -> Node:
    """Nodes below each other in a box."""
    return node("div", "stack card", *kids)


def bullets(lines: Iterable[tuple[Look, str]]) -> Node:
    """Sentences, each with its icon."""
    items = [node("li", "", icon(look.icon), words(says)) for look, says in lines]
    return node("ul", "reasons", *items)


def facts(pairs: Iterable[tuple[str, Node | str | None]]) -> Node:
    """Names with their values; what has no value is left out."""
    kids: list[Node] = []
    for name, value in pairs:
        if value:
            kids.append(Node("dt", "", name))
            kids.append(node("dd", "", value if isinstance(value, Node) else words(value)))
    return Node("dl", kids=tuple(kids))


def table(head: Sequence[str], rows: Iterable[tuple[str, Sequence[Node]]], look: str = "") -> Node:
    """A table; each row is a look and its cells."""
    top = node("tr", "", *(Node("th", "", name) for name in head))
    lines = [node("tr", mark, *(node("td", "", cell) for cell in cells)) for mark, cells in rows]
    whole = node("table", look, node("thead", "", top), node("tbody", "", *lines))
    return node("div", "scroll", whole)


def notice(tone: str, icon_name: str, *says: Node | str) -> Node:
    """A message in its tone."""
    inside = [one if isinstance(one, Node) else words(one) for one in says]
    return node("div", f"notice {tone}", icon(icon_name), stack(*inside))


def empty(icon_name: str, title: str, *says: Node) -> Node:
    """What a page says when it has nothing to show: what to do."""
    return node("div", "empty", icon(icon_name), heading(title, 2), *says)
