"""Which statements a piece of text speaks of, best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest

from arguendo.case import Case
from arguendo.conversation.entities.mentions import DIRECT
from arguendo.conversation.statements.analysis import Unit, analyse, mask_of, merge
from arguendo.conversation.statements.associations import signs
from arguendo.conversation.statements.fitting import Fit, Piece, Spoken, compare, score, weigh
from arguendo.conversation.statements.foreseen import foreseen
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.leading import leads
from arguendo.conversation.statements.naming import ENOUGH_TO_FILL, Naming
from arguendo.conversation.statements.options import Options
from arguendo.conversation.statements.phrases import Phrase
from arguendo.conversation.statements.readings import Prior, Reading, levelled
from arguendo.conversation.statements.sharing import Sharing
from arguendo.statements import Statement

MOST_FITTING, MOST_ALIKE = 28, 4
"""Phrases looked at closely: of all that were compared, of those that put the same statement."""
ENOUGH_OF_A_THING = 0.6
"""How much of a thing's name must be said in other words for it to be meant."""
WITHOUT_NAME = 0.85
DESCRIBED = 0.98
"""How well somebody is spoken for who is told of by a relation to another."""
TAKEN_UP = 0.8
"""How well somebody nearby is spoken for whom a pronoun takes up."""
UNSAID = 0.3
"""How well the only entity of its kind is spoken for when it is not named."""


class Matcher:
    """Matches pieces of text with the statements of one case."""

    def __init__(self, index: Index, case: Case) -> None:
        """Take the index of the case's rule base."""
        self.index = index
        self.foreseen = foreseen(case.rulebase, case.graph, index.names)
        self._naming = Naming(index, self.foreseen)
        self._options: dict[int, list[Reading]] = {}
        self._sharing = Sharing(index)
        self._alone: dict[tuple[str, ...], Piece] = {}
        self._pieces: dict[tuple[tuple[str, ...], tuple[tuple[str, float], ...]], Piece] = {}

    def piece(self, words: Sequence[str], around: Mapping[str, float] | None = None) -> Piece:
        """Take a piece of text apart; `around` are entities spoken of nearby, with weights."""
        around = around or {}
        key = (tuple(words), tuple(around.items()))
        found = self._pieces.get(key)
        if found is None:
            alone = self._alone.get(key[0])
            if alone is None:
                alone = self._alone[key[0]] = self._taken_apart(words)
            found = self._pieces[key] = self._among(alone, around)
        return found

    def _taken_apart(self, words: Sequence[str]) -> Piece:
        """Take a piece of text apart, whatever stands around it."""
        analysis = analyse(words, self.index.names)
        literals = self.foreseen.literals.find(words)
        merge(analysis, literals)
        self._add_derived(analysis.units)
        features: dict[str, Unit] = {}
        for unit in analysis.units:
            for feature in unit.features:
                features.setdefault(feature, unit)
        weights = [(weigh(self.index, unit), unit.mask) for unit in analysis.units]
        total = sum(weight for weight, _ in weights)
        evidence = self.index.names.evidence(analysis.mentions)
        piece = Piece(analysis, evidence, features, weights, total)
        piece.led = leads(words, [each.start for each in literals])
        piece.named = self._naming.named(analysis.mentions)
        piece.associated = self.index.associations.told(signs(words, analysis.mentions))
        self._add_things(piece)
        self._add_described(piece, words)
        self._sharing.add_salience(piece)
        self._sharing.phrases(piece)
        return piece

    def _add_derived(self, units: Sequence[Unit]) -> None:
        """Let words fit those that are derived from them, or they from those: `ill`, `illness`."""
        for unit in units:
            if not unit.is_name:
                own = [f for f in unit.features if f[0] != "*" and " " not in f]
                alike = dict.fromkeys(each for word in own for each in self.index.derived(word))
                unit.features += tuple(f"~{each}" for each in alike)

    def _among(self, alone: Piece, around: Mapping[str, float]) -> Piece:
        """Add what stands around a piece to what speaks for entities."""
        evidence = dict(alone.evidence)
        plain = dict.fromkeys(self.foreseen.only_ones, UNSAID)
        for entity, weight in (*plain.items(), *around.items()):
            evidence[entity] = max(evidence.get(entity, 0.0), weight)
        pointed = self._pointed(around) if alone.analysis.subject is not None else ""
        return replace(alone, evidence=evidence, arguments={}, pointed=pointed)

    def _pointed(self, around: Mapping[str, float]) -> str:
        """Return the only person that is spoken of so much nearby that a pronoun may mean it."""
        people = self.index.names.people
        near = [e for e, w in around.items() if w >= TAKEN_UP and e in people]
        return near[0] if len(near) == 1 else ""

    def _add_things(self, piece: Piece) -> None:
        """Find what is argued about without being named: `taking Kim out` for regime change."""
        for phrase in self._sharing.things(piece):
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
        options = Options(self.index, self.foreseen, self._naming, piece)
        for phrase, fit in _fitting(self._sharing.phrases(piece), piece):
            for option in options.put_by(phrase):
                if not phrase.named or phrase.takes(option.statement.arguments):
                    option.ways.append(score(phrase, piece, fit, option.spoken))
        for statement in self._all_named(piece):
            options.add(statement)
        options.prefer_by_name()
        found = (reading for option in options.best() for reading in option.readings(piece))
        return [reading for reading in found if reading.level > 0]  # else nothing speaks for it

    def nearest(self, piece: Piece, statement: Statement) -> tuple[float, Phrase] | None:
        """Return the phrase by which a piece is nearest to a statement, with how near."""
        spoken = self.spoken(statement, piece)
        fitting = (
            (score(phrase, piece, compare(phrase, piece), spoken).found, phrase)
            for phrase in self._sharing.phrases(piece)
            if phrase.target == statement.predicate
        )
        return max(fitting, key=lambda found: found[0], default=None)

    def _all_named(self, piece: Piece) -> Iterator[Statement]:
        """Find the known statements of which every argument is named, or goes without saying."""
        if not piece.analysis.mentions:
            return
        direct = {entity for entity, weight in piece.evidence.items() if weight >= DIRECT}
        plain = direct | self.foreseen.only_ones
        for statement in self.foreseen.all:
            arguments = statement.arguments
            named = len(arguments) > 1 and plain.issuperset(arguments)
            if named and not direct.isdisjoint(arguments):
                yield statement

    def spoken(self, statement: Statement, piece: Piece) -> Spoken:
        """Tell how well a piece speaks for a statement's arguments, and what else it names."""
        return self._naming.spoken(statement, piece)


def _fitting(phrases: Sequence[Phrase], piece: Piece) -> Iterator[tuple[Phrase, Fit]]:
    """Compare phrases with a piece; leave the best, and only few of those that put the same."""
    fits = [(phrase, compare(phrase, piece)) for phrase in phrases]
    fits.sort(key=lambda pair: -pair[1].promise)
    count: dict[int, int] = {}
    left = MOST_FITTING
    for phrase, fit in fits:
        before = count.get(phrase.alike, 0)
        if before < MOST_ALIKE:
            count[phrase.alike] = before + 1
            yield phrase, fit
            left -= 1
            if not left:
                break
