"""What is wrong with a trace is found, wherever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import pytest

from arguendo.case import Case
from arguendo.traces.building import investigate, outlined, told
from arguendo.traces.identity import identity
from arguendo.traces.record import Flaw, Trace
from arguendo.traces.space import Space
from arguendo.traces.verifying import Faulty, Verifier, proven
from tests.builders import statement
from tests.certified import EVERYTHING

replace = msgspec.structs.replace
Change = Callable[[Trace], Trace]


@pytest.fixture(scope="module")
def space() -> Space:
    return Space(EVERYTHING)


def trace_of(space: Space, goal: str, *assumed: str, degree: int = 5) -> Trace:
    case = space.case.assume_all({statement(key): degree for key in assumed})
    found = investigate(case, space.field[statement(goal)])
    return told(outlined(found), found)


def step(place: int, **changes: Any) -> Change:
    def change(trace: Trace) -> Trace:
        steps = list(trace.steps)
        steps[place] = replace(steps[place], **changes)
        return replace(trace, steps=tuple(steps))

    return change


@pytest.mark.parametrize(
    "change",
    [
        step(0, degree="established"),
        step(0, qualifier="likely"),
        step(0, warrant="because"),
        step(0, source=("¶9",)),
        step(0, rule="weak"),
        step(0, rule="nowhere"),
        step(0, branch=7),
        step(0, grounds=("p(a)",)),
        step(0, uses=(2, 2)),
        step(0, uses=(9,)),
        step(0, claim="t(b, a)"),
        step(0, claim="nonsense"),
        step(0, n=2),
        step(0, bindings={"x": "b", "y": "a"}),
        step(0, degree="sure"),
        step(1, claim="p(c)"),
        step(1, basis="assumption"),
        step(1, source=("¶9",)),
        step(1, date="2000-01-01"),
        lambda trace: replace(trace, steps=()),
        lambda trace: replace(trace, status="contested"),
        lambda trace: replace(trace, degree="likely"),
        lambda trace: replace(trace, flips=()) and _scene(trace, "p(a)"),
        lambda trace: replace(trace, flips=(replace(trace.flips[0], status="contested"),)),
        lambda trace: replace(trace, flips=(replace(trace.flips[0], changes={}),)),
        lambda trace: replace(trace, flips=(replace(trace.flips[0], changes={"p(b)": True}),)),
        lambda trace: replace(trace, rule_base=replace(trace.rule_base, digest="other")),
    ],
)
def test_a_change_to_a_trace_is_noticed(space: Space, change: Change) -> None:
    sound = trace_of(space, "t(a, b)")
    assert Verifier(EVERYTHING).complaint(sound) is None
    wrong = change(sound)
    wrong = replace(wrong, id=identity(wrong))
    assert Verifier(EVERYTHING).complaint(wrong)
    with pytest.raises(Faulty):
        proven(space.case, wrong)


def _scene(trace: Trace, away: str) -> Trace:
    return replace(trace, scene=replace(trace.scene, assumptions={away: None}))


@pytest.mark.parametrize("part", ["holds", "missing", "rule"])
def test_a_wrong_report_of_failure_is_noticed(space: Space, part: str) -> None:
    case = space.case.suppose_away(statement("p(a)"))
    found = investigate(case, space.field[statement("t(a, b)")])
    sound = told(outlined(found), found)
    assert sound.failures
    wrong: Any = {"holds": ("p(a)",), "missing": ("p(b)",), "rule": "nowhere"}[part]
    failures = (replace(sound.failures[0], **{part: wrong}), *sound.failures[1:])
    changed = replace(sound, failures=failures)
    assert Verifier(EVERYTHING).complaint(replace(changed, id=identity(changed)))


def test_support_in_a_circle_is_noticed(space: Space) -> None:
    sound = trace_of(space, "v(a)", "s(a)")
    rule, ground = sound.steps[0], sound.steps[1]
    back = replace(
        ground, rule="about", branch=0, bindings=rule.bindings, grounds=("v(a)",), uses=(1,)
    )
    wrong = replace(sound, steps=(rule, back))
    assert Verifier(EVERYTHING).complaint(replace(wrong, id=identity(wrong)))


def test_an_id_that_is_not_its_own_is_noticed(space: Space) -> None:
    sound = trace_of(space, "t(a, b)")
    assert Verifier(EVERYTHING).complaint(replace(sound, id="0" * 32))


def test_a_flaw_that_is_none_is_noticed(space: Space) -> None:
    sound = replace(trace_of(space, "t(a, b)"), flaw=Flaw("too sure", 1, "", ""))
    assert "has none" in (Verifier(EVERYTHING).complaint(replace(sound, id=identity(sound))) or "")


def test_what_does_not_bear_on_it_does_not_count(space: Space) -> None:
    plain, distracted = trace_of(space, "t(a, b)"), trace_of(space, "t(a, b)", "s(a)")
    assert plain.id == distracted.id
    assert plain.scene != distracted.scene


def test_what_it_rests_on_counts(space: Space) -> None:
    ids: Sequence[str] = [
        trace_of(space, "z(a)").id,
        trace_of(space, "z(a)", "s(a)").id,
        trace_of(space, "z(a)", "p(a)").id,
        trace_of(space, "z(a)", "z(a)").id,
        trace_of(space, "z(b)").id,
    ]
    assert len(set(ids)) == len(ids)


def test_a_trace_is_read_over_any_case(space: Space) -> None:
    other = Case.of(EVERYTHING, editing=True).assume(statement("z(a)"), 1)
    trace = trace_of(space, "t(a, b)", "s(a)")
    assert proven(other, trace) is trace
