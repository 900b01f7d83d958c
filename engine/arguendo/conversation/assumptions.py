"""What a piece of text assumes: statements, each true or false."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from arguendo.conversation import coordination
from arguendo.conversation.candidates import Reading
from arguendo.conversation.context import Context
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.meanings import meanings
from arguendo.conversation.mentions import Names
from arguendo.conversation.segments import clauses
from arguendo.conversation.words import Word
from arguendo.statements import Statement

LEAST = 2.2
"""Below this score a clause is taken to assume nothing that the rule base knows."""
CLEAREST = 0.3
"""Below this coverage too."""
MOST_JOINED = 3
"""Neighbouring clauses that may read as one."""
MOST_CLAUSES = 10
OPEN, FACT_DENIED, DERIVED, UNSETTLED, ADVICE = 1.3, 1.2, 0.8, 0.75, 0.5
"""How likely an assumption is of what is open, that denies a fact, of what rules conclude, of what
nothing tells, and of what is advised."""
IDLE = 0.7
"""How likely an assumption is that changes nothing, unless it is open."""
_NEARBY = 0.45
MOST_BESIDE = 2
"""Small words that may stand beside a name which says nothing by itself."""
MOST_ELLIPTICAL = 5
"""Words of a clause that takes up the last statement without saying it."""
SURE_ENOUGH = 6.0
_PARTICLES = words_of("particles")
_REPEATS = words_of("repeats")
_PRONOUNS = words_of("pronouns")


@dataclass(frozen=True)
class Assumed:
    """What was read from an assumption."""

    truth: Mapping[Statement, bool]
    score: float
    """The least score among its clauses; 0 when nothing was read."""


def read_assumptions(context: Context, spans: Sequence[Sequence[Word]]) -> Assumed:
    """Read all that some pieces of text assume."""
    truth: dict[Statement, bool] = {}
    scores: list[float] = []
    nearby: dict[str, float] = dict(context.around)
    for span in spans:
        cut = _best_cut(context, clauses(span, context.index.names), nearby)
        for reading in cut:
            for statement in context.matcher.expand(reading.statement):
                truth.setdefault(statement, reading.positive)
            scores.append(reading.score)
        for other, positive in coordination.others(context, span, truth):
            truth.setdefault(other, positive)
        words = [word.text for word in span]
        nearby |= context.index.names.evidence(context.index.names.find(words), _NEARBY)
    return Assumed(_without_contrary(context, truth), min(scores, default=0.0))


def _elliptical(context: Context, span: Sequence[Word]) -> Iterator[Reading]:
    """Read `suppose he had not`: a clause without a verb of its own takes up the last statement."""
    lists = word_lists()
    words = [word.text for word in span if word.text not in _PARTICLES]
    named = {p for m in context.index.names.find(words) for p in range(m.start, m.end)}
    bare = [word for place, word in enumerate(words) if place not in named]
    subject = bool(words) and (words[0] in lists.pronouns or 0 in named)
    ends = [word for word in bare if word in lists.auxiliaries]
    small = all(w in lists.auxiliaries | lists.pronouns | lists.negation for w in bare)
    if context.goal is not None and subject and ends and small and len(words) <= MOST_ELLIPTICAL:
        positive = lists.negation.isdisjoint(bare)
        yield Reading(context.goal, positive, SURE_ENOUGH, 1.0)


def _best_cut(
    context: Context, parts: Sequence[tuple[Word, ...]], nearby: Mapping[str, float]
) -> list[Reading]:
    """Join neighbouring clauses so that the whole reads best, and drop what reads as nothing."""
    parts = list(parts)[:MOST_CLAUSES]
    found: list[tuple[float, list[Reading]]] = [(0.0, [])]
    for end in range(1, len(parts) + 1):
        options = [found[end - 1]]
        for start in range(max(0, end - MOST_JOINED), end):
            score, before = found[start]
            known = {reading.statement for reading in before}
            bare = end - start == 1 and len(parts) > 1 and _is_bare(context, parts[start])
            readings = [] if bare else _read(context, parts, start, end, nearby)
            if start == 0 and end == 1:
                readings = [*_elliptical(context, parts[0]), *readings]
            if before and end - start == 1:
                readings = [*_likewise(context, parts[start], before[-1]), *readings]
            reading = next((r for r in readings if r.statement not in known), None)
            if reading is not None and reading.score >= LEAST and reading.coverage >= CLEAREST:
                gain = reading.score - LEAST + 0.6 - 0.3 * (end - start - 1)
                options.append((score + gain, [*before, reading]))
        found.append(max(options, key=lambda option: option[0]))
    return _without_summary(context, found[-1][1])


def _is_bare(context: Context, part: Sequence[Word]) -> bool:
    """Tell whether a clause is a name and nothing else: part of what the next one says."""
    words = [word.text for word in part]
    mentions = context.index.names.find(words)
    named = {place for m in mentions for place in range(m.start, m.end)}
    lists = word_lists()
    small = lists.stop - lists.auxiliaries - _PRONOUNS
    near = len(mentions) == 1 and len(words) - len(named) <= MOST_BESIDE
    return near and all(w in small for p, w in enumerate(words) if p not in named)


def _likewise(context: Context, part: Sequence[Word], last: Reading) -> Iterator[Reading]:
    """Read `… and neither had he`: a clause with a name and nothing else repeats the last."""
    names = context.index.names
    words = [word.text for word in part]
    mentions = names.find(words)
    named = {place for m in mentions for place in range(m.start, m.end)}
    small = word_lists().stop
    bare = all(word in small for place, word in enumerate(words) if place not in named)
    if len(mentions) != 1 or not bare or _REPEATS.isdisjoint((words[0], words[-1])):
        return
    for entity in mentions[0].entities:
        for place, argument in enumerate(last.statement.arguments):
            if names.kinds.get(argument) == names.kinds[entity] and argument != entity:
                arguments = list(last.statement.arguments)
                arguments[place] = entity
                statement = Statement(last.statement.predicate, tuple(arguments))
                yield replace(last, statement=statement)
                return


def _read(
    context: Context,
    parts: Sequence[tuple[Word, ...]],
    start: int,
    end: int,
    nearby: Mapping[str, float],
) -> list[Reading]:
    names = context.index.names
    words = [word.text for part in parts[start:end] for word in part]
    before = [word.text for part in parts[:start] for word in part]
    if start and not names.find(words[:2]) and words[0] not in _PRONOUNS:
        words = [*_subject(parts[start - 1], names), *words]
    words = [*_spelled_out(parts, start), *words]
    around = {**nearby, **names.evidence(names.find(before), _NEARBY)}
    piece = context.matcher.piece(words, around)
    return context.matcher.read(piece, lambda s, p: _prior(context, s, p), most=3)


def _subject(part: Sequence[Word], names: Names) -> list[str]:
    """Return the first name of a clause, which is the subject of the next one without its own."""
    words = [word.text for word in part]
    if words[0] in _PRONOUNS:
        return []
    return next((words[m.start : m.end] for m in names.find(words)), [])


def _spelled_out(parts: Sequence[tuple[Word, ...]], start: int) -> list[str]:
    """Return the words of promising and saying that a colon or bracket takes up again."""
    opened = next((p for p in range(start, 0, -1) if parts[p][0].before in (":", "(")), None)
    closed = any(parts[p][0].before == ")" for p in range((opened or 0) + 1, start + 1))
    if opened is None or closed:
        return []
    head = parts[opened - 1]
    return [w.text for w in head if any(m.name == "promise" for m in meanings([w.stem]))]


def _prior(context: Context, statement: Statement, positive: bool) -> float:
    """Prefer what is open, then facts that are denied, to what would change nothing."""
    stands_for = context.matcher.expand(statement)
    if any(map(context.is_open, stands_for)):
        return OPEN
    if any(map(context.is_fact, stands_for)):
        return FACT_DENIED if not positive else IDLE
    if statement.predicate in context.case.rulebase.advice:
        return ADVICE
    likely = DERIVED if context.is_derived(statement) else UNSETTLED
    return likely * (IDLE if positive == context.holds(statement) else 1.0)


def _without_summary(context: Context, readings: list[Reading]) -> list[Reading]:
    """Leave out a conclusion that the text spells out by what leads to it."""
    open_ones = [r for r in readings if context.is_open(r.statement)]
    return [
        reading
        for reading in readings
        if not (context.is_derived(reading.statement) and len(open_ones) >= 2 and reading.positive)
    ]


def _without_contrary(
    context: Context, truth: Mapping[Statement, bool]
) -> Mapping[Statement, bool]:
    """Of two contrary assumptions in one breath keep the first."""
    kept: dict[Statement, bool] = {}
    for statement, true in truth.items():
        patterns = list(context.case.rulebase.contrary_patterns(statement)) if true else []
        rivals = (other for other, held in kept.items() if held)
        if not any(p.match(rival) is not None for rival in rivals for p in patterns):
            kept[statement] = true
    return kept
