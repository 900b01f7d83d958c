from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.statements import Predicate
from arguendo.testing.mutants import Kind, mutants
from arguendo.testing.outcomes import outcomes
from arguendo.vocabulary import Vocabulary
from arguendo.wording.expectations import Failure, failure
from arguendo.wording.mutants import change
from tests.builders import Part, any_of, at_least, rule, rulebase, statement

SAYS = {
    "money": "the town has the money",
    "will": "the town has the will",
    "ill": "the mayor is ill",
    "gift": "somebody pays",
    "built": "the town builds",
    "saves": "the town saves",
}
VOCABULARY = Vocabulary(predicates=[Predicate(each, (), says) for each, says in SAYS.items()])
BUILT = statement("built()")
BASE = rulebase(
    vocabulary=VOCABULARY,
    questions=[f"{each}()" for each in ("money", "will", "ill", "gift")],
    rules=[
        rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=2),
        rule("accept", if_=["gift()"], then="built()", qualifier=3, source=("¶4",)),
        rule("save", if_=["ill()"], then="saves()", qualifier=2),
    ],
    contraries=[("built()", "saves()")],
)


def told(expectation: Expectation, *assumed: str) -> Failure:
    assumptions = tuple(Assumption(statement(f"{each}()"), 5) for each in assumed)
    scenario = Scenario("try", "Try", assumptions, (expectation,))
    (found,) = outcomes(Case.of(BASE), scenario)
    assert not found.passed
    return failure(found)


def test_what_holds_unexpectedly_is_proven_in_numbered_steps() -> None:
    found = told(Expectation(BUILT, "not established"), "money", "will")
    assert found.summary == (
        "the town builds: expected not established, got holds, likely, by rule, because of build"
    )
    assert found.why == (
        "1. The town builds (likely), by build from 2 and 3",
        "2. The town has the money (assumed)",
        "3. The town has the will (assumed)",
    )


def test_what_does_not_hold_tells_what_is_missing() -> None:
    found = told(Expectation(BUILT, "holds"), "money")
    assert (found.expected, found.got) == ("holds", "not established")
    assert any("nothing shows that the town has the will" in line for line in found.why)


def test_another_rule_is_told_with_why_the_one_expected_does_not_apply() -> None:
    found = told(Expectation(BUILT, because="build"), "money", "will", "ill", "gift")
    assert (
        found.why[0] == "1. The town builds (very likely, though contested, ¶4), by accept from 2"
    )
    assert "The rule build does not apply: the mayor is ill (assumed)." in found.why


def test_a_contested_statement_shows_both_arguments() -> None:
    found = told(Expectation(BUILT, "holds"), "ill", "gift")
    assert found.got == "contested, very likely, by rule, because of accept"
    against = found.why.index("Against it: the town saves (likely, contested).")
    assert found.why[against + 1].startswith("1. The town saves")


def test_a_wrong_degree_names_the_weakest_link() -> None:
    chain = rulebase(
        vocabulary=VOCABULARY,
        questions=["gift()"],
        rules=[
            rule("grant", if_=["gift()"], then="money()", qualifier=1, title="A grant"),
            rule("spend", if_=["money()"], then="built()", qualifier=4, title="Spending"),
        ],
    )
    assumed = (Assumption(statement("gift()"), 5),)
    scenario = Scenario("try", "Try", assumed, (Expectation(BUILT, "holds", 4),))
    (found,) = outcomes(Case.of(chain), scenario)
    assert failure(found).why[-1] == (
        "The weakest link is step 2, “A grant” (a roughly even chance)."
    )


def test_what_is_expected_is_told_in_full() -> None:
    wanted = Expectation(BUILT, "holds", 4, "accept", (statement("ill()"), statement("money()")))
    assert told(wanted).expected == (
        "holds, almost certain, because of accept, missing the mayor is ill; the town has the money"
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.GROUND, "without the ground “the town has the money”"),
        (Kind.REBUTTAL, "without the rebuttal “the mayor is ill”"),
        (Kind.WEAKER, "says “roughly even chance” instead of “likely”"),
        (Kind.RULE, "without the rule"),
        (Kind.OVERRIDE, "without precedence over other"),
        (Kind.COMPARISON, "without the comparison “?x is not a”"),
        (Kind.ALTERNATIVE, "without the alternative “somebody pays”"),
        (Kind.FEWER, "asks for at least one instead of two of the alternatives"),
        (Kind.MORE, "asks for at least three instead of two of the alternatives"),
    ],
)
def test_what_a_mutant_changes_is_told_in_the_words_of_the_rule(kind: Kind, said: str) -> None:
    grounds: list[Part] = [
        "money()",
        any_of("gift()", "will()"),
        at_least(2, "gift()", "will()", "saves()"),
        *("p(?x)", "?x is not a"),
    ]
    changed = rule(
        *("r",), if_=grounds, unless=["ill()"], then="built()", qualifier=2, overrides=["other"]
    )
    base = rulebase(vocabulary=VOCABULARY, rules=[changed, rule("other", then="built()")])
    mutant = next(each for each in mutants(base) if each.kind is kind)
    assert change(base, mutant) == said
