"""Two things side by side, in words: how the same stands for each, and what accounts for it."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.counterparts import Apart, Counterparts, Pair
from arguendo.explanation.why import why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.wording.grammar import counted, is_long, sentence
from arguendo.wording.obstacles import failures
from arguendo.wording.page import Block, Role
from arguendo.wording.reasons import concluded
from arguendo.wording.rules import unmet
from arguendo.wording.shifts import shortened
from arguendo.wording.teller import Teller

MOST_LINES = 8


def side_by_side(answer: Answer) -> Iterator[Block]:
    """Word how two entities compare: in one statement, or in all that is concluded of either."""
    found = answer.counterparts
    if found is None:
        return
    teller = Teller(answer.case)
    if found.asked is not None:
        yield from _in_one(teller, found, found.asked)
    else:
        yield from _in_all(teller, found)


def _in_one(teller: Teller, found: Counterparts, asked: Pair) -> Iterator[Block]:
    case = teller.case
    one, other = case.standing(asked.one), case.standing(asked.other)
    parted = bool(one.degree) is not bool(other.degree)
    lead = (
        ""
        if (one.status, one.degree) != (other.status, other.degree)
        else "it is the same for both: "
    )
    mark = "; " if lead or not parted else ", but "
    yield Block(
        Role.ANSWER,
        (sentence(f"{lead}{teller.that(asked.one)}{mark}{teller.that(asked.other)}"),),
    )
    if found.apart:
        lines = [sentence(_told_apart(teller, each)) for each in found.apart]
        several = "What accounts for it" if len(lines) > 1 else ""
        yield Block(Role.LIST if several else Role.REASON, tuple(lines), several)
    else:
        reasons = [line for each in (asked.one, asked.other) for line in _reason(teller, each)]
        if reasons:
            yield Block(Role.REASON, tuple(dict.fromkeys(reasons)))


def _told_apart(teller: Teller, each: Apart) -> str:
    """Say in a clause what holds of one of two, and not of the other."""
    if each.unmet is not None:
        short = ", and ".join(unmet(teller.speaker, each.unmet))
        return f"{short}, while {teller.tagged(each.has)}"
    return f"{teller.tagged(each.has)}, while {teller.lacking([each.lacks])}"


def _reason(teller: Teller, statement: Statement) -> Iterator[str]:
    """Say what a statement rests on, or what its nearest argument lacks."""
    proof = why(teller.case, statement)
    if proof is None:
        yield from failures(teller, why_not(teller.case, statement), 1)
    elif proof.steps[0].rule is not None:
        yield concluded(teller, teller.that(statement), proof.steps[0])


def _in_all(teller: Teller, found: Counterparts) -> Iterator[Block]:
    one, other = teller.speaker.name(found.one), teller.speaker.name(found.other)
    differing = found.differing
    if differing:
        first = teller.says(differing[0].one)
        said = f"{one} and {other} differ in {counted(len(differing), 'conclusion')}"
        said += f", first of all in whether {first}" if len(differing) > 1 else ""
    else:
        said = f"nothing that is concluded stands otherwise for {one} than for {other}"
    yield Block(Role.ANSWER, (sentence(said),))
    lines = [sentence(_standings(teller, pair)) for pair in differing]
    if lines:
        heading = f"What differs: for {one}, then for {other}"
        yield Block(Role.LIST, tuple(shortened(lines, MOST_LINES)), heading)
    told = [sentence(_both(teller, pair)) for pair in found.told]
    if told:
        yield Block(Role.LIST, tuple(shortened(told, MOST_LINES)), "What is reported of each")


def _standings(teller: Teller, pair: Pair) -> str:
    one, other = (teller.short(teller.case.standing(each)) for each in (pair.one, pair.other))
    return f"{teller.says(pair.one)}: {one}, then {other}"


def _both(teller: Teller, pair: Pair) -> str:
    one, other = teller.says(pair.one), teller.says(pair.other)
    both = f"{one}, {other}"
    return f"{one}; {other}" if is_long(both) else both
