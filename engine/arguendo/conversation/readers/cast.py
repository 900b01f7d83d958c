"""Who and what is spoken of: `who is in this story?`, `list the people`, `which states are there?`.

A kind of things is told by its noun, or by one that means as much; whatever else a text says must
be no more than that it asks who or what there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english import sayings
from arguendo.conversation.english.stems import stem
from arguendo.conversation.lexicon import alike, word_lists, words_of
from arguendo.conversation.readers import subject
from arguendo.conversation.readers.limits import deciders
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.wording.grammar import plural

SURE = 0.95
_WHO, _ASKS = words_of("asks_of_whom"), words_of("asks_of_which") | words_of("counting")
_ORDERS, _LIKE = words_of("orders_a_list"), words_of("naming_all")
_THERE, _WITHIN = words_of("there_is"), words_of("within_it")


def read(said: Utterance) -> Query | None:
    """Read a question who or what there is, or what all of it is about."""
    if len(said.said) != 1:
        return None
    if (about := subject.read(said)) is not None:
        return about
    words = [word.text for word in said.said[0].words]
    if sayings.is_one(words, "cast", "everyone"):
        return _listed(_everyone(said))
    known = word_lists().stop | words_of("pleasantries") | _ORDERS | _LIKE | _THERE | _WITHIN
    nouns = [word for word in words if word not in known]
    place = words.index(nouns[0]) if len(nouns) == 1 else len(words)
    if len(nouns) > 1 or not _asks(words, place) or _names_one(said, place):
        return None
    if nouns:
        return _of_kind(said, nouns[0])
    own = said.context.index.vocabulary
    is_said = any(stem(word) in own for word in words if word not in word_lists().stop)
    return None if is_said else _listed(_everyone(said))


def _names_one(said: Utterance, place: int) -> bool:
    """Tell whether a name stands anywhere but where a noun does that may be one as well."""
    mentions = said.mentions(said.said[0])
    return any(mention.end != place + 1 or mention.start < place - 1 for mention in mentions)


def _asks(words: Sequence[str], place: int) -> bool:
    """Tell whether it is asked who there is, or which there are of what stands at a place."""
    small = words_of("pleasantries") | words_of("requests_of_you") | {"you"}
    start = next((p for p, word in enumerate(words) if word not in small), len(words))
    first = words[start : start + 1]
    there = not (_THERE | _WITHIN).isdisjoint(words)
    if place == len(words):
        return there and not _WHO.isdisjoint(first)
    if not _ORDERS.isdisjoint(first):
        return True
    before = set(words[start + 1 : place])
    if not _ASKS.isdisjoint(words[start:place]) and before <= _ASKS | _LIKE:
        return there
    asks_what = not words_of("asks_what").isdisjoint(first)
    return asks_what and bool(before & words_of("being")) and before <= words_of("being") | _LIKE


def _of_kind(said: Utterance, noun: str) -> Query | None:
    """List those of the kind that a noun names; people where it stands for whoever they are."""
    names = said.context.index.names
    if sayings.is_one([noun], "cast", "all"):
        return _listed(())
    if sayings.is_one([noun], "cast", "actors"):
        return _listed(_everyone(said))
    if sayings.is_one([noun], "cast", "people"):
        return _listed(tuple(e for e in names.kinds if e in names.people) or _everyone(said))
    own = {kind: kind.replace("_", " ") for kind in names.kinds.values()}
    kinds = [kind for kind, name in own.items() if noun == plural(name)]
    kinds = kinds or [kind for kind, name in own.items() if noun in map(plural, alike(name))]
    found = tuple(entity for entity, kind in names.kinds.items() if kind in kinds)
    return _listed(found) if found else None


def _everyone(said: Utterance) -> tuple[str, ...]:
    """Return all who act: people, states and bodies, and whoever decides something."""
    names, able = said.context.index.names, deciders(said.context)
    acting = words_of("kinds_that_act")
    return tuple(
        entity
        for entity, kind in names.kinds.items()
        if entity in names.people or entity in able or kind in acting
    )


def _listed(entities: tuple[str, ...]) -> Query:
    return Query(Intent.LIST, listing=Listing.ENTITIES, near=entities, confidence=SURE)
