"""Questions that say how short the answer is to be, first or last: `why not, in one line?`."""

from __future__ import annotations

import re

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import MOST_CHARACTERS
from arguendo.conversation.intents import telling
from arguendo.inquiry.query import Manner

_MARKS = re.compile(r"\s*[,;:?!]\s*|\s*\.\s+|\s+[-\u2013\u2014]\s+")


def apart(text: str) -> tuple[str, Manner | None]:
    """Part what is asked from how short it is to be told; what says no more than that stays.

    `Explain it like I am twelve` asks for reasons, in short.
    """
    if telling.explains(sayings.words_in(text)):
        return " ".join(next(iter(sayings.of("manner", "reasons")))), Manner.BRIEF
    marks = [] if len(text) > MOST_CHARACTERS else [*_MARKS.finditer(text.rstrip(" .?!"))]
    if not marks:
        return text, None
    first, last = marks[0], marks[-1]
    for said, rest in (
        (text[last.end() :], text[: last.end()].rstrip(" ,;:-\u2013\u2014")),
        (text[: first.start()], text[first.end() :]),
    ):
        if sayings.is_one(sayings.words_in(said), "manner", Manner.BRIEF.value) and _asks(rest):
            return rest, Manner.BRIEF
    return text, None


def _asks(text: str) -> bool:
    """Tell whether more is said than `no` or `please`; a long text is."""
    words = sayings.words_in(text)
    fillers = sayings.of_words("fillers")
    return not words or any(word not in fillers for word in words)
