"""Measure how well it is read what a question assumes, whatever else is made of the question.

    python tests/conversation/assumptions.py [--failures] [FILE ...]

Of labelled questions that assume something, or take something back, it is told how many sets of
assumptions are exactly right, and precision and recall of single assumptions (a statement with its
truth), register by register, with several assumptions apart. What a question asks for is taken from
its label. Held-out registers are only counted in total; `--failures` lists failures of the others.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from arguendo.case import Case
from arguendo.content import find_rule_base
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.readers import revoking
from arguendo.conversation.readers.supposing import assumed_by
from arguendo.conversation.state import State
from arguendo.conversation.utterance import Utterance
from tests.conversation.measure import HELD_OUT, HERE, SHARED, lines
from tests.conversation.registers import MATERIAL, TUNED

_ASSUMING = ("what_if", "assume", "retract")
Truth = dict[str, bool]


@dataclass
class Score:
    """How well the assumptions of some questions were read."""

    times: list[float] = field(default_factory=list)
    exact: int = 0
    of: int = 0
    several_exact: int = 0
    several: int = 0
    right: int = 0
    read: int = 0
    wanted: int = 0

    def count(self, wanted: Truth, got: Truth) -> None:
        """Count one question."""
        same = wanted == got
        self.of += 1
        self.exact += same
        if len(wanted) > 1:
            self.several += 1
            self.several_exact += same
        self.right += len(wanted.items() & got.items())
        self.read += len(got)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        """Write it as a part of a row."""
        return (
            f"exact {self.exact:4}/{self.of:<4} {self.exact / max(1, self.of):6.1%}"
            f"  several {self.several_exact:4}/{self.several:<4}"
            f" {self.several_exact / max(1, self.several):6.1%}"
            f"  precision {self.right / max(1, self.read):6.1%}"
            f"  recall {self.right / max(1, self.wanted):6.1%}"
        )


def read(case: Case, text: str, label: dict[str, Any]) -> Truth:
    """Read what a text assumes, given what it asks for."""
    context = Context(State(case))
    said = sentences(text, context.index.names.pairs)
    if label["intent"] == "retract":
        query = revoking.retract(context, said)
        return {query.statement.key: True} if query and query.statement else {}
    assumed = assumed_by(Utterance(context, said))
    return {statement.key: true for statement, true in assumed.truth.items()}


def readings_of(path: Path, case: Case) -> Iterator[tuple[str, Truth, Truth, float]]:
    """Go through the questions of a file that assume something: wanted, got and how long."""
    for label in lines(path):
        if label.get("intent") not in _ASSUMING:
            continue
        labels = [label, *({**label, **other} for other in label.get("also_ok", ()))]
        wanted = [_wanted(each) for each in labels]
        if not wanted[0]:
            continue
        start = time.perf_counter()
        got = read(case, label["q"], label)
        seconds = time.perf_counter() - start
        yield label["q"], got if got in wanted else wanted[0], got, seconds


def _wanted(label: dict[str, Any]) -> Truth:
    if label["intent"] == "retract":
        return {label["statement"]: True} if label.get("statement") else {}
    return label.get("assume") or {}


def _files() -> Iterator[tuple[Path, bool]]:
    """Go through the files of questions, with whether their failures may be looked at."""
    yield SHARED / "dev-questions.jsonl", True
    yield HERE / "independent" / "1" / "dev-questions.jsonl", True
    yield HERE / "independent" / "2" / "dev-questions.jsonl", False
    yield from ((path, True) for path in HELD_OUT)
    yield from ((path, True) for path in sorted((HERE / "examples").glob("*.jsonl")))
    for path in sorted(MATERIAL.glob("**/*.jsonl")):
        if not path.stem.startswith("dialogues-"):
            yield path, "training" in path.parts or path.stem in TUNED


def tuned_files() -> Iterator[Path]:
    """Go through the files of questions that may be tuned on."""
    return (path for path, tuned in _files() if tuned and path.exists())


def home_of(path: Path) -> Path:
    """Return the rule base that a file's questions are about: its name stands in the path."""
    home = find_rule_base()
    names = {folder.name: folder for folder in (home / "examples").iterdir() if folder.is_dir()}
    return next((names[part] for part in (path.stem, *path.parts) if part in names), home)


def main() -> None:
    """Measure all, and print a table."""
    chosen = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    files = [(path, True) for path in chosen] or [f for f in _files() if f[0].exists()]
    totals = {True: Score(), False: Score()}
    cases: dict[Path, Case] = {}
    for path, tuned in files:
        home = home_of(path)
        case = cases.setdefault(home, cases.get(home) or Case.open(home))
        score = Score()
        for text, wanted, got, seconds in readings_of(path, case):
            score.count(wanted, got)
            totals[tuned].count(wanted, got)
            totals[tuned].times.append(seconds)
            if tuned and wanted != got and "--failures" in sys.argv:
                print(f"  {text}\n      wanted {wanted}\n      got    {got}")  # noqa: T201
        if tuned and score.of:
            print(f"{path.parent.name + '/' + path.stem:45} {score}")  # noqa: T201
    for tuned, score in totals.items():
        slowest = sorted(score.times)[int(0.99 * len(score.times)) :]
        longest = f"  99 % below {1000 * slowest[0]:.0f} ms" if slowest else ""
        print(f"all {'tuned on' if tuned else 'held out':41} {score}{longest}")  # noqa: T201


if __name__ == "__main__":
    main()
