"""What is said by the way, between commas, that neither asks nor assumes: `as I remember`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.lexicon import word_lists, words_of

_AUXILIARIES = words_of("auxiliaries")
_NOT_ASKED_OF = words_of("not_asked_of")
"""Subjects of what is offered instead of an answer: `or is there another catch?`."""
LEAST_ASKED = 3
"""Words of which a question consists beside what only says what one thinks."""
_ASKING = words_of("open_questions") | words_of("says_whether")
_LEADING = words_of("leading") | words_of("joints")
_IFS = words_of("ifs") | {"when"}
_ANY = sayings.of("disbelieving", "whatever")
"""What is not believed where that names nothing: `a word of it`."""


def without(sentences: Sequence[Sentence], names: Names) -> list[Sentence]:
    """Leave out of each sentence what is said by the way; one of nothing else stays."""
    kept = [each for each in sentences if _texts(each.words) not in sayings.of("asides", "whole")]
    return [_without(sentence, names) for sentence in kept or sentences]


def _without(sentence: Sentence, names: Names) -> Sentence:
    sentence = _but_for_nothing(_but_for_stance(_but_for_choice(sentence)))
    pieces = list(_pieces(sentence.words))
    if len(pieces) > 1 and _only_doubts(pieces[0]) and _asks_of_its_own(pieces[1:], names):
        first, *rest = chain.from_iterable(pieces[1:])
        words = (replace(first, before=""), *rest)
        return _without(replace(sentence, words=words), names)
    kept = [piece for piece in pieces if not _is_aside(piece, names)]
    if not kept or len(kept) == len(pieces) or _only_denies(kept):
        return sentence  # `no, I mean the rain`: what is said is behind the comma
    if kept[0] is not pieces[0] and kept[0][0].text == "that":
        kept = [pieces[0], *kept]  # `let us say, and it is a stretch, that she pays`
    first, *rest = chain.from_iterable(kept)
    if kept[0] is not pieces[0]:
        first = replace(first, before="")
    return replace(sentence, words=(first, *rest))


def _but_for_choice(sentence: Sentence) -> Sentence:
    """Leave out at the end between which answers one may choose: `… if she pays, yes or no?`."""
    texts = _texts(sentence.words)
    closing = sayings.of("asides", "choices")
    sizes = (len(each) for each in closing if texts[-len(each) :] == each)
    end = len(texts) - max(sizes, default=0)
    if not LEAST_ASKED <= end < len(texts):
        return sentence
    return replace(sentence, words=sentence.words[:end], asks=True)


def _but_for_nothing(sentence: Sentence) -> Sentence:
    """Leave out a condition that changes nothing: `what happens if nobody does anything?`."""
    words = sentence.words
    texts = _texts(words)
    for start, text in enumerate(texts):
        if text not in _IFS:
            continue
        ends = (p for p in range(start + 1, len(words)) if words[p].before)
        end = next(ends, len(words))
        if texts[start + 1 : end] in sayings.of("asides", "idle"):
            behind = words[end:]
            if behind and not start:
                behind = (replace(behind[0], before=""), *behind[1:])
            left = (*words[:start], *behind)
            return replace(sentence, words=left) if left else sentence
    return sentence


def _but_for_stance(sentence: Sentence) -> Sentence:
    """Leave out of a question what says no more than that its answer is taken for known.

    `I suppose she has paid?`; where more follows a mark, it may be supposed after all.
    """
    words = sentence.words
    start = next((p for p, word in enumerate(words) if word.text not in _LEADING), len(words))
    said = _texts(words[start : start + 3])
    stance = said[:1] == ("i",) and not words_of("stance").isdisjoint(said[1:2])
    end = start + 2 + (said[2:] == ("it",))
    marked = any(word.before for word in words[start + 1 :])
    if not sentence.asks or not stance or marked or len(words) - end < LEAST_ASKED:
        return sentence
    return replace(sentence, words=(replace(words[end], before=""), *words[end + 1 :]))


def _only_denies(pieces: Sequence[Sequence[Word]]) -> bool:
    """Tell whether pieces say no more than *no*."""
    said = {word for piece in pieces for word in _texts(piece)}
    no = word_lists().negation
    return not no.isdisjoint(said) and said <= no | sayings.of_words("fillers")


def _only_doubts(piece: Sequence[Word]) -> bool:
    texts = _texts(piece)
    return any(texts[: len(each)] == each for each in sayings.of("disbelieving", "opens"))


def _asks_of_its_own(pieces: Sequence[Sequence[Word]], names: Names) -> bool:
    """Tell whether `…, so tell me what would stop Ann` follows, which takes up nothing."""
    texts = [word for word in _texts(pieces[0]) if word not in _LEADING]
    said = [word for piece in pieces for word in _texts(piece)]
    tells = sum(word not in word_lists().stop for word in said) > 1
    return not _ASKING.isdisjoint(texts[:1]) and (tells or bool(names.find(said)))


def _pieces(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Cut a sentence at its marks."""
    marks = [place for place, word in enumerate(words) if word.before and place]
    for start, end in zip((0, *marks), (*marks, len(words)), strict=True):
        yield tuple(words[start:end])


def _is_aside(words: Sequence[Word], names: Names) -> bool:
    """Tell whether a piece begins as what is said by the way, and names no one."""
    texts = _texts(words)
    if texts in sayings.of("asides", "whole"):
        return True
    if texts[:1] == ("or",) and _AUXILIARIES.intersection(texts[1:2]):
        return not _NOT_ASKED_OF.isdisjoint(texts[2:3]) and not names.find(texts)
    if any(
        texts == (*each, *said) for each in sayings.of("disbelieving", "opens") for said in _ANY
    ):
        return True  # `I do not buy it, but suppose …`
    opens = any(texts[:size] in sayings.of("asides", "opens") for size in (1, 2, 3))
    return opens and not names.find(texts)


def _texts(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
