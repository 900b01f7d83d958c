"""What was taken back, put back by its name: `put the exemption back`, `bring the fee back in`.

To put something back is never to take it away: what stands already stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import barely
from arguendo.conversation.segmentation import orders
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE = 0.85
MOST_WORDS = 12
_AS = words_of("as_it_was")


def read(context: Context, said: Sequence[Sentence]) -> Query | None:
    """Read an order to put back what it names: of what was assumed, or else of what is open."""
    if len(said) != 1 or said[0].asks or len(said[0]) > MOST_WORDS:
        return None
    words = _put_back(said[0])
    found = named(context, words) if words else None
    if found is None or (context.is_fact(found) and found not in context.case.assumptions):
        return None
    if context.is_fact(found):  # it was supposed away
        return Query(Intent.RETRACT, found, confidence=SURE)
    only_supposed = context.state.supposed is not None
    if only_supposed and found not in context.state.case.assumptions:
        goal = context.goal if target.takes_up(context, {found: True}) else None
        return Query(Intent.WHAT_IF, goal, {found: True}, adds=True, confidence=SURE)
    return Query(Intent.ASSUME, assume={found: True}, confidence=SURE)


def named(context: Context, words: Sequence[Word]) -> Statement | None:
    """Return the one statement that some words name, of what was assumed or else of what is open.

    Each of them must be a word of its own, or name whom it speaks of.
    """
    for among in (dict.fromkeys(_assumed(context)), context.case.rulebase.question):
        found = [each for each in among if barely.says_all(context, each, words)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _assumed(context: Context) -> Iterator[Statement]:
    """Go through what is assumed, and what was, the latest first."""
    yield from context.case.assumptions
    for turn in reversed(context.state.turns):
        yield from turn.answer.case.assumptions
        yield from turn.answer.before.assumptions


def _put_back(sentence: Sentence) -> list[Word]:
    """Return what a sentence orders to put back; nothing where it gives no such order.

    What is put back *as it was* is taken back.
    """
    words = list(sentence.words)
    stems = [word.stem for word in words]
    found = cues.group("revoking", "returns").find(stems)
    small = lexicon.word_lists().stop | words_of("pleasantries")
    opens = [c for c in found if all(word.text in small for word in words[: c.start])]
    if not opens or any(word.text in _AS for word in words):
        return []
    if orders.inquires(sentence, min(cue.start for cue in opens)):
        return []
    opener = max(opens, key=lambda cue: len(cue.places))
    left = [w for p, w in enumerate(words) if p not in opener.places and p > opener.start]
    spoken = [w for w in left if w.text not in small and w.stem not in map(stem, small)]
    return left if spoken else []
