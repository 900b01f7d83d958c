"""Short turns that add to what is supposed: `and with long legs?`, `without the application?`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arguendo.conversation import sayings, target
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.context import Context
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Word
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

MOST_WORDS = 10
SURE = 0.8
_ASKING = (words_of("question_words"), words_of("auxiliaries"), words_of("suppose_anywhere"))
_ENOUGH = 3
"""Words from which on a piece is a clause."""


def read(said: Utterance) -> Query | None:
    """Read a turn that names no more than what is to be supposed besides, or left out."""
    context = said.context
    if len(said.said) != 1 or context.goal is None or len(said.said[0]) > MOST_WORDS:
        return None
    words = said.said[0].words
    start = next((p for p, w in enumerate(words) if w.text not in _leading()), len(words))
    if start == len(words):
        return None
    opener, rest = words[start].text, words[start + 1 :]
    truth: Mapping[Statement, bool] = {}
    if opener in sayings.single("adding", "without"):
        truth = _left_out(context, rest)
    elif opener in sayings.single("adding", "with") or _supposes(opener, rest):
        truth = _added(context, rest)
    elif start and said.said[0].asks and _goes_on(context, words[start:]):
        truth = _open(context, words[start:])
    joins = opener in sayings.single("adding", "joins")
    if not truth or not target.takes_up(context, truth, surely=joins):
        return None
    return Query(Intent.WHAT_IF, context.goal, truth, adds=True, confidence=SURE)


def _leading() -> frozenset[str]:
    return sayings.single("adding", "leading")


def _supposes(opener: str, rest: Sequence[Word]) -> bool:
    """Tell whether `when it has stripes` supposes something; `when did it …` does not."""
    if opener not in sayings.single("adding", "when") or len(rest) < _ENOUGH:
        return False
    return not any(rest[0].text in group for group in _ASKING)


def _goes_on(context: Context, words: Sequence[Word]) -> bool:
    """Tell whether a piece without a verb follows a supposition about a statement."""
    last = context.last
    supposed = last is not None and last.intent is Intent.WHAT_IF and last.statement is not None
    return supposed and not any(word.text in group for word in words for group in _ASKING)


def _added(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    return read_assumptions(context, [words]).truth if words else {}


def _open(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    truth = _added(context, words)
    return truth if truth and all(map(context.is_open, truth)) else {}


def _left_out(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    """Return what is left out: of what is assumed, if that is among it."""
    named = _added(context, words)
    held = [statement for statement in named if statement in context.case.assumptions]
    return dict.fromkeys(held or [s for s in named if context.holds(s)], False)
