"""Checks of rules by themselves and against each other; each also has a page with examples."""

from __future__ import annotations

from typing import Any

import pytest

from arguendo.facts import Source
from arguendo.review import (
    contradictory_rules,
    redundant_rule,
    rule_that_never_fires,
    rule_without_source,
    rule_without_warrant,
    self_support,
    subsumed_rule,
    unopposed_conclusion,
    unreachable_rule,
    untested_rule,
)
from arguendo.rules import Rule
from arguendo.scenarios import Assumption, Expectation, Scenario
from tests.builders import all_of, any_of, at_least, rule, rulebase, statement
from tests.unit.review.claims import messages


def scenario(*assumed: str, id: str = "t", expect: str = "") -> Scenario:
    return Scenario(
        id,
        "A test",
        tuple(Assumption(statement(each), 5) for each in assumed),
        (Expectation(statement(expect)),) if expect else (),
    )


class TestUnreachableRule:
    def told(self, *rules: Rule, **more: Any) -> list[str]:
        return messages(unreachable_rule.check, rules=rules, **more)

    def test_names_the_ground_that_nothing_fills(self) -> None:
        idle = rule("r", if_=["p(?x)", "q(?x, b)"], then="s(?x)")
        assert self.told(idle, facts=["p(a)", "q(a, c)"]) == [
            "“r” never applies: nothing can fill its ground “q(?x, b)”"
        ]

    @pytest.mark.parametrize(
        "more",
        [
            {"facts": ["p(a)"]},
            {"questions": ["p(a)"]},
            {"scenarios": [scenario("p(a)")]},
            {"tests": [scenario("p(a)")]},
        ],
    )
    def test_whatever_may_hold_fills_it(self, more: dict[str, Any]) -> None:
        assert self.told(rule("r", if_=["p(?x)"], then="s(?x)"), **more) == []

    def test_one_alternative_is_enough(self) -> None:
        either = rule("r", if_=[any_of("p(a)", "q(a)")], then="s(a)")
        assert self.told(either, facts=["q(a)"]) == []

    def test_a_rule_that_waits_for_another_is_told_which(self) -> None:
        one = rule("one", if_=["p(a)"], then="q(a)")
        two = rule("two", if_=["q(a)"], then="s(a)")
        _, waiting = self.told(one, two)
        assert waiting == "“two” never applies: nothing ever concludes its ground “q(a)”"

    def test_grounds_that_never_meet(self) -> None:
        apart = rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")
        (told,) = self.told(apart, facts=["p(a)", "q(b)"])
        assert "never all of them together" in told

    def test_rules_that_contradict_themselves_are_left_to_another_check(self) -> None:
        odd = rule("r", if_=["p(?x)", "?x is more than 3", "?x is less than 2"], then="s(?x)")
        assert self.told(odd, facts=["p(1)"]) == []


class TestRuleThatNeverFires:
    @pytest.mark.parametrize(
        "odd",
        [
            rule("r", if_=["p(?x)"], unless=["p(?x)"], then="s(?x)"),
            rule("r", if_=["p(?x)", "not p(?x)"], then="s(?x)"),
            rule("r", if_=["p(?x, ?y)"], unless=["p(?x, ?_)"], then="s(?x)"),
            rule("r", if_=["p(?x)", "q(?x)"], unless=[all_of("p(?x)", "q(?x)")], then="s(?x)"),
            rule("r", if_=["p(?x)"], unless=["q(?x)", "not q(?x)"], then="s(?x)"),
            rule("r", if_=["p(?x)", "?x is not ?x"], then="s(?x)"),
            rule("r", if_=["p(?x)", "?x is a", "?x is b"], then="s(?x)"),
            rule("r", if_=[any_of("p(a)", "q(a)"), "r(a)", "not r(a)"], then="s(a)"),
        ],
    )
    def test_told(self, odd: Rule) -> None:
        (told,) = messages(rule_that_never_fires.check, rules=[odd])
        assert told.startswith("“r” contradicts itself")

    @pytest.mark.parametrize(
        "sound",
        [
            rule("r", if_=["p(?x)"], unless=["p(a)"], then="s(?x)"),
            rule("r", if_=["p(?x)"], unless=[all_of("p(?x)", "q(?x)")], then="s(?x)"),
            rule("r", if_=["p(?x)"], unless=[all_of("p(?x)", "?x is not a")], then="s(?x)"),
            rule("r", if_=["p(?x)", "?x is at least 3", "?x is at most 3"], then="s(?x)"),
            rule("r", if_=[any_of("p(a)", all_of("q(a)", "not q(a)"))], then="s(a)"),
            rule("r", if_=["p(?x)", "c(?x)"], then="s(?x)"),
        ],
    )
    def test_silent(self, sound: Rule) -> None:
        base = rulebase(rules=[sound], contraries=[("p(?x)", "c(?x)")])
        assert messages(rule_that_never_fires.check, base) == []


GENERAL = rule("general", if_=["p(?x)", "q(?x, ?y)"], unless=["r(?x)"], then="s(?x)", qualifier=2)


class TestRulesThatCoverOthers:
    @pytest.mark.parametrize(
        "same",
        [
            rule("r", if_=["q(?b, ?a)", "p(?b)"], unless=["r(?b)"], then="s(?b)", qualifier=2),
            rule("r", if_=["p(?x)", "q(?x, ?_)"], unless=["r(?x)"], then="s(?x)", qualifier=2),
        ],
    )
    def test_the_same_in_other_words(self, same: Rule) -> None:
        (told,) = messages(redundant_rule.check, rules=[GENERAL, same])
        assert told.startswith("“r” says the same as “general”")
        assert messages(subsumed_rule.check, rules=[GENERAL, same]) == []

    @pytest.mark.parametrize(
        "idle",
        [
            rule("r", if_=["p(?x)", "q(?x, ?y)"], unless=["r(?x)"], then="s(?x)", qualifier=1),
            rule("r", if_=["p(?x)", "q(?x, a)"], unless=["r(?x)"], then="s(?x)", qualifier=2),
            rule("r", if_=["p(a)", "q(a, b)"], unless=["r(?_)", "t(b)"], then="s(a)", qualifier=1),
            rule("r", if_=["p(?x)", "q(?x, ?x)"], unless=["r(?x)"], then="s(?x)", qualifier=2),
            rule(
                "r",
                if_=["p(?x)", "q(?x, ?y)", any_of("t(?x)", "u(?x)")],
                unless=["r(?x)"],
                then="s(?x)",
                qualifier=2,
            ),
        ],
    )
    def test_one_that_adds_nothing(self, idle: Rule) -> None:
        (told,) = messages(subsumed_rule.check, rules=[idle, GENERAL])
        assert told.startswith("“r” can never add anything: “general”")

    @pytest.mark.parametrize(
        "other",
        [
            rule("r", if_=["p(?x)", "q(?x, a)"], unless=["r(?x)"], then="s(?x)", qualifier=3),
            rule("r", if_=["p(?x)", "q(?x, ?y)"], then="s(?x)", qualifier=1),
            rule("r", if_=["p(?x)", "q(?x, ?y)"], unless=["r(?y)"], then="s(?x)", qualifier=1),
            rule("r", if_=["p(?x)", "q(?y, ?x)"], unless=["r(?x)"], then="s(?x)", qualifier=1),
            rule("r", if_=["p(?x)", "q(?x, ?y)"], unless=["r(?x)"], then="s(?y)", qualifier=1),
            rule(
                "r",
                if_=["p(?x)", any_of("q(?x, ?y)", "t(?x)")],
                unless=["r(?x)"],
                then="s(?x)",
                qualifier=1,
            ),
        ],
    )
    def test_one_that_may_add_something(self, other: Rule) -> None:
        for check in (subsumed_rule.check, redundant_rule.check):
            assert messages(check, rules=[GENERAL, other]) == []

    def test_an_exception_that_overrides_is_not_idle(self) -> None:
        special = rule(
            "special",
            if_=["p(?x)", "q(?x, a)"],
            unless=["r(?x)"],
            then="s(?x)",
            qualifier=1,
            overrides=["third"],
        )
        third = rule("third", if_=["t(?x)"], then="s(?x)", qualifier=5)
        assert messages(subsumed_rule.check, rules=[GENERAL, special, third]) == []

    def test_nor_is_one_that_stands_in_when_the_general_rule_is_set_aside(self) -> None:
        special = rule("special", if_=["p(?x)", "q(?x, a)"], unless=["r(?x)"], then="s(?x)")
        winner = rule("winner", if_=["t(?x)"], then="s(?x)", qualifier=1, overrides=["general"])
        strong = [rule("general", if_=["p(?x)"], then="s(?x)"), special, winner]
        assert messages(subsumed_rule.check, rules=strong) == []


class TestContradictoryRules:
    def told(self, *rules: Rule) -> list[str]:
        contraries = [("good(?x)", "bad(?x, ?y)")]
        return messages(contradictory_rules.check, rules=rules, contraries=contraries)

    @pytest.mark.parametrize("more", [[], ["q(?a)"]])
    def test_one_that_applies_wherever_the_other_does(self, more: list[str]) -> None:
        one = rule("one", if_=["p(?x)"], then="good(?x)")
        two = rule("two", if_=["p(?a)", *more], then="bad(?a, b)")
        assert self.told(one, two) == [
            "wherever “two” applies, “one” applies as well, and “bad(?a, b)” is contrary to "
            "“good(?x)”"
        ]

    def test_one_rule_that_concludes_both(self) -> None:
        (told,) = self.told(rule("one", if_=["p(?x)"], then=["good(?x)", "bad(?x, b)"]))
        assert told.startswith("“one” concludes both of what is declared contrary")

    def test_no_statement_is_contrary_to_itself(self) -> None:
        one = rule("one", if_=["p(?x, ?y)"], then="is_a(?x, ?y)")
        two = rule("two", if_=["p(?x, ?y)", "q(?x)"], then="is_a(?x, ?y)")
        base = rulebase(rules=[one, two], contraries=[("is_a(?x, ?a)", "is_a(?x, ?b)")])
        assert messages(contradictory_rules.check, base) == []

    def test_rebuttals_that_both_have_decide_nothing(self) -> None:
        one = rule("one", if_=["p(?x)"], unless=["r(?x)"], then="good(?x)")
        two = rule("two", if_=["p(?x)"], unless=["r(?x)"], then="bad(?x, b)")
        assert len(self.told(one, two)) == 1

    @pytest.mark.parametrize(
        "two",
        [
            rule("two", if_=["p(?x)", "q(?x)"], then="bad(?x, b)", overrides=["one"]),
            rule("two", if_=["p(?x)"], unless=["q(?x)"], then="bad(?x, b)"),
            rule("two", if_=["q(?x)"], then="bad(?x, b)"),
            rule("two", if_=["p(?x)", "q(?y)"], then="bad(?y, b)"),
            rule("two", if_=["p(?x)"], then="worse(?x)"),
        ],
    )
    def test_silent(self, two: Rule) -> None:
        assert self.told(rule("one", if_=["p(?x)"], then="good(?x)"), two) == []


class TestSelfSupport:
    def told(self, *rules: Rule, facts: list[str]) -> list[str]:
        return messages(self_support.check, rules=rules, facts=facts)

    def test_two_rules_that_argue_for_each_other(self) -> None:
        one = rule("one", if_=["fear(?x)"], then="threat(?x)", qualifier=2)
        two = rule("two", if_=["threat(?x)", "q(?x)"], then="fear(?x)", qualifier=2)
        facts = ["fear(a)", "q(a)"]
        assert self.told(one, two, facts=facts) == ["“fear(a)” is argued for in a circle"]

    def test_two_that_raise_each_other(self) -> None:
        rules = [
            rule("one", if_=["armed(a)"], then="armed(b)", qualifier=2),
            rule("two", if_=["armed(b)"], then="armed(a)", qualifier=2),
        ]
        assert len(self.told(*rules, facts=["armed(a)"])) == 1

    def test_a_rule_that_concludes_its_own_ground(self) -> None:
        own = rule("r", if_=["p(?x)", "q(?x)"], then="p(?x)")
        assert self.told(own, facts=["p(a)"]) == ["“r” concludes what is among its own grounds"]

    @pytest.mark.parametrize(
        "rules",
        [
            [rule("one", if_=["edge(?x, ?y)"], then="edge(?y, ?x)", qualifier=2)],
            [
                rule("one", if_=["edge(?x, ?y)"], then="way(?x, ?y)", qualifier=2),
                rule("two", if_=["way(?x, ?y)", "edge(?y, ?z)"], then="way(?x, ?z)", qualifier=2),
                rule("three", if_=["way(?x, ?y)", "road(?y, ?z)"], then="way(?x, ?z)", qualifier=2),
            ],
            [
                rule("one", if_=["edge(?x, ?y)"], then="back(?y, ?x)"),
                rule("two", if_=["back(?y, ?x)"], then="edge(?x, ?y)"),
            ],
            [
                rule("one", if_=["even(?x)", "edge(?x, ?y)"], then="odd(?y)", qualifier=2),
                rule("two", if_=["odd(?x)", "edge(?x, ?y)"], then="even(?y)", qualifier=2),
            ],
        ],
    )
    def test_recursion_over_things_that_lie_in_a_circle(self, rules: list[Rule]) -> None:
        facts = ["edge(a, b)", "edge(b, a)", "road(b, a)", "even(a)"]
        assert self.told(*rules, facts=facts) == []

    def test_a_circle_that_nothing_enters(self) -> None:
        one = rule("one", if_=["fear(?x)"], then="threat(?x)", qualifier=2)
        two = rule("two", if_=["threat(?x)"], then="fear(?x)", qualifier=2)
        assert self.told(one, two, facts=[]) == []


class TestUnopposedConclusion:
    def told(self, *rules: Rule, **more: Any) -> list[str]:
        return messages(unopposed_conclusion.check, rules=rules, facts=["p(a)", "p(b)"], **more)

    def test_a_doubt_that_nobody_can_raise(self) -> None:
        (told,) = self.told(rule("r", if_=["p(?x)"], then="s(?x)", qualifier=2))
        assert told.startswith("“s(a)” (and 1 more like it) is only “likely”")

    def test_what_follows_from_it_is_not_told_again(self) -> None:
        first = rule("r", if_=["p(a)"], then="s(a)", qualifier=2)
        then = rule("t", if_=["s(a)"], then="t(a)", qualifier=2)
        assert len(self.told(first, then)) == 1

    @pytest.mark.parametrize(
        "rules",
        [
            [rule("r", if_=["p(?x)"], then="s(?x)")],
            [rule("r", if_=["p(?x)"], unless=["q(?x)"], then="s(?x)", qualifier=2)],
            [rule("r", if_=["p(?x)", "open(c)"], then="s(?x)", qualifier=2)],
            [rule("r", if_=["p(?x)"], then="good(?x)", qualifier=2)],
            [rule("r", if_=["doubtful(?x)"], then="s(?x)", qualifier=2)],
            [
                rule("r", if_=["p(a)"], then="s(a)", qualifier=2),
                rule("w", if_=["p(b)"], then="s(a)", qualifier=2, overrides=["r"]),
            ],
        ],
    )
    def test_silent(self, rules: list[Rule]) -> None:
        more = {
            "questions": ["open(c)"],
            "tests": [scenario("doubtful(a)")],
            "contraries": [("good(?x)", "bad(?x)")],
        }
        assert self.told(*rules, **more) == []


class TestSourcesAndWarrants:
    def test_each_rule_is_told(self) -> None:
        bare, full = rule("bare", then="p()"), rule("full", then="p()", because="b", source=("¶1",))
        base = rulebase(rules=[bare, full], sources=(Source("s", "S", paragraphs={"¶1": ""}),))
        (source,) = messages(rule_without_source.check, base)
        (warrant,) = messages(rule_without_warrant.check, base)
        assert source == "“bare” does not say what it is drawn from"
        assert warrant == "“bare” does not say why its grounds speak for “p()”"

    def test_without_any_source_it_is_told_once(self) -> None:
        rules = [rule("one", then="p()"), rule("two", then="q()")]
        (told,) = messages(rule_without_source.check, rules=rules)
        assert told == "none of the 2 rules names a source, and none is declared"
        (told,) = messages(rule_without_source.check, rules=rules[:1])
        assert told == "the rule names no source, and none is declared"


class TestUntestedRule:
    RULES = (
        rule("one", if_=["p(?x)"], then="s(?x)"),
        rule("two", if_=[at_least(1, "q(?x)", "r(?x)")], unless=["p(?x)"], then="s(?x)"),
    )

    def told(self, *tests: Scenario) -> list[str]:
        return messages(
            untested_rule.check, rules=self.RULES, questions=["p(a)", "q(a)"], tests=tests
        )

    def test_a_rule_that_applies_nowhere(self) -> None:
        blocked = scenario("p(a)", "q(a)", expect="s(a)")
        assert self.told(blocked) == ["“two” applies in no scenario and no test"]

    def test_silent_when_each_applies_somewhere(self) -> None:
        both = (scenario("p(a)", expect="s(a)"), scenario("q(a)", id="u", expect="s(a)"))
        assert self.told(*both) == []

    def test_without_expectations_nothing_is_tested(self) -> None:
        assert self.told(scenario("p(a)"), scenario("q(a)", id="u")) == [
            "no scenario or test says what should come of the 2 rules"
        ]
        assert messages(untested_rule.check, rules=self.RULES[:1]) == [
            "no scenario or test says what should come of the rule"
        ]
