"""How well a piece of text speaks for the arguments of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.fitting import Piece, Spoken, Told
from arguendo.conversation.foreseen import Foreseen
from arguendo.conversation.index import Index
from arguendo.conversation.mentions import DIRECT, Mention
from arguendo.statements import Statement

ENOUGH_TO_FILL = 0.75
"""How well an entity must be spoken for to fill a slot of a statement nobody foresaw."""
TWICE = 0.4
"""What remains of an argument's evidence when its words name another argument."""


class Naming:
    """Tells how well texts speak for arguments, in one rule base."""

    def __init__(self, index: Index, foreseen: Foreseen) -> None:
        """Take the names, and the statements that are known."""
        self._index = index
        self._foreseen = foreseen
        self._reached: dict[tuple[str, ...], frozenset[str]] = {}

    def spoken(self, statement: Statement, piece: Piece) -> Spoken:
        """Tell how well a piece speaks for a statement's arguments, and what else it names."""
        mentions, arguments = piece.analysis.mentions, statement.arguments
        told = [self._told(argument, piece) for argument in arguments]
        mask = 0
        for each in told:
            mask |= each.mask
        strangers = tuple([m for m in mentions if m.mask & ~mask])
        missed, foreseen = self._foreseen.told(statement)
        starts = tuple([each.start for each in told])
        evidence = tuple([_alone(each, arguments) for each in told])
        return Spoken(
            arguments,
            evidence,
            missed,
            starts,
            mask,
            strangers,
            bool(piece.things) and _is_beside(piece, arguments, mask),
            foreseen,
            any(each.by_member for each in told),
            self._displaced(statement, told, strangers) if strangers else 0,
            min(evidence, default=0.0),
            any(start is not None for start in starts),
            piece.associated.get(self._foreseen.expand(statement)[0]) if piece.associated else None,
        )

    def _told(self, argument: str, piece: Piece) -> Told:
        """Tell how a piece speaks for an argument, whatever statement it belongs to."""
        found = piece.arguments.get(argument)
        if found is None:
            found = piece.arguments[argument] = self._of_argument(argument, piece)
        return found

    def _of_argument(self, argument: str, piece: Piece) -> Told:
        names, mentions = self._index.names, piece.analysis.mentions
        own = [m for m in mentions if argument in self._reach(m.entities)]
        mask = piece.things.get(argument, 0)
        for mention in own:
            mask |= mention.mask
        start = next((m.start for m in own if argument in m.entities), None)
        within = any(argument in names.members.get(e, ()) for m in own for e in m.entities)
        evidence = piece.evidence.get(argument, 0.0)
        near = names.near.get(argument, ()) if evidence < DIRECT else ()
        rivals = frozenset([each for each in near if piece.evidence.get(each, 0.0) >= DIRECT])
        return Told(mask, start, evidence, rivals, start is None and within)

    def _displaced(
        self, statement: Statement, told: Sequence[Told], strangers: Sequence[Mention]
    ) -> int:
        """Count the arguments that are not named though something that suits there is."""
        slots = self._index.rulebase.vocabulary.predicates[statement.predicate].slots
        suits = self._index.rulebase.vocabulary.suits
        unnamed = [slot for slot, each in zip(slots, told, strict=True) if each.start is None]
        if not unnamed:
            return 0
        others = {entity for mention in strangers for entity in mention.entities}
        return sum([any(suits(entity, slot) for entity in others) for slot in unnamed])

    def _reach(self, entities: tuple[str, ...]) -> frozenset[str]:
        """Return all entities that a name speaks for: those called so, near them, or members."""
        found = self._reached.get(entities)
        if found is None:
            names = self._index.names
            near = (each for e in entities for each in names.near.get(e, ()))
            members = (each for e in entities for each in names.members.get(e, ()))
            found = self._reached[entities] = frozenset((*entities, *near, *members))
        return found


def _alone(told: Told, arguments: Sequence[str]) -> float:
    """Tell how well an argument is spoken for; one name does not speak fully for two."""
    shared = told.rivals and not told.rivals.isdisjoint(arguments)
    return told.evidence * TWICE if shared else told.evidence


def _is_beside(piece: Piece, arguments: Sequence[str], mask: int) -> bool:
    """Tell whether something else than arguments is spoken of without being named."""
    return any(
        thing & ~mask and piece.evidence[entity] >= ENOUGH_TO_FILL
        for entity, thing in piece.things.items()
        if entity not in arguments
    )
