"""A fact or question that stands there twice, or a statement that is both."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.case import Case
from arguendo.facts import Fact, Question
from arguendo.problems import Problem
from arguendo.review.findings import said, warning
from arguendo.statements import Statement


def check(case: Case) -> Iterator[Problem]:
    """Report each at its second place."""
    first: dict[Statement, Fact | Question] = {}
    stated: list[Fact | Question] = [*case.rulebase.facts, *case.rulebase.questions]
    for each in stated:
        known = first.setdefault(each.statement, each)
        if known is not each:
            there = f" ({known.span})" if known.span else ""
            yield warning(
                "stated-twice",
                f"{said(case.rulebase, each.statement)} {_how(known, each)}{there}",
                each.span,
                _hint(known, each),
            )


def _how(known: Fact | Question, again: Fact | Question) -> str:
    if type(known) is type(again):
        return f"is {'a fact' if isinstance(known, Fact) else 'an open question'} already"
    return "is asked as an open question, and is a fact"


def _hint(known: Fact | Question, again: Fact | Question) -> str:
    if type(known) is type(again):
        return "keep one of the two, with the sources of both"
    return "take it from the facts if it is open, or from the questions if it is not"
