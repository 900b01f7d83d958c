"""Of whom or what a statement holds: its instances, for `who …?` and `does every child …?`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.order import reading_order
from arguendo.statements import ANYTHING, Statement, Term
from arguendo.vocabulary.kinds import kinds_at
from arguendo.vocabulary.vocabulary import Vocabulary

ASKED: Term = "?who"
"""The variable that stands where somebody or something is asked for."""


@dataclass(frozen=True)
class Instances:
    """What a statement with the variable `?who` comes to for each that it may stand for."""

    pattern: Statement
    holding: tuple[Statement, ...]
    """Of each of whom it holds, in reading order; several of one where they differ otherwise."""
    lacking: tuple[Statement, ...]
    """The others, one statement each: one that does not fit, if any; where nothing is known of
    them, variables are left in it."""


def instances(
    case: Case,
    pattern: Statement,
    among: Collection[Term] = (),
    besides: Collection[Term] = (),
    fits: Callable[[Statement], bool] = lambda _: True,
) -> Instances:
    """Find of whom a statement holds that `fits`; `among` some if any are named, `besides` some."""
    graph, is_spoken_of = case.graph, case.grounding.is_spoken_of
    ordered = (graph.statements[n] for n in reading_order(graph) if is_spoken_of(n))
    alike = [each for each in ordered if pattern.match(each) is not None]
    domain = among or _domain(case, pattern, alike)
    wanted = [term for term in domain if term not in besides]
    known = [each for each in alike if fits(each)]
    holding = [s for s in known if case.standing(s).degree and _asked(pattern, s) in wanted]
    found = {_asked(pattern, statement) for statement in holding}
    first = {_asked(pattern, each): each for each in (*reversed(alike), *reversed(known))}
    rest = (term for term in wanted if term not in found)
    lacking = tuple(first.get(term) or pattern.bind({ASKED: term}) for term in rest)
    return Instances(pattern, tuple(holding), lacking)


def kinds_asked(vocabulary: Vocabulary, pattern: Statement) -> frozenset[str]:
    """Return the kinds of what is asked for; none where it may be anything."""
    return next(
        (kinds for term, kinds in kinds_at(vocabulary, pattern) if term == ASKED), frozenset()
    )


def _domain(case: Case, pattern: Statement, alike: Iterable[Statement]) -> list[Term]:
    """List all that may be meant: entities of the kind, or what statements speak of there."""
    vocabulary = case.rulebase.vocabulary
    kinds = kinds_asked(vocabulary, pattern)
    fitting = [e.id for e in vocabulary.entities.values() if e.kind in kinds and not e.members]
    return list(dict.fromkeys((*fitting, *(_asked(pattern, each) for each in alike))))


def _asked(pattern: Statement, statement: Statement) -> Term:
    return statement.arguments[pattern.arguments.index(ASKED)]


def opened(statement: Statement, place: int, said: Collection[Term]) -> Statement:
    """Make the pattern that asks for what stands in one place; what is not said may be anything."""
    return Statement(
        statement.predicate,
        tuple(
            ASKED if number == place else term if term in said else f"{ANYTHING}{number}"
            for number, term in enumerate(statement.arguments)
        ),
    )
