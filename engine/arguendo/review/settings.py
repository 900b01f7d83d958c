"""What a rule base wants to hear of: the file `arguendo.yaml` beside `rules/` and `knowledge/`.

checks:
  CODE: error | warning | note | ignore
ignore files:
  CODE: [knowledge/drafts/*.yaml]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TypeAlias, TypeVar

from arguendo.checks.pages import page, unknown_code
from arguendo.problems import Problem, Problems, Severity
from arguendo.reading.context import Context
from arguendo.reading.keys import Key, Keys, read_keys
from arguendo.reading.values import Texts, choice, kind_of_node, texts
from arguendo.yaml_nodes import HiddenNode, MapNode, Node, TextNode, parse

FILE = "arguendo.yaml"

_Value = TypeVar("_Value")
Level: TypeAlias = Severity | None
"""How grave findings of a code are; None when they are not to be told."""


@dataclass(frozen=True)
class Settings:
    """How grave the findings of each code are here, and where they are of no interest."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """Only of the codes that the file names."""
    ignored_files: Mapping[str, Texts] = field(default_factory=dict)
    """Patterns of file names by code; `*` stands for anything, `/` included."""

    def wants(self, code: str, file: str = "") -> bool:
        """Tell whether findings of a code are to be told, of a certain file or at all."""
        if self.levels.get(code, Severity.NOTE) is None:
            return False
        return not any(fnmatchcase(file, each) for each in self.ignored_files.get(code, ()))

    def severity(self, problem: Problem) -> Severity:
        """Return how grave a finding is here."""
        return self.levels.get(problem.code) or problem.severity


def read_settings(text: str, problems: Problems) -> Settings:
    """Read the file's text, and report what is wrong with it."""
    context = Context(problems)
    root = parse(FILE, text, problems)
    values = read_keys(root, KEYS, FILE, context) if root else None
    return Settings(values[CHECKS], values[IGNORE_FILES]) if values else Settings()


LEVELS: Mapping[str, Severity | str] = {
    **{severity.value: severity for severity in Severity},
    "ignore": "ignore",
}
"""How grave findings of a code may be made, as the file has it."""


def _level(node: Node, context: Context) -> Severity | str | None:
    return choice(LEVELS, "level")(node, context)


def _by_code(
    read: Callable[[Node, Context], _Value | None],
) -> Callable[[Node, Context], Mapping[str, _Value] | None]:
    """Make a reader of codes with a value each; what cannot be read is reported and left out."""

    def read_all(node: Node, context: Context) -> Mapping[str, _Value] | None:
        if isinstance(node, HiddenNode):
            return None
        if not isinstance(node, MapNode):
            message = f"codes go here, each with its value, not {kind_of_node(node)}"
            context.error("wrong-shape", message, node.span, "write “CODE: VALUE” in a line each")
            return None
        return dict(_pairs(node, read, context))

    return read_all


def _pairs(
    node: MapNode, read: Callable[[Node, Context], _Value | None], context: Context
) -> Iterator[tuple[str, _Value]]:
    for name, value in node.entries:
        if _is_settable(name, context):
            found = read(value, context)
            if found is not None:
                yield name.text, found


def _is_settable(name: TextNode, context: Context) -> bool:
    """Report a code that there is not, or that is an error and stays one."""
    known = page(name.text)
    if known is None:
        context.problems.add(unknown_code(name.text, name.span))
    elif known.severity is Severity.ERROR:
        message = f"“{name.text}” is an error: no setting changes that"
        context.error("wrong-value", message, name.span, "delete this line, and mend the cause")
        return False
    return known is not None


def _levels(node: Node, context: Context) -> Mapping[str, Level] | None:
    found = _by_code(_level)(node, context)
    if found is None:
        return None
    return {code: each if isinstance(each, Severity) else None for code, each in found.items()}


CHECKS = Key[Mapping[str, Level]]("checks", _levels, {})
IGNORE_FILES = Key[Mapping[str, Texts]]("ignore files", _by_code(texts), {})

KEYS = Keys((CHECKS, IGNORE_FILES))
