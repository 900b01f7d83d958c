"""Names in place of a pronoun that comes first: `if her mother leaves, is Ann British?`.

Cataphora: in a clause before the main one `her` may stand for whom only the main one names. It does
where it tells whose relative somebody is, nobody who could be meant is named before, and whoever is
named next that it may mean has such a relative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.entities.descriptions import OWNING
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.reference.relatives import put

MOST_BETWEEN = 2
"""Words between a name and whose relative that is told to be: `were not`."""
_BEING = words_of("being") | words_of("becoming") | {"being"}
_LEADING = words_of("leading") | words_of("joints")
_OPENING = words_of("subordinating") | words_of("inverted")


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the name of whom a pronoun before it stands for in its place."""
    if not any(word.text in OWNING for sentence in said for word in sentence.words):
        return [*said]
    named: set[str] = set()
    found: list[Sentence] = []
    for sentence in said:
        found.append(sentence if named else _spelled_out(context, sentence))
        mentions = context.index.names.find([word.text for word in sentence.words])
        named.update(entity for mention in mentions for entity in mention.entities)
    return found


def _spelled_out(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    texts = [word.text for word in words]
    first = next((text for text in texts if text not in _LEADING), "")
    place = next((p for p, text in enumerate(texts[:-1]) if text in OWNING), None)
    if place is None or first not in _OPENING:
        return sentence
    mentions = context.index.names.find(texts)
    if any(m.start < place and not _is_told(texts, m, place) for m in mentions):
        return sentence
    behind = [m for m in mentions if m.start > place + 1]
    meant = next(_owners(context, behind, texts[place], texts[place + 1]), None)
    if meant is None:
        return sentence
    return replace(sentence, words=put(context, meant, words, place, place + 1))


def _is_told(texts: Sequence[str], mention: Mention, place: int) -> bool:
    """Tell whether it is told of somebody named that they are that: `Ben being her father`."""
    between = texts[mention.end : place]
    return bool(_BEING.intersection(between)) and len(between) <= MOST_BETWEEN


def _owners(
    context: Context, mentions: Sequence[Mention], pronoun: str, noun: str
) -> Iterator[str]:
    """Go through those named whom a pronoun may mean and who have a relative."""
    descriptions = context.matcher.foreseen.descriptions
    for mention in mentions:
        one = mention.entities[0]
        person = len(mention.entities) == 1 and one in context.index.names.people
        if person and context.may_be(one, (pronoun,)) and descriptions.meant(noun, one):
            yield one
