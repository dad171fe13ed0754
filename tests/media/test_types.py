"""The words as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.types import Control, CreditLine, Party, Role, Span, Verdict

verdicts = st.sampled_from(Verdict)


@given(verdicts, verdicts, verdicts)
def test_the_stricter_verdict_wins_in_any_order(a: Verdict, b: Verdict, c: Verdict) -> None:
    assert a | b is b | a
    assert (a | b) | c is a | (b | c)
    assert a | a is a
    assert a | Verdict.BLOCKED is Verdict.BLOCKED
    assert a | Verdict.CLEAR is a


def test_no_verdict_at_all_is_clear() -> None:
    assert Verdict.strictest([]) is Verdict.CLEAR


def test_what_waits_or_is_blocked_may_not_be_printed() -> None:
    assert [v for v in Verdict if v.may_be_printed] == [Verdict.CLEAR, Verdict.RESTRICTED]


def test_only_state_controlled_and_captured_public_count_as_state_media() -> None:
    counted = [c for c in Control if c.is_state_media]
    assert counted == [Control.STATE_CONTROLLED, Control.CAPTURED_PUBLIC]


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_parties_are_found_by_role_in_the_order_of_the_line() -> None:
    names = [("A", Role.CREATOR), ("B", Role.AGENCY), ("C", Role.CREATOR)]
    line = CreditLine("A/B/C", tuple(Party(n, r, Span(0, 1), 1.0) for n, r in names))
    assert [p.name for p in line.of_role(Role.CREATOR)] == ["A", "C"]
