"""Two halves about a dash, a colon or an arrow, and no mark at the end: `no rain – the match`.

In a hurry people leave out that the second half asks. The text is read with a question mark as well
where it is unclear as it stands, or supposes something.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from arguendo.conversation.context import Context
from arguendo.conversation.state import State
from arguendo.inquiry.query import Intent, Query

MOST_ASKED = 40
"""Characters of a second half that may ask; more tells something."""
_HALVES = re.compile(rf"[^?!]+?(?: [–—-] |: | ?(?:[-=]+>|→|⇒) ?)[^?!.:;,–—→⇒]{{3,{MOST_ASKED}}}")


def read(
    context: Context, text: str, plainly: Query, understands: Callable[[State, str], Query]
) -> Query | None:
    """Read a text that is told in two halves as a supposition with what is asked about it.

    That is where it is surer of that than of what was read `plainly`.
    """
    supposes = plainly.intent is Intent.WHAT_IF and plainly.statement is not None
    if not (plainly.clarify or supposes) or not _HALVES.fullmatch(text.strip()):
        return None
    asked = understands(context.state, f"{text.rstrip()}?")
    both = asked.intent is Intent.WHAT_IF and asked.statement is not None and bool(asked.assume)
    surer = asked.confidence > plainly.confidence
    return asked if both and surer else None
