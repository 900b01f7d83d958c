"""The last resort: what a turn asks of which only the intent is plain.

Where the likeliest reader finds nothing that is said well enough, the kind of the turn is taken as
it is: `would hair alter this?` certainly supposes something, and `then what is missing, Sherlock?`
asks about what was spoken of. Failing that a text that names somebody or something hardly asks for
a list: it is taken to speak of what comes nearest. Either way one asks back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, plain_words
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import standing, target
from arguendo.conversation.readers import headline, left_out
from arguendo.conversation.readers.asking import ABOUT_STATEMENTS
from arguendo.conversation.readers.exact import taken_back
from arguendo.conversation.reference import relatives
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions import surmise
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query, Step
from arguendo.statements import Literal, Statement

_Resort: TypeAlias = Callable[[Utterance], Query | None]

LIKELIEST, LIKELY, SURELY = 0.4, 0.6, 0.75
"""How likely an intent must be for a turn without names to be about the last statement, for it to
be read by that intent alone, and as what comes nearest."""
HARDLY = 0.1
"""How likely another intent that needs no statement must be to be read."""
PLAINLY = 4.0
"""The score from which on a conclusion is named, and not only what was asked about before."""
LISTING = 0.5
"""How likely it must be that a list is wanted."""
LEAST = 1.0
"""The score from which on a statement may be meant."""
NEARBY = 0.4
"""How near to the best a reading must be to tell of what one speaks."""
PLAIN = 2.0
"""The score from which on a statement is taken to be supposed."""
UNSURE = 0.5
"""How sure such a reading is at most."""
MOST, MOST_GOALS = 6, 3
"""Readings that are looked at, and of them as what is asked of a supposition."""
_WITHOUT_STATEMENT = frozenset(
    {Intent.LIST, Intent.HELP, Intent.COMPARE, Intent.LINCHPINS, Intent.RECOMMEND}
)
"""Intents whose readers never fail."""
_EVERYTHING = words_of("everything")
_IN_TURNS = frozenset({Intent.WHAT_WOULD_IT_TAKE, Intent.WHAT_FOLLOWS})
"""Intents of turns that may leave it to the other side what they are about."""


def is_idle(said: Utterance, intent: Intent) -> bool:
    """Tell whether an intent is out of the question that would be read from any text.

    What seems most to want a list, and hardly does, wants none: of 221 such texts, 22 did.
    """
    likely = said.likely
    if intent is Intent.LIST and likely.of(intent) < LISTING:
        return True
    plain = likely.ranked[0][1] >= SURELY
    return intent in _WITHOUT_STATEMENT and plain and likely.of(intent) < HARDLY


def read(said: Utterance) -> Query | None:
    """Read a text by its likeliest intent, as far as that is likely enough."""
    intent, likely = said.likely.ranked[0]
    for least, resort in _RESORTS.get(intent, ()):
        found = resort(said) if likely >= least else None
        if found is not None:
            return replace(found, clarify=True, confidence=min(found.confidence, UNSURE))
    return None


def _asks_about_last(said: Utterance, intent: Intent) -> Query | None:
    """Ask about what was spoken of, where nobody is named, nor a relative of whom none is known."""
    goal = said.context.goal_of([word.text for each in said.said for word in each.words])
    if goal is None or said.entities or relatives.is_unknown(said.said):
        return None
    return Query(said.context.as_it_stands(intent, goal), goal)


def _assumes_all(said: Utterance) -> Query | None:
    """Assume all that is said, but for conclusions."""
    truth, _ = _supposed(said)
    return Query(Intent.ASSUME, assume=truth) if truth else None


def _supposes_all(said: Utterance) -> Query | None:
    """Suppose all that is said, but for conclusions, about which the turn asks then."""
    truth, concluded = _supposed(said)
    asked = concluded or _asked(said, truth)
    if not truth:
        plain = Query(Intent.ASK, asked)
        return plain if asked is not None and said.parts.stance is None else None
    taken_up = asked is None and target.takes_up(said.context, truth)
    goal = said.context.goal if taken_up else asked
    return Query(Intent.WHAT_IF, goal, truth, adds=taken_up)


def _supposed(said: Utterance) -> tuple[Mapping[Statement, bool], Statement | None]:
    """Return what a text may suppose, or a few of its words, and a conclusion among it."""
    context = said.context
    spans = [sentence.words for sentence in said.said]
    told = read_assumptions(context, spans).truth
    told = told or surmise.read(context, said.parts.assumed or spans, (), None).truth
    concluded = [s for s in told if context.is_derived(s) and not context.is_open(s)]
    truth = {s: true for s, true in told.items() if s not in concluded}
    return truth, next(iter(concluded), None)


def _asked(said: Utterance, truth: Mapping[Statement, bool]) -> Statement | None:
    """Return the conclusion that a text names and that hangs on what it supposes."""
    context = said.context
    for reading in said.whole.readings(Intent.WHAT_IF, None, truth)[:2]:
        statement = reading.statement
        concluded = context.is_derived(statement) and statement not in truth
        concluded = concluded and reading.score >= PLAINLY
        if concluded and (not truth or target.depends(context, truth, statement)):
            return statement
    return None


def _retracts_last(said: Utterance) -> Query | None:
    """Read an order to take back everything, or what was supposed last where nothing is named."""
    context, last = said.context, said.context.last
    if not context.case.assumptions and not (last and last.assume):
        return None
    if any(word.text in _EVERYTHING for sentence in said.said for word in sentence.words):
        return Query(Intent.RETRACT, back=Step.RESET)
    taken = next(reversed(list(context.case.assumptions)), None)
    if taken is None and last is not None:
        taken = next(iter(last.assume), None)
    return Query(Intent.RETRACT, taken)


def _nearest(said: Utterance, intent: Intent) -> list[Reading]:
    return _read(said, said.said, intent)


def _read(
    said: Utterance, sentences: Sequence[Sentence], intent: Intent, near: Sequence[str] = ()
) -> list[Reading]:
    found = target.readings(said.context, sentences, intent, said.whole.wanted, near=near)
    return [reading for reading in found[:MOST] if reading.score >= LEAST]


def _describes_nearest(said: Utterance) -> Query | None:
    """Describe, of what the nearest statements tell of, what is named best."""
    names, nearest = said.context.index.names, _nearest(said, Intent.DESCRIBE)
    near = [r for r in nearest if r.score >= NEARBY * nearest[0].score]
    spoken = {word.stem for sentence in said.said for word in sentence.words}
    told = [e for reading in near for e in reading.statement.arguments if e in names.kinds]
    shares = {entity: _shared(names, entity, spoken) for entity in told}
    entity = max(shares, key=lambda each: shares[each], default=None)
    return said.sure_of(Query(Intent.DESCRIBE, entity=entity)) if entity else None


def _shared(names: Names, entity: str, spoken: AbstractSet[str]) -> float:
    """Tell how much is said of that name of an entity of which most is."""
    small = word_lists().stop
    stems = [{stem(word) for word in name if word not in small} for name in names.of(entity)]
    return max((len(each & spoken) / len(each) for each in stems if each), default=0.0)


def _retracts_nearest(said: Utterance) -> Query | None:
    """Take back what is nearest, or everything where that is said."""
    if any(cues.group("retract", "reset").find([w.stem for w in s.words]) for s in said.said):
        return said.sure_of(Query(Intent.RETRACT, back=Step.RESET))
    nearest = _nearest(said, Intent.RETRACT)
    meant = said.context.matcher.foreseen.expand(nearest[0].statement) if nearest else []
    if len(meant) != 1:
        return None
    return said.sure_of(taken_back(said.context, Literal(meant[0])))


def _assumes_nearest(said: Utterance) -> Query | None:
    """Assume what is nearest, in each sentence, as far as it could be otherwise."""
    assumed = surmise.read(said.context, [each.words for each in said.said], (), None)
    return said.sure_of(Query(Intent.ASSUME, assume=assumed.truth)) if assumed.truth else None


def _supposes_nearest(said: Utterance) -> Query | None:
    """Suppose, of what the text may speak of, that on which another depends."""
    context, nearest = said.context, _nearest(said, Intent.WHAT_IF)
    told = [each for each in _supposing(said, nearest) if _is_of_meant(said, each)]
    open_first = sorted(told, key=lambda each: context.is_derived(each.statement))
    for goal in nearest[:MOST_GOALS]:
        if not context.is_derived(goal.statement):
            continue
        for reading in open_first:
            if _bears(context, reading, goal):
                truth = {reading.statement: _changed(context, reading)}
                return said.about(Query(Intent.WHAT_IF, assume=truth), [goal])
    return _asks_nearest(said, Intent.ASK)


def _supposing(said: Utterance, nearest: list[Reading]) -> list[Reading]:
    """List what may be supposed: only what an *if* opens, where one does."""
    if not said.parts.assumed:
        return nearest
    spans = [Sentence(tuple(words)) for words in said.parts.assumed]
    return _read(said, spans, Intent.WHAT_IF, said.entities)


def _is_of_meant(said: Utterance, reading: Reading) -> bool:
    """Tell whether a reading is about nobody who was neither named nor spoken of before.

    Words of what the rule base knows of one person only need not name that one.
    """
    context, people = said.context, said.context.index.names.people
    words = [word.text for sentence in said.said for word in sentence.words]
    lone = reading.traits is not None and reading.traits.lone
    if lone and left_out.says(context, words, reading.statement):
        return True
    known = {*said.entities, *context.around, *context.focus}
    known |= context.matcher.foreseen.only_ones
    return known.issuperset(people.intersection(reading.statement.arguments))


def _bears(context: Context, reading: Reading, goal: Reading) -> bool:
    """Tell whether other words than those of a question speak of what it depends on."""
    one, other = reading.statement, goal.statement
    worded = reading.traits is not None and not reading.traits.wordless
    if one.predicate == other.predicate or reading.score < PLAIN or not worded:
        return False
    known = context.matcher.foreseen.knows(one)
    return known and target.depends(context, (one,), other)


def _changed(context: Context, reading: Reading) -> bool:
    """Tell how a statement is supposed: what stands is supposed away."""
    stands = not context.is_open(reading.statement) and context.holds(reading.statement)
    return reading.positive and not stands


def _asks_nearest(said: Utterance, intent: Intent) -> Query | None:
    """Ask about what is nearest, or about what is told of those whom the text names."""
    nearest = _nearest(said, intent)
    wordless = all(each.traits is not None and each.traits.wordless for each in nearest)
    statement = _of_names(said, intent, some=bool(nearest)) if wordless else None
    if nearest and statement is None:
        return said.about(Query(intent), nearest)
    if statement is None and (intent not in _IN_TURNS or said.entities):
        return None
    return said.sure_of(Query(intent, statement))


def _of_names(said: Utterance, intent: Intent, some: bool) -> Statement | None:
    """Return what is likeliest asked about those who are named; only with `some` of its words."""
    context, named = said.context, frozenset(said.entities)
    known = context.matcher.foreseen
    told = [each for each in known.all if named.intersection(each.arguments)]
    spoken = {each: _words_shared(said, each) for each in told}
    if not any(spoken.values()):
        mains = (headline.headline(context, each) for each in said.entities[:1])
        main = next((each for each in mains if each is not None and known.knows(each)), None)
        if some or main is not None:
            return main
    likely = standing.prior(context, intent, False, frozenset())
    return max(
        told,
        key=lambda each: (
            spoken[each],
            len(named.intersection(each.arguments)),
            likely(each, True),
        ),
        default=None,
    )


def _words_shared(said: Utterance, statement: Statement) -> int:
    """Count the words of a text that its predicate is put with as well, names or not."""
    predicate = said.context.case.rulebase.vocabulary.predicates[statement.predicate]
    small = word_lists().stop
    own = {stem(word) for word in plain_words(predicate.says) if word not in small}
    return len(own.intersection(word.stem for each in said.said for word in each.words))


_RESORTS: Mapping[Intent, tuple[tuple[float, _Resort], ...]] = {
    Intent.DESCRIBE: ((SURELY, _describes_nearest),),
    Intent.RETRACT: ((LIKELY, _retracts_last), (SURELY, _retracts_nearest)),
    Intent.ASSUME: ((LIKELY, _assumes_all), (SURELY, _assumes_nearest)),
    Intent.WHAT_IF: ((LIKELY, _supposes_all), (SURELY, _supposes_nearest)),
    Intent.WHEN: ((SURELY, partial(_asks_nearest, intent=Intent.WHEN)),),
    **{
        intent: (
            (LIKELIEST, partial(_asks_about_last, intent=intent)),
            (SURELY, partial(_asks_nearest, intent=intent)),
        )
        for intent in ABOUT_STATEMENTS
        if intent is not Intent.WHEN
    },
}
"""How likely an intent must be to be read in which way, one after the other."""
