"""Turns that take up what was to be assumed and go on: `yes, and may Anna play then?`.

What was asked back about is put to the question, as if it had been supposed with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from arguendo.conversation.english import sayings
from arguendo.conversation.state import State
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Intent, Query

_Understands: TypeAlias = Callable[[State, str], Query]

_BORDER = re.compile(r"[.!;,:—–]+\s+|\s+-+\s+|\s+(?=and\b)", re.IGNORECASE)
"""Where a word that takes up what was offered may end."""
_GOES_ON = (Intent.ASK, Intent.WHAT_IF, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE)


def read(state: State, text: str, understands: _Understands) -> Query | None:
    """Read a question that goes on with the only thing that was to be assumed."""
    offered = state.choices[0] if len(state.choices) == 1 else None
    if offered is None or offered.intent is not Intent.ASSUME or not offered.assume:
        return None
    head, *rest = _BORDER.split(text.strip(), maxsplit=1)
    if not rest or not sayings.is_one(sayings.words_in(head), "accepting", "words"):
        return None
    supposed = assuming(state.current, replace(offered, clarify=False))
    asked = understands(replace(state, supposed=supposed, choices=()), rest[0])
    if asked.statement is None or asked.intent not in _GOES_ON:
        return None
    return _granting(asked, offered)


def _granting(asked: Query, offered: Query) -> Query:
    """Put to a question, and to what else it may mean, what was offered on top of what stands."""
    others = tuple(_granting(each, offered) for each in asked.alternatives)
    intent = Intent.WHAT_IF if asked.intent is Intent.ASK else asked.intent
    assume = {**offered.assume, **asked.assume}
    return replace(asked, intent=intent, assume=assume, alternatives=others, adds=True)
