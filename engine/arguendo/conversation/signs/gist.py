"""The clause in which a long text asks: what is told beside it tells little.

`I keep two donkeys, which is neither here nor there; what is it that would move him?`
"""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.signs.masking import asking
from arguendo.conversation.utterance import Utterance

LONG = 28
"""Words from which on a text is long."""
MOST = 0.6
"""How much of a text the clause that asks may be, for the rest to be beside it."""
FEWEST, FEWEST_TURNED = 5, 4
"""Words of a clause behind a mark, and of one that a verb or a question word begins."""
_ENDS = frozenset({";", ":", "-"})
_TURNS = words_of("auxiliaries") | words_of("asks_on")
_JOINTS = words_of("joints")


def gist(said: Utterance) -> Sentence | None:
    """Return the clause in which a long text asks; None where a text is short or all of it asks."""
    whole = sum(map(len, said.said))
    sentence = asking(said) if whole >= LONG else None
    if sentence is None:
        return None
    words = sentence.words[_start(sentence.words) :]
    return Sentence(words, sentence.asks) if len(words) <= MOST * whole else None


def _start(words: Sequence[Word]) -> int:
    """Return where the last clause begins that is long enough, behind a mark."""
    for place in range(len(words) - FEWEST_TURNED, 0, -1):
        if not words[place].before:
            continue
        if words[place].before in _ENDS and place <= len(words) - FEWEST:
            return place
        opens = place + (words[place].text in _JOINTS)
        if words[opens].text in _TURNS:
            return place
    return 0
