"""`arguendo verify`: whether the certificates of saved answers prove them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from arguendo_tui.cli.console import RuleBaseOption, Status, Stop, chosen_folder, open_case
from arguendo_tui.cli.counting import counted
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo ask --certify --json "Does the strategy work?" > answer.json

  arguendo verify answer.json

  arguendo ask --certify --dialogue questions.txt | arguendo verify -
"""

GROUP = Group.MACHINES

LARGEST = 64 * 2**20
"""Bytes in one answer."""


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Answers with certificates, one a line; - is stdin."),
    ],
    rule_base: RuleBaseOption = None,
) -> int:
    """Check that the certificates of saved answers prove them.

    They are checked by the rules alone, without the engine.

    Exit status: 0 every answer is proven, 1 one is not, 2 wrong usage, 3 the rule base has errors.
    """
    from arguendo.export.certificates import BadCertificate, Rejected, checked, read_certificates

    rulebase = open_case(chosen_folder(context, rule_base)).rulebase
    rejected = number = 0
    for number, line in enumerate(_answers(file), 1):
        try:
            found = read_certificates(line, rulebase)
            held = checked(found, rulebase)
            told = f"proven, {counted(held, 'statement')} in {counted(len(found), 'model')}"
        except (BadCertificate, Rejected) as error:
            rejected += 1
            told = f"NOT PROVEN: {error}"
        print(f"answer {number}: {told}")
    if not number:
        raise Stop("there is no answer to verify")
    print(f"\n{counted(number, 'answer')}, {rejected} not proven")
    return Status.UNANSWERED if rejected else Status.ANSWERED


def _answers(name: str) -> Iterator[bytes]:
    """Go through the answers of a file: one a line, or one over several lines."""
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as file:
            first = file.readline(LARGEST).strip()
            if first.endswith(b"}") or not first:
                yield from filter(None, (first, *map(bytes.strip, file)))
            else:
                yield first + file.read(LARGEST)
    except OSError as error:
        raise Stop(f"“{name}” cannot be read: {error.strerror or error}") from error
