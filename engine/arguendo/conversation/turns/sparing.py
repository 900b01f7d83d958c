"""Orders that take back several assumptions at once: `forget everything but Ben`, `undo both`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence, Word
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.readers import revoking
from arguendo.conversation.turns import restoring
from arguendo.inquiry.query import Intent, Listing, Query, Step
from arguendo.statements import Statement

_SEVERAL: Mapping[str, slice] = {
    "first_two": slice(0, 2),
    "first_three": slice(0, 3),
    "last_two": slice(-2, None),
    "last_three": slice(-3, None),
}
"""Which of what is assumed each group of cues means."""
SURE, UNSURE = 0.9, 0.5
MOST_WORDS = 16


def read(context: Context, said: Sequence[Sentence]) -> Query | None:
    """Read an order to take back all but what is named, or the first or last few."""
    if len(said) != 1 or said[0].asks or len(said[0]) > MOST_WORDS:
        return None
    words = said[0].words
    return _but(context, words) or _several(context, words) or _each(context, words)


def _but(context: Context, words: Sequence[Word]) -> Query | None:
    """Read `drop all but the last`, `keep only Ben`; what names nothing assumed is asked back."""
    stems = [word.stem for word in words]
    spares = cues.group("sparing", "spares").find(stems) if _opened(words) else []
    found = [cue for cue in (*spares, *_only(words)) if not words[cue.end - 1].before]
    if not found:
        return None
    if not context.case.assumptions:
        return Query(Intent.RETRACT, back=Step.RESET)
    start = min(cue.end for cue in found)
    kept = [_kept(context, piece) for piece in _pieces(words[start:])]
    if not kept or not all(kept):
        return Query(Intent.LIST, listing=Listing.ASSUMPTIONS, confidence=UNSURE, clarify=True)
    stays = {statement for each in kept for statement in each}
    return _taken([each for each in _own(context) if each not in stays])


def _several(context: Context, words: Sequence[Word]) -> Query | None:
    """Read `undo both`, `forget the last two`."""
    opened = _opened(words)
    groups = cues.group("sparing", *_SEVERAL).find([word.stem for word in words])
    if not opened or not groups:
        return None
    spoken = {*opened, *groups[0].places}
    small = lexicon.word_lists().stop | words_of("pleasantries") | words_of("assumed_things")
    if any(word.text not in small for p, word in enumerate(words) if p not in spoken):
        return None
    return _taken(_own(context)[_SEVERAL[groups[0].group]])


def _each(context: Context, words: Sequence[Word]) -> Query | None:
    """Read `drop the fee and the rain`, where each piece names another thing that is assumed."""
    opened = _opened(words)
    pieces = _pieces([word for place, word in enumerate(words) if place not in opened])
    if not opened or len(pieces) < 2:
        return None
    made = context.case.assumptions
    named = [restoring.named(context, piece) for piece in pieces]
    taken = [each for each in dict.fromkeys(named) if each is not None and each in made]
    return _taken(taken) if len(taken) == len(pieces) else None


def _opened(words: Sequence[Word]) -> set[int]:
    """Return the words by which something is ordered to be taken back, if they begin a sentence."""
    small = lexicon.word_lists().stop | words_of("pleasantries")
    found = cues.group("retract", "opens").find([word.stem for word in words])
    opens = [cue for cue in found if all(word.text in small for word in words[: cue.start])]
    return {place for cue in opens for place in cue.places}


def _only(words: Sequence[Word]) -> Sequence[cues.Found]:
    """Find the words by which only something is ordered to be kept, if they begin a sentence."""
    small = lexicon.word_lists().stop | words_of("pleasantries")
    found = cues.group("sparing", "keeps").find([word.stem for word in words])
    return [cue for cue in found if all(word.text in small for word in words[: cue.start])]


def _pieces(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Cut what is to stay at each word that joins: `Ben and the rain`."""
    joints = words_of("joints")
    cuts = [p for p, word in enumerate(words) if word.before or word.text in joints]
    borders = [0, *cuts, len(words)]
    pieces = [words[a:b] for a, b in pairwise(borders)]
    small = joints | words_of("pleasantries")
    return [piece for piece in pieces if any(word.text not in small for word in piece)]


def _kept(context: Context, words: Sequence[Word]) -> Sequence[Statement]:
    """Return what is assumed that some words name: all of who is named, a place, or what fits."""
    made = list(context.case.assumptions)
    mentions = context.index.names.find([word.text for word in words])
    named = {place for each in mentions for place in range(each.start, each.end)}
    small = lexicon.word_lists().stop | words_of("assumed_things") | words_of("pleasantries")
    if mentions and all(word.text in small for p, word in enumerate(words) if p not in named):
        entities = [each.entities[0] for each in mentions]
        return [each for each in made if all(entity in each.arguments for entity in entities)]
    placed = revoking.placed(context, [word.stem for word in words]) if not mentions else None
    return [placed] if placed else revoking.in_force(context, words)


def _own(context: Context) -> list[Statement]:
    """Return what was assumed on top of the scenario, else all that is assumed."""
    case = context.case
    scenario = case.rulebase.scenario.get(case.scenario)
    given = {each.statement: each.degree for each in scenario.assumptions} if scenario else {}
    own = [each for each, degree in case.assumptions.items() if given.get(each) != degree]
    return own or list(case.assumptions)


def _taken(taken: Sequence[Statement]) -> Query:
    """Build the query that takes some assumptions back; of none, one that lists what there is."""
    if not taken:
        return Query(Intent.LIST, listing=Listing.ASSUMPTIONS, confidence=SURE)
    return Query(Intent.RETRACT, taken[0], besides=tuple(taken[1:]), confidence=SURE)
