from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo_tui.desk import Desk
from tests.tui.fair import write_fair


@pytest.fixture(scope="session")
def fair_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small rule base that no test changes."""
    return write_fair(tmp_path_factory.mktemp("fair"))


@pytest.fixture
def fair(fair_folder: Path) -> Case:
    """The small rule base, opened."""
    return Case.open(fair_folder)


@pytest.fixture
def desk(fair: Case) -> Desk:
    """A desk with the small rule base."""
    return Desk(fair)
