"""The preview of an export: tables of text, without a way around the gate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from db.search import article_lines, article_view, count_for_export
from photodesk.dashboard.parts.panel import Node, badge, link, muted, row, stack, table, words
from photodesk.dashboard.parts.ways import address
from photodesk.dashboard.parts.words import VERDICTS, Look
from photodesk.desk import Desk
from photodesk.publish import Exported, Order, Record, Withheld, gate, records

__all__ = [
    "Preview",
    "article_labels",
    "line_table",
    "preview_of",
    "preview_words",
    "withheld_table",
]

LOOKED_AT = 300
"""How many usages a preview looks at; the export itself looks at all."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave and what not, among the first usages of an order; ``total`` counts all."""

    lines: tuple[Record, ...]
    withheld: tuple[Withheld, ...]
    total: int


def preview_of(desk: Desk, order: Order) -> Preview:
    """Look at the first usages of an order as the export would."""
    lines: list[Record] = []
    withheld: list[Withheld] = []
    every = replace(order, include_withheld=True)
    for made in islice(records(desk, every, Exported()), LOOKED_AT):
        stopped = gate(made)
        if stopped is None:
            lines.append(made)
        else:
            withheld.append(stopped)
    with desk.catalogue.reading() as session:
        total = count_for_export(session, order.usages)
    return Preview(tuple(lines), tuple(withheld), total)


def preview_words(preview: Preview) -> str:
    """How many may be printed, and of how many that is said."""
    looked = len(preview.lines) + len(preview.withheld)
    counts = f"{len(preview.lines):,} to print, {len(preview.withheld):,} withheld"
    if looked == preview.total:
        return f"{counts}."
    return f"Of the first {looked:,} of {preview.total:,}: {counts}. The export looks at all."


def article_labels(desk: Desk, chosen: str | None) -> dict[str, str]:
    """The newest articles, and the chosen one, by their address; each label is given once."""
    with desk.catalogue.reading() as session:
        lines = [(one.address, one.title, one.published) for one in article_lines(session)]
        if chosen and chosen not in {line[0] for line in lines}:
            view = article_view(session, chosen)
            if view is not None:
                lines.append((chosen, view.headline or view.slug, view.published))
    labels: dict[str, str] = {}
    for name, title, published in lines:
        label = f"{title} ({published})" if published else title
        labels[name] = label if label not in labels.values() else f"{label} {name}"
    return labels


def line_table(lines: Iterable[Record]) -> Node:
    """The records that leave: verdict, the line to print, its picture."""
    return table(("Verdict", "Line to print", "Picture"), (("", _line(one)) for one in lines))


def withheld_table(withheld: Iterable[Withheld]) -> Node:
    """What does not leave, with the reasons."""
    return table(("Picture", "Why it is withheld"), (("", _stopped(one)) for one in withheld))


def _line(made: Record) -> list[Node]:
    until = words(f"until {made.valid_until}", "small muted") if made.valid_until else None
    mark = Look(made.label, "campaign", "violet") if made.label else None
    return [
        stack(row(badge(VERDICTS[made.verdict])), until),
        stack(
            words(made.credit_line, "print"),
            row(badge(mark)) if mark is not None else None,
            *(words(reason, "small muted") for reason in made.reasons),
        ),
        stack(
            _picture(made.photo, made.file, made.position),
            words(made.caption or "No caption"),
            link(
                made.article_title or made.article_url,
                address("article", article=made.article_url),
                "small",
            ),
        ),
    ]


def _stopped(one: Withheld) -> list[Node]:
    return [
        stack(
            link(
                one.file or f"Picture {one.position}",
                address("photo", photo=f"{one.article_url}#{one.position}"),
                "strong",
            ),
            _article(one.article_url, one.article_url),
        ),
        stack(*(words(reason) for reason in one.reasons)),
    ]


def _article(title: str, name: str) -> Node:
    return link(title, address("article", article=name), "small")


def _picture(photo: str | None, file: str | None, position: int) -> Node:
    name = file or f"Picture {position}"
    if photo is None:
        return muted(f"{name}, file missing")
    return link(name, address("photo", photo=photo), "strong")
