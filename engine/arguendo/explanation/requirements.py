"""What it would take for a statement to hold, or to fall: all minimal sets of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from arguendo.case import Case
from arguendo.explanation.abduction import possible_case
from arguendo.explanation.questions import influences, open_questions, sweep
from arguendo.graph import Graph
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement
from arguendo.valuation import Status

if TYPE_CHECKING:
    from arguendo.solving import Change, Search

MOST_SETS = 64
"""Sets found; the smallest come first, and a search that stops here says so."""

MOST_KEPT = 64
"""Searches of one graph whose outcomes are kept."""

MOST_CHANGES = 6
"""Changes in one set, where more than open questions may change."""


FEW = 10
"""Open questions of which all combinations are valued rather than searched."""


class Also(Enum):
    """What may change besides the open questions."""

    FACTS = "facts"
    """Established facts, to be taken away."""
    ANY = "any"
    """Every ground statement that does not hold."""


@dataclass(frozen=True)
class Scope:
    """What may change: the open questions, unless it says otherwise."""

    by: str | None = None
    """Only what this actor controls: itself, or one of those it stands for."""
    also: frozenset[Also] = frozenset()
    most: int | None = None
    """How many changes a set may have; None for any number of open questions."""

    def bound(self, candidates: int) -> int:
        """Return how many changes a set may have at most."""
        usual = MOST_CHANGES if self.also else candidates
        return min(candidates, usual if self.most is None else self.most)


OPEN = Scope()


class _Aim(NamedTuple):
    """What is to be: that a goal holds uncontested with a degree, or falls."""

    goal: Statement
    degree: int
    fall: bool

    def is_met(self, case: Case) -> bool:
        """Tell whether it is so already."""
        standing = case.standing(self.goal)
        if self.fall:
            return not standing.degree
        return standing.degree >= self.degree and standing.status is not Status.CONTESTED


@dataclass(frozen=True)
class Requirement:
    """One minimal set of changes: what would have to hold, or (not positive) not to hold."""

    changes: tuple[Literal, ...]
    degree: int
    """The degree that the goal then has (0 when it falls)."""

    @property
    def statements(self) -> frozenset[Statement]:
        """The statements that change."""
        return frozenset(change.statement for change in self.changes)


@dataclass(frozen=True)
class Requirements:
    """What it would take."""

    goal: Statement
    fall: bool
    """Whether it was asked what would make the goal fall."""
    already: bool
    """Whether nothing needs to change."""
    found: tuple[Requirement, ...]
    """Subset-minimal, smallest first; empty when nothing among the considered would do."""
    considered: tuple[Statement, ...]
    """The statements that could have been changed."""
    cut: bool = False
    """Whether there may be more sets than those found."""
    most: int | None = None
    """How many changes a set could have at most; None for any number."""
    by_anyone: Requirements | None = None
    """What it takes whoever decides it, where nothing that one actor decides is enough."""

    @property
    def out_of_time(self) -> bool:
        """Whether there may be more sets since the search ran out of time, not for their number."""
        return self.cut and len(self.found) < MOST_SETS


def requirements(
    case: Case, goal: Statement, *, degree: int = 1, fall: bool = False, scope: Scope = OPEN
) -> Requirements:
    """Find the subset-minimal sets of changes that make a goal hold uncontested.

    `degree` asks for at least that degree; `fall` asks for what makes it hold no longer. The goal
    and its contraries are never changes, and assumptions in force stay. Where nothing that the
    scope's actor decides is enough, what it takes whoever decides it is found as well.
    """
    asked = (tuple(case.assumptions.items()), case.as_of, goal, degree, fall, scope)
    # An answer, its outlook and what it suggests ask for the same; a graph that grew has more.
    kept = _KEPT.setdefault(case.graph, {})
    version, known = kept.get(asked, (None, None))
    if known is None or version != case.graph.version:
        known = _whoever_decides(case, goal, degree, fall, scope)
        if not any(each.out_of_time for each in (known, known.by_anyone) if each is not None):
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[asked] = case.graph.version, known
    return known


_KEPT: WeakKeyDictionary[Graph, dict[tuple[object, ...], tuple[tuple[int, int], Requirements]]]
_KEPT = WeakKeyDictionary()
"""What it would take, by what was assumed and asked, at a version of the graph."""


def _whoever_decides(
    case: Case, goal: Statement, degree: int, fall: bool, scope: Scope
) -> Requirements:
    found = _requirements(case, goal, degree, fall, scope)
    if found.found or scope.by is None:
        return found
    anyone = _requirements(case, goal, degree, fall, replace(scope, by=None))
    return replace(found, by_anyone=anyone)


def defeaters(case: Case, goal: Statement, found: Sequence[Requirement]) -> tuple[Literal, ...]:
    """List the answers to other open questions each of which undoes every one of some sets.

    A set is found with what is open as it is; what would defeat it is not among its changes.
    """
    if not found or not found[0].changes:
        return ()
    after = [apply(case, each.changes) for each in found]
    falls = requirements(after[0], goal, fall=True, scope=Scope(most=1)).found
    single = [each.changes[0] for each in falls if len(each.changes) == 1]
    return tuple(
        each
        for each in single
        if all(each.statement not in some.statements for some in found)
        and all(not apply(other, [each]).holds(goal) for other in after[1:])
    )


def _requirements(
    case: Case, goal: Statement, degree: int, fall: bool, scope: Scope
) -> Requirements:
    wide = possible_case(case, goal) if Also.ANY in scope.also else case
    candidates = _candidates(wide, goal, scope)
    most = scope.bound(len(candidates))
    chosen, late = _chosen(wide, candidates, _Aim(goal, degree, fall), most)
    verified = (_requirement(case, goal, some) for some in chosen[:MOST_SETS])
    found = tuple(each for each in verified if (not each.degree if fall else each.degree >= degree))
    return Requirements(
        goal,
        fall,
        already=bool(found) and not found[0].changes,
        found=found,
        considered=tuple(each.statement for each in candidates),
        cut=late or len(chosen) > MOST_SETS,
        most=most if most < len(candidates) else None,
    )


def _chosen(
    case: Case, candidates: Sequence[Literal], aim: _Aim, most: int
) -> tuple[list[tuple[Literal, ...]], bool]:
    """Choose the sets of changes, one more than are told; and tell whether time ran out.

    Of few questions all combinations are valued at once; of more, sets are searched.
    """
    if aim.is_met(case):
        return [()], False
    if len(candidates) <= FEW and all(each.positive for each in candidates):
        return [*islice(_among_all(case, candidates, aim, most), MOST_SETS + 1)], False
    search, literals = _search(case, candidates, aim.goal)
    sets = search.minimal(case.graph.add(aim.goal), aim.degree, fall=aim.fall, most=most)
    chosen = [tuple(literals[each] for each in some) for some in islice(sets, MOST_SETS + 1)]
    return chosen, search.late


def _among_all(
    case: Case, candidates: Sequence[Literal], aim: _Aim, most: int
) -> Iterator[tuple[Literal, ...]]:
    """Read the sets of changes off a sweep, as the search finds them."""
    swept = sweep(case, [each.statement for each in candidates], goal=aim.goal)
    number = case.graph.add(aim.goal)
    wanted = ~swept.at_least(number) if aim.fall else swept.uncontested(number, aim.degree)
    for places in swept.smallest(wanted, most):
        yield tuple(candidates[place] for place in places)


def _search(
    case: Case, candidates: Sequence[Literal], goal: Statement
) -> tuple[Search, dict[Change, Literal]]:
    """Prepare the search, with what each of its changes stands for."""
    from arguendo.solving import Change, Search

    case.grounding.admit(each.statement for each in candidates if each.positive)
    literals = {Change(case.graph.add(each.statement), each.positive): each for each in candidates}
    valuation = case.valuation
    within = influences(case, goal)
    search = Search(
        case.graph, list(literals), valuation.assumptions, valuation.facts, within=within
    )
    return search, literals


def apply(case: Case, changes: Iterable[Literal]) -> Case:
    """Make changes on top of a case."""
    top = case.rulebase.scale.top
    return case.assume_all({each.statement: top if each.positive else NONE for each in changes})


def _candidates(case: Case, goal: Statement, scope: Scope) -> list[Literal]:
    """List what may change, nearest to the goal first."""
    never = {goal, *case.contraries(goal)}
    who = deciders(case, scope.by) if scope.by else frozenset()
    found = dict.fromkeys(open_questions(case, goal), True)
    if scope.also:
        near = [case.graph.statements[number] for number in influences(case, goal)]
        for statement in near:
            if statement not in case.assumptions:
                found |= dict(_more(case, statement, scope.also))
    return [
        Literal(each, positive)
        for each, positive in found.items()
        if each not in never and (scope.by is None or case.rulebase.controller(each) in who)
    ]


def deciders(case: Case, actor: str) -> frozenset[str]:
    """Return those whose doing is an actor's: itself, and those it stands for."""
    declared = case.rulebase.vocabulary.entities.get(actor)
    return frozenset({actor, *(declared.members if declared else ())})


def _more(
    case: Case, statement: Statement, also: frozenset[Also]
) -> Iterator[tuple[Statement, bool]]:
    if Also.FACTS in also and case.is_established(statement):
        yield statement, False
    if Also.ANY in also and not case.holds(statement):
        yield statement, True


def _requirement(case: Case, goal: Statement, changes: tuple[Literal, ...]) -> Requirement:
    """Make a requirement, with the degree that an ordinary valuation gives the goal.

    A set is only told when that valuation bears it out, so that the solver need not be trusted.
    """
    after = apply(case, changes).standing(goal)
    return Requirement(changes, after.degree if after.status is not Status.CONTESTED else NONE)
