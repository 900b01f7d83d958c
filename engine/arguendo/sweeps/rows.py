"""Scenarios from a CSV or Parquet file: a column a statement, a row a scenario, read in batches.

A cell says yes (or true, 1), no (or false, 0), a degree of the rule base's scale, or nothing.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from arguendo.problems import clipped, did_you_mean
from arguendo.scale import Scale
from arguendo.sweeps.blocks import WORD
from arguendo.sweeps.sources import UNIT, Rows, packed

BATCH = UNIT * WORD
"""Rows that are read and valued at once."""
MOST_COLUMNS = 1_000
NAME = "scenario"
"""The column that names a row, if there is one."""

OPEN, DENIED = 0, 255
"""What a cell without an answer and one that says no are read as; others are degrees."""

_WORDS = {"yes": True, "true": True, "1": True, "y": True}
_WORDS |= {"no": False, "false": False, "0": False, "n": False}
_NOTHING = ("", "unknown", "open", "?")

Codes: TypeAlias = "np.typing.NDArray[np.uint8]"


class BadScenarios(Exception):
    """A file of scenarios cannot be used: what is wrong where, and what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say it."""
        self.hint = hint
        super().__init__(message)


class Batch(NamedTuple):
    """Some rows: their names, if they have any, and their answers."""

    names: Sequence[str] | None
    answers: Sequence[Codes]
    """By statement, in the order of the columns."""
    size: int

    def source(self, top: int) -> Rows:
        """Return their bits, as the inputs of statements that may be assumed to a degree."""
        bits = [
            packed(flags)
            for column in self.answers
            for flags in (
                *((column >= level) & (column != DENIED) for level in range(1, top + 1)),
                column == DENIED,
            )
        ]
        return Rows(np.array(bits, np.uint64).reshape(len(bits), -1), self.size)


class Sheet(NamedTuple):
    """An open file: its columns, and its rows, which can be gone through once."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[Sequence[Any]]]
    """In batches, by column."""

    @property
    def statements(self) -> tuple[str, ...]:
        """The columns that name a statement."""
        return tuple(title for title in self.columns if title != NAME)


@contextmanager
def opened(path: Path) -> Iterator[Sheet]:
    """Open a file of scenarios. Raises `BadScenarios`, also when rows are gone through."""
    if path.suffix.casefold() == ".parquet":
        yield _parquet(path)
        return
    try:
        stream = path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise BadScenarios(f"{path} cannot be read: {error.strerror}") from error
    with stream:
        lines = _lines(stream, path)
        columns = tuple(cell.strip() for cell in next(lines, ()))
        yield Sheet(_checked(columns, path), _csv_rows(lines, len(columns), path))


def batches(sheet: Sheet, scale: Scale) -> Iterator[Batch]:
    """Read the answers in the rows of a file. Raises `BadScenarios` with row and column."""
    first = 2  # the first row has the columns
    meaning = _meaning(scale)
    for columns in sheet.rows:
        size = len(columns[0])
        names: Sequence[str] | None = None
        answers = []
        for title, cells in zip(sheet.columns, columns, strict=True):
            if title == NAME:
                names = [str(cell) for cell in cells]
            else:
                answers.append(_answers(cells, meaning, title, first))
        yield Batch(names, answers, size)
        first += size


def _checked(columns: tuple[str, ...], path: Path) -> tuple[str, ...]:
    if not any(each != NAME for each in columns):
        raise BadScenarios(f"{path} has no column that names a statement", "put them in row 1")
    if len(columns) > MOST_COLUMNS:
        raise BadScenarios(f"{path} has more than {MOST_COLUMNS} columns")
    twice = next((each for i, each in enumerate(columns) if each in columns[:i]), None)
    if twice is not None:
        raise BadScenarios(f"{path} has the column “{clipped(twice)}” twice")
    return columns


def _lines(stream: Iterable[str], path: Path) -> Iterator[list[str]]:
    reader = csv.reader(stream, strict=True)
    try:
        yield from reader
    except OSError as error:
        raise BadScenarios(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadScenarios(f"{path} is not text in UTF-8", "save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise BadScenarios(f"{path}, line {reader.line_num}: {error}") from error


def _csv_rows(
    lines: Iterator[list[str]], width: int, path: Path
) -> Iterator[Sequence[Sequence[str]]]:
    """Go through batches of rows; one without anything in it leaves everything open."""
    place = 2
    while batch := list(islice(lines, BATCH)):
        for number, row in enumerate(batch, place):
            if row and len(row) != width:
                count = f"{len(row)} cells, and there are {width} columns"
                raise BadScenarios(
                    f"{path}, row {number} has {count}", "put cells with commas in quotes"
                )
        place += len(batch)
        yield list(zip(*(row or [""] * width for row in batch), strict=True))


def _parquet(path: Path) -> Sheet:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        message = "Parquet files need pyarrow, which is not installed"
        raise BadScenarios(message, "install arguendo[parquet], or save the file as CSV") from error

    def found() -> Iterator[Sequence[Sequence[Any]]]:
        for batch in file.iter_batches(batch_size=BATCH):
            if batch.num_rows:
                yield [column.to_pylist() for column in batch.columns]

    try:
        file = parquet.ParquetFile(path)
        columns = tuple(str(name) for name in file.schema_arrow.names)
        return Sheet(_checked(columns, path), _readable(found(), path, OSError, ArrowException))
    except (OSError, ArrowException) as error:
        raise _unreadable(path, error) from error


def _readable(
    batches: Iterator[Sequence[Sequence[Any]]], path: Path, *errors: type[Exception]
) -> Iterator[Sequence[Sequence[Any]]]:
    try:
        yield from batches
    except errors as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> BadScenarios:
    return BadScenarios(f"{path} cannot be read as Parquet: {clipped(str(error))}")


def _meaning(scale: Scale) -> Mapping[object, int]:
    """Return what a cell may say, by the cell itself or its text."""
    known: dict[object, int] = dict.fromkeys(_NOTHING, OPEN)
    known |= {word: scale.top if true else DENIED for word, true in _WORDS.items()}
    # A scale may use one of these words itself; its own meaning then counts.
    return known | {word.casefold(): degree for degree, word in enumerate(scale.words, 1)}


def _answers(cells: Sequence[Any], meaning: Mapping[object, int], title: str, first: int) -> Codes:
    codes = {cell: _code(cell, meaning) for cell in set(map(_plain, cells))}
    wrong = {cell for cell, code in codes.items() if code is None}
    if wrong:
        row, cell = next((i, c) for i, c in enumerate(map(_plain, cells), first) if c in wrong)
        hint = did_you_mean(str(cell), [str(word) for word in meaning if word])
        raise BadScenarios(
            f"row {row}, column “{clipped(title)}”: “{clipped(str(cell))}” is no answer",
            hint or "yes, no, a degree of the scale, or nothing",
        )
    return np.array([codes[_plain(cell)] for cell in cells], np.uint8)


def _plain(cell: Any) -> str | bool | float | None:
    """Return a cell as something that can be looked up."""
    return cell if cell is None or isinstance(cell, str | bool | int | float) else str(cell)


def _code(cell: str | bool | float | None, meaning: Mapping[object, int]) -> int | None:
    if cell is None or cell != cell:  # noqa: PLR0124 - not a number, which tables have for nothing
        return OPEN
    if isinstance(cell, bool):
        return meaning["yes" if cell else "no"]
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return meaning.get(" ".join(str(cell).casefold().split()))
