"""Suppositions that put one thing in the place of another: `in A instead of in B`, `60, not 90`.

Clauses are read one by one, and of two such things one often goes unread. What is put in its place
is told by the fact that says the same of the other, where both stand together in contrast.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import target
from arguendo.conversation.readers import otherwise, supposed
from arguendo.conversation.reference import coordination, gapping
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions.clausing import cut
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement
from arguendo.vocabulary.words import is_date

MOST_BETWEEN, MOST_BEFORE_BUT = 6, 10
"""Words that may stand between two things of which one is denied; the same in `not …, but …`."""


class _Exchange(NamedTuple):
    """What a piece of text puts in the place of what."""

    new: Mention
    old: Mention | None
    """Where it is not said, what is supposed away tells."""


def only(
    said: Utterance, assumed: Assumed, asked: Statement | None, readings: Sequence[Reading] = ()
) -> Assumed:
    """Leave of what a text may assume what it does (`supposed.only`), and add what it exchanges."""
    kept = _as_foreseen(said.context, supposed.only(said, assumed, asked, readings))
    kept = _for_whom_it_counts(said.context, kept, asked)
    kept = _as_taken_up(said, assumed, kept, asked)
    kept = otherwise.only(said, _of_all_joined(said, assumed, kept))
    return exchanged(said, kept)


def _as_foreseen(context: Context, assumed: Assumed) -> Assumed:
    """Leave out who cannot be meant where the same words say it of another, who can.

    `If his mother applies, is Leo entitled?`: applications are made for Leo alone.
    """
    foreseen = context.matcher.foreseen
    truth = {
        one: true
        for one, true in assumed.truth.items()
        if foreseen.speaks_of(one)
        or not any(
            foreseen.speaks_of(other) and _says_it_of(assumed, one, other)
            for other in assumed.truth
        )
    }
    return assumed if truth == assumed.truth else replace(assumed, truth=truth)


def _for_whom_it_counts(context: Context, assumed: Assumed, asked: Statement | None) -> Assumed:
    """Suppose of whom the question is about what is only ever said of such, not of their own.

    `The mother only applies in June, is Leo entitled?`
    """
    if asked is None:
        return assumed
    truth: dict[Statement, bool] = {}
    for one, true in assumed.truth.items():
        others = (
            _of_others(context, one, asked) if not context.matcher.foreseen.speaks_of(one) else ()
        )
        truth.setdefault(next(iter(others), one), true)
    return assumed if truth == assumed.truth else replace(assumed, truth=truth)


def _of_others(context: Context, one: Statement, asked: Statement) -> Iterator[Statement]:
    """Go through what is foreseen to be said of those asked about, who go with whom it names."""
    foreseen = context.matcher.foreseen
    for place, who in enumerate(one.arguments):
        for whom in asked.arguments:
            new = _with(one, place, whom)
            related = any({who, whom} <= set(each.arguments) for each in foreseen.all)
            counts = related and who != whom and foreseen.speaks_of(new)
            if counts and target.depends(context, (new,), asked):
                yield new


def _says_it_of(assumed: Assumed, one: Statement, other: Statement) -> bool:
    """Tell whether what says one statement is taken for another of somebody else as well."""
    heard = [assumed.heard[each] for each in (one, other) if each in assumed.heard]
    apart = len(heard) > 1 and all(each.own >= 1 for each in heard)
    return assumed.truth[other] and not apart and _differs_once(one, other)


def _differs_once(one: Statement, other: Statement) -> bool:
    if one.predicate != other.predicate:
        return False
    pairs = zip(one.arguments, other.arguments, strict=True)
    differing = [(mine, theirs) for mine, theirs in pairs if mine != theirs and not is_date(theirs)]
    return len(differing) == 1 and not differing[0][0][:1].isdigit()


def _as_taken_up(
    said: Utterance, assumed: Assumed, kept: Assumed, asked: Statement | None
) -> Assumed:
    """Suppose what a clause takes up from before, though other clauses tell more: `if he does`."""
    truth = dict(kept.truth)
    for span in said.parts.assumed:
        first = next(iter(cut(span, said.context.index.names)), None)
        taken_up = gapping.takes_up(said.context, first.words) if first is not None else None
        if taken_up is None or taken_up.statement == asked:
            continue
        if assumed.truth.get(taken_up.statement) is taken_up.positive:
            truth.setdefault(taken_up.statement, taken_up.positive)
    return kept if truth == kept.truth else replace(kept, truth=truth)


def _of_all_joined(said: Utterance, assumed: Assumed, kept: Assumed) -> Assumed:
    """Suppose of all names that are joined what is supposed of one, though it bears on less."""
    truth = dict(kept.truth)
    for span in _supposing(said):
        for statement, positive in coordination.others(said.context, span, kept.truth):
            if assumed.truth.get(statement) is positive:
                truth.setdefault(statement, positive)
    return kept if truth == kept.truth else replace(kept, truth=truth)


def _supposing(said: Utterance) -> Iterator[Sequence[Word]]:
    """Go through the pieces of a text that may suppose something."""
    parts = said.parts
    yield from (*parts.assumed, *parts.declared, *(s.words for s in parts.rest if not s.asks))


def exchanged(said: Utterance, assumed: Assumed) -> Assumed:
    """Suppose what is put in the place of something, and suppose that away."""
    truth = _as_named(said, assumed.truth)
    for exchange in _exchanges(said):
        found = (_pair(said.context, literal, exchange) for literal in truth.items())
        new, old = next(filter(None, found), (None, None))
        if new is None or old is None or not truth.get(new, True) or _is_apart(truth, new, old):
            continue
        if said.context.is_fact(old) or not truth.get(old, False):
            truth[new], truth[old] = True, False
    return assumed if truth == assumed.truth else replace(assumed, truth=truth)


def _as_named(said: Utterance, truth: Mapping[Statement, bool]) -> dict[Statement, bool]:
    """Leave out what differs only in a day or number from what is supposed, and is not named.

    `The judge dawdles until 1 March with the order`: there is no other order.
    """
    found = said.context.matcher.foreseen.literals.find
    named = {
        value
        for sentence in said.said
        for mention in found([word.text for word in sentence.words])
        for value in mention.entities
    }
    return {
        one: true
        for one, true in truth.items()
        if not any(
            true and other_true and _is_other(one, other, named)
            for other, other_true in truth.items()
        )
    }


def _is_other(one: Statement, other: Statement, named: Container[str]) -> bool:
    """Tell whether a statement has a day or number that is not named in place of one that is."""
    if one.predicate != other.predicate:
        return False
    differing = [(a, b) for a, b in zip(one.arguments, other.arguments, strict=True) if a != b]
    mine, theirs = differing[0] if len(differing) == 1 else ("", "")
    return mine[:1].isdigit() and mine not in named and theirs in named


def _is_apart(truth: Mapping[Statement, bool], new: Statement, old: Statement) -> bool:
    """Tell whether what would be new in a statement is supposed of something else already."""
    value = next(n for n, o in zip(new.arguments, old.arguments, strict=True) if n != o)
    told = [each for each, true in truth.items() if true and each.predicate != new.predicate]
    return new not in truth and any(value in each.arguments for each in told)


def _exchanges(said: Utterance) -> Iterator[_Exchange]:
    """Go through what is put in the place of what, where nothing is asked."""
    context = said.context
    for span in _supposing(said):
        words = [word.text for word in span]
        if (word_lists().negation | words_of("in_place")).isdisjoint(words):
            continue
        things = _things(context, words)
        for number, other in enumerate(things):
            before = things[:number][::-1]
            leading = words[max(0, other.start - 2) : max(0, other.start - 1)]
            put = not words_of("in_place").isdisjoint(
                leading
            )  # `rather than Ben`, `instead of him`
            one = next((m for m in before if _alike(context, m, other, put)), None)
            if one is not None:
                between = _between(words, things, one, other)
                yield from _contrasted(words[: one.start], one, between, other)
            if words_of("in_place").issuperset(words[other.end : other.end + 1] or "?"):
                yield _Exchange(other, None)


def _things(context: Context, words: Sequence[str]) -> list[Mention]:
    """Find what is named, days and numbers too, also those without a unit, in their order."""
    found = [*context.index.names.find(words), *context.matcher.foreseen.literals.find(words)]
    named = {place for each in found for place in range(each.start, each.end)}
    bare = (p for p, word in enumerate(words) if p not in named and word.isdigit())
    found += [Mention((words[place],), place, place + 1) for place in bare]
    return sorted((each for each in found if each.entities), key=lambda each: each.start)


def _alike(context: Context, one: Mention, other: Mention, place: bool) -> bool:
    """Tell whether one of two things could stand where the other does, or is put in its `place`."""
    return _are_alike(context, one.entities[0], other.entities[0], place)


def _between(
    words: Sequence[str], things: Sequence[Mention], one: Mention, other: Mention
) -> list[str]:
    """Return what stands between two things besides what is named."""
    named = {place for each in things for place in range(each.start, each.end)}
    return [words[place] for place in range(one.end, other.start) if place not in named]


def _contrasted(
    before: Sequence[str], one: Mention, between: Sequence[str], other: Mention
) -> Iterator[_Exchange]:
    """Tell which of two things takes the place of the other."""
    if len(between) > (MOST_BEFORE_BUT if "but" in between else MOST_BETWEEN):
        return
    lists = word_lists()
    negation = lists.negation
    small = (lists.stop | {"not"} | words_of("in_place")) - lists.auxiliaries
    counted = one.entities[0][0].isdigit()  # a number's unit may follow it
    if not counted and not small.issuperset(between):
        return  # each belongs to another clause
    if words_of("in_place").intersection(between) or not negation.isdisjoint(between):
        yield _Exchange(one, other)
    elif "but" in between and not negation.isdisjoint(before):
        yield _Exchange(other, one)


def _pair(
    context: Context, literal: tuple[Statement, bool], exchange: _Exchange
) -> tuple[Statement, Statement] | None:
    """Return what an exchange supposes of what was read as supposed, and what it supposes away.

    That is a fact, or denied already. Of several, what the rule base speaks of; none where the
    text does not tell which.
    """
    statement, true = literal
    found: list[tuple[Statement, Statement]] = []
    for place, argument in enumerate(statement.arguments):
        if exchange.old is None and true:
            break
        others = exchange.old.entities if exchange.old else (argument,)
        value = argument if argument in exchange.new.entities else _only(exchange.new)
        new = _with(statement, place, value)
        for other in others:
            old = _with(statement, place, other)
            away = context.is_fact(old) or (old == statement and not true)
            fits = context.case.rulebase.vocabulary.fits(new)
            twice = new.arguments.count(value) > 1
            put = exchange.old is not None
            if away and value and fits and not twice and _are_alike(context, value, other, put):
                found.append((new, old))
    known = [pair for pair in found if context.matcher.foreseen.knows(pair[0])]
    unclear = exchange.old is None and len(found) > 1 and not known
    return None if unclear else next(iter(known or found), None)


def _only(mention: Mention) -> str:
    return mention.entities[0] if len(mention.entities) == 1 else ""


def _with(statement: Statement, place: int, value: str) -> Statement:
    """Return a statement with another argument."""
    arguments = (*statement.arguments[:place], value, *statement.arguments[place + 1 :])
    return Statement(statement.predicate, arguments)


def _are_alike(context: Context, one: str, other: str, place: bool = False) -> bool:
    """Tell whether two things are of one kind, and nobody: of people a denial says more.

    So it does but where one is put in the `place` of the other: `if Ann rather than Ben paid`.
    """
    kinds, people = context.index.names.kinds, context.index.names.people
    if one == other:
        return False
    if one in kinds or other in kinds:
        same = kinds.get(one) == kinds.get(other)
        return same and (place or people.isdisjoint((one, other)))
    return is_date(one) is is_date(other)
