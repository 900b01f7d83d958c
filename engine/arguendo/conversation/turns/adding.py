"""Short turns that add to what is supposed: `and with long legs?`, `without the application?`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.meanings import meanings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.ranking.owing import obliges
from arguendo.conversation.statements.sentences import unfilled
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.turns import restoring
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Predicate, Statement

MOST_WORDS = 10
MOST_BESIDES = 20
SURE = 0.8
DOUBTFUL = 0.6
"""How sure a reading is that only takes what is named for what is asked about."""
SHORTEST = 4
"""Words from which on a sentence says something to assume."""
_ASKING = (words_of("question_words"), words_of("auxiliaries"), words_of("suppose_anywhere"))
_ENOUGH = 3
"""Words from which on a piece is a clause."""


def read(said: Utterance) -> Query | None:
    """Read a turn that names no more than what is to be supposed besides, or left out."""
    context = said.context
    if len(said.said) != 1 or len(said.said[0]) > MOST_WORDS:
        return None
    again = _once_more(said.said[0].words)
    spoken = context.goal is not None or context.state.choices
    if not spoken and not (again and context.last is not None):
        return None
    words = said.said[0].words[again:]
    start = next((p for p, w in enumerate(words) if w.text not in _leading()), len(words))
    if start == len(words):
        return None
    opener, rest = words[start].text, words[start + 1 :]
    truth: Mapping[Statement, bool] = {}
    if opener in sayings.single("adding", "without"):
        truth = _left_out(context, rest, again > 0)
    elif opener in sayings.single("adding", "with") or _supposes(opener, rest, bool(start)):
        truth = _added(context, rest) or (_by_name(context, rest) if again else {})
    elif _is_joined(words) or (start and said.said[0].asks):
        truth = _open(context, words[start:]) if _goes_on(context, words[start:]) else {}
    joins = opener in sayings.single("adding", "joins") or _is_joined(words)
    clause = opener in sayings.single("adding", "when")
    concluded = _concluded(said, truth) if truth and not clause else None
    if concluded is not None:
        return concluded
    if not truth:
        return None
    offered = _offered(context, truth)
    goes_on = context.goal is not None and target.takes_up(context, truth, surely=joins)
    if offered is None and not goes_on and not (context.is_undecided or again):
        return None
    asked = offered or target.thread(context, truth)
    asked = None if asked in truth else asked
    query = Query(Intent.WHAT_IF, asked, truth, adds=True, confidence=SURE)
    return _reversed(context, query, rest) if opener in sayings.single("adding", "with") else query


def _once_more(words: Sequence[Word]) -> int:
    """Tell how many words begin a turn that puts the last question once more, with a change.

    `Same again but without the exemption`.
    """
    texts = tuple(word.text for word in words)
    heads = [len(each) for each in sayings.of("adding", "again") if texts[: len(each)] == each]
    end = max(heads, default=0)
    behind = next((text for text in texts[end:] if text not in _leading()), "")
    return end if behind in sayings.single("adding", "joins") else 0


def _reversed(context: Context, query: Query, words: Sequence[Word]) -> Query:
    """Ask back whether what is named is given, where the statement found says the reverse of it.

    `With good character`, where somebody doubts that: it is likelier to be supposed that he does
    not. The words that say so are those of the statement itself, and none of them was said.
    """
    says = context.case.rulebase.vocabulary.predicates
    said = {word.stem for word in words}
    turned = {s: False for s, true in query.assume.items() if true and _undoes(says, s, said)}
    if not turned:
        return query
    other = replace(query, confidence=DOUBTFUL)
    truth = {**query.assume, **turned}
    return replace(query, assume=truth, confidence=DOUBTFUL, clarify=True, alternatives=(other,))


def _undoes(
    predicates: Mapping[str, Predicate], statement: Statement, said: Collection[str]
) -> bool:
    """Tell whether a word unsaid of a statement holds the rest of it not to be so.

    A word that may mean something else as well tells nothing: one hands in a letter, or a badge.
    """
    stems = [stem(word) for word in unfilled(predicates[statement.predicate].says)]
    means = [meaning for meaning in meanings(stems) if meaning.sign > 0]
    others = [m.places for m in means if m.name not in words_of("reversing")]
    found = (m.places for m in means if m.name in words_of("reversing") and m.places not in others)
    return any(stems[place] not in said for places in found for place in places)


def _offered(context: Context, truth: Mapping[Statement, bool]) -> Statement | None:
    """Return of what was just asked back about the one that could hang on what is supposed."""
    offered = {query.statement for query in context.state.choices if query.statement is not None}
    hanging = [each for each in offered if target.depends(context, truth, each)]
    return hanging[0] if len(hanging) == 1 else None


def _concluded(said: Utterance, truth: Mapping[Statement, bool]) -> Query | None:
    """Read what such a turn names as its conclusion, which is what it asks about then.

    `Plus hooves, so ungulate`, `and with black stripes: zebra?`; a conclusion alone is asked about.
    """
    context = said.context
    told = {s: true for s, true in truth.items() if not _is_conclusion(context, s)}
    named = [s for s in truth if s not in told]
    words = said.said[0].words
    start = next((p for p, w in enumerate(words) if p > 1 and _leads_on(w)), None)
    if start is not None and not named:
        rest = [Sentence(words[start:], asks=True)]
        found = said.readings(Intent.WHAT_IF, rest, told) if said.mentions(rest[0]) else []
        named = [r.statement for r in found[:1] if _is_conclusion(context, r.statement)]
    if not named or (told and not target.depends(context, told, named[0])):
        return None
    if not told:
        return Query(Intent.ASK, named[0], confidence=DOUBTFUL, clarify=True)
    return Query(Intent.WHAT_IF, named[0], told, adds=True, confidence=SURE)


def _leads_on(word: Word) -> bool:
    """Tell whether what follows from what was told begins with a word: `…, so`, `…: zebra`."""
    return word.text == "so" or word.before in (":", "-", "=")


def _is_conclusion(context: Context, statement: Statement) -> bool:
    return context.is_derived(statement) and not context.is_open(statement)


def besides(said: Utterance, query: Query) -> Query | None:
    """Read a turn that only seems to ask whether something open is so, as one that supposes it.

    `And long legs would ruin that?`, after what it bears on was asked: nobody doubts the legs.
    """
    context, asked = said.context, query.statement
    if (one_more := _after_all_told(said, query)) is not None:
        return one_more
    if asked is None or not (query.intent is Intent.ASK or query.clarify):
        return None
    if query.assume:
        return _of_nobody(said, query, asked) or _one_more(said, query, asked)
    if len(said.said[-1]) > MOST_BESIDES or context.goal in (None, asked):
        return None
    if not _is_free(context, asked) or not _seems(said):
        return None
    truth = _added(context, _told(said.said[-1].words))
    truth = truth if asked in truth else {asked: True}
    free = all(_is_free(context, each) for each in truth)
    if not free or not target.takes_up(context, truth):
        return None
    return Query(Intent.WHAT_IF, context.goal, truth, adds=True, confidence=SURE)


def _after_all_told(said: Utterance, query: Query) -> Query | None:
    """Read `and the lift breaks down?` after it was asked what all comes of a supposition.

    What is in doubt about it stays so; what could be meant otherwise is supposed as well.
    """
    last, plain = said.context.last, query.intent in (Intent.ASK, Intent.ASSUME)
    plain = plain or (query.intent is Intent.WHAT_IF and query.clarify and not query.adds)
    if last is None or last.intent is not Intent.WHAT_IF or last.statement or not last.assume:
        return None
    if not plain or not said.said[-1].asks or not _seems(said):
        return None
    told = read_assumptions(said.context, [_told(said.said[-1].words)])
    asks = any(w.text in group for w in said.said[-1].words for group in _ASKING)
    if query.assume and query.assume == told.truth and not asks:
        query = replace(query, statement=None)
    found = [each for each in (query, *query.alternatives) if _supposable(said.context, each)]
    if found[:1] != [query]:
        return None
    first, *others = (_put_besides(said.context, each) for each in found)
    if first.assume == told.truth and not told.leaves_out:
        return replace(first, confidence=max(first.confidence, SURE))
    return replace(first, clarify=query.clarify, alternatives=tuple(others))


def _supposable(context: Context, query: Query) -> bool:
    """Tell whether all that a turn asks about, or assumes, could be otherwise."""
    spoken = [*query.assume, *([query.statement] if query.statement else [])]
    usual = query.degree is None and query.value is None and query.quantified is None
    usual = usual and not (query.statement and query.assume)
    return bool(spoken) and usual and all(_is_free(context, each) for each in spoken)


def _put_besides(context: Context, query: Query) -> Query:
    asked = {query.statement: not query.denied} if query.statement else {}
    truth = {**query.assume, **asked}
    goal = target.thread(context, truth)
    return Query(Intent.WHAT_IF, goal, truth, adds=True, confidence=query.confidence)


def _of_nobody(said: Utterance, query: Query, asked: Statement) -> Query | None:
    """Read what a doubtful what-if supposes, where it asks the same of somebody not named.

    `And Ben gets leave in May?`, after another supposition: nobody asks whether Ann gets it then.
    """
    context = said.context
    if query.intent is not Intent.WHAT_IF or not query.clarify or context.goal is None:
        return None
    alike = {
        a for each in query.assume if each.predicate == asked.predicate for a in each.arguments
    }
    others = {argument for argument in asked.arguments if argument not in alike}
    if not alike or not others or not others.isdisjoint(said.entities):
        return None
    if not _seems(said) or not _follows_supposition(context):
        return None
    return Query(Intent.WHAT_IF, context.goal, query.assume, adds=True, confidence=SURE)


def _one_more(said: Utterance, query: Query, asked: Statement) -> Query | None:
    """Read what a doubtful what-if only seems to ask about as the last thing that it supposes.

    `And if it swims, has feathers, and does not fly?`, after what they bear on was asked.
    """
    context, words = said.context, said.said[-1].words
    if query.intent is not Intent.WHAT_IF or context.goal in (None, asked, *query.assume):
        return None
    if not _is_free(context, asked) or context.is_derived(asked):
        return None
    truth = {**_added(context, _supposed(words))}
    free = all(_is_free(context, each) for each in truth)
    if asked not in truth or not free or not target.takes_up(context, truth):
        return None
    return Query(Intent.WHAT_IF, context.goal, truth, adds=True, confidence=query.confidence)


def _supposed(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out what leads on to a supposition, and the words that open it."""
    opens = words_of("suppose_anywhere")
    start = next((p for p, w in enumerate(words) if w.text not in _leading() | opens), len(words))
    return words[start:]


def _is_free(context: Context, statement: Statement) -> bool:
    """Tell whether something may be so or not: nothing says it, and no rule concludes it."""
    if statement in context.case.assumptions or context.is_denied(statement):
        return False
    settled = context.is_fact(statement) or context.is_derived(statement)
    return context.is_open(statement) or not settled


def _seems(said: Utterance) -> bool:
    """Tell whether a turn goes on with something and has no verb before its subject."""
    words = [word.text for word in said.said[-1].words]
    start = next((p for p, word in enumerate(words) if word not in _leading()), len(words))
    goes_on = start or any(word in sayings.single("adding", "also") for word in words)
    first = words[start] if start < len(words) else ""
    return bool(goes_on) and not any(first in group for group in _ASKING)


def _told(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out what leads on to what is told, and `too` and `as well`."""
    start = next((p for p, w in enumerate(words) if w.text not in _leading()), len(words))
    return [w for w in words[start:] if w.text not in sayings.single("adding", "also")]


def _leading() -> frozenset[str]:
    return sayings.single("adding", "leading")


def _supposes(opener: str, rest: Sequence[Word], goes_on: bool) -> bool:
    """Tell whether `when it has stripes` supposes something; `when did it …` does not.

    Nor does `when she must apply?`, which asks by when.
    """
    if opener not in sayings.single("adding", "when") or len(rest) < _ENOUGH - goes_on:
        return False
    if opener == "when" and obliges([word.text for word in rest]):
        return False
    return not (any(rest[0].text in group for group in _ASKING) or _asks_itself(rest))


def _asks_itself(words: Sequence[Word]) -> bool:
    """Tell whether behind a comma a question of its own follows: `once she pays, may she play?`."""
    asking, small = words_of("auxiliaries"), word_lists().stop
    places = (p for p, word in enumerate(words) if word.before and word.text in asking)
    return any(word.text not in small for place in places for word in words[place:])


def _is_joined(words: Sequence[Word]) -> bool:
    """Tell whether words end in one that joins them to what was said: `a long neck too`."""
    last = tuple(word.text for word in words[-2:])
    return last == _AS_WELL or last[-1:] == ("too",)


_AS_WELL = ("as", "well")


def _goes_on(context: Context, words: Sequence[Word]) -> bool:
    """Tell whether a piece without a verb follows a supposition about a statement."""
    supposed = _follows_supposition(context)
    return supposed and not any(word.text in group for word in words for group in _ASKING)


def _follows_supposition(context: Context) -> bool:
    """Tell whether the last turn asked about a statement under a supposition."""
    last = context.last
    return last is not None and last.intent is Intent.WHAT_IF and last.statement is not None


def _added(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    return read_assumptions(context, [words]).truth if words else {}


def _open(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    truth = _added(context, words)
    return truth if truth and all(_is_free(context, each) for each in truth) else {}


def _left_out(context: Context, words: Sequence[Word], again: bool) -> Mapping[Statement, bool]:
    """Return what is left out: of what is assumed, if that is among it.

    Of what is put once `again` it may be what was yet to be assumed.
    """
    named = _added(context, words) or _by_name(context, words)
    held = [statement for statement in named if statement in context.case.assumptions]
    holding = held or [s for s in named if context.holds(s)]
    return dict.fromkeys(holding or (named if again else ()), False)


def _by_name(context: Context, words: Sequence[Word]) -> Mapping[Statement, bool]:
    found = restoring.named(context, words)
    return {found: True} if found is not None else {}


def goes_on(said: Utterance) -> Query | None:
    """Read a plain sentence that goes on with what is assumed, as `And Ben pays`."""
    last = said.context.last
    if (
        last is None
        or last.intent not in (Intent.WHAT_IF, Intent.ASSUME)
        or not last.assume
        or len(said.said) != 1
    ):
        return None
    sentence = said.said[0]
    if sentence.asks or len(sentence) < SHORTEST or not _continues(sentence.words):
        return None
    assumed = read_assumptions(said.context, [sentence.words[1:]])
    if not assumed.truth or assumed.score < LEAST or set(assumed.truth) & set(last.assume):
        return None
    adds = last.intent is Intent.WHAT_IF or last.is_pending
    goal = last.statement if last.intent is Intent.WHAT_IF else None
    return Query(last.intent, goal, assumed.truth, adds=adds, confidence=0.85)


def _continues(words: Sequence[Word]) -> bool:
    """Tell whether a sentence begins as one that adds to the last, and asks nothing."""
    begins = words[0].text in sayings.of_words("goes_on")
    concludes = any(word.text == "so" and word.before for word in words)
    return begins and not concludes and not any(words[1].text in group for group in _ASKING)
