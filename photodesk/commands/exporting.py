"""``photodesk export``: credit lines for publishing."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from db.search import ExportFilter, article_view
from media.errors import PhotodeskError
from photodesk.commands.options import REJECTED, As, Home, desk_of
from photodesk.commands.printing import complain
from photodesk.desk import Desk
from photodesk.publish import FORMATS, Exported, Order
from photodesk.publish import export as write_export

__all__ = ["export"]

_FORMATS = "|".join(FORMATS)
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


def export(
    format_: Annotated[
        str | None, typer.Option("--format", metavar=_FORMATS, help="Default: by --out, else csv.")
    ] = None,
    article: Annotated[str | None, typer.Option(metavar="URL|SLUG", help="One article.")] = None,
    since: Day = None,
    until: Day = None,
    language: Annotated[
        str | None, typer.Option(help="Of the lines; default: the article's.")
    ] = None,
    style: Annotated[str, typer.Option(help="House style.")] = "house",
    include_withheld: Annotated[
        bool, typer.Option(help="Also what may not be published, marked as such.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="A file; default: standard output.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
    home: Home = None,
    user: As = None,
) -> None:
    """The line to print for every usage; what may not be printed is withheld and named."""
    desk = desk_of(home, user)
    wanted = ExportFilter(article, _day(since), _day(until))
    order = Order(wanted, language, style, include_withheld)
    _check_article(desk, article)
    by_ending = {".csv": "csv", ".jsonl": "jsonl", ".html": "html", ".htm": "html"}
    name = "jsonl" if as_json else format_
    name = name or by_ending.get(out.suffix.lower() if out else "", "csv")
    if out is None:
        sys.stdout.flush()
        stream = sys.stdout.buffer
        made = write_export(desk, desk.by(), order, name, stream.write)
        stream.flush()
    else:
        made = _export_to(desk, order, name, out)
    for withheld in made.withheld:
        complain(f"{'marked' if include_withheld else 'withheld'}: {withheld}")
    if made.withheld:
        raise typer.Exit(REJECTED)


def _export_to(desk: Desk, order: Order, name: str, out: Path) -> Exported:
    """Write beside the target and rename, so that no reader ever sees half an export."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=out.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                made = write_export(desk, desk.by(), order, name, file.write)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(out)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise PhotodeskError(
            f"{out}: cannot be written ({error.strerror}); name another file with --out"
        ) from None
    return made


def _check_article(desk: Desk, article: str | None) -> None:
    if article is None:
        return
    with desk.catalogue.reading() as session:
        if article_view(session, article) is None:
            raise PhotodeskError(
                f"There is no article {article!r} in the catalogue; give its address or its slug."
            )


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None
