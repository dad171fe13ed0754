"""``photodesk credit`` and ``photodesk outlets``: lines explained, and the registry behind them."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from db.journal import Change, record
from db.outlets import store_outlet
from db.search import OutletView, outlets
from media.credit import credit_json, parse
from media.errors import PhotodeskError
from media.outlets import Outlet, outlet_from
from media.outlets.lint import problems
from media.types import Control, CreditLine
from photodesk.commands.options import As, AsJson, Home, desk_of
from photodesk.commands.printing import print_json, print_table, say, visible
from photodesk.desk import Desk

__all__ = ["credit", "outlet_commands"]

outlet_commands = typer.Typer(help="The outlet registry: who is credited, and who controls them.")


def credit(
    lines: Annotated[
        list[str] | None, typer.Argument(metavar="[LINE...]", help="Credit lines as printed.")
    ] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Explain credit lines; without LINE, read one a line from standard input."""
    desk = desk_of(home)
    given = lines or (line.rstrip("\r\n") for line in sys.stdin)
    for line in given:
        read = parse(line, desk.registry, policy=desk.policy)
        if as_json:
            print_json(credit_json(read))
        else:
            _explain(read)


def _explain(line: CreditLine) -> None:
    say(visible(line.raw))
    say(f"  origin: {line.origin.replace('_', ' ')}")
    for party in line.parties:
        known = f" = {party.canonical}" if party.canonical else ""
        place = f", {party.country}" if party.country else ""
        say(f"  {party.role}: {visible(party.name)}{known}{place} ({party.certainty:.0%} sure)")
    for reason in line.reasons:
        say(f"  because {visible(reason)}")


@outlet_commands.callback(invoke_without_command=True)
def list_by_default(
    context: typer.Context,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """List the registry, or show, find, add to and check it."""
    if context.invoked_subcommand is None:
        list_outlets(home=home, as_json=as_json)


@outlet_commands.command("list")
def list_outlets(
    control: Annotated[str | None, typer.Option(help="Only this control class.")] = None,
    country: Annotated[str | None, typer.Option(help="Only this country, as KP.")] = None,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """All outlets with their control classes."""
    with desk_of(home).catalogue.reading() as session:
        found = outlets(session)
    _print(
        [
            o
            for o in found
            if control in (None, o.control) and (country is None or o.country == country.upper())
        ],
        as_json,
    )


@outlet_commands.command("show")
def show_outlet(
    id_: Annotated[str, typer.Argument(metavar="ID")], home: Home = None, as_json: AsJson = False
) -> None:
    """One outlet with its names, dates and sources."""
    with desk_of(home).catalogue.reading() as session:
        found = outlets(session, (id_,))
    if not found:
        raise PhotodeskError(f"There is no outlet {id_!r}; try `photodesk outlets find NAME`.")
    if as_json:
        print_json(found[0].facts)
        return
    for name, value in found[0].facts.items():
        if value not in (None, [], {}):
            say(f"{name}: {visible(value)}")


@outlet_commands.command("find")
def find_outlets(name: str, home: Home = None, as_json: AsJson = False) -> None:
    """Outlets by a name or a part of it, in any script."""
    desk = desk_of(home)
    ids = tuple(outlet.id for outlet in desk.registry.find(name))
    with desk.catalogue.reading() as session:
        by_id = {outlet.id: outlet for outlet in outlets(session, ids)}
    _print([by_id[i] for i in ids if i in by_id], as_json)


@outlet_commands.command("add")
def add_outlet(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A short name, as my-agency.")],
    name: Annotated[str, typer.Option(help="The full name.")],
    country: Annotated[str, typer.Option(help="ISO 3166-1 code, as KP.")],
    kind: Annotated[str, typer.Option(help="As news_agency, newspaper, broadcaster.")],
    control: Annotated[Control, typer.Option(help="Who controls it.")],
    source: Annotated[str, typer.Option(help="Address of the public source of that class.")],
    alias: Annotated[list[str] | None, typer.Option(help="A name it is credited under.")] = None,
    home: Home = None,
    user: As = None,
    as_json: AsJson = False,
) -> None:
    """Add an outlet of the newsroom's own, with the source of its class."""
    desk = desk_of(home, user)
    names = list(dict.fromkeys([name, *(alias or ())]))
    entry: dict[str, Any] = {
        "id": id_,
        "name": name,
        "country": country.upper(),
        "kind": kind,
        "control": str(control),
        "aliases": [{"name": n, "lang": None, "script": None, "rule": None} for n in names],
        "domains": [],
        "wikidata": None,
        "parent": None,
        "valid_from": None,
        "valid_until": None,
        "successor": None,
        "control_history": [],
        "sanctions": [],
        "sources": {"control": [source]},
        "note": None,
    }
    _add(desk, outlet_from(entry), entry)
    with desk.catalogue.reading() as session:
        _print(list(outlets(session, (id_,))), as_json)


def _add(desk: Desk, outlet: Outlet, entry: dict[str, Any]) -> None:
    taken = [
        other.id
        for alias in outlet.aliases
        for other in desk.registry.find(alias.name)
        if other.id != outlet.id
        and alias.name.casefold() in {known.name.casefold() for known in other.aliases}
    ]
    if taken:
        raise PhotodeskError(
            f"{outlet.name!r} shares a name with {', '.join(dict.fromkeys(taken))}; give it names "
            "that tell the two apart."
        )
    by = desk.by()
    with desk.catalogue.writing() as session:
        store_outlet(session, entry, by.actor)
        record(session, by, [Change("outlet.added", f"outlet:{outlet.id}", {}, entry)])


@outlet_commands.command("lint")
def lint_outlets(home: Home = None, as_json: AsJson = False) -> None:
    """Check the registry: names told apart, every class with its source, dates in order."""
    found = problems(desk_of(home).registry)
    if as_json:
        for problem in found:
            print_json({"problem": problem})
    else:
        for problem in found:
            say(problem)
        say(f"{len(found)} problem{'' if len(found) == 1 else 's'}.")
    if found:
        raise typer.Exit(1)


def _print(found: list[OutletView], as_json: bool) -> None:
    if as_json:
        for outlet in found:
            print_json(outlet.facts)
        return
    rows = ((o.id, o.name, o.country, o.control, o.kind, o.credits) for o in found)
    print_table(("id", "name", "country", "control", "kind", "credits"), rows)
