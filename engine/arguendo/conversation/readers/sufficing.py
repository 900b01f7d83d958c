"""Questions whether one thing takes another, or is enough for it: `is her fee necessary for that?`.

What is necessary is supposed not to be so, and it is asked what it takes then; what is to be enough
is supposed, and it is asked what then is so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.wanted import wanted
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

EACH = 3.0
"""The score from which on something is meant that is to be necessary or enough."""
SURE, UNSURE = 0.9, 0.6
WHOLLY = 0.7
"""How much of a question and of a statement must fit each other for that to be asked about."""
PARTLY = 0.5
"""The same of what is left out, where nothing that could come about hangs on it."""
_NEEDED, _ENOUGH = words_of("necessary"), words_of("sufficient")
_AIMS, _CAN = words_of("necessary_for"), words_of("can")
_HINGING, _HINGED_ON = words_of("hinging"), words_of("hinged_on")
_HAVING = words_of("having_to")
_WITHOUT, _MUST = "without", "must"


class DoneWithout(NamedTuple):
    """What a question says that something is to do without."""

    place: int
    """Where the word that says so stands."""
    means: Sequence[Word]
    aim: Sequence[Word]
    """The words beside: what is to come about."""


def read(said: Utterance) -> Query | None:
    """Read a question for yes or no that asks after what is necessary or enough."""
    if len(said.said) != 1:
        return None
    words = said.said[0].words
    joints = words_of("joints")
    start = next((place for place, word in enumerate(words) if word.text not in joints), 0)
    words = words[start:]
    if len(words) < 3:
        return None
    if (query := _without(said, words) or _obliged(said, words)) is not None:
        return query
    return _named(said, words, start) if words[0].text in word_lists().auxiliaries else None


def _obliged(said: Utterance, words: Sequence[Word]) -> Query | None:
    """Read `does it have to swim?`, `must it?` of what was asked about and hangs on that."""
    texts = [word.text for word in words]
    pairs = enumerate(pairwise(texts))
    place = next((p for p, (word, to) in pairs if word in _HAVING and to == "to"), 0)
    subject, means = texts[1:place], words[place + 2 :]
    if not place and texts[0] == _MUST:
        subject, means = texts[1:2], words[2:]
    if len(subject) != 1 or subject[0] not in target.THINGS | target.PERSONAL or not means:
        return None
    context, query = said.context, _necessary(said, means, ())
    if query is None or context.conclusion is None:
        return None
    asked = (each.statement for each in context.queries if each.statement is not None)
    goals = (each for each in (context.conclusion, *asked) if context.is_derived(each))
    goal = next((g for g in goals if target.depends(context, query.assume, g)), None)
    return replace(query, statement=goal) if goal is not None else None


def _named(said: Utterance, words: Sequence[Word], start: int) -> Query | None:
    """Read a question for yes or no in which it is said that one thing needs another."""
    texts = [word.text for word in words]
    if (place := _hinge(texts)) and not is_otherwise(said, start + place):
        if texts[1] in words_of("whatever_happens"):
            return None  # `does anything hang on her fee?` asks what follows from it
        return needing(said, words[place + 2 :], words[1:place])
    place = next((p for p, text in enumerate(texts) if p > 1 and text in _NEEDED | _ENOUGH), 0)
    if not place or any(word.before for word in words) or is_otherwise(said, start + place):
        return None
    means, aim = words[1:place], words[place + 1 :]
    small = word_lists().stop
    named = any(word.text not in small for word in aim)
    if named and aim[0].text not in _AIMS:
        return None
    goal = aim if named else ()
    if texts[place] in _NEEDED:
        return _necessary(said, means, goal)
    return _sufficient(said, means, goal)


def _hinge(texts: Sequence[str]) -> int:
    """Return the place of a word by which one asks whether one thing hangs on another, or 0."""
    pairs = enumerate(pairwise(texts))
    found = (p for p, (word, on) in pairs if word in _HINGING and on in _HINGED_ON)
    return next((p for p in found if p > 1 and p + 2 < len(texts)), 0)


def _without(said: Utterance, words: Sequence[Word]) -> Query | None:
    """Read a question how something is possible without another: `any way … without …?`."""
    told = done_without(words)
    asking = _asking(said, words[: told.place]) if told else ()
    if told is None or not asking or _asks_openly(words[: told.place]):
        return None
    # Those by which it is asked stand before what is done without.
    return needing(said, told.means, [w for p, w in enumerate(told.aim) if p not in asking])


def done_without(words: Sequence[Word]) -> DoneWithout | None:
    """Find what a question says that something is to do without."""
    place = next((p for p, word in enumerate(words) if word.text == _WITHOUT and p > 1), 0)
    if not place:
        return None
    end = next((p for p in range(place + 1, len(words)) if words[p].before), len(words))
    return DoneWithout(place, words[place + 1 : end], (*words[:place], *words[end:]))


def _asks_openly(words: Sequence[Word]) -> bool:
    """Tell whether it is asked for whatever happens then: `what would change without …?`."""
    stems = [word.stem for word in words]
    return any(each.end == len(stems) for each in cues.group("suppose", "then").find(stems))


def needing(said: Utterance, means: Sequence[Word], aim: Sequence[Word]) -> Query | None:
    """Ask what one thing takes without another."""
    assumed = read_assumptions(said.context, [means], [aim])
    truth = _denied(assumed)
    aims = [each for each in aims_at(said, aim) if each not in truth] if aim else []
    query = _necessary(said, means, aim)
    if query is not None and query.statement not in aims[:1]:
        return query
    if not truth and aims:
        return _of_whom(said, means, aims[0])
    return _borne_on(said, truth, aims, assumed.fits) if truth else None


def _of_whom(said: Utterance, means: Sequence[Word], goal: Statement) -> Query | None:
    """Ask back what something takes without the one thing that it could hang on of somebody."""
    context = said.context
    named = context.index.names.find([word.text for word in means])
    if len(named) != 1 or named[0].end - named[0].start != len(means):
        return None
    theirs = (s for s in context.case.graph.statements if s.arguments[:1] == named[0].entities[:1])
    able = [each for each in theirs if each != goal and not context.is_fact(each)]
    hanging = [each for each in able if target.depends(context, [each], goal)]
    if len(hanging) != 1:
        return None
    lacking = {hanging[0]: False}
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, lacking, confidence=UNSURE, clarify=True)


def _borne_on(
    said: Utterance, truth: dict[Statement, bool], aims: Sequence[Statement], fits: float
) -> Query | None:
    """Ask what something takes without what bears on it; back where it hardly is what was said.

    Where that bears on nothing that was named, the main conclusion may be meant.
    """
    main = main_conclusion(said.context.case)
    meant = dict.fromkeys([*aims, *([main] if main and main not in truth else [])])
    bearing = [each for each in meant if _bears(said, truth, each)]
    if not bearing and (fits < PARTLY or not meant):
        return None
    first, *others = dict.fromkeys([*bearing, *aims[:1], *meant])
    query = Query(Intent.WHAT_WOULD_IT_TAKE, first, truth, confidence=SURE)
    if first in bearing and first in aims[:1]:
        return query
    offered = tuple(replace(query, statement=each, confidence=UNSURE) for each in others[:2])
    return replace(query, confidence=UNSURE, clarify=True, alternatives=offered)


def _bears(said: Utterance, truth: Iterable[Statement], goal: Statement) -> bool:
    """Tell whether what is left out bears on what is to come about, or could on the like of it."""
    if target.depends(said.context, truth, goal):
        return True
    founded, own = said.context.founded_on(goal.predicate), set(goal.arguments)
    return any(each.predicate in founded and own & set(each.arguments) for each in truth)


def _asking(said: Utterance, words: Sequence[Word]) -> set[int]:
    """Return the places of those words by which it is asked whether or how something can be."""
    if words and words[0].text in _CAN:
        return {0}
    names = said.context.index.names
    told = wanted([Sentence(tuple(words), asks=True)], names)
    places = told.places.get(Intent.WHAT_WOULD_IT_TAKE, set())
    return {place for _, place in places}


def _denied(assumed: Assumed) -> dict[Statement, bool]:
    """Return what some words suppose, turned around; nothing where that is hardly said."""
    if assumed.score < EACH:
        return {}
    return {statement: not true for statement, true in assumed.truth.items()}


def is_otherwise(said: Utterance, place: int) -> bool:
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
    assumed = read_assumptions(context, [means], [aim])
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
    found = next(iter(aims_at(said, words)), None)
    points = replace(said, said=[Sentence(tuple(words), asks=True)]).points
    return said.context.conclusion if found is None and points else found


def aims_at(said: Utterance, words: Sequence[Word]) -> list[Statement]:
    """List what some words may name that is to come about, the likeliest first."""
    named = replace(said, said=[Sentence(tuple(words), asks=True)], supposing=False)
    readings = named.wants(Intent.WHAT_WOULD_IT_TAKE).readings(Intent.WHAT_WOULD_IT_TAKE)
    return [each.statement for each in readings]
