"""The small parts that pages share."""

from __future__ import annotations

import pytest

from media.types import Control, CredentialState, FlagKind, Origin, Role, Verdict
from photodesk.dashboard.parts import words
from photodesk.dashboard.parts.layers import Layers
from photodesk.dashboard.parts.moments import moment_words
from photodesk.dashboard.parts.panel import Node, facts, node
from photodesk.dashboard.parts.panel import words as plain
from photodesk.dashboard.parts.portrait import credential_nodes
from photodesk.dashboard.parts.shown import cursor_from, cursor_words
from photodesk.dashboard.parts.ways import address, way_of


@pytest.mark.parametrize(
    ("table", "every"),
    [
        (words.VERDICTS, Verdict),
        (words.FLAGS, FlagKind),
        (words.ROLES, Role),
        (words.CONTROL, Control),
        (words.CONTROL_IN_SHORT, Control),
        (words.ORIGINS, Origin),
        (words.CREDENTIALS, CredentialState),
    ],
)
def test_every_value_has_its_words(table: dict[object, object], every: type) -> None:
    assert set(table) == set(every)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("code", "said"),
    [("KP", "🇰🇵 North Korea"), ("XX", "🇽🇽 XX"), (None, ""), ("Я!", "Я!")],
)
def test_a_country_is_never_the_flag_alone(code: str | None, said: str) -> None:
    assert words.in_country(code) == said


@pytest.mark.parametrize(
    ("size", "said"), [(12, "12 bytes"), (2048, "2.0 KB"), (3 << 20, "3.0 MB"), (5 << 30, "5.0 GB")]
)
def test_sizes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert words.size_words(size) == said


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("printed.credit_line", "Printed credit line"),
        ("read.copyright_notice", "In the file: copyright notice"),
        ("printed.alt_text", "On the page: alt text"),
    ],
)
def test_evidence_says_where_it_was_read(where: str, said: str) -> None:
    assert words.place_words(where) == said


def test_a_moment_is_read_to_the_minute_and_nonsense_stays_as_it_is() -> None:
    assert moment_words("2025-08-22T12:20:01.5Z") == "2025-08-22 12:20 UTC"
    assert moment_words("2025-08-22T12:20:01+03:00") == "2025-08-22 12:20 UTC+03:00"
    assert moment_words("2025-08-22T12:20") == "2025-08-22 12:20"
    assert moment_words("2025-08") == "2025-08"
    assert moment_words("The 5th of May") == "The 5th of May"
    assert moment_words(None) == ""


def test_a_node_carries_its_text_as_text() -> None:
    made = node("div", "row", plain("<b>x</b>"), None)
    assert made.as_json() == {
        "tag": "div",
        "look": "row",
        "kids": [{"tag": "span", "text": "<b>x</b>"}],
    }
    assert facts((("Camera", None),)).kids == ()
    assert facts((("Camera", Node(text="Canon")),)).kids[1].kids[0].text == "Canon"


@pytest.mark.parametrize(
    ("file", "page", "differs"),
    [
        (("A boat.",), ("a  boat",), False),
        (("A boat",), ("A ship",), True),
        ((), ("A boat", "A ship"), True),
        (("A boat",), (), False),
    ],
)
def test_layers_differ_only_where_they_contradict(
    file: tuple[str, ...], page: tuple[str, ...], differs: bool
) -> None:
    assert Layers("Caption", file, page).differ is differs
    assert not Layers("Caption", file, page, compared=False).differ


def test_a_cursor_comes_back_from_its_address() -> None:
    assert cursor_from(cursor_words((30, "2025-08-22", 7))) == (30, "2025-08-22", 7)
    assert cursor_from(cursor_words((0, "", 7))) == (0, "", 7)


@pytest.mark.parametrize(
    ("way", "leads"),
    [
        ("photo?photo=ab%231&kind=x", ("photo.py", {"photo": "ab#1", "kind": "x"})),
        ("https://elsewhere.example/photo", None),
        ("nowhere?x=1", None),
        ("../../etc/passwd", None),
        (None, None),
    ],
)
def test_a_way_leads_to_a_page_of_the_dashboard_or_nowhere(way: object, leads: object) -> None:
    assert way_of(way) == leads


def test_an_address_leaves_out_what_is_not_given() -> None:
    assert address("photo", photo="a#1", kind=None) == "photo?photo=a%231"
    assert address("review") == "review"


def test_credentials_tell_what_the_signer_declares() -> None:
    said = {"signer": "Camera Co", "actions": ["c2pa.created"], "ai_generated": True}
    text = str(list(credential_nodes(CredentialState.VALID, said | {"problems": ["old clock"]})))
    assert "Camera Co" in text
    assert "so the signer declares" in text
    assert "old clock" in text
    assert "not on the trust list" in text
