"""How a text is marked and written: what ends it, how often it asks, whether it has capitals.

People of one kind leave out marks that others set; a question mark tells most where others stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.conversation.utterance import Utterance

SIGNS = ("??", "?!", "..", "=", "->", "!", ":", '"', "+", "/")
"""What may stand anywhere in a text."""
_ENDS = frozenset('?.!,:;")')
NO_MARK = "none"
MOST_ASKED, MOST_SENTENCES = 3, 4


def of_marks(said: Utterance) -> Iterator[str]:
    """Tell the marks of a text, nothing where it is not known how it was written."""
    text = said.text.strip()
    if not text:
        return
    yield from (f"mark {sign}" for sign in SIGNS if sign in text)
    yield f"mark at end {text[-1] if text[-1] in _ENDS else NO_MARK}"
    if text == text.lower():
        yield "mark small letters"
    asked = f"mark asked {min(text.count('?'), MOST_ASKED)}"
    many = min(sum(len(sentence) > 0 for sentence in said.said), MOST_SENTENCES)
    yield asked
    yield f"{asked} of {many} {text[-1] == '?'}"
