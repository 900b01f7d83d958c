"""What was probably meant by a sentence that cannot be read; only ever asked after a failure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from arguendo.comparisons import OPERATORS
from arguendo.reading.context import Context
from arguendo.span import Span
from arguendo.vocabulary.words import ARTICLES

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
_RELATING = re.compile(
    r"""(.+?)(?P<is>\s+is)?\s+
    (?P<relation>at\s+(?:least|most)|before|after|under|over|above|below
      |(?:(?:low|small|short|young|few|great|high|larg|bigg|long|old)er|less|more)\s+than)
    \s+(?P<value>[-\d?]\S*)(?P<rest>\s.*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_MORE = re.compile(r"over|above|more|(?:great|high|larg|bigg|long|old)er", re.IGNORECASE)
_BRACED = re.compile(r"\{\s*\??(\w+)\s*\}")
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
    said = _RELATING.fullmatch(written)
    meant = (
        f"write: {said[1]} {_relation(said)} {said['value']}\n" if said and not said["rest"] else ""
    )
    return f"{meant}two things are compared by: {', '.join(OPERATORS)}"


def _measured(written: str, context: Context) -> str:
    """Part a sentence from what is compared with the value in it."""
    said = _RELATING.fullmatch(written)
    if not said:
        return ""
    for verb in (said["is"] or "", ""):
        sentence = f"{said[1]}{verb} {{}}{said['rest'] or ''}"
        readings = context.read(sentence.format("?value"))
        if readings:
            slots = context.vocabulary.predicates[readings[0].statement.predicate].slots
            name = slots[readings[0].statement.arguments.index("?value")].name
            relation = f"?{name} {_relation(said)} {said['value']}"
            return f"write it as two conditions:\n- {sentence.format(f'?{name}')}\n- {relation}"
    return ""


def _relation(said: re.Match[str]) -> str:
    """Return the relation that is meant, in the words of the language."""
    words = said["relation"].casefold().split()
    if words[0] in ("at", "before", "after"):
        return f"is {' '.join(words)}"
    return "is more than" if _MORE.match(words[0]) else "is less than"


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


def _braced(written: str, context: Context) -> str:
    found = _BRACED.search(written)
    if not found or not context.read(_BRACED.sub(r"?\1", written)):
        return ""
    return f"write ?{found[1]} for anything that fits: only templates, such as “says”, have {{ }}"


def _of_a_kind(written: str, context: Context) -> str:
    """Find what is called by its kind, or by what the declared sentence calls its place."""
    predicates = context.vocabulary.predicates.values()
    slots = [slot for predicate in predicates for slot in predicate.slots]
    called = {word for slot in slots for word in (slot.name, *slot.kinds) if word.isalpha()}
    for before in (rf"(?:(?:{'|'.join(ARTICLES)})\s+)?", r"\w+\s+"):
        pattern = re.compile(rf"\b{before}({'|'.join(sorted(called))})\b", re.IGNORECASE)
        found = pattern.search(written) if called else None
        if found and context.read(pattern.sub(lambda one: f"?{one[1].casefold()}", written)):
            name = found[1].casefold()
            return f"in rules and contraries write ?{name} for anything that fits; elsewhere a name"
    return ""


_LOOKS: tuple[Callable[[str, Context], str], ...] = (
    _quoted,
    _negated,
    _grouped,
    _compared,
    _measured,
    _joined,
    _lettered,
    _braced,
    _of_a_kind,
)


def denial(written: str, hint: str) -> Iterator[str]:
    """Add to the hint about a sentence that seems to deny what no declared one denies."""
    if hint:
        yield hint
    nearest = hint.partition("\n")[0]
    if " " in written and _DENYING.search(written) and not _DENYING.search(nearest):
        yield "if it denies something: a statement's denial is declared under “denies”"
