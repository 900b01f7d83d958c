"""Consultations in conversation: how one begins, and what is said to their questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.consultation import Word
from arguendo.inquiry.query import Intent, Query

MOST_WORDS = 8
"""Longer texts are no words to a question."""
_AFTERWARDS = (Word.BACK, Word.GO_ON)
"""What can still be said when a consultation is over."""


_SEEKING = words_of("finding_out")
"""Begin `find out`."""


def replies(state: State, text: str) -> Query | None:
    """Read what is said to the question of the consultation that is running, if it is that."""
    consultation = state.consultation
    if consultation is None:
        return None
    word = word_of(text)
    if word is None or (consultation.is_over and word not in _AFTERWARDS):
        return None
    return Query(Intent.CONSULT, consultation.goal, word=word)


def word_of(text: str) -> Word | None:
    """Read `yes`, `no, he does not`, `don't know`, `why?`, `back`, `stop`, or None."""
    if text.strip() == "?":
        return Word.WHY
    letters = _letters().get(text.strip().strip(" .!,").casefold())
    said = plain_words(text)
    if letters or not 0 < len(said) <= MOST_WORDS:
        return letters
    plain = [each for each in said if each not in words_of("politeness")] or said
    return _words().get(" ".join(plain)) or _echoed(plain)


def _echoed(said: list[str]) -> Word | None:
    """Read `yes, it is`, `no, they do not`, `yes, I think so`: an answer said twice."""
    word, rest = _words().get(said[0]), said[1:]
    if word is not None and _words().get(" ".join(rest)) is word:
        return word
    lists = word_lists()
    small = lists.pronouns | lists.auxiliaries | lists.negation
    if word not in (Word.YES, Word.NO) or not all(each in small for each in rest):
        return None
    denies = any(each in lists.negation for each in rest)
    return word if denies is (word is Word.NO) else None


@cache
def _words() -> Mapping[str, Word]:
    return {" ".join(plain_words(each)): word for each, word in _listed() if len(each) > 1}


@cache
def _letters() -> Mapping[str, Word]:
    """Return what single letters say: in chat `y` and `n` stand for other words."""
    return {each: word for each, word in _listed() if len(each) == 1}


def _listed() -> Iterator[tuple[str, Word]]:
    entries = lexicon.cues()["consult"]
    for word in Word:
        yield from ((each, word) for each in lexicon.listed(entries[word.value]))


def _finds_what(said: Utterance) -> bool:
    """Tell whether something else than whether it is so is to be found out: `… what stops it`."""
    openly = words_of("open_questions")
    told = [[word.text for word in sentence.words] for sentence in said.said]
    threes = (three for words in told for three in zip(words, words[1:], words[2:], strict=False))
    return any(one in _SEEKING and two == "out" and three in openly for one, two, three in threes)


def begins(said: Utterance) -> Query | None:
    """Read an order to find something out together: `help me find out whether …`."""
    whole = said.whole.wants(Intent.CONSULT)
    if not whole.leads(Intent.CONSULT, 2.8) or _finds_what(said):
        return None
    readings = whole.readings(Intent.CONSULT)
    if readings:
        return whole.about(Query(Intent.CONSULT, confidence=0.9), readings)
    goal = said.context.goal
    return Query(Intent.CONSULT, goal, confidence=0.8) if goal and whole.points else None
