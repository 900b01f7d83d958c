"""What one part of the benchmarks finds, as plain values that pass from one process to another."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import TypeAlias


@dataclass(frozen=True)
class Finding:
    """What some work costs this program, and what the same work costs others."""

    work: str
    unit: str
    ours: float
    others: Mapping[str, float] = field(default_factory=dict)
    """By engine, in the same unit."""
    most: float | None = None
    """The target: ours is to cost no more."""
    times: Mapping[str, float] = field(default_factory=dict)
    """The target: by engine, how many times as much it is to cost at least."""
    bare: float | None = None
    """What the least that the work could come down to costs on the same machine, in the unit."""
    bare_is: str = ""
    """What that least is."""
    where: str = ""
    """Where the time goes."""

    def missed(self) -> list[str]:
        """Return the targets that were missed, as sentences."""
        found = []
        if self.most is not None and self.ours > self.most:
            found.append(f"{self.work}: {number(self.ours)} {self.unit}, at most {self.most:g}")
        for engine, least in self.times.items():
            if engine in self.others and self.others[engine] / self.ours < least:
                ratio = number(self.others[engine] / self.ours)
                found.append(f"{self.work}: {ratio} times as fast as {engine}, at least {least:g}")
        return found


@dataclass(frozen=True)
class Part:
    """All findings of one part."""

    findings: tuple[Finding, ...]
    agreed: str
    """What was compared, and came to the same."""
    growth: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """By what grows: by size, the figure."""

    def written(self) -> str:
        """Return it as JSON."""
        return json.dumps(asdict(self))


Measure: TypeAlias = Callable[[bool], Part]
"""Measures a part, `True` for as little as tells anything."""


def part_read(text: str) -> Part:
    """Return a part that was written as JSON."""
    found = json.loads(text)
    findings = tuple(Finding(**each) for each in found.pop("findings"))
    return Part(findings, **found)


def number(value: float) -> str:
    """Write a figure with three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
