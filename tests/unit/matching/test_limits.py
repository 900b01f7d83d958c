"""Up to its limits durable-rules works; beyond them, a rule base is refused before it is loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arguendo.matching import TooLarge, durable
from arguendo.matching.durable import DurableMatcher
from arguendo.rules import Rule
from arguendo.statements import Statement
from tests.builders import any_of, rule, rulebase, statements
from tests.reference import keys


def on_one_condition(count: int) -> list[Rule]:
    return [rule(f"r{n}", if_=["p(?x)"], then=f"q{n}(?x)") for n in range(count)]


def branches_on_one_condition(count: int) -> list[Rule]:
    parts = [f"q{n}(?y)" for n in range(51)]
    wide = [rule(f"w{n}", if_=[any_of(*parts), "p(?x)"], then="t(?x)") for n in range(count // 51)]
    return wide + on_one_condition(count % 51)


def constants(count: int) -> list[Rule]:
    return [rule(f"r{n}", if_=[f"p({n})"], then="q()") for n in range(count)]


def predicates(count: int) -> list[Rule]:
    return [rule(f"r{n}", if_=[f"p{n}(?x)"], then="q()") for n in range(count)]


def conditions(count: int) -> list[Rule]:
    return [rule("r0", if_=[f"p{n}(?x)" for n in range(count)], then="q(?x)")]


def joins(count: int) -> list[Rule]:
    return [rule(f"r{n}", if_=["p(?x)", "q(?x)"], then=f"s{n}(?x)") for n in range(count)]


def joins_behind_constants(count: int) -> list[Rule]:
    """Of one fact `e(_, a)`, 33 joins wait while those behind its constant are added."""
    direct = [rule(f"d{n}", if_=["p(?x)", "e(?x, ?y)"], then=f"s{n}(?x)") for n in range(33)]
    behind = [rule(f"r{n}", if_=["p(?x)", "e(?x, a)"], then=f"t{n}(?x)") for n in range(count)]
    return direct + behind


def rules(count: int) -> list[Rule]:
    return [rule(f"r{n}", if_=[f"p{n % 500}(?x)"], then="q()") for n in range(count)]


@pytest.mark.parametrize(
    ("make", "most", "posted", "found"),
    [
        (on_one_condition, 255, ["p(a)"], 255),
        (branches_on_one_condition, 255, ["p(a)", "q7(b)"], 5),
        (constants, 511, ["p(0)", "p(510)", "p(510)"], 2),
        (predicates, 510, ["p0(a)", "p509(a)"], 2),
        (conditions, 16, [f"p{n}(a)" for n in range(16)], 1),
        (joins, 64, ["p(a)", "q(a)"], 64),
        (joins, 64, ["q(a)", "p(a)"], 64),
        (joins_behind_constants, 31, ["p(b)", "e(b, a)"], 64),
        (rules, 4095, ["p0(a)", "p499(a)"], 17),
    ],
)
def test_the_limit_works_and_one_more_is_refused(
    make: Callable[[int], list[Rule]],
    most: int,
    posted: list[str],
    found: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    matcher = DurableMatcher(rulebase(rules=make(most)))
    assert len(keys(matcher.post(statements(*posted)))) == found
    monkeypatch.setattr(durable, "_Network", None)  # not even tried to load
    with pytest.raises(TooLarge, match=r"rule [a-z]\d+.*durable-rules takes.*: (let|split)"):
        DurableMatcher(rulebase(rules=make(most + 1)))


def test_a_refusal_names_the_rule_and_the_condition() -> None:
    with pytest.raises(TooLarge, match=r"rule r255, condition p\(\?x\): .* at most 255 rules"):
        DurableMatcher(rulebase(rules=on_one_condition(256)))
    with pytest.raises(TooLarge, match="rule r0 has 17 grounds"):
        DurableMatcher(rulebase(rules=conditions(17)))


def test_more_shared_variables_than_one_condition_can_join() -> None:
    wide = tuple(f"?v{n}" for n in range(40))
    joined = rule("r", if_=[Statement("p", wide), Statement("q", wide)], then="s()")
    values = tuple(f"c{n}" for n in range(40))
    different = (*values[:-1], "other")
    found = DurableMatcher(rulebase(rules=[joined])).post(
        [Statement("p", values), Statement("q", different), Statement("q", values)]
    )
    assert [dict(bindings)["?v39"] for _, _, bindings in keys(found)] == ["c39"]
