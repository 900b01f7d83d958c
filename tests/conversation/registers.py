"""Measure understanding register by register, on all three rule bases.

    python tests/conversation/registers.py [--failures]

Prints for each rule base and register how many questions are understood rightly, and how many
wrongly without a word of doubt. `student` and `policy-memo` may be tuned on; the other registers
are held out: `--failures` lists failures of the former only. The questions that further hands
wrote in the registers held out are counted with them, and apart.
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
INDEPENDENT = Path(__file__).resolve().parent / "independent"
FURTHER = ("4", "5")
"""Sets by further hands, in the registers held out; the id of a question tells its register."""
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
        if any(folder.glob("*.jsonl")):
            example = home / "examples" / folder.name
            yield folder.name, example if example.is_dir() else home


def measured(name: str, home: Path) -> Iterator[tuple[str, str, str, list[Result]]]:
    """Go through what there is on a rule base: by whom, of what kind, in what register, results."""
    case = Case.open(home)
    for path in sorted((MATERIAL / name).glob("*.jsonl")):
        is_dialogue = path.stem.startswith("dialogues-")
        run: Callable[[Path, Case], Iterator[Result]] = dialogues if is_dialogue else questions
        register = path.stem.removeprefix("dialogues-")
        by = "tuned on" if register in TUNED else "held out, first hands"
        yield by, "dialogues" if is_dialogue else "questions", register, list(run(path, case))
    for number in FURTHER:
        further: dict[str, list[Result]] = {}
        path = INDEPENDENT / number / name / "dev-questions.jsonl"
        for each in questions(path, case) if path.exists() else ():
            further.setdefault(_register(each.id), []).append(each)
        for register, results in further.items():
            yield f"held out, set {number}", "questions", register, results


def _register(name: str) -> str:
    """Return the register that the id of a question tells: `za-non-native-001`."""
    return name.partition("-")[2].rpartition("-")[0]


def main() -> None:
    """Measure all, and print a table."""
    sums: dict[tuple[str, str], list[Count]] = {}
    for name, home in folders():
        for by, kind, register, results in measured(name, home):
            counted = count(results)
            print(f"{name:20} {kind:10} {register:16} {by:24} {counted}")  # noqa: T201
            sums.setdefault((kind, by), []).append(counted)
            if "--failures" in sys.argv and by == "tuned on":
                for each in results:
                    if not each.right:
                        print(f"    {each.question}\n        {each.wanted}\n        {each.got}")  # noqa: T201
    for (kind, by), counts in sorted(sums.items()):
        print(f"{f'all {kind}, {by}':45} {total(counts)}")  # noqa: T201
    held = [
        each
        for (kind, by), counts in sums.items()
        if kind == "questions" and by.startswith("held out")
        for each in counts
    ]
    print(f"{'all questions, held out':45} {total(held)}")  # noqa: T201


if __name__ == "__main__":
    main()
