"""The registry in the catalogue: the reviewed file, and what staff add to it."""

from __future__ import annotations

from typing import Any

from db.outlets import load_registry, registry_is_loaded, staff_outlets, store_outlet
from db.search import outlets
from db.session import Catalogue


def _entry(name: str, control: str = "unknown") -> dict[str, Any]:
    return {
        "id": name.lower(), "name": name, "country": "XX", "kind": "newspaper", "control": control,
        "aliases": [{"name": name}],
    }  # fmt: skip


def test_a_new_edition_of_the_file_updates_and_keeps_what_staff_say(
    any_catalogue: Catalogue,
) -> None:
    with any_catalogue.writing() as session:
        load_registry(session, [_entry("One"), _entry("Two")], "first")
        store_outlet(session, _entry("Two", "government"), "Olena")
        store_outlet(session, _entry("Three"), "Olena")
    with any_catalogue.writing() as session:
        assert registry_is_loaded(session, "first")
        load_registry(session, [_entry("One", "independent"), _entry("Two")], "second")
        assert not registry_is_loaded(session, "first")
    with any_catalogue.reading() as session:
        found = {o.id: (o.control, o.added_by) for o in outlets(session)}
        assert [e["id"] for e in staff_outlets(session)] == ["three", "two"]
    assert found == {
        "one": ("independent", None),
        "two": ("government", "Olena"),
        "three": ("unknown", "Olena"),
    }


def test_an_outlet_that_left_the_file_stays_for_the_lines_that_name_it(
    any_catalogue: Catalogue,
) -> None:
    with any_catalogue.writing() as session:
        load_registry(session, [_entry("One"), _entry("Two")], "first")
        load_registry(session, [_entry("One")], "second")
    with any_catalogue.reading() as session:
        assert [o.id for o in outlets(session)] == ["one", "two"]
        assert [o.id for o in outlets(session, ("two",))] == ["two"]
