"""How long an answer takes: in a new process, and inside a running conversation.

    python benchmarks/answers.py

Prints a table; exits with status 1 when a median is over its target.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.vocabulary import Form

PROGRAM = Path(sys.executable).with_name("arguendo")


def median_of(action: Callable[[], object], times: int) -> float:
    """Return the median time of an action in milliseconds, after one run to warm up."""
    action()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def new_process(*arguments: str) -> Callable[[], object]:
    """Run the program as a person would from a shell."""
    return lambda: subprocess.run(
        [str(PROGRAM), *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def main() -> int:
    """Measure and print."""
    case = Case.open()
    vocabulary = case.rulebase.vocabulary
    questions = [vocabulary.say(statement, Form.ASKS) for statement in case.graph.statements]
    state = State(case)
    spoken = iter(questions * 10)
    rows = [
        (
            "python -c pass",
            median_of(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 15),
            0,
        ),
        (
            "arguendo ask QUESTION, a new process",
            median_of(new_process("ask", "--brief", questions[0]), 15),
            400,
        ),
        ("an answer in a conversation", median_of(lambda: converse(state, next(spoken)), 200), 20),
    ]
    late = False
    for name, milliseconds, target in rows:
        limit = f"target {target}" if target else ""
        late |= bool(target) and milliseconds > target
        print(f"{name:40} {milliseconds:8.1f} ms   {limit}")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
