"""What stands where in a line of YAML, roughly, for the eye: keys, comments, variables, marks.

Only a help for reading: what a line means is told by the reader of rule bases alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple


class Part(Enum):
    """What a stretch of a line is."""

    KEY = "key"
    COMMENT = "comment"
    VARIABLE = "variable"
    SOURCE = "source"


class Marked(NamedTuple):
    """A stretch of a line."""

    start: int
    end: int
    part: Part


LONGEST = 2_000
"""Characters of a line that are looked at."""

_KEY = re.compile(r"\s*(?:- )*([^\s#\"'\[\]{}?-][^:#\"'\[\]{}]{0,60}?:)(?=\s|$)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_VARIABLE = re.compile(r"\?[A-Za-z_]\w*")
_SOURCE = re.compile(r"¶\w+")


def marks_of(line: str) -> Iterator[Marked]:
    """Go through what stands out in a line, from left to right but for a comment, which is last."""
    line = line[:LONGEST]
    comment = _COMMENT.search(line)
    text = line[: comment.start()] if comment else line
    key = _KEY.match(text)
    if key:
        yield Marked(key.start(1), key.end(1), Part.KEY)
    for pattern, part in ((_VARIABLE, Part.VARIABLE), (_SOURCE, Part.SOURCE)):
        for found in pattern.finditer(text, key.end() if key else 0):
            yield Marked(found.start(), found.end(), part)
    if comment:
        yield Marked(comment.start(), comment.end(), Part.COMMENT)
