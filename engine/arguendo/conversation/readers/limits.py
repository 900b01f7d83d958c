"""What it would take by one actor's doing, or with more that may change than what is open.

`What could Ben alone do to get the tournament?` asks for what Ben decides; `if facts could be
otherwise` and `if anything could change` widen what may change. The words that set such a limit are
taken out, and the rest is read as what is to come about; when nothing is left, that is what was
spoken of before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.intents.wanted import wanted
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import asking, followups
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.requirements import Also
from arguendo.inquiry.goals import in_reach, in_reach_of, is_advice, main_conclusion
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

SURE = 0.88
_ALSO = {"facts": Also.FACTS, "anything": Also.ANY}


@dataclass(frozen=True)
class _Limits:
    """By whose doing, what may change besides, and the text without the words that say so."""

    by: str | None
    also: frozenset[Also]
    ends: bool
    """Whether something is to be ended, not brought about."""
    rest: tuple[Sentence, ...]


def limits(said: Utterance) -> Query | None:
    """Read what it would take within limits; None when a text sets none."""
    found = _limits(said)
    if found.by is None and not found.also:
        return None
    rest = Utterance(said.context, found.rest).wants(Intent.WHAT_WOULD_IT_TAKE)
    assumed = read_assumptions(said.context, rest.parts.assumed).truth
    asked = rest.parts.rest if assumed else found.rest
    if _has_content(said.context, asked):
        return _about(rest, found, assumed)
    query = _before(said.context, found, assumed)
    if query.statement is None and _points(said):
        case = said.context.case
        goal = main_conclusion(case) if found.ends else in_reach(case, query.by)
        query = replace(query, statement=goal)
    return said.context.leaning(query)


def for_one(said: Utterance) -> Query | None:
    """Read `what can the council do for Tom?` as what it takes, by one who decides something.

    Whoever is advised to do something gets that told.
    """
    if len(said.said) != 1:
        return None
    words, mentions = [word.text for word in said.said[0].words], said.mentions(said.said[0])
    if len(mentions) != 2 or words[:1] != ["what"] or words[1] not in words_of("can"):
        return None
    actor, one = mentions
    between = words[actor.end : one.start]
    if actor.start != 2 or one.end != len(words) or between not in (["do", "for"], ["do", "about"]):
        return None
    case, by, entity = said.context.case, actor.entities[0], one.entities[0]
    advised = any(
        is_advice(case, each) and by in each.arguments and case.holds(each)
        for each in case.graph.statements
    )
    if advised or by not in deciders(said.context):
        return None
    goal = in_reach_of(case, by, entity)
    return Query(Intent.WHAT_WOULD_IT_TAKE, goal, by=by, confidence=SURE) if goal else None


def _points(said: Utterance) -> bool:
    """Tell whether a text speaks of something as known from before: `can Ben do it alone?`."""
    things = words_of("pointing_things")
    return bool(said.context.queries) and any(
        word.text in things for sentence in said.said for word in sentence.words
    )


def _has_content(context: Context, said: Sequence[Sentence]) -> bool:
    """Tell whether a text says more than that it asks what it takes."""
    asking_words = wanted(said, context.index.names).places.get(Intent.WHAT_WOULD_IT_TAKE, set())
    return any(
        word.text not in word_lists().stop and (number, place) not in asking_words
        for number, sentence in enumerate(said)
        for place, word in enumerate(sentence.words)
    )


def _before(context: Context, found: _Limits, assumed: Mapping[Statement, bool]) -> Query:
    """Ask about what was spoken of before; limits of that question stay unless others are set."""
    last = context.last
    if last is None or last.intent is not Intent.WHAT_WOULD_IT_TAKE:
        goal = context.goal
        concluded = found.ends or goal is None or not context.is_fact(goal)
        last = Query(Intent.WHAT_WOULD_IT_TAKE, goal if concluded else None)
    return replace(
        last,
        assume=assumed,
        by=found.by or last.by,
        also=found.also or last.also,
        fall=last.fall or found.ends,
        confidence=0.85,
        alternatives=(),
    )


def _about(rest: Utterance, found: _Limits, assumed: Mapping[Statement, bool]) -> Query | None:
    """Ask about the statement that the rest of the text names; None when it names none."""
    if found.by is None and not rest.leads(Intent.WHAT_WOULD_IT_TAKE, 0.9):
        return None
    near = [found.by] if found.by else []
    readings = rest.readings(Intent.WHAT_WOULD_IT_TAKE, assumed=assumed, near=near)
    readings = [reading for reading in readings if reading.statement not in assumed]
    wordless = not readings or (readings[0].traits is not None and readings[0].traits.wordless)
    if not readings or (found.by and wordless and not found.ends):
        return None
    query = Query(
        Intent.WHAT_WOULD_IT_TAKE,
        by=found.by,
        also=found.also,
        fall=asking.falls(rest, readings[0]) or found.ends,
        assume=assumed,
        confidence=0.9,
    )
    return rest.about(query, readings)


def _limits(said: Utterance) -> _Limits:
    """Find the words that set limits, and take them out."""
    by: str | None = None
    also: set[Also] = set()
    ends = False
    rest: list[Sentence] = []
    for sentence in said.said:
        stems, mentions = [word.stem for word in sentence.words], said.mentions(sentence)
        taken: set[int] = set()
        for name, each in _ALSO.items():
            for cue in cues.group("limits", name).find(stems, mentions):
                also.add(each)
                taken.update(cue.places)
        for cue in cues.group("limits", "doing").find(stems, mentions):
            actor, places = _actor(said, sentence, mentions, cue)
            if actor:
                by = by or actor
                taken |= {*cue.places, *places}
        if taken:
            ending = cues.group("limits", "ends").find(stems, mentions)
            tails = cues.group("limits", "tails").find(stems, mentions)
            ends = ends or bool(ending)
            taken.update(place for cue in (*ending, *tails) for place in cue.places)
        kept = tuple(word for place, word in enumerate(sentence.words) if place not in taken)
        rest += [Sentence(kept, sentence.asks)] if kept else []
    return _Limits(by, frozenset(also), ends, tuple(rest))


def _actor(
    said: Utterance, sentence: Sentence, mentions: Sequence[Mention], cue: Found
) -> tuple[str | None, range]:
    """Return the actor whom a cue speaks of, by name or by a pronoun, and the words for it."""
    could = deciders(said.context)
    near = [m for m in mentions if cue.start <= m.end and m.start <= cue.end]
    for mention in sorted(near, key=lambda m: not cue.start <= m.start < cue.end):
        actor = next((entity for entity in mention.entities if entity in could), None)
        if actor:
            return actor, range(mention.start, mention.end)
    if not near:
        pointed = followups.pointed_at(said.context, [sentence])
        return next((entity for entity in pointed if entity in could), None), range(0)
    return None, range(0)


def deciders(context: Context) -> frozenset[str]:
    """Return who can be advised, and who decides something."""
    vocabulary = context.case.rulebase.vocabulary
    slots = [s for p in vocabulary.predicates.values() for s in p.slots if s.name == p.by]
    asked = {question.by for question in context.case.rulebase.questions if question.by}
    fitting = {e for e in vocabulary.entities if any(vocabulary.suits(e, slot) for slot in slots)}
    advised = context.index.actors if context.case.rulebase.advice else frozenset()
    return advised | asked | fitting
