"""Whether a text is in the passive voice: what suffers stands first, and who acts behind *by*."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from arguendo.conversation.lexicon import word_lists

BETWEEN = 4
"""How many words at most stand between a participle and the *by* that belongs to it."""


def is_passive(words: Sequence[str], named: Collection[int]) -> bool:
    """Tell whether some words have a participle and then *by* somebody.

    `named` are the places of names.
    """
    return any(
        word == "by" and place + 1 in named and is_made(words[max(0, place - BETWEEN) : place])
        for place, word in enumerate(words)
    )


def is_made(words: Sequence[str]) -> bool:
    """Tell whether there is a participle among some words, as far as endings tell."""
    lists = word_lists()
    return any(
        word.endswith("ed") or (word in lists.irregular and word not in lists.auxiliaries)
        for word in words
    )
