"""Since when a statement holds: the days on which its standing changed, and what came then."""

from __future__ import annotations

from dataclasses import dataclass, replace

from arguendo.case import Case
from arguendo.explanation.beginnings import Beginning, beginning
from arguendo.explanation.questions import influences
from arguendo.facts import Fact
from arguendo.statements import Statement
from arguendo.valuation import Standing, Status, Valuation

_BEFORE = "0001-01-01"
"""A day before all dated facts."""


@dataclass(frozen=True)
class Moment:
    """A day on which a statement's status or degree changed."""

    day: str | None
    """None for the beginning, when only what is not dated is known."""
    standing: Standing
    """How it stands from that day on."""
    came: tuple[Statement, ...] = ()
    """The facts first known on that day without which it would stand otherwise; where each of
    several would do, all that bear on it."""


@dataclass(frozen=True)
class Timeline:
    """How a statement stood from day to day, up to the case's own day."""

    goal: Statement
    moments: tuple[Moment, ...]
    """The beginning, then each change, in order."""
    beginning: Beginning | None = None
    """The day that what it rests on names, where that is another than reports tell."""

    @property
    def days(self) -> tuple[str, ...]:
        """The days that tell since when it holds: of each change, or of what it rests on."""
        if self.beginning is not None:
            return (self.beginning.day,)
        return tuple(moment.day for moment in self.moments if moment.day)

    @property
    def since(self) -> Moment | None:
        """The moment from which on it holds without a break up to the end, if it does hold."""
        found = None
        for moment in reversed(self.moments):
            if moment.standing.status is not Status.HOLDS:
                break
            found = moment
        return found

    @property
    def first(self) -> Moment | None:
        """The first moment at which it holds."""
        holding = (each for each in self.moments if each.standing.status is Status.HOLDS)
        return next(holding, None)


def timeline(case: Case, goal: Statement) -> Timeline:
    """Value a case on each day on which something that bears on a goal became known."""
    known = _dated(case, goal)
    stood = case.on(_BEFORE).standing(goal)
    moments = [Moment(None, stood)]
    for day in sorted(known):
        then = case.on(day)
        stands = then.standing(goal)
        if _brief(stands) != _brief(stood):
            moments.append(Moment(day, stands, _decisive(then, goal, known[day], stands)))
        stood = stands
    reported = Timeline(goal, tuple(moments))
    return replace(reported, beginning=_beginning(case, reported))


def _beginning(case: Case, reported: Timeline) -> Beginning | None:
    """Return the day that statements name, unless reports tell the same or a later one."""
    since = reported.since
    found = beginning(case, reported.goal) if since is not None else None
    if since is None or found is None or found.day == since.day:
        return None
    return found if found.sure or not since.day or found.day > since.day else None


def _dated(case: Case, goal: Statement) -> dict[str, list[Fact]]:
    """Return the facts that bear on a goal by the day from which on they are known."""
    found: dict[str, list[Fact]] = {}
    for number in influences(case, goal):
        fact = case.facts.get(case.graph.statements[number])
        day = case.rulebase.known_from(fact) if fact else None
        if fact and day:
            found.setdefault(day, []).append(fact)
    return found


def _decisive(
    case: Case, goal: Statement, came: list[Fact], stands: Standing
) -> tuple[Statement, ...]:
    """Return the facts of one day without which a goal would not stand as it does."""
    statements = [fact.statement for fact in came]
    needed = [each for each in statements if _without(case, goal, each) != _brief(stands)]
    return tuple(needed or statements)


def _without(case: Case, goal: Statement, fact: Statement) -> tuple[Status, int]:
    valuation = case.valuation
    left = {n: d for n, d in valuation.facts.items() if case.graph.statements[n] != fact}
    return _brief(Valuation(case.graph, valuation.assumptions, left).standing(goal))


def _brief(standing: Standing) -> tuple[Status, int]:
    return standing.status, standing.degree
