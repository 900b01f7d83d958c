"""Which statement a question is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from arguendo.conversation import cues, standing
from arguendo.conversation.context import Context
from arguendo.conversation.intents import Wanted
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readings import Reading, levelled
from arguendo.conversation.segments import clauses
from arguendo.conversation.words import Sentence, Word
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

ASIDE = 0.75
"""What a sentence beside the question counts."""
PART = 0.9
"""What a clause of a sentence counts by itself."""
SUPPOSED = 0.34
"""How well the entities of an assumption are spoken for in the question about it."""
SHORT = 6
MOST_PARTS = 5
POINTED = 0.8
"""How well a pronoun speaks for what it may point to."""

POINTING = words_of("pointing")
PERSONAL = words_of("personal")
THINGS = words_of("impersonal")


def readings(
    context: Context,
    said: Sequence[Sentence],
    intent: Intent,
    wanted: Wanted,
    assumed: Iterable[Statement] = (),
    near: Iterable[str] = (),
) -> list[Reading]:
    """List the statements that a question may be about, the likeliest first.

    `near` are entities spoken of beside it.
    """
    best: dict[Statement, Reading] = {}
    assumed = tuple(assumed)
    around = pointed(context, said)
    personal = any(word.text in PERSONAL for sentence in said for word in sentence.words)
    kinds = context.index.names.kinds
    for entity in (*near, *(each for statement in assumed for each in statement.arguments)):
        taken_up = personal and kinds.get(entity) == "person"
        around[entity] = max(around.get(entity, 0.0), POINTED if taken_up else SUPPOSED)
    points = bool(pointed(context, said))
    effects = _effects(context, assumed)
    prior = standing.prior(context, intent, points, effects, wanted.score(Intent.RECOMMEND) > 0)
    for weight, words in _pieces(context, said, intent, wanted):
        piece = context.matcher.piece(words, around or context.around)
        for reading in context.matcher.ranked(piece, prior):
            known = best.get(reading.statement)
            if known is None or known.score < weight * reading.score:
                best[reading.statement] = reading.times(weight)
    return levelled(sorted(best.values(), key=lambda r: (-r.score, r.statement.key)))


def _pieces(
    context: Context, said: Sequence[Sentence], intent: Intent, wanted: Wanted
) -> Iterator[tuple[float, list[str]]]:
    """Go through the pieces of text that could name the statement, each with what it counts."""
    names = context.index.names
    taken = wanted.places.get(intent, set()) | wanted.phrases
    asks = any(sentence.asks for sentence in said)
    everything: list[str] = []
    for number, sentence in enumerate(said):
        framed = _framed(context, sentence)
        kept = tuple(
            word
            for place, word in enumerate(sentence.words)
            if (number, place) not in taken and place not in framed
        )
        counts = 1.0 if sentence.asks or not asks else ASIDE
        everything += _texts(kept)
        parts = clauses(kept, names)
        if _leads_on(said, number):
            yield 1.0, _texts(parts[-1]) if parts else []
            counts *= ASIDE
        yield counts, _texts(kept)
        if 1 < len(parts) < MOST_PARTS:
            yield from ((counts * PART, _texts(part)) for part in parts if len(part) > 2)
    if len(said) > 1:
        yield PART, everything


def _leads_on(said: Sequence[Sentence], number: int) -> bool:
    """Tell whether the next sentence asks about the last thing said here: `What stops it?`."""
    if number + 1 >= len(said) or said[number].asks or not said[number + 1].asks:
        return False
    small = word_lists().stop
    following = said[number + 1].words
    return (
        len(following) <= SHORT
        and any(word.text in POINTING for word in following)
        and (sum(word.text not in small for word in following) <= 1)
    )


def _texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]


def _framed(context: Context, sentence: Sentence) -> set[int]:
    """Return the words that only frame a statement: `I keep hearing that`."""
    stems = [word.stem for word in sentence.words]
    return {place for cue in cues.group("frames", "words").find(stems) for place in cue.places}


def pointed(context: Context, said: Sequence[Sentence]) -> dict[str, float]:
    """Return the entities that the pronouns of a text may point to, when nobody is named."""
    words = {word.text for sentence in said for word in sentence.words}
    if not words & POINTING:
        return {}
    names = context.index.names
    named = [m for s in said for m in names.find(_texts(s.words)) if m.proper]
    if any(names.kinds[e] in _kinds(context, words) for m in named for e in m.entities):
        return {}
    found = dict(context.around)
    kinds, pronouns = names.kinds, words & POINTING
    for entity in context.focus:
        person = kinds.get(entity) == "person"
        if not (person and pronouns <= THINGS) and not (not person and pronouns <= PERSONAL):
            found[entity] = POINTED
    return found


def _kinds(context: Context, words: set[str]) -> set[str]:
    """Return the kinds of entities that would leave a pronoun nothing to point to."""
    kinds = context.index.names.kinds
    actors = {kinds[entity] for entity in context.index.actors}
    return {"person"} & actors if words & PERSONAL else actors


def _effects(context: Context, assumed: Iterable[Statement]) -> frozenset[int]:
    """Return the statements that some assumptions bear on, by number; none without any."""
    graph = context.case.graph
    numbers = (graph.number(statement) for statement in assumed)
    reached = {number for number in numbers if number is not None}
    waiting = list(reached)
    blocked: dict[int, list[int]] = {}
    for inference in graph.inferences if waiting else ():
        for blocker in graph.blockers[inference.number]:
            for number, _ in blocker.literals:
                blocked.setdefault(number, []).append(inference.claim)
    while waiting:
        number = waiting.pop()
        claims = [graph.inferences[i].claim for i in graph.supporting[number]]
        near = [*claims, *blocked.get(number, ()), *graph.contraries[number]]
        new = [n for n in dict.fromkeys(near) if n not in reached]
        reached.update(new)
        waiting += new
    return frozenset(reached)


def depends(context: Context, assumed: Iterable[Statement], statement: Statement) -> bool:
    """Tell whether a statement may stand otherwise because of some assumptions."""
    return context.case.graph.number(statement) in _effects(context, assumed)
