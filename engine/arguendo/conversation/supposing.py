"""Readers of what sets the stage: suppositions, assumptions, what is taken back, comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation import cues, followups, scenarios, target
from arguendo.conversation.assumptions import Assumed, read_assumptions
from arguendo.conversation.confidence import threshold
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.segments import Stance
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.conversation.words import Sentence, Word
from arguendo.inquiry.query import Intent, Query

PLAIN = 4.0
"""The score from which on even a short question is about a statement of its own."""
_EXPLAINS = (Intent.WHY, Intent.WHY_NOT, Intent.WHAT_FOLLOWS, Intent.LINCHPINS, Intent.SOURCE)
_WITH_ASSUMPTION = (Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS, Intent.WHY_NOT, Intent.WHY)
"""Intents that a question may have beside what it assumes."""


def compares(said: Utterance) -> Query | None:
    """Read a comparison of scenarios, or of the case with and without assumptions."""
    if said.wanted.score(Intent.COMPARE) < 2.5:
        return None
    found = scenarios.named(said.context, said.said)
    if found:
        return Query(Intent.COMPARE, scenarios=found[:2], confidence=0.85)
    words = [word for sentence in said.said for word in sentence.words]
    assumed = read_assumptions(said.context, [words])
    return Query(Intent.COMPARE, assume=assumed.truth, confidence=0.6)


def retracts(said: Utterance) -> Query | None:
    """Read an order to take back an assumption, or to suppose a fact away."""
    asks = any(s.asks or _begins_question(s) for s in said.parts.rest)
    return None if asks else followups.retract(said.context, said.said)


def _begins_question(sentence: Sentence) -> bool:
    return bool(sentence.words) and sentence.words[0].text in followups.QUESTION_WORDS


def supposes(said: Utterance) -> Query | None:
    """Read `if …, would …?` and `assume that …`."""
    parts = said.parts
    if parts.stance is None or not parts.assumed:
        return None
    assumed = read_assumptions(said.context, parts.assumed)
    if not assumed.truth:
        return None
    rest = [sentence for sentence in parts.rest if len(sentence) > 1]
    if rest and not _bears(said, assumed, rest):
        return None
    if parts.stance is Stance.STANDS and not rest and not parts.open_end:
        return Query(Intent.ASSUME, assume=assumed.truth, confidence=_sure(assumed))
    return _what_if(said, assumed, rest)


def assumed_by(said: Utterance) -> Assumed:
    """Read what a text assumes that is known to assume something."""
    return read_assumptions(said.context, spans_of(said))


def spans_of(said: Utterance) -> list[tuple[Word, ...]]:
    """Return the pieces of a text that may say what it assumes."""
    parts = said.parts
    told = [*parts.declared, *(s.words for s in parts.rest if not s.asks)]
    return parts.assumed or told or [s.words for s in parts.rest]


def _bears(said: Utterance, assumed: Assumed, rest: Sequence[Sentence]) -> bool:
    """Tell whether what is assumed could bear on what is asked, if both are conclusions.

    `Is there anything in it for them if they agree?` supposes nothing: it only says when.
    """
    context = said.context
    if any(
        context.is_open(s) or context.is_fact(s) or not context.is_derived(s) for s in assumed.truth
    ):
        return True
    readings = said.readings(Intent.WHAT_IF, rest)
    if not readings:
        return True
    return target.depends(context, assumed.truth, readings[0].statement)


def declares(said: Utterance) -> Query | None:
    """Read plain sentences before a question as assumptions, when all of them are open."""
    rest = said.parts.rest
    questions = [sentence for sentence in rest if sentence.asks]
    declared = [sentence.words for sentence in rest if not sentence.asks and len(sentence) > 3]
    first = not rest or (bool(declared) and declared[0] is rest[0].words)
    if said.parts.stance or not (first or said.parts.declared):
        return None
    declared = [*said.parts.declared, *declared]
    if not said.parts.open_end and all(map(_takes_up, questions)):
        return None
    if any(said.wanted.score(intent) > 2.0 for intent in _EXPLAINS):
        return None
    assumed = read_assumptions(said.context, declared)
    return _what_if(said, assumed, questions) if _could_be_so(said, assumed) else None


def _could_be_so(said: Utterance, assumed: Assumed) -> bool:
    """Tell whether what is declared is not how things stand, but could be."""
    context = said.context
    differs = [s for s, true in assumed.truth.items() if true != context.holds(s)]
    usual = [s for s in assumed.truth if s not in differs and not context.is_open(s)]
    return assumed.score >= LEAST and not usual and any(map(context.is_open, differs))


def _takes_up(sentence: Sentence) -> bool:
    """Tell whether a question only takes up the sentence before: `isn't that so?`."""
    stems = [word.stem for word in sentence.words]
    framed = {p for cue in cues.group("frames", "words").find(stems) for p in cue.places}
    return len(stems) - len(framed) <= 1


def _what_if(said: Utterance, assumed: Assumed, rest: Sequence[Sentence]) -> Query:
    """Complete a supposition with what is asked about it."""
    strong = (intent for intent in _WITH_ASSUMPTION if said.wanted.score(intent) >= 3.0)
    intent = next(strong, Intent.WHAT_IF)
    adds = said.parts.adds
    query = Query(intent, assume=assumed.truth, confidence=_sure(assumed), adds=adds)
    goal = said.context.goal
    readings = said.readings(intent, rest, assumed.truth) if rest else []
    readings = [reading for reading in readings if reading.statement not in assumed.truth]
    bare = _is_bare(rest) and not any(map(said.mentions, rest))
    if goal is not None and bare and readings and readings[0].score < PLAIN:
        readings = []
    if readings:
        return said.about(query, readings, assumed.score)
    follows = rest or (adds and not said.parts.open_end)
    sure = round(said.sure(query, (), assumed.score), 2)
    return replace(
        query,
        statement=goal if follows and not said.parts.open_end else None,
        confidence=sure,
        clarify=sure < threshold(),
    )


def _is_bare(rest: Sequence[Sentence]) -> bool:
    """Tell whether a question says next to nothing of its own: `does he come now?`."""
    small = word_lists().stop
    content = [word for sentence in rest for word in sentence.words if word.text not in small]
    return len(content) <= 1


def _sure(assumed: Assumed) -> float:
    return round(min(1.0, 0.4 + assumed.score / 12.0), 2)
