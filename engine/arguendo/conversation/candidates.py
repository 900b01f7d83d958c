"""Which statements a piece of text speaks of, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappush, heapreplace, nlargest, nsmallest
from itertools import product
from operator import itemgetter

from arguendo.case import Case
from arguendo.conversation.analysis import Unit, analyse, mask_of, merge
from arguendo.conversation.fitting import (
    BOTH,
    Fit,
    Piece,
    Spoken,
    Way,
    compare,
    score,
    weigh,
)
from arguendo.conversation.foreseen import foreseen
from arguendo.conversation.index import MEANT, Index, Phrase
from arguendo.conversation.mentions import DIRECT
from arguendo.conversation.naming import ENOUGH_TO_FILL, Naming
from arguendo.conversation.readings import Option, Prior, Reading, levelled
from arguendo.statements import Slot, Statement

MOST_COMPARED = 16
"""Statements that are compared with each other."""
MOST_ALIKE = 4
"""Phrases looked at closely that put the same statement."""
NAMES = 2.9
"""What the names in a phrase are worth about, before they are looked at."""
MOST_PHRASES, MOST_THINGS = 100, 30
"""Phrases looked at closely for one piece of text: of statements, and of what is argued about."""
MOST_FILLERS = 4
ENOUGH_OF_A_THING = 0.6
"""How much of a thing's name must be said in other words for it to be meant."""
WITHOUT_NAME = 0.85
DESCRIBED = 0.98
"""How well somebody is spoken for who is told of by a relation to another."""
UNSAID = 0.3
"""How well the only entity of its kind is spoken for when it is not named."""
BY_NAMES = 2.8
"""The score of a statement of which only the arguments are named."""


_worth = itemgetter(1)


class Matcher:
    """Matches pieces of text with the statements of one case."""

    def __init__(self, index: Index, case: Case) -> None:
        """Take the index of the case's rule base."""
        self.index = index
        self.foreseen = foreseen(case.rulebase, case.graph, index.names)
        self._naming = Naming(index, self.foreseen)
        self._options: dict[int, list[Reading]] = {}
        self._pieces: dict[tuple[tuple[str, ...], tuple[tuple[str, float], ...]], Piece] = {}

    def piece(self, words: Sequence[str], around: Mapping[str, float] | None = None) -> Piece:
        """Take a piece of text apart; `around` are entities spoken of nearby, with weights."""
        key = (tuple(words), tuple((around or {}).items()))
        if key not in self._pieces:
            self._pieces[key] = self._piece(words, around or {})
        return self._pieces[key]

    def _piece(self, words: Sequence[str], around: Mapping[str, float]) -> Piece:
        analysis = analyse(words, self.index.names)
        merge(analysis, self.foreseen.literals.find(words))
        features: dict[str, Unit] = {}
        for unit in analysis.units:
            for feature in unit.features:
                features.setdefault(feature, unit)
        weights = [(weigh(self.index, unit), unit.mask) for unit in analysis.units]
        total = sum(weight for weight, _ in weights)
        evidence = self.index.names.evidence(analysis.mentions)
        piece = Piece(analysis, evidence, features, weights, total)
        self._add_things(piece)
        self._add_described(piece, words)
        plain = dict.fromkeys(self.foreseen.only_ones, UNSAID)
        for entity, weight in (*plain.items(), *around.items()):
            evidence[entity] = max(evidence.get(entity, 0.0), weight)
        self._add_salience(piece)
        return piece

    def _add_things(self, piece: Piece) -> None:
        """Find what is argued about without being named: `taking Kim out` for regime change."""
        for phrase in self._likely(piece, things=True):
            fit = compare(phrase, piece)
            coverage = fit.matched / (phrase.weight or 1.0)
            denied = phrase.denies and not piece.analysis.denies
            if coverage <= ENOUGH_OF_A_THING or fit.turned or denied:
                continue
            thing = phrase.target[1:]
            members = self.index.names.members.get(thing, ())
            for entity, weight in ((thing, coverage), *((m, 0.9 * coverage) for m in members)):
                if WITHOUT_NAME * weight > piece.evidence.get(entity, 0.0):
                    piece.evidence[entity] = WITHOUT_NAME * weight
                    piece.things[entity] = fit.mask

    def _add_described(self, piece: Piece, words: Sequence[str]) -> None:
        """Find who is described by another: `Ama's mother`. That other is then meant less."""
        mentions = piece.analysis.mentions
        for found in self.foreseen.descriptions.find(words, mentions):
            if any(piece.evidence.get(entity, 0.0) >= DIRECT for entity in found.entities):
                continue
            inside = tuple(range(found.start, found.end))
            for entity in found.entities:
                piece.evidence[entity] = max(piece.evidence.get(entity, 0.0), DESCRIBED)
                piece.things[entity] = piece.things.get(entity, 0) | mask_of(inside)
            if sum(found.by in mention.entities for mention in mentions) == 1:
                piece.evidence[found.by] = min(piece.evidence[found.by], ENOUGH_TO_FILL)

    def _add_salience(self, piece: Piece) -> None:
        told: dict[str, float] = {}
        for unit in piece.analysis.units:
            best: dict[str, float] = {}
            for feature in unit.features:
                worth = self.index.fit(feature) * unit.share * unit.clarity
                for target, (weight, likelier) in self.index.salience(feature).items():
                    gain = likelier * unit.share * (MEANT if feature[0] == "*" else 1.0)
                    best[target] = max(best.get(target, 0.0), gain)
                    if piece.features[feature] is unit:
                        found = piece.salience.get(target, 0.0)
                        piece.salience[target] = found + worth * weight
            for target, gain in best.items() if not unit.is_name else ():
                told[target] = told.get(target, 0.0) + gain
        piece.typical |= _shares(piece.salience)
        piece.told |= _shares(told)

    def _likely(self, piece: Piece, things: bool = False) -> list[Phrase]:
        """Find the phrases that share most with a piece, roughly."""
        index = self.index
        if piece.shared is None:
            piece.shared = self._shared(piece)
        most = MOST_THINGS if things else MOST_PHRASES
        best: list[tuple[float, int]] = []
        for number, worth in sorted(piece.shared[things].items(), key=_worth, reverse=True):
            matched = worth + NAMES
            if len(best) == most and matched < best[0][0]:
                break  # no phrase promises more than what it shares
            weight = index.rough.get(number) or index.rough_weight(number)
            whole = (weight if weight > worth else worth) + NAMES
            found = (matched * (matched / whole) ** BOTH, -number)
            if len(best) < most:
                heappush(best, found)
            elif found > best[0]:
                heapreplace(best, found)
        return [index.phrase(-number) for _, number in sorted(best, reverse=True)]

    def _shared(self, piece: Piece) -> tuple[dict[int, float], dict[int, float]]:
        """Tell for each phrase what the units of a piece that it may share are worth.

        Phrases of statements stand apart from those of things.
        """
        index = self.index
        sums: dict[int, float] = {}
        for unit in piece.analysis.units:
            shared: dict[int, float] = {}
            for feature in sorted(unit.features, key=index.fit):
                worth = index.fit(feature)
                worth *= unit.share * (unit.clarity if feature[0] == "*" else 1.0)
                shared.update(dict.fromkeys(index.numbers(feature), worth))
            for number, worth in shared.items():
                sums[number] = sums.get(number, 0.0) + worth
        first = index.first_thing
        things = {number: worth for number, worth in sums.items() if number >= first}
        for number in things:
            del sums[number]
        return sums, things

    def read(self, piece: Piece, prior: Prior, most: int = 6) -> list[Reading]:
        """List the statements that a piece may speak of, the likeliest first."""
        return levelled(self.ranked(piece, prior, most))

    def ranked(self, piece: Piece, prior: Prior, most: int = 6) -> list[Reading]:
        """List them with scores that can be compared from piece to piece."""
        key = id(piece)
        if key not in self._options:  # a piece lives as long as the matcher that made it
            self._options[key] = self._compared(piece)
        best: dict[Statement, tuple[float, float, Reading]] = {}
        for reading in self._options[key]:
            likely = prior(reading.statement, reading.positive)
            score = reading.score * likely
            known = best.get(reading.statement)
            if known is None or known[0] < score:
                best[reading.statement] = score, likely, reading
        chosen = nsmallest(most, best.values(), key=lambda each: (-each[0], each[2].statement.key))
        return [reading.times(likely) for _, likely, reading in chosen]

    def _compared(self, piece: Piece) -> list[Reading]:
        """Compare a piece with the likeliest phrases, whatever question it belongs to."""
        options = _Options(self, piece)
        for phrase, fit in _fitting(self._likely(piece), piece):
            for option in options.put_by(phrase):
                option.ways.append(score(phrase, piece, fit, option.spoken))
        for statement in self._all_named(piece):
            options.add(statement)
        return [reading for option in options.best() for reading in option.readings(piece)]

    def nearest(self, piece: Piece, statement: Statement) -> tuple[float, Phrase] | None:
        """Return the phrase by which a piece is nearest to a statement, with how near."""
        spoken = self.spoken(statement, piece)
        fitting = (
            (score(phrase, piece, compare(phrase, piece), spoken).found, phrase)
            for phrase in self._likely(piece)
            if phrase.target == statement.predicate
        )
        return max(fitting, key=lambda found: found[0], default=None)

    def _all_named(self, piece: Piece) -> Iterator[Statement]:
        """Find the known statements of which every argument is named, or goes without saying."""
        if not piece.analysis.mentions:
            return
        for statement in self.foreseen.all:
            evidence = [piece.evidence.get(each, 0.0) for each in statement.arguments]
            plain = [
                weight >= DIRECT or argument in self.foreseen.only_ones
                for weight, argument in zip(evidence, statement.arguments, strict=True)
            ]
            if len(plain) > 1 and all(plain) and max(evidence) >= DIRECT:
                yield statement

    def spoken(self, statement: Statement, piece: Piece) -> Spoken:
        """Tell how well a piece speaks for a statement's arguments, and what else it names."""
        return self._naming.spoken(statement, piece)

    # -- which statements a phrase could put

    def statements(self, phrase: Phrase, piece: Piece) -> Iterator[Statement]:
        """Go through the statements that a phrase could put here."""
        slots = self.index.rulebase.vocabulary.predicates[phrase.target].slots
        if phrase.ground is None:
            known = self.foreseen.of(phrase.target)
            yield from known
            choices = [self._fillers(slot, piece) for slot in slots]
            filled = (Statement(phrase.target, each) for each in _distinct(choices))
            yield from (statement for statement in filled if statement not in known)
            return
        yield phrase.ground
        if phrase.slots:  # others may be put into the slots of what was written about one
            ground = phrase.ground.arguments
            choices = [
                self._fillers(slot, piece) if place in phrase.slots else [ground[place]]
                for place, slot in enumerate(slots)
            ]
            others = (each for each in _distinct(choices) if each != ground)
            yield from (Statement(phrase.target, each) for each in others)

    def _fillers(self, slot: Slot, piece: Piece) -> list[str]:
        return [
            entity
            for entity, weight in piece.evidence.items()
            if weight >= ENOUGH_TO_FILL and self._suits(entity, slot)
        ][:MOST_FILLERS]

    def _suits(self, entity: str, slot: Slot) -> bool:
        """Tell whether an entity or literal may stand in a slot, itself or by its members."""
        suits = self.index.rulebase.vocabulary.suits
        members = self.index.names.members.get(entity, ())
        return suits(entity, slot) or bool(members and all(suits(each, slot) for each in members))


def _distinct(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Go through all ways to choose, nothing twice."""
    for arguments in product(*choices):
        if len(set(arguments)) == len(arguments):
            yield arguments


def _fitting(phrases: Sequence[Phrase], piece: Piece) -> Iterator[tuple[Phrase, Fit]]:
    """Compare phrases with a piece, and leave only the best few of those that put the same."""
    fits = [(phrase, compare(phrase, piece)) for phrase in phrases]
    fits.sort(key=lambda pair: -pair[1].promise)
    count: Counter[tuple[str, Statement | None, bool]] = Counter()
    for phrase, fit in fits:
        same = (phrase.target, phrase.ground, phrase.affirms)
        count[same] += 1
        if count[same] <= MOST_ALIKE:
            yield phrase, fit


class _Options:
    """All statements that a piece may speak of, as far as its phrases were looked at."""

    def __init__(self, matcher: Matcher, piece: Piece) -> None:
        self.all: dict[Statement, Option] = {}
        self._matcher, self._piece = matcher, piece
        self._of_predicate: dict[str, tuple[Option, ...]] = {}

    def put_by(self, phrase: Phrase) -> tuple[Option, ...]:
        """Return the statements that a phrase could put."""
        if phrase.ground is not None:
            return self._options(phrase)
        if phrase.target not in self._of_predicate:
            self._of_predicate[phrase.target] = self._options(phrase)
        return self._of_predicate[phrase.target]

    def _options(self, phrase: Phrase) -> tuple[Option, ...]:
        return tuple(map(self._option, self._matcher.statements(phrase, self._piece)))

    def _option(self, statement: Statement) -> Option:
        if statement not in self.all:
            spoken = self._matcher.spoken(statement, self._piece)
            lone = len(self._matcher.foreseen.of(statement.predicate)) == 1
            self.all[statement] = Option(statement, spoken, lone)
        return self.all[statement]

    def add(self, statement: Statement) -> None:
        """Add the way to read the piece as a statement of which it says the names only."""
        positive = not self._piece.analysis.negated
        self._option(statement).ways.append(Way(BY_NAMES, positive, 0.7, 0.7, 0.0))

    def best(self) -> list[Option]:
        """Return the likeliest by their best ways."""
        found = [option for option in self.all.values() if option.ways]
        return nlargest(MOST_COMPARED, found, key=lambda o: max(way.found for way in o.ways))


def _shares(worth: Mapping[str, float]) -> dict[str, float]:
    most = max(worth.values(), default=1.0)
    return {target: each / most for target, each in worth.items()}
