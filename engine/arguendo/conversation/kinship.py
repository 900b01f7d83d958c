"""Who is meant by `her brother` and `his mum`: a relative of whoever was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.descriptions import OWNING
from arguendo.conversation.lexicon import called, opposites, words_of
from arguendo.conversation.stems import stem
from arguendo.conversation.words import Sentence, Word, plain_words

_THROUGH = words_of("through")
_ASKING = frozenset({"what", "who", "how", "why", "which"})
SHORT = 8
"""Words of a sentence in which no more than a relative is named."""


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the name of a relative in place of `her brother`, where facts tell of one.

    Nothing is put in a text that names somebody before, who may be meant rather.
    """
    found: list[Sentence] = []
    named = False
    for sentence in said:
        found.append(sentence if named else _spelled_out(context, sentence))
        named = named or bool(context.index.names.find([word.text for word in sentence.words]))
    return found


def _spelled_out(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    texts = [word.text for word in words]
    place = next((p for p, text in enumerate(texts[:-1]) if text in OWNING), None)
    if place is None or context.index.names.find(texts[:place]) or _is_role(texts, place):
        return sentence
    relative = _relative(context, texts[place + 1])
    if relative is None:
        return sentence
    name = next(iter(context.index.names.of(relative)))
    put = [Word(text, stem(text)) for text in name]
    put[0] = replace(put[0], before=words[place].before)
    return replace(sentence, words=(*words[:place], *put, *words[place + 2 :]))


def _is_role(texts: Sequence[str], place: int) -> bool:
    """Tell whether a relative is spoken of as one: `through his father`, `if her mother applies`.

    What a parent does in a long supposition is done for the child, who must stay in view.
    """
    parent = texts[place + 1] in ("parent", *called("parent"))
    asks = any(text in _ASKING for text in texts)
    through = place > 0 and texts[place - 1] in _THROUGH
    return through or (parent and not asks and len(texts) > SHORT)


def _relative(context: Context, noun: str) -> str | None:
    """Return the one relative of the first spoken of who has any, or the one told apart."""
    descriptions = context.matcher.foreseen.descriptions
    for owner in dict.fromkeys((*context.topic, *context.focus, *context.around)):
        meant = descriptions.meant(noun, owner)
        if len(meant) > 1:
            told = tuple(each for each in meant if _is_told(context, each, noun))
            other = opposites().get(_plain(noun))
            unlike = [e for e in meant if other is not None and _is_told(context, e, other)]
            meant = told or tuple(each for each in meant if each not in unlike)
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


def _is_told(context: Context, entity: str, noun: str) -> bool:
    """Tell whether what is told of an entity says that it is somebody's mother."""
    told = set(plain_words(context.case.rulebase.vocabulary.entities[entity].about))
    return any(word in told for word in _put_otherwise(noun))


def _put_otherwise(noun: str) -> tuple[str, ...]:
    return (noun, _plain(noun), *called(_plain(noun)))


def _plain(noun: str) -> str:
    """Return the plain word for a relative: *mother* for *mum*."""
    return next((name for name in opposites() if noun in called(name)), noun)
