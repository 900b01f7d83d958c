"""What could change an answer: the smallest sets of changes, and how firm it is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from arguendo.explanation.hindrance import Hindrance
from arguendo.explanation.requirements import Requirement, Scope, defeaters, requirements
from arguendo.explanation.robustness import Robustness
from arguendo.inquiry.answer import Answer
from arguendo.scale import NONE, Scale
from arguendo.statements import Literal, Statement
from arguendo.valuation import Basis, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import (
    counted,
    is_long,
    named,
    number,
    percent,
    sentence,
    series,
)
from arguendo.wording.teller import Teller

MOST_SETS = 3
"""Sets of changes written out in a sentence."""
LITTLE = 2
"""Changes at most that are told to make a statement fall."""


def choices(found: Sequence[Requirement]) -> list[tuple[Literal, ...]]:
    """Take sets of changes apart: one of each group makes a set; empty when they are no such sets.

    What is needed in any case comes first, as groups of one.
    """
    sets = [frozenset(each.changes) for each in found]
    everything = list(dict.fromkeys(s for each in found for s in each.changes))
    groups: list[tuple[Literal, ...]] = []
    left = list(everything)
    while left:
        group = [left.pop(0)]
        for member in group:
            rivals = [s for s in left if not any({member, s} <= each for each in sets)]
            group += rivals
            left = [s for s in left if s not in rivals]
        groups.append(tuple(group))
    if prod(map(len, groups)) != len(sets) or set(map(frozenset, product(*groups))) != set(sets):
        return []
    return sorted(groups, key=lambda group: len(group) > 1)


def once(teller: Teller, lead: str, found: Sequence[Requirement]) -> tuple[list[str], int]:
    """Say that something is so once one of some sets of changes is made.

    Returns sentences, several where one would be long, and how many sets are left untold.
    """
    groups = choices(found)
    said = sentence(f"{lead} {condition(teller, found)}")
    if len(groups) > 1 and is_long(said):
        parts = map(sentence, _together(teller, groups))
        return [sentence(f"{lead} once all of this comes together"), *parts], 0
    if groups:
        return [said], 0
    shown = min(len(found), MOST_SETS)
    while shown > 1 and is_long(sentence(f"{lead} {_sets(teller, found[:shown])}")):
        shown -= 1
    return [sentence(f"{lead} {_sets(teller, found[:shown])}")], len(found) - shown


def _together(teller: Teller, groups: Sequence[Sequence[Literal]]) -> list[str]:
    """Say what has to come together: what is needed in any case, then each choice."""
    single = [group[0] for group in groups if len(group) == 1]
    several = [group for group in groups if len(group) > 1]
    said = [teller.speaker.changes(single)] if single else []
    return said + [f"either {teller.speaker.changes(group, 'or')}" for group in several]


def _sets(teller: Teller, found: Sequence[Requirement]) -> str:
    speaker = teller.speaker
    return "; or ".join(
        f"{speaker.once(c.statement for c in each.changes)} {speaker.changes(each.changes)}"
        for each in found
    )


def condition(teller: Teller, found: Sequence[Requirement]) -> str:
    """Join sets of changes to one condition: `once a, b, and either c or d`."""
    speaker, groups = teller.speaker, choices(found)
    if len(groups) == 1 and len(groups[0]) > 1:
        each_once = (
            f"{speaker.once([each.statement])} {speaker.put(each.statement, each.positive)}"
            for each in groups[0]
        )
        return ", or ".join(each_once)
    if groups:
        begins = speaker.once(each.statement for group in groups for each in group)
        return f"{begins} {series(_together(teller, groups))}"
    return _sets(teller, found[:MOST_SETS])


def would_hold(teller: Teller, goal: Statement, found: Sequence[Requirement]) -> Iterator[str]:
    """Say what would make a statement hold, and what else would keep it from that even then."""
    if not found or not found[0].changes:
        return
    said: list[str] = []
    left = 0
    for alike in _alike(found):
        sentences, untold = once(teller, _becomes(teller, alike), alike)
        said, left = said + sentences, left + untold
    unless = undone_by(teller, goal, found)
    whole = f"{said[0].removesuffix('.')}, unless {unless}"
    if unless and len(said) == 1 and not left and not is_long(sentence(whole)):
        yield sentence(whole)
        return
    yield from said
    if left:
        yield sentence(f"there {'is' if left == 1 else 'are'} {counted(left, 'more way')} to it")
    if unless:
        yield sentence(f"even then it does not hold once {unless}")


def _alike(found: Sequence[Requirement]) -> list[Sequence[Requirement]]:
    """Part sets by how likely they make it, the least first, unless they are a choice each."""
    if choices(found):
        return [found]
    known = sorted({each.degree for each in found})
    return [[each for each in found if each.degree == degree] for degree in known]


def _becomes(teller: Teller, found: Sequence[Requirement]) -> str:
    each = [way.degree for way in found]
    return degrees.becomes(teller.scale, min(each), max(each))


def undone_by(teller: Teller, goal: Statement, found: Sequence[Requirement]) -> str:
    """Say in a clause which other open questions would undo it, whichever set is chosen."""
    undoing = defeaters(teller.case, goal, found)
    shown = undoing if len(undoing) <= MOST_SETS else undoing[: MOST_SETS - 1]
    if not shown:
        return ""
    said = [teller.speaker.put(each.statement, each.positive) for each in shown]
    if left := len(undoing) - len(shown):
        said.append(f"one of {counted(left, 'other thing')} is so")
    return " or ".join(said) if len(said) < 3 else series(said, "or")


def would_fall(answer: Answer) -> Iterator[str]:
    """Say what would make a statement that holds fall, when little is enough."""
    goal, robust = answer.query.statement, answer.robustness
    if goal is None or robust is None or not robust.questions or goal in answer.case.assumptions:
        return
    found = requirements(answer.case, goal, fall=True, scope=Scope(most=LITTLE)).found
    few = [each for each in found if each.changes][:MOST_SETS]
    if few:
        yield from once(Teller(answer.case), "it no longer holds", few)[0]


def how_firm(answer: Answer) -> Iterator[str]:
    """Say in how many combinations of the open questions a statement holds, at which degree."""
    robust, standing, scale = answer.robustness, answer.standing, answer.case.rulebase.scale
    yield from but_for(answer)
    if robust is None or standing is None or not robust.questions or robust.of < 2:
        return
    contested, free = standing.status is Status.CONTESTED, left_open(answer)
    if robust.always and standing.basis is not Basis.FACT:
        yield sentence(f"it holds however {free} turn out{_by_degree(scale, robust)}")
    elif robust.never and not contested:
        if _is_settled(answer):
            return
        yield from _never(answer.hindrance, free)
    elif not robust.always and not robust.never:
        held = f"it holds {'uncontested ' if contested else ''}in"
        if robust.error:
            yield sentence(
                f"of the possible combinations of answers to the {number(robust.questions)} open "
                f"questions, {held} about {percent(robust.holds / robust.of)} "
                f"({plus_or_minus(robust.error)})"
            )
        else:
            yield sentence(
                f"of the {number(robust.of)} possible combinations of answers to {free}, "
                f"{held} {number(robust.holds)}{_by_degree(scale, robust)}"
            )


def _is_settled(answer: Answer) -> bool:
    """Tell whether a fact to the contrary settles a statement, which has just been told."""
    goal, facts = answer.query.statement, answer.case.facts
    return goal is not None and any(each in facts for each in answer.case.contraries(goal))


def but_for(answer: Answer) -> Iterator[str]:
    """Name the assumptions in force but for which a statement would hold, or could."""
    found, robust = answer.hindrance, answer.robustness
    if found is None or robust is None:
        return
    several = len(found.assumptions) > 1
    if _is_told(answer, found):
        these = "those assumptions are" if several else "that assumption is"
        if robust.never:
            yield sentence(f"it holds again once {these} taken back")
        return
    put = Teller(answer.case).speaker.thats_put(
        {each: degree > NONE for each, degree in found.assumptions.items()}
    )
    would, what = "could" if found.is_open else "would", "assumptions" if several else "assumption"
    yield sentence(f"it {would} hold but for the {what} {put}")


def _is_told(answer: Answer, found: Hindrance) -> bool:
    """Tell whether it is said that a statement holds without what the question itself assumes."""
    goal = answer.query.statement
    if goal is None or found.is_open or not set(found.assumptions) <= set(answer.query.assume):
        return False
    return answer.before.standing(goal).status is Status.HOLDS


def _never(found: Hindrance | None, free: str) -> Iterator[str]:
    """Say that no open question helps, unless it would hold but for an assumption."""
    if found is None:
        yield sentence(f"no way of answering {free} makes it hold")
    elif found.is_open:
        these = "those are" if len(found.assumptions) > 1 else "that is"
        yield sentence(f"as long as {these} assumed, no way of answering {free} makes it hold")


def left_open(answer: Answer) -> str:
    """Name the open questions about which nothing is assumed."""
    answered = any(each in answer.case.rulebase.question for each in answer.case.assumptions)
    return "the other open questions" if answered else "the open questions"


def _by_degree(scale: Scale, robust: Robustness) -> str:
    """Say in how many combinations it holds at which degree, where there are several."""
    if robust.error:
        return ""
    reached = [(degree, held) for degree, held in enumerate(robust.at_degree, 1) if held]
    said = [f"{degrees.how(scale, n)} in {number(held)}" for n, held in reached]
    return f", {named(said)}" if len(said) > 1 else ""


def plus_or_minus(error: float) -> str:
    """Say how far a share may be off that was seen in a sample, in percentage points."""
    return f"by a sample: give or take {max(1, round(error * 100))} in a hundred"
