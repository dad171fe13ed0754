"""A wheel installs into an empty environment and works there, in any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


def test_the_wheel_owns_three_names_and_carries_its_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {n.split("/")[0] for n in names if "dist-info" not in n} == {"media", "db", "photodesk"}
    for needed in (
        "media/outlets/data/registry.jsonl",
        "media/demonyms.json",
        "db/migrations/script.py.mako",
        "photodesk/dashboard/home.py",
    ):
        assert needed in names


def test_the_wheel_works_from_an_empty_environment_in_any_folder(
    wheel: Path, tmp_path: Path
) -> None:
    # The dependencies are lent by this environment; the package itself is not.
    environment = tmp_path / "env"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    zipfile.ZipFile(wheel).extractall(packages)
    ours = next(p for p in sys.path if p.endswith("site-packages"))
    (packages / "lent.pth").write_text(f"{ours}\n")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def photodesk(*arguments: str) -> str:
        ran = subprocess.run(
            [str(python), "-I", "-m", "photodesk", *arguments, "--home", str(tmp_path / "home")],
            cwd=elsewhere, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    where = subprocess.run(
        [str(python), "-I", "-c", "import media; print(media.__file__)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(packages))
    assert json.loads(photodesk("credit", "TASS", "--json"))["origin"] == "state_media"
    assert "New or changed" in photodesk("demo", "--load-only")
