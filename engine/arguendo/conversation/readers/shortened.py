"""Statements of which a question says but the beginning: `is Ann eligible?`, for the lower rate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.sentences import unfilled
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

_BEING = words_of("forms_of_be")


def read(said: Utterance) -> Query | None:
    """Read a question that seemed to lie beyond, and says nothing but how a statement begins.

    Where several begin so, it is asked back which of them is meant.
    """
    words = said.said[0].words
    mentions = said.mentions(said.said[0])
    if len(said.said) != 1 or len(mentions) != 1 or mentions[0].start != 1:
        return None
    rest = [word.text for word in words[mentions[0].end :]]
    if words[0].text not in _BEING or not rest or said.parts.assumed:
        return None
    asked = said.whole.wants(Intent.ASK)
    found = [each for each in asked.readings(Intent.ASK) if _begins(said, each, rest)]
    if not found:
        return None
    query = asked.about(Query(Intent.ASK), found)
    several = len({each.statement.predicate for each in found}) > 1
    return replace(query, clarify=query.clarify or several)


def _begins(said: Utterance, reading: Reading, rest: Sequence[str]) -> bool:
    """Tell whether a sentence of a statement says just so much of whom is named, then leads on."""
    predicate = said.context.case.rulebase.vocabulary.predicates[reading.statement.predicate]
    for says in (predicate.says, *predicate.also):
        told = unfilled(says) if says.startswith("{") else []
        while told and told[0] in _BEING:
            told = told[1:]
        more = told[len(rest) :]
        if told[: len(rest)] == [*rest] and more and more[0] in words_of("leads_on"):
            return True
    return False
