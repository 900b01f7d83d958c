"""Other numbers that are supposed: `the wind is only 60`, `if the price drops to 80 euros, …`.

A clause means the statement that has such a number where nothing is left over that this does not
say: each word is one of its own, a name that it takes, or says no more than that something is, or
comes to be, so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from weakref import WeakKeyDictionary

from arguendo.conversation.context import Context
from arguendo.conversation.english import numerals
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import cleaned, plain_words
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import called, units_alike, word_lists, words_of
from arguendo.conversation.reference.ourselves import speaker
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.literals import month_of
from arguendo.conversation.statements.sentences import unfilled
from arguendo.statements import Predicate, Sort, Statement, Term

HERE = "qznumber"
"""The word that stands for the number while a clause is taken apart."""
_FIGURE = re.compile(r"(?<![\w.,:/-])-?\d+(?:\.\d+)?(?![.,:/-]?\d)")
_SLOT = re.compile(r"\{([^}]*)\}")
LITTLE = 0.01
"""How much of a sentence is told by what its number is of alone."""
BY_THE_WAY = words_of("amounting") | words_of("changing")
_OURS = words_of("ours")
_THEIRS = word_lists().possessives & words_of("personal")
_ASKING = words_of("begins_question") | words_of("open_questions")


@dataclass(frozen=True)
class Amount:
    """A clause with one number, taken apart."""

    number: Term
    words: tuple[str, ...]
    place: int
    """Where the number stands."""
    shift: int = 0
    """Whether it is so much more (1) or less (-1) than now: `rises by 3`, `3 days later`."""

    is_none: bool = False
    """Whether it is said by *no*: `no children`, `not any offers`."""

    @property
    def sort(self) -> Sort:
        """What stands in the place."""
        return Sort.NUMBER

    def may_fill(self, measure: Measure) -> bool:
        """Tell whether it may stand for what a measure has; none at all only for what is one."""
        return measure.predicate.one != () or not self.is_none

    def instead_of(self, old: Term) -> Term:
        """Return what there is instead of a number."""
        if not self.shift:
            return self.number
        new = Decimal(old) + self.shift * Decimal(self.number)
        return f"{new.normalize():f}"

    def unit(self, known: frozenset[str]) -> str:
        """Return the stem of the word behind the number, where that is known as what it is of."""
        behind = self.words[self.place + 1 :]
        joint = bool(behind) and behind[0] in words_of("unit_joints")  # `940 a day`
        found = next(map(_alike, behind[joint : joint + 1]), "")
        return found if found in known else ""


@dataclass(frozen=True)
class Measure:
    """A predicate with one number, or one day, and what its sentences say."""

    predicate: Predicate
    place: int
    """Which of its slots the number fills."""
    sayings: tuple[frozenset[str], ...]
    """The stems of each of its sentences, small words and units left out."""
    small: frozenset[str]
    """The small words in them."""
    units: frozenset[str]
    """The stems of what the number is of."""

    @property
    def name(self) -> str:
        """What its number is called."""
        return self.predicate.slots[self.place].name

    @property
    def own(self) -> frozenset[str]:
        """All that its sentences say."""
        return frozenset[str]().union(*self.sayings)


def read(clause: str) -> Amount | None:
    """Take a clause with one number apart; None where there is none, or more is said of it."""
    text, none = cleaned(clause), False
    figures = [*_FIGURE.finditer(text)]
    if len(figures) > 1:
        return None
    if figures:
        (figure,) = figures
        words = plain_words(f"{text[: figure.start()]} {HERE} {text[figure.end() :]}")
        number = figure[0]
    else:
        words, number = _in_words(plain_words(text))
        if not words:
            words, number, none = _none(plain_words(text))
    place = next((p for p, word in enumerate(words) if word == HERE), None)
    if place is None or any(map(str.isdigit, words)) or not _is_plain(words, place):
        return None
    shift, left = _shift(words, place)
    if shift is None:
        return None
    return Amount(number, tuple(left), left.index(HERE), shift, none)


def _shift(words: list[str], place: int) -> tuple[int | None, list[str]]:
    """Tell by which words a clause says how much more or less something is, and take them out.

    None where it says by how much something changes, and not which way.
    """
    more, less = words_of("going_up"), words_of("going_down")
    if words[place - 1 : place] == ["by"]:
        ways = {1 if w in more else -1 for w in words[:place] if w in more | less}
        return (ways.pop() if len(ways) == 1 else None), [*words[: place - 1], *words[place:]]
    more, less = words_of("than_before_more"), words_of("than_before_less")
    for told in range(place + 1, min(place + 4, len(words))):
        if words[told] in more | less:
            return (1 if words[told] in more else -1), [*words[:told], *words[told + 1 :]]
    return 0, words


def _in_words(words: list[str]) -> tuple[list[str], Term]:
    """Find the one number in words: `six`, `a hundred and twenty`."""
    kept: list[str] = []
    found: list[str] = []
    place = 0
    while place < len(words):
        large, end = numerals.numeral(words, place)
        few = "" if words[place] == "one" else numerals.small(words[place])
        number = str(large) if large else few
        kept.append(HERE if number else words[place])
        found += [number] if number else []
        place = max(end, place + 1)
    return (kept, found[0]) if len(found) == 1 else ([], "")


def _none(words: list[str]) -> tuple[list[str], Term, bool]:
    """Find where a clause says of how much there is none: `no dogs`, `not have any dogs`."""
    nones, any_of = words_of("none_of"), words_of("any_of")
    if "not" in words and any_of.intersection(words):
        words = ["no" if word in any_of else word for word in words if word != "not"]
    places = [place for place, word in enumerate(words) if word in nones]
    if len(places) != 1 or places[0] + 1 == len(words):
        return [], "", False
    return [HERE if word in nones else word for word in words], "0", True


def _is_plain(words: Sequence[str], place: int) -> bool:
    """Tell whether a clause says how much something is: neither a day nor a question."""
    beside = words[max(0, place - 1) : place + 2]
    asks = words[0] in _ASKING or words[0] in word_lists().auxiliaries
    return not asks and not any(map(month_of, beside))


def meant(context: Context, amount: Amount) -> Statement | None:
    """Return the one statement that a clause puts in other words; None where there are others."""
    found: list[tuple[float, Statement]] = []
    for measure in measures(context, amount.sort):
        if not amount.may_fill(measure):
            continue
        share, named = _told(context, measure, amount)
        about = filled(context, measure, named, amount) if share else ()
        found += [(share, statement) for statement in about]
    most = max((share for share, _ in found), default=0.0)
    best = [statement for share, statement in found if share == most]
    return best[0] if len(best) == 1 else None


def _told(context: Context, measure: Measure, amount: Amount) -> tuple[float, list[Mention]]:
    """Tell how much of a sentence of a measure a clause says, and whom it names; nothing if more.

    What a number is of tells by itself too little, unless it is said of whom: `her hours are 50`.
    """
    names = context.index.names.find(amount.words)
    named = [m for m in names if m.proper or not _own(measure, amount.words[m.start : m.end])]
    inside = {place for mention in named for place in range(mention.start, mention.end)}
    unit = amount.unit(measure.units)
    said: set[str] = set()
    counted = bool(unit)
    for place, word in enumerate(amount.words):
        if place in inside or place == amount.place:
            continue
        if unit and place > amount.place and is_unit(measure.units, word):
            continue
        if not unit and place < amount.place and _alike(word) in measure.units:
            counted = True
            continue
        own = "" if word in word_lists().stop else _as_own(measure, word)
        if own:
            said.add(own)
        elif word not in measure.small and not is_by_the_way(context, amount, place):
            return 0.0, []
    if amount.place in inside:
        return 0.0, []
    if not said:
        of_one = named or not words_of("he_or_she").isdisjoint(amount.words)
        return (LITTLE, named) if counted and of_one else (0.0, [])
    share = max(len(said & each) / len(each) for each in measure.sayings if each)
    return share, named


def _as_own(measure: Measure, word: str) -> str:
    """Return the stem by which a measure has a word, or one of kin: *kids* for its *children*."""
    if stem(word) in measure.own:
        return stem(word)
    alike = (own for own in measure.own if stem(word) in map(stem, called(own)))
    return next(alike, "")


def is_unit(units: frozenset[str], word: str) -> bool:
    """Tell whether a word behind a number says what it is of."""
    return _alike(word) in units or word in words_of("unit_joints")


def _own(measure: Measure, words: Sequence[str]) -> bool:
    """Tell whether a measure says itself what could be a name."""
    return {stem(word) for word in words} <= measure.own


def is_by_the_way(context: Context, amount: Amount, place: int) -> bool:
    """Tell whether a word says no more than that something is, or comes to be, so much.

    So does one that no statement has before `down to 20`, or before `to 20` of nobody.
    """
    word = amount.words[place]
    if word in _THEIRS | _OURS:
        return True
    if word in BY_THE_WAY or stem(word) in map(stem, words_of("changing")):
        return True
    if word in words_of("making"):
        before = amount.words[max(0, place - 1) : place]
        return place + 1 == amount.place and words_of("being").isdisjoint(before)
    if word in word_lists().stop:
        return False
    following = amount.words[place + 1 : amount.place]
    if len(following) == 2:
        return following[0] in words_of("moving_towards") and following[1] == "to"
    if stem(word) in context.index.vocabulary:
        return False
    named = context.index.names.find(amount.words)
    people = context.index.names.people
    of_nobody = all(people.isdisjoint(mention.entities) for mention in named)
    return following == ("to",) and of_nobody


def filled(
    context: Context, measure: Measure, named: Sequence[Mention], amount: Amount
) -> list[Statement]:
    """List the statements with a number that are about whom a clause names, or points to."""
    vocabulary, place = context.case.rulebase.vocabulary, measure.place
    pronouns = [] if named else [w for w in amount.words if w in words_of("personal")]
    mine = speaker(context, amount.words)
    found: dict[Statement, None] = {}
    for known in holding(context, measure):
        arguments = [*known.arguments]
        fits = all(not {*arguments}.isdisjoint(mention.entities) for mention in named)
        arguments[place] = amount.instead_of(arguments[place])
        new = Statement(known.predicate, tuple(arguments))
        fits = fits and (not pronouns or _may_mean(context, known, pronouns))
        fits = fits and (mine is None or mine in arguments)
        if fits and vocabulary.fits(new):
            found[new] = None
    if len(found) > 1:
        near = {*context.focus, *context.topic}
        found = {s: None for s in found if near.issuperset(_besides(measure, s))}
    return [*found]


def _may_mean(context: Context, known: Statement, pronouns: Sequence[str]) -> bool:
    """Tell whether pronouns may mean who was last spoken of, and a statement speaks of them."""
    last = context.last_person(pronouns)
    return context.fits(known, pronouns) and (last is None or last in known.arguments)


def holding(context: Context, measure: Measure) -> Iterator[Statement]:
    """Go through what is known to be so, or may be, of a measure; what is so goes first."""
    known = context.matcher.foreseen.of(measure.predicate.id)
    assumed = (s for s in context.case.assumptions if s.predicate == measure.predicate.id)
    every = dict.fromkeys((*assumed, *known))
    return iter(sorted(every, key=lambda each: not context.holds(each)))


def others(context: Context, new: Statement, sort: Sort = Sort.NUMBER) -> Iterator[Statement]:
    """Go through the facts that say the same with another number, or another day."""
    for measure in measures(context, sort):
        if measure.predicate.id == new.predicate:
            rest = _besides(measure, new)
            for fact in context.case.facts:
                same = fact.predicate == new.predicate and _besides(measure, fact) == rest
                if same and fact != new:
                    yield fact


def _besides(measure: Measure, statement: Statement) -> tuple[Term, ...]:
    """Return what stands in a statement besides its number."""
    terms = enumerate(statement.arguments)
    return tuple(term for place, term in terms if place != measure.place)


_KEPT: WeakKeyDictionary[Index, dict[Sort, tuple[Measure, ...]]] = WeakKeyDictionary()
"""What has a number or a day, by the index of its rule base: every turn may suppose one."""


def measures(context: Context, sort: Sort = Sort.NUMBER) -> tuple[Measure, ...]:
    """Return the predicates that have one number, or one day."""
    kept = _KEPT.setdefault(context.index, {})
    if sort not in kept:
        known = context.case.rulebase.vocabulary.predicates.values()
        kept[sort] = tuple(_measure(e, sort) for e in known if len(_of_sort(e, sort)) == 1)
    return kept[sort]


def _of_sort(predicate: Predicate, sort: Sort) -> list[int]:
    return [place for place, slot in enumerate(predicate.slots) if sort.value in slot.kinds]


def _measure(predicate: Predicate, sort: Sort) -> Measure:
    (place,) = _of_sort(predicate, sort)
    name = predicate.slots[place].name
    says = [each for each in (predicate.says, *predicate.also) if not _denies(each)]
    units = frozenset(unit for each in says for unit in _units(each, name))
    sayings = (
        frozenset(
            stem(word)
            for word in unfilled(each)
            if word not in word_lists().stop and _alike(word) not in units
        )
        for each in says
    )
    small = frozenset(w for each in says for w in unfilled(each) if w in word_lists().stop)
    return Measure(predicate, place, tuple(sayings), small, units)


def before(measure: Measure) -> Iterator[str]:
    """Go through the words right before the number in the sentences of a measure."""
    for says in (measure.predicate.says, *measure.predicate.also):
        words = unfilled(says.partition(f"{{{measure.name}}}")[0])
        yield words[-1] if words else ""


def _denies(says: str) -> bool:
    """Tell whether a sentence puts what it says with a *not*: what has it not is no such thing."""
    return not word_lists().negation.isdisjoint(unfilled(says))


def _units(says: str, name: str) -> Iterator[str]:
    """Go through what a number is of: `kilometres an hour`, up to the next word of another kind."""
    behind = says.partition(f"{{{name}}}")[2]
    words = plain_words(_SLOT.split(behind)[0])
    for place, word in enumerate(words):
        if word in words_of("unit_joints"):
            continue
        if place and word not in units_alike():
            return
        yield _alike(word)


def known_units(measure: Measure) -> frozenset[str]:
    """Return of what its number is, as far as that is measured the same anywhere."""
    return frozenset(unit for unit in units_alike().values() if stem(unit) in measure.units)


def _alike(word: str) -> str:
    """Return the stem of a unit as it is written in full: `km`, `kilometers`."""
    return stem(units_alike().get(word, word))
