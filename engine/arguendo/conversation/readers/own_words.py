"""Turns of phrase that are a rule base's own words: `all-day ban justified?`.

Where a short text says no more than a statement does, nothing of it tells what else is wanted. A
word or two may only name what a statement says.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from arguendo.conversation.english.stems import stem
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.statements.sentences import words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

FEWEST, MOST = 2, 8
"""Words of such a text."""
MOST_OF_TOPIC, MOST_OF_SEVERAL = 4, 3
"""Words that may only name a topic, and statements that are then offered."""
UNSURE = 0.5
_ASKING = words_of("open_questions") | words_of("question_pronouns") | words_of("conjunctions")


def read(said: Utterance) -> Query | None:
    """Read a text as one for a statement whose words are all that it has besides names.

    Not one for advice: `recommendations for Ann?` asks for all of it.
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


def topic(said: Utterance) -> Query | None:
    """Read a word or two that only name what a statement says: `night opening`; asked back about.

    All of them have to be words of the statement, or of kin to them. A rule base that tells what
    words speak for is read by these.
    """
    if (
        not said.is_hintless
        or len(said.said) != 1
        or len(said.said[0]) > MOST_OF_TOPIC
        or said.parts.assumed
    ):
        return None
    (sentence,) = said.said
    if any(word.text in _ASKING for word in sentence.words):
        return None
    context = said.context
    spoken = values.content_of(said, sentence, ()) - set(map(stem, words_of("topical")))
    kin = [{word, *context.index.derived(word)} for word in spoken]
    known = context.case.rulebase.vocabulary.predicates.values()
    named = [
        each.id
        for each in known
        if kin and any(_has_all(words_of_template(says), kin) for says in (each.says, *each.also))
    ]
    found = [
        statement
        for name in named
        for statement in context.matcher.foreseen.of(name)
        if not said.entities or set(said.entities) & set(statement.arguments)
    ]
    if not 0 < len(found) <= MOST_OF_SEVERAL:
        return None
    found.sort(key=lambda each: not context.is_derived(each))
    first, *others = (Query(Intent.ASK, each, confidence=UNSURE, clarify=True) for each in found)
    return replace(first, alternatives=tuple(others))


def _has_all(words: frozenset[str], kin: Sequence[Set[str]]) -> bool:
    return all(not words.isdisjoint(each) for each in kin)
