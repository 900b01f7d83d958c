"""What the statements that a text may speak of tell of its intent: how they fit, how they stand.

Whoever declares what holds already asks or explains; whoever declares what does not, supposes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from arguendo.conversation.english.words import Sentence
from arguendo.conversation.intents import cues
from arguendo.conversation.lexicon import word_lists
from arguendo.conversation.signs.classes import outline
from arguendo.conversation.signs.masking import STRANGE, asking, is_plain, plain, tokens
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.hints import Told
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement

_SCORES = (1.6, 2.4, 3.0, 4.0, 5.0, 6.5, 8.0, 10.0)
SHARES = (0.2, 0.4, 0.6, 0.8, 0.95)
"""Steps of how much of a text fits."""
HINTED, HINTS = range(-3, 4), (0.3, 0.6, 0.9, 1.2, 1.6, 2.2)
"""Steps of the log-odds that something is supposed, and of how much is."""
UNTOLD = -30
"""Log-odds from which on down something is not hinted at; exponents are not for worse."""
UNHINTED = "unhinted"
FIRST = 3
"""Words of a sentence whose place tells something."""
MOST_DECLARED = 3
MOST_BEYOND = 4
_SURPASSES = (0.5, 0.7, 0.85, 0.95)
"""How near the second best reading may come to the best."""


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
    yield f"statement coverage {step(first.coverage, SHARES)}"
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


def of_assumed(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell how things stand that are assumed in so many words."""
    if not said.parts.stance:
        return
    if not said.assumed.truth:
        yield "assumed: nothing"
        return
    yield f"assumed: {_how(said, said.assumed)}"
    yield from _fitting("assumed:", said.assumed)
    for reading in readings[:1]:
        yield f"assumed: {'this' if reading.statement in said.assumed.truth else 'another'}"


def of_fitting(said: Utterance, readings: Sequence[Reading]) -> Iterator[str]:
    """Tell how well the sentence that asks fits what is known, by how it begins."""
    sentence = asking(said)
    if sentence is None:
        return
    built = outline(said, sentence)
    begins = " ".join(built[:1])
    beyond, strange = _beyond(said, sentence)
    yield f"beyond: {beyond}"
    yield f"beyond: {beyond} of {begins}"
    yield f"strange: {strange}"
    if not readings:
        yield f"fits: none {begins}"
        yield f"fits: none {beyond}"
        return
    first = readings[0]
    score, coverage = step(first.score, _SCORES), step(first.coverage, SHARES)
    yield f"fits: {score} {coverage}"
    yield f"fits: score {score} {begins}"
    yield f"fits: coverage {coverage} {begins}"
    yield f"fits: beyond {beyond} {coverage}"
    second = readings[1].score if len(readings) > 1 else 0.0
    yield f"fits: second {step(second / first.score, _SURPASSES)}"
    yield f"fits: names {len({*said.entities}.difference(first.statement.arguments))}"
    yield from _built_on(said, first, built)


def _beyond(said: Utterance, sentence: Sentence) -> tuple[int, int]:
    """Count the words of a sentence that a rule base does not have, and those nobody has."""
    own = said.context.index.spoken
    named = {place for m in said.mentions(sentence) for place in range(m.start, m.end)}
    kinds = [plain(word, own) for p, word in enumerate(sentence.words) if p not in named]
    small = word_lists().stop
    others = sum(is_plain(kind) and kind not in small for kind in kinds)
    strange = kinds.count(STRANGE)
    return min(MOST_BEYOND, others + strange), min(MOST_BEYOND, strange)


def _built_on(said: Utterance, first: Reading, built: Sequence[str]) -> Iterator[str]:
    """Tell of which classes of words it is asked how a statement stands."""
    state = "open" if said.context.is_open(first.statement) else "told"
    stands = "holds" if said.context.holds(first.statement) else "fails"
    way = "affirmed" if first.positive else "denied"
    yield from (f"fits: {state} {kind}" for kind in built[:2])
    yield f"fits: {stands} {' '.join(built[:2])}"
    yield f"fits: {stands} {state} {bool(said.parts.stance)}"
    yield from (f"fits: {stands} {way} {kind}" for kind in {*built})


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
    yield f"{name} fits {step(declared.fits, SHARES)}"


def of_hints(told: Told) -> Iterator[str]:
    """Tell how surely the words as a whole hint that something is supposed, and how much is.

    Or that the rule base has no words for what is supposed.
    """
    if not told:
        yield UNHINTED
    odds = sorted(told.values(), reverse=True)
    for place, each in enumerate(odds[:2]):
        yield from (f"hinted {place}: over {least}" for least in HINTED if each > least)
    many = sum(1 / (1 + exp(-each)) for each in odds if each > UNTOLD)
    yield from (f"hints: over {least}" for least in HINTS if many > least)
