"""Words to stems: what forms of one word have in common.

A light stemmer of endings, with a table of irregular forms. It is many times faster than a full
Snowball stemmer in Python, which matters since every sentence of a rule base is stemmed at the
start; and derived words (`commitment`, `committed`) are better told by the lexicon's meanings.
"""

from __future__ import annotations

from functools import lru_cache

from arguendo.conversation.lexicon import word_lists

_VOWELS = frozenset("aeiouy")
_SIBILANT = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a word's stem; words of one family that a dictionary would list together share it."""
    irregular = word_lists().irregular
    base = irregular.get(word)
    if base is not None:
        return _bare(base)
    if len(word) <= 3:
        return word
    short = _without_ending(_singular(word))
    return _bare(irregular.get(short, short))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(_SIBILANT):
        return word[:-1] if _is_short(word[:-2]) and word[-3] == "s" else word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed", "ly"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and any(c in _VOWELS for c in rest):
            return rest if ending == "ly" else _restored(rest)
    return word


def _restored(rest: str) -> str:
    """Undo what an ending did to a word: `stopp` is *stop*, `mak` is *make*."""
    if rest[-1] == rest[-2] and rest[-1] not in "aeiouls":
        return rest[:-1]
    return rest + "e" if _is_short(rest) and rest[2] not in "aeiouwxy" else rest


def _is_short(rest: str) -> bool:
    """Tell whether a word is so short without its ending that a mute e belongs to it."""
    return len(rest) == 3 and rest[0] not in _VOWELS and rest[1] in _VOWELS


def _bare(word: str) -> str:
    """Drop a mute e and let a final y be an i, so that `believe` meets `believing`."""
    if len(word) <= 3:
        return word
    if word.endswith("ll") and len(word) > 5:
        return word[:-1]
    if word[-1] == "e" and len(word) > 4:
        return word[:-1]
    if word[-1] == "y" and word[-2] not in _VOWELS:
        return word[:-1] + "i"
    return word
