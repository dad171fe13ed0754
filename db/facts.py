"""Gathering what the verdict on a usage rests on, for many usages at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlmodel import Session, col, select

from db.catalogue import load_line
from db.flags import flags_of
from db.tables import DecisionRow, FlagRow, GrantRow, LicenceRow, PartyRow, PhotoRow, UsageRow
from media.licences import Licence, read_licence
from media.rights import Action, Effect, Facts, Grant
from media.types import CreditLine, FlagKind

__all__ = [
    "CONFIRM_CHAIN",
    "confirmed_chains",
    "decisions_on",
    "facts_of_photo",
    "facts_of_usages",
    "parties_of",
    "subjects_of",
]

CONFIRM_CHAIN = "confirm_chain"
"""The decision that the roles inferred for a printed line are right."""


def parties_of(session: Session, usages: Iterable[UsageRow]) -> dict[int, list[PartyRow]]:
    """The parties of each usage's line, by usage id, in the order of the line."""
    found: dict[int, list[PartyRow]] = defaultdict(list)
    for party in session.exec(
        select(PartyRow)
        .where(col(PartyRow.usage_id).in_([usage.id for usage in usages]))
        .order_by(col(PartyRow.usage_id), col(PartyRow.ordinal))
    ):
        found[party.usage_id].append(party)
    return found


def facts_of_usages(session: Session, usages: Sequence[UsageRow]) -> dict[int, Facts]:
    """The facts of each usage, by usage id."""
    parties = parties_of(session, usages)
    photos = {
        photo.id: photo
        for photo in session.exec(
            select(PhotoRow).where(
                col(PhotoRow.id).in_([u.photo_id for u in usages if u.photo_id is not None])
            )
        )
    }
    licences = {
        row.id: _licence(row)
        for row in session.exec(
            select(LicenceRow).where(col(LicenceRow.id).in_([u.licence_id for u in usages]))
        )
    }
    subjects = {s for usage in usages for s in subjects_of(usage)}
    decisions = _newest_decisions(session, subjects)
    flags = _by_subject(flags_of(session, subjects))
    grants = _grants(session, usages, parties)
    facts: dict[int, Facts] = {}
    for usage in usages:
        known = [licences[usage.licence_id]] if usage.licence_id in licences else []
        photo = photos.get(usage.photo_id)
        known += _embedded_licence(photo)
        raised = [flag for subject in subjects_of(usage) for flag in flags.get(subject, [])]
        facts[usage.id or 0] = Facts(
            credit=load_line(usage, parties.get(usage.id or 0, [])),
            licences=tuple(known),
            grants=tuple(grants.get(usage.id or 0, [])),
            decisions=tuple(decisions[s] for s in subjects_of(usage) if s in decisions),
            open=_kinds(raised, "open"),
            confirmed=_kinds(raised, "confirmed"),
        )
    return facts


def facts_of_photo(session: Session, photo: PhotoRow) -> Facts:
    """The facts of a photo that no article uses: what its file says stands for the credit."""
    subject = f"photo:{photo.id}"
    decisions = _newest_decisions(session, {subject})
    raised = flags_of(session, [subject])
    said = photo.metadata_read
    names = [said.get("credit_line"), said.get("source"), *(said.get("creator") or ())]
    line = next((name for name in [*names, said.get("copyright_notice")] if name), None)
    return Facts(
        credit=CreditLine(line) if line else None,
        licences=tuple(_embedded_licence(photo)),
        decisions=tuple(decisions.values()),
        open=_kinds(raised, "open"),
        confirmed=_kinds(raised, "confirmed"),
    )


def subjects_of(usage: UsageRow) -> tuple[str, ...]:
    """What flags and decisions about a usage hang on: the usage itself and its photo."""
    own = f"usage:{usage.id}"
    return (own,) if usage.photo_id is None else (own, f"photo:{usage.photo_id}")


def decisions_on(session: Session, subjects: Iterable[str]) -> Sequence[DecisionRow]:
    """Every decision on these subjects, newest first."""
    return session.exec(
        select(DecisionRow)
        .where(col(DecisionRow.subject).in_(list(subjects)))
        .order_by(col(DecisionRow.id).desc())
    ).all()


def confirmed_chains(session: Session, usages: Iterable[UsageRow]) -> set[int]:
    """The ids of the usages whose chain a person confirmed, as it stands in print now."""
    printed = {f"usage:{usage.id}": usage for usage in usages}
    return {
        usage.id or 0
        for decision in decisions_on(session, printed)
        if decision.action == CONFIRM_CHAIN
        and (usage := printed[decision.subject]).credit_line == decision.about
    }


def _newest_decisions(session: Session, subjects: set[str]) -> dict[str, tuple[Action, str]]:
    newest: dict[str, tuple[Action, str]] = {}
    for decision in decisions_on(session, subjects):
        if decision.action != CONFIRM_CHAIN:
            newest.setdefault(decision.subject, (Action(decision.action), decision.note))
    return newest


def _licence(row: LicenceRow) -> Licence:
    return Licence(row.declared, row.identifier, row.url, row.valid_until)


def _embedded_licence(photo: PhotoRow | None) -> list[Licence]:
    said = photo.metadata_read if photo is not None else {}
    return [
        licence
        for name in ("usage_terms", "web_statement")
        if said.get(name) and (licence := read_licence(said[name])).says_something
    ]


def _kinds(flags: Iterable[FlagRow], status: str) -> frozenset[FlagKind]:
    return frozenset(FlagKind(flag.kind) for flag in flags if flag.status == status)


def _by_subject(flags: Iterable[FlagRow]) -> dict[str, list[FlagRow]]:
    found: dict[str, list[FlagRow]] = defaultdict(list)
    for flag in flags:
        found[flag.subject].append(flag)
    return found


def _grants(
    session: Session, usages: Iterable[UsageRow], parties: dict[int, list[PartyRow]]
) -> dict[int, list[Grant]]:
    rows: dict[tuple[str, str], list[Grant]] = defaultdict(list)
    for row in session.exec(select(GrantRow).order_by(col(GrantRow.id))):
        grant = Grant(Effect(row.effect), row.note, row.valid_from, row.valid_until)
        rows[row.scope, row.scope_id].append(grant)
    if not rows:
        return {}
    found: dict[int, list[Grant]] = {}
    for usage in usages:
        scopes = [
            ("photo", str(usage.photo_id)),
            ("article", str(usage.article_id)),
            ("run", str(usage.run_id)),
            *(("outlet", p.outlet_id or "") for p in parties.get(usage.id or 0, [])),
        ]
        found[usage.id or 0] = [grant for scope in scopes for grant in rows.get(scope, [])]
    return found
