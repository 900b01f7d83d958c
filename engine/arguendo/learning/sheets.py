"""What an exercise shows: the rules and facts from which its answer follows, and no other does.

What is neither reported, assumed nor concluded by these rules counts as not so. So a rule may be
left out whose grounds are not all there, but none that fires, or would but for a rebuttal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from arguendo.case import Case
from arguendo.explanation.order import premises
from arguendo.explanation.requirements import apply
from arguendo.graph import Inference
from arguendo.learning.exercise import safe
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement
from arguendo.wording import exercises
from arguendo.wording.scenes import scene
from arguendo.wording.statements import Speaker

MOST_RULES = 6
MOST_LINES = 10
"""Facts, assumptions and open questions that a learner can keep in mind."""

_Test: TypeAlias = Callable[[Inference], bool]


@dataclass(frozen=True)
class Sheet:
    """What is given with an exercise."""

    case: Case
    rules: tuple[Rule, ...]
    facts: tuple[Statement, ...]
    exclusive: tuple[tuple[Statement, Statement], ...]
    """Contraries that bear on the answer."""
    open: tuple[Statement, ...] = ()
    """What may be so or not."""

    @property
    def is_short(self) -> bool:
        """Whether a learner can keep it in mind."""
        lines = len(self.facts) + len(self.case.assumptions) + len(self.open)
        return len(self.rules) <= MOST_RULES and lines <= MOST_LINES

    @property
    def scene(self) -> tuple[str, ...]:
        """What is reported, assumed and open, a line each."""
        told = scene(self.case, self.facts).splitlines()
        return (*told, *safe([*exercises.may_be(Speaker(self.case.rulebase), self.open)]))

    @property
    def hint(self) -> tuple[str, ...]:
        """The rules, and what excludes what, a line each."""
        rulebase = self.case.rulebase
        rules = exercises.hints(rulebase, self.rules)
        return safe([*rules, *exercises.exclusions(Speaker(rulebase), self.exclusive)])


def sheet(case: Case, goal: Statement, items: Sequence[Statement] = ()) -> Sheet | None:
    """Choose what decides how a goal stands, as things are and once any of the items is so.

    That is all that bears on it; where this is too much, what applies and the goal's own rules,
    or only what applies. None where even that does not fit on a sheet.
    """
    cases = [case, *(apply(case, [Literal(each)]) for each in items)]
    rivals = case.contraries(goal)
    held = [each for each in rivals if any(there.holds(each) for there in cases)]
    own = case.graph.add(goal)

    def applies(inference: Inference) -> bool:
        return any(there.valuation.strength(inference) > NONE for there in cases)

    ways: tuple[tuple[Sequence[Statement], _Test], ...] = (
        (rivals, lambda _: True),
        (held, lambda inference: inference.claim == own or applies(inference)),
        (held, applies),
    )
    made = (_of(case, [goal, *against], keeps, items) for against, keeps in ways)
    return next((each for each in made if each.is_short and each.rules), None)


def whole(case: Case, goal: Statement, questions: Sequence[Statement]) -> Sheet | None:
    """Take all that bears on whether a goal holds uncontested, however open questions turn out."""
    roots = [goal, *case.contraries(goal)]
    made = _of(case, roots, lambda _: True, (), tuple(questions))
    return made if made.is_short else None


def _of(
    case: Case,
    roots: Sequence[Statement],
    keeps: _Test,
    items: Sequence[Statement],
    questions: tuple[Statement, ...] = (),
) -> Sheet:
    rules, seen = _followed(case, roots, keeps)
    number = case.graph.add
    facts = tuple(f for f in case.facts if number(f) in seen and case.is_established(f))
    given = {*facts, *items, *questions, *(s for s, d in case.assumptions.items() if d > NONE)}
    concluded = {claim.predicate for rule in rules for claim in rule.claims}
    rivals = [each for each in roots[1:] if each in given or each.predicate in concluded]
    pairs = [(roots[0], each) for each in rivals]
    pairs += [
        (each, other)
        for each in (*items, *questions)
        for other in case.contraries(each)
        if other in given and not {each, other} <= {*items}
    ]
    exclusive = {frozenset(pair): pair for pair in reversed(pairs)}
    return Sheet(case, tuple(rules), facts, tuple(reversed(exclusive.values())), questions)


def _followed(
    case: Case, roots: Sequence[Statement], keeps: _Test
) -> tuple[Collection[Rule], Collection[int]]:
    """Follow what concludes the roots down to the leaves, by the inferences that are kept.

    Of a rule that is shown every inference counts, so it is followed until no rule is added.
    Returns the rules, and the numbers of all statements on the way.
    """
    shown: dict[str, Rule] = {}
    while True:
        known, seen = len(shown), dict.fromkeys(map(case.graph.add, roots))
        for inference in _below(case, seen, lambda i: i.rule.id in shown or keeps(i)):
            shown[inference.rule.id] = inference.rule
        if len(shown) == known:
            return shown.values(), seen


def _below(case: Case, seen: dict[int, None], keeps: _Test) -> Iterator[Inference]:
    """Go through the inferences kept on which statements depend, rebuttals and overriding too.

    What they rest on is added to the statements.
    """
    graph, waiting = case.graph, list(seen)
    for statement in waiting:  # which grows meanwhile
        for number in graph.concluding[statement]:
            for each in (number, *graph.overridden_by[number]):
                inference = graph.inferences[each]
                if keeps(inference):
                    yield inference
                    new = [n for n in dict.fromkeys(premises(graph, each)) if n not in seen]
                    seen |= dict.fromkeys(new)
                    waiting += new
