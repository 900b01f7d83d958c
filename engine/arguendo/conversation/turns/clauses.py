"""A clause that is put to the letter behind what asks about it: `how sure is it that Ben pays?`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.statements import strict
from arguendo.conversation.turns import graded
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Manner, Query

SURE = 0.95
_PRONOUNS = words_of("subjects") & words_of("pointing")


def read(said: Utterance) -> Query | None:
    """Read a question how sure something is that is said in a sentence of the rule base.

    A pronoun may stand in it for the only one who could be meant.
    """
    words = [word.text for word in said.said[0].words]
    if len(said.said) > 1 or "that" not in words or not graded.asks_how_sure(said):
        return None
    clause = words[words.index("that") + 1 :]
    vocabulary = said.context.case.rulebase.vocabulary
    read = (strict.read(vocabulary, put) for put in _put(said.context, clause))
    found = {each for each in read if each is not None}
    if len(found) != 1:
        return None
    (only,) = found
    return Query(
        Intent.ASK,
        only.statement,
        denied=not only.positive,
        confidence=SURE,
        manner=Manner.SURE,
    )


def _put(context: Context, clause: Sequence[str]) -> Iterator[str]:
    """Go through what a clause may say: with each of those in focus whom its pronoun could mean."""
    if not clause or clause[0] not in _PRONOUNS:
        yield " ".join(clause)
        return
    vocabulary = context.case.rulebase.vocabulary
    focus = [each for each in context.focus if context.may_be(each, clause[:1])]
    for entity in focus or vocabulary.entities:
        yield " ".join((vocabulary.name(entity), *clause[1:]))
