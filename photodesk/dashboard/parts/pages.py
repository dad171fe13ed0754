"""The article page's pieces: what the page says of itself, its pictures, the list of articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from babel import Locale, UnknownLocaleError

from db.search import ArticleLine, ArticleView, UsageView
from media.rights import judge
from photodesk.dashboard.parts.moments import moment_words
from photodesk.dashboard.parts.panel import (
    Node,
    badge,
    facts,
    heading,
    icon,
    link,
    muted,
    node,
    notice,
    row,
    stack,
    table,
    words,
)
from photodesk.dashboard.parts.ways import address
from photodesk.dashboard.parts.words import VERDICTS, Look
from photodesk.publish import Record
from photodesk.routes import Addresses

__all__ = ["article_nodes", "language_name", "listed_nodes", "picture_rows", "small_picture"]


def article_nodes(view: ArticleView) -> Iterable[Node]:
    """Headline, byline, date, language, address, and the sources that the article names."""
    yield heading(view.headline or view.slug, 2)
    when = moment_words(view.published_at) or view.published
    yield row(
        words(view.byline, "strong") if view.byline else muted("No byline"),
        muted(when or "No date"),
        muted(language_name(view.language)),
        link(view.address, view.address) if "://" in view.address else muted(view.address),
    )
    if view.sources:
        yield heading("Sources that the article names")
        yield facts((source.name, source.description or "not described") for source in view.sources)
    for problem in view.problems:
        yield notice("orange", "warning", problem)


def picture_rows(
    usages: Iterable[UsageView], lines: Mapping[int, Record], addresses: Addresses, day: date
) -> Iterable[Node]:
    """Each picture in the order of the page, with its verdict and the line to print."""
    rows = []
    for usage in usages:
        judged = judge(usage.facts, day)
        line = lines.get(usage.position)
        rows.append(
            row(
                node("a", "", small_picture(usage, addresses, day), href=_way(usage)),
                stack(
                    row(
                        muted(f"{usage.position}"),
                        badge(VERDICTS[judged.verdict]),
                        link("Open the picture", _way(usage)),
                    ),
                    words(usage.caption or "No caption is printed"),
                    row(muted("Printed"), words(usage.credit_line or "no credit")),
                    row(muted(_to_print(line)), words(line.credit_line, "print"))
                    if line is not None and line.credit_line
                    else None,
                    *(muted(reason.says) for reason in judged.reasons),
                    look="grow",
                ),
                look="top",
            )
        )
    yield node("div", "rows", *rows)


def _way(usage: UsageView) -> str:
    return address("photo", photo=usage.key)


def _to_print(line: Record) -> str:
    return "To print" if line.verdict.may_be_printed else "Would print, once cleared"


def small_picture(usage: UsageView, addresses: Addresses, day: date) -> Node:
    """The thumbnail of a usage, or a box that says its file is missing."""
    if usage.sha256 is None:
        return node("div", "nothumb", icon("hide_image"), words("File missing"))
    return Node(
        "img",
        "thumb",
        src=addresses.thumbnail(usage.sha256, day),
        alt=usage.alt_text or usage.caption or "Picture without a description",
        width=132,
        height=88,
    )


def listed_nodes(found: Iterable[ArticleLine]) -> Iterable[Node]:
    """The list of articles: day, headline, how many pictures and how many of them wait."""
    rows = [
        (
            "",
            [
                muted(one.published or "No date"),
                link(one.title, address("article", article=one.address), "strong"),
                muted(language_name(one.language)),
                muted(str(one.pictures)),
                badge(Look(f"{one.waiting} waiting", "inbox", "yellow"))
                if one.waiting
                else muted("–"),
            ],
        )
        for one in found
    ]
    yield table(("Published", "Headline", "Language", "Pictures", "For review"), rows)


def language_name(code: str | None) -> str:
    """The English name of a language by its code."""
    try:
        return Locale.parse((code or "").replace("-", "_")).get_language_name("en") or code or ""
    except (ValueError, UnknownLocaleError):
        return code or "Language not known"
