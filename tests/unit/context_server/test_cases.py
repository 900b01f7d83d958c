"""Whose case is whose, and when one is dropped."""

from __future__ import annotations

import pytest

from arguendo.context_server import cases as module
from arguendo.context_server.cases import Cases, NoCase
from tests.conversation.club import club


class Clock:
    """A time that stands still until it is moved."""

    time = 0.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cases(clock: Clock) -> Cases:
    return Cases(club().rulebase, most=2, idle=60, now=clock)


def test_a_session_finds_its_own_again_and_a_handle_any(cases: Cases) -> None:
    one, other = cases.of(session="one"), cases.of(session="other")
    assert one.handle != other.handle
    assert one.case.case.graph is not other.case.case.graph
    assert cases.of(session="one") is one
    assert cases.of(one.handle, session="other") is one


def test_one_that_is_idle_is_dropped_and_its_session_is_told_once(
    cases: Cases, clock: Clock
) -> None:
    kept = cases.of(session="one")
    clock.time = 50
    assert cases.of(session="one") is kept
    clock.time = 111
    with pytest.raises(NoCase, match="not open any more"):
        cases.of(session="one")
    assert len(cases) == 0
    assert cases.of(session="one") is not kept


def test_the_longest_unused_makes_room(cases: Cases) -> None:
    first, second = cases.of(), cases.of()
    cases.of(first.handle)
    cases.of()
    assert len(cases) == 2
    assert cases.of(first.handle) is first
    with pytest.raises(NoCase):
        cases.of(second.handle)


def test_one_that_was_asked_too_much_is_closed(
    cases: Cases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CALLS", 2)
    for _ in range(2):
        kept = cases.of(session="one")
    with pytest.raises(NoCase, match="too much"):
        cases.of(session="one")
    assert cases.of(session="one") is not kept


def test_of_many_sessions_those_in_use_are_remembered(
    cases: Cases, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SESSIONS", 2)
    kept = cases.of(session="one")
    for other in ("two", "three"):
        cases.of(session=other)
        assert cases.of(session="one") is kept
