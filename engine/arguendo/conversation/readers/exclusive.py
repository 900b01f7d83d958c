"""Questions whether something is so of one alone: `is Leo the only one who …?`.

What a rule base says of one tells nothing of others, so that such a question is about these: of
whom else it holds. Where the statement itself says that there is no other, that is what is asked.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.english.numerals import small
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.instances import opened
from arguendo.inquiry.query import Intent, Quantified, Quantity, Query

UNSURE = 0.5
"""How sure a reading is at most that leaves out that it is asked of one alone."""


def asked(said: Utterance, query: Query) -> Query:
    """Ask about all others where something is asked of one alone."""
    if query.intent is not Intent.ASK or query.statement is None or query.quantified is not None:
        return query
    excluding = {
        word.text
        for sentence in said.said
        for word, behind in pairwise((*sentence.words, None))
        if word is not None and word.text in words_of("excluding") and not _is_number(behind)
    }
    statement = query.statement
    predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
    own = {word for each in (predicate.says, *predicate.also) for word in plain_words(each)}
    if not excluding or not excluding.isdisjoint(own):
        return query
    named, alone = set(said.entities), _alone(said)
    place = next((p for p, term in enumerate(statement.arguments) if term in alone), None)
    if place is None or query.denied:
        return replace(query, clarify=True, confidence=min(query.confidence, UNSURE))
    one = statement.arguments[place]
    pattern = opened(statement, place, named)
    return replace(query, quantified=Quantified(Quantity.ONLY, pattern, besides=(one,)))


def _is_number(word: Word | None) -> bool:
    """Tell whether a word is a number: `only five` excludes nobody, `the only one` does."""
    return word is not None and (word.text.isdigit() or small(word.text) not in ("", "1"))


def _alone(said: Utterance) -> set[str]:
    """Return who is named before the word that excludes others, or right behind it."""
    found: set[str] = set()
    for sentence in said.said:
        words = [word.text for word in sentence.words]
        place = next((p for p, word in enumerate(words) if word in words_of("excluding")), None)
        for mention in said.mentions(sentence) if place is not None else ():
            if place is not None and mention.start <= place + 1:
                found.update(mention.entities)
    return found
