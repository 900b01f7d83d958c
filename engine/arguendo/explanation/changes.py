"""What differs between two cases, and what a statement leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.graph import Inference
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.valuation import Standing


@dataclass(frozen=True)
class Change:
    """A statement that stands otherwise than before."""

    statement: Statement
    before: Standing
    after: Standing


@dataclass(frozen=True)
class Elsewhere:
    """An open question, and what turns on a statement besides if it is answered with yes."""

    given: Statement
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Consequences:
    """What a statement leads to: what it bears on directly, and what hangs on it."""

    statement: Statement
    supports: tuple[Inference, ...]
    """The inferences of which it is a ground."""
    rebuts: tuple[Inference, ...]
    """The inferences that it blocks or would block."""
    changes: tuple[Change, ...]
    """From the case in which it is supposed away to the case in which it is assumed."""
    asked_by: tuple[Rule, ...] = ()
    """The rules that ask whether it holds, be it in vain."""
    elsewhere: Elsewhere | None = None
    """What else turns on it where an open question is answered, as far as that was looked for."""


def changes(before: Case, after: Case) -> tuple[Change, ...]:
    """List what stands otherwise, in reading order, but for what was itself assumed."""
    assumed = {
        s
        for s in {*before.assumptions, *after.assumptions}
        if before.assumptions.get(s) != after.assumptions.get(s)
    }
    return tuple(
        Change(statement, old, new)
        for statement, old, new in _standings(before, after, reading_order(before.graph))
        if statement not in assumed and (old.status, old.degree) != (new.status, new.degree)
    )


def _standings(
    before: Case, after: Case, order: Iterable[int]
) -> Iterable[tuple[Statement, Standing, Standing]]:
    for number in order:
        statement = before.graph.statements[number]
        yield statement, before.standing(statement), after.standing(statement)


def consequences(case: Case, statement: Statement) -> Consequences:
    """Tell what a statement supports, what it rebuts, and what hangs on it in this case."""
    with_it, without = case.assume(statement), case.suppose_away(statement)
    graph = case.graph
    number = graph.add(statement)
    rebuts = [
        inference
        for inference in graph.inferences
        if any((number, True) in blocker.literals for blocker in graph.blockers[inference.number])
    ]
    return Consequences(
        statement,
        tuple(graph.inferences[n] for n in graph.supporting[number]),
        tuple(rebuts),
        tuple(c for c in changes(without, with_it) if c.statement != statement),
        tuple(rule for rule in case.rulebase.rules if _asks(rule, statement)),
    )


def _asks(rule: Rule, statement: Statement) -> bool:
    """Tell whether a rule asks for a statement, or is blocked by it."""
    asked = (
        pattern
        for branch in rule.branches
        for pattern in (
            *branch.grounds,
            *(each.statement for blocker in branch.blockers for each in blocker.literals),
        )
    )
    return any(pattern.match(statement) is not None for pattern in asked)
