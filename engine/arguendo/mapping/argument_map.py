"""What a map of an argument shows: statements, and edges into which inferences are folded.

The picture is that of a bipolar argumentation framework (Cayrol and Lagasquie-Schiex, 2005):
support goes from grounds to claims, attack from rebuttals to claims, and contraries attack each
other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TypeAlias

from arguendo.scale import NONE, Scale
from arguendo.statements import Statement
from arguendo.valuation import Standing, Status


class Kind(Enum):
    """What an edge says of the two statements that it joins."""

    SUPPORT = "supports"
    """A ground and the claim that a rule draws from it."""
    REBUTTAL = "rebuts"
    """What blocks a rule when it holds, and the rule's claim."""
    LIFTING = "lifts a rebuttal of"
    """What keeps a rule from being blocked when it holds, and the rule's claim."""
    CONTRARY = "is contrary to"
    """Both cannot be so; it goes either way."""


@dataclass(frozen=True)
class Edge:
    """One edge of the picture: what rules have to do with two statements, or that they clash."""

    source: Statement
    target: Statement
    kind: Kind
    rules: tuple[str, ...] = ()
    """The ids of the rules, the one through which most comes first; none between contraries."""
    qualifier: int = NONE
    """The degree that the first of them gives at most."""
    degree: int = NONE
    """What comes through: the degree that it gives its claim now, or that of what attacks."""
    lit: bool = False
    """Whether it is on the path that is shown."""

    @property
    def active(self) -> bool:
        """Whether a rule applies, the rebuttal blocks one, or both contraries hold."""
        return self.degree > NONE

    @property
    def key(self) -> EdgeKey:
        """Tell it from all others of its map."""
        return self.kind, self.source, self.target


EdgeKey: TypeAlias = tuple[Kind, Statement, Statement]


@dataclass(frozen=True)
class Node:
    """One statement of the picture, and how it stands."""

    statement: Statement
    standing: Standing
    topic: str = ""
    """The name of the file it belongs to, without folder and ending."""
    focus: bool = False
    lit: bool = False
    """Whether it is on the path that is shown."""
    asked: bool = False
    """Whether it is an open question."""
    assumed: bool = False
    """Whether it is assumed, true or false."""
    hidden: int = 0
    """How many neighbours of it the map leaves out."""

    @property
    def status(self) -> Status:
        """Which of the four answers it gets."""
        return self.standing.status


@dataclass(frozen=True)
class ArgumentMap:
    """Statements and edges in the order in which the argument is best read."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    scale: Scale
    focus: Statement | None = None
    """The statement in the middle; None for a map of the whole argument."""
    steps: int | None = None
    """How many steps around the focus it was asked for."""
    hidden: int = 0
    """How many connected statements of the argument it leaves out."""

    @cached_property
    def by_statement(self) -> dict[Statement, Node]:
        """The nodes by statement."""
        return {node.statement: node for node in self.nodes}

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of its statements, in their order."""
        return tuple(dict.fromkeys(node.topic for node in self.nodes))

    @property
    def shape(self) -> tuple[frozenset[Statement], frozenset[EdgeKey]]:
        """What is joined with what: maps of one shape can be laid out alike."""
        return frozenset(self.by_statement), frozenset(edge.key for edge in self.edges)
