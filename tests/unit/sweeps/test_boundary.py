from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from arguendo.sweeps.boundary import MOST_SETS, Boundary, boundary
from arguendo.sweeps.sources import packed

Table = dict[frozenset[int], tuple[bool, bool]]
"""By combination: whether the conclusion holds, and whether the combination counts."""


@st.composite
def tables(draw: st.DrawFn, most: int = 7) -> tuple[int, list[bool], list[bool]]:
    questions = draw(st.integers(0, most))
    flags = st.lists(st.booleans(), min_size=1 << questions, max_size=1 << questions)
    return questions, draw(flags), draw(st.one_of(st.just([True] * (1 << questions)), flags))


def found(questions: int, holds: list[bool], admitted: list[bool]) -> tuple[Boundary, Table]:
    combinations = [
        frozenset(i for i in range(questions) if number >> i & 1) for number in range(len(holds))
    ]
    table = dict(zip(combinations, zip(holds, admitted, strict=True), strict=True))
    return boundary(packed(np.array(holds)), packed(np.array(admitted)), questions), table


@given(tables())
def test_minimal_and_maximal_sets_are_all_of_them(
    drawn: tuple[int, list[bool], list[bool]],
) -> None:
    result, table = found(*drawn)
    true = {each for each, (holds, counts) in table.items() if holds and counts}
    false = {each for each, (holds, counts) in table.items() if counts and not holds}
    minimal = {each for each in true if not any(other < each for other in true)}
    maximal = {each for each in false if not any(other > each for other in false)}
    for sets, expected in ((result.true, minimal), (result.false, maximal)):
        assert sets.total == len(expected)
        assert len(sets.found) == min(len(expected), MOST_SETS)
        assert set(map(frozenset, sets.found)) <= expected
    assert result.monotone == (not any(one < other for one in true for other in false))


@given(tables(4))
def test_settling_answers_are_the_least_that_leave_no_exception(
    drawn: tuple[int, list[bool], list[bool]],
) -> None:
    result, table = found(*drawn)
    if result.settling is None:
        assert result.monotone
        return

    def settles(answers: dict[int, bool]) -> bool:
        fitting = [
            holds
            for each, (holds, counts) in table.items()
            if counts and all((place in each) == yes for place, yes in answers.items())
        ]
        return bool(fitting) and all(fitting)

    assert result.settling.total == len(result.settling.found)
    for some in result.settling.found:
        answers = dict(some)
        assert settles(answers)
        assert not any(settles({p: y for p, y in some if p != left}) for left in answers)
    held = [each for each, (holds, counts) in table.items() if holds and counts]
    for each in held:  # every scenario in which it holds and nothing near it fails is covered
        whole = {place: place in each for place in range(drawn[0])}
        covered = [some for some in result.settling.found if dict(some).items() <= whole.items()]
        assert covered
