"""Which of the statements that a text seems to assume it does assume.

Each reading of a clause is judged once more when all that is assumed and what is asked about it are
known: what little speaks for beside others, what is so anyway and what the question does not hang
on is left out, and what was passed over for its low score is put in where all else speaks for it.
The weights are a logistic regression on labelled questions (`tests/conversation/judging.py` makes
them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp, log1p
from operator import mul
from typing import NamedTuple

from arguendo.conversation import lexicon, target
from arguendo.conversation.assumed import Assumed, Heard
from arguendo.conversation.context import Context
from arguendo.statements import Statement

HIGH_SCORE, FAR_BEHIND, LONG, MANY = 3.0, 2.0, 40, 3
"""From here on a sign tells no more: logarithms of scores, words, readings beyond the second."""
WHOLLY = 0.97
"""How much of a conclusion must be said for its denial to be meant however little speaks for it."""
_OF_TRAITS = ("seen", "left", "words", "wordless", "foreseen", "opposite", "lone", "associated")


class Signs(NamedTuple):
    """What tells whether a statement is assumed, most of it from 0 to 1."""

    score: float
    """How much speaks for it."""
    score_open: float
    """The same, if it is an open question."""
    coverage: float
    """How much of its clause and of its phrase fit each other."""
    seen: float
    """This and the next seven are traits of the reading (`traits.py`)."""
    left: float
    words: float
    wordless: float
    foreseen: float
    opposite: float
    lone: float
    associated: float
    weak: float
    """Whether it was passed over for its low score."""
    rival: float
    """How near the next best statement is that its clause could mean."""
    behind: float
    """How far it is behind the best of the others that are assumed."""
    derived: float
    """Whether rules conclude such statements, and it is no fact."""
    denied: float
    fact_denied: float
    idle: float
    """Whether it is so anyway, and not open."""
    idle_fact: float
    bears: float
    """Whether what is asked could hang on it."""
    bears_not: float
    """Whether something is asked that does not."""
    borne: float
    """Whether rules conclude it and it could hang on the others."""
    upstream: float
    """Whether rules conclude it and it could hang on what is asked."""
    open_elsewhere: float
    """Whether any of the others is an open question."""
    predicate_again: float
    """Whether any of the others has the same predicate."""
    apart: float
    """Whether there are others, and they are about nothing that it is about."""
    own_span: float
    """Whether no other one stands in the same piece of text."""
    many: float
    """How many readings there are beyond the second."""
    length: float
    """How long the text is."""
    fits: float
    """How much of the worst of what is assumed and of the text fit each other."""


def only(context: Context, words: int, assumed: Assumed, asked: Statement | None) -> Assumed:
    """Leave out what a text of so many words does not assume, and put in what it does.

    Something always stays: nothing is judged worse than to be the only thing that is assumed.
    """
    told = {each: likely(seen) for each, seen in signs(context, words, assumed, asked).items()}
    if not told:
        return assumed
    limits = _limits()
    kept = {
        s: true
        for s, true in assumed.truth.items()
        if told.get(s, 1.0) >= limits["stays"] or _is_denied_wholly(context, assumed, s)
    }
    if not kept:
        best = max(assumed.truth, key=lambda each: told.get(each, 1.0))
        kept = {best: assumed.truth[best]}
    for statement, heard in assumed.passed_over.items():
        if told[statement] >= limits["joins"]:
            kept[statement] = heard.reading.positive
    least = min(told.get(each, 1.0) for each in kept)
    return replace(assumed if kept == assumed.truth else _narrowed(assumed, kept), likely=least)


def _is_denied_wholly(context: Context, assumed: Assumed, statement: Statement) -> bool:
    """Tell whether all of a conclusion about the same is denied: `and it is not even a mammal`."""
    heard = assumed.heard.get(statement)
    if heard is None or assumed.truth[statement] or heard.reading.coverage < WHOLLY:
        return False
    others = {each for other in assumed.truth if other != statement for each in other.arguments}
    if not heard.reading.turned or others.isdisjoint(statement.arguments):
        return False
    return context.is_derived(statement) and not context.is_fact(statement)


def _narrowed(assumed: Assumed, truth: Mapping[Statement, bool]) -> Assumed:
    """Return what was read of some statements only."""
    heard = {**assumed.passed_over, **assumed.heard}
    found = {statement: heard[statement] for statement in truth if statement in heard}
    scores = {statement: each.reading.score for statement, each in found.items()}
    covered = min((each.reading.coverage for each in found.values()), default=0.0)
    return replace(
        assumed,
        truth=truth,
        heard=found,
        scores=scores,
        score=min(scores.values(), default=assumed.score),
        fits=covered * (1 - assumed.unread) if found else assumed.fits,
        passed_over={},
    )


def likely(seen: Signs) -> float:
    """Return how likely a statement with such signs is assumed."""
    constant, weights = _weights()
    return 1 / (1 + exp(-constant - sum(map(mul, weights, seen))))


def signs(
    context: Context, words: int, assumed: Assumed, asked: Statement | None
) -> dict[Statement, Signs]:
    """Gather what tells of each statement that was read from clauses whether it is assumed."""
    heard = {each: assumed.heard[each] for each in assumed.truth if each in assumed.heard}
    if not heard:
        return {}
    known = tuple(heard.items())
    said = {**heard, **assumed.passed_over}
    readings = len({(h.reading.statement, h.reading.positive) for h in said.values()})
    many = min(1.0, max(0, readings - 2) / MANY)
    length = min(1.0, words / LONG)
    found: dict[Statement, Signs] = {}
    for statement, each in said.items():
        others = [pair for pair in known if pair[1].reading is not each.reading]
        positive = assumed.truth.get(statement, each.reading.positive)
        values = dict[str, float]()
        values.update(_of_reading(each, others, statement in assumed.passed_over))
        values.update(_of_standing(context, statement, positive))
        values.update(_of_bearing(context, statement, [s for s, _ in others], asked))
        values.update(_of_others(context, statement, each, others))
        values["score_open"] = values["score"] * context.is_open(statement)
        values["fits"], values["many"], values["length"] = assumed.fits, many, length
        found[statement] = Signs(**values)
    return found


_Others = Sequence[tuple[Statement, Heard]]


def _of_reading(each: Heard, others: _Others, weak: bool) -> Iterator[tuple[str, float]]:
    """Tell how a statement was read."""
    reading = each.reading
    score = log1p(reading.score)
    best = max((log1p(other.reading.score) for _, other in others), default=0.0)
    yield "score", min(1.0, score / HIGH_SCORE)
    yield "coverage", reading.coverage
    for name in _OF_TRAITS:
        yield name, float(getattr(reading.traits, name)) if reading.traits else 0.0
    yield "weak", weak
    yield "rival", each.rival
    yield "behind", max(0.0, best - score) / FAR_BEHIND


def _of_standing(
    context: Context, statement: Statement, positive: bool
) -> Iterator[tuple[str, float]]:
    """Tell how a statement stands without what is assumed."""
    fact = context.is_fact(statement)
    idle = positive == context.holds(statement) and not context.is_open(statement)
    yield "derived", context.is_derived(statement) and not fact
    yield "denied", not positive
    yield "fact_denied", fact and not positive
    yield "idle", idle
    yield "idle_fact", idle and fact


def _of_bearing(
    context: Context, statement: Statement, others: Sequence[Statement], asked: Statement | None
) -> Iterator[tuple[str, float]]:
    """Tell what hangs on a statement, and on what it hangs."""
    asks = asked is not None and statement != asked
    bears = asks and asked is not None and target.depends(context, (statement,), asked)
    concluded = context.is_derived(statement) and not context.is_fact(statement)
    yield "bears", bears
    yield "bears_not", asked is not None and not bears
    yield "borne", concluded and bool(others) and target.depends(context, others, statement)
    hangs = concluded and asked is not None and target.depends(context, (asked,), statement)
    yield "upstream", hangs


def _of_others(
    context: Context, statement: Statement, each: Heard, others: _Others
) -> Iterator[tuple[str, float]]:
    """Tell how a statement goes with the others."""
    arguments = {argument for other, _ in others for argument in other.arguments}
    yield "open_elsewhere", any(context.is_open(other) for other, _ in others)
    yield "predicate_again", any(other.predicate == statement.predicate for other, _ in others)
    yield "apart", bool(others) and arguments.isdisjoint(statement.arguments)
    yield "own_span", not any(other.span == each.span for _, other in others)


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = lexicon.read("supposed")["weights"]
    return float(table["constant"]), tuple(float(table[name]) for name in Signs._fields)


@cache
def _limits() -> Mapping[str, float]:
    return {name: float(value) for name, value in lexicon.read("supposed")["limits"].items()}
