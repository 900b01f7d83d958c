from __future__ import annotations

from collections.abc import Sequence

import pytest

from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scenarios import Assumption, Expectation, Scenario
from arguendo.testing.mutants import Kind
from arguendo.testing.mutation import Experiment, Fate, Score, Trial, score
from tests.builders import rule, rulebase, statement

TOWN = rule("build", if_=["money()", "will()"], unless=["ill()"], then="built()", qualifier=2)
WORKS = Scenario(
    "works",
    "It works",
    (Assumption(statement("money()"), 5), Assumption(statement("will()"), 5)),
    (Expectation(statement("built()"), "holds", 2),),
)


def town(*tests: Scenario, rules: Sequence[Rule] = (TOWN,)) -> RuleBase:
    return rulebase(questions=["money()", "will()", "ill()"], rules=rules, tests=tests)


def trial_of(base: RuleBase, kind: Kind, place: int = 0) -> Trial:
    experiment = Experiment(base)
    chosen = [mutant for mutant in experiment.mutants if mutant.kind is kind]
    return experiment.trial(chosen[place])


@pytest.mark.parametrize("kind", [Kind.WEAKER, Kind.RULE])
def test_a_mutant_is_killed_by_the_expectation_that_fails_in_it(kind: Kind) -> None:
    found = trial_of(town(WORKS), kind)
    assert (found.fate, found.noticed_in, found.noticed_by) == (
        *(Fate.KILLED, WORKS),
        WORKS.expectations[0],
    )


def test_a_survivor_tells_what_would_notice_it() -> None:
    found = trial_of(town(WORKS), Kind.GROUND, 1)
    assert found.fate is Fate.SURVIVED
    assert found.witness is not None
    assert found.witness.assumptions == {statement("money()"): True}
    assert not found.witness.case.holds(found.witness.statement)
    assert found.witness.mutant.holds(found.witness.statement)


def test_what_would_notice_a_mutant_does_when_it_is_written_down() -> None:
    witness = trial_of(town(WORKS), Kind.REBUTTAL).witness
    assert witness is not None
    assumed = tuple(
        Assumption(each, 5 if positive else 0) for each, positive in witness.assumptions.items()
    )
    standing = witness.case.standing(witness.statement)
    expected = Expectation(witness.statement, standing.status.value)
    written = Scenario("written", "Written down", assumed, (expected,))
    assert trial_of(town(WORKS, written), Kind.REBUTTAL).noticed_in == written


def test_a_mutant_that_nothing_tells_apart_is_equivalent_and_does_not_count() -> None:
    twin = rule("twin", if_=["money()", "will()"], then="built()", qualifier=2)
    base = town(rules=[rule("build", if_=["money()"], then="built()", qualifier=2), twin])
    experiment = Experiment(base)
    found = {(t.mutant.rule.id, t.mutant.kind): t.fate for t in experiment.trials()}
    assert found["twin", Kind.RULE] is Fate.EQUIVALENT
    assert found["build", Kind.RULE] is Fate.SURVIVED


def test_an_expectation_that_is_not_met_anyway_notices_nothing() -> None:
    wrong = Scenario("wrong", "Wrong", (), (Expectation(statement("built()"), "holds"),))
    experiment = Experiment(town(wrong))
    assert experiment.unmet == 1
    assert all(trial.fate is not Fate.KILLED for trial in experiment.trials())


def test_leaves_are_facts_questions_what_is_assumed_and_what_no_rule_concludes() -> None:
    chain = rule("chain", if_=["built()"], unless=["gone()"], then="used()")
    assumed = Scenario(
        "s", "S", (Assumption(statement("built()"), 5), Assumption(statement("odd()"), 0))
    )
    base = rulebase(facts=["fact()"], questions=["money()"], rules=[TOWN, chain], tests=(assumed,))
    found = {leaf.key for leaf in Experiment(base).leaves()}
    assert found == {"fact()", "money()", "built()", "gone()", "odd()"}


def test_the_score_leaves_out_what_is_equivalent() -> None:
    trials = list(Experiment(town(WORKS)).trials())
    found = score(trials)
    assert found.counts[Fate.KILLED] + found.counts[Fate.SURVIVED] == len(trials) == 5
    assert found.share == found.counts[Fate.KILLED] / 5
    assert Score({Fate.KILLED: 3, Fate.UNDECIDED: 1, Fate.EQUIVALENT: 9}).share == 0.75
    assert Score({Fate.EQUIVALENT: 2}).share == 1
