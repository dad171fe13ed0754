"""The catalogue on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.session import Catalogue, open_catalogue


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def any_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty catalogue."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'catalogue.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def any_catalogue(any_url: str) -> Iterator[Catalogue]:
    """An empty catalogue."""
    catalogue = open_catalogue(any_url)
    yield catalogue
    catalogue.close()
