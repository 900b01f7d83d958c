"""Which rules say all that another one says, for the checks that need it; itself no check.

One rule covers another when some choice of its variables puts its grounds among the other's
(theta-subsumption: Plotkin, A Note on Inductive Generalization, 1970).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, product

from arguendo.comparisons import TURNED
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch, Comparison, Rule
from arguendo.statements import ANYTHING, Literal, Statement, Term, is_variable

MOST_CANDIDATES = 48
"""Rules that one rule is compared with."""

_MOST_TRIES = 2_000
_MOST_PLACES = 4

_Bindings = dict[str, Term]
_Feature = tuple[str, int, tuple[tuple[int, Term], ...]]
"""Predicate, arity, and some constants with their places."""


@dataclass(frozen=True)
class Frozen:
    """A branch of a rule with one of its claims, its variables turned into constants."""

    claim: Statement
    conditions: tuple[Statement, ...]
    blockers: tuple[Blocker, ...]


def freeze(branch: Branch, claim: Statement) -> Frozen:
    """Turn the variables of a branch into constants, so that nothing can be put for them."""
    conditions = chain(branch.grounds, map(_as_statement, branch.comparisons))
    turned = (_as_statement(each) for each in map(_turn, branch.comparisons) if each)
    return Frozen(
        _fixed(claim),
        tuple(_fixed(each, number) for number, each in enumerate((*conditions, *turned))),
        tuple(map(_fixed_blocker, branch.blockers)),
    )


def _fixed(statement: Statement, number: int = 0) -> Statement:
    """Make constants of the variables; each `?_` becomes one of its own."""
    terms = (
        f"!{number}.{place}" if term == ANYTHING else term.replace("?", "!", 1)
        for place, term in enumerate(statement.arguments)
    )
    kept = zip(statement.arguments, terms, strict=True)
    return Statement(
        statement.predicate, tuple(fixed if is_variable(term) else term for term, fixed in kept)
    )


def _fixed_blocker(blocker: Blocker) -> Blocker:
    """Make constants of the variables, `?_` apart, which goes on standing for anything."""
    names = {
        term: term.replace("?", "!", 1)
        for term in chain(
            *(literal.statement.arguments for literal in blocker.literals),
            *((each.left, each.right) for each in blocker.comparisons),
        )
        if is_variable(term) and term != ANYTHING
    }
    return bind(blocker, names)


def bind(blocker: Blocker, names: _Bindings) -> Blocker:
    """Replace variables of a blocker."""
    return Blocker(
        tuple(Literal(each.statement.bind(names), each.positive) for each in blocker.literals),
        tuple(
            Comparison(
                names.get(each.left, each.left), each.operator, names.get(each.right, each.right)
            )
            for each in blocker.comparisons
        ),
        blocker.absence,
    )


def _as_statement(comparison: Comparison) -> Statement:
    return Statement(f" {comparison.operator}", (comparison.left, comparison.right))


def _turn(comparison: Comparison) -> Comparison | None:
    operator = TURNED.get(comparison.operator)
    return Comparison(comparison.right, operator, comparison.left) if operator else None


def conditions_of(branch: Branch) -> tuple[Statement, ...]:
    """Return grounds and comparisons alike as patterns."""
    return (*branch.grounds, *map(_as_statement, branch.comparisons))


def fittings(
    patterns: Sequence[Statement], among: Sequence[Statement], bindings: _Bindings
) -> Iterator[_Bindings]:
    """Go through the ways of finding each pattern among statements without variables.

    Gives up after some thousand tries, as if there were no more.
    """
    tries = [_MOST_TRIES]

    def fit(place: int, bound: _Bindings) -> Iterator[_Bindings]:
        if place == len(patterns):
            yield bound
            return
        for statement in among:
            tries[0] -= 1
            found = patterns[place].match(statement, bound) if tries[0] > 0 else None
            if found is not None:
                yield from fit(place + 1, found)

    yield from fit(0, bindings)


def weaker(blocker: Blocker, others: Iterable[Blocker]) -> bool:
    """Tell whether one of the others blocks whenever a blocker does."""
    return any(_implies(blocker, other) for other in others)


def _implies(blocker: Blocker, other: Blocker) -> bool:
    return set(other.comparisons) <= set(blocker.comparisons) and all(
        any(_literal_implies(have, needed) for have in blocker.literals)
        for needed in other.literals
    )


def _literal_implies(have: Literal, needed: Literal) -> bool:
    if not have.positive or not needed.positive:
        return have == needed
    return needed.statement.match(have.statement) is not None


def covers(general: Rule, specific: Rule) -> bool:
    """Tell whether the general rule concludes all that the specific one does, degrees aside."""
    return all(
        any(
            _covers(one, concluded, freeze(other, claim))
            for one in general.branches
            for concluded in general.claims
        )
        for other in specific.branches
        for claim in specific.claims
    )


def _covers(branch: Branch, claim: Statement, frozen: Frozen) -> bool:
    bindings = claim.match(frozen.claim)
    if bindings is None:
        return False
    return any(
        all(weaker(bind(each, bound), frozen.blockers) for each in branch.blockers)
        for bound in fittings(conditions_of(branch), frozen.conditions, bindings)
    )


class Coverage:
    """Which rules of a rule base cover which, with regard to what overrides what."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Index the rules."""
        self._candidates = Candidates(rulebase)
        self._against: dict[str, set[str]] = {}
        for rule in rulebase.rules:
            for victim in rule.overrides:
                self._against.setdefault(victim, set()).add(rule.id)

    def of(self, specific: Rule) -> Iterator[Rule]:
        """Go through the other rules that cover a rule, degrees aside."""
        if not specific.branches:
            return
        branch, claim = specific.branches[0], specific.claims[0]
        for general in self._candidates.within(branch, claim.predicate):
            if general is not specific and self.covers(general, specific):
                yield general

    def covers(self, general: Rule, specific: Rule) -> bool:
        """Tell whether one rule does all that the other does, degrees aside.

        It does not where only the first may be set aside by a third, nor where only the second sets
        a third aside.
        """
        exposed = self._against.get(general.id, set()) - self._against.get(specific.id, set())
        idle = set(specific.overrides) <= set(general.overrides)
        return idle and not exposed and covers(general, specific)


class Candidates:
    """The rules whose grounds may lie within those of another, by a ground that is rare."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Enter every branch of every rule under its rarest ground."""
        branches = [(rule, branch) for rule in rulebase.rules for branch in rule.branches]
        count = Counter(_feature(ground) for _, each in branches for ground in each.grounds)
        self._rules: dict[tuple[str, _Feature | None], dict[str, Rule]] = {}
        for rule, branch in branches:
            rarest = min(map(_feature, branch.grounds), key=lambda one: count[one], default=None)
            for claim in rule.claims:
                self._rules.setdefault((claim.predicate, rarest), {})[rule.id] = rule

    def within(self, branch: Branch, predicate: str) -> Iterator[Rule]:
        """Go through rules for a predicate that may rest on some of a branch's grounds only."""
        features = chain([None], *map(_features, branch.grounds))
        found = (self._rules.get((predicate, each), {}) for each in dict.fromkeys(features))
        rules = {
            rule.id: rule for rules in found for rule in islice(rules.values(), MOST_CANDIDATES)
        }
        yield from islice(rules.values(), MOST_CANDIDATES)


def _constants(statement: Statement) -> tuple[tuple[int, Term], ...]:
    terms = enumerate(statement.arguments[:_MOST_PLACES])
    return tuple((place, term) for place, term in terms if not is_variable(term))


def _feature(statement: Statement) -> _Feature:
    return statement.predicate, len(statement.arguments), _constants(statement)


def _features(statement: Statement) -> Iterator[_Feature]:
    """Go through the features of all grounds that this one is a case of."""
    for some in product(*(((), (each,)) for each in _constants(statement))):
        yield statement.predicate, len(statement.arguments), tuple(chain(*some))
