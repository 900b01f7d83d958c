"""What the statements that a text may speak of tell of its intent: how they fit, how they stand.

Whoever declares what holds already asks or explains; whoever declares what does not, supposes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arguendo.conversation import cues
from arguendo.conversation.assumptions import Assumed
from arguendo.conversation.masking import tokens
from arguendo.conversation.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement

_SCORES = (1.6, 2.4, 3.0, 4.0, 5.0, 6.5, 8.0, 10.0)
_SHARES = (0.2, 0.4, 0.6, 0.8, 0.95)
FIRST = 3
"""Words of a sentence whose place tells something."""
MOST_DECLARED = 3


def step(value: float, steps: Sequence[float]) -> int:
    """Return how many steps a value reaches."""
    return sum(value >= each for each in steps)


def beginning(name: str, words: Sequence[str]) -> Iterator[str]:
    """Go through the first one, two and three words of something."""
    for size in range(1, FIRST + 1):
        yield f"{name}{size} {' '.join(words[:size])}"


def of_statement(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell how well the text fits a statement, and how that stands."""
    if not readings:
        yield "statement none"
        return
    first = readings[0]
    yield f"statement score {step(first.score, _SCORES)}"
    yield f"statement coverage {step(first.coverage, _SHARES)}"
    yield from _of_standing(said, first)


def _of_standing(said: Utterance, first: Reading) -> Iterator[str]:
    context, statement = said.context, first.statement
    holds = context.holds(statement)
    stands = "holds" if holds else "fails"
    yield stands
    yield f"{stands} {'affirmed' if first.positive else 'denied'}"
    best = said.wanted.best()
    if best:
        yield f"{stands} most {best[0][0].value}"
    for sentence in said.said:
        if sentence.asks or len(said.said) == 1:
            yield from (f"{stands} {each}" for each in beginning("asks", tokens(said, sentence)))
        stems = [word.stem for word in sentence.words]
        for cue in cues.intents().find(stems, said.mentions(sentence)):
            yield f"{stands} cue {cue.group}"
    if context.is_fact(statement):
        yield "statement fact"
    if context.is_open(statement):
        yield "statement open"
    if context.is_derived(statement):
        yield "statement derived"
    if statement.predicate in context.case.rulebase.advice:
        yield "statement advice"


def of_declared(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell what the sentences beside a question would suppose, and whether it is so already."""
    rest = said.parts.rest
    if not any(sentence.asks for sentence in rest):
        return
    declared = said.declared
    if not declared.truth:
        told = not all(each.asks for each in rest)
        if told or said.parts.declared:
            yield "declared: nothing"
        return
    yield f"declared: {_how(said, declared)}"
    yield f"declared: {min(MOST_DECLARED, len(declared.truth))}"
    yield from _fitting("declared:", declared)
    if _differing(said, declared):
        yield from _fitting("declared: other", declared)
    for reading in readings[:1]:
        yield f"declared: {'this' if reading.statement in declared.truth else 'another'}"


def _how(said: Utterance, declared: Assumed) -> str:
    """Tell how things stand that are declared: otherwise, open, the same, or the same but open."""
    differing = _differing(said, declared)
    same = [statement for statement in declared.truth if statement not in differing]
    is_open = said.context.is_open
    words = (
        ("other", bool(differing)),
        ("open", any(map(is_open, differing))),
        ("same", not all(map(is_open, same))),
        ("unsettled", any(map(is_open, same))),
    )
    return " ".join(word for word, told in words if told)


def _differing(said: Utterance, declared: Assumed) -> list[Statement]:
    """List what is declared to be otherwise than it is."""
    return [s for s, true in declared.truth.items() if true != said.context.holds(s)]


def _fitting(name: str, declared: Assumed) -> Iterator[str]:
    yield f"{name} score {step(declared.score, _SCORES)}"
    yield f"{name} fits {step(declared.fits, _SHARES)}"
