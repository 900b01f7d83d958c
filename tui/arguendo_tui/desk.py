"""The desk: where the conversation's state lies, one step at a time, without any user interface.

Every step may come from a thread of its own: a lock lets one work on the reasoning graph at a
time, and what a step returns can be shown without touching the graph again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock

from arguendo.cancelling import as_a_whole, heed
from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import Reply, State
from arguendo.explanation.why import Proof
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.journal.files import Session
from arguendo.journal.replaying import Retraced, retraced
from arguendo.journal.turns import edition_of, stage_of
from arguendo.mapping.surveying import FEW, View
from arguendo.problems import printable
from arguendo.statements import Statement
from arguendo.valuation import Standing
from arguendo.wording.questions import query_in_words
from arguendo.wording.suggestions import suggest
from arguendo_tui.board import Board, Earlier, Exchange, Found, Opening, Recalled, Sides
from arguendo_tui.finding import found_in, told_between
from arguendo_tui.findings import Shift, shifts
from arguendo_tui.gist import change_told, fits, goal_of, outcome
from arguendo_tui.minutes import Minutes
from arguendo_tui.presenters.comparing import Columns, side_by_side
from arguendo_tui.presenters.completion import Completer
from arguendo_tui.presenters.labels import Label, label
from arguendo_tui.presenters.map import Chart, chart
from arguendo_tui.presenters.reasoning import Node, reasoning
from arguendo_tui.presenters.replaying import shots
from arguendo_tui.presenters.resuming import resumption
from arguendo_tui.presenters.rules import rule_now, rule_rows
from arguendo_tui.presenters.sources import paragraphs
from arguendo_tui.presenters.stage import choices, rows, summary
from arguendo_tui.presenters.tiling import PANES, REPLAY, SOURCE
from arguendo_tui.presenters.transcript import Transcript
from arguendo_tui.presenters.weighing import weights
from arguendo_tui.restaging import carried_on, forgetting, restaged

_STAGE = (Intent.ASSUME, Intent.RETRACT, Intent.CONSULT, Intent.HELP, Intent.OUT_OF_SCOPE)
"""What is not asked again when an assumption changes."""

MOST_EXAMPLES = 3
MOST_UNDONE = 200
"""Steps that can be undone."""
MOST_RECALLED = 50
"""Turns of a session that are shown when one goes on with it; all of them are taken anew."""


@dataclass
class Desk:
    """One conversation about one case, which may be asked from any thread.

    The reasoning graph below a case grows while it is asked about, and has no lock of its own: all
    cases of a rule base share it. This desk holds the one lock for it. Whatever values, explains or
    asks a case of this conversation has to do so within a method of the desk.
    """

    case: Case
    folder: Path | None = None
    lost: tuple[str, ...] = ()
    """What was assumed before the rule base was read anew, and cannot be any more."""
    shifts: tuple[Shift, ...] = ()
    """What stands otherwise since then."""
    minutes: Minutes = field(default_factory=Minutes)
    _state: State = field(init=False)
    _asked: tuple[Query, str] | None = None
    """The last question that may be asked again."""
    _standing: Standing | None = None
    _goal: Statement | None = None
    _shown: Proof | None = None
    """The proof whose steps the tree numbers."""
    _trees: tuple[Node, ...] = ()
    _steps: tuple[Query, ...] = ()
    _undone: tuple[Query, ...] = ()
    """Steps on the stage: those taken, and those taken back since, the last at the end."""

    def __post_init__(self) -> None:
        self._state = State(self.case)
        self._lock = RLock()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Take a step as a whole: one that fails or is stopped leaves everything as it was."""
        with self._lock:
            heed()
            before = dict(vars(self))
            try:
                yield
            except BaseException:
                vars(self).update(before)
                raise

    def opening(self) -> Opening:
        """Tell what the rule base is about, with questions to begin with."""
        with self._lock:
            case = self._state.current
            examples = suggest(answer(case, Query(Intent.HELP)))[:MOST_EXAMPLES]
            base = case.rulebase
            rules, completer = rule_rows(base), Completer.of(base)
            about = " ".join(base.about.split())
            return Opening(
                base.title or base.name, about, examples, self._board(), rules, completer
            )

    def ask(self, text: str) -> Exchange:
        """Answer a question or an instruction in words."""
        self.minutes.sent(text)
        with self._whole():
            before = self._for_numbers()
            return self._answered(before, *converse(before, text))

    def put(self, query: Query, question: str) -> Exchange:
        """Answer a typed query."""
        self.minutes.sent(question)
        with self._whole():
            return self._put(query, question)

    def recall(self, session: Session, gone: str = "") -> Recalled:
        """Take the turns of a session anew; `gone` tells why it could not begin as it did."""
        with self._lock:
            found = list(retraced(self._state.case, session.turns))
            told = ((n, self._recalled(each)) for n, each in enumerate(found, 1))
            shown = tuple(replace(each, turn=turn) for turn, each in told if each)
            self.minutes.recall(session.turns)
            news = resumption(session, self.digest, found, gone)
            return Recalled(shown[-MOST_RECALLED:], news)

    def assume(self, statement: Statement, value: bool | None) -> Exchange:
        """Assume a statement true or false, or (None) take that back; then ask again."""
        with self._whole():
            if value is None:
                query = Query(Intent.RETRACT, statement)
            elif not value and self._state.case.holds(statement):
                query = Query(Intent.RETRACT, assume={statement: False})
            else:
                query = Query(Intent.ASSUME, assume={statement: value})
            return self._step(query)

    def choose(self, scenario: str) -> Exchange:
        """Begin a scenario; then ask again."""
        with self._whole():
            return self._step(Query(Intent.ASSUME, scenarios=(scenario,)))

    def undo(self) -> Exchange:
        """Take the last step back; then ask again."""
        with self._whole():
            return self._step(Query(Intent.RETRACT, back=Step.UNDO))

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone, and none taken since."""
        return bool(self._undone)

    def redo(self) -> Exchange:
        """Take the step that was undone last anew; then ask again."""
        with self._whole():
            again = self._undone[:-1]
            told = self._step(self._undone[-1])
            self._undone = again
            return told

    def sides(self, goal: Statement | None, panes: Collection[str] = PANES) -> Sides:
        """Work out what hangs on each assumption for a conclusion, and how the case came about.

        What no pane shows that is seen is left out.
        """
        with self._lock:
            case = self._state.current
            return Sides(
                self.turns,
                weights(case, goal, rows(case)),
                paragraphs(case) if SOURCE in panes else (),
                shots(case) if REPLAY in panes else (),
            )

    def reset(self) -> Exchange:
        """Take all own assumptions back; then ask again."""
        with self._whole():
            return self._step(Query(Intent.RETRACT, back=Step.RESET))

    def rule_now(self, rule: str) -> tuple[Label, ...]:
        """Tell whether a rule applies now."""
        with self._lock:
            case = self._state.current
            known = case.rulebase.rule.get(rule)
            return rule_now(case, known) if known else (label("This rule is gone."),)

    def chart(self, view: View | None = None, most: int = FEW) -> Chart | None:
        """Draw a part of the argument as it stands; without a view so much of the last answer."""
        with self._lock:
            return chart(self._state.current, self._goal, view, most)

    @property
    def stage(self) -> Case:
        """The case that is talked about, what is only supposed aside."""
        return self._state.case

    @property
    def current(self) -> Case:
        """The case that is talked about, with what is only supposed."""
        return self._state.current

    def reload(self) -> Desk:
        """Load the rule base anew, and return a desk with the same stage and last question.

        This desk stays as it is. Raises `RuleBaseError`.
        """
        fresh = Case.open(self.folder)
        with self._lock:
            found = restaged(self._state.case, fresh)
            case, before = found.case, self._state.case
            changed = shifts(before, case) if fresh.rulebase.digest != self.digest else ()
            desk = Desk(case, self.folder, found.lost, changed)
            desk.minutes = self.minutes.reread()
            if self._asked and fits(case, self._asked[0]):
                desk._asked = self._asked
                if case.rulebase.scale == self.case.rulebase.scale:
                    desk._standing = self._standing
            going_on = carried_on(self._state.consultation, case)
            desk._state = replace(desk._state, consultation=going_on)
        return desk

    @property
    def digest(self) -> str:
        """Tell one content of the files from another."""
        return self.case.rulebase.digest

    def ask_again(self) -> Exchange | None:
        """Answer the last question anew, if there is one."""
        with self._whole():
            if not self._asked:
                return None
            before, told = self._standing, self._put(*self._asked)
            return replace(told, change=change_told(before, told.reply.answer))

    def succeed(self, desk: Desk) -> None:
        """Go on in place of the desk of which this one is the reloaded one."""
        with self._lock:
            self.minutes.succeed(desk.minutes)

    def earlier(self, start: int, stop: int) -> tuple[Earlier, ...]:
        """Return some turns, as `told_between` does."""
        return told_between(self.minutes.turns, start, stop)

    def find(self, words: str) -> tuple[Found, ...]:
        """Find the turns in which all words occur, the last first."""
        return found_in(self.minutes.turns, words)

    def compare(self, kept: Mapping[str, Query], goal: Statement | None) -> Columns:
        """Set the case, the scenarios and what is kept under names side by side."""
        with self._lock:
            return side_by_side(self._state.case, kept, goal, self._state.supposed)

    def load(self, query: Query) -> Exchange:
        """Set the stage as it was kept; then ask again."""
        with self._whole():
            return self._step(query)

    @property
    def turns(self) -> int:
        """Count what was asked and done so far."""
        return len(self.minutes.turns)

    def transcript(self, date: str) -> Transcript:
        """Return the conversation so far, to be written down."""
        with self._lock:
            base = self._state.case.rulebase
            stage, edition = stage_of(self._state.case, self._state.supposed), edition_of(base)
            said = (base.title or base.name, edition, date, stage, tuple(self.minutes.turns))
            return Transcript(*said, self.minutes.session)

    def _for_numbers(self) -> State:
        """Return the state in which `why 3` means the step that the tree shows as the third."""
        return replace(self._state, proof=self._shown) if self._shown else self._state

    def _put(self, query: Query, question: str) -> Exchange:
        before = self._for_numbers()
        return self._answered(before, *respond(before, query, question))

    def _answered(self, before: State, state: State, reply: Reply) -> Exchange:
        """Take a turn in, and keep it."""
        return self._kept(self._told(state, reply), state, reply, numbered=before.proof)

    def _step(self, query: Query) -> Exchange:
        """Take a step on the stage, and answer the last question anew."""
        state = self._state.before_step(query)
        question = query_in_words(query, state.case.rulebase)
        state, reply = respond(state, query, question)
        again = None
        # To ask anew what supposes what was just taken back would suppose it again.
        supposed = self._asked[0].assume if self._asked else {}
        left = query.intent is Intent.RETRACT and (query.back or query.statement in supposed)
        if self._asked and not reply.answer.idle and not (supposed and left):
            state, again = respond(state, *self._asked)
        told = self._stepped(state, reply, again)
        return self._kept(told, state, reply, again=again, by_hand=True)

    def _kept(
        self,
        told: Exchange,
        state: State,
        reply: Reply,
        *,
        numbered: Proof | None = None,
        again: Reply | None = None,
        by_hand: bool = False,
    ) -> Exchange:
        """Keep a turn at last, when nothing can stop it any more."""
        with as_a_whole():
            self.minutes.take(state, reply, numbered=numbered, again=again, by_hand=by_hand)
        return replace(told, trouble=self.minutes.trouble(), turn=self.turns)

    def _stepped(self, state: State, reply: Reply, again: Reply | None) -> Exchange:
        """Take a step on the stage in, with the last question answered anew."""
        if again is None:
            told = self._told(state, reply)
            return replace(told, outcome=outcome(reply.page))
        self._note(reply.answer, state.case)
        before, told = self._standing, self._told(state, again)
        change = change_told(before, again.answer)
        told = replace(told, question=reply.question, reply=reply, again=again)
        line = f"“{again.question}” — {change}" if change else outcome(reply.page)
        return replace(told, change=change, outcome=line)

    def _recalled(self, found: Retraced) -> Exchange | None:
        """Take a turn of a session in, as when it was taken first."""
        if found.reply is None:
            return None
        if found.turn.by_hand:
            return self._stepped(found.state, found.reply, found.again)
        return self._told(found.state, found.reply)

    def _told(self, state: State, reply: Reply) -> Exchange:
        """Take a turn's outcome in, and return what there is to show."""
        self._note(reply.answer, state.case)
        self._state = replace(state, case=forgetting(state.case, MOST_UNDONE))
        given = reply.answer
        if not (given.query.clarify or given.query.intent in _STAGE or given.query.number):
            self._asked = (given.query, reply.question)
            self._standing = given.standing
        self._explain(given)
        base = state.case.rulebase
        readings = {printable(query_in_words(each, base)): each for each in state.choices}
        return Exchange(reply.question, reply, self._board(), readings=readings)

    def _note(self, given: Answer, case: Case) -> None:
        """Keep the steps on the stage, so that one undone can be taken anew."""
        query = given.query
        if query.intent not in (Intent.ASSUME, Intent.RETRACT) or given.idle:
            return
        if case is self._state.case:  # only what was supposed is gone
            return
        if query.back is Step.UNDO:
            self._undone += self._steps[-1:]
            self._steps = self._steps[:-1]
        else:
            self._steps = (*self._steps, query)[-MOST_UNDONE:]
            self._undone = ()

    def _explain(self, given: Answer) -> None:
        """Make the trees for the statement explained; `why 3` leaves them as they are."""
        if given.query.number is not None:
            return
        self._goal = goal_of(given) or self._goal
        if self._goal is None:
            return
        case, proof, report = given.case, given.proof, given.why_not
        if proof is None and report is None:
            case = self._state.current
            found = answer(case, Query(Intent.WHY, self._goal))
            proof, report = found.proof, found.why_not
        self._shown = proof
        self._trees = reasoning(case, proof, report)

    def _board(self) -> Board:
        state = self._state
        return Board(
            summary(state.current, state.supposed is not None),
            rows(state.current, state.case),
            choices(state.case),
            state.case.scenario,
            self._trees,
            self._goal,
        )
