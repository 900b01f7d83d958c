"""Small talk, and what is said to `did you mean`: answered kindly, never taken for a question."""

from __future__ import annotations

import re

from arguendo.conversation.context import Context
from arguendo.conversation.english import sayings
from arguendo.conversation.intents import telling
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.inquiry.query import Beyond, Intent, Manner, Query

_KINDS = (Beyond.THANKS, Beyond.FAREWELL, Beyond.GREETING, Beyond.ASSENT, Beyond.IDLE)
"""What says more before what says less: `ok, thanks` thanks."""

_MARKS = re.compile(r"[,.;:!]+|\s-+\s")
_FOR = words_of("thanked_for")

_MANNERS = (Manner.BRIEF, Manner.FULL, Manner.AGAIN)


def read(context: Context, text: str) -> Query | None:
    """Read a text that asks nothing: `hello`, `thanks!`, `who are you?`; `yes` to a reading."""
    words = sayings.words_in(text)
    if not words:
        return None
    choices = context.state.choices
    if choices and _accepts(words):
        several = Query(Intent.OUT_OF_SCOPE, beyond=Beyond.WHICH, alternatives=choices)
        return choices[0] if len(choices) == 1 else several
    if choices and sayings.are_some(words, "courtesies", "rejected"):
        return Query(Intent.OUT_OF_SCOPE, beyond=Beyond.REJECTED)
    last = context.state.turns[-1].answer.query if choices else None
    if last is not None and last.is_pending and _doubts(words):
        return last
    if sayings.is_one(words, "help", "words"):
        return Query(Intent.HELP)
    if not context.queries and telling.manner_in(words) in _MANNERS:
        return Query(Intent.OUT_OF_SCOPE, beyond=Beyond.UNANSWERED)
    kinds = (kind for kind in _KINDS if sayings.are_some(words, "courtesies", kind.value))
    kind = next(kinds, None) or _mixed(words) or _praised(text)
    return Query(Intent.OUT_OF_SCOPE, beyond=kind) if kind else None


def _praised(text: str) -> Beyond | None:
    """Read a text each part of which thanks or praises: `thanks, you have been great`."""
    told = map(sayings.words_in, _MARKS.split(text))
    parts = [part for part in told if not sayings.of_words("fillers").issuperset(part)]
    if "?" in text or not any(map(_praises, parts)):
        return None
    kind = next((k for k in _KINDS for p in parts if _is_of(p, k)), Beyond.THANKS)
    rest = (part for part in parts if not _praises(part))
    return kind if all(any(_is_of(part, k) for k in _KINDS) for part in rest) else None


def _is_of(words: tuple[str, ...], kind: Beyond) -> bool:
    return sayings.are_some(words, "courtesies", kind.value)


def _praises(words: tuple[str, ...]) -> bool:
    """Tell whether words say no more than how good something was, or what one is thanked for."""
    opens = (*sayings.of("courtesies", "praising"), *sayings.of("courtesies", "thanks"))
    size = max((len(each) for each in opens if words[: len(each)] == each), default=0)
    praise, told = sayings.single("courtesies", "praise"), words[size:]
    known = praise | sayings.of_words("fillers") | _FOR
    return size > 0 and not praise.isdisjoint(told) and all(word in known for word in told)


def _accepts(words: tuple[str, ...]) -> bool:
    """Tell whether words take what was offered: `yes, please`, `hm, yes`."""
    denies = not word_lists().negation.isdisjoint(words)
    several = not denies and sayings.are_some(words, "courtesies", "accepted")
    return several or sayings.is_one(words, "courtesies", "accepted")


def _doubts(words: tuple[str, ...]) -> bool:
    """Tell whether words neither take nor leave what is to be assumed: it is asked back again."""
    asks = sayings.is_one(words, "reasons", "words")
    return asks or sayings.are_some(words, "courtesies", "doubting")


def _mixed(words: tuple[str, ...]) -> Beyond | None:
    """Read several courtesies at once, `ok, thank you, bye`, as the one that says most."""
    for cut in range(1, len(words)):
        for kind in _KINDS:
            rest = words[cut:]
            if not sayings.are_some(words[:cut], "courtesies", kind.value):
                continue
            other = next((k for k in _KINDS if sayings.are_some(rest, "courtesies", k.value)), None)
            if other is not None:
                return min(kind, other, key=_KINDS.index)
    return None
