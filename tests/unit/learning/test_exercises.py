"""Every answer that an exercise gives is proven by the engine, over seeds and rule bases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from arguendo.case import Case
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.requirements import apply
from arguendo.explanation.why import Proof, Step, why
from arguendo.learning.answering import feedback, parse
from arguendo.learning.exercise import Exercise, Kind
from arguendo.learning.flawed import FLAWS, broken, has_flaw
from arguendo.learning.making import Teacher
from arguendo.learning.scenes import Setting
from arguendo.library import load
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf
from arguendo.statements import Literal, Statement
from arguendo.traces.building import outlined
from arguendo.traces.verifying import faults
from arguendo.valuation import Status
from arguendo.wording import exercises
from arguendo.wording.statements import Speaker
from tests.builders import condition, rule, rulebase, statement

EXAMPLES = Path(__file__).parents[3] / "examples"
FOLDERS = (None, EXAMPLES / "animals", EXAMPLES / "british-citizenship")
SEEDS = (1, 2, 3)
EACH = 5


@pytest.fixture(scope="module", params=FOLDERS, ids=("article", "animals", "citizenship"))
def teacher(request: pytest.FixtureRequest) -> Teacher:
    """A teacher of one of the rule bases that are there."""
    return Teacher(load(request.param))


def _made(teacher: Teacher, kind: Kind) -> Iterator[tuple[Exercise, Case, Statement]]:
    """Make exercises of a kind, each with its case on a graph of its own."""
    case = Teacher(teacher.space.rulebase).space.case
    for seed in SEEDS:
        found = list(islice(teacher.exercises(seed, [kind]), EACH))
        assert found
        for each in found:
            there = {statement(key): degree for key, degree in each.assumptions.items()}
            yield each, case.assume_all(there), statement(each.goal)


def _proof(case: Case, goal: Statement) -> Proof:
    proof = why(case, goal)
    assert proof is not None
    return proof


def test_predictions_are_what_the_valuation_says(teacher: Teacher) -> None:
    seen = set()
    for each, case, goal in _made(teacher, Kind.PREDICT):
        assert each.keys[each.right[0]] == case.standing(goal).status.value
        assert sorted(each.keys) == sorted(status.value for status in Status)
        seen.add(each.keys[each.right[0]])
    assert len(seen) > 1


def test_only_the_missing_fact_makes_the_conclusion_hold(teacher: Teacher) -> None:
    for each, case, goal in _made(teacher, Kind.MISSING):
        assert not case.holds(goal)
        for place, key in enumerate(each.keys):
            after = apply(case, [Literal(statement(key))])
            assert (after.standing(goal).status is Status.HOLDS) == ((place,) == each.right)
            assert after.holds(goal) == ((place,) == each.right)


def test_the_rule_that_a_missing_fact_completes_is_told(teacher: Teacher) -> None:
    rulebase = teacher.space.rulebase
    for each, case, goal in _made(teacher, Kind.MISSING):
        fact = statement(each.keys[each.right[0]])
        proof = _proof(apply(case, [Literal(fact)]), goal)
        steps = [step for step in proof.steps[: proof.main] if step.rule]
        resting = [step.rule for step in steps if fact in step.grounds] or [steps[0].rule]
        told = [exercises.rule_says(rulebase, rule) for rule in resting if rule]
        assert each.explanation[1] in told


def test_orders_keep_to_what_rests_on_what(teacher: Teacher) -> None:
    for each, case, goal in _made(teacher, Kind.ORDER):
        proof = _proof(case, goal)
        steps = {step.claim: step for step in proof.steps[: proof.main]}
        claims = [statement(key) for key in each.keys]
        rests = {
            (claims.index(ground), claims.index(claim))
            for claim in claims
            for ground in steps[claim].grounds
            if ground in claims
        }
        assert set(each.before) == rests
        assert each.is_right(each.right)
        assert not each.is_right(each.right[::-1])


def test_the_weakest_link_is_weaker_or_weightier_than_the_others(teacher: Teacher) -> None:
    for each, case, goal in _made(teacher, Kind.WEAKEST):
        pins = {pin.statement: pin.share for pin in linchpins(case, goal)}
        keys = [statement(key) for key in each.keys]
        proof = why(case, goal)
        if "weakest link" in each.prompt and proof:
            own = {step.claim: step.own_degree for step in proof.steps[: proof.main]}
            weights = [-own[key] for key in keys]
            assert own[keys[each.right[0]]] == proof.degree
        else:
            weights = [int(pins[key] * 1_000_000) for key in keys]
        assert weights.count(max(weights)) == 1
        assert (weights.index(max(weights)),) == each.right


def test_only_the_named_step_has_the_named_flaw(teacher: Teacher) -> None:
    seen = set()
    for each, case, goal in _made(teacher, Kind.FLAW):
        proof = _proof(case, goal)
        said = each.keys[each.right[0]]
        flaw = said.partition(" ")[2]
        seen.add(flaw)
        setting = Setting(case, teacher.space.field[goal], _NO_RANDOM)
        chains = [c for c in broken(setting, proof, flaw) if f"{c.n} {c.flaw}" == said]
        told = [_lines(setting, chain.steps) for chain in chains]
        chain = chains[told.index(each.scene)]
        for key in each.keys:
            number, _, kind = key.partition(" ")
            step, sound = chain.steps[int(number) - 1], proof.steps[int(number) - 1]
            assert has_flaw(step, sound, kind) == (key == said)
    assert len(seen) > 1


def _lines(setting: Setting, steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(exercises.steps(Speaker(setting.rulebase), steps))


def test_a_broken_argument_fails_the_check_that_the_sound_one_passes() -> None:
    teacher = Teacher(_town())
    goal = statement("c(x)")
    setting = Setting(teacher.space.case, teacher.space.field[goal], _NO_RANDOM)
    proof = _proof(setting.case, goal)
    sound = outlined(setting.found(proof))
    assert not [each for each in faults(setting.case, sound) if each.step]
    made = {flaw: [(c.n, c.flaw) for c in broken(setting, proof, flaw)] for flaw in FLAWS}
    assert made["reversed"] == [(2, "reversed")]
    assert made["overstated"] == [(1, "overstated")]
    assert {n for n, _ in made["dropped"]} == {1}


def test_a_ground_is_no_flaw_to_drop_where_another_branch_does_without_it() -> None:
    either = AnyOf((condition("q(?x)"), AllOf((condition("q(?x)"), condition("p(?x)")))))
    base = rulebase(
        facts=["p(x)", "q(x)", "s(x)"],
        rules=[
            rule("r1", if_=["s(?x)"], then="t(?x)"),
            rule("r2", if_=["t(?x)", either], then="u(?x)"),
        ],
    )
    teacher, goal = Teacher(base), statement("u(x)")
    setting = Setting(teacher.space.case, teacher.space.field[goal], _NO_RANDOM)
    proof = _proof(setting.case, goal)
    left = [set(c.steps[0].grounds) for c in broken(setting, proof, "dropped")]
    enough = {statement("t(x)"), statement("q(x)")}
    assert left
    assert not any(enough <= each for each in left)


def test_equal_seeds_make_equal_exercises_and_no_exercise_twice(teacher: Teacher) -> None:
    first, again = (list(islice(teacher.exercises(5), 12)) for _ in range(2))
    assert first == again
    assert first != list(islice(teacher.exercises(6), 12))
    assert len({(each.topic, each.scene, each.items) for each in first}) == len(first)


def test_exercises_keep_to_the_conclusions_named() -> None:
    teacher = Teacher(_town(), [statement("b(x)")])
    assert {each.goal for each in islice(teacher.exercises(1), 4)} == {"b(x)"}


def test_answers_are_read_strictly() -> None:
    made = {each.kind: each for each in islice(Teacher(load(FOLDERS[1])).exercises(1), 5)}
    choice, order = made[Kind.PREDICT], made[Kind.ORDER]
    count = len(order.items)
    backwards = tuple(reversed(range(count)))
    assert parse(choice, "2") == (1,)
    assert [parse(choice, text) for text in ("", "0", "5", "1 2", "²", "x")] == [None] * 6
    typed = " ".join(str(n + 1) for n in backwards)
    assert parse(order, typed) == parse(order, typed.replace(" ", ", ")) == backwards
    assert parse(order, typed.replace(" ", "")) == backwards
    assert parse(order, "1 1 2") is None


def test_a_wrong_order_is_told_what_must_come_first() -> None:
    teacher = Teacher(load(FOLDERS[1]))
    order = next(iter(teacher.exercises(1, [Kind.ORDER])))
    told = feedback(Speaker(teacher.space.rulebase), order, order.right[::-1])
    assert not told.is_right
    assert any("comes first" in line for line in told.lines)


_NO_RANDOM = Random(0)
"""Nothing that is tested with it draws."""


def _town() -> RuleBase:
    return rulebase(
        facts=["a(x)", "d(x)"],
        rules=[
            rule("r1", if_=["a(?x)"], then="b(?x)"),
            rule("r2", if_=["b(?x)", "d(?x)"], then="c(?x)", qualifier=3),
        ],
    )
