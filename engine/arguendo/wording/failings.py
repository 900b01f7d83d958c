"""Why a statement does not hold, in full: rule by rule, down to what is missing in the end."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.ways import is_met
from arguendo.explanation.why import why
from arguendo.explanation.why_not import Attempt, Rebuttal, WhyNot
from arguendo.wording.grammar import capital, marks, sentence, series
from arguendo.wording.obstacles import missing_leaf, named_rule, short_of
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import because
from arguendo.wording.teller import Teller

INDENT = "  "
"""Put before a line once for every level below the statement asked about."""

MOST_LINES = 200


def failing_blocks(teller: Teller, report: WhyNot) -> Iterator[Block]:
    """Tell every rule that could conclude a statement and what keeps it from doing so."""
    lines = [*_report(teller, report, 0)][:MOST_LINES]
    if lines:
        heading = f"What could show that {teller.says(report.goal)}, nearest first"
        yield Block(Role.STEPS, tuple(lines), heading)
    else:
        said = f"no rule concludes that {teller.says(report.goal)}"
        yield Block(Role.STEPS, (sentence(said),))
    rivals = [*_rivals(teller, report)]
    if rivals:
        yield Block(Role.REASON, tuple(rivals))
    leaves = [each for each in report.leaves if not is_met(teller.case, each)]
    if leaves:
        missing = tuple(sentence(missing_leaf(teller, each)) for each in leaves)
        several = ", one way or another" if len(leaves) > 1 else ""
        yield Block(Role.LIST, missing, f"What is missing in the end{several}")


def _rivals(teller: Teller, report: WhyNot) -> Iterator[str]:
    """Say why the contraries hold that keep a statement from holding."""
    for rival in report.opposed_by:
        proof = why(teller.case, rival)
        given = because(teller, proof.steps[0]) if proof else ""
        yield sentence(f"to the contrary, {teller.as_such(rival)}{f', {given}' if given else ''}")
    if report.assumed_false:
        yield sentence(f"it is assumed that {teller.speaker.denies(report.goal)}")


def _report(teller: Teller, report: WhyNot, depth: int) -> Iterator[str]:
    met: set[str] = set()
    for attempt in report.attempts:
        yield INDENT * depth + _opening(attempt, attempt.rule.id in met)
        yield from _attempt(teller, attempt, depth)
        met.add(attempt.rule.id)


def _opening(attempt: Attempt, again: bool) -> str:
    source = f" ({marks(attempt.rule.source)})" if attempt.rule.source else ""
    verdict = "fails" if attempt.distance else "would apply"
    name, way = capital(named_rule(attempt.rule)), " another way" if again else ""
    return f"{name}{source} {verdict}{way}:"


def _attempt(teller: Teller, attempt: Attempt, depth: int) -> Iterator[str]:
    """Tell one rule: what holds, what is missing and why, what is in the way."""
    inner = INDENT * (depth + 1)
    for each in attempt.holds:
        yield inner + sentence(f"holds: {teller.tagged(each)}")
    told = {lower.goal: lower for lower in attempt.below}
    for each in attempt.missing:
        lower = told.get(each)
        above = lower is None and each.predicate in teller.case.rulebase.rules_for
        absence = teller.absence(each) + (", as told above" if above else "")
        yield inner + sentence(f"missing: {teller.says(each)} ({absence})")
        if lower and not lower.attempts and lower.opposed_by:
            rivals = series([teller.as_such(rival) for rival in lower.opposed_by])
            yield inner + INDENT + sentence(f"for, to the contrary, {rivals}")
        elif lower:
            yield from _report(teller, lower, depth + 2)
    for short in attempt.unmet:
        yield inner + sentence(f"not met: {series(short_of(teller, short))}")
    for rebuttal in attempt.rebuttals:
        yield from _rebuttal(teller, rebuttal, inner)
    for rule in attempt.overridden_by:
        other = named_rule(teller.case.rulebase.rule[rule])
        yield inner + sentence(f"set aside: {other} takes precedence")


def _rebuttal(teller: Teller, rebuttal: Rebuttal, inner: str) -> Iterator[str]:
    held = [each for each in rebuttal.statements if teller.case.holds(each)]
    if held:
        yield inner + sentence(f"in the way: {teller.list_of(held)}")
        for each in held:
            proof = why(teller.case, each)
            if proof and proof.steps[0].rule:
                yield inner + INDENT + sentence(because(teller, proof.steps[0], alone=True))
    else:
        yield inner + sentence(f"missing: {teller.speaker.all_of(rebuttal.statements)}")
    if rebuttal.lifted_by:
        freed = teller.speaker.all_of(rebuttal.lifted_by, "or")
        once = teller.speaker.once(rebuttal.lifted_by)
        yield inner + INDENT + sentence(f"no longer in the way {once} {freed}")
