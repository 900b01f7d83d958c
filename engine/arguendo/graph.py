"""The reasoning graph: every statement and every inference that could matter, each once.

An AND/OR graph that only grows: inferences are alternatives for their claim (OR), each needs all
its grounds (AND). Statements and inferences are numbered in the order of their coming.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import chain, product
from typing import NamedTuple, TypeAlias

from arguendo.comparisons import settle
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch, Literal, Rule
from arguendo.statements import ANYTHING, Statement, Term, Terms, filling, is_variable

_Fill: TypeAlias = Callable[[Terms], Terms]
_NOTHING: Mapping[Terms, int] = {}


class Match(NamedTuple):
    """What a matcher finds: a branch of a rule whose grounds are all possible, rebuttals aside."""

    rule: Rule
    branch: Branch
    bindings: tuple[tuple[str, Term], ...]
    """Variable and ground term, sorted by variable."""


class Inference(NamedTuple):
    """One rule with its variables bound (AIF: a rule application), for one of its claims."""

    number: int
    rule: Rule
    branch: Branch
    bindings: tuple[tuple[str, Term], ...]
    claim: int
    grounds: tuple[int, ...]


class Step(NamedTuple):
    """What a valuation needs of an inference, in one piece."""

    qualifier: int
    claim: int
    grounds: tuple[int, ...]
    blockers: Sequence[GroundBlocker]
    rivals: Sequence[int]
    """The inferences that set it aside when they apply."""


class Stratum(NamedTuple):
    """The inferences for one stratum of claims."""

    inferences: list[Inference]
    steps: tuple[Step, ...] | None
    """The same, each after all that conclude its grounds; None where they go in a circle."""


class GroundBlocker(NamedTuple):
    """A rebuttal (or an absence asked for) with its variables bound: blocks when all are so."""

    literals: tuple[tuple[int, bool], ...]
    """Statement number, and whether it must hold (True) or not hold (False)."""
    absence: bool


@dataclass(frozen=True)
class _Recipe:
    """How the inferences of one branch are put together from the values of its variables."""

    grounds: tuple[tuple[str, _Fill], ...]
    """Predicate, and what gives its arguments."""
    claims: tuple[tuple[str, _Fill], ...]
    is_plain: bool
    """Whether nothing can block its inferences or set them aside."""
    known: dict[Terms, tuple[int, ...]] = field(default_factory=dict)
    """By values: the numbers of the inferences recorded."""

    @classmethod
    def of(cls, match: Match, *, is_plain: bool) -> _Recipe:
        """Prepare for matches of the branch of this one."""
        variables = tuple(variable for variable, _ in match.bindings)
        grounds, claims = (
            tuple((each.predicate, filling(each, variables)) for each in some)
            for some in (match.branch.grounds, match.rule.claims)
        )
        return cls(grounds, claims, is_plain)


class Graph:
    """Statements and inferences of one rule base, with who supports, concludes, blocks whom."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with no statement."""
        self.rulebase = rulebase
        self.statements: list[Statement] = []
        self.inferences: list[Inference] = []
        self.concluding: list[list[int]] = []
        """By statement: the inferences whose claim it is."""
        self.supporting: list[list[int]] = []
        """By statement: the inferences of which it is a ground."""
        self.contraries: list[list[int]] = []
        """By statement: the statements of the graph that are contrary to it."""
        self.overridden_by: list[Sequence[int]] = []
        """By inference: the inferences that set it aside when they apply."""
        self._numbers: dict[str, dict[Terms, int]] = {}
        """By predicate and arguments."""
        self._indexes: dict[str, dict[int, dict[Term, list[int]]]] = {}
        """By predicate, place asked about so far, and what stands there: the statements."""
        self._recipes: dict[tuple[str, int], _Recipe] = {}
        self._blockers: list[Sequence[GroundBlocker]] = []
        self._bound: dict[int, list[Blocker]] = {}
        self._wildcards: dict[str, dict[int, None]] = {}
        """By predicate: the inferences with a blocker in which anything stands in one of it."""
        self._stale: dict[int, None] = {}
        """Inferences whose blockers must be formed anew."""
        self._overrides = {rule.id: rule.overrides for rule in rulebase.rules if rule.overrides}
        self._overriding: dict[str, list[str]] = {}
        for winner, victims in self._overrides.items():
            for victim in victims:
                self._overriding.setdefault(victim, []).append(winner)
        self._contested = {*self._overrides, *self._overriding}
        self._of_rule: dict[str, dict[int, list[int]]] = {}
        """By rule that overrides or is overridden, and claim: its inferences."""
        self._layers: list[list[Inference]] | None = None
        self._flow: list[Stratum] | None = None

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the graph has grown."""
        return len(self.statements), len(self.inferences)

    @property
    def blockers(self) -> Sequence[Sequence[GroundBlocker]]:
        """By inference: what can block it."""
        while self._stale:
            inference, _ = self._stale.popitem()
            forms = (form for each in self._bound[inference] for form in self._forms(each))
            self._blockers[inference] = tuple(dict.fromkeys(forms))
        return self._blockers

    def number(self, statement: Statement) -> int | None:
        """Return a statement's number, or None when the graph does not have it."""
        return self._numbers.get(statement.predicate, {}).get(statement.arguments)

    def add(self, statement: Statement) -> int:
        """Give a ground statement its number, adding it when it is new."""
        known = self.number(statement)
        return self._new(statement) if known is None else known

    def record(self, match: Match) -> tuple[int, ...]:
        """Add the inferences of a match, one a claim; those it has already are only returned."""
        rule, branch, bindings = match
        recipe = self._recipes.get((rule.id, branch.number))
        if recipe is None:
            is_plain = not branch.blockers and rule.id not in self._contested
            recipe = _Recipe.of(match, is_plain=is_plain)
            self._recipes[rule.id, branch.number] = recipe
        values = tuple([value for _, value in bindings])
        known = recipe.known.get(values)
        if known is not None:
            return known
        grounds = self._filled(recipe.grounds, values)
        numbers = []
        for part in recipe.claims:
            (claim,) = self._filled((part,), values)
            numbers.append(self._infer(match, claim, grounds, recipe.is_plain))
        return recipe.known.setdefault(values, tuple(numbers))

    def matching(self, pattern: Statement) -> Iterator[int]:
        """Go through the statements that a pattern matches."""
        all_of_it = self._numbers.get(pattern.predicate, {})
        if pattern.is_ground:
            known = all_of_it.get(pattern.arguments)
            yield from () if known is None else (known,)
            return
        some: Collection[int] = all_of_it.values()
        for place, term in enumerate(pattern.arguments):
            if not is_variable(term):
                having = self._at(pattern.predicate, place).get(term, ())
                some = min(some, having, key=len)
        for number in some:
            if pattern.match(self.statements[number]) is not None:
                yield number

    def layers(self) -> list[list[Inference]]:
        """Return the inferences by the stratum of their claim, lowest first."""
        if self._layers is None:
            strata = self.rulebase.strata
            found: dict[int, list[Inference]] = {}
            for inference in self.inferences:
                predicate = self.statements[inference.claim].predicate
                found.setdefault(strata[predicate], []).append(inference)
            self._layers = [found[stratum] for stratum in sorted(found)]
        return self._layers

    def flow(self) -> list[Stratum]:
        """Return the strata, lowest first, prepared for being valued many times."""
        if self._flow is None:
            self._flow = [Stratum(layer, self._steps(layer)) for layer in self.layers()]
        return self._flow

    def _steps(self, layer: list[Inference]) -> tuple[Step, ...] | None:
        """Put inferences in an order in which grounds come first (Kahn), if there is one."""
        concluding: dict[int, list[Inference]] = {}
        for inference in layer:
            concluding.setdefault(inference.claim, []).append(inference)
        before = {
            claim: {ground for each in some for ground in each.grounds if ground in concluding}
            for claim, some in concluding.items()
        }
        try:
            order = list(TopologicalSorter(before).static_order())
        except CycleError:
            return None
        blockers, rivals = self.blockers, self.overridden_by
        return tuple(
            Step(
                each.rule.qualifier, claim, each.grounds, blockers[each.number], rivals[each.number]
            )
            for claim in order
            for each in concluding[claim]
        )

    def _filled(self, parts: Iterable[tuple[str, _Fill]], values: Terms) -> tuple[int, ...]:
        """Return the numbers of the statements that values make of patterns."""
        found = []
        for predicate, fill in parts:
            arguments = fill(values)
            known = self._numbers.get(predicate, _NOTHING).get(arguments)
            found.append(self._new(Statement(predicate, arguments)) if known is None else known)
        return tuple(found)

    def _new(self, statement: Statement) -> int:
        number = len(self.statements)
        self.statements.append(statement)
        self.concluding.append([])
        self.supporting.append([])
        self.contraries.append([])
        if statement.predicate in self.rulebase.opposed:
            for other in dict.fromkeys(self._contrary_numbers(statement)):
                self.contraries[number].append(other)
                self.contraries[other].append(number)
        self._numbers.setdefault(statement.predicate, {})[statement.arguments] = number
        for place, index in self._indexes.get(statement.predicate, {}).items():
            _enter(index, statement.arguments, place, number)
        affected = self._wildcards.get(statement.predicate)
        if affected:
            self._stale.update(affected)
            self._flow = None
        return number

    def _at(self, predicate: str, place: int) -> Mapping[Term, list[int]]:
        """Return the index of a predicate's statements by what stands at a place."""
        indexes = self._indexes.setdefault(predicate, {})
        if place not in indexes:
            indexes[place] = {}
            for arguments, number in self._numbers.get(predicate, _NOTHING).items():
                _enter(indexes[place], arguments, place, number)
        return indexes[place]

    def _infer(self, match: Match, claim: int, grounds: tuple[int, ...], is_plain: bool) -> int:
        rule, branch, bindings = match
        number = len(self.inferences)
        inference = Inference(number, rule, branch, bindings, claim, grounds)
        self.inferences.append(inference)
        self._layers = self._flow = None
        self._blockers.append(())
        self.overridden_by.append(())
        self.concluding[claim].append(number)
        for ground in dict.fromkeys(grounds):
            self.supporting[ground].append(number)
        if not is_plain:
            for blocker in branch.blockers:
                self._bind_blocker(number, blocker, dict(bindings))
            if rule.id in self._contested:
                self._link_overrides(inference)
        return number

    def _bind_blocker(self, inference: int, blocker: Blocker, bindings: dict[str, Term]) -> None:
        settled = settle(blocker.comparisons, bindings)
        if settled is None:
            return
        bound = Blocker(
            tuple(Literal(lit.statement.bind(settled), lit.positive) for lit in blocker.literals),
            absence=blocker.absence,
        )
        for literal in bound.literals:
            if ANYTHING in literal.statement.arguments:
                self._wildcards.setdefault(literal.statement.predicate, {})[inference] = None
            else:
                self.add(literal.statement)
        self._bound.setdefault(inference, []).append(bound)
        self._stale[inference] = None

    def _forms(self, blocker: Blocker) -> Iterator[GroundBlocker]:
        """Go through the ground forms of a blocker, `?_` being every statement that fits.

        One that holds is enough where something must hold; where not, none of them may hold.
        """
        choices: list[list[tuple[tuple[int, bool], ...]]] = []
        for literal in blocker.literals:
            one = literal.statement
            numbers = self.matching(one) if ANYTHING in one.arguments else (self.add(one),)
            fitting = tuple((number, literal.positive) for number in numbers)
            choices.append([(one,) for one in fitting] if literal.positive else [fitting])
        for some in product(*choices):
            yield GroundBlocker(tuple(chain(*some)), blocker.absence)

    def _link_overrides(self, new: Inference) -> None:
        """Connect an inference with those that it overrides or is overridden by."""
        for victim in self._overrides.get(new.rule.id, ()):
            for number in self._clashing(victim, new.claim):
                self.overridden_by[number] = (*self.overridden_by[number], new.number)
        for winner in self._overriding.get(new.rule.id, ()):
            winning = self._clashing(winner, new.claim)
            self.overridden_by[new.number] = (*self.overridden_by[new.number], *winning)
        self._of_rule.setdefault(new.rule.id, {}).setdefault(new.claim, []).append(new.number)

    def _clashing(self, rule: str, claim: int) -> list[int]:
        """Return a rule's inferences with an equal or contrary claim, in their order."""
        of_rule = self._of_rule.get(rule, {})
        claims = (claim, *self.contraries[claim])
        return sorted(number for each in claims for number in of_rule.get(each, ()))

    def _contrary_numbers(self, statement: Statement) -> Iterable[int]:
        for pattern in self.rulebase.contrary_patterns(statement):
            yield from self.matching(pattern)


def _enter(index: dict[Term, list[int]], arguments: Terms, place: int, number: int) -> None:
    if place < len(arguments):
        index.setdefault(arguments[place], []).append(number)
