"""How long it takes to understand and to answer, on the article and with a thousand statements.

    python benchmarks/understanding.py [FILE ...]

FILEs hold labelled questions (JSON Lines with `q`); by default those of `tests/conversation` that
the conversation may be tuned on. On the rule base of a thousand statements each question is made of
one of them, and must be understood to be about it. Times are of the processor, the best of a few
runs for each question, so that other work on the machine counts little. Exits with status 1 when
the 99th percentile is over its target, or when a made question is understood to be about another.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from _vocabulary import Said, statements, write

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand

HOME = Path(__file__).resolve().parents[1] / "tests" / "conversation"
ON_ARTICLE, WITH_MANY = 30.0, 100.0
"""Milliseconds that understanding and answering may take at the 99th percentile."""
RUNS = 3
STEP = 7
"""Of so many statements one is asked about."""


def times(case: Case, questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of understanding, and with the answer, for each question."""
    understood, answered = [float("inf")] * len(questions), [float("inf")] * len(questions)
    for _ in range(RUNS):
        for number, question in enumerate(questions):
            start = time.process_time()
            understand(State(case), question)
            between = time.process_time()
            converse(State(case), question)
            end = time.process_time()
            understood[number] = min(understood[number], 1000 * (between - start))
            answered[number] = min(answered[number], 1000 * (end - between))
    return sorted(understood), sorted(answered)


def asked(said: Said) -> list[str]:
    """Make questions of a statement as different people would."""
    return [
        f"Does the {said.actor} {said.bare} the {said.thing}?",
        f"why would the {said.actor} want to {said.bare} our {said.thing}",
        f"If the {said.actor} {said.verb} the {said.thing}, what changes?",
    ]


def missed(case: Case, said: Sequence[Said]) -> list[str]:
    """List the made questions that are understood to be about something else."""
    found = []
    for each in said:
        for question in asked(each):
            query = understand(State(case), question)
            about = [query.statement, *query.assume]
            if each.key not in [statement.key for statement in about if statement]:
                found.append(question)
    return found


def row(name: str, found: Sequence[float], most: float) -> str:
    """Write a row of the table."""
    late = found[int(0.99 * len(found))]
    cells = (sum(found) / len(found), found[len(found) // 2], late)
    columns = "".join(f"{cell:9.1f}" for cell in cells)
    return f"{name:52}{len(found):6}{columns}{most:9.0f}{late / most:8.2f}"


def main() -> int:
    """Measure and print."""
    files = list(map(Path, sys.argv[1:])) or [HOME / "independent" / "1" / "dev-questions.jsonl"]
    lines = (line for path in files for line in path.read_text(encoding="utf-8").splitlines())
    questions = [json.loads(line)["q"] for line in lines]
    print(f"{'milliseconds':52}{'n':>6}{'mean':>9}{'median':>9}{'p99':>9}{'target':>9}{'ratio':>8}")
    understood, answered = times(Case.open(), questions)
    print(row("the article: understood", understood, ON_ARTICLE))
    print(row("the article: understood and answered", answered, ON_ARTICLE))
    with tempfile.TemporaryDirectory() as home:
        write(Path(home))
        many = Case.open(Path(home))
    chosen = statements()[::STEP]
    made = [question for each in chosen for question in asked(each)]
    named, told = times(many, made)
    print(row("1,000 statements: understood", named, WITH_MANY))
    print(row("1,000 statements: understood and answered", told, WITH_MANY))
    wrong = missed(many, chosen)
    print(f"{len(wrong)} of {len(made)} made questions understood to be about something else")
    late = answered[int(0.99 * len(answered))] > ON_ARTICLE
    return int(late or told[int(0.99 * len(told))] > WITH_MANY or bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
