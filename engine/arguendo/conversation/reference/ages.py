"""Who is meant by `the elder one` and `the younger`: told by the days on which people were born."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference.relatives import put

_BEING = words_of("being")
_BORN = frozenset({stem("born"), stem("birth"), stem("birthday")})
_CHILD, _SIBLINGS = "child", ("brother", "sister")


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put a name in place of `the elder one`, where two are spoken of whose ages are known."""
    ages = words_of("elder") | words_of("younger")
    if not any(word.text in ages for sentence in said for word in sentence.words):
        return [*said]
    return [_spelled_out(context, said, sentence) for sentence in said]


def _spelled_out(context: Context, said: Sequence[Sentence], sentence: Sentence) -> Sentence:
    words = sentence.words
    ages = words_of("elder") | words_of("younger")
    place = next((p for p, word in enumerate(words) if word.text in ages), None)
    if place is None or any(m.start <= place < m.end for m in _mentions(context, sentence)):
        return sentence
    end = place + 1
    while end < len(words) and not words[end].before and words[end].text in words_of("of_an_age"):
        end += 1
    after = word_lists().stop if place == 0 or words[place - 1].text not in _BEING else ()
    ends = end == len(words) or bool(words[end].before)
    apart = ends or end > place + 1 or not after or words[end].text in after
    meant = _meant(context, said, words[place].text in words_of("elder")) if apart else None
    if meant is None:
        return sentence
    beside = [m for m in _mentions(context, sentence) if meant in m.entities or m.end == place]
    if beside or (end < len(words) and _mentions(context, replace(sentence, words=words[end:]))):
        return sentence  # `the elder one, Ben`, `is Ben Ann's elder son?`
    return replace(sentence, words=put(context, meant, words, place, end))


def _meant(context: Context, said: Sequence[Sentence], elder: bool) -> str | None:
    """Return the elder or younger one of the first of whom two are spoken of."""
    for people in _groups(context, said):
        born = {person: day for person in people if (day := _born(context, person))}
        if len(born) > 1:
            ordered = sorted(born, key=lambda person: born[person])
            return ordered[0] if elder else ordered[-1]
    return None


def _groups(context: Context, said: Sequence[Sentence]) -> Iterator[set[str]]:
    """Go through groups of people: brothers and sisters of those named, then of those before."""
    descriptions = context.matcher.foreseen.descriptions
    named = [e for each in said for m in _mentions(context, each) for e in m.entities[:1]]
    for people in (named, [*context.topic, *context.focus, *context.around]):
        for person in dict.fromkeys(people):
            others = {e for noun in _SIBLINGS for e in descriptions.meant(noun, person)}
            yield {person, *others} if others else set()
        for person in dict.fromkeys(people):
            yield set(descriptions.meant(_CHILD, person))


def _mentions(context: Context, sentence: Sentence) -> list[Mention]:
    return context.index.names.find([word.text for word in sentence.words])


def _born(context: Context, person: str) -> str | None:
    """Return the day on which somebody was born, as far as a fact tells it."""
    predicates = context.case.rulebase.vocabulary.predicates
    for fact in context.case.facts:
        if fact.arguments[:1] == (person,) and len(fact.arguments) == 2:
            said = map(stem, plain_words(predicates[fact.predicate].says))
            day = fact.arguments[1]
            if day[:1].isdigit() and not _BORN.isdisjoint(said):
                return day
    return None
