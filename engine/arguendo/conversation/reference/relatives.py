"""Names in place of descriptions: `Ann's boy` and `her boy` become *Ben*, where facts tell so.

`Her` is whoever the text names before; where it names nobody, whoever was spoken of before. Whoever
is named as well is not put in twice, and what tells of somebody who he is stays as it is: `is Carl
Ann's boy?`, `who is Ann's boy?`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.english.words import Sentence, Word, plain_words
from arguendo.conversation.entities.descriptions import OWNING, Described
from arguendo.conversation.entities.mentions import Mention
from arguendo.conversation.lexicon import called, kin, opposites, word_lists, words_of
from arguendo.statements import Statement

_BEING_OR_BECOMING = words_of("being") | words_of("becoming")
_SUBORDINATING = words_of("subordinating") - words_of("of_times")
_PARENTS = {"parent", "mother", "father", *called("parent")}
"""Whoever speaks of a child's parents may well ask about the child: they stay told of."""
_CHILDREN = frozenset({"child", *called("child")}) - words_of("descendants")
_KIN = frozenset({*kin(), *map("{}s".format, kin())}) | words_of("further_kin")
_PARENT_STEMS = frozenset(map(stem, _PARENTS))
_PICKING = words_of("picking")
_GOES_ON = tuple([each] for each in words_of("describing_on"))
_WHO = words_of("asks_whose")
_THROUGH = words_of("through")
_ASKING = words_of("asks_openly")
SHORT = 8
"""Words of a sentence in which no more than a relative is named."""


def named(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the names of those in place who are told of by a relation to somebody."""
    return _within(context, _across(context, said))


def is_unknown(said: Sequence[Sentence]) -> bool:
    """Tell whether a relative is left behind `his` once names were put: nobody known is that."""
    texts = ([word.text for word in sentence.words] for sentence in said)
    pairs = (pair for each in texts for pair in pairwise(each))
    return any(owner in OWNING and noun in kin() for owner, noun in pairs)


def instead(
    context: Context, said: Sequence[Sentence], related: Sequence[Statement]
) -> list[Sentence] | None:
    """Put the names of those in place whose relation to somebody some statements tell, if any.

    Whoever is named as well is not put in twice.
    """
    found, before, changed = [], list[Mention](), False
    everyone = {e for each in said for m in _mentions(context, each) for e in m.entities}
    for sentence in said:
        words, mentions = sentence.words, _mentions(context, sentence)
        texts = [word.text for word in words]
        told = context.matcher.foreseen.descriptions.find(texts, mentions, before)
        for each in sorted(told, key=lambda d: -d.start):
            noun = _noun(texts[each.start : each.end])
            meant = [e for e in each.entities if context.may_be(e, _pronouns(noun))]
            kin_of = {each.by, *each.entities}
            tells = any(kin_of.issuperset(one.arguments) for one in related)
            new = len(meant) == 1 and everyone.isdisjoint(meant)
            if new and tells and each.end <= len(words):
                words, changed = put(context, meant[0], words, each.start, each.end), True
        found.append(replace(sentence, words=words))
        before = [_passed(m) for m in (*before, *mentions)]
    return found if changed else None


def unnamed(context: Context, said: Sequence[Sentence], owner: str) -> bool:
    """Tell whether relatives of somebody are spoken of for whom no one name stands.

    `Are Ann's grandchildren in?` is not about Ann; what goes through her parents is.
    """
    for sentence in said:
        texts, mentions = [word.text for word in sentence.words], _mentions(context, sentence)
        named = {place for each in mentions for place in range(each.start, each.end)}
        for mention in mentions:
            behind = sentence.words[mention.end : mention.end + 1]
            nouns = [w.text for w in behind if not w.before and mention.end not in named]
            if mention.start > 1 and texts[mention.start - 1] == "of":
                nouns.append(texts[mention.start - 2])
            told = any(n in _KIN and stem(n) not in _PARENT_STEMS for n in nouns)
            if told and owner in mention.entities:
                return True
    return False


def _within(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the names of relatives of those whom the text itself names."""
    before: list[Mention] = []
    everyone = {e for each in said for m in _mentions(context, each) for e in m.entities}
    found = []
    for sentence in said:
        found.append(_definite(context, _named(context, sentence, before, everyone), before))
        before = [_passed(m) for m in (*before, *_mentions(context, sentence))]
    return found


def _definite(context: Context, sentence: Sentence, before: Sequence[Mention]) -> Sentence:
    """Put a name in place of `the boy` behind a parent of one, or of a child named before."""
    words = sentence.words
    texts = [word.text for word in words]
    places = (place for place, text in enumerate(texts) if text in _CHILDREN)
    place = next(places, None)
    if place is None:
        return sentence
    here = _mentions(context, sentence)
    inside = any(m.start <= place < m.end or m.start == place + 1 for m in here)
    before_it = texts[place - 1] if place else ""
    told = before_it in _PICKING or before_it in context.index.names.words - word_lists().stop
    owned = told or any(m.end == place for m in here)
    if inside or owned or texts[place + 1 : place + 2] in _GOES_ON:
        return sentence
    named = [e for m in (*before, *(m for m in here if m.end <= place)) for e in m.entities[:1]]
    child = context.matcher.foreseen.descriptions.child(texts[place], named)
    if child is None or not context.may_be(child, _pronouns(texts[place])):
        return sentence
    return replace(sentence, words=put(context, child, words, place, place + 1))


def _pronouns(noun: str) -> tuple[str, ...]:
    """Return which pronouns stand for a boy, or for a girl; none for a child."""
    told = {"masculine": "he", "feminine": "she"}
    return tuple(pronoun for name, pronoun in told.items() if noun in words_of(name))


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
        fits = context.may_be(each.entities[0], _pronouns(_noun(texts[each.start : each.end])))
        if fits and each.end <= ends and _is_put(each, words, everyone):
            words = put(context, each.entities[0], words, each.start, each.end)
            ends = each.start
    return replace(sentence, words=words) if words is not sentence.words else sentence


def _is_put(told: Described, words: Sequence[Word], everyone: set[str]) -> bool:
    """Tell whether a description stands for somebody, and does not tell who somebody is."""
    if len(told.entities) != 1 or told.entities[0] in everyone:
        return False
    inside = words[told.start : told.end]
    texts = [word.text for word in inside]
    if any(word.before for word in inside[1:]) or _noun(texts).endswith("s"):
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
    return not (ends and clause and clause[0].text in _BEING_OR_BECOMING and len(clause) > 1)


def _noun(texts: Sequence[str]) -> str:
    """Return what a description calls whom it tells of: *boy* in `Ann's boy`, `the boy of Ann`."""
    return texts[texts.index("of") - 1] if "of" in texts[1:] else texts[-1]


def _back(words: Sequence[Word], start: int) -> Iterator[Word]:
    """Go back through a clause from a place."""
    for place in range(start - 1, -1, -1):
        if words[place + 1].before:
            return
        yield words[place]


def _across(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put the name of a relative of whoever was spoken of before in place of `her brother`.

    Nothing is put in a text that names somebody before, who may be meant rather.
    """
    found: list[Sentence] = []
    owned = False
    for sentence in said:
        found.append(sentence if owned else _of_spoken(context, sentence))
        owned = owned or bool(_mentions(context, sentence))
    return found


def _of_spoken(context: Context, sentence: Sentence) -> Sentence:
    words = sentence.words
    texts = [word.text for word in words]
    place = next((p for p, text in enumerate(texts[:-1]) if text in OWNING), None)
    if place is None or context.index.names.find(texts[:place]) or _is_role(texts, place):
        return sentence
    meant = relative(context, texts[place], texts[place + 1])
    if meant is None:
        return sentence
    return replace(sentence, words=put(context, meant, words, place, place + 2))


def _is_role(texts: Sequence[str], place: int) -> bool:
    """Tell whether a relative is spoken of as one: `through his father`, `if her mother applies`.

    What a parent does in a long supposition is done for the child, who must stay in view.
    """
    parent = texts[place + 1] in ("parent", *called("parent"))
    asks = any(text in _ASKING for text in texts)
    through = place > 0 and texts[place - 1] in _THROUGH
    return through or (parent and not asks and len(texts) > SHORT)


def relative(context: Context, pronoun: str, noun: str) -> str | None:
    """Return the one relative of the first spoken of who has any, or the one told apart."""
    descriptions = context.matcher.foreseen.descriptions
    spoken_of = dict.fromkeys((*context.topic, *context.focus, *context.around))
    owners = [each for each in spoken_of if context.may_be(each, (pronoun,))]
    if noun in words_of("stood_for"):
        return _stood_for(context, owners)
    for owner in owners:
        found = descriptions.meant(noun, owner)
        meant = tuple(each for each in found if context.may_be(each, _pronouns(noun)))
        if len(meant) > 1:
            told = tuple(each for each in meant if _is_told(context, each, noun))
            other = opposites().get(_plain(noun))
            unlike = [e for e in meant if other is not None and _is_told(context, e, other)]
            meant = told or tuple(each for each in meant if each not in unlike)
        if meant:
            return meant[0] if len(meant) == 1 else None
    return None


def _stood_for(context: Context, owners: Sequence[str]) -> str | None:
    """Return what is named in a name of the first person who has such a one: a president's land."""
    names = context.index.names
    people = (each for each in owners if each in names.people)
    found = next((near for each in people if (near := names.near.get(each))), {})
    return max(found, key=lambda other: found[other], default=None)


def _is_told(context: Context, entity: str, noun: str) -> bool:
    """Tell whether what is told of an entity says that it is somebody's mother."""
    told = set(plain_words(context.case.rulebase.vocabulary.entities[entity].about))
    return any(word in told for word in _put_otherwise(noun))


def _put_otherwise(noun: str) -> tuple[str, ...]:
    return (noun, _plain(noun), *called(_plain(noun)))


def _plain(noun: str) -> str:
    """Return the plain word for a relative: *mother* for *mum*."""
    return next((name for name in opposites() if noun in called(name)), noun)


def put(
    context: Context, entity: str, words: Sequence[Word], start: int, end: int
) -> tuple[Word, ...]:
    """Put a name in the place of some words."""
    texts = next(iter(context.index.names.of(entity)))
    name = [Word(text, stem(text), capital=True) for text in texts]
    name[0] = replace(name[0], before=words[start].before)
    return (*words[:start], *name, *words[end:])
