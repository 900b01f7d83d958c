"""Work that runs beside the screen and posts what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import get_current_worker

from arguendo.cancelling import Cancelled, cancellable
from arguendo_tui.turns import failed_inside

if TYPE_CHECKING:
    from arguendo.library import RuleBaseError

Made = TypeVar("Made")


class Begun(Message):
    """The screen on which one works is there."""


class Refused(Message):
    """A rule base cannot be used: its problems."""

    def __init__(self, error: RuleBaseError) -> None:
        """Take the problems."""
        super().__init__()
        self.error = error


class Failed(Message):
    """The program itself failed at something; nothing was changed by it."""

    def __init__(self, error: Exception, subject: object = None) -> None:
        """Take what happened, and what the work was for."""
        super().__init__()
        self.error = error
        self.subject = subject

    @property
    def text(self) -> str:
        """What happened, for people."""
        return failed_inside(self.error)


class Stopped(Message):
    """Work was stopped by hand; nothing was changed by it."""

    def __init__(self, subject: object) -> None:
        """Take what the work was for."""
        super().__init__()
        self.subject = subject


class Ended(Message):
    """Work has come to its end, and what came of it was told."""

    def __init__(self, job: Job[Any]) -> None:
        """Take the work."""
        super().__init__()
        self.job = job


class Job(Generic[Made]):
    """A piece of work, and the message that tells what came of it.

    It stops where the work heeds that: by hand, or when its worker is cancelled, since other work
    takes its place or nobody waits for it any more. Only the former is told.
    """

    def __init__(
        self,
        target: MessagePump,
        make: Callable[[], Made],
        told: Callable[[Made], Message],
        subject: object = None,
    ) -> None:
        """Take the work, whom to tell, how, and what the work is for."""
        self._target = target
        self._make = make
        self._told = told
        self.subject = subject
        self.is_stopped = False
        """Whether someone stopped it by hand."""
        self.has_begun = False
        self.called = ""
        """What it is told as while it goes on."""
        self.since = 0.0
        """When it was begun, by the clock that only goes forwards."""

    def stop(self) -> None:
        """Stop it by hand, from any thread."""
        self.is_stopped = True

    def __call__(self) -> None:
        """Do the work; what goes wrong is told as well, never raised."""
        self.has_begun = True
        worker = get_current_worker()
        with cancellable(lambda: self.is_stopped or worker.is_cancelled):
            outcome = self._outcome()
        if isinstance(outcome, Failed) and (self.is_stopped or worker.is_cancelled):
            # What is given up may break off anywhere; nobody waits for how.
            outcome = Stopped(self.subject)
        if not (isinstance(outcome, Stopped) and worker.is_cancelled):
            self._target.post_message(outcome)
        self._target.post_message(Ended(self))

    def _outcome(self) -> Message:
        try:
            return self._told(self._make())
        except Cancelled:
            return Stopped(self.subject)
        except Exception as error:
            return _told_of(error, self.subject)


def _told_of(error: Exception, subject: object) -> Message:
    # The screen that waits for the first job is painted before the library is there.
    from arguendo.library import RuleBaseError

    return Refused(error) if isinstance(error, RuleBaseError) else Failed(error, subject)
