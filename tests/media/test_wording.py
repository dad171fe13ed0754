"""The line to print."""

from __future__ import annotations

import pytest

from media.types import Control, CreditLine, Origin, Party, Role, Span
from media.wording import LANGUAGES, render, state_label

KCNA = Party(
    "KCNA",
    Role.AGENCY,
    Span(7, 11),
    0.99,
    "kcna",
    "Korean Central News Agency",
    Control.STATE_CONTROLLED,
    "KP",
)
NOVAYA = Party(
    "Novaya Gazeta",
    Role.DISTRIBUTOR,
    Span(13, 27),
    0.6,
    "novaya-gazeta",
    "Novaya Gazeta",
    Control.INDEPENDENT,
    "RU",
)
LINE = CreditLine("Photo: KCNA, Novaya Gazeta", (KCNA, NOVAYA), Origin.STATE_MEDIA, True)
BODY = "KCNA, Novaya Gazeta"


def test_state_media_is_labelled_with_its_country() -> None:
    printed = render(LINE, BODY)
    assert printed.line == "Photo: KCNA (North Korean state media), Novaya Gazeta"
    assert printed.label == "North Korean state media"


def test_via_is_claimed_only_once_somebody_confirmed_it() -> None:
    assert "via" not in render(LINE, BODY).line
    confirmed = render(LINE, BODY, confirmed=True).line
    assert confirmed == "Photo: KCNA (North Korean state media), via Novaya Gazeta"


def test_the_via_style_says_via_by_itself() -> None:
    assert render(LINE, BODY, style="via").line.endswith("), via Novaya Gazeta")


def test_a_line_that_says_via_itself_is_not_doubled() -> None:
    agency = Party("KCNA", Role.AGENCY, Span(0, 4), 1, "kcna", None, Control.STATE_CONTROLLED, "KP")
    reuters = Party("Reuters", Role.DISTRIBUTOR, Span(9, 16), 1, "reuters", stated=True)
    line = CreditLine("KCNA via Reuters", (agency, reuters))
    printed = render(line, line.raw, confirmed=True, style="via").line
    assert printed == "Photo: KCNA (North Korean state media) via Reuters"


def test_an_outlet_named_twice_is_labelled_once() -> None:
    raw = "KCNA/KCNA"
    again = [
        Party("KCNA", Role.AGENCY, Span(s, s + 4), 1, "kcna", None, Control.STATE_CONTROLLED, "KP")
        for s in (0, 5)
    ]
    assert render(CreditLine(raw, tuple(again)), raw).line.count("state media") == 1


def test_a_dismissed_flag_takes_the_mark_away() -> None:
    printed = render(LINE, BODY, marked=False)
    assert printed.line == "Photo: KCNA, Novaya Gazeta"
    assert printed.label is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("uk", "Фото: KCNA (державне медіа, Північна Корея), Novaya Gazeta"),
        ("ru", "Фото: KCNA (государственное СМИ, КНДР), Novaya Gazeta"),
        ("de", "Foto: KCNA (Staatsmedium, Nordkorea), Novaya Gazeta"),
        ("pl", "Fot. KCNA (media państwowe, Korea Północna), Novaya Gazeta"),
    ],
)
def test_the_line_speaks_the_language_of_the_page(language: str, line: str) -> None:
    assert render(LINE, BODY, language=language).line == line


def test_a_line_without_parties_is_printed_as_it_stands() -> None:
    assert render(CreditLine("???"), "???").line == "Photo: ???"


def test_nothing_printed_gives_nothing_to_print() -> None:
    assert render(CreditLine(""), "").line == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_country_is_labelled_without_one(language: str) -> None:
    assert state_label(None, language, "words") == state_label("XX", language, "words") == "words"


def test_a_country_without_an_adjective_is_named() -> None:
    assert state_label("VC", "en", "state media") == "state media, St. Vincent & Grenadines"
