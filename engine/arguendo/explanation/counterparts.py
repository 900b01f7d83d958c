"""Two things side by side in one case: how the same stands for each, and what accounts for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.in_vain import Unmet
from arguendo.explanation.order import reading_order
from arguendo.explanation.why import why
from arguendo.explanation.why_not import Attempt, why_not
from arguendo.statements import Sort, Statement, Term, sort_of
from arguendo.valuation import Basis


@dataclass(frozen=True)
class Pair:
    """A statement of the one, and the same of the other."""

    one: Statement
    other: Statement


@dataclass(frozen=True)
class Apart:
    """One thing that accounts for a difference: it holds of one of the two only."""

    has: Statement
    """What holds of the one of the two."""
    lacks: Statement
    """The same of the other: what is missing, or the day or number that will not do."""
    unmet: Unmet | None = None
    """What the day or number of the other does not meet."""


@dataclass(frozen=True)
class Counterparts:
    """How two entities compare."""

    one: str
    other: str
    asked: Pair | None
    """The statement asked about, of each; None: all that is concluded of them."""
    differing: tuple[Pair, ...]
    """What is concluded and stands otherwise of the one than of the other, in reading order."""
    told: tuple[Pair, ...]
    """What is reported of both, with another day or number."""
    apart: tuple[Apart, ...]
    """What accounts for how the statement asked about stands of each."""


def counterparts(case: Case, one: str, other: str, goal: Statement | None = None) -> Counterparts:
    """Compare two entities: in one statement, or in all that is concluded of either."""
    asked = Pair(_of(goal, other, one), _of(goal, one, other)) if goal is not None else None
    apart = tuple(_apart(case, asked, (one, other), {asked.one, asked.other})) if asked else ()
    if asked is not None:
        return Counterparts(one, other, asked, (), (), apart)
    pairs = dict.fromkeys(_pairs(case, one, other))
    differing = tuple(p for p in pairs if _degree(case, p.one) != _degree(case, p.other))
    return Counterparts(one, other, None, differing, tuple(_told(case, one, other)), ())


def _pairs(case: Case, one: str, other: str) -> Iterator[Pair]:
    """Go through what can be said of either, but for what is said of both at once."""
    for number in reading_order(case.graph):
        statement = case.graph.statements[number]
        if (one in statement.arguments) is not (other in statement.arguments):
            pair = Pair(_of(statement, other, one), _of(statement, one, other))
            if _can_be_said(case, pair.one) and _can_be_said(case, pair.other):
                yield pair


def _can_be_said(case: Case, statement: Statement) -> bool:
    """Tell whether a rule could conclude a statement: some are only ever of one thing."""
    fits = case.rulebase.vocabulary.fits(statement)
    return fits and any(True for _ in case.rulebase.concluders(statement))


def _told(case: Case, one: str, other: str) -> Iterator[Pair]:
    """Go through the days and numbers that are reported of each and are not the same."""
    for fact in case.facts:
        same = _counterpart(case, fact, one, other) if one in fact.arguments else None
        if same is not None and same in case.facts and _of(fact, one, other) != same:
            yield Pair(fact, same)


def _apart(case: Case, pair: Pair, two: tuple[str, str], met: set[Statement]) -> Iterator[Apart]:
    """Go down from what holds of one of two only to what makes the difference."""
    if bool(_degree(case, pair.one)) is bool(_degree(case, pair.other)):
        return
    first = case.holds(pair.one)
    has, lacks = (pair.one, pair.other) if first else (pair.other, pair.one)
    own, its = two if first else two[::-1]
    attempt = _attempt(case, has, lacks)
    for missing in attempt.missing if attempt else ():
        same = _counterpart(case, missing, its, own)
        if same is None or same in met:
            continue
        met.add(same)
        concluded = missing.is_ground and case.standing(same).basis is Basis.RULE
        below = [*_apart(case, Pair(same, missing), (own, its), met)] if concluded else []
        yield from below or [Apart(same, missing)]
    for unmet in attempt.unmet if attempt else ():
        same = _counterpart(case, unmet.given, its, own)
        if same is not None:
            yield Apart(same, unmet.given, unmet)
    for rebuttal in attempt.rebuttals if attempt else ():
        for each in rebuttal.statements:
            free = _of(each, its, own)
            if case.holds(each) and free != each and not case.holds(free):
                yield Apart(each, free)


def _attempt(case: Case, has: Statement, lacks: Statement) -> Attempt | None:
    """Find how the argument that shows it of the one fails of the other, else the nearest."""
    proof = why(case, has)
    rule = proof.steps[0].rule if proof else None
    attempts = why_not(case, lacks).attempts
    same = (each for each in attempts if each.rule is rule)
    return next(same, next(iter(attempts), None))


def _counterpart(case: Case, statement: Statement, one: Term, other: Term) -> Statement | None:
    """Find what holds of another where a statement is of one: the same, or with another value."""
    if one not in statement.arguments:
        return None
    exact = _of(statement, one, other)
    if exact.is_ground and case.holds(exact):
        return exact
    values = (Sort.NUMBER, Sort.DATE)
    pattern = Statement(
        exact.predicate,
        tuple(
            f"?{place}" if sort_of(term) in values else term
            for place, term in enumerate(exact.arguments)
        ),
    )
    alike = (case.graph.statements[number] for number in case.graph.matching(pattern))
    return next((each for each in alike if each.is_ground and case.holds(each)), None)


def _of(statement: Statement, one: Term, other: Term) -> Statement:
    """Say of another what is said of one."""
    return Statement(
        statement.predicate, tuple(other if term == one else term for term in statement.arguments)
    )


def _degree(case: Case, statement: Statement) -> int:
    return case.standing(statement).degree
