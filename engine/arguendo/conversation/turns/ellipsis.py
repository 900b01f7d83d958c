"""Turns that leave out what was said before: `and if not?`, `and for Anna?`, `what if neither?`.

They are read against the turns before them: the last statement, and what was last supposed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents.telling import manner_in
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.ranking.target import PERSONAL
from arguendo.conversation.readers.followups import pointed_at
from arguendo.conversation.readers.limits import deciders
from arguendo.conversation.readers.revoking import undone
from arguendo.conversation.reference import moving
from arguendo.conversation.turns import adding, affecting, affirming, bare
from arguendo.conversation.turns.again import SURE, put_again
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Manner, Query
from arguendo.statements import Statement
from arguendo.wording.asides import nothing_like
from arguendo.wording.shifts import by_reach
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller

_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)
_KEPT = (
    *(Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_IF, Intent.WHAT_WOULD_IT_TAKE),
    *(Intent.WHAT_FOLLOWS, Intent.LINCHPINS, Intent.SOURCE, Intent.WHEN),
)
"""Intents that can be put to another statement."""
_OF_ADVICE = (Intent.WHY, Intent.SOURCE, Intent.LINCHPINS)
"""What may be asked of advice that names nothing."""
_OF_ENTITIES = (Intent.DESCRIBE, Intent.RECOMMEND)
_ASIDE = (Intent.OUT_OF_SCOPE, Intent.HELP)
_LEADING = words_of("opens_a_turn")
_PARTICLES = words_of("particles")
_NOTHING = affirming.NOTHING
_CHANGING = sayings.single("follows", "changing")
MOST_TOGETHER = 4
"""Suppositions that `both` or `neither` may take up."""


def read(said: Utterance, text: str) -> Query | None:
    """Read a turn that only makes sense after others."""
    whole = sayings.words_in(text)
    left = sayings.words_in(" ".join(w.text for each in said.said for w in each.words))
    for words in dict.fromkeys((whole, left)):
        for reader in _READERS if words else ():
            query = reader(said.context, words)
            if query is not None:
                return query
    return (_who(said, left) or _same(said) or adding.goes_on(said)) if left else None


def _back(context: Context, words: Sequence[str]) -> Query | None:
    return undone(context) if sayings.is_one(words, "back", "undo") else None


def _assumptions(_: Context, words: Sequence[str]) -> Query | None:
    listed = sayings.is_one(words, "assumptions", "list")
    return Query(Intent.LIST, listing=Listing.ASSUMPTIONS, confidence=SURE) if listed else None


def _authors(_: Context, words: Sequence[str]) -> Query | None:
    """Read `who wrote this?`: what all sources are."""
    return (
        Query(Intent.SOURCE, confidence=SURE) if sayings.is_one(words, "authors", "words") else None
    )


def _manner(context: Context, words: Sequence[str]) -> Query | None:
    """Read how the last answer is to be told: again, shorter, in full, or how sure it is."""
    last = context.last
    manner = manner_in(words)
    if last is None or manner is None:
        return None
    if manner is not Manner.SURE:
        return replace(last, manner=manner, alternatives=(), clarify=False)
    goal = _brought_about(context) or context.goal
    if goal is None:
        return replace(last, manner=Manner.AGAIN)
    return Query(Intent.ASK, goal, manner=manner, confidence=SURE)


def _follows(context: Context, words: Sequence[str]) -> Query | None:
    """Read `and then?`: what comes of the last statement, or all that a supposition changes."""
    last = context.last
    if not sayings.is_one(words, "follows", "words"):
        return None
    if last is None:
        return _NOTHING
    if context.state.choices:
        meant = context.state.choices[0]  # whoever asks on has taken it as it was meant
        return replace(meant, intent=Intent.WHAT_IF) if meant.intent is Intent.ASSUME else meant
    if last.intent in _SUPPOSING and last.statement is None:
        return replace(last, manner=Manner.FULL)
    if last.intent is Intent.WHAT_IF and _CHANGING.intersection(words):
        made = affecting.supposed(context) or last.assume
        return replace(put_again(last), statement=None, assume=made, adds=False)
    return Query(Intent.WHAT_FOLLOWS, context.goal, confidence=SURE)


def _reasons(context: Context, words: Sequence[str]) -> Query | None:
    """Read `why?` after an answer without a statement of its own: advice, or what changes."""
    last = context.state.turns[-1].answer if context.state.turns else None
    if last is None or last.query.statement:
        return None
    if last.query.intent is Intent.RECOMMEND and last.about:
        asked = bare.asked_by(words)
        asked = Intent.WHY if sayings.is_one(words, "reasons", "words") else asked
        strongest = max(last.about, key=last.case.degree)
        return Query(asked, strongest, confidence=SURE) if asked in _OF_ADVICE else None
    if not sayings.is_one(words, "reasons", "words"):
        return None
    still = not words_of("even_so").isdisjoint(words)
    goal = None if last.query.clarify else _brought_about(context, still)
    if goal is None:
        return None
    holds = context.holds(goal)
    return Query(Intent.WHY if holds else Intent.WHY_NOT, goal, confidence=SURE)


def _brought_about(context: Context, still: bool = False) -> Statement | None:
    """Return what was told first of what a supposition changes: what was asked before, if it did.

    What waits for a yes was not told yet. Only what `still` holds may be meant.
    """
    last = context.state.turns[-1].answer if context.state.turns else None
    if last is None or last.query.statement or last.query.intent not in _SUPPOSING:
        return None
    if last.query.clarify and last.query.intent is Intent.ASSUME:
        return None
    changed = [change.statement for change in by_reach(Teller(last.case), last.changes)]
    changed = [each for each in changed if not still or context.holds(each)]
    return next((each for each in changed if each == context.goal), next(iter(changed), None))


def _together(context: Context, words: Sequence[str]) -> Query | None:
    """Read `what if neither does?` and `and both?`: all that was supposed of late."""
    neither = sayings.is_one(words, "together", "neither")
    if not neither and not sayings.is_one(words, "together", "both"):
        return None
    supposed = _supposed(context)
    if not supposed or context.last is None:
        return _NOTHING
    truth = dict.fromkeys(supposed, not neither)
    return Query(Intent.WHAT_IF, affirming.asked(context.last), truth, confidence=SURE)


def _stands(context: Context, words: Sequence[str]) -> Query | None:
    """Read `assume all that`: what was supposed of late is to stand from here on."""
    last = context.last
    if last is None or last.intent is not Intent.WHAT_IF or not last.assume:
        return None
    if not sayings.is_one(words, "stands", "words"):
        return None
    lately = {s: true for q in reversed(context.queries) for s, true in q.assume.items()}
    truth = {s: lately[s] for s in _supposed(context) if s in lately} or dict(last.assume)
    return Query(Intent.ASSUME, assume=truth, confidence=SURE)


def _supposed(context: Context) -> list[Statement]:
    """List what the last turns supposed or assumed, in their order."""
    found: list[Statement] = []
    for query in context.queries:
        if query.assume and query.intent in (*_SUPPOSING, *_KEPT):
            found = [*(s for s in query.assume if s not in found), *found]
        elif query.intent in (Intent.RETRACT, Intent.COMPARE):
            break
    return found[-MOST_TOGETHER:]


_READERS = (
    *(
        _back,
        _assumptions,
        _authors,
        _reasons,
        _follows,
        affirming.read,
        _together,
        _stands,
        _manner,
    ),
)
"""The first that recognises the whole text reads it."""


def _who(said: Utterance, words: Sequence[str]) -> Query | None:
    """Read `who are they?`: what is known of the last one spoken of."""
    if not sayings.is_one(words, "who", "words"):
        return None
    meant = pointed_at(said.context, said.said)
    return Query(Intent.DESCRIBE, entity=meant[0], confidence=SURE) if meant else None


def _same(said: Utterance) -> Query | None:
    """Read `and for Anna?`: what was last asked, of someone else."""
    last, mention = said.context.before_look, _only_name(said)
    if last is None or last.intent in _ASIDE:
        return None
    if mention is None:
        return _other(said, last)
    by_another = _by_another(said.context, last, mention)
    if not mention.proper:
        return by_another or _of_kind(said, last)
    if last.intent in _OF_ENTITIES:
        return Query(last.intent, entity=mention.entities[0], confidence=SURE)
    moved = by_another or _moved(said.context, last, mention.entities)
    if moved is not None:
        return moved
    if _advising(said.context, mention.entities[0]):
        return Query(Intent.RECOMMEND, entity=mention.entities[0], confidence=SURE)
    if any(reading.traits and not reading.traits.wordless for reading in said.readings(Intent.ASK)):
        return None
    return _described(said, mention.entities[0])


def _by_another(context: Context, last: Query, mention: Mention) -> Query | None:
    """Ask of another actor what it takes by one's doing alone: `what can Ben do?`, `and Anna?`."""
    could = deciders(context) if last.by is not None else ()
    actor = next((each for each in mention.entities if each in could), None)
    if actor is None:
        return None
    return replace(put_again(last), by=actor, assume={}, adds=context.state.supposed is not None)


def _advising(context: Context, entity: str) -> bool:
    """Tell whether nothing but advice was asked for of late, and there is some for another."""
    foreseen, advice = context.matcher.foreseen, context.case.rulebase.advice
    since = takewhile(partial(_is_advice, advice), context.queries[:MOST_TOGETHER])
    lately = any(query.intent is Intent.RECOMMEND for query in since)
    advised = (each for predicate in advice for each in foreseen.of(predicate)) if lately else ()
    return any(entity in each.arguments[:1] for each in advised)


def _is_advice(advice: Collection[str], query: Query) -> bool:
    asked = query.statement
    return query.intent is Intent.RECOMMEND or asked is None or asked.predicate in advice


def _other(said: Utterance, last: Query) -> Query | None:
    """Read `and she?`: what was last asked, of the other one spoken of."""
    context = said.context
    words = [word.text for sentence in said.said for word in sentence.words]
    pronouns = [word for word in words if word in PERSONAL or word == "other"]
    small = sayings.of_words("same") | _PARTICLES | _LEADING
    if not pronouns or context.goal is None or not set(words) <= small | PERSONAL:
        return None
    names, begins = context.index.names, tuple(words[:1]) in sayings.of("same", "least")
    others = [each for each in context.around if each not in context.goal.arguments]
    alike = {names.kinds.get(each) for each in context.goal.arguments}
    meant = [e for e in others if names.kinds[e] in alike] if "other" in words else others
    people = meant if "other" in words else [e for e in meant if e in names.people]
    left = [each for each in people if context.may_be(each, pronouns)]
    return _moved(context, last, left[:1]) if begins and left else None


def _of_kind(said: Utterance, last: Query) -> Query | None:
    """Read `same for a giraffe?`, where what is named is no one: a statement that names it."""
    mention = _only_name(said)
    moved = _moved(said.context, last, mention.entities, alike=True) if mention else None
    if moved is not None:
        return moved
    first, *others = (word.text for word in said.said[0].words)
    adds = bool(others) and others[0] in sayings.single("adding", "joins")
    begins = first in sayings.single("same", "of_kind") and not adds
    readings = said.readings(Intent.ASK) if begins and said.context.goal is not None else []
    if last.intent not in (*_KEPT, *_OF_ENTITIES) or not readings:
        return None
    return Query(Intent.ASK, readings[0].statement, confidence=SURE)


def _only_name(said: Utterance) -> Mention | None:
    """Return the one name of a turn that says nothing else."""
    if len(said.said) != 1:
        return None
    words = [word.text for word in said.said[0].words]
    mentions = said.mentions(said.said[0])
    tail = next((n for n in (4, 3) if tuple(words[-n:]) in sayings.of("same", "about")), 0)
    if tail and mentions and set(words[: mentions[0].start]) <= sayings.of_words("same"):
        return mentions[0]
    if len(mentions) != 1:
        return None
    before, after = words[: mentions[0].start], words[mentions[0].end :]
    small = sayings.of_words("same")
    polite = next((p for p, word in enumerate(before) if word not in _LEADING), len(before))
    opening = before[polite:]
    begins = any(tuple(opening[:size]) in sayings.of("same", "least") for size in (1, 2))
    return mentions[0] if begins and all(word in small for word in (*before, *after)) else None


def _moved(
    context: Context, last: Query, entities: Sequence[str], alike: bool = False
) -> Query | None:
    """Put a query to another entity, where the rule base speaks of such a statement.

    `alike` asks for an entity of the same kind as the one that it replaces.
    """
    goal = last.statement
    if goal is not None and last.intent in _KEPT:
        kinds = context.index.names.kinds
        known = {kinds.get(argument) for argument in goal.arguments}
        fitting = [e for e in entities if not alike or kinds[e] in known]
        asks_value = last.intent is Intent.WHEN or last.value is not None
        own = moving.with_own_values(context, goal, fitting) if asks_value else None
        moved = own or next(moving.variants(context, goal, fitting), None)
        moved = moved or moving.denied(context, goal, fitting)
        return _put_to(context, last, moved, alike) if moved else None
    if alike:
        return None
    if goal is None and last.intent in _SUPPOSING and len(last.assume) == 1:
        ((only, true),) = last.assume.items()
        changed = next(moving.variants(context, only, entities), None)
        if changed is not None:
            return replace(put_again(last), assume={changed: true})
    first = _brought_about(context) if goal is None else None
    outcome = next(moving.variants(context, first, entities), None) if first is not None else None
    return _put_to(context, last, outcome, plainly=False) if outcome is not None else None


def _put_to(context: Context, last: Query, statement: Statement, plainly: bool) -> Query:
    """Put a query to another statement; a what-if goes on without being said again.

    Plainly it is asked whether that holds, where it was asked why something does.
    """
    asked = (Intent.WHAT_IF, Intent.WHY, Intent.WHY_NOT) if plainly else (Intent.WHAT_IF,)
    intent = Intent.ASK if last.intent in asked else last.intent
    if intent is Intent.SOURCE and not context.holds(statement):
        intent = Intent.ASK  # nothing says where what is not so stands
    goes_on = context.state.supposed is not None
    return replace(put_again(last), intent=intent, statement=statement, assume={}, adds=goes_on)


def _described(said: Utterance, entity: str) -> Query:
    """Tell of an entity of which nothing like the last statement is said, and say so."""
    context = said.context
    query = Query(Intent.DESCRIBE, entity=entity, confidence=0.8)
    goal = context.goal
    other = next(moving.variants(context, goal, [entity], known=False), None) if goal else None
    if other is None or moving.is_spoken_of(context, other):
        return query
    note = nothing_like(Speaker(context.case.rulebase), other, entity)
    return replace(query, notes=(note,))
