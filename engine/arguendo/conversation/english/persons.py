"""Whom *he* and *she* may mean: told from how people are called, as far as that tells it.

An alias like *Ann's daughter* or *Mr Clarke*, and what is told of somebody (*Carl's father. He …*),
tell which pronoun is used of them; of whom nothing tells it, any may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from arguendo.conversation.english.words import plain_words
from arguendo.conversation.lexicon import words_of
from arguendo.statements import Entity

_SEGMENTS = re.compile(r"[,.;:]")
MOST_REMEMBERED = 512


def fits(entity: Entity | None, words: Iterable[str]) -> bool:
    """Tell whether the pronouns among some words may mean somebody."""
    if entity is None:
        return True
    called = _called((entity.name, *entity.aliases), entity.about)
    said = {name for name in _NAMES for word in words if word in words_of(f"{name}_pronouns")}
    return called is None or not said or said == {called}


_NAMES = ("masculine", "feminine")


def contrasts(words: Iterable[str]) -> bool:
    """Tell whether words have pronouns for a man and for a woman: `she is and he is not`."""
    said = set(words)
    return not any(said.isdisjoint(words_of(f"{name}_pronouns")) for name in _NAMES)


@lru_cache(maxsize=MOST_REMEMBERED)
def _called(names: tuple[str, ...], about: str) -> str | None:
    """Return which pronouns names and what is told of somebody speak for, if all for the same."""
    heads = [head for each in (*names, *_SEGMENTS.split(about)) for head in _heads(each)]
    found = {name for name in _NAMES for head in heads if head in words_of(name)}
    return next(iter(found)) if len(found) == 1 else None


def _heads(text: str) -> Iterator[str]:
    """Go through the words of a name or clause that tell who it is about: the first, and its head.

    The head of *the younger son of Ann* and *a girl from here* stands before what tells more.
    """
    words = plain_words(text)
    if not words:
        return
    yield words[0]
    ends = words_of("tells_more")
    end = next((place for place, word in enumerate(words) if word in ends), len(words))
    if end > 1:
        yield words[end - 1]
