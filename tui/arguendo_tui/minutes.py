"""The minutes of a conversation: its turns so far, kept in a journal where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from arguendo.conversation.state import Reply, State
from arguendo.explanation.why import Proof
from arguendo.journal.files import Journal
from arguendo.journal.records import Turn
from arguendo.journal.turns import sent, turn_of
from arguendo_tui.packing import Turns


@dataclass
class Minutes:
    """Turns, each kept before its answer is shown."""

    journal: Journal | None = None
    turns: Turns = field(default_factory=Turns)
    _kept: int = 0
    """How many of the turns are kept already."""
    _anew: bool = False
    """Whether the rule base was read anew since the last turn."""
    _complained: bool = False

    @property
    def session(self) -> str:
        """The id of the session that is kept; empty where none is."""
        return self.journal.id if self.journal is not None else ""

    def sent(self, text: str) -> None:
        """Keep a line that is about to be answered."""
        if self.journal is not None:
            self.journal.write(sent(text))

    def take(
        self,
        state: State,
        reply: Reply,
        *,
        numbered: Proof | None = None,
        again: Reply | None = None,
        by_hand: bool = False,
    ) -> None:
        """Take a turn down, as `turn_of` has it."""
        turn = turn_of(
            state, reply, numbered=numbered, again=again, by_hand=by_hand, anew=self._anew
        )
        self.turns.append(turn)
        self._anew = False
        self._keep_up()

    def recall(self, turns: Iterable[Turn]) -> None:
        """Begin with the turns of a session, which are kept already."""
        self.turns = Turns(turns)
        self._kept = len(self.turns)

    def reread(self) -> Minutes:
        """Return minutes to go on with on the rule base read anew; they are kept from `succeed` on.

        Those of a conversation that nobody goes on with leave no trace.
        """
        return Minutes(None, Turns(self.turns), self._kept, _anew=True)

    def succeed(self, minutes: Minutes) -> None:
        """Go on in place of the minutes that these were made of."""
        self.journal, self._complained = minutes.journal, minutes._complained
        self._keep_up()

    def trouble(self) -> str:
        """Tell once why the conversation is not kept any more."""
        trouble = self.journal.trouble if self.journal and not self._complained else ""
        self._complained = self._complained or bool(trouble)
        return trouble

    def close(self) -> None:
        """Let go of the journal; another program may go on with the session."""
        if self.journal is not None:
            self.journal.close()

    def _keep_up(self) -> None:
        if self.journal is not None:
            for turn in self.turns.between(self._kept, len(self.turns)):
                self.journal.write(turn)
            self._kept = len(self.turns)
