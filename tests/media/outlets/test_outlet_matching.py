"""Names found in text, and what each rule asks for before it believes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.outlets import Alias, Outlet, Registry
from media.outlets.folding import fold, key_of
from media.outlets.matching import countries_of
from media.types import Control


def outlet(name: str, *aliases: Alias, country: str = "XX") -> Outlet:
    return Outlet(name, name, country, "news_agency", Control.UNKNOWN, aliases)


REGISTRY = Registry(
    [
        outlet("gazette", Alias("North Gazette")),
        outlet("gazette-europe", Alias("North Gazette Europe")),
        outlet("kron", Alias("KRON", rule="upper")),
        outlet("seg", Alias("SEG", rule="segment"), Alias("Segmenta", rule="segment")),
        outlet("exact", Alias("dNews", rule="exact")),
        outlet("ctx-pl", Alias("QAP", rule="context"), Alias("Polska Q"), country="PL"),
        outlet("ctx-se", Alias("QAP", rule="context"), country="SE"),
        outlet("cyr", Alias("Севинформ"), Alias("СЕВ", rule="upper")),
        outlet("han", Alias("新南社")),
        outlet("hang", Alias("조선뉴스")),
        Outlet("dom", "Dom", "XX", "online", Control.UNKNOWN, (), ("dom-news.test",)),
    ]
)


def ids(text: str, language: str | None = None) -> list[str]:
    return [match.outlet.id for match in REGISTRY.match(text, language=language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a North Gazette photo", ["gazette"]),
        ("north  gazette", ["gazette"]),
        ("North Gazette Europe", ["gazette-europe"]),
        ("North Gazettes", []),
        ("by KRON today", ["kron"]),
        ("by Kron today", []),
        ("Kron", ["kron"]),
        ("Name/SEG/Other", ["seg"]),
        ("in SEG today", []),
        ("Name/seg", []),
        ("segmenta", ["seg"]),
        ("dNews", ["exact"]),
        ("DNEWS", []),
        ("QAP", []),
        ("Polska Q / QAP", ["ctx-pl", "ctx-pl"]),
        ("Севинформа", ["cyr"]),
        ("Севинформатика", []),
        ("新南社记者", ["han"]),
        ("조선뉴스의", ["hang"]),
        ("www.dom-news.test/1", ["dom"]),
        ("K\u200bR\u200bO\u200bN", ["kron"]),
        ("K R O N", ["kron"]),
        ("ＫＲＯＮ", ["kron"]),
        ("КRОN", ["kron"]),
        ("CEB", ["cyr"]),
        ("the CEB today", []),
    ],
)
def test_name_is_found_where_its_rule_allows(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_language_gives_context() -> None:
    assert ids("QAP", "pl") == ["ctx-pl"]
    assert ids("QAP", "sv") == ["ctx-se"]
    assert "PL" in countries_of("pl-PL")
    assert countries_of(None) == frozenset()


def test_span_leads_back_to_the_raw_text() -> None:
    text = "«Ｎｏｒｔｈ\u200b Ga\u0301zette»"
    (match,) = REGISTRY.match(text)
    assert text[match.span.start : match.span.end] == text[1:-1]


def test_registry_without_outlets_matches_nothing() -> None:
    assert Registry([]).match("North Gazette") == ()


@given(st.text())
def test_folding_keeps_every_position_inside_the_raw_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.key)
    for at in range(len(folded.text)):
        start, end = folded.raw_span(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet="abcАВЕТтіїѕΩёñ ", max_size=30))
def test_case_makes_no_difference_to_the_key(text: str) -> None:
    assert key_of(text) == key_of(text.upper())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\n\r\nb", "a\nb"),
        ("и\u0306", "й"),
        ("ﾊﾟ", "パ"),
        ("e\u0335\u0336", "e"),
        ("\u0301", ""),
        ("हिन्दी", "हिन्दी"),
        ("A.B.", "A.B."),
        ("“x”", '"x"'),
    ],
)
def test_text_takes_one_form(raw: str, text: str) -> None:
    assert fold(raw).text == text
