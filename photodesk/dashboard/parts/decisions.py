"""The numbered log of decisions that a browser sends: each entry is taken once and answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from media.errors import PhotodeskError
from media.rights import Action
from photodesk.desk import Desk
from photodesk.review import decide

__all__ = ["Answer", "DecisionLog"]

_ANSWERS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one entry; ``says`` holds the sentence where it was refused."""

    client: str
    seq: int
    key: str
    ok: bool
    says: str


@dataclass(frozen=True, slots=True)
class _Entry:
    seq: int
    key: str
    action: Action
    note: str
    version: int


@dataclass(slots=True)
class DecisionLog:
    """What this session took from its browsers.

    ``acks`` is the last number taken from each client, ``answers`` the newest answers, ``changes``
    the keys of the pictures decided on, in order and never shortened: whoever shows pictures
    remembers how far she has read.
    """

    acks: dict[str, int] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    _versions: dict[tuple[str, int], int] = field(default_factory=dict)
    # A run that the next one overtakes is still deciding while that one begins.
    _one_at_a_time: Lock = field(default_factory=Lock)

    def take(self, desk: Desk, sent: object) -> tuple[Answer, ...]:
        """Decide what the browser sent and has not been decided yet; anything ill-formed is left.

        Each entry is committed on its own and acknowledged before the next one is touched.
        """
        if not isinstance(sent, dict) or not isinstance(client := sent.get("client"), str):
            return ()
        fresh = []
        with self._one_at_a_time:
            for entry in _entries(sent.get("entries")):
                if entry.seq > self.acks.get(client, 0):
                    answer = self._decide(desk, client, entry)
                    self.acks[client] = entry.seq
                    self.answers.append(answer)
                    self.changes.append(entry.key)
                    fresh.append(answer)
            del self.answers[:-_ANSWERS_KEPT]
        return tuple(fresh)

    def _decide(self, desk: Desk, client: str, entry: _Entry) -> Answer:
        seen = (entry.key, entry.version)
        # Whoever decides twice in a row has seen her own first decision.
        expect = self._versions.get(seen, entry.version)
        try:
            decided = decide(desk, desk.by(), [entry.key], entry.action, entry.note, expect)
        except PhotodeskError as error:
            return Answer(client, entry.seq, entry.key, False, str(error))
        self._versions[seen] = decided[0].version
        return Answer(client, entry.seq, entry.key, True, "")


def _entries(sent: object) -> Iterator[_Entry]:
    for raw in sent if isinstance(sent, list) else []:
        if (entry := _entry(raw)) is not None:
            yield entry


def _entry(raw: Any) -> _Entry | None:
    try:
        return _Entry(
            int(raw["seq"]),
            str(raw["key"]),
            Action(raw["action"]),
            str(raw["note"]),
            int(raw["version"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
