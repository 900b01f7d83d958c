from __future__ import annotations

from collections import Counter
from itertools import combinations as choices
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.requirements import requirements
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.sweeps import running
from arguendo.sweeps.outline import Outline, Shape, Wanted
from arguendo.sweeps.running import Job, Stretch, job_for, value
from arguendo.sweeps.sources import UNIT, Combinations, Draws
from arguendo.sweeps.survey import BadSweep, Means, combinations, draws
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement, statements
from tests.propositional import STATEMENTS, programs

SHOWN = statements("d()", "g()", "a()")


@given(programs(), st.lists(st.sampled_from(STATEMENTS), max_size=4, unique=True))
def test_what_is_counted_is_what_single_cases_come_to(base: RuleBase, free: list[str]) -> None:
    case, over = Case.of(base), statements(*free)
    axes = (tuple(over[:1]), tuple(over[1:])) if len(over) > 1 else None
    survey = combinations(
        case, Wanted(tuple(over), tuple(SHOWN), by_question=True, jointly=True, axes=axes)
    )
    cases = _admitted(case, over)
    assert (survey.findings.scenarios, survey.findings.admitted) == (1 << len(over), len(cases))
    for place, (goal, share) in enumerate(zip(SHOWN, survey.findings.shares, strict=True)):
        stands = [each.standing(goal) for each in cases.values()]
        counted = Counter(each.status for each in stands)
        degrees = Counter(each.degree for each in stands if each.status is Status.HOLDS)
        assert share.at_degree == tuple(degrees[degree] for degree in range(1, 6))
        assert share.contested == counted[Status.CONTESTED]
        assert share.fails == counted[Status.DOES_NOT_HOLD]
        assert share.open == counted[Status.NOT_ESTABLISHED]
        held = {some for some, each in cases.items() if each.standing(goal).status is Status.HOLDS}
        for each in survey.findings.by_question:
            assert each.true.holds[place] == sum(each.question in some for some in held)
            assert each.true.of + each.other.of == len(cases)
        if axes:
            cells = survey.findings.cells
            assert sum(part.holds[place] for row in cells for part in row) == len(held)
            assert cells[1][0].of == sum(set(axes[0]) == some for some in cases)
    assert sum(count for _, count in survey.findings.jointly) == len(cases)


def _admitted(case: Case, over: list[Statement]) -> dict[frozenset[Statement], Case]:
    found = {}
    for size in range(len(over) + 1):
        for some in choices(over, size):
            after = case.assume_all(dict.fromkeys(some, 5))
            if not after.dropped and set(some) <= set(after.assumptions):
                found[frozenset(some)] = after
    return found


MANY = rulebase(
    facts=["fact()"],
    questions=[f"q{number}()" for number in range(9)],
    rules=[
        rule("low", if_=["q0()", "q7()"], then="goal()", qualifier=2),
        rule("high", if_=["q1()", "q8()", "fact()"], then="goal()", unless=["q3()"], qualifier=4),
        rule("else", if_=["q2()"], then="other()"),
    ],
    contraries=[("q0()", "q1()"), ("q4()", "fact()")],
)
OVER = tuple(each.statement for each in MANY.questions)
GOAL = (statement("goal()"), statement("other()"))


def test_however_scenarios_are_parted_and_whatever_runs_them() -> None:
    case, wanted = Case.of(MANY), Wanted(OVER, GOAL)
    outline = Outline(case, wanted)
    source = Combinations(len(OVER))
    whole = value(job_for(outline.program, source), Stretch(source, 0, source.words))
    for words in (1, 2, 4):
        job = Job(outline.program, running.Engine.NUMPY, words)
        parts = [value(job, Stretch(source, first, 4)) for first in (4, 0)]
        assert [sum(pair) for pair in zip(*(p.counts for p in parts), strict=True)] == [
            *whole.counts
        ]


def test_a_sample_is_the_same_however_it_is_parted() -> None:
    case = Case.of(MANY)
    outline = Outline(case, Wanted(OVER, GOAL), Shape(partial=True))
    source = Draws(len(OVER), 2 * UNIT * 64 + 100, 3)
    counts = set()
    for words in (UNIT, 2 * UNIT):
        job = Job(outline.program, running.Engine.NUMPY, words)
        parts = [
            value(job, Stretch(source, first, words)) for first in range(0, 2 * UNIT + 1, words)
        ]
        counts.add(tuple(map(sum, zip(*(part.counts for part in parts), strict=True))))
    assert len(counts) == 1


def test_a_sample_comes_near_all_combinations_and_draws_admitted_ones_only() -> None:
    case, wanted = Case.of(MANY), Wanted(OVER, GOAL)
    exact = combinations(case, wanted).findings
    drawn = draws(case, wanted, 200_000, 7).findings
    assert drawn.scenarios == drawn.admitted == 200_000
    for all_of_them, some in zip(exact.shares, drawn.shares, strict=True):
        assert some.holds / some.of == pytest.approx(all_of_them.holds / all_of_them.of, abs=0.01)
    assert draws(case, wanted, 200_000, 7).findings == drawn
    assert draws(case, wanted, 200_000, 8).findings != drawn


def test_the_boundary_is_what_it_would_take() -> None:
    case = Case.of(MANY)
    survey = combinations(case, Wanted(OVER, GOAL), turning=True)
    for goal, found in zip(GOAL, survey.boundaries, strict=True):
        expected = {each.statements for each in requirements(case, goal).found}
        assert {frozenset(OVER[i] for i in some) for some in found.true.found} == expected
    assert [each.monotone for each in survey.boundaries] == [False, True]


def test_a_table_has_every_scenario_and_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    case, wanted = Case.of(MANY), Wanted(OVER, GOAL)
    path = tmp_path / "all.csv"
    path.write_text("as it was", encoding="utf-8")

    def broken(job: Job, parts: object) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        combinations(case, wanted, Means(work=broken, table=path))  # type: ignore[arg-type]
    assert (path.read_text(encoding="utf-8"), [*tmp_path.iterdir()]) == ("as it was", [path])
    combinations(case, wanted, Means(table=path))
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    assert head.split(",")[:2] == ["scenario", "q0()"]
    assert len(rows) == 512
    assert rows[0b110000010].split(",")[9:] == [
        "yes",
        "holds",
        "almost certain",
        *["not established", ""],
    ]
    assert rows[0b11].endswith("two contraries assumed,,two contraries assumed,")


def test_progress_is_told() -> None:
    told: list[tuple[int, int | None]] = []
    means = Means(watch=lambda done, total: told.append((done, total)))
    combinations(Case.of(MANY), Wanted(OVER, GOAL), means)
    assert told == [(512, 512)]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(OVER, ()), "no conclusion is to be shown"),
        (Wanted(tuple(statements("given()")), GOAL), "given() is assumed already"),
        (Wanted(OVER, OVER[:7], jointly=True), "6 conclusions at most"),
        (Wanted(OVER[:2], GOAL, axes=(OVER[:1], OVER[5:6])), "q5() is on the map"),
        (Wanted(tuple(statements(*(f"x{n}()" for n in range(41)))), GOAL), "too many combinations"),
    ],
)
def test_what_cannot_be_swept_is_said(wanted: Wanted, said: str) -> None:
    with pytest.raises(BadSweep) as refused:
        combinations(Case.of(MANY).assume(statement("given()")), wanted)
    assert said in str(refused.value)
