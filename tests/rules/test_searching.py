"""On the shipped argument searching finds what trying every combination finds."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from arguendo.case import Case
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.requirements import requirements
from arguendo.explanation.robustness import robustness
from arguendo.statements import Statement
from arguendo.valuation import Status
from tests.builders import statement

GOAL = statement("enters_negotiations(north_korea)")


@cache
def article() -> Case:
    return Case.open()


@cache
def outcomes() -> dict[frozenset[Statement], int]:
    """Every admitted combination of the open questions, with the goal's degree if uncontested."""
    case = article()
    questions = [question.statement for question in case.rulebase.questions]
    found = {}
    for size in range(len(questions) + 1):
        for chosen in combinations(questions, size):
            after = case.assume_all(dict.fromkeys(chosen, 5))
            if not after.dropped:
                standing = after.standing(GOAL)
                is_so = standing.status is Status.HOLDS
                found[frozenset(chosen)] = standing.degree if is_so else 0
    return found


def test_what_it_would_take_is_what_the_smallest_combinations_have() -> None:
    reaching = [chosen for chosen, degree in outcomes().items() if degree]
    minimal = {one for one in reaching if not any(other < one for other in reaching)}
    found = requirements(article(), GOAL).found
    assert {each.statements for each in found} == minimal
    assert {each.degree for each in found} == {outcomes()[one] for one in minimal}
    assert len(minimal) == 2


def test_linchpins_are_what_flipping_one_question_at_a_time_gives() -> None:
    shares = {pin.statement: pin.share for pin in linchpins(article(), GOAL)}
    for question in (each.statement for each in article().rulebase.questions):
        pairs = [
            (degree, outcomes()[chosen | {question}])
            for chosen, degree in outcomes().items()
            if question not in chosen and chosen | {question} in outcomes()
        ]
        flips = sum(bool(without) != bool(with_it) for without, with_it in pairs)
        assert shares.get(question, 0) == flips / len(pairs)


def test_it_holds_in_as_many_combinations_as_counted() -> None:
    robust = robustness(article(), GOAL)
    assert (robust.holds, robust.of) == (
        sum(degree > 0 for degree in outcomes().values()),
        len(outcomes()),
    )
