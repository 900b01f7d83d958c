"""Whether any assumption set tells a mutant from the rule base it was made from: decided exactly.

Both reasoning graphs become one answer-set program with a choice for every leaf, in which some
statement has a degree in the one and not in the other. The program has an answer set if and only if
there is such an assumption set. Degrees are evaluated as yes or no, level by level, as in
`arguendo.sweep`; what does not follow from the changed rule is encoded once for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import clingo

from arguendo.graph import Graph, Inference
from arguendo.statements import Statement
from arguendo.strata import reached
from arguendo.valuation import Valuation

SECONDS = 20.0
"""Time for one question; it takes some thousandths of a second as a rule."""

_PROGRAM = """
{ true(N) : leaf(N) ; false(N) : movable(N) }.
:- true(N), false(N).
:- true(N), true(M), contrary(N, M).
set(N) :- true(N).
set(N) :- false(N).
displaced(N) :- fact(N, _), contrary(M, N), true(M).
base(N, 1..D) :- fact(N, D), not set(N), not displaced(N).
base(N, 1..top) :- true(N).
holds(X, N, K) :- base(N, K), told(X, N).
holds(X, N, K) :-
  inference(X, I, N, Q), K = 1..Q, not set(N), not blocked(X, I), not overridden(X, I),
  holds(Y, G, K) : ground(X, I, Y, G).
blocked(X, I) :-
  blocker(X, I, B),
  holds(Y, N, 1) : present(X, I, B, Y, N) ; not holds(Y, N, 1) : absent(X, I, B, Y, N).
applies(X, I) :- inference(X, I, _, _), not blocked(X, I), holds(Y, G, 1) : ground(X, I, Y, G).
overridden(X, I) :- overrides(X, I, Y, J), applies(Y, J).
differs :- holds(0, N, K), affected(N), not holds(1, N, K).
differs :- holds(1, N, K), affected(N), not holds(0, N, K).
:- not differs.
#minimize { 1, N, t : true(N) ; 1, N, f : false(N) }.
"""


class Undecided(Exception):
    """The search took too long; nothing is known."""


@dataclass(frozen=True)
class Difference:
    """Assumptions under which two rule bases come to different degrees, as few as possible."""

    assumptions: Mapping[Statement, bool]
    statement: Statement
    """A statement that shows the difference: of the changed rule's claims if possible."""
    before: int
    after: int


class Pair:
    """Two graphs over the same statements, the second one's numbers put into the first one's.

    `original` and `mutant` must both contain all inferences that the `leaves` allow; statements
    that only one of them has are added to the other.
    """

    def __init__(
        self,
        original: Graph,
        mutant: Graph,
        changed: Iterable[str],
        leaves: Sequence[Statement],
        facts: Mapping[Statement, int],
    ) -> None:
        """Prepare; `changed` are the ids of the rules in which the two may differ."""
        for statement in list(mutant.statements):
            original.add(statement)
        for statement in list(original.statements):
            mutant.add(statement)
        self.graphs = (original, mutant)
        self.changed = frozenset(changed)
        self.leaves = tuple(leaves)
        self.facts = facts
        own = {statement: n for n, statement in enumerate(original.statements)}
        self._common = (
            list(range(len(original.statements))),
            [own[statement] for statement in mutant.statements],
        )

    def tell_apart(self, seconds: float = SECONDS) -> Difference | None:
        """Find the fewest assumptions under which the two differ; None when there are none.

        Raises `Undecided` when the search takes too long.
        """
        chosen = _search("\n".join([_PROGRAM, *self._encoded()]), seconds)
        if chosen is None:
            return None
        statements = self.graphs[0].statements
        assumptions = {statements[n]: positive for n, positive in chosen.items()}
        return self._difference(assumptions)

    def values(self, assumptions: Mapping[Statement, bool]) -> tuple[dict[Statement, int], ...]:
        """Value both graphs under assumptions: the degree of every statement."""
        return tuple(_degrees(graph, assumptions, self.facts) for graph in self.graphs)

    def _difference(self, assumptions: Mapping[Statement, bool]) -> Difference:
        """Find where the two differ, by ordinary valuations."""
        before, after = self.values(assumptions)
        differing = [each for each in before if before[each] != after[each]]
        if not differing:
            raise Undecided
        claims = set(self._claims_of_changed())
        graph = self.graphs[0]
        first = min(differing, key=lambda each: (graph.number(each) not in claims, each.key))
        return Difference(assumptions, first, before[first], after[first])

    def _inferences(self, side: int) -> Iterator[Inference]:
        yield from self.graphs[side].inferences

    def _claims_of_changed(self) -> Iterator[int]:
        for side in (0, 1):
            for inference in self._inferences(side):
                if inference.rule.id in self.changed:
                    yield self._common[side][inference.claim]

    @cached_property
    def _affected(self) -> set[int]:
        """The statements that follow, in whatever way, from what the changed rules claim."""
        above: dict[int, set[int]] = {}
        for side in (0, 1):
            for inference in self._inferences(side):
                claim = self._common[side][inference.claim]
                for premise in self._premises(side, inference):
                    above.setdefault(premise, set()).add(claim)
                for number in self.graphs[side].overridden_by[inference.number]:
                    winner = self.graphs[side].inferences[number]
                    if winner.rule.id in self.changed or inference.rule.id in self.changed:
                        above.setdefault(self._common[side][winner.claim], set()).add(claim)
        return reached(self._claims_of_changed(), lambda n: above.get(n, ()))

    def _premises(self, side: int, inference: Inference) -> Iterator[int]:
        """Go through what an inference depends on: grounds, blockers, what sets it aside."""
        graph, common = self.graphs[side], self._common[side]
        for number in (inference.number, *graph.overridden_by[inference.number]):
            yield from (common[ground] for ground in graph.inferences[number].grounds)
            for blocker in graph.blockers[number]:
                yield from (common[n] for n, _ in blocker.literals)

    @cached_property
    def _needed(self) -> set[int]:
        """The statements on which the affected ones depend, with the contraries of facts."""
        below: dict[int, set[int]] = {}
        for side in (0, 1):
            for inference in self._inferences(side):
                claim = self._common[side][inference.claim]
                below.setdefault(claim, set()).update(self._premises(side, inference))
                for number in self.graphs[side].overridden_by[inference.number]:
                    winner = self.graphs[side].inferences[number]
                    below[claim].add(self._common[side][winner.claim])
        original = self.graphs[0]
        for fact in self.facts:
            number = original.add(fact)
            below.setdefault(number, set()).update(original.contraries[number])
        return reached(self._affected, lambda n: below.get(n, ()))

    def _copy(self, side: int, statement: int) -> int:
        """Tell which copy of a statement a side speaks of."""
        return side if statement in self._affected else 0

    def _encoded(self) -> Iterator[str]:
        original = self.graphs[0]
        yield f"#const top = {original.rulebase.scale.top}."
        facts = {original.add(statement): degree for statement, degree in self.facts.items()}
        derived = {
            self._common[side][inference.claim]
            for side in (0, 1)
            for inference in self._inferences(side)
        }
        free = {original.add(leaf) for leaf in self.leaves} & self._needed
        for number in sorted(self._needed):
            yield f"told(0, {number})."
            if number in self._affected:
                yield f"told(1, {number}). affected({number})."
            if number in facts:
                yield f"fact({number}, {facts[number]})."
            if number in free:
                yield f"leaf({number})."
                if number in facts or number in derived:
                    yield f"movable({number})."
                yield from (f"contrary({number}, {m})." for m in original.contraries[number])
        for side in (0, 1):
            for inference in self._inferences(side):
                claim = self._common[side][inference.claim]
                if claim in self._needed and self._copy(side, claim) == side:
                    yield from self._encode(side, inference, claim)

    def _encode(self, side: int, inference: Inference, claim: int) -> Iterator[str]:
        graph, common, i = self.graphs[side], self._common[side], inference.number
        yield f"inference({side}, {i}, {claim}, {inference.rule.qualifier})."
        for ground in map(common.__getitem__, dict.fromkeys(inference.grounds)):
            yield f"ground({side}, {i}, {self._copy(side, ground)}, {ground})."
        for number, blocker in enumerate(graph.blockers[i]):
            yield f"blocker({side}, {i}, {number})."
            for literal, positive in blocker.literals:
                known, word = common[literal], "present" if positive else "absent"
                yield f"{word}({side}, {i}, {number}, {self._copy(side, known)}, {known})."
        for other in graph.overridden_by[i]:
            winner = graph.inferences[other]
            copy = self._copy(side, common[winner.claim])
            # A shared inference has its number in the original graph.
            number = other if copy == side else self._shared(winner)
            yield f"overrides({side}, {i}, {copy}, {number})."

    def _shared(self, inference: Inference) -> int:
        """Return the number in the original graph of an inference that both have."""
        original = self.graphs[0]
        claim = self._common[1][inference.claim]
        return next(
            number
            for number in original.concluding[claim]
            if original.inferences[number].rule.id == inference.rule.id
            and original.inferences[number].branch == inference.branch
            and original.inferences[number].bindings == inference.bindings
        )


def _degrees(
    graph: Graph, assumptions: Mapping[Statement, bool], facts: Mapping[Statement, int]
) -> dict[Statement, int]:
    top = graph.rulebase.scale.top
    valuation = Valuation(
        graph,
        {graph.add(each): top if positive else 0 for each, positive in assumptions.items()},
        {graph.add(fact): degree for fact, degree in facts.items()},
    )
    return dict(zip(graph.statements, valuation.degrees, strict=True))


def _search(program: str, seconds: float) -> dict[int, bool] | None:
    """Solve a program: the statements chosen in its smallest answer set, None without one.

    When the time is up the smallest so far is taken. Raises `Undecided` when there is none yet.
    """
    control = clingo.Control(["--seed=1"], logger=lambda code, message: None)
    control.add("base", [], program)
    control.ground([("base", [])])
    chosen: dict[int, bool] | None = None

    def take(model: clingo.Model) -> None:
        nonlocal chosen
        chosen = {
            symbol.arguments[0].number: symbol.name == "true"
            for symbol in model.symbols(atoms=True)
            if symbol.name in ("true", "false") and len(symbol.arguments) == 1
        }

    with control.solve(async_=True, on_model=take) as handle:
        finished = handle.wait(seconds)
        if not finished:
            handle.cancel()
        handle.get()
    if chosen is None and not finished:
        raise Undecided
    return None if chosen is None else dict(sorted(chosen.items()))
