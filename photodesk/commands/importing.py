"""``photodesk import``: the bulk import with its progress and its report."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from photodesk.commands.options import REJECTED, As, AsJson, Home, desk_of
from photodesk.commands.printing import complain, print_json, print_table, say
from photodesk.desk import Desk
from photodesk.intake import Report, dry_run, import_sources

__all__ = ["import_", "import_with_progress", "summarise"]


def import_(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE...", help="Pages, pictures, manifests, folders.")
    ],
    workers: Annotated[
        int | None, typer.Option(min=1, help="Local processes; default: the cores.")
    ] = None,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen, write nothing.")
    ] = False,
    home: Home = None,
    user: As = None,
    as_json: AsJson = False,
) -> None:
    """Read articles and pictures into the catalogue; the same input again changes nothing."""
    desk = desk_of(home, user)
    if dry:
        report = dry_run(desk, sources, workers)
    else:
        report = import_with_progress(desk, sources, workers)
    for refused in report.rejected:
        complain(f"{refused.path}: {refused.reason}")
    if as_json:
        print_json(report.as_json())
    elif dry:
        print_table(("", "kind", "what"), ((i.action, i.kind, i.path) for i in report.items))
        say(summarise(report))
    else:
        say(summarise(report))
    if report.rejected:
        raise typer.Exit(REJECTED)


def import_with_progress(desk: Desk, sources: list[Path], workers: int | None) -> Report:
    """Import with a bar on standard error where that is a terminal."""
    console = Console(file=sys.stderr)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    with bar:
        tasks = {
            what: bar.add_task(f"Reading {what}", total=None, visible=False)
            for what in ("pictures", "pages")
        }

        def show(what: str, done: int, total: int) -> None:
            bar.update(tasks[what], completed=done, total=total, visible=True)

        return import_sources(desk, desk.by(), sources, workers, show)


def summarise(report: Report) -> str:
    """The report in one sentence, a second one for flags."""
    done = report.as_json()
    parts = [
        f"{done[name]} {name if done[name] != 1 else name[:-1]}"
        for name in ("articles", "photos", "usages")
    ]
    text = f"New or changed: {', '.join(parts)}; already known: {report.already_known}"
    text += f"; rejected: {len(report.rejected)} ({report.seconds:.1f} s)."
    if report.flags:
        raised: Counter[str] = report.flags
        listed = ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in sorted(raised.items()))
        text += f"\nFor a person to look at: {listed}."
    return text
