"""What a supposition changes together with an answer to an open question, but not alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from arguendo.case import Case
from arguendo.explanation.changes import Change, changes
from arguendo.explanation.questions import open_questions
from arguendo.inquiry.answer import Answer
from arguendo.statements import Statement
from arguendo.strata import foundations, reached
from arguendo.wording.beside import other_changes, replaced_by
from arguendo.wording.grammar import sentence
from arguendo.wording.page import Block, Role
from arguendo.wording.shifts import effect
from arguendo.wording.teller import Teller

MOST_TRIED = 12
"""Open questions of which it is looked whether they make a difference."""


def would_matter(answer: Answer) -> Iterator[Block]:
    """Say once what a supposition makes a difference, where it makes none by itself."""
    if other_changes(answer) or not answer.query.assume:
        return
    found = {
        each: told
        for each in _leading_on(answer)[:MOST_TRIED]
        if (told := _with(answer.before, answer.case, each, dict(replaced_by(answer))))
    }
    if not found:
        return
    teller, most = Teller(answer.case), max(found, key=lambda each: len(found[each]))
    once, says = teller.speaker.once([most]), teller.says(most)
    differs = sentence(f"it makes a difference {once} {says}")
    than = f"compared with what follows from that alone, {effect(teller, found[most])}"
    yield Block(Role.OUTLOOK, (f"{differs} {sentence(than)}",))


def _leading_on(answer: Answer) -> list[Statement]:
    """List the open questions from which rules lead to something that hangs on what is supposed.

    Of all others the standing of everything would be looked at in vain.
    """
    rulebase = answer.case.rulebase
    above: dict[str, set[str]] = {}
    for concluded, founded_on in foundations(rulebase.rules, rulebase.excluding).items():
        for each in founded_on:
            above.setdefault(each, set()).add(concluded)

    def led_to(predicates: Iterable[str]) -> set[str]:
        return reached(predicates, lambda each: above.get(each, ()))

    supposed = led_to(each.predicate for each in answer.query.assume)
    return [
        each
        for each in open_questions(answer.case)
        if not supposed.isdisjoint(led_to([each.predicate]))
    ]


def _with(
    before: Case, after: Case, question: Statement, known: Mapping[Statement, Statement]
) -> tuple[Change, ...]:
    """List what else is otherwise once a question is answered with yes."""
    told = changes(before.assume(question), after.assume(question))
    return tuple(each for each in told if each.statement not in known)
