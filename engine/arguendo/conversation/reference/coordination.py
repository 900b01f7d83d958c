"""Names that are joined (`neither he nor Anna`): what is said of one is said of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.mentions import Mention, Names
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

_JOINING = words_of("joining")
"""Words between names that join them."""
_EVERYONE = words_of("of_all")
"""Words that deny something of all whom it could be said of."""
_ONE_OF = words_of("one_of")
"""Words that pick one out of a group."""

NAMED, ALSO = 0.6, 0.8
"""The coverage from which on a text tells what it denies, and how near to that what it denies
besides must be."""


def joined(span: Sequence[Word], names: Names) -> list[list[Mention]]:
    """List the groups of names in a text that are joined by *and*, *nor* or a comma."""
    words = [word.text for word in span]
    groups: list[list[Mention]] = []
    for mention in names.find(words):
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and _joins(span[last.end : mention.start], span[mention.start])
            and _kinds(names, last) & _kinds(names, mention)
            and last.entities != mention.entities  # `to Ann, and Ann pays`
        ):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [group for group in groups if len(group) > 1 and _is_whole(span, group)]


def all_but_last(words: Sequence[str], names: Names) -> set[int]:
    """Return the places of joined names but for the last: what is said of all is said of it."""
    groups = joined([Word(word, "") for word in words], names)
    return {place for group in groups for place in range(group[0].start, group[-1].start)}


def of_all(reading: Reading, left: Set[int]) -> Reading:
    """Tell of a reading of words without joined names that these names are among its words."""
    mask, place, rest = sum(1 << each for each in left), 0, reading.mask
    while rest:
        if place not in left:
            mask |= (rest & 1) << place
            rest >>= 1
        place += 1
    return replace(reading, mask=mask)


def _is_whole(span: Sequence[Word], group: Sequence[Mention]) -> bool:
    """Tell whether joined names are one part of a clause: its subject, or the end of what it says.

    In `if they press Ann and Bob is asked` a clause of its own begins with the second name.
    """
    lists = word_lists()
    first, last = group[0].start, group[-1].end
    begins = next((p for p in range(first, 0, -1) if span[p].before), 0)
    if all(word.text in lists.stop for word in span[begins:first]):
        return True
    if last == len(span) or span[last].before:
        return True
    return span[last].text in lists.stop - lists.auxiliaries


def _kinds(names: Names, mention: Mention) -> set[str]:
    return {names.kinds[entity] for entity in mention.entities}


def _joins(between: Sequence[Word], following: Word) -> bool:
    if not between:
        return following.before == ","
    return len(between) == 1 and between[0].text in _JOINING and not between[0].before


def others(
    context: Context, span: Sequence[Word], truth: Mapping[Statement, bool]
) -> Iterator[tuple[Statement, bool]]:
    """Give the statements about the other names of a group, like those about one of them."""
    names = context.index.names
    for group in joined(span, names):
        named = [mention.entities[0] for mention in group]
        for statement, positive in list(truth.items()):
            places = [p for p, each in enumerate(statement.arguments) if each in named]
            if len(places) == 1:  # a statement about two of them is about the pair
                yield from _replaced(context, statement, places[0], named, positive)


def members(
    context: Context, span: Sequence[Word], truth: Mapping[Statement, bool]
) -> Iterator[tuple[Statement, bool]]:
    """Give the statements about all members of a group that is named, like those about one."""
    names = context.index.names
    words = [word.text for word in span]
    if not _ONE_OF.isdisjoint(words):
        return
    mentions = names.find(words)
    own = {entity for mention in mentions for entity in mention.entities}
    for group in own & names.members.keys():
        named = names.members[group]
        for statement, positive in truth.items():
            places = [p for p, each in enumerate(statement.arguments) if each in named]
            if len(places) == 1 and own.isdisjoint(named):
                yield from _replaced(context, statement, places[0], named, positive)


def everyone(
    context: Context,
    span: Sequence[Word],
    truth: Mapping[Statement, bool],
    told: Sequence[Reading] = (),
) -> Iterator[tuple[Statement, bool]]:
    """Give the facts that are denied with one: `nobody ever objected`, by whomever it was.

    They differ from it only where the text names nobody and nothing; what it is `told` to say tells
    whether it speaks of one thing more than of the others.
    """
    words = [word.text for word in span]
    if _EVERYONE.isdisjoint(words):
        return
    names = context.index.names
    own = {entity for mention in names.find(words) for entity in mention.entities}
    grouped = {each for entity in own for each in names.members.get(entity, ())}
    for statement, positive in truth.items():
        if positive:
            continue
        for fact in context.case.facts:
            differing = [
                each
                for each in zip(statement.arguments, fact.arguments, strict=False)
                if each[0] != each[1]
            ]
            same = fact.predicate == statement.predicate and differing
            if not _is_as_near(fact, told):
                continue
            if same and all(ours not in own or other in grouped for ours, other in differing):
                yield fact, positive


def _is_as_near(fact: Statement, told: Sequence[Reading]) -> bool:
    """Tell whether a text speaks of what a fact is about as much as of anything."""
    same = [each for each in told if each.statement.predicate == fact.predicate]
    if not same or same[0].coverage < NAMED:
        return True
    if any(_by_same(each, same[0]) for each in same[1:]):
        return True
    near = (each.statement for each in same if each.score >= ALSO * same[0].score)
    return {e for each in near for e in each.arguments[1:]}.issuperset(fact.arguments[1:])


def _by_same(reading: Reading, first: Reading) -> bool:
    """Tell whether the same words say as well that somebody did something else."""
    other = reading.statement.arguments[1:] != first.statement.arguments[1:]
    return other and reading.mask == first.mask and reading.told >= first.told


def _replaced(
    context: Context, statement: Statement, place: int, named: Sequence[str], positive: bool
) -> Iterator[tuple[Statement, bool]]:
    for entity in named:
        arguments = list(statement.arguments)
        arguments[place] = entity
        other = Statement(statement.predicate, tuple(arguments))
        if len(set(arguments)) == len(arguments) and context.case.rulebase.vocabulary.fits(other):
            yield other, positive
