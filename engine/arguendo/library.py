"""Find, read and check a rule base: the whole of it, or all its problems."""

from __future__ import annotations

import gc
import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from arguendo.cancelling import heed
from arguendo.content import find_rule_base
from arguendo.disk import write_whole
from arguendo.including import Files, collect, read_within
from arguendo.keeping import kept
from arguendo.problems import Problem, Problems, render
from arguendo.rulebase import RuleBase

if TYPE_CHECKING:
    from arguendo.yaml_nodes import Node


class RuleBaseError(Exception):
    """A rule base has errors and cannot be used; carries all of its problems."""

    def __init__(self, problems: Problems, texts: Mapping[str, str]) -> None:
        """Keep the problems, and the texts that they are shown in."""
        self.problems = problems
        self.texts = texts
        super().__init__("\n".join(render(problem, texts) for problem in problems))


class NotSaved(Exception):
    """A file was left as it is; says why."""


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
    with collecting_later():
        found = kept("rule-base", _digest(files), make)
    return _named(found, folder)


class Parsed:
    """Files as they were parsed, so that the next reading parses only those that changed."""

    def __init__(self) -> None:
        """Begin with none."""
        self._texts: dict[str, str] = {}
        self._problems: dict[str, tuple[Problem, ...]] = {}
        self.nodes: dict[str, Node | None] = {}
        """File to what its text was parsed to."""

    def parse_all(self, texts: Mapping[str, str], problems: Problems) -> Mapping[str, Node | None]:
        """Parse the files of a rule base, and forget those that are gone."""
        from arguendo.yaml_nodes import parse

        for name in self._texts.keys() - texts.keys():
            del self._texts[name], self._problems[name], self.nodes[name]
        for name, text in texts.items():
            heed()
            if self._texts.get(name) != text:
                found = Problems()
                self.nodes[name] = parse(name, text, found)
                self._texts[name], self._problems[name] = text, tuple(found)
            for problem in self._problems[name]:
                problems.add(problem)
        return {name: self.nodes[name] for name in texts}


def read(
    folder: Path | None = None,
    drafts: Mapping[str, str] | None = None,
    parsed: Parsed | None = None,
) -> tuple[RuleBase | None, Problems, dict[str, str]]:
    """Read and check a rule base; None with errors. Also returns all problems and file texts.

    `drafts` are texts not saved yet, by file name as in spans: they stand for those files. Whoever
    reads again and again passes the same `parsed` each time.
    """
    problems = Problems()
    rulebase, texts = _read(collect(find_rule_base(folder), problems, drafts), problems, parsed)
    return rulebase and _named(rulebase, folder), problems, texts


def save(folder: Path | None, name: str, before: str, after: str) -> None:
    """Put a file's new text in place of the one that was read, whole or not at all.

    Raises `NotSaved` when the file does not lie in the rule base, does not hold the text any more
    that was read, or cannot be written.
    """
    home = find_rule_base(folder).resolve()
    content, why = read_within(home, home / name)
    if why:
        raise NotSaved(f"this file {why}")
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    if content != mark + before.encode("utf-8", "surrogateescape"):
        raise NotSaved("this file changed in the meantime")
    try:
        write_whole(home / name, mark + after.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise NotSaved(f"this file cannot be written ({error.strerror or error})") from error


def _named(rulebase: RuleBase, folder: Path | None) -> RuleBase:
    """Call a rule base that does not say its name after its folder."""
    if rulebase.name:
        return rulebase
    named = copy(rulebase)  # with all that was found out about it
    vars(named)["name"] = find_rule_base(folder).resolve().name
    return named


def _read(
    files: Files, problems: Problems, parsed: Parsed | None = None
) -> tuple[RuleBase | None, dict[str, str]]:
    # Imported here, since a rule base that was kept needs none of it.
    from arguendo.checks import ALL
    from arguendo.reading import read_rule_base
    from arguendo.yaml_nodes import readable

    found = {
        name: content.decode("utf-8-sig", errors="surrogateescape")
        for name, content in files.contents.items()
    }
    texts = {name: readable(text) for name, text in found.items()}
    with collecting_later():
        read = None
        if parsed is None and sum(map(len, found.values())) >= STREAMED and not len(problems):
            read = _streamed(found, files)
        if read is None:
            nodes = (parsed or Parsed()).parse_all(found, problems)
            read = read_rule_base(nodes, problems, files.included)
        rulebase = replace(read, digest=_digest(files), texts=texts)
        for check in ALL:
            heed()
            for problem in check(rulebase):
                problems.add(problem)
    return (None if problems.has_errors else rulebase), texts


STREAMED = 16 * 2**20
"""Characters from which on the items of lists are made one by one, which takes somewhat longer."""


def _streamed(texts: Mapping[str, str], files: Files) -> RuleBase | None:
    """Read files whose long lists are gone through item by item; None where anything is wrong.

    Then all is read at once, which finds everything that is wrong, and what it comes from.
    """
    from arguendo.reading import read_rule_base
    from arguendo.yaml_nodes import Unsound, parse

    problems = Problems()
    nodes = {name: parse(name, text, problems, later=True) for name, text in texts.items()}
    if len(problems):
        return None
    try:
        read = read_rule_base(nodes, problems, files.included)
    except Unsound:
        return None
    return None if len(problems) else read


MANY = 50_000
"""New objects from which on it pays to count them as old."""


@contextmanager
def collecting_later() -> Iterator[None]:
    """Hold back the search for garbage in circles while something large is made.

    What is made is kept and has none, and going through it again and again would cost more than
    making it. In the end it counts as old, so that the next search does not go through it either.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Counting what someone set aside for good goes through all of it, too.
            if gc.get_count()[0] > MANY and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # to the oldest generation
            gc.enable()


def _digest(files: Files) -> str:
    total = hashlib.sha256()
    for name, content in files.contents.items():
        total.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        total.update(content)
    return total.hexdigest()
