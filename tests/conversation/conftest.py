from __future__ import annotations

from pathlib import Path

import pytest

from arguendo.case import Case


@pytest.fixture(scope="session")
def article() -> Case:
    """The shipped rule base's case."""
    return Case.open()


@pytest.fixture(scope="session")
def citizenship(checkout: Path) -> Case:
    """The case of the example on citizenship."""
    return Case.open(checkout / "examples" / "british-citizenship")


@pytest.fixture(scope="session")
def animals(checkout: Path) -> Case:
    """The case of the example on animals."""
    return Case.open(checkout / "examples" / "animals")
