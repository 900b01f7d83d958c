"""Find, read and check a rule base: the whole of it, or all its problems."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from arguendo.content import find_rule_base
from arguendo.including import Files, collect
from arguendo.keeping import kept
from arguendo.problems import Problems, render
from arguendo.rulebase import RuleBase


class RuleBaseError(Exception):
    """A rule base has errors and cannot be used; carries all of its problems."""

    def __init__(self, problems: Problems, texts: Mapping[str, str]) -> None:
        """Keep the problems, and the texts that they are shown in."""
        self.problems = problems
        self.texts = texts
        super().__init__("\n".join(render(problem, texts) for problem in problems))


def load(folder: Path | None = None) -> RuleBase:
    """Return a rule base without errors: the one given, else the article's.

    What was read once is kept between runs, for as long as no file changes. Raises
    `RuleBaseError`.
    """
    problems = Problems()
    files = collect(find_rule_base(folder), problems)

    def make() -> RuleBase:
        rulebase, texts = _read(files, problems)
        if rulebase is None:
            raise RuleBaseError(problems, texts)
        return rulebase

    if problems.has_errors:
        make()
    return _named(kept("rule-base", _digest(files), make), folder)


def read(
    folder: Path | None = None, drafts: Mapping[str, str] | None = None
) -> tuple[RuleBase | None, Problems, dict[str, str]]:
    """Read and check a rule base; None with errors. Also returns all problems and file texts.

    `drafts` are texts not saved yet, by file name as in spans: they stand for those files.
    """
    problems = Problems()
    rulebase, texts = _read(collect(find_rule_base(folder), problems, drafts), problems)
    return rulebase and _named(rulebase, folder), problems, texts


def _named(rulebase: RuleBase, folder: Path | None) -> RuleBase:
    """Call a rule base that does not say its name after its folder."""
    if rulebase.name:
        return rulebase
    return replace(rulebase, name=find_rule_base(folder).resolve().name)


def _read(files: Files, problems: Problems) -> tuple[RuleBase | None, dict[str, str]]:
    # Imported here, since a rule base that was kept needs none of it.
    from arguendo.checks import ALL
    from arguendo.reading import read_rule_base
    from arguendo.yaml_nodes import parse, readable

    found = {
        name: content.decode("utf-8-sig", errors="surrogateescape")
        for name, content in files.contents.items()
    }
    texts = {name: readable(text) for name, text in found.items()}
    nodes = {name: parse(name, text, problems) for name, text in found.items()}
    read = read_rule_base(nodes, problems, files.included)
    rulebase = replace(read, digest=_digest(files), texts=texts)
    for check in ALL:
        for problem in check(rulebase):
            problems.add(problem)
    return (None if problems.has_errors else rulebase), texts


def _digest(files: Files) -> str:
    total = hashlib.sha256()
    for name, content in files.contents.items():
        total.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        total.update(content)
    return total.hexdigest()
