"""Clauses that undo what they speak of, affirm its contrary, or say nothing: `keep that`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arguendo.conversation.context import Context
from arguendo.conversation.english.stems import stem
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.suppositions.clausing import Clause

_REPORTS, _TOLD_TO, _SUBJECTS = words_of("reports"), words_of("told_to"), words_of("subjects")
_TELLING = ("s", "d", "rote", "wore")
"""How words end by which somebody tells something; the others may bid to note it."""
RATHER = 0.75
"""How near an affirmed contrary must be to what would be denied without a word that denies."""
WHOLLY = 0.97
"""How much of an affirmed contrary must be said for it to be meant however likely a denial is."""


def undone(words: Sequence[str]) -> list[str] | None:
    """Leave out the words of a clause that undo what the rest says; None if there are none."""
    found = cues.group("clauses", "undoes", "takes").find([stem(word) for word in words])
    taken = {place for cue in found for place in cue.places}
    left = [word for place, word in enumerate(words) if place not in taken]
    return left if taken and left else None


def rather(context: Context, readings: list[Reading]) -> list[Reading]:
    """Let what is affirmed stand before the denial of its contrary, where no word denies."""
    denied = {r.statement for r in readings[:1] if not r.positive}
    contrary = context.case.rulebase.are_contrary
    for reading in readings if denied else ():
        wholly = reading.told >= WHOLLY and reading.coverage >= readings[0].coverage
        near = reading.positive and (wholly or reading.score >= RATHER * readings[0].score)
        if near and any(contrary(reading.statement, each) for each in denied):
            rest = [each for each in readings if each is not reading]
            return [replace(reading, score=readings[0].score), *rest]
    return readings


def is_idle(context: Context, clause: Clause) -> bool:
    """Tell whether a clause only says how something was heard or is to stand: `keep that`."""
    stems = [word.stem for word in clause.words]
    taken = {place for cue in cues.group("idle").find(stems) for place in cue.places}
    if not taken or context.index.names.find(clause.texts):
        return False
    lists = word_lists()
    small = lists.stop - lists.negation
    return all(p in taken or word in small for p, word in enumerate(clause.texts))


def heard(context: Context, clause: Clause) -> Clause | None:
    """Leave out who tells what a clause says: `the warden swears that …`; None if that is all.

    What the rule base has words for itself stays, and so does anybody whom it knows.
    """
    texts, known = clause.texts, context.index.vocabulary
    place = next((p for p, word in enumerate(texts) if word in _REPORTS), None)
    if place is None or stem(texts[place]) in known or context.index.names.find(texts[:place]):
        return clause
    start = place + 1
    start += start < len(texts) and texts[start] in _TOLD_TO
    if texts[start : start + 1] == ["by"] and "that" in texts[start:]:
        start = texts.index("that", start)
    begins = start < len(texts) and texts[start] in _SUBJECTS
    if begins or any(each.start == start for each in context.index.names.find(texts)):
        start += texts[start] == "that" and start + 1 < len(texts)
        denial = [each for each in clause.words[:place] if each.text in word_lists().negation]
        return replace(clause, words=(*denial, *clause.words[start:]))
    told = bool(place) if start == len(texts) else texts[place].endswith(_TELLING)
    return None if told and not context.index.names.find(texts[start:]) else clause
