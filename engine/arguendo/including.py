"""The files that a rule base is made of: its own, and those of the rule bases it includes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from arguendo.content import ENDINGS, FOLDERS, is_rule_base
from arguendo.keeping import kept
from arguendo.problems import Problem, Problems, did_you_mean
from arguendo.span import Span

LARGEST = 8 * 2**20
"""Bytes in one file."""

LARGEST_TOGETHER = 256 * 2**20
"""Bytes in all files together: a hundred thousand rules and a million facts take half of it."""

MOST_FILES = 5_000
MOST_RULE_BASES = 100
"""Rule bases that one may include, by way of others or not."""

_MENTIONED = re.compile(rb"\binclude\b[\"']?\s*:")
"""What stands in every file with includes: the others are not parsed to look for some."""


@dataclass(frozen=True)
class Files:
    """Files by name, relative to the rule base's folder, in the order in which they are read."""

    contents: Mapping[str, bytes]
    """What is included comes before what includes it."""
    included: frozenset[str] = frozenset()
    """The names of those that belong to other rule bases."""


def collect(folder: Path, problems: Problems, drafts: Mapping[str, str] | None = None) -> Files:
    """Read the files of a rule base and of all that it includes, each once.

    `drafts` are texts that stand for files of the same name. What is refused is reported.
    """
    home = folder.resolve()
    if not is_rule_base(home):
        message = f"“{folder}” is not a rule base: it has neither rules/ nor knowledge/"
        above = next(filter(is_rule_base, folder.parents), None) if folder.exists() else None
        hint = f"it lies in “{above}”, which is one" if above else ""
        hint = hint or "name the folder that holds one of them"
        problems.error("no-rule-base", message, hint=hint)
    unsaved = {
        name: text.encode("utf-8", "surrogateescape") for name, text in (drafts or {}).items()
    }
    collector = _Collector(home, problems, unsaved, MOST_FILES, LARGEST_TOGETHER)
    own = collector.add(home, ())
    return Files(collector.contents, frozenset(collector.contents.keys() - own))


@dataclass(frozen=True)
class _Step:
    """On the way from a rule base to one that it includes: which folder includes, and where."""

    folder: Path
    span: Span


@dataclass
class _Collector:
    """Goes through rule bases, deepest first."""

    home: Path
    problems: Problems
    drafts: Mapping[str, bytes]
    files_left: int
    bytes_left: int
    contents: dict[str, bytes] = field(default_factory=dict)
    done: set[Path] = field(default_factory=set)

    def add(self, folder: Path, way: tuple[_Step, ...]) -> Set[str]:
        """Take in what a rule base includes, then its own files, and return their names."""
        self.done.add(folder)
        names = self._names(folder)
        if not names and is_rule_base(folder):
            lead = "there is no file ending in .yaml below rules/ or knowledge/ in"
            span = way[-1].span if way else None
            self.problems.error("no-rule-base", f"{lead} “{self._title(folder)}”", span)
        own = dict(self._read(names, folder))
        for written, span in _includes(own, self.problems):
            step = (*way, _Step(folder, span))
            target = self._target(written, step)
            if target and target not in self.done:
                self.add(target, step)
        self.contents |= own
        return own.keys()

    def _target(self, written: str, way: tuple[_Step, ...]) -> Path | None:
        """Find the folder that is to be included, unless there is something against it."""
        folder, span = way[-1].folder, way[-1].span
        target = Path(os.path.realpath(folder / written))
        circle = [step for step in way if step.folder == target]
        code, message, hint = "bad-include", "", "write the way from there, such as ../common"
        if Path(written).is_absolute() or written.startswith("~"):
            message = f"“{written}” is not relative to the folder of this rule base"
        elif not (target.is_relative_to(folder.parent) and target.is_relative_to(self.home.parent)):
            message = f"“{written}” leads out of the folder in which this rule base lies"
            hint = "only rule bases in that folder can be included, such as ../common"
        elif circle:
            code, message = "circular-include", "these rule bases include each other in a circle"
            hint = self._circle(way[way.index(circle[0]) :])
            if target == folder:
                message, hint = "this rule base includes itself", "delete it"
        elif not is_rule_base(target):
            message = f"“{written}” is not a rule base: it has neither rules/ nor knowledge/"
            hint = did_you_mean(written, _neighbours(folder)) or "name the folder that holds one"
        elif target not in self.done and len(self.done) > MOST_RULE_BASES:
            message = f"more than {MOST_RULE_BASES} rule bases are included"
            hint = "put some of them into one"
        if message:
            self.problems.error(code, message, span, hint)
        return None if message else target

    def _circle(self, way: Iterable[_Step]) -> str:
        """Tell a circle, folder by folder."""
        steps = list(way)
        targets = [*(step.folder for step in steps[1:]), steps[0].folder]
        lines = (
            f"“{self._title(step.folder)}” includes “{self._title(target)}” ({step.span})"
            for step, target in zip(steps, targets, strict=True)
        )
        return "\n".join((*lines, "break it in one of these places"))

    def _title(self, folder: Path) -> str:
        shown = os.path.relpath(folder, self.home.parent)
        return folder.name if shown == "." else shown

    def _name(self, path: Path) -> str:
        """Name a file as seen from the rule base that is read."""
        return Path(os.path.relpath(path, self.home)).as_posix()

    def _names(self, folder: Path) -> list[str]:
        """List the files of one rule base, those included that are drafts so far."""
        tops = [folder / name for name in FOLDERS]
        places = ((name, Path(os.path.normpath(self.home / name))) for name in self.drafts)
        drafts = (name for name, place in places if any(map(place.is_relative_to, tops)))
        return sorted({*map(self._name, self._files(folder)), *drafts})

    def _read(self, names: Iterable[str], folder: Path) -> Iterator[tuple[str, bytes]]:
        """Read files of one rule base; drafts go before them."""
        for name in names:
            if not self.files_left:
                message = f"a rule base has at most {MOST_FILES:,} files, included ones counted"
                self.problems.error("too-many-files", message)
                return
            self.files_left -= 1
            if name in self.drafts:
                yield name, self.drafts[name]
            elif (content := self._content(name, folder)) is not None:
                yield name, content

    def _files(self, folder: Path) -> Iterator[Path]:
        for name in FOLDERS:
            top = folder / name
            if top.is_symlink() and not top.resolve().is_relative_to(folder):
                self._refuse(self._name(top), "leads out of the rule base")
                continue
            for above, folders, files in os.walk(top):
                for below in folders:
                    place = Path(above, below)
                    if place.is_symlink():
                        self._refuse(self._name(place), "is a link to a folder")
                folders[:] = sorted(each for each in folders if not each.startswith("."))
                for file in files:
                    if file.startswith("."):
                        continue
                    if file.endswith(ENDINGS):
                        yield Path(above, file)
                    elif meant := _meant(file):
                        self._refuse(self._name(Path(above, file)), f"should be called “{meant}”")

    def _content(self, name: str, folder: Path) -> bytes | None:
        """Read one file, unless it lies elsewhere, is too large, or cannot be read."""
        path = Path(os.path.normpath(self.home / name))
        content, why = read_within(folder, path)
        if len(content) > LARGEST:
            why = f"is larger than {LARGEST // 2**20} MB"
        elif len(content) > self.bytes_left:
            why = f"is, together with those before it, larger than {LARGEST_TOGETHER // 2**20} MB"
        if why:
            self._refuse(name, why)
            return None
        self.bytes_left -= len(content)
        return content

    def _refuse(self, name: str, why: str) -> None:
        message = f"this file {why} and was not read"
        self.problems.error("unread-file", message, Span(name, 1, 1, 1, 1))


def _meant(file: str) -> str:
    """Return the name that a file was meant to have, if its ending only looks right, else nothing.

    Editors of plain text add an ending of their own, which not every system shows.
    """
    stem, ending = os.path.splitext(file.casefold().removesuffix(".txt"))  # noqa: PTH122
    return f"{file[: len(stem)]}{ending}" if ending in ENDINGS else ""


def read_within(folder: Path, path: Path, most: int = LARGEST) -> tuple[bytes, str]:
    """Read at most one byte more than `most` of a file, or say why not.

    Only an ordinary file is read, and one that really lies in the folder.
    """
    real = Path(os.path.realpath(path))
    if not real.is_relative_to(folder):
        return b"", "leads out of the rule base"
    if path.is_symlink() and not real.exists():
        return b"", "is a link that leads nowhere"
    if not real.is_file():
        return b"", "is not an ordinary file"
    try:
        with real.open("rb") as file:
            return file.read(most + 1), ""
    except OSError as error:
        return b"", f"cannot be read ({error.strerror or error})"


def _includes(contents: Mapping[str, bytes], problems: Problems) -> Iterator[tuple[str, Span]]:
    """Find what the head of a rule base includes, and where each stands.

    What was found is kept between runs, since parsing takes longer than all else that `load` does.
    """
    for name, content in contents.items():
        if _MENTIONED.search(content):
            digest = sha256(name.encode("utf-8", "surrogateescape") + b"\0" + content).hexdigest()
            found, wrong = kept("includes", digest, partial(_parsed, name, content))
            yield from found
            for problem in wrong:
                problems.add(problem)


def _parsed(name: str, content: bytes) -> tuple[list[tuple[str, Span]], list[Problem]]:
    # Imported here, since it is seldom needed.
    from arguendo.reading import rule_base
    from arguendo.yaml_nodes import parse

    problems = Problems()
    text = content.decode("utf-8-sig", errors="surrogateescape")
    # What else is wrong with the file is told when all of it is read.
    found = list(rule_base.included(parse(name, text, Problems()), problems))
    return found, list(problems)


def _neighbours(folder: Path) -> list[str]:
    """Name the rule bases beside one, as it would include them."""
    try:
        beside = sorted(folder.parent.iterdir())
    except OSError:
        return []
    return [f"../{each.name}" for each in beside if each != folder and is_rule_base(each)]
