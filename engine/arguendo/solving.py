"""The reasoning graph as an answer-set program, for searches over many assumption sets at once.

Every admitted choice of changes has exactly one answer set, the degrees under it, since rules are
stratified: the weakest level is told first, each higher level takes its grounds from itself and its
rebuttals from the weakest. clingo finds the choices (Gebser, Kaminski, Kaufmann and Schaub, Multi-
shot ASP Solving with Clingo, 2019).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from time import monotonic

import clingo

from arguendo.cancelling import WAIT, Cancelled, heed
from arguendo.graph import Graph, GroundBlocker
from arguendo.scale import NONE

MOST_OF_A_SIZE = 256
"""Choices of one size that are looked at, where there are more."""


SECONDS = 10.0
"""How long one search may take in all."""


@dataclass(frozen=True)
class Change:
    """A statement that may be taken to hold, or (not positive) not to hold."""

    number: int
    positive: bool = True


class Search:
    """Chooses among changes on top of assumptions and facts, and tells what then holds.

    Numbers and degrees are those of the graph, as in a `Valuation`. A choice never assumes two
    contraries, and no contrary of an assumption in force.
    """

    def __init__(
        self,
        graph: Graph,
        changes: Sequence[Change],
        assumptions: Mapping[int, int],
        facts: Mapping[int, int],
        seconds: float = SECONDS,
        *,
        within: Collection[int] | None = None,
    ) -> None:
        """Write the program; from here on the search may take so many seconds.

        `within` is for when only some goals matter: these, and all that they depend on.
        """
        self._until = monotonic() + seconds
        self.late = False
        """Whether the time ran out before a search had come to its end."""
        self._graph = graph
        self._changes = tuple(changes)
        numbers = range(len(graph.statements))
        self._within = numbers if within is None else sorted(within)
        self._inferences = [each for n in self._within for each in graph.concluding[n]]
        self._assumed = assumptions
        self._control = clingo.Control(["--warn=none", "0"])
        self._of: dict[int, int] = {}
        """Statement number to the atom of its change."""
        self._levels: list[dict[int, int]] = []
        """By level: statement number to the atom that says it holds at least so surely."""
        with self._control.backend() as backend:
            self._backend = backend
            self._write(facts)

    def minimal(self, goal: int, degree: int, *, fall: bool, most: int) -> Iterator[list[Change]]:
        """Go through the subset-minimal choices, smallest first, as far as the time goes.

        Those that make a statement hold uncontested with at least a degree, or (`fall`) not hold at
        all; from one change to `most` changes each, since none needs no search.
        """
        wanted = self._goal(goal, degree, fall)
        most = min(most, len(self._changes))
        for size in range(1, most + 1):
            for chosen in self._of_size(size, wanted):
                yield chosen
                self._exclude(chosen)
            if self.late or size == most or not self._is_possible([(wanted, True)]):
                return

    def can_hold(self, goal: int, degree: int = 1) -> bool:
        """Tell whether it holds uncontested under some choice (brave reasoning).

        Only False is proven when the search is late.
        """
        return self._is_possible([(self._goal(goal, degree, False), True)]) or self.late

    def must_hold(self, goal: int, degree: int = 1) -> bool:
        """Tell whether it holds uncontested under every choice (cautious reasoning).

        True is proven, also when the search is late.
        """
        is_otherwise = self._is_possible([(self._goal(goal, degree, False), False)])
        return not is_otherwise and not self.late

    def _write(self, facts: Mapping[int, int]) -> None:
        changes = {change.number: change for change in self._changes}
        for change in self._changes:
            self._of[change.number] = self._atom(
                clingo.Function("c", [clingo.Number(change.number)])
            )
        if self._of:
            self._backend.add_rule(list(self._of.values()), [], choice=True)
        self._admit(changes)
        top = self._graph.rulebase.scale.top
        facts = {number: facts[number] for number in self._within if number in facts}
        open_ = {number: self._atom() for number in self._inferences}
        for level in range(1, top + 1):
            holds = {number: self._atom() for number in {*self._within, *changes, *self._assumed}}
            self._levels.append(holds)
            self._write_leaves(level, changes, facts)
            for number in self._inferences:
                inference = self._graph.inferences[number]
                heed()
                if inference.rule.qualifier >= level and inference.claim not in self._assumed:
                    body = [holds[ground] for ground in inference.grounds]
                    body.append(open_[inference.number])
                    if inference.claim in self._of:
                        body.append(-self._of[inference.claim])
                    self._rule(holds[inference.claim], body)
        self._write_rebuttals(open_)

    def _write_leaves(
        self, level: int, changes: Mapping[int, Change], facts: Mapping[int, int]
    ) -> None:
        """Say which facts, assumptions and changes hold at a level by themselves."""
        holds = self._levels[level - 1]
        for number, degree in self._assumed.items():
            if degree >= level:
                self._rule(holds[number], [])
        for number, degree in facts.items():
            rivals = self._graph.contraries[number]
            displaced = any(self._assumed.get(each, NONE) > NONE for each in rivals)
            if degree >= level and number not in self._assumed and not displaced:
                supposed = [self._of[each] for each in rivals if self._supposes(each, changes)]
                own = [self._of[number]] if number in self._of else []
                self._rule(holds[number], [-atom for atom in (*supposed, *own)])
        for change in changes.values():
            if change.positive:
                self._rule(holds[change.number], [self._of[change.number]])

    @staticmethod
    def _supposes(number: int, changes: Mapping[int, Change]) -> bool:
        return number in changes and changes[number].positive

    def _write_rebuttals(self, open_: Mapping[int, int]) -> None:
        """Say which inferences nothing blocks and nothing overrides."""
        weakest = self._levels[0]
        overriding = (other for number in open_ for other in self._graph.overridden_by[number])
        unblocked = {number: self._atom() for number in dict.fromkeys((*open_, *overriding))}
        for number, atom in unblocked.items():
            blocked = [self._both(blocker) for blocker in self._graph.blockers[number]]
            self._rule(atom, [-each for each in blocked])
        for number, atom in open_.items():
            applying = []
            for other in self._graph.overridden_by[number]:
                applies = self._atom()
                grounds = [weakest[each] for each in self._graph.inferences[other].grounds]
                self._rule(applies, [*grounds, unblocked[other]])
                applying.append(-applies)
            self._rule(atom, [unblocked[number], *applying])

    def _both(self, blocker: GroundBlocker) -> int:
        atom, weakest = self._atom(), self._levels[0]
        self._rule(atom, [weakest[n] if must else -weakest[n] for n, must in blocker.literals])
        return atom

    def _admit(self, changes: Mapping[int, Change]) -> None:
        """Forbid two contrary assumptions at once."""
        for change in changes.values():
            if change.positive:
                for other in self._graph.contraries[change.number]:
                    if self._assumed.get(other, NONE) > NONE:
                        self._rule(None, [self._of[change.number]])
                    elif self._supposes(other, changes) and other > change.number:
                        self._rule(None, [self._of[change.number], self._of[other]])

    def _goal(self, number: int, degree: int, fall: bool) -> int:
        """Return an atom that says what is wanted of a statement."""
        weakest = self._levels[0]
        with self._control.backend() as backend:
            self._backend = backend
            atom = self._atom()
            contraries = [-weakest[each] for each in self._graph.contraries[number]]
            holds = [self._levels[degree - 1][number], *contraries]
            self._rule(atom, [-weakest[number]] if fall else holds)
        return atom

    def _of_size(self, size: int, wanted: int) -> Iterator[list[Change]]:
        """Go through the choices of one size under which an atom holds."""
        with self._control.backend() as backend:
            self._backend = backend
            enough, too_many = self._atom(), self._atom()
            weighted = [(atom, 1) for atom in self._of.values()]
            backend.add_weight_rule([enough], size, weighted)
            backend.add_weight_rule([too_many], size + 1, weighted)
        assumed = [(wanted, True), (enough, True), (too_many, False)]
        found = []
        for model in islice(self._models(assumed), MOST_OF_A_SIZE):
            chosen = {symbol.arguments[0].number for symbol in model.symbols(atoms=True)}
            found.append([each for each in self._changes if each.number in chosen])
        yield from sorted(found, key=lambda some: [self._changes.index(each) for each in some])

    def _exclude(self, chosen: Iterable[Change]) -> None:
        """Forbid a choice and all that contain it."""
        with self._control.backend() as backend:
            self._backend = backend
            self._rule(None, [self._of[each.number] for each in chosen])

    def _is_possible(self, assumed: Sequence[tuple[int, bool]]) -> bool:
        return next(self._models(assumed), None) is not None

    def _models(self, assumed: Iterable[tuple[int, bool]]) -> Iterator[clingo.Model]:
        """Go through the answer sets under which atoms are as wanted, until the time is over."""
        literals = _literals(assumed)
        with self._control.solve(assumptions=literals, yield_=True, async_=True) as handle:
            while True:
                handle.resume()
                if not self._await(handle):
                    handle.cancel()
                    self.late = True
                    return
                model = handle.model()
                if model is None:
                    return
                yield model

    def _await(self, handle: clingo.SolveHandle) -> bool:
        """Wait for the next answer set, or the end; tell whether it came in time."""
        while (left := self._until - monotonic()) > 0:
            if handle.wait(min(left, WAIT)):
                return True
            try:
                heed()
            except Cancelled:
                handle.cancel()
                raise
        return False

    def _atom(self, symbol: clingo.Symbol | None = None) -> int:
        return int(self._backend.add_atom(symbol))

    def _rule(self, head: int | None, body: Sequence[int]) -> None:
        self._backend.add_rule([] if head is None else [head], body)


def _literals(assumed: Iterable[tuple[int, bool]]) -> list[int]:
    return [atom if true else -atom for atom, true in assumed]
