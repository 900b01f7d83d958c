"""What `the second one` stands for after a list: the statement in that place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word, sentences
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from arguendo.wording.advice import told_advice
from arguendo.wording.statements import Speaker

_PLACES = {
    "first": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "sixth": 5,
    "last": -1,
    "1st": 0,
    "2nd": 1,
    "3rd": 2,
    "4th": 3,
    "5th": 4,
    "6th": 5,
}
_FORGOTTEN_AFTER = 6
"""Turns after which a list is no longer what `the second one` looks back to."""


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the statement in that place of the list last told in place of `the second one`."""
    if not any(word.text in _PLACES for sentence in said for word in sentence.words):
        return [*said]
    listed = _listed(context)
    return [_spelled_out(context, each, listed) for each in said] if listed else [*said]


def _listed(context: Context) -> Sequence[Statement]:
    """Return the statements last listed, if it was of late and nothing was compared since."""
    for turn in reversed(context.state.turns[-_FORGOTTEN_AFTER:]):
        if turn.answer.query.intent is Intent.LIST and turn.answer.about:
            return turn.answer.about
        if turn.answer.query.intent is Intent.RECOMMEND and (advice := told_advice(turn.answer)):
            return advice
        if turn.answer.query.intent is Intent.COMPARE:
            return ()
    return ()


def _spelled_out(context: Context, sentence: Sentence, listed: Sequence[Statement]) -> Sentence:
    words = sentence.words
    if cues.group("retract", "opens").find([word.stem for word in words]):
        return sentence
    for place in reversed(range(len(words))):
        at = _PLACES.get(words[place].text, len(listed))
        end = _end(words, place) if -len(listed) <= at < len(listed) else None
        if end is not None:
            put = _words(context, listed[at], words[place].before)
            words = (*words[:place], *put, *words[end:])
    return replace(sentence, words=words)


def _words(context: Context, statement: Statement, before: str) -> Sequence[Word]:
    """Return the words of a statement's sentence, the first behind a mark."""
    said = Speaker(context.case.rulebase).says(statement)
    words = [w for each in sentences(said, context.index.names.pairs) for w in each.words]
    return [replace(words[0], before=before), *words[1:]]


def _end(words: Sequence[Word], place: int) -> int | None:
    """Return where `the second one` ends; None where more follows, as in `the first minister`."""
    end = place + 1
    while end < len(words) and words[end].text in sayings.single("listed", "called"):
        end += 1
    if end > place + 1 or end == len(words) or words[end].before:
        return end
    goes_on = words_of("auxiliaries") | words_of("particles") | words_of("joining") | {"as"}
    return end if words[end].text in goes_on else None
