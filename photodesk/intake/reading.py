"""Reading picture files in processes that can be killed: each under a deadline and a memory bound.

Hostile files make decoders hang or take gigabytes; such a file costs its own worker and nothing
else. The workers come from pebble, because the standard pool breaks whole when one worker dies.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError  # noqa: A004  (pebble's futures raise it)
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from media.errors import NotAPicture
from media.photo import read_photo
from media.types import Photo

__all__ = ["DEADLINE_S", "MEMORY_BOUND", "ReadPicture", "read_pictures"]

DEADLINE_S = 5.0
MEMORY_BOUND = 1 << 30
_BYTES_BOUND = 512 << 20
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """One file as read: the photo with its bytes, or the reason why not."""

    path: Path
    photo: Photo | None = None
    data: bytes = b""
    reason: str | None = None


def read_pictures(
    paths: Iterable[Path], workers: int, deadline: float = DEADLINE_S
) -> Iterator[ReadPicture]:
    """Read picture files in worker processes, in the order given, a few ahead of the reader."""
    paths = list(paths)
    if not paths:
        return
    context = get_context("spawn")
    workers = max(1, min(workers, len(paths)))
    with ProcessPool(max_workers=workers, initializer=_bound_memory, context=context) as pool:
        pending: list[tuple[Path, ProcessFuture[Photo] | None, bytes, str | None]] = []
        waiting = iter(paths)
        try:
            while True:
                while len(pending) < workers * _AHEAD and (path := next(waiting, None)) is not None:
                    data, reason = _bytes_of(path)
                    future = None if reason else pool.schedule(read_photo, [data], timeout=deadline)
                    pending.append((path, future, data, reason))
                if not pending:
                    break
                path, future, data, reason = pending.pop(0)
                yield _outcome(path, future, data, reason, deadline)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _bytes_of(path: Path) -> tuple[bytes, str | None]:
    try:
        if path.stat().st_size > _BYTES_BOUND:
            return b"", f"is larger than {_BYTES_BOUND >> 20} MiB; import a smaller version"
        return path.read_bytes(), None
    except OSError as error:
        return b"", f"cannot be read ({error.strerror}); check its permissions"


def _outcome(
    path: Path,
    future: ProcessFuture[Photo] | None,
    data: bytes,
    reason: str | None,
    deadline: float,
) -> ReadPicture:
    if future is None:
        return ReadPicture(path, reason=reason)
    try:
        return ReadPicture(path, future.result(), data)
    except NotAPicture as error:
        return ReadPicture(path, reason=str(error))
    except TimeoutError:
        why = f"took longer than {deadline:g} s to read; open it in an editor and save it again"
        return ReadPicture(path, reason=why)
    except MemoryError:
        why = f"needs more than {MEMORY_BOUND >> 20} MiB to read; import a smaller version"
        return ReadPicture(path, reason=why)
    except (ProcessExpired, BrokenProcessPool):
        return ReadPicture(path, reason="ended the process that read it; it is damaged or hostile")


def _bound_memory() -> None:
    # Chromium's and Python's own libraries map much address space, so the bound leaves them room.
    if os.name == "nt":
        return
    import resource

    status = Path("/proc/self/statm")
    mapped = 0
    if status.exists():
        mapped = int(status.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    bound = mapped + MEMORY_BOUND
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
