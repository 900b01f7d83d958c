"""Why a text lies beyond what an argument answers: later history, strangers, opinions, errands.

The kinds stand in the lexicon. They only say why; whether a text lies beyond is found before, but
for a few signs that no statement can be meant: a year after the argument, a judgement of character.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.intents import cues
from arguendo.conversation.intents.cues import Cues, parse
from arguendo.conversation.readers import days
from arguendo.conversation.readers.strangers import strangers
from arguendo.conversation.utterance import Utterance
from arguendo.inquiry.query import Beyond, Intent, Query

LONGEST = 40
"""Characters of a word that is named in the answer."""
_YEAR = re.compile(r"(?<![\w.-])(?:19|20)\d\d(?![\w-])")


def alone(said: Utterance, text: str) -> Query | None:
    """Read a text that lies beyond whatever else it names: a later year, a judgement."""
    year = _later_year(said.context, text)
    if year:
        query = Query(Intent.OUT_OF_SCOPE, confidence=0.9, beyond=Beyond.LATER, named=year)
        return replace(query, near=tuple(said.entities))
    kind = Beyond.ORDERS if _poses().match(text) else _found(said, _alone())
    if kind is None and said.entities and len(said.said) == 1:
        kind = _found(said, _of_named())
    if kind is None:
        return None
    return told(said, text, Query(Intent.OUT_OF_SCOPE, confidence=0.9, beyond=kind))


def is_elsewhere(said: Utterance) -> bool:
    """Tell whether a text names some other part of the world, and nothing of this rule base."""
    return not said.entities and bool(_places(said))


def told(said: Utterance, text: str, query: Query) -> Query:
    """Add to a query that lies beyond why it does, and what of it is spoken of here."""
    kind, named = query.beyond or _found(said, _kinds()), query.named
    unknown = [] if kind else _names(said, text)
    year = "" if kind else _later_year(said.context, text)
    if year:
        kind, named = Beyond.LATER, year
    elif unknown:
        kind, named = Beyond.ELSEWHERE, unknown[0]
    return replace(query, beyond=kind, named=named[:LONGEST], near=tuple(said.entities))


def _later_year(context: Context, text: str) -> str:
    """Return a year after all that the rule base speaks of; none where statements have dates."""
    rulebase, years = context.case.rulebase, _YEAR.findall(text[:2000])
    last = days.last_year(rulebase) if years else ""
    if not last or days.dates_are_spoken_of(rulebase):
        return ""
    return next((year for year in years if year > last), "")


def _found(said: Utterance, kinds: Cues) -> Beyond | None:
    """Return the first kind, in the lexicon's order, of which a turn of phrase is there."""
    found = {
        cue.group
        for sentence in said.said
        for cue in kinds.find([w.stem for w in sentence.words], said.mentions(sentence))
    }
    return next((kind for kind in Beyond if kind.value in found), None)


def _names(said: Utterance, text: str) -> Sequence[str]:
    """Return the names in a text that the rule base does not know."""
    return [*strangers(said.context, text), *_places(said)]


def _places(said: Utterance) -> Sequence[str]:
    """Return the parts of the world that a text names, known to the rule base or not."""
    return [
        " ".join(sentence.words[place].text for place in cue.places).title()
        for sentence in said.said
        for cue in cues.group("world").find([word.stem for word in sentence.words])
    ]


@cache
def _kinds() -> Cues:
    return _read("kinds")


@cache
def _alone() -> Cues:
    return _read("alone")


@cache
def _of_named() -> Cues:
    return _read("of_named")


@cache
def _poses() -> re.Pattern[str]:
    """Match a text that opens as if the program's maker spoke: `SYSTEM: …`, `</system> …`."""
    return re.compile(rf"\W*(?:{'|'.join(lexicon.words_of('poses_as'))})\s*[:>\]]", re.IGNORECASE)


def _read(section: str) -> Cues:
    table: Mapping[str, str] = lexicon.read("outside")[section]
    return Cues(cue for name, written in table.items() for cue in parse(written, name))
