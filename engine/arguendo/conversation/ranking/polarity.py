"""Whether a question for yes or no asks that something is so, or that it is *not* so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.segmentation.parts import without_verdicts
from arguendo.conversation.statements.analysis import turns_verb
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.sentences import content, words_of_template
from arguendo.statements import Statement

_BEHIND_VERBS = words_of("denying_verbs")
_POINTERS = words_of("pointers")
_LIFTING = words_of("lifting")
_FRAMES = ("reverses", "assents")
WHOLLY = 0.6
"""How much of a phrase and of a text must fit for what it denies to be asked."""
CLEARLY = 1.5
"""How much likelier words must deny a statement than affirm it."""
AS_WELL = 0.85
"""How much of a statement must be told without the words that stop it, beside what is with them."""
MOST_WORDS = 16
"""Words of a question in which a pronoun surely stands for whom it is about."""


def asks_denied(context: Context, said: Sequence[Sentence], reading: Reading) -> bool:
    """Tell whether *yes* would deny a statement: `is it true that Leo is not in?`.

    `Isn't Leo in?` asks whether he is, and so does `is it false that he is not in?`. Where a text
    is not plainly built so, what else denies in it does not count.
    """
    names = context.index.names
    kept = without_verdicts(said, names)
    asking = next((each for each in reversed(kept) if each.asks), kept[-1] if kept else None)
    if asking is None:
        return False
    words, mentions = asking.words, names.find([word.text for word in asking.words])
    stems = [word.stem for word in words]
    reversing, assenting = (cues.group("polarity", each).find(stems) for each in _FRAMES)
    framed = {place for cue in (*reversing, *assenting) for place in cue.places}
    negation = word_lists().negation
    denying = [
        p
        for p, word in enumerate(words)
        if word.text in negation and p not in framed and not _is_ended(words, p)
    ]
    if denying == [1] and words[0].text in word_lists().auxiliaries:
        plain = [word for p, word in enumerate(words) if p not in denying]
        turned = replace(reading, positive=False)
        stopped = is_stopped(context, plain, replace(reading, positive=not reading.positive))
        opposite = stopped or _says_opposite(context, plain, turned)
        return opposite is not bool(reversing)
    if denying:
        is_denied = len(denying) == 1 and _is_denied(words, denying[0], mentions, reading.statement)
    else:
        if is_stopped(context, words, reading):
            return not reversing
        is_denied = _says_opposite(context, words, reading)
    if is_denied is reading.positive:
        return False  # it was read otherwise than it is built
    return is_denied is not bool(reversing)


def _is_ended(words: Sequence[Word], place: int) -> bool:
    """Tell whether a *no* only tells that something is over: `is that no longer so?`."""
    return [word.text for word in words[place : place + 2]] == ["no", "longer"]


def is_stopped(context: Context, words: Sequence[Word], reading: Reading) -> bool:
    """Tell whether it is asked whether somebody stops doing what a statement says.

    What the statement itself is told with stops nothing: `do they give up their seats?`.
    """
    texts = [word.text for word in words]
    if not reading.positive and turns_verb(texts):
        return True
    stopping = cues.group("clauses", "undoes", "stops").find([word.stem for word in words])
    taken = {place for cue in stopping for place in cue.places}
    if not taken:
        return False
    left = [text for place, text in enumerate(texts) if place not in taken]
    whole, rest = (_told_as(context, each, reading.statement, True) for each in (texts, left))
    return bool(whole and rest and rest.told >= AS_WELL * whole.told)


def _told_as(
    context: Context, texts: Sequence[str], statement: Statement, positive: bool
) -> Reading | None:
    """Return how a text affirms or denies a statement best, whatever question it belongs to."""
    piece = context.matcher.piece(texts, context.around)
    ranked = context.matcher.ranked(
        piece, lambda each, true: float(each == statement and true is positive), 1
    )
    return next((each for each in ranked if each.score > 0), None)


def _says_opposite(context: Context, words: Sequence[Word], reading: Reading) -> bool:
    """Tell whether words say that a statement is not so without a *not*: `are the courts dry?`.

    Its own words say that it is so, whatever else they are said for: `who needs courts?` denies it.
    """
    if reading.positive or min(reading.told, reading.coverage) < WHOLLY:
        return False
    if _is_in_its_own_words(context, words, reading.statement):
        return False
    texts = [word.text for word in words]
    denies = _told_as(context, texts, reading.statement, False)
    affirms = _told_as(context, texts, reading.statement, True)
    if denies is None or affirms is None:
        return denies is not None
    if denies.score > CLEARLY * affirms.score:
        return True
    fuller = _fits(denies) > CLEARLY * _fits(affirms)
    return fuller and denies.score > affirms.score


def _is_in_its_own_words(context: Context, words: Sequence[Word], statement: Statement) -> bool:
    """Tell whether a text says no more than the sentence by which a statement is declared."""
    texts = [word.text for word in words]
    inside = {p for m in context.index.names.find(texts) for p in range(m.start, m.end)}
    said = frozenset(content(text for p, text in enumerate(texts) if p not in inside))
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    return bool(said) and said <= words_of_template(predicate.says)


def _fits(reading: Reading) -> float:
    """Tell how much of a text and of what it says fit each other."""
    return reading.told * reading.coverage


def _is_denied(
    words: Sequence[Word], place: int, mentions: Sequence[Mention], statement: Statement
) -> bool:
    """Tell whether a *not* stands behind subject and verb, with more behind it: `Leo is not in`."""
    verb, rest = place - 1, words[place + 1 :]
    if words[place].text not in _BEHIND_VERBS or verb < 1 or not rest or rest[0].before:
        return False
    if len(rest) == 1 and rest[0].text in _POINTERS:
        return False  # `Leo is in, is not he?`
    if not _LIFTING.isdisjoint(word.text for word in rest):
        return False  # `Leo is not in until May`
    if words[verb].text not in word_lists().auxiliaries or words[verb].before:
        return False
    named = (m for m in mentions if m.end == verb)
    is_named = any(entity in statement.arguments for m in named for entity in m.entities)
    return is_named or (words[verb - 1].text in _POINTERS and len(words) <= MOST_WORDS)
