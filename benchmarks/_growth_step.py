"""One measurement of `growth.py`, in a process of its own: prints seconds, memory and findings.

python benchmarks/_growth_step.py read|keep|kept|clips FOLDER
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any


class Stages:
    """Processor time, stage by stage."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self._last = time.process_time()

    def end(self, name: str) -> None:
        now = time.process_time()
        self.taken[name] = now - self._last
        self._last = now


def ours(folder: Path, *, keep: bool) -> dict[str, Any]:
    from arguendo.case import Case
    from arguendo.library import load, read

    stages = Stages()
    rulebase = load(folder) if keep else read(folder)[0]
    assert rulebase is not None
    stages.end("load")
    case = Case.of(rulebase)
    stages.end("match")
    degrees = case.valuation.degrees
    stages.end("value")
    held = sum(map(bool, degrees))
    counted = {"held": held, "inferences": case.graph.version[1]}
    return {"stages": stages.taken} | counted | _steps(case)


def _steps(case: Any) -> dict[str, Any]:
    """Assume each of some statements on top of the last; the first one links the graph."""
    unheld = [number for number, degree in enumerate(case.valuation.degrees) if not degree]
    taken = []
    for number in unheld[:: max(1, len(unheld) // 20)][:20]:
        statement = case.graph.statements[number]
        start = time.process_time()
        case = case.assume(statement)
        _ = case.valuation
        taken.append((time.process_time() - start) * 1000)
    first, *rest = taken
    return {"first assume ms": first, "assume ms": sorted(rest)[len(rest) // 2]}


def keep(folder: Path) -> dict[str, Any]:
    """Put a rule base and what follows into the folder of what is kept; write it for CLIPS."""
    import _clips_text

    from arguendo.case import Case
    from arguendo.library import load

    stages = Stages()
    rulebase = load(folder)
    _ = Case.of(rulebase).valuation
    stages.end("all")
    if not (folder / "knowledge" / "log.yaml").exists():
        _clips_text.write(rulebase, folder)
    return {"stages": stages.taken}


def clips(folder: Path) -> dict[str, Any]:
    from clips import Environment

    stages = Stages()
    environment = Environment()
    environment.load(str(folder / "rules.clp"))
    environment.reset()
    environment.load_facts(str(folder / "facts.clp"))
    stages.end("load")
    fired = environment.run()
    stages.end("match")
    return {
        "stages": stages.taken,
        "held": sum(1 for _ in environment.facts()),
        "inferences": fired,
    }


def main() -> None:
    """Measure and print."""
    gc.disable()  # as the program does
    way, folder = sys.argv[1], Path(sys.argv[2])
    if way == "clips":
        found = clips(folder)
    elif way == "keep":
        found = keep(folder)
    else:
        found = ours(folder, keep=way == "kept")
    found["seconds"] = sum(found["stages"].values())
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found["megabytes"] = most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
