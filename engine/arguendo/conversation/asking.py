"""Readers of questions: for help, for lists, about entities, for advice, about statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation import cues, followups
from arguendo.conversation.assumptions import read_assumptions
from arguendo.conversation.candidates import Reading
from arguendo.conversation.cues import Found
from arguendo.conversation.intents import scope
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.utterance import Utterance
from arguendo.conversation.words import Word
from arguendo.inquiry.query import Intent, Listing, Query

_NOT_ABOUT_STATEMENTS = frozenset(
    {Intent.LIST, Intent.COMPARE, Intent.DESCRIBE, Intent.RECOMMEND, Intent.HELP}
)
_MORE_THAN_ADVICE = (Intent.WHY, Intent.WHY_NOT, Intent.SOURCE)
_COUNTS = (Intent.LIST, Intent.WHEN)
"""Intents of which some questions ask for a number or a date that can be told."""
_TAKEN_UP = (Intent.WHAT_WOULD_IT_TAKE, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_FOLLOWS)
_OPEN = words_of("open_questions")
_LEADING = words_of("pleasantries")
MOST_LEADING = 4
PLAIN_HOW = 1.8
"""What a bare *how* weighs at most: it asks why of what holds, and how to get there of the rest."""
HOW_CAN = 3.2
"""What a *how can* weighs at most: the same holds of it."""
SURE_OF_ADVICE = 3.5


def beyond(said: Utterance) -> Query | None:
    """Tell what no rule base of this kind answers."""
    found = scope(said.said, said.context.index.names)
    if any(group in found for group in ("attack", "opinion")):
        return Query(Intent.OUT_OF_SCOPE, confidence=0.95)
    if "quantity" in found and not any(map(said.wanted.score, _COUNTS)):
        return Query(Intent.OUT_OF_SCOPE, confidence=0.8)
    asked = [sentence for sentence in said.said if sentence.asks]
    here = scope(asked, said.context.index.names) if asked else found
    foreign = [*here.get("never", ()), *here.get("world", ()), *found.get("applies", ())]
    if any(not _is_own(said, cue) for cue in foreign):
        return Query(Intent.OUT_OF_SCOPE, confidence=0.9)
    return None


def _is_own(said: Utterance, cue: Found) -> bool:
    """Tell whether a topic is one of the rule base's own: it has all the words."""
    known = said.context.index.own
    small = word_lists().stop
    for sentence in said.said:
        if cue.end <= len(sentence):
            content = [w for p in cue.places if (w := sentence.words[p]).text not in small]
            if content and all(word.stem in known for word in content):
                return True
    return False


def helps(said: Utterance) -> Query | None:
    """Read a question about the program."""
    return Query(Intent.HELP, confidence=0.9) if said.leads(Intent.HELP, 2.8) else None


def lists(said: Utterance) -> Query | None:
    """Read an order to list something."""
    if not said.leads(Intent.LIST, 2.6):
        return None
    listing = said.wanted.listing or Listing.CONCLUSIONS
    return Query(Intent.LIST, listing=listing, confidence=0.85)


def describes(said: Utterance) -> Query | None:
    """Read a question about an entity."""
    if not said.leads(Intent.DESCRIBE, 2.0):
        return None
    entities = said.entities or followups.pointed_at(said.context, said.said)
    if not entities:
        return None
    if said.wanted.score(Intent.DESCRIBE) < 3.0:
        readings = said.readings(Intent.DESCRIBE)
        if readings and readings[0].coverage > 0.75:
            return None
    return Query(Intent.DESCRIBE, entity=entities[0], confidence=0.85)


def recommends(said: Utterance) -> Query | None:
    """Read a question for advice, to someone or to anyone."""
    if not said.leads(Intent.RECOMMEND, 1.9):
        return None
    if any(said.wanted.score(intent) > 2.0 for intent in _MORE_THAN_ADVICE):
        return None
    context = said.context
    actors = context.index.actors
    named = [entity for entity in said.entities if entity in actors]
    pointed = [e for e in followups.pointed_at(context, said.said) if e in actors]
    advice = [
        reading.statement
        for reading in said.readings(Intent.RECOMMEND)
        if reading.statement.predicate in context.case.rulebase.advice
        and reading.score > SURE_OF_ADVICE
    ]
    return Query(
        Intent.RECOMMEND,
        statement=next(iter(advice), None),
        entity=next(iter(named or pointed), None),
        confidence=0.8,
    )


def asks(said: Utterance) -> Query:
    """Read a question about a statement; what is none is out of scope."""
    intent, weight = _intent(said)
    readings = said.readings(intent)
    follow = followups.follows_up(said.context, said.said, said.wanted, readings)
    if follow is not None:
        return follow
    if not readings or (intent is Intent.LINCHPINS and not _is_clear(said, readings[0])):
        return _about_no_statement(said, intent)
    chosen = _by_standing(said, intent, weight, readings[0])
    query = _detailed(said, Query(chosen, confidence=0.9), readings[0])
    spans = _without(said)
    if spans:
        assumed = read_assumptions(said.context, spans)
        readings = [r for r in readings if r.statement not in assumed.truth] or readings
        query = replace(query, assume=assumed.truth)
    return said.about(query, readings)


def _is_clear(said: Utterance, reading: Reading) -> bool:
    """Tell whether a reading rests on more than a few words about no one."""
    return bool(said.entities) or said.points or reading.coverage > 0.5


def _intent(said: Utterance) -> tuple[Intent, float]:
    """Return the intent for which most speaks, of those about statements, and how much does."""
    for intent, score in said.wanted.best():
        if intent not in _NOT_ABOUT_STATEMENTS and score >= 0.9:
            return intent, score
    last = said.context.last
    if last is not None and last.intent in _TAKEN_UP and _takes_up(said):
        return last.intent, 2.0
    return (Intent.WHY, 1.0) if _is_open(said) else (Intent.ASK, 1.0)


def _takes_up(said: Utterance) -> bool:
    """Tell whether a text asks the same about something else: `and for them to do so?`."""
    first = said.said[0].words[:2]
    return len(first) > 1 and first[0].text == "and" and first[1].text in ("for", "to", "about")


def _is_open(said: Utterance) -> bool:
    """Tell whether a question asks for more than yes or no: a question word leads a clause."""
    if said.wanted.score(Intent.ASK) > 0:
        return False
    return any(
        word.text in _OPEN and (place == 0 or word.before or words[0].text in _LEADING)
        for sentence in said.parts.rest
        for words in (sentence.words,)
        for place, word in enumerate(words[:MOST_LEADING])
    )


def _by_standing(said: Utterance, intent: Intent, weight: float, reading: Reading) -> Intent:
    """Choose among *why*, *why not* and *what would it take* by how the statement stands."""
    holds = said.context.holds(reading.statement)
    if intent is Intent.WHY and not holds:
        return Intent.WHAT_WOULD_IT_TAKE if weight < PLAIN_HOW else Intent.WHY_NOT
    if intent is Intent.WHY_NOT and holds and weight < 3.5:
        return Intent.WHY
    if intent is Intent.WHAT_WOULD_IT_TAKE and weight < HOW_CAN and holds:
        return Intent.WHY
    return intent


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


def _about_no_statement(said: Utterance, intent: Intent) -> Query:
    """Read a text that speaks of no statement: by what else it may ask, else out of scope."""
    score = said.wanted.score
    if intent is Intent.LINCHPINS:
        return Query(intent, statement=said.context.goal, confidence=0.7)
    if score(Intent.DESCRIBE) >= 1.0 and said.entities:
        return Query(Intent.DESCRIBE, entity=said.entities[0], confidence=0.6)
    if score(Intent.RECOMMEND) >= 1.5:
        return Query(Intent.RECOMMEND, confidence=0.6)
    if score(Intent.HELP) >= 2.0:
        return Query(Intent.HELP, confidence=0.6)
    return Query(Intent.OUT_OF_SCOPE, confidence=0.7)
