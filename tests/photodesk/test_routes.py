"""Pictures are served to whoever holds a signed address, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from photodesk.routes import Addresses, picture_routes
from photodesk.store import Store

TODAY = datetime.now(UTC).date()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "originals", tmp_path / "thumbnails")


@pytest.fixture
def addresses(tmp_path: Path) -> Addresses:
    return Addresses.of_home(tmp_path)


@pytest.fixture
def client(store: Store, addresses: Addresses) -> TestClient:
    return TestClient(Starlette(routes=picture_routes(store, addresses)))


def _keep(store: Store, data: bytes) -> str:
    name = sha256(data).hexdigest()
    store.put_original(name, data)
    return name


def test_a_thumbnail_that_is_gone_is_made_again(
    client: TestClient, store: Store, addresses: Addresses, draw: Callable[..., bytes]
) -> None:
    name = _keep(store, draw(1))
    answer = client.get(addresses.thumbnail(name, TODAY))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert "immutable" in answer.headers["cache-control"]
    assert store.thumbnail(name) == answer.content


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_picture_is_served_as_what_it_is(
    client: TestClient,
    store: Store,
    addresses: Addresses,
    draw: Callable[..., bytes],
    kind: str,
    media_type: str,
) -> None:
    data = draw(2, kind=kind)
    answer = client.get(addresses.picture(_keep(store, data), TODAY))
    assert (answer.headers["content-type"], answer.content) == (media_type, data)


def test_a_format_that_browsers_do_not_show_is_served_as_its_thumbnail(
    client: TestClient, store: Store, addresses: Addresses, draw: Callable[..., bytes]
) -> None:
    answer = client.get(addresses.picture(_keep(store, draw(3, kind="TIFF")), TODAY))
    assert answer.headers["content-type"] == "image/jpeg"


def test_what_is_no_picture_is_never_served(
    client: TestClient, store: Store, addresses: Addresses
) -> None:
    name = _keep(store, b"<script>alert(1)</script>")
    assert client.get(addresses.picture(name, TODAY)).status_code == 404


def test_a_picture_that_is_not_there_is_not_found(client: TestClient, addresses: Addresses) -> None:
    assert client.get(addresses.picture("0" * 64, TODAY)).status_code == 404
    assert client.get(addresses.thumbnail("0" * 64, TODAY)).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        lambda address: address.split("?")[0],
        lambda address: address[:-1] + ("0" if address[-1] != "0" else "1"),
        lambda address: address.replace("thumbnails", "pictures"),
        lambda address: address.replace("until=2", "until=3"),
        lambda address: address + "é",
    ],
)
def test_a_changed_address_opens_nothing(
    client: TestClient,
    store: Store,
    addresses: Addresses,
    draw: Callable[..., bytes],
    change: Callable[[str], str],
) -> None:
    address = addresses.thumbnail(_keep(store, draw(4)), TODAY)
    assert client.get(change(address)).status_code == 403


def test_an_address_ends(client: TestClient, store: Store, addresses: Addresses) -> None:
    old = addresses.thumbnail(_keep(store, b"x"), TODAY - timedelta(days=30))
    assert client.get(old).status_code == 403


def test_an_address_stays_the_same_for_a_week(addresses: Addresses) -> None:
    monday = date(2026, 3, 2)
    week = {addresses.thumbnail("a" * 64, monday + timedelta(days=n)) for n in range(7)}
    assert len(week) == 1


def test_the_key_is_kept_for_its_owner_only(tmp_path: Path, addresses: Addresses) -> None:
    assert Addresses.of_home(tmp_path) == addresses
    assert (tmp_path / "addresses.key").stat().st_mode & 0o077 == 0
