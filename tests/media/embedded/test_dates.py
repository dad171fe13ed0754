"""Dates come out in ISO 8601, as exact as they were written."""

from __future__ import annotations

import pytest

from media.embedded.dates import exif_date, iim_date, same_moment, xmp_date


@pytest.mark.parametrize(
    ("text", "offset", "iso"),
    [
        ("2026:11:23 10:11:12", None, "2026-11-23T10:11:12"),
        ("2026:11:23 10:11:12", "+0530", "2026-11-23T10:11:12+05:30"),
        ("2026:11:23 10:11:12", "later", "2026-11-23T10:11:12"),
        ("2026:11:23 10:11:12Z", "+02:00", "2026-11-23T10:11:12Z"),
        ("2026-11-23 10:11", None, "2026-11-23T10:11"),
        ("2026:11:23", "+02:00", "2026-11-23"),
        ("2026:02:30 10:11:12", None, None),
        ("2026:11:23 25:00:00", None, None),
        ("    :  :     :  :  ", None, None),
    ],
)
def test_exif(text: str, offset: str | None, iso: str | None) -> None:
    assert exif_date(text, offset) == iso


@pytest.mark.parametrize(
    ("day", "clock", "iso"),
    [
        ("20261123", None, "2026-11-23"),
        ("20261123", "101112", "2026-11-23T10:11:12"),
        ("20261123", "101112-0500", "2026-11-23T10:11:12-05:00"),
        ("20261123", "991112", "2026-11-23"),
        ("2026-11-23", "10:11:12", "2026-11-23T10:11:12"),
        ("20261100", None, "2026-11"),
        ("20260000", "101112", "2026"),
        ("23112026x", None, None),
        ("20261399", None, None),
    ],
)
def test_iim(day: str, clock: str | None, iso: str | None) -> None:
    assert iim_date(day, clock) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-11-23T10:11:12.50+02:00", "2026-11-23T10:11:12.50+02:00"),
        ("2026-11-23T10:11:12.000Z", "2026-11-23T10:11:12Z"),
        ("2026:11:23 10:11:12", "2026-11-23T10:11:12"),
        ("soon", None),
    ],
)
def test_xmp(text: str, iso: str | None) -> None:
    assert xmp_date(text) == iso


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2026-11-23", "2026-11-23T10:11:12", True),
        ("2026-11-23T10:11:12", "2026-11-23T10:11:58.50", True),
        ("2026-11-23T10:11:12", "2026-11-23T10:12:12", False),
        ("2026-11-23T10:11:12Z", "2026-11-23T12:11:12.123+02:00", True),
        ("2026-11-23T10:11Z", "2026-11-23T10:11:12+02:00", False),
        ("2026-11-23T10:11:12", "2026-11-23T10:11:12+02:00", True),
        ("2026", "2026-11-23", True),
        ("2025", "2026-11-23", False),
    ],
)
def test_moments_agree_as_far_as_both_go(one: str, other: str, same: bool) -> None:
    assert same_moment(one, other) is same
    assert same_moment(other, one) is same
