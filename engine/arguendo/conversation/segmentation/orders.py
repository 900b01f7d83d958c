"""Sentences that order something to be supposed, or supposed away, beside an *if*.

`Forget the rain. But suppose that she pays: is he in?`; `take a bird. Assume that it swims`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of

_ORDERING = words_of("ordering")
"""Words with which such a sentence begins that supposes something: `take a …`."""
_LEADING = words_of("leading")
_REQUESTING = {"you": words_of("requests_of_you"), "we": words_of("requests_of_us")}
_REQUESTING["i"] = _REQUESTING["we"]


def orders(words: Sequence[Word]) -> bool:
    """Tell whether words begin with an order to suppose something, or to suppose it away."""
    first = next((p for p, word in enumerate(words) if word.text not in _LEADING), 0)
    found = cues.group("clauses", "removes", "takes").find([word.stem for word in words])
    return words[first].text in _ORDERING or any(cue.start == first for cue in found)


def bids(said: Sequence[Sentence]) -> bool:
    """Tell whether a text bids to suppose something, and no sentence of it asks."""
    words = [word.text for word in said[0].words]
    first = next((word for word in words if word not in _LEADING), "")
    return first in words_of("bids") and not any(sentence.asks for sentence in said)


def lets(words: Sequence[Word], names: Names) -> int | None:
    """Return where a sentence begins to let somebody do something: `ok so let Ann pay`."""
    texts = [word.text for word in words]
    small = (words_of("pleasantries") | _LEADING) - {"let"}
    start = next((p for p, text in enumerate(texts) if text not in small), len(texts))
    if texts[start : start + 1] != ["let"]:
        return None
    named = {each.start for each in names.find(texts)}
    determined = texts[start + 1 : start + 2] == ["the"]
    return start if named & {start + 1, start + 1 + determined} else None


def begun(said: Sequence[Sentence], names: Names) -> list[Sentence]:
    """Leave out what is said before an order to let somebody do something: `ok so …`."""
    start = lets(said[0].words, names) if said else None
    if not start or said[0].words[start - 1].text == "and":
        return list(said)
    words = (replace(said[0].words[start], before=""), *said[0].words[start + 1 :])
    return [replace(said[0], words=words), *said[1:]]


def ordered(words: Sequence[str]) -> list[str]:
    """Return what the words of an order bid to suppose: of `suppose that …` what follows."""
    bids = [place for place, word in enumerate(words[:2]) if word in (*words_of("bids"), "that")]
    return list(words[len(bids) :])


def given(declared: Sequence[tuple[Word, ...]], rest: Sequence[Sentence]) -> list[tuple[Word, ...]]:
    """List the orders among what is declared and the sentences that ask nothing."""
    told = [words for words in declared if orders(words)]
    return [*told, *(each.words for each in rest if not each.asks and orders(each.words))]


def inquires(sentence: Sentence, opens: int) -> bool:
    """Tell whether a sentence asks after what would be an order: `would they take it back?`.

    `opens` is where the words of the order begin; `can you take it back?` does order it.
    """
    before = [word.text for word in sentence.words[:opens]]
    turned = (
        place
        for place, text in enumerate(before[:-1])
        if text in words_of("auxiliaries") and before[place + 1] in words_of("pronouns")
    )
    place = next(turned, None)
    if place is not None:
        return before[place] not in _REQUESTING.get(before[place + 1], ())
    if any(text in words_of("others_do") for text in before):
        return True
    on = any(word.before for word in sentence.words[opens + 1 :])
    return sentence.asks and not on and not any(text in words_of("proposing") for text in before)
