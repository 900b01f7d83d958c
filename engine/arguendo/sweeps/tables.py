"""Scenarios written as they are valued: a row each, with its answers and how conclusions stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np

from arguendo.disk import writing_whole
from arguendo.scale import Scale
from arguendo.sweeps.blocks import Words
from arguendo.sweeps.rows import DENIED, NAME, BadScenarios, Batch, Codes
from arguendo.sweeps.running import Stretch
from arguendo.sweeps.sources import UNIT, Combinations, unpacked
from arguendo.valuation import Status

MOST_ROWS = 20_000_000
"""Scenarios that are written one by one."""
NOT_ADMITTED = "two contraries assumed"

Columns: TypeAlias = Sequence[Sequence[Any]]


class Table(Protocol):
    """A file that grows by batches of rows, given by column."""

    def write(self, columns: Columns) -> None:
        """Add rows."""


@contextmanager
def created(path: Path, titles: Sequence[str]) -> Iterator[Table]:
    """Write a table, whole or not at all; the file's ending says how. Raises `OSError`.

    Raises `BadScenarios` where Parquet is asked for and cannot be written.
    """
    if path.suffix.casefold() == ".parquet":
        table = _parquet(titles)
        with writing_whole(path) as stream, table.into(stream):
            yield table
        return
    with writing_whole(path) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        try:
            yield _Csv(text, titles)
        finally:
            text.detach()


class _Csv:
    def __init__(self, stream: TextIOWrapper, titles: Sequence[str]) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow(titles)

    def write(self, columns: Columns) -> None:
        self._writer.writerows(zip(*columns, strict=True))


class _Parquet:
    def __init__(self, titles: Sequence[str], pyarrow: Any) -> None:
        self._titles = titles
        self._arrow = pyarrow
        self._writer: Any = None
        self._schema = pyarrow.schema([(title, pyarrow.string()) for title in titles])

    @contextmanager
    def into(self, stream: Any) -> Iterator[None]:
        with self._arrow.parquet.ParquetWriter(stream, self._schema) as self._writer:
            yield

    def write(self, columns: Columns) -> None:
        arrays = [self._arrow.array(column, self._arrow.string()) for column in columns]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))


def _parquet(titles: Sequence[str]) -> _Parquet:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        message = "Parquet files need pyarrow, which is not installed"
        raise BadScenarios(message, "install arguendo[parquet], or write CSV") from error
    return _Parquet(titles, pyarrow)


def titles(over: Sequence[str], show: Sequence[str]) -> list[str]:
    """Return the titles of the columns: the row's name, questions, and two for each conclusion."""
    return [NAME, *over, *(title for key in show for title in (f"{key} status", f"{key} degree"))]


def answers_of(part: Stretch, questions: int, top: int) -> Batch:
    """Return the answers of a stretch of combinations or draws."""
    whole = part.words if isinstance(part.source, Combinations) else UNIT
    room = np.zeros((questions, whole * -(-part.words // whole)), np.uint64)
    part.source.fill([*room], part.first)
    return Batch(
        None, [unpacked(row, part.scenarios) * np.uint8(top) for row in room], part.scenarios
    )


def columns(batch: Batch, kept: Words, start: int, scale: Scale) -> list[Sequence[str]]:
    """Return the columns of some rows: what was answered, and what came out.

    `kept` is what an outline keeps; rows without names are numbered from `start` on.
    """
    names = batch.names or [str(number) for number in range(start, start + batch.size)]
    said = _words(scale)
    made: list[Sequence[str]] = [names, *(said[column].tolist() for column in batch.answers)]
    rows = [unpacked(row, batch.size) for row in kept]
    admitted, step = rows[0], scale.top + 2
    for place in range(1, len(rows), step):
        made += _standings(rows[place : place + step], admitted, scale)
    return made


def _words(scale: Scale) -> np.typing.NDArray[Any]:
    """Return what is written for each code of an answer."""
    words = np.full(256, "", dtype=object)
    words[1 : scale.top + 1] = scale.words
    words[scale.top], words[DENIED] = "yes", "no"
    return words


def _standings(rows: Sequence[Codes], admitted: Codes, scale: Scale) -> Iterator[list[str]]:
    """Go through status and degree of one conclusion."""
    *levels, contested, fails = rows
    degrees = sum(levels[1:], start=levels[0].astype(np.uint8))
    places = np.select(
        [admitted == 0, contested > 0, degrees > 0, fails > 0], [4, 1, 0, 2], default=3
    )
    stands = (Status.HOLDS, Status.CONTESTED, Status.DOES_NOT_HOLD, Status.NOT_ESTABLISHED)
    texts = np.array([*(each.value for each in stands), NOT_ADMITTED], dtype=object)
    yield texts[places].tolist()
    yield np.array(["", *scale.words], dtype=object)[degrees].tolist()
