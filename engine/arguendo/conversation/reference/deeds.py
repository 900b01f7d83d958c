"""What *he* or *she* does of whom the last statement does not speak: `what if she does?`."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.ranking.target import SUBJECTS
from arguendo.statements import Statement

LEAST = 1.6
"""How well the last question must speak of what somebody may do."""


def of_pronoun(context: Context, words: Sequence[str]) -> Statement | None:
    """Return what the last question told that a person may do, where its answer speaks of nobody.

    `Until when can she pay?`, answered by a day until which the office takes money.
    """
    pronouns, goal = SUBJECTS.intersection(words), context.goal
    people = context.index.names.people
    if not pronouns or goal is None or not people.isdisjoint(goal.arguments):
        return None

    def may_do(statement: Statement) -> bool:
        doer = statement.arguments[:1]
        meant = any(each in people and context.may_be(each, pronouns) for each in doer)
        return meant and context.is_open(statement)

    piece = context.matcher.piece(plain_words(context.state.turns[-1].question), context.around)
    found = context.matcher.ranked(piece, lambda each, true: float(true and may_do(each)), 1)
    return next((each.statement for each in found if each.score >= LEAST), None)
