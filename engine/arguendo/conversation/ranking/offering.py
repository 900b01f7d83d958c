"""Asking back: the one reading that there is, or which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import MOST_OFFERED
from arguendo.inquiry.query import Query


def one_or_which(queries: Sequence[Query], confidence: float) -> Query:
    """Ask the one, or ask back which of several is meant, each so sure as it says."""
    first, *others = queries
    if not others:
        return first
    alternatives = tuple(others[: MOST_OFFERED - 1])
    return replace(first, clarify=True, confidence=confidence, alternatives=alternatives)
