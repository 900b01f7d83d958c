"""What a text speaks of beside its rule base: topics, and words and names that nobody there knows.

Most topics lie beyond any argument (food, travel, prices, somebody's wedding); the others are what
one asks a program for. A topic says of a rare word what is known of a common one. Words that the
rule base has itself are none: where fees are argued about, they tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.signs.bearing import SHARES, step
from arguendo.conversation.signs.masking import NAME, STRANGE, SUBJECT, asking, is_plain, plain
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance

UNKNOWN = "unknown "
"""What the features of words begin with that nobody knows."""
MOST_TOPICS = 3
MOST_STRANGERS = 3
HARDLY = 3
"""Steps of coverage below which a statement leaves a topic unaccounted for."""


class _Seen(NamedTuple):
    """A word with what kind of word it is, and its topics."""

    word: Word
    kind: str
    topics: tuple[str, ...]


def of_topics(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell the topics of the sentence that asks, and of those beside it, with who is unknown."""
    asked = asking(said)
    for sentence in said.said:
        where = "asked" if sentence is asked else "beside"
        words = _seen(said, sentence)
        yield from (f"topic {name} {where}" for word in words for name in word.topics)
        yield from _of_strangers(words, where)
        if sentence is asked:
            yield from _together(words, readings)


def _seen(said: Utterance, sentence: Sentence) -> list[_Seen]:
    own = said.context.index.spoken
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    found: list[_Seen] = []
    for place, word in enumerate(sentence.words):
        kind = NAME if place in named else plain(word, own)
        known = kind in (NAME, SUBJECT)
        found.append(_Seen(word, kind, () if known else _topics_of(word)))
    return found


def _topics_of(word: Word) -> tuple[str, ...]:
    return _topics().get(word.text) or _topics().get(word.stem, ())


def _of_strangers(words: Sequence[_Seen], where: str) -> Iterator[str]:
    """Tell the words that are neither the rule base's nor plain, by themselves, and the names."""
    small = word_lists().stop
    strange = names = plain_names = 0
    for word, kind, _ in words:
        if kind == STRANGE:
            strange += 1
            names += word.capital and len(word.text) > 1
            yield f"{UNKNOWN}{word.stem}"
            if where == "asked":
                yield f"{UNKNOWN}asked {word.stem}"
        elif word.capital and is_plain(kind) and word.text.isalpha() and word.text not in small:
            plain_names += len(word.text) > 1
    if names:
        yield f"stranger {where}"
        yield f"stranger {where} {min(MOST_STRANGERS, names)}"
    if plain_names:
        yield f"stranger {where} of plain words"


def _together(words: Sequence[_Seen], readings: Sequence[Reading]) -> Iterator[str]:
    """Tell which topics meet in the sentence that asks, and how much of it a statement covers."""
    found = {name for word in words for name in word.topics}
    beyond = found.difference(_of_programs())
    found |= {word.kind for word in words if word.kind in (NAME, SUBJECT)}
    yield from (f"topics {one} {other}" for one, other in combinations(sorted(found), 2))
    coverage = step(readings[0].coverage, SHARES) if readings else None
    yield f"topics {min(MOST_TOPICS, len(beyond))}"
    yield f"topics {min(MOST_TOPICS - 1, len(beyond))} covered {coverage}"
    if beyond and (coverage or 0) < HARDLY:
        yield "topics uncovered"


@cache
def _topics() -> Mapping[str, tuple[str, ...]]:
    """Return words and their stems, each with its topics."""
    found: dict[str, dict[str, None]] = {}
    for table in lexicon.read("topics").values():
        for name, words in table.items():
            for word in words.split():
                for form in {word, stem(word)}:
                    found.setdefault(form, {})[name] = None
    return {form: tuple(names) for form, names in found.items()}


@cache
def _of_programs() -> frozenset[str]:
    """Return the topics that do not lie beyond: what one asks a program for."""
    return frozenset(lexicon.read("topics")["asked_for"])
