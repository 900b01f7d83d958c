from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.fair import write_fair


@pytest.fixture
def fair(tmp_path: Path) -> Path:
    """The folder of a small rule base."""
    return write_fair(tmp_path / "fair")
