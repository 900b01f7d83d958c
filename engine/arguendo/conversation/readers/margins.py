"""By how much: `how many days late was he?` of the days and numbers that were compared."""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import thresholds, values
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.margins import margins
from arguendo.explanation.why import why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.query import Intent, Manner, Query
from arguendo.statements import Statement

SURE = 0.9
TOLD = 0.6
"""How much of a question must be told by a conclusion that it names itself."""


def read(said: Utterance) -> Query | None:
    """Read a question for the difference of what was compared for what is or was spoken of."""
    return _slack(said) or thresholds.read(said) or _of_last(said) or _of_named(said)


def _slack(said: Utterance) -> Query | None:
    """Read how far a number may go before what is named there turns: `… before she is late`."""
    if len(said.said) != 1:
        return None
    (sentence,) = said.said
    found = cues.group("margins", "slack").find([word.stem for word in sentence.words])
    ends = (p for p, word in enumerate(sentence.words) if word.text in words_of("as_far_as"))
    place = next((each for each in ends if found and each >= found[0].end), None)
    if place is None:
        return None
    told = replace(said, said=[Sentence(sentence.words[place + 1 :], asks=True)])
    readings = told.wants(Intent.ASK).whole.readings(Intent.ASK)
    goal = next((each.statement for each in readings), None)
    if goal is None or not _compares(said, goal):
        return None
    return Query(Intent.ASK, goal, manner=Manner.MARGIN, confidence=SURE)


def _of_last(said: Utterance) -> Query | None:
    """Read such a question about what was last spoken of, which names nothing else."""
    last = next((q for q in said.context.queries if q.statement is not None), None)
    if len(said.said) != 1 or last is None or last.statement is None:
        return None
    (sentence,) = said.said
    found = cues.group("margins", "words").find([word.stem for word in sentence.words])
    taken = {place for cue in found for place in cue.places}
    rest = [word.text for place, word in enumerate(sentence.words) if place not in taken]
    small = word_lists().stop | words_of("pleasantries") | words_of("spans") | words_of("pointing")
    if not found or not all(word in small for word in rest):
        return None
    asked = last.value if last.value is not None and last.value.relation else None
    if asked is None and not _compares(said, last.statement):
        return None
    return Query(Intent.ASK, last.statement, manner=Manner.MARGIN, value=asked, confidence=SURE)


def _of_named(said: Utterance) -> Query | None:
    """Read such a question of a conclusion that it names itself: `by how much was Ann late?`.

    What has a number of its own for that is asked for by that.
    """
    if len(said.said) != 1 or not said.entities:
        return None
    (sentence,) = said.said
    if not cues.group("margins", "words").find([word.stem for word in sentence.words]):
        return None
    readings = said.wants(Intent.ASK).whole.readings(Intent.ASK)
    goal = next((each.statement for each in readings if each.told >= TOLD), None)
    if goal is None or not said.context.is_derived(goal) or not _compares(said, goal):
        return None
    if values.asked(said) is not None:
        return None
    return Query(Intent.ASK, goal, manner=Manner.MARGIN, confidence=SURE)


def _compares(said: Utterance, goal: Statement) -> bool:
    """Tell whether days or numbers are compared for a statement."""
    case = said.context.case
    return bool(margins(why(case, goal), None if case.holds(goal) else why_not(case, goal)))
