"""All that there is to say about a rule base: its errors or, when it has none, what is doubtful.

This is what `arguendo check` and editors ask; a program that only wants to argue loads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from arguendo import review
from arguendo.case import Case
from arguendo.checks.pages import codes as codes
from arguendo.checks.pages import page as page
from arguendo.content import FOLDERS, find_rule_base
from arguendo.including import LARGEST, read_within
from arguendo.library import read
from arguendo.problems import Problem, Problems, Severity
from arguendo.review import Check
from arguendo.review.settings import FILE, Settings, read_settings
from arguendo.review.silencing import Silenced, silence
from arguendo.rulebase import RuleBase
from arguendo.span import Span
from arguendo.yaml_nodes import readable

_HEAD = re.compile(r"""^(["']?)rule base\1[ \t]*:""", re.MULTILINE)


@dataclass(frozen=True)
class Selection:
    """Which findings are asked for; errors always are."""

    only: frozenset[str] = frozenset()
    """Codes; none means all."""
    ignore: frozenset[str] = frozenset()

    def wants(self, code: str) -> bool:
        """Tell whether findings of a code are asked for."""
        return (not self.only or code in self.only) and code not in self.ignore


@dataclass(frozen=True)
class Report:
    """What came of an examination."""

    rulebase: RuleBase | None
    """None when it has errors."""
    problems: tuple[Problem, ...]
    """By place."""
    silenced: tuple[Silenced, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """File name to content."""

    def count(self, severity: Severity) -> int:
        """Count the problems that are as grave as this."""
        return sum(problem.severity is severity for problem in self.problems)


def examine(
    folder: Path | None = None,
    drafts: Mapping[str, str] | None = None,
    selection: Selection | None = None,
) -> Report:
    """Read, check and review a rule base; `drafts` are texts not saved yet, by file name."""
    given = dict(drafts or {})
    settings = given.pop(FILE, None)
    rulebase, problems, texts = read(folder, given)
    return look_at(Read(find_rule_base(folder), rulebase, problems, texts), settings, selection)


@dataclass(frozen=True)
class Read:
    """A rule base that was read and checked already."""

    home: Path
    """Its folder, where the settings lie."""
    rulebase: RuleBase | None
    """None when it has errors."""
    problems: Iterable[Problem]
    texts: Mapping[str, str]


def look_at(
    found: Read, settings_draft: str | None = None, selection: Selection | None = None
) -> Report:
    """Review what was read, by its settings, or by a text of them that is not saved yet."""
    problems = Problems()
    for problem in found.problems:
        problems.add(problem)
    texts = dict(found.texts)
    written = settings_draft
    if written is None:
        written = _settings_text(found.home, problems)
    settings = Settings()
    if written is not None:
        texts[FILE] = readable(written)
        settings = read_settings(written, problems)
    if found.rulebase is None or problems.has_errors:
        return Report(found.rulebase, tuple(problems), (), texts)
    return _review(found.rulebase, problems, _Filter(selection or Selection(), settings), texts)


def code_of(check: Check) -> str:
    """Return the code of what a check yields: the name of its file."""
    return check.__module__.rpartition(".")[2].replace("_", "-")


def is_own(file: str) -> bool:
    """Tell whether a file belongs to a rule base itself, and not to one that it includes."""
    return file == FILE or file.partition("/")[0] in FOLDERS


@dataclass(frozen=True)
class _Filter:
    """What is wanted, by the command line and by the rule base's own settings."""

    selection: Selection
    settings: Settings

    def wants(self, code: str, file: str = "") -> bool:
        return self.selection.wants(code) and self.settings.wants(code, file)

    def wants_problem(self, problem: Problem) -> bool:
        return self.wants(problem.code, problem.span.file if problem.span else "")

    def weighed(self, problem: Problem) -> Problem:
        return replace(problem, severity=self.settings.severity(problem))


def _review(
    rulebase: RuleBase, problems: Problems, wanted: _Filter, texts: Mapping[str, str]
) -> Report:
    """Run the checks that are wanted. What the author silenced is silenced at its own severity.

    A team that calls a finding an error can still say in the file where it is meant. What is
    doubtful in an included rule base is told where that one is examined.
    """
    own = {file: text for file, text in texts.items() if is_own(file)}
    found = Problems()
    for problem in (*problems, *_findings(rulebase, wanted, own)):
        if (problem.span is None or is_own(problem.span.file)) and wanted.wants_problem(problem):
            found.add(problem)
    kept, silenced, about = silence(own, found, wanted.wants)
    told = Problems()
    for problem in (*kept, *filter(wanted.wants_problem, about)):
        told.add(wanted.weighed(problem))
    return Report(rulebase, tuple(told), tuple(silenced), texts)


def _findings(rulebase: RuleBase, wanted: _Filter, texts: Mapping[str, str]) -> Iterator[Problem]:
    checks = [check for check in review.ALL if wanted.wants(code_of(check))]
    if not checks:
        return
    case = Case.of(rulebase, "", editing=True)
    for check in checks:
        for problem in check(case):
            yield problem if problem.span else replace(problem, span=_head(texts))


def _head(texts: Mapping[str, str]) -> Span | None:
    """Return the place for findings about the whole: the section `rule base`, else the top."""
    for file, text in texts.items():
        match = _HEAD.search(text)
        if match:
            line = text.count("\n", 0, match.start()) + 1
            return Span(file, line, 1, line, match.end() - match.start() + 1)
    first = next(iter(texts), None)
    return None if first is None else Span(first, 1, 1, 1, 1)


def _settings_text(home: Path, problems: Problems) -> str | None:
    path = home / FILE
    if not path.is_symlink() and not path.exists():
        return None
    content, why = read_within(home.resolve(), path)
    if len(content) > LARGEST:
        why = f"is larger than {LARGEST // 2**20} MB"
    if why:
        message = f"this file {why} and was not read"
        problems.error("unread-file", message, Span(FILE, 1, 1, 1, 1))
        return None
    return content.decode("utf-8-sig", errors="surrogateescape")
