"""What tests of the terminal program share."""

from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.case import Case
from tests.tui.town import write_town


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The folder of a small rule base."""
    return write_town(tmp_path / "town")


@pytest.fixture(scope="session")
def article() -> Case:
    """The shipped rule base."""
    return Case.open()


@pytest.fixture
def bridge(town: Path) -> Case:
    """The small rule base, opened."""
    return Case.open(town)
