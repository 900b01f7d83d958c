"""The engine runs in programs without a screen: no part of it loads a user interface.

Nor does what checks certificates load anything of what it checks. The import contracts read the
source; this runs it, in a fresh interpreter, so that an import made at run time or by a library
counts as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

INTERFACES = {"arguendo_tui", "prompt_toolkit", "rich", "textual", "typer"}

CHECKER = "arguendo.certificates.checker"
CHECKED = [
    *("case", "certificates.issuing", "explanation", "graph", "inquiry", "matching", "sampling"),
    *("solving", "sweep", "valuation"),
]
"""What gives the answers that certificates are to prove."""

_IMPORT_ALL = """
import importlib, json, pkgutil, sys

package = importlib.import_module(sys.argv[1])
path = getattr(package, "__path__", [])
names = [found.name for found in pkgutil.walk_packages(path, package.__name__ + ".")]
for name in names:
    if not name.endswith("__main__"):
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as missing:
            # durable-rules is left out where it does not run, and the engine copes.
            if sys.version_info < (3, 13) or missing.name.partition(".")[0] != "durable":
                raise
print(json.dumps(sorted(sys.modules)))
"""


@cache
def loaded_by(package: str, root: Path) -> frozenset[str]:
    """The modules that a fresh interpreter has after importing a module, or all of a package."""
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT_ALL, package],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return frozenset(json.loads(done.stdout))


def test_the_engine_loads_no_user_interface(checkout: Path) -> None:
    loaded = loaded_by("arguendo", checkout / "engine")
    assert not loaded & INTERFACES


def test_every_module_of_the_engine_was_imported(checkout: Path) -> None:
    root = checkout / "engine"
    files = (path.relative_to(root).with_suffix("") for path in root.rglob("*.py"))
    modules = {".".join(path.parts).removesuffix(".__init__") for path in files}
    if sys.version_info >= (3, 13):
        modules.discard("arguendo.matching.durable")
    assert modules <= loaded_by("arguendo", root)


def checked_among(loaded: frozenset[str]) -> set[str]:
    return {room for room in CHECKED if f"arguendo.{room}" in loaded}


def test_the_checker_loads_nothing_of_what_it_checks(checkout: Path) -> None:
    assert checked_among(loaded_by(CHECKER, checkout / "engine")) == set()


def test_what_it_checks_is_there_and_would_be_noticed(checkout: Path) -> None:
    assert checked_among(loaded_by("arguendo", checkout / "engine")) == set(CHECKED)


@pytest.mark.parametrize("interface", sorted(INTERFACES))
def test_an_interface_would_be_noticed(tmp_path: Path, interface: str) -> None:
    package = tmp_path / "sample" / "inner"
    package.mkdir(parents=True)
    (tmp_path / "sample/__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "late.py").write_text(f"__import__({interface!r})", encoding="utf-8")
    (tmp_path / f"{interface}.py").touch()
    assert interface in loaded_by("sample", tmp_path)


def test_a_module_that_does_not_import_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample/__init__.py").touch()
    (tmp_path / "sample/broken.py").write_text("import no_such_library", encoding="utf-8")
    with pytest.raises(AssertionError, match="no_such_library"):
        loaded_by("sample", tmp_path)
