"""Whether a picture may be printed: each rule, and the laws that all of them keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.licences import Licence, read_licence
from media.rights import Action, Effect, Facts, Grant, judge
from media.types import CreditLine, FlagKind, Party, Role, Span, Verdict

DAY = date(2026, 3, 1)
CREDITED = Facts(credit=CreditLine("Photo: Ann Example"))
HANDOUT = CreditLine("Handout", (Party("Handout", Role.HANDOUT, Span(0, 7), 1.0, stated=True),))


def _rules(facts: Facts, day: date = DAY) -> list[str]:
    return [reason.rule for reason in judge(facts, day).reasons]


def test_a_credited_picture_with_nothing_against_it_is_clear() -> None:
    assert judge(CREDITED, DAY).verdict is Verdict.CLEAR
    assert judge(CREDITED, DAY).reasons == ()


@pytest.mark.parametrize("credit", [None, CreditLine("  ")])
def test_a_missing_credit_asks_for_review(credit: CreditLine | None) -> None:
    assert _rules(Facts(credit=credit)) == ["missing-credit"]


def test_unreviewed_state_media_asks_for_review() -> None:
    facts = replace(CREDITED, open=frozenset({FlagKind.STATE_MEDIA}))
    assert judge(facts, DAY).verdict is Verdict.REVIEW
    assert _rules(facts) == ["state-media"]


def test_a_decision_answers_confirmed_state_media() -> None:
    confirmed = replace(CREDITED, confirmed=frozenset({FlagKind.STATE_MEDIA}))
    assert judge(confirmed, DAY).verdict is Verdict.REVIEW
    decided = replace(confirmed, decisions=((Action.CLEAR, "label kept"),))
    assert judge(decided, DAY).verdict is Verdict.CLEAR


def test_a_flag_raised_after_the_decision_asks_again() -> None:
    facts = replace(
        CREDITED,
        open=frozenset({FlagKind.STATE_MEDIA}),
        decisions=((Action.CLEAR, "seen"),),
    )
    assert judge(facts, DAY).verdict is Verdict.REVIEW


def test_a_disputed_origin_asks_for_review() -> None:
    facts = replace(CREDITED, open=frozenset({FlagKind.CREDIT_CONFLICT}))
    assert _rules(facts) == ["credit-conflict"]


def test_a_licence_holds_to_the_end_of_its_last_day() -> None:
    facts = replace(CREDITED, licences=(read_licence("Agency, until 2026-03-01"),))
    today, tomorrow = judge(facts, DAY), judge(facts, DAY + timedelta(days=1))
    assert (today.verdict, today.valid_until) == (Verdict.CLEAR, DAY)
    assert (tomorrow.verdict, tomorrow.valid_until) == (Verdict.BLOCKED, None)


@pytest.mark.parametrize(
    ("declared", "rule"),
    [("CC BY-NC 4.0", "licence-non-commercial"), ("CC BY-ND 4.0", "licence-no-derivatives")],
)
def test_a_licence_with_conditions_restricts(declared: str, rule: str) -> None:
    facts = replace(CREDITED, licences=(read_licence(declared),))
    assert _rules(facts) == [rule]
    assert judge(facts, DAY).verdict is Verdict.RESTRICTED


def test_a_handout_is_restricted_and_named() -> None:
    judged = judge(Facts(credit=HANDOUT), DAY)
    assert judged.verdict is Verdict.RESTRICTED
    assert "Handout" in judged.reasons[0].says


def test_a_denial_beginning_tomorrow_blocks_tomorrow() -> None:
    denial = Grant(Effect.DENY, "withdrawn", valid_from=DAY + timedelta(days=1))
    facts = replace(CREDITED, grants=(denial,))
    assert (judge(facts, DAY).verdict, judge(facts, DAY).valid_until) == (Verdict.CLEAR, DAY)
    assert judge(facts, DAY + timedelta(days=1)).verdict is Verdict.BLOCKED


def test_leave_that_has_ended_asks_for_review() -> None:
    leave = Grant(Effect.ALLOW, "one month", valid_until=DAY - timedelta(days=1))
    assert _rules(replace(CREDITED, grants=(leave,))) == ["grant-ended"]


@pytest.mark.parametrize(
    ("action", "verdict"),
    [
        (Action.BLOCK, Verdict.BLOCKED),
        (Action.RESTRICT, Verdict.RESTRICTED),
        (Action.CLEAR, Verdict.CLEAR),
    ],
)
def test_a_decision_gives_its_verdict(action: Action, verdict: Verdict) -> None:
    assert judge(replace(CREDITED, decisions=((action, "why"),)), DAY).verdict is verdict


def test_clearing_one_layer_does_not_lift_a_block_on_another() -> None:
    both = ((Action.CLEAR, "fine here"), (Action.BLOCK, "kill notice"))
    assert judge(replace(CREDITED, decisions=both), DAY).verdict is Verdict.BLOCKED


def test_a_clear_decision_does_not_revive_an_expired_licence() -> None:
    facts = replace(
        CREDITED,
        licences=(read_licence("until 2020-01-01"),),
        decisions=((Action.CLEAR, "please"),),
    )
    assert judge(facts, DAY).verdict is Verdict.BLOCKED


days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
licences = st.builds(
    Licence,
    st.sampled_from(["contract", "terms"]),
    st.sampled_from([None, "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0"]),
    st.none(),
    st.none() | days,
)
grants = st.builds(
    Grant, st.sampled_from(Effect), st.just("note"), st.none() | days, st.none() | days
)
kinds = st.frozensets(st.sampled_from(FlagKind))
facts_of_all_kinds = st.builds(
    Facts,
    credit=st.sampled_from([None, CreditLine("Ann Example"), HANDOUT]),
    licences=st.lists(licences, max_size=3).map(tuple),
    grants=st.lists(grants, max_size=3).map(tuple),
    decisions=st.lists(st.tuples(st.sampled_from(Action), st.just("why")), max_size=2).map(tuple),
    open=kinds,
    confirmed=kinds,
)
strictness = list(Verdict).index


@given(facts_of_all_kinds, licences, grants, st.sampled_from(FlagKind), days)
def test_more_facts_never_loosen_a_verdict(
    facts: Facts, licence: Licence, grant: Grant, flag: FlagKind, day: date
) -> None:
    before = judge(facts, day).verdict
    for more in (
        replace(facts, licences=(*facts.licences, licence)),
        replace(facts, grants=(*facts.grants, grant)),
        replace(facts, open=facts.open | {flag}),
    ):
        assert strictness(judge(more, day).verdict) >= strictness(before)


@given(facts_of_all_kinds, days)
def test_the_order_of_facts_does_not_matter(facts: Facts, day: date) -> None:
    turned = replace(
        facts,
        licences=facts.licences[::-1],
        grants=facts.grants[::-1],
        decisions=facts.decisions[::-1],
    )
    assert judge(turned, day).verdict is judge(facts, day).verdict


@given(facts_of_all_kinds, days)
def test_a_verdict_holds_until_the_day_it_names_and_not_a_day_longer(
    facts: Facts, day: date
) -> None:
    judged = judge(facts, day)
    if judged.valid_until is None:
        assert judge(facts, date(2040, 1, 1)).verdict is judged.verdict
    else:
        assert judge(facts, judged.valid_until).verdict is judged.verdict
        assert judge(facts, judged.valid_until + timedelta(days=1)).verdict is not judged.verdict
