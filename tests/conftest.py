"""What every test may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's root, which is a rule base as well."""
    return Path(__file__).resolve().parents[1]
