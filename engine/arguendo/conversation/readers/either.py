"""Suppositions of which one or the other is to be so: `if either Anna pays or the courts dry, …`.

Nobody supposes both there; each is a question of its own, and both are asked back about, answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from arguendo.conversation.english.words import Word
from arguendo.conversation.suppositions.assumptions import read_assumptions
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Statement

_SUPPOSING = (Intent.WHAT_IF, Intent.ASSUME)


def apart(said: Utterance, query: Query) -> Query:
    """Read what supposes one or the other as two questions; all else is left as it is."""
    if query.intent not in _SUPPOSING or query.alternatives:
        return query
    for first, second in _pairs(said):
        both = {**first, **second}
        heard = query.assume.keys() & both.keys()
        if not (first and second and heard) or first.keys() & second.keys():
            continue
        rest = {s: true for s, true in query.assume.items() if s not in both}
        one, other = (replace(query, assume={**each, **rest}) for each in (first, second))
        return replace(one, clarify=True, alternatives=(other,))
    return query


def _pairs(said: Utterance) -> Iterator[tuple[Mapping[Statement, bool], Mapping[Statement, bool]]]:
    """Go through what the two halves behind *either* suppose."""
    for span in said.parts.assumed:
        texts = [word.text for word in span]
        if "either" not in texts:
            continue
        begins = texts.index("either")
        for place in (p for p, text in enumerate(texts) if text == "or" and p > begins):
            first, second = span[begins + 1 : place], span[place + 1 :]
            yield _told(said, (*span[:begins], *first)), _told(said, second)


def _told(said: Utterance, words: Sequence[Word]) -> Mapping[Statement, bool]:
    return read_assumptions(said.context, [words]).truth if words else {}
