"""The frame of the dashboard: the pages in their groups, and the ways between them."""

from pathlib import Path

import streamlit as st

from photodesk.dashboard.parts.newsroom import the_desk
from photodesk.dashboard.parts.ways import asked

# A Material icon in the tab would be fetched from outside; this one is ours.
ICON = Path(__file__).parent / "parts" / "icon.svg"

st.set_page_config(page_title="photodesk", page_icon=str(ICON), layout="wide")
the_desk()

page = st.navigation(
    {
        "": [
            st.Page("review.py", title="Review", icon=":material/inbox:", default=True),
            st.Page("photo.py", title="Photo", icon=":material/image:"),
            st.Page("article.py", title="Articles", icon=":material/article:"),
            st.Page("publish.py", title="Publish", icon=":material/send:"),
        ]
    },
    position="top",
)
if (way := asked()) is not None:
    st.switch_page(way[0], query_params=way[1])

st.session_state["entered"] = st.session_state.get("at_page") != page.title
st.session_state["at_page"] = page.title
page.run()
