"""Turns of phrase that are a rule base's own words: `all-day ban justified?`.

Where a short text says no more than a statement does, nothing of it tells what else is wanted.
"""

from __future__ import annotations

from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

FEWEST, MOST = 2, 8
"""Words of such a text."""
_ASKING = words_of("open_questions") | words_of("question_pronouns") | words_of("conjunctions")


def read(said: Utterance) -> Query | None:
    """Read a text as one for a statement whose words are all that it has besides names.

    Words of advice ask for advice: `recommendations for Ann?`.
    """
    if len(said.said) != 1 or not FEWEST <= len(said.said[0]) <= MOST or said.parts.assumed:
        return None
    (sentence,) = said.said
    stems, mentions = [word.stem for word in sentence.words], said.mentions(sentence)
    if not mentions or any(word.text in _ASKING for word in sentence.words):
        return None
    spoken = values.content_of(said, sentence, ())
    turns = {stems[place] for cue in cues.intents().find(stems, mentions) for place in cue.places}
    if spoken.isdisjoint(turns):
        return None  # nothing misleads
    asked = said.whole.wants(Intent.ASK)
    advice = said.context.case.rulebase.advice
    found = [
        each
        for each in asked.readings(Intent.ASK)
        if each.statement.predicate not in advice
        and _says_just(said, each.statement.predicate, spoken)
    ]
    if not found:
        return None
    return asked.about(Query(Intent.ASK), found)


def _says_just(said: Utterance, predicate: str, spoken: frozenset[str]) -> bool:
    """Tell whether one of the sentences of a predicate says just some words besides names."""
    declared = said.context.case.rulebase.vocabulary.predicates.get(predicate)
    sentences = (declared.says, *declared.also) if declared else ()
    return any(words_of_template(says) == spoken for says in sentences)
