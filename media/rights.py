"""Whether a picture may be printed on a day, and why: ``judge`` is a pure function of its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from media.licences import Licence
from media.types import Control, CreditLine, FlagKind, Role, Verdict

__all__ = ["Action", "Effect", "Facts", "Grant", "Judgement", "Reason", "judge"]


class Action(StrEnum):
    """What a reviewer can decide about a picture."""

    CLEAR = "clear"
    RESTRICT = "restrict"
    BLOCK = "block"


class Effect(StrEnum):
    """What a grant does between its dates."""

    ALLOW = "allow"
    DENY = "deny"


@dataclass(frozen=True, slots=True)
class Grant:
    """A dated allow or deny; both days are included, an open end is None."""

    effect: Effect
    note: str
    valid_from: date | None = None
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the verdict on one usage rests on.

    ``decisions`` holds the newest decision on the photo and on the usage, with its note; ``open``
    and ``confirmed`` the kinds of flag that wait for a person or that a person confirmed.
    """

    credit: CreditLine | None = None
    licences: tuple[Licence, ...] = ()
    grants: tuple[Grant, ...] = ()
    decisions: tuple[tuple[Action, str], ...] = ()
    open: frozenset[FlagKind] = frozenset()
    confirmed: frozenset[FlagKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that spoke: its code, the verdict it asks for, and its sentence."""

    rule: str
    verdict: Verdict
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict, the rules that spoke, and the last day on which it holds (None: no end)."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    valid_until: date | None = None


def judge(facts: Facts, day: date) -> Judgement:
    """Judge one usage on one day; the strictest rule wins, and more facts never loosen it.

    Only a reviewer's decision answers the rules that ask for a reviewer.
    """
    reasons = tuple(_reasons(facts, day))
    verdict = Verdict.strictest(reason.verdict for reason in reasons)
    changes = next(
        (
            change
            for change in sorted(_days_of_change(facts))
            if change > day
            and Verdict.strictest(reason.verdict for reason in _reasons(facts, change)) != verdict
        ),
        None,
    )
    return Judgement(verdict, reasons, changes - timedelta(days=1) if changes else None)


def _reasons(facts: Facts, day: date) -> Iterator[Reason]:
    yield from _credit_rules(facts)
    yield from _review_rules(facts)
    for licence in facts.licences:
        yield from _licence_rules(licence, day)
    for grant in facts.grants:
        if grant.effect is Effect.DENY and grant.holds_on(day):
            yield Reason("denied", Verdict.BLOCKED, f"Use is denied: {grant.note}")
        if grant.effect is Effect.ALLOW and grant.valid_until and day > grant.valid_until:
            yield Reason(
                "grant-ended",
                Verdict.REVIEW,
                f"Leave to use it ended on {grant.valid_until.isoformat()}: {grant.note}",
            )
    for action, note in facts.decisions:
        if action is Action.BLOCK:
            yield Reason("decided-block", Verdict.BLOCKED, f"A reviewer blocked it: {note}")
        if action is Action.RESTRICT:
            yield Reason(
                "decided-restrict", Verdict.RESTRICTED, f"A reviewer restricted it: {note}"
            )


def _credit_rules(facts: Facts) -> Iterator[Reason]:
    if facts.credit is None or not facts.credit.raw.strip():
        yield Reason("missing-credit", Verdict.REVIEW, "No credit line is printed with it")
    elif facts.credit.of_role(Role.HANDOUT):
        parties = facts.credit.of_role(Role.HANDOUT)
        bodies = [p for p in parties if p.outlet or p.control is not Control.UNKNOWN] or parties
        names = ", ".join(dict.fromkeys(party.name for party in bodies))
        yield Reason(
            "handout",
            Verdict.RESTRICTED,
            f"A handout ({names}): editorial use, as it was given out",
        )


def _review_rules(facts: Facts) -> Iterator[Reason]:
    if FlagKind.STATE_MEDIA in facts.open:
        yield Reason("state-media", Verdict.REVIEW, "State media, and nobody has reviewed it yet")
    elif FlagKind.STATE_MEDIA in facts.confirmed and not facts.decisions:
        yield Reason(
            "state-media", Verdict.REVIEW, "State media, confirmed, its use not yet decided"
        )
    if FlagKind.CREDIT_CONFLICT in facts.open:
        yield Reason(
            "credit-conflict",
            Verdict.REVIEW,
            "The printed credit and the file disagree on the origin",
        )


def _licence_rules(licence: Licence, day: date) -> Iterator[Reason]:
    if licence.valid_until and day > licence.valid_until:
        yield Reason(
            "licence-expired",
            Verdict.BLOCKED,
            f"The licence ended on {licence.valid_until.isoformat()}: {licence.declared}",
        )
    if licence.forbids_commercial_use:
        yield Reason(
            "licence-non-commercial", Verdict.RESTRICTED, f"{licence.identifier}: no commercial use"
        )
    if licence.forbids_changes:
        yield Reason(
            "licence-no-derivatives",
            Verdict.RESTRICTED,
            f"{licence.identifier}: print it unchanged",
        )


def _days_of_change(facts: Facts) -> Iterator[date]:
    next_day = timedelta(days=1)
    for licence in facts.licences:
        if licence.valid_until and licence.valid_until < date.max:
            yield licence.valid_until + next_day
    for grant in facts.grants:
        if grant.valid_from:
            yield grant.valid_from
        if grant.valid_until and grant.valid_until < date.max:
            yield grant.valid_until + next_day
