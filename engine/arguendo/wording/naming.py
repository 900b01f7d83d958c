"""Names varied: once an entity's name has been said, prose goes on with its short name.

Only in whole sentences: items of lists and numbered steps are read one by one, and what an author
wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from arguendo.rulebase import RuleBase
from arguendo.wording.grammar import capital, sentence, sentences, tidy
from arguendo.wording.page import Block, Role

_PROSE = (Role.ANSWER, Role.REASON, Role.OUTLOOK)
_QUOTED = re.compile(r"(“[^”]*”)")


def varied(blocks: Iterable[Block], rulebase: RuleBase) -> Iterator[Block]:
    """Shorten the names in the prose of a page, each from its second mention on.

    Within a sentence nobody goes by two names that have nothing in common, as by the name of
    a state and by that of its capital, for that would look like two.
    """
    names = _names(rulebase)
    if not names:
        yield from blocks
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    written = tuple({sentence(tidy(rule.because))[:-1] for rule in rulebase.rules if rule.because})
    met: set[str] = set()

    def told(line: str) -> str:
        if line.startswith(written):
            return line
        return " ".join(_said(each, pattern, names, met) for each in sentences(line))

    for block in blocks:
        if block.role in _PROSE:
            yield replace(block, lines=tuple(map(told, block.lines)))
        else:
            yield block


def _said(text: str, pattern: re.Pattern[str], names: Mapping[str, str], met: set[str]) -> str:
    """Shorten the names in a sentence, but for what stands between quotation marks."""
    settled = _settled(text, names)

    def shortened(found: re.Match[str]) -> str:
        name = found[0]
        short, known = names[name], names[name] in met
        met.add(short)
        if not has_two_faces(name, short):
            return short if known else name
        return short if settled.setdefault(short, known) else name

    parts = _QUOTED.split(text)
    said = "".join(part if part.startswith("“") else pattern.sub(shortened, part) for part in parts)
    return capital(said) if text[:1].isupper() else said


def _settled(text: str, names: Mapping[str, str]) -> dict[str, bool]:
    """Tell of whom a sentence quotes by a name whether it is the short one, so that it stays."""
    quotes = " ".join(_QUOTED.findall(text))
    found = {short: True for short in names.values() if mentions(quotes, short)}
    return found | {short: False for name, short in names.items() if mentions(quotes, name)}


def has_two_faces(name: str, short: str) -> bool:
    """Tell whether a short name is no part of the name, so that both look like two entities."""
    return not mentions(name, short)


def mentions(text: str, name: str) -> bool:
    """Tell whether a text has a name in it, as whole words."""
    return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))


def _names(rulebase: RuleBase) -> Mapping[str, str]:
    """Return names with their short ones, longest first; those that others share are left out."""
    vocabulary = rulebase.vocabulary
    found = {
        written: tidy(entity.short)
        for entity in vocabulary.entities.values()
        if entity.short and len(vocabulary.entities_named(entity.short)) == 1
        for written in (tidy(entity.name), capital(tidy(entity.name)))
    }
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))
