"""Going on with a session: its turns put again, by their typed queries, one state after another.

No language is read anew, so that assumptions, what-ifs, numbered steps and what pronouns point to
come out as they were. On a rule base that has changed since, what it does not know any more is
left out and named, and answers that come out otherwise are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from arguendo.case import Case
from arguendo.conversation.dialogue import respond
from arguendo.conversation.state import Reply, State
from arguendo.explanation.why import Proof, why
from arguendo.export.queries import BadQuery, read_key
from arguendo.inquiry.query import Query
from arguendo.journal.records import Head, Put, Turn
from arguendo.journal.turns import query_from
from arguendo.rulebase import RuleBase
from arguendo.vocabulary.words import is_date


@dataclass(frozen=True)
class Retraced:
    """A turn put again."""

    turn: Turn
    state: State
    """The state after it; the one before it when it could not be put."""
    reply: Reply | None = None
    again: Reply | None = None
    """The reply to the last question, put anew after a step on the stage."""
    lost: str = ""
    """Why it could not be put."""

    @property
    def differs(self) -> bool:
        """Whether the statement asked about stands otherwise than it did."""
        pairs = ((self.turn.said, self.reply), (self.turn.again, self.again))
        return any(put and reply and _standing(put) != _now(reply) for put, reply in pairs)


def beginning(head: Head, rulebase: RuleBase) -> tuple[Case, str]:
    """Return the case that a session began with; and, if it cannot be that one, why."""
    if head.scenario and head.scenario not in rulebase.scenario:
        return Case.of(rulebase), f"there is no scenario “{head.scenario}”"
    case = Case.of(rulebase, head.scenario)
    if head.as_of is not None and not is_date(head.as_of):
        return case, f"“{head.as_of}” is not a date"
    return replace(case, as_of=head.as_of), ""


def retraced(case: Case, turns: Iterable[Turn]) -> Iterator[Retraced]:
    """Put the turns of a session again, from the case that it began with."""
    state = State(case)
    proofs: dict[str, Proof] = {}
    for turn in turns:
        found = _retrace(state, turn, proofs)
        state = found.state
        if state.proof is not None:
            proofs[state.proof.goal.key] = state.proof
        yield found


def _retrace(state: State, turn: Turn, proofs: dict[str, Proof]) -> Retraced:
    try:
        return _put_again(state, turn, proofs)
    except BadQuery as error:
        return Retraced(turn, state, lost=str(error))
    except Exception as error:
        # A line of a journal may ask what no one can type: one that fails must not bar the rest.
        return Retraced(turn, state, lost=f"that fails inside the program ({type(error).__name__})")


def _put_again(state: State, turn: Turn, proofs: dict[str, Proof]) -> Retraced:
    """Put a turn again. Raises `BadQuery`."""
    rulebase = state.case.rulebase
    begun = _reread(state) if turn.anew else state
    query = query_from(turn.said.query, rulebase)
    asked = query_from(turn.again.query, rulebase) if turn.again else None
    begun = _counting(begun, turn.said, query, proofs)
    if turn.by_hand:
        begun = begun.before_step(query)
    after, reply = respond(begun, query, turn.said.question)
    if turn.again is None or asked is None:
        return Retraced(turn, after, reply)
    after, again = respond(after, asked, turn.again.question)
    return Retraced(turn, after, reply, again)


def _reread(state: State) -> State:
    """Return what is left of a state once the rule base is read anew: stage and consultation."""
    running = state.consultation and state.consultation.on(state.case)
    return State(state.case, consultation=running)


def _counting(state: State, put: Put, query: Query, proofs: dict[str, Proof]) -> State:
    """Return the state in which a step's number counts in the proof that it counted in.

    Raises `BadQuery` when the rule base does not know what that proof was of.
    """
    goal = put.numbered
    if query.number is None or goal is None or (state.proof and state.proof.goal.key == goal):
        return state
    known = proofs.get(goal) or why(state.current, read_key(goal, state.case.rulebase))
    return replace(state, proof=known)


def _standing(put: Put) -> tuple[str | None, str | None]:
    return put.answer.status, put.answer.degree


def _now(reply: Reply) -> tuple[str | None, str | None]:
    standing = reply.answer.standing
    if standing is None:
        return None, None
    scale = reply.answer.case.rulebase.scale
    return standing.status.value, scale.word(standing.degree)
