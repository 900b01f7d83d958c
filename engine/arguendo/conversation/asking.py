"""Readers of questions: for help, for lists, about entities, for advice, about statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation import cues, ellipsis, followups, sayings, supposing
from arguendo.conversation import dates as days_told
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Word
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

ABOUT_STATEMENTS = (
    Intent.ASK,
    Intent.WHY,
    Intent.WHY_NOT,
    Intent.WHAT_WOULD_IT_TAKE,
    Intent.WHAT_FOLLOWS,
    Intent.LINCHPINS,
    Intent.SOURCE,
    Intent.WHEN,
)
_NO_FOLLOW_UP = frozenset(
    {Intent.LIST, Intent.COMPARE, Intent.DESCRIBE, Intent.RECOMMEND, Intent.HELP}
)
_WITH_ASSUMPTION = (Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS, Intent.WHY_NOT, Intent.WHY)
"""Intents that a question may have beside what it assumes."""
SURE_OF_ADVICE = 3.5
LIKELY_BEYOND = 0.6
"""From here on it is no day of the rule base's that is asked for."""
SURELY = 2.8
"""From here on turns of phrase leave no doubt of an intent that few people have."""


def follows_up(said: Utterance) -> Query | None:
    """Read a question that names no statement, as one about the last."""
    if said.context.goal is None or said.parts.stance or said.likely.ranked[0][0] in _NO_FOLLOW_UP:
        return None
    whole = said.whole
    readings = whole.readings(said.likely.ranked[0][0])
    return followups.follows_up(said.context, said.said, whole.wanted, readings)


def resists(said: Utterance) -> Query | None:
    """Read an order to be another program, which no likelihood may outweigh."""
    attacks = cues.group("scope", "attack")
    if any(attacks.find([word.stem for word in each.words]) for each in said.said):
        return Query(Intent.OUT_OF_SCOPE, confidence=0.95)
    return None


def dates(said: Utterance) -> Query | None:
    """Read a question for the day since when something is known."""
    if not said.whole.leads(Intent.WHEN, SURELY) or _doubts(said):
        return None
    if said.likely.of(Intent.OUT_OF_SCOPE) > LIKELY_BEYOND:
        return None
    moved = _moved(said.whole) or days_told.told(said.whole)
    if moved is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, moved))
    readings = said.whole.readings(Intent.WHEN)
    if readings and not _is_clear(said.whole, readings[0]):
        return None
    dated = _dated(readings)
    if dated is not None:
        return said.wants(Intent.WHEN).sure_of(Query(Intent.WHEN, dated))
    return asks(said.wants(Intent.WHEN), Intent.WHEN)


def _doubts(said: Utterance) -> bool:
    """Tell whether `since when?`, by itself after what it is about, only doubts that."""
    first, *others = (sentence for sentence in said.said if len(sentence))
    last = [word.text for word in others[-1].words] if others else []
    return len(first) > 1 and sayings.is_one(last, "bare", "doubting")


def _dated(readings: Sequence[Reading]) -> Statement | None:
    """Return a statement that names a day and fits as well as the best, which names none."""
    if not readings or days_told.day_in(readings[0].statement):
        return None
    fitting = (each for each in readings if each.coverage >= readings[0].coverage)
    return next((r.statement for r in fitting if days_told.day_in(r.statement)), None)


def _moved(said: Utterance) -> Statement | None:
    """Return the last statement, of somebody else if need be, where no more than a name is said."""
    goal, named = said.context.goal, said.entities[:1]
    readings = said.readings(Intent.WHEN)
    if goal is None or not named or not all(r.traits and r.traits.wordless for r in readings):
        return None
    if named[0] in goal.arguments:
        return goal
    return next(ellipsis.variants(said.context, goal, named), None)


def helps(said: Utterance) -> Query:
    """Read a question about the program."""
    return said.sure_of(Query(Intent.HELP))


def lists(said: Utterance) -> Query:
    """Read an order to list something."""
    return said.sure_of(Query(Intent.LIST, listing=said.likely.listings[0][0]))


def describes(said: Utterance) -> Query | None:
    """Read a question about an entity."""
    entities = said.entities or followups.pointed_at(said.context, said.said)
    if not entities:
        return None
    return said.sure_of(Query(Intent.DESCRIBE, entity=entities[0]))


def recommends(said: Utterance) -> Query:
    """Read a question for advice, to someone or to anyone."""
    context = said.context
    actors = context.index.actors
    named = [entity for entity in said.entities if entity in actors]
    pointed = [e for e in followups.pointed_at(context, said.said) if e in actors]
    advice = [
        reading.statement
        for reading in said.whole.readings(Intent.RECOMMEND)
        if reading.statement.predicate in context.case.rulebase.advice
        and reading.score > SURE_OF_ADVICE
    ]
    return said.sure_of(
        Query(
            Intent.RECOMMEND,
            statement=next(iter(advice), None),
            entity=next(iter(named or pointed), None),
        )
    )


def beyond(said: Utterance) -> Query:
    """Tell that nothing in the rule base answers."""
    return said.sure_of(Query(Intent.OUT_OF_SCOPE))


def asks(said: Utterance, intent: Intent) -> Query | None:
    """Read a question about a statement; None when it names none."""
    if intent in _WITH_ASSUMPTION and (supposed := supposing.supposes(said, intent)):
        return supposed
    said = said.whole
    readings = said.readings(intent)
    if intent is Intent.LINCHPINS and not (readings and _is_clear(said, readings[0])):
        return said.sure_of(Query(intent, statement=said.context.goal))
    if not readings:
        return None
    query = _detailed(said, Query(_by_standing(said, intent, readings[0])), readings[0])
    spans = _without(said)
    if spans:
        assumed = read_assumptions(said.context, spans)
        readings = [r for r in readings if r.statement not in assumed.truth] or readings
        query = replace(query, assume=assumed.truth)
    return said.about(query, readings)


def _is_clear(said: Utterance, reading: Reading) -> bool:
    """Tell whether a reading rests on more than a few words about no one."""
    points = said.points and said.context.goal is not None
    return bool(said.entities) or points or reading.coverage > 0.5


def _by_standing(said: Utterance, intent: Intent, reading: Reading) -> Intent:
    """Ask *why* of what holds though it was asked why it does not.

    Whoever asks why something is so that is not asks *why* all the same: the answer corrects it.
    """
    holds = said.context.holds(reading.statement)
    return Intent.WHY if intent is Intent.WHY_NOT and holds else intent


def _detailed(said: Utterance, query: Query, reading: Reading) -> Query:
    """Add the degree asked for, by whose doing, and whether it is to fall."""
    words = [word for sentence in said.said for word in sentence.words]
    query = replace(query, degree=_degree(said, words))
    if query.intent is not Intent.WHAT_WOULD_IT_TAKE:
        return query
    names = said.context.index.names
    stems = [word.stem for word in words]
    mentions = names.find([word.text for word in words])
    by = None
    for cue in cues.group("by").find(stems, mentions):
        near = [m for m in mentions if m.start >= cue.start - 2 and m.end <= cue.end + 4]
        by = by or next(
            (e for m in near for e in m.entities if e in said.context.index.actors), None
        )
    return replace(query, by=by, fall=falls(said, reading))


def falls(said: Utterance, reading: Reading) -> bool:
    """Tell whether it is asked what would make a statement that holds fall."""
    stems = [word.stem for sentence in said.said for word in sentence.words]
    turned = bool(cues.group("fall").find(stems)) or not reading.positive
    return turned and said.context.holds(reading.statement)


def _degree(said: Utterance, words: Sequence[Word]) -> str | None:
    """Return the word of likelihood that stands after `at least`."""
    stems = [word.stem for word in words]
    text = " ".join(word.text for word in words)
    if not cues.group("degree").find(stems):
        return None
    known = sorted(said.context.case.rulebase.scale.words, key=len, reverse=True)
    return next((word for word in known if f" {word} " in f" {text} "), None)


def _without(said: Utterance) -> list[tuple[Word, ...]]:
    """Find `… without X doing Y`, which takes Y to be false."""
    for sentence in said.parts.rest:
        places = [p for p, word in enumerate(sentence.words) if word.text == "without"]
        rest = sentence.words[places[0] :] if places else ()
        names = said.context.index.names.find([word.text for word in rest])
        could = any(word.text in ("could", "would", "way") for word in sentence.words)
        if names and could and places[0] > 3 and len(rest) > 3:
            return [rest]
    return []
