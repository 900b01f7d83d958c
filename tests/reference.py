"""What matching means, as plainly as it can be said: try everything until nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from arguendo.comparisons import settle
from arguendo.graph import Matches
from arguendo.rulebase import RuleBase
from arguendo.rules import Branch, Rule
from arguendo.statements import Bindings, Statement, Term
from arguendo.vocabulary.kinds import is_sayable

MatchKey: TypeAlias = tuple[str, int, tuple[tuple[str, Term], ...]]
"""Rule id, branch number, bindings."""


def keys(found: Iterable[Matches]) -> list[MatchKey]:
    """Return what tells each match from all others."""
    return [
        (some.rule.id, some.branch.number, tuple(zip(some.variables, values, strict=True)))
        for some in found
        for values in some.values
    ]


def reference(rulebase: RuleBase, statements: Iterable[Statement]) -> set[MatchKey]:
    """Return every match that some statements allow, rebuttals and absences aside."""
    possible, found = set(statements), set[MatchKey]()
    before = (-1, -1)
    while before != (len(possible), len(found)):
        before = (len(possible), len(found))
        for rule in rulebase.rules:
            for branch in rule.branches:
                for bindings in list(_ways(branch.grounds, possible, {})):
                    settled = settle(branch.comparisons, bindings)
                    if settled is not None and _suits(rulebase, rule, branch, settled):
                        found.add((rule.id, branch.number, tuple(sorted(settled.items()))))
                        possible |= {claim.bind(settled) for claim in rule.claims}
    return found


def _suits(rulebase: RuleBase, rule: Rule, branch: Branch, bindings: Bindings) -> bool:
    """Tell whether all that a rule says under some bindings is of fitting kinds."""
    said = [pattern.bind(bindings) for pattern in (*branch.grounds, *rule.claims)]
    return all(is_sayable(rulebase.vocabulary, each) for each in said)


def _ways(
    grounds: Sequence[Statement], possible: set[Statement], bindings: Bindings
) -> Iterator[Bindings]:
    if not grounds:
        yield bindings
        return
    for statement in possible:
        extended = grounds[0].match(statement, bindings)
        if extended is not None:
            yield from _ways(grounds[1:], possible, extended)
