"""What the house rules measure, apart from the repository, so that the measures can be tested."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SUBJECT_WORDS = (
    "beijing",
    "china",
    "chinese",
    "dprk",
    "jinping",
    "jong",
    "korea",
    "korean",
    "mattis",
    "moon",
    "nuclear",
    "peninsula",
    "pompeo",
    "pyongyang",
    "seoul",
    "tillerson",
    "trump",
    "washington",
)
"""Names and things that the article is about, and that a program for any article never says."""

_SUBJECT = re.compile(rf"(?<![a-z])({'|'.join(SUBJECT_WORDS)})(?![a-z])", re.IGNORECASE)
_MACHINE_PATH = re.compile(r"(?<![\w.\-/])/(?:home|root|tmp|work|Users)/[\w.\-]*")

_LEFT_BEHIND = {".git", "snapshot_report.html"}
_UNREAD = {"build", "dist", "node_modules", "__pycache__"}
_BINARY = {".gif", ".ico", ".png", ".pyc", ".whl"}


class Function(NamedTuple):
    """A function and the lines it takes, its signature and docstring included."""

    place: str
    lines: int


def sources(*roots: Path) -> list[Path]:
    """Every Python file below the roots, in order."""
    return sorted(path for root in roots for path in root.rglob("*.py"))


def namesakes(files: Iterable[Path]) -> list[str]:
    """Name the test files that have folder and name in common with another.

    Of such files the test runner runs one alone.
    """
    found = Counter(f"{path.parent.name}/{path.name}" for path in files)
    return sorted(name for name, count in found.items() if count > 1 and "/test_" in name)


def texts(root: Path) -> Iterator[Path]:
    """Every text file that belongs to the repository: what tools leave behind is passed over."""
    for path in sorted(root.iterdir()):
        if path.is_dir() and _belongs(path):
            yield from texts(path)
        elif path.is_file() and path.suffix not in _BINARY and path.name not in _LEFT_BEHIND:
            yield path


def _belongs(folder: Path) -> bool:
    if folder.name.startswith("."):
        return folder.name in {".ci", ".github"}
    return folder.name not in _UNREAD


@cache
def functions(path: Path) -> tuple[Function, ...]:
    """The functions of a file, nested ones too."""
    return tuple(
        Function(f"{path}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def files_over(limit: int, paths: Iterable[Path]) -> list[str]:
    """The files of more lines than the limit."""
    counted = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in paths)
    return [f"{path}: {lines} lines" for path, lines in counted if lines > limit]


def functions_over(limit: int, paths: Iterable[Path]) -> list[str]:
    """The functions of more lines than the limit."""
    found = (function for path in paths for function in functions(path))
    return [f"{place}: {lines} lines" for place, lines in found if lines > limit]


def subject_words(paths: Iterable[Path]) -> list[str]:
    """Where the files name what the article is about; snake case does not hide a word."""
    return _places(_SUBJECT, paths)


def word_sets(paths: Iterable[Path]) -> list[str]:
    """Where code has sets of three words or more, which belong to the lexicon."""
    return [
        f"{path}:{node.lineno}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Set) and len(node.elts) > 2 and all(map(_is_word, node.elts))
    ]


def _is_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and str(node.value).isalpha()


def machine_paths(paths: Iterable[Path]) -> list[str]:
    """Where the files name a folder of the machine that they were written on."""
    return _places(_MACHINE_PATH, paths)


def _places(pattern: re.Pattern[str], paths: Iterable[Path]) -> list[str]:
    return [
        f"{path}:{number}: {found[0]}"
        for path in paths
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), 1
        )
        for found in pattern.finditer(line)
    ]
