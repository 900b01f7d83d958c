"""Random rule bases for property tests: every feature that matching must get right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from arguendo.branches import TooManyBranches
from arguendo.comparisons import OPERATORS
from arguendo.rulebase import RuleBase
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.statements import (
    ANYTHING,
    Entity,
    Predicate,
    Slot,
    Sort,
    Statement,
    Term,
    is_variable,
    sort_of,
)
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.kinds import is_sayable
from tests.builders import rule, rulebase

ARITIES = {"e": (2,), "p": (1, 2), "t": (3,), "yes": (0,)}
"""Predicates; one name with two arities is on purpose."""

CONSTANTS = (
    *("a", "b", "true", "x1"),
    *("1", "1.0", "2", "-3.5"),
    *("2017-08-16", "2017-08", "2018-01-01"),
    *('"1"', '"a"', '"true"', '"é \\" \\\\ ☃ %s {}"', '""'),
)
VARIABLES = ("?x", "?y", "?z")


@st.composite
def statements(draw: st.DrawFn, terms: Sequence[Term]) -> Statement:
    predicate = draw(st.sampled_from(sorted(ARITIES)))
    arity = draw(st.sampled_from(ARITIES[predicate]))
    return Statement(predicate, tuple(draw(st.sampled_from(terms)) for _ in range(arity)))


def conditions(terms: Sequence[Term]) -> st.SearchStrategy[Condition]:
    literals = st.builds(Literal, statements(terms))
    relations = st.sampled_from(OPERATORS)
    comparisons = st.builds(Comparison, st.sampled_from(terms), relations, st.sampled_from(terms))
    simple = st.one_of(literals, literals, literals, comparisons)
    several = st.lists(simple, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        *[literals] * 4,
        comparisons,
        several.map(AnyOf),
        several.map(lambda parts: AtLeast((len(parts) + 1) // 2, parts)),
        simple.map(Not),
        several.map(lambda parts: Not(AllOf(parts))),
    )


@st.composite
def rules(draw: st.DrawFn, name: str, constants: Sequence[Term]) -> Rule:
    terms = (*VARIABLES * 3, *constants)
    least = draw(st.sampled_from([2, 1, 0]))
    grounds = draw(st.lists(conditions(terms), min_size=least, max_size=3))
    rebuttals = draw(st.lists(conditions(terms), max_size=1))
    try:
        draft = rule(name, if_=grounds, unless=rebuttals, then="draft()")
    except TooManyBranches:
        draft = rule(name, if_=[], then="draft()")
        grounds, rebuttals = [], []
    safe = [v for v in VARIABLES if all(v in _bound(draft, n) for n in range(len(draft.branches)))]
    claims = draw(st.lists(statements((*safe * 3, *constants)), min_size=1, max_size=2))
    return rule(name, if_=grounds, unless=rebuttals, then=claims)


def _bound(draft: Rule, branch: int) -> set[str]:
    return {v for ground in draft.branches[branch].grounds for v in ground.variables}


@st.composite
def with_kinds(draw: st.DrawFn, base: RuleBase) -> RuleBase:
    """Give constants kinds, and let some slots take few: always those that rules write there."""
    names = [term for term in CONSTANTS if sort_of(term) is Sort.ENTITY]
    entities = [Entity(name, name, draw(st.sampled_from("km"))) for name in names]
    kind_of = Vocabulary(entities).kind_of
    written = [each for rule in base.rules for each in _patterns(rule)]
    predicates = []
    for predicate, arity in sorted({(s.predicate, len(s.arguments)) for s in written}):
        kinds: list[tuple[str, ...]] = []
        for place in range(arity):
            there = {
                kind_of(s.arguments[place])
                for s in written
                if (s.predicate, len(s.arguments)) == (predicate, arity)
                and not is_variable(s.arguments[place])
            }
            few = draw(st.sampled_from(["", "", "k", "m", "number"]))
            kinds.append(tuple({few, *there}) if few else ())
        slots = tuple(Slot(f"s{place}", some) for place, some in enumerate(kinds))
        predicates.append(Predicate(predicate, slots, predicate))
    vocabulary = Vocabulary(entities, predicates)
    return replace(
        base,
        vocabulary=vocabulary,
        facts=tuple(each for each in base.facts if is_sayable(vocabulary, each.statement)),
        questions=tuple(each for each in base.questions if is_sayable(vocabulary, each.statement)),
    )


def _patterns(rule: Rule) -> Iterator[Statement]:
    yield from rule.claims
    for branch in rule.branches:
        yield from branch.grounds
        yield from (each.statement for one in branch.blockers for each in one.literals)


@st.composite
def programs(draw: st.DrawFn) -> tuple[RuleBase, list[Statement]]:
    """Draw a rule base without facts, and ground statements to post: some are made to fit rules."""
    constants = draw(st.lists(st.sampled_from(CONSTANTS), min_size=1, max_size=3, unique=True))
    count = draw(st.integers(2, 5))
    base = rulebase(rules=[draw(rules(f"r{number}", constants)) for number in range(count)])
    posted = draw(st.lists(statements(constants), max_size=8))
    constant = st.sampled_from(constants)
    branches = [branch for rule in base.rules for branch in rule.branches]
    for branch in draw(st.lists(st.sampled_from(branches), min_size=2, max_size=4)):
        values = {variable: draw(constant) for variable in VARIABLES}
        posted += [ground.bind(values) for ground in branch.grounds]
    if draw(st.booleans()):
        base = draw(with_kinds(base))
    return base, [each for each in dict.fromkeys(posted) if is_sayable(base.vocabulary, each)]


LAYERS = ({"e": 2, "n": 1}, {"p": 1, "t": 2, "yes": 0}, {"q": 1, "u": 2}, {"s": 1})
"""Predicates and their arities by layer: rebuttals of a rule lie below the layer of its claims."""

DEGREES = st.integers(1, 5)
_BELOW = [dict(pair for layer in LAYERS[:n] for pair in layer.items()) for n in range(5)]
"""By layer: all predicates beneath it."""


@st.composite
def layered(draw: st.DrawFn, arities: Mapping[str, int], terms: Sequence[Term]) -> Statement:
    predicate = draw(st.sampled_from(sorted(arities)))
    return Statement(
        predicate, tuple(draw(st.sampled_from(terms)) for _ in range(arities[predicate]))
    )


@st.composite
def stratified_rules(draw: st.DrawFn, name: str, constants: Sequence[Term]) -> Rule:
    """A rule with alternatives, comparisons, absences and rebuttals, all safe and stratified."""
    layer = draw(st.integers(0, len(LAYERS) - 1))
    terms = (*VARIABLES * 2, *constants, ANYTHING)
    literal = st.builds(Literal, layered(_BELOW[layer + 1], terms))
    several = st.lists(literal, min_size=1, max_size=3).map(tuple)
    branching = st.one_of(
        several.map(AnyOf), several.map(lambda parts: AtLeast((len(parts) + 1) // 2, parts))
    )
    grounds: list[Condition] = draw(st.lists(literal, min_size=1, max_size=3))
    grounds += draw(st.lists(branching, max_size=1))
    safe = _safe(grounds)
    relation = st.sampled_from(OPERATORS)
    if draw(st.booleans()):
        left = draw(st.sampled_from((*safe, *constants)))
        # Now and then the right side is unbound: `is` then binds it, and others never hold.
        right = draw(st.sampled_from((*VARIABLES, *safe, *constants)))
        grounds.append(Comparison(left, draw(relation), right))
    definite = (*safe * 2, *constants)
    rebuttals = draw(st.lists(_against(layer, definite), max_size=2)) if layer else []
    if layer and draw(st.booleans()):
        grounds.append(Not(draw(_against(layer, definite))))
    claims = st.lists(layered(LAYERS[layer], definite), min_size=1, max_size=2)
    return rule(name, if_=grounds, unless=rebuttals, then=draw(claims), qualifier=draw(DEGREES))


def _safe(grounds: Sequence[Condition]) -> list[Term]:
    draft = rule("draft", if_=grounds, then="draft()")
    return [v for v in VARIABLES if all(v in _bound(draft, n) for n in range(len(draft.branches)))]


def _against(layer: int, terms: Sequence[Term]) -> st.SearchStrategy[Condition]:
    """What may keep a rule from applying."""
    literal = st.builds(Literal, layered(_BELOW[layer], (*terms, ANYTHING)))
    definite = st.sampled_from(terms)
    comparison = st.builds(Comparison, definite, st.sampled_from(OPERATORS), definite)
    several = st.lists(st.one_of(literal, literal.map(Not), comparison), min_size=2, max_size=3)
    return st.one_of(literal, literal, several.map(lambda parts: AllOf(tuple(parts))))


@st.composite
def exceptions(draw: st.DrawFn, victim: Rule, name: str, base: RuleBase) -> Rule:
    """A rule that sets another aside: it asks for no less, and says the same or a contrary."""
    claims = [victim.claims[0]]
    for left, right in base.contraries:
        for one, other in ((left, right), (right, left)):
            bindings = one.match(victim.claims[0])
            if bindings is not None and set(other.variables) <= set(bindings):
                claims.append(other.bind(bindings))
    more: list[Condition] = draw(
        st.lists(st.builds(Literal, layered(LAYERS[0], (*VARIABLES, ANYTHING))), max_size=1)
    )
    return rule(
        name,
        if_=[*victim.condition.parts, *more],
        unless=victim.rebuttals if draw(st.booleans()) else (),
        then=draw(st.sampled_from(claims)),
        qualifier=draw(DEGREES),
        overrides=[victim.id],
    )


@st.composite
def stratified_programs(draw: st.DrawFn) -> tuple[RuleBase, dict[Statement, int]]:
    """Draw a rule base that could be loaded, and assumptions (degree 0: assumed false)."""
    constants = draw(st.lists(st.sampled_from(CONSTANTS), min_size=2, max_size=3, unique=True))
    count = draw(st.integers(2, 6))
    drawn = [draw(stratified_rules(f"r{number}", constants)) for number in range(count)]
    patterns = layered(_BELOW[-1], (*VARIABLES[:2], *constants, ANYTHING))
    pairs = st.one_of(st.sampled_from(_OPPOSED), st.tuples(patterns, patterns))
    leaves = st.one_of(*[layered(_BELOW[1], constants)] * 3, layered(_BELOW[-1], constants))
    base = rulebase(
        facts=draw(st.dictionaries(leaves, DEGREES, min_size=3, max_size=8)).items(),
        questions=draw(st.lists(leaves, max_size=3)),
        rules=drawn,
        contraries=draw(st.lists(pairs, max_size=2)),
    )
    for number, victim in enumerate(draw(st.lists(st.sampled_from(drawn), max_size=2))):
        try:
            exception = draw(exceptions(victim, f"x{number}", base))
        except TooManyBranches:
            continue
        changed = replace(base, rules=(*base.rules, replace(exception, position=count + number)))
        if not changed.strata.circles:
            base = changed
    if draw(st.booleans()):
        base = draw(with_kinds(base))
    assumed = draw(st.dictionaries(leaves, st.integers(0, 5), max_size=4))
    return base, {s: degree for s, degree in assumed.items() if is_sayable(base.vocabulary, s)}


_X, _Y = VARIABLES[:2]
_OPPOSED = (
    (Statement("q", (_X,)), Statement("s", (_X,))),
    (Statement("p", (_X,)), Statement("s", (_X,))),
    (Statement("t", (_X, _Y)), Statement("u", (_Y, _X))),
)
