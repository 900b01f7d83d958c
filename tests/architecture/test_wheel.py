"""What someone gets who installs the program: the article travels inside the wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.evidence


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder), "."]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("arguendo-*.whl")
    return ZipFile(built)


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("engine/arguendo", "arguendo"),
        ("tui/arguendo_tui", "arguendo_tui"),
        ("rules", "arguendo/_article/rules"),
        ("knowledge", "arguendo/_article/knowledge"),
    ],
)
def test_everything_is_in_the_wheel(
    wheel: ZipFile, checkout: Path, folder: str, inside: str
) -> None:
    packed = {name: wheel.read(name) for name in wheel.namelist()}
    files = [path for path in (checkout / folder).rglob("*") if path.is_file()]
    written = [path for path in files if path.suffix != ".pyc"]
    assert written
    for path in written:
        name = f"{inside}/{path.relative_to(checkout / folder).as_posix()}"
        assert packed[name] == path.read_bytes()


def test_nothing_else_is(wheel: ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"arguendo", "arguendo_tui", "arguendo-0.1.0.dist-info"}


def test_it_brings_the_command(wheel: ZipFile) -> None:
    entry_points = wheel.read("arguendo-0.1.0.dist-info/entry_points.txt").decode()
    assert "arguendo = arguendo_tui.cli:main" in entry_points
