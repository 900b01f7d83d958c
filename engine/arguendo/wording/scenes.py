"""The scene of a question, and what would turn its answer, for readers who know nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.case import Case
from arguendo.explanation.requirements import Requirement
from arguendo.inquiry.answer import Answer
from arguendo.problems import printable
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.valuation import Basis
from arguendo.wording import degrees
from arguendo.wording.answers import word
from arguendo.wording.grammar import sentence
from arguendo.wording.outlook import condition
from arguendo.wording.page import Block, Page, Role
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller


def scene(case: Case, facts: Sequence[Statement]) -> str:
    """Say which facts are reported, and what is assumed: a line each."""
    return "\n".join(map(printable, _scene(case, facts)))


def _scene(case: Case, facts: Sequence[Statement]) -> Iterator[str]:
    speaker = Speaker(case.rulebase)
    if facts:
        yield "Reported:"
        yield from (f"- {sentence(speaker.says(each))}" for each in facts)
    if case.assumptions:
        yield "Assumed:"
        for each, degree in case.assumptions.items():
            yield f"- {sentence(_assumed(speaker, each, degree))}"
    if not (facts or case.assumptions):
        yield "Nothing that bears on it is reported or assumed."


def _assumed(speaker: Speaker, statement: Statement, degree: int) -> str:
    """Say what is assumed, and how surely where that is less than for a fact."""
    scale = speaker.rulebase.scale
    if degree in (NONE, scale.top):
        return speaker.put(statement, degree > NONE)
    return f"{degrees.that(scale, degree, Basis.RULE)} {speaker.says(statement)}"


def answered(answer: Answer, falls: Sequence[Requirement]) -> Page:
    """Put an answer in words, with what would make it fall where that is known."""
    page = word(answer)
    if not falls:
        return page
    said = sentence(f"it no longer holds {condition(Teller(answer.case), falls)}")
    return Page((*page.blocks, Block(Role.OUTLOOK, (printable(said),))))
