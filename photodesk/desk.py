"""The opened newsroom: settings, catalogue, store and registry, ready for the verbs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from importlib import resources
from typing import Any

import db.outlets
from db.journal import By
from db.reviews import refresh_due, something_is_due
from db.session import Catalogue, open_catalogue
from media.errors import PhotodeskError
from media.outlets import Registry, outlet_from
from media.policy import Policy, PolicyError, house_policy, read_policy
from photodesk.settings import Settings
from photodesk.store import Store

__all__ = ["Desk", "HomeUnusable", "open_desk"]


class HomeUnusable(PhotodeskError):
    """The home folder or the place for originals cannot be used."""


@dataclass(frozen=True)
class Desk:
    """What every verb works with. The clock is read here and nowhere deeper."""

    settings: Settings
    catalogue: Catalogue
    store: Store

    @cached_property
    def registry(self) -> Registry:
        """The reviewed registry with staff's own entries."""
        with self.catalogue.reading() as session:
            own = db.outlets.staff_outlets(session)
        bundled = Registry.bundled()
        return bundled.extended([outlet_from(entry) for entry in own]) if own else bundled

    @cached_property
    def policy(self) -> Policy:
        """What the house makes of control classes: HOME/policy.toml, or the policy we ship."""
        file = self.settings.home / "policy.toml"
        try:
            return read_policy(file.read_text("utf-8"))
        except FileNotFoundError:
            return house_policy()
        except (OSError, UnicodeDecodeError) as error:
            raise PhotodeskError(f"{file}: cannot be read as text in UTF-8 ({error})") from None
        except PolicyError as error:
            raise PolicyError(f"{file}: {error}") from None

    def by(self, actor: str | None = None) -> By:
        """The acting person, now."""
        return By(actor or self.settings.user, now())

    @property
    def today(self) -> date:
        """The day in UTC, so that two desks in two time zones judge alike."""
        return datetime.now(UTC).date()


def now() -> str:
    """The moment as the catalogue writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def open_desk(settings: Settings) -> Desk:
    """Open the newsroom: home made, schema migrated, registry loaded, verdicts as of today."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnusable(
            f"The home folder {settings.home} cannot be made ({error.strerror}); "
            "name another with --home or PHOTODESK_HOME."
        ) from None
    if "://" in settings.originals:
        raise HomeUnusable(
            f"Originals can be kept in a folder only, not at {settings.originals}; "
            "give PHOTODESK_ORIGINALS a path."
        )
    catalogue = open_catalogue(settings.catalogue_url)
    store = Store(settings.originals_folder, settings.thumbnails_folder)
    desk = Desk(settings, catalogue, store)
    _load_registry(catalogue)
    _judge_what_is_due(catalogue, desk.today)
    return desk


def bundled_entries() -> tuple[list[dict[str, Any]], str]:
    """The entries of the reviewed registry file as JSON objects, and the file's SHA-256."""
    data = resources.files("media.outlets").joinpath("data/registry.jsonl").read_bytes()
    return [json.loads(line) for line in data.splitlines() if line], sha256(data).hexdigest()


def _load_registry(catalogue: Catalogue) -> None:
    entries, digest = bundled_entries()
    with catalogue.reading() as session:
        if db.outlets.registry_is_loaded(session, digest):
            return
    with catalogue.writing() as session:
        db.outlets.load_registry(session, entries, digest)


def _judge_what_is_due(catalogue: Catalogue, day: date) -> None:
    with catalogue.reading() as session:
        if not something_is_due(session, day):
            return
    with catalogue.writing() as session:
        refresh_due(session, day)
