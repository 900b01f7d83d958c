"""What stands in the way of a statement, in a few sentences: what is missing, what rebuts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from arguendo.explanation.in_vain import Unmet
from arguendo.explanation.ways import few_ways
from arguendo.explanation.why import why
from arguendo.explanation.why_not import Attempt, Rebuttal, WhyNot
from arguendo.rules import Rule
from arguendo.statements import Statement
from arguendo.valuation import Basis
from arguendo.wording.grammar import besides, bracketed, counted, is_long, quoted, sentence, series
from arguendo.wording.reasons import concluded
from arguendo.wording.rules import unmet
from arguendo.wording.teller import Teller

MOST_ARGUMENTS = 3
"""Rules that fail, told in a short answer."""

MOST_MISSING = 5
"""Statements named as what is missing."""


def by_rule(report: WhyNot) -> list[list[Attempt]]:
    """Gather the attempts that fail by their rule, nearest miss first."""
    found: dict[str, list[Attempt]] = {}
    for attempt in report.attempts:
        if attempt.distance:
            found.setdefault(attempt.rule.id, []).append(attempt)
    return list(found.values())


def obstacle(teller: Teller, attempts: Sequence[Attempt]) -> str:
    """Say in a clause what keeps a rule from applying in all of its branches."""
    return series(obstacles(teller, attempts))


def obstacles(
    teller: Teller, attempts: Sequence[Attempt], told: Sequence[Statement] = ()
) -> list[str]:
    """Say in a clause each what keeps a rule from applying, but for what has been told already.

    What is told is said again when there is nothing else.
    """
    nearest = attempts[0]
    said = _missing(teller, attempts) if nearest.missing else []
    said += [clause for each in nearest.unmet for clause in short_of(teller, each)]
    present = [each for each in nearest.rebuttals if _is_present(teller, each)]
    new = [each for each in present if not set(each.statements) <= set(told)]
    said += [_in_the_way(teller, each) for each in (new if said or new else present)]
    absent = [s for each in nearest.rebuttals if each not in present for s in each.statements]
    if absent:
        said += teller.lackings(absent)
    said += [
        f"{named_rule(teller.case.rulebase.rule[rule])} takes precedence"
        for rule in nearest.overridden_by
    ]
    return list(dict.fromkeys(said))


def short_of(teller: Teller, each: Unmet) -> list[str]:
    """Say in clauses what a day or number does not meet; what is assumed has just been named."""
    return unmet(teller.speaker, each, each.given in teller.case.assumptions)


def _missing(teller: Teller, attempts: Sequence[Attempt]) -> list[str]:
    """Say in clauses what all branches lack, and that none of what sets them apart is shown."""
    nearest = attempts[0]
    common = [s for s in nearest.missing if all(s in each.missing for each in attempts)]
    apart = [s for each in attempts for s in each.missing if s not in common]
    one_each = all(len(each.missing) == len(common) + 1 for each in attempts)
    if not apart or not one_each or not all(s.is_ground for s in [*common, *apart]):
        return teller.lackings(nearest.missing)
    either = teller.speaker.all_of(dict.fromkeys(apart), "or")
    if not common:
        return [f"nothing shows that {either}"]
    lacking = teller.lacking(common)
    nor = "nor" if lacking.startswith("nothing shows") else "and nothing shows"
    return [f"{lacking}, {nor} that {either}"]


def _is_present(teller: Teller, rebuttal: Rebuttal) -> bool:
    return any(teller.case.holds(statement) for statement in rebuttal.statements)


def _in_the_way(teller: Teller, rebuttal: Rebuttal) -> str:
    return teller.list_of([each for each in rebuttal.statements if teller.case.holds(each)])


def named_rule(rule: Rule) -> str:
    """Name a rule by its title."""
    return quoted(rule.title) if rule.title else "another rule"


def failures(
    teller: Teller, report: WhyNot, most: int = MOST_ARGUMENTS, told: Sequence[Statement] = ()
) -> Iterator[str]:
    """Say of the rules that come nearest to a conclusion what each of them lacks."""
    rules = by_rule(report)
    for place, attempts in enumerate(rules[:most]):
        opening = "another" if place else "the argument for it"
        if len(rules) > 1 and not place:
            opening = "the argument that comes nearest to it"
        yield _failure(opening, attempts[0].rule, obstacles(teller, attempts, told))
        for lower in attempts[0].below:
            if lower.attempts and lower.attempts[0].unmet:
                yield from _in_turn(teller, lower)
    left = len(rules) - most
    if left > 0 and most > 1:
        yield sentence(f"{counted(left, 'more argument')} {'fails' if left == 1 else 'fail'} too")


def _failure(opening: str, rule: Rule, clauses: Sequence[str]) -> str:
    """Say that an argument fails, and of what; its title goes before where it makes that long."""
    if not rule.title:
        return besides(f"{opening} fails:", clauses)
    said = besides(f"{opening}, {named_rule(rule)}, fails:", clauses)
    if not is_long(said):
        return said
    return f"{sentence(f'{opening} is {named_rule(rule)}')} {besides('it fails:', clauses)}"


def nearest_miss(teller: Teller, report: WhyNot, told: Sequence[Statement] = ()) -> Iterator[str]:
    """Tell about the argument that comes nearest: what it has, and why the rest is not there.

    Of what is `told` it is known already why it holds.
    """
    rules = by_rule(report)
    if not rules:
        return
    attempt = rules[0][0]
    which = "comes nearest" if len(rules) > 1 else "would show it"
    has = [teller.tagged(each) for each in attempt.holds]
    also = f" {besides('it has this already:', has)}" if has else ""
    if attempt.rule.title:
        yield sentence(f"the argument that {which} is {named_rule(attempt.rule)}") + also
    for lower in attempt.below[:MOST_ARGUMENTS]:
        yield from _in_turn(teller, lower)
    for rebuttal in attempt.rebuttals:
        yield from _behind(teller, rebuttal, told)
    for attempts in rules[1:MOST_ARGUMENTS]:
        yield _failure("another", attempts[0].rule, obstacles(teller, attempts))


def _in_turn(teller: Teller, lower: WhyNot) -> Iterator[str]:
    rules = by_rule(lower)
    if rules:
        yield besides(f"{teller.that(lower.goal)}, for", obstacles(teller, rules[0]))
    for attempts in rules[1:2] if len(rules) == 2 else ():
        yield besides("the other way to that fails too:", obstacles(teller, attempts))


def _behind(teller: Teller, rebuttal: Rebuttal, told: Sequence[Statement]) -> Iterator[str]:
    """Say why a rebuttal holds, and what would lift it."""
    for statement in rebuttal.statements:
        proof = why(teller.case, statement)
        if proof and proof.steps[0].basis is Basis.RULE and statement not in told:
            yield concluded(teller, teller.that(statement), proof.steps[0])
    if rebuttal.lifted_by:
        freed = teller.speaker.all_of(rebuttal.lifted_by, "or")
        what = "the contrary" if set(rebuttal.statements) <= set(told) else "that"
        once = teller.speaker.once(rebuttal.lifted_by)
        yield sentence(f"{what} no longer stands in the way {once} {freed}")


def missing_in_the_end(
    teller: Teller,
    report: WhyNot,
    told: Sequence[str] = (),
    useless: Collection[Statement] = (),
) -> Iterator[str]:
    """Name what is missing at the bottom of it all, where that can be said in short.

    Several ways are told where each is a single thing, but for what would be of no use. Nothing is
    said where that is just what the lines `told` before say already.
    """
    found = [way for way in few_ways(teller.case, report) if not set(way) <= set(useless)]
    if not found or (len(found) > 1 and any(len(way) > 1 for way in found)):
        return
    shown = [missing_leaf(teller, each) for way in found for each in way]
    if all(_is_told(teller, each, told) for way in found for each in way):
        return
    if len(found) > 1:
        yield sentence(f"what is missing in the end is one of these: {'; '.join(shown)}")
    elif len(shown) <= MOST_MISSING:
        yield sentence(f"what is missing in the end: {'; '.join(shown)}")


def _is_told(teller: Teller, leaf: Statement, told: Sequence[str]) -> bool:
    """Tell whether lines say already that something is missing."""
    said = f"that {missing_leaf(teller, leaf)}" if leaf.is_ground else teller.unshown([leaf])
    return any(said in line for line in told)


def missing_leaf(teller: Teller, statement: Statement) -> str:
    """Affirm what is missing; of a fact that is not known yet, say when it is reported."""
    later = statement.is_ground and teller.case.reported_later(statement)
    return f"{teller.says(statement)}{bracketed(teller.absence(statement)) if later else ''}"


def opposed(teller: Teller, rivals: Sequence[Statement]) -> str:
    """Say which contraries hold: `it is likely that …, and it is reported that …`."""
    return series([teller.as_such(rival) for rival in rivals])
