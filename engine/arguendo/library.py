"""Find, read and check a rule base: the whole of it, or all its problems."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from arguendo.content import FOLDERS, find_rule_base
from arguendo.keeping import kept
from arguendo.problems import Problems, render
from arguendo.rulebase import RuleBase
from arguendo.span import Span

LARGEST = 8 * 2**20
"""Bytes in one file."""

MOST_FILES = 5_000

_ENDINGS = (".yaml", ".yml")


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
    contents = dict(_contents(find_rule_base(folder), problems))
    if problems.has_errors:
        raise RuleBaseError(problems, {})

    def make() -> RuleBase:
        rulebase, texts = _read(contents, problems)
        if rulebase is None:
            raise RuleBaseError(problems, texts)
        return rulebase

    return _named(kept("rule-base", _digest(contents), make), folder)


def read(
    folder: Path | None = None, drafts: Mapping[str, str] | None = None
) -> tuple[RuleBase | None, Problems, dict[str, str]]:
    """Read and check a rule base; None with errors. Also returns all problems and file texts.

    `drafts` are texts not saved yet, by file name as in spans: they stand for those files.
    """
    problems = Problems()
    contents = dict(_contents(find_rule_base(folder), problems))
    for name, text in (drafts or {}).items():
        contents[name] = text.encode("utf-8", "surrogateescape")
    rulebase, texts = _read(dict(sorted(contents.items())), problems)
    return rulebase and _named(rulebase, folder), problems, texts


def _named(rulebase: RuleBase, folder: Path | None) -> RuleBase:
    """Call a rule base that does not say its name after its folder."""
    if rulebase.name:
        return rulebase
    return replace(rulebase, name=find_rule_base(folder).resolve().name)


def _read(
    contents: Mapping[str, bytes], problems: Problems
) -> tuple[RuleBase | None, dict[str, str]]:
    # Imported here, since a rule base that was kept needs none of it.
    from arguendo.checks import ALL
    from arguendo.reading import read_rule_base
    from arguendo.yaml_nodes import parse, readable

    found = {
        name: content.decode("utf-8-sig", errors="surrogateescape")
        for name, content in contents.items()
    }
    texts = {name: readable(text) for name, text in found.items()}
    files = {name: parse(name, text, problems) for name, text in found.items()}
    rulebase = replace(read_rule_base(files, problems), digest=_digest(contents), texts=texts)
    for check in ALL:
        for problem in check(rulebase):
            problems.add(problem)
    return (None if problems.has_errors else rulebase), texts


def _digest(contents: Mapping[str, bytes]) -> str:
    total = hashlib.sha256()
    for name, content in contents.items():
        total.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        total.update(content)
    return total.hexdigest()


def _contents(folder: Path, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """Read the files of a rule base in the order of their names, relative to its folder."""
    home = folder.resolve()
    if not any((home / name).is_dir() for name in FOLDERS):
        message = f"“{folder}” is not a rule base: it has neither rules/ nor knowledge/"
        problems.error("no-rule-base", message, hint="name the folder that holds one of them")
        return
    files = sorted((path.relative_to(home).as_posix(), path) for path in _files(home, problems))
    if not files:
        message = f"there is no file ending in .yaml below rules/ or knowledge/ in “{folder}”"
        problems.error("no-rule-base", message)
    if len(files) > MOST_FILES:
        problems.error("too-many-files", f"a rule base has at most {MOST_FILES:,} files")
    for name, path in files[:MOST_FILES]:
        content = _content(name, path, home, problems)
        if content is not None:
            yield name, content


def _files(home: Path, problems: Problems) -> Iterator[Path]:
    for name in FOLDERS:
        top = home / name
        if top.is_symlink() and not top.resolve().is_relative_to(home):
            _refuse(name, "leads out of the rule base", problems)
            continue
        for folder, folders, files in os.walk(top):
            for below in folders:
                place = Path(folder, below)
                if place.is_symlink():
                    _refuse(place.relative_to(home).as_posix(), "is a link to a folder", problems)
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for file in files:
                if file.endswith(_ENDINGS) and not file.startswith("."):
                    yield Path(folder, file)


def _content(name: str, path: Path, home: Path, problems: Problems) -> bytes | None:
    """Read one file, unless it lies elsewhere, is too large, or cannot be read."""
    real = Path(os.path.realpath(path))
    content = b""
    why = ""
    if not real.is_relative_to(home):
        why = "leads out of the rule base"
    elif path.is_symlink() and not real.exists():
        why = "is a link that leads nowhere"
    elif not real.is_file():
        why = "is not an ordinary file"
    else:
        try:
            with real.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError as error:
            why = f"cannot be read ({error.strerror or error})"
    if len(content) > LARGEST:
        why = f"is larger than {LARGEST // 2**20} MB"
    if why:
        _refuse(name, why, problems)
    return None if why else content


def _refuse(name: str, why: str, problems: Problems) -> None:
    problems.error("unread-file", f"this file {why} and was not read", Span(name, 1, 1, 1, 1))
