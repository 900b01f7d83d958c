from __future__ import annotations

from arguendo.case import Case
from arguendo.facts import Question
from arguendo.inquiry.answering import answer
from arguendo.inquiry.goals import main_conclusion, main_lacking
from arguendo.inquiry.query import Intent, Query
from arguendo.scenarios import Expectation, Scenario
from arguendo.statements import Entity, Predicate, Slot, Statement
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

WILL, BUILT, OPENED, CALM, QUIET = (
    statement(f"{name}(town)") for name in ("will", "built", "opened", "calm", "quiet")
)


def town(*told: tuple[Statement, ...]) -> Case:
    """Return a case in which a chain leads from `will` to `quiet`, with scenarios that tell."""
    names = ("will", "built", "opened", "calm", "quiet")
    slots = (Slot("place", ()),)
    return Case.of(
        rulebase(
            vocabulary=Vocabulary(
                [Entity("town", "the town")],
                [Predicate(name, slots, f"{{place}} is {name}") for name in names],
            ),
            questions=[Question(WILL), Question(CALM)],
            rules=[
                rule("build", if_=["will(?x)"], then="built(?x)"),
                rule("open", if_=["built(?x)"], then="opened(?x)"),
                rule("still", if_=["opened(?x)", "calm(?x)"], then="quiet(?x)"),
            ],
            scenarios=tuple(
                Scenario(f"s{number}", f"S{number}", (), tuple(map(Expectation, each)))
                for number, each in enumerate(told)
            ),
        )
    )


def test_the_main_conclusion_is_what_most_scenarios_tell_of() -> None:
    assert main_conclusion(town((BUILT,), (BUILT, QUIET), (OPENED,))) == BUILT


def test_of_what_as_many_tell_of_the_longest_chain_tells() -> None:
    assert main_conclusion(town((BUILT, OPENED), (BUILT, OPENED))) == OPENED


def test_what_few_scenarios_tell_of_is_not_what_all_is_about() -> None:
    assert main_conclusion(town((BUILT,))) == QUIET
    assert main_conclusion(town((BUILT,), (BUILT,), (), (), ())) == QUIET


def test_what_is_lacking_is_asked_of_what_does_not_hold() -> None:
    case = town((BUILT, OPENED), (BUILT, QUIET)).assume(WILL)
    assert (main_conclusion(case), main_lacking(case)) == (BUILT, QUIET)
    told = answer(case, Query(Intent.WHY_NOT)).why_not
    assert told is not None
    assert told.goal == QUIET
    assert main_lacking(case.assume(CALM)) is None
