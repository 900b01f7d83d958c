"""A text taken apart into what counts as one when texts are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from arguendo.conversation.english.meanings import WIDER, Meaning, meanings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.voice import is_passive
from arguendo.conversation.entities.mentions import Mention, Names
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.widened import set_apart

HOLE = "qzslot"
"""The word that stands for a slot while a phrase is taken apart."""
IN_PASSING = 0.35
"""How much a word without content of its own weighs that carries a meaning."""
FEW_MEANINGS = 2
"""A word with more meanings than these carries each of them less surely."""

_REPORTS = words_of("reporting")
"""Meanings after which *not* belongs to what is promised or said."""
_SUBJECTS = words_of("he_or_she")
_AGAIN = words_of("denied_again")
"""Words that only deny again what is denied before them: `nobody offers nothing`."""


@dataclass(slots=True)
class Unit:
    """A word, a name or an idiom."""

    features: tuple[str, ...]
    """Stems, `*meaning`, `@entity`; those of entities first. An idiom's stems are one feature.

    In a text, `~stem` besides: what the rule base has that is derived from one, or one from it."""
    places: tuple[int, ...]
    share: float = 1.0
    """How much of its weight counts."""
    signs: dict[str, int] = field(default_factory=dict)
    """The sign of each meaning: -1 when the words mean the opposite."""
    clarity: float = 1.0
    """How surely it carries any one of its meanings."""
    weight: float = 0.0
    mask: int = 0
    """The places as a bit mask."""
    kind: int = 0
    """In a phrase: the same for units that fit the same."""

    @property
    def is_name(self) -> bool:
        """Whether it names an entity."""
        return self.features[0][0] == "@"


@dataclass(slots=True)
class Analysis:
    """A text taken apart: units, names, and whether it is turned around."""

    units: list[Unit]
    mentions: list[Mention]
    negated: bool
    denies: bool = False
    """Whether a word of denial stands in it anywhere."""
    joined: bool = False
    """Whether two of its names stand side by side, or with *and*: their order tells nothing."""
    passive: bool = False
    """Whether who acts stands behind *by*."""
    quoted: bool = False
    """Whether something is denied in what is promised or said: `says that he is not after it`."""
    subject: int | None = None
    """Where *he* or *she* stands, if either does."""


def analyse(words: Sequence[str], names: Names, own: bool = False) -> Analysis:
    """Take a text's words apart, or a rule base's `own`."""
    lists = word_lists()
    stems = [stem(word) for word in words]
    blank = frozenset(p for p, word in enumerate(words) if word in lists.possessives)
    meant = meanings(stems, blank, names.wider)
    if names.wider:
        meant = set_apart(meant, stems, names, own=own)
    found = [each for each in meant if not _is_future(words, each.places)]
    idiomatic = {p for meaning in found if len(meaning.places) > 1 for p in meaning.places}
    mentions = [m for m in names.find(words) if not _swallowed(m, found, words)]
    named = {place for m in mentions for place in range(m.start, m.end)}
    groups = _carrying([m for m in found if named.isdisjoint(m.places)], stems)
    for place, word in enumerate(words):
        if place not in named and place not in idiomatic and word != HOLE:
            _add_word(groups, place, stems[place], passing=word in lists.stop)
    units = [*(_of_mention(mention, stems) for mention in mentions), *groups.values()]
    for unit in units:
        unit.mask = mask_of(unit.places)
    joined = any(_side_by_side(words, one, two) for one, two in pairwise(mentions))
    holes = {place for place, word in enumerate(words) if word == HOLE}
    passive = is_passive(words, named | holes)
    subject = next((p for p, w in enumerate(words) if w in _SUBJECTS and p not in named), None)
    if lists.negation.isdisjoint(words) and lists.negating_verbs.isdisjoint(stems):
        plain = False, False, joined, passive, False, subject
        return Analysis(units, mentions, *plain)
    reports = (
        m.places[0]
        for m in found
        if m.name in _REPORTS and named.isdisjoint(m.places) and not _is_subject(words, m.places)
    )
    joints = words_of("joints")
    quoted = min(reports, default=len(words))
    fixed = named | idiomatic
    turning = [p for p in range(len(words)) if p not in fixed and _turns(words, stems, p)]
    ends = next((p for p in range(quoted + 1, len(words)) if words[p] in joints), len(words))
    inside = [p for p in turning if words[p] == "not" and quoted < p < ends]
    turned = [p for p in turning if p not in inside]
    turned = [p for p in turned if words[p] not in _AGAIN or p == turned[0]]
    denies = any(w in lists.negation for p, w in enumerate(words) if p not in named)
    told = len(turned) % 2 == 1, denies, joined, passive, bool(inside), subject
    return Analysis(units, mentions, *told)


def _is_future(words: Sequence[str], places: Sequence[int]) -> bool:
    """Tell whether *will* only denies what is to come: `she will not pay`, not `is she willing`."""
    denied = words[places[0] + 1 : places[0] + 2] == ["not"]
    return len(places) == 1 and denied and words[places[0]] in words_of("of_the_future")


def _is_subject(words: Sequence[str], places: Sequence[int]) -> bool:
    """Tell whether a verb follows on words, which then say nothing: `his word is not enough`."""
    return "".join(words[places[-1] + 1 : places[-1] + 2]) in word_lists().auxiliaries


def _side_by_side(words: Sequence[str], one: Mention, two: Mention) -> bool:
    """Tell whether the order of two names tells nothing: `Ama and Ben`, `the Ama-Ben deal`."""
    between = tuple(words[one.end : two.start])
    return two.start >= one.end and between in ((), ("and",))


def merge(analysis: Analysis, mentions: Sequence[Mention]) -> None:
    """Let words be names after all: a date, a number."""
    taken = {place for mention in analysis.mentions for place in range(mention.start, mention.end)}
    for mention in mentions:
        places = tuple(range(mention.start, mention.end))
        if taken.isdisjoint(places):
            kept = [unit for unit in analysis.units if not set(places) >= set(unit.places)]
            named = Unit(tuple(f"@{entity}" for entity in mention.entities), places)
            named.mask = mask_of(places)
            analysis.units = [*kept, named]
            analysis.mentions = sorted((*analysis.mentions, mention), key=lambda m: m.start)


def mask_of(places: Iterable[int]) -> int:
    """Return places as a bit mask."""
    found = 0
    for place in places:
        found |= 1 << place
    return found


def _carrying(found: Sequence[Meaning], stems: Sequence[str]) -> dict[tuple[int, ...], Unit]:
    """Make a unit of each word or idiom that carries meanings."""
    groups: dict[tuple[int, ...], Unit] = {}
    for meaning in found:
        unit = groups.setdefault(meaning.places, Unit((), meaning.places))
        unit.features += (f"*{meaning.name}",)
        unit.signs[f"*{meaning.name}"] = meaning.sign
    for places, unit in groups.items():
        if len(places) > 1:
            unit.features += (" ".join(stems[place] for place in places),)
        own = sum(name[-1] != WIDER for name in unit.signs) or len(unit.signs)
        if own > FEW_MEANINGS:
            unit.clarity = (FEW_MEANINGS / own) ** 0.5
    return groups


def _swallowed(mention: Mention, found: Sequence[Meaning], words: Sequence[str]) -> bool:
    """Tell whether a common noun is only part of an idiom: *talk out of both sides*.

    Small words make none of it: *in black and white* may name colors.
    """
    if mention.proper:
        return False
    small, own = word_lists().stop, set(range(mention.start, mention.end))
    around = (set(m.places) - own for m in found if own & set(m.places))
    return any(words[place] not in small for places in around for place in places)


def _add_word(groups: dict[tuple[int, ...], Unit], place: int, word: str, passing: bool) -> None:
    alone = groups.get((place,))
    if alone:
        alone.share = IN_PASSING if passing else 1.0
        alone.features += (word,)
    elif not passing:
        groups[(place,)] = Unit((word,), (place,))


def _of_mention(mention: Mention, stems: Sequence[str]) -> Unit:
    inner = stems[mention.start : mention.end]
    features = tuple(f"@{entity}" for entity in mention.entities)
    return Unit((*features, *inner), tuple(range(mention.start, mention.end)))


def _turns(words: Sequence[str], stems: Sequence[str], place: int) -> bool:
    """Tell whether a word turns the clause around."""
    lists = word_lists()
    if words[place] == "nor" and "neither" in words[:place]:
        return False
    if words[place] in lists.negation:
        return True
    return _turns_verb(words, stems, place)


def _turns_verb(words: Sequence[str], stems: Sequence[str], place: int) -> bool:
    """Tell whether a word turns a verb around that follows it: `they stop paying`."""
    following = words[place + 1] if place + 1 < len(words) else ""
    denies = following in ("to", "any") or following.endswith("ing")
    return stems[place] in word_lists().negating_verbs and denies


def turns_verb(words: Sequence[str]) -> bool:
    """Tell whether an odd number of words turn around what a verb behind them says."""
    stems = [stem(word) for word in words]
    return sum(_turns_verb(words, stems, place) for place in range(len(words))) % 2 == 1
