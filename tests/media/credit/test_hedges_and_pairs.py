"""Notes that take something back, and lines that credit two pictures."""

from __future__ import annotations

import pytest

from media.credit import Hedge, about, hedge_of, hedges_in, parse
from media.outlets import Registry
from media.types import CreditLine, Origin, Role


def read(line: str) -> CreditLine:
    return parse(line, Registry.bundled())


@pytest.mark.parametrize(
    ("note", "hedge"),
    [
        ("Independent journalists were not given access to cover the event.", Hedge.NO_ACCESS),
        ("The agency was unable to independently verify the image.", Hedge.UNVERIFIED),
        ("Image provided by the Norland government.", Hedge.PROVIDED),
        ("Das Bild konnte nicht unabhängig überprüft werden.", Hedge.UNVERIFIED),
        ("Unabhängige Journalisten waren nicht zugelassen.", Hedge.NO_ACCESS),
        ("L’agence n’a pas pu vérifier de manière indépendante.", Hedge.UNVERIFIED),
        ("Image fournie par le gouvernement.", Hedge.PROVIDED),
        ("No se pudo verificar de forma independiente.", Hedge.UNVERIFIED),
        ("Imagen proporcionada por el gobierno.", Hedge.PROVIDED),
        ("Независимые журналисты не были допущены.", Hedge.NO_ACCESS),
        ("Редакция не смогла независимо проверить снимок.", Hedge.UNVERIFIED),
        ("Незалежних журналістів не допустили.", Hedge.NO_ACCESS),
        ("Редакція не змогла незалежно перевірити знімок.", Hedge.UNVERIFIED),
        ("Знімок надано урядом.", Hedge.PROVIDED),
        ("No resales.", None),
    ],
)
def test_note_says_what_it_takes_back(note: str, hedge: Hedge | None) -> None:
    assert hedge_of(note) is hedge


def test_hedge_behind_a_chain_is_a_note_and_no_party_of_the_chain() -> None:
    hedge = "Reuters was unable to independently verify this image."
    line = read(f"KCNA via Reuters. {hedge}")
    assert line.notes == (hedge,)
    assert [p.name for p in line.parties if p.role is not Role.LICENCE] == ["KCNA", "Reuters"]


def test_caption_gives_its_hedging_sentences() -> None:
    hedge = "Independent journalists were not given access."
    assert hedges_in(f"A bridge is seen. {hedge} (KCNA via AP)") == (hedge,)
    assert hedges_in("A bridge is seen.") == ()


def test_positions_are_notes_and_no_parties() -> None:
    line = read("Photos by Jane Sample, left, and John Probe/AP")
    assert [p.name for p in line.parties] == ["Jane Sample", "John Probe", "AP"]
    assert line.notes == ("left: Jane Sample",)


def test_two_pictures_are_two_chains() -> None:
    line = read("Left: Jane Sample/Reuters; right: KCNA via KNS")
    assert [p.role for p in line.parties] == [
        Role.CREATOR,
        Role.AGENCY,
        Role.AGENCY,
        Role.DISTRIBUTOR,
    ]
    assert line.origin is Origin.STATE_MEDIA


def test_two_photographers_behind_a_semicolon_keep_their_agencies() -> None:
    line = read("Jane Sample/Reuters; John Probe/AP")
    assert [p.name for p in line.of_role(Role.AGENCY)] == ["Reuters", "AP"]


def test_about_is_a_sentence_on_any_party() -> None:
    assert about(read("KCNA").parties[0]) == (
        "KCNA is the Korean Central News Agency, state-controlled, North Korea"
    )
    assert about(read("Jane Sample").parties[0]) == "Jane Sample is under unknown control"


def test_text_beyond_any_line_still_shows_its_state_outlets() -> None:
    line = read("a sentence of no credit. " * 1000 + " KCNA, KCNA")
    assert line.state_media
    assert [p.name for p in line.parties if p.outlet == "kcna"] == ["KCNA"]
