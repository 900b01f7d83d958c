"""What a piece of text assumes: statements, each true or false.

A text is cut at every border where a statement may end (`clausing`), and pieces are joined again
where that reads better: of all ways to do so the one is taken whose statements fit best together,
which dynamic programming finds. What fits no statement well enough says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain

from arguendo.conversation.context import Context, Texts
from arguendo.conversation.english.words import Word
from arguendo.conversation.lexicon import word_lists, words_of
from arguendo.conversation.ranking import plausibility
from arguendo.conversation.reference import collective, coordination, gapping
from arguendo.conversation.statements import overlooked
from arguendo.conversation.statements.assumed import Assumed, Heard
from arguendo.conversation.statements.readings import Reading, fuller_first
from arguendo.conversation.suppositions import (
    clausing,
    otherwise,
    settling,
    subjects,
    turnabouts,
    undoing,
)
from arguendo.conversation.suppositions.clausing import Clause, Link, asks, cut, is_by_the_way
from arguendo.statements import Statement

PRICE = 1.6
"""What each statement costs."""
AGAIN = 0.2
"""What a clause is worth that says again what another one said."""
INSTEAD, ALMOST, AGAINST = 0.75, 0.9, 0.6
"""How near a clause's second best reading must be to be meant: when the best could be as well, when
that was said already, and when its reverse was."""
WHOLE, WHOLLY = 5.0, 0.6
"""Score and coverage from which on a clause is complete by itself."""
BY_THE_WAY = 6.0
"""The score that a clause needs which is said by the way, as it seems."""
MOST_JOINED, MOST_CLAUSES, MOST_READINGS = 2, 14, 2
"""Neighbouring clauses that may read as one, clauses, and readings of each that are looked at."""
MOST_WAYS = 4
"""Ways to read a text that are followed."""
_NEARBY, _BESIDE = 0.45, 0.3
"""How well those are spoken for who are named in the clauses before, or in what is asked."""
_SUBJECT = 0.6
"""How well the subject of the clause before is spoken for where a clause has none of its own."""
_PRONOUNS = words_of("pronouns")


@dataclass(frozen=True)
class _Way:
    """One way to read the first clauses of a text."""

    worth: float = 0.0
    parts: tuple[tuple[int, int, Reading], ...] = ()
    """From which clause to which, and what they say."""

    @property
    def readings(self) -> list[Reading]:
        """What it says so far."""
        return [reading for _, _, reading in self.parts]


def _likeliest(ways: Sequence[_Way]) -> list[_Way]:
    """Return the best few of some ways, each of another set of statements."""
    best: dict[frozenset[tuple[Statement, bool]], _Way] = {}
    for way in sorted(ways, key=lambda way: -way.worth):
        best.setdefault(frozenset((r.statement, r.positive) for r in way.readings), way)
    return list(best.values())[:MOST_WAYS]


def read_assumptions(
    context: Context, spans: Sequence[Sequence[Word]], beside: Sequence[Sequence[Word]] = ()
) -> Assumed:
    """Read all that some pieces of text assume; `beside` are pieces that tell of whom they may."""
    told = tuple(map(tuple, spans)), tuple(map(tuple, beside))
    if told not in context.assumed:  # several readers ask for the same
        context.assumed[told] = _read(context, *told)
    return context.assumed[told]


def _read(context: Context, spans: Texts, beside: Texts) -> Assumed:
    found: list[Heard] = []
    weak: list[Heard] = []
    told: list[tuple[str, Sequence[Statement]]] = []
    unread = 0
    nearby: dict[str, float] = dict(context.around)
    for piece in beside:
        words = [word.text for word in piece]
        nearby |= context.index.names.evidence(context.index.names.find(words), _BESIDE)
    pieces = (piece for each in spans for piece in turnabouts.apart(context, each))
    for number, span in enumerate(pieces):
        turned = turnabouts.read(context, span)
        if turned is not None:
            found += [Heard(reading, span=number) for reading in turned]
            continue
        clauses = [
            heard
            for place, each in enumerate(cut(span, context.index.names))
            if not undoing.is_idle(context, each)
            and not (place and asks(each, context.index.names))
            and (heard := undoing.heard(context, each)) is not None
        ]
        before = [each.reading for each in found]
        text = _Text(context, clauses[:MOST_CLAUSES], nearby, before)
        found += [each._replace(span=number) for each in text.read()]
        weak += [each._replace(span=number) for each in text.passed_over()]
        unread += text.unread
        told += text.told()
        words = [word.text for word in span]
        nearby |= context.index.names.evidence(context.index.names.find(words), _NEARBY)
    share = unread / (sum(map(len, spans)) or 1)
    return replace(settling.settled(context, [*found, *weak], share), told=told)


class _Text:
    """One piece of text, cut into clauses."""

    def __init__(
        self,
        context: Context,
        clauses: Sequence[Clause],
        nearby: Mapping[str, float],
        before: Sequence[Reading],
    ) -> None:
        self.context = context
        self.clauses = clauses
        self.nearby = nearby
        self.before = before
        """What was read from the text before."""
        self._left: list[int] = []
        """The clauses that were read as nothing."""
        self._taken: list[tuple[int, int, Sequence[Reading]]] = []
        """From which clause to which was read what."""
        self._told: dict[tuple[int, int], list[Reading]] = {}
        self._around: dict[int, dict[str, float]] = {}
        self._prior = cache(partial(plausibility.prior, context))

    def read(self) -> list[Heard]:
        """Return what the best way to read it says."""
        best = self._among_conclusions(self._best())
        said = best.readings
        taken = {place for start, end, _ in best.parts for place in range(start, end)}
        self._left = [place for place in range(len(self.clauses)) if place not in taken]
        found: list[Heard] = []
        for start, end, reading in best.parts:
            before = {each.reading.statement.predicate for each in found}
            if reading.statement.predicate in before and self._is_likewise(start, end):
                found.append(Heard(reading))
                self._taken.append((start, end, [reading]))
                continue
            together = self._together(start, end, reading, said)
            group = [
                Heard(each, overlooked.rival(self._told, start, end, each)) for each in together
            ]
            found += group
            self._taken.append((start, end, together))
            words = [word for clause in self.clauses[start:end] for word in clause.words]
            truth = {reading.statement: reading.positive}
            others = dict(coordination.others(self.context, words, truth))
            others |= dict(coordination.members(self.context, words, truth))
            told = self._told.get((start, end), ())
            everyone = coordination.everyone(self.context, words, {**truth, **others}, told)
            for statement, positive in (*others.items(), *everyone):
                if statement not in {r.statement for r in (*said, *(h.reading for h in found))}:
                    other = replace(reading, statement=statement, positive=positive)
                    found.append(Heard(other, group[0].rival))
        return found

    @property
    def unread(self) -> int:
        """How many words were read as nothing."""
        return sum(len(self.clauses[place].words) for place in self._left)

    def told(self) -> Iterator[tuple[str, Sequence[Statement]]]:
        """Go through the clauses that say something, with what they were read as."""
        names = self.context.index.names
        said = ((p, clausing.told(c, names)) for p, c in enumerate(self.clauses))
        texts = {place: words for place, words in said if words}
        joined = {p for p in texts if self.clauses[p].link is Link.JOINT}
        bare = [p for p in texts if not p and gapping.takes_up(self.context, self.clauses[p].words)]
        return overlooked.clauses(self._told, self._taken, texts, joined, bare, names)

    def passed_over(self) -> Iterator[Heard]:
        """Go through what the clauses could say besides."""
        yield from overlooked.left(self._told, self._left)
        for start, end, group in self._taken:
            yield from overlooked.beside(self._told, start, end, group)

    def _together(
        self, start: int, end: int, reading: Reading, said: Sequence[Reading]
    ) -> list[Reading]:
        """Add what a clause says besides by other words: `a spotted carnivore roars`.

        Of what it denies only what stands behind the word that denies is meant.
        """
        known = {each.statement for each in (*said, *self.before)}
        group = [reading]
        words = self._words(start, end)
        denied = 1 << next((p for p, w in enumerate(words) if w in word_lists().negation), 0)
        for other in self._told.get((start, end), ()):
            new = other.statement not in known and other.told >= settling.COMPLETE
            if not new or not plausibility.is_beside(self.context, other, denied):
                continue
            if plausibility.is_apart(self.context, words, group, other):
                group.append(other)
        surer = sum(each.score for each in group)  # two statements bear each other out
        group = [replace(each, score=surer) for each in group]
        if len(group) == 1 or not any(each.turned for each in group):
            return group
        before = [each.turned and each.mask < denied for each in group]
        if all(before):
            return group
        return [
            replace(each, positive=not each.positive) if first else each
            for each, first in zip(group, before, strict=True)
        ]

    def _among_conclusions(self, way: _Way) -> _Way:
        """Read beside conclusions, where a clause could, what leads on together with them."""
        chosen = [
            plausibility.among_conclusions(
                self.context, each, self._told.get((a, b), ()), way.readings
            )
            for a, b, each in way.parts
        ]
        parts = ((a, b, each) for (a, b, _), each in zip(way.parts, chosen, strict=True))
        return replace(way, parts=tuple(parts))

    def _best(self) -> _Way:
        """Join neighbouring clauses so that the whole reads best; drop what reads as nothing."""
        ways: list[list[_Way]] = [[_Way()]]
        whole: list[bool] = []
        for end in range(1, len(self.clauses) + 1):
            options = [*ways[end - 1], *self._options(ways[end - 1], end - 1, end)]
            alone = self._readings(ways[end - 1][0], end - 1, end)[:1]
            whole.append(any(r.score >= WHOLE and r.coverage >= WHOLLY for r in alone))
            for start in range(end - 2, max(-1, end - 1 - MOST_JOINED), -1):
                soft = any(clause.link is Link.SOFT for clause in self.clauses[start + 1 : end])
                if soft or not all(whole[start:end]):
                    options += self._options(ways[start], start, end)
            ways.append(_likeliest(options))
        return ways[-1][0]

    def _options(self, ways: Sequence[_Way], start: int, end: int) -> Iterator[_Way]:
        """Go on by reading some clauses as one statement."""
        clauses = self.clauses[start:end]
        turned = turnabouts.read(self.context, clauses[0].words) if len(clauses) == 1 else None
        if len(clauses) > 1 and (
            any(map(self._is_of_both, range(start, end))) or all(each.denies for each in clauses)
        ):
            return
        for way in ways:
            if turned:
                yield self._both(way, start, end, turned)
                continue
            readings = self._readings(way, start, end)
            if not readings or not plausibility.is_clear(readings[0]):
                continue
            best = readings[0]
            if best.score < BY_THE_WAY and any(map(is_by_the_way, clauses)):
                continue
            words = [word for clause in clauses for word in clause.texts]
            both = collective.by_both(self.context, words, readings)
            if both:
                yield self._both(way, start, end, both)
                continue
            known = {r.statement: r.positive for r in (*way.readings, *self.before)}
            least = INSTEAD
            if best.statement in known:
                again = known[best.statement] is best.positive
                least = ALMOST if again else AGAINST
                if again and end - start == 1:
                    yield replace(way, worth=way.worth + AGAIN)
            for reading in readings[:MOST_READINGS]:
                near = reading.statement not in known and reading.score >= least * best.score
                near = near and not self._is_turned(start, end, reading)
                if near and plausibility.is_likely(self.context, reading):
                    gain = reading.score - PRICE - clausing.joining(clauses)
                    yield _Way(way.worth + gain, (*way.parts, (start, end, reading)))

    def _is_turned(self, start: int, end: int, reading: Reading) -> bool:
        """Tell whether several clauses say the reverse alone: `it is bald, not one hair`."""
        alone = (self._said(place, place + 1)[:1] for place in range(start, end))
        same = [r.positive for each in alone for r in each if r.statement == reading.statement]
        return len(same) > 1 and reading.positive not in same

    def _is_of_both(self, place: int) -> bool:
        """Tell whether a clause by itself says what several do together."""
        words = self.clauses[place].texts
        if not collective.is_collective(self.context, words):
            return False
        return bool(
            collective.by_both(self.context, words, self._readings(_Way(), place, place + 1))
        )

    def _both(self, way: _Way, start: int, end: int, both: Sequence[Reading]) -> _Way:
        """Go on by reading some clauses as all that several do together."""
        known = {reading.statement for reading in (*way.readings, *self.before)}
        new = [(start, end, reading) for reading in both if reading.statement not in known]
        gain = both[0].score - PRICE - clausing.joining(self.clauses[start:end])
        return _Way(way.worth + gain, (*way.parts, *new)) if new else way

    def _readings(self, way: _Way, start: int, end: int) -> list[Reading]:
        clause = self.clauses[start]
        if end - start == 1:
            if not start:
                taken_up = gapping.takes_up(self.context, clause.words)
                if taken_up is not None:
                    return [taken_up]
            before = way.parts[-1] if way.parts else None
            if before is None and self.before and self._is_likewise(start, end):
                same = gapping.likewise(self.context, clause.words, (), self.before[-1])
                if isinstance(same, Reading):
                    return [same]
            if before is not None and self._is_likewise(start, end):
                return self._likewise(clause, before) or self._said(start, end)
            if before is not None and before[1] == start:
                told = (self.context, clause.words, clause.denied, before[2])
                other = gapping.instead(*told) or otherwise.than(*told)
                if other is not None:
                    return [other]
        return self._said(start, end)

    def _said(self, start: int, end: int) -> list[Reading]:
        """Read some clauses by what they say themselves."""
        if (start, end) not in self._told:
            words = self._words(start, end)
            left = coordination.all_but_last(words, self.context.index.names)
            readings = self._read(words, start)
            if left:
                alone = self._read([w for p, w in enumerate(words) if p not in left], start)
                alone = [coordination.of_all(reading, left) for reading in alone]
                readings = sorted((*readings, *alone), key=lambda reading: -reading.score)
            undone = undoing.undone(words)
            if undone is not None and readings:
                readings = self._without(readings, self._read(undone, start))
            self._told[start, end] = readings
        return self._told[start, end]

    def _without(self, readings: list[Reading], undone: list[Reading]) -> list[Reading]:
        """Deny what is read with words that undo it, unless the rule base knows them."""
        best = undone[0] if undone else readings[0]
        known = next((r for r in readings if r.statement == best.statement), None)
        if known is None:
            return sorted((*readings, *undone), key=lambda reading: -reading.score)
        tells_more = known.score > best.score and (not known.positive or known.told > best.told)
        if tells_more or best.positive is not known.positive:
            return readings
        return [replace(best, positive=not best.positive), *undone[1:]]

    def _is_likewise(self, start: int, end: int) -> bool:
        return end - start == 1 and gapping.is_likewise(self.context, self.clauses[start].words)

    def _likewise(self, clause: Clause, before: tuple[int, int, Reading]) -> list[Reading]:
        """Read `… and so does Xi`: what was said last, of somebody else."""
        start, end, last = before
        said = [word for each in self.clauses[start:end] for word in each.words]
        found = gapping.likewise(self.context, clause.words, said, last)
        if found is None:
            return []
        if isinstance(found, Reading):
            return [found]
        words, turned = found
        readings = self._read(words, start)
        return [replace(r, positive=r.positive is not turned) for r in readings]

    def _words(self, start: int, end: int) -> list[str]:
        """Return the words of some clauses, with what they leave to be understood."""
        clauses = self.clauses[start:end]
        told = (["not", *each.texts] if each.denied else each.texts for each in clauses)
        words = list(chain.from_iterable(told))
        words = gapping.owned(words, [w for each in self.clauses[:start] for w in each.texts])
        return [*subjects.taken_up(self.clauses, start), *words]

    def _read(self, words: Sequence[str], start: int) -> list[Reading]:
        context, names = self.context, self.context.index.names
        before = [word for clause in self.clauses[:start] for word in clause.texts]
        if start not in self._around:
            told = names.evidence(names.find(before), _NEARBY)
            self._around[start] = {**self.nearby, **told}
        around = dict(self._around[start])
        if start and not names.find(words[:2]):
            around |= names.evidence(
                names.find(subjects.last(context, self.clauses[:start])), _SUBJECT
            )
        around |= gapping.pointed(context, words, before)
        piece = context.matcher.piece(words, around)
        readings = fuller_first(context.matcher.read(piece, self._prior, most=6))
        readings = gapping.of_others(context, words, readings)
        readings = otherwise.on_day(context, words, readings)
        found = partial(subjects.likely, context, self.clauses[:start], words, self._around[start])
        readings = otherwise.of_subject(context, words, readings, found)
        return readings if piece.analysis.denies else undoing.rather(context, readings)
