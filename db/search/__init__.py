"""Reading the catalogue: frozen rows for pages, commands and exports; nothing here writes."""

from db.search.exports import ExportFilter, ExportSource, count_for_export, for_export
from db.search.flags import FlagView, flags
from db.search.outlets import OutletView, outlets
from db.search.pages import (
    ArticleLine,
    ArticleView,
    DecisionView,
    EventView,
    PhotoView,
    UsageView,
    article_lines,
    article_view,
    history,
    photo_view,
)
from db.search.queue import (
    Cursor,
    Facets,
    QueueFilter,
    QueueItem,
    QueuePage,
    facets,
    find_reviews,
    key_of,
    queue,
    search,
)

__all__ = [
    "ArticleLine",
    "ArticleView",
    "Cursor",
    "DecisionView",
    "EventView",
    "ExportFilter",
    "ExportSource",
    "Facets",
    "FlagView",
    "OutletView",
    "PhotoView",
    "QueueFilter",
    "QueueItem",
    "QueuePage",
    "UsageView",
    "article_lines",
    "article_view",
    "count_for_export",
    "facets",
    "find_reviews",
    "flags",
    "for_export",
    "history",
    "key_of",
    "outlets",
    "photo_view",
    "queue",
    "search",
]
