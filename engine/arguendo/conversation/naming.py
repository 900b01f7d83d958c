"""How well a piece of text speaks for the arguments of a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from arguendo.conversation.analysis import mask_of
from arguendo.conversation.fitting import TOLD_ANYWAY, Piece, Spoken
from arguendo.conversation.index import Index
from arguendo.conversation.mentions import DIRECT, Mention
from arguendo.statements import Statement

ENOUGH_TO_FILL = 0.75
"""How well an entity must be spoken for to fill a slot of a statement nobody foresaw."""
TWICE = 0.4
"""What remains of an argument's evidence when its words name another argument."""


class Naming:
    """Tells how well texts speak for arguments, in one rule base."""

    def __init__(
        self,
        index: Index,
        known: Callable[[str], tuple[Statement, ...]],
        expand: Callable[[Statement], list[Statement]],
    ) -> None:
        """Take what tells the known statements, and what one about a group stands for."""
        self._index = index
        self._known = known
        self._expand = expand

    def spoken(self, statement: Statement, piece: Piece) -> Spoken:
        """Tell how well a piece speaks for a statement's arguments, and what else it names."""
        known = self._known(statement.predicate)
        mentions = piece.analysis.mentions
        own = [
            [m for m in mentions if self._speaks_for(m.entities, argument)]
            for argument in statement.arguments
        ]
        mask = 0
        for argument, named in zip(statement.arguments, own, strict=True):
            mask |= piece.things.get(argument, 0)
            for mention in named:
                mask |= mask_of(range(mention.start, mention.end))
        places = range(len(statement.arguments))
        strangers = tuple(
            m
            for m in mentions
            if not any(m in named for named in own) and mask_of(range(m.start, m.end)) & ~mask
        )
        return Spoken(
            statement.arguments,
            tuple(self._evidence(statement, place, piece) for place in places),
            tuple(_missed(statement, place, known) for place in places),
            tuple(
                next((m.start for m in mentions if argument in m.entities), None)
                for argument in statement.arguments
            ),
            mask,
            strangers,
            any(
                thing & ~mask and piece.evidence[entity] >= ENOUGH_TO_FILL
                for entity, thing in piece.things.items()
                if entity not in statement.arguments
            ),
            any(each in known for each in self._expand(statement)),
            _by_member_only(statement, own, self._index.names.members),
            self._displaced(statement, own, strangers),
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

    def _speaks_for(self, entities: Iterable[str], argument: str) -> bool:
        names = self._index.names
        return any(
            entity == argument
            or argument in names.near.get(entity, ())
            or argument in names.members.get(entity, ())
            for entity in entities
        )


def _missed(statement: Statement, place: int, known: Sequence[Statement]) -> float:
    """Tell how much an argument is missed: little when none of the statements differs in it."""
    differ = {each.arguments[place] for each in known} | {statement.arguments[place]}
    return 1.0 if len(differ) > 1 else TOLD_ANYWAY


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
