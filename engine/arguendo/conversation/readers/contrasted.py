"""Comparisons of two entities: `compare Ann and Ben`, `why may Ann play and Ben not?`.

What a text says besides the two is the statement in which they are compared; all that is concluded
of them where it says no more.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import scenarios, ways
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement, Term

LEAST = 2.4
"""How much must speak for a comparison."""
SURE, LIKELY = 0.9, 0.6
"""How sure a comparison in all is; how likely it must be that reasons are asked for."""
TOLD = 0.45
"""How much of what is said besides the two must be said by the statement they are compared in."""
_BETWEEN = words_of("between")
_JOINTS = words_of("joints")
_SMALL = word_lists().stop | word_lists().negation | words_of("auxiliaries")
_BOTH = words_of("makes_them_differ")
_REASONS = (Intent.WHY, Intent.WHY_NOT)


def read(said: Utterance) -> Query | None:
    """Read a comparison of two entities; None where it is none of two that are alike."""
    if len(said.said) != 1:
        return None
    (sentence,) = said.said
    return (
        _of_the_last_two(said, sentence)
        or _compared(said, sentence)
        or _of_one_only(said, sentence)
    )


def _of_the_last_two(said: Utterance, sentence: Sentence) -> Query | None:
    """Read `what is the difference?` after the same was asked of two, and nothing is supposed."""
    context = said.context
    asking = {place for _, place in said.wanted.places.get(Intent.COMPARE, ())}
    left = [word.text for place, word in enumerate(sentence.words) if place not in asking]
    asked = dict.fromkeys(q.statement for q in context.queries if q.statement is not None)
    if (
        not asking
        or not (_SMALL | _BOTH).issuperset(left)
        or context.case.assumptions
        or len(asked) < 2
    ):
        return None
    last, first = [*asked][:2]
    apart = [
        pair for pair in zip(first.arguments, last.arguments, strict=False) if pair[0] != pair[1]
    ]
    if first.predicate != last.predicate or len(apart) != 1:
        return None
    two = apart[0]
    if not _are_alike(said, *two) or _other(said, first, two) != last:
        return None
    return Query(Intent.COMPARE, first, two=two, confidence=SURE)


def _compared(said: Utterance, sentence: Sentence) -> Query | None:
    """Read `compare Ann and Ben`, `how does Ann differ from Ben when it comes to the fee?`."""
    words = sentence.words
    settled = cues.group("contrasts", "standing").find([word.stem for word in words])
    asks = said.wanted.score(Intent.COMPARE) >= LEAST
    if not settled and not (asks and said.likely.ranked[0][0] is Intent.COMPARE):
        return None
    mentions = [each for each in said.mentions(sentence) if each.proper or len(each.entities) == 1]
    taken = {place for _, place in said.wanted.places.get(Intent.COMPARE, ())}
    taken.update(place for cue in settled for place in cue.places)
    for first, second in pairwise(mentions):
        noun = _owned(words, first.end, second.start, taken)
        between = [p for p in range(first.end, second.start) if p not in {*taken, noun}]
        joins = all(words[p].text in _BETWEEN | _SMALL for p in between)
        if not joins or not _are_alike(said, first.entities[0], second.entities[0]):
            continue
        named = taken | set(range(first.start, second.end))
        if noun is not None and [w.text for w in words[second.end :][:1]] == [words[noun].text]:
            named.add(second.end)
        besides = [word for place, word in enumerate(words) if place not in named]
        whose = () if noun is None else (words[noun],)
        name = words[first.start : first.end]
        return _in_what(said, (first.entities[0], second.entities[0]), name, besides, whose)
    return None


def _owned(words: Sequence[Word], start: int, end: int, taken: Container[int]) -> int | None:
    """Return where a noun stands that the first of two has: `Ann's claim and Ben's`."""
    plain = start + 1 < end and start not in taken and not words[start].before
    return start if plain and words[start].text not in _BETWEEN | _SMALL else None


def _in_what(
    said: Utterance,
    two: tuple[str, str],
    name: Sequence[Word],
    besides: Sequence[Word],
    whose: Sequence[Word],
) -> Query | None:
    """Compare two in what is said besides them, or in all where nothing is but a noun of both."""
    if all(word.text in _SMALL for word in besides):
        told = _about(said, two, Intent.ASK, (*name, *whose)) if whose else None
        known = told and told.statement and said.context.matcher.foreseen.knows(told.statement)
        return told if known else Query(Intent.COMPARE, two=two, confidence=SURE)
    if ways.compared(said) is not None or len(scenarios.named(said.context, said.said)) > 1:
        return None
    return _about(said, two, Intent.ASK, (*name, *whose, *besides))


def _of_one_only(said: Utterance, sentence: Sentence) -> Query | None:
    """Read `why may Ann play and Ben not?`: of the one it is asked why, of the other why not."""
    if sum(map(said.likely.of, _REASONS)) < LIKELY:
        return None
    words, mentions = sentence.words, said.mentions(sentence)
    for first, second in pairwise(mentions):
        joint = second.start - 1
        while joint > first.end and words[joint].text not in _JOINTS:
            joint -= 1
        asks = {p for w in _REASONS for _, p in said.wanted.places.get(w, ()) if p < first.start}
        head = words[max(asks, default=-1) + 1 : joint]
        tail = [*words[joint : second.start], *words[second.end :]]
        negated = [_denies(part) for part in (head, tail)]
        if words[joint].text not in _JOINTS or negated[0] is negated[1]:
            continue
        if len(head) <= first.end - first.start or len(tail) <= 1:
            continue  # `why is there no pact between Ann and Ben?`: of both at once
        two = first.entities[0], second.entities[0]
        if all(word.text in _SMALL for word in tail) and _are_alike(said, *two):
            return _about(said, two, Intent.WHY, head)
    return None


def _denies(words: Sequence[Word]) -> bool:
    return any(word.text in word_lists().negation for word in words)


def _about(
    said: Utterance, two: tuple[str, str], intent: Intent, words: Sequence[Word]
) -> Query | None:
    """Compare two in the statement about the first that words tell."""
    asked = replace(said.whole, said=(Sentence(tuple(words), asks=True),)).wants(intent)
    found = [each for each in asked.readings(intent) if _other(said, each.statement, two)]
    if not found or found[0].told < TOLD:
        return None
    query = asked.about(Query(intent), found)
    return replace(query, intent=Intent.COMPARE, denied=False, two=two, alternatives=())


def _are_alike(said: Utterance, one: Term, other: Term) -> bool:
    """Tell whether two terms name different things of one kind."""
    kinds = said.context.index.names.kinds
    return one != other and one in kinds and kinds[one] == kinds.get(other)


def _other(said: Utterance, statement: Statement, two: tuple[str, str]) -> Statement | None:
    """Say of the second what a statement says of the first; None where that cannot be said."""
    one, other = two
    if one not in statement.arguments or other in statement.arguments:
        return None
    arguments = tuple(other if term == one else term for term in statement.arguments)
    changed = Statement(statement.predicate, arguments)
    return changed if said.context.case.rulebase.vocabulary.fits(changed) else None
