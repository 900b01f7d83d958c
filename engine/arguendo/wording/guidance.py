"""Answers about the conversation itself: what one can ask, what lies outside, what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from arguendo.wording.grammar import on_date, quoted, sentence, tidy
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
    about = _about(answer)
    if about:
        yield Block(Role.REASON, about)
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
        yield what_if(speaker, {question: True}, None)
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


def out_of_scope(answer: Answer) -> Iterator[Block]:
    """Say kindly that a question lies outside, and what the rule base is about."""
    rulebase = answer.case.rulebase
    title = f", {quoted(rulebase.title)}" if rulebase.title else ""
    outside = f"that lies outside what can be answered from this argument{title}"
    yield Block(Role.ANSWER, (sentence(outside),))
    about = _about(answer)
    if about:
        yield Block(Role.REASON, about)
    examples = tuple(_examples(answer))[:3]
    if examples:
        yield Block(Role.LIST, examples, "What you could ask instead")


def _about(answer: Answer) -> tuple[str, ...]:
    rulebase = answer.case.rulebase
    about = rulebase.about or (f"It is about {quoted(rulebase.title)}" if rulebase.title else "")
    return (sentence(tidy(about)),) if about else ()


def clarify(answer: Answer) -> Iterator[Block]:
    """Offer the readings of a question that could be meant in several ways."""
    choices = readings(answer.query)
    if not choices:
        yield from out_of_scope(answer)
        return
    asked = [query_in_words(query, answer.case.rulebase) for query in choices]
    if len(asked) == 1:
        yield Block(Role.ANSWER, (f"Did you mean: {asked[0]}",))
        return
    yield Block(Role.ANSWER, ("Did you mean one of these?",))
    lines = tuple(f"{place}. {text}" for place, text in enumerate(asked, 1))
    yield Block(Role.STEPS, lines)
