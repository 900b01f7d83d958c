"""Whether what a sentence supposes comes on top of what was supposed before it, or goes on."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.english import sayings
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists, words_of

NEAR = 2
"""Words at most from what joins a supposition to where it opens: `and now, what if …`."""
LEAST = 3
"""Words that go on with a supposition: a joint, a subject and what is said of it."""
_BESIDES = words_of("adds_besides")
_ONTO = words_of("adds_onto")


def adds(words: Sequence[Word], opens: int) -> bool:
    """Tell whether a supposition goes on with those before it: `okay, and if …`, `… as well`.

    `opens` is the place where it opens.
    """
    texts = [word.text for word in words]
    if not _BESIDES.isdisjoint(texts) or _says_as_well(texts):
        return True
    small = word_lists().stop - words_of("asks_on") - words_of("auxiliaries")
    leads = (small | words_of("leading")) - _ONTO
    begins = next((place for place, text in enumerate(texts) if text not in leads), len(texts))
    joined = begins < len(texts) and texts[begins] in _ONTO
    return joined and begins <= opens <= begins + NEAR


def _says_as_well(texts: Sequence[str]) -> bool:
    """Tell whether words say `as well`, and not `as well as`, which compares or joins names."""
    return any(
        tuple(texts[place : place + len(each)]) == each and texts[place + len(each) :][:1] != ["as"]
        for each in sayings.of("adding", "besides")
        for place in range(len(texts))
    )


def goes_on(words: Sequence[Word]) -> bool:
    """Tell whether words behind a comma go on with what `what if` opens: `…, but it is wet`.

    `What if` asks already: what follows it with a joint, and asks nothing, is supposed as well.
    """
    texts = [word.text for word in words]
    if len(texts) < LEAST or texts[0] not in words_of("joints"):
        return False
    asking = word_lists().auxiliaries | words_of("question_words") | words_of("asks_on")
    return texts[1] not in asking and texts[1] not in words_of("ifs")
