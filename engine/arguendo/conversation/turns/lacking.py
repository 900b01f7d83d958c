"""The others: `and who doesn't?` after a question of several."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.turns.again import put_again
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Quantity, Query


def read(said: Utterance) -> Query | None:
    """Read a question for those of whom it does not hold what was just asked of several."""
    last = said.context.last
    if len(said.said) != 1 or last is None or last.quantified is None:
        return None
    words = [word.text for word in said.said[0].words]
    if not sayings.is_one(words, "lacking", "words"):
        return None
    of_all = last.quantified.quantity not in (Quantity.MOST, Quantity.LEAST)
    asked = replace(last.quantified, quantity=Quantity.WHICH) if of_all else last.quantified
    return replace(put_again(last), quantified=asked, denied=True)
