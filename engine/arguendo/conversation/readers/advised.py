"""Whom advice is asked for: `what should Ruth do about him?`, `our Rex. What is left for him?`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent

MOST_FAR = 1000
MOST_UNKNOWN = 3
"""Words that may say whom nobody knows."""
_OPENLY = words_of("openly_advised")
_PRONOUNS = words_of("masculine_pronouns") | words_of("feminine_pronouns")


def advised(said: Utterance) -> Sequence[str]:
    """Return who is named, those first whom advice is likeliest asked for.

    Where it is asked who is to do something, only those whom that sentence names or means.
    """
    number = _asking(said)
    found = (_topic, _doers, _only_named, _meant)
    first = [entity for each in found for entity in each(said, number)]
    if _OPENLY.isdisjoint(word.text for word in said.said[number].words):
        named = _nearest(said)
    else:
        named = [e for mention in said.mentions(said.said[number]) for e in mention.entities[:1]]
    return list(dict.fromkeys((*first[:1], *named)))


def acts(said: Utterance) -> bool:
    """Tell whether somebody is named of whom it is asked what to do: nobody in `what to do?`."""
    number = _asking(said)
    return any((*_doers(said, number), *_meant(said, number)))


def about(said: Utterance, advised: str | None) -> tuple[str, ...]:
    """Return whom or what advice is asked for about: `what should Ann do about Ben?`.

    `What should her mother do?` asks about the one whose mother it is.
    """
    named = tuple(
        mention.entities[0]
        for sentence in said.said
        for mention in said.mentions(sentence)
        if mention.entities[0] != advised and _is_about(sentence.words, mention, bool(advised))
    )
    return tuple(dict.fromkeys(named)) or _whose(said, advised)


def unknown(said: Utterance) -> tuple[str, ...]:
    """Return whom advice is asked for where nobody is known as that: `what should the boss do?`."""
    sentence = said.said[_asking(said)]
    texts = [word.text for word in sentence.words]
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    for start, word in enumerate(texts[:-2]):
        if word not in words_of("obliging"):
            continue
        end = next((p for p in range(start + 2, len(texts)) if texts[p] in words_of("acting")), 0)
        who = range(start + 1, end)
        small = word_lists().stop - words_of("determiners")
        if 0 < len(who) <= MOST_UNKNOWN and not named.intersection(who):
            words = [texts[place] for place in who]
            if small.isdisjoint(words):
                return (" ".join(words),)
    return ()


def _is_about(words: Sequence[Word], mention: Mention, advises: bool) -> bool:
    """Tell whether a name stands where that stands which advice is asked for about.

    Behind *for* only where somebody else is advised: `what should Ann do for Ben?`.
    """
    before = [word.text for word in words[: mention.start]]
    if before[-2:-1] in (["what"], ["how"]):
        return False  # `what about Ben, what should he do?`
    behind = words[mention.end].text if mention.end < len(words) else ""
    if not before or behind in {"s", "to"} | word_lists().auxiliaries:
        return False
    does = advises and len(before) > 1 and before[-2] in word_lists().auxiliaries
    return before[-1] in words_of("advised_about") or (
        does and before[-1] in words_of("advised_for")
    )


def _whose(said: Utterance, advised: str | None) -> tuple[str, ...]:
    """Return whose relative is advised that is told of by a pronoun and named nowhere."""
    texts = plain_words(said.text)
    owning = [word for word in texts if word in words_of("owning")]
    named = {e for mention in said.context.index.names.find(texts) for e in mention.entities}
    if not owning or advised is None or advised in named:
        return ()
    fits = said.context.may_be
    spoken_of = dict.fromkeys((*said.context.topic, *said.context.focus))
    owners = (e for e in spoken_of if e != advised and _is_person(said, e) and fits(e, owning))
    return tuple(owners)[:1]


def _asking(said: Utterance) -> int:
    """Return the sentence that asks for advice, by its number."""
    places = said.whole.wanted.places.get(Intent.RECOMMEND, set())
    numbers = sorted({number for number, _ in places}) or [len(said.said) - 1]
    return next((number for number in numbers[::-1] if said.said[number].asks), numbers[0])


def _only_named(said: Utterance, number: int) -> Iterator[str]:
    """Return whom alone a sentence names to whom advice is given: `what is your advice to Ann?`."""
    sentence = said.said[number]
    named = [mention for mention in said.mentions(sentence) if mention.proper]
    if len(named) == 1 and sentence.asks:
        before = sentence.words[named[0].start - 1].text if named[0].start else ""
        if before in words_of("advised_for") | {"to", "by"}:
            yield named[0].entities[0]


def _topic(said: Utterance, number: int) -> Iterator[str]:
    """Go through those of whom a sentence says first that it is about them: `as for Ann, …`."""
    words = [word.text for word in said.said[number].words]
    for mention in said.mentions(said.said[number]):
        if words[: mention.start][-2:] == ["as", "for"]:
            yield from mention.entities[:1]


def _doers(said: Utterance, number: int) -> Iterator[str]:
    """Go through those of whom a sentence asks what they do: beside whose name an auxiliary is.

    First those behind one, as one asks: `what about Ben and Cy is Ann to do?`. Then `Ann personally
    should`.
    """
    sentence = said.said[number].words
    words, auxiliaries = [word.text for word in sentence], word_lists().auxiliaries
    named = [m for m in said.mentions(said.said[number]) if m.proper]
    behind = [m for m in named if not auxiliaries.isdisjoint(words[: m.start][-1:])]
    for mention in (*behind, *named):
        begins = next((p for p in range(mention.start, 0, -1) if sentence[p].before), 0)
        beside = words[begins] in words_of("subordinating")  # `…, since Ben would not`
        rest = words[mention.end :]
        rest = rest[1:] if rest and rest[0] in words_of("in_person") else rest
        if not beside and (mention in behind or not auxiliaries.isdisjoint(rest[:1])):
            yield from mention.entities[:1]


def _meant(said: Utterance, number: int) -> Iterator[str]:
    """Go through those whom a pronoun of a sentence means that are named before it."""
    words = [word.text for word in said.said[number].words]
    place = next((place for place, word in enumerate(words) if word in _PRONOUNS), None)
    if place is None:
        return
    before = [m for m in said.mentions(said.said[number]) if m.end <= place]
    if any(not _is_person(said, m.entities[0]) for m in before if m.proper):
        return
    yield from _fitting(said, [m.entities[0] for m in before[::-1]], words[place])
    for sentence in said.said[:number][::-1]:
        named = [mention.entities[0] for mention in said.mentions(sentence)]
        yield from _fitting(said, named, words[place])


def _fitting(said: Utterance, named: Sequence[str], pronoun: str) -> Iterator[str]:
    fits = said.context.may_be
    yield from (e for e in named if _is_person(said, e) and fits(e, (pronoun,)))


def _is_person(said: Utterance, entity: str) -> bool:
    return entity in said.context.index.names.people


def _nearest(said: Utterance) -> Sequence[str]:
    """Return who is named, those first who stand nearest to what asks for advice."""
    places = said.whole.wanted.places.get(Intent.RECOMMEND, set())
    if not places or len(said.entities) < 2:
        return said.entities
    far = {
        entity: min(abs(mention.start - place) for at, place in places if at == number)
        for number, sentence in enumerate(said.said)
        if any(at == number for at, _ in places)
        for mention in said.mentions(sentence)[::-1]
        for entity in mention.entities[:1]
    }
    return sorted(said.entities, key=lambda entity: far.get(entity, MOST_FAR))
