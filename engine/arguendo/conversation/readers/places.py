"""Where something is done, which a statement tells: `where does the van deliver?`."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.english.words import Sentence, Word, sentences
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import quantifying
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.instances import kinds_asked
from arguendo.inquiry.query import Intent, Query

_LEADING = words_of("pleasantries") | words_of("leading")
_STRONG, _SURELY = 2, 0.9
"""The weight of turns of phrase that ask for something else; how likely that is then."""


def read(said: Utterance) -> Query | None:
    """Read a question where something is done as one for what else the statement is about.

    That must be neither a person nor one who decides: nobody asks for these by *where*.
    """
    sentence = said.said[0]
    words = sentence.words
    start = next((p for p, word in enumerate(words) if word.text not in _LEADING), len(words))
    opens = [word.text for word in words[start : start + 2]]
    if len(said.said) > 1 or opens[:1] != ["where"] or len(opens) < 2:
        return None
    if opens[1] not in words_of("supporting") or _asks_otherwise(said, sentence):
        return None
    which = (*_WHICH, *_named(said, words[start + 2 :]))
    query = quantifying.read(replace(said, said=[replace(sentence, words=which)]))
    if query is None or query.quantified is None:
        return None
    return query if _is_a_place(said, query) else None


_WHICH = sentences("which one does")[0].words


def _named(said: Utterance, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Put the name of what was spoken of in the place of *it*, where that is one thing alone."""
    if not words or words[0].text not in words_of("impersonal"):
        return words
    vocabulary, people = said.context.case.rulebase.vocabulary, said.context.index.names.people
    meant = [e for e in said.context.focus if e not in people and e in vocabulary.entities]
    meant = [each for each in meant if not vocabulary.is_plural(each)]
    if len(meant) != 1:
        return words
    name = sentences(vocabulary.name(meant[0]))[0].words
    return (*name, *words[1:])


def _asks_otherwise(said: Utterance, sentence: Sentence) -> bool:
    """Tell whether a strong turn of phrase asks for something else: `where does that get us?`."""
    found = cues.intents().find([word.stem for word in sentence.words], said.mentions(sentence))
    if said.likely.of(Intent.SOURCE) > _SURELY:
        return True  # `where do the minutes mention her?`
    return any(cue.weight > _STRONG for cue in found)


def _is_a_place(said: Utterance, query: Query) -> bool:
    """Tell whether what a question asks for is of a kind of which none is a person or decides."""
    if query.quantified is None:
        return False
    index = said.context.index
    kinds = kinds_asked(said.context.case.rulebase.vocabulary, query.quantified.pattern)
    of_kind = {entity for entity, kind in index.names.kinds.items() if kind in kinds}
    return bool(of_kind) and of_kind.isdisjoint(index.names.people | index.deciders)
