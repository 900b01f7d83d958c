"""Measure how many labelled questions are understood rightly.

    python tests/conversation/measure.py [FOLDER]

FOLDER holds `dev-questions.jsonl` and `dev-dialogues.jsonl`; by default `../shared/questions`
beside the repository. The project's own held-out questions are measured apart.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Query

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared" / "questions"
HELD_OUT = tuple(sorted(HERE.glob("held-out*.jsonl")))

_NO_STATEMENT = {
    "recommend", "list", "describe", "compare", "help", "out_of_scope", "assume"
}  # fmt: skip


@dataclass(frozen=True)
class Result:
    """One question, what was wanted and what was understood."""

    id: str
    question: str
    right: bool
    wanted: str
    got: str


def matches(query: Query, label: dict[str, Any]) -> bool:
    """Tell whether a reading is right, as the contract says."""
    labels = [label, *({**label, **other} for other in label.get("also_ok", ()))]
    return any(_matches_one(query, each) for each in labels)


def _matches_one(query: Query, label: dict[str, Any]) -> bool:
    intent = label["intent"]
    if query.intent.value != intent:
        return False
    if query.intent is Intent.LIST:
        return query.listing is not None and query.listing.value == label.get("what")
    if {s.key: true for s, true in query.assume.items()} != label.get("assume", {}):
        return False
    if intent in ("describe", "recommend") and query.entity != label.get("entity"):
        return False
    if intent in _NO_STATEMENT or (intent == "what_if" and label.get("statement") is None):
        return True
    return bool((query.statement.key if query.statement else None) == label.get("statement"))


def brief(query: Query) -> str:
    """Write a reading in a line."""
    assume = {s.key: true for s, true in query.assume.items()}
    parts = [query.intent.value, query.statement.key if query.statement else "-", str(assume or "")]
    parts += [query.entity or "", query.listing.value if query.listing else ""]
    sure = f"({query.confidence:.2f}{' clarify' if query.clarify else ''})"
    return " ".join([*filter(None, parts), sure])


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Go through the objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def questions(path: Path, case: Case) -> Iterator[Result]:
    """Understand the questions of a file, each in a new conversation."""
    for label in lines(path):
        query = understand(State(case), label["q"])
        yield _result(label["id"], label["q"], query, label)


def dialogues(path: Path, case: Case) -> Iterator[Result]:
    """Hold the dialogues of a file."""
    for dialogue in lines(path):
        state = State(case)
        for number, label in enumerate(dialogue["turns"], 1):
            query = understand(state, label["q"])
            yield _result(f"{dialogue['id']}.{number}", label["q"], query, label)
            state = told(state, label)


def told(state: State, label: dict[str, Any]) -> State:
    """Say a turn, and confirm an assumption that is asked back about if it was meant."""
    state, reply = converse(state, label["q"])
    asked = reply.asked
    if asked is not None and asked.is_pending and matches(asked, label):
        state, _ = respond(state, state.choices[0])
    return state


def _result(name: str, question: str, query: Query, label: dict[str, Any]) -> Result:
    keys = ("intent", "statement", "assume", "entity", "what")
    wanted = " ".join(str(label[key]) for key in keys if label.get(key))
    return Result(name, question, matches(query, label), wanted, brief(query))


def share(results: list[Result]) -> float:
    """Return the share understood rightly."""
    return sum(result.right for result in results) / len(results)


def report(name: str, results: list[Result], seconds: float) -> None:
    """Print the share, and the failures unless the questions are held out from tuning."""
    for result in results:
        if not result.right and not name.startswith("held-out"):
            print(f"{result.id}  {result.question}\n      wanted {result.wanted}")  # noqa: T201
            print(f"      got    {result.got}")  # noqa: T201
    right = sum(result.right for result in results)
    print(  # noqa: T201
        f"{name}: {right} of {len(results)} right ({share(results):.1%}),"
        f" {1000 * seconds / len(results):.1f} ms each\n"
    )


def main() -> None:
    """Measure all that is there."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    case = Case.open()
    understand(State(case), "warm up")
    todo = [
        (folder / "dev-questions.jsonl", questions),
        (folder / "dev-dialogues.jsonl", dialogues),
        *((path, questions) for path in HELD_OUT),
    ]
    for path, run in todo:
        if path.exists():
            start = time.perf_counter()
            results = list(run(path, case))
            report(path.name, results, time.perf_counter() - start)


if __name__ == "__main__":
    main()
