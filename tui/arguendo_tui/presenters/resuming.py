"""What is told when one goes on with a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.journal.files import Session
from arguendo.journal.replaying import Retraced
from arguendo.problems import clipped
from arguendo.wording.grammar import capital, counted

MOST_NAMED = 5
"""Questions named; of more, how many there are."""


def resumption(
    session: Session, digest: str, found: Sequence[Retraced], gone: str = ""
) -> tuple[str, ...]:
    """Tell where one is, and what is not as it was.

    `digest` is that of the rule base now, and `gone` why the session could not begin as it did.
    """
    return tuple(map(clipped, _lines(session, digest, found, gone)))


def _lines(session: Session, digest: str, found: Sequence[Retraced], gone: str) -> Iterator[str]:
    count = counted(len(session.turns), "turn")
    yield f"Back in the conversation of {session.head.at:%Y-%m-%d} ({session.id}), after {count}."
    editions = [session.head.rule_base, *(turn.rule_base for turn in session.turns)]
    if editions[-1].digest != digest:
        yield "The rule base has changed since then."
    if gone:
        yield f"It does not begin as it did: {gone}."
    lost = [each for each in found if each.lost]
    for each in lost[:MOST_NAMED]:
        yield f"Left out: “{each.turn.said.question}”, since {each.lost}."
    if len(lost) > MOST_NAMED:
        yield f"Left out as well: {counted(len(lost) - MOST_NAMED, 'more turn')}."
    differing = [each.turn.said.question for each in found if each.differs]
    for question in differing[:MOST_NAMED]:
        yield f"Answered otherwise now: “{question}”"
    if len(differing) > MOST_NAMED:
        yield f"Answered otherwise as well: {counted(len(differing) - MOST_NAMED, 'more turn')}."
    if session.unread:
        yield f"{capital(counted(session.unread, 'line'))} of its journal could not be read."
    if session.unanswered:
        yield f"The last line was not answered before the program ended: “{session.unanswered}”"
