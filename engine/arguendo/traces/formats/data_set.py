"""A folder that loads as a data set: a Parquet file for each split, a card, the schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from arguendo.disk import write_whole
from arguendo.traces.formats import Source
from arguendo.traces.formats.rows import Table
from arguendo.traces.identity import SPLITS
from arguendo.traces.record import VERSION, schema
from arguendo.traces.tallying import Summary, Tally

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (10**6, "100K<n<1M"))


def write(source: Source, out: Path) -> None:
    """Write the folder. Raises `Missing` where Apache Arrow is."""
    (out / "data").mkdir(parents=True, exist_ok=True)
    tables = {name: Table(out / "data" / f"{name}.parquet") for name, _ in SPLITS}
    tally = Tally()
    for trace in source:
        tables[trace.split].add(trace)
        tally.add(trace)
    for table in tables.values():
        table.close()
    rules = tuple(rule.id for rule in source.rulebase.rules)
    counted = tally.summary(sum(tally.status.values()), 0, rules)
    write_whole(out / "trace.schema.json", json.dumps(schema(), indent=2).encode())
    write_whole(out / "README.md", "\n".join(_card(source, counted)).encode())


def _card(source: Source, counted: Summary) -> Iterator[str]:
    yield from _header(source, counted)
    base = source.rulebase
    title = base.title or base.name
    yield f"# Explanation traces: {title}\n"
    yield (
        f"{counted.traces:,} questions about the rule base “{base.name}” (digest "
        f"`{base.digest[:16]}`), each in a case of its own, with the answer, how sure it is, the "
        "numbered steps that it rests on, or why nothing shows it, the smallest changes that would "
        "flip it, and the answer in English at three lengths. "
        f"{counted.verified:,} are proven right by a checker that shares no code with what "
        "answers; the others have a labelled flaw, and are proven wrong.\n"
    )
    yield "## Fields\n"
    yield (
        f"The fields are those of `trace.schema.json`, version {VERSION}; objects keyed by "
        "statements are lists of `key` and `value` here. `id` is a digest of question, status, "
        "proof or why-not, and flips: no two traces share it, and none is in two splits. `pair` "
        "is the id of a near miss in the same split: the same question one change apart.\n"
    )
    for heading, counts in (
        ("split", counted.by_split),
        ("status", counted.by_status),
        ("depth", counted.by_depth),
        ("flaw", counted.flawed),
    ):
        if counts:
            yield f"| {heading} | traces |\n|---|---|"
            yield from (f"| {name} | {number:,} |" for name, number in counts.items())
            yield ""
    yield "## Limits\n"
    yield (
        "All of it follows from the rules; it says what an argument gives, not what is true. "
        "Sentences are made from templates. Degrees are words for the strength of an argument, "
        "not measured probabilities.\n"
    )


def _header(source: Source, counted: Summary) -> Iterator[str]:
    title = source.rulebase.title or source.rulebase.name
    size = next((name for most, name in _SIZES if counted.traces < most), "n>1M")
    yield "---"
    yield f"pretty_name: {json.dumps(f'Explanation traces: {title}', ensure_ascii=False)}"
    yield "language:\n- en"
    yield "task_categories:\n- question-answering\n- text-generation"
    yield "tags:\n- argumentation\n- explanation\n- reasoning\n- synthetic"
    yield f"size_categories:\n- {size}"
    yield "configs:\n- config_name: default\n  data_files:"
    for name, _ in SPLITS:
        yield f"  - split: {name}\n    path: data/{name}.parquet"
    yield "---\n"
