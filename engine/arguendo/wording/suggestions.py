"""Questions that one would ask next, in frames that the program itself understands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from arguendo.case import Case
from arguendo.explanation.consultation import Word
from arguendo.explanation.linchpins import Footing
from arguendo.explanation.order import reading_order
from arguendo.explanation.questions import influences, open_questions
from arguendo.explanation.requirements import requirements
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import LARGE, Basis, Reason, Status
from arguendo.wording.consultation import SAYINGS
from arguendo.wording.questions import (
    describe,
    query_in_words,
    what_follows,
    what_if,
    what_would_it_take,
)
from arguendo.wording.shifts import far_reaching
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller

MOST = 4
MOST_CHOICES = 3
MOST_TRIED = 6
"""Conclusions of which it is looked whether they can be brought about."""

IN_SHORT: Mapping[Intent, str] = {
    Intent.WHY: "Why?",
    Intent.WHY_NOT: "Why not?",
    Intent.WHAT_FOLLOWS: "What follows from that?",
    Intent.SOURCE: "Where does it say so?",
}
"""Questions about the statement at hand that do not name it."""


def suggest(answer: Answer) -> tuple[str, ...]:
    """Suggest up to four questions to ask next."""
    if answer.query.clarify and readings(answer.query):
        return ()
    frames = _FRAMES.get(answer.query.intent, _anything)
    just_asked = _just_asked(answer)
    found = dict.fromkeys(each for each in frames(answer) if each and each not in just_asked)
    return tuple(found)[:MOST]


def _just_asked(answer: Answer) -> tuple[str, ...]:
    """Return what would put the question again that was just answered, in full or in short."""
    query = answer.query
    # At each question of a consultation the choices are the same, under the same numbers.
    if query.clarify or query.intent is Intent.CONSULT:
        return ()
    return (query_in_words(query, answer.case.rulebase), IN_SHORT.get(query.intent, ""))


def readings(query: Query) -> tuple[Query, ...]:
    """Return the readings to offer when a question could be meant in several ways."""
    own = () if query.intent is Intent.OUT_OF_SCOPE else (query,)
    return (*own, *query.alternatives)[:MOST_CHOICES]


def main_goal(answer: Answer) -> Statement | None:
    """Choose the statement that the argument is about: the end of its longest chain, not advice.

    Where an answer is about something that this does not rest on, the last conclusion about it is
    chosen instead, if there is any.
    """
    graph, rulebase = answer.case.graph, answer.case.rulebase
    found = [
        graph.statements[number]
        for number in reversed(reading_order(graph))
        if graph.concluding[number] and graph.statements[number].predicate not in rulebase.advice
    ]
    about = _spoken_of(answer)
    if not found or not about or graph.version[0] > LARGE:
        return found[0] if found else None
    below = (graph.statements[number] for number in influences(answer.case, found[0]))
    if any(about.intersection(each.arguments) for each in below):
        return found[0]
    return next((each for each in found if about.intersection(each.arguments)), found[0])


def _spoken_of(answer: Answer) -> set[str]:
    """Return who or what an answer describes, or what it supposes is about."""
    query, entities = answer.query, answer.case.rulebase.vocabulary.entities
    supposed = {each for statement in query.assume for each in statement.arguments}
    return {query.entity} if query.entity else supposed.intersection(entities)


def _about_statement(answer: Answer) -> Iterator[str]:
    goal, standing = answer.query.statement, answer.standing
    if goal is None or standing is None:
        yield from _anything(answer)
        return
    explained = answer.query.intent in (Intent.WHY, Intent.WHY_NOT)
    if standing.status in (Status.HOLDS, Status.CONTESTED):
        if standing.basis is Basis.RULE:
            yield "" if explained else "Why?"
            yield f"What matters most for whether {Speaker(answer.case.rulebase).says(goal)}?"
        yield "What follows from that?"
        yield from _suppose(answer, goal)
    elif standing.reason is Reason.NO_RULE:
        yield what_if(Speaker(answer.case.rulebase), {goal: True})
        yield "What are the open questions?"
    else:
        yield "" if explained else "Why not?"
        yield from _how(answer, goal)
        yield from _suppose(answer, goal)
    yield _paragraph(answer)


def _paragraph(answer: Answer) -> str:
    return "Where does it say so?" if answer.case.rulebase.paragraphs else ""


def _how(answer: Answer, goal: Statement) -> Iterator[str]:
    if answer.requirements is None or answer.requirements.found:
        yield what_would_it_take(Speaker(answer.case.rulebase), goal)


def _suppose(answer: Answer, goal: Statement) -> Iterator[str]:
    """Suggest to suppose an open question: one of those it takes, else the first that is free.

    Where no answer to any of them makes a statement hold, none is worth supposing.
    """
    found = answer.requirements.found if answer.requirements else ()
    if answer.requirements and not found:
        return
    needed = [each.statement for some in found for each in some.changes if each.positive]
    for statement in [*needed, *open_questions(answer.case, goal)]:
        if statement != goal:
            yield what_if(Speaker(answer.case.rulebase), {statement: True})
            return


def _consulted(answer: Answer) -> Iterator[str]:
    found = answer.consultation
    if found is None or found.is_over:
        yield from _about_statement(answer)
        return
    yield from (SAYINGS[word] for word in (Word.YES, Word.NO, Word.UNKNOWN, Word.WHY))


def _after_change(answer: Answer) -> Iterator[str]:
    """Suggest what to ask after assumptions have changed."""
    speaker = Speaker(answer.case.rulebase)
    change = far_reaching(Teller(answer.case), answer.changes)
    if change:
        yield speaker.asks(change.statement)
    goal = main_goal(answer)
    if goal is not None and (change is None or goal != change.statement):
        yield speaker.asks(goal)
        if not answer.case.holds(goal):
            yield what_would_it_take(speaker, goal)
    start = answer.case.rulebase.start
    if start and answer.query.intent is not Intent.COMPARE and answer.case.assumptions:
        query = Query(Intent.COMPARE, scenarios=(start,))
        yield query_in_words(query, answer.case.rulebase)
    yield "Take that back." if answer.query.intent is Intent.ASSUME else "What are the conclusions?"


def _after_requirements(answer: Answer) -> Iterator[str]:
    goal = answer.query.statement
    speaker = Speaker(answer.case.rulebase)
    found = answer.requirements.found if answer.requirements else ()
    if goal is not None and found and found[0].changes and not answer.query.fall:
        needed = found[0].changes
        supposed = needed if len(needed) < 3 else needed[:1]
        yield what_if(speaker, {each.statement: each.positive for each in supposed})
        deciders = dict.fromkeys(answer.case.rulebase.controller(c.statement) for c in needed)
        if len(deciders) > 1 and answer.query.by is None:
            named = [speaker.name(each) for each in deciders if each]
            yield from (f"What could {name} alone do?" for name in named[:1])
        yield f"What matters most for whether {speaker.says(goal)}?"
    near = _in_reach(answer) if goal and not (found or answer.query.fall) else None
    if near is not None:
        yield what_would_it_take(speaker, near)
    yield "Why not?" if goal and not answer.case.holds(goal) else "Why?"
    yield "What should be done?" if answer.case.rulebase.advice else ""


def _in_reach(answer: Answer) -> Statement | None:
    """Choose the last conclusion about the same that answers to the open questions bring about."""
    goal, case = answer.query.statement, answer.case
    known = case.rulebase.vocabulary.entities
    entity = next((each for each in goal.arguments if each in known), None) if goal else None
    if entity is None or case.graph.version[0] > LARGE:
        return None
    others = [each for each in _telling(case, entity) if each != goal and _is_unmet(case, each)]
    tried = ((each, requirements(case, each).found) for each in others[:MOST_TRIED])
    return next((each for each, found in tried if found and found[0].changes), None)


def _is_unmet(case: Case, statement: Statement) -> bool:
    """Tell whether a statement does not hold that rules could conclude, advice apart."""
    number = case.graph.number(statement)
    is_concluded = number is not None and bool(case.graph.concluding[number])
    advice = statement.predicate in case.rulebase.advice
    return is_concluded and statement.is_ground and not advice and not case.holds(statement)


def _after_linchpins(answer: Answer) -> Iterator[str]:
    goal, case = answer.query.statement, answer.case
    speaker = Speaker(case.rulebase)
    if goal is None:
        yield from _anything(answer)
        return
    pins = [pin for pin in answer.linchpins if pin.share]
    pins.sort(key=lambda pin: pin.footing in (Footing.SOLID, Footing.UNSOURCED))
    heavy = [pin.statement for pin in pins]
    for statement in heavy[:1]:
        yield what_if(speaker, {statement: not case.holds(statement)})
    yield "Why?" if case.holds(goal) else "Why not?"
    if not case.holds(goal) and not (answer.robustness and answer.robustness.never):
        yield what_would_it_take(speaker, goal)
    yield _paragraph(answer)


def _after_source(answer: Answer) -> Iterator[str]:
    holds = answer.query.statement is not None and answer.case.holds(answer.query.statement)
    yield "Why?" if holds else "Why not?"
    yield "What follows from that?"
    yield _paragraph(answer)
    yield "What are the facts?"


def _after_listing(answer: Answer) -> Iterator[str]:
    """Suggest questions about what was listed."""
    if answer.query.listing is Listing.ASSUMPTIONS:
        yield from _after_change(answer)
        return
    speaker = Speaker(answer.case.rulebase)
    goal = main_goal(answer)
    if answer.query.listing is Listing.ENTITIES:
        yield from (describe(speaker, each) for each in answer.items[:2])
    for each in answer.conflicts.giving_way[:1] if answer.conflicts else ():
        yield query_in_words(Query(Intent.WHY_NOT, each.claim), answer.case.rulebase)
    for statement in answer.about[-1:]:
        if answer.case.standing(statement).basis is Basis.FACT:
            yield what_follows(speaker, statement)
        elif answer.case.holds(statement):
            yield f"Why is it that {speaker.says(statement)}?"
        else:
            yield what_if(speaker, {statement: True})
    if goal is not None:
        yield "" if goal in answer.about[-1:] else speaker.asks(goal)
        if not answer.case.holds(goal):
            yield what_would_it_take(speaker, goal)
    if answer.query.listing is not Listing.OPEN:
        yield "What are the open questions?"


def _beyond(answer: Answer) -> Iterator[str]:
    """Suggest what can be asked instead: about who was named beside, then where to begin."""
    case, near = answer.case, answer.query.near
    speaker = Speaker(case.rulebase)
    for entity in near[:2]:
        if entity in case.rulebase.vocabulary.entities:
            about = _telling(case, entity)
            yield from (speaker.asks(each) for each in about[:1])
            yield describe(speaker, entity)
    yield from _anything(answer)


def _telling(case: Case, entity: str) -> list[Statement]:
    """List conclusions and open questions about an entity, the one that rests on most first."""
    graph, rulebase = case.graph, case.rulebase
    found = [graph.statements[number] for number in reversed(reading_order(graph))]
    own = [each for each in found if entity in each.arguments and each not in rulebase.fact]
    return sorted(own, key=lambda each: each.predicate in rulebase.advice)


def _anything(answer: Answer) -> Iterator[str]:
    """Suggest where to begin, from the rule base at hand."""
    rulebase = answer.case.rulebase
    speaker = Speaker(rulebase)
    goal = main_goal(answer)
    if goal is not None:
        yield speaker.asks(goal)
        if not answer.case.holds(goal):
            yield what_would_it_take(speaker, goal)
    for question in list(rulebase.question)[:1]:
        yield what_if(speaker, {question: True})
    yield "What should be done?" if rulebase.advice else "What are the conclusions?"
    yield _someone(rulebase, goal)


def _someone(rulebase: RuleBase, goal: Statement | None) -> str:
    ids = [*(goal.arguments if goal else ()), *rulebase.vocabulary.entities]
    known = next((each for each in ids if each in rulebase.vocabulary.entities), None)
    return describe(Speaker(rulebase), known) if known else ""


_FRAMES: Mapping[Intent, Callable[[Answer], Iterator[str]]] = {
    Intent.ASK: _about_statement,
    Intent.WHY: _about_statement,
    Intent.WHY_NOT: _about_statement,
    Intent.WHAT_IF: lambda answer: (
        _about_statement(answer) if answer.query.statement else _after_change(answer)
    ),
    Intent.WHAT_FOLLOWS: _after_source,
    Intent.WHAT_WOULD_IT_TAKE: _after_requirements,
    Intent.LINCHPINS: _after_linchpins,
    Intent.SOURCE: lambda answer: (
        _after_source(answer) if answer.query.statement else _after_listing(answer)
    ),
    Intent.DESCRIBE: _after_listing,
    Intent.RECOMMEND: _after_listing,
    Intent.LIST: _after_listing,
    Intent.ASSUME: _after_change,
    Intent.RETRACT: _after_change,
    Intent.COMPARE: _after_change,
    Intent.WHEN: _about_statement,
    Intent.CONSULT: _consulted,
    Intent.OUT_OF_SCOPE: _beyond,
}
