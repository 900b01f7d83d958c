"""Answers about the conversation itself: what one can ask, what lies outside, what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo.wording.grammar import on_date, quoted
from arguendo.wording.outside import about, out_of_scope
from arguendo.wording.page import Block, Role
from arguendo.wording.questions import describe, query_in_words, what_if, what_would_it_take
from arguendo.wording.statements import Speaker
from arguendo.wording.suggestions import main_goal, readings


def help_page(answer: Answer) -> Iterator[Block]:
    """Say what one can ask, with examples from the rule base at hand."""
    yield Block(
        Role.ANSWER,
        (
            "Ask in your own words whether something holds, why or why not, "
            "what would change it, and what to do.",
        ),
    )
    said = about(answer)
    if said:
        yield Block(Role.REASON, said)
    yield Block(Role.LIST, tuple(_examples(answer)), "For example")
    yield Block(
        Role.NOTE,
        (
            "Assumptions are yours to make and to take back; what you assume is never taken for "
            "reported.",
            "After an explanation, ask “Why 2?” for its second step, or “Source 2?” for its "
            "paragraphs.",
        ),
    )


def _examples(answer: Answer) -> Iterator[str]:
    rulebase, case = answer.case.rulebase, answer.case
    speaker, goal = Speaker(rulebase), main_goal(answer)
    if goal is not None:
        yield speaker.asks(goal)
        yield query_in_words(Query(_why_or_not(answer, goal), goal), rulebase)
        yield what_would_it_take(speaker, goal)
    free = [s for s in rulebase.question if s not in case.assumptions]
    for question in free[:1]:
        yield what_if(speaker, {question: True})
        yield f"Assume that {speaker.says(question)}."
    if goal is not None:
        yield f"What matters most for whether {speaker.says(goal)}?"
        yield query_in_words(Query(Intent.CONSULT, goal), rulebase)
    entities = rulebase.vocabulary.entities
    named = [each for each in (goal.arguments if goal else ()) if each in entities]
    for entity in named[:1]:
        yield describe(speaker, entity)
    if rulebase.advice:
        yield "What should be done?"
    yield "What are the open questions?"
    days = [day for fact in rulebase.facts if (day := rulebase.known_from(fact))]
    if days:
        yield f"What was known {on_date(min(days))}?"


def _why_or_not(answer: Answer, goal: Statement) -> Intent:
    return Intent.WHY if answer.case.holds(goal) else Intent.WHY_NOT


def unnumbered(answer: Answer) -> Iterator[Block]:
    """Say that the last explanation has no such step, and what can be asked about instead."""
    report, query = answer.why_not, answer.query
    if report is None:
        said = f"The last explanation has no step {query.number}."
        yield Block(Role.ANSWER, (said,))
        return
    near = next(iter(report.attempts), None)
    missing = [each for each in near.missing if each.is_ground] if near else []
    rebuttals = [each for each in near.rebuttals if not each.absence] if near else []
    blocking = [statement for each in rebuttals for statement in each.statements]
    asked = Query(query.intent, next(iter((*missing, *blocking)), report.goal))
    if query.intent is Intent.WHY and asked.statement not in blocking:
        asked = Query(Intent.WHY_NOT, asked.statement)
    example = quoted(query_in_words(asked, answer.case.rulebase))
    said = "That explanation tells why something does not hold, and has no numbered steps."
    how = f"What it names can be asked about in words, for example {example}"
    yield Block(Role.ANSWER, (said,))
    yield Block(Role.REASON, (how,))


def clarify(answer: Answer, told_of: Callable[[Query], Sequence[Block]]) -> Iterator[Block]:
    """Offer the readings of a question that could be meant in several ways.

    What can be told of each in short stands below it, and of an only one its whole answer, so that
    who meant it need not ask again; not where somebody is named who is not spoken of, for then it
    may be about another.
    """
    choices = readings(answer.query)
    if not choices:
        yield from out_of_scope(answer)
        return
    asked = [query_in_words(query, answer.case.rulebase) for query in choices]
    told = [() if answer.query.named else told_of(query) for query in choices]
    name = quoted(printable(answer.query.named)) if answer.query.named else ""
    unknown = f"{name} is not spoken of here. " if name else ""
    if len(asked) == 1:
        yield Block(Role.ANSWER, (f"{unknown}Did you mean: {asked[0]}",))
        yield from _if_so(told[0])
        yield from _pending(answer, "say yes, and it is")
        return
    yield Block(Role.ANSWER, (f"{unknown}Did you mean one of these?",))
    offered = enumerate(zip(asked, map(_direct, told), strict=True), 1)
    lines = tuple(f"{place}. {text} {said}".rstrip() for place, (text, said) in offered)
    yield Block(Role.STEPS, lines)
    yield from _pending(answer, "pick one")


def _direct(told: Sequence[Block]) -> str:
    """Return the sentence of an answer that is a whole one, or nothing."""
    return next((block.lines[0] for block in told if block.role is Role.ANSWER), "")


def _if_so(told: Sequence[Block]) -> Iterator[Block]:
    """Give the answer to a reading that is not sure to be meant."""
    direct = _direct(told)
    if direct:
        lead = "" if direct.startswith(("If ", "Even if ")) else "If so: "
        yield Block(Role.NOTE, (f"{lead}{direct}",))
        yield from (block for block in told if block.role not in (Role.ANSWER, Role.NOTE))


def _pending(answer: Answer, how: str) -> Iterator[Block]:
    """Say that what is asked back about is not in force, where it would change what is assumed."""
    if answer.query.is_pending:
        done = "assumed" if answer.query.intent is Intent.ASSUME else "taken back"
        yield Block(Role.NOTE, (f"Nothing is {done} yet: {how}.",))
