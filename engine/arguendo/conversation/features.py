"""What a text shows of its intent, whatever it is about: words with names and subjects left out.

Names of entities become `@`, words of the rule base's own subject `#`, and words that neither the
rule base nor English at large knows `?`, so that what is learnt on one rule base holds on another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from arguendo.conversation import cues, lexicon
from arguendo.conversation.cues import Found
from arguendo.conversation.intents import scope
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.mentions import Mention
from arguendo.conversation.readings import Reading
from arguendo.conversation.stems import stem
from arguendo.conversation.target import POINTING
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Sentence
from arguendo.inquiry.query import Intent

NAME, ACTOR, SUBJECT, STRANGE = "@", "@a", "#", "?"
STRONG, MEDIUM = 2.8, 1.8
"""From here on what the cues say for an intent is strong, or at least fair."""
_LENGTHS = (2, 4, 6, 9, 13, 19, 27, 40)
_SCORES = (1.6, 2.4, 3.0, 4.0, 5.0, 6.5, 8.0, 10.0)
_SHARES = (0.2, 0.4, 0.6, 0.8, 0.95)
FIRST = 3
"""Words of a sentence whose place tells something."""

Features = Mapping[str, float]


def features(said: Utterance) -> Features:
    """Return what a text shows, each sign with how much."""
    found = dict.fromkeys(_signs(said), 1.0)
    found["always"] = 1.0
    return found


def _signs(said: Utterance) -> Iterator[str]:
    sentences = [sentence for sentence in said.said if len(sentence)]
    tokens = [_tokens(said, sentence) for sentence in sentences]
    yield from _of_words(tokens)
    yield from _of_places(said, sentences, tokens)
    yield from _of_shape(said, sentences)
    yield from _of_cues(said)
    yield from _of_statement(said)


def _of_words(tokens: Iterable[Sequence[str]]) -> Iterator[str]:
    for each in tokens:
        words = ["^", *each, "$"]
        for place, word in enumerate(words):
            yield word
            if place:
                yield f"{words[place - 1]} {word}"


def _of_places(
    said: Utterance, sentences: Sequence[Sentence], tokens: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Tell how the first sentence begins, the one that asks, and what is left of assumptions."""
    if not sentences:
        return
    asking = [place for place, sentence in enumerate(sentences) if sentence.asks]
    yield from _beginning("first", tokens[0])
    yield from _beginning("asks", tokens[asking[-1]] if asking else tokens[-1])
    if said.parts.assumed:
        for sentence in said.parts.rest[:1]:
            yield from _beginning("rest", _tokens(said, sentence))
    for sentence, words in zip(sentences, tokens, strict=True):
        for word, after in _clauses(sentence, words):
            yield f"clause {word}"
            yield f"clause {word} {after}"


def _beginning(name: str, words: Sequence[str]) -> Iterator[str]:
    for size in range(1, FIRST + 1):
        yield f"{name}{size} {' '.join(words[:size])}"


def _clauses(sentence: Sentence, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Go through the first two words of each clause behind a mark."""
    if len(words) != len(sentence.words):
        return
    for place, word in enumerate(sentence.words):
        if place and word.before:
            yield words[place], words[place + 1] if place + 1 < len(words) else "$"


def _tokens(said: Utterance, sentence: Sentence) -> list[str]:
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
        word = sentence.words[place]
        token = _plain(word.text, word.stem, index.vocabulary)
        if token != SUBJECT or found[-1:] != [SUBJECT]:
            found.append(token)
        place += 1
    return found


def _plain(text: str, word: str, own: frozenset[str]) -> str:
    """Return a word as such when it is plain English, else what kind of word it is."""
    if text in word_lists().stop or word in _turns():
        return word
    if word in own:
        return SUBJECT
    if text.isdigit():
        return "0"
    return word if word in _common() else STRANGE


@cache
def _turns() -> frozenset[str]:
    """Return the stems of all words in turns of phrase."""
    sections = ("intents", "listing", "frames", "suppose", "retract")
    return frozenset(part for section in sections for part in cues.parts(section))


@cache
def _common() -> frozenset[str]:
    return frozenset(map(stem, lexicon.common_words()))


def _of_shape(said: Utterance, sentences: Sequence[Sentence]) -> Iterator[str]:
    parts = said.parts
    asking = sum(sentence.asks for sentence in sentences)
    yield f"sentences {min(4, len(sentences))} asking {min(2, asking)}"
    yield f"length {_step(sum(map(len, sentences)), _LENGTHS)}"
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
        yield f"after {last.intent.value} {' '.join(_tokens(said, sentences[0])[:2])}"


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


def _of_statement(said: Utterance) -> Iterator[str]:
    """Tell how well the text fits a statement, and how that stands."""
    readings = said.readings(Intent.ASK)
    if not readings:
        yield "statement none"
        return
    first = readings[0]
    yield f"statement score {_step(first.score, _SCORES)}"
    yield f"statement coverage {_step(first.coverage, _SHARES)}"
    yield from _of_standing(said, first)


def _of_standing(said: Utterance, first: Reading) -> Iterator[str]:
    context, statement = said.context, first.statement
    holds = context.holds(statement)
    stands = "holds" if holds else "fails"
    yield stands
    yield f"{stands} {'affirmed' if first.positive else 'denied'}"
    best = said.wanted.best()
    if best:
        yield f"{stands} most {best[0][0].value}"
    for sentence in said.said:
        if sentence.asks or len(said.said) == 1:
            yield from (f"{stands} {each}" for each in _beginning("asks", _tokens(said, sentence)))
    if context.is_fact(statement):
        yield "statement fact"
    if context.is_open(statement):
        yield "statement open"
    if context.is_derived(statement):
        yield "statement derived"
    if statement.predicate in context.case.rulebase.advice:
        yield "statement advice"


def _step(value: float, steps: Sequence[float]) -> int:
    return sum(value >= step for step in steps)
