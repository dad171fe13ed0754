"""The house's own policy decides what counts, what is marked, and in which words."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from db.search import flags
from media.policy import PolicyError
from photodesk.desk import Desk, open_desk
from photodesk.intake import import_sources
from photodesk.publish import Order, export


def _with_policy(desk: Desk, text: str) -> Desk:
    (desk.settings.home / "policy.toml").write_text(text, "utf-8")
    return open_desk(desk.settings)


def test_a_house_that_counts_another_class_is_flagged_and_labelled_so(
    desk: Desk, tmp_path: Path
) -> None:
    house = _with_policy(
        desk,
        'state_media = ["independent"]\nneeds_label = ["independent"]\n'
        '[label]\nen = "press of its own mind"\n',
    )
    (tmp_path / "list.csv").write_text(
        "article,file,caption,credit,licence\nharvest,,One,Reuters,\nharvest,,Two,KCNA,\n", "utf-8"
    )
    import_sources(house, house.by(), [tmp_path / "list.csv"], workers=1)
    with house.catalogue.reading() as session:
        assert [f.summary for f in flags(session, "state_media")] == [
            "Comes from state media: Reuters"
        ]
    stream = io.BytesIO()
    export(house, house.by(), Order(include_withheld=True, language="en"), "jsonl", stream.write)
    records = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [r["credit_line"] for r in records] == [
        "Photo: Reuters (British press of its own mind)",
        "Photo: KCNA",
    ]


def test_a_policy_that_cannot_be_followed_names_file_and_key(desk: Desk) -> None:
    house = _with_policy(desk, 'state_media = ["nonsense"]')
    with pytest.raises(PolicyError, match=r"policy\.toml: state_media .*nonsense"):
        _ = house.policy


def test_a_policy_that_is_no_text_is_named(desk: Desk) -> None:
    (desk.settings.home / "policy.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Exception, match="cannot be read as text"):
        _ = desk.policy
