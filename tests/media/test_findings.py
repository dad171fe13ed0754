"""What asks a person, and what does not."""

from __future__ import annotations

from media.findings import Witnesses, evidence_digest, observe
from media.types import (
    Control,
    CreditLine,
    Evidence,
    Finding,
    FlagKind,
    NamedSource,
    Origin,
    Party,
    Role,
    Span,
)


def _party(
    name: str, role: Role = Role.AGENCY, outlet: str | None = "", state: bool = False
) -> Party:
    control = Control.STATE_CONTROLLED if state else Control.INDEPENDENT
    known = name.lower() if outlet == "" else outlet
    return Party(name, role, Span(0, len(name)), 0.9, known, name, control, "XX")


def _line(*parties: Party, origin: Origin = Origin.INDEPENDENT) -> CreditLine:
    state = any(p.is_state_media for p in parties)
    return CreditLine("/".join(p.name for p in parties), parties, origin, state)


TASS = _party("TASS", state=True)
AP = _party("AP")
STATE_LINE = _line(TASS, origin=Origin.STATE_MEDIA)


def _found(witnesses: Witnesses, kind: FlagKind) -> Finding | None:
    return next((f for f in observe(witnesses) if f.kind is kind), None)


def test_a_state_agency_in_the_printed_line_is_flagged_with_the_words_read() -> None:
    found = _found(Witnesses(True, STATE_LINE), FlagKind.STATE_MEDIA)
    assert found is not None
    assert found.summary == "Comes from state media: TASS"
    assert found.evidence[0].where == "printed.credit_line"
    assert found.evidence[0].quote == "TASS"


def test_a_state_distributor_is_flagged_as_such() -> None:
    passed_on = _party("TASS", Role.DISTRIBUTOR, state=True)
    found = _found(Witnesses(True, _line(AP, passed_on)), FlagKind.STATE_MEDIA)
    assert found is not None
    assert found.summary == "Passed through state media: TASS"


def test_an_independent_distributor_is_no_evidence() -> None:
    line = _line(TASS, _party("Reuters", Role.DISTRIBUTOR), origin=Origin.STATE_MEDIA)
    found = _found(Witnesses(True, line), FlagKind.STATE_MEDIA)
    assert found is not None
    assert [e.outlet for e in found.evidence] == ["tass"]


def test_state_media_in_the_file_is_flagged_though_the_page_hides_it() -> None:
    found = _found(Witnesses(True, _line(AP), {"credit_line": STATE_LINE}), FlagKind.STATE_MEDIA)
    assert found is not None
    assert found.evidence[0].where == "read.credit_line"


def test_an_article_that_quotes_state_media_may_print_an_independent_picture() -> None:
    witnesses = Witnesses(True, _line(AP), {}, ((NamedSource("TASS"), STATE_LINE),))
    assert _found(witnesses, FlagKind.STATE_MEDIA) is None


def test_the_source_line_speaks_where_no_credit_is_printed() -> None:
    named = NamedSource("TASS", "a Russian state agency")
    witnesses = Witnesses(True, None, {}, ((named, STATE_LINE),))
    found = _found(witnesses, FlagKind.STATE_MEDIA)
    assert found is not None
    assert "a Russian state agency" in found.evidence[0].says


def test_the_source_line_supports_what_the_credit_says() -> None:
    witnesses = Witnesses(True, STATE_LINE, {}, ((NamedSource("TASS"), STATE_LINE),))
    found = _found(witnesses, FlagKind.STATE_MEDIA)
    assert found is not None
    assert [e.where for e in found.evidence] == ["printed.credit_line", "printed.sources"]


def test_a_page_without_a_credit_is_flagged_and_the_file_is_quoted() -> None:
    found = _found(Witnesses(True, None, {"creator": _line(AP)}), FlagKind.MISSING_CREDIT)
    assert found is not None
    assert [e.where for e in found.evidence] == ["printed.credit_line", "read.creator"]


def test_a_photo_alone_is_flagged_only_when_its_file_names_nobody() -> None:
    assert _found(Witnesses(False, None, {"creator": _line(AP)}), FlagKind.MISSING_CREDIT) is None
    assert _found(Witnesses(False), FlagKind.MISSING_CREDIT) is not None


def test_an_organisation_that_the_registry_does_not_know_is_flagged() -> None:
    stranger = _party("Example Press", outlet=None)
    found = _found(Witnesses(True, _line(stranger)), FlagKind.UNKNOWN_PARTY)
    assert found is not None
    assert found.summary == "Not in the registry: Example Press"


def test_an_unknown_photographer_is_nobody_to_ask_about() -> None:
    person = _party("Ann Example", Role.CREATOR, outlet=None)
    assert _found(Witnesses(True, _line(person, AP)), FlagKind.UNKNOWN_PARTY) is None


def test_a_state_origin_hidden_by_the_printed_credit_is_a_conflict() -> None:
    found = _found(Witnesses(True, _line(AP), {"source": STATE_LINE}), FlagKind.CREDIT_CONFLICT)
    assert found is not None
    assert "names TASS, the page does not" in found.summary


def test_a_longer_chain_in_the_file_is_no_conflict() -> None:
    longer = _line(AP, _party("Getty", Role.DISTRIBUTOR))
    assert (
        _found(Witnesses(True, _line(AP), {"credit_line": longer}), FlagKind.CREDIT_CONFLICT)
        is None
    )


def test_two_fields_of_the_file_that_together_name_the_printed_chain_are_no_conflict() -> None:
    embedded = {"credit_line": _line(_party("Getty")), "source": _line(AP)}
    assert _found(Witnesses(True, _line(AP), embedded), FlagKind.CREDIT_CONFLICT) is None


def test_another_agency_in_the_file_is_a_conflict() -> None:
    witnesses = Witnesses(True, _line(AP), {"credit_line": _line(_party("Reuters"))})
    assert _found(witnesses, FlagKind.CREDIT_CONFLICT) is not None


def test_another_photographer_in_the_file_is_a_conflict() -> None:
    ann, bob = (_party(n, Role.CREATOR, None) for n in ("Ann Example", "Bob Sample"))
    found = _found(
        Witnesses(True, _line(ann, AP), {"creator": _line(bob)}), FlagKind.CREDIT_CONFLICT
    )
    assert found is not None
    same = _line(_party("ANN  EXAMPLE", Role.CREATOR, None))
    assert (
        _found(Witnesses(True, _line(ann, AP), {"creator": same}), FlagKind.CREDIT_CONFLICT) is None
    )


def test_other_words_for_the_same_evidence_are_no_new_evidence() -> None:
    def finding(says: str, quote: str = "TASS") -> Finding:
        return Finding(
            FlagKind.STATE_MEDIA, says, (Evidence("printed.credit_line", quote, says, "tass"),)
        )

    assert evidence_digest(finding("one wording")) == evidence_digest(finding("another"))
    assert evidence_digest(finding("same")) != evidence_digest(finding("same", "ТАСС"))
