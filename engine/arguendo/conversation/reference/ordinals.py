"""What `the second one` stands for after a list: the statement in that place, or who was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word, sentences
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.explanation.instances import ASKED, Instances
from arguendo.inquiry.query import Intent
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
    """Put what is in that place of the list last told in place of `the second one`."""
    if not any(word.text in _PLACES for sentence in said for word in sentence.words):
        return [*said]
    listed = _listed(context)
    return [_spelled_out(context, each, listed) for each in said] if listed else [*said]


def _listed(context: Context) -> Sequence[str]:
    """Return what was last listed in words, if it was of late and nothing was compared since."""
    says = Speaker(context.case.rulebase).says
    for turn in reversed(context.state.turns[-_FORGOTTEN_AFTER:]):
        answer = turn.answer
        if answer.query.intent is Intent.LIST and answer.about:
            return [says(each) for each in answer.about]
        if answer.query.intent is Intent.RECOMMEND and (advice := told_advice(answer)):
            return [says(each) for each in advice]
        if answer.query.intent is Intent.COMPARE:
            return ()
        if answer.query.quantified is not None and answer.instances is not None:
            return _told(context, answer.instances, denied=answer.query.denied)
    return ()


def _told(context: Context, found: Instances, denied: bool) -> Sequence[str]:
    """Return the names of whom a question asked that was of several."""
    entities = context.case.rulebase.vocabulary.entities
    bound = map(found.pattern.match, found.lacking if denied else found.holding)
    who = [each[ASKED] for each in bound if each is not None and ASKED in each]
    return [entities[each].name for each in dict.fromkeys(who) if each in entities]


def _spelled_out(context: Context, sentence: Sentence, listed: Sequence[str]) -> Sentence:
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


def _words(context: Context, told: str, before: str) -> Sequence[Word]:
    """Return the words of what was listed, the first behind a mark."""
    words = [w for each in sentences(told, context.index.names.pairs) for w in each.words]
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
