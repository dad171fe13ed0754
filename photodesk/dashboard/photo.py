"""Photo: one picture whole, from the camera to the page, and what may be done with it."""

from functools import partial

import streamlit as st

from db.search import find_reviews, history, outlets, photo_view
from media.rights import judge
from media.types import CredentialState
from photodesk.dashboard.parts.layers import layers_of, layers_table
from photodesk.dashboard.parts.messages import attempt, show_messages
from photodesk.dashboard.parts.neighbours import neighbours
from photodesk.dashboard.parts.newsroom import addresses, the_desk
from photodesk.dashboard.parts.panel import card, empty, heading, muted, show
from photodesk.dashboard.parts.portrait import (
    credential_nodes,
    fact_nodes,
    history_nodes,
    picture_node,
    title_nodes,
    usage_nodes,
    verdict_nodes,
)
from photodesk.dashboard.parts.provenance import (
    chain_nodes,
    flag_nodes,
    inferred_distributors,
)
from photodesk.dashboard.parts.sheet import decision_bar, take_decisions
from photodesk.dashboard.parts.tiles import tile_of
from photodesk.dashboard.parts.ways import filter_parameters
from photodesk.review import confirm_chain, settle_flag

BAR = "decision"

desk = the_desk()
take_decisions(BAR)
key = str(st.query_params.get("photo", ""))
with desk.catalogue.reading() as session:
    # A usage that has got its file meanwhile is looked up under the photo.
    found = find_reviews(session, key) if key else ()
    view = photo_view(session, found[0].key) if len(found) == 1 else None
    if view is not None:
        named = {p.outlet for u in view.usages if u.credit for p in u.credit.parties if p.outlet}
        known = {outlet.id: outlet for outlet in outlets(session, tuple(named))} if named else {}
        events = history(session, view.subjects)

if view is None:
    show(
        empty(
            "image_search",
            "No picture has this address" if key else "Choose a picture",
            muted("Open one in the review queue: Enter, or a double click on its tile."),
        ),
        key="nothing",
    )
    if st.button("To the queue", icon=":material/inbox:", key="queue"):
        st.switch_page("review.py")
    st.stop()

item, day = view.item, desk.today
facts = [usage.facts for usage in view.usages] or ([view.facts] if view.facts else [])
judgements = [judge(one, day) for one in facts]

# The way on: the queue's filter stays in the address.
before, place, after = neighbours(desk, item.key)
with st.container(horizontal=True, vertical_alignment="center"):
    if st.button("Queue", icon=":material/arrow_back:", shortcut="q", key="queue"):
        st.switch_page("review.py", query_params=filter_parameters())
    if st.button(
        "Before", icon=":material/chevron_left:", shortcut="Left", disabled=not before, key="before"
    ):
        st.switch_page("photo.py", query_params=filter_parameters() | {"photo": before or ""})
    if st.button(
        "Next", icon=":material/chevron_right:", shortcut="Right", disabled=not after, key="next"
    ):
        st.switch_page("photo.py", query_params=filter_parameters() | {"photo": after or ""})
    show(muted(place), key="place")

show_messages()
left, right = st.columns([3, 2], gap="medium")

with left:
    show(picture_node(item, addresses(), day), *title_nodes(item), key="picture")

    show(heading("Where it came from"), key="chain-title")
    for usage in view.usages:
        with st.container(gap="xsmall"):
            show(card(*chain_nodes(usage, known)), key=f"chain-{usage.id}")
            if names := inferred_distributors(usage):
                with st.container(horizontal=True, vertical_alignment="center"):
                    note = st.text_input(
                        "How do you know?",
                        key=f"chain-note-{usage.id}",
                        placeholder="How do you know who passed it on?",
                        label_visibility="collapsed",
                        width=320,
                    )
                    # A name in a button's label would be read as Markdown; the card above says it.
                    if st.button(
                        "Confirm: passed it on",
                        icon=":material/link:",
                        key=f"chain-confirm-{usage.id}",
                    ):
                        attempt(
                            partial(confirm_chain, desk, desk.by(), usage.id, note),
                            f"Confirmed: {', '.join(names)} passed it on. "
                            "The line to print may say “via” now.",
                        )
                        st.rerun()
    if not view.usages:
        show(muted("No article prints this picture."), key="unprinted")

    show(heading("Three layers"), layers_table(layers_of(view)), key="layers")
    if view.usages:
        show(heading("Where it is printed"), *usage_nodes(view.usages, day), key="printed")

with right:
    show(*verdict_nodes(item, judgements), key="verdict")
    decision_bar(tile_of(item, "", addresses(), day), key=BAR)

    show(heading("Flags" if view.flags else "No flags"), key="flags-title")
    for flag in view.flags:
        with st.container(border=True, gap="small"):
            show(*flag_nodes(flag), key=f"flag-{flag.id}")
            with st.container(horizontal=True, vertical_alignment="center"):
                note = st.text_input(
                    "Note",
                    key=f"flag-note-{flag.id}",
                    placeholder="Why?",
                    label_visibility="collapsed",
                    width=240,
                )
                for label, icon, dismiss in (
                    ("Confirm", "task_alt", False),
                    ("Dismiss", "do_not_disturb_on", True),
                ):
                    settled = "dismissed" if dismiss else "confirmed"
                    if flag.status != settled and st.button(
                        label, icon=f":material/{icon}:", key=f"flag-{settled}-{flag.id}"
                    ):
                        attempt(
                            partial(
                                settle_flag, desk, desk.by(), flag.id, dismiss, note, item.version
                            ),
                            f"The flag is {settled}.",
                        )
                        st.rerun()

    if view.item.sha256:
        state = CredentialState(view.credentials.get("state", "none"))
        show(heading("Content Credentials"), *credential_nodes(state, view.credentials), key="c2pa")
        show(heading("The file"), fact_nodes(view), key="file")
    show(heading("History"), *history_nodes(events), key="history")
