"""Which rules a question is about: one, those that conclude something, those that name somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from arguendo.branches import parts_of
from arguendo.explanation.why import why
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.query import Manner
from arguendo.rules import Literal, Rule
from arguendo.statements import Statement


def rules_asked(start: Answer) -> Answer:
    """Add the rules that are asked for, by id: all of them where the query sets no bounds."""
    query, rulebase = start.query, start.case.rulebase
    if query.rule is not None:
        return replace(start, items=(query.rule,))
    if query.statement is not None and query.manner is Manner.MEANING:
        return _defining(start, query.statement)
    if query.statement is not None:
        return _concluding(start, query.statement)
    rules = rulebase.rules
    if query.entity is not None:
        named = [rule for rule in rules if query.entity in terms(rule)]
        rules = tuple(named) or _applied(start, query.entity)
        entity = rulebase.vocabulary.entities.get(query.entity)
        start = replace(start, entity=entity)
    return replace(start, items=tuple(rule.id for rule in rules))


def _concluding(start: Answer, goal: Statement) -> Answer:
    """Add the rules of the best argument, the last one first; without one those that could do."""
    proof = why(start.case, goal)
    steps = proof.steps[: proof.main] if proof else ()
    used = [step.rule.id for step in steps if step.rule is not None]
    could = [] if proof else [rule.id for rule, _, _ in start.case.rulebase.concluders(goal)]
    return replace(
        start,
        standing=start.case.standing(goal),
        proof=proof,
        items=tuple(dict.fromkeys(used or could)),
    )


def _defining(start: Answer, goal: Statement) -> Answer:
    """Add the rules that conclude such a statement of anybody; else those that rest on one."""
    rulebase = start.case.rulebase
    found = rulebase.rules_for.get(goal.predicate) or [
        rule for rule in rulebase.rules if goal.predicate in _predicates(rule)
    ]
    return replace(
        start, standing=start.case.standing(goal), items=tuple(rule.id for rule in found)
    )


def _predicates(rule: Rule) -> frozenset[str]:
    return frozenset(statement.predicate for statement in _statements(rule))


def terms(rule: Rule) -> frozenset[str]:
    """Return all that a rule names."""
    return frozenset(term for statement in _statements(rule) for term in statement.arguments)


def _statements(rule: Rule) -> Iterator[Statement]:
    yield from rule.claims
    for condition in (rule.condition, *rule.rebuttals):
        for part in parts_of(condition):
            if isinstance(part, Literal):
                yield part.statement


def _applied(start: Answer, entity: str) -> tuple[Rule, ...]:
    """List the rules that can be applied to an entity, in their order."""
    graph = start.case.graph
    found = {
        inference.rule.id
        for inference in graph.inferences
        if any(
            entity in graph.statements[number].arguments
            for number in (inference.claim, *inference.grounds)
        )
    }
    return tuple(rule for rule in start.case.rulebase.rules if rule.id in found)
