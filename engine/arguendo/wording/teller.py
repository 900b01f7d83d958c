"""Tells how statements stand in one case: `it is likely that …`, `… (reported, ¶5)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from arguendo.case import Case
from arguendo.explanation.why import Step
from arguendo.scale import NONE, Scale
from arguendo.statements import Statement
from arguendo.valuation import Basis, Reason, Standing, Status
from arguendo.wording import degrees
from arguendo.wording.grammar import bracketed, counted, marks, on_date, series
from arguendo.wording.statements import Speaker

MOST_LACKING = 5
"""Statements named one by one that nothing shows; of more the first are named, others counted."""


@dataclass(frozen=True)
class Teller:
    """Words for the statements of a case."""

    case: Case

    @property
    def speaker(self) -> Speaker:
        """The words that do not depend on how things stand."""
        return Speaker(self.case.rulebase)

    @property
    def scale(self) -> Scale:
        """The scale of degrees."""
        return self.case.rulebase.scale

    def says(self, statement: Statement) -> str:
        """Affirm a statement, without a capital."""
        return self.speaker.says(statement)

    def that(self, statement: Statement, adverb: str = "") -> str:
        """Say how a statement stands: `it is likely that …`, `it is not established that …`.

        `adverb` is `still` or `then`: `it is still likely that …`.
        """
        return self.that_of(statement, self.case.standing(statement), adverb)

    def that_of(self, statement: Statement, standing: Standing, adverb: str = "") -> str:
        """Say how a statement stands by a standing that is known already."""
        says, extra = self.says(statement), f"{adverb} " if adverb else ""
        if standing.status is Status.HOLDS:
            lead = degrees.that(self.scale, standing.degree, standing.basis, adverb)
            return f"{lead} {says}{self.cited(statement, standing)}"
        if standing.status is Status.CONTESTED:
            return f"it is {extra}contested whether {says}"
        if standing.status is Status.DOES_NOT_HOLD:
            return f"it does {extra}not hold that {says}"
        return f"it is {extra}not established that {says}"

    def as_such(self, statement: Statement) -> str:
        """Say by its degree how a statement stands that holds, contested or not."""
        standing = self.case.standing(statement)
        lead = degrees.that(self.scale, standing.degree, standing.basis)
        return f"{lead} {self.says(statement)}{self.cited(statement, standing)}"

    def short(self, standing: Standing) -> str:
        """Say how a standing is in a word or two: `likely`, `does not hold`."""
        if not standing.degree:
            return standing.status.value
        label = degrees.label(self.scale, standing.degree, standing.basis)
        return f"contested ({label})" if standing.status is Status.CONTESTED else label

    def formerly(self, standing: Standing) -> str:
        """Say how a standing was in a word or two: `likely before`, `it followed before`."""
        if standing.status is Status.CONTESTED:
            return "contested before"
        is_verb = degrees.follows(self.scale, standing)
        return f"{'it followed' if is_verb else self.short(standing)} before"

    def cited(self, statement: Statement, standing: Standing) -> str:
        """Return when and where a fact is reported, in brackets; nothing for what is not a fact."""
        fact = self.case.facts.get(statement)
        if fact is None or standing.basis is not Basis.FACT:
            return ""
        return bracketed(reported_on(statement, fact.date), marks(fact.source))

    def tag(self, statement: Statement) -> str:
        """Say in a word or two how a statement stands: `likely`, `reported, ¶5`, `contested`."""
        standing = self.case.standing(statement)
        if not standing.degree:
            return self.absence(statement)
        return self._tag(statement, standing)

    def _tag(self, statement: Statement, standing: Standing) -> str:
        fact = self.case.facts.get(statement)
        parts = [degrees.label(self.scale, standing.degree, standing.basis)]
        if fact and standing.basis is Basis.FACT:
            parts[0] = f"{parts[0]} {reported_on(statement, fact.date)}".rstrip()
            parts += fact.source
        if standing.status is Status.CONTESTED:
            parts.append("contested")
        return ", ".join(parts)

    def tagged(self, statement: Statement) -> str:
        """Affirm a statement that holds, with how it stands in brackets."""
        return f"{self.says(statement)} ({self.tag(statement)})"

    def tag_of(self, step: Step) -> str:
        """Say in a word or two how a step of a proof stands, its paragraphs aside."""
        label = degrees.label(self.scale, step.degree, step.basis)
        if step.basis is Basis.FACT:
            label = f"{label} {reported_on(step.claim, step.date)}".rstrip()
        return f"{label}, though contested" if step.contested else label

    def absence(self, statement: Statement) -> str:
        """Say why a statement does not hold: `not established`, `assumed not to be so`."""
        if self.case.assumptions.get(statement) == NONE:
            return "assumed not to be so"
        if not statement.is_ground:
            return "not established"
        standing = self.case.standing(statement)
        if standing.status is Status.DOES_NOT_HOLD:
            return "does not hold"
        if day := self.case.reported_later(statement):
            return f"reported only {on_date(day)}"
        is_open = statement in self.case.rulebase.question and standing.reason is Reason.NO_RULE
        return "an open question" if is_open else "not established"

    def lacking(self, statements: Sequence[Statement], adverb: str = "") -> str:
        """Say that statements do not hold: denied where a contrary holds, else unshown."""
        return series(self.lackings(statements, adverb))

    def lackings(self, statements: Sequence[Statement], adverb: str = "") -> list[str]:
        """Say that statements do not hold, in a clause each for the denied and the unshown."""
        denied = [each for each in statements if self._is_denied(each)]
        later = [s for s in statements if s not in denied and self.case.reported_later(s)]
        unshown = [each for each in statements if each not in denied and each not in later]
        said = [self.speaker.all_put(dict.fromkeys(denied, False))] if denied else []
        said += self._later(later)
        if unshown:
            shown = unshown if len(unshown) <= MOST_LACKING else unshown[: MOST_LACKING - 1]
            rest = len(unshown) - len(shown)
            more = f", nor {counted(rest, 'other thing')}" if rest else ""
            said.append(f"nothing {adverb}shows {self.unshown(shown)}{more}")
        return said

    def unshown(self, statements: Sequence[Statement]) -> str:
        """Join what nothing shows: `that a, or that b on any day`.

        What holds of some value is missing only together with the rest: `both that Ann has a dog,
        and that this dog is quiet`.
        """
        if not self._lack_one_value(statements):
            return self.speaker.thats(statements, "or", self._is_unshown)
        both = "both" if len(statements) == 2 else "together"
        return f"{both} {self.speaker.thats(statements, 'and', self._is_unshown)}"

    def _lack_one_value(self, statements: Sequence[Statement]) -> bool:
        """Tell whether some of several patterns hold, if not of what the others speak of."""
        met = [each for each in statements if not each.is_ground and not self._is_unshown(each)]
        unmet = [each for each in statements if each not in met]
        shared = {variable for each in unmet for variable in each.variables}
        linked = all(shared.intersection(each.variables) for each in met)
        return bool(met and unmet) and linked and not any(each.is_ground for each in unmet)

    def _is_unshown(self, pattern: Statement) -> bool:
        """Tell whether a statement with variables holds of nothing at all."""
        alike = (each for each in self.case.graph.statements if pattern.match(each) is not None)
        return not any(map(self.case.holds, alike))

    def _later(self, statements: Sequence[Statement]) -> Iterator[str]:
        """Say of facts that are not known yet when they are reported, day by day."""
        days: dict[str, list[Statement]] = {}
        for each in statements:
            days.setdefault(self.case.reported_later(each) or "", []).append(each)
        for day, told in sorted(days.items()):
            yield f"it is reported only {on_date(day)} {self.speaker.thats(told)}"

    def _is_denied(self, statement: Statement) -> bool:
        if not statement.is_ground:
            return False
        return self.case.standing(statement).status is Status.DOES_NOT_HOLD

    def list_of(self, statements: Iterable[Statement]) -> str:
        """Affirm several statements that hold, each with how it stands."""
        return series([self.tagged(each) for each in statements])


def reported_on(statement: Statement, date: str | None) -> str:
    """Write when a fact was reported; nothing where it is not dated or says so itself."""
    return on_date(date) if date and date not in statement.arguments else ""
