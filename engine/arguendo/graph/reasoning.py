"""The reasoning graph: every statement and every inference that could matter, each once.

An AND/OR graph that only grows: inferences are alternatives for their claim (OR), each needs all
its grounds (AND). Statements and inferences are numbered in the order of their coming.

What comes is kept as it comes, in columns of plain tuples. The objects that stand for it, and what
supports and concludes what, are made when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import chain, product, repeat

from arguendo.comparisons import settle
from arguendo.graph.recipes import Batch, Numbers, Recipe, Row
from arguendo.graph.straight import Follow, Straight
from arguendo.graph.values import GroundBlocker, Inference, Matches, Step, Stratum
from arguendo.library import collecting_later
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Literal
from arguendo.statements import ANYTHING, Statement, Term, Terms, filling, is_variable

_NOTHING: Mapping[Terms, int] = {}


class Graph:
    """Statements and inferences of one rule base, with who supports, concludes, blocks whom."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with no statement."""
        self.rulebase = rulebase
        self.overridden_by: list[Sequence[int]] = []
        """By inference: the inferences that set it aside when they apply."""
        self._predicates: list[str] = []
        self._arguments: list[Terms] = []
        self._numbers: dict[str, Numbers] = {}
        """By predicate and arguments."""
        self._indexes: dict[str, dict[int, dict[Term, list[int]]]] = {}
        """By predicate, place asked about so far, and what stands there: the statements."""
        self._recipes: dict[tuple[str, int], Recipe] = {}
        self._batches: list[Batch] = []
        self._count = 0
        """How many inferences they have."""
        self._statements: list[Statement] = []
        self._inferences: list[Inference] = []
        self._contraries: list[list[int]] = []
        self._concluding: list[list[int]] = []
        self._supporting: list[list[int]] = []
        self._read = 0
        """How many batches are inferences already."""
        self._linked = 0
        """How many inferences stand among those that conclude and support."""
        self._blockers: list[Sequence[GroundBlocker]] = []
        self._bound: dict[int, list[Blocker]] = {}
        self._wildcards: dict[str, dict[int, None]] = {}
        """By predicate: the inferences with a blocker in which anything stands in one of it."""
        self._stale: dict[int, None] = {}
        self._blocking: dict[int, dict[int, None]] = {}
        self.relinked: list[int] = []
        """The inferences whose blockers were found, again whenever they may have changed."""
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
        return len(self._arguments), self._count

    @property
    def statements(self) -> Sequence[Statement]:
        """By number: the statements."""
        made = self._statements
        new = slice(len(made), None)
        made.extend(map(Statement, self._predicates[new], self._arguments[new]))
        return made

    @property
    def inferences(self) -> Sequence[Inference]:
        """By number: the inferences."""
        made = self._inferences
        if len(made) < self._count:
            with collecting_later():
                for batch in self._batches[self._read :]:
                    made.extend(batch.inferences(len(made)))
            self._read = len(self._batches)
        return made

    @property
    def concluding(self) -> Sequence[Sequence[int]]:
        """By statement: the inferences whose claim it is."""
        self._link()
        return self._concluding

    @property
    def supporting(self) -> Sequence[Sequence[int]]:
        """By statement: the inferences of which it is a ground."""
        self._link()
        return self._supporting

    @property
    def contraries(self) -> Sequence[Sequence[int]]:
        """By statement: the statements of the graph that are contrary to it."""
        return self._level(self._contraries)

    @property
    def blockers(self) -> Sequence[Sequence[GroundBlocker]]:
        """By inference: what can block it."""
        while self._stale:
            inference, _ = self._stale.popitem()
            forms = (form for each in self._bound[inference] for form in self._forms(each))
            found = self._blockers[inference] = tuple(dict.fromkeys(forms))
            self.relinked.append(inference)
            for number, _ in chain.from_iterable(each.literals for each in found):
                self._blocking.setdefault(number, {})[inference] = None
        return self._blockers

    def blocked_by(self, statement: int) -> Iterable[int]:
        """Return the inferences that a statement, or its absence, may have a part in blocking."""
        return self._blocking.get(statement, ()) if self.blockers else ()

    def number(self, statement: Statement) -> int | None:
        """Return a statement's number, or None when the graph does not have it."""
        return self._numbers.get(statement.predicate, _NOTHING).get(statement.arguments)

    def add(self, statement: Statement) -> int:
        """Give a ground statement its number, adding it when it is new."""
        number = self._numbers_of(statement.predicate)[statement.arguments]
        if number >= len(self._supporting):
            # Whoever has the lists in hand finds it there.
            for links in (self._contraries, self._concluding, self._supporting):
                self._level(links)
            _ = self.statements
        return number

    def record(self, matches: Matches) -> None:
        """Add the inferences of matches that it does not have yet, one a claim."""
        rule, branch, _, values = matches
        recipe = self._recipes.get((rule.id, branch.number))
        if recipe is None:
            recipe = self._recipes[rule.id, branch.number] = self._recipe(matches)
        known = self._count
        self._count += len(values) * len(rule.claims)
        self._blockers.extend(repeat((), self._count - known))
        self.overridden_by.extend(repeat((), self._count - known))
        rows = recipe.rows(values)
        if not recipe.is_plain:
            rows = self._contesting(recipe, known, zip(values, rows, strict=True))
        self._batches.append(Batch(recipe, values, list(chain.from_iterable(rows))))
        self._layers = self._flow = None

    def matching(self, pattern: Statement) -> Iterator[int]:
        """Go through the statements that a pattern matches."""
        all_of_it = self._numbers.get(pattern.predicate, _NOTHING)
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
                stratum = strata[self._predicates[inference.claim]]
                found.setdefault(stratum, []).append(inference)
            self._layers = [found[stratum] for stratum in sorted(found)]
        return self._layers

    def flow(self) -> list[Stratum]:
        """Return the strata, lowest first, prepared for being valued many times."""
        if self._flow is None:
            with collecting_later():
                self._flow = [Stratum(layer, self._steps(layer)) for layer in self.layers()]
        return self._flow

    @cached_property
    def _straight(self) -> Straight:
        return Straight()

    def straight(self) -> Follow | None:
        """Return one function for all strata; None before the graph was valued so often."""
        return self._straight.of(self.flow(), self.inferences, self.blockers)

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

    def _recipe(self, matches: Matches) -> Recipe:
        rule, branch, variables, _ = matches
        parts = tuple(
            (self._numbers_of(each.predicate), filling(each, variables))
            for each in (*branch.grounds, *rule.claims)
        )
        is_plain = not branch.blockers and rule.id not in self._contested
        return Recipe(rule, branch, variables, parts, is_plain)

    def _contesting(
        self, recipe: Recipe, number: int, matches: Iterable[tuple[Terms, Row]]
    ) -> Iterator[Row]:
        """Pass rows on; connect their inferences with what can block and what overrides them.

        That is done row by row, so that a rebuttal's statements come right after its inference's.
        """
        for values, row in matches:
            yield row
            bindings = dict(zip(recipe.variables, values, strict=True))
            for claim in row[len(recipe.branch.grounds) :]:
                for blocker in recipe.branch.blockers:
                    self._bind_blocker(number, blocker, bindings)
                if recipe.rule.id in self._contested:
                    self._link_overrides(number, recipe.rule.id, claim)
                number += 1

    def _level(self, links: list[list[int]]) -> list[list[int]]:
        """Let every statement have an entry."""
        missing = len(self._arguments) - len(links)
        if missing:
            links.extend([] for _ in range(missing))
        return links

    def _link(self) -> None:
        """Take what came since the last time into who concludes and supports what."""
        self._level(self._concluding)
        self._level(self._supporting)
        for inference in self.inferences[self._linked :]:
            self._concluding[inference.claim].append(inference.number)
            for ground in dict.fromkeys(inference.grounds):
                self._supporting[ground].append(inference.number)
        self._linked = self._count

    def _numbers_of(self, predicate: str) -> Numbers:
        numbers = self._numbers.get(predicate)
        if numbers is None:
            numbers = self._numbers[predicate] = Numbers(
                predicate, self._predicates, self._arguments
            )
            if predicate in self.rulebase.opposed:
                numbers.arrived = self._arrived
        return numbers

    def _arrived(self, predicate: str, arguments: Terms, number: int) -> None:
        """Connect a new statement with its contraries and whatever else looks out for it."""
        for place, index in self._indexes.get(predicate, {}).items():
            _enter(index, arguments, place, number)
        if predicate in self.rulebase.opposed:
            contraries = self._level(self._contraries)
            numbers = self._contrary_numbers(Statement(predicate, arguments))
            for other in dict.fromkeys(each for each in numbers if each != number):
                contraries[number].append(other)
                contraries[other].append(number)
        affected = self._wildcards.get(predicate)
        if affected:
            self._stale.update(affected)
            self._flow = None

    def _at(self, predicate: str, place: int) -> Mapping[Term, list[int]]:
        """Return the index of a predicate's statements by what stands at a place."""
        indexes = self._indexes.setdefault(predicate, {})
        if place not in indexes:
            indexes[place] = {}
            numbers = self._numbers_of(predicate)
            numbers.arrived = self._arrived
            for arguments, number in numbers.items():
                _enter(indexes[place], arguments, place, number)
        return indexes[place]

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
                predicate = literal.statement.predicate
                self._wildcards.setdefault(predicate, {})[inference] = None
                self._numbers_of(predicate).arrived = self._arrived
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

    def _link_overrides(self, number: int, rule: str, claim: int) -> None:
        """Connect an inference with those that it overrides or is overridden by."""
        for victim in self._overrides.get(rule, ()):
            for other in self._clashing(victim, claim):
                self.overridden_by[other] = (*self.overridden_by[other], number)
        for winner in self._overriding.get(rule, ()):
            winning = self._clashing(winner, claim)
            self.overridden_by[number] = (*self.overridden_by[number], *winning)
        self._of_rule.setdefault(rule, {}).setdefault(claim, []).append(number)

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
