"""Reading picture files in processes that can be killed: each under a deadline and a memory bound.

Hostile files make decoders hang or take gigabytes; such a file costs its own worker and nothing
else. The workers come from pebble, because the standard pool breaks whole when one worker dies.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
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
    """One file as read: a photo with its bytes, one that is ``known`` by its SHA-256, or neither.

    ``reason`` says why a file was not read, and what to do.
    """

    path: Path
    photo: Photo | None = None
    data: bytes = b""
    known: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Pending:
    path: Path
    data: bytes
    future: ProcessFuture[Photo]


def read_pictures(
    paths: Iterable[Path],
    workers: int,
    is_known: Callable[[str], bool] = lambda _sha256: False,
    deadline: float = DEADLINE_S,
) -> Iterator[ReadPicture]:
    """Read picture files in worker processes, in the order given, a few ahead of the reader.

    A file whose SHA-256 is known is not read again; where all are, no worker is started.
    """
    paths = list(paths)
    workers = max(1, min(workers, len(paths)))
    pending: deque[ReadPicture | _Pending] = deque()
    waiting = iter(paths)
    with _Workers(workers, deadline) as pool:
        while True:
            while len(pending) < workers * _AHEAD and (path := next(waiting, None)) is not None:
                data, reason = _bytes_of(path)
                sha256 = hashlib.sha256(data).hexdigest()
                if reason is not None:
                    pending.append(ReadPicture(path, reason=reason))
                elif is_known(sha256):
                    pending.append(ReadPicture(path, known=sha256))
                else:
                    pending.append(_Pending(path, data, pool.read(data)))
            if not pending:
                break
            first = pending.popleft()
            yield first if isinstance(first, ReadPicture) else _outcome(first, deadline)


class _Workers:
    """A pool that is started with the first picture and stopped when its reader stops early."""

    def __init__(self, count: int, deadline: float) -> None:
        self._count, self._deadline = count, deadline
        self._pool: ProcessPool | None = None

    def read(self, data: bytes) -> ProcessFuture[Photo]:
        if self._pool is None:
            context = get_context("spawn")
            self._pool = ProcessPool(self._count, initializer=_bound_memory, context=context)
        return self._pool.schedule(read_photo, [data], timeout=self._deadline)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if self._pool is not None:
            if kind is None:
                self._pool.close()  # type: ignore[no-untyped-call]
            else:
                self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _bytes_of(path: Path) -> tuple[bytes, str | None]:
    try:
        if path.stat().st_size > _BYTES_BOUND:
            return b"", f"is larger than {_BYTES_BOUND >> 20} MiB; import a smaller version"
        return path.read_bytes(), None
    except OSError as error:
        return b"", f"cannot be read ({error.strerror}); check its permissions"


def _outcome(pending: _Pending, deadline: float) -> ReadPicture:
    path = pending.path
    try:
        return ReadPicture(path, pending.future.result(), pending.data)
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
    # The libraries themselves map much address space; the bound is on what a file may add.
    if os.name == "nt":
        return
    import resource

    status = Path("/proc/self/statm")
    mapped = 0
    if status.exists():
        mapped = int(status.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    bound = mapped + MEMORY_BOUND
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
