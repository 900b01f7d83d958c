"""What the meanings of the wider lexicon add to a text, and to the sentences of a rule base."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from arguendo.conversation.english.meanings import WIDER, Meaning
from arguendo.conversation.english.stems import stem
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.lexicon import word_lists


def set_apart(
    found: Sequence[Meaning], stems: Sequence[str], names: Names, own: bool = False
) -> list[Meaning]:
    """Leave out wider meanings of words that are the rule base's own: these say what they say.

    No such word is lost in an idiom: it tells besides what the idiom means. So do those of the rule
    base's `own` sentences.
    """
    kept: list[Meaning] = []
    lost: set[int] = set()
    for meaning in found:
        if meaning.name[-1] != WIDER:
            kept.append(meaning)
            continue
        words = {stems[place] for place in meaning.places}
        if len(words) == 1:
            kept += [meaning] if own or words.isdisjoint(names.told) else []
        elif own or words <= names.told:
            kept.append(meaning._replace(places=(_told_by(meaning, stems),)))
        elif words.isdisjoint(names.told):
            kept.append(meaning)
            lost.update(meaning.places)
    return [each for each in kept if len(each.places) > 1 or lost.isdisjoint(each.places)]


def _told_by(meaning: Meaning, stems: Sequence[str]) -> int:
    """Return the place of the word that does most to tell an idiom: the last that is not small."""
    small = _small()
    return next((p for p in reversed(meaning.places) if stems[p] not in small), meaning.places[-1])


@cache
def _small() -> frozenset[str]:
    return frozenset(map(stem, word_lists().stop))
