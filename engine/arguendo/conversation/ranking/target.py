"""Which statement a question is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents.wanted import Wanted
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking import owing, preferring, standing
from arguendo.conversation.segmentation.parts import parts
from arguendo.conversation.statements.readings import Reading, levelled
from arguendo.explanation.variants import other_value
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement

SUPPOSED = 0.34
"""How well the entities of an assumption are spoken for in the question about it."""
POINTED, ASIDE = 0.8, 0.7
"""How well a pronoun speaks for what it may point to: what was asked about, or only assumed or
taken back."""

NEARLY, AS_CONTRARY = 0.85, 0.6
"""How near a statement must come to one that is denied, and contrary to it, to be meant instead;
and where words are read as the opposite of what they say."""
CLOSELY, PARTLY, WHOLLY = 0.9, 0.85, 0.95
"""How near a statement must come that is said word for word to one that is said in part, and how
much is said of the two."""
WITHOUT_STATEMENT = (
    *(Intent.DESCRIBE, Intent.LIST, Intent.COMPARE, Intent.HELP, Intent.RECOMMEND),
)
"""Intents of turns after which no statement is spoken of."""
POINTING = words_of("pointing")
PERSONAL = words_of("personal")
SUBJECTS = words_of("he_or_she")
THINGS = words_of("impersonal")


def readings(
    context: Context,
    said: Sequence[Sentence],
    intent: Intent,
    wanted: Wanted,
    assumed: Iterable[Statement] = (),
    near: Iterable[str] = (),
) -> list[Reading]:
    """List the statements that a question may be about, the likeliest first.

    `near` are entities spoken of beside it.
    """
    best: dict[Statement, Reading] = {}
    assumed = tuple(assumed)
    around = pointed(context, said)
    points = bool(around)
    personal = any(word.text in PERSONAL for sentence in said for word in sentence.words)
    kinds = context.index.names.kinds
    supposed = (each for statement in assumed for each in statement.arguments if each in kinds)
    for entity in (*near, *supposed):
        taken_up = personal and entity in context.index.names.people
        around[entity] = max(around.get(entity, 0.0), POINTED if taken_up else SUPPOSED)
    points = bool(pointed(context, said))
    if personal and not points and (before := _named_before(context, said)):
        around[before] = max(around.get(before, 0.0), POINTED)
    reached = effects(context, assumed)
    prior = standing.prior(context, intent, points, reached, wanted.score(Intent.RECOMMEND) > 0)
    taken = wanted.places.get(intent, set()) | wanted.phrases
    asked: list[Reading] = []
    for part, words, circumstances in parts(said, taken, context.index.names):
        piece = context.matcher.piece(words, around or context.around)
        for reading in context.matcher.ranked(piece, prior):
            known = best.get(reading.statement)
            if known is None or known.score < part.weight * reading.score:
                best[reading.statement] = reading.of_part(part, circumstances)
            if not (part.aside or part.whole):
                asked.append(reading.of_part(part, circumstances))
    found = levelled(sorted(best.values(), key=lambda r: (-r.score, r.statement.key)))
    found = _wholly_said_rather(_affirmed_rather(context, _meant(context, said, found)))
    if intent in preferring.INTENTS:
        found = preferring.asked_rather(found, asked)
    found = preferring.worded_rather(preferring.last_rather(found, asked))
    found = preferring.doer_rather(context, said, preferring.claimed_rather(found))
    if intent in preferring.EXPLAINING:
        found = preferring.derived_rather(context, found)
    fitting = found
    if intent in preferring.RESTING_ON:
        found = preferring.main_rather(context, preferring.resting_rather(context, found))
    found = preferring.known_rather(context, preferring.dated_rather(found))
    return owing.owed_rather(context, said, intent, found, fitting)


def _meant(context: Context, said: Sequence[Sentence], found: list[Reading]) -> list[Reading]:
    """Leave out what is only about people whom *he* or *she* cannot mean, where nobody is named."""
    words = {word.text for sentence in said for word in sentence.words} & SUBJECTS
    names = context.index.names
    people = names.people
    named = (m for each in said for m in names.find([word.text for word in each.words]))
    if not words or any(not people.isdisjoint(mention.entities) for mention in named):
        return found
    about = ((each, people.intersection(each.statement.arguments)) for each in found)
    kept = [r for r, who in about if not who or any(context.may_be(e, words) for e in who)]
    return kept or found


def _wholly_said_rather(found: list[Reading]) -> list[Reading]:
    """Let what is said word for word stand before what is said in part of the same things."""
    first, second = found[:2] if len(found) > 1 else (None, None)
    if first is None or second is None or second.score < CLOSELY * first.score:
        return found
    same = first.statement.arguments == second.statement.arguments
    if same and first.coverage < PARTLY and second.coverage >= WHOLLY:
        return [replace(second, score=first.score), first, *found[2:]]
    return found


def _affirmed_rather(context: Context, found: list[Reading]) -> list[Reading]:
    """Let a text without a denial affirm a statement rather than deny one contrary to it."""
    first = found[0] if found else None
    seen = first.traits if first else None
    if first is None or seen is None or first.positive or not (seen.turned or seen.opposite):
        return found
    for place, other in enumerate(found[1:], 1):
        as_near = max(other.score / first.score, other.level / first.level)
        if as_near < AS_CONTRARY:
            continue
        contrary = context.case.rulebase.are_contrary(first.statement, other.statement)
        same = other.statement.arguments == first.statement.arguments and not other.turned
        direct = bool(other.traits and not (other.traits.opposite or other.turned))
        near = other.score >= NEARLY * first.score and seen.turned
        meant = (near and (contrary or same)) or (seen.opposite and contrary and direct)
        if other.positive and meant:
            return [other, first, *found[1:place], *found[place + 1 :]]
    return found


def pointed(context: Context, said: Sequence[Sentence]) -> dict[str, float]:
    """Return the entities that the pronouns of a text may point to, when nobody is named."""
    words = {word.text for sentence in said for word in sentence.words}
    if not words & POINTING:
        return {}
    names = context.index.names
    named = [m for s in said for m in names.find([w.text for w in s.words]) if m.proper]
    if any(_takes(context, words, e) for m in named for e in m.entities):
        return {}
    people, pronouns = names.people, words & POINTING
    found = {e: weight for e, weight in context.around.items() if context.may_be(e, pronouns)}
    for entity in context.focus:
        unlike = THINGS if entity in people else PERSONAL
        if not pronouns <= unlike and context.may_be(entity, pronouns):
            found[entity] = POINTED if entity in context.topic else ASIDE
    meant = context.last_person(pronouns) if pronouns & PERSONAL else None
    if meant is not None and all(found.get(e, 0.0) < ASIDE for e in found if e in people):
        found[meant] = POINTED
    return found


def _named_before(context: Context, said: Sequence[Sentence]) -> str | None:
    """Return the only person that is named before *he* or *she*, in the sentence that asks.

    Where none does that, before the first of a text. What stands nearest before counts.
    """
    asking = [number for number, sentence in enumerate(said) if sentence.asks][-1:]
    for number in (*asking, *range(len(said))):
        words = [word.text for word in said[number].words]
        end = next((p for p, word in enumerate(words) if word in SUBJECTS), len(words))
        if end == len(words):
            continue
        before = [words[:end], *([w.text for w in s.words] for s in said[:number][::-1])]
        found = (_people(context, each, words[end]) for each in before)
        nearest = next(filter(None, found), [])
        return nearest[0] if len(set(nearest)) == 1 else None
    return None


def _people(context: Context, words: Sequence[str], pronoun: str) -> list[str]:
    """Return the people named in a sentence whom a pronoun may mean."""
    names = context.index.names
    named = (e for m in names.find(words) if m.proper for e in m.entities[:1])
    return [e for e in named if e in names.people and context.may_be(e, (pronoun,))]


def _takes(context: Context, words: set[str], entity: str) -> bool:
    """Tell whether a pronoun is left nothing to point to where an entity is named."""
    names = context.index.names
    actors = {names.kinds[each] for each in context.index.actors}
    return names.kinds[entity] in actors and (entity in names.people or not words & PERSONAL)


def effects(context: Context, assumed: Iterable[Statement]) -> frozenset[int]:
    """Return the statements that some assumptions bear on, by number; none without any."""
    graph = context.case.graph
    numbers = (graph.number(statement) for statement in assumed)
    reached = {number for number in numbers if number is not None}
    waiting = list(reached)
    blocked: dict[int, list[int]] = {}
    for inference in graph.inferences if waiting else ():
        for blocker in graph.blockers[inference.number]:
            for number, _ in blocker.literals:
                blocked.setdefault(number, []).append(inference.claim)
    while waiting:
        number = waiting.pop()
        claims = [graph.inferences[i].claim for i in graph.supporting[number]]
        near = [*claims, *blocked.get(number, ()), *graph.contraries[number]]
        new = [n for n in dict.fromkeys(near) if n not in reached]
        reached.update(new)
        waiting += new
    return frozenset(reached)


def depends(context: Context, assumed: Iterable[Statement], statement: Statement) -> bool:
    """Tell whether a statement may stand otherwise because of some assumptions.

    Of an assumption on which nothing rests yet the rules tell, by its predicate.
    """
    assumed = tuple(assumed)
    if context.case.graph.number(statement) in effects(context, assumed):
        return True
    new = {each.predicate for each in assumed if _is_new(context, each)}
    return bool(new) and not new.isdisjoint(context.founded_on(statement.predicate))


def _is_new(context: Context, assumed: Statement) -> bool:
    """Tell whether no inference was drawn yet that rests on a statement."""
    graph = context.case.graph
    return (number := graph.number(assumed)) is None or not graph.supporting[number]


def thread(context: Context, assumed: Iterable[Statement]) -> Statement | None:
    """Return what something supposed is put to where nothing is asked: the goal, as a rule.

    What is supposed of somebody else, on which the goal does not hang, is put to what was asked of
    late that hangs on it; else to nothing, so that all is told that it changes. So is what goes on
    with a supposition that was put to nothing. What was only offered is no goal where it holds:
    whether it still does is told among all that changes.
    """
    assumed, people = tuple(assumed), context.index.names.people
    goal = _shaken(context, assumed)
    if goal is None or context.is_undecided or _is_exchanged(context, goal, assumed):
        return None
    if context.is_doubtful(goal) and (context.holds(goal) or not depends(context, assumed, goal)):
        return None
    last = context.last
    if last is not None and last.intent is Intent.WHAT_IF and last.statement is None:
        return goal if depends(context, assumed, goal) else None
    told = people.intersection(a for each in assumed for a in each.arguments)
    asked = people.intersection(goal.arguments)
    if not (told and asked) or told & asked or depends(context, assumed, goal):
        return goal
    lately = (query.statement for query in context.queries if query.statement is not None)
    return next((each for each in lately if depends(context, assumed, each)), None)


def _shaken(context: Context, assumed: Iterable[Statement]) -> Statement | None:
    """Return the goal; where it is a plain fact on which nothing bears, what was concluded before.

    `When did he fall ill?`, `does it still hold if …?`: what is told only stands as it is told.
    """
    goal, concluded = context.goal, context.conclusion
    if goal is None or concluded is None or not context.is_fact(goal) or context.is_derived(goal):
        return goal
    stands = not _is_exchanged(context, goal, assumed) and not depends(context, assumed, goal)
    return concluded if stands and goal not in assumed else goal


def _is_exchanged(context: Context, goal: Statement, assumed: Iterable[Statement]) -> bool:
    """Tell whether another day or number is supposed than a fact has: what follows is asked then.

    `How many members are there?`, `what if there were 30?`.
    """
    case, contrary = context.case, context.case.rulebase.are_contrary
    alike = [each for each in assumed if each.predicate == goal.predicate and each != goal]
    return context.is_fact(goal) and any(
        contrary(each, goal) or goal in (other_value(case, each) or ()) for each in alike
    )


def takes_up(context: Context, assumed: Iterable[Statement], surely: bool = False) -> bool:
    """Tell whether assumptions bear on the statement that the last turns asked about.

    `surely` they are put to it, whether they bear on it or not: `and with long legs?`.
    """
    goal, last = context.goal, context.last
    if goal is None or last is None or goal in assumed or last.intent in WITHOUT_STATEMENT:
        return False
    if context.is_undecided or _is_exchanged(context, goal, assumed):
        return False
    return surely or depends(context, assumed, goal)
