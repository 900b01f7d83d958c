"""Scenarios called by name where else a text makes no sense: `what if the hawks win?`.

`Switch to the best case` begins with one; `in the full strategy, do talks follow?` asks in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import scenarios
from arguendo.conversation.turns import staged
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query

SURE = 0.85
SHORTEST = 2
"""Words of a name that is one wherever it stands; a shorter one needs `scenario` behind it."""
MOST_WORDS = 8
"""Words by which a scenario may be called that is switched to."""


class _Called(NamedTuple):
    """A scenario named in a text, and where."""

    scenario: str
    start: int
    end: int


def read(said: Utterance, doubtful: Query) -> Query | None:
    """Read a text that names a scenario to begin with, to suppose or to ask in.

    None where its words were taken for something that is assumed in that scenario.
    """
    if len(said.said) != 1:
        return None
    words = said.said[0].words
    switched = None if doubtful.assume else _switched(said.context, words)
    if switched is not None:
        return switched
    called = _called(said.context, words)
    if called is None or _says_itself(said.context, called, doubtful):
        return None
    before, behind = _stripped(words[: called.start]), words[called.end :]
    if not behind and _is_small(before):
        return _alone(said.context, called, words[: called.start])
    truth = staged.truth_in(said.context, called.scenario)
    if not truth or (before and behind) or doubtful.intent is not Intent.OUT_OF_SCOPE:
        return None
    return staged.asked(said, truth, before or behind)


def _says_itself(context: Context, called: _Called, query: Query) -> bool:
    """Tell whether a text was read as saying itself some of what is so in a scenario."""
    truth = staged.truth_in(context, called.scenario)
    return bool(query.assume) and query.assume.items() <= truth.items()


def within(said: Utterance) -> Query | None:
    """Read in which scenario a question is put: `do talks follow in the best case?`."""
    if len(said.said) != 1 or not said.said[0].asks:
        return None
    words = said.said[0].words
    inside = sayings.single("staged", "inside")
    if not any(word.text in inside for word in words):
        return None
    called = _called(said.context, words)
    if called is None or not called.start or words[called.start - 1].text not in inside:
        return None
    before, behind = _stripped(words[: called.start]), words[called.end :]
    apart = not behind or bool(behind[0].before) or behind[0].text in words_of("auxiliaries")
    truth = staged.truth_in(said.context, called.scenario)
    if not apart or not truth or bool(before) == bool(behind):
        return None
    return staged.asked(said, truth, before or behind)


def _switched(context: Context, words: Sequence[Word]) -> Query | None:
    """Read `switch to the hawks scenario`: the case begins anew with it."""
    small = word_lists().stop | words_of("pleasantries")
    found = cues.group("scenario", "switches").find([word.stem for word in words])
    opens = [cue for cue in found if all(word.text in small for word in words[: cue.start])]
    if not opens:
        return None
    called = sayings.single("staged", "called")
    rest = [word.text for word in words[opens[0].end :]]
    bare = rest[:-1] if rest and rest[-1] in called else rest
    if not 0 < len(bare) <= MOST_WORDS:
        return None
    find = scenarios.find
    scenario = find(context, " ".join(rest)) or find(context, " ".join(bare))
    return Query(Intent.ASSUME, scenarios=(scenario,), confidence=SURE) if scenario else None


def _alone(context: Context, called: _Called, opening: Sequence[Word]) -> Query | None:
    """Read a scenario beside which nothing is asked: it is to stand, or is only supposed."""
    truth = staged.truth_in(context, called.scenario)
    orders = sayings.single("staged", "orders")
    if any(word.text in orders for word in opening):
        made = Query(Intent.ASSUME, assume=truth, confidence=SURE)
        return made if truth else Query(Intent.ASSUME, scenarios=(called.scenario,))
    goal = target.thread(context, truth) if context.queries else None
    return Query(Intent.WHAT_IF, goal, truth, confidence=SURE) if opening and truth else None


def _called(context: Context, words: Sequence[Word]) -> _Called | None:
    """Find the longest name of a scenario; none where several are named as long."""
    found = sorted(_all_called(context, words), key=lambda each: each.start - each.end)
    longest = [each for each in found if each.end - each.start == found[0].end - found[0].start]
    return found[0] if len({each.scenario for each in longest}) == 1 else None


def _all_called(context: Context, words: Sequence[Word]) -> Iterator[_Called]:
    stems = [word.stem for word in words]
    called = sayings.single("staged", "called")
    for scenario in context.case.rulebase.scenarios:
        for name in (scenario.title, *scenario.also, scenario.id.replace("_", " ")):
            wanted = [stem(word) for word in plain_words(name)]
            for start in range(len(stems) - len(wanted) + 1 if wanted else 0):
                end = start + len(wanted)
                follows = end < len(words) and words[end].text in called
                if stems[start:end] == wanted and (follows or len(wanted) >= SHORTEST):
                    yield _Called(scenario.id, start, end + follows)


def _stripped(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out the words that open a scenario behind a question: `do talks follow in …`."""
    opens = sayings.single("staged", "opens")
    while words and words[-1].text in opens:
        words = words[:-1]
    return words if not _is_small(words) else ()


def _is_small(words: Sequence[Word]) -> bool:
    """Tell whether words ask for no more than what there is then: `what happens`, `so what`."""
    small = words_of("asks_on") | words_of("pleasantries") | sayings.single("staged", "opens")
    small |= sayings.single("staged", "no_more")
    return all(word.text in small for word in words)
