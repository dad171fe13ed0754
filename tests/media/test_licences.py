"""What a declared licence means."""

from datetime import date

import pytest

from media.licences import licence_identifier, licence_url, read_licence


@pytest.mark.parametrize(
    ("declared", "identifier"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc by-sa 3.0", "CC-BY-SA-3.0"),
        ("CC-BY-NC-ND 2.0", "CC-BY-NC-ND-2.0"),
        ("Creative Commons BY-SA", "CC-BY-SA"),
        ("https://creativecommons.org/licenses/by-nc/4.0/deed.uk", "CC-BY-NC-4.0"),
        ("CC0", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("Public domain", "PDM-1.0"),
        ("общественное достояние", "PDM-1.0"),
        ("Agency contract 17", None),
        ("ACC by 4 votes", None),
    ],
)
def test_a_licence_is_known_by_its_identifier(declared: str, identifier: str | None) -> None:
    assert licence_identifier(declared) == identifier


@pytest.mark.parametrize(
    ("identifier", "url"),
    [
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
        ("CC-BY", None),
        (None, None),
    ],
)
def test_a_licence_without_a_version_has_no_deed(identifier: str | None, url: str | None) -> None:
    assert licence_url(identifier) == url


@pytest.mark.parametrize(
    ("declared", "day"),
    [
        ("Agency contract, until 2024-12-31", date(2024, 12, 31)),
        ("Vertrag, gültig bis 31.12.2024", date(2024, 12, 31)),
        ("Ліцензія до 01.02.2025", date(2025, 2, 1)),
        ("expires: 2025-06-30", date(2025, 6, 30)),
        ("until 2024-13-45, in fact until 2024-11-30", date(2024, 11, 30)),
        ("Signed 2024-12-31", None),
    ],
)
def test_a_licence_says_when_it_ends(declared: str, day: date | None) -> None:
    assert read_licence(declared).valid_until == day


def test_bare_words_say_nothing() -> None:
    assert not read_licence("All rights reserved").says_something
    assert read_licence("CC BY 4.0").says_something
