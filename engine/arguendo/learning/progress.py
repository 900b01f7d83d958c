"""What was answered, and when it comes round again: a log that only grows, and what follows of it.

When a topic is due is computed from its answers anew by FSRS (Ye, Su and Cao, A Stochastic Shortest
Path Algorithm for Optimizing Spaced Repetition Scheduling, 2022): nothing else is kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import DecodeError, Meta, Struct, ValidationError, json

if TYPE_CHECKING:
    from fsrs import Card

MOST_BYTES = 8 << 20
"""Of the log that is read, and that it may grow to."""

LONGEST_LINE = 4096

FILE = "learning.jsonl"


class Review(Struct, frozen=True):
    """One answer."""

    at: Annotated[datetime, Meta(tz=True)]
    """When it was given."""
    rule_base: str
    topic: str
    right: bool


@dataclass(frozen=True)
class Learnt:
    """How a topic stands."""

    topic: str
    answers: int
    right: int
    due: datetime


@dataclass(frozen=True)
class Progress:
    """A learner's log in a folder, about one rule base; without a folder nothing is kept."""

    folder: Path | None
    rule_base: str

    def reviews(self) -> Iterator[Review]:
        """Go through the answers about the rule base; lines that are damaged are passed over."""
        for line in self._lines():
            review = _read(line)
            if review is not None and review.rule_base == self.rule_base:
                yield review

    def add(self, topic: str, right: bool, at: datetime) -> None:
        """Append an answer. Raises `OSError`."""
        if self.folder is None:
            return
        line = json.encode(Review(at, self.rule_base, topic, right)) + b"\n"
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
        descriptor = os.open(self.folder / FILE, flags, 0o600)
        try:
            size = os.lseek(descriptor, 0, os.SEEK_END)
            if len(line) > LONGEST_LINE or size + len(line) > MOST_BYTES:
                raise OSError("the log of answers is full")
            if size and _last_byte(descriptor, size) != b"\n":
                line = b"\n" + line  # what was cut short must not take this one with it
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def learnt(self) -> Sequence[Learnt]:
        """List the topics that were answered, the one that is due first foremost."""
        topics: dict[str, list[Review]] = {}
        for review in self.reviews():
            topics.setdefault(review.topic, []).append(review)
        found = (
            Learnt(topic, len(each), sum(r.right for r in each), _card(each).due)
            for topic, each in topics.items()
        )
        return sorted(found, key=lambda each: (each.due, each.topic))

    def due(self, now: datetime) -> Sequence[str]:
        """List the topics that are due, longest due first."""
        return [each.topic for each in self.learnt() if each.due <= now]

    def _lines(self) -> list[bytes]:
        if self.folder is None:
            return []
        try:
            with (self.folder / FILE).open("rb") as file:
                return file.read(MOST_BYTES).splitlines()
        except OSError:
            return []


def _read(line: bytes) -> Review | None:
    if len(line) > LONGEST_LINE:
        return None
    try:
        return json.decode(line, type=Review)
    except (DecodeError, ValidationError, RecursionError, UnicodeError):
        return None


def _last_byte(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1)


def _card(reviews: Sequence[Review]) -> Card:
    """Schedule a topic by its answers; where clocks went back, they count as at once."""
    from datetime import UTC

    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(enable_fuzzing=False)
    card, last = Card(card_id=1), None
    for review in reviews:
        at = review.at.astimezone(UTC)
        last = at if last is None else max(at, last)
        rating = Rating.Good if review.right else Rating.Again
        card, _ = scheduler.review_card(card, rating, last)
    return card
