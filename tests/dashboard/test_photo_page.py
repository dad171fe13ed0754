"""The photo page: provenance in words, flags settled with a note, conflicts refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from db.search import PhotoView, QueueFilter, photo_view, queue
from media.rights import Action
from photodesk.desk import Desk
from photodesk.review import decide

Visit = Callable[..., Any]


def _key(desk: Desk, caption: str) -> str:
    with desk.catalogue.reading() as session:
        (item,) = queue(session, QueueFilter(words=caption)).items
    return item.key


def _view(desk: Desk, key: str) -> PhotoView:
    with desk.catalogue.reading() as session:
        view = photo_view(session, key)
    assert view is not None
    return view


def test_a_picture_is_shown_with_its_verdict_and_reason(visit: Visit, newsroom: Desk) -> None:
    page = visit("photo", photo=_key(newsroom, "**bold**"))
    assert "To review" in page.says()
    assert "KP state media: KCNA" in page.says()
    assert "State media, and nobody has reviewed it yet" in page.says()


def test_the_chain_says_who_did_what_and_what_is_only_probable(
    visit: Visit, newsroom: Desk
) -> None:
    says = visit("photo", photo=_key(newsroom, "**bold**")).says()
    assert "Korean Central News Agency" in says
    assert "North Korea" in says
    assert "state-controlled media" in says
    assert "probably passed it on" in says


def test_an_inferred_distributor_is_confirmed_with_a_note(visit: Visit, newsroom: Desk) -> None:
    key = _key(newsroom, "**bold**")
    page = visit("photo", photo=key)
    usage = _view(newsroom, key).usages[0]
    page.at.text_input(key=f"chain-note-{usage.id}").set_value("Asked the desk")
    page.press(f"chain-confirm-{usage.id}")
    assert _view(newsroom, key).usages[0].chain_confirmed
    assert "probably passed it on" not in page.says()
    assert "Novaya Gazeta passed it on" in page.says()


def test_a_flag_shows_its_evidence_and_is_dismissed_with_a_note(
    visit: Visit, newsroom: Desk
) -> None:
    key = _key(newsroom, "**bold**")
    page = visit("photo", photo=key)
    (flag,) = _view(newsroom, key).flags
    assert "Printed credit line" in page.says()
    page.at.text_input(key=f"flag-note-{flag.id}").set_value("Only quoted")
    page.press(f"flag-dismissed-{flag.id}")
    assert _view(newsroom, key).flags[0].status == "dismissed"
    assert "Dismissed as a false alarm by Test Editor" in page.says()
    assert "KP state media" not in page.says()


def test_a_flag_without_a_note_is_refused_in_words(visit: Visit, newsroom: Desk) -> None:
    key = _key(newsroom, "**bold**")
    page = visit("photo", photo=key)
    (flag,) = _view(newsroom, key).flags
    page.press(f"flag-confirmed-{flag.id}")
    assert "A decision needs a note" in page.says()
    assert _view(newsroom, key).flags[0].status == "open"


def test_a_decision_shows_its_verdict_and_stands_in_the_history(
    visit: Visit, newsroom: Desk
) -> None:
    key = _key(newsroom, "**bold**")
    page = visit("photo", photo=key)
    (tile,) = page.tiles()
    entry = {"seq": 1, "key": key, "action": "block", "note": "No licence"}
    page.send("decision", entry | {"version": tile["version"]})
    assert "A reviewer blocked it: No licence" in page.says()
    assert "blocked it" in page.says()
    assert "“No licence”" in page.says()


def test_a_picture_changed_by_somebody_else_is_a_conflict_in_words(
    visit: Visit, newsroom: Desk
) -> None:
    key = _key(newsroom, "**bold**")
    page = visit("photo", photo=key)
    (flag,) = _view(newsroom, key).flags
    decide(newsroom, newsroom.by("Ihor"), [key], Action.CLEAR, "Seen <b>it</b>")
    page.at.session_state[f"flag-note-{flag.id}"] = "Too late"
    before = _view(newsroom, key).item.version
    (tile,) = page.tiles()
    entry = {"seq": 1, "key": key, "action": "block", "note": "x", "version": tile["version"]}
    page.send("decision", entry)
    (answer,) = page.data("tiles")["results"]
    assert "Ihor decided “clear”" in answer["says"]
    assert _view(newsroom, key).item.version == before


def test_the_three_layers_stand_side_by_side(visit: Visit, newsroom: Desk) -> None:
    page = visit("photo", photo=_key(newsroom, "**bold**"))
    for head in ("The file says", "The page prints", "Staff decided"):
        assert head in page.says()


def test_content_credentials_never_call_a_picture_genuine(visit: Visit, newsroom: Desk) -> None:
    says = visit("photo", photo=_key(newsroom, "**bold**")).says()
    assert "carries no Content Credentials" in says
    assert not {"authentic", "fake", "genuine"} & set(says.casefold().split())


def test_a_picture_without_its_file_can_still_be_looked_at(visit: Visit, newsroom: Desk) -> None:
    says = visit("photo", photo=_key(newsroom, "The stage")).says()
    assert "Import the file to attach it" in says
    assert "Content Credentials" not in says


def test_a_caption_is_text_and_never_markup(visit: Visit, newsroom: Desk) -> None:
    page = visit("photo", photo=_key(newsroom, "**bold**"))
    assert "<img src=x onerror=alert(1)> **bold**" in page.says()
    assert not page.at.markdown
    assert not page.at.get("html")


def test_the_next_picture_of_the_queue_keeps_its_filter(visit: Visit, newsroom: Desk) -> None:
    page = visit("photo", photo=_key(newsroom, "The stage"), kind="state_media")
    page.press("next")
    assert page.at.query_params["kind"] == "state_media"
    assert page.at.query_params["photo"] != _key(newsroom, "The stage")
    assert "of 3 on this page" in page.says()
    page.press("before")
    assert page.at.query_params["photo"] == _key(newsroom, "The stage")


def test_a_photo_is_found_by_its_place_in_an_article(visit: Visit) -> None:
    assert "A boat at the pier" in visit("photo", photo="harbour#1").says()


def test_an_unknown_address_says_where_pictures_are(visit: Visit) -> None:
    assert "No picture has this address" in visit("photo", photo="f" * 64).says()
    assert "Choose a picture" in visit("photo").says()
