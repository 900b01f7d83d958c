"""The matcher on durable-rules against the reference, and each of its measured traps."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterable

import pytest

from arguendo.matching import durable
from arguendo.matching.durable import DurableMatcher
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Statement
from tests.builders import any_of, rule, rulebase, statements
from tests.reference import MatchKey, keys

Program = tuple[RuleBase, list[Statement]]


def bindings(matches: Iterable[MatchKey], rule_id: str = "r") -> list[dict[str, str]]:
    return [dict(bound) for rule, _, bound in matches if rule == rule_id]


def matches(rules: Rule | list[Rule], *texts: str) -> list[MatchKey]:
    several = rules if isinstance(rules, list) else [rules]
    return keys(DurableMatcher(rulebase(rules=several)).post(statements(*texts)))


def test_matches_come_in_the_order_of_rules_branches_and_bindings() -> None:
    base = rulebase(
        rules=[
            rule("second", if_=["r(?x)"], then="s(?x)"),
            rule("first", if_=[any_of("p(?x)", "q(?x)")], then="r(?x)"),
        ]
    )
    found = DurableMatcher(base).post(statements("q(b)", "p(b)", "p(a)"))
    assert keys(found) == [
        ("second", 0, (("?x", "a"),)),
        ("second", 0, (("?x", "b"),)),
        ("first", 0, (("?x", "a"),)),
        ("first", 0, (("?x", "b"),)),
        ("first", 1, (("?x", "b"),)),
    ]


def test_every_claim_of_a_rule_is_possible() -> None:
    found = matches(
        [
            rule("two", if_=["p(?x)"], then=["q(?x)", "s(?x)"]),
            rule("r", if_=["q(?x)", "s(?x)"], then="end(?x)"),
        ],
        "p(a)",
    )
    assert bindings(found) == [{"?x": "a"}]


def test_rebuttals_and_absences_do_not_keep_a_rule_from_matching() -> None:
    one = rule("r", if_=["p(?x)", "not q(?x)"], unless=["s(?x)"], then="t(?x)")
    assert bindings(matches(one, "p(a)", "q(a)", "s(a)")) == [{"?x": "a"}]


def test_a_rule_without_grounds_matches_once() -> None:
    base = rulebase(rules=[rule("r", then="p()"), rule("s", if_=["?x is 3"], then="q(?x)")])
    matcher = DurableMatcher(base)
    assert keys(matcher.post([])) == [("r", 0, ()), ("s", 0, (("?x", "3"),))]
    assert matcher.post(statements("p()")) == []


def test_many_rules_without_grounds_are_no_limit() -> None:
    assert len(matches([rule(f"r{n}", then=f"p({n})") for n in range(600)])) == 600


def test_a_conclusion_posted_later_makes_nothing_new() -> None:
    matcher = DurableMatcher(rulebase(rules=[rule("r", if_=["p(?x)"], then="p(?x)")]))
    assert len(matcher.post(statements("p(a)"))) == 1
    assert matcher.post(statements("p(a)")) == []


# The traps, in the order of the notes on durable-rules.


def test_one_fact_meets_two_conditions() -> None:
    one = rule("r", if_=["e(?x, ?y)", "e(?y, ?x)"], then="both(?x, ?y)")
    assert bindings(matches(one, "e(a, a)")) == [{"?x": "a", "?y": "a"}]
    assert len(matches(one, "e(a, b)", "e(b, a)")) == 2


def test_a_variable_twice_in_one_condition() -> None:
    one = rule("r", if_=["e(?x, ?x)"], then="loop(?x)")
    assert bindings(matches(one, "e(a, b)", "e(c, c)")) == [{"?x": "c"}]


def test_opposite_comparisons_of_one_pair() -> None:
    grounds = ["n(?a, ?x)", "n(?b, ?y)"]
    found = matches(
        [
            rule("less", if_=[*grounds, "?x is less than ?y"], then="less(?a, ?b)"),
            rule("more", if_=[*grounds, "?x is more than ?y"], then="more(?a, ?b)"),
        ],
        *("n(a, 1)", "n(b, 2)", "n(c, 10)"),
    )
    assert len(bindings(found, "less")) == len(bindings(found, "more")) == 3


@pytest.mark.parametrize("term", ["1", '"1"', "1.0", "true", '"true"', "2017-08", '"2017-08"'])
def test_kinds_of_terms_do_not_melt(term: str) -> None:
    all_terms = ["1", '"1"', "1.0", "true", '"true"', "2017-08", '"2017-08"']
    facts = [f"p({each})" for each in all_terms]
    assert len(matches(rule("r", if_=[f"p({term})"], then="q()"), *facts)) == 1
    joined = rule("r", if_=["p(?x)", "s(?x)"], then="q(?x)")
    assert bindings(matches(joined, *facts, f"s({term})")) == [{"?x": term}]


@pytest.mark.parametrize(
    "text",
    [
        '"quote \\" in it"',
        '"back \\\\ slash"',
        '"%s %n {} [] , :"',
        '"é ☃ 𝄞"',
        '"\\u0000"',
        '"tab\\tand\\nline"',
        f'"{"long " * 20_000}"',
    ],
)
def test_any_text_can_be_a_term(text: str) -> None:
    found = matches(rule("r", if_=["p(?x)", "s(?x)"], then="q(?x)"), f"p({text})", f"s({text})")
    assert bindings(found) == [{"?x": text}]


def test_long_texts_that_begin_alike_are_told_apart() -> None:
    """The length of a text is cut to 16 bits inside: it compares too little."""
    one, other = f'"{"x" * 65533}1"', f'"{"x" * 65533}2"'
    joined = rule("r", if_=["p(?x)", "s(?x)"], then="q(?x)")
    assert matches(joined, f"p({one})", f"s({other})") == []


def test_thousands_of_facts_are_all_seen() -> None:
    facts = [f"p({number}, {number % 7})" for number in range(3000)]
    assert len(matches(rule("r", if_=["p(?x, 3)"], then="q(?x)"), *facts)) == 429


def test_facts_that_no_rule_looks_at_lose_nothing() -> None:
    one = rule("r", if_=["p(?x, a)"], then="q(?x)")
    assert bindings(matches(one, "p(1, b)", "other(a)", "p(2, a)", "p(a)")) == [{"?x": "2"}]


def test_no_threads_are_left() -> None:
    before = threading.active_count()
    matches(rule("r", if_=["p(?x)"], then="q(?x)"), "p(a)")
    assert threading.active_count() == before


def test_two_rule_bases_at_once() -> None:
    one = DurableMatcher(rulebase(rules=[rule("r", if_=["p(?x)"], then="q(?x)")]))
    two = DurableMatcher(rulebase(rules=[rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")]))
    assert bindings(keys(one.post(statements("p(a)")))) == [{"?x": "a"}]
    assert two.post(statements("p(a)")) == []
    assert bindings(keys(one.post(statements("p(b)")))) == [{"?x": "b"}]
    assert bindings(keys(two.post(statements("q(a)")))) == [{"?x": "a"}]


def test_two_matchers_of_one_rule_base_share_nothing() -> None:
    base = rulebase(rules=[rule("r", if_=["p(?x)", "q(?x)"], then="s(?x)")])
    one, two = DurableMatcher(base), DurableMatcher(base)
    one.post(statements("p(a)"))
    assert two.post(statements("q(a)")) == []


def test_a_matcher_out_of_use_leaves_no_memory_behind() -> None:
    resource = pytest.importorskip("resource")
    base = rulebase(
        rules=[rule(f"r{n}", if_=[f"p{n}(?x)", f"q{n}(?x, ?y)"], then="s(?y)") for n in range(30)]
    )

    def peak_after(matchers: int) -> float:
        for _ in range(matchers):
            DurableMatcher(base).post(statements("p1(a)", "q1(a, b)"))
        gc.collect()
        unit = 1 if sys.platform == "darwin" else 1024
        return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * unit / 2**20

    # Not freed, a hundred would take more than a hundred megabytes.
    assert peak_after(100) - peak_after(20) < 20


def test_a_matcher_that_never_matched_can_be_freed() -> None:
    base = rulebase(rules=[rule("r", if_=["p(?x)"], then="q(?x)")])
    for _ in range(50):
        DurableMatcher(base)
    gc.collect()


def test_an_exception_in_an_action_surfaces(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> list[int]:
        raise ZeroDivisionError("inside")

    matcher = DurableMatcher(rulebase(rules=[rule("r", if_=["p(?x)"], then="q(?x)")]))
    monkeypatch.setattr(durable, "_numbers", fail)
    with pytest.raises(ZeroDivisionError, match="inside"):
        matcher.post(statements("p(a)"))


def test_a_long_chain_of_conclusions_does_not_recurse() -> None:
    steps = [f"next({n}, {n + 1})" for n in range(1500)]
    walk = rule("r", if_=["at(?x)", "next(?x, ?y)"], then="at(?y)")
    assert len(matches(walk, *steps, "at(0)")) == 1500
