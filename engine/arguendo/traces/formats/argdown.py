"""Argdown: each application of a rule as premises and a conclusion, and what attacks what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from arguendo.export.wire import encode
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.formats.sequence import upward
from arguendo.traces.record import Trace, TraceStep

_SPECIAL = re.compile(r"[\[\]<>{}()@#*_+\-=\\/:|]")


def argument_map(trace: Trace, source: Source) -> str:
    """Write the arguments of a trace."""
    return "\n".join(_lines(trace, source)).rstrip()


def _lines(trace: Trace, source: Source) -> Iterator[str]:
    yield f"===\ntitle: {encode(trace.question.text)}\n===\n"
    goal = trace.question.statement
    yield f"[{_name(goal, source)}]: {_plain(trace.text.line)}"
    for each in trace.against:
        yield f"  - [{_name(each.statement, source)}]"
    yield ""
    arguments = [("for", trace.steps), *(("against", each.steps) for each in trace.against)]
    for number, (side, steps) in enumerate(arguments, 1):
        yield from _argument(f"{side} {number}", steps, source)
    for number, failure in enumerate(trace.failures, 1):
        yield f"<{_plain(failure.rule)} fails {number}>: {_plain(source.says(failure.claim))}"
        for key in failure.rebutted_by:
            yield f"  - [{_name(key, source)}]"
        yield ""


def _argument(name: str, steps: Sequence[TraceStep], source: Source) -> Iterator[str]:
    order = upward(steps)
    if not any(step.rule for step in order):
        return
    number: dict[int, int] = {}
    last = 0
    yield f"<{name}>\n"
    for step in order:
        if step.rule is not None:
            uses = [str(number[n]) for n in dict.fromkeys(step.uses)]
            if not uses:
                # Argdown has no conclusion without a premise.
                last += 1
                uses = [str(last)]
                yield f"({last}) nothing speaks against it"
            yield f"--\n{_plain(step.rule)} {{uses: [{', '.join(uses)}]}}\n--"
        last += 1
        number[step.n] = last
        yield f"({last}) [{_name(step.claim, source)}]: {_plain(step.text)}"
    yield ""


def _name(key: str, source: Source) -> str:
    return _plain(source.says(key))


def _plain(text: str) -> str:
    """Write a text in which nothing means anything to Argdown."""
    return _SPECIAL.sub(" ", text).strip()


def write(source: Source, out: Path) -> None:
    """Write a map for each trace to a folder."""
    write_each(out, source, ".argdown", lambda trace: argument_map(trace, source))
