"""What a rule amounts to, for the one who wrote it: its neighbours, its reach, and its silence."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.rules import AllOf, AnyOf, AtLeast, Comparison, Condition, Literal, Not, Rule
from arguendo.scale import NONE
from arguendo.statements import Statement, Term, is_variable

NEIGHBOURS = 3

Saying: TypeAlias = Literal | Comparison | Not
"""A single condition: a literal, a comparison, or a comparison that must fail."""


@dataclass(frozen=True)
class Neighbour:
    """Another rule that is much like it, and in what the two part."""

    rule: Rule
    likeness: float
    """From 0 to 1: the share of what either says that both say; a claim counts twice."""
    same_claim: bool
    only_here: tuple[Saying, ...]
    """Grounds that only the rule itself has."""
    only_there: tuple[Saying, ...]
    """Grounds that only the neighbour has."""
    gives_way_here: tuple[Saying, ...]
    """Rebuttals that only the rule itself has."""
    gives_way_there: tuple[Saying, ...]
    same_shape: bool
    """Whether both say the same and put it together in the same way."""


@dataclass(frozen=True)
class Application:
    """The rule with its variables bound, as it stands in the case."""

    inference: Inference
    claims: tuple[Statement, ...]
    degree: int
    """What it gives its claims; 0 when it is silent."""
    missing: tuple[Statement, ...]
    blocked_by: tuple[tuple[Statement, ...], ...]
    """What holds and blocks it; of an absence asked for, what should not hold."""
    overridden_by: tuple[Rule, ...]


@dataclass(frozen=True)
class Consequence:
    """A statement that may rest on the rule's claim, through another rule."""

    statement: Statement
    rule: Rule
    distance: int
    """How many rules lie between, its own included."""


@dataclass(frozen=True)
class ReadBack:
    """All that is told of one rule."""

    case: Case
    rule: Rule
    neighbours: tuple[Neighbour, ...]
    rivals: tuple[Rule, ...]
    """Other rules that conclude the same."""
    winners: tuple[Rule, ...]
    """Rules that take precedence over it."""
    applications: tuple[Application, ...]
    """Those that apply first."""
    consequences: tuple[Consequence, ...]
    """Nearest first."""
    users: tuple[Rule, ...]
    """Rules that ask for what it claims."""
    rebuts: tuple[Rule, ...]
    """Rules that its claims keep silent."""


def read_back(case: Case, rule: Rule) -> ReadBack:
    """Look at a rule from all sides, as it stands in a case."""
    rules = case.rulebase.rules
    predicates = {claim.predicate for claim in rule.claims}
    applications = sorted(
        _applications(case, rule), key=lambda each: (-each.degree, _distance(each))
    )
    return ReadBack(
        case=case,
        rule=rule,
        neighbours=nearest(rule, rules),
        rivals=tuple(
            other
            for other in rules
            if other.id != rule.id and predicates & {claim.predicate for claim in other.claims}
        ),
        winners=tuple(other for other in rules if rule.id in other.overrides),
        applications=tuple(applications),
        consequences=tuple(_consequences(case, rule)),
        users=tuple(r for r in rules if _speaks_of(r.condition.parts, predicates)),
        rebuts=tuple(r for r in rules if _speaks_of(r.rebuttals, predicates)),
    )


def _speaks_of(conditions: Iterable[Condition], predicates: Container[str]) -> bool:
    literals = (each for each in _all(conditions) if isinstance(each, Literal))
    return any(each.statement.predicate in predicates for each in literals)


def nearest(rule: Rule, rules: Iterable[Rule], most: int = NEIGHBOURS) -> tuple[Neighbour, ...]:
    """Return the rules most alike, nearest first; those that share nothing are left out."""
    found = (_compared(rule, other) for other in rules if other.id != rule.id)
    alike = [each for each in found if each.likeness > 0]
    return tuple(sorted(alike, key=lambda each: (-each.likeness, each.rule.position))[:most])


def _compared(one: Rule, other: Rule) -> Neighbour:
    here, there = _Sayings.of(one), _Sayings.of(other)
    return Neighbour(
        rule=other,
        likeness=_likeness(here, there),
        same_claim=set(map(_bare, here.claims)) == set(map(_bare, there.claims)),
        only_here=_only(here.grounds, there.grounds),
        only_there=_only(there.grounds, here.grounds),
        gives_way_here=_only(here.rebuttals, there.rebuttals),
        gives_way_there=_only(there.rebuttals, here.rebuttals),
        same_shape=_shape(one) == _shape(other),
    )


@dataclass(frozen=True)
class _Sayings:
    """The single conditions and claims of a rule, by what they are for."""

    grounds: tuple[Saying, ...]
    rebuttals: tuple[Saying, ...]
    claims: tuple[Saying, ...]

    @classmethod
    def of(cls, rule: Rule) -> _Sayings:
        claims = tuple(Literal(claim) for claim in rule.claims)
        return cls(tuple(_all(rule.condition.parts)), tuple(_all(rule.rebuttals)), claims)

    @property
    def weights(self) -> dict[tuple[str, Saying], int]:
        """What it says, each with its weight."""
        groups = (
            ("ground", self.grounds, 1),
            ("rebuttal", self.rebuttals, 1),
            ("claim", self.claims, 2),
        )
        return {(role, _bare(each)): weight for role, said, weight in groups for each in said}


def _likeness(here: _Sayings, there: _Sayings) -> float:
    """Return the weighted share of what both say in what either says (Jaccard's index)."""
    either = here.weights | there.weights
    both = here.weights.keys() & there.weights.keys()
    return sum(either[each] for each in both) / max(sum(either.values()), 1)


def _bare(saying: Saying) -> Saying:
    """Take away what variables are called."""
    return _renamed(saying, lambda _: "?")


def _renamed(saying: Saying, name: Callable[[str], str]) -> Saying:
    """Call variables otherwise."""

    def called(term: Term) -> Term:
        return name(term) if is_variable(term) else term

    match saying:
        case Literal(Statement(predicate, terms), positive):
            return Literal(Statement(predicate, tuple(map(called, terms))), positive)
        case Comparison(left, operator, right):
            return Comparison(called(left), operator, called(right))
        case Not():
            inner = next(_all([saying.part]))
            return Not(_renamed(inner, name))


def variables_of(saying: Saying) -> tuple[str, ...]:
    """List the variables of a single condition, in their order."""
    found: dict[str, str] = {}
    _renamed(saying, lambda variable: found.setdefault(variable, variable))
    return tuple(found)


def _shape(rule: Rule) -> tuple[object, ...]:
    """Return how a rule puts together what it says, its variables numbered as they come."""
    numbers: dict[str, str] = {}

    def number(variable: str) -> str:
        return numbers.setdefault(variable, f"?{len(numbers)}")

    def walk(condition: Condition) -> object:
        match condition:
            case Literal() | Comparison():
                return _renamed(condition, number)
            case Not(part):
                return ("not", walk(part))
            case AtLeast(count, parts):
                return (count, *map(walk, _sorted(parts)))
            case AllOf(parts) | AnyOf(parts):
                return (type(condition), *map(walk, _sorted(parts)))

    claims = AllOf(tuple(map(Literal, rule.claims)))
    return walk(rule.condition), walk(AnyOf(rule.rebuttals)), walk(claims)


def _sorted(parts: Iterable[Condition]) -> list[Condition]:
    """Put conditions in an order that neither author nor names of variables have a say in."""
    return sorted(parts, key=lambda part: [repr(_bare(each)) for each in _all([part])])


def _only(here: Iterable[Saying], there: Iterable[Saying]) -> tuple[Saying, ...]:
    known = set(map(_bare, there))
    return tuple(dict.fromkeys(each for each in here if _bare(each) not in known))


def _all(conditions: Iterable[Condition]) -> Iterator[Saying]:
    """Go through the single conditions; what is under `not` counts as denied."""
    for condition in conditions:
        match condition:
            case Literal() | Comparison():
                yield condition
            case Not(part):
                yield from map(_denied, _all([part]))
            case AllOf(parts) | AnyOf(parts) | AtLeast(_, parts):
                yield from _all(parts)


def _denied(saying: Saying) -> Saying:
    if isinstance(saying, Literal):
        return Literal(saying.statement, not saying.positive)
    return Not(saying)


def _applications(case: Case, rule: Rule) -> Iterator[Application]:
    graph, valuation = case.graph, case.valuation
    grouped: dict[object, list[Inference]] = {}
    for inference in graph.inferences:
        if inference.rule.id == rule.id:
            key = (inference.branch.number, inference.bindings)
            grouped.setdefault(key, []).append(inference)
    for group in grouped.values():
        first = group[0]
        yield Application(
            inference=first,
            claims=tuple(graph.statements[each.claim] for each in group),
            degree=max(valuation.degree_of(each) for each in group),
            missing=tuple(graph.statements[n] for n in first.grounds if not valuation.degree(n)),
            blocked_by=tuple(
                tuple(graph.statements[n] for n, _ in blocker.literals)
                for blocker in valuation.blocking(first.number)
            ),
            overridden_by=tuple(
                graph.inferences[n].rule for n in valuation.overriding(first.number)
            ),
        )


def _distance(each: Application) -> int:
    return len(each.missing) + len(each.blocked_by) + len(each.overridden_by)


def _consequences(case: Case, rule: Rule) -> Iterator[Consequence]:
    """Go through what may rest on the rule's claims, step by step."""
    graph = case.graph
    reached = {each.claim for each in graph.inferences if each.rule.id == rule.id}
    edge, distance = sorted(reached), 1
    while edge:
        distance += 1
        following = []
        for number in edge:
            for support in graph.supporting[number]:
                inference = graph.inferences[support]
                if inference.claim not in reached and inference.rule.qualifier > NONE:
                    reached.add(inference.claim)
                    following.append(inference.claim)
                    claim = graph.statements[inference.claim]
                    yield Consequence(claim, inference.rule, distance)
        edge = following
