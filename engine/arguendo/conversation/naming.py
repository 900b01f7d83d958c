"""How well a piece of text speaks for the arguments of a statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arguendo.conversation.fitting import Piece, Spoken
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
        reached = [self._reach(mention.entities) for mention in mentions]
        own = [
            [m for m, reach in zip(mentions, reached, strict=True) if argument in reach]
            for argument in arguments
        ]
        mask = 0
        for argument, named in zip(arguments, own, strict=True):
            mask |= piece.things.get(argument, 0)
            for mention in named:
                mask |= mention.mask
        strangers = tuple(m for m in mentions if m.mask & ~mask)
        missed, foreseen = self._foreseen.told(statement)
        return Spoken(
            arguments,
            tuple([self._evidence(statement, place, piece) for place in range(len(arguments))]),
            missed,
            tuple([_start(mentions, argument) for argument in arguments]),
            mask,
            strangers,
            any(
                thing & ~mask and piece.evidence[entity] >= ENOUGH_TO_FILL
                for entity, thing in piece.things.items()
                if entity not in arguments
            ),
            foreseen,
            _by_member_only(statement, own, self._index.names.members),
            self._displaced(statement, own, strangers) if strangers else 0,
        )

    def _displaced(
        self,
        statement: Statement,
        own: Sequence[Sequence[Mention]],
        strangers: Sequence[Mention],
    ) -> int:
        """Count the arguments that are not named though something that suits there is."""
        slots = self._index.rulebase.vocabulary.predicates[statement.predicate].slots
        suits = self._index.rulebase.vocabulary.suits
        return sum(
            any(suits(entity, slot) for m in strangers for entity in m.entities)
            for argument, slot, named in zip(statement.arguments, slots, own, strict=True)
            if not any(argument in m.entities for m in named)
        )

    def _evidence(self, statement: Statement, place: int, piece: Piece) -> float:
        """Tell how well an argument is spoken for; one name does not speak fully for two."""
        argument = statement.arguments[place]
        evidence = piece.evidence.get(argument, 0.0)
        if evidence >= DIRECT:
            return evidence
        near = self._index.names.near.get(argument, {})
        taken = any(
            other in near and piece.evidence.get(other, 0.0) >= DIRECT
            for number, other in enumerate(statement.arguments)
            if number != place
        )
        return evidence * TWICE if taken else evidence

    def _reach(self, entities: tuple[str, ...]) -> frozenset[str]:
        """Return all entities that a name speaks for: those called so, near them, or members."""
        found = self._reached.get(entities)
        if found is None:
            names = self._index.names
            near = (each for e in entities for each in names.near.get(e, ()))
            members = (each for e in entities for each in names.members.get(e, ()))
            found = self._reached[entities] = frozenset((*entities, *near, *members))
        return found


def _start(mentions: Sequence[Mention], argument: str) -> int | None:
    """Return where an argument is named first."""
    for mention in mentions:
        if argument in mention.entities:
            return mention.start
    return None


def _by_member_only(
    statement: Statement, own: Sequence[Sequence[Mention]], members: Mapping[str, tuple[str, ...]]
) -> bool:
    """Tell whether a group is named and the statement is about one of its members only."""
    return any(
        mentions
        and not any(argument in mention.entities for mention in mentions)
        and any(argument in members.get(e, ()) for mention in mentions for e in mention.entities)
        for argument, mentions in zip(statement.arguments, own, strict=True)
    )
