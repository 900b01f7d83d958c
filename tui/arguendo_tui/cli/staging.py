"""Assumptions given on the command line: sentences or keys, laid over the case before asking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from arguendo.case import Case
from arguendo.explanation.requirements import Also
from arguendo.export.queries import BadQuery, read_choice, refuse_contraries
from arguendo.inquiry.query import Intent
from arguendo.problems import did_you_mean
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement
from arguendo.wording.statements import Speaker
from arguendo_tui.cli.console import Status, Stop, complain

SURE = 0.75
"""The confidence from which on a lenient reading is taken."""


def stage(case: Case, assumed: Iterable[str], away: Iterable[str]) -> Case:
    """Assume sentences, and take others not to be so. Raises `Stop` for what cannot be read."""
    truth: dict[Statement, bool] = {}
    for text, wanted in [*((each, True) for each in assumed), *((each, False) for each in away)]:
        for statement, positive in _read(case, text).items():
            if truth.setdefault(statement, positive is wanted) != (positive is wanted):
                said = Speaker(case.rulebase).says(statement)
                raise Stop(f"“{said}” is assumed and supposed away at once")
    try:
        refuse_contraries([each for each, true in truth.items() if true], case.rulebase)
    except BadQuery as error:
        raise Stop(str(error), error.hint) from error
    top = case.rulebase.scale.top
    return case.assume_all({each: top if true else NONE for each, true in truth.items()})


def goal(case: Case, text: str) -> Statement:
    """Read the statement that is to be found out, as `stage` reads. Raises `Stop`."""
    literal = _strictly(case, text)
    if literal is not None:
        return literal.statement
    from arguendo.conversation.state import State
    from arguendo.conversation.understanding import understand

    query = understand(State(case), f"Help me find out whether {text}")
    if query.intent is not Intent.CONSULT or query.statement is None or query.clarify:
        raise _unreadable(case, text)
    complain(f"“{text}” is taken to mean: {Speaker(case.rulebase).says(query.statement)}")
    return query.statement


def strictly(case: Case, text: str) -> Statement:
    """Read a sentence or key that has to be a statement to the letter. Raises `Stop`."""
    literal = _strictly(case, text)
    if literal is None:
        raise _unreadable(case, text)
    if not literal.positive:
        said = Speaker(case.rulebase).says(literal.statement)
        raise Stop(f"“{text}” denies something", f"say instead: {said}")
    return literal.statement


def asked_about(case: Case, text: str) -> Statement:
    """Read which statement a sentence or a question is about. Raises `Stop`."""
    literal = _strictly(case, text)
    if literal is not None:
        return literal.statement
    from arguendo.conversation.state import State
    from arguendo.conversation.understanding import understand

    query = understand(State(case), text)
    if query.statement is None or query.clarify:
        nearest = case.rulebase.vocabulary.nearest(text)
        raise Stop(
            f"“{text}” names no statement that is clear enough: {nearest.message}",
            nearest.hint,
            Status.UNANSWERED,
        )
    complain(f"“{text}” is taken to be about {query.statement.key}")
    return query.statement


def day(text: str) -> str:
    """Read a day or month in ISO form. Raises `Stop`."""
    from arguendo.vocabulary.words import is_date

    if not is_date(text):
        raise Stop(f"“{text}” is not a date", "write it as 2017-08-05, or 2017-08 for a month")
    return text


def actor(case: Case, text: str) -> str:
    """Return the id of the one entity that a text names. Raises `Stop`."""
    vocabulary = case.rulebase.vocabulary
    named = [each.id for each in vocabulary.entities_named(text)]
    if len(named) != 1:
        hint = f"one of: {', '.join(named)}" if named else did_you_mean(text, vocabulary.entities)
        raise Stop(f"“{text}” names {'several entities' if named else 'no entity'}", hint)
    return named[0]


def changeable(words: Iterable[str]) -> frozenset[Also]:
    """Read what may change besides the open questions. Raises `Stop`."""
    try:
        return frozenset(read_choice(word, "kind of change", Also) for word in words)
    except BadQuery as error:
        raise Stop(str(error), error.hint) from error


def _read(case: Case, text: str) -> Mapping[Statement, bool]:
    """Read a sentence strictly, else as conversation does when that is sure enough."""
    literal = _strictly(case, text)
    if literal is not None:
        return {literal.statement: literal.positive}
    found = _leniently(case, text)
    if not found:
        raise _unreadable(case, text)
    complain(f"“{text}” is taken to mean: {Speaker(case.rulebase).all_put(found)}")
    return found


def _strictly(case: Case, text: str) -> Literal | None:
    readings = [each for each in case.rulebase.vocabulary.read(text) if each.statement.is_ground]
    if len(readings) > 1:
        keys = " or ".join(each.statement.key for each in readings)
        raise Stop(f"“{text}” can be read in several ways", f"write {keys}")
    return readings[0] if readings else None


def _unreadable(case: Case, text: str) -> Stop:
    nearest = case.rulebase.vocabulary.nearest(text)
    return Stop(f"“{text}” cannot be read: {nearest.message}", nearest.hint)


def _leniently(case: Case, text: str) -> Mapping[Statement, bool]:
    from arguendo.conversation.dialogue import converse
    from arguendo.conversation.state import State

    _, reply = converse(State(case), f"Assume that {text}")
    query = reply.answer.query
    sure = query.intent is Intent.ASSUME and not query.clarify and query.confidence >= SURE
    return query.assume if sure else {}
