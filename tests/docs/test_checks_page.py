"""`docs/checks.md` lists all codes, and every code that the program can give has a page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from arguendo.checks.pages import codes, index
from arguendo.review import ALL
from arguendo.review.examination import code_of

GIVERS = {"Problem", "Nearest", "error", "warn", "_warning", "unknown_word", "misspelt"}
"""Calls that have a code as their first argument."""

MAKERS = {"references", "reference", "_refuse"}
"""Calls that have one as their second."""


def given(module: ast.Module) -> Iterator[str]:
    """Go through the codes in a module: in calls, constants and what is called `code`."""
    constants = dict(_assigned(module.body))
    for name, value in _assigned(list(ast.walk(module))):
        if name == "code":
            yield from _words(value)
    for call in ast.walk(module):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            place = 0 if name in GIVERS else 1 if name in MAKERS else None
            if place is not None and len(call.args) > place:
                argument = call.args[place]
                if isinstance(argument, ast.Name):
                    argument = constants.get(argument.id, argument)
                yield from _words(argument)


def _assigned(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    for node in nodes:
        if isinstance(node, ast.Assign):
            target, value = node.targets[0], node.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=True))
            yield from ((name.id, each) for name, each in pairs if isinstance(name, ast.Name))


def _words(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and re.fullmatch("[a-z-]+[0-9]*[a-z-]*", str(value.value)):
        yield str(value.value)


def all_given(engine: Path) -> set[str]:
    files = [path for path in engine.rglob("*.py") if "conversation" not in path.parts]
    return {code for path in files for code in given(ast.parse(path.read_text("utf-8")))}


def test_every_code_has_a_page_and_every_page_a_code(checkout: Path) -> None:
    found = all_given(checkout / "engine" / "arguendo")
    assert found | {code_of(check) for check in ALL} == set(codes())


def test_the_list_is_that_of_the_pages(checkout: Path) -> None:
    written = (checkout / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written.endswith(f"\n\n{index()}\n"), "write it anew: python docs/list_checks.py"
