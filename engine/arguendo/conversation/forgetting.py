"""What was supposed once, and is no longer, is forgotten: it must not show in later answers."""

from __future__ import annotations

from dataclasses import replace

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.matching.grounding import Grounding
from arguendo.scale import NONE
from arguendo.statements import Statement


def forget(state: State) -> State:
    """Put a conversation over a reasoning graph that holds what its cases assume, and no more.

    That of a large rule base stays as it is: to build it anew would be felt.
    """
    grounding = state.case.grounding
    if grounding.digest or grounding.admitted <= _assumed(state):
        return state
    moved = _Moved(grounding)
    running, turns = state.consultation, state.turns
    if state.choices and turns:  # what was asked back about is gone on with
        last = turns[-1].answer
        last = replace(last, case=moved.case(last.case), before=moved.case(last.before))
        turns = (*turns[:-1], replace(turns[-1], answer=last))
    return replace(
        state,
        case=moved.case(state.case),
        supposed=state.supposed and moved.case(state.supposed),
        offered=state.offered and moved.case(state.offered),
        consultation=running and replace(running, case=moved.case(running.case)),
        turns=turns,
    )


class _Moved:
    """Cases over a new graph, each once: some are asked whether they are the same."""

    def __init__(self, old: Grounding) -> None:
        self._old, self._new = old, old.anew()
        self._made: dict[int, Case] = {}

    def case(self, case: Case) -> Case:
        if case.grounding is not self._old:
            return case
        if id(case) not in self._made:
            self._made[id(case)] = case.over(self._new)
        return self._made[id(case)]


def _assumed(state: State) -> frozenset[Statement]:
    """Return what the cases assume that a turn may still come back to."""
    last = [state.turns[-1].answer.case] if state.turns and state.choices else []
    cases = [state.case, state.supposed, state.offered, *last]
    if state.consultation is not None:
        cases.append(state.consultation.case)
    return frozenset(
        s for each in cases if each is not None for s, d in each.assumptions.items() if d > NONE
    )
