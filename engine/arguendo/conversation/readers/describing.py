"""Which entity is to be described: `who is Kofi?`, `… security guarantees. What are these?`."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import followups
from arguendo.conversation.reference import relatives
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

_DOERS = words_of("doers")
_WHO = words_of("asks_of_whom")
_ONE = words_of("masculine_pronouns") | words_of("feminine_pronouns")
_ASKS_WHAT = words_of("asks_what")
_AT_KINDS, _ITSELF = words_of("pointing_at_kinds"), words_of("in_itself")
_TAKES_UP = words_of("pointing") - {"this"}


def describes(said: Utterance) -> Query | None:
    """Read a question about an entity."""
    entities = _described(said) or followups.pointed_at(said.context, said.said)
    if not entities or (not said.entities and relatives.is_unknown(said.said)):
        return None
    return said.sure_of(Query(Intent.DESCRIBE, entity=entities[0]))


def _described(said: Utterance) -> Sequence[str]:
    """Return the entities that may be described, the likeliest first: people where one asks *who*.

    A question that names nobody is about what was named last before it.
    """
    names = said.context.index.names
    asking = [each for each in said.said if each.asks] or said.said[-1:]
    words = {word.text for each in asking for word in each.words}
    asked = [m for e in said.said if e.asks for m in said.mentions(e) if not _is_verb(e, m)]
    found: Sequence[str] = _beside(said) or (said.entities if asked else said.entities[::-1])
    proper = {entity for mention in asked if mention.proper for entity in mention.entities}
    found = sorted(found, key=lambda entity: entity not in proper)
    if words & _ONE and names.people.isdisjoint(found):
        found = [*said.entities, *found]  # `Anna of the club: what is she after?`
    if words & (_WHO | _ONE):
        found = sorted(found, key=lambda entity: entity not in names.people)
    return found


def _beside(said: Utterance) -> Sequence[str]:
    """Return the entity named behind the words that ask: `…, so who is Kofi?`.

    Where nothing is, or a pronoun takes up what was named, it is the one before: `Kofi, who's he?`.
    """
    sentences, wanted = said.said, said.whole.wanted
    places = wanted.places.get(Intent.DESCRIBE, set())
    asking = {(number, place) for number, place in places if sentences[number].asks}
    number, place = min(asking or places, default=_last_question(sentences))
    sentence = sentences[number]
    mentions = [m for m in said.mentions(sentence) if not _is_verb(sentence, m)]
    before = [m for m in mentions if m.end <= place]
    behind = [m for m in mentions if m.end > place]
    if behind and len(mentions) > 1 and _is_of_what(sentence, behind[0]):
        behind = behind[1:]  # `what sort of creature is a penguin`
    until = behind[0].start if behind and behind[0].proper else len(sentence)
    taken_up = any(word.text in _TAKES_UP for word in sentence.words[place:until])
    chosen = before[-1:] if before and (taken_up or not behind) else behind[:1]
    earlier = [m for each in sentences[:number] for m in said.mentions(each)]
    if chosen and earlier and _is_pointed_class(said, sentence, chosen[0], earlier[-1]):
        chosen = earlier[-1:]  # `I saw a penguin. What is that bird?`
    return [e for m in chosen for e in m.entities[:1]]


def _is_pointed_class(said: Utterance, sentence: Sentence, name: Mention, before: Mention) -> bool:
    """Tell whether what was named before is taken up by what it is: `that bird`, of a penguin."""
    texts = [word.text for word in sentence.words]
    pointed = not _AT_KINDS.isdisjoint(texts[: name.start][-1:])
    pointed = pointed or not _ITSELF.isdisjoint(texts[name.end :][:2])
    if not pointed or name.proper or before.proper or name.entities == before.entities:
        return False
    foreseen, derived = said.context.matcher.foreseen, said.context.is_derived
    told = [s.arguments for s in foreseen.all if len(s.arguments) > 1 and derived(s)]
    of_one = [arguments for arguments in told if arguments[0] in foreseen.only_ones]
    classes = {arguments[-1] for arguments in of_one}
    return before.entities[0] in classes and name.entities[0] in classes | foreseen.only_ones


def _is_verb(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether what could be a thing's name is done by a pronoun: `what are we talking of?`."""
    before = sentence.words[mention.start - 1].text if mention.start else ""
    return not mention.proper and before in _DOERS


def _last_question(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return where the last question word of the last sentence stands."""
    words = sentences[-1].words
    places = (p for p in range(len(words) - 1, -1, -1) if words[p].text in _ASKS_WHAT)
    return len(sentences) - 1, next(places, 0)


def _is_of_what(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a name only tells of what kind somebody is: `what sort of bird`."""
    before = [word.text for word in sentence.words[: name.start]]
    return not name.proper and (before[-1:] == ["of"] or before[-2:] == ["what", "for"])
