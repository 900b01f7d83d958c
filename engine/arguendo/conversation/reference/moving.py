"""The same statement of another: `Ben pays the fee` for `Anna pays the fee`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.statements import Sort, Statement, sort_of


def variants(
    context: Context, statement: Statement, entities: Sequence[str], known: bool = True
) -> Iterator[Statement]:
    """Go through a statement with one argument replaced; those of the same kind first."""
    vocabulary, kinds = context.case.rulebase.vocabulary, context.index.names.kinds
    predicate = vocabulary.predicates[statement.predicate]
    places = range(len(statement.arguments))
    for entity in entities:
        for place in sorted(
            places,
            key=lambda p: (
                kinds.get(statement.arguments[p]) != kinds[entity],
                -_likeness(context, statement.arguments[p], entity),
            ),
        ):
            if entity in statement.arguments or not vocabulary.suits(
                entity, predicate.slots[place]
            ):
                continue
            arguments = (*statement.arguments[:place], entity, *statement.arguments[place + 1 :])
            changed = Statement(statement.predicate, arguments)
            for each in context.matcher.foreseen.expand(changed) if known else (changed,):
                if not known or is_spoken_of(context, each):
                    yield each


def with_own_values(
    context: Context, statement: Statement, entities: Sequence[str]
) -> Statement | None:
    """Return what holds of another on another day or with another number, if anything does.

    What else a statement names may be another thing of its kind: who was born where.
    """
    literal = [sort_of(term) in (Sort.NUMBER, Sort.DATE) for term in statement.arguments]
    kinds = context.index.names.kinds
    for entity in entities if any(literal) else ():
        for place, term in enumerate(statement.arguments):
            if kinds.get(term) != kinds[entity]:
                continue
            alike = [
                each
                for each in context.case.graph.statements
                if each.predicate == statement.predicate
                and each.arguments[place : place + 1] == (entity,)
                and context.holds(each)
            ]
            if alike:
                return max(alike, key=lambda each: _shared(each, statement))
    return None


def _shared(one: Statement, other: Statement) -> int:
    return sum(a == b for a, b in zip(one.arguments, other.arguments, strict=True))


def denied(context: Context, goal: Statement, entities: Sequence[str]) -> Statement | None:
    """Return the same of another, of whom something contrary to it is so."""
    others = variants(context, goal, entities, known=False)
    return next(filter(context.is_denied, others), None)


def _likeness(context: Context, one: object, other: object) -> int:
    """Count the places in facts that two entities both stand in."""
    roles: dict[object, set[tuple[str, int]]] = {one: set(), other: set()}
    for fact in context.case.facts:
        for place, argument in enumerate(fact.arguments):
            if argument in roles:
                roles[argument].add((fact.predicate, place))
    return len(roles[one] & roles[other])


def is_spoken_of(context: Context, statement: Statement) -> bool:
    """Tell whether the rule base speaks of a statement, or some rule could conclude it."""
    known = context.matcher.foreseen.knows(statement)
    return known or any(True for _ in context.case.rulebase.concluders(statement))
