"""What a reasoning graph is made of, as it comes: statements one by one, inferences in batches."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from arguendo.graph.recipes import Arrived, Numbers, Recipe
from arguendo.graph.values import GroundBlocker, Inference
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Statement, Terms


class Batch(NamedTuple):
    """What was recorded of one branch at once."""

    recipe: Recipe
    first: int
    """The number of its first inference; a match has one a claim."""
    values: Sequence[Terms]
    """By match: what the variables stand for."""
    rows: range
    """By match: where its row begins, among those of all batches."""

    @property
    def after(self) -> int:
        """The number after that of its last inference."""
        return self.first + len(self.rows) * self.recipe.claims


class Columns:
    """The statements and the batches of one graph, and the objects that stand for parts of them."""

    def __init__(self, arrived: Arrived, rulebase: RuleBase) -> None:
        """Start with none; `arrived` is told of each new statement that may have contraries."""
        self._arrived = arrived
        self._rulebase = rulebase
        self._watched = rulebase.opposed
        self.predicates: list[str] = []
        """By statement."""
        self.arguments: list[Terms] = []
        """By statement."""
        self.numbers: dict[str, Numbers] = {}
        """By predicate and arguments."""
        self.missing: dict[str, list[Sequence[int]]] = {}
        """By predicate: statements that are not among the numbers yet."""
        self.batches: list[Batch] = []
        self.rows = array("I")
        """Of all batches, one after the other."""
        self._firsts: list[int] = []
        """By batch: the number of its first inference."""
        self._count = 0
        self._recipes: dict[tuple[str, int], Recipe] = {}

    def numbers_of(self, predicate: str) -> Numbers:
        """Return the numbers of a predicate's statements."""
        numbers = self.numbers.get(predicate)
        if numbers is None:
            numbers = Numbers(predicate, self.predicates, self.arguments)
            for some in self.missing.pop(predicate, ()):
                numbers.update(zip(map(self.arguments.__getitem__, some), some, strict=True))
            if predicate in self._watched:
                numbers.arrived = self._arrived
            self.numbers[predicate] = numbers
        return numbers

    def recipe(self, rule: Rule, branch: Branch) -> Recipe:
        """Return the recipe of a branch."""
        found = self._recipes.get((rule.id, branch.number))
        if found is None:
            found = Recipe(
                rule, branch, self.numbers_of, is_apt=self._rulebase.is_apt(rule, branch)
            )
            self._recipes[rule.id, branch.number] = found
        return found

    def enter(self, batch: Batch) -> None:
        """Take in a batch whose rows are there."""
        self.batches.append(batch)
        self._firsts.append(batch.first)
        self._count = batch.after

    def count_statements(self) -> int:
        """Tell how many statements there are."""
        return len(self.arguments)

    def statement(self, number: int) -> Statement:
        """Make one statement."""
        return Statement(self.predicates[number], self.arguments[number])

    def statements_from(self, first: int) -> Iterable[Statement]:
        """Make the statements from one on."""
        return map(Statement, self.predicates[first:], self.arguments[first:])

    def count_inferences(self) -> int:
        """Tell how many inferences there are."""
        return self._count

    def batch_of(self, inference: int) -> Batch:
        """Return the batch that an inference belongs to."""
        return self.batches[bisect_right(self._firsts, inference) - 1]

    def batches_from(self, inference: int) -> list[Batch]:
        """Return the batch of an inference and those after it."""
        return self.batches[max(0, bisect_right(self._firsts, inference) - 1) :]

    def columns(self, batch: Batch) -> list[array[int]]:
        """Return the rows of a batch column by column."""
        rows, width = batch.rows, batch.recipe.width
        return [self.rows[rows.start + n : rows.stop : width] for n in range(width)]

    def inference(self, number: int) -> Inference:
        """Make one inference."""
        batch = self.batch_of(number)
        recipe = batch.recipe
        match, claim = divmod(number - batch.first, recipe.claims)
        row, grounds = batch.rows[match], recipe.grounds
        return Inference(
            number,
            recipe.rule,
            recipe.branch,
            tuple(zip(recipe.variables, batch.values[match], strict=True)),
            self.rows[row + grounds + claim],
            tuple(self.rows[row : row + grounds]),
        )

    def inferences_from(self, first: int) -> Iterator[Inference]:
        """Make the inferences from one on, batch by batch."""
        for batch in self.batches_from(first):
            recipe, number, grounds = batch.recipe, batch.first, batch.recipe.grounds
            rule, branch, variables = recipe.rule, recipe.branch, recipe.variables
            rows = zip(*self.columns(batch), strict=True)
            for values, row in zip(batch.values, rows, strict=True):
                bindings = tuple(zip(variables, values, strict=True))
                for claim in row[grounds : grounds + recipe.claims]:
                    if number >= first:
                        yield Inference(number, rule, branch, bindings, claim, row[:grounds])
                    number += 1

    def blockers(self, inference: int) -> tuple[GroundBlocker, ...]:
        """Return the blockers of an inference that are known with its match."""
        batch = self.batch_of(inference)
        recipe = batch.recipe
        if not recipe.named:
            return ()
        end = batch.rows[(inference - batch.first) // recipe.claims] + recipe.width
        return recipe.blockers(self.rows[end - recipe.named : end])

    def blockers_from(self, first: int) -> Iterator[tuple[GroundBlocker, ...]]:
        """Return the same of the inferences from one on."""
        for batch in self.batches_from(first):
            new = range(max(first, batch.first), batch.after)
            yield from map(self.blockers, new) if batch.recipe.named else repeat((), len(new))

    def named_by_blockers(self, batch: Batch) -> Iterator[tuple[range, Sequence[int]]]:
        """Go through the matches of a batch: their inferences, and what their blockers name."""
        recipe = batch.recipe
        for match, row in enumerate(batch.rows if recipe.named else ()):
            first = batch.first + match * recipe.claims
            end = row + recipe.width
            yield range(first, first + recipe.claims), self.rows[end - recipe.named : end]
