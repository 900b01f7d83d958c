"""What it comes to for somebody of whom only the name is said: `Leo's case`, `and Marina?`.

Of all that rules conclude about one thing alone, people mean what the rule base itself is about:
what the scenarios most often expect of such a thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.ranking import target
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import main_conclusion
from arguendo.statements import Statement

LEAST_EXPECTED = 2
"""How often scenarios must expect something for it to be what a rule base is about."""
_KEPT: WeakKeyDictionary[Index, Counter[str]] = WeakKeyDictionary()


def headline(
    context: Context, entity: str, reached: Container[int | None] = frozenset()
) -> Statement | None:
    """Return what it comes to for an entity, first among what assumptions reach (by number)."""
    graph, found = context.case.graph, list(_conclusions(context, entity))
    touched = [each for each in found if graph.number(each) in reached]
    return next(iter(touched or found), None)


def of_names(said: Utterance, readings: Sequence[Reading]) -> Statement | None:
    """Return what it comes to for the only one named, where nothing else speaks for a statement.

    Nothing is asked that the rule base knows of others only.
    """
    named = said.entities
    index = said.context.index
    if len(named) != 1 or named[0] not in index.actors | index.names.people:
        return None
    if not all(reading.traits and reading.traits.wordless for reading in readings):
        return None
    found = headline(said.context, named[0])
    return found if found and said.context.matcher.foreseen.knows(found) else None


def under(
    said: Utterance, rest: Sequence[Sentence], assumed: Iterable[Statement]
) -> Statement | None:
    """Return what it comes to for whom a question is about that says no more: `and Bao?`.

    It is told by its name, or is the only one that the assumptions speak of or bear on; `any hope?`
    is for what all is about, if that could come of them.
    """
    context, assumed = said.context, tuple(assumed)
    kinds = context.index.names.kinds
    named = [e for sentence in rest for m in said.mentions(sentence) for e in m.entities[:1]]
    if not context.index.actors.issuperset(named):
        return None  # `do we get talks?` is about no one
    told = named or [e for each in assumed for e in each.arguments if e in kinds]
    reached = target.effects(context, assumed)
    found = (headline(context, entity, reached) for entity in dict.fromkeys(told))
    ours = [each for each in found if each is not None]
    touched = [each for each in ours if context.case.graph.number(each) in reached]
    if len(touched or ours) == 1:
        return next(iter(touched or ours))
    hopes = any(sayings.is_one([w.text for w in each.words], "hoping", "words") for each in rest)
    main = main_conclusion(context.case) if hopes else None
    return main if main and target.depends(context, assumed, main) else None


def _conclusions(context: Context, entity: str) -> Iterator[Statement]:
    """Go through what may be concluded of an entity alone, what is most often expected first.

    What is the only one of its kind may stand beside it: `Layla gets a place at the school`.
    """
    rulebase = context.case.rulebase
    for name, often in _expected(context.index).most_common():
        plain = name not in rulebase.advice and name in rulebase.rules_for
        if (
            often >= LEAST_EXPECTED
            and plain
            and (arguments := _beside_only_ones(context, name, entity))
        ):
            yield Statement(name, arguments)


def _beside_only_ones(context: Context, name: str, entity: str) -> tuple[str, ...]:
    """Return an entity with what alone suits the other slots of a predicate; none if it cannot."""
    vocabulary = context.case.rulebase.vocabulary
    slots, only = vocabulary.predicates[name].slots, context.matcher.foreseen.only_ones
    found: list[str] = []
    for slot in slots:
        fits = vocabulary.suits(entity, slot)
        others = [each for each in only if vocabulary.suits(each, slot)]
        if not fits and len(others) != 1:
            return ()
        found.append(entity if fits else others[0])
    return tuple(found) if found[0] == entity and found.count(entity) == 1 else ()


def _expected(index: Index) -> Counter[str]:
    found = _KEPT.get(index)
    if found is None:
        found = _KEPT[index] = Counter(
            expected.statement.predicate
            for scenario in index.rulebase.scenarios
            for expected in scenario.expectations
        )
    return found
