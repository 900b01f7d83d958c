"""What was changed in a mutant, and how a test would notice it, in words."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.rulebase import RuleBase
from arguendo.rules import AtLeast, Comparison, Condition, Rule
from arguendo.testing.mutants import Kind, Mutant
from arguendo.testing.mutation import Witness
from arguendo.wording.expectations import in_a_word, stands
from arguendo.wording.grammar import number, quoted
from arguendo.wording.rules import condition_in_prose
from arguendo.wording.teller import Teller

_PARTS = {
    Kind.GROUND: "without the ground",
    Kind.COMPARISON: "without the comparison",
    Kind.ABSENCE: "without the condition",
    Kind.ALTERNATIVE: "without the alternative",
    Kind.REBUTTAL: "without the rebuttal",
    Kind.REBUTTAL_PART: "without this part of a rebuttal:",
}


def change(rulebase: RuleBase, mutant: Mutant) -> str:
    """Say what is different in a mutant, without a capital."""
    if mutant.changed is None:
        return "without the rule"
    if mutant.kind in (Kind.WEAKER, Kind.STRONGER):
        word = rulebase.scale.word
        now, before = word(mutant.changed.qualifier) or "", word(mutant.rule.qualifier) or ""
        return f"says {quoted(now)} instead of {quoted(before)}"
    if mutant.kind is Kind.OVERRIDE:
        return f"without precedence over {mutant.overridden}"
    part = mutant.part or mutant.rule.condition
    if isinstance(part, AtLeast) and mutant.kind in (Kind.FEWER, Kind.MORE):
        count = part.number
        changed = count + (1 if mutant.kind is Kind.MORE else -1)
        asked = f"at least {number(changed)} instead of {number(count)}"
        return f"asks for {asked} of the alternatives"
    return f"{_PARTS[mutant.kind]} {quoted(_written(rulebase, mutant.rule, part))}"


def _written(rulebase: RuleBase, rule: Rule, part: Condition) -> str:
    """Say a condition in words, but a comparison as it is written: it is about the variables."""
    if isinstance(part, Comparison):
        return f"{part.left} {part.operator} {part.right}"
    return condition_in_prose(rulebase, rule, part)


def noticed_by(witness: Witness) -> Iterator[str]:
    """Say, a line each, what a test would assume and expect so as to notice a mutant.

    It is said as in a file, unless no single word tells the two apart.
    """
    teller, changed = Teller(witness.case), Teller(witness.mutant)
    for statement, positive in witness.assumptions.items():
        yield f"{'assume' if positive else 'suppose away'}: {teller.says(statement)}"
    here = witness.case.standing(witness.statement)
    there = witness.mutant.standing(witness.statement)
    say = stands if in_a_word(teller, here) == in_a_word(changed, there) else in_a_word
    now, then = say(teller, here), say(changed, there)
    yield f"expect: {teller.says(witness.statement)}: {now} (the mutant: {then})"
