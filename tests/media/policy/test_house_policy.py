"""The policy of the house: what counts as state media, and what it says of a bad text."""

from __future__ import annotations

import pytest

from media.credit import parse
from media.outlets import Outlet, Registry
from media.outlets.registry import Alias
from media.policy import Policy, PolicyError, house_policy, read_policy
from media.types import Control, Origin


def _registry(control: Control) -> Registry:
    return Registry(
        [Outlet("nna", "Norland News", "XX", "news_agency", control, (Alias("Norland News"),))]
    )


def test_defaults_are_those_of_the_control_classes() -> None:
    policy = house_policy()
    assert policy.state_media == {control for control in Control if control.is_state_media}
    assert policy.needs_label == policy.state_media
    assert policy.label_in("uk-UA") == "державне медіа"


def test_language_without_words_gets_the_english_ones() -> None:
    assert house_policy().label_in("xx") == house_policy().label["en"]


def test_empty_policy_is_the_default() -> None:
    assert read_policy("") == house_policy()


def test_key_that_is_given_takes_the_place_of_the_default() -> None:
    policy = read_policy(
        'state_media = ["state_controlled", "captured_private"]\n[label]\nen = "run by a state"'
    )
    assert policy.state_media == {Control.STATE_CONTROLLED, Control.CAPTURED_PRIVATE}
    assert policy.needs_label == house_policy().needs_label
    assert policy.label_in("en") == "run by a state"
    assert policy.label_in("de") == "Staatsmedium"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("state_media = [", "TOML"),
        ("colour = 1", "colour"),
        ('state_media = "state_controlled"', "state_media"),
        ('needs_label = ["state_owned"]', "'state_owned'"),
        ("needs_second_person = [1]", "needs_second_person"),
        ('label = "state media"', "label"),
        ("[label]\nen = ''", "label.en"),
        ("[label]\nen = 3", "label.en"),
    ],
)
def test_error_names_the_key(text: str, named: str) -> None:
    with pytest.raises(PolicyError, match=named):
        read_policy(text)


@pytest.mark.parametrize(
    ("control", "counted", "origin"),
    [
        (Control.CAPTURED_PRIVATE, [Control.CAPTURED_PRIVATE], Origin.STATE_MEDIA),
        (Control.CAPTURED_PRIVATE, [], Origin.INDEPENDENT),
        (Control.CAPTURED_PUBLIC, [], Origin.PUBLIC),
        (Control.STATE_CONTROLLED, [Control.STATE_CONTROLLED], Origin.STATE_MEDIA),
    ],
)
def test_reading_follows_the_policy(
    control: Control, counted: list[Control], origin: Origin
) -> None:
    house = house_policy()
    policy = Policy(frozenset(counted), house.needs_label, house.needs_second_person, house.label)
    line = parse("Photo: Norland News", _registry(control), policy=policy)
    assert (line.state_media, line.origin) == (bool(counted), origin)
    assert line.parties[0].is_state_media is bool(counted)
    assert line.reasons == () or control.name.split("_")[0].lower() in line.reasons[0].lower()
