"""What makes two traces the same, and which split a trace belongs to."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from arguendo.traces.record import Trace

SPLITS = (("train", 80), ("validation", 10), ("test", 10))
"""Splits, and how many of a hundred traces go to each."""


def identity(trace: Trace) -> str:
    """Return the digest of question, status, proof or why-not, flips and flaw.

    What is assumed besides, on which none of these rests, does not count.
    """
    flaw = (trace.flaw.kind, trace.flaw.step) if trace.flaw else None
    parts = (
        trace.rule_base.digest,
        trace.question.statement,
        (trace.status, trace.degree, trace.basis, trace.reason),
        trace.steps,
        trace.against,
        (trace.failures, trace.missing),
        trace.flips,
        flaw,
    )
    return digest(msgspec.json.encode(parts))


def digest(content: bytes) -> str:
    """Return a short digest, long enough for any two of many millions to differ."""
    return blake2b(content, digest_size=16).hexdigest()


def split_of(id: str) -> str:
    """Choose a split by an id alone, so that it is the same in every run."""
    place = int(id[:8], 16) % 100
    for name, share in SPLITS:
        place -= share
        if place < 0:
            return name
    raise AssertionError("the shares of the splits make a hundred")
