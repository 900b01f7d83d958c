"""A sitting: one run of the program, which begins a session, goes on with one, or keeps none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from arguendo.case import Case
from arguendo.conversation.state import State
from arguendo.journal.files import Journal, Session, new_id
from arguendo.journal.replaying import beginning, retraced
from arguendo.journal.turns import head_of
from arguendo.rulebase import RuleBase
from arguendo.wording.page import Block, Page, Role
from arguendo_tui.presenters.resuming import resumption
from arguendo_tui.turns import Talk, shown


@dataclass(frozen=True)
class Sitting:
    """How a conversation is kept."""

    folder: Path | None = None
    """Where a new session's journal is to lie; None to keep none."""
    rule_base: Path | None = None
    session: Session | None = None
    """The session to go on with."""
    opened: Journal | None = None
    """Its journal, when what follows is to be kept."""

    def case(self, rulebase: RuleBase, scenario: str | None = None) -> Case:
        """Begin the case: the session's, or else a scenario's. Raises `UnknownScenario`."""
        if self.session is None:
            return Case.of(rulebase, scenario)
        return beginning(self.session.head, rulebase)[0]

    def gone(self, case: Case) -> str:
        """Tell why the session cannot begin as it did, if so."""
        return beginning(self.session.head, case.rulebase)[1] if self.session else ""

    def journal(self, case: Case) -> Journal | None:
        """Return the journal to keep the conversation in; a new one has no file yet."""
        if self.session is not None or self.folder is None:
            return self.opened
        return Journal(self.folder, head_of(case, self.rule_base, new_id()))


def resumed(case: Case, session: Session, gone: str = "") -> tuple[Talk, Page]:
    """Return where a session ended, and a page that tells so and repeats the last answer."""
    found = list(retraced(case, session.turns))
    told = [
        Block(Role.NOTE, (line,)) for line in resumption(session, case.rulebase.digest, found, gone)
    ]
    replies = [each.again or each.reply for each in found if each.reply]
    last = replies[-1] if replies else None
    talk = Talk(found[-1].state, last) if found else Talk(State(case))
    if last is not None:
        told.append(Block(Role.NOTE, (f"> {last.question}",)))
    return talk, Page((*told, *(shown(last).blocks if last else ())))
