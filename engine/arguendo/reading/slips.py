"""What was probably meant by a sentence that cannot be read; only ever asked after a failure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from arguendo.comparisons import OPERATORS
from arguendo.reading.context import Context
from arguendo.span import Span

MOST_WORDS = 60
"""Words of a text over several lines that are looked at."""

_MARKS = re.compile(r"""[“„‟«»”‘’']+""")
_JOINT = re.compile(r",?\s+(and|or|but)\s+", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:[,'’]\d{3})+(?![\w,])")
_COMPARING = re.compile(
    r"""\?\w+\s*[<>=≤≥≠!].*
    | \?\w+\s+(?:is\s+)?(?:not\s+)?(?:equals?|exceeds?|under|over|above|below
      |(?:\w+er|less|more|equal)\s+(?:than|to))\b.*""",
    re.IGNORECASE | re.VERBOSE,
)
_DENYING = re.compile(r"\b(?:not|no|never|cannot|\w+n['’]t)\b", re.IGNORECASE)
_LETTER = re.compile(r"(?<!\w)[B-HJ-Z](?!\w|\.)")


def slip(written: str, span: Span, context: Context) -> str:
    """Say what to do about one of the commonest slips, or nothing."""
    if span.end_line > span.line and _begins_with_a_sentence(written, context):
        return (
            f"it goes on to line {span.end_line}, since what is indented more belongs to the text "
            "above; a sentence of its own begins with “- ”"
        )
    found = (look(written, context) for look in _LOOKS)
    return next(filter(None, found), "")


def _begins_with_a_sentence(written: str, context: Context) -> bool:
    words = written.split()[:MOST_WORDS]
    return any(context.read(" ".join(words[:end])) for end in range(1, len(words)))


def _quoted(written: str, context: Context) -> str:
    bare = _MARKS.sub("", written)
    if bare == written or not context.read(bare.strip()):
        return ""
    return "leave the curved quotation marks out: they belong to the text, and none are needed"


def _negated(written: str, context: Context) -> str:
    head, _, rest = written.partition(" ")
    if head.casefold() != "not" or not context.read(rest):
        return ""
    return f"under “if” and “unless” write: not: {rest}"


def _joined(written: str, context: Context) -> str:
    for joint in _JOINT.finditer(written):
        parts = written[: joint.start()], written[joint.end() :]
        if any(context.read(part.strip()) for part in parts):
            above = ", both beneath “any:”" if joint[1].casefold() == "or" else ""
            return f"two sentences in one: write each after a “- ” of its own{above}"
    return ""


def _compared(written: str, _: Context) -> str:
    if not _COMPARING.fullmatch(written):
        return ""
    return f"two things are compared by: {', '.join(OPERATORS)}"


def _grouped(written: str, _: Context) -> str:
    number = _GROUPED.search(written)
    return f"write the number without separators: {_digits(number[0])}" if number else ""


def _digits(number: str) -> str:
    return "".join(filter(str.isdecimal, number))


def _lettered(written: str, context: Context) -> str:
    letter = _LETTER.search(written)
    if not letter or not context.read(_LETTER.sub(lambda found: f"?{found[0]}", written)):
        return ""
    return f"if “{letter[0]}” stands for anything that fits, write ?{letter[0].lower()}"


_LOOKS: tuple[Callable[[str, Context], str], ...] = (
    _quoted,
    _negated,
    _grouped,
    _compared,
    _joined,
    _lettered,
)


def denial(written: str, hint: str) -> Iterator[str]:
    """Add to the hint about a sentence that seems to deny what no declared one denies."""
    if hint:
        yield hint
    nearest = hint.partition("\n")[0]
    if " " in written and _DENYING.search(written) and not _DENYING.search(nearest):
        yield "if it denies something: a statement's denial is declared under “denies”"
