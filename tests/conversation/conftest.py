from __future__ import annotations

import pytest

from arguendo.case import Case


@pytest.fixture(scope="session")
def article() -> Case:
    """The shipped rule base's case."""
    return Case.open()
