"""What could change an answer: the smallest sets of changes, and how firm it is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

from arguendo.explanation.requirements import Requirement, requirements
from arguendo.explanation.robustness import Robustness
from arguendo.inquiry.answer import Answer
from arguendo.scale import Scale
from arguendo.statements import Literal
from arguendo.valuation import Basis, Standing, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import counted, named, number, percent, sentence, series
from arguendo.wording.teller import Teller

MOST_SETS = 3
"""Sets of changes written out in a sentence."""


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


def condition(teller: Teller, found: Sequence[Requirement]) -> str:
    """Join sets of changes to one condition: `a, b, and either c or d`."""
    speaker, groups = teller.speaker, choices(found)
    if len(groups) == 1 and len(groups[0]) > 1:
        return ", or once ".join(speaker.put(each.statement, each.positive) for each in groups[0])
    if groups:
        single = [group[0] for group in groups if len(group) == 1]
        said = [speaker.changes(single)] if single else []
        said += [f"either {speaker.changes(group, 'or')}" for group in groups if len(group) > 1]
        return series(said)
    return "; or once ".join(speaker.changes(each.changes) for each in found[:MOST_SETS])


def would_hold(teller: Teller, found: Sequence[Requirement]) -> Iterator[str]:
    """Say what would make a statement hold."""
    if not found or not found[0].changes:
        return
    degree, best = min(each.degree for each in found), max(each.degree for each in found)
    lead = degrees.becomes(teller.scale, degree, best)
    yield sentence(f"{lead} once {condition(teller, found)}")
    if len(found) > MOST_SETS and not choices(found):
        left = len(found) - MOST_SETS
        yield sentence(f"there {'is' if left == 1 else 'are'} {counted(left, 'more way')} to it")


def would_fall(answer: Answer) -> Iterator[str]:
    """Say what would make a statement that holds fall, when little is enough."""
    goal, robust = answer.query.statement, answer.robustness
    if goal is None or robust is None or not robust.questions or goal in answer.case.assumptions:
        return
    found = [each for each in requirements(answer.case, goal, fall=True).found if each.changes]
    few = [each for each in found if len(each.changes) <= 2][:MOST_SETS]
    if few:
        yield sentence(f"it no longer holds once {condition(Teller(answer.case), few)}")


def how_firm(scale: Scale, robust: Robustness | None, standing: Standing) -> Iterator[str]:
    """Say in how many combinations of the open questions a statement holds, at which degree."""
    if robust is None or not robust.questions or robust.of < 2:
        return
    contested = standing.status is Status.CONTESTED
    if robust.always and standing.basis is not Basis.FACT:
        yield sentence(f"it holds however the open questions turn out{_by_degree(scale, robust)}")
    elif robust.never and not contested:
        yield sentence("no way of answering the open questions makes it hold")
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
                f"of the {number(robust.of)} possible combinations of answers to the open "
                f"questions, {held} {number(robust.holds)}{_by_degree(scale, robust)}"
            )


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
