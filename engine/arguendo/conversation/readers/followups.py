"""What points to what was spoken of before: `what does he want?`, `why not?`, `and now?`."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.wanted import Wanted
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.spoken_of import spoken_of
from arguendo.conversation.ranking.target import PERSONAL, POINTING
from arguendo.conversation.reference import misfits
from arguendo.conversation.statements.readings import Reading
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

_MOST_WORDS = 12


def pointed_at(context: Context, said: Sequence[Sentence]) -> list[str]:
    """Return the entity that a pronoun points to, if there is one."""
    words = {word.text for sentence in said for word in sentence.words}
    if not words & POINTING:
        return []
    people = context.index.names.people
    ordered = [entity for entity in context.around if context.may_be(entity, words)]
    if words & PERSONAL:
        ordered.sort(key=lambda entity: entity not in people)
    return ordered[:1]


def of_topic(
    context: Context, said: Sequence[Sentence], found: Sequence[Statement]
) -> list[Statement]:
    """Keep of what a text that names nobody may ask for what is about all of whom was spoken last.

    `How many pieces?`, after it was asked when the bakery got them; `altogether` asks for all.
    """
    words = {word.text for sentence in said for word in sentence.words}
    names, topic = context.index.names, {*context.topic}
    spoken = any(names.find([word.text for word in sentence.words]) for sentence in said)
    if spoken or not words_of("altogether").isdisjoint(words) or len(found) < 2:
        return [*found]
    shared = [len(topic.intersection(each.arguments)) for each in found]
    most = max(shared)
    alone = shared.count(most) == 1 and most > 1
    return [found[shared.index(most)]] if alone else [*found]


def follows_up(
    context: Context, said: Sequence[Sentence], wanted: Wanted, readings: Sequence[Reading]
) -> Query | None:
    """Read a question that names no statement, as one about the last."""
    words = [w for s in said for w in s.words]
    texts = [word.text for word in words]
    goal = context.goal_of(texts)
    if goal is None or len(words) > _MOST_WORDS or _names_another(context, goal, texts):
        return None
    stems = [w.stem for w in words]
    small = {stem(word) for word in lexicon.listed(lexicon.cues()["follow"]["words"])}
    again = cues.group("follow", "again").find(stems)
    covered = {place for cue in again for place in cue.places}
    left = [w for p, w in enumerate(words) if p not in covered and w.stem not in small]
    cued = {place for places in wanted.places.values() for _, place in places}
    left = [w for w in left if words.index(w) not in cued]
    content = [w for w in left if w.text not in lexicon.word_lists().stop]
    strong = bool(readings) and readings[0].score >= 3.0 and readings[0].coverage > 0.3
    if content and (strong or not again):
        return None
    intents = [
        (i, s) for i, s in wanted.best() if i not in (Intent.LIST, Intent.COMPARE, Intent.HELP)
    ]
    intent = intents[0][0] if intents and intents[0][1] >= 0.9 else Intent.ASK
    if intent in (Intent.DESCRIBE, Intent.RECOMMEND):
        return None
    if intent is Intent.WHY and "not" in {w.text for w in words}:
        intent = Intent.WHY_NOT
    about = context.premise if intent is Intent.WHAT_FOLLOWS else goal
    about = spoken_of(context, intent, about, texts)
    query = context.after_no(Query(intent, about, confidence=0.85))
    return misfits.fitting(context, query, texts)


def _names_another(context: Context, goal: Statement, texts: Sequence[str]) -> bool:
    """Tell whether a text names only who has no part in what was last asked about."""
    named = {e for mention in context.index.names.find(texts) for e in mention.entities}
    return bool(named) and named.isdisjoint(goal.arguments)
