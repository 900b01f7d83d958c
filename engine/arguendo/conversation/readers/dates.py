"""The days that facts themselves speak of: `When was Leo born?` asks for the day in `born on`."""

from __future__ import annotations

from arguendo.conversation.intents import cues
from arguendo.conversation.statements.sentences import content, words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.beginnings import end_of
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from arguendo.vocabulary.words import is_date


def told(said: Utterance, dated: bool = True) -> Statement | None:
    """Return the fact about all that is named which says no more than a text.

    That is but for its day, or where `dated` is false for whatever else it names.
    """
    named = set(said.entities)
    if not named:
        return None
    vocabulary = said.context.case.rulebase.vocabulary.predicates
    text = _own_words(said)
    for fact in said.context.case.facts:
        predicate = vocabulary.get(fact.predicate)
        if predicate is None or not named <= set(fact.arguments) or bool(day_in(fact)) is not dated:
            continue
        if text in {words_of_template(says) for says in (predicate.says, *predicate.also)}:
            return fact
    return None


def ended(said: Utterance) -> Statement | None:
    """Return the fact, fitting best, whose end is asked for: `how long …?`, `when does … end?`."""
    named = said.entities or said.points
    if not named or said.parts.stance is not None or not asks_for_end(said):
        return None
    case = said.context.case
    first = next(iter(said.readings(Intent.WHEN)), None)
    if first is None or not case.holds(first.statement) or end_of(case, first.statement) is None:
        return None
    return first.statement


def asks_for_end(said: Utterance) -> bool:
    """Tell whether a question for a day is one until when something is so."""
    asked = said.parts.rest or said.said
    stems = ([word.stem for word in sentence.words] for sentence in asked)
    return any(map(cues.group("ends").find, stems))


def day_in(statement: Statement) -> str | None:
    """Return the day that a statement names, the last if there are several."""
    return next((each for each in reversed(statement.arguments) if is_date(each)), None)


def _own_words(said: Utterance) -> frozenset[str]:
    """Return the words that a text has besides names."""
    found: list[str] = []
    for sentence in said.said:
        inside = {p for m in said.mentions(sentence) for p in range(m.start, m.end)}
        found += [word.text for p, word in enumerate(sentence.words) if p not in inside]
    return frozenset(content(found))
