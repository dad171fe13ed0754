"""The class of an origin follows from makers and givers, never from those who pass on."""

from __future__ import annotations

import pytest

from media.origin import origin_of, origin_under
from media.types import Control, Origin, Party, Role, Span


def party(role: Role, control: Control = Control.UNKNOWN) -> Party:
    return Party("x", role, Span(0, 1), 0.9, control=control)


@pytest.mark.parametrize("control", list(Control))
def test_every_control_class_has_an_origin(control: Control) -> None:
    assert (origin_under(control) is Origin.STATE_MEDIA) is control.is_state_media


@pytest.mark.parametrize(
    ("parties", "origin"),
    [
        ([], Origin.UNKNOWN),
        ([party(Role.DISTRIBUTOR, Control.STATE_CONTROLLED)], Origin.UNKNOWN),
        ([party(Role.CREATOR)], Origin.INDEPENDENT),
        ([party(Role.CREATOR), party(Role.AGENCY, Control.STATE_CONTROLLED)], Origin.STATE_MEDIA),
        ([party(Role.AGENCY, Control.INDEPENDENT_PUBLIC)], Origin.PUBLIC),
        ([party(Role.HANDOUT, Control.GOVERNMENT), party(Role.DISTRIBUTOR)], Origin.GOVERNMENT),
        ([party(Role.POOL, Control.GOVERNMENT)], Origin.GOVERNMENT),
        ([party(Role.POOL)], Origin.UNKNOWN),
        ([party(Role.HANDOUT)], Origin.INDEPENDENT),
    ],
)
def test_origin_follows_from_the_parties(parties: list[Party], origin: Origin) -> None:
    assert origin_of(parties) is origin


def test_bare_word_names_no_origin() -> None:
    assert origin_of([party(Role.HANDOUT)], bare=frozenset({0})) is Origin.UNKNOWN
