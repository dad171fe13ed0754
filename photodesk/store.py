"""Originals and thumbnails by digest, in folders outside the checkout.

An original is written to a temporary file, flushed to disk, renamed, and its folder flushed, so
that it is there whole or not at all. Thumbnails can be made again and take no such care.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from media.errors import PhotodeskError

__all__ = ["Store", "StoreError"]


class StoreError(PhotodeskError):
    """An original cannot be written or read; the message names the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Store:
    """Two folders: ``originals`` (evidence, never changed) and ``thumbnails`` (derived)."""

    originals: Path
    thumbnails: Path

    def put_original(self, sha256: str, data: bytes) -> None:
        """Keep an original under its digest; one that is there already is left as it is."""
        target = self._original(sha256)
        if target.exists() and target.stat().st_size == len(data):
            return
        try:
            _write(target, data, durable=True)
        except OSError as error:
            raise StoreError(
                f"The original cannot be kept in {self.originals}: {error.strerror}. "
                "Make room there or make it writable, then import again."
            ) from None

    def has_original(self, sha256: str) -> bool:
        """Whether an original is there."""
        return self._original(sha256).is_file()

    def original(self, sha256: str) -> bytes:
        """The bytes of an original; raises StoreError when it is not there."""
        try:
            return self._original(sha256).read_bytes()
        except OSError as error:
            raise StoreError(
                f"The original {sha256[:12]} is not in {self.originals} ({error.strerror}); "
                "import its file again or restore a backup."
            ) from None

    def put_thumbnail(self, sha256: str, jpeg: bytes) -> None:
        """Keep the thumbnail of a photo."""
        try:
            _write(self._thumbnail(sha256), jpeg, durable=False)
        except OSError as error:
            raise StoreError(
                f"Thumbnails cannot be kept in {self.thumbnails}: {error.strerror}. "
                "Make room there or make it writable, then import again."
            ) from None

    def thumbnail(self, sha256: str) -> bytes | None:
        """The JPEG thumbnail of a photo, or None where there is none."""
        try:
            return self._thumbnail(sha256).read_bytes()
        except OSError:
            return None

    def _original(self, sha256: str) -> Path:
        return self.originals / sha256[:2] / sha256[2:4] / sha256

    def _thumbnail(self, sha256: str) -> Path:
        return self.thumbnails / sha256[:2] / f"{sha256}.jpg"


def _write(target: Path, data: bytes, *, durable: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if durable:
        _flush_folder(target.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
