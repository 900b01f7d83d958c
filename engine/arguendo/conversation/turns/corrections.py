"""What takes the place of a word in the turn before: `no, I meant Ben`, `no, swam I mean`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Word
from arguendo.conversation.entities.descriptions import OWNING
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking.target import PERSONAL
from arguendo.conversation.readers import revoking
from arguendo.conversation.reference import moving, relatives
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.turns.again import SURE, put_again
from arguendo.conversation.utterance import LEAST, Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

MOST_WORDS = 12
_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)


def read(said: Utterance) -> Query | None:
    """Read a turn that puts another name, or another supposition, into the last one."""
    last = said.context.last
    changed = (_swapped(said) or _denied(said, last)) if last is not None else None
    if changed is not None:
        return changed
    meant = (_meant(said) or _rather(said, last)) if last is not None else None
    if last is None or not meant:
        return None
    names = said.context.index.names.find([word.text for word in meant])
    small = sayings.of_words("same") | OWNING | words_of("masculine") | words_of("feminine")
    inside = {p for mention in names for p in range(mention.start, mention.end)}
    bare = all(word.text in small for p, word in enumerate(meant) if p not in inside)
    if names and bare:
        others = [m.entities[0] for m in names]
        if last.two:
            return _of_two_others(said, last, others)
        return _supposed_of(said.context, last, others[0]) or _of_others(said.context, last, others)
    if not last.assume:
        return None
    assumed = read_assumptions(said.context, [meant])
    plain = not any(map(said.context.is_derived, assumed.truth))
    if not assumed.truth or assumed.score < LEAST or not plain:
        return None
    return _instead(last, assumed.truth)


def _instead(last: Query, truth: Mapping[Statement, bool]) -> Query:
    """Suppose something in the place of what was last supposed."""
    gone = tuple(each for each in last.assume if each not in truth)
    besides = gone if last.intent is Intent.ASSUME else ()
    return replace(put_again(last), assume=truth, besides=besides)


def _supposed_of(context: Context, last: Query, entity: str) -> Query | None:
    """Suppose of another what was last supposed: `make that Ben`."""
    if last.intent not in _SUPPOSING:
        return None
    for old, true in last.assume.items():
        found = moving.variants(context, old, [entity], known=False)
        new = next(moving.variants(context, old, [entity]), None) or next(found, None)
        if new is not None:
            kept = {each: so for each, so in last.assume.items() if each != old}
            return _instead(last, {**kept, new: true})
    return None


def _swapped(said: Utterance) -> Query | None:
    """Read `swap his fee for dry courts`, where one of both is supposed: the other is, then."""
    words = [word for sentence in said.said for word in sentence.words]
    if not words or words[0].text not in sayings.single("correcting", "swaps"):
        return None
    for place in range(2, len(words) - 1):
        if words[place].text not in sayings.single("correcting", "for_other"):
            continue
        halves = (words[1:place], words[place + 1 :])
        for old, new in (halves, halves[::-1]):
            gone = _pointed_at(said.context, old) or revoking.in_force(said.context, old)[:1]
            truth = read_assumptions(said.context, [new]).truth if gone else {}
            if truth and gone[0] not in truth:
                return Query(Intent.ASSUME, assume=truth, besides=tuple(gone), confidence=SURE)
    return None


def _pointed_at(context: Context, words: Sequence[Word]) -> list[Statement]:
    """Return the one thing last supposed, where words do no more than point to it: `that`."""
    last = context.last
    made = list(last.assume) if last is not None and last.intent in _SUPPOSING else []
    points = all(word.text in word_lists().stop for word in words)
    return (
        [each for each in made if each in context.case.assumptions]
        if len(made) == 1 and points
        else []
    )


def _denied(said: Utterance, last: Query | None) -> Query | None:
    """Read `actually no, he does not pay` of what is supposed: from here on it is the reverse."""
    words = [word for sentence in said.said for word in sentence.words]
    back = sayings.single("correcting", "takes_back") - {"not"}
    start = next((p for p, word in enumerate(words) if word.text not in back), 0)
    if not start or any(sentence.asks for sentence in said.said) or len(words) > MOST_WORDS:
        return None
    truth = read_assumptions(said.context, [words[start:]]).truth
    made = said.context.case.assumptions
    if not truth or any(each not in made or bool(made[each]) is so for each, so in truth.items()):
        return None
    if last is not None and last.intent is Intent.WHAT_IF and truth.keys() <= last.assume.keys():
        return replace(put_again(last), assume={**last.assume, **truth})
    return Query(Intent.ASSUME, assume=truth, confidence=SURE)


def _meant(said: Utterance) -> Sequence[Word]:
    """Return what is said to have been meant, after a word that takes back what was said."""
    words = [word for sentence in said.said for word in sentence.words]
    texts = [word.text for word in words]
    meaning = sayings.of("correcting", "means")
    at = next((p for p, each in enumerate(pairwise(texts)) if each in meaning), None)
    if at is None or len(words) > MOST_WORDS:
        return ()
    back = sayings.single("correcting", "takes_back")
    before, after = words[:at], words[at + 2 :]
    takes_back = any(word.text in back for word in words)
    meant = after if any(word.text not in back for word in after) else before
    ends = (p for p, word in enumerate(meant) if p and word.before and word.text == "not")
    meant = meant[: next(ends, len(meant))]
    while meant and meant[0].text in back:
        meant = meant[1:]
    while meant and meant[-1].text in back:
        meant = meant[:-1]
    return meant if takes_back or (meant and meant[:1] == after[:1]) else ()


def _rather(said: Utterance, last: Query) -> Sequence[Word]:
    """Return who is meant rather than one of whom was asked: `not Anna, Ben`, `no, not him, Ben`.

    A relative alone is one of whoever was asked about: `not Anna, her father`.
    """
    words = [word for sentence in said.said for word in sentence.words]
    back = sayings.single("correcting", "takes_back")
    at = next((p for p, word in enumerate(words) if word.text == "not"), None)
    cut = next((p for p, w in enumerate(words) if at is not None and p > at and w.before), 0)
    if at is None or not cut or len(words) > MOST_WORDS:
        return ()
    if any(word.text not in back for word in words[:at]):
        return ()
    denied = [word.text for word in words[at + 1 : cut]]
    names = said.context.index.names.find(denied)
    about = {last.entity, *last.two, *(last.statement.arguments if last.statement else ())}
    asked = len(names) == 1 and names[0].start == 0 and names[0].end == len(denied)
    asked = asked and bool(about & {*names[0].entities})
    if not asked and not (denied and set(denied) <= PERSONAL):
        return ()
    rest = words[cut:]
    if len(rest) == 2 and rest[0].text in OWNING:
        relative = relatives.relative(said.context, rest[0].text, rest[1].text)
        named = next(iter(said.context.index.names.of(relative)), ()) if relative else ()
        return [Word(text, stem(text)) for text in named]
    return rest


def _of_two_others(said: Utterance, last: Query, entities: Sequence[str]) -> Query | None:
    """Compare others: of one that is meant the one not meant goes, or the last of both."""
    first, second = last.two
    named = (each for each in last.two if each in said.entities and each not in entities)
    gone = next(named, second)
    alone = tuple(entities[0] if each == gone else each for each in last.two)
    two = alone if len(entities) == 1 else tuple(entities[:2])
    kinds = said.context.index.names.kinds
    if two == last.two or two[0] == two[1] or kinds[two[0]] != kinds[two[1]]:
        return None
    statement = last.statement.bind({first: two[0]}) if last.statement else None
    return replace(put_again(last), two=two, statement=statement)


def _of_others(context: Context, last: Query, entities: Sequence[str]) -> Query | None:
    """Put the last query to those who were meant, the first name first."""
    if last.entity is not None and last.statement is None:
        return replace(put_again(last), entity=entities[0])
    statement: Statement | None = last.statement
    for place, entity in enumerate(entities):
        is_last = place == len(entities) - 1
        changed = moving.variants(context, statement, [entity], is_last) if statement else ()
        statement = next(iter(changed), None)
    return replace(put_again(last), statement=statement) if statement is not None else None
