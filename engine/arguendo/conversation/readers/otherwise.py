"""Suppositions that change nothing as they were read: where words are left over, the reverse.

Nobody supposes what is a fact already, but to take it for granted, nor takes away a day or number
that nobody has. Where a clause was read as that and some of its words as nothing, these turn it:
`if somebody else were its chief buyer`, `nothing is done until she applies in June 2034`.
"""

from __future__ import annotations

from dataclasses import replace

from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers.supposed import SEEN
from arguendo.conversation.statements.assumed import Assumed, Heard
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement


def only(said: Utterance, assumed: Assumed) -> Assumed:
    """Suppose the reverse of what would change nothing and is only a part of its clause."""
    truth = {
        statement: not positive if _is_meant_otherwise(said, assumed, statement) else positive
        for statement, positive in assumed.truth.items()
    }
    return assumed if truth == assumed.truth else replace(assumed, truth=truth)


def _is_meant_otherwise(said: Utterance, assumed: Assumed, statement: Statement) -> bool:
    heard, context = assumed.heard.get(statement), said.context
    if heard is None or not _leaves_words(heard) or context.is_open(statement):
        return False
    if assumed.truth[statement]:
        is_so = context.is_fact(statement) and context.holds(statement)
        return is_so and not _is_granted(said, heard)
    dated = any(value[:1].isdigit() for value in statement.arguments)
    return dated and not (context.is_derived(statement) or context.holds(statement))


def _leaves_words(heard: Heard) -> bool:
    """Tell whether some words of its clause say something that was not understood."""
    traits = heard.reading.traits
    return traits is not None and traits.seen < SEEN


def _is_granted(said: Utterance, heard: Heard) -> bool:
    """Tell whether the fact is only taken for granted: `even with Ann as keen as she is`."""
    spans = said.parts.assumed[heard.span : heard.span + 1] or said.parts.assumed
    return any(word.text in words_of("grants") for span in spans for word in span)
