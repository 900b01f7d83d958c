"""Work that runs beside the screen and posts what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from arguendo.library import RuleBaseError

Made = TypeVar("Made")


class Refused(Message):
    """A rule base cannot be used: its problems."""

    def __init__(self, error: RuleBaseError) -> None:
        """Take the problems."""
        super().__init__()
        self.error = error


class Failed(Message):
    """The program itself failed at something; nothing was changed by it."""

    def __init__(self, error: Exception) -> None:
        """Take what happened."""
        super().__init__()
        self.error = error

    @property
    def text(self) -> str:
        """What happened, for people."""
        return f"That failed inside the program ({type(self.error).__name__}: {self.error})"


class Job(Generic[Made]):
    """A piece of work, and the message that tells what came of it."""

    def __init__(
        self, target: MessagePump, make: Callable[[], Made], told: Callable[[Made], Message]
    ) -> None:
        """Take the work, whom to tell, and how."""
        self._target = target
        self._make = make
        self._told = told

    def __call__(self) -> None:
        """Do the work; what goes wrong is told as well, never raised."""
        self._target.post_message(self._outcome())

    def _outcome(self) -> Message:
        try:
            return self._told(self._make())
        except Exception as error:
            return _told_of(error)


def _told_of(error: Exception) -> Message:
    # The screen that waits for the first job is painted before the library is there.
    from arguendo.library import RuleBaseError

    return Refused(error) if isinstance(error, RuleBaseError) else Failed(error)
