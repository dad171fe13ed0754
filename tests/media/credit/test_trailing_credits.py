"""Labels, in their languages, and captions that end in a credit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.credit import strip_label, trailing_credit
from media.credit.labels import LABELS, leading_label
from media.outlets.folding import fold


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo: KCNA, Novaya Gazeta", "KCNA, Novaya Gazeta"),
        ("(Фото: ТАСС)", "ТАСС"),
        ("Crédit photo : Jean Exemple", "Jean Exemple"),
        ("• Crédits : Getty", "Getty"),
        ("写真：共同", "共同"),
        ("사진=뉴시스", "뉴시스"),
        ("عکس: ایرنا", "ایرنا"),
        ("Ảnh: Reuters", "Reuters"),
        ("Fot. Jan Przykład", "Jan Przykład"),
        ("Photo by Jane Sample", "Jane Sample"),
        ("© AFP", "AFP"),
        ("（Ｃ）共同通信社", "共同通信社"),
        ("picture alliance/dpa", "picture alliance/dpa"),
        ("TASS", "TASS"),
        ("", ""),
    ],
)
def test_label_and_brackets_fall_away(text: str, credit: str) -> None:
    assert strip_label(text) == credit


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kim Jong Un. Photo: KCNA, Novaya Gazeta", ("Kim Jong Un", "KCNA, Novaya Gazeta")),
        ("Photo: KCNA", ("", "KCNA")),
        ("He spoke. She left. (AP Photo/Jo Sample)", ("He spoke. She left.", "AP Photo/Jo Sample")),
        ("Зустріч у Києві. Фото: Офіс президента", ("Зустріч у Києві", "Офіс президента")),
        ("某人讲话。图片来源：新华社", ("某人讲话", "新华社")),
        ("Kyiv at night © Reuters", ("Kyiv at night", "Reuters")),
        ("A street in Kyiv | Photo: Jo Sample", ("A street in Kyiv", "Jo Sample")),
        ("A street. Photo by Jo Sample", ("A street", "Jo Sample")),
        ("A street (Foto: dpa)", ("A street", "dpa")),
    ],
)
def test_caption_and_credit_part(text: str, parts: tuple[str, str]) -> None:
    assert trailing_credit(text) == parts


@pytest.mark.parametrize(
    "text",
    ["", "A street in Kyiv.", "He said: nothing", "A street (2019)", "Photo: " + "x" * 400],
)
def test_text_without_a_credit_at_its_end_has_none(text: str) -> None:
    assert trailing_credit(text) is None


def test_labels_are_known_in_more_than_twenty_five_languages() -> None:
    assert len({language for language, _, _ in LABELS}) > 25


def test_every_label_is_found_before_a_colon() -> None:
    for _, _, forms in LABELS:
        for form in forms:
            assert leading_label(fold(f"{form}: AP")) is not None, form


def test_label_of_one_language_tells_it() -> None:
    label = leading_label(fold("Fotoğraf: AA"))
    assert label is not None
    assert label.language == "tr"


@given(st.text(max_size=120))
def test_any_text_can_be_stripped_and_parted(text: str) -> None:
    assert strip_label(text) in text
    parts = trailing_credit(text)
    assert parts is None or (parts[0] in text and parts[1] in text)
