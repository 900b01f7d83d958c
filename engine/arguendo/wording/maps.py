"""What a map says in words: its statements, how each stands, its edges, its legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from arguendo.case import Case
from arguendo.mapping.argument_map import ArgumentMap, Edge, Kind, Node
from arguendo.problems import clipped, printable
from arguendo.statements import Statement
from arguendo.valuation import Basis, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import capital, counted, named, number, quoted, sentence, tidy
from arguendo.wording.teller import Teller


class Look(Enum):
    """How a statement looks on a map; the value is what the legend says of it."""

    FACT = "reported"
    ASSUMED = "assumed"
    FOLLOWS = "follows by a rule"
    CONTESTED = "contested: a contrary holds too"
    OPEN = "an open question"
    UNSHOWN = "not established"
    DENIED = "does not hold"

    @property
    def mark(self) -> str:
        """The sign that says so without colour."""
        return _MARKS[self]


_MARKS = {
    Look.FACT: "●",
    Look.ASSUMED: "◆",
    Look.FOLLOWS: "✓",
    Look.CONTESTED: "≠",
    Look.OPEN: "?",
    Look.UNSHOWN: "○",
    Look.DENIED: "✗",
}
_BASES = {Basis.FACT: Look.FACT, Basis.ASSUMPTION: Look.ASSUMED}


def look_of(node: Node) -> Look:
    """Tell how a statement looks."""
    standing = node.standing
    if standing.status is Status.CONTESTED:
        return Look.CONTESTED
    if standing.status is Status.HOLDS:
        return _BASES.get(standing.basis or Basis.RULE, Look.FOLLOWS)
    if standing.status is Status.DOES_NOT_HOLD:
        return Look.DENIED
    return Look.OPEN if node.asked else Look.UNSHOWN


EDGES: Mapping[Kind, str] = {
    Kind.SUPPORT: "supports",
    Kind.REBUTTAL: "would rebut (bar at its end); heavy where it does",
    Kind.LIFTING: "lifts a rebuttal (ring at its end)",
    Kind.CONTRARY: "contrary to each other",
}
"""What the legend says of edges."""

RING = "each of these excludes all others"
"""What stands on a ring of contraries."""

STACK = "a line from the frame comes from each in it"
"""What the legend says of a stack."""

IDLE = "without effect now"
LEGEND = "Legend"
PATH = "the path of the answer"


@dataclass(frozen=True)
class NodeText:
    """What is written on one statement."""

    sentence: str
    """Affirmed, with a capital and without a full stop."""
    tag: str
    """How it stands, in a word or two."""
    look: Look

    @property
    def whole(self) -> str:
        """All of it in one line, for those who hear it read."""
        return f"{self.sentence}: {self.tag}"


@dataclass(frozen=True)
class WordedMap:
    """A map with all the words that it needs; every text is safe to print."""

    map: ArgumentMap
    title: str
    about: str
    """What it shows, in a sentence or two."""
    texts: Mapping[Statement, NodeText]
    rules: Mapping[str, str]
    """Rule id to title."""
    topics: Mapping[str, str]

    def text(self, node: Node) -> NodeText:
        """Return what is written on a statement."""
        return self.texts[node.statement]

    @property
    def looks(self) -> tuple[Look, ...]:
        """The looks that are there, in the order of the legend."""
        there = {text.look for text in self.texts.values()}
        return tuple(look for look in Look if look in there)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of edges that are there, in the order of the legend."""
        there = {edge.kind for edge in self.map.edges}
        return tuple(kind for kind in Kind if kind in there)

    @property
    def has_path(self) -> bool:
        """Whether a path is lit."""
        return any(edge.lit for edge in self.map.edges)

    def edge(self, edge: Edge) -> str:
        """Say what an edge says, for those who hear it read."""
        one, other = (quoted(self.texts[each].sentence) for each in (edge.source, edge.target))
        rules = named([quoted(self.rules[each]) for each in edge.rules])
        rule = f" by the rule{'s' if len(edge.rules) > 1 else ''} {rules}" if rules else ""
        how = degrees.how(self.map.scale, edge.degree)
        state = how if edge.active else IDLE
        lit = f"; on {PATH}" if edge.lit else ""
        return f"{one} {edge.kind.value} {other}{rule}: {state}{lit}"


def worded(case: Case, found: ArgumentMap) -> WordedMap:
    """Put a map into words."""
    teller, rulebase = Teller(case), case.rulebase
    used = dict.fromkeys(rule for edge in found.edges for rule in edge.rules)
    return WordedMap(
        found,
        _safe(rulebase.title or rulebase.name),
        _about(teller, found),
        {node.statement: _text(teller, node) for node in found.nodes},
        {id: _safe(rulebase.rule[id].title or id) for id in used},
        {each: _safe(capital(each.replace("_", " ").replace("-", " "))) for each in found.topics},
    )


def _text(teller: Teller, node: Node) -> NodeText:
    said = _safe(capital(teller.says(node.statement)))
    return NodeText(said, _safe(teller.tag(node.statement)), look_of(node))


def _about(teller: Teller, found: ArgumentMap) -> str:
    stands = sentence(teller.that(found.focus)) if found.focus else ""
    scenario = teller.case.rulebase.scenario.get(teller.case.scenario)
    where = sentence(f"Scenario: {scenario.title or scenario.id}") if scenario else ""
    size = counted(len(found.nodes), "statement")
    rest = f", {number(found.hidden)} more left out" if found.hidden else ""
    return _safe(" ".join(filter(None, (stands, sentence(f"{size}{rest}"), where))))


def _safe(text: str) -> str:
    return printable(clipped(tidy(text)))
