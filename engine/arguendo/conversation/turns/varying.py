"""Turns that vary a day or a number: `and on 5 October?`, `and 90?`, `and a day later?`.

They put it in place of the one that was last supposed, or asked about, and leave the rest as it is.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.numerals import small
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.reference import moving
from arguendo.conversation.statements.literals import ORDINALS, day_parts, month_of
from arguendo.conversation.turns import measured
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.goals import weighed_in
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement
from arguendo.vocabulary.words import is_date

MOST_WORDS = 10
SURE = 0.85
_ASKED = (Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHEN, Intent.WHAT_FOLLOWS)
_VARIED = (Intent.WHAT_IF, Intent.ASSUME, *_ASKED)
_WHOLE = 10
"""The characters of a day, as in `2026-10-05`."""
_DAYS, _MONTHS = {"day": 1, "week": 7}, {"month": 1, "year": 12}
_ASIDE = words_of("particles") | words_of("joints") | words_of("suppose_anywhere")


def read(said: Utterance) -> Query | None:
    """Read a turn that names no more than another day or number, or says what becomes so much."""
    return _varying(said) or measured.read(said)


def _varying(said: Utterance) -> Query | None:
    """Read a turn that names no more than another day or number."""
    context, last = said.context, said.context.last
    if last is None or last.intent not in _VARIED or len(said.said) != 1:
        return None
    sentence = said.said[0]
    words = [word.text for word in sentence.words]
    if len(words) > MOST_WORDS or len(words) == 1:
        return None  # a bare number picks a choice
    told = _of_told(said, last) or _of_what_counts(said, last)
    if told is not None or said.mentions(sentence):
        return told
    supposed = _supposed(context)
    for old in reversed([each for each, true in supposed.items() if true]):
        new = next(_varied(context, old, words), None)
        if new is not None:
            truth = {**{s: true for s, true in supposed.items() if s != old}, new: True}
            if context.is_fact(old) or old in context.state.case.assumptions:
                truth[old] = False
            return Query(Intent.WHAT_IF, context.goal, truth, confidence=SURE)
    goal = context.goal if last.intent in _ASKED else None
    asked = next(_varied(context, goal, words), None) if goal else None
    if asked is None or not moving.is_spoken_of(context, asked):
        return None
    return Query(last.intent, asked, confidence=SURE, adds=bool(supposed))


def _of_told(said: Utterance, last: Query) -> Query | None:
    """Suppose another day or number than the one just told: `what if it were 90?`, `Tom at 90?`."""
    goal, context, (sentence,) = last.statement, said.context, said.said
    if goal is None or not (last.value or last.intent is Intent.WHEN) or not context.holds(goal):
        return None
    words = [word.text for word in sentence.words]
    if words[0] in word_lists().auxiliaries:
        return None
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    said_small = [_is_small(words, place) for place in range(len(words))]
    kept = [w for p, w in enumerate(words) if p not in named and not said_small[p]]
    about = _about(said, goal)
    new = next(_varied(context, about, kept), None) if about else None
    if about is None or new is None:
        return None
    conclusion = context.conclusion if context.conclusion != goal else None
    return Query(Intent.WHAT_IF, conclusion, {new: True, about: False}, confidence=SURE)


def _of_what_counts(said: Utterance, last: Query) -> Query | None:
    """Suppose another number than one told before, which counts for what was spoken of since."""
    before = next((each for each in said.context.queries if each.value is not None), None)
    if before is None or before.statement is None or before.value is None:
        return None
    goal, place = before.statement, before.value.place
    counts_for = [*weighed_in(said.context.case, goal, place)]
    if last.statement is None or last.statement not in counts_for:
        return None
    if varied := _of_told(said, before):
        return replace(varied, statement=last.statement)
    own = _own_words(said.context, goal)
    words = [word.text for word in said.said[0].words]
    kept = [w for w in words if w.isdigit() or (stem(w) not in own and w not in word_lists().stop)]
    as_it_is = _value(said.context, goal.arguments[place], kept) == goal.arguments[place]
    return replace(last, confidence=SURE, clarify=False, alternatives=()) if as_it_is else None


def _is_small(words: Sequence[str], place: int) -> bool:
    """Tell whether a word only builds the sentence; *may* beside a number is a month."""
    if words[place] not in word_lists().stop | words_of("bids"):
        return False
    beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 2]]
    return not (month_of(words[place]) and any(word[:1].isdigit() for word in beside))


def _about(said: Utterance, goal: Statement) -> Statement | None:
    """Return what holds and says the same of whoever is named; the statement itself of nobody."""
    named = [each for each in said.entities if each not in goal.arguments]
    if not named:
        return goal
    moved = next(moving.variants(said.context, goal, named, known=False), None)
    if moved is None:
        return None
    of_them = [term for term in moved.arguments if not term[:1].isdigit()]
    return next(
        (
            each
            for each in said.context.case.facts
            if each.predicate == goal.predicate
            and [term for term in each.arguments if not term[:1].isdigit()] == of_them
        ),
        None,
    )


def _supposed(context: Context) -> dict[Statement, bool]:
    """Return what is supposed for now, or was last assumed."""
    state, last = context.state, context.last
    standing = state.case.assumptions
    now = state.supposed.assumptions if state.supposed else {}
    truth = {s: bool(degree) for s, degree in now.items() if standing.get(s) != degree}
    return truth | dict(last.assume if last else {})


def _varied(context: Context, old: Statement, words: Sequence[str]) -> Iterator[Statement]:
    """Go through a statement with the day or number that a text names in place of its own."""
    vocabulary, own = context.case.rulebase.vocabulary, _own_words(context, old)
    words = [word for word in words if stem(word) not in own or _unit(word) or word.isdigit()]
    for place in reversed(range(len(old.arguments))):
        argument = old.arguments[place]
        value = _value(context, argument, words) if argument[:1].isdigit() else ""
        arguments = (*old.arguments[:place], value, *old.arguments[place + 1 :])
        new = Statement(old.predicate, arguments)
        if value and value != argument and vocabulary.fits(new):
            yield new


def _own_words(context: Context, statement: Statement) -> set[str]:
    """Return the stems of the words with which a statement is declared."""
    predicate = context.case.rulebase.vocabulary.predicates[statement.predicate]
    return {stem(w) for says in (predicate.says, *predicate.also) for w in plain_words(says)}


def _value(context: Context, old: str, words: Sequence[str]) -> str:
    """Return the day or number that a text names and nothing else, like one before; else none."""
    literals = context.matcher.foreseen.literals
    aside = _ASIDE | sayings.of_words("same") | sayings.of_words("varying") | literals.units
    kept = [word for word in words if word not in aside]
    if not is_date(old):
        kept = kept or (["one"] if _counts_one(words) else [])
        number = "".join(small(word) or word for word in kept)
        return number if number.isdigit() and len(kept) == 1 and not _shift(words) else ""
    if len(old) != _WHOLE:
        return ""
    shift = _shift(words)
    if shift is not None:
        return _shifted(old, *shift)
    parts = day_parts([str(ORDINALS.get(word, word)) for word in kept]) if kept else None
    if parts is None:
        return ""
    filled = [part or own for part, own in zip(parts, old.split("-"), strict=True)]
    return "-".join(filled) if _is_day(filled) else ""


def _counts_one(words: Sequence[str]) -> bool:
    """Tell whether a turn ends in *one* as a number: `and with one?`, not `and this one?`."""
    return words[-1:] == ["one"] and not words_of("before_one").isdisjoint(words[-2:-1])


def _shift(words: Sequence[str]) -> tuple[int, int] | None:
    """Return by how many days and months a text goes on or back: `a day later`."""
    place = next((p for p, word in enumerate(words) if _unit(word)), None)
    later, earlier = sayings.single("varying", "later"), sayings.single("varying", "earlier")
    sign = next((1 if w in later else -1 for w in words if w in later | earlier), 0)
    if place is None or not sign:
        return None
    before = words[place - 1] if place else ""
    count = sign * int(small(before) or (before if before.isdigit() else "1"))
    unit = _unit(words[place])
    return count * _DAYS.get(unit, 0), count * _MONTHS.get(unit, 0)


def _unit(word: str) -> str:
    singular = word.removesuffix("s")
    return singular if singular in _DAYS or singular in _MONTHS else ""


def _shifted(day: str, days: int, months: int) -> str:
    """Return a day so many days or months away from another; of a shorter month the last."""
    there = date.fromisoformat(day)
    month = there.year * 12 + there.month - 1 + months
    year, month = divmod(month, 12)
    if not date.min.year < year < date.max.year:
        return ""
    last = monthrange(year, month + 1)[1]
    there = there.replace(year=year, month=month + 1, day=min(there.day, last))
    return (there + timedelta(days=days)).isoformat()


def _is_day(parts: Sequence[str]) -> bool:
    """Tell whether a year, a month and a day are one in the calendar."""
    year, month, day = map(int, parts)
    return 1 <= month <= 12 and 1 <= day <= monthrange(max(1, year), month)[1]
