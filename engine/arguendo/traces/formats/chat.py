"""Conversations for fine-tuning: the scene and the question, then the answer with its reasons."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from arguendo.export.wire import encode
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_lines
from arguendo.traces.record import Trace

SYSTEM = (
    "Answer from what is reported and assumed, and from the rules of the argument alone. Say how "
    "sure the answer is, what it rests on, and what would change it."
)
ERROR = "An answer with one error follows. Find the step that is wrong, and say why."


class Message(Struct, frozen=True):
    """One turn of a conversation."""

    role: str
    content: str


class Conversation(Struct, frozen=True):
    """What a model is to learn to say; the last message is the one to learn."""

    id: str
    split: str
    status: str
    flaw: str | None
    messages: tuple[Message, ...]


def conversation(trace: Trace) -> Conversation:
    """Make the conversation of a trace; of one with a flaw, that the flaw is found."""
    asked = f"{trace.text.scene}\n\n{trace.question.text}"
    if trace.flaw:
        step = f"Step {trace.flaw.step}" if trace.flaw.step else "The verdict"
        asked = f"{asked}\n\n{ERROR}\n\n{trace.text.full}"
        said = f"{step} is wrong ({trace.flaw.kind}): {trace.flaw.told}."
    else:
        said = trace.text.full
    turns = (("system", SYSTEM), ("user", asked), ("assistant", said))
    return Conversation(
        trace.id,
        trace.split,
        trace.status,
        trace.flaw.kind if trace.flaw else None,
        tuple(Message(role, content) for role, content in turns),
    )


def write(source: Source, out: Path) -> None:
    """Write a conversation a line."""
    write_lines(out, (encode(conversation(trace)) for trace in source))
