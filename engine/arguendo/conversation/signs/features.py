"""What a text shows of its intent, whatever it is about: words, shape, and what it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt

from arguendo.conversation.english import letters
from arguendo.conversation.english.letters import mixed
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.intents.wanted import scope
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import POINTING
from arguendo.conversation.signs import bearing, hanging, marks, topics
from arguendo.conversation.signs.bearing import beginning, step
from arguendo.conversation.signs.gist import gist
from arguendo.conversation.signs.masking import (
    BEGINS,
    ENDS,
    asking,
    is_plain,
    meant,
    plain,
    spelt,
    tokens,
)
from arguendo.conversation.signs.skeleton import of_skeleton
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent

STRONG, MEDIUM = 2.8, 1.8
"""From here on what the cues say for an intent is strong, or at least fair."""
TYPICAL = 110
"""Signs of a middling text, of which each counts for one; where there are more, each tells less."""
_LENGTHS = (2, 4, 6, 9, 13, 19, 27, 40)
_AUXILIARIES = words_of("auxiliaries")
_QUESTION_WORDS = words_of("asks_on")
_MOODS = words_of("moods")

Features = Mapping[str, float]


def features(said: Utterance) -> Features:
    """Return what a text shows, each sign with how much."""
    sentences = [sentence for sentence in said.said if len(sentence)]
    readings = said.readings(Intent.ASK)
    found = dict.fromkeys(_of_all(said, sentences, readings), 1.0)
    found["always"] = 1.0
    worded: Features = dict.fromkeys(_worded(said, sentences, asking(said), readings), 1.0)
    asks = gist(said)
    if asks is not None:
        worded = mixed(worded, dict.fromkeys(_worded(said, [asks], asks, readings), 1.0))
    share = sqrt(TYPICAL / (len(found) + len(worded)))
    signs = {name: share * value for name, value in {**found, **worded}.items()}
    return {**signs, **letters.runs(spelt(said), spelt(said, asks) if asks else "")}


def _worded(
    said: Utterance,
    sentences: Sequence[Sentence],
    asks: Sentence | None,
    readings: Sequence[Reading],
) -> Iterator[str]:
    """Tell what the words of some sentences show, of which one asks."""
    told = [tokens(said, sentence) for sentence in sentences]
    yield from _of_words(told)
    yield from _of_places(said, sentences, told)
    yield from _of_meanings(said, sentences)
    yield from _of_forms(said, sentences)
    if asks is not None:
        yield from _of_question(said, asks)
        yield from of_skeleton(said, asks, readings)


def _of_all(
    said: Utterance, sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> Iterator[str]:
    """Tell what a text as a whole shows, and what it bears on."""
    yield from _of_shape(said, sentences)
    yield from marks.of_marks(said)
    yield from _of_order(said, sentences)
    yield from _of_cues(said)
    yield from bearing.of_statement(said, readings)
    yield from bearing.of_declared(said, readings)
    yield from bearing.of_assumed(said, readings)
    yield from bearing.of_fitting(said, readings)
    yield from bearing.of_hints(said.hinted)
    yield from hanging.of_hanging(said, readings)
    yield from topics.of_topics(said, readings)


def _of_words(told: Iterable[Sequence[str]]) -> Iterator[str]:
    for each in told:
        words = [BEGINS, *each, ENDS]
        for place, word in enumerate(words):
            yield word
            if place:
                yield f"{words[place - 1]} {word}"
            if place > 1:
                yield f"{words[place - 2]} .. {word}"


def _of_order(said: Utterance, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Tell the words of the only sentence, of the first, the last, and those between."""
    last = len(sentences) - 1
    for number, sentence in enumerate(sentences):
        between = "first" if number == 0 else "between"
        place = "only" if last == 0 else "last" if number == last else between
        yield from (f"{place}: {word}" for word in tokens(said, sentence))


def _of_places(
    said: Utterance, sentences: Sequence[Sentence], told: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Tell how the first sentence begins, the one that asks, and what is left of assumptions."""
    if not sentences:
        return
    asks = [place for place, sentence in enumerate(sentences) if sentence.asks]
    yield from beginning("first", told[0])
    yield from beginning("asks", told[asks[-1]] if asks else told[-1])
    if said.parts.assumed:
        for sentence in said.parts.rest[:1]:
            yield from beginning("rest", tokens(said, sentence))
    for sentence, words in zip(sentences, told, strict=True):
        for word, after in _clauses(sentence, words):
            yield f"clause {word}"
            yield f"clause {word} {after}"


def _clauses(sentence: Sentence, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Go through the first two words of each clause behind a mark."""
    if len(words) != len(sentence.words):
        return
    for place, word in enumerate(sentence.words):
        if place and word.before:
            yield words[place], words[place + 1] if place + 1 < len(words) else "$"


def _of_meanings(said: Utterance, sentences: Iterable[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        yield from (f"meaning: {each}" for each in meant(said, sentence))


def _of_forms(said: Utterance, sentences: Iterable[Sentence]) -> Iterator[str]:
    """Tell the forms of plain words, with their neighbours: `did`, `is`, not only `do`, `be`."""
    own = said.context.index.spoken
    for sentence in sentences:
        named = {p for m in said.mentions(sentence) for p in range(m.start, m.end)}
        kinds = [plain(word, own) for word in sentence.words]
        forms = [
            "@" if place in named else word.text if is_plain(kind) else "#"
            for place, (word, kind) in enumerate(zip(sentence.words, kinds, strict=True))
        ]
        around = [BEGINS, *forms, ENDS]
        for place, (word, kind) in enumerate(zip(sentence.words, kinds, strict=True)):
            if place not in named and is_plain(kind) and word.text != word.stem:
                yield f"form: {word.text}"
                yield f"form: {around[place]} {word.text}"
                yield f"form: {word.text} {around[place + 2]}"


def _of_question(said: Utterance, sentence: Sentence) -> Iterator[str]:
    """Tell the words of the sentence that asks, its turns of phrase, and those beside it."""
    yield from (f"asked: {word}" for word in tokens(said, sentence))
    yield from _of_verbs(said, sentence)
    for each in said.said:
        where = "asked" if each is sentence else "beside"
        for cue in _cues(said, each):
            yield f"{where} cue: {cue.group} {cue.weight:.0f}"
            if where == "asked" and cue.start <= 1:
                yield f"begins cue: {cue.group} {cue.weight:.0f}"


def _cues(said: Utterance, sentence: Sentence) -> Sequence[Found]:
    return cues.intents().find([word.stem for word in sentence.words], said.mentions(sentence))


def _of_verbs(said: Utterance, sentence: Sentence) -> Iterator[str]:
    """Tell by which auxiliary a sentence asks, of what, and where that stands."""
    words = sentence.words
    verbs = [place for place, word in enumerate(words) if word.text in _AUXILIARIES]
    first = words[verbs[0]].text if verbs else "none"
    yield f"verb: {first}"
    if verbs:
        yield f"verb: {first} {_following(said, sentence, verbs[0])}"
    turned = [place for place in verbs if place == 0 or words[place].before]
    for place in turned[-1:]:
        yield f"turned: {words[place].text}"
        yield f"turned: {words[place].text} {_following(said, sentence, place)}"
    for question in [word.text for word in words if word.text in _QUESTION_WORDS][:1]:
        yield f"question: {question}"
        yield f"question: {question} {first}"
    told = {word.text for each in said.said for word in each.words}
    yield from (f"mood: {word}" for word in sorted(told & _MOODS))


def _following(said: Utterance, sentence: Sentence, place: int) -> str:
    """Return what kind of word follows a place."""
    after = tokens(said, Sentence(sentence.words[place + 1 :]))
    return after[0] if after else ENDS


def _of_shape(said: Utterance, sentences: Sequence[Sentence]) -> Iterator[str]:
    parts = said.parts
    asking = sum(sentence.asks for sentence in sentences)
    yield f"sentences {min(4, len(sentences))} asking {min(2, asking)}"
    yield f"length {step(sum(map(len, sentences)), _LENGTHS)}"
    if sentences and sentences[-1].asks:
        yield "asks last"
    if parts.stance:
        yield f"stance {parts.stance.value}"
        yield f"stance {parts.stance.value} rest {min(2, len(parts.rest))}"
        yield f"assumed {min(2, len(said.assumed.truth))} of {parts.stance.value}"
        yield f"assumed {min(2, len(said.assumed.truth))} rest {bool(parts.rest)}"
        if parts.open_end:
            yield "open end"
        if parts.adds:
            yield "adds"
    yield f"entities {min(2, len(said.entities))}"
    words = {word.text for sentence in sentences for word in sentence.words}
    if words & POINTING:
        yield "points"
    if not word_lists().negation.isdisjoint(words):
        yield "denies"
    last = said.context.last
    if last is not None and sentences:
        yield "after something"
        yield f"after {last.intent.value}"
        yield f"after {last.intent.value} {' '.join(tokens(said, sentences[0])[:2])}"


def _of_cues(said: Utterance) -> Iterator[str]:
    """Tell what turns of phrase were found, and for what most speaks."""
    best = said.wanted.best()
    for intent, score in best:
        yield f"cue {intent.value} {_strength(score)}"
    if best:
        yield f"most {best[0][0].value}"
        yield f"most {best[0][0].value} {_strength(best[0][1])}"
    else:
        yield "most nothing"
    if said.wanted.listing is not None:
        yield f"listing {said.wanted.listing.value}"
    for sentence in said.said:
        for cue in cues.listings().find([word.stem for word in sentence.words]):
            yield f"could list {cue.group}"
    own = said.context.index.own
    for group, found in scope(said.said, said.context.index.names).items():
        yield f"scope {group}"
        if not all(_is_own(said.said, cue, own) for cue in found):
            yield f"foreign {group}"


def _is_own(said: Iterable[Sentence], cue: Found, own: frozenset[str]) -> bool:
    """Tell whether a topic is one of the rule base's own: it has all the words."""
    small = word_lists().stop
    for sentence in said:
        if cue.end <= len(sentence):
            content = [w for p in cue.places if (w := sentence.words[p]).text not in small]
            if content and all(word.stem in own for word in content):
                return True
    return False


def _strength(score: float) -> str:
    return "strong" if score >= STRONG else "fair" if score >= MEDIUM else "weak"
