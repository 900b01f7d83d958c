"""What comes in the place of what does not hold: `and what happens instead?`.

That is what holds as things stand and would not if it held, or if what all is about did.
"""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.ranking import target
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.changes import consequences
from arguendo.inquiry.goals import is_advice, main_lacking
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

UNSURE = 0.6
"""How sure it is that this is meant: nothing of it was named."""


def read(said: Utterance) -> Query | None:
    """Ask back about what comes instead; where nothing does, tell all that follows."""
    context, words = said.context, [word.text for each in said.said for word in each.words]
    goal = context.conclusion
    if goal is None or context.holds(goal) or not sayings.is_one(words, "instead", "words"):
        return None
    found = next(_in_its_place(context, goal), None)
    if found is None:
        return Query(Intent.WHAT_FOLLOWS, confidence=UNSURE, clarify=True)
    return Query(Intent.ASK, found, confidence=UNSURE, clarify=True)


def _in_its_place(context: Context, goal: Statement) -> Iterator[Statement]:
    """Go through what holds and would not, were something lacking so: the goal before the main."""
    case, main = context.case, main_lacking(context.case)
    above = [main] if main and main != goal and target.depends(context, [goal], main) else []
    for lacking in (goal, *above):
        for change in consequences(case, lacking).changes:
            lost = change.before.degree > 0 and not change.after.degree
            if lost and not is_advice(case, change.statement):
                yield change.statement
