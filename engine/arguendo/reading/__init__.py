"""Nodes to values: every section of every file, all problems at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, count
from typing import TypeVar

from arguendo.problems import Problems, closest
from arguendo.reading import (
    associations,
    contraries,
    entities,
    facts,
    phrasings,
    questions,
    rule_base,
    rules,
    scenarios,
    sources,
    statements,
)
from arguendo.reading.context import Context
from arguendo.reading.declarations import declare
from arguendo.reading.values import kind_of_node, respelled
from arguendo.rulebase import RuleBase
from arguendo.vocabulary import Vocabulary
from arguendo.yaml_nodes import HiddenNode, MapNode, Node, TextNode

SECTIONS = (
    "rule base",
    "sources",
    "entities",
    "statements",
    "contraries",
    "facts",
    "questions",
    "rules",
    "scenarios",
    "tests",
    "phrasings",
    "associations",
)

_OF_ITSELF = ("rule base", "tests")
"""Sections that a rule base has for itself alone, and not for those that include it."""

_UNREAD = ("unread-file", "bad-include", "circular-include", "no-rule-base", "too-many-files")
"""Problems with which whole files are missing."""

_T = TypeVar("_T")


def read_rule_base(
    files: Mapping[str, Node | None], problems: Problems, included: Collection[str] = ()
) -> RuleBase:
    """Read the files of a rule base, in their order; `included` are those of other rule bases.

    What could not be read is left out and reported: with errors among the problems, the result is
    good for further checks only.
    """
    context = Context(problems)
    context.damage.is_total = any(problem.code in _UNREAD for problem in problems)
    found = _sections(files, included, context)
    del files  # so that what was read can go, see `_consumed`
    context.declared = declare(found, problems)
    heads = [rule_base.read(node, context) for node in found["rule base"][:1]]
    for extra in found["rule base"][1:]:
        context.error("duplicate-section", "there is one “rule base” section already", extra.span)
    read_sources = _all(sources.read(node, context) for node in found["sources"])
    read_entities = _all(entities.read(node, context) for node in _consumed(found["entities"]))
    context.kinds = frozenset(entity.kind for entity in read_entities)
    read_statements = _all(
        statements.read(node, context) for node in _consumed(found["statements"])
    )
    known_entities = entities.with_known_kinds(read_entities, read_statements, context)
    context.vocabulary = Vocabulary(known_entities, read_statements)
    head = next((head for head in heads if head), rule_base.Head())
    places = count()
    read_rules = _all(rules.read(node, places, context) for node in _consumed(found["rules"]))
    pairs = _all(contraries.read(node, context) for node in found["contraries"])
    return RuleBase(
        name=head.name,
        vocabulary=context.vocabulary,
        title=head.title,
        about=head.about,
        scale=context.scale,
        sources=read_sources,
        facts=_all(facts.read(node, context) for node in _consumed(found["facts"])),
        questions=_all(questions.read(node, context) for node in _consumed(found["questions"])),
        rules=read_rules,
        contraries=tuple((one, other) for one, other, _ in pairs),
        contrary_spans=tuple(span for _, _, span in pairs),
        scenarios=_all(scenarios.read(node, "scenarios", context) for node in found["scenarios"]),
        tests=_all(scenarios.read(node, "tests", context) for node in found["tests"]),
        phrasings=_all(phrasings.read(node, context) for node in found["phrasings"]),
        associations=_all(associations.read(node, context) for node in found["associations"]),
        start=head.scenario,
    )


def _all(parts: Iterable[Iterable[_T]]) -> tuple[_T, ...]:
    return tuple(chain.from_iterable(parts))


def _consumed(nodes: list[Node]) -> Iterator[Node]:
    """Go through nodes, and let go of each before the next: no one needs them once they are read.

    Of a large rule base, nodes take more room than what they are read to.
    """
    nodes.reverse()
    while nodes:
        yield nodes.pop()


def _sections(
    files: Mapping[str, Node | None], included: Collection[str], context: Context
) -> dict[str, list[Node]]:
    """Gather the sections of all files under their names."""
    found: dict[str, list[Node]] = {name: [] for name in SECTIONS}
    for file, root in files.items():
        if isinstance(root, MapNode):
            for name, node in (*root.entries, *root.repeated):
                section = name.text if name.text in found else _meant(name, node, root, context)
                if section and not (file in included and section in _OF_ITSELF):
                    found[section].append(node)
                if isinstance(node, HiddenNode):
                    context.note_damage(section, node)
        elif root is not None:
            context.damage.is_total = True
            if not isinstance(root, HiddenNode):
                message = f"a file is made of sections, not {kind_of_node(root)}"
                hint = f"sections are: {', '.join(SECTIONS)}"
                context.error("wrong-shape", message, root.span, hint)
    return found


def _meant(name: TextNode, node: Node, root: MapNode, context: Context) -> str:
    """Report a section that there is not, and return the one that was meant."""
    meant = closest(name.text, SECTIONS)
    hint = f"did you mean “{meant}”?" if meant else f"there are: {', '.join(SECTIONS)}"
    fix = () if root.get(meant) else respelled(name, SECTIONS)
    context.error("unknown-key", f"no section is called “{name.text}”", name.span, hint, fix)
    if not meant:
        context.damage.add(node)
    return meant
