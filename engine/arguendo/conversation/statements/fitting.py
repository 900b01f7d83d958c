"""How well a piece of text fits a phrase and a statement: the sums, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from arguendo.conversation.entities.mentions import DIRECT, Mention
from arguendo.conversation.statements import associations
from arguendo.conversation.statements.analysis import Analysis, Unit
from arguendo.conversation.statements.index import Index, quality
from arguendo.conversation.statements.order import is_headless, is_reversed
from arguendo.conversation.statements.phrases import Phrase

IN_PHRASE, BESIDE = 1.95, 1.03
"""What an argument is worth whose slot stands in the phrase, and one whose slot does not."""
SALIENCE = 0.8
"""What it is worth that words speak for a predicate as a whole, beside the best phrase."""
SAID = 0.5
"""How well an argument must be spoken for to count where it goes without saying."""
BOTH, SEEN = 0.8, 0.8
"""How much it tells that a phrase is complete, and that the text is accounted for: exponents."""
UNKNOWN, MOST = 1.2, 3.0
"""What a word of the text weighs that the rule base does not know, and what any weighs at most."""
COMPLETE = 1.06
"""How much likelier a statement is of which a phrase says all that the text does, and no more."""
AGAIN = 0.3
"""What it is worth that a word of the text fits a second word of the phrase."""
UNFORESEEN = 0.8
"""How likely a statement is that nobody foresaw, beside one that the rule base knows."""
OTHERS = 0.85
"""How likely a statement is beside which something else is named."""
HALF_DENIED, MISSED = 0.85, 0.3
"""How likely a denial is of which so much is missing: it may be just what makes it one."""
BY_MEMBER = 0.77
"""How likely a statement is about one of several that are named together."""
TURNED = 0.9
"""How likely a reading is by which the text denies what the phrase affirms, or the reverse."""
UNQUOTED = 0.6
"""How likely a reading is by which nobody denies what the text says that somebody denies."""
OPPOSITE = 0.97
"""How likely a reading is by which words mean the opposite of each other."""
REVERSED = 0.75
"""How likely a reading is that takes names in another order than the phrase."""
HEADLESS = 0.75
"""How likely a reading is in which the phrase's subject is not named, but something else is."""
LED_OTHERWISE, LED_ASTRAY = 3.0, 0.6
"""What the text lacks that says *on* a day where the phrase says *until*, or the reverse, and how
likely it is meant so."""
NAMES_ONLY = 0.45
"""How likely a reading is that rests on names alone."""


class Told(NamedTuple):
    """How a piece speaks for an entity, whatever statement it is an argument of."""

    mask: int
    """The words that speak for it."""
    start: int | None
    """Where it is named."""
    evidence: float
    rivals: frozenset[str]
    """Those near it that the same words name."""
    by_member: bool
    """Whether only a group is named that it is a member of."""


Named: TypeAlias = tuple[int, int | None, bool]
"""By which words (a bit mask) a piece names an entity, where, and whether only by its group."""

Near: TypeAlias = tuple[float, Unit | None, str, str]
"""How well something in a text fits a unit of a phrase, what it is, by which feature, and of which
sort that is: by its first letter.

Where nothing does, the entity that the unit names, if it names one."""


@dataclass
class Piece:
    """A piece of text to be matched."""

    analysis: Analysis
    evidence: dict[str, float]
    """How well each entity is spoken for."""
    features: dict[str, Unit]
    weights: list[tuple[float, int]]
    """What each unit weighs if it is left unexplained, and its words as a bit mask."""
    total: float
    pointed: str = ""
    """Whom *he* or *she* takes up, if that is one person only."""
    things: dict[str, int] = field(default_factory=dict)
    """The words (a bit mask) that speak of something without naming it."""
    named: dict[str, Named] = field(default_factory=dict)
    """How its names speak for the entities that they reach."""
    led: dict[int, int] = field(default_factory=dict)
    """In which sense a preposition leads to a day or number, by where that begins."""
    salience: dict[str, float] = field(default_factory=dict)
    """How much the words speak for each target as a whole."""
    typical: dict[str, float] = field(default_factory=dict)
    """The same as a share of the target that they speak for most."""
    told: dict[str, float] = field(default_factory=dict)
    """How much likelier the words are for each target than in general, as such a share."""
    associated: associations.Told = associations.NOTHING_TOLD
    """How likely the words make statements, as the rule base associates them."""
    shared: tuple[dict[int, float], dict[int, float]] | None = None
    """What the units that a phrase may share are worth, for phrases of statements and of things;
    None until it was summed up."""
    likely: list[Phrase] | None = None
    """The phrases of statements that share most with it; None until they were found."""
    nearest: dict[int, Near] = field(default_factory=dict)
    """What fits the units of phrases best, by their kinds, as far as that was told."""
    arguments: dict[str, Told] = field(default_factory=dict)
    """How it speaks for entities, as far as that was told."""
    strangers: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    """What is named beside some words (a bit mask), as far as that was told."""
    exact: dict[int, float] = field(default_factory=dict)
    """How much of what fits phrases does so by the same word, as far as that was told."""
    _left: dict[int, tuple[float, float, float]] = field(default_factory=dict)

    def left(self, used: int) -> tuple[float, float, float]:
        """Tell of the words that are not among those used what they weigh.

        With it come the share of the words that are, and how likely that makes a reading.
        """
        found = self._left.get(used)
        if found is None:
            left = sum([weight for weight, mask in self.weights if not mask & used])
            seen = 1 - left / (self.total + 1e-9) if self.total else 0.0
            found = self._left[used] = left, seen, (0.3 + 0.7 * seen) ** SEEN
        return found


class Fit(NamedTuple):
    """How the words of a phrase fit those of a piece."""

    matched: float
    missing: float
    words: float
    """What fits apart from names."""
    turned: bool
    """Whether words mean the opposite of each other."""
    mask: int
    """The words of the piece that fit."""
    promise: float
    """How likely the phrase is meant by its words: what is said whole before what has more."""


class Way(NamedTuple):
    """One way to read a piece as a statement: by one phrase, or by names alone."""

    found: float
    """How likely the statement is meant, before it is compared with others."""
    positive: bool
    """Whether the piece affirms it, read so."""
    told: float
    """How much of what the phrase says is said: 0 to 1."""
    seen: float
    """How much of the piece is accounted for: 0 to 1."""
    left: float
    """What is not accounted for, weighed."""
    phrase: Phrase | None = None
    fit: Fit | None = None


class Spoken(NamedTuple):
    """How well a piece speaks for the arguments of a statement."""

    arguments: tuple[str, ...]
    evidence: tuple[float, ...]
    missed: tuple[float, ...]
    """How much each argument is missed when it is not spoken for."""
    starts: tuple[int | None, ...]
    """Where each argument is named."""
    mask: int
    """The words that speak for any of them."""
    strangers: tuple[Mention, ...]
    """What else is named."""
    beside: bool
    """Whether something else is spoken of without being named."""
    foreseen: bool
    by_member: bool
    """Whether a group is named, and the statement is about one of its members only."""
    displaced: int = 0
    """How many arguments are not named though something else is that could stand there."""
    least: float = 0.0
    """How well the argument is spoken for that is so least."""
    named: bool = True
    """Whether any argument is named."""
    associated: float | None = None
    """How much the words speak for the statement; None where the rule base does not tell."""


def weigh(index: Index, unit: Unit) -> float:
    """Weigh a unit of the text that is left unexplained."""
    weight = max(map(index.weight, unit.features))
    return (min(weight, MOST) if weight else UNKNOWN) * unit.share


def compare(phrase: Phrase, piece: Piece) -> Fit:
    """Compare the words of a phrase with those of a piece."""
    matched = missing = words = 0.0
    mask = 0
    turned: dict[int, bool] = {}
    nearest = piece.nearest
    for unit in phrase.units or ():
        weight = unit.weight
        worth, there, feature, sort = nearest.get(unit.kind) or _nearest(unit, piece)
        if there is None:
            worth = piece.evidence.get(feature, 0.0) if feature else 0.0
            matched += weight * worth
            missing += weight * (1 - worth)
            continue
        own = there.mask
        missing += weight * (1 - worth) * 0.5
        if sort != "@":
            words += weight * worth
        matched += weight * worth * (AGAIN if mask & own else 1.0)
        if sort == "*" or turned:
            turned[own] = unit.signs.get(feature, 1) != there.signs.get(feature, 1)
        mask |= own
    whole = matched + missing
    promise = matched * (matched / whole) ** 2 if whole else 0.0
    opposite = bool(turned) and sum(turned.values()) % 2 == 1
    return Fit(matched, missing, words, opposite, mask, promise)


def pairs(phrase: Phrase, piece: Piece) -> Iterator[tuple[Unit, Unit, str]]:
    """Go through what fits: a unit of the phrase, one of the text, and what they share."""
    for unit in phrase.units or ():
        _, there, feature, _ = piece.nearest.get(unit.kind) or _nearest(unit, piece)
        if there is not None:
            yield unit, there, feature


def _nearest(unit: Unit, piece: Piece) -> Near:
    """Find what in the text fits a unit best, and remember it for all units that are alike."""
    first = unit.features[0]
    worth, there, feature = 0.0, None, first[1:] if first[0] == "@" else ""
    for own in unit.features:
        candidate = own if own in piece.features else f"~{own}"
        found = piece.features.get(candidate)
        if found is None:
            continue
        fits = quality(candidate)
        if candidate[0] == "*":
            fits *= min(unit.clarity, found.clarity)
        if fits > worth:
            worth, there, feature = fits, found, candidate
    near = piece.nearest[unit.kind] = worth, there, feature, feature[:1]
    return near


def score(phrase: Phrase, piece: Piece, fit: Fit, spoken: Spoken) -> Way:
    """Score a statement put by a phrase: how likely it is meant, and how much of all fits."""
    matched, missing = fit.matched, fit.missing
    slots, named = phrase.slots, phrase.named
    for place, argument in enumerate(spoken.arguments):
        if argument not in named:
            evidence, missed = spoken.evidence[place], spoken.missed[place]
            inside = place in slots
            worth = IN_PHRASE if inside else BESIDE
            matched += worth * evidence
            if evidence >= SAID or inside or missed >= 1:  # else it goes without saying
                missing += worth * (1 - evidence) * missed
    if is_led_otherwise(phrase, piece, spoken):
        missing += LED_OTHERWISE
    left, seen, likely = piece.left(fit.mask | spoken.mask)
    told = matched / (matched + missing + 1e-9)
    found = (matched + SALIENCE * piece.salience.get(phrase.target, 0.0)) * told**BOTH
    found *= likely
    if not left and fit.words and not fit.missing and spoken.least >= DIRECT:
        found *= COMPLETE
    turned = phrase.negated != piece.analysis.negated
    positive = phrase.affirms != (turned != fit.turned)
    likely = _likelihood(phrase, piece, fit, spoken)
    return Way(found * likely, positive, told, seen, left, phrase, fit)


def _likelihood(phrase: Phrase, piece: Piece, fit: Fit, spoken: Spoken) -> float:
    likely = 1.0 if spoken.foreseen else UNFORESEEN
    if phrase.negated != piece.analysis.negated:
        likely *= TURNED
    if piece.analysis.quoted and not (phrase.quoted or phrase.denies or fit.turned):
        likely *= UNQUOTED
    if fit.turned:
        likely *= OPPOSITE
    if not phrase.affirms and fit.missing > MISSED * phrase.weight:
        likely *= HALF_DENIED
    if spoken.named and len(spoken.starts) > 1 and not piece.analysis.joined:
        likely *= _order(phrase, piece, spoken)
    if not fit.words and phrase.wordy:
        likely *= NAMES_ONLY
    if spoken.by_member:
        likely *= BY_MEMBER
    others = int(spoken.beside)
    if spoken.strangers:
        others += sum([phrase.named.isdisjoint(m.entities) for m in spoken.strangers])
    return likely * OTHERS ** min(2, others) if others else likely


def is_led_otherwise(phrase: Phrase, piece: Piece, spoken: Spoken) -> bool:
    """Tell whether a day is led to in another sense than in the phrase."""
    if not (phrase.led and piece.led):
        return False
    senses = (
        (sense, piece.led.get(-1 if (start := spoken.starts[place]) is None else start, sense))
        for place, sense in phrase.led.items()
    )
    return any(own != said for own, said in senses)


def _order(phrase: Phrase, piece: Piece, spoken: Spoken) -> float:
    """Tell how likely a reading is from the order in which the text names entities."""
    if is_reversed(phrase, piece.analysis.passive, spoken.arguments, spoken.starts):
        return REVERSED
    return HEADLESS if is_headless(phrase, spoken.starts) else 1.0
