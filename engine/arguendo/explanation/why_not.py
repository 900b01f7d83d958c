"""Why a statement does not hold: each rule that could conclude it, nearest miss first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from arguendo.cancelling import heed
from arguendo.case import Case
from arguendo.comparisons import settle
from arguendo.explanation.in_vain import Unmet, in_vain, short_of
from arguendo.graph import GroundBlocker, Inference
from arguendo.rules import Branch, Comparison, Rule
from arguendo.scale import NONE
from arguendo.statements import Statement, Term, is_variable
from arguendo.valuation import Standing
from arguendo.vocabulary.kinds import suit

_MOST_TRIALS = 400
"""Partial bindings looked at for one branch of one rule."""


@dataclass(frozen=True)
class Rebuttal:
    """What blocks an inference, and what would lift it."""

    statements: tuple[Statement, ...]
    """The statements that hold and together block it (or that are missing, for `not … `)."""
    absence: bool
    """Whether the rule asks for their absence among its grounds, rather than `unless`."""
    lifted_by: tuple[Statement, ...] = ()
    """Statements that would rebut them in turn."""


@dataclass(frozen=True)
class Attempt:
    """One way in which a rule could conclude a statement, and what keeps it from doing so."""

    rule: Rule
    branch: int
    bindings: tuple[tuple[str, Term], ...]
    claim: Statement
    holds: tuple[Statement, ...]
    missing: tuple[Statement, ...]
    """Grounds that do not hold; variables in them are open: any value would do."""
    rebuttals: tuple[Rebuttal, ...] = ()
    overridden_by: tuple[str, ...] = ()
    """Ids of the rules that apply and set this one aside."""
    unmet: tuple[Unmet, ...] = ()
    """Comparisons that what is assumed does not meet."""
    below: tuple[WhyNot, ...] = ()
    """Why each missing ground does not hold in turn; those told already are left out."""

    @property
    def distance(self) -> int:
        """How many things keep it from applying."""
        things = (self.missing, self.rebuttals, self.overridden_by, self.unmet)
        return sum(map(len, things))


@dataclass(frozen=True)
class WhyNot:
    """Why a statement does not hold."""

    goal: Statement
    standing: Standing
    attempts: tuple[Attempt, ...]
    """One for each rule (and branch of it) that could conclude it, nearest miss first."""
    opposed_by: tuple[Statement, ...] = ()
    """Contraries of it that hold."""
    assumed_false: bool = False

    @property
    def leaves(self) -> tuple[Statement, ...]:
        """What is missing in the end, each once, nearest miss first.

        These are statements that no rule could supply, and those that would lift a rebuttal.
        """
        return tuple(dict.fromkeys(_leaves(self, set(_goals(self)))))

    @property
    def all_attempts(self) -> tuple[Attempt, ...]:
        """Its attempts and those of everything below, in order."""
        return tuple(_attempts(self))


def _attempts(report: WhyNot) -> Iterator[Attempt]:
    yield from report.attempts
    for attempt in report.attempts:
        for lower in attempt.below:
            yield from _attempts(lower)


def _goals(report: WhyNot) -> Iterator[Statement]:
    """Go through the goals that a report explains by rules, its own and those below."""
    if report.attempts:
        yield report.goal
    for attempt in report.attempts:
        for lower in attempt.below:
            yield from _goals(lower)


def _leaves(report: WhyNot, explained: set[Statement]) -> Iterator[Statement]:
    for attempt in report.attempts:
        below = {lower.goal: lower for lower in attempt.below}
        for statement in attempt.missing:
            if statement not in explained:
                yield statement
            elif statement in below:
                yield from _leaves(below[statement], explained)
        for rebuttal in attempt.rebuttals:
            yield from rebuttal.lifted_by


def why_not(case: Case, goal: Statement) -> WhyNot:
    """Report why a statement does not hold, down to the leaves."""
    return _report(case, goal, {goal})


def _report(case: Case, goal: Statement, told: set[Statement]) -> WhyNot:
    """Write the report on one goal; `told` are the goals that need no report any more."""
    attempts = sorted(
        _attempts_for(case, goal),
        key=lambda a: (a.distance, not a.unmet, a.rule.position, a.branch),
    )
    finished = []
    for attempt in attempts:
        below = []
        for missing in attempt.missing:
            if missing.is_ground and missing not in told:
                told.add(missing)
                below.append(_report(case, missing, told))
        finished.append(replace(attempt, below=tuple(below)))
    opposed = tuple(rival for rival in case.contraries(goal) if case.holds(rival))
    denied = case.assumptions.get(goal) == NONE
    return WhyNot(goal, case.standing(goal), tuple(finished), opposed, denied)


def _attempts_for(case: Case, goal: Statement) -> Iterator[Attempt]:
    for rule, branch, bindings in case.rulebase.concluders(goal):
        usual = _attempt(case, goal, rule, branch, bindings)
        vague = any(not each.is_ground for each in usual.missing)
        vain = _vain_attempts(case, goal, rule, branch, bindings, vague)
        short = _short_attempts(case, goal, rule, branch, bindings) if vague else ()
        yield min((*vain, *short, usual), key=lambda each: each.distance)


def _attempt(
    case: Case, goal: Statement, rule: Rule, branch: Branch, bindings: dict[str, Term]
) -> Attempt:
    """Find the bindings under which a branch comes nearest to concluding the goal."""
    found = min(
        (
            _inference_attempt(case, goal, inference)
            for inference in _known(case, goal, branch, rule)
        ),
        key=lambda attempt: attempt.distance,
        default=None,
    )
    if found is not None and not found.missing:
        return found
    nearest = _nearest(case, goal, rule, branch, bindings)
    return found if found and len(found.missing) <= len(nearest.missing) else nearest


def _nearest(
    case: Case, goal: Statement, rule: Rule, branch: Branch, bindings: dict[str, Term]
) -> Attempt:
    """Make an attempt of bindings extended so that as many grounds as possible hold."""
    best = _nearest_bindings(case, rule, branch, bindings)
    grounds = [ground.bind(best) for ground in branch.grounds]
    missing = tuple(g for g in grounds if not (g.is_ground and case.holds(g)))
    holds = tuple(g for g in grounds if g not in missing)
    rebuttals = tuple(_exceptions(case, branch, best)) if missing else ()
    bound = tuple(sorted(best.items()))
    return Attempt(rule, branch.number, bound, goal, holds, missing, rebuttals)


def _exceptions(case: Case, branch: Branch, bindings: dict[str, Term]) -> Iterator[Rebuttal]:
    """Go through the exceptions that would block a branch even if its grounds held."""
    for blocker in branch.blockers:
        literals = [(each.statement.bind(bindings), each.positive) for each in blocker.literals]
        if blocker.comparisons or not all(statement.is_ground for statement, _ in literals):
            continue  # they come with the grounds that bind the rest
        if all(case.holds(statement) is positive for statement, positive in literals):
            numbers = tuple((case.graph.add(each), positive) for each, positive in literals)
            yield _rebuttal(case, GroundBlocker(numbers, blocker.absence))


def _short_attempts(
    case: Case, goal: Statement, rule: Rule, branch: Branch, bindings: dict[str, Term]
) -> Iterator[Attempt]:
    """Tell of what holds in which days or numbers it falls short, beside what is missing."""
    found = _nearest_bindings(case, rule, branch, bindings, settled=False)
    unmet: dict[Comparison, Unmet] = {}
    for each in short_of(case, branch, found):  # what is assumed comes first
        unmet.setdefault(each.comparison, each)
    if unmet:
        yield replace(_nearest(case, goal, rule, branch, found), unmet=tuple(unmet.values()))


def _vain_attempts(
    case: Case,
    goal: Statement,
    rule: Rule,
    branch: Branch,
    bindings: dict[str, Term],
    vague: bool,
) -> Iterator[Attempt]:
    """Go through the attempts that what is assumed serves in vain, here or one step below.

    So do facts, where else it would be `vague` what is missing: `the temperature is N`.
    """
    for found, unmet in in_vain(case, branch, bindings, vague):
        attempt = _nearest(case, goal, rule, branch, found)
        yield replace(attempt, unmet=unmet)
    for ground in branch.grounds:
        pattern = ground.bind(bindings)
        for claim in () if pattern.is_ground else _claims_in_vain(case, pattern):
            extended = pattern.match(claim, bindings)
            if extended is not None:
                yield _nearest(case, goal, rule, branch, extended)


def _claims_in_vain(case: Case, pattern: Statement) -> Iterator[Statement]:
    """Go through what a pattern matches and rules would conclude but for a comparison."""
    for rule in case.rulebase.rules_for.get(pattern.predicate, ()):
        for claim in rule.claims:
            if claim.predicate != pattern.predicate:
                continue
            pairs = zip(claim.arguments, pattern.arguments, strict=True)
            wanted = {c: p for c, p in pairs if is_variable(c) and not is_variable(p)}
            for branch in rule.branches:
                yield from (claim.bind(found) for found, _ in in_vain(case, branch, wanted))


def _known(case: Case, goal: Statement, branch: Branch, rule: Rule) -> Iterator[Inference]:
    for number in case.graph.concluding[case.graph.add(goal)]:
        inference = case.graph.inferences[number]
        if inference.rule is rule and inference.branch is branch:
            yield inference


def _inference_attempt(case: Case, goal: Statement, inference: Inference) -> Attempt:
    graph, valuation = case.graph, case.valuation
    grounds = dict.fromkeys(inference.grounds)
    return Attempt(
        inference.rule,
        inference.branch.number,
        inference.bindings,
        goal,
        tuple(graph.statements[n] for n in grounds if valuation.degree(n)),
        tuple(graph.statements[n] for n in grounds if not valuation.degree(n)),
        tuple(_rebuttal(case, blocker) for blocker in valuation.blocking(inference.number)),
        tuple(graph.inferences[n].rule.id for n in valuation.overriding(inference.number)),
    )


def _rebuttal(case: Case, blocker: GroundBlocker) -> Rebuttal:
    statements = tuple(case.graph.statements[number] for number, _ in blocker.literals)
    lifting: dict[Statement, None] = {}
    for number, positive in blocker.literals:
        if positive:
            lifting.update(dict.fromkeys(_lifting(case, number)))
    return Rebuttal(statements, blocker.absence, tuple(lifting))


def _lifting(case: Case, number: int) -> Iterator[Statement]:
    """Go through the statements that would block every argument for a statement's last step."""
    graph = case.graph
    for inference in case.valuation.applying(number):
        for blocker in graph.blockers[inference.number]:
            for blocking, positive in blocker.literals:
                if positive:
                    yield graph.statements[blocking]


def _nearest_bindings(
    case: Case, rule: Rule, branch: Branch, bindings: dict[str, Term], settled: bool = True
) -> dict[str, Term]:
    """Extend bindings so that as many grounds as possible hold; bounded depth-first search.

    Comparisons hold as well if they are to be `settled`.

    A variable that the claim's own terms lead to is bound only by a ground that leads there: who
    the parent of a child could be is not told by whoever happens to be a citizen.
    """
    led_to = _led_to(branch, set(bindings))
    vocabulary, kinds = case.rulebase.vocabulary, case.rulebase.kinds(rule, branch)
    best, best_count = dict(bindings), -1
    stack: list[tuple[int, dict[str, Term]]] = [(0, dict(bindings))]
    trials = 0
    while stack and trials < _MOST_TRIALS:
        heed()
        trials += 1
        index, bound = stack.pop()
        if index == len(branch.grounds):
            count = _held(case, branch, bound)
            if count > best_count and (not settled or _may_settle(branch, bound)):
                best, best_count = bound, count
            continue
        stack.append((index + 1, bound))
        pattern = branch.grounds[index].bind(bound)
        if not _may_bind(pattern, led_to):
            continue
        for number in case.graph.matching(pattern):
            if case.valuation.degree(number):
                extended = pattern.match(case.graph.statements[number], bound)
                if extended is not None and suit(vocabulary, kinds, extended):
                    stack.append((index + 1, extended))
    return best


def _led_to(branch: Branch, bound: set[str]) -> set[str]:
    """Return the variables that grounds connect with bound ones, these included."""
    found = set(bound)
    before = -1
    while before != len(found):
        before = len(found)
        for ground in branch.grounds:
            variables = set(ground.variables)
            if variables & found:
                found |= variables
    return found


def _may_bind(pattern: Statement, led_to: set[str]) -> bool:
    """Tell whether a ground says enough about its variables to bind them."""
    if any(not is_variable(term) for term in pattern.arguments):
        return True
    return not any(variable in led_to for variable in pattern.variables)


def _held(case: Case, branch: Branch, bindings: dict[str, Term]) -> int:
    grounds = [ground.bind(bindings) for ground in branch.grounds]
    return sum(ground.is_ground and case.holds(ground) for ground in grounds)


def _may_settle(branch: Branch, bindings: dict[str, Term]) -> bool:
    """Tell whether the comparisons that are bound hold."""
    bound = [
        comparison
        for comparison in branch.comparisons
        if all(not t.startswith("?") or t in bindings for t in (comparison.left, comparison.right))
    ]
    return settle(bound, bindings) is not None
