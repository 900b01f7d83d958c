"""How much comes with what was spoken of: `how much does she get?` of a grant, `amount?`.

What has the number is a conclusion that some rule draws from that, or the only one that has any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.readers import followups, values
from arguendo.conversation.statements.sentences import unfilled
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Query
from arguendo.rules import Rule
from arguendo.statements import Predicate, Sort, Statement

MOST_WORDS = 9
_HOW_MUCH = ["how", "much"]


def read(said: Utterance) -> Query | None:
    """Read a question how much, which says besides no more than of whom."""
    if len(said.said) != 1 or said.parts.assumed or said.parts.stance is not None:
        return None
    (sentence,) = said.said
    words = [word.text for word in sentence.words]
    start = next((p for p in range(len(words)) if words[p : p + 2] == _HOW_MUCH), None)
    taken = () if start is None else range(start, start + 2)
    content = values.content_of(said, sentence, taken) - {*map(stem, words_of("money"))}
    if len(words) > MOST_WORDS or _is_polar(words) or (start is None and not content):
        return None
    found = [*_concluded(said.context)]
    if content:
        found = [each for each in found if content <= _names(said, each[1])]
    goal = said.context.goal_of(words)
    of_goal = [each for each in found if goal is not None and _leads(goal, each)]
    getting = [word for word in words if word in words_of("getting")]
    if not of_goal and not (getting or content or set(words) <= word_lists().stop):
        return None
    return _asked(said, of_goal, goal) or _asked(said, found, None, getting)


def got(said: Utterance, words: Sequence[str]) -> Predicate | None:
    """Return what alone tells how much somebody gets, where words ask for that."""
    getting = [word for word in words if word in words_of("getting")]
    found = [each for each in _concluded(said.context) if _is_got(said, each, getting)]
    predicates = {claim.predicate: claim for _, claim in found}
    return _predicate(said, predicates.popitem()[1]) if len(predicates) == 1 else None


def _is_polar(words: Sequence[str]) -> bool:
    return bool(words) and words[0] in word_lists().auxiliaries


def _concluded(context: Context) -> Iterator[tuple[Rule, Statement]]:
    """Go through the conclusions of rules that have a number."""
    known = context.case.rulebase.vocabulary.predicates
    for rule in context.case.rulebase.rules:
        for claim in rule.claims:
            slots = known[claim.predicate].slots
            if sum(Sort.NUMBER.value in slot.kinds for slot in slots) == 1:
                yield rule, claim


def _names(said: Utterance, claim: Statement) -> set[str]:
    """Return the stems by which the number of a conclusion is called."""
    return {stem(slot.name) for slot in _predicate(said, claim).slots}


def _predicate(said: Utterance, statement: Statement) -> Predicate:
    return said.context.case.rulebase.vocabulary.predicates[statement.predicate]


def _grounds(rule: Rule) -> Iterator[Statement]:
    return (ground for branch in rule.branches for ground in branch.grounds)


def _leads(goal: Statement, concluded: tuple[Rule, Statement]) -> bool:
    """Tell whether a statement is such a conclusion, or a ground for it."""
    rule, claim = concluded
    return goal.predicate in {claim.predicate, *(each.predicate for each in _grounds(rule))}


def _asked(
    said: Utterance,
    found: Sequence[tuple[Rule, Statement]],
    goal: Statement | None,
    getting: Sequence[str] = (),
) -> Query | None:
    """Ask for the number of the one conclusion, of whom is named or was spoken of.

    It is asked back about where nothing tells that just this is what is got.
    """
    if len({claim.predicate for _, claim in found}) != 1:
        return None
    held = [*_about(said, found, goal)]
    if not held:
        return None
    query = values.offered([values.asking(held[0], Sort.NUMBER)])
    told = goal is not None or any(_is_got(said, each, getting) for each in found)
    return query if told else replace(query, clarify=True, confidence=values.UNSURE)


def _is_got(said: Utterance, found: tuple[Rule, Statement], getting: Sequence[str]) -> bool:
    """Tell whether a conclusion, or a ground for it, is said with a verb of getting."""
    rule, claim = found
    told = (_predicate(said, each) for each in (claim, *_grounds(rule)))
    says = {stem(w) for each in told for s in (each.says, *each.also) for w in unfilled(s)}
    return not says.isdisjoint(map(stem, getting))


def _about(
    said: Utterance, found: Sequence[tuple[Rule, Statement]], goal: Statement | None
) -> Iterator[Statement]:
    """Go through what is concluded of whom a text names, or was spoken; what is so first."""
    context, vocabulary = said.context, said.context.case.rulebase.vocabulary
    (predicate,) = {claim.predicate for _, claim in found}
    slots = vocabulary.predicates[predicate].slots
    named = [*said.entities] or followups.pointed_at(context, said.said)
    named = named or [*(goal.arguments if goal else context.focus)]
    about = {each for each in named for slot in slots if vocabulary.suits(each, slot)}
    known = [s for s in context.case.graph.statements if s.predicate == predicate]
    known += [each for each in _bound(found, goal) if each not in known]
    fitting = [each for each in known if about and about <= {*each.arguments}]
    yield from sorted(fitting, key=lambda each: not context.holds(each))


def _bound(found: Sequence[tuple[Rule, Statement]], goal: Statement | None) -> Iterator[Statement]:
    """Go through what rules would conclude from a statement by itself."""
    for rule, claim in found if goal else ():
        for ground in _grounds(rule):
            bound = ground.match(goal) if goal else None
            if bound is not None and claim.bind(bound).is_ground:
                yield claim.bind(bound)
