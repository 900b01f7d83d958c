"""A variable stands for what suits all its slots under `if` and `then`, wherever rules are used."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable

import pytest

from arguendo.case import Case
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.explanation.why_not import why_not
from arguendo.graph import Graph
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Entity, Predicate, Slot
from arguendo.valuation import Reason
from arguendo.vocabulary import Vocabulary
from tests.builders import all_of, any_of, rule, rulebase, statement

ENTITIES = [Entity("ann", "Ann", "tenant"), Entity("bob", "Bob", "landlord")]
SLOTS = {
    "must": ("tenant", "landlord"),
    "late": ("landlord",),
    "broke": ("tenant",),
    "said": (),
    "owes": ("number",),
}


def base(*rules: Rule, facts: Iterable[str] = ("must(ann)", "must(bob)")) -> RuleBase:
    predicates = [
        Predicate(name, (Slot("who", kinds),), f"{{who}} {name}") for name, kinds in SLOTS.items()
    ]
    return rulebase(facts=facts, rules=rules, vocabulary=Vocabulary(ENTITIES, predicates))


def graphs(of: RuleBase) -> list[Graph]:
    """The graph as each matcher makes it."""
    found = [Grounding(of, NativeMatcher(of)).graph]
    if importlib.util.find_spec("durable"):
        from arguendo.matching.durable import DurableMatcher

        found.append(Grounding(of, DurableMatcher(of)).graph)
    return found


@pytest.mark.parametrize(
    ("given", "concluded"),
    [
        (rule("r", if_=["must(?x)"], then="late(?x)"), ["late(bob)"]),
        (rule("r", if_=["must(?x)"], then=["said(?x)", "late(?x)"]), ["said(bob)", "late(bob)"]),
        (rule("r", if_=["must(?x)", "must(?y)"], then=["broke(?x)", "late(?y)"]), None),
        (rule("r", if_=["said(?x)"], then="must(?x)"), ["must(ann)", "must(bob)"]),
        (rule("r", if_=["must(?x)", "?y is ?x"], then="late(?y)"), ["late(bob)"]),
        (rule("r", if_=["said(?x)", "?x is at least 3"], then="owes(?x)"), ["owes(5)"]),
        (rule("r", if_=[any_of("must(?x)", "said(?x)")], then="late(?x)"), ["late(bob)"] * 2),
        # What cannot be said of someone is not so, and blocks nothing.
        (rule("r", if_=["must(?x)"], unless=["broke(?x)"], then="said(?x)"), None),
        (rule("r", if_=["must(?x)", "not broke(?x)"], then="said(?x)"), None),
    ],
)
def test_a_claim_is_never_of_what_does_not_suit_it(
    given: Rule, concluded: list[str] | None
) -> None:
    of = base(given, facts=["must(ann)", "must(bob)", *map("said({})".format, ["ann", "bob", 5])])
    for graph in graphs(of):
        found = [graph.statements[each.claim].key for each in graph.inferences]
        assert found == (concluded or found)
        assert all(map(of.vocabulary.fits, graph.statements))
        assert found


def test_a_rebuttal_blocks_those_of_whom_it_can_be_said() -> None:
    of = base(
        rule("a", if_=["must(?x)"], unless=["broke(?x)"], then="said(?x)"),
        rule("b", if_=["must(?x)"], unless=[all_of("must(?x)", "not broke(?x)")], then="said(?x)"),
    )
    case = Case.of(of, editing=True).assume_all({statement("broke(ann)"): 5})
    assert (case.holds(statement("said(ann)")), case.holds(statement("said(bob)"))) == (True, True)
    for who, by in (("ann", "b"), ("bob", "a")):
        applying = case.valuation.applying(case.graph.add(statement(f"said({who})")))
        assert [each.rule.id for each in applying] == [by]
    assert list(flaws(of, certify(case, [statement("said(ann)"), statement("said(bob)")]))) == []


def test_no_attempt_is_told_that_nothing_of_the_kind_could_complete() -> None:
    of = base(
        rule("breaks", if_=["broke(?x)"], then="must(?x)"),
        rule("said", if_=["said(?x)", "said(?y)"], then=["must(?x)", "late(?y)"]),
        facts=["said(ann)"],
    )
    case = Case.of(of, editing=True)
    report = why_not(case, statement("must(bob)"))
    assert [(each.rule.id, each.missing) for each in report.attempts] == [
        ("said", (statement("said(bob)"), statement("said(?y)")))
    ]


def test_what_no_rule_can_conclude_of_its_kind_is_said_to_have_no_rule() -> None:
    of = base(rule("breaks", if_=["broke(?x)"], then="must(?x)"), facts=())
    case = Case.of(of, editing=True)
    assert case.standing(statement("must(bob)")).reason is Reason.NO_RULE
    assert case.standing(statement("must(ann)")).reason is Reason.UNSUPPORTED
