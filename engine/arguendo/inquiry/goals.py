"""Which conclusion a question is about that names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.explanation.questions import open_questions
from arguendo.explanation.requirements import Scope, deciders, requirements
from arguendo.explanation.why import Proof, why
from arguendo.rulebase import RuleBase
from arguendo.statements import Entity, Statement

LEAST_TOLD = 2
"""How many scenarios at least must tell of a conclusion for it to be what all is about."""
MOST_TRIED = 12
"""Conclusions of which it is searched whether an actor can bring them about."""


def main_conclusion(case: Case) -> Statement | None:
    """Return what most scenarios tell of; else what stands on the longest chain and is not advice.

    Whoever writes scenarios expects first what the argument is about. What comes of that, in turn,
    may stand on a longer chain. Of what as many tell of, the longest chain tells.
    """
    found = list(conclusions(case))
    return told_most(case, found) or next(iter(found), None)


def main_lacking(case: Case) -> Statement | None:
    """Return the main conclusion of those that do not hold; None where all hold."""
    found = [each for each in conclusions(case) if not case.holds(each)]
    return told_most(case, found) or next(iter(found), None)


def told_most(case: Case, found: Sequence[Statement]) -> Statement | None:
    """Return that of some conclusions of which most scenarios tell, if at least half of them do."""
    told = _told_of(case.rulebase)
    most = max((told[each] for each in found), default=0)
    if most < LEAST_TOLD or 2 * most < len(case.rulebase.scenarios):
        return None
    return next(each for each in found if told[each] == most)


def conclusions(case: Case) -> Iterator[Statement]:
    """Go through the conclusions that are not advice, those on the longest chain first."""
    for number in reversed(reading_order(case.graph)):
        statement = case.graph.statements[number]
        if case.graph.concluding[number] and not is_advice(case, statement):
            yield statement


def _told_of(rulebase: RuleBase) -> Counter[Statement]:
    """Count the scenarios that expect something of each statement."""
    each = ({e.statement for e in s.expectations} for s in rulebase.scenarios)
    return Counter(statement for told in each for statement in told)


def in_reach(case: Case, actor: str | None) -> Statement | None:
    """Return the farthest conclusion not drawn yet on which something bears that an actor decides.

    None when there is no such conclusion, or no actor.
    """
    return next(_in_reach(case, actor), None)


def in_reach_of(case: Case, actor: str, entity: str) -> Statement | None:
    """Return the farthest such conclusion that is about an entity."""
    return next((each for each in _in_reach(case, actor) if entity in each.arguments), None)


def within_reach(case: Case, actor: str | None) -> Statement | None:
    """Return the farthest conclusion that an actor can bring about by itself, else in reach.

    What says the same as the main conclusion, or leads to that, goes before all else.
    """
    near = [*islice(_in_reach(case, actor), MOST_TRIED)]
    wanted = _towards(case, main_conclusion(case))
    near = [each for each in near if each in wanted] or near
    scope = Scope(actor)
    able = (each for each in near if requirements(case, each, scope=scope).found)
    return next(able, next(iter(near), None))


def weighed_in(case: Case, statement: Statement, place: int) -> Iterator[Statement]:
    """Go through the conclusions of rules that compare what stands in a place of a statement."""
    for rule in case.rulebase.rules:
        for branch in rule.branches:
            compared = {term for each in branch.comparisons for term in (each.left, each.right)}
            grounds = (each for each in branch.grounds if each.predicate == statement.predicate)
            for ground in (each for each in grounds if each.arguments[place] in compared):
                bound = ground.match(statement)
                claims = [claim.bind(bound) for claim in rule.claims] if bound is not None else []
                yield from (claim for claim in claims if claim.is_ground)
                known = case.graph.statements if claims else ()
                yield from (s for s in known for claim in claims if claim.match(s) is not None)


def _towards(case: Case, main: Statement | None) -> set[Statement]:
    """Return what says the same as the main conclusion, and all grounds of that."""
    graph = case.graph
    todo = [n for n, s in enumerate(graph.statements) if main and s.predicate == main.predicate]
    found: set[int] = set()
    while todo:
        number = todo.pop()
        if number not in found:
            found.add(number)
            todo += [g for i in graph.concluding[number] for g in graph.inferences[i].grounds]
    return {graph.statements[number] for number in found}


def _in_reach(case: Case, actor: str | None) -> Iterator[Statement]:
    """Go through the conclusions not drawn yet on which something bears that an actor decides."""
    who = deciders(case, actor) if actor else frozenset()
    theirs = {q for q in open_questions(case) if case.rulebase.controller(q) in who}
    for number in reversed(reading_order(case.graph)) if theirs else ():
        statement = case.graph.statements[number]
        if (
            case.graph.concluding[number]
            and not case.holds(statement)
            and not is_advice(case, statement)
            and theirs.intersection(open_questions(case, statement))
        ):
            yield statement


def concerning(
    case: Case, advice: Sequence[Statement], entities: Collection[str]
) -> list[Statement]:
    """Return the advice that speaks of some entities; else what is advised because of them.

    What names them goes before what has them in a direct reason, and that before any other reason.
    """
    known = case.rulebase.vocabulary.entities
    wanted = [known[each] for each in entities if each in known]
    proofs = {each: why(case, each) for each in advice} if wanted else {}
    for told in (_itself, _directly, _in_the_end):
        found = [each for each, proof in proofs.items() if _speaks(case, told(each, proof), wanted)]
        if found:
            return found
    return []


def _itself(advice: Statement, _: Proof | None) -> Sequence[Statement]:
    return (advice,)


def _directly(_: Statement, proof: Proof | None) -> Sequence[Statement]:
    return proof.steps[0].grounds if proof else ()


def _in_the_end(_: Statement, proof: Proof | None) -> Sequence[Statement]:
    return [step.claim for step in proof.steps[: proof.main]] if proof else ()


def _speaks(case: Case, told: Sequence[Statement], wanted: Sequence[Entity]) -> bool:
    """Tell whether statements are about some entities, their members, or what is named for them."""
    spoken_of = {argument for each in told for argument in each.arguments}
    names = [f" {case.rulebase.vocabulary.name(each)} ".casefold() for each in spoken_of]
    return any(
        each.id in spoken_of
        or not spoken_of.isdisjoint(each.members)
        or any(
            f" {alias.casefold()} " in name
            for alias in (each.name, *each.aliases)
            for name in names
        )
        for each in wanted
    )


def is_advice(case: Case, statement: Statement) -> bool:
    """Tell whether a statement says what someone should do."""
    return statement.predicate in case.rulebase.advice
