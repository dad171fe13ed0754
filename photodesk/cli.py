"""The command line: every command, one edge where errors become one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import photodesk
from media.errors import PhotodeskError
from photodesk.commands import credits as credit_commands
from photodesk.commands import exporting, importing, pictures, serving
from photodesk.commands.printing import complain, say

__all__ = ["app", "main"]

FAILED, INTERRUPTED = 1, 130

app = typer.Typer(
    help="The photo-caption and media-provenance manager for newsrooms.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("import")(importing.import_)
app.command("credit")(credit_commands.credit)
app.command("inspect")(pictures.inspect)
app.command("search")(pictures.search)
app.command("flags")(pictures.flags)
app.command("decide")(pictures.decide)
app.command("settle")(pictures.settle)
app.command("confirm")(pictures.confirm)
app.command("export")(exporting.export)
app.add_typer(credit_commands.outlet_commands, name="outlets")
app.command("dashboard")(serving.dashboard)
app.command("demo")(serving.demo)


def _version(asked: bool) -> None:
    if asked:
        say(f"photodesk {photodesk.__version__}")
        raise typer.Exit


@app.callback()
def photodesk_command(
    home: Annotated[Path | None, typer.Option(help="Home folder (PHOTODESK_HOME).")] = None,
    user: Annotated[str | None, typer.Option("--as", help="Acting person.")] = None,
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some input rejected or withheld."""
    # What is said before the command holds unless the command says otherwise: as the environment.
    for name, value in (("PHOTODESK_HOME", home), ("PHOTODESK_USER", user)):
        if value is not None:
            os.environ[name] = str(value)


def main() -> None:
    """Run a command; never shows a traceback for what a user can mend."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except PhotodeskError as error:
        complain(f"photodesk: {error}")
        sys.exit(FAILED)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        complain("photodesk: interrupted; run the same command again to go on")
        sys.exit(INTERRUPTED)
