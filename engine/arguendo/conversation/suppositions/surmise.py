"""What a condition means that says too little to be read by itself: what its question hangs on.

`If the soldier is a civilian, is Mere a citizen?`: of all that a few words may stand for, that one
is meant on which the answer depends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.ranking import target
from arguendo.conversation.ranking.plausibility import prior
from arguendo.conversation.statements.assumed import Assumed, Heard, of_clauses
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions import otherwise
from arguendo.conversation.suppositions.clausing import Clause, cut
from arguendo.statements import Statement

LEAST, CLEAREST = 2.0, 0.25
"""Below this score or coverage words stand for nothing."""
WHOLLY = 0.9
"""The coverage from which on names alone stand for something, where nothing is asked of it."""
MOST = 4
"""Readings that are looked at."""
ASSUMED, UNLIKELY = 1.3, 0.1
"""How likely what is taken back was assumed, and how likely it is no fact, beside a fact."""
BESIDE = 0.45
"""How well those are spoken for whom the question names."""


def read(
    context: Context,
    spans: Sequence[Sequence[Word]],
    beside: Sequence[Sequence[Word]],
    asked: Statement | None,
    opened: bool = True,
) -> Assumed:
    """Read of each piece of text what bears on a statement, or on anything where none is asked.

    Where an *if* `opened` them, what they say of a fact that is not understood supposes it away.
    """
    truth: dict[Statement, bool] = {}
    heard: dict[Statement, Heard] = {}
    for number, span in enumerate(spans):
        for clause in cut(span, context.index.names):
            found = next(_bearing(context, clause, beside, asked, opened), None)
            if found is not None:
                truth.setdefault(found.statement, found.positive)
                heard.setdefault(found.statement, Heard(found, span=number))
    return of_clauses(truth, heard)


def loosely(
    context: Context, spans: Sequence[Sequence[Word]], beside: Sequence[Sequence[Word]]
) -> Assumed:
    """Read each piece of text as what it is most like, whatever hangs on that."""
    truth: dict[Statement, bool] = {}
    heard: dict[Statement, Heard] = {}
    for number, span in enumerate(spans):
        for clause in cut(span, context.index.names):
            found = next(_readings(context, clause, beside, 1), None)
            if found is not None and _is_plain(found):
                truth.setdefault(found.statement, found.positive)
                heard.setdefault(found.statement, Heard(found, span=number))
    return of_clauses(truth, heard)


def in_force(context: Context, spans: Sequence[Sequence[Word]]) -> Statement | None:
    """Return what some pieces of text name of what is in force: an assumption, or else a fact."""
    likely = partial(_in_force, context)
    found = [
        reading
        for span in spans
        for reading in context.matcher.read(
            context.matcher.piece([word.text for word in span], context.around), likely, most=1
        )
        if reading.score >= LEAST and reading.coverage >= CLEAREST
    ]
    best = max(found, key=lambda reading: reading.score, default=None)
    return best.statement if best else None


def _in_force(context: Context, statement: Statement, _: bool) -> float:
    if statement in context.case.assumptions:
        return ASSUMED
    return 1.0 if context.is_fact(statement) else UNLIKELY


def _bearing(
    context: Context,
    clause: Clause,
    beside: Sequence[Sequence[Word]],
    asked: Statement | None,
    opened: bool,
) -> Iterator[Reading]:
    """Go through what a clause may stand for that would change what is asked."""
    turned: list[Reading] = []
    for reading in _readings(context, clause, beside):
        statement = reading.statement
        changes = reading.positive != context.holds(statement) or context.is_open(statement)
        bears = target.depends(context, (statement,), asked) if asked else _is_plain(reading)
        if bears and statement != asked:
            if changes:
                yield reading
            elif opened and asked and context.is_fact(statement) and reading.coverage < WHOLLY:
                turned.append(replace(reading, positive=False))
    yield from turned


def _readings(
    context: Context, clause: Clause, beside: Sequence[Sequence[Word]], most: int = MOST
) -> Iterator[Reading]:
    """Go through what a clause says clearly enough."""
    names = context.index.names
    around = dict(context.around)
    for named in beside:
        around |= names.evidence(names.find([word.text for word in named]), BESIDE)
    denial = ["not"] if clause.denied else []
    piece = context.matcher.piece([*denial, *clause.texts], around)
    for reading in context.matcher.read(piece, partial(prior, context), most=most):
        if reading.score >= LEAST and reading.coverage >= CLEAREST:
            yield otherwise.of_number(context, clause.texts, reading)


def _is_plain(reading: Reading) -> bool:
    """Tell whether more than names speaks for a reading, or all that is said does."""
    wordless = reading.traits is not None and reading.traits.wordless
    return not wordless or reading.coverage >= WHOLLY
