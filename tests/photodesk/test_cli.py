"""The command line: what it answers, with which exit code, and in which words."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from photodesk import cli
from photodesk.cli import app

REJECTED = 3
runner = CliRunner()


def run(*arguments: object, feed: str | None = None) -> Result:
    return runner.invoke(app, [str(a) for a in arguments], input=feed)


def lines(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def imported(article_file: Path) -> None:
    assert run("import", article_file).exit_code == 0


def test_an_import_answers_in_json(article_file: Path) -> None:
    summary = json.loads(run("import", article_file, "--json").stdout)
    assert list(summary) == [
        "run",
        "articles",
        "photos",
        "usages",
        "already_known",
        "rejected",
        "flags",
        "seconds",
    ]
    assert (summary["articles"], summary["usages"], summary["flags"]) == (1, 2, {"state_media": 2})
    again = json.loads(run("import", article_file, "--json").stdout)
    assert (again["articles"], again["usages"], again["already_known"]) == (0, 0, 3)


def test_an_import_says_in_words_what_it_did(article_file: Path) -> None:
    answer = run("import", article_file).stdout
    assert "1 article, 0 photos, 2 usages" in answer
    assert "2 state media" in answer


def test_a_dry_run_writes_nothing(article_file: Path) -> None:
    assert "create" in run("import", "--dry-run", article_file).stdout
    assert lines(run("flags", "--json")) == []


def test_rejected_input_is_named_on_standard_error(tmp_path: Path) -> None:
    result = run("import", tmp_path / "gone", "--json")
    assert result.exit_code == REJECTED
    assert json.loads(result.stdout)["rejected"][0]["path"].endswith("gone")
    assert "does not exist" in result.stderr


def test_a_credit_line_is_explained() -> None:
    (answer,) = lines(run("credit", "Photo: KCNA, Novaya Gazeta", "--json"))
    assert answer == {
        "line": "Photo: KCNA, Novaya Gazeta",
        "parties": [
            {
                "name": "KCNA", "role": "agency", "outlet": "kcna",
                "canonical": "Korean Central News Agency", "control": "state_controlled",
                "country": "KP", "span": [7, 11], "certainty": 0.99,
            },
            {
                "name": "Novaya Gazeta", "role": "distributor", "outlet": "novaya-gazeta",
                "canonical": "Novaya Gazeta", "control": "independent", "country": "RU",
                "span": [13, 26], "certainty": 0.6,
            },
        ],
        "origin": "state_media",
        "state_media": True,
        "licence": None,
        "reasons": ["KCNA is the Korean Central News Agency, state-controlled, North Korea"],
    }  # fmt: skip


def test_credit_lines_come_from_standard_input_too() -> None:
    result = run("credit", "--json", feed="TASS\n\nReuters\n")
    assert [answer["line"] for answer in lines(result)] == ["TASS", "", "Reuters"]
    words = run("credit", feed="KCNA via Reuters\n").stdout
    assert "origin: state media" in words
    assert "distributor: Reuters" in words


def test_a_picture_is_inspected(tmp_path: Path, draw: Callable[..., bytes]) -> None:
    (tmp_path / "a.jpg").write_bytes(draw(1))
    said = json.loads(run("inspect", tmp_path / "a.jpg", "--json").stdout)
    assert (said["format"], said["width"], said["height"]) == ("JPEG", 320, 200)
    assert len(said["fingerprint"]) == 64
    assert "format: JPEG" in run("inspect", tmp_path / "a.jpg").stdout


def test_what_is_no_picture_fails_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jpg").write_text("a letter")
    for path in (tmp_path / "a.jpg", tmp_path / "gone.jpg"):
        monkeypatch.setattr(sys, "argv", ["photodesk", "inspect", str(path)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr().err
        assert ended.value.code == 1
        assert path.name in said
        assert "Traceback" not in said
        assert said.count("\n") == 1


@pytest.mark.usefixtures("imported")
def test_pictures_are_found_by_words() -> None:
    (answer, _) = lines(run("search", "kcna capital", "--json"))
    assert (answer["origin"], answer["verdict"]) == ("state_media", "review")
    assert lines(run("search", "nothing of the kind", "--json")) == []
    assert "KCNA, Novaya Gazeta" in run("search", "kcna").stdout


@pytest.mark.usefixtures("imported")
def test_flags_show_their_evidence() -> None:
    first, _ = lines(run("flags", "--kind", "state_media", "--json"))
    assert first["evidence"][0]["quote"] == "KCNA"
    assert lines(run("flags", "--status", "dismissed", "--json")) == []
    assert "state_media" in run("flags").stdout


@pytest.mark.usefixtures("imported")
def test_a_decision_is_taken_once_for_a_version() -> None:
    (made,) = lines(run("decide", "decorations#1", "clear", "--note", "fine", "--json"))
    assert made["verdict"] == "clear"
    assert "blocked" in run("decide", "decorations#1", "block", "--note", "no").stdout
    stale = run("decide", "decorations#1", "clear", "--note", "x", "--expect", made["version"])
    assert "at version" in str(stale.exception)


@pytest.mark.usefixtures("imported")
def test_a_flag_is_settled_and_a_chain_confirmed() -> None:
    first, second = lines(run("flags", "--json"))
    assert lines(run("settle", first["id"], "dismiss", "--note", "x", "--json"))[0]["photo"]
    assert "version" in run("settle", second["id"], "confirm", "--note", "x").stdout
    assert "confirmed" in run("confirm", "decorations#1", "--note", "asked").stdout
    assert "no usage" in str(run("confirm", "decorations#9", "--note", "asked").exception)


@pytest.mark.usefixtures("imported")
def test_an_export_withholds_with_exit_code_3(tmp_path: Path) -> None:
    result = run("export", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (REJECTED, "")
    assert "withheld: decorations #1" in result.stderr
    marked = run("export", "--json", "--include-withheld")
    assert [r["label"] for r in lines(marked)] == ["North Korean state media"] * 2
    run("decide", "decorations#1", "decorations#2", "clear", "--note", "fine")
    out = tmp_path / "lines.html"
    assert run("export", "--out", out, "--article", "decorations").exit_code == 0
    assert out.read_text("utf-8").count("<figure") == 2
    assert run("export").stdout.startswith("article_url,")


@pytest.mark.usefixtures("imported")
def test_an_export_to_nowhere_fails_and_leaves_nothing(tmp_path: Path) -> None:
    assert "cannot be written" in str(run("export", "--out", tmp_path / "no" / "x.csv").exception)
    assert "no article" in str(run("export", "--article", "unheard-of").exception)


def test_outlets_are_listed_shown_found_and_checked() -> None:
    assert any(o["id"] == "kcna" for o in lines(run("outlets", "--json")))
    north_korean = lines(run("outlets", "list", "--country", "kp", "--json"))
    assert {o["country"] for o in north_korean} == {"KP"}
    assert json.loads(run("outlets", "show", "kcna", "--json").stdout)["sources"]["control"]
    assert "Korean Central News Agency" in run("outlets", "show", "kcna").stdout
    assert "kcna" in run("outlets", "find", "조선중앙통신").stdout
    assert "no outlet" in str(run("outlets", "show", "nobody").exception)
    assert run("outlets", "lint").exit_code == 0
    assert lines(run("outlets", "lint", "--json")) == []


def test_an_outlet_of_our_own_is_recognised_from_then_on() -> None:
    add = ("outlets", "add", "exampland-press", "--name", "Exampland Press Bureau", "--country",
           "xx", "--kind", "news_agency", "--control", "state_controlled")  # fmt: skip
    assert run(*add).exit_code == 2
    made = run(*add, "--source", "https://example.org/law", "--json")
    assert lines(made)[0]["id"] == "exampland-press"
    (answer,) = lines(run("credit", "Exampland Press Bureau", "--json"))
    assert answer["origin"] == "state_media"
    taken = run("outlets", "add", "mine", "--name", "KCNA", "--country", "XX", "--kind",
                "news_agency", "--control", "unknown", "--source", "x")  # fmt: skip
    assert "shares a name with kcna" in str(taken.exception)


def test_home_and_name_are_given_before_or_after_the_command(
    article_file: Path, tmp_path: Path
) -> None:
    run("--home", tmp_path / "before", "--as", "Ann", "import", article_file)
    run("import", article_file, "--home", tmp_path / "after", "--as", "Bob")
    for name in ("before", "after"):
        assert len(lines(run("flags", "--json", "--home", tmp_path / name))) == 2


@pytest.mark.parametrize("arguments", [["--nonsense"], ["decide", "x", "maybe", "--note", "y"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_version_is_said() -> None:
    assert run("--version").stdout.startswith("photodesk 0.")


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be made" in str(run("flags", "--home", tmp_path / "file" / "home").exception)


def test_a_place_for_originals_that_is_no_folder_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PHOTODESK_ORIGINALS", "s3://bucket/originals")
    assert "in a folder only" in str(run("flags").exception)


def test_a_reader_that_has_seen_enough_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise BrokenPipeError

    monkeypatch.setattr(cli, "app", broken)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.FileIO(1, closefd=False)))
    monkeypatch.setattr("os.dup2", lambda *_: None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0


def test_an_interrupted_command_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", interrupted)
    with pytest.raises(SystemExit):
        cli.main()
    assert "run the same command again" in capsys.readouterr().err


def test_the_demo_loads_once_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    first = run("demo", "--load-only", "--home", tmp_path)
    assert first.exit_code == 0, first.output
    home = tmp_path / "demo"
    count = len(lines(run("flags", "--json", "--home", home)))
    assert count > 5
    second = run("demo", "--load-only", "--home", tmp_path)
    assert "0 articles, 0 photos, 0 usages" in second.stdout
    assert len(lines(run("flags", "--json", "--home", home))) == count
