"""Typed query × case → answer record: one function an intent, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from arguendo.case import Case
from arguendo.explanation.changes import changes, consequences
from arguendo.explanation.conflicts import conflicts
from arguendo.explanation.consultation import Consultation, Word
from arguendo.explanation.elsewhere import elsewhere
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.order import reading_order
from arguendo.explanation.questions import open_about, open_questions
from arguendo.explanation.requirements import Scope, requirements
from arguendo.explanation.robustness import robustness
from arguendo.explanation.timeline import timeline
from arguendo.explanation.why import Proof, why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.citing import cited, once, used
from arguendo.inquiry.comparing import compared
from arguendo.inquiry.goals import (
    concerning,
    is_advice,
    main_conclusion,
    main_lacking,
    within_reach,
)
from arguendo.inquiry.query import Intent, Listing, Quantified, Quantity, Query
from arguendo.inquiry.rulebook import rules_asked
from arguendo.inquiry.several import instances_of
from arguendo.statements import Statement
from arguendo.valuation import Basis, Status


def answer(
    case: Case,
    query: Query,
    proof: Proof | None = None,
    consultation: Consultation | None = None,
) -> Answer:
    """Answer a typed query about a case.

    What the query assumes is laid over the case first; the answer's `case` is the one that results.
    `proof` is the last one shown, for questions about its steps by number; `consultation` the one
    that is running, for what is said to its question.
    """
    after = assuming(case, query)
    start = Answer(query, case, after, dropped=after.dropped if after is not case else ())
    start = replace(
        start,
        displaced=tuple(s for s in after.displaced if s not in case.displaced),
        changes=changes(case, after) if after is not case else (),
    )
    if query.number is not None:
        return _of_step(start, proof)
    if query.intent is Intent.CONSULT:
        return _consulted(start, consultation)
    return _ANSWERERS[query.intent](start)


def briefly(case: Case, query: Query) -> Answer:
    """Answer as far as the direct answer goes: without what could change it, or how firm it is."""
    explained = query.number is None and _ANSWERERS.get(query.intent) is _explained
    if query.statement is None or not explained:
        return answer(case, query)
    return _ruled(Answer(query, case, assuming(case, query)), query.statement)


def _of_step(start: Answer, proof: Proof | None) -> Answer:
    """Answer `why 3` and `source 3` about the last proof."""
    step = proof.step(start.query.number or 0) if proof else None
    if step is None:
        return replace(start, idle=True)
    start = replace(start, query=replace(start.query, statement=step.claim))
    below = why(start.case, step.claim)
    is_source = start.query.intent is Intent.SOURCE
    return replace(
        start,
        step=step,
        standing=start.case.standing(step.claim),
        proof=below,
        sources=step.source or _source(start).sources if is_source else cited(below),
    )


def _explained(start: Answer) -> Answer:
    """Add how the statement stands, its proof or why there is none, and what could change that."""
    if start.query.quantified is not None:
        return _of_several(start, start.query.quantified)
    goal = start.query.statement
    if goal is None and start.query.intent in (Intent.WHY, Intent.WHY_NOT):
        lacking = main_lacking(start.case) if start.query.intent is Intent.WHY_NOT else None
        goal = lacking or main_conclusion(start.case)
    if goal is None:
        return start
    ruled = _ruled(replace(start, query=replace(start.query, statement=goal)), goal)
    return replace(
        ruled,
        requirements=requirements(start.case, goal) if ruled.why_not is not None else None,
        robustness=robustness(start.case, goal),
        sources=cited(ruled.proof),
    )


def _of_several(start: Answer, asked: Quantified) -> Answer:
    """Add of whom a statement holds; the answer's own statement is the first of these."""
    found = instances_of(start.case, asked)
    first = start.query.statement
    told_of = found.lacking if start.query.denied else found.holding
    if told_of and told_of[0].is_ground and asked.quantity is not Quantity.ONLY:
        first = told_of[0]
    start = replace(start, query=replace(start.query, statement=first), instances=found)
    told = _ruled(start, first) if first is not None else start
    return replace(told, items=_keys(told_of), sources=cited(told.proof))


def _ruled(start: Answer, goal: Statement) -> Answer:
    """Add how a statement stands, and its proof or why there is none."""
    standing = start.case.standing(goal)
    missing = standing.status in (Status.DOES_NOT_HOLD, Status.NOT_ESTABLISHED)
    told = why_not(start.case, goal) if missing else None
    return replace(start, standing=standing, proof=why(start.case, goal), why_not=told)


def _requirements(start: Answer) -> Answer:
    goal = start.query.statement
    if goal is None:
        reached = None if start.query.fall else within_reach(start.case, start.query.by)
        goal = reached or main_conclusion(start.case)
    if goal is None:
        return start
    start = replace(start, query=replace(start.query, statement=goal))
    degree = start.case.rulebase.scale.degree(start.query.degree or "") or 1
    scope = Scope(start.query.by, start.query.also)
    found = requirements(start.case, goal, degree=degree, fall=start.query.fall, scope=scope)
    standing = start.case.standing(goal)
    return replace(
        start,
        standing=standing,
        requirements=found,
        proof=why(start.case, goal),
        why_not=None if found.found else why_not(start.case, goal),
        robustness=robustness(start.case, goal),
    )


def _consequences(start: Answer) -> Answer:
    goal = start.query.statement
    if goal is None:
        return replace(start, items=_keys(_conclusions(start.case)))
    found = consequences(start.case, goal)
    if len(found.changes) == 1:  # that nothing else turns on it may be so just as things stand
        more = elsewhere(start.case, goal, [found.changes[0].statement])
        found = replace(found, elsewhere=more)
    return replace(
        start,
        standing=start.case.standing(goal),
        consequences=found,
        changes=found.changes,
        items=_keys(change.statement for change in found.changes),
        sources=start.case.facts[goal].source if goal in start.case.facts else (),
    )


def _linchpins(start: Answer) -> Answer:
    goal = start.query.statement or main_conclusion(start.case)
    if goal is None:
        return start
    return replace(
        start,
        query=replace(start.query, statement=goal),
        standing=start.case.standing(goal),
        proof=why(start.case, goal),
        linchpins=linchpins(start.case, goal),
        robustness=robustness(start.case, goal),
    )


def _describe(start: Answer) -> Answer:
    entity = start.case.rulebase.vocabulary.entities.get(start.query.entity or "")
    if entity is None:
        return start
    about = _about(start.case, {entity.id, *entity.members})
    reported = [start.case.facts[s].source for s in about if s in start.case.facts]
    return replace(
        start,
        entity=entity,
        about=about,
        items=_keys(about),
        sources=once((entity.source, *reported)),
    )


def _source(start: Answer) -> Answer:
    goal = start.query.statement
    if start.query.paragraph is not None:
        return _passage(start, start.query.paragraph)
    if goal is None:
        return start
    explained = _explained(start)
    rulebase = start.case.rulebase
    own = [rulebase.fact[goal].source] if goal in rulebase.fact else []
    own += [rulebase.question[goal].source] if goal in rulebase.question else []
    if explained.proof is not None:
        own.append(used(explained.proof))
    else:
        own += [rule.source for rule, _, _ in rulebase.concluders(goal)]
    return replace(explained, sources=once(own) or explained.sources)


def _passage(start: Answer, mark: str) -> Answer:
    """Add what a paragraph reports."""
    about = tuple(s for s, fact in start.case.facts.items() if mark in fact.source)
    return replace(start, about=about, items=_keys(about), sources=(mark,))


def _recommend(start: Answer) -> Answer:
    """List the advice that holds: conclusions that say what someone should do."""
    advice = [s for s in _conclusions(start.case) if is_advice(start.case, s)]
    wanted = start.query.entity
    chosen = [s for s in advice if wanted is None or wanted in s.arguments]
    chosen = concerning(start.case, chosen, start.query.near) or chosen
    goal = start.query.statement or (chosen[0] if chosen else None)
    return replace(
        start,
        about=tuple(chosen),
        items=_keys(chosen),
        entity=start.case.rulebase.vocabulary.entities.get(wanted or ""),
        standing=start.case.standing(goal) if goal else None,
        proof=why(start.case, goal) if goal else None,
        sources=once(cited(why(start.case, each)) for each in chosen),
    )


def _list(start: Answer) -> Answer:
    case = start.case
    statements: Iterable[Statement]
    match start.query.listing:
        case Listing.RULES:
            return rules_asked(start)
        case Listing.SCENARIOS:
            return replace(start, items=tuple(case.rulebase.scenario))
        case Listing.CONFLICTS:
            return replace(start, conflicts=conflicts(case))
        case Listing.ENTITIES:
            return replace(start, items=start.query.near or (*case.rulebase.vocabulary.entities,))
        case Listing.FACTS:
            statements = case.facts
        case Listing.OPEN if start.query.statement is not None:
            return _deciding(start, start.query.statement)
        case Listing.OPEN:
            statements = open_about(case, start.query.near) if start.query.near else ()
            statements = statements or open_questions(case)
        case Listing.ASSUMPTIONS:
            statements = case.assumptions
        case _:
            statements = _conclusions(case)
    about = tuple(statements)
    return replace(start, about=about, items=_keys(about))


def _deciding(start: Answer, goal: Statement) -> Answer:
    """Add the open questions whose answers could change how a statement stands."""
    case = start.case
    found = requirements(case, goal, fall=case.holds(goal))
    needed = {change.statement for each in found.found for change in each.changes}
    about = tuple(each for each in open_questions(case, goal) if each in needed)
    return replace(
        start,
        standing=case.standing(goal),
        requirements=found,
        about=about,
        items=_keys(about),
    )


def _set_stage(start: Answer) -> Answer:
    """Answer an instruction that sets an assumption or takes one back: what changes."""
    goal = start.query.statement
    return replace(
        start,
        standing=start.case.standing(goal) if goal else None,
        idle=start.case.assumptions == start.before.assumptions
        and start.case.scenario == start.before.scenario
        and start.case.as_of == start.before.as_of,
    )


def _when(start: Answer) -> Answer:
    goal = start.query.statement
    if goal is None:
        return start
    found = timeline(start.case, goal)
    proof = why(start.case, goal)
    return replace(
        start,
        standing=start.case.standing(goal),
        proof=proof,
        timeline=found,
        items=found.days,
        sources=cited(proof),
    )


def _consulted(start: Answer, consultation: Consultation | None) -> Answer:
    """Begin a consultation, or take what is said to its question; when it is over, explain."""
    query = start.query
    if query.word is None or consultation is None:
        if query.statement is None:
            return start
        begun = found = Consultation(start.case, query.statement)
    else:
        begun, found = consultation, consultation.reply(query.word)
    asked = None if found.is_over else found.next()
    told = replace(
        start,
        query=replace(query, statement=found.goal),
        before=found.case,
        case=found.staged,
        consultation=found,
        idle=query.word is Word.BACK and begun == found,
    )
    if asked is None:
        return replace(_explained(told), changes=changes(found.case, found.staged))
    return replace(
        told, standing=found.staged.standing(found.goal), items=(asked.statement.key,), changes=()
    )


def _nothing(start: Answer) -> Answer:
    return start


_ANSWERERS: Mapping[Intent, Callable[[Answer], Answer]] = {
    Intent.ASK: _explained,
    Intent.WHY: _explained,
    Intent.WHY_NOT: _explained,
    Intent.WHAT_IF: _explained,
    Intent.WHAT_WOULD_IT_TAKE: _requirements,
    Intent.WHAT_FOLLOWS: _consequences,
    Intent.LINCHPINS: _linchpins,
    Intent.DESCRIBE: _describe,
    Intent.SOURCE: _source,
    Intent.RECOMMEND: _recommend,
    Intent.LIST: _list,
    Intent.ASSUME: _set_stage,
    Intent.RETRACT: _set_stage,
    Intent.COMPARE: compared,
    Intent.WHEN: _when,
    Intent.HELP: _nothing,
    Intent.OUT_OF_SCOPE: _nothing,
}


def _conclusions(case: Case) -> tuple[Statement, ...]:
    """List what holds by rules, in reading order."""
    valuation, graph = case.valuation, case.graph
    return tuple(
        graph.statements[n] for n in reading_order(graph) if valuation.basis(n) is Basis.RULE
    )


def _about(case: Case, ids: set[str]) -> tuple[Statement, ...]:
    """List the statements about some entities that hold or are open, in reading order."""
    graph = case.graph
    return tuple(
        graph.statements[number]
        for number in reading_order(graph)
        if ids & set(graph.statements[number].arguments)
        and (case.valuation.degree(number) or graph.statements[number] in case.rulebase.question)
    )


def _keys(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.key for statement in statements)
