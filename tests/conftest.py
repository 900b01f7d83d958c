"""What every test may rely on."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Tests leave nothing in the folders of the person who runs them.
os.environ["ARGUENDO_CACHE"] = "off"
os.environ["ARGUENDO_JOURNAL"] = "off"

# How long an example takes says how busy the machine is, and not whether it is right. How
# many are enough where a test does not say so: `make evidence` draws ten times as many.
settings.register_profile("usual", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=400)
settings.load_profile("usual")

# durable-rules does not run there, and the matcher in plain Python takes its place.
collect_ignore = (
    ["unit/matching/test_durable.py", "unit/matching/test_limits.py"]
    if sys.version_info >= (3, 13)
    else []
)


@pytest.fixture(scope="module", autouse=True)
def _settled() -> None:
    """Keep what earlier tests left behind out of later garbage collections."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's root, which is a rule base as well."""
    return Path(__file__).resolve().parents[1]
