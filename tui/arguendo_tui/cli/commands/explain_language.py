"""`arguendo explain-language`: how rules are written, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer

from arguendo_tui.cli.console import PROGRAM, Status, unknown, width
from arguendo_tui.cli.helping import Group

EXAMPLES = """Examples:

  arguendo explain-language

  arguendo explain-language rules
"""

GROUP = Group.WRITING

WIDEST = 100
"""Columns beyond which lines of prose are hard to read."""


def run(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="TOPIC", help="What to explain, or a key of rule files; without it, a list."
        ),
    ] = None,
) -> int:
    """Explain the rule language, a topic at a time.

    Every example is one that the program reads and that comes out as it says.
    """
    from arguendo.authoring.language import TOPICS, topic, topic_about

    if name is None:
        print("\n".join(_list()))
        return Status.ANSWERED
    wanted = topic_about(name)
    if not wanted:
        raise unknown("topic", name, TOPICS)
    columns = width()
    text = topic(wanted).text
    shown = text.splitlines() if columns is None else _flowing(text, min(columns, WIDEST))
    print("\n".join(shown))
    return Status.ANSWERED


def _list() -> Iterator[str]:
    from arguendo.authoring.language import TOPICS, topics
    from arguendo_tui.plain import wrapped

    wide = max(map(len, TOPICS))
    for each in topics():
        lead = f"{each.name:<{wide}}  "
        first, *others = wrapped(each.summary, (width() or 10_000) - len(lead))
        yield lead + first
        yield from (" " * len(lead) + line for line in others)
    yield f"\n{PROGRAM} explain-language TOPIC tells more, with an example"


def _flowing(text: str, columns: int) -> Iterator[str]:
    """Wrap the prose of a page to a width; examples stay as they are."""
    from arguendo_tui.plain import wrapped

    in_example = False
    for is_prose, lines in groupby(text.splitlines(), key=bool):
        block = list(lines)
        fences = sum(line.startswith("```") for line in block)
        if is_prose and not fences and not in_example:
            yield from wrapped(" ".join(block), columns)
        else:
            yield from block
        in_example ^= fences % 2 == 1
