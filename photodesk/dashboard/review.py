"""Review: what waits for a person, as a contact sheet."""

import streamlit as st

from photodesk.dashboard.parts.filters import chosen_filter, filter_bar
from photodesk.dashboard.parts.newsroom import addresses, the_desk
from photodesk.dashboard.parts.panel import empty, muted, node, row, show, words
from photodesk.dashboard.parts.sheet import contact_sheet, decision_log, take_decisions
from photodesk.dashboard.parts.shown import Shown, cursor_from, cursor_words, shown_again, shown_now
from photodesk.dashboard.parts.tiles import tile_of
from photodesk.dashboard.parts.ways import address, filter_parameters

SHEET = "sheet"

desk = the_desk()
take_decisions(SHEET)
wanted, after = chosen_filter(), cursor_from(st.query_params.get("after"))

# Nothing moves under the reviewer's hands: a page is read once, then only what she decided.
shown: Shown | None = st.session_state.get("shown")
changes = decision_log().changes
if shown is None or shown.asked != (wanted, after) or st.session_state["entered"]:
    shown = shown_now(desk, wanted, after, len(changes))
else:
    shown = shown_again(desk, shown, changes)
st.session_state["shown"] = shown

filter_bar(wanted, shown.counts, shown.page.total, shown.names)

if not shown.page.items:
    if shown.counts.total == 0 and wanted.words is None and not filter_parameters():
        show(
            empty(
                "photo_library",
                "No pictures yet",
                muted("Bring in articles and pictures, then open this page again:"),
                node("div", "", node("code", "", words("photodesk import FOLDER"))),
                muted("or look around in a sample newsroom first:"),
                node("div", "", node("code", "", words("make run"))),
            ),
            key="nothing",
        )
    elif filter_parameters():
        show(
            empty(
                "filter_alt_off",
                "No picture fits these filters",
                muted("Take one filter away, or show everything that waits."),
            ),
            key="nothing",
        )
    else:
        show(
            empty(
                "task_alt",
                "Nothing waits for you",
                muted("Every flag is settled. What is done can be seen under Done."),
            ),
            key="nothing",
        )
    st.stop()

parameters = filter_parameters()
day, signed = desk.today, addresses()
contact_sheet(
    [
        tile_of(item, address("photo", photo=item.key, **parameters), signed, day)
        for item in shown.page.items
    ],
    key=SHEET,
)

with st.container(horizontal=True, vertical_alignment="center"):
    if after is not None and st.button("First page", icon=":material/first_page:", key="first"):
        del st.query_params["after"]
        st.rerun()
    if shown.page.after is not None and st.button(
        "Next page", icon=":material/navigate_next:", shortcut="n", key="next"
    ):
        st.query_params["after"] = cursor_words(shown.page.after)
        st.rerun()
    if st.button("Look again", icon=":material/refresh:", key="again"):
        del st.session_state["shown"]
        st.rerun()
    show(row(muted("Pictures decided on stay in their place until you look again.")), key="foot")
