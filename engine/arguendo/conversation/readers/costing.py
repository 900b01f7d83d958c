"""Numbers asked for with *what*, as a verb's own: `what does it cost?`, `what did she score?`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import values
from arguendo.conversation.statements.sentences import content, unfilled
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from arguendo.statements import Predicate, Sort

_WHAT = words_of("asks_of_which")
_LEADING = words_of("pleasantries") | words_of("leading")
_JOINS = words_of("joints") | words_of("conjunction")
_HAS = words_of("having_got")
_AFTER = words_of("behind_a_cost")
_NUMBER = re.compile(r"\{(\w+)\}")
_HOW_MUCH = (Word("how", "how"), Word("much", "much"))


def read(said: Utterance) -> Query | None:
    """Read a question of *what* that ends in a verb behind which a number stands, as `how much`."""
    if len(said.said) != 1:
        return None
    (sentence,) = said.said
    words = list(sentence.words)
    start = next((p for p, word in enumerate(words) if word.text not in _LEADING), len(words))
    while len(words) > start + 3 and words[-1].text in _AFTER:
        words.pop()  # `what did it cost us?`
    asks = [word.text for word in words[start : start + 2]]
    if len(words) < start + 3 or asks[0] not in _WHAT or asks[1] not in words_of("auxiliaries"):
        return None
    known = said.context.case.rulebase.vocabulary.predicates.values()
    before = [each for predicate in known for each in _before_numbers(predicate)]
    ending = [each for each in before if stem(each[-1]) == words[-1].stem]
    if not ending:
        return None
    told = replace(sentence, words=(*_HOW_MUCH, *words[start + 1 :]))
    query = values.asked(replace(said, said=[told]))
    stems = {word.stem for word in words}
    if query is None or any(own and stems.issuperset(own) for own in map(_content, ending)):
        return query
    return replace(query, clarify=True, confidence=values.UNSURE)  # the cost of what, if of that?


def has(said: Utterance) -> Query | None:
    """Read `how much have they got?` as asking for a number that somebody has, if one is told.

    It is asked back about where nobody is named.
    """
    if len(said.said) != 1:
        return None
    words = [word.text for word in said.said[0].words if word.text not in _LEADING | _JOINS]
    if words[:2] != [word.text for word in _HOW_MUCH] or _HAS.isdisjoint(words):
        return None
    left = [word for word in words[2:] if word not in _HAS | words_of("doing")]
    mentions = said.context.index.names.find(left)
    named = [m.entities[0] for m in mentions if m.start == 0 and m.end == len(left)]
    if not named and not (len(left) == 1 and left[0] in words_of("doers") | words_of("them")):
        return None
    predicates = said.context.case.rulebase.vocabulary.predicates
    having = {p.id for p in predicates.values() if any(e[-1] in _HAS for e in _before_numbers(p))}
    facts = [each for each in said.context.case.facts if each.predicate in having]
    found = [each for each in facts if not named or named[0] in each.arguments]
    if not found:
        return None
    asked = values.offered([values.asking(each, Sort.NUMBER) for each in found])
    return asked if named else replace(asked, clarify=True, confidence=values.UNSURE)


def _content(words: Sequence[str]) -> list[str]:
    return [*content(words)]


def _before_numbers(predicate: Predicate) -> Iterator[list[str]]:
    """Go through the words before a number in what a statement says, besides what fills slots."""
    numbers = {slot.name for slot in predicate.slots if Sort.NUMBER.value in slot.kinds}
    for says in (predicate.says, *predicate.also) if numbers else ():
        for found in _NUMBER.finditer(says):
            words = unfilled(says[: found.start()]) if found[1] in numbers else []
            if words and not says[: found.start()].rstrip().endswith("}"):
                yield words
