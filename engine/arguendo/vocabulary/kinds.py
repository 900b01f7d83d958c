"""What the variables of several statements may stand for: what suits every slot they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from arguendo.statements import ANYTHING, UNKNOWN, Bindings, Statement, Term, is_variable
from arguendo.vocabulary.vocabulary import Vocabulary

Kinds: TypeAlias = Mapping[str, frozenset[str]]
"""By variable: the kinds that all of its slots take. Those that may be anything are left out."""


def kinds_at(vocabulary: Vocabulary, statement: Statement) -> Iterator[tuple[Term, frozenset[str]]]:
    """Pair each argument with the kinds that its slot takes; none where it takes any."""
    predicate = vocabulary.predicates.get(statement.predicate)
    if predicate and len(predicate.slots) == len(statement.arguments):
        for term, slot in zip(statement.arguments, predicate.slots, strict=True):
            yield term, frozenset(slot.kinds)


def kinds_of(vocabulary: Vocabulary, statements: Iterable[Statement]) -> Kinds:
    """Return what the variables of some statements may be, each the same thing in all of them."""
    found: dict[str, frozenset[str]] = {}
    for statement in statements:
        for term, kinds in kinds_at(vocabulary, statement):
            if kinds and is_variable(term) and term != ANYTHING:
                found[term] = found.get(term, kinds) & kinds
    return found


def beyond(known: Kinds, kinds: Kinds) -> Kinds:
    """Return those kinds that ask for more than is known of their variables."""
    return {
        variable: fitting
        for variable, fitting in kinds.items()
        if variable not in known or not known[variable] <= fitting
    }


def is_sayable(vocabulary: Vocabulary, statement: Statement) -> bool:
    """Tell whether its arguments suit their slots; what is not declared takes anything."""
    return all(
        not kinds or is_variable(term) or vocabulary.kind_of(term) in (*kinds, UNKNOWN)
        for term, kinds in kinds_at(vocabulary, statement)
    )


def suit(vocabulary: Vocabulary, kinds: Kinds, bindings: Bindings) -> bool:
    """Tell whether variables are bound to what they may be; those not bound yet do not matter."""
    for variable, fitting in kinds.items():
        term = bindings.get(variable)
        if term is not None and vocabulary.kind_of(term) not in (*fitting, UNKNOWN):
            return False
    return True
