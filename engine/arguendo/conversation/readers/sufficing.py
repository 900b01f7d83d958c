"""Questions whether one thing takes another, or is enough for it: `is her fee necessary for that?`.

What is necessary is supposed not to be so, and it is asked what it takes then; what is to be enough
is supposed, and it is asked what then is so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

EACH = 3.0
"""The score from which on something is meant that is to be necessary or enough."""
SURE = 0.9
WHOLLY = 0.7
"""How much of a question and of a statement must fit each other for that to be asked about."""
_NEEDED, _ENOUGH = words_of("necessary"), words_of("sufficient")
_AIMS, _CAN = words_of("necessary_for"), words_of("can")
_WITHOUT = "without"


def read(said: Utterance) -> Query | None:
    """Read a question for yes or no that asks after what is necessary or enough."""
    if len(said.said) != 1:
        return None
    words = said.said[0].words
    joints = words_of("joints")
    start = next((place for place, word in enumerate(words) if word.text not in joints), 0)
    words = words[start:]
    if len(words) < 3 or words[0].text not in word_lists().auxiliaries:
        return None
    texts = [word.text for word in words]
    if texts[0] in _CAN and _WITHOUT in texts[2:]:
        place = texts.index(_WITHOUT, 2)
        return _necessary(said, words[place + 1 :], words[1:place])
    place = next((p for p, text in enumerate(texts) if p > 1 and text in _NEEDED | _ENOUGH), 0)
    if not place or any(word.before for word in words) or _is_otherwise(said, start + place):
        return None
    means, aim = words[1:place], words[place + 1 :]
    small = word_lists().stop
    named = any(word.text not in small for word in aim)
    if named and aim[0].text not in _AIMS:
        return None
    wanted = aim if named else ()
    if texts[place] in _NEEDED:
        return _necessary(said, means, wanted)
    return _sufficient(said, means, wanted)


def _is_otherwise(said: Utterance, place: int) -> bool:
    """Tell whether the word belongs to what is asked about: `closely enough`, `not enough`."""
    before = said.said[0].words[place - 1].text
    if before.endswith("ly") or before in word_lists().negation:
        return True
    best = next(iter(said.whole.readings(Intent.ASK)), None)
    return best is not None and best.coverage >= WHOLLY and bool(best.worded >> place & 1)


def _necessary(said: Utterance, means: Sequence[Word], aim: Sequence[Word]) -> Query | None:
    found = _supposed(said, means, aim)
    if found is None:
        return None
    truth, goal = found
    denied = {statement: not true for statement, true in truth.items()}
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, denied, confidence=SURE)


def _sufficient(said: Utterance, means: Sequence[Word], aim: Sequence[Word]) -> Query | None:
    found = _supposed(said, means, aim)
    return Query(Intent.WHAT_IF, found[1], found[0], confidence=SURE) if found else None


def _supposed(
    said: Utterance, means: Sequence[Word], aim: Sequence[Word]
) -> tuple[dict[Statement, bool], Statement | None] | None:
    """Return what some words suppose, and for what it is to be necessary or enough.

    What rules conclude counts only for what rests on it: `is deterrence necessary?` asks after a
    conclusion of that name.
    """
    context = said.context
    assumed = read_assumptions(context, [means])
    if assumed.score < EACH:
        return None
    truth = dict(assumed.truth)
    goal = _aimed_at(said, aim) if aim else context.conclusion or main_conclusion(context.case)
    derived = [each for each in truth if context.is_derived(each)]
    if goal in truth or (aim and goal is None):
        return None
    if derived and not (aim and goal and target.depends(context, derived, goal)):
        return None
    return truth, goal


def _aimed_at(said: Utterance, words: Sequence[Word]) -> Statement | None:
    """Return what some words name that is to come about."""
    named = replace(said, said=[Sentence(tuple(words), asks=True)], supposing=False)
    readings = named.wants(Intent.WHAT_WOULD_IT_TAKE).readings(Intent.WHAT_WOULD_IT_TAKE)
    found = next((each.statement for each in readings), None)
    return said.context.conclusion if found is None and named.points else found
