"""Sentences as snippets of the protocol: with places to fill, and what may be put there."""

from __future__ import annotations

import re

from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.continuations import Continuation, choices, filled

_MARK = "\0"


def snippet(found: Continuation, vocabulary: Vocabulary, *, variables: bool) -> str:
    """Write the whole sentence as a snippet of the protocol: a place to fill for each open slot."""
    slots = {slot.name: slot for slot in found.predicate.slots}
    numbers: dict[str, int] = {}

    def place(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[1], len(numbers) + 1)
        offered = choices(vocabulary, slots[match[1]], variables=variables)
        if len(offered) == 1:
            return f"${{{number}:{escaped(offered[0])}}}"
        return f"${{{number}|{','.join(map(_choice, offered))}|}}"

    marked = filled(found, vocabulary, lambda slot: f"{_MARK}{slot.name}{_MARK}")
    return re.sub(rf"{_MARK}(\w+){_MARK}", place, escaped(marked))


def escaped(text: str) -> str:
    """Write a text so that it stands for itself in a snippet."""
    return re.sub(r"([\\$}])", r"\\\1", text)


def _choice(text: str) -> str:
    return re.sub(r"([\\$},|])", r"\\\1", text)
