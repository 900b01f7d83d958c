"""A program as one function over words, compiled to machine code by numba.

Nothing is written to memory between two operations, and the compiler works on several words at
once. Only numbers of a program stand in the source that is compiled: nothing of a rule base does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np

from arguendo.sweeps.blocks import Words
from arguendo.sweeps.program import Op, Program, Repeat, Step

MOST_OPERATIONS = 20_000
"""Steps of a program that the compiler is asked to take as one function."""

_SIGNS = {Op.AND: "&", Op.OR: "|"}


class Fused:
    """Runs a program on blocks of at most so many words, as `Blocks` does."""

    def __init__(self, program: Program, words: int) -> None:
        """Compile the program, which takes seconds, and make room for the inputs' bits."""
        self.words = words
        self._given = np.zeros((max(1, len(program.inputs)), words), np.uint64)
        pairs = zip(self._given, program.inputs, strict=False)
        self.inputs = [row if buffer else None for row, buffer in pairs][: len(program.inputs)]
        """By input: its words, or None where nothing asks for it."""
        self.kept = np.zeros((program.kept, words), np.uint64)
        """The bits kept of the block run last."""
        self._counts = np.zeros(program.counters, np.int64)
        self._kernel = kernel(program)

    @property
    def counts(self) -> list[int]:
        """What has been counted so far."""
        return [int(count) for count in self._counts]

    def run(self) -> None:
        """Go through all steps once."""
        self._kernel(self._given, self.kept, self._counts)


@cache
def kernel(program: Program) -> Callable[[Words, Words, Any], None]:
    """Compile a program; equal ones once in a process."""
    import numba

    scope = {"ones": _ones_of_a_word(), "np": np}
    exec(compile(source(program), "<program>", "exec"), scope)
    compiled: Callable[[Words, Words, Any], None] = numba.njit(nogil=True)(scope["kernel"])
    return compiled


def source(program: Program) -> str:
    """Write a program as the Python source of `kernel(given, kept, counts)`."""
    lines = ["def kernel(given, kept, counts):", " none = np.uint64(0)", " every = ~none"]
    lines += [f" n{counter} = 0" for counter in range(program.counters)]
    lines += [" for w in range(given.shape[1]):", "  b0 = none", "  b1 = every"]
    for number, buffer in enumerate(program.inputs):
        lines += [f"  b{buffer} = given[{number}, w]"] if buffer else []
    for part in program.parts:
        lines += _lines(part, "  ")
    lines += [f" counts[{counter}] += n{counter}" for counter in range(program.counters)]
    return "\n".join([*lines, ""])


def _lines(part: Step | Repeat, indent: str) -> Iterator[str]:
    if isinstance(part, Repeat):
        yield from (f"{indent}b{variable} = none" for variable, _ in part.changes)
        yield f"{indent}while True:"
        for step in part.steps:
            yield from _lines(step, indent + " ")
        same = " and ".join(f"b{one} == b{after}" for one, after in part.changes)
        yield f"{indent} if {same}: break"
        yield from (f"{indent} b{one} = b{after}" for one, after in part.changes)
    elif part.op is Op.NOT:
        yield f"{indent}b{part.out} = ~b{part.left}"
    elif part.op is Op.COUNT:
        yield f"{indent}n{part.out} += ones(b{part.left})"
    elif part.op is Op.KEEP:
        yield f"{indent}kept[{part.out}, w] = b{part.left}"
    else:
        yield f"{indent}b{part.out} = b{part.left} {_SIGNS[part.op]} b{part.right}"


@cache
def _ones_of_a_word() -> Any:
    """Return the function that counts the bits of a word, as an instruction of the processor."""
    from numba import types
    from numba.extending import intrinsic

    def ones(_context: Any, word: Any) -> Any:
        def generate(_compiling: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
            return builder.ctpop(arguments[0])

        return types.int64(word), generate

    return intrinsic(ones)
