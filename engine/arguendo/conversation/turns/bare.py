"""Questions that name nothing, about the last statement: `which paragraph?`, `is it enough?`.

Such a turn consists of small words and of the words of one way to ask. No order of words is looked
for, so that terse and broken English is read as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.spoken_of import of_offered, spoken_of
from arguendo.conversation.ranking.target import PERSONAL, SUBJECTS, THINGS, WITHOUT_STATEMENT
from arguendo.conversation.readers.limits import limits
from arguendo.conversation.reference import misfits
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.inquiry.query import Intent, Manner, Query
from arguendo.statements import Statement

MOST_WORDS = 16
_ASKED = (
    *(Intent.SOURCE, Intent.LINCHPINS, Intent.WHY_NOT, Intent.WHAT_WOULD_IT_TAKE),
    *(Intent.WHAT_FOLLOWS, Intent.WHY, Intent.ASK),
)
"""What may be asked so; of ways with as many words the first is meant."""
_OF_THE_WHOLE = frozenset(_ASKED) - {Intent.ASK}
"""What may be asked so before anything else was: it is about the conclusion of the whole."""
_OF_CONCLUSIONS = (Intent.WHAT_WOULD_IT_TAKE, Intent.LINCHPINS)
"""What can only be asked of what rules conclude."""
_WONDERING = sayings.single("bare", "wondering")
_SUPPOSES = words_of("suppose_anywhere") | words_of("question_words")
_TELLING = words_of("tells_of_one")
"""Words behind which something of its own may be asked about."""
SURE = 0.85


def read(utterance: Utterance) -> Query | None:
    """Read a question of which nothing but its kind is said."""
    context, said = utterance.context, utterance.said
    goal, last = context.goal, context.last
    openly = goal is None and last is not None and last.intent is Intent.WHAT_IF
    first = openly or not context.queries  # `what if she pays?` asks for nothing in particular
    if len(said) > 3 or (
        not first and (goal is None or not last or last.intent in WITHOUT_STATEMENT)
    ):
        return None
    words = [word.text for sentence in _last(utterance) for word in _first(utterance, sentence)]
    if not words or len(words) > MOST_WORDS or sayings.is_one(words, "bare", "commands"):
        return None
    asked = asked_by(words)
    if asked is None or (asked is Intent.WHAT_WOULD_IT_TAKE and _advises(context, words)):
        return None
    if _asks_itself(context, asked, words):
        return None
    if asked is Intent.WHAT_WOULD_IT_TAKE and (limited := limits(utterance)) is not None:
        return limited
    if first:
        goal = spoken_of(context, asked, None, words)
        whole = asked in _OF_THE_WHOLE and sayings.single("bare", "beside").isdisjoint(words)
        return Query(asked, goal, confidence=SURE) if whole or goal else None
    if (lacking := of_offered(context, asked)) is not None:
        return lacking
    if not PERSONAL.isdisjoint(words):
        goal = context.goal_of(words, concluded=asked in _OF_CONCLUSIONS)
    elif asked in _OF_CONCLUSIONS:
        goal = context.conclusion
    if asked is Intent.WHAT_FOLLOWS:
        goal = context.premise
    goal = spoken_of(context, asked, goal, words)
    against = asked is Intent.WHY_NOT
    if "why" not in words:
        asked = _as_it_stands(context, goal, asked, words)
    query = Query(asked, goal, confidence=SURE)
    return misfits.fitting(context, _of_what_holds(context, query, words, against), words)


def _of_what_holds(context: Context, query: Query, words: Sequence[str], against: bool) -> Query:
    """Ask of what holds what could still spoil it, and which step is weakest, before all else.

    The words of what speaks `against` a statement ask for its reasons where it holds.
    """
    goal = query.statement
    if goal is None or not context.holds(goal):
        return query
    spoils = against and query.intent is Intent.WHY
    if spoils and not words_of("would_be").isdisjoint(words):
        return replace(query, intent=Intent.WHAT_WOULD_IT_TAKE, fall=True)
    if query.intent is Intent.LINCHPINS and not words_of("links").isdisjoint(words):
        return replace(query, manner=Manner.SURE)
    return query


def _asks_itself(context: Context, asked: Intent, words: Sequence[str]) -> bool:
    """Tell whether a question whether somebody does something only seems to ask for the reason.

    `Did they refuse her?`, where the rule base speaks of refusing; `when was it taken?` asks for
    a day.
    """
    if asked is Intent.WHAT_WOULD_IT_TAKE and words[0] == "when":
        return not words_of("long_ago").isdisjoint(words[1:2])
    if asked is not Intent.WHY_NOT or words[0] not in words_of("auxiliaries"):
        return False
    small, known = word_lists().stop, context.index.vocabulary
    told = [word for word in words if word not in small]
    pointed = PERSONAL | THINGS
    return not pointed.isdisjoint(words) and any(stem(word) in known for word in told)


def _advises(context: Context, words: Sequence[str]) -> bool:
    """Tell whether it is asked what one should do where there is advice: `… should he do?`."""
    doing = not SUBJECTS.isdisjoint(words) and not words_of("advising").isdisjoint(words)
    return doing and bool(context.case.rulebase.advice)


def _last(utterance: Utterance) -> Sequence[Sentence]:
    """Leave out sentences before a bare question that only comment: they tell nothing to suppose.

    `That surprises me a little. By what steps do you arrive there?`
    """
    if _is_commented(utterance):
        return utterance.said[:1]
    *before, last = utterance.said
    words = [word for sentence in before for word in sentence.words]
    asked = [word.text for word in last.words]
    plain = before and not any(each.asks or utterance.mentions(each) for each in before)
    if not plain or any(word.text in _SUPPOSES for word in words):
        return utterance.said
    if asked_by(asked) not in _OF_THE_WHOLE or words_of("open_questions").isdisjoint(asked[:3]):
        return utterance.said
    told = read_assumptions(utterance.context, [words])
    return utterance.said if told.score >= LEAST else [last]


def _is_commented(utterance: Utterance) -> bool:
    """Tell whether behind a bare *why* stands only what is so anyway: `Why not? She has paid.`."""
    first, *behind = utterance.said
    if not behind or not first.asks or any(each.asks for each in behind):
        return False
    if asked_by([word.text for word in first.words]) not in (Intent.WHY, Intent.WHY_NOT):
        return False
    told = read_assumptions(utterance.context, [each.words for each in behind]).truth
    return bool(told) and all(utterance.context.holds(s) == true for s, true in told.items())


def _first(utterance: Utterance, sentence: Sentence) -> Sequence[Word]:
    """Leave out what follows a bare question in its sentence: `…, or does it?`, `…, when …`.

    What names something may be what is asked about: `a reference, please, for Ann's promise`.
    """
    words = _behind_comment(utterance, sentence.words)
    places = (p for p, word in enumerate(words) if p and (word.before or word.text == "with"))
    cuts = [place for place in places if _goes_on(words[place:])]
    for place in cuts:
        rest = words[place:]
        tells = rest[0].text in _TELLING or not utterance.context.queries
        other = tells and bool(utterance.mentions(Sentence(tuple(rest))))
        if not other and asked_by([word.text for word in words[:place]]) is not None:
            return words[:place]
    return words


def _behind_comment(utterance: Utterance, words: Sequence[Word]) -> Sequence[Word]:
    """Leave out what is said before a bare question, if it names and supposes nothing."""
    places = [p for p, word in enumerate(words) if p and word.before]
    for place in places:
        before, rest = words[:place], [word.text for word in words[place:]]
        if any(word.text in _SUPPOSES for word in before) or utterance.mentions(
            Sentence(tuple(before))
        ):
            return words
        opens = any(word in words_of("open_questions") for word in rest[:3])
        if opens and asked_by(rest) in _OF_THE_WHOLE:
            return words if _speaks(utterance, before) else words[place:]
    return words


def _speaks(utterance: Utterance, words: Sequence[Word]) -> bool:
    """Tell whether words speak of a statement, or nothing else was spoken of that they comment."""
    if not utterance.context.queries:
        return True
    return bool(utterance.whole.readings(Intent.ASK, [Sentence(tuple(words))]))


def _goes_on(words: Sequence[Word]) -> bool:
    """Tell whether words ask for the other side of a question, or say what makes one ask it."""
    if words[0].text in ("if", "with"):
        return len(words) > 1 and words[1].text in word_lists().negation
    if words[0].text != "or":
        return words[0].text in sayings.single("bare", "objecting")
    return len(words) > 1 and words[1].text in words_of("auxiliaries")


def asked_by(words: Sequence[str]) -> Intent | None:
    """Tell what is asked by words that name nothing; None where they say anything else."""
    stems = [stem(word) for word in _without_asides(tuple(words))]
    found = set(stems)
    ways = [
        ((-len(key - _small()), -len(key), order), intent, key)
        for order, intent in enumerate(_ASKED)
        for key in _ways(intent)
        if key <= found
    ]
    for _, intent, key in sorted(ways, key=lambda way: way[0]):
        if found <= key | _small() | _also(intent):
            return intent
    return None


def _as_it_stands(
    context: Context, goal: Statement | None, intent: Intent, words: Sequence[str]
) -> Intent:
    """Choose between *why* and *why not* by how the statement stands.

    `How is that possible?` asks why of what holds, and else what it would take.
    """
    if goal is None:
        return intent
    if intent is Intent.WHAT_WOULD_IT_TAKE and "how" in words and not _WONDERING.isdisjoint(words):
        return Intent.WHY if context.holds(goal) else intent
    return context.as_it_stands(intent, goal)


def _without_asides(words: tuple[str, ...]) -> list[str]:
    asides = sayings.of("bare", "asides")
    longest = max(map(len, asides))
    left: list[str] = []
    place = 0
    while place < len(words):
        sizes = range(longest, 0, -1)
        size = next((n for n in sizes if tuple(words[place : place + n]) in asides), 0)
        if not size:
            left.append(words[place])
        place += size or 1
    return left


@cache
def _ways(intent: Intent) -> frozenset[frozenset[str]]:
    """Return the ways to ask something, as stems."""
    return frozenset(
        frozenset(stem(word) for word in way) for way in sayings.of("bare", intent.value)
    )


@cache
def _also(intent: Intent) -> frozenset[str]:
    """Return all stems that ways to ask something consist of."""
    return frozenset(word for way in _ways(intent) for word in way)


@cache
def _small() -> frozenset[str]:
    words = sayings.single("bare", "small") | sayings.of_words("fillers")
    return frozenset(stem(word) for word in words)
