"""The commands on pictures: inspect, search, flags, decide, settle, confirm."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from db import search as catalogue_search
from db.search import FlagView, QueueItem
from media.errors import PhotodeskError
from media.photo import photo_json
from media.rights import Action
from media.types import FlagKind
from photodesk import review
from photodesk.commands.options import As, AsJson, Home, Note, desk_of
from photodesk.commands.printing import print_json, print_table, say, visible
from photodesk.intake.reading import read_pictures

__all__ = ["confirm", "decide", "flags", "inspect", "search", "settle"]


class FlagStatus(StrEnum):
    """Where a flag stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Settlement(StrEnum):
    """How a person settles a flag."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"


def inspect(file: Annotated[Path, typer.Argument(metavar="FILE")], as_json: AsJson = False) -> None:
    """Everything a picture file says about itself, in the names of the IPTC standard."""
    if not file.is_file():
        raise PhotodeskError(f"{file}: is not a file; name a picture file")
    read = next(iter(read_pictures([file], workers=1)))
    if read.photo is None:
        raise PhotodeskError(f"{file}: {read.reason}")
    said = photo_json(read.photo, str(file))
    if as_json:
        print_json(said)
        return
    for name, value in said.items():
        if value not in (None, [], {}):
            shown = "; ".join(map(str, value)) if isinstance(value, list) else value
            say(f"{name}: {visible(shown)}")


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Pictures by words in caption, credit, headline, place and people; newest first."""
    with desk_of(home).catalogue.reading() as session:
        found = catalogue_search.search(session, query, limit)
    if as_json:
        for item in found:
            print_json(_picture(item))
        return
    rows = ((i.key[:12], i.verdict, i.credit_line, i.caption or i.headline) for i in found)
    print_table(("picture", "verdict", "credit", "caption"), rows)


def flags(
    kind: Annotated[FlagKind | None, typer.Option(help="Only this kind.")] = None,
    status: Annotated[FlagStatus, typer.Option(help="Which flags.")] = FlagStatus.OPEN,
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """What needs a person, with the evidence."""
    with desk_of(home).catalogue.reading() as session:
        found = catalogue_search.flags(session, str(kind) if kind else None, str(status))
        if as_json:
            for flag in found:
                print_json(_flag(flag))
            return
        rows = [
            (f.id, f.kind, f.key[:12], f"{f.address or ''} #{f.position or ''}", f.summary)
            for f in found
        ]
    print_table(("flag", "kind", "picture", "usage", "what"), rows)


def decide(
    photos: Annotated[
        list[str],
        typer.Argument(metavar="PHOTO...", help="SHA-256 or its beginning, SLUG#POSITION, file."),
    ],
    action: Annotated[Action, typer.Argument(metavar="clear|restrict|block")],
    note: Note,
    expect: Annotated[
        int | None, typer.Option(help="Refuse when the picture is not at this version.")
    ] = None,
    home: Home = None,
    user: As = None,
    as_json: AsJson = False,
) -> None:
    """Decide whether pictures may be used, and why; all of them or none."""
    desk = desk_of(home, user)
    for made in review.decide(desk, desk.by(), photos, action, note, expect):
        if as_json:
            print_json({"photo": made.key, "verdict": made.verdict, "version": made.version})
        else:
            say(f"{made.key[:12]}: {made.verdict} (version {made.version})")


def settle(
    flag: Annotated[int, typer.Argument(metavar="FLAG", help="Number, as `photodesk flags` says.")],
    how: Annotated[Settlement, typer.Argument(metavar="confirm|dismiss")],
    note: Note,
    home: Home = None,
    user: As = None,
    as_json: AsJson = False,
) -> None:
    """Confirm a flag, or dismiss it for as long as its evidence stays the same."""
    desk = desk_of(home, user)
    made = review.settle_flag(desk, desk.by(), flag, how is Settlement.DISMISS, note)
    if as_json:
        print_json({"photo": made.key, "verdict": made.verdict, "version": made.version})
    else:
        say(f"{made.key[:12]}: {made.verdict} (version {made.version})")


def confirm(
    usage: Annotated[str, typer.Argument(metavar="SLUG#POSITION")],
    note: Note,
    home: Home = None,
    user: As = None,
) -> None:
    """Confirm who passed a picture on, so that its credit line may say "via"."""
    desk = desk_of(home, user)
    slug, _, position = usage.rpartition("#")
    with desk.catalogue.reading() as session:
        article = catalogue_search.article_view(session, slug)
    found = [u for u in article.usages if str(u.position) == position] if article else []
    if not found:
        raise PhotodeskError(f"There is no usage {usage!r}; write it as SLUG#POSITION.")
    review.confirm_chain(desk, desk.by(), found[0].id, note)
    say(f"{usage}: chain confirmed")


def _picture(item: QueueItem) -> dict[str, Any]:
    return {
        "photo": item.sha256,
        "key": item.key,
        "file": item.file_name,
        "caption": item.caption,
        "credit_line": item.credit_line,
        "article": item.slug,
        "headline": item.headline,
        "published": item.published,
        "usages": item.usages,
        "origin": item.origin,
        "state_media": item.state_media,
        "verdict": item.verdict,
        "decision": item.decision,
        "version": item.version,
        "flags": [{"kind": kind, "status": status} for kind, status, _ in item.flags],
    }


def _flag(flag: FlagView) -> dict[str, Any]:
    return {
        "id": flag.id,
        "kind": flag.kind,
        "status": flag.status,
        "summary": flag.summary,
        "evidence": [asdict(evidence) for evidence in flag.evidence],
        "photo": flag.sha256,
        "key": flag.key,
        "file": flag.file_name,
        "article": flag.address,
        "position": flag.position,
        "note": flag.note,
        "decided_by": flag.decided_by,
        "decided_at": flag.decided_at,
    }
