"""Numbers asked for by their units: `what part of them?` in percent, `how long?` in days."""

from __future__ import annotations

from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.statements.literals import units
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from arguendo.statements import Sort


def shared(said: Utterance) -> Query | None:
    """Read a question how large a part of something is, which what holds tells in percent."""
    return _in_units(said, "share", words_of("shares"))


def lasts(said: Utterance) -> Query | None:
    """Read a question how long, which what holds tells in days, weeks or the like."""
    return _in_units(said, "lasting", words_of("spans"))


def _in_units(said: Utterance, group: str, known: frozenset[str]) -> Query | None:
    """Read a question for a number of some units."""
    if len(said.said) != 1 or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    predicates = said.context.case.rulebase.vocabulary.predicates
    for cue in cues.group("values", group).find([word.stem for word in sentence.words]):
        found = [
            values.asking(each, Sort.NUMBER)
            for each in values.told(
                said, values.content_of(said, sentence, cue.places), Sort.NUMBER
            )
            if not known.isdisjoint(units([predicates[each.predicate]]))
        ]
        return values.offered(found) if found else None
    return None
