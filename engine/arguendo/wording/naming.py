"""Names varied: once an entity's name has been said, prose goes on with its short name.

Only in whole sentences: items of lists and numbered steps are read one by one, and what an author
wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from arguendo.rulebase import RuleBase
from arguendo.wording.grammar import capital, sentence, tidy
from arguendo.wording.page import Block, Role

_PROSE = (Role.ANSWER, Role.REASON, Role.OUTLOOK)
_QUOTED = re.compile(r"(“[^”]*”)")


def varied(blocks: Iterable[Block], rulebase: RuleBase) -> Iterator[Block]:
    """Shorten the names in the prose of a page, each from its second mention on."""
    names = _names(rulebase)
    if not names:
        yield from blocks
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    written = tuple({sentence(tidy(rule.because))[:-1] for rule in rulebase.rules if rule.because})
    met: set[str] = set()

    def shortened(found: re.Match[str]) -> str:
        name = found[0]
        short, known = names[name], names[name] in met
        met.add(short)
        return short if known else name

    for block in blocks:
        if block.role not in _PROSE:
            yield block
            continue
        lines = (
            line if line.startswith(written) else _said(line, pattern, shortened)
            for line in block.lines
        )
        yield replace(block, lines=tuple(lines))


def _said(line: str, pattern: re.Pattern[str], shortened: Callable[[re.Match[str]], str]) -> str:
    """Shorten the names in a line, but for what stands between quotation marks."""
    parts = _QUOTED.split(line)
    return "".join(part if part.startswith("“") else pattern.sub(shortened, part) for part in parts)


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
