"""Which of the statements that a text seems to assume it does assume.

Each reading of a clause is judged once more when all that is assumed and what is asked about it are
known: what little speaks for beside others, what is so anyway and what the question does not hang
on is left out. What the clauses or the question could say besides, and what the words of the whole
text hint at, is put in where all else speaks for it. The weights are a logistic regression on
labelled questions (`tests/conversation/judging.py` makes them).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import exp, log1p
from operator import mul
from typing import NamedTuple

from arguendo.conversation import lexicon
from arguendo.conversation.context import Context
from arguendo.conversation.ranking import target
from arguendo.conversation.statements import overlooked
from arguendo.conversation.statements.assumed import Assumed, Heard
from arguendo.conversation.statements.hints import Told
from arguendo.conversation.statements.readings import Reading
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement

HIGH_SCORE, FAR_BEHIND, LONG, MANY, MOST_RANKS = 3.0, 2.0, 40, 3, 5
"""From here on a sign tells no more: logarithms of scores, words, readings beyond the second and
before one."""
WHOLLY = 0.97
"""How much of a conclusion must be said for its denial to be meant however little speaks for it."""
SEEN = 0.95
"""How much of a clause must be accounted for to say nothing else than what it was read as."""
LEAST_HINTED, MOST_HINTED = -2.2, 6.0
"""The log-odds from which on what words hint at is looked at, and up to which they count."""
_OF_TRAITS = ("seen", "left", "words", "wordless", "foreseen", "opposite", "lone", "associated")


_Others = Sequence[tuple[Statement, Heard]]
"""Other statements, with how each was read."""


class Signs(NamedTuple):
    """What tells whether a statement is assumed, most of it from 0 to 1."""

    score: float
    """How much speaks for it."""
    score_open: float
    """The same, if it is an open question."""
    coverage: float
    """How much of its clause and of its phrase fit each other."""
    seen: float
    """This and the next seven are traits of the reading (`traits.py`)."""
    left: float
    words: float
    wordless: float
    foreseen: float
    opposite: float
    lone: float
    associated: float
    weak: float
    """Whether it was passed over at first."""
    overlooked: float
    """Whether it was not even the best reading of a clause."""
    unread: float
    """Whether only the words of the whole text hint at it."""
    own: float
    """The share of its words by which nothing else is read."""
    rank: float
    """How many statements its clause could rather mean."""
    joined: float
    """Whether its clause was read together with another."""
    outside: float
    """Whether it stands in what is asked."""
    turned: float
    told: float
    """How much of its phrase is said."""
    hinted: float
    """How likely the words of the whole text make it: log-odds."""
    hinted_against: float
    """The same for the reverse."""
    again: float
    """Whether the reverse was read."""
    rival: float
    """How near the next best statement is that its clause could mean."""
    behind: float
    """How far it is behind the best of the others that are assumed."""
    derived: float
    """Whether rules conclude such statements, and it is no fact."""
    denied: float
    fact_denied: float
    idle: float
    """Whether it is so anyway, and not open."""
    idle_fact: float
    bears: float
    """Whether what is asked could hang on it."""
    bears_not: float
    """Whether something is asked that does not."""
    borne: float
    """Whether rules conclude it and it could hang on the others."""
    upstream: float
    """Whether rules conclude it and it could hang on what is asked."""
    open_elsewhere: float
    """Whether any of the others is an open question."""
    predicate_again: float
    """Whether any of the others has the same predicate."""
    apart: float
    """Whether there are others, and they are about nothing that it is about."""
    own_span: float
    """Whether no other one stands in the same piece of text."""
    many: float
    """How many readings there are beyond the second."""
    length: float
    """How long the text is."""
    fits: float
    """How much of the worst of what is assumed and of the text fit each other."""


class Candidate(NamedTuple):
    """A statement that a text may assume to be so or not, with what is seen of it."""

    statement: Statement
    positive: bool
    signs: Signs
    weak: bool
    """Whether it was passed over at first."""
    hinted: bool
    """Whether the rule base has words for its being supposed."""
    hintless: bool = False
    """Whether the rule base has no words for anything that is supposed."""


def only(
    said: Utterance, assumed: Assumed, asked: Statement | None, readings: Sequence[Reading] = ()
) -> Assumed:
    """Leave out what a text does not assume, and put in what it does.

    `readings` are those of its question, which may say something besides. Something always stays:
    nothing is judged worse than to be the only thing that is assumed.
    """
    assumed = besides(assumed, readings)
    told = [(likely(each), each) for each in candidates(said, assumed, asked)]
    if not told:
        return assumed
    context, limits = said.context, _limits()
    plain = not context.index.hints.statements and len(said.said) == 1 and bool(said.parts.assumed)
    strong = {each.statement: sure for sure, each in told if not each.weak}
    kept = {
        s: true
        for s, true in assumed.truth.items()
        if strong.get(s, 1.0) >= limits["stays"]
        or _is_denied_wholly(context, assumed, s)
        or (plain and _says_nothing_else(context, assumed.heard.get(s)))
    }
    sure_of = {statement: strong.get(statement, 1.0) for statement in kept}
    for sure, each in sorted((pair for pair in told if pair[1].weak), key=lambda pair: -pair[0]):
        only_named = each.hintless and each.signs.wordless > 0
        least = limits["joins_named" if only_named else "joins"]
        if sure >= least and sure > sure_of.get(each.statement, 0.0):
            kept[each.statement], sure_of[each.statement] = each.positive, sure
    if not kept:
        best = max(assumed.truth, key=lambda each: strong.get(each, 1.0))
        kept, sure_of = {best: assumed.truth[best]}, {best: strong.get(best, 1.0)}
    same = kept == assumed.truth
    return replace(assumed if same else _narrowed(assumed, kept), likely=min(sure_of.values()))


def besides(assumed: Assumed, readings: Sequence[Reading]) -> Assumed:
    """Pass over what a question with some readings says besides, rather than not to see it."""
    found = {each.reading.statement: each for each in overlooked.outside(readings)}
    new = {s: each for s, each in found.items() if s not in assumed.truth}
    return replace(assumed, passed_over={**new, **assumed.passed_over}) if new else assumed


def _is_denied_wholly(context: Context, assumed: Assumed, statement: Statement) -> bool:
    """Tell whether all of a conclusion about the same is denied: `and it is not even a mammal`."""
    heard = assumed.heard.get(statement)
    if heard is None or assumed.truth[statement] or heard.reading.coverage < WHOLLY:
        return False
    others = {each for other in assumed.truth if other != statement for each in other.arguments}
    if not heard.reading.turned or others.isdisjoint(statement.arguments):
        return False
    return context.is_derived(statement) and not context.is_fact(statement)


def _says_nothing_else(context: Context, heard: Heard | None) -> bool:
    """Tell whether all words of a clause of its own say something open: `if there is no fund`."""
    if heard is None or heard.rank or heard.joined or heard.outside or heard.own < 1:
        return False
    seen = heard.reading.traits.seen if heard.reading.traits else 0.0
    worded = bool(heard.reading.worded)
    return worded and seen >= SEEN and context.is_open(heard.reading.statement)


def _narrowed(assumed: Assumed, truth: Mapping[Statement, bool]) -> Assumed:
    """Return what was read of some statements only."""
    heard = {**assumed.passed_over, **assumed.heard}
    found = {statement: heard[statement] for statement in truth if statement in heard}
    scores = {statement: each.reading.score for statement, each in found.items()}
    covered = min((each.reading.coverage for each in found.values()), default=0.0)
    return replace(
        assumed,
        truth=truth,
        heard=found,
        scores=scores,
        score=min(scores.values(), default=assumed.score),
        fits=covered * (1 - assumed.unread) if found else assumed.fits,
        passed_over={},
    )


def likely(candidate: Candidate) -> float:
    """Return how likely a statement is assumed."""
    unhinted = "hintless" if candidate.hintless else "unhinted"
    constant, weights = _weights("weights" if candidate.hinted else unhinted)
    return 1 / (1 + exp(-constant - sum(map(mul, weights, candidate.signs))))


def candidates(said: Utterance, assumed: Assumed, asked: Statement | None) -> list[Candidate]:
    """Gather what a text may assume, with what tells of each whether it does.

    Nothing where nothing was read from clauses.
    """
    gathering = _Gathering(said, assumed, asked)
    if not gathering.heard:
        return []
    read = list(gathering.of_clauses())
    return [*read, *gathering.of_words({(each.statement, each.positive) for each in read})]


class _Gathering:
    """Gathers what one text may assume."""

    def __init__(self, said: Utterance, assumed: Assumed, asked: Statement | None) -> None:
        self.said, self.assumed, self.asked = said, assumed, asked
        self.heard = {s: assumed.heard[s] for s in assumed.truth if s in assumed.heard}
        self._known = tuple(self.heard.items())
        self._read = {**self.heard, **assumed.passed_over}
        first = {each.reading for each in self._read.values() if _is_first(each)}
        readings = len({(each.statement, each.positive) for each in first})
        self._of_text = {
            "many": min(1.0, max(0, readings - 2) / MANY),
            "length": min(1.0, sum(map(len, said.said)) / LONG),
            "fits": assumed.fits,
        }

    def of_clauses(self) -> Iterator[Candidate]:
        """Go through what was read from clauses, and from the question."""
        for statement, each in self._read.items():
            weak = statement not in self.heard
            positive = each.reading.positive if weak else self.assumed.truth[statement]
            others = [pair for pair in self._known if pair[1].reading is not each.reading]
            values = dict(_of_reading(each, others, weak))
            values["score_open"] = values["score"] * self.said.context.is_open(statement)
            values.update(self._of_statement(statement, positive, each.span, others))
            if self.said.is_hintless and self.said.context.matcher.foreseen.varies(statement):
                values["foreseen"] = 1.0
            hinted = (statement, positive) in self.said.hinted
            if weak and not hinted and not _is_first(each):
                continue  # of so little alone nothing is put in
            told = Signs(**values)
            yield Candidate(statement, positive, told, weak, hinted, self.said.is_hintless)

    def of_words(self, seen: Container[tuple[Statement, bool]]) -> Iterator[Candidate]:
        """Go through what only the words of the whole text hint at."""
        for (statement, positive), odds in self.said.hinted.items():
            if odds < LEAST_HINTED or statement == self.asked or (statement, positive) in seen:
                continue
            values = dict.fromkeys(Signs._fields, 0.0)
            values.update(weak=1.0, unread=1.0, again=statement in self._read)
            values.update(self._of_statement(statement, positive, None, self._known))
            yield Candidate(statement, positive, Signs(**values), weak=True, hinted=True)

    def _of_statement(
        self, statement: Statement, positive: bool, span: int | None, others: _Others
    ) -> Iterator[tuple[str, float]]:
        """Tell what can be told of a statement however it came to be looked at."""
        context = self.said.context
        yield from self._of_text.items()
        yield from _of_standing(context, statement, positive)
        yield from _of_bearing(context, statement, [s for s, _ in others], self.asked)
        yield from _of_hints(self.said.hinted, statement, positive)
        yield from _of_others(context, statement, span, others)


def _is_first(heard: Heard) -> bool:
    """Tell whether it is the best reading of a clause by itself, in what is not asked."""
    return not (heard.rank or heard.joined or heard.outside) and heard.own >= 1


def _of_reading(each: Heard, others: _Others, weak: bool) -> Iterator[tuple[str, float]]:
    """Tell how a statement was read."""
    reading = each.reading
    score = log1p(reading.score)
    best = max((log1p(other.reading.score) for _, other in others), default=0.0)
    yield "score", min(1.0, score / HIGH_SCORE)
    yield "coverage", reading.coverage
    for name in _OF_TRAITS:
        yield name, float(getattr(reading.traits, name)) if reading.traits else 0.0
    yield "weak", weak
    yield "overlooked", each.weak
    yield "unread", False
    yield "again", False
    yield "own", each.own
    yield "rank", min(1.0, each.rank / MOST_RANKS)
    yield "joined", each.joined
    yield "outside", each.outside
    yield "turned", reading.turned
    yield "told", reading.told
    yield "rival", each.rival
    yield "behind", max(0.0, best - score) / FAR_BEHIND


def _of_standing(
    context: Context, statement: Statement, positive: bool
) -> Iterator[tuple[str, float]]:
    """Tell how a statement stands without what is assumed."""
    fact = context.is_fact(statement)
    idle = positive == context.holds(statement) and not context.is_open(statement)
    yield "derived", context.is_derived(statement) and not fact
    yield "denied", not positive
    yield "fact_denied", fact and not positive
    yield "idle", idle
    yield "idle_fact", idle and fact


def _of_bearing(
    context: Context, statement: Statement, others: Sequence[Statement], asked: Statement | None
) -> Iterator[tuple[str, float]]:
    """Tell what hangs on a statement, and on what it hangs."""
    asks = asked is not None and statement != asked
    bears = asks and asked is not None and target.depends(context, (statement,), asked)
    concluded = context.is_derived(statement) and not context.is_fact(statement)
    yield "bears", bears
    yield "bears_not", asked is not None and not bears
    yield "borne", concluded and bool(others) and target.depends(context, others, statement)
    hangs = concluded and asked is not None and target.depends(context, (asked,), statement)
    yield "upstream", hangs


def _of_hints(hinted: Told, statement: Statement, positive: bool) -> Iterator[tuple[str, float]]:
    """Tell what the words of the whole text hint at."""
    for name, true in (("hinted", positive), ("hinted_against", not positive)):
        odds = hinted.get((statement, true), 0.0)
        yield name, max(-MOST_HINTED, min(MOST_HINTED, odds))


def _of_others(
    context: Context, statement: Statement, span: int | None, others: _Others
) -> Iterator[tuple[str, float]]:
    """Tell how a statement goes with the others."""
    arguments = {argument for other, _ in others for argument in other.arguments}
    yield "open_elsewhere", any(context.is_open(other) for other, _ in others)
    yield "predicate_again", any(other.predicate == statement.predicate for other, _ in others)
    yield "apart", bool(others) and arguments.isdisjoint(statement.arguments)
    yield "own_span", not any(other.span == span for _, other in others)


@cache
def _weights(name: str) -> tuple[float, tuple[float, ...]]:
    table = lexicon.read("supposed")[name]
    return float(table["constant"]), tuple(float(table[sign]) for sign in Signs._fields)


@cache
def _limits() -> Mapping[str, float]:
    return {name: float(value) for name, value in lexicon.read("supposed")["limits"].items()}
