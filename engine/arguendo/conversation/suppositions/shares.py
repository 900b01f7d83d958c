"""Shares that are supposed in words, as the percentages a rule base has: `only half of them`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.statements.literals import month_of
from arguendo.conversation.suppositions import amounts


def in_percent(context: Context, text: str) -> str:
    """Put percentages in place of shares, where a statement has some, and none has the words."""
    units = {unit for measure in amounts.measures(context) for unit in measure.units}
    if units.isdisjoint(map(stem, lexicon.words_of("percent"))):
        return text

    def put(found: re.Match[str]) -> str:
        share = " ".join(found["share"].casefold().replace("-", " ").split())
        own = any(stem(word) in context.index.vocabulary for word in share.split())
        if own or _is_day(text, found):
            return found[0]
        return f"{_shares()[share]} percent{found['of'] or ' of'}"

    return _pattern().sub(put, text)


def _is_day(text: str, found: re.Match[str]) -> bool:
    """Tell whether what may be a share tells a day, or a place: `the third of May`."""
    before, behind = text[: found.start()].split()[-1:], text[found.end() :].split()[:1]
    ordinal = before == ["the"] and "half" not in found["share"].casefold()
    return ordinal or any(month_of(word.strip(".,?!").casefold()) for word in behind)


@cache
def _shares() -> Mapping[str, str]:
    """Return what each share is in percent."""
    table = lexicon.listed(lexicon.read("turns")["shares"]["percent"])
    return {word.strip(): number.strip() for word, _, number in (e.partition("=") for e in table)}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a share of somebody or something: `half of them`, `half the members`."""
    known = sorted(_shares(), key=len, reverse=True)
    shares = "|".join(re.escape(each).replace("\\ ", r"[\s-]+") for each in known)
    whole = "|".join(sorted(lexicon.words_of("shared_out")))
    return re.compile(
        rf"\b(?:an?\s+)?(?P<share>{shares})(?:(?P<of>\s+of)\b|(?=\s+(?:{whole})\b))", re.I
    )
