"""How patterns with variables meet, for the checks that need it; itself no check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from arguendo.rulebase import RuleBase
from arguendo.statements import ANYTHING, Statement, Term, is_variable
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.kinds import kinds_of

Pairs = Iterable[tuple[Statement, Statement]]


def apart(statement: Statement, mark: str) -> Statement:
    """Rename the variables of a statement so that it shares none with another."""
    return Statement(
        statement.predicate,
        tuple(f"{term}{mark}" if is_variable(term) else term for term in statement.arguments),
    )


def unify(pairs: Pairs) -> bool:
    """Tell whether some choice of values makes all pairs of statements equal."""
    return unifier(pairs) is not None


def unifier(pairs: Pairs) -> dict[str, Term] | None:
    """Return values that make all pairs equal, each a term or another variable, or None."""
    value: dict[str, Term] = {}
    for one, other in pairs:
        if one.predicate != other.predicate or len(one.arguments) != len(other.arguments):
            return None
        for left, right in zip(one.arguments, other.arguments, strict=True):
            first, second = resolve(left, value), resolve(right, value)
            if first == second or left.startswith(ANYTHING) or right.startswith(ANYTHING):
                continue
            if is_variable(first):
                value[first] = second
            elif is_variable(second):
                value[second] = first
            else:
                return None
    return value


def resolve(term: Term, value: Mapping[str, Term]) -> Term:
    """Follow the values of a unifier to their end."""
    while term in value:
        term = value[term]
    return term


def both_ways(rulebase: RuleBase) -> Iterator[tuple[Statement, Statement]]:
    """Go through the contraries in both directions."""
    for one, other in rulebase.excluding:
        yield one, other
        yield other, one


def can_be_contrary(rulebase: RuleBase, one: Statement, other: Statement) -> bool:
    """Tell whether two patterns can come to be contrary to each other."""
    left, right = apart(one, "1"), apart(other, "2")
    return any(unify(((left, a), (right, b))) for a, b in both_ways(rulebase))


def impossible_variable(vocabulary: Vocabulary, statements: Iterable[Statement]) -> str | None:
    """Return a variable that no kind of thing can stand for in all of the statements."""
    kinds = kinds_of(vocabulary, statements)
    return next((variable for variable, left in kinds.items() if not left), None)
