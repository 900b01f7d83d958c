"""Suppositions that the order of words opens: `had she paid, would …`, `with a dog, may …`."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.intents.cues import Found
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.segmentation import onsets


def opening(sentence: Sentence, words: Sequence[str], mentions: Sequence[Mention]) -> Found | None:
    """Find `had X …, would …`, `were X to …, would …` and `with …, would …`."""
    start = 0
    while start < len(words) - 3 and words[start] in words_of("before_inversion"):
        start += 1
    comma = next((p for p in onsets.turns(sentence, start + 1) if sentence.words[p].before), None)
    told = any(sentence.words[m.start].before for m in mentions if _says_what_then(words, m.end))
    if comma is None and not told:
        return None
    named = any(mention.start == start + 1 for mention in mentions)
    plain = words[start] in ("had", "were") or named or words[start + 1] in words_of("subjects")
    if words[start] in words_of("inverted") and plain:
        return Found("opens", 1.0, (start,))
    if words[start] == "with":
        return Found("opens", 1.0, (start,))
    return None


def _says_what_then(words: Sequence[str], place: int) -> bool:
    """Tell whether `… would then be one` goes on here."""
    return words[place : place + 1] in (["would"], ["might"], ["could"])
