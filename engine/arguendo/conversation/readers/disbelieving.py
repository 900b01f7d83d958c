"""What somebody only says not to believe, which asks for it: `I don't believe that he pays`."""

from __future__ import annotations

from arguendo.conversation.english import sayings
from arguendo.conversation.readers import asking
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

_SUPPOSING = (Intent.ASSUME, Intent.RETRACT, Intent.WHAT_IF)


def read(said: Utterance) -> Query | None:
    """Ask for what a text says not to be believed, and nothing else; not for what was assumed."""
    if len(said.said) != 1 or said.parts.stance is not None or not said.entities:
        return None
    goes_on = any(word.before for word in said.said[0].words)
    if goes_on and said.likely.ranked[0][0] in _SUPPOSING:
        return None  # `I do not buy it, so treat him as proven to be another`
    words = tuple(word.text for word in said.said[0].words)
    if not any(words[: len(each)] == each for each in sayings.of("disbelieving", "opens")):
        return None
    told = read_assumptions(said.context, [said.said[0].words]).truth
    if any(each in said.context.case.assumptions for each in told):
        return None
    wants = said.wants(Intent.ASK)
    readings = wants.readings(Intent.ASK)
    if not readings or (readings[0].traits and readings[0].traits.wordless):
        return None
    return asking.asks(wants, Intent.ASK)
