"""Numbers of nothing that is named, supposed before a question: `it's only 940. Does she get it?`.

What has such a number is told by what is asked: what it is weighed by.
"""

from __future__ import annotations

from arguendo.conversation.suppositions import amounts, numbered
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.margins import compared
from arguendo.inquiry.query import Intent, Query


def read(said: Utterance) -> Query | None:
    """Read a supposition of a bare number with a question that hangs on one of that kind."""
    context, parts = said.context, said.parts
    if parts.stance is None or len(parts.assumed) != 1 or not parts.rest or parts.declared:
        return None
    amount = amounts.read(" ".join(word.text for word in parts.assumed[0]))
    if amount is None or not numbered.is_bare(context, amount):
        return None
    wanted = said.wants(Intent.WHAT_IF)
    readings = wanted.readings(Intent.WHAT_IF, parts.rest)
    if not readings:
        return None
    weighed = compared(context.case, readings[0].statement)
    found = {new for old in weighed for new in numbered.instead(context, old, amount)}
    found = numbered.held_against(context, found)
    if len(found) != 1:
        return None
    return wanted.about(Query(Intent.WHAT_IF, assume=dict.fromkeys(found, True)), readings)
