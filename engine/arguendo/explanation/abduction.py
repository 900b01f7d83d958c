"""The wider reasoning graph in which every statement that a goal could rest on is possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from math import prod

from arguendo.case import Case
from arguendo.matching.grounding import Grounding
from arguendo.rulebase import RuleBase
from arguendo.statements import Sort, Statement, Term, is_variable, sort_of
from arguendo.strata import foundations, reached

MOST_POSSIBLE = 20_000
"""Statements taken to be possible; predicates with too many arguments to try come last."""


def possible_case(case: Case, goal: Statement) -> Case:
    """Return a case like this one over a graph of its own, where all that matters is possible.

    That is every ground statement of the predicates on which the goal depends, for the entities of
    fitting kinds and the literals that occur, as far as `MOST_POSSIBLE` goes.
    """
    grounding = Grounding(case.rulebase, editing=True)
    known = _known(case, goal)
    possible = known | set(_possible(case, goal, known))
    grounding.admit(sorted(possible, key=lambda each: each.key))
    return replace(case, grounding=grounding, past=None)


def _known(case: Case, goal: Statement) -> set[Statement]:
    """Collect what is told or follows from it; what was only asked about before is not known."""
    told = {goal, *case.rulebase.fact, *case.rulebase.question, *case.assumptions}
    graph = case.graph
    followed = (s for s, by in zip(graph.statements, graph.concluding, strict=True) if by)
    return {each for each in (*told, *followed) if each.is_ground}


def _possible(case: Case, goal: Statement, known: Iterable[Statement]) -> Iterator[Statement]:
    terms = _terms(case, known)
    choices = {
        (predicate, arity): [_fitting(case, predicate, place, terms) for place in range(arity)]
        for predicate, arity in _relevant(case.rulebase, goal)
    }
    left = MOST_POSSIBLE
    for (predicate, _), places in sorted(choices.items(), key=_size):
        left -= prod(map(len, places))
        if left < 0:
            return
        yield from (Statement(predicate, some) for some in product(*places))


def _size(choice: tuple[tuple[str, int], list[list[Term]]]) -> tuple[int, tuple[str, int]]:
    """Order predicates by how many statements they make, always in the same way."""
    return prod(map(len, choice[1])), choice[0]


def _relevant(rulebase: RuleBase, goal: Statement) -> set[tuple[str, int]]:
    """Collect the predicates, with their arities, on which a goal depends."""
    arities: dict[str, set[int]] = {}
    for statement in (goal, *_patterns(rulebase)):
        arities.setdefault(statement.predicate, set()).add(len(statement.arguments))
    below = foundations(rulebase.rules, rulebase.excluding)
    found = reached([goal.predicate], lambda predicate: below.get(predicate, ()))
    return {(each, arity) for each in found for arity in arities.get(each, ())}


def _patterns(rulebase: RuleBase) -> Iterator[Statement]:
    """Go through the statements of rules and contraries, with their variables."""
    for rule in rulebase.rules:
        yield from rule.claims
        for branch in rule.branches:
            yield from branch.grounds
            yield from (each.statement for b in branch.blockers for each in b.literals)
    for pair in rulebase.excluding:
        yield from pair


def _terms(case: Case, among: Iterable[Statement]) -> list[Term]:
    """List the entities, and the literals that occur in some statements or are written."""
    known = (term for each in sorted(among, key=lambda each: each.key) for term in each.arguments)
    written = (term for each in _patterns(case.rulebase) for term in each.arguments)
    ground = (term for term in (*known, *written) if not is_variable(term))
    return list(dict.fromkeys((*case.rulebase.vocabulary.entities, *ground)))


def _fitting(case: Case, predicate: str, place: int, terms: Iterable[Term]) -> list[Term]:
    """List the terms that may stand in a place of a predicate."""
    vocabulary = case.rulebase.vocabulary
    declared = vocabulary.predicates.get(predicate)
    if declared is None or place >= len(declared.slots):
        return list(terms)
    slot = declared.slots[place]
    if slot.kinds:
        return [term for term in terms if vocabulary.suits(term, slot)]
    return [term for term in terms if sort_of(term) is Sort.ENTITY]
