"""What speaks against a statement that holds, in words: what gives way, and what would not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from arguendo.case import Case
from arguendo.explanation.objections import Exemption, Objection, exemptions, objections
from arguendo.explanation.requirements import Requirement, Requirements
from arguendo.explanation.thresholds import kept
from arguendo.explanation.why import Proof
from arguendo.explanation.why_not import why_not
from arguendo.rules import Rule
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.wording.grammar import named, quoted, sentence, series
from arguendo.wording.obstacles import by_rule, short_of
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller
from arguendo.wording.thresholds import beyond

MOST = 3
"""Arguments against it, and exceptions, that are told."""
HEADING = "What speaks against it"
REACHING = "How far its numbers may go"


def against(teller: Teller, proof: Proof, found: Requirements) -> Iterator[Block]:
    """Tell the arguments for the contrary, and the exceptions that are not told as needed yet."""
    given_way = [_objection(teller, each) for each in objections(teller.case, proof)]
    changed = [_changed(teller.case, each) for each in found.found]
    new = [e for e in exemptions(proof) if not any(case.holds(e.statement) for case in changed)]
    lines = dict.fromkeys((*given_way[:MOST], *_exempted(teller, new[:MOST])))
    yield Block(Role.REASON, tuple(lines), HEADING)
    yield Block(Role.REASON, tuple(islice(_limited(teller, proof), MOST)), REACHING)


def _changed(case: Case, sets: Requirement) -> Case:
    top = case.rulebase.scale.top
    return case.assume_all({s.statement: top if s.positive else NONE for s in sets.changes})


def _objection(teller: Teller, objection: Objection) -> str:
    """Say what an argument concludes and from what, and what goes before it."""
    speaker = teller.speaker
    given = f", given that {speaker.all_of(objection.grounds)}" if objection.grounds else ""
    claim = f"{_titled(objection.rule)} concludes that {teller.says(objection.claim)}{given}"
    if not objection.overridden_by:
        return sentence(claim)
    before = named([_titled(rule) for rule in objection.overridden_by])
    verb = "takes" if len(objection.overridden_by) == 1 else "take"
    return f"{sentence(claim)} {sentence(f'But {before} {verb} precedence')}"


def _exempted(teller: Teller, found: list[Exemption]) -> Iterator[str]:
    for each in found:
        if each.step.rule is not None:
            rule, says = _titled(each.step.rule), teller.says(each.statement)
            short = f": {series(lacks)}" if (lacks := _short(teller, each.statement)) else ""
            yield sentence(f"{rule} does not apply if {says}, but nothing shows that{short}")


def _short(teller: Teller, statement: Statement) -> list[str]:
    """Say of which number it falls short that something does not hold."""
    rules = by_rule(why_not(teller.case, statement))
    return [clause for each in rules[:1] for u in each[0].unmet for clause in short_of(teller, u)]


def _limited(teller: Teller, proof: Proof) -> Iterator[str]:
    """Say how far the numbers may go by which the argument stands."""
    for threshold, ground in kept(proof).items():
        rule, tagged = _titled(threshold.rule), teller.tagged(ground)
        yield sentence(f"{beyond(teller, threshold)} {rule} would not apply; {tagged}")


def _titled(rule: Rule) -> str:
    return quoted(rule.title) if rule.title else "a rule"
