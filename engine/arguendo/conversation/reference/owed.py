"""What somebody has to do, in the word that a rule base has for it: `have to` for its `should`.

Such words say little, and the same ones may be another statement's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.sentences import unfilled

_OWING = words_of("owing")
_BOUND = words_of("having_to") | words_of("bound_to")
MOST_BETWEEN = 4
"""Words between one of duty and its verb, of whoever is to do that: `must the chair pay?`."""


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the word of a statement that says what is to be done in place of others for it."""
    if not any(_owes(each.words, place) for each in said for place in range(len(each))):
        return [*said]
    own = _own(context)
    return [replace(each, words=tuple(_put(own, each.words))) for each in said] if own else [*said]


def _owes(words: Sequence[Word], place: int) -> int:
    """Return how many words from a place on say that what follows is to be done."""
    to = [word.text for word in words[place + 1 : place + 2]] == ["to"]
    if words[place].text in _OWING:
        return 1 + to
    return 2 if to and words[place].text in _BOUND else 0


def _put(own: Mapping[str, str], words: Sequence[Word]) -> Iterator[Word]:
    place = 0
    while place < len(words):
        size = _owes(words, place)
        most = 1 if size > 1 else MOST_BETWEEN
        after = [word.stem for word in words[place + size : place + size + most]] if size else []
        word = next((own[each] for each in after if each in own), None)
        if word is None:
            size = 1
            yield words[place]
        else:
            yield replace(words[place], text=word, stem=stem(word))
        place += size


def _own(context: Context) -> Mapping[str, str]:
    """Return the word before each verb that some statement says to be owed; none where several."""
    small, found = word_lists().stop, dict[str, set[str]]()
    for predicate in context.case.rulebase.vocabulary.predicates.values():
        for text in (predicate.says, *predicate.also):
            for word, then in pairwise(unfilled(text)):
                if word in _OWING and then not in small:
                    found.setdefault(stem(then), set()).add(word)
    return {verb: min(words) for verb, words in found.items() if len(words) == 1}
