"""A rule base as an answer-set program: the same degrees, found by a solver that others wrote.

Degrees become levels that are yes or no (α-cuts): `h(L,S)` says that S holds at least at level L.
A level takes its grounds from itself and its rebuttals from the weakest, 1. Terms are the solver's
strings, a statement is a term of its own: `p(?x, a)` becomes `p_p(V_x,"a")`. Of every branch of
every rule there are, with B for its bindings and C for a claim:

    body(rule,branch,B,L)          its grounds hold at level L, and so do its comparisons
    blocked(rule,branch,B)         a rebuttal or absence stands against it
    set_aside(rule,branch,B,C)     an inference that overrides it has an equal or a contrary claim

Valuation never asks what the engine's graph looks like, and nothing of it is used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import clingo

from arguendo.rulebase import RuleBase
from arguendo.rules import Blocker, Branch, Comparison, Rule
from arguendo.statements import ANYTHING, Sort, Statement, Term, is_variable, sort_of
from arguendo.vocabulary import Vocabulary


def degrees(rulebase: RuleBase, assumptions: Mapping[Statement, int]) -> dict[str, int]:
    """Return the degree of every statement that holds, by key. Fails unless one model is all."""
    control = clingo.Control(["--models=2", "--warn=none"])
    control.add("base", [], "\n".join(program(rulebase, assumptions)))
    control.ground([("base", [])], context=_Relations(rulebase.vocabulary))
    found: list[dict[str, int]] = []
    with control.solve(yield_=True) as models:
        for model in models:
            found.append({})
            for atom in model.symbols(shown=True):
                level, statement = atom.arguments
                key = _statement(statement).key
                found[-1][key] = max(found[-1].get(key, 0), level.number)
    (only,) = found
    return only


def program(rulebase: RuleBase, assumptions: Mapping[Statement, int]) -> Iterator[str]:
    """Go through the rules of the answer-set program."""
    yield f"level(1..{rulebase.scale.top})."
    yield "#show h/2."
    # So that what nothing concludes is known to the solver, and simply false.
    yield "fact(none,0). assumed(none,0)."
    for fact in rulebase.facts:
        yield f"fact({_atom(fact.statement)},{fact.degree})."
    for statement, degree in assumptions.items():
        yield f"assumed({_atom(statement)},{degree})."
    yield "given(S) :- assumed(S,_)."
    yield "h(L,S) :- assumed(S,D), level(L), L <= D."
    yield "h(L,S) :- fact(S,D), level(L), L <= D, not given(S), not displaced(S)."
    yield "h(L,C) :- gives(L,C), not given(C)."
    for one, other in _both_ways(rulebase):
        patterns = f"A = {_atom(one)}, S = {_atom(other)}"
        yield f"displaced(S) :- assumed(A,D), D > 0, fact(S,_), {patterns}."
    for rule in rulebase.rules:
        for branch in rule.branches:
            yield from _branch(rulebase.vocabulary, rule, branch)
        for victim in rule.overrides:
            yield from _override(rulebase, rule, rulebase.rule[victim])


def _branch(vocabulary: Vocabulary, rule: Rule, branch: Branch) -> Iterator[str]:
    known = {variable for ground in branch.grounds for variable in ground.variables} - {ANYTHING}
    tests = _comparisons(branch.comparisons, known)
    if tests is None:
        return
    name = _name(rule, branch, known)
    grounds = [f"h(L,{_atom(ground)})" for ground in branch.grounds]
    kinds = [each for s in (*branch.grounds, *rule.claims) for each in _kinds(vocabulary, s)]
    yield f"body({name},L) :- {_all(['level(L)', *grounds, *tests, *kinds])}."
    for blocker in branch.blockers:
        yield from _blocker(blocker, name, known)
    for claim in map(_atom, rule.claims):
        yield (
            f"gives(L,{claim}) :- body({name},L), L <= {rule.qualifier}, "
            f"not blocked({name}), not set_aside({name},{claim})."
        )


def _kinds(vocabulary: Vocabulary, statement: Statement) -> Iterator[str]:
    """Ask of each variable that it is of a kind that its slot takes."""
    predicate = vocabulary.predicates.get(statement.predicate)
    for term, slot in zip(statement.arguments, predicate.slots if predicate else (), strict=False):
        if slot.kinds and is_variable(term) and term != ANYTHING:
            yield f'@is_one_of({_term(term)},"{" ".join(slot.kinds)}")=1'


def _blocker(blocker: Blocker, name: str, known: set[str]) -> Iterator[str]:
    tests = _comparisons(blocker.comparisons, set(known))
    if tests is not None:
        literals = [
            f"{'' if literal.positive else 'not '}h(1,{_atom(literal.statement)})"
            for literal in blocker.literals
        ]
        yield f"blocked({name}) :- {_all([f'body({name},1)', *tests, *literals])}."


def _override(rulebase: RuleBase, winner: Rule, victim: Rule) -> Iterator[str]:
    """One rule for each way in which a claim of one can equal, or be contrary to, the other's."""
    for strong in winner.branches:
        for weak in victim.branches:
            first = _name(winner, strong, _variables(strong), mark="1_")
            second = _name(victim, weak, _variables(weak), mark="2_")
            meet = f"body({first},1), not blocked({first}), body({second},1)"
            for one in winner.claims:
                for other in victim.claims:
                    claims = _atom(one, "1_"), _atom(other, "2_")
                    head = f"set_aside({second},{claims[1]}) :- {meet}"
                    yield f"{head}, {claims[0]} = {claims[1]}."
                    for left, right in _both_ways(rulebase):
                        yield f"{head}, {claims[0]} = {_atom(left)}, {claims[1]} = {_atom(right)}."


def _variables(branch: Branch) -> set[str]:
    """Return the variables that grounds and comparisons bind."""
    known = {variable for ground in branch.grounds for variable in ground.variables} - {ANYTHING}
    _comparisons(branch.comparisons, known)
    return known


def _comparisons(comparisons: Iterable[Comparison], known: set[str]) -> list[str] | None:
    """Translate comparisons and add what they bind; None when a side stays without a value."""
    found, waiting = [], list(comparisons)
    while waiting:
        later = []
        for each in waiting:
            unknown = [
                term for term in (each.left, each.right) if is_variable(term) and term not in known
            ]
            if not unknown:
                found.append(
                    f'@compare({_term(each.left)},"{each.operator}",{_term(each.right)})=1'
                )
            elif each.operator == "is" and len(unknown) == 1:
                known.update(unknown)
                found.append(f"{_term(each.left)} = {_term(each.right)}")
            else:
                later.append(each)
        if len(later) == len(waiting):
            return None
        waiting = later
    return found


def _both_ways(rulebase: RuleBase) -> Iterator[tuple[Statement, Statement]]:
    for left, right in rulebase.contraries:
        yield left, right
        yield right, left


def _name(rule: Rule, branch: Branch, known: set[str], mark: str = "") -> str:
    bindings = "".join(f",{_term(variable, mark)}" for variable in sorted(known))
    return f'"{rule.id}",{branch.number},b({bindings[1:]})'


def _all(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def _atom(statement: Statement, mark: str = "") -> str:
    arguments = ",".join(_term(term, mark) for term in statement.arguments)
    return f"p_{statement.predicate}({arguments})"


def _term(term: Term, mark: str = "") -> str:
    if term == ANYTHING:
        return "_"
    return f"V_{mark}{term[1:]}" if is_variable(term) else str(clingo.String(term))


def _statement(symbol: clingo.Symbol) -> Statement:
    return Statement(
        symbol.name.removeprefix("p_"), tuple(argument.string for argument in symbol.arguments)
    )


class _Relations:
    """What the solver asks while grounding."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def is_one_of(self, term: clingo.Symbol, kinds: clingo.Symbol) -> clingo.Symbol:
        """Return 1 where a term is of one of several kinds."""
        return clingo.Number(self._vocabulary.kind_of(term.string) in kinds.string.split())

    def compare(
        self, left: clingo.Symbol, how: clingo.Symbol, right: clingo.Symbol
    ) -> clingo.Symbol:
        """Return 1 where a comparison of the rule language holds."""
        return clingo.Number(_compare(left.string, how.string, right.string))


def _compare(left: Term, how: str, right: Term) -> bool:
    sorts = {sort_of(left), sort_of(right)}
    numbers = sorts == {Sort.NUMBER}
    values = (Fraction(left), Fraction(right)) if numbers else (left, right)
    same = values[0] == values[1]
    if how in ("is", "is not"):
        return same == (how == "is")
    if not numbers and sorts != {Sort.DATE}:
        return False
    less = values[0] < values[1]  # type: ignore[operator]
    return {
        "is at least": not less,
        "is not before": not less,
        "is at most": less or same,
        "is not after": less or same,
        "is more than": not less and not same,
        "is after": not less and not same,
        "is less than": less,
        "is before": less,
    }[how]
