"""One case under two rule bases, in English: what each concludes, and where and why they part."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.authoring.competing import Competition
from arguendo.authoring.difference import Shift
from arguendo.authoring.edits import Deed, Edit, Matter
from arguendo.authoring.telling import name_of, stands
from arguendo.case import Case
from arguendo.explanation.why import why
from arguendo.statements import Statement
from arguendo.wording.grammar import capital, counted, named, quoted, sentence, series
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.reasons import because
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.shifts import shortened
from arguendo.wording.teller import Teller

MOST_SHIFTS = 12
"""Conclusions listed side by side."""


def competition_page(found: Competition, first: str, second: str) -> Page:
    """Tell what two rule bases conclude, the first step over which they part, and what made it."""
    first, second = quoted(first), quoted(second)
    blocks = [Block(Role.ANSWER, (capital(sentence(_summary(found, first, second))),))]
    parts_at = found.parts_at
    if parts_at:
        blocks.append(Block(Role.REASON, tuple(_parting(found, parts_at, first, second))))
        blocks += _both_versions(found, parts_at, first, second)
    lines = [_side_by_side(found, shift) for shift in found.shifts]
    if len(lines) > 1:
        heading = f"What each concludes: {first}, then {second}"
        blocks.append(Block(Role.LIST, tuple(shortened(lines, MOST_SHIFTS)), heading))
    return Page(tuple(blocks))


def _summary(found: Competition, first: str, second: str) -> str:
    says = Teller(found.second).says
    over = f"whether {says(found.parts_at.statement)}" if found.parts_at else ""
    alike = f"{counted(found.alike, 'conclusion')}"
    if found.goal is None and over:
        agree = f" and agree in {alike}" if found.alike else ""
        differ = counted(len(found.shifts), "conclusion")
        return f"{first} and {second} differ in {differ}{agree}; they part first over {over}"
    if found.goal is None:
        return f"{first} and {second} agree in all that they conclude: {alike}"
    whether = f"whether {says(found.goal)}"
    if found.parts_at and found.parts_at.statement == found.goal:
        return f"{first} and {second} part over {whether}, and over nothing before it"
    how = _how(found.first, found.goal)
    if found.goal in [shift.statement for shift in found.shifts]:
        return f"{first} and {second} differ over {whether}; they part first over {over}"
    if over:
        return f"{first} and {second} agree on {whether} ({how}), but part on the way over {over}"
    return f"{first} and {second} agree on {whether} ({how}), and on all that bears on it"


def _how(case: Case, statement: Statement) -> str:
    return Teller(case).short(case.standing(statement))


def _parting(found: Competition, shift: Shift, first: str, second: str) -> Iterator[str]:
    """Say how each has the step over which they part, and what accounts for it."""
    for name, case in ((first, found.first), (second, found.second)):
        teller, proof = Teller(case), why(case, shift.statement)
        reason = because(teller, proof.steps[0]) if proof else ""
        yield sentence(f"in {name} {teller.that(shift.statement)}{reason and f', {reason}'}")
    told = [_edit(found, edit, first, second) for edit in shift.because]
    if not told:
        return
    if len(told) == 1:
        yield sentence(f"what accounts for it is that {told[0]}")
    elif shift.together:
        yield sentence(f"what accounts for it, all together, is that {series(told)}")
    else:
        yield sentence(f"each of these alone accounts for it: {'; '.join(told)}")


def _edit(found: Competition, edit: Edit, first: str, second: str) -> str:
    """Say of one thing that differs who has it, or in what it differs."""
    name = name_of(found.versions, edit)
    if edit.matter is Matter.FACT:
        what = f"it is reported that {name.strip('“”')}"
    else:
        what = f"the {edit.matter.value} {name} stands"
    if edit.deed is Deed.CHANGED:
        return f"the {edit.matter.value} {name} differs in its {named(edit.parts)}"
    return f"{what} only in {second if edit.deed is Deed.ADDED else first}"


def _both_versions(found: Competition, shift: Shift, first: str, second: str) -> Iterator[Block]:
    """Put the two forms of each rule that differs below one another."""
    for edit in shift.because:
        if edit.matter is Matter.RULE and edit.deed is Deed.CHANGED:
            lines = [
                f"{name}: {rule_in_prose(base, base.rule[edit.name]).lines[0]}"
                for name, base in (
                    (first, found.versions.before),
                    (second, found.versions.after),
                )
            ]
            heading = f"The rule {name_of(found.versions, edit)}"
            yield Block(Role.LIST, tuple(lines), heading)


def _side_by_side(found: Competition, shift: Shift) -> str:
    one, other = found.versions.before, found.versions.after
    says = Teller(found.second).says(shift.statement)
    return sentence(f"{says}: {stands(one, shift.before)}, then {stands(other, shift.after)}")
