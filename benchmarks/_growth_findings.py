"""What `growth.py` measures, as findings: from files to a first answer at 10² to 10⁵ rules."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import _bare
import growth
from _findings import Finding, Part
from _generated import write
from reading import exponent

QUICK = (100, 1_000)
PATIENCE = 45.0
"""Seconds by the clock after which CLIPS is stopped, fewer than `growth.py` alone gives it."""
STATED = 10_000
"""Rules for which targets are stated."""
MOST_PARSED = 10_000
"""Rules up to which the bare parsing is measured."""


def part(quick: bool) -> Part:
    """Measure what the page of all benchmarks tells."""
    growth.PATIENCE = PATIENCE
    sizes = QUICK if quick else growth.SIZES
    found = {size: growth.measure(size) for size in sizes}
    findings = [
        finding
        for size in sizes
        for way, most in (("cold", growth.COLD), ("kept", growth.KEPT))
        if (finding := _finding(size, way, most, found[size]))
    ]
    seconds = {
        way: {str(size): each[way]["seconds"] for size, each in found.items() if way in each}
        for way in ("cold", "kept", growth.CLIPS)
        if way in found[sizes[0]]
    }
    held = ", ".join(f"{each['cold']['held']:,}" for each in found.values())
    return Part(tuple(findings), f"what holds, by count: {held}", seconds)


def _finding(size: int, way: str, most: float, found: Mapping[str, Any]) -> Finding:
    took = found[way]
    is_parsed = way == "cold" and size <= MOST_PARSED
    stages = ((name, taken / took["seconds"]) for name, taken in took["stages"].items())
    return Finding(
        work=f"files to answer, {way}, {size:,} rules",
        unit="ms",
        ours=took["seconds"] * 1e3,
        others=({"CLIPS": found[growth.CLIPS]["seconds"] * 1e3} if growth.CLIPS in found else {}),
        most=most * 1e3 if size == STATED else None,
        bare=_parsing(size) * 1e3 if is_parsed else None,
        bare_is="a digest of the files, and libyaml's events of them" if is_parsed else "",
        where=", ".join(f"{name} {share:.0%}" for name, share in stages),
    )


def _parsing(size: int) -> float:
    """Return the seconds that digest and bare events of so many rules take."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with tempfile.TemporaryDirectory() as home:
        write(Path(home, "rules"), size)
        texts = [file.read_text(encoding="utf-8") for file in Path(home).rglob("*.yaml")]

    def parse() -> None:
        for text in texts:
            hashlib.sha256(text.encode()).digest()
            for _ in yaml.parse(text, Loader=loader):
                pass

    return _bare.seconds(parse, 2)


def exponents(seconds: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Fit seconds = c · rules^e from 1,000 rules on, where there are two sizes; return each e."""
    fitted = {}
    for way, by_size in seconds.items():
        pairs = [(int(size), taken) for size, taken in by_size.items()]
        chosen = [pair for pair in pairs if pair[0] >= 1_000]
        rules: Sequence[int]
        taken: Sequence[float]
        rules, taken = zip(*(chosen if len(chosen) > 1 else pairs), strict=True)
        fitted[way] = exponent(rules, taken)
    return fitted
