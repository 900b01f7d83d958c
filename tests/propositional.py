"""Random stratified programs without variables, for comparing two ways of valuing them."""

from __future__ import annotations

from hypothesis import strategies as st

from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from tests.builders import rule, rulebase

LAYERS = [["a()", "b()", "c()"], ["d()", "e()", "f()"], ["g()", "h()"]]
STATEMENTS = [key for layer in LAYERS for key in layer]
DEGREES = st.integers(1, 5)


@st.composite
def rules(draw: st.DrawFn, number: int) -> Rule:
    """A rule whose grounds lie on its claim's layer or below, and its rebuttals below."""
    layer = draw(st.integers(0, len(LAYERS) - 1))
    upto = [key for lower in LAYERS[: layer + 1] for key in lower]
    below = [key for lower in LAYERS[:layer] for key in lower]
    unless = draw(st.lists(st.sampled_from(below), max_size=2)) if below else []
    absent = draw(st.lists(st.sampled_from(below), max_size=1)) if below else []
    grounds = draw(st.lists(st.sampled_from(upto), max_size=3))
    return rule(
        f"r{number}",
        if_=[*grounds, *(f"not {key}" for key in absent)],
        unless=unless,
        then=draw(st.sampled_from(LAYERS[layer])),
        qualifier=draw(DEGREES),
    )


@st.composite
def programs(draw: st.DrawFn) -> RuleBase:
    """A rule base with some facts, open questions and contraries."""
    count = draw(st.integers(1, 8))
    given_facts = draw(st.dictionaries(st.sampled_from(STATEMENTS), DEGREES, max_size=3))
    pairs = st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS))
    return rulebase(
        facts=list(given_facts.items()),
        questions=draw(st.lists(st.sampled_from(STATEMENTS), max_size=4, unique=True)),
        rules=[draw(rules(number)) for number in range(count)],
        contraries=[pair for pair in draw(st.lists(pairs, max_size=2)) if pair[0] != pair[1]],
    )
