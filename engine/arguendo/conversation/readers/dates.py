"""The days that facts themselves speak of: `When was Leo born?` asks for the day in `born on`."""

from __future__ import annotations

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.wanted import Wanted
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import values
from arguendo.conversation.statements.sentences import content, unfilled, words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.beginnings import end_of
from arguendo.inquiry.query import Intent
from arguendo.statements import Sort, Statement, sort_of
from arguendo.vocabulary.words import is_date

LONGEST = 12
"""Words of a question for the day of a fact."""
BESIDES = 0.5
"""What a question may say besides, weighed, that the fact does not."""
LEAST, HALF = 2.0, 0.5
"""How well a fact must be said to be asked for its day, and how much of it."""


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


def worded(said: Utterance) -> Statement | None:
    """Return the fact that a text which begins with *when* says, where it has a day.

    `When does it start?` asks for the day on which something is to begin, though `when does it
    start` may ask of anything since when it is so.
    """
    if len(said.said) != 1 or said.parts.assumed or not _asks_when(said.said[0]):
        return None
    if len(said.said[0]) > LONGEST:
        return None  # `When you draw up a will, you learn …`
    found = target.readings(said.context, said.said, Intent.ASK, Wanted())[:2]
    if not found or found[0].score < LEAST or found[0].told < HALF:
        return None
    if found[0].traits is not None and found[0].traits.left >= BESIDES:
        return None  # `when does school end?` is not about the end of a lease
    best = [r.statement for r in found if r.score >= found[0].score]
    dated = [each for each in best if day_in(each) is not None and said.context.is_fact(each)]
    return dated[0] if len(dated) == 1 and found[0].statement == dated[0] else None


def lasting(said: Utterance) -> Statement | None:
    """Return the only fact that runs until a day which is asked for: `when does the lease end?`."""
    if len(said.said) != 1 or said.parts.assumed:
        return None
    (sentence,) = said.said
    cue = cues.group("ends").find([word.stem for word in sentence.words])
    if "when" in (word.text for word in sentence.words) and not _asks_when(sentence):
        return None  # `and when the lease ended in May?` supposes it
    named = {*said.entities}
    rest = values.content_of(said, sentence, {place for each in cue for place in each.places})
    if not cue or not rest:
        return None
    predicates = said.context.case.rulebase.vocabulary.predicates
    found = [
        fact
        for fact in said.context.case.facts
        if any(sort_of(each) in (Sort.DATE, Sort.NUMBER) for each in fact.arguments)
        and named <= {*fact.arguments}
        for says in [predicates[fact.predicate].says]
        if "until" in unfilled(says) and rest <= words_of_template(says)
    ]
    return found[0] if len(found) == 1 else None


def _asks_when(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with *when* and what asks, or with nothing that could ask."""
    words = [word.text for word in sentence.words]
    start = next((p for p, word in enumerate(words) if word not in words_of("leading")), 0)
    place = next((p for p in range(start, start + 2) if words[p : p + 1] == ["when"]), None)
    if place is None:
        return False
    asking, behind = word_lists().auxiliaries, words[place + 1 : place + 2]
    return not asking.isdisjoint(behind) or asking.isdisjoint(words)


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
