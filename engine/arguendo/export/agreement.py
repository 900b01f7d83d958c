"""Whether an answer says what its certificate proves: of which case, and what stands how in it.

That is its case and verdict, both sides of a comparison, all that changes, and what each set of
requirements comes to. Of its counts only that they fit each other and the proven cases is covered;
its text and proofs are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from arguendo.export import wire
from arguendo.inquiry.query import Intent
from arguendo.valuation import Status

Assumed: TypeAlias = Mapping[str, bool]


class _Stand(Struct, frozen=True):
    status: str | None = None
    degree: str | None = None


class _Side(_Stand, frozen=True):
    assumptions: dict[str, bool] | None = None


class _Compared(Struct, frozen=True):
    a: _Side
    b: _Side


class _Understood(Struct, frozen=True):
    intent: str
    statement: str | None


class _Answer(Struct, frozen=True):
    """What a certificate can prove of a `wire.Exchange`."""

    rule_base: wire.RuleBaseName
    understood: _Understood
    case: wire.Situation
    answer: _Stand
    changes: tuple[wire.ChangeOf, ...]
    requirements: tuple[wire.ChangesNeeded, ...]
    compare: _Compared
    robust: wire.Count


class _Where(Struct, frozen=True):
    """A case that an answer speaks of: what it must assume, and all that it may."""

    needed: Assumed
    allowed: Assumed

    def fits(self, model: wire.Model) -> bool:
        made = {key: degree is not None for key, degree in model.assumptions.items()}
        return self.needed.items() <= made.items() <= self.allowed.items()


class _Saying(Struct, frozen=True):
    where: _Where | None
    """None for the case before, which an answer does not describe."""
    statement: str
    stand: _Stand | wire.Stand | None
    """None for any but that it holds, uncontested."""

    def is_claimed(self, model: wire.Model, as_of: str | None) -> bool:
        """Tell whether a model is of that case and claims the same."""
        if self.where and not (self.where.fits(model) and model.as_of == as_of):
            return False
        claims = (each for each in model.claims if each.statement == self.statement)
        if self.stand is None:
            return any(each.status != Status.HOLDS.value for each in claims)
        said = (self.stand.status, self.stand.degree)
        return any((each.status, each.degree) == said for each in claims)


def disagreement(said: Mapping[str, Any], certificate: wire.Certificate) -> str | None:
    """Tell what an answer says that its certificate does not; None when they agree.

    Raises `msgspec.ValidationError` where it is no answer. The first model is that of its case.
    """
    answer = msgspec.convert(said, _Answer)
    if answer.rule_base.digest != certificate.rule_base:
        return "the answer names another rule base than its certificate"
    first, case = certificate.models[0], answer.case
    if not _exactly(case.assumptions).fits(first) or first.as_of != case.as_of:
        return "the answer is about another case than its certificate"
    for saying in _sayings(answer):
        if not any(saying.is_claimed(model, case.as_of) for model in certificate.models):
            return f"the answer says something else of {saying.statement} than its certificate"
    return None if _fits(answer) else "the answer's counts of combinations do not fit its verdict"


def _fits(answer: _Answer) -> bool:
    """Tell whether what is said of all combinations fits itself, and what holds in this one."""
    count = answer.robust
    if count.holds is None or count.of is None:
        return count == wire.Count()
    held = answer.answer.status == Status.HOLDS.value
    if (count.always and not held) or (count.never and held) or not 0 <= count.holds <= count.of:
        return False
    if sum(count.at_degree.values()) != count.holds:
        return False
    exact = (count.always, count.never) == (count.holds == count.of, count.holds == 0)
    return exact or bool(count.error)


def _exactly(assumed: Assumed) -> _Where:
    return _Where(assumed, assumed)


def _with(case: Assumed, changes: Assumed) -> _Where:
    """Return a case with changes, which may displace some of its assumptions."""
    return _Where(changes, {**case, **changes})


def _sayings(answer: _Answer) -> Iterator[_Saying]:
    goal, case, sides = answer.understood.statement, answer.case.assumptions, answer.compare
    before, after = _around(answer)
    if goal is not None and answer.answer != _Stand():
        verdict = sides.b.assumptions
        where = _exactly(case if verdict is None else verdict)
        yield _Saying(where, goal, answer.answer)
    for side in (sides.a, sides.b):
        if goal is not None and side.assumptions is not None:
            yield _Saying(_exactly(side.assumptions), goal, side)
    for change in answer.changes:
        yield _Saying(before, change.statement, change.before)
        yield _Saying(after, change.statement, change.after)
    for each in answer.requirements:
        # Without a degree it is a set that makes the goal fall.
        stand = _Stand(Status.HOLDS.value, each.degree) if each.degree is not None else None
        yield _Saying(_with(case, each.changes), goal or "", stand)


def _around(answer: _Answer) -> tuple[_Where | None, _Where]:
    """Return the cases from which and to which an answer's changes go."""
    goal, case, sides = answer.understood.statement, answer.case.assumptions, answer.compare
    if sides.a.assumptions is not None and sides.b.assumptions is not None:
        return _exactly(sides.a.assumptions), _exactly(sides.b.assumptions)
    if goal is not None and answer.understood.intent == Intent.WHAT_FOLLOWS.value:
        return _with(case, {goal: False}), _with(case, {goal: True})
    return None, _exactly(case)
