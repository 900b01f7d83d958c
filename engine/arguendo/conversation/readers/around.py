"""What stands around a question of several: `can you tell me who pays in that case?`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.utterance import Utterance

_DO = words_of("doing")
_WHO = words_of("asks_of_whom")
LEAST = 2
"""Words of a question that are left of it at least."""


def without(said: Utterance) -> Utterance:
    """Leave out what only leads to a question who does something, or points to the case at hand."""
    if len(said.said) != 1:
        return said
    (sentence,) = said.said
    texts = [word.text for word in sentence.words]
    start = next((p for p, text in enumerate(texts) if text in _WHO), 0)
    start = start if _leads(texts[:start]) else 0
    if texts[start : start + 1] == [] or texts[start] not in _WHO | words_of("asks_of_which"):
        return said
    end = _end(texts)
    if (start, end) == (0, len(texts)) or end - start < LEAST:
        return said
    first, *rest = sentence.words[start:end]
    words = (replace(first, before=""), *rest)
    return replace(said, said=[replace(sentence, words=words, asks=True)])


def stands_on(said: Utterance) -> bool:
    """Tell whether a question points to a case in which something is supposed."""
    (sentence,) = said.said
    state = said.context.state
    supposed = state.supposed is not None or state.footing is not state
    return supposed and _end([word.text for word in sentence.words]) < len(sentence)


def _leads(texts: Sequence[str]) -> bool:
    """Tell whether words only ask to be told something: `hello, could you please tell me`."""
    known = words_of("leads_to_who") | words_of("pleasantries") | words_of("leading")
    own = {*texts} & words_of("knowing")
    wants = not own or not words_of("wants_to_know").isdisjoint(texts)
    return wants and known.issuperset(texts)


def _end(texts: Sequence[str]) -> int:
    """Return where a question ends before what points to the case at hand: `… under that`."""
    closing = sayings.of("several", "closing")
    sizes = range(max(map(len, closing)), 0, -1)
    size = next((n for n in sizes if tuple(texts[-n:]) in closing), 0)
    return len(texts) - size


def but_for_reasons(words: tuple[Word, ...]) -> tuple[tuple[Word, ...], bool]:
    """Take `and why` from the end of a question."""
    texts = [word.text for word in words[-2:]]
    return (words[:-2], True) if len(words) > 3 and texts == ["and", "why"] else (words, False)


def but_for(said: Utterance, words: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Take `besides Ben` out of a question."""
    for place, word in enumerate(words):
        if word.text not in words_of("besides"):
            continue
        mentions = said.context.index.names.find([each.text for each in words[place + 1 :]])
        if mentions and mentions[0].start == 0:
            end = place + 1 + mentions[0].end
            return (*words[:place], *words[end:]), mentions[0].entities[:1]
    return words, ()


def behind(words: Sequence[Word], suffers: bool) -> int:
    """Return where somebody stands in a question who is no subject: `whom does Ann trust …?`."""
    supported = bool(words) and words[0].text in _DO
    return len(words) if suffers or supported else 0


def without_else(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out *else* and the like behind *who*."""
    return words[1:] if words and words[0].text in words_of("behind_who") else words
