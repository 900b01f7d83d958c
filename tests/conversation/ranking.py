"""Measure whether the right statement comes first, apart from what is wanted with it.

    python tests/conversation/ranking.py [--failures]

Each labelled question is ranked with the right intent and the right assumptions given, so that
only the choice of the statement is measured. Prints, for each file, how often the right one comes
first and how often among the first three. Files that are held out are counted, never listed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arguendo.case import Case
from arguendo.content import find_rule_base
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, sentences
from arguendo.conversation.ranking import target
from arguendo.conversation.segmentation.segments import take_apart
from arguendo.conversation.state import State
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.statements.spelling import repaired
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent
from arguendo.statements import Statement
from tests.conversation.measure import HELD_OUT, HERE, SHARED, lines

TUNED = ("student", "policy-memo")
AMONG = 3
WHOLE = "china-north-korea"


@dataclass(frozen=True)
class Source:
    """A file of labelled questions on one rule base."""

    rule_base: str
    path: Path
    tuned: bool
    """Whether it may be tuned on."""

    @property
    def name(self) -> str:
        """What it is called in tables."""
        return f"{self.rule_base}/{self.path.parent.name}/{self.path.stem}"


@dataclass(frozen=True)
class Asked:
    """A question with the statements of which any is right."""

    source: Source
    text: str
    intent: Intent
    right: frozenset[str]
    context: Context
    utterance: Utterance
    said: tuple[Sentence, ...]
    assumed: tuple[Statement, ...]
    held: bool = True
    """Whether the first of the assumptions is that something is so."""

    def readings(self) -> list[Reading]:
        """Rank the statements, with intent and assumptions given."""
        found = target.readings(
            self.context, self.said, self.intent, self.utterance.wanted, self.assumed
        )
        return [each for each in found if each.statement not in self.assumed]

    def place(self, readings: list[Reading]) -> int:
        """Return the place of the right statement, from 0; a large one when it is not there."""
        expand = self.context.matcher.foreseen.expand
        for place, reading in enumerate(readings):
            if expand(reading.statement)[0].key in self.right:
                return place
        return 99


def sources() -> Iterator[Source]:
    """Go through all files of questions, those that may be tuned on first."""
    home = [SHARED, HERE / "independent" / "1"]
    for path in (*(folder / "dev-questions.jsonl" for folder in home), *HELD_OUT):
        if path.exists():
            yield Source(WHOLE, path, tuned=True)
    for path in sorted((HERE / "examples").glob("*.jsonl")):
        yield Source(path.stem, path, tuned=True)
    for path in sorted((HERE / "material").glob("*/*.jsonl")):
        if not path.stem.startswith("dialogues") and path.parent.name != "training":
            yield Source(path.parent.name, path, path.stem in TUNED)
    yield from training(HERE / "material" / "training")
    yield Source(WHOLE, HERE / "independent" / "2" / "dev-questions.jsonl", tuned=False)


def training(folder: Path) -> Iterator[Source]:
    """Go through the questions that were written for tuning, a folder a rule base."""
    for path in sorted(folder.rglob("*.jsonl")):
        if "dialogue" not in path.stem:
            yield Source(_rule_base(path.relative_to(folder).as_posix()), path, tuned=True)


def _rule_base(name: str) -> str:
    return next((b for b in ("animals", "british-citizenship") if b in name), WHOLE)


class Cases:
    """The cases of the rule bases, each opened once."""

    def __init__(self) -> None:
        """Open none yet."""
        self._contexts: dict[str, Context] = {}

    def context(self, rule_base: str) -> Context:
        """Return a new conversation about a rule base."""
        if rule_base not in self._contexts:
            home = find_rule_base()
            folder = home / "examples" / rule_base
            case = Case.open(folder if folder.is_dir() else home)
            self._contexts[rule_base] = Context(State(case))
        return self._contexts[rule_base]


def asked(source: Source, cases: Cases) -> Iterator[Asked]:
    """Go through the questions of a file that are about a statement."""
    context = cases.context(source.rule_base)
    for label in lines(source.path):
        found = _asked(source, context, label)
        if found is not None:
            yield found


def _asked(source: Source, context: Context, label: dict[str, Any]) -> Asked | None:
    right = {label.get("statement")}
    right |= {
        other["statement"]
        for other in label.get("also_ok", ())
        if other.get("statement") and other.get("intent", label["intent"]) == label["intent"]
    }
    right.discard(None)
    if not right or label["intent"] in ("recommend", "assume", "retract", "compare", "list"):
        return None
    text = label["q"]
    said = repaired(sentences(text, context.index.names.pairs), context.index)
    utterance = Utterance(context, said, supposing=False)
    asks = tuple(said)
    keys = label.get("assume", {})
    if keys:
        parts = take_apart(said, context.index.names)
        asks = tuple(s for s in parts.rest if parts.stance or s.asks)
        utterance = Utterance(context, said)
    if not any(len(sentence) > 1 for sentence in asks):
        return None
    assumed = tuple(map(_statement, keys))
    kept = frozenset(map(str, right))
    held = next(iter(keys.values()), True)
    intent = Intent(label["intent"])
    return Asked(source, text, intent, kept, context, utterance, asks, assumed, held)


def _statement(key: str) -> Statement:
    predicate, _, rest = key.partition("(")
    arguments = tuple(part.strip() for part in rest.rstrip(")").split(",") if part.strip())
    return Statement(predicate, arguments)


def main() -> None:
    """Measure all, and print a table."""
    cases = Cases()
    sums: dict[bool, list[int]] = {True: [0, 0, 0], False: [0, 0, 0]}
    for source in sources():
        count = [0, 0, 0]
        for each in asked(source, cases):
            readings = each.readings()
            place = each.place(readings)
            count = [count[0] + 1, count[1] + (place == 0), count[2] + (place < AMONG)]
            if place and source.tuned and "--failures" in sys.argv:
                print(f"    {each.intent.value}: {each.text}\n      wanted {sorted(each.right)}")  # noqa: T201
                for reading in readings[:AMONG]:
                    print(f"      {reading.score:5.2f} {reading.statement.key}")  # noqa: T201
        sums[source.tuned] = [a + b for a, b in zip(sums[source.tuned], count, strict=True)]
        print(_row(source.name, count))  # noqa: T201
    for tuned, count in sums.items():
        print(_row(f"all, {'tuned on' if tuned else 'held out'}", count))  # noqa: T201


def _row(name: str, count: list[int]) -> str:
    of, first, among = count
    return f"{name:52} {of:5} {first / max(1, of):7.1%} {among / max(1, of):7.1%}"


if __name__ == "__main__":
    main()
