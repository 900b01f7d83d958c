"""How well a piece of text speaks for the arguments of a statement."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.entities.mentions import DIRECT, Mention
from arguendo.conversation.statements.fitting import Named, Piece, Spoken, Told
from arguendo.conversation.statements.foreseen import Foreseen
from arguendo.conversation.statements.index import Index
from arguendo.statements import Slot, Statement

ENOUGH_TO_FILL = 0.75
"""How well an entity must be spoken for to fill a slot of a statement nobody foresaw."""
TWICE = 0.4
"""What remains of an argument's evidence when its words name another argument."""
_UNNAMED: Named = (0, None, False)
_NONE: frozenset[str] = frozenset()


class Naming:
    """Tells how well texts speak for arguments, in one rule base."""

    def __init__(self, index: Index, foreseen: Foreseen) -> None:
        """Take the names, and the statements that are known."""
        self._index = index
        self._foreseen = foreseen
        self._reached: dict[tuple[str, ...], frozenset[str]] = {}
        self._fills: dict[tuple[tuple[str, ...], tuple[str, ...]], bool] = {}

    def spoken(self, statement: Statement, piece: Piece) -> Spoken:
        """Tell how well a piece speaks for a statement's arguments, and what else it names."""
        mentions, arguments = piece.analysis.mentions, statement.arguments
        told = [self._told(argument, piece) for argument in arguments]
        mask = 0
        for each in told:
            mask |= each.mask
        strangers = piece.strangers.get(mask)
        if strangers is None:
            strangers = piece.strangers[mask] = tuple([m for m in mentions if m.mask & ~mask])
        known = self._foreseen.told(statement)
        starts = tuple([each.start for each in told])
        evidence = tuple([_alone(each, arguments) for each in told])
        return Spoken(
            arguments,
            evidence,
            known.missed,
            starts,
            mask,
            strangers,
            bool(piece.things) and _is_beside(piece, arguments, mask),
            known.foreseen,
            True in [each.by_member for each in told],
            self._displaced(statement.predicate, starts, strangers) if strangers else 0,
            min(evidence, default=0.0),
            starts.count(None) < len(starts),
            piece.associated.of(known.first),
        )

    def _told(self, argument: str, piece: Piece) -> Told:
        """Tell how a piece speaks for an argument, whatever statement it belongs to."""
        found = piece.arguments.get(argument)
        if found is None:
            found = piece.arguments[argument] = self._of_argument(argument, piece)
        return found

    def _of_argument(self, argument: str, piece: Piece) -> Told:
        evidence = piece.evidence.get(argument, 0.0)
        near = self._index.names.near.get(argument) if evidence < DIRECT else None
        rivals = [each for each in near or () if piece.evidence.get(each, 0.0) >= DIRECT]
        mask, start, by_member = piece.named.get(argument, _UNNAMED)
        mask |= piece.things.get(argument, 0)
        if start is None and argument == piece.pointed:
            start = piece.analysis.subject
        return Told(mask, start, evidence, frozenset(rivals) if rivals else _NONE, by_member)

    def named(self, mentions: Sequence[Mention]) -> dict[str, Named]:
        """Tell how names speak for all entities that they reach."""
        found: dict[str, Named] = {}
        members = self._index.names.members
        for mention in mentions:
            for entity in self._reach(mention.entities):
                mask, start, by_group = found.get(entity, _UNNAMED)
                if start is None and entity in mention.entities:
                    start = mention.start
                by_group = by_group or any(entity in members.get(e, ()) for e in mention.entities)
                found[entity] = mask | mention.mask, start, by_group
        return {e: (mask, start, start is None and by) for e, (mask, start, by) in found.items()}

    def _displaced(
        self, predicate: str, starts: Sequence[int | None], strangers: Sequence[Mention]
    ) -> int:
        """Count the arguments that are not named though something that suits there is."""
        if None not in starts:
            return 0
        slots = self._index.rulebase.vocabulary.predicates[predicate].slots
        found = 0
        for slot, start in zip(slots, starts, strict=True):
            if start is None:
                found += True in [self._may_fill(slot, mention) for mention in strangers]
        return found

    def _may_fill(self, slot: Slot, mention: Mention) -> bool:
        """Tell whether any that a name may be of suits a slot."""
        key = slot.kinds, mention.entities
        found = self._fills.get(key)
        if found is None:
            suits = self._index.rulebase.vocabulary.suits
            found = any(suits(entity, slot) for entity in mention.entities)
            self._fills[key] = found
        return found

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
