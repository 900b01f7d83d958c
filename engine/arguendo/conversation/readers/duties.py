"""What is to be done, asked of what was spoken of: `should it go back?`, `must we pay it?`."""

from __future__ import annotations

from arguendo.conversation.ranking.owing import owed_alone
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.9


def read(said: Utterance) -> Query | None:
    """Read a question that names nobody as one about the one statement that says what is to be."""
    owed = owed_alone(said.context, said.said)
    return Query(Intent.ASK, owed, confidence=SURE) if owed is not None else None
