"""Originals are there whole or not at all."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from photodesk.store import Store, StoreError

DATA = b"the bytes of an original"
NAME = sha256(DATA).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "originals", tmp_path / "thumbnails")


def test_an_original_comes_back_as_it_went_in(store: Store) -> None:
    store.put_original(NAME, DATA)
    store.put_original(NAME, DATA)
    assert store.original(NAME) == DATA
    assert len([p for p in store.originals.rglob("*") if p.is_file()]) == 1


def test_a_truncated_original_is_written_again(store: Store) -> None:
    store.put_original(NAME, DATA[:5])
    store.put_original(NAME, DATA)
    assert store.original(NAME) == DATA


def test_a_missing_original_is_named(store: Store) -> None:
    with pytest.raises(StoreError, match=NAME[:12]):
        store.original(NAME)


def test_a_missing_thumbnail_is_none(store: Store) -> None:
    assert store.thumbnail(NAME) is None
    store.put_thumbnail(NAME, b"jpeg")
    assert store.thumbnail(NAME) == b"jpeg"


def test_a_failed_write_leaves_nothing_behind(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        store.put_original(NAME, DATA)
    assert [p for p in store.originals.rglob("*") if p.is_file()] == []


def test_a_place_for_thumbnails_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(StoreError, match="taken"):
        Store(tmp_path / "originals", tmp_path / "taken").put_thumbnail(NAME, b"jpeg")
