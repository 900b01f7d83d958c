"""Who does what a question asks: `could the boat reach them?` asks what the boat can do."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement
from arguendo.vocabulary.templates import Hole, Template

_LEADING = words_of("pleasantries") | words_of("leading")


def done_to(context: Context, said: Sequence[Sentence], reading: Reading) -> str | None:
    """Return whom a question asks about where a reading, by names alone, has it done to him.

    `Could the boat reach them?` is not answered by who calls the boat.
    """
    if reading.traits is None or not reading.traits.wordless:
        return None
    doers = {each for sentence in said if sentence.asks for each in _doers(context, sentence)}
    named = doers.intersection(reading.statement.arguments)
    return (
        next(iter(named)) if named and _subject(context, reading.statement) not in named else None
    )


def done_by(context: Context, entity: str) -> list[Statement]:
    """List what may be concluded that somebody does: of each kind what is likeliest."""
    case, found = context.case, dict[str, Statement]()
    derived = (s for s in context.matcher.foreseen.all if context.is_derived(s))
    theirs = [s for s in derived if _subject(context, s) == entity]
    for each in sorted(theirs, key=case.degree, reverse=True):
        found.setdefault(each.predicate, each)
    return [*found.values()]


def _doers(context: Context, sentence: Sentence) -> tuple[str, ...]:
    """Return whom a sentence asks about that begins with a verb and says what is done."""
    words = [word.text for word in sentence.words]
    start = next((p for p, word in enumerate(words) if word not in _LEADING), len(words))
    mentions = context.index.names.find(words)
    subject = next((each for each in mentions if each.start == start + 1), None)
    if subject is None or words[start] not in word_lists().auxiliaries - words_of("forms_of_be"):
        return ()
    return subject.entities if subject.end < len(words) else ()


def _subject(context: Context, statement: Statement) -> str | None:
    """Return what stands first in the sentence of a statement."""
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    first = Template(predicate.says).parts[0]
    names = [slot.name for slot in predicate.slots]
    return statement.arguments[names.index(first.slot)] if isinstance(first, Hole) else None
