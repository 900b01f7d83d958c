"""Why a statement holds: a well-founded proof of best-degree inferences, its steps numbered."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from arguendo.cancelling import heed
from arguendo.case import Case
from arguendo.graph import Inference
from arguendo.rules import Rule
from arguendo.statements import Statement, Term
from arguendo.valuation import Basis, Valuation

_MOST_STEPS = 200
"""Arguments longer than this are not searched for exchanges that shorten them."""


@dataclass(frozen=True)
class Step:
    """One numbered step of a proof: a fact, an assumption, or the application of a rule."""

    n: int
    """Its number, from 1; the conclusion is the first step."""
    claim: Statement
    degree: int
    basis: Basis
    own_degree: int
    """What the step itself allows at most: the rule's qualifier, or the degree of the leaf."""
    rule: Rule | None = None
    bindings: tuple[tuple[str, Term], ...] = ()
    grounds: tuple[Statement, ...] = ()
    uses: tuple[int, ...] = ()
    """The numbers of the steps that establish the grounds, in the same order."""
    unless: tuple[Statement, ...] = ()
    """Statements that would have blocked it and do not hold."""
    absent: tuple[Statement, ...] = ()
    """Those of them that the rule asks not to hold among its grounds, rather than `unless`."""
    source: tuple[str, ...] = ()
    date: str | None = None
    contested: bool = False
    others: int = 0
    """How many other arguments support the same claim."""
    branch: int | None = None
    """Which branch of the rule it is, where it is one."""


@dataclass(frozen=True)
class Proof:
    """Why a statement holds."""

    goal: Statement
    degree: int
    steps: tuple[Step, ...]
    """The steps of the best argument, then those that only alternatives use."""
    main: int
    """How many of the steps belong to the best argument."""
    weakest: tuple[int, ...]
    """Numbers of the steps whose own degree equals the conclusion's."""
    alternatives: tuple[tuple[int, ...], ...] = ()
    """Other arguments for the goal, strongest first: step numbers, its own last step first."""

    def step(self, n: int) -> Step | None:
        """Return the step of a number."""
        return self.steps[n - 1] if 1 <= n <= len(self.steps) else None

    @property
    def leaves(self) -> tuple[Step, ...]:
        """The facts and assumptions that the best argument rests on."""
        return tuple(step for step in self.steps[: self.main] if step.rule is None)

    @property
    def is_contested(self) -> bool:
        """Whether the best argument uses a statement of which a contrary holds too."""
        return any(step.contested for step in self.steps[: self.main])


def why(case: Case, goal: Statement) -> Proof | None:
    """Prove a statement, or return None when it does not hold at any degree."""
    number = case.graph.add(goal)
    if not case.valuation.degree(number):
        return None
    best = shortened(case.valuation, number, best_arguments(case.valuation, number))
    writer = _Writer(case, best)
    writer.write(number)
    main = len(writer.steps)
    chosen = best[number].inference
    alternatives = [
        writer.write_alternative(number, inference)
        for inference in case.valuation.applying(number)
        if inference is not chosen and not _rests_on(inference, number, best)
    ]
    steps = tuple(writer.steps)
    degree = case.valuation.degree(number)
    weakest = tuple(step.n for step in steps[:main] if step.own_degree == degree)
    return Proof(goal, degree, steps, main, weakest, tuple(alternatives))


@dataclass(frozen=True)
class Argument:
    """The best argument for a statement: its last inference (None for a leaf) and what it uses."""

    inference: Inference | None
    uses: frozenset[int]
    """Every statement of the argument, its conclusion included."""


def best_arguments(valuation: Valuation, goal: int) -> Mapping[int, Argument]:
    """Choose the best argument for a statement and for every statement that it could rest on.

    Highest degree first, then fewest distinct steps, then rule order, then key. Arguments grow
    from the leaves, smallest first, so that none runs in a circle.
    """
    best: dict[int, Argument] = {}
    heap: list[tuple[int, int, str, int, Inference | None, frozenset[int]]] = []
    waiting: dict[int, list[Inference]] = {}
    missing: dict[int, int] = {}

    def offer(inference: Inference) -> None:
        claim = inference.claim
        uses = frozenset({claim}).union(*(best[ground].uses for ground in inference.grounds))
        key = valuation.graph.statements[claim].key
        place = (len(uses), inference.rule.position, key, inference.number)
        heapq.heappush(heap, (*place, inference, uses))

    for number in sorted(ancestors(valuation, goal)):
        if valuation.basis(number) is not Basis.RULE:
            heapq.heappush(heap, (1, -1, str(number), -1 - number, None, frozenset({number})))
            continue
        for inference in _strongest(valuation, number):
            grounds = dict.fromkeys(inference.grounds)
            missing[inference.number] = len(grounds)
            for ground in grounds:
                waiting.setdefault(ground, []).append(inference)
            if not grounds:
                offer(inference)
    while heap:
        heed()
        *_, chosen, uses = heapq.heappop(heap)
        claim = chosen.claim if chosen is not None else next(iter(uses))
        if claim in best:
            continue
        best[claim] = Argument(chosen, uses)
        for waiter in waiting.get(claim, ()):
            missing[waiter.number] -= 1
            if not missing[waiter.number]:
                offer(waiter)
    return best


def shortened(
    valuation: Valuation, goal: int, best: Mapping[int, Argument]
) -> Mapping[int, Argument]:
    """Exchange single inferences of the goal's argument for as long as it gets shorter.

    Steps that several conclusions share count once, which growing from the leaves cannot foresee.
    """
    chosen = {number: argument.inference for number, argument in best.items()}
    uses = best[goal].uses
    improved = len(uses) <= _MOST_STEPS
    while improved:
        improved = False
        for number in sorted(uses):
            heed()
            for inference in _strongest(valuation, number) if chosen[number] else ():
                trial = {**chosen, number: inference}
                shorter = _uses(trial, goal)
                if shorter and len(shorter) < len(uses):
                    chosen, uses, improved = trial, shorter, True
    return {
        number: Argument(chosen[number], _uses(chosen, number) or argument.uses)
        for number, argument in best.items()
    }


def _strongest(valuation: Valuation, number: int) -> Iterator[Inference]:
    """Go through the inferences that give a statement the degree it has."""
    for inference in valuation.applying(number):
        if valuation.degree_of(inference) < valuation.degree(number):
            return
        yield inference


def _uses(chosen: Mapping[int, Inference | None], goal: int) -> frozenset[int] | None:
    """Return every statement of an argument, or None when it runs in a circle."""
    done: set[int] = set()
    open_: set[int] = set()
    stack = [(goal, False)]
    while stack:
        number, finished = stack.pop()
        if finished:
            open_.discard(number)
            done.add(number)
        elif number in open_ or number not in chosen:
            return None
        elif number not in done:
            open_.add(number)
            stack.append((number, True))
            inference = chosen[number]
            stack += [(ground, False) for ground in inference.grounds] if inference else []
    return frozenset(done)


def ancestors(valuation: Valuation, goal: int) -> set[int]:
    """Return all statements from which applying inferences lead to a goal, the goal included."""
    found, frontier = {goal}, [goal]
    while frontier:
        for inference in valuation.applying(frontier.pop()):
            new = set(inference.grounds) - found
            found |= new
            frontier += new
    return found


def _rests_on(inference: Inference, goal: int, best: Mapping[int, Argument]) -> bool:
    return any(goal in best[ground].uses for ground in inference.grounds)


class _Writer:
    """Numbers the steps of arguments, each statement once, conclusions before their grounds."""

    def __init__(self, case: Case, best: Mapping[int, Argument]) -> None:
        self.case = case
        self.best = best
        self.steps: list[Step] = []
        self._number_of: dict[int, int] = {}

    def write(self, goal: int) -> int:
        """Write the best argument for a statement; return the number of its last inference."""
        return self._write(goal, self.best[goal].inference)

    def write_alternative(self, goal: int, inference: Inference) -> tuple[int, ...]:
        """Write another argument for the goal; return the numbers of all its steps."""
        n = self._number(goal, inference)
        uses = frozenset[int]().union(*(self.best[ground].uses for ground in inference.grounds))
        return (n, *sorted(self._number_of[number] for number in uses))

    def _write(self, number: int, inference: Inference | None) -> int:
        if number not in self._number_of:
            self._number_of[number] = len(self.steps) + 1
            self._number(number, inference)
        return self._number_of[number]

    def _number(self, number: int, inference: Inference | None) -> int:
        n = len(self.steps) + 1
        step = self._step(n, number, inference)
        self.steps.append(step)
        if inference:
            uses = tuple(self.write(ground) for ground in inference.grounds)
            self.steps[n - 1] = replace(step, uses=uses)
        return n

    def _step(self, n: int, number: int, inference: Inference | None) -> Step:
        valuation, graph = self.case.valuation, self.case.graph
        claim = graph.statements[number]
        degree = valuation.degree(number)
        contested = number in valuation.contested
        if inference is None:
            basis = valuation.basis(number) or Basis.FACT
            fact = self.case.facts.get(claim) if basis is Basis.FACT else None
            source = fact.source if fact else ()
            date = fact.date if fact else None
            others = len(valuation.applying(number))
            return Step(
                n,
                claim,
                degree,
                basis,
                degree,
                source=source,
                date=date,
                contested=contested,
                others=others,
            )
        return Step(
            n,
            claim,
            valuation.degree_of(inference),
            Basis.RULE,
            inference.rule.qualifier,
            inference.rule,
            inference.bindings,
            tuple(graph.statements[ground] for ground in inference.grounds),
            unless=tuple(graph.statements[n] for n in _kept_out(valuation, inference)),
            absent=tuple(graph.statements[n] for n in _kept_out(valuation, inference, True)),
            source=inference.rule.source,
            contested=contested,
            others=len(valuation.applying(number)) - 1,
            branch=inference.branch.number,
        )


def _kept_out(valuation: Valuation, inference: Inference, asked_for: bool = False) -> Iterator[int]:
    """Go through the statements that would block an inference and do not hold.

    `asked_for` only those whose absence is one of its grounds.
    """
    return iter(dict.fromkeys(_absent(valuation, inference, asked_for)))


def _absent(valuation: Valuation, inference: Inference, asked_for: bool) -> Iterable[int]:
    for blocker in valuation.graph.blockers[inference.number]:
        if asked_for and not blocker.absence:
            continue
        for number, positive in blocker.literals:
            if positive and not valuation.degree(number):
                yield number
