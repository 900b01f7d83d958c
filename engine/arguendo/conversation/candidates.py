"""Which statements a piece of text speaks of, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from itertools import chain, product

from arguendo.case import Case
from arguendo.conversation.analysis import Unit, analyse, mask_of
from arguendo.conversation.fitting import TOLD_ANYWAY, Piece, Spoken, compare, score, weigh
from arguendo.conversation.index import Index, Phrase
from arguendo.conversation.mentions import DIRECT
from arguendo.statements import Slot, Statement

MOST_PHRASES, MOST_THINGS = 110, 30
"""Phrases looked at closely for one piece of text: of statements, and of what is argued about."""
ENOUGH_TO_FILL = 0.75
"""How well an entity must be spoken for to fill a slot of a statement nobody foresaw."""
MOST_FILLERS = 4
ENOUGH_OF_A_THING = 0.6
"""How much of a thing's name must be said in other words for it to be meant."""
WITHOUT_NAME = 0.85
TWICE = 0.4
"""What remains of an argument's evidence when its words name another argument."""

Prior = Callable[[Statement, bool], float]
"""How much likelier than others a statement is to be meant, affirmed or denied: about 1."""


@dataclass(frozen=True)
class Reading:
    """A statement that a text may speak of."""

    statement: Statement
    positive: bool
    """Whether the text affirms it."""
    score: float
    coverage: float
    """How much of the text and of the phrase fit each other: 0 to 1."""
    phrase: Phrase = field(compare=False)


class Matcher:
    """Matches pieces of text with the statements of one case."""

    def __init__(self, index: Index, case: Case) -> None:
        """Take the index of the case's rule base."""
        self.index = index
        self.case = case
        self._pieces: dict[tuple[tuple[str, ...], tuple[tuple[str, float], ...]], Piece] = {}

    def piece(self, words: Sequence[str], around: Mapping[str, float] | None = None) -> Piece:
        """Take a piece of text apart; `around` are entities spoken of nearby, with weights."""
        key = (tuple(words), tuple((around or {}).items()))
        if key not in self._pieces:
            self._pieces[key] = self._piece(words, around or {})
        return self._pieces[key]

    def _piece(self, words: Sequence[str], around: Mapping[str, float]) -> Piece:
        analysis = analyse(words, self.index.names)
        features: dict[str, Unit] = {}
        for unit in analysis.units:
            for feature in unit.features:
                features.setdefault(feature, unit)
        weights = [(weigh(self.index, unit), unit.mask) for unit in analysis.units]
        total = sum(weight for weight, _ in weights)
        evidence = self.index.names.evidence(analysis.mentions)
        piece = Piece(analysis, evidence, features, weights, total)
        self._add_things(piece)
        for entity, weight in around.items():
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

    def _add_salience(self, piece: Piece) -> None:
        for feature, unit in piece.features.items():
            worth = self.index.fit(feature) * unit.share * unit.clarity
            for target, weight in self.index.salience(feature).items():
                piece.salience[target] = piece.salience.get(target, 0.0) + worth * weight

    def _likely(self, piece: Piece, things: bool = False) -> list[Phrase]:
        """Find the phrases that share most with a piece, roughly."""
        sums: dict[int, float] = {}
        index = self.index
        first = index.first_thing
        for feature in piece.features:
            worth = index.fit(feature)
            for number in index.numbers(feature):
                if (number >= first) is things:
                    sums[number] = sums.get(number, 0.0) + worth
        best = nlargest(
            MOST_THINGS if things else MOST_PHRASES,
            sums.items(),
            key=lambda pair: (pair[1] * pair[1] / (index.rough_weight(pair[0]) + 2.0), -pair[0]),
        )
        return [index.phrase(number) for number, _ in best]

    def read(self, piece: Piece, prior: Prior, most: int = 6) -> list[Reading]:
        """List the statements that a piece may speak of, the likeliest first."""
        best: dict[Statement, Reading] = {}
        spoken: dict[Statement, Spoken] = {}
        fillings: dict[str, tuple[Statement, ...]] = {}
        for phrase in self._likely(piece):
            fit = compare(phrase, piece)
            turned = phrase.negated != piece.analysis.negated
            positive = phrase.affirms != (turned != fit.turned)
            for statement in self._statements(phrase, piece, fillings):
                if statement not in spoken:
                    spoken[statement] = self._spoken(statement, piece)
                found, coverage = score(phrase, piece, fit, spoken[statement], statement.arguments)
                found *= prior(statement, positive)
                if statement not in best or best[statement].score < found:
                    best[statement] = Reading(statement, positive, found, coverage, phrase)
        return sorted(best.values(), key=lambda r: (-r.score, r.statement.key))[:most]

    def known(self, predicate: str) -> tuple[Statement, ...]:
        """Return the statements of a predicate that the rule base itself speaks of.

        What people have assumed meanwhile does not count, so that a text is always read alike.
        """
        return self._foreseen.get(predicate, ())

    @cached_property
    def _foreseen(self) -> dict[str, tuple[Statement, ...]]:
        rulebase, graph = self.index.rulebase, self.case.graph
        concluded = (s for s, by in zip(graph.statements, graph.concluding, strict=True) if by)
        scenarios = (a.statement for each in rulebase.scenarios for a in each.assumptions)
        phrased = (p.target for p in rulebase.phrasings if isinstance(p.target, Statement))
        found: dict[str, dict[Statement, None]] = {}
        for statement in chain(rulebase.fact, rulebase.question, concluded, scenarios, phrased):
            found.setdefault(statement.predicate, {})[statement] = None
        return {predicate: tuple(statements) for predicate, statements in found.items()}

    def expand(self, statement: Statement) -> list[Statement]:
        """Return the statements that one about a group, or several things, stands for."""
        known = self.known(statement.predicate)
        members = self.index.names.members
        if statement in known or not any(a in members for a in statement.arguments):
            return [statement]
        choices = [members.get(argument, (argument,)) for argument in statement.arguments]
        found = [Statement(statement.predicate, each) for each in product(*choices)]
        fitting = [each for each in found if self.index.rulebase.vocabulary.fits(each)]
        return fitting or [statement]

    # -- which statements a phrase could put

    def _statements(
        self, phrase: Phrase, piece: Piece, fillings: dict[str, tuple[Statement, ...]]
    ) -> Iterable[Statement]:
        """List the statements that a phrase could put here."""
        if phrase.ground is not None:
            return [phrase.ground, *self._likewise(phrase, piece)]
        if phrase.target not in fillings:
            slots = self.index.rulebase.vocabulary.predicates[phrase.target].slots
            known = self.known(phrase.target)
            choices = [self._fillers(slot, piece) for slot in slots]
            filled = (Statement(phrase.target, each) for each in _distinct(choices))
            fillings[phrase.target] = (*known, *(s for s in filled if s not in known))
        return fillings[phrase.target]

    def _likewise(self, phrase: Phrase, piece: Piece) -> Iterator[Statement]:
        """Put others into the slots of a phrase that was written about one statement."""
        if phrase.ground is None or not phrase.slots:
            return
        slots = self.index.rulebase.vocabulary.predicates[phrase.target].slots
        ground = phrase.ground.arguments
        choices = [
            self._fillers(slot, piece) if place in phrase.slots else [ground[place]]
            for place, slot in enumerate(slots)
        ]
        for arguments in _distinct(choices):
            if arguments != ground:
                yield Statement(phrase.target, arguments)

    def _fillers(self, slot: Slot, piece: Piece) -> list[str]:
        return [
            entity
            for entity, weight in piece.evidence.items()
            if weight >= ENOUGH_TO_FILL and self._suits(entity, slot)
        ][:MOST_FILLERS]

    def _suits(self, entity: str, slot: Slot) -> bool:
        """Tell whether an entity may stand in a slot, itself or by its members."""
        kinds = self.index.names.kinds
        members = self.index.names.members.get(entity, ())
        return (
            not slot.kinds
            or kinds[entity] in slot.kinds
            or bool(members and all(kinds[member] in slot.kinds for member in members))
        )

    # -- how well a piece speaks for a statement's arguments

    def _spoken(self, statement: Statement, piece: Piece) -> Spoken:
        known = self.known(statement.predicate)
        mentions = piece.analysis.mentions
        own = [
            [m for m in mentions if self._speaks_for(m.entities, argument)]
            for argument in statement.arguments
        ]
        mask = 0
        for argument, named in zip(statement.arguments, own, strict=True):
            mask |= piece.things.get(argument, 0)
            for mention in named:
                mask |= mask_of(tuple(range(mention.start, mention.end)))
        places = range(len(statement.arguments))
        return Spoken(
            tuple(self._evidence(statement, place, piece) for place in places),
            tuple(_missed(statement, place, known) for place in places),
            tuple(
                next((m.start for m in mentions if argument in m.entities), None)
                for argument in statement.arguments
            ),
            mask,
            tuple(m for m in mentions if not any(m in named for named in own)),
            any(
                thing & ~mask and piece.evidence[entity] >= ENOUGH_TO_FILL
                for entity, thing in piece.things.items()
                if entity not in statement.arguments
            ),
            any(each in known for each in self.expand(statement)),
        )

    def _evidence(self, statement: Statement, place: int, piece: Piece) -> float:
        """Tell how well an argument is spoken for; one name does not speak fully for two."""
        argument = statement.arguments[place]
        evidence = piece.evidence.get(argument, 0.0)
        if evidence >= DIRECT:
            return evidence
        near = self.index.names.near.get(argument, {})
        taken = any(
            other in near and piece.evidence.get(other, 0.0) >= DIRECT
            for number, other in enumerate(statement.arguments)
            if number != place
        )
        return evidence * TWICE if taken else evidence

    def _speaks_for(self, entities: Iterable[str], argument: str) -> bool:
        names = self.index.names
        return any(
            entity == argument
            or argument in names.near.get(entity, ())
            or argument in names.members.get(entity, ())
            for entity in entities
        )


def _distinct(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Go through all ways to choose, nothing twice."""
    for arguments in product(*choices):
        if len(set(arguments)) == len(arguments):
            yield arguments


def _missed(statement: Statement, place: int, known: Sequence[Statement]) -> float:
    """Tell how much an argument is missed: little when none of the statements differs in it."""
    differ = {each.arguments[place] for each in known} | {statement.arguments[place]}
    return 1.0 if len(differ) > 1 else TOLD_ANYWAY
