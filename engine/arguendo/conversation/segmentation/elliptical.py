"""Questions that say next to nothing of their own, and take up what was said before them."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.lexicon import word_lists


def has_no_verb(rest: Sequence[Sentence]) -> bool:
    """Tell whether a question has no verb of its own: `will they?`."""
    lists = word_lists()
    words = [word.text for sentence in rest for word in sentence.words]
    return bool(words) and all(word in lists.auxiliaries | lists.pronouns for word in words)


def is_bare(rest: Sequence[Sentence]) -> bool:
    """Tell whether a question says no more than a word of its own: `does he come now?`."""
    small = word_lists().stop
    content = [word for sentence in rest for word in sentence.words if word.text not in small]
    return len(content) <= 1
