"""The reasoning graph: every statement and every inference that could matter, each once.

An AND/OR graph that only grows: inferences are alternatives for their claim (OR), each needs all
its grounds (AND). Statements and inferences are numbered in the order of their coming.

What comes is kept as it comes, in columns of numbers. The objects that stand for it, and what
supports and concludes what, are made when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from itertools import chain, product, repeat

from arguendo.graph.columns import Batch, Columns
from arguendo.graph.lazy import Lazy
from arguendo.graph.links import Links, Rows
from arguendo.graph.recipes import Recipe, Row, bound
from arguendo.graph.straight import Follow, Straight
from arguendo.graph.values import GroundBlocker, Inference, Matches, Step, Stratum
from arguendo.library import collecting_later
from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker
from arguendo.statements import ANYTHING, Statement, Term, Terms, is_variable

_NOTHING: Mapping[Terms, int] = {}


class Graph:
    """Statements and inferences of one rule base, with who supports, concludes, blocks whom.

    It grows while it is asked about: whoever shares it among threads holds one lock around that.
    """

    grounded: int | None = None
    """How many inferences the rule base's own statements allow; None until all are found."""

    def __init__(self, rulebase: RuleBase) -> None:
        """Start with no statement."""
        self.rulebase = rulebase
        self.columns = Columns(self._arrived, rulebase)
        """What it is made of."""
        self._indexes: dict[str, dict[int, dict[Term, list[int]]]] = {}
        """By predicate, place asked about so far, and what stands there: the statements."""
        made = self.columns
        self._statements = Lazy(made.count_statements, made.statement, made.statements_from)
        self._inferences = Lazy(made.count_inferences, made.inference, made.inferences_from)
        self._blockers = Lazy(made.count_inferences, made.blockers, made.blockers_from)
        self._contraries = Links(made.count_statements)
        self._concluding = Links(made.count_statements)
        self._supporting = Links(made.count_statements)
        self._overridden_by = Links(made.count_inferences)
        self._all_links = (
            *(self._concluding, self._supporting),
            *(self._contraries, self._overridden_by),
        )
        self._linked = 0
        """How many batches stand among those that conclude and support."""
        self._bound: dict[int, list[Blocker]] = {}
        """The rebuttals that depend on more than a match, by inference."""
        self._wildcards: dict[str, dict[int, None]] = {}
        """By predicate: the inferences with a blocker in which anything stands in one of it."""
        self._stale: dict[int, None] = {}
        """Inferences whose blockers must be formed anew."""
        self._blocking: dict[int, dict[int, None]] = {}
        """By statement: the inferences that it, or its absence, may have a part in blocking."""
        self._naming: dict[str, list[Batch]] = {}
        """By predicate: the batches whose rebuttals name it and that do not stand there yet."""
        self._blocked = 0
        """How many batches stand in either."""
        self.relinked: list[int] = []
        """The inferences whose blockers were found, again whenever they may have changed."""
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
        return self.columns.count_statements(), self.columns.count_inferences()

    @property
    def statements(self) -> Sequence[Statement]:
        """By number: the statements."""
        return self._statements.view()

    @property
    def inferences(self) -> Sequence[Inference]:
        """By number: the inferences."""
        return self._inferences.view()

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
        return self._contraries

    def opposed(self) -> Iterable[int]:
        """Return the statements that may have contraries."""
        return self._contraries.filled()

    @property
    def overridden_by(self) -> Sequence[Sequence[int]]:
        """By inference: the inferences that set it aside when they apply."""
        return self._overridden_by

    @property
    def blockers(self) -> Sequence[Sequence[GroundBlocker]]:
        """By inference: what can block it."""
        while self._stale:
            inference, _ = self._stale.popitem()
            forms = (form for each in self._bound[inference] for form in self._forms(each))
            found = tuple(dict.fromkeys(forms))
            self._blockers.replace(inference, found)
            self.relinked.append(inference)
            for number, _ in chain.from_iterable(each.literals for each in found):
                self._blocking.setdefault(number, {})[inference] = None
        return self._blockers.view()

    def blocked_by(self, statement: int) -> Iterable[int]:
        """Return the inferences that a statement, or its absence, may have a part in blocking."""
        _ = self.blockers
        for batch in self.columns.batches[self._blocked :]:
            for predicate in batch.recipe.named_predicates:
                self._naming.setdefault(predicate, []).append(batch)
        self._blocked = len(self.columns.batches)
        # What no one asks about is not gone through.
        for batch in self._naming.pop(self.predicate(statement), ()):
            for inferences, named in self.columns.named_by_blockers(batch):
                for number in named:
                    blocked = self._blocking.setdefault(number, {})
                    blocked.update(zip(inferences, repeat(None)))
        return self._blocking.get(statement, ())

    def number(self, statement: Statement) -> int | None:
        """Return a statement's number, or None when the graph does not have it."""
        return self.numbers(statement.predicate).get(statement.arguments)

    def numbers(self, predicate: str) -> Mapping[Terms, int]:
        """Return the numbers of a predicate's statements, by arguments."""
        if predicate in self.columns.missing:
            return self.columns.numbers_of(predicate)
        return self.columns.numbers.get(predicate, _NOTHING)

    def predicate(self, number: int) -> str:
        """Return a statement's predicate."""
        return self.columns.predicates[number]

    def add(self, statement: Statement) -> int:
        """Give a ground statement its number, adding it when it is new."""
        count = self.columns.count_statements()
        number = self.columns.numbers_of(statement.predicate)[statement.arguments]
        if number >= count:
            self._statements.grow()
        return number

    def record(self, matches: Matches) -> None:
        """Add the inferences of matches that it does not have yet, one a claim."""
        rule, branch, _, values = matches
        columns, recipe = self.columns, self.columns.recipe(rule, branch)
        first, start = columns.count_inferences(), len(columns.rows)
        rows = recipe.rows(values)
        if rule.id in self._contested or not recipe.is_definite:
            rows = self._contesting(recipe, first, zip(values, rows, strict=True))
        columns.rows.extend(chain.from_iterable(rows))
        columns.enter(Batch(recipe, first, values, range(start, len(columns.rows), recipe.width)))
        self._layers = self._flow = None

    def matching(self, pattern: Statement) -> Iterator[int]:
        """Go through the statements that a pattern matches."""
        all_of_it = self.numbers(pattern.predicate)
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

    def links(self) -> tuple[Rows, ...]:
        """Return what connects statements and inferences, to be kept."""
        self._link()
        return tuple(each.rows() for each in self._all_links)

    def relink(self, kept: Iterable[Rows]) -> None:
        """Connect the statements and batches that are there with what was kept."""
        for links, rows in zip(self._all_links, kept, strict=True):
            links.restore(rows)
        self._linked = len(self.columns.batches)
        for batch in self.columns.batches:
            recipe, rule = batch.recipe, batch.recipe.rule.id
            if rule in self._contested or not recipe.is_definite:
                for number in range(batch.first, batch.after):
                    inference = self.columns.inference(number)
                    if rule in self._contested:
                        self._note_claim(number, rule, inference.claim)
                    self._bind_blockers(number, recipe, dict(inference.bindings))

    def is_contested(self, recipe: Recipe) -> bool:
        """Tell whether the rule of a branch overrides another or is overridden."""
        return recipe.rule.id in self._contested

    def layers(self) -> list[list[Inference]]:
        """Return the inferences by the stratum of their claim, lowest first."""
        if self._layers is None:
            self._layers = self._by_stratum(self.inferences)
        return self._layers

    def layers_for(self, claims: Iterable[int]) -> list[list[Inference]]:
        """Return likewise the inferences that conclude some statements."""
        numbers = sorted(chain.from_iterable(map(self.concluding.__getitem__, claims)))
        return self._by_stratum(map(self.inferences.__getitem__, numbers))

    def _by_stratum(self, inferences: Iterable[Inference]) -> list[list[Inference]]:
        strata = self.rulebase.strata
        found: dict[int, list[Inference]] = {}
        for inference in inferences:
            found.setdefault(strata[self.predicate(inference.claim)], []).append(inference)
        return [found[stratum] for stratum in sorted(found)]

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

    def _contesting(
        self, recipe: Recipe, number: int, matches: Iterable[tuple[Terms, Row]]
    ) -> Iterator[Row]:
        """Pass rows on; connect their inferences with what overrides them and may block them.

        That is done row by row, so that a rebuttal's statements come right after its inference's.
        """
        claims = slice(recipe.grounds, recipe.grounds + recipe.claims)
        for values, row in matches:
            yield row
            bindings = dict(zip(recipe.variables, values, strict=True))
            for claim in row[claims]:
                self._bind_blockers(number, recipe, bindings)
                if recipe.rule.id in self._contested:
                    self._link_overrides(number, recipe.rule.id, claim)
                number += 1

    def _link(self) -> None:
        """Take what came since the last time into who concludes and supports what."""
        for batch in self.columns.batches[self._linked :]:
            number, grounds, claims = batch.first, batch.recipe.grounds, batch.recipe.claims
            for row in zip(*self.columns.columns(batch)[: grounds + claims], strict=True):
                for claim in row[grounds:]:
                    self._concluding.add(claim, number)
                    for ground in dict.fromkeys(row[:grounds]):
                        self._supporting.add(ground, number)
                    number += 1
        self._linked = len(self.columns.batches)

    def _arrived(self, predicate: str, arguments: Terms, number: int) -> None:
        """Connect a new statement with its contraries and whatever else looks out for it."""
        for place, index in self._indexes.get(predicate, {}).items():
            _enter(index, arguments, place, number)
        if predicate in self.rulebase.opposed:
            numbers = self._contrary_numbers(Statement(predicate, arguments))
            for other in dict.fromkeys(each for each in numbers if each != number):
                self._contraries.add(number, other)
                self._contraries.add(other, number)
        affected = self._wildcards.get(predicate)
        if affected:
            self._stale.update(affected)
            self._flow = None

    def _at(self, predicate: str, place: int) -> Mapping[Term, list[int]]:
        """Return the index of a predicate's statements by what stands at a place."""
        indexes = self._indexes.setdefault(predicate, {})
        if place not in indexes:
            indexes[place] = {}
            numbers = self.columns.numbers_of(predicate)
            numbers.arrived = self._arrived
            for arguments, number in numbers.items():
                _enter(indexes[place], arguments, place, number)
        return indexes[place]

    def _bind_blockers(self, inference: int, recipe: Recipe, bindings: dict[str, Term]) -> None:
        for blocker in () if recipe.is_definite else recipe.branch.blockers:
            self._bind_blocker(inference, blocker, bindings)

    def _bind_blocker(self, inference: int, blocker: Blocker, bindings: dict[str, Term]) -> None:
        found = bound(blocker, bindings, self.rulebase.vocabulary)
        if found is None:
            return
        for literal in found.literals:
            if ANYTHING in literal.statement.arguments:
                predicate = literal.statement.predicate
                self._wildcards.setdefault(predicate, {})[inference] = None
                self.columns.numbers_of(predicate).arrived = self._arrived
            else:
                self.add(literal.statement)
        self._bound.setdefault(inference, []).append(found)
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
                self._overridden_by.add(other, number)
        for winner in self._overriding.get(rule, ()):
            for other in self._clashing(winner, claim):
                self._overridden_by.add(number, other)
        self._note_claim(number, rule, claim)

    def _note_claim(self, number: int, rule: str, claim: int) -> None:
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
