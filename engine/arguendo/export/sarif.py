"""Problems as SARIF 2.1.0, which code hosts and editors read (OASIS, 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from msgspec import UNSET, Struct, UnsetType, field

from arguendo.problems import Edit, Problem, printable
from arguendo.review.examination import page
from arguendo.review.silencing import Silenced
from arguendo.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class _Object(Struct, frozen=True, rename="camel", omit_defaults=True):
    """What has the names of SARIF, without what does not apply."""


class Message(_Object, frozen=True):
    """A text, for some also in Markdown."""

    text: str
    markdown: str | UnsetType = UNSET


class Level(_Object, frozen=True):
    """How grave results of a rule are by default."""

    level: str


class Descriptor(_Object, frozen=True):
    """What SARIF calls a rule: a code."""

    id: str
    short_description: Message
    full_description: Message
    help: Message
    default_configuration: Level


class Driver(_Object, frozen=True):
    """The program."""

    name: str
    version: str
    rules: tuple[Descriptor, ...]


class Tool(_Object, frozen=True):
    """What made the results."""

    driver: Driver


class Artifact(_Object, frozen=True):
    """A file, as a relative reference."""

    uri: str


class Region(_Object, frozen=True):
    """A stretch of a file; lines and columns count from 1, the end is exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class PhysicalLocation(_Object, frozen=True):
    """Where in which file."""

    artifact_location: Artifact
    region: Region


class Location(_Object, frozen=True):
    """Where a result is."""

    physical_location: PhysicalLocation


class Replacement(_Object, frozen=True):
    """One edit."""

    deleted_region: Region
    inserted_content: Message


class ArtifactChange(_Object, frozen=True):
    """The edits of one file."""

    artifact_location: Artifact
    replacements: tuple[Replacement, ...]


class Fix(_Object, frozen=True):
    """The edits that together remove the cause."""

    artifact_changes: tuple[ArtifactChange, ...]


class Suppression(_Object, frozen=True):
    """That an author silenced a result, and why."""

    kind: str
    justification: str


class Result(_Object, frozen=True):
    """A problem."""

    rule_id: str
    level: str
    message: Message
    suppressions: tuple[Suppression, ...]
    rule_index: int | UnsetType = UNSET
    locations: tuple[Location, ...] | UnsetType = UNSET
    fixes: tuple[Fix, ...] | UnsetType = UNSET


class Run(_Object, frozen=True):
    """What one run of the program found."""

    tool: Tool
    results: tuple[Result, ...]
    column_kind: str


class Log(_Object, frozen=True):
    """A whole file."""

    version: str
    runs: tuple[Run, ...]
    schema: str = field(name="$schema")


def sarif(
    problems: Sequence[Problem], silenced: Sequence[Silenced], version: str, folder: str = ""
) -> Log:
    """Make the log; `folder` is what leads from the reader's place to the rule base."""
    everything = [*problems, *(each.problem for each in silenced)]
    codes = sorted({problem.code for problem in everything})
    index = {code: number for number, code in enumerate(codes)}
    rules = tuple(map(_descriptor, codes))
    results = [_result(each, index, folder) for each in problems]
    results += [_result(each.problem, index, folder, each.reason) for each in silenced]
    run = Run(Tool(Driver("arguendo", version, rules)), tuple(results), "unicodeCodePoints")
    return Log("2.1.0", (run,), SCHEMA)


def _descriptor(code: str) -> Descriptor:
    known = page(code)
    if known is None:
        said = Message(code.replace("-", " "))
        return Descriptor(code, said, said, said, Level("error"))
    return Descriptor(
        code,
        Message(known.summary),
        Message(known.sections["What"]),
        Message(known.text, known.text),
        Level(known.severity.value),
    )


def _result(problem: Problem, index: Mapping[str, int], folder: str, reason: str = "") -> Result:
    said = "\n".join([problem.message, *problem.hint.splitlines()])
    lines = "\n".join(map(printable, said.splitlines()))
    return Result(
        problem.code,
        problem.severity.value,
        Message(lines),
        (Suppression("inSource", printable(reason)),) if reason else (),
        index[problem.code],
        (_location(problem.span, folder),) if problem.span else UNSET,
        (_fix(problem.fix, folder),) if problem.fix else UNSET,
    )


def _location(span: Span, folder: str) -> Location:
    return Location(PhysicalLocation(_artifact(span.file, folder), _region(span)))


def _artifact(file: str, folder: str) -> Artifact:
    path = f"{folder}/{file}" if folder else file
    return Artifact(quote(path.encode("utf-8", "surrogateescape"), safe="/"))


def _region(span: Span) -> Region:
    return Region(span.line, span.column, span.end_line, span.end_column)


def _fix(edits: Iterable[Edit], folder: str) -> Fix:
    by_file: dict[str, list[Replacement]] = {}
    for edit in edits:
        replacement = Replacement(_region(edit.span), Message(edit.text))
        by_file.setdefault(edit.span.file, []).append(replacement)
    changes = (
        ArtifactChange(_artifact(file, folder), tuple(made)) for file, made in by_file.items()
    )
    return Fix(tuple(changes))
