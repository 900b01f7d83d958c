"""What is assumed, as rows to toggle; the scenarios to pick; the line that sums it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from arguendo.case import Case
from arguendo.facts import Fact
from arguendo.problems import printable
from arguendo.scale import NONE
from arguendo.statements import Statement
from arguendo.vocabulary.words import in_words
from arguendo.wording.grammar import capital, counted, on_date
from arguendo.wording.statements import Speaker
from arguendo.wording.teller import Teller
from arguendo_tui.presenters.labels import Label, Tone, label

WHAT_IF = "only supposed (what if)"
"""Said of a row that a what-if has set so."""
LEAST_OF_LAST = 16
"""Cells for what was assumed last, below which it is left out."""


class Kind(Enum):
    """What a row is about; the value is the heading of its section."""

    ASSUMED = "Assumed besides"
    QUESTION = "Open questions"
    FACT = "Facts, to suppose away"
    BACKGROUND = "Background facts, on which no rule rests"

    @property
    def is_reported(self) -> bool:
        """Whether it is reported, and so can be supposed away rather than answered."""
        return self in (Kind.FACT, Kind.BACKGROUND)

    @property
    def unset(self) -> str:
        """The state in which nothing is assumed of it, in a word or two."""
        return "as reported" if self.is_reported else "unknown"

    @property
    def no(self) -> str:
        """The state in which it is assumed not to be so."""
        return "away" if self.is_reported else "no"


@dataclass(frozen=True)
class Row:
    """A statement that can be assumed, supposed away, or left as it is."""

    statement: Statement
    kind: Kind
    value: bool | None
    """Assumed true, assumed false, or neither."""
    label: Label
    note: Label
    """Who controls it, when and where it is reported, what sets it aside."""
    later: bool = False
    """Whether it is a fact that is not known yet on the case's day."""
    source: tuple[str, ...] = ()
    """The paragraphs that it is drawn from."""

    @property
    def mark(self) -> str:
        """Its state as text, always as wide."""
        if self.kind.is_reported:
            unset = "[late]" if self.later else "[fact]"
            return {None: unset, True: "[yes] ", False: "[away]"}[self.value]
        return {None: "[ ? ] ", True: "[yes] ", False: "[no]  "}[self.value]

    @property
    def next(self) -> bool | None:
        """The state that comes next in the round."""
        if self.kind.is_reported and not self.later:
            return None if self.value is False else False
        return {None: True, True: False, False: None}[self.value]

    def set_to(self, wanted: bool | None) -> bool | None:
        """Return the state that a wish comes to: a fact wished true is left as reported."""
        is_fact = self.kind.is_reported and not self.later
        return None if is_fact and wanted else wanted

    def matches(self, words: str) -> bool:
        """Tell whether every word occurs in it."""
        text = f"{self.label.plain} {self.note.plain} {self.mark}".casefold()
        return all(word in text for word in words.casefold().split())


def rows(case: Case, own: Case | None = None) -> tuple[Row, ...]:
    """List what can be assumed or supposed away, in the order of the sections.

    `own` is the case without what is only supposed: rows that it has not so are marked.
    """
    given = case.assumptions if own is None else own.assumptions
    return tuple(_marked(row, case, given) for row in _rows(case))


def _marked(row: Row, case: Case, given: Mapping[Statement, int]) -> Row:
    degree = case.assumptions.get(row.statement)
    if degree is None or given.get(row.statement) == degree:
        return row
    apart = ", " if row.note.pieces else ""
    return replace(row, note=Label((*row.note.pieces, (f"{apart}{WHAT_IF}", Tone.WARN))))


def _rows(case: Case) -> Iterator[Row]:
    rulebase = case.rulebase
    for statement in case.assumptions:
        if statement not in rulebase.question and statement not in rulebase.fact:
            yield _row(case, statement, Kind.ASSUMED, label())
    for question in rulebase.questions:
        by = rulebase.vocabulary.name(question.by) if question.by else ""
        note = ", ".join(filter(None, [by and f"up to {by}", *question.source]))
        yield _row(case, question.statement, Kind.QUESTION, label((note, Tone.DIM)))
    for background, kind in ((False, Kind.FACT), (True, Kind.BACKGROUND)):
        for fact in rulebase.facts:
            if fact.background is background:
                yield _row(case, fact.statement, kind, _fact_note(case, fact))


def _row(case: Case, statement: Statement, kind: Kind, note: Label) -> Row:
    degree = case.assumptions.get(statement)
    value = None if degree is None else degree > NONE
    later = case.reported_later(statement) is not None
    unset = Tone.DIM if later else Tone.PLAIN
    said = (capital(Teller(case).says(statement)), unset if value is None else Tone.STRONG)
    known = case.rulebase.fact.get(statement) or case.rulebase.question.get(statement)
    return Row(statement, kind, value, label(said), note, later, known.source if known else ())


def _fact_note(case: Case, fact: Fact) -> Label:
    reported = ", ".join(fact.source)
    if fact.statement in case.displaced:
        return label((reported, Tone.DIM), (", set aside by what is assumed", Tone.WARN))
    if later := case.reported_later(fact.statement):
        return label((", ".join(filter(None, (f"only {on_date(later)}", reported))), Tone.DIM))
    return label((reported, Tone.DIM))


@dataclass(frozen=True)
class Choice:
    """A scenario to pick."""

    id: str
    title: str


def choices(case: Case) -> tuple[Choice, ...]:
    """List the scenarios, and the bare facts where no scenario is in force or stands for them."""
    found = [
        Choice(scenario.id, printable(scenario.title or scenario.id))
        for scenario in case.rulebase.scenarios
    ]
    if not case.scenario:
        found.insert(0, Choice("", "The facts as reported"))
    return tuple(found)


@dataclass(frozen=True)
class Summary:
    """The line that sums up what holds the stage."""

    rulebase: str
    scenario: str
    assumptions: int
    what_if: bool
    last: str = ""
    """What was assumed last, in words; empty where nothing is."""
    as_of: str = ""
    """The day whose knowledge counts, as people write it; empty for all that is known."""

    @property
    def where(self) -> Label:
        """Scenario and rule base; what is cut at its end where there is no room."""
        return label((self.scenario, Tone.STRONG), f" · {self.rulebase}")

    @property
    def how(self) -> Label:
        """How much is assumed, and by the knowledge of which day."""
        return self._how("")

    def told(self, room: int) -> tuple[Label, Label]:
        """Tell scenario and assumptions in so many cells: what is assumed before the rule base."""
        last = f": {'… ' if self.assumptions > 1 else ''}{self.last}" if self.last else ""
        alone = label((self.scenario, Tone.STRONG))
        for where in (self.where, alone):
            left = room - len(where.plain) - len(self.how.plain)
            if left >= min(len(last), LEAST_OF_LAST):
                return where, self._how(last if len(last) <= left else f"{last[: left - 1]}…")
        return alone, self.how

    def _how(self, last: str) -> Label:
        count = counted(self.assumptions, "assumption")
        day = f" · as of {self.as_of}" if self.as_of else ""
        return label(f"{count}{' (what if)' if self.what_if else ''}{last}{day}")


def summary(case: Case, what_if: bool = False) -> Summary:
    """Sum up a case."""
    scenario = case.rulebase.scenario.get(case.scenario)
    title = (scenario.title or scenario.id) if scenario else "the facts as reported"
    last = [*case.assumptions.items()][-1:]
    said = [Speaker(case.rulebase).put(each, degree > NONE) for each, degree in last]
    return Summary(
        case.rulebase.name,
        title,
        len(case.assumptions),
        what_if,
        printable("".join(said)),
        in_words(case.as_of) if case.as_of else "",
    )
