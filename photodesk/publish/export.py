"""The export: what passes the gate, in a format, recorded with its digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from db.journal import By, Change, record
from db.search import ExportFilter, for_export
from media.errors import PhotodeskError
from media.wording import LANGUAGES, STYLES
from photodesk.desk import Desk
from photodesk.publish.formats import FORMATS
from photodesk.publish.gate import Withheld, gate
from photodesk.publish.records import Record, record_of

__all__ = ["ExportError", "Exported", "Order", "export", "records"]


class ExportError(PhotodeskError):
    """The export cannot be made as asked."""


@dataclass(frozen=True, slots=True)
class Order:
    """What publishing asks for; ``language`` None means each article's own."""

    usages: ExportFilter = field(default_factory=ExportFilter)
    language: str | None = None
    style: str = "house"
    include_withheld: bool = False

    def __post_init__(self) -> None:
        if self.language is not None and self.language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise ExportError(
                f"There are no words for the language {self.language!r}; try {known}."
            )
        if self.style not in STYLES:
            known = ", ".join(STYLES)
            raise ExportError(f"There is no house style {self.style!r}; there are {known}.")


@dataclass(slots=True)
class Exported:
    """What left and what was withheld; the digest covers every byte that was written."""

    count: int = 0
    withheld: list[Withheld] = field(default_factory=list)
    digest: str = ""


def records(desk: Desk, order: Order, exported: Exported) -> Iterator[Record]:
    """The records that may leave; what may not is named in ``exported.withheld``."""
    day = desk.today
    with desk.catalogue.reading() as session:
        for source in for_export(session, order.usages):
            made = record_of(source, day, order.language, order.style, desk.policy)
            stopped = gate(made)
            if stopped is not None:
                exported.withheld.append(stopped)
                if not order.include_withheld:
                    continue
            exported.count += 1
            yield made


def export(
    desk: Desk, by: By, order: Order, format_name: str, write: Callable[[bytes], object]
) -> Exported:
    """Write an export in UTF-8 and enter it in the journal."""
    if format_name not in FORMATS:
        raise ExportError(f"There is no format {format_name!r}; there are {', '.join(FORMATS)}.")
    exported = Exported()
    digest = sha256()
    for text in FORMATS[format_name].write(records(desk, order, exported)):
        data = text.encode("utf-8", "replace")
        digest.update(data)
        write(data)
    exported.digest = digest.hexdigest()
    after = {
        "format": format_name,
        "records": exported.count,
        "withheld": len(exported.withheld),
        "include_withheld": order.include_withheld,
        "article": order.usages.article,
        "sha256": exported.digest,
    }
    with desk.catalogue.writing() as session:
        record(session, by, [Change("export.made", "export", {}, after)])
    return exported
