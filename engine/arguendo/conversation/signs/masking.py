"""The words of a text as they tell its intent, whatever it is about.

Names of entities become `@`, words of the rule base's own subject `#`, and words that neither the
rule base nor English at large knows `?`, so that what is learnt on one rule base holds on another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.english.meanings import meanings
from arguendo.conversation.english.numerals import is_figure
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance

NAME, ACTOR, SUBJECT, STRANGE = "@", "@a", "#", "?"
BEGINS, ENDS = "^", "$"
MOST_MOCKING = 3
"""Words of a question that may only mock the one before it."""
_AUXILIARIES = words_of("auxiliaries")
_QUESTION_WORDS = words_of("question_pronouns")
MOST_LETTERS = 1_500
"""Longer texts tell how they are spelt by what they begin with."""


def tokens(said: Utterance, sentence: Sentence) -> list[str]:
    """Return the words of a sentence without what it is about."""
    index = said.context.index
    named: dict[int, Mention] = {m.start: m for m in said.mentions(sentence)}
    found: list[str] = []
    place = 0
    while place < len(sentence.words):
        mention = named.get(place)
        if mention is not None:
            actor = any(entity in index.actors for entity in mention.entities)
            found.append(ACTOR if actor else NAME)
            place = mention.end
            continue
        token = plain(sentence.words[place], index.spoken)
        if token != SUBJECT or found[-1:] != [SUBJECT]:
            found.append(token)
        place += 1
    return found


def spelt(said: Utterance, only: Sentence | None = None) -> str:
    """Return the words of a text, or of one sentence, as they are spelt, without names."""
    found: list[str] = []
    for sentence in said.said if only is None else [only]:
        named = {p for m in said.mentions(sentence) for p in range(m.start, m.end)}
        found += [word.text for place, word in enumerate(sentence.words) if place not in named]
    return " ".join(found)[:MOST_LETTERS]


def plain(word: Word, own: frozenset[str]) -> str:
    """Return a word's stem when it is plain English, else what kind of word it is."""
    if word.text in word_lists().stop or word.stem in _turns():
        return word.stem
    if word.stem in own:
        return SUBJECT
    if is_figure(word.text):
        return "0"
    return word.stem if word.stem in _common() else STRANGE


def is_plain(token: str) -> bool:
    """Tell whether a token is a word of plain English."""
    return token not in (NAME, ACTOR, SUBJECT, STRANGE)


def asking(said: Utterance) -> Sentence | None:
    """Return the sentence that asks: the last with a question mark, else the last of all.

    One that only mocks is passed over: `What do you build on that? Castles?`
    """
    told = [sentence for sentence in said.said if len(sentence)]
    asks = [sentence for sentence in told if sentence.asks]
    if not asks:
        return told[-1] if told else None
    if len(asks[-1]) <= MOST_MOCKING and not _opens(asks[-1]):
        return next(filter(_opens, reversed(asks)), asks[-1])
    return asks[-1]


def _opens(sentence: Sentence) -> bool:
    """Tell whether a question word stands in a sentence, or an auxiliary where a clause begins."""
    words = sentence.words
    verbs = (word for place, word in enumerate(words) if place == 0 or word.before)
    asks_on = any(word.text in _QUESTION_WORDS for word in words)
    return asks_on or any(word.text in _AUXILIARIES for word in verbs)


def meant(said: Utterance, sentence: Sentence) -> Iterator[str]:
    """Go through what plain English words mean, so that a rare word counts as a common one."""
    own = said.context.index.spoken
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    for meaning in meanings([word.stem for word in sentence.words]):
        kinds = [plain(sentence.words[place], own) for place in meaning.places]
        if named.isdisjoint(meaning.places) and all(map(is_plain, kinds)):
            yield meaning.name if meaning.sign > 0 else f"-{meaning.name}"


@cache
def _turns() -> frozenset[str]:
    """Return the stems of all words in turns of phrase."""
    sections = ("intents", "listing", "frames", "suppose", "retract")
    return frozenset(part for section in sections for part in cues.parts(section))


@cache
def _common() -> frozenset[str]:
    return frozenset(map(stem, lexicon.common_words()))
