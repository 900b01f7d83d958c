"""Who does what a question asks: `could the boat reach them?` asks what the boat can do."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.vocabulary.templates import Hole, Template

_LEADING = words_of("pleasantries") | words_of("leading")


def is_done_to(context: Context, said: Sequence[Sentence], reading: Reading) -> bool:
    """Tell whether a reading, by names alone, has something done to whom a question asks about.

    `Could the boat reach them?` is not answered by who calls the boat.
    """
    if reading.traits is None or not reading.traits.wordless:
        return False
    doers = {each for sentence in said if sentence.asks for each in _doers(context, sentence)}
    named = doers.intersection(reading.statement.arguments)
    return bool(named) and _subject(context, reading) not in named


def _doers(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Return whom a sentence asks about that begins with a verb and says what is done."""
    words = [word.text for word in sentence.words]
    start = next((p for p, word in enumerate(words) if word not in _LEADING), len(words))
    mentions = context.index.names.find(words)
    subject = next((each for each in mentions if each.start == start + 1), None)
    if subject is None or words[start] not in word_lists().auxiliaries - words_of("forms_of_be"):
        return ()
    return subject.entities if subject.end < len(words) else ()


def _subject(context: Context, reading: Reading) -> str | None:
    """Return what stands first in the sentence of a statement."""
    statement = reading.statement
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    first = Template(predicate.says).parts[0]
    names = [slot.name for slot in predicate.slots]
    return statement.arguments[names.index(first.slot)] if isinstance(first, Hole) else None
