"""What a supposition just misses: a rule of which only a day or number does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from arguendo.explanation.in_vain import in_vain
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.wording.beside import other_changes
from arguendo.wording.grammar import sentence, series
from arguendo.wording.obstacles import short_of
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller

MOST = 2
"""Conclusions of which it is told why they are missed."""


def missed(answer: Answer) -> Iterator[Block]:
    """Tell which conclusions a day or number that is supposed keeps from being reached."""
    told = dict(_missed(answer))
    yield Block(Role.REASON, tuple(islice(told.values(), MOST)))


def _missed(answer: Answer) -> Iterator[tuple[Statement, str]]:
    case, teller = answer.case, Teller(answer.case)
    changed = {change.statement for change in other_changes(answer)}
    for rule in case.rulebase.rules if answer.query.assume else ():
        for branch in rule.branches:
            for found, unmet in in_vain(case, branch, {}):
                given = [each for each in unmet if each.given in answer.query.assume]
                clauses = [clause for each in given for clause in short_of(teller, each)]
                for claim in (each.bind(found) for each in rule.claims if given):
                    if claim.is_ground and claim not in changed and not case.holds(claim):
                        yield claim, sentence(f"{teller.that(claim)}: {series(clauses)}")
