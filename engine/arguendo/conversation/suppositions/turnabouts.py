"""Suppositions that somebody turns round, refuses or says nothing: `what if Anna flips?`.

Who turns round, turns from what he is known to hold: from what is assumed of him, or else from the
facts that say what he stands for. Who keeps silent does not say what it is still open that he says,
or else what he is known to have said; who refuses or agrees, does not do what is open, or does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.meanings import meanings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word, plain_words
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference.gapping import subject_of
from arguendo.conversation.segmentation import segments
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

SURE_ENOUGH = 8.0


def read(context: Context, span: Sequence[Word]) -> list[Reading] | None:
    """Read a clause that says no more than that a person turns round, refuses, or says nothing.

    None when it says something else; nothing where nothing is known that the person could turn
    from. A person of whom nothing could be said keeps silent in some other way.
    """
    names = context.index.names
    words, stems = [word.text for word in span], [word.stem for word in span]
    mentions = names.find(words)
    found = cues.group("conduct").find(stems, mentions)
    if not found or len(mentions) > 1:
        return None
    named = {place for m in mentions for place in range(m.start, m.end)}
    said = named.union(*(cue.places for cue in found))
    left = [word for place, word in enumerate(words) if place not in said]
    small = (word_lists().stop | words_of("utterances")) - word_lists().negation
    if any(word not in small for word in left):
        return None
    near = mentions[0].entities if mentions else context.focus
    person = next((each for each in near if each in names.people), None)
    if person is None:
        return None
    kind = max(found, key=lambda cue: len(cue.places)).group
    meant = _MEANT[kind](context, person)
    if kind != "turns" and not meant:
        return None
    return [Reading(statement, kind == "agrees", SURE_ENOUGH, 1.0) for statement in meant]


def apart(context: Context, span: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Cut out the clauses of a span that say so much by themselves: `no Anna, and a clear lead`.

    Of somebody who turns round and then does something, what he does then is what is said.
    """
    span = _going_on(context, span)
    clauses = segments.clauses(span, context.index.names)
    if len(clauses) < 2 or not any(read(context, clause) for clause in clauses):
        return [tuple(span)]
    found: list[tuple[Word, ...]] = []
    goes_on = False
    for clause in clauses:
        alone = bool(read(context, clause))
        found[-1:] = [found[-1] + clause] if goes_on and not alone else [*found[-1:], clause]
        goes_on = not alone
    return found


def _going_on(context: Context, span: Sequence[Word]) -> tuple[Word, ...]:
    """Leave out that somebody turns round who then does something: `Anna flips and pays`."""
    names = context.index.names
    left = list(span)
    for one, other in pairwise(segments.clauses(span, names)):
        place = next(p for p, word in enumerate(left) if word is other[0])
        joined = place > 0 and left[place - 1].text in words_of("joints")
        mentions = names.find([word.text for word in one])
        if not (joined and mentions and subject_of(other, names) is None and _turns(one, names)):
            continue
        begin = max(0, place - 1 - len(one))
        if left[begin] is one[0] and read(context, one):
            left[begin:place] = one[mentions[0].start : mentions[0].end]
    return tuple(left)


def _turns(clause: Sequence[Word], names: Names) -> bool:
    """Tell whether a clause says that somebody turns round."""
    mentions = names.find([word.text for word in clause])
    found = cues.group("conduct").find([word.stem for word in clause], mentions)
    return any(cue.group == "turns" for cue in found)


def _held(context: Context, person: str) -> list[Statement]:
    """List what a person is known to hold, the first statement of each predicate."""
    assumed = (s for s, true in context.case.assumptions.items() if true)
    return _by(context, person, assumed) or _by(context, person, context.case.facts, "attitudes")


def _yet(context: Context, person: str) -> list[Statement]:
    """List what a person may yet say."""
    return _by(context, person, context.case.rulebase.question, "sayings")


def sayings(context: Context, person: str) -> list[Statement]:
    """List what a person may yet say, or else what he has said."""
    return _yet(context, person) or _by(context, person, context.case.facts, "sayings")


_MEANT: Mapping[str, Callable[[Context, str], list[Statement]]] = {
    "turns": _held,
    "silent": sayings,
    "refuses": _yet,
    "agrees": _yet,
}


def _by(
    context: Context, person: str, statements: Iterable[Statement], kind: str | None = None
) -> list[Statement]:
    """List of some statements the first of each predicate that says what a person does."""
    predicates = context.case.rulebase.vocabulary.predicates
    first: dict[str, Statement] = {}
    for each in statements:
        mine = each.arguments[:1] == (person,)
        if mine and (kind is None or _tells(predicates[each.predicate].says, kind)):
            first.setdefault(each.predicate, each)
    return list(first.values())


@cache
def _tells(says: str, kind: str) -> bool:
    """Tell whether a sentence carries a meaning of such a kind."""
    stems = [stem(word) for word in plain_words(says)]
    return any(meaning.name in words_of(kind) for meaning in meanings(stems))
