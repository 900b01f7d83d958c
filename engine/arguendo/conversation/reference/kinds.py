"""What `one` stands for: `what is a penguin?`, then `is it one?`; `and the zebra, is it one?`.

`The latter` and `the former` stand for the last two spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.inquiry.query import Intent
from arguendo.wording.grammar import plural

_TOLD = frozenset({Intent.ASSUME, Intent.RETRACT, Intent.OUT_OF_SCOPE, Intent.HELP, Intent.LIST})
"""Intents of turns between which a kind stays the one spoken of."""
_PARTICLES = words_of("particles")
_BOTH, _AND, _THEM = words_of("the_two"), words_of("conjunction"), words_of("them")
_SMALL, _ASKING = word_lists().stop, words_of("auxiliaries")
_OF_THEM = _THEM | words_of("before_a_kind")


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the name of the kind last described, or named just before, in place of `one`."""
    return [_spelled_out(context, sentence) for sentence in said]


def _spelled_out(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    of_two = _of_two(context, words)
    if of_two is not None:
        return replace(sentence, words=of_two)
    both = _both(context, words)
    if both is not None:
        return replace(sentence, words=both)
    place = _place(words)
    kind = (_named(context, words[:place]) or _described(context)) if place else None
    if place is None or kind is None:
        return sentence
    name = [Word(text, stem(text)) for text in next(iter(context.index.names.of(kind)))]
    start = next((p for p, word in enumerate(words[:place]) if word.before and p), 0)
    return replace(sentence, words=(*words[start:place], *name, *words[place + 1 :]))


def _of_two(context: Context, words: Sequence[Word]) -> tuple[Word, ...] | None:
    """Put a name in place of `the latter`, `one of the former`; None where nothing is named."""
    ends = sayings.single("kinds", "latter") | sayings.single("kinds", "former")
    place = next((p for p, word in enumerate(words) if word.text in ends), None)
    described = [q.entity for q in context.queries if q.intent is Intent.DESCRIBE and q.entity]
    last = context.queries[0].intent if context.queries else None
    if place is None or last is not Intent.DESCRIBE or len(described) < 2:
        return None
    meant = described[words[place].text not in sayings.single("kinds", "latter")]
    name = [Word(text, stem(text)) for text in next(iter(context.index.names.of(meant)))]
    start = place
    while start and words[start - 1].text in words_of("one_of_a_kind"):
        start -= 1
    return (*words[:start], *name, *words[place + 1 :])


def _both(context: Context, words: Sequence[Word]) -> tuple[Word, ...] | None:
    """Put the names of the only two people of a kind in place of `both of them`, `both tenants`."""
    names, texts = context.index.names, [word.text for word in words]
    place = next((p for p, text in enumerate(texts) if text in _BOTH), None)
    if place is None or _AND.intersection(texts):
        return None
    by_kind: dict[str, list[str]] = {}
    for entity in sorted(names.people):
        by_kind.setdefault(names.kinds[entity], []).append(entity)
    pairs = {kind: two for kind, two in by_kind.items() if len(two) == 2}
    start, end = place - (texts[max(0, place - 1)] in _THEM), place + 1
    while texts[end : end + 1] and texts[end] in _OF_THEM:
        end += 1
    noun = next((k for k in pairs if texts[end : end + 1] == [plural(k)]), None)
    others = end < len(texts) and texts[end].endswith("s") and texts[end] not in _SMALL
    if noun is None and (len(pairs) != 1 or others):
        return None
    end += noun is not None
    one, other = pairs[noun or next(iter(pairs))]
    mentions = names.find(texts)
    orders = end == len(texts) and texts[0] not in _ASKING and not mentions  # `undo both`
    if orders or any({one, other}.intersection(mention.entities) for mention in mentions):
        return None
    told = [*next(iter(names.of(one))), "and", *next(iter(names.of(other)))]
    return (*words[:start], *(Word(text, stem(text)) for text in told), *words[end:])


def _place(words: Sequence[Word]) -> int | None:
    """Return where `one` stands at the end of a clause, behind what it may tell of."""
    before = sayings.single("kinds", "before") | _PARTICLES
    for place in range(1, len(words)):
        if words[place].text == "one" and words[place - 1].text in before:
            rest = [w for w in words[place + 1 :] if w.text not in _PARTICLES]
            return None if rest and not rest[0].before else place
    return None


def _named(context: Context, words: Sequence[Word]) -> str | None:
    """Return the kind that a sentence begins with and parts from the rest: `and the zebra, …`."""
    comma = next((p for p, word in enumerate(words) if word.before and p), None)
    texts = [word.text for word in words[:comma]] if comma else []
    mentions = context.index.names.find(texts)
    if len(mentions) != 1 or mentions[0].proper or mentions[0].end != len(texts):
        return None
    leading = sayings.single("adding", "leading")
    return mentions[0].entities[0] if set(texts[: mentions[0].start]) <= leading else None


def _described(context: Context) -> str | None:
    """Return the kind that was described last, if nothing was asked since."""
    last = next((query for query in context.queries if query.intent not in _TOLD), None)
    if last is None or last.intent is not Intent.DESCRIBE or last.entity is None:
        return None
    names = context.index.names
    mentions = names.find(next(iter(names.of(last.entity)), ()))
    return None if any(mention.proper for mention in mentions) else last.entity
