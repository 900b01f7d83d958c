from __future__ import annotations

import gc

import pytest

from arguendo_tui import tidying
from arguendo_tui.tidying import LONGEST, REST, Tidying


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda: found.append(1))
    return found


def test_memory_is_searched_while_nobody_types_and_at_last_in_any_case(
    searches: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    now, counts = 100.0, (0, 0, 11)
    monkeypatch.setattr(tidying, "monotonic", lambda: now)
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    tidy = Tidying(now, now)
    tidy.keyed()
    assert not tidy.look()
    now += REST
    assert tidy.look()
    now += LONGEST
    tidy.keyed()
    assert tidy.look()
    counts = (0, 0, 10)
    now += LONGEST
    assert not tidy.look()
    assert len(searches) == 2
