"""A reasoning graph as columns of numbers and back, to be kept between runs.

Statements are kept kind by kind, inferences batch by batch, each term once. What can be found again
at once is not kept. A graph comes back only for the very rule base that it was made for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import overload

from arguendo.graph.columns import Batch, Columns
from arguendo.graph.links import Rows
from arguendo.graph.reasoning import Graph
from arguendo.keeping.batches import as_bytes, as_numbers
from arguendo.rulebase import RuleBase
from arguendo.statements import Terms


@dataclass(frozen=True)
class Frozen:
    """A graph; what is in bytes are numbers."""

    terms: tuple[str, ...]
    predicates: tuple[str, ...]
    """By kind of statement: those of one kind have as many arguments, too."""
    kinds: bytes
    """By kind: the number of arguments, and how many statements there are."""
    numbers: bytes
    """Of the statements, kind by kind."""
    arguments: bytes
    """Their terms."""
    batches: bytes
    """By batch: the places of its rule and branch, its variables, and its matches: how many."""
    values: bytes
    """What the variables of all matches stand for: terms."""
    rows: bytes
    links: tuple[tuple[bytes, bytes], ...]
    """What `Graph.links` returns."""


def freeze(graph: Graph) -> Frozen:
    """Return all that has to be kept of a graph."""
    columns, terms = graph.columns, dict[str, int]()
    kinds: dict[tuple[str, int], list[int]] = {}
    for number, arguments in enumerate(columns.arguments):
        kinds.setdefault((columns.predicates[number], len(arguments)), []).append(number)
    numbers = list(chain.from_iterable(kinds.values()))
    values = chain.from_iterable(batch.values for batch in columns.batches)
    return Frozen(
        arguments=_numbered(map(columns.arguments.__getitem__, numbers), terms),
        values=_numbered(values, terms),
        terms=tuple(terms),
        predicates=tuple(predicate for predicate, _ in kinds),
        kinds=as_bytes(part for (_, arity), some in kinds.items() for part in (arity, len(some))),
        numbers=as_bytes(numbers),
        batches=as_bytes(_places(graph.rulebase, columns.batches)),
        rows=as_bytes(columns.rows),
        links=tuple((as_bytes(rows.ends), as_bytes(rows.numbers)) for rows in graph.links()),
    )


def thaw(rulebase: RuleBase, kept: Frozen) -> Graph:
    """Return the graph that was kept. May raise anything when it is another rule base's."""
    graph = Graph(rulebase)
    _restore_statements(graph.columns, kept)
    graph.columns.rows = as_numbers(kept.rows)
    for batch in _batches(graph, kept):
        graph.columns.enter(batch)
    if graph.columns.batches and graph.columns.batches[-1].rows.stop != len(graph.columns.rows):
        raise ValueError("there are more rows than batches take")
    graph.relink(tuple(Rows(as_numbers(ends), as_numbers(some)) for ends, some in kept.links))
    return graph


def _numbered(rows: Iterable[Terms], terms: dict[str, int]) -> bytes:
    """Number the terms of some rows."""
    return as_bytes(terms.setdefault(term, len(terms)) for row in rows for term in row)


def _places(rulebase: RuleBase, batches: Iterable[Batch]) -> Iterator[int]:
    """Go through the parts that tell which branches the batches are of, and how many matches."""
    rules = {rule.id: place for place, rule in enumerate(rulebase.rules)}
    for batch in batches:
        rule, branch = batch.recipe.rule, batch.recipe.branch
        place = rules[rule.id], rule.branches.index(branch)
        yield from (*place, len(batch.recipe.variables), len(batch.rows))


def _restore_statements(columns: Columns, kept: Frozen) -> None:
    """Put the statements back, without their numbers by predicate, which are seldom needed."""
    numbers, kinds = as_numbers(kept.numbers), as_numbers(kept.kinds)
    columns.predicates.extend([""] * len(numbers))
    columns.arguments.extend([()] * len(numbers))
    terms = map(kept.terms.__getitem__, as_numbers(kept.arguments))
    start = 0
    for predicate, arity, count in zip(kept.predicates, kinds[::2], kinds[1::2], strict=True):
        some = numbers[start : start + count]
        columns.missing.setdefault(predicate, []).append(some)
        for number in some:
            columns.predicates[number] = predicate
        # The numbers end first, so that no term of the next kind is taken.
        for number, arguments in zip(some, zip(*[terms] * arity, strict=True), strict=False):
            columns.arguments[number] = arguments
        start += count


def _batches(graph: Graph, kept: Frozen) -> Iterator[Batch]:
    values, places = as_numbers(kept.values), as_numbers(kept.batches)
    rules = graph.rulebase.rules
    first = row = value = 0
    for place, branch, variables, count in zip(*(places[n::4] for n in range(4)), strict=True):
        recipe = graph.columns.recipe(rules[place], rules[place].branches[branch])
        rows = range(row, row + count * recipe.width, recipe.width)
        some = _Values(kept.terms, values, value, variables, count)
        batch = Batch(recipe, first, some, rows)
        yield batch
        first, row, value = batch.after, rows.stop, some.end


class _Values(Sequence[Terms]):
    """What the variables of a batch stand for, match by match, put together when it is read."""

    __slots__ = ("_count", "_numbers", "_start", "_terms", "_width")

    def __init__(
        self, terms: Sequence[str], numbers: array[int], start: int, width: int, count: int
    ) -> None:
        self._terms = terms
        self._numbers = numbers
        self._start = start
        self._width = width
        self._count = count

    @property
    def end(self) -> int:
        """Where the values of the next batch begin."""
        return self._start + self._count * self._width

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, match: int) -> Terms: ...
    @overload
    def __getitem__(self, match: slice) -> Sequence[Terms]: ...
    def __getitem__(self, match: int | slice) -> Terms | Sequence[Terms]:
        if isinstance(match, slice):
            return [self[each] for each in range(*match.indices(self._count))]
        if match >= self._count:
            raise IndexError(match)
        start = self._start + match * self._width
        return tuple(map(self._terms.__getitem__, self._numbers[start : start + self._width]))
