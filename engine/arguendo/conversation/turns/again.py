"""The last query put again, to somebody else or in another way."""

from __future__ import annotations

from dataclasses import replace

from arguendo.inquiry.query import Query

SURE = 0.9


def put_again(last: Query) -> Query:
    """Return a query as it is put again: without what was only so of how it was said before."""
    plain = replace(last, manner=None, alternatives=(), clarify=False, confidence=SURE)
    return replace(plain, notes=(), unread=())
