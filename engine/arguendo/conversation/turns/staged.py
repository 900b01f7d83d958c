"""Questions put to a scenario: `under the second one, is …?`, `everything but Ben: do they play?`.

A scenario is meant by its place among those last compared, or by a name of everything but one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import scenarios
from arguendo.conversation.turns import bare
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.scale import NONE
from arguendo.statements import Statement

SURE = 0.85
MOST_NAMED = 6
"""Words of a name like `everything but Ben and Anna`."""
_FORGOTTEN_AFTER = 4
"""Turns after which a comparison is no longer what `the second one` looks back to."""
_SHORTEST = 4
"""Letters of the longest word in *-er* that does not compare: *over*."""
_WHOLE = words_of("everything")


def read(said: Utterance) -> Query | None:
    """Read a question about a scenario that is told of by no more than its place or a but."""
    words = [word for sentence in said.said for word in sentence.words]
    of_two = _of_two(said.context, [word.text for word in words])
    if of_two is not None:
        return of_two
    start = next((p for p, w in enumerate(words) if w.text not in _leading()), len(words))
    opener = words[start].text if start < len(words) else ""
    begins = start + (opener in sayings.single("staged", "opens"))
    named, end = _named(said.context, words, begins) or _placed(said.context, words, begins)
    if not named:
        return None
    rest = words[end:]
    orders = opener in sayings.single("staged", "orders")
    if not rest or all(word.text in words_of("asks_on") for word in rest):
        return _alone(said.context, named, orders and not rest, begins > start)
    return asked(said, named, rest)


def _of_two(context: Context, words: Sequence[str]) -> Query | None:
    """Read `which of the two is safer?` as a comparison of what was last supposed or compared.

    Of two things that were supposed together each is a case of its own: `which of them matters?`.
    """
    which = next((p for p in range(len(words) - 2) if tuple(words[p : p + 2]) == _WHICH_OF), None)
    if which is None or words_of("advising") & {*words} or not any(map(_compares, words[which:])):
        return None
    if "most" in words:  # `which of those four matters most for the quota?`
        return None
    lately = context.queries[:_FORGOTTEN_AFTER]
    supposed = [dict(q.assume) for q in lately if q.intent is Intent.WHAT_IF and q.assume]
    apart = [each for place, each in enumerate(supposed) if each not in supposed[:place]]
    if len(apart) > 1:
        return Query(Intent.COMPARE, cases=(apart[1], apart[0]), confidence=SURE)
    if apart and len(apart[0]) == _TWO and context.last and context.last.assume:
        first, second = ({each: true} for each, true in apart[0].items())
        goal = context.last.statement
        return Query(Intent.COMPARE, goal, cases=(first, second), confidence=SURE)
    last = next((query for query in lately if query.intent is Intent.COMPARE), None)
    return replace(last, alternatives=(), clarify=False, confidence=SURE) if last else None


_WHICH_OF = ("which", "of")
_TWO = 2


def _compares(word: str) -> bool:
    """Tell whether a word compares: *safer*, *more*."""
    if word in words_of("comparatives") or word in words_of("matters_of_two"):
        return True
    return len(word) > _SHORTEST and word.endswith("er")


def _alone(
    context: Context, truth: Mapping[Statement, bool], orders: bool, opened: bool
) -> Query | None:
    """Read a scenario beside which nothing is asked: it is set, or put to the last statement."""
    if orders:
        return Query(Intent.ASSUME, assume=truth, confidence=SURE)
    goal = target.thread(context, truth) if opened or context.queries else None
    return Query(Intent.WHAT_IF, goal, truth, confidence=SURE)


def asked(said: Utterance, truth: Mapping[Statement, bool], rest: Sequence[Word]) -> Query | None:
    """Read what is asked where some statements are supposed; None where that names nothing."""
    query = Query(Intent.WHAT_IF, assume=truth)
    if rest[0].text in words_of("open_questions"):
        return None
    if said.context.goal and bare.asked_by([word.text for word in rest]) is Intent.ASK:
        return replace(query, statement=said.context.goal, confidence=SURE)
    rests = replace(said, said=[Sentence(tuple(rest), asks=True)], supposing=False)
    rests = rests.wants(Intent.WHAT_IF)
    readings = [r for r in rests.readings(Intent.WHAT_IF) if r.statement not in truth]
    return rests.about(query, readings) if readings else None


def _named(
    context: Context, words: Sequence[Word], start: int
) -> tuple[Mapping[Statement, bool], int] | None:
    """Find `everything but Ben` at a place: what is so in the scenario called so, and its end."""
    but = start + 1
    if len(words) < start + 3 or words[start].text not in _WHOLE:
        return None
    if words[but].text not in sayings.single("staged", "excepts"):
        return None
    most = min(len(words), but + MOST_NAMED)
    end = next((p for p in range(but + 2, most) if words[p].before), most)
    for last in range(end, but + 1, -1):
        text = " ".join(word.text for word in words[but + 1 : last])
        found = scenarios.find(context, f"everything except {text}")
        if found is not None:
            return truth_in(context, found), _behind(words, last)
    return None


def _behind(words: Sequence[Word], place: int) -> int:
    """Return where a name like `everything but Ben` ends with its verb: `… falls into place`."""
    ends = sayings.of("staged", "happens")
    texts = tuple(word.text for word in words[place:])
    return place + max((len(each) for each in ends if texts[: len(each)] == each), default=0)


def _placed(
    context: Context, words: Sequence[Word], start: int
) -> tuple[Mapping[Statement, bool], int]:
    """Find `the second one` at a place, where cases were compared, and where it ends."""
    compared = _compared(context)
    first = start + (start < len(words) and words[start].text in ("the", "that"))
    place = next((p for p in (first, first + 1) if _ordinal(words[p : p + 1]) is not None), None)
    if not compared or place is None or (place > first and words[first].text != "very"):
        return {}, 0
    end = place + 1
    while end < len(words) and words[end].text in sayings.single("staged", "called"):
        end += 1
    apart = end == len(words) or words[end].before or words[end].text in words_of("auxiliaries")
    at = _ordinal(words[place : place + 1]) or 0
    return (compared[at], end) if apart and -len(compared) <= at < len(compared) else ({}, 0)


def _ordinal(words: Sequence[Word]) -> int | None:
    places = {"former": 0, "first": 0, "second": 1, "third": 2, "latter": -1, "last": -1}
    return places.get(words[0].text) if words else None


def _compared(context: Context) -> list[Mapping[Statement, bool]]:
    """Return what is so in each of the cases that were last compared."""
    lately = context.queries[:_FORGOTTEN_AFTER]
    last = next((query for query in lately if query.intent is Intent.COMPARE), None)
    if last is None:
        return []
    return [*map(dict, last.cases)] or [truth_in(context, each) for each in last.scenarios]


def truth_in(context: Context, scenario: str) -> Mapping[Statement, bool]:
    """Return what is assumed in a scenario."""
    known = context.case.rulebase.scenario.get(scenario)
    return {a.statement: a.degree > NONE for a in known.assumptions} if known else {}


def _leading() -> frozenset[str]:
    return words_of("pleasantries") | {"but", "what"}
