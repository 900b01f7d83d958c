"""Turns that take something back and suppose something else: `forget Ben. What if Anna pays?`.

Or that leave a what-if and ask: `forget that. May Anna play?`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from arguendo.case import Case
from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import MOST_CHARACTERS, Word, sentences
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.state import State, Turn
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.scale import NONE
from arguendo.wording.asides import never_assumed, nothing_of
from arguendo.wording.statements import Speaker

_Understands: TypeAlias = Callable[[State, str], Query]

MOST_WORDS = 12
"""Words of an order to take something back that is followed by a supposition."""
SURE = 0.9
"""How sure it must be what is to be taken back for it to be said that it was never assumed."""
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_BORDERS = re.compile(r"[.!;,:—–]+\s+|\s+-+\s+|\s+(?=(?:and|but|then)\b)", re.IGNORECASE)
"""Where an order may end that is followed by a supposition."""


def read(state: State, text: str, understands: _Understands) -> Query | None:
    """Read a turn of which one part takes back of what is assumed, and the other supposes."""
    for order, rest in _halves(text) if state.turns else ():
        back = understands(state, order)
        if (note := _takes_nothing(state, order, back)) and not _supposes(_words(rest)):
            asked = understands(state, rest)
            told = asked.intent is not Intent.RETRACT and _asks_something(asked)
            return replace(asked, notes=(*asked.notes, note)) if told else None
        puts_back = back.intent is Intent.WHAT_IF and back.adds
        if back.intent not in (Intent.RETRACT, Intent.ASSUME) and not puts_back:
            return None
        if back.clarify:
            return None
        before = state.footing.current if back.adds and not puts_back else state.current
        after = assuming(before, back)
        stands = back.intent is Intent.ASSUME or back.back is Step.RESET
        if stands and after.assumptions == before.assumptions:
            return understands(state, rest)  # the order changes nothing
        away = back.intent is Intent.RETRACT and back.assume
        if away or after.assumptions == before.assumptions:
            return None
        query = understands(_without(state, order, back, after), rest)
        if query.intent in _SUPPOSING and query.assume:
            return _both(query, before, after)
        return _leaving(state, query, before, after)
    return None


def _takes_nothing(state: State, order: str, back: Query) -> str:
    """Say of what an order would take back that it was never assumed; nothing if it may have been.

    That is known to be otherwise, or nothing of it is spoken of in the rule base.
    """
    context = Context(state)
    takes = back.intent is Intent.RETRACT and not back.assume and back.back is None
    statement = back.statement if takes and back.confidence >= SURE else None
    if statement is not None:
        idle = statement not in state.footing.current.assumptions and not back.adds
        return never_assumed(Speaker(context.case.rulebase), statement) if idle else ""
    taken, words = _order(_words(order)), _words(order)
    small = lexicon.word_lists().stop | words_of("pleasantries") | words_of("whatever")
    small |= words_of("assumed_things") | words_of("told_of")
    left = [word for place, word in enumerate(words) if place not in taken]
    named = [word for word in left if word.text not in small]
    known = any(word.stem in context.index.vocabulary for word in named)
    free = _free(context, words) if takes and back.statement is None else ""
    if free:
        return nothing_of(Speaker(context.case.rulebase).name(free))
    return nothing_of(" ".join(word.text for word in named)) if named and not known else ""


def _free(context: Context, words: Sequence[Word]) -> str:
    """Return the first of those named where nothing is assumed of any of them."""
    named = [e for m in context.index.names.find([w.text for w in words]) for e in m.entities]
    assumed = context.state.footing.current.assumptions
    free = all({*named}.isdisjoint(each.arguments) for each in assumed)
    return named[0] if named and free else ""


def _asks_something(query: Query) -> bool:
    """Tell whether a query is about a statement, or asks for advice or for a list."""
    return query.statement is not None or query.intent in (Intent.RECOMMEND, Intent.LIST)


def _leaving(state: State, query: Query, before: Case, after: Case) -> Query | None:
    """Let a question be asked of the case that is left by the order.

    Of a what-if nothing may be left: what is still supposed was not spoken of.
    """
    if state.supposed is not None and after.assumptions != state.case.assumptions:
        return None
    if not _asks_something(query) or query.intent in (*_SUPPOSING, Intent.RETRACT):
        return None
    gone = tuple(s for s in before.assumptions if s not in after.assumptions)
    if not gone:
        return None
    others = tuple(replace(each, besides=gone, adds=False) for each in query.alternatives)
    return replace(query, besides=gone, adds=False, alternatives=others)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Part a text into an order to take back and what it supposes, whichever comes first.

    What it asks comes last.
    """
    for border in _BORDERS.finditer(text) if len(text) <= MOST_CHARACTERS else ():
        order, rest = text[: border.start()], text[border.end() :]
        asks = bool(border[0].strip()) and any(each.asks for each in sentences(rest)[:1])
        if _orders(_words(order)) and (asks or _supposes(_words(rest))):
            yield order, _alone(rest)
            return
        if _supposes(_words(order)) and _orders(_words(rest)):
            yield _alone(rest), order
            return


def _alone(rest: str) -> str:
    """Leave out what ties a supposition to an order before it: `but`, `instead`."""
    in_place = "|".join(sorted(words_of("in_place")))
    alone = re.sub(r"^(?:(?:and|but|then)\b[,\s]*)+", "", rest, flags=re.IGNORECASE)
    return re.sub(rf",?\s+(?:{in_place})\b(?!\s+(?:of|than)\b)", "", alone, flags=re.IGNORECASE)


def _words(text: str) -> list[Word]:
    return [word for sentence in sentences(text) for word in sentence.words]


def _orders(words: list[Word]) -> bool:
    """Tell whether words begin with an order to take something back, or to put it back."""
    return bool(_order(words)) and len(words) <= MOST_WORDS


def _order(words: list[Word]) -> set[int]:
    """Return the places of the words that order to take something back, or to put it back."""
    small = lexicon.word_lists().stop | words_of("pleasantries")
    stems = [word.stem for word in words]
    groups = (
        cues.group("retract", "opens", "undo", "reset"),
        cues.group("revoking", "restores", "returns"),
    )
    found = [cue for group in groups for cue in group.find(stems)]
    opens = [cue for cue in found if all(word.text in small for word in words[: cue.start])]
    return {place for cue in opens for place in cue.places}


def _supposes(words: list[Word]) -> bool:
    """Tell whether words begin by supposing something."""
    leading = words_of("leading")
    start = next((p for p, word in enumerate(words) if word.text not in leading), len(words))
    stems = [word.stem for word in words[start:]]
    opens = cues.group("suppose", "what_if", "opens").find(stems)
    bids = start < len(words) and words[start].text in words_of("bids")
    return bids or any(cue.start == 0 for cue in opens)


def _without(state: State, order: str, back: Query, after: Case) -> State:
    """Return the state after the order, in which the rest is read."""
    turn = Turn(order, Answer(back, state.current, after))
    supposed = after if state.supposed is not None else None
    case = state.case if supposed else after
    return replace(state, case=case, supposed=supposed, turns=(*state.turns, turn), choices=())


def _both(query: Query, before: Case, after: Case) -> Query:
    """Let a query that supposes take back, and put back, as well, in the same step."""
    back = {s: d > NONE for s, d in after.assumptions.items() if before.assumptions.get(s) != d}
    gone = [s for s in before.assumptions if s not in after.assumptions and s not in query.assume]
    return replace(query, assume={**back, **query.assume}, besides=tuple(gone), adds=True)
