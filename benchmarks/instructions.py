"""Instructions that five key paths take, counted by valgrind: a guard against slow regressions.

    python benchmarks/instructions.py [--write] [PATH ...]

Counts do not depend on what else the machine does. Each path runs in two processes, once and some
more times, and the difference counts, so that starting and warming up do not. Compares with
`benchmarks/results/instructions.json`, which `--write` makes anew; exits with status 1 when a path
takes over 3 per cent more, 2 when there is nothing to compare with. It is run on demand only.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from _generated import write
from _pages import edition, table

RESULTS = Path(__file__).parent / "results" / "instructions.json"
TOLERANCE = 1.03
RUN = "--run"
RULES = 100
ASKED = 5
_TOTAL = re.compile(r"I\s+refs:\s+([\d,]+)")
Path_ = Callable[[], object]


@contextmanager
def _generated() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as home:
        write(Path(home), RULES)
        yield Path(home)


def reading() -> Path_:
    """Read and check a hundred rules and as many facts."""
    from arguendo.library import read

    def again() -> object:
        with _generated() as folder:
            return read(folder)

    return again


def unpacking() -> Path_:
    """Take the shipped rule base out of its packed form."""
    from arguendo.keeping.packing import pack, unpack
    from arguendo.library import load

    content = pack(load())
    return lambda: unpack(content)


def matching() -> Path_:
    """Plan and match a hundred rules, and record every inference."""
    from arguendo.library import load
    from arguendo.matching.grounding import Grounding
    from arguendo.matching.native import NativeMatcher

    with _generated() as folder:
        rulebase = load(folder)
    return lambda: Grounding(rulebase, NativeMatcher(rulebase)).graph


def valuing() -> Path_:
    """Value the shipped rule base under each of its open questions."""
    from arguendo.case import Case
    from arguendo.graph.straight import WORTH

    case = Case.open()
    questions = [each.statement for each in case.rulebase.questions]

    def again() -> object:
        return [case.assume(each).valuation for each in questions]

    for _ in range(WORTH // len(questions) + 1):
        again()  # so often that the function for it is written
    return again


def answering() -> Path_:
    """Understand and answer a question about each of five statements."""
    from arguendo.case import Case
    from arguendo.conversation.dialogue import converse
    from arguendo.conversation.state import State
    from arguendo.vocabulary import Form

    case = Case.open()
    say = case.rulebase.vocabulary.say
    asked = [say(each, Form.ASKS) for each in case.graph.statements[:ASKED]]
    return lambda: [converse(State(case), each) for each in asked]


PATHS: Mapping[str, tuple[Callable[[], Path_], int]] = {
    "reading": (reading, 1),
    "unpacking": (unpacking, 5),
    "matching": (matching, 5),
    "valuing": (valuing, 40),
    "answering": (answering, 1),
}
"""With how many times more they run."""


def counted(name: str) -> int:
    """Return the instructions of running a path once.

    What is kept on disk is made before, since making it takes ten times what starting does.
    """
    _, times = PATHS[name]
    with tempfile.TemporaryDirectory() as cache, ThreadPoolExecutor(2) as pool:
        _run([], name, 1, cache)
        more, once = pool.map(lambda each: _total(name, each, cache), (1 + times, 1))
        return (more - once) // times


def _total(name: str, times: int, cache: str) -> int:
    valgrind = [
        "valgrind",
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
    ]
    found = _TOTAL.search(said := _run(valgrind, name, times, cache))
    if found is None:
        raise SystemExit(f"valgrind counts nothing: {said}")
    return int(found[1].replace(",", ""))


def _run(before: list[str], name: str, times: int, cache: str) -> str:
    """Run a path in a process of its own; return what goes to its standard error."""
    command = [*before, sys.executable, __file__, RUN, name, str(times)]
    surroundings = os.environ | {"PYTHONHASHSEED": "0", "ARGUENDO_CACHE": cache}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=surroundings)
    return done.stderr


def compared(found: Mapping[str, int], before: Mapping[str, int]) -> Iterator[list[str]]:
    """Go through the rows of the table."""
    yield ["path", "million instructions", "before", "ratio"]
    for name, count in found.items():
        old = before.get(name)
        ratio = [f"{old / 1e6:.1f}", f"{count / old:.3f}"] if old else ["–", "–"]
        yield [name, f"{count / 1e6:.1f}", *ratio]


def _surroundings() -> str:
    return f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}"


def main() -> int:
    """Count, compare and print; or run one path, for valgrind."""
    if sys.argv[1:2] == [RUN]:
        make, _ = PATHS[sys.argv[2]]
        path = make()
        for _ in range(int(sys.argv[3])):
            path()
        return 0
    if not shutil.which("valgrind"):
        print("valgrind is not installed")
        return 2
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    same = kept.get("python") == _surroundings()
    before = kept.get("paths", {}) if same else {}
    chosen = [each for each in sys.argv[1:] if each in PATHS] or list(PATHS)
    with ThreadPoolExecutor(2) as pool:  # counts stay the same beside each other
        found = dict(zip(chosen, pool.map(counted, chosen), strict=True))
    print(table([*compared(found, before)]))
    if "--write" in sys.argv[1:]:
        made = {"python": _surroundings(), "valgrind": _edition(), "paths": {**before, **found}}
        made["msgspec"] = edition("msgspec")
        RESULTS.write_text(json.dumps(made, indent=2) + "\n", encoding="utf-8")
        return 0
    if not before:
        print(f"nothing to compare with: counted with {kept.get('python')}, now {_surroundings()}")
        return 2
    slower = [name for name, count in found.items() if count > before.get(name, count) * TOLERANCE]
    for name in slower:
        print("slower:", name)
    return int(bool(slower))


def _edition() -> str:
    done = subprocess.run(["valgrind", "--version"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
