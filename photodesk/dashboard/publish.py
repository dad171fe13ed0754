"""Publish: the lines to print, what is withheld and why, and the export."""

import streamlit as st

from db.search import ExportFilter
from media.wording import LANGUAGES, STYLES
from photodesk.dashboard.parts.newsroom import the_desk
from photodesk.dashboard.parts.panel import empty, heading, muted, notice, row, show, words
from photodesk.dashboard.parts.preview import (
    article_labels,
    line_table,
    preview_of,
    preview_words,
    withheld_table,
)
from photodesk.publish import FORMATS, Order, export

OWN = "as the article"
CHOICE = "article-choice"

desk = the_desk()
piece = st.query_params.get("piece")
labels = article_labels(desk, piece)
if not labels:
    todo = muted("Import articles first: photodesk import FOLDER")
    show(empty("send", "Nothing to publish yet", todo), key="nothing")
    st.stop()


def name_article() -> None:
    """Put the chosen article into the address."""
    st.query_params["piece"] = st.session_state[CHOICE] or ""


# Not bound: the address names the article by its own address, the menu by its headline.
st.session_state[CHOICE] = piece if piece in labels else None
with st.container(horizontal=True, vertical_alignment="bottom"):
    article = st.selectbox(
        "Article",
        list(labels),
        index=None,
        format_func=lambda name: labels[name],
        placeholder="Every article",
        key=CHOICE,
        on_change=name_article,
        width=360,
    )
    since = st.date_input("Published from", None, key="since", bind="query-params", width=150)
    until = st.date_input("until", None, key="until", bind="query-params", width=150)
    language = st.selectbox(
        "Language", [OWN, *LANGUAGES], key="language", bind="query-params", width=150
    )
    style = st.selectbox("House style", list(STYLES), key="style", bind="query-params", width=120)
    format_name = st.selectbox(
        "Format", list(FORMATS), key="format", bind="query-params", width=110
    )

if since is not None and until is not None and since > until:
    says = "The first day is after the last: no article fits."
    show(notice("orange", "event_busy", says), key="days")
    st.stop()

order = Order(
    ExportFilter(article, since, until),
    language=None if language == OWN else language,
    style=style,
)
preview = preview_of(desk, order)


def made_export() -> bytes:
    """Make the export through the gate and enter it in the journal, when the button is pressed."""
    pieces: list[bytes] = []
    export(desk, desk.by(), order, format_name, pieces.append)
    return b"".join(pieces)


with st.container(horizontal=True, vertical_alignment="center"):
    st.download_button(
        "Export",
        made_export,
        file_name=f"credit-lines-{desk.today.isoformat()}.{format_name}",
        mime=FORMATS[format_name].media_type,
        icon=":material/download:",
        disabled=not preview.lines,
        on_click="ignore",
        key="export",
    )
    show(
        row(
            words(preview_words(preview), "strong"),
            muted(f"The journal will say that {desk.by().actor} made the export."),
        ),
        key="count",
    )

if preview.lines:
    show(heading("To print"), line_table(preview.lines), key="lines")
else:
    show(notice("plain", "info", "Nothing of this choice may be printed yet."), key="none")
if preview.withheld:
    show(heading("Withheld"), withheld_table(preview.withheld), key="withheld")
