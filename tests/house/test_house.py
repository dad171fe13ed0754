"""The house keeps its order: floors, sizes, names of our own, nothing of this machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("media", "db", "photodesk")
SOURCES = sorted(
    path
    for folder in (*ROOMS, "tests", "benchmarks")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_imports_run_downwards_only() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_one_idea(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize(
    "path",
    [p for p in SOURCES if p.relative_to(ROOT).parts[0] in ROOMS],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_else_owns_our_package_names(room: str) -> None:
    assert set(packages_distributions().get(room, ())) <= {"photodesk"}


def test_only_provenance_imports_c2pa() -> None:
    importing = [
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in ROOMS
        and re.search(r"^\s*(?:import|from) c2pa\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert importing == ["media/provenance.py"]


def test_tests_have_no_packages_that_would_shadow_the_rooms() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_no_registry_host_and_no_path_of_a_machine_is_named() -> None:
    named = re.compile(
        rb"pypi\.org|pythonhosted|npmjs\.|deb\.debian|"
        + re.escape(str(ROOT.parent).encode() + b"/")
    )
    guilty = [
        path.relative_to(ROOT).as_posix()
        for path in _tracked()
        if path.is_file() and path != Path(__file__) and named.search(path.read_bytes())
    ]
    assert guilty == []


def test_the_lock_files_carry_hashes() -> None:
    for name in ("runtime.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text("utf-8")
        pins = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE | re.IGNORECASE)
        entries = text.replace("\\\n", " ").splitlines()
        assert len(pins) > 50
        assert all(
            "--hash=sha256:" in entry for entry in entries if entry and not entry.startswith("#")
        )
