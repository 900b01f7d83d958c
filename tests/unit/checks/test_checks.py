"""Each check fires somewhere (in `tests/fixtures/bad`) and is silent on the near misses here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from arguendo import checks
from arguendo.checks import (
    circular_rebuttals,
    clashing_assumptions,
    clashing_templates,
    idle_contraries,
    idle_overrides,
    impossible_variables,
    several_values,
    shared_names,
    unsafe_variables,
)
from arguendo.problems import Problem
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.scenarios import Assumption, Scenario
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import all_of, any_of, rule, rulebase, statement

BAD = Path(__file__).resolve().parents[2] / "fixtures" / "bad"


def found(problems: Iterator[Problem]) -> list[str]:
    return [problem.message for problem in problems]


def test_every_check_fires_in_some_bad_example() -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in BAD.glob("*/problems.txt"))
    codes = {
        circular_rebuttals.check: "circular-rebuttal",
        clashing_assumptions.check: "clashing-assumptions",
        clashing_templates.check: "clashing-templates",
        idle_contraries.check: "idle-contrary",
        idle_overrides.check: "idle-override",
        impossible_variables.check: "impossible-variable",
        several_values.check: "several-values",
        shared_names.check: "shared-name",
        unsafe_variables.check: "unsafe-variable",
    }
    assert set(codes) == set(checks.ALL)
    assert [code for code in codes.values() if f"[{code}]" not in told] == []


@pytest.mark.parametrize("check", checks.ALL)
def test_every_check_is_silent_on_an_empty_rule_base(check: checks.Check) -> None:
    assert found(check(rulebase())) == []


class TestUnsafeVariables:
    @pytest.mark.parametrize(
        "sound",
        [
            rule("r", if_=["p(?x)", "not q(?x)", "?x is not a"], unless=["q(?x)"], then="s(?x)"),
            rule("r", if_=["p(?x)", "not q(?_)"], unless=["q(?_)"], then="s(?x)"),
            rule("r", if_=["?y is ?x", "?x is 3", "?y is at least 2"], then="s(?y)"),
            rule("r", if_=[any_of("p(?x)", all_of("q(?y)", "?x is ?y"))], then="s(?x)"),
            rule("r", then="s(a)"),
        ],
    )
    def test_bound_variables_are_safe(self, sound: Rule) -> None:
        assert found(unsafe_variables.check(rulebase(rules=[sound]))) == []

    @pytest.mark.parametrize(
        ("unsafe", "variable"),
        [
            (rule("r", if_=["p(?x)"], then=["s(?x)", "s(?y)"]), "?y"),
            (rule("r", if_=["not p(?x)"], then="s(a)"), "?x"),
            (
                rule("r", if_=["p(?x)"], unless=[all_of("q(?y)", "?y is not ?x")], then="s(?x)"),
                "?y",
            ),
            (rule("r", if_=["?x is ?y"], then="s(a)"), "?x"),
            (rule("r", if_=["p(?_)"], then="s(?_)"), "?_"),
            (rule("r", if_=["?_ is a"], then="s(a)"), "?_"),
            (rule("r", if_=["p(?_)"], unless=["?_ is not a"], then="s(a)"), "?_"),
            (rule("r", if_=["p(?x)", "?x is less than ?y"], then="s(?x)"), "?y"),
            (rule("r", if_=["?x is not a"], then="s(a)"), "?x"),
        ],
    )
    def test_free_variables_are_not(self, unsafe: Rule, variable: str) -> None:
        message, *_ = found(unsafe_variables.check(rulebase(rules=[unsafe])))
        assert f" {variable} " in message


class TestImpossibleVariables:
    """`p` takes persons, `n` numbers, `d` dates and `x` anything."""

    def problems(self, given: Rule) -> list[str]:
        kinds = {"p": ("person",), "n": ("number",), "d": ("date",), "x": ()}
        predicates = [Predicate(id, (Slot("of", each),), "") for id, each in kinds.items()]
        vocabulary = Vocabulary([Entity("a", "Ann", "person")], predicates)
        base = rulebase(rules=[given], vocabulary=vocabulary)
        return [problem.code for problem in impossible_variables.check(base)]

    @pytest.mark.parametrize(
        "sound",
        [
            rule("r", if_=["x(?y)", "p(?y)"], then="x(?y)"),
            rule("r", if_=["p(?_)", "n(?_)"], then="x(a)"),
            rule("r", if_=[any_of("p(?y)", "n(?y)")], then="x(?y)"),
            rule("r", if_=["n(?y)", "?y is at least 3"], then="n(?y)"),
            rule("r", if_=["x(?y)", "?y is after 2017-01-01"], then="x(?y)"),
            rule("r", if_=["p(?y)", "?y is not 3"], then="x(?y)"),
        ],
    )
    def test_silent(self, sound: Rule) -> None:
        assert self.problems(sound) == []

    @pytest.mark.parametrize(
        ("idle", "code"),
        [
            (rule("r", if_=["p(?y)", "n(?y)"], then="x(?y)"), "impossible-variable"),
            (rule("r", if_=["n(?y)"], then="p(?y)"), "impossible-variable"),
            (rule("r", if_=["n(?y)"], unless=["p(?y)"], then="x(?y)"), "impossible-variable"),
            (rule("r", if_=["p(?y)", "?y is less than 3"], then="x(?y)"), "idle-comparison"),
            (rule("r", if_=["n(?y)", "?y is before 2017-01"], then="x(?y)"), "idle-comparison"),
            (rule("r", if_=["d(?y)", "n(?z)", "?y is after ?z"], then="x(a)"), "idle-comparison"),
            (rule("r", if_=["x(?y)", "?y is more than a"], then="x(?y)"), "idle-comparison"),
        ],
    )
    def test_told(self, idle: Rule, code: str) -> None:
        assert self.problems(idle) == [code]


class TestIdleOverrides:
    def overriding(self, one: str, other: str, **more: Any) -> RuleBase:
        rules = [rule("one", then=one, overrides=["other"]), rule("other", then=other)]
        return rulebase(rules=rules, **more)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("p(?x)", "p(a)"), ("p(a)", "p(a)"), ("p(?x)", "q(?y)"), ("q(b)", "p(b)")],
    )
    def test_claims_that_can_meet(self, one: str, other: str) -> None:
        base = self.overriding(one, other, contraries=[("p(?x)", "q(?x)")])
        assert found(idle_overrides.check(base)) == []

    @pytest.mark.parametrize(
        ("one", "other"),
        [("p(b)", "p(a)"), ("p(a)", "q(b)"), ("p(a)", "r(a)"), ("t(?x, ?x)", "t(a, b)")],
    )
    def test_claims_that_cannot(self, one: str, other: str) -> None:
        base = self.overriding(one, other, contraries=[("p(?x)", "q(?x)")])
        assert len(found(idle_overrides.check(base))) == 1

    def test_a_circle_is_reported_once(self) -> None:
        rules = [
            rule("a", then="p(a)", overrides=["b"]),
            rule("b", then="p(a)", overrides=["c"]),
            rule("c", then="p(a)", overrides=["a"]),
            rule("d", then="p(a)", overrides=["a"]),
        ]
        assert found(idle_overrides.check(rulebase(rules=rules))) == [
            "these overrides run in a circle"
        ]

    def test_a_rule_cannot_override_itself(self) -> None:
        rules = [rule("a", then="p(a)", overrides=["a"])]
        assert len(found(idle_overrides.check(rulebase(rules=rules)))) == 1


class TestCircularRebuttals:
    def test_a_circle_without_rebuttals_is_sound(self) -> None:
        rules = [rule("a", if_=["p(a)"], then="q(a)"), rule("b", if_=["q(a)"], then="p(a)")]
        assert found(circular_rebuttals.check(rulebase(rules=rules))) == []

    def test_a_rule_against_itself_is_not(self) -> None:
        rules = [rule("a", unless=["p(a)"], then="p(a)")]
        assert found(circular_rebuttals.check(rulebase(rules=rules))) == [
            "“a” rests on its own claim not holding"
        ]


class TestClashingAssumptions:
    def assuming(self, *pairs: tuple[str, int]) -> RuleBase:
        assumptions = tuple(Assumption(statement(text), degree) for text, degree in pairs)
        return rulebase(
            scenarios=(Scenario("s", "S", assumptions),),
            contraries=[("p(?x)", "q(?x, ?any)")],
        )

    @pytest.mark.parametrize(
        "pairs",
        [
            [("p(a)", 5), ("q(b, a)", 5)],
            [("p(a)", 5), ("q(a, b)", 0)],
            [("p(a)", 5), ("p(a)", 5)],
        ],
    )
    def test_assumptions_that_can_stand_together(self, pairs: list[tuple[str, int]]) -> None:
        assert found(clashing_assumptions.check(self.assuming(*pairs))) == []

    @pytest.mark.parametrize(
        "pairs",
        [
            [("p(a)", 5), ("q(a, c)", 5)],
            [("q(a, c)", 5), ("p(a)", 5)],
            [("p(a)", 5), ("p(a)", 0)],
        ],
    )
    def test_assumptions_that_cannot(self, pairs: list[tuple[str, int]]) -> None:
        assert len(found(clashing_assumptions.check(self.assuming(*pairs)))) == 1


class TestVocabulary:
    def test_one_name_may_serve_two_kinds(self) -> None:
        entities = [Entity("a", "Mercury", "god"), Entity("b", "Mercury", "planet")]
        assert found(shared_names.check(rulebase(vocabulary=Vocabulary(entities)))) == []

    def test_an_id_is_a_name_too(self) -> None:
        entities = [Entity("sun", "Sol", "star"), Entity("b", "the Sun", "star")]
        assert len(found(shared_names.check(rulebase(vocabulary=Vocabulary(entities))))) == 1

    def clash(self, *predicates: Predicate) -> int:
        return len(found(clashing_templates.check(rulebase(vocabulary=Vocabulary((), predicates)))))

    def test_the_same_words_for_different_kinds_are_told_apart(self) -> None:
        one = Predicate("one", (Slot("x", ("god",)),), "{x} shines")
        other = Predicate("other", (Slot("x", ("planet",)),), "{x} shines")
        anything = Predicate("anything", (Slot("y"),), "{y} shines")
        assert self.clash(one, other) == 0
        assert self.clash(one, anything) == 1

    def test_a_sentence_cannot_be_its_own_denial_or_turn_around(self) -> None:
        slots = (Slot("x"), Slot("y"))
        assert self.clash(Predicate("p", slots, "{x} meets {y}", denies="the {x} meets {y}")) == 1
        assert self.clash(Predicate("p", slots, "{x} meets {y}", also=("{y} meets {x}",))) == 1
        assert self.clash(Predicate("p", slots, "{x} meets {y}", also=("{x} meets the {y}",))) == 0

    def test_contraries_whose_kinds_differ_never_meet(self) -> None:
        predicates = [
            Predicate("p", (Slot("x", ("god", "planet")),), "{x} rises"),
            Predicate("q", (Slot("x", ("planet",)),), "{x} sets"),
            Predicate("r", (Slot("x", ("star",)),), "{x} dies"),
        ]
        base = rulebase(
            vocabulary=Vocabulary((), predicates),
            contraries=[("p(?x)", "q(?x)"), ("p(?x)", "r(?x)"), ("p(?x)", "r(?y)")],
        )
        assert len(found(idle_contraries.check(base))) == 1
