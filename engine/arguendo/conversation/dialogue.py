"""One turn of a conversation: a pure step from state and text to state and reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from arguendo.case import Case
from arguendo.conversation.forgetting import forget
from arguendo.conversation.hearing import heard
from arguendo.conversation.state import Reply, State, Turn
from arguendo.conversation.turns import manners
from arguendo.explanation.questions import influences
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.assuming import assuming
from arguendo.inquiry.query import Beyond, Intent, Listing, Manner, Query, Step
from arguendo.scale import NONE
from arguendo.statements import Statement

_STAGE = frozenset({Intent.ASSUME, Intent.RETRACT})
_ASIDE = frozenset({Intent.LIST, Intent.DESCRIBE, Intent.HELP, Intent.OUT_OF_SCOPE, Intent.COMPARE})
_EMPTY = (Intent.OUT_OF_SCOPE,)
_RETOLD = (Manner.AGAIN, Manner.BRIEF, Manner.FULL)
_COURTEOUS = (Beyond.THANKS, Beyond.ASSENT, Beyond.IDLE)
_NO_TOPIC = _ASIDE | _STAGE
MOST_TURNS = 200
"""Turns remembered."""


def converse(state: State, text: str) -> tuple[State, Reply]:
    """Answer what a person types."""
    state = forget(state)
    asked, manner = manners.apart(text)
    if manner is None:
        return respond(state, heard(state, text), text)
    from arguendo.wording.answers import told

    after, reply = respond(state, heard(state, asked), text)
    short = told(reply.answer, manner)
    return after, reply if reply.answer.query.clarify else replace(reply, page=short)


def respond(state: State, query: Query, question: str = "") -> tuple[State, Reply]:
    """Answer a typed query: from another program, a toggle, or a choice between readings."""
    from arguendo.wording.answers import word
    from arguendo.wording.consultation import reminded
    from arguendo.wording.suggestions import suggest

    state = forget(state)
    if query.manner in _RETOLD and state.turns:
        return state, _retold(state, query, question)
    before, picked = state, _picked_on(state, query)
    if picked is None and ((query.adds and not query.besides) or _goes_on(state, query)):
        state = state.offering if query.intent is Intent.RETRACT else state.footing
    begun = state
    own = [each for each in query.besides if each in state.case.assumptions] if query.leaves else []
    if own:
        state = replace(state, case=state.case.retract(*own))
    if query.day is not None and query.intent not in _STAGE:
        state = state.on(query.day or None)
    case = picked if picked is not None else _case_for(state, query)
    found = answer(case, query, state.proof, state.consultation)
    if query.number is not None and found.step is None:
        found = replace(found, why_not=_told_last(state).why_not if state.turns else None)
    if query.is_pending:
        found = _pending(found)
    if query.back is Step.RESET and state.supposed is not None:
        found = _leaving(state, state.supposed, found)
    elif _takes(query) and not query.clarify and state.supposed is not None:
        found = _brought_back(state, state.supposed, found)
    after = _after(begun if query.clarify else state, found, question)
    found, after = _told_what_ends(before, found, after)
    page = word(found)
    if after.consultation is not None and query.intent is not Intent.CONSULT:
        page = reminded(page, after.consultation)
    return after, Reply(question, found, page, _suggested(state, suggest(found), found), query)


def _picked_on(state: State, query: Query) -> Case | None:
    """Return the case on which a query was told in short, where it picks what was offered.

    What sets the stage was not told yet, and is put to how things stand.
    """
    is_offered = query in state.choices and query.intent not in _STAGE
    return state.offered if is_offered else None


def _goes_on(state: State, query: Query) -> bool:
    """Tell whether a question goes on with the only what-if that was offered, which stays unsaid.

    Whoever asks on about what it bears on has taken it as it was meant; a *no* would leave it.
    What is assumed is listed with it.
    """
    alone = len(state.choices) == 1 and query.statement is not None and not query.assume
    if len(state.choices) == 1 and query.listing is Listing.ASSUMPTIONS:
        return True
    if not alone or query.intent in _STAGE or query.intent in _ASIDE:
        return False
    return not _changes_topic(state.footing, query)


def _told_what_ends(state: State, found: Answer, after: State) -> tuple[Answer, State]:
    """Note in an answer what was supposed before it, and is no longer.

    An offered what-if notes without what it was put; it stands again if that is not what was meant.
    """
    query = found.query
    if query.intent is Intent.RETRACT or not (query.leaves or state.supposed is not None):
        return found, after
    besides = query.besides if query.assume else ()
    told = {*found.dropped, *besides, *query.assume}
    kept = (s for s in state.case.assumptions if not (query.leaves and s in query.besides))
    offers = query.clarify and query.intent is Intent.WHAT_IF
    now = () if offers else after.current.assumptions
    still = {*now, *found.case.assumptions, *kept, *_told_last_to_end(state)}
    made = state.current.assumptions.items()
    left = {s: d > NONE for s, d in made if s not in told and s not in still}
    if not left:
        return found, after
    found = replace(found, left=left)
    last = replace(after.turns[-1], answer=found)
    return found, replace(after, turns=(*after.turns[:-1], last))


def _told_last_to_end(state: State) -> Iterable[Statement]:
    """Return what the last turn, which offered a what-if, said to be supposed no longer."""
    last = state.turns[-1].answer if state.turns else None
    return last.left if last is not None and last.query.clarify else ()


def _pending(found: Answer) -> Answer:
    """Leave the case as it is by an assumption that is asked back about first."""
    return replace(found, case=found.before, changes=(), dropped=(), displaced=(), idle=True)


def _leaving(state: State, supposed: Case, found: Answer) -> Answer:
    """Tell a step back to the scenario as one out of what was only supposed, too."""
    from arguendo.explanation.changes import changes

    left = supposed.assumptions != found.case.assumptions or supposed.as_of != found.case.as_of
    if not left:
        return found
    # Where that is all that is left, the conversation's own case takes no step that undo would see.
    case = state.case if found.idle else found.case
    return replace(found, before=supposed, case=case, idle=False, changes=changes(supposed, case))


def _brought_back(state: State, supposed: Case, found: Answer) -> Answer:
    """Assume again what only a what-if that is now taken back displaced."""
    from arguendo.explanation.changes import changes

    case, standing = found.case, state.case.assumptions
    gone = {s: d for s, d in standing.items() if s not in supposed.assumptions}
    gone = {
        s: degree
        for s, degree in gone.items()
        if s != found.query.statement
        and not any(case.assumptions.get(each, NONE) > NONE for each in case.contraries(s))
    }
    if not gone:
        return found
    again = replace(case.assume_all(gone), past=case.past, dropped=case.dropped)
    return replace(found, case=again, changes=changes(found.before, again))


def _told_last(state: State) -> Answer:
    """Return the last answer that explains something, else the last."""
    answers = [turn.answer for turn in reversed(state.turns)]
    explaining = (each for each in answers if each.step or each.proof or each.why_not)
    return next(explaining, answers[0])


def _retold(state: State, query: Query, question: str) -> Reply:
    """Tell the last answer again, shorter or in full; nothing is answered or done anew."""
    from arguendo.wording.answers import told
    from arguendo.wording.suggestions import suggest

    last = next(
        (t.answer for t in reversed(state.turns) if t.answer.query.intent not in _EMPTY),
        state.turns[-1].answer,
    )
    return Reply(question, last, told(last, query.manner), suggest(last), query)


def _suggested(state: State, own: tuple[str, ...], found: Answer) -> tuple[str, ...]:
    """Suggest after a courtesy, or a step that there is not, what was suggested before it."""
    from arguendo.wording.suggestions import suggest

    if found.query.number is not None and found.step is None and state.turns:
        return suggest(_told_last(state)) or own
    if found.query.beyond in _COURTEOUS and state.turns:
        before = [*reversed(state.turns)]
        last = next((t.answer for t in before if t.answer.query.intent not in _EMPTY), None)
        return (suggest(last) if last else ()) or own
    return own


def _case_for(state: State, query: Query) -> Case:
    """Return the case that a query is put to: the conversation's, or a what-if's that goes on."""
    if query.back is Step.UNDO or _takes(query) or _assumes(query):
        return state.current
    if query.intent in _STAGE or (query.intent is Intent.COMPARE and query.rival is None):
        return state.case
    if state.supposed is None or (not query.adds and _changes_topic(state, query)):
        return state.case
    if query.leaves:  # `forget that. May Anna play?`
        return state.case
    if query.assume and query.intent is Intent.WHAT_IF and not query.adds:
        return state.case
    last = state.turns[-1].answer if state.turns else None
    if last is not None and not query.adds and _does_without(query) and _does_without(last.query):
        return last.before  # what was asked to be done without before is there again
    return state.supposed


def _does_without(query: Query) -> bool:
    """Tell whether it is asked what something takes without something else, or with it."""
    return query.intent is Intent.WHAT_WOULD_IT_TAKE and bool(query.assume)


def _takes(query: Query) -> bool:
    """Tell whether a query takes back some of what is assumed, in a what-if or for good."""
    return query.intent is Intent.RETRACT and not query.assume and query.back is None


def _assumes(query: Query) -> bool:
    """Tell whether a query assumes something, or supposes it away, on top of what is supposed."""
    return query.intent in _STAGE and bool(query.assume)


def _changes_topic(state: State, query: Query) -> bool:
    """Tell whether a query leaves the what-if: it is about nothing that bears on its statement.

    Where that was put to nothing, it is about nothing on which what is supposed bears, nor about
    whom or what that is about.
    """
    goal = query.statement
    if goal is None or state.supposed is None:
        return False
    supposed = _only_supposed(state)
    if any(_bears(state.supposed, each, goal) for each in supposed):
        return False
    last = _last_goal(state)
    if last is None:
        return all(set(goal.arguments).isdisjoint(each.arguments) for each in supposed)
    return not _bears(state.supposed, last, goal)


def _only_supposed(state: State) -> tuple[Statement, ...]:
    """Return what is supposed in a what-if and not assumed for the whole conversation."""
    made = state.supposed.assumptions if state.supposed is not None else {}
    return tuple(s for s, degree in made.items() if state.case.assumptions.get(s) != degree)


def _last_goal(state: State) -> Statement | None:
    for turn in reversed(state.turns):
        if turn.answer.query.statement is not None and turn.answer.query.intent not in _NO_TOPIC:
            return turn.answer.query.statement
    return None


def _bears(case: Case, one: Statement, other: Statement) -> bool:
    """Tell whether one of two statements depends on the other."""
    first, second = case.graph.add(one), case.graph.add(other)
    return second in influences(case, one) or first in influences(case, other)


def _after(state: State, found: Answer, question: str) -> State:
    """Return what the conversation remembers after a turn."""
    query, choices = found.query, _choices(found.query)
    turns = (*state.turns, Turn(question, found))[-MOST_TURNS:]
    state = replace(
        state,
        turns=turns,
        # What tells why something does not hold is an explanation too, without numbered steps.
        proof=found.proof or (state.proof if found.why_not is None else None),
        choices=choices,
        offered=_offered_on(state, found) if choices else None,
    )
    if found.consultation is not None:
        return _consulting(state, found)
    if state.consultation is not None and state.consultation.is_over:
        state = replace(state, consultation=None)
    if query.is_pending:
        return state
    if query.intent in _STAGE:
        return _restaged(state, found)
    if query.intent in _ASIDE or found.query.clarify:
        return state
    if query.intent is Intent.WHAT_IF or query.assume:
        own = [each for each in query.besides if each in state.case.assumptions]
        case = state.case.retract(*own) if own else state.case
        return replace(state, case=case, supposed=found.case)
    if found.before is state.case:
        return replace(state, supposed=None)
    return state


def _offered_on(state: State, found: Answer) -> Case | None:
    """Return the case of the readings that are offered, or of those that still are."""
    return state.offered if found.query.beyond is Beyond.WHICH else found.before


def _consulting(state: State, found: Answer) -> State:
    """Remember a consultation; what was answered is supposed as long as one asks about that."""
    supposed = found.case if found.case.assumptions != state.case.assumptions else None
    return replace(state, consultation=found.consultation, supposed=supposed)


def _restaged(state: State, found: Answer) -> State:
    """Set the case of the conversation; what was only supposed stays on top, but for a reset.

    A step that both take is one step of both, so that one *undo* takes it back.
    """
    query, supposed = found.query, state.supposed
    if supposed is None or query.back is Step.RESET:
        return state.with_case(found.case)
    if query.back is Step.UNDO or _takes(query) or _assumes(query):
        if query.back is Step.UNDO:
            case = state.case.undo() if _step(supposed) == _step(state.case) else state.case
        else:
            case = assuming(state.case, query)
        left = found.case if found.case.assumptions != case.assumptions else None
        return replace(state, case=case, supposed=left)
    over = {
        s: degree
        for s, degree in supposed.assumptions.items()
        if state.case.assumptions.get(s) != degree
    }
    laid = found.case.assume_all(over)
    if laid.assumptions == found.case.assumptions:
        return state.with_case(found.case)
    return replace(state, case=found.case, supposed=replace(laid, past=supposed))


def _step(case: Case) -> Mapping[Statement, int | None]:
    """Return what the last step of a case changed: each statement with its degree from then on."""
    before, now = case.undo().assumptions, case.assumptions
    return {s: now.get(s) for s in (*before, *now) if before.get(s) != now.get(s)}


def _choices(query: Query) -> tuple[Query, ...]:
    """Return the readings that a person may pick by number, when one was asked back."""
    if query.beyond is Beyond.WHICH:
        return query.alternatives
    if not query.clarify or (query.intent is Intent.OUT_OF_SCOPE and not query.alternatives):
        return ()
    first = replace(query, clarify=False, alternatives=(), confidence=1.0, named="")
    others = (replace(q, clarify=False, confidence=1.0) for q in query.alternatives)
    return (first, *others)[:3]
