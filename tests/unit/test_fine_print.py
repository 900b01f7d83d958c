"""The seventeen points of the semantics' fine print, a class each.

Many are also held by property tests where they live; here each stands in a case small enough to be
checked by hand.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.branches import MOST_BRANCHES, TooManyBranches
from arguendo.case import Case
from arguendo.checks import idle_overrides, unsafe_variables
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.questions import open_questions, sweep
from arguendo.explanation.requirements import Also, Scope, requirements
from arguendo.explanation.why import Proof, why
from arguendo.facts import Fact, Source
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import parse_statement
from arguendo.valuation import Basis, Reason, Status
from arguendo.wording.answers import word
from tests.builders import all_of, any_of, at_least, fact, rule, rulebase, statement


def case(base: RuleBase, **made: int) -> Case:
    """A case in which propositions have been assumed: `p=5`, or `p=0` for false."""
    opened = Case.of(base, editing=True)
    return opened.assume_all({statement(f"{name}()"): degree for name, degree in made.items()})


def status(of: Case, key: str) -> Status:
    return of.standing(statement(key)).status


def proof(of: Case, key: str) -> Proof:
    found = why(of, statement(key))
    assert found
    return found


CONTRARY = rulebase(
    facts=["p()", "q()"],
    rules=[rule("r", if_=["p()"], then="r()", qualifier=2), rule("s", if_=["q()"], then="s()")],
    contraries=[("r()", "s()"), ("t()", "p()"), ("q()", "u()")],
)


class Test01Status:
    def test_the_four_answers(self) -> None:
        of = case(CONTRARY)
        assert [status(of, key) for key in ("r()", "p()", "t()", "x()")] == [
            Status.CONTESTED,
            Status.HOLDS,
            Status.DOES_NOT_HOLD,
            Status.NOT_ESTABLISHED,
        ]
        assert status(of.suppose_away(statement("x()")), "x()") is Status.DOES_NOT_HOLD

    def test_the_reasons(self) -> None:
        base = rulebase(
            facts=["p()", "q()"],
            rules=[
                rule("a", if_=["none()"], then="a()"),
                rule("b", if_=["p()"], unless=["q()"], then="b()"),
            ],
        )
        reasons = [case(base).standing(statement(key)).reason for key in ("a()", "b()", "c()")]
        assert reasons == [Reason.UNSUPPORTED, Reason.REBUTTED, Reason.NO_RULE]


class Test02AssumptionsAreInterventions:
    def test_true_gives_the_top_or_the_degree_said_and_false_nothing(self) -> None:
        assert case(CONTRARY, r=5).degree(statement("r()")) == 5
        assert case(CONTRARY, r=1).degree(statement("r()")) == 1
        assert case(CONTRARY, r=0).degree(statement("r()")) == 0

    def test_it_is_said_to_be_assumed_and_what_it_sets_aside_is_shown(self) -> None:
        of = case(CONTRARY, p=5)
        assert of.standing(statement("p()")).basis is Basis.ASSUMPTION
        told = word(answer(of, Query(Intent.ASK, statement("p()"))))
        assert "by assumption" in told.answer
        denied = word(answer(case(CONTRARY, r=0), Query(Intent.ASK, statement("r()"))))
        said = " ".join(line for block in denied.blocks for line in block.lines)
        assert "sets aside the rule “r”" in said


class Test03SupposedAwayIsFalse:
    def test_for_facts_and_conclusions_and_retracting_makes_it_unknown_again(self) -> None:
        away = case(CONTRARY).suppose_away(statement("p()")).suppose_away(statement("s()"))
        assert (status(away, "p()"), status(away, "s()")) == (Status.DOES_NOT_HOLD,) * 2
        back = away.retract(statement("p()"))
        assert back.standing(statement("p()")).basis is Basis.FACT
        assumed = case(CONTRARY, x=5)
        assert status(assumed.retract(statement("x()")), "x()") is Status.NOT_ESTABLISHED


class Test04ContraryAssumptions:
    def test_the_later_displaces_the_earlier_and_says_so(self) -> None:
        later = case(CONTRARY, r=5).assume(statement("s()"))
        assert later.dropped == (statement("r()"),)
        assert list(later.assumptions) == [statement("s()")]

    def test_combinations_with_both_do_not_count(self) -> None:
        base = rulebase(questions=["a()", "b()"], contraries=[("a()", "b()")])
        free = [question.statement for question in base.questions]
        assert sweep(case(base), free).admitted_count == 3
        either = replace(base, rules=(rule("r", if_=["a()"], then="c()"),))
        [pin] = [
            pin
            for pin in linchpins(case(either), statement("c()"))
            if pin.statement == statement("a()")
        ]
        assert pin.share == 1


class Test05Displacement:
    def test_an_assumption_displaces_contrary_facts_for_as_long_as_it_lasts(self) -> None:
        of = case(CONTRARY, u=5)
        assert (of.displaced, of.holds(statement("s()"))) == ((statement("q()"),), False)
        assert of.retract(statement("u()")).holds(statement("s()"))

    def test_what_rules_derive_stays_and_is_contested(self) -> None:
        assert status(case(CONTRARY, s=5), "r()") is Status.CONTESTED

    def test_a_displaced_fact_that_is_also_derived_keeps_the_derived_degree(self) -> None:
        base = rulebase(
            facts=["p()", "q()"],
            rules=[rule("r", if_=["p()"], then="q()", qualifier=2)],
            contraries=[("q()", "no()")],
        )
        assert case(base, no=5).degree(statement("q()")) == 2


class Test06ContestedStatements:
    BASE = replace(
        CONTRARY, rules=(*CONTRARY.rules, rule("v", if_=["r()"], then="v()", position=2))
    )

    def test_they_go_on_supporting_and_the_conclusion_is_marked(self) -> None:
        of = case(self.BASE)
        assert (of.degree(statement("r()")), of.degree(statement("v()"))) == (2, 2)
        assert proof(of, "v()").is_contested

    def test_what_it_would_take_means_uncontested(self) -> None:
        found = requirements(
            case(self.BASE), statement("r()"), scope=Scope(also=frozenset({Also.FACTS}))
        )
        assert [each.statements for each in found.found] == [{statement("q()")}]


class Test07Contraries:
    def test_they_are_symmetric_and_not_transitive(self) -> None:
        base = rulebase(facts=["b()"], contraries=[("a()", "b()"), ("c()", "b()")])
        assert status(case(base), "a()") is Status.DOES_NOT_HOLD
        only = rulebase(facts=["a()"], contraries=[("a()", "b()"), ("b()", "c()")])
        assert status(case(only), "c()") is Status.NOT_ESTABLISHED

    def test_a_variable_in_the_other_half_alone_is_existential(self) -> None:
        base = rulebase(facts=["raises(a, b)"], contraries=[("raises(?x, ?y)", "withholds(?x)")])
        assert status(case(base), "withholds(a)") is Status.DOES_NOT_HOLD


class Test08Strata:
    def test_if_keeps_the_stratum_unless_and_not_go_up_contraries_do_not_enter(self) -> None:
        base = rulebase(
            rules=[
                rule("a", if_=["p()"], then="a()"),
                rule("b", if_=["not a()"], then="b()"),
                rule("c", if_=["b()"], unless=["a()"], then="c()"),
            ],
            contraries=[("a()", "c()")],
        )
        assert [base.strata[name] for name in "abc"] == [0, 1, 1]

    def test_a_circle_through_a_rebuttal_has_none(self) -> None:
        base = rulebase(
            rules=[
                rule("a", unless=["b()"], then="a()"),
                rule("b", unless=["a()"], then="b()"),
            ]
        )
        assert base.strata.circles


class Test09Overrides:
    def base(self, *rebuttals: str) -> RuleBase:
        return rulebase(
            facts=["bird(x)"],
            questions=["ill(x)"],
            rules=[
                rule("fly", if_=["bird(?x)"], then="flies(?x)"),
                rule(
                    "stay",
                    if_=["bird(?x)"],
                    unless=[*rebuttals],
                    then="stays(?x)",
                    qualifier=1,
                    overrides=["fly"],
                ),
            ],
            contraries=[("flies(?x)", "stays(?x)")],
        )

    def test_the_other_is_blocked_where_this_one_has_its_grounds_and_no_rebuttal(self) -> None:
        assert not case(self.base()).holds(statement("flies(x)"))
        rebutted = case(self.base("ill(?x)")).assume(statement("ill(x)"))
        assert rebutted.holds(statement("flies(x)"))

    def test_claims_that_cannot_meet_and_circles_are_refused(self) -> None:
        def codes(*rules: Rule) -> list[str]:
            return [problem.code for problem in idle_overrides.check(rulebase(rules=rules))]

        a, b = rule("a", then="p()", overrides=["b"]), rule("b", then="q()")
        assert codes(a, b) == ["idle-override"]
        same = rule("b", then="p()", overrides=["a"])
        assert codes(a, same) == ["override-circle"]


class Test10Unless:
    def test_any_one_blocks_and_all_blocks_together(self) -> None:
        base = rulebase(
            facts=["p()"],
            rules=[
                rule("any", if_=["p()"], unless=["a()", "b()"], then="one()"),
                rule("all", if_=["p()"], unless=[all_of("a()", "b()")], then="both()"),
            ],
        )
        of = case(base, a=5)
        assert (of.holds(statement("one()")), of.holds(statement("both()"))) == (False, True)
        assert not of.assume(statement("b()")).holds(statement("both()"))

    def test_a_variable_only_there_is_unsafe_and_anything_is_not(self) -> None:
        unsafe = rule("r", if_=["p(?x)"], unless=["q(?x, ?y)"], then="s(?x)")
        anything = rule("r", if_=["p(?x)"], unless=["q(?x, ?_)"], then="s(?x)")
        assert [*unsafe_variables.check(rulebase(rules=[unsafe]))]
        base = rulebase(facts=["p(a)", "p(b)", "q(a, c)"], rules=[anything])
        assert not [*unsafe_variables.check(base)]
        assert [case(base).holds(statement(key)) for key in ("s(a)", "s(b)")] == [False, True]


class Test11Branches:
    def test_an_inference_is_a_rule_a_branch_and_bindings(self) -> None:
        base = rulebase(
            facts=["a(x)", "b(x)"], rules=[rule("r", if_=[any_of("a(?x)", "b(?x)")], then="c(?x)")]
        )
        inferences = case(base).graph.inferences
        assert [(i.rule.id, i.branch.number, i.bindings) for i in inferences] == [
            ("r", 0, (("?x", "x"),)),
            ("r", 1, (("?x", "x"),)),
        ]

    def test_at_least_n_is_as_sure_as_the_nth_best(self) -> None:
        base = rulebase(
            facts=[("a()", 1), ("b()", 3), ("c()", 4)],
            rules=[rule("r", if_=[at_least(2, "a()", "b()", "c()")], then="d()")],
        )
        assert case(base).degree(statement("d()")) == 3

    def test_there_are_at_most_so_many_and_each_binds_the_claim(self) -> None:
        assert MOST_BRANCHES == 64
        with pytest.raises(TooManyBranches):
            rule("r", if_=[any_of("a()", "b()")] * 7, then="c()")
        loose = rule("r", if_=[any_of("a(?x)", "b()")], then="c(?x)")
        assert [*unsafe_variables.check(rulebase(rules=[loose]))]


class Test12BestProof:
    BASE = rulebase(
        facts=["a()", ("b()", 2)],
        rules=[
            rule("long", if_=["m()", "a()"], then="g()", qualifier=2),
            rule("middle", if_=["a()"], then="m()"),
            rule("short", if_=["b()"], then="g()", qualifier=2),
            rule("as-short", if_=["a()"], then="g()", qualifier=2),
            rule("weak", if_=["a()"], then="g()", qualifier=1),
        ],
    )

    def test_degree_then_fewest_steps_then_rule_order(self) -> None:
        first = proof(case(self.BASE), "g()").steps[0]
        assert first.rule
        assert first.rule.id == "short"

    def test_weakest_links_are_all_steps_as_weak_as_the_conclusion(self) -> None:
        assert proof(case(self.BASE), "g()").weakest == (1, 2)


class Test13WhatWouldItTake:
    BASE = rulebase(
        facts=["f()"],
        questions=["q()", "g()", "not_g()"],
        rules=[
            rule("r", if_=["q()"], unless=["f()"], then="g()"),
            rule("s", if_=["x()"], then="g()"),
        ],
        contraries=[("g()", "not_g()")],
    )

    def found(self, of: Case, *also: Also) -> list[frozenset[str]]:
        some = requirements(of, statement("g()"), scope=Scope(also=frozenset(also))).found
        return [frozenset(each.statement.key for each in one.changes) for one in some]

    def test_goal_and_contraries_are_never_changes_and_candidates_are_open_questions(self) -> None:
        assert self.found(case(self.BASE)) == []
        assert self.found(case(self.BASE), Also.FACTS) == [frozenset({"q()", "f()"})]
        assert self.found(case(self.BASE), Also.ANY) == [frozenset({"x()"})]

    def test_assumptions_in_force_stay(self) -> None:
        assert self.found(case(self.BASE, x=0), Also.ANY) == []
        assert self.found(case(self.BASE, f=0)) == [frozenset({"q()"})]


class Test14OpenQuestions:
    def test_unknown_counts_as_not_holding_and_an_assumption_makes_no_question(self) -> None:
        base = rulebase(questions=["q()"], rules=[rule("r", unless=["q()"], then="r()")])
        assert case(base).holds(statement("r()"))
        of = case(base, x=5).retract(statement("x()"))
        assert open_questions(of) == [statement("q()")]


class Test15AsOf:
    BASE = replace(
        rulebase(
            facts=[
                "undated()",
                Fact(statement("day()"), 5, date="2017-08-14"),
                Fact(statement("month()"), 5, date="2017-08", source=("¶1",)),
                Fact(statement("early()"), 5, date="2017-07"),
            ]
        ),
        sources=(Source("s", "S", date="2017-08-16", paragraphs={"¶1": "It says so."}),),
    )

    def known(self, day: str) -> set[str]:
        of = case(self.BASE).on(day)
        return {each.statement.predicate for each in self.BASE.facts if of.holds(each.statement)}

    def test_undated_facts_always_hold_and_a_month_is_known_from_its_last_day(self) -> None:
        assert self.known("2017-07-30") == {"undated"}
        assert self.known("2017-07-31") == {"undated", "early"}
        assert self.known("2017-08-14") == {"undated", "early", "day"}

    def test_a_month_is_known_at_most_from_its_sources_day(self) -> None:
        assert "month" not in self.known("2017-08-15")
        assert "month" in self.known("2017-08-16")

    def test_assumptions_ignore_it(self) -> None:
        assert case(self.BASE, day=5).on("2000-01-01").holds(statement("day()"))


class Test16Keys:
    @pytest.mark.parametrize(
        "key",
        ["p()", "p(a, b_2)", "p(12, -0.50)", "p(2017-08-16, 2017-08)", 'p("As \\"it\\" Was")'],
    )
    def test_they_are_written_in_one_way(self, key: str) -> None:
        found = parse_statement(key)
        assert found
        assert found.key == key

    @pytest.mark.parametrize("text", ["P()", "p(A)", "1p()", "p(a b)", "p"])
    def test_nothing_else_is_one(self, text: str) -> None:
        assert parse_statement(text) is None


class Test17Linchpins:
    def test_the_share_that_flips_it_and_the_share_that_changes_its_degree(self) -> None:
        base = rulebase(
            facts=[fact("f()")],
            questions=["p()", "q()"],
            rules=[
                rule("weak", if_=["p()"], then="g()", qualifier=1),
                rule("strong", if_=["p()", "q()"], then="g()", qualifier=3),
            ],
        )
        pins = {pin.statement.key: pin for pin in linchpins(case(base), statement("g()"))}
        assert (pins["p()"].share, pins["p()"].share_degree) == (1, 1)
        assert (pins["q()"].share, pins["q()"].share_degree) == (0, 0.5)
