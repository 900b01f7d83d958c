"""Measure understanding register by register, on all three rule bases.

    python tests/conversation/registers.py [--failures]

Prints for each rule base and register how many questions are understood rightly, and how many
wrongly without a word of doubt. `student` and `policy-memo` may be tuned on; the other registers
are held out: `--failures` lists failures of the former only.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from arguendo.case import Case
from arguendo.content import find_rule_base
from tests.conversation.measure import Result, dialogues, questions

MATERIAL = Path(__file__).resolve().parent / "material"
TUNED = ("student", "policy-memo")


class Count(NamedTuple):
    """Questions of one file: how many, understood rightly, wrongly without doubt."""

    of: int
    right: int
    sure_and_wrong: int

    def __str__(self) -> str:
        """Write it as a part of a row."""
        return (
            f"{self.right:4}/{self.of:<4} {self.right / max(1, self.of):6.1%}"
            f"  {self.sure_and_wrong / max(1, self.of):6.1%}"
        )


def count(results: list[Result]) -> Count:
    """Count the results of one file."""
    wrong = [each for each in results if not each.right]
    sure = [each for each in wrong if not each.got.endswith("clarify)")]
    return Count(len(results), len(results) - len(wrong), len(sure))


def total(counts: list[Count]) -> Count:
    """Add counts up."""
    return Count(*(sum(column) for column in zip(*counts, strict=True)))


def folders() -> Iterator[tuple[str, Path]]:
    """Go through the rule bases that there is material for."""
    home = find_rule_base()
    for folder in sorted(MATERIAL.iterdir()):
        if folder.is_dir():
            example = home / "examples" / folder.name
            yield folder.name, example if example.is_dir() else home


def main() -> None:
    """Measure all, and print a table."""
    sums: dict[tuple[str, bool], list[Count]] = {}
    for name, home in folders():
        case = Case.open(home)
        for path in sorted((MATERIAL / name).glob("*.jsonl")):
            is_dialogue = path.stem.startswith("dialogues-")
            run: Callable[[Path, Case], Iterator[Result]] = dialogues if is_dialogue else questions
            results = list(run(path, case))
            counted, register = count(results), path.stem.removeprefix("dialogues-")
            print(f"{name:20} {path.stem:24} {counted}")  # noqa: T201
            kind = "dialogues" if is_dialogue else "questions"
            sums.setdefault((kind, register in TUNED), []).append(counted)
            if "--failures" in sys.argv and register in TUNED:
                for each in results:
                    if not each.right:
                        print(f"    {each.question}\n        {each.wanted}\n        {each.got}")  # noqa: T201
    for (kind, is_tuned), counts in sorted(sums.items()):
        title = f"all {kind}, {'tuned on' if is_tuned else 'held out'}"
        print(f"{title:45} {total(counts)}")  # noqa: T201


if __name__ == "__main__":
    main()
