"""Clauses that leave out what was just said: `so does Xi`, `Anna does not`, `had he not`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.mentions import Mention, Names
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference import deeds
from arguendo.conversation.statements.readings import Reading
from arguendo.statements import Statement

MOST_ELLIPTICAL = 5
"""Words of a clause that takes up the last statement without saying it."""
SURE_ENOUGH = 6.0
OF_OTHERS = 0.6
"""How likely it is that somebody acts who stands where it is told to whom something is done."""
_POINTED = 0.75
"""How well a pronoun speaks for the last one named that it may stand for."""
_PERSONAL = words_of("personal")
_THINGS = words_of("pointing_things")
_PARTICLES = words_of("particles")
_REPEATS = words_of("repeats")
_GIVING = words_of("gives")
_NOTHING = words_of("gives_nothing")
_OWN = {"his": "his", "hers": "her", "theirs": "their"}
"""Words that stand for what somebody has of his own, and those that stand before it."""
MOST_GIVEN = 2
"""Words behind a name that deny what was said last: `made none`."""
_PRONOUNS = words_of("pronouns")
_LEADING = words_of("repeating")
_SUPPORTING = words_of("supporting")
"""Auxiliaries that stand for a verb said before."""


def takes_up(context: Context, span: Sequence[Word]) -> Reading | None:
    """Read `suppose he had not`: a clause without a verb of its own takes up the last statement."""
    lists = word_lists()
    words = [word.text for word in span if word.text not in _PARTICLES]
    mentions = context.index.names.find(words)
    named = {p for m in mentions for p in range(m.start, m.end)}
    if len(mentions) > (not words or words[0] not in lists.pronouns):
        return None  # somebody does something to what is named: `it has hooves`
    bare = [word for place, word in enumerate(words) if place not in named]
    subject = bool(words) and (words[0] in lists.pronouns or 0 in named)
    ends = [word for word in bare if word in lists.auxiliaries]
    small = all(w in lists.auxiliaries | lists.pronouns | lists.negation for w in bare)
    if not (subject and ends and small and len(words) <= MOST_ELLIPTICAL):
        return None
    meant = next(iter(deeds.last_done(context, words)), context.goal)
    if meant is None:
        return None
    return Reading(meant, lists.negation.isdisjoint(bare), SURE_ENOUGH, 1.0)


def is_likewise(context: Context, span: Sequence[Word]) -> bool:
    """Tell whether a clause takes up what was said last: `Xi does not`, `so does Xi`, `nor Xi`."""
    words = _with_one_word([word.text for word in span if word.text not in _PARTICLES - _REPEATS])
    index, lists = context.index, word_lists()
    mentions = index.names.find(words)
    if len(mentions) != 1 or (index.actors | index.names.people).isdisjoint(mentions[0].entities):
        return False
    before, after = words[: mentions[0].start], words[mentions[0].end :]
    his_own = not before and len(after) == 1 and after[0] in _OWN
    if his_own or _gives_none(before, after):
        return True
    small = lists.auxiliaries | _REPEATS | lists.negation
    if not all(word in small for word in (*before, *after)):
        return False
    leads = bool(before) and before[0] in _LEADING and not after
    ends = not before and bool(after) and (after[-1] in _REPEATS or after[0] in _SUPPORTING)
    return leads or ends


def _with_one_word(words: Sequence[str]) -> list[str]:
    """Put `too` for `as well` at the end."""
    return [*words[:-2], "too"] if list(words[-2:]) == ["as", "well"] else list(words)


def _gives_none(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a clause only denies of somebody what was said last: `Xi made none`."""
    plain = not before and 0 < len(after) <= MOST_GIVEN
    return plain and after[-1] in _NOTHING and all(word in _GIVING for word in after[:-1])


def likewise(
    context: Context, span: Sequence[Word], said: Sequence[Word], last: Reading
) -> Reading | tuple[list[str], bool] | None:
    """Say of somebody else what was said last.

    That is the same statement about another, if there is such a one; else the same words with
    another subject, to be read anew, and whether they are turned around.
    """
    names = context.index.names
    words = [word.text for word in span]
    mention = names.find(words)[0]
    small = [w for p, w in enumerate(words) if not mention.start <= p < mention.end]
    denies = not word_lists().negation.isdisjoint(small)
    repeats = not _REPEATS.isdisjoint(small)
    positive = not denies if not repeats or denies else last.positive
    same = _of_another(context, last.statement, mention)
    if same is not None:
        return replace(last, statement=same, positive=positive)
    before = [word.text for word in said]
    subject = subject_of(said, names)
    if not subject:
        return None
    start = next((m.start for m in names.find(before)), 0)
    other = words[mention.start : mention.end]
    turned = positive is not last.positive
    return [*other, *(before[start + len(subject) :])], turned


def instead(context: Context, span: Sequence[Word], denied: bool, last: Reading) -> Reading | None:
    """Deny of another thing what was said last: `in A instead of in B`, `to A, not to B`.

    The clause names that other thing and says nothing else; of a person a denial says more.
    """
    lists = word_lists()
    words = [word.text for word in span]
    mentions = context.index.names.find(words)
    if len(mentions) != 1 or not context.index.names.people.isdisjoint(mentions[0].entities):
        return None
    named = range(mentions[0].start, mentions[0].end)
    left = [word for place, word in enumerate(words) if place not in named]
    plain = not lists.negation.isdisjoint(left) is not denied
    if not plain or not last.positive or any(word not in lists.stop for word in left):
        return None
    same = _of_another(context, last.statement, mentions[0])
    vocabulary = context.case.rulebase.vocabulary
    fits = same is not None and len(same.arguments) > 1 and vocabulary.fits(same)
    return replace(last, statement=same, positive=False) if same is not None and fits else None


def of_others(context: Context, words: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """Make less likely that somebody acts to whom it is done: `assures Xi`, `his word to Xi`."""
    mentions = context.index.names.find(words)
    bare = len(mentions) == 1 and mentions[0].start > 0
    objects = {
        each
        for m in mentions
        if m.start and (words[m.start - 1] == "to" or (bare and _is_verb(words[m.start - 1])))
        for each in m.entities
    }
    if not objects or not readings or len(readings[0].statement.arguments) < 2:
        return list(readings)
    told = (
        each.scaled(OF_OTHERS) if objects.intersection(each.statement.arguments[:1]) else each
        for each in readings
    )
    return sorted(told, key=lambda reading: -reading.score)


def _is_verb(word: str) -> bool:
    """Tell whether a word may be what somebody does: `assures`."""
    return word.endswith(("s", "ed")) and word not in word_lists().stop


def _of_another(context: Context, statement: Statement, mention: Mention) -> Statement | None:
    """Return the same statement about another, if the rule base speaks of it."""
    kinds = context.index.names.kinds
    for entity in mention.entities:
        for place, argument in enumerate(statement.arguments):
            if kinds.get(argument) == kinds[entity] and entity not in statement.arguments:
                arguments = list(statement.arguments)
                arguments[place] = entity
                return Statement(statement.predicate, tuple(arguments))
    return None


def owned(words: Sequence[str], before: Sequence[str]) -> list[str]:
    """Say what somebody gives of his own too: `Ann gives Ben her word, and Ben gives Ann his`."""
    own = _OWN.get(words[-1]) if len(words) > 1 else None
    places = [p for p, word in enumerate(before[:-1]) if word in words_of("owning")]
    if own is None or not places:
        return list(words)
    return [*words[:-1], own, before[places[-1] + 1]]


def subject_of(span: Sequence[Word], names: Names) -> list[str] | None:
    """Return the name that a clause begins with; none for a pronoun; None if it has no subject."""
    words = [word.text for word in span]
    lists = word_lists()
    first = next(iter(names.find(words)), None)
    if first is not None and all(
        word in lists.stop - lists.auxiliaries for word in words[: first.start]
    ):
        return words[first.start : first.end] if first.end < len(words) else None
    return [] if any(word in _PRONOUNS for word in words[:2]) else None


def pointed(context: Context, words: Sequence[str], before: Sequence[str]) -> dict[str, float]:
    """Return whom the pronouns of a clause may stand for: the last one named that fits."""
    names = context.index.names
    own = set(words)
    found: dict[str, float] = {}
    for pronouns, personal in ((_PERSONAL, True), (_THINGS, False)):
        if own & pronouns:
            for mention in reversed(names.find(before)):
                fitting = [e for e in mention.entities if (e in names.people) is personal]
                if fitting:
                    found[fitting[0]] = _POINTED
                    break
    return found
