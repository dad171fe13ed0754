"""Articles: one piece with its pictures and the lines to print, or the list to choose from."""

import streamlit as st

from db.search import ExportFilter, article_lines, article_view
from photodesk.dashboard.parts.newsroom import addresses, the_desk
from photodesk.dashboard.parts.pages import article_nodes, listed_nodes, picture_rows
from photodesk.dashboard.parts.panel import empty, heading, muted, show
from photodesk.publish import Exported, Order, records

desk = the_desk()
name = str(st.query_params.get("article", ""))

if name:
    with desk.catalogue.reading() as session:
        view = article_view(session, name)
    with st.container(horizontal=True):
        if st.button("All articles", icon=":material/arrow_back:", key="all"):
            st.switch_page("article.py")
        if view is not None and st.button(
            "Credit lines of this article", icon=":material/send:", key="publish"
        ):
            st.switch_page("publish.py", query_params={"piece": view.address})
    if view is None:
        show(
            empty(
                "search_off",
                "No article has this address",
                muted("It may have been imported under another one: look for its headline."),
            ),
            key="nothing",
        )
        st.stop()
    order = Order(ExportFilter(article=view.address), include_withheld=True)
    lines = {made.position: made for made in records(desk, order, Exported())}
    show(*article_nodes(view), key="article")
    show(
        heading("Pictures" if view.usages else "It prints no pictures"),
        *picture_rows(view.usages, lines, addresses(), desk.today),
        key="pictures",
    )
    st.stop()

wanted = st.text_input(
    "Find an article",
    key="find",
    bind="query-params",
    type="search",
    live=True,
    placeholder="Headline, byline or address",
    label_visibility="collapsed",
    width=420,
)
with desk.catalogue.reading() as session:
    every = article_lines(session)
sought = wanted.casefold().split()
found = [
    one
    for one in every
    if all(word in f"{one.address} {one.title} {one.byline or ''}".casefold() for word in sought)
]
if not every:
    show(
        empty("article", "No articles yet", muted("Bring some in: photodesk import FOLDER")),
        key="nothing",
    )
elif not found:
    show(empty("search_off", "No article fits", muted("Try fewer words.")), key="nothing")
else:
    show(*listed_nodes(found), key="list")
