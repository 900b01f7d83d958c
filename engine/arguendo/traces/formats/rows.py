"""Traces as rows of a table, and back: what is keyed by statements becomes a list of pairs.

Columns of a table have one type each; a JSON object with a key for every statement has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from arguendo.traces.formats import loaded
from arguendo.traces.record import BadTrace, Trace

Row: TypeAlias = dict[str, Any]

BATCH = 500
"""Rows written at once, so that memory does not grow with their number."""

_KEYED = {"assumptions", "bindings", "changes"}


def row(trace: Trace) -> Row:
    """Make the row of a trace."""
    made: Row = _walked(msgspec.to_builtins(trace), _pairs)
    return made


def trace_of(row: Mapping[str, Any]) -> Trace:
    """Make the trace of a row. Raises `BadTrace`."""
    try:
        return msgspec.convert(_walked(row, _object), Trace)
    except (msgspec.ValidationError, KeyError, TypeError) as error:
        raise BadTrace(str(error)) from error


def _walked(value: Any, keyed: Callable[[Any], Any], name: str = "") -> Any:
    if name in _KEYED:
        return keyed(value)
    if isinstance(value, Mapping):
        return {key: _walked(each, keyed, key) for key, each in value.items()}
    if isinstance(value, str | int | float | None):
        return value
    return [_walked(each, keyed) for each in value]


def _pairs(value: Mapping[str, Any]) -> list[Row]:
    return [{"key": key, "value": each} for key, each in value.items()]


def _object(value: Iterable[Row]) -> Row:
    return {each["key"]: each["value"] for each in value}


def table_type() -> Any:
    """Return the type of the table, for Apache Arrow. Raises `Missing`."""
    pa = loaded("pyarrow", "Apache Arrow", "data")
    text, texts, number = pa.string(), pa.list_(pa.string()), pa.int32()

    def struct(**fields: Any) -> Any:
        return pa.struct(list(fields.items()))

    def pairs(value: Any) -> Any:
        return pa.list_(struct(key=text, value=value))

    step = _step_type(pa)
    failure = struct(
        **dict.fromkeys(("rule", "claim"), text),
        branch=number,
        **dict.fromkeys(("holds", "missing", "rebutted_by", "overridden_by"), texts),
    )
    columns: dict[str, Any] = {
        "version": number,
        **dict.fromkeys(("id", "split", "pair"), text),
        "rule_base": struct(name=text, digest=text),
        "scene": struct(assumptions=pairs(text), facts=texts, displaced=texts),
        "question": struct(statement=text, text=text),
        **dict.fromkeys(("status", "degree", "basis", "reason"), text),
        "depth": number,
        "steps": pa.list_(step),
        "weakest": pa.list_(number),
        "against": pa.list_(struct(statement=text, degree=text, steps=pa.list_(step))),
        "failures": pa.list_(failure),
        "missing": texts,
        "flips": pa.list_(struct(changes=pairs(pa.bool_()), status=text, degree=text)),
        "text": struct(scene=text, line=text, paragraph=text, full=text),
        "flaw": struct(kind=text, step=number, told=text, found=text),
    }
    return pa.schema(list(columns.items()))


def _step_type(pa: Any) -> Any:
    text, texts, number = pa.string(), pa.list_(pa.string()), pa.int32()
    pairs = pa.list_(pa.struct([("key", text), ("value", text)]))
    fields = {
        "n": number,
        **dict.fromkeys(("claim", "text", "basis", "rule"), text),
        "branch": number,
        "bindings": pairs,
        "grounds": texts,
        "uses": pa.list_(number),
        "unless": texts,
        **dict.fromkeys(("degree", "qualifier", "warrant"), text),
        "source": texts,
        "date": text,
    }
    return pa.struct(list(fields.items()))


class Table:
    """A Parquet file that is written batch by batch, in the place of an old one when whole."""

    def __init__(self, out: Path) -> None:
        """Begin the file. Raises `Missing` and `OSError`."""
        self._arrow = loaded("pyarrow", "Apache Arrow", "data")
        parquet = loaded("pyarrow.parquet", "Apache Arrow", "data")
        self._type = table_type()
        self._out, self._unfinished = out, out.with_name(f".{out.name}.part")
        self._file = parquet.ParquetWriter(self._unfinished, self._type, compression="zstd")
        self._waiting: list[Row] = []

    def add(self, trace: Trace) -> None:
        """Add a row."""
        self._waiting.append(row(trace))
        if len(self._waiting) >= BATCH:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        self._flush()
        self._file.close()
        self._unfinished.replace(self._out)

    def _flush(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._waiting, self._type))
        self._waiting = []


def read_table(file: Path) -> Iterator[Trace]:
    """Go through the traces of a Parquet file. Raises `BadTrace`, `Missing` and `OSError`."""
    parquet = loaded("pyarrow.parquet", "Apache Arrow", "data")
    for batch in parquet.ParquetFile(file).iter_batches(BATCH):
        yield from map(trace_of, batch.to_pylist())
