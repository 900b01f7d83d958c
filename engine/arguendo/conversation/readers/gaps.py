"""The statement that a question with a gap tells in the statement's own words: `who was barred?`.

Somebody in the gap would not do to tell it, since the rest is left out: by whom, on which day, of
how many. So here the words must be a statement's own, and no other's as much.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.voice import is_made
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import how_much
from arguendo.conversation.statements.sentences import content, unfilled, words_of_template
from arguendo.conversation.utterance import Utterance
from arguendo.explanation.instances import ASKED
from arguendo.inquiry.query import Quantity
from arguendo.statements import ANYTHING, Predicate, Sort, Statement
from arguendo.vocabulary.templates import Hole, Template
from arguendo.wording.grammar import plural

_SLOT = re.compile(r"\{[^}]*\}|[\[\]|]")
_TENSES = words_of("having") | words_of("doing")
HALF = 0.5
"""How much of what a statement says must be said, where other statements say it as well."""
_FORMS_OF_BE = words_of("forms_of_be")
_BETWEEN, _COUNTED = words_of("before_a_kind"), words_of("counted_apart")
_PEOPLE = words_of("people") | words_of("them")
_EXTREMES = {
    "highest_number": (Quantity.MOST, Sort.NUMBER),
    "lowest_number": (Quantity.LEAST, Sort.NUMBER),
    "latest_day": (Quantity.MOST, Sort.DATE),
    "earliest_day": (Quantity.LEAST, Sort.DATE),
}


class Told(NamedTuple):
    """What a question with a gap asks."""

    pattern: Statement
    statement: Statement
    """An instance that is known."""
    quantity: Quantity
    place: int | None
    """Where the day or number stands of which the highest or lowest is asked for."""
    denied: bool
    plain: bool
    """Whether a question leaves out nothing that the statement says, or asks for an extreme."""


def told(
    said: Utterance, words: Sequence[Word], kind: str | None, people: bool, named: Collection[str]
) -> Told | None:
    """Find the one statement whose own words a question says, but for what stands in the gap."""
    quantity, sort, left = _extreme(words)
    negation = word_lists().negation
    denied = any(word.text in negation for word in left)
    names = said.context.index.names.find([word.text for word in left])
    inside = {place for each in names for place in range(each.start, each.end)}
    own = [w.text for p, w in enumerate(left) if p not in inside and w.text not in negation]
    predicate, share = _predicate(said, own, sort)
    if predicate is None and sort is Sort.NUMBER and not {*content(own)} - words_of("money"):
        predicate = how_much.got(said, own)
    if predicate is None and sort is None and not denied and names:
        predicate, share = _by_verb(said, own, names[0].start - len(own)), 1
    if predicate is None or (denied and quantity is not Quantity.WHICH):
        return None
    pattern = _pattern(said, predicate, _Asked(own, kind, people, named))
    if pattern is None:
        return None
    places = [n for n, slot in enumerate(predicate.slots) if sort and sort.value in slot.kinds]
    known = (s for s in said.context.case.graph.statements if pattern.match(s) is not None)
    first = next((s for s in known if s.is_ground), None)
    plain = share == 1 or sort is not None
    if first is None:
        return None
    return Told(pattern, first, quantity, next(iter(places), None), denied, plain)


def is_plainer(said: Utterance, words: Sequence[Word], one: Statement, other: Statement) -> bool:
    """Tell whether words say all of either statement, and of one leave out fewer small words."""
    if one.predicate == other.predicate:
        return False
    known, texts = said.context.case.rulebase.vocabulary.predicates, [word.text for word in words]
    both = [one.predicate, other.predicate]
    whole = all(_says_all(known[each], texts) for each in both)
    return whole and _leaving_least(known, both, texts) == both[:1]


def _says_all(predicate: Predicate, words: Sequence[str]) -> bool:
    own = frozenset(content(words))
    return any(own == words_of_template(says) for says in (predicate.says, *predicate.also))


class _Asked(NamedTuple):
    words: Sequence[str]
    kind: str | None
    people: bool
    named: Collection[str]


def _extreme(words: Sequence[Word]) -> tuple[Quantity, Sort | None, Sequence[Word]]:
    """Take out the word that asks for the highest, lowest, latest or earliest, if there is one."""
    for place, word in enumerate(words):
        for group, (quantity, sort) in _EXTREMES.items():
            if word.text in words_of(group):
                return quantity, sort, [*words[:place], *words[place + 1 :]]
    return Quantity.WHICH, None, words


def _predicate(
    said: Utterance, words: Sequence[str], sort: Sort | None
) -> tuple[Predicate | None, float]:
    """Return the statement that has all of some words, and what share of its own they are.

    None where several have no more words besides.
    """
    own = frozenset(content(words))
    shares: dict[str, float] = {}
    known = said.context.case.rulebase.vocabulary.predicates
    for predicate in known.values() if own else ():
        sorts = [slot for slot in predicate.slots if sort and sort.value in slot.kinds]
        for says in (predicate.says, *predicate.also):
            told = words_of_template(says)
            if own <= told and (sort is None or len(sorts) == 1):
                shares[predicate.id] = max(len(own) / len(told), shares.get(predicate.id, 0.0))
    best = [each for each, share in shares.items() if share == max(shares.values())]
    if len(best) > 1 and shares[best[0]] == 1:
        best = _leaving_least(known, best, words)
    clear = len(best) == 1 and (len(shares) == 1 or shares[best[0]] >= HALF)
    return (known[best[0]], shares[best[0]]) if clear else (None, 0.0)


def _leaving_least(
    known: Mapping[str, Predicate], found: Sequence[str], words: Sequence[str]
) -> list[str]:
    """Keep what has the fewest small words not said: of *paid* `paid on`, not `paid in time`."""
    own = {*map(stem, words)}
    left = {
        each: min(
            sum(stem(word) not in own for word in unfilled(says))
            for says in (known[each].says, *known[each].also)
            if own.issuperset(words_of_template(says))
        )
        for each in found
    }
    return [each for each in found if left[each] == min(left.values())]


def _by_verb(said: Utterance, words: Sequence[str], beside: int) -> Predicate | None:
    """Return the one statement that has no more than some small verb between two: `who got it?`.

    Such a verb counts for nothing elsewhere. What is named must follow it at once.
    """
    verb = [word for word in words if word not in _TENSES] or [*words]
    if beside or len(verb) != 1 or not word_lists().stop.issuperset(verb):
        return None
    known = said.context.case.rulebase.vocabulary.predicates.values()
    found = [each for each in known if verb[0] in _verbs(each)]
    return found[0] if len(found) == 1 and verb[0] not in _FORMS_OF_BE else None


def _verbs(predicate: Predicate) -> Iterator[str]:
    """Go through what stands alone between the first two of whom the statement speaks."""
    for says in (predicate.says, *predicate.also):
        match Template(says).parts:
            case (Hole(), str(verb), Hole(), *_):
                yield verb.strip()


def _pattern(said: Utterance, predicate: Predicate, asked: _Asked) -> Statement | None:
    """Open a statement for whom it is asked of; all that is named must find a place in it."""
    vocabulary = said.context.case.rulebase.vocabulary
    arguments = [f"{ANYTHING}{place}" for place in range(len(predicate.slots))]
    place = next(_places(said, predicate, asked), None)
    if place is None:
        return None
    arguments[place] = ASKED
    for term in asked.named:
        free = (p for p, each in enumerate(arguments) if each.startswith(ANYTHING))
        fitting = (p for p in free if vocabulary.suits(term, predicate.slots[p]))
        at = next(fitting, None)
        if at is None:
            return None
        arguments[at] = term
    return Statement(predicate.id, tuple(arguments))


def _places(said: Utterance, predicate: Predicate, asked: _Asked) -> Iterator[int]:
    """Go through the places of whom it can be asked: of the subject first, unless it suffers."""
    names = said.context.index.names
    slots = [slot.name for slot in predicate.slots]
    first = Template(predicate.says).parts[0]
    subject = first.slot if isinstance(first, Hole) else ""
    last = _is_passive(predicate, asked.words)
    for place in sorted(range(len(slots)), key=lambda p: (slots[p] == subject) is last):
        kinds = predicate.slots[place].kinds
        fitting = [entity for entity, kind in names.kinds.items() if not kinds or kind in kinds]
        people = any(e in names.people or e in said.context.index.actors for e in fitting)
        people = people or (slots[place] == subject and not last and _acts(predicate))
        if fitting and (asked.kind is None or asked.kind in kinds) and (people or not asked.people):
            yield place


def _acts(predicate: Predicate) -> bool:
    """Tell whether a statement says of its subject what it does: one may ask who does that."""
    words = plain_words(_SLOT.sub(" ", predicate.says.partition("}")[2]))
    return bool(words) and _FORMS_OF_BE.isdisjoint(words[:2])


def _is_passive(predicate: Predicate, words: Sequence[str]) -> bool:
    """Tell whether a question turns an active statement round: `who was barred?`."""
    if not words or words[0] not in _FORMS_OF_BE or not is_made(words[1:]):
        return False
    made = {stem(word) for word in words[1:] if is_made([word])}
    return not any(
        before in _FORMS_OF_BE and stem(after) in made
        for says in (predicate.says, *predicate.also)
        for before, after in pairwise(plain_words(says))
    )


def kind(said: Utterance, words: tuple[Word, ...]) -> tuple[str | None, tuple[Word, ...]]:
    """Return the kind that words begin with: `of the children`, `child`; and what is left.

    Where they begin with another word for people, it is left out, too.
    """
    start = next((p for p, word in enumerate(words) if word.text not in _BETWEEN), len(words))
    for each in set(said.context.index.names.kinds.values()):
        for noun in (each.replace("_", " "), plural(each.replace("_", " "))):
            called = plain_words(noun)
            end = start + len(called)
            if [word.text for word in words[start:end]] == called:
                return each, words[end:]
    called_so = start < len(words) and words[start].text in _PEOPLE
    if not called_so and [word.text for word in words[:1]] == ["of"]:
        return None, _of_some(said, words, start)
    return None, words[start + 1 :] if called_so else words


def _of_some(said: Utterance, words: tuple[Word, ...], start: int) -> tuple[Word, ...]:
    """Leave out `of the two`, with a noun behind it that says nothing: `of the two households`."""
    if start == len(words) or words[start - 1].text not in _COUNTED:
        return words
    noun, following = words[start], [word.text for word in words[start + 1 : start + 2]]
    known = noun.stem in said.context.index.vocabulary or noun.text in word_lists().stop
    return words[start + 1 :] if following and not known else words[start:]
