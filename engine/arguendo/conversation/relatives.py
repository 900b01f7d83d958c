"""Names in place of descriptions: `Ann's boy` and `her boy` become *Ben*, where facts tell so.

Whoever is named as well is not put in twice, and what tells of somebody who he is stays as it is:
`is Carl Ann's boy?`, `who is Ann's boy?`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.descriptions import OWNING, Described
from arguendo.conversation.lexicon import called, words_of
from arguendo.conversation.mentions import Mention
from arguendo.conversation.stems import stem
from arguendo.conversation.words import Sentence, Word

_BE = frozenset({"is", "are", "was", "were", "be", "as", "become", "becomes"})
_SUBORDINATING = words_of("subordinating") - {"when", "before", "after"}
_PARENTS = {"parent", "mother", "father", *called("parent")}
"""Whoever speaks of a child's parents may well ask about the child: they stay told of."""
_WHO = frozenset({"who", "whose"})


def named(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the names of those in place who are told of by a relation to somebody named."""
    before: list[Mention] = []
    everyone = {e for each in said for m in _mentions(context, each) for e in m.entities}
    found = []
    for sentence in said:
        found.append(_named(context, sentence, before, everyone))
        before = [_passed(m) for m in (*before, *_mentions(context, sentence))]
    return found


def _passed(mention: Mention) -> Mention:
    """Return a mention of an earlier sentence: it stands before all words."""
    return mention._replace(start=0, end=0)


def _mentions(context: Context, sentence: Sentence) -> list[Mention]:
    return context.index.names.find([word.text for word in sentence.words])


def _named(
    context: Context, sentence: Sentence, before: Sequence[Mention], everyone: set[str]
) -> Sentence:
    mentions = _mentions(context, sentence)
    if not mentions and not before:
        return sentence
    texts = [word.text for word in sentence.words]
    told = context.matcher.foreseen.descriptions.find(texts, mentions, before)
    words = sentence.words
    ends = len(words)
    for each in sorted(told, key=lambda d: (-d.end, d.start)):
        if each.end <= ends and _is_put(each, words, everyone):
            name = _name(context, each.entities[0], words[each.start])
            words, ends = (*words[: each.start], *name, *words[each.end :]), each.start
    return replace(sentence, words=words) if words is not sentence.words else sentence


def _is_put(told: Described, words: Sequence[Word], everyone: set[str]) -> bool:
    """Tell whether a description stands for somebody, and does not tell who somebody is."""
    if len(told.entities) != 1 or told.entities[0] in everyone:
        return False
    inside = words[told.start : told.end]
    texts = [word.text for word in inside]
    noun = texts[texts.index("of") - 1] if "of" in texts[1:] else texts[-1]
    if any(word.before for word in inside[1:]) or noun.endswith("s"):
        return False
    if any(text in _PARENTS for text in texts):
        return False
    opens = words[told.start - 1].text if told.start else ""
    if inside[0].text in OWNING and opens in _SUBORDINATING:
        return False
    ends = told.end == len(words) or bool(words[told.end].before)
    clause = list(_back(words, told.start))
    if any(word.text in _WHO for word in clause):
        return not ends
    return not (ends and clause and clause[0].text in _BE and len(clause) > 1)


def _back(words: Sequence[Word], start: int) -> Iterator[Word]:
    """Go back through a clause from a place."""
    for place in range(start - 1, -1, -1):
        if words[place + 1].before:
            return
        yield words[place]


def _name(context: Context, entity: str, first: Word) -> list[Word]:
    name = next(iter(context.index.names.of(entity)))
    words = [Word(text, stem(text), capital=True) for text in name]
    return [replace(words[0], before=first.before), *words[1:]]
