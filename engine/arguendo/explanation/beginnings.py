"""From which day on a conclusion can have held, by the days that statements themselves name.

Nothing holds before everything that an argument for it rests on; so its day is the latest of what
one argument needs, and of several arguments the earliest such day. A statement that names its day
has that one, whatever it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from arguendo.cancelling import heed
from arguendo.case import Case
from arguendo.comparisons import is_order
from arguendo.explanation.why import ancestors
from arguendo.graph import Inference
from arguendo.rules import Branch
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of
from arguendo.valuation import Basis
from arguendo.vocabulary.templates import ending


@dataclass(frozen=True)
class Beginning:
    """The day from which on a statement holds, as what it rests on has it."""

    day: str
    last: Statement
    """What it rests on that comes last and names the day: the statement itself if it does."""
    sure: bool
    """Whether it held from that day on; else not before it, for not all it needs has a day."""


class _Since(NamedTuple):
    """A day that was found for a statement; the least of several is the best known."""

    unsure: bool
    day: str
    """Empty where none is known."""
    last: int
    """The number of the statement that has the day."""


def beginning(case: Case, goal: Statement) -> Beginning | None:
    """Find the day from which on a statement holds; None where no statement names one."""
    number = case.graph.add(goal)
    found: dict[int, _Since] = {}
    if case.valuation.degree(number):
        found = _spread(case, sorted(ancestors(case.valuation, number)))
    since = found.get(number)
    if since is None or not since.day or since.day == end_of(case, goal):
        return None  # what must be done by a day does not begin on it
    last = case.graph.statements[since.last]
    if since.day not in last.arguments:
        return None
    return Beginning(since.day, last, not since.unsure)


def end_of(case: Case, statement: Statement) -> str | None:
    """Return the day until which a statement says that it is so."""
    place = _ending(case, statement)
    day = statement.arguments[place] if place is not None else ""
    return day if sort_of(day) is Sort.DATE else None


def _spread(case: Case, numbers: list[int]) -> dict[int, _Since]:
    """Find days from the leaves up until none changes; each change brings a better one."""
    found: dict[int, _Since] = {}
    changed = True
    while changed:
        heed()
        changed = False
        for number in numbers:
            best = min(_ways(case, number, found), default=None)
            if best is not None and (number not in found or best[:2] < found[number][:2]):
                found[number] = best
                changed = True
    return found


def _ways(case: Case, number: int, found: dict[int, _Since]) -> Iterator[_Since]:
    """Go through the days that one statement has: its own, or by what concludes it."""
    statement, valuation = case.graph.statements[number], case.valuation
    if own := _named(case, statement):
        yield _Since(False, own, number)
    elif (basis := valuation.basis(number)) is not Basis.RULE:
        fact = case.facts.get(statement) if basis is Basis.FACT else None
        day = case.rulebase.known_from(fact) if fact else None
        yield _Since(day is None, day or "", number)
    else:
        for inference in valuation.applying(number):
            if all(ground in found for ground in inference.grounds):
                yield _latest(case, inference, found)


def _latest(case: Case, inference: Inference, found: dict[int, _Since]) -> _Since:
    """Return the latest day of what an inference needs, thresholds aside.

    A day on which a date of the argument must lie before is no day of the argument.
    """
    bounds = _thresholds(inference.branch)
    pairs = [*zip(inference.branch.grounds, inference.grounds, strict=True)]
    needed = [found[n] for each, n in pairs if bounds.isdisjoint(each.arguments)]
    aside = [found[n] for each, n in pairs if not bounds.isdisjoint(each.arguments)]
    last = max(needed, key=lambda since: since.day, default=_Since(False, "", inference.claim))
    unsure = any(each.unsure for each in needed) or any(each.day > last.day for each in aside)
    return _Since(unsure and last.day not in _told_with(case, inference), last.day, last.last)


def _told_with(case: Case, inference: Inference) -> set[str | None]:
    """Return the days named by what a rule concludes together with one of its claims."""
    bindings = dict(inference.bindings)
    return {_named(case, claim.bind(bindings)) for claim in inference.rule.claims}


def _thresholds(branch: Branch) -> set[Term]:
    """Return the variables that others are held against: `?day is before ?majority`."""
    compared = [*branch.comparisons, *(c for each in branch.blockers for c in each.comparisons)]
    return {
        each.right
        for each in compared
        if is_order(each.operator) and is_variable(each.left) and is_variable(each.right)
    }


def _named(case: Case, statement: Statement) -> str | None:
    """Return the day from which on a statement says that it is so, the last if there are more."""
    end = _ending(case, statement)
    days = (t for place, t in enumerate(statement.arguments) if place != end)
    return max((day for day in days if sort_of(day) is Sort.DATE), default=None)


def _ending(case: Case, statement: Statement) -> int | None:
    predicate = case.rulebase.vocabulary.predicates.get(statement.predicate)
    return ending(predicate) if predicate else None
