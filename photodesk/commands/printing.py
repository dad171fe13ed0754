"""How commands answer: results on standard output, diagnostics on standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

__all__ = ["complain", "print_json", "print_table", "say", "visible"]


def visible(value: object) -> str:
    """Text with control, direction and zero-width characters written out."""
    return "".join(
        f"\\u{ord(char):04x}"
        if unicodedata.category(char) in ("Cc", "Cs", "Cf") and char not in "\n\t"
        else char
        for char in str(value)
    )


def say(text: str) -> None:
    """One line of result."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """One line of diagnosis."""
    sys.stderr.write(f"{visible(text)}\n")


def print_json(document: Any) -> None:
    """One JSON document, or one of several JSON Lines."""
    say(json.dumps(document, ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people; its cells are never read as markup."""
    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(visible("" if cell is None else cell)) for cell in row))
    console = Console(file=sys.stdout, soft_wrap=False)
    if not console.is_terminal:
        console = Console(file=sys.stdout, width=200)
    console.print(table)
