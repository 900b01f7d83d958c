"""An argument for Python programs: `arguendo.open_case` and what it returns.

Everything here is a thin cover over the case, typed queries, and the conversation; docs/api.md
shows it in use. Statements are given as sentences or as keys, and are read strictly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from arguendo.case import Case
from arguendo.conversation.dialogue import converse, respond
from arguendo.conversation.state import Reply, State
from arguendo.export import wire
from arguendo.export.certificates import Rejected, certificates_of, written
from arguendo.export.proving import digest, prove
from arguendo.export.queries import BadQuery, query_of, read_scenario
from arguendo.export.replies import exchange, paragraph
from arguendo.inquiry.query import Intent, Query
from arguendo.problems import printable
from arguendo.scale import NONE
from arguendo.statements import Literal, Statement
from arguendo.wording.rules import rule_in_prose
from arguendo.wording.statements import Speaker

__all__ = ["Answered", "BadQuery", "Certified", "Listed", "OpenCase", "Rejected", "open_case"]

Assumed: TypeAlias = str | Iterable[str] | Mapping[str, bool]
"""Sentences or keys: one, several, or each with whether it is to be so."""


class Listed(Struct, frozen=True):
    """A statement, a rule or a scenario: its key or id, in words, and where it comes from.

    How it stands applies to statements only.
    """

    id: str
    says: str
    status: str | None = None
    degree: str | None = None
    basis: str | None = None
    source: tuple[str, ...] = ()


class Certified(Struct, frozen=True):
    """What the checker, which knows nothing of how answers are found, has proven of an answer."""

    digest: str
    """SHA-256 of the certificate's JSON: it names the certificate, wherever it is kept."""
    rule_base: str
    """Digest of the rule base that it was proven from."""
    claims: int
    """How many claims on how a statement stands were proven; 0 where the answer makes none."""
    statements: int
    """How many statements that hold were derived anew."""


@dataclass(frozen=True)
class Answered:
    """An answer: in words, how its statement stands, and everything else as data."""

    reply: Reply

    @property
    def text(self) -> str:
        """The answer as one paragraph."""
        return paragraph(self.reply.page)

    def __str__(self) -> str:
        return self.text

    @property
    def status(self) -> str | None:
        """How the statement stands: `holds`, `does not hold`, `contested`, `not established`."""
        return self.data.answer.status

    @property
    def degree(self) -> str | None:
        """How surely it holds, as a word of the scale; None where it does not."""
        return self.data.answer.degree

    @cached_property
    def data(self) -> wire.Exchange:
        """The whole answer, as `arguendo ask --json` prints it, without its certificate."""
        return exchange(self.reply)

    @cached_property
    def certificate(self) -> wire.Certificate:
        """The proof object of the answer, not checked yet."""
        answer = self.reply.answer
        return written(certificates_of(answer), answer.case.rulebase)

    def certify(self) -> Certified:
        """Have the answer proven anew by the checker. Raises `Rejected` if that fails."""
        certificate, statements = prove(self.reply)
        claims = sum(len(model.claims) for model in certificate.models)
        return Certified(digest(certificate), certificate.rule_base, claims, statements)

    def to_json(self, *, certify: bool = False) -> str:
        """Write the answer as `arguendo ask --json` does, on request with its certificate."""
        return wire.encode(exchange(self.reply, self.certificate) if certify else self.data)


class OpenCase:
    """A case that is being talked about: it remembers what is assumed, and what was asked.

    Unlike `arguendo.case.Case`, of which it holds one after the other, it changes. It is not for
    several threads at once.
    """

    def __init__(self, case: Case) -> None:
        """Begin with a case."""
        self.state = State(case)

    @property
    def case(self) -> Case:
        """The case as it is now: a value, which stays what it is."""
        return self.state.case

    @property
    def assumptions(self) -> Mapping[str, bool]:
        """What is assumed, by key: to be so, or not to be so."""
        return {each.key: degree > NONE for each, degree in self.case.assumptions.items()}

    def ask(self, question: str) -> Answered:
        """Answer a question in English, or do as told; follow-ups refer to what went before."""
        self.state, reply = converse(self.state, question)
        return Answered(reply)

    def why(self, statement: str) -> Answered:
        """Tell how a statement stands, and why. Raises `BadQuery`, as all that follow do."""
        return self._query(intent=Intent.WHY.value, statement=self._key(statement))

    def why_not(self, statement: str) -> Answered:
        """Tell what is missing for a statement to hold: rule by rule, the nearest miss first."""
        return self._query(intent=Intent.WHY_NOT.value, statement=self._key(statement))

    def what_if(self, assume: Assumed, statement: str | None = None) -> Answered:
        """Tell what would change if something were so; the case itself stays as it is."""
        goal = self._key(statement) if statement is not None else None
        return self._query(intent=Intent.WHAT_IF.value, assume=self._truth(assume), statement=goal)

    def what_would_it_take(
        self,
        statement: str,
        *,
        by: str | None = None,
        degree: str | None = None,
        fall: bool = False,
        also: Iterable[str] = (),
    ) -> Answered:
        """Tell the smallest sets of changes that would make a statement hold, or `fall`.

        `by` is the entity whose doing it must be, `degree` the least that will do; besides the open
        questions, `also` lets `facts` or `any` statement change.
        """
        return self._query(
            intent=Intent.WHAT_WOULD_IT_TAKE.value,
            statement=self._key(statement),
            by=by,
            degree=degree,
            fall=fall,
            also=list(also),
        )

    def compare(self, *scenarios: str, statement: str | None = None) -> Answered:
        """Compare two scenarios; of one, the case as it is with that; of none, with its start."""
        goal = self._key(statement) if statement is not None else None
        return self._query(intent=Intent.COMPARE.value, scenarios=list(scenarios), statement=goal)

    def assume(self, *assumed: Assumed, scenario: str | None = None) -> Answered:
        """Take statements to be so, or not to be so, from here on; tell what that changes.

        With a scenario, its assumptions take the place of those in force.
        """
        chosen = [scenario] if scenario else []
        truth = self._truth(*assumed)
        return self._query(intent=Intent.ASSUME.value, assume=truth, scenarios=chosen)

    def retract(self, statement: str | None = None) -> Answered:
        """Take back an assumption; of none, return to the scenario as it was opened."""
        if statement is None:
            return self._query(intent=Intent.RETRACT.value, back="reset")
        return self._query(intent=Intent.RETRACT.value, statement=self._key(statement))

    def statements(self, which: str = "conclusions") -> tuple[Listed, ...]:
        """List the `conclusions` that hold, the `facts`, or the `open` questions, as they stand."""
        if which not in ("conclusions", "facts", "open"):
            raise BadQuery(f"there are no “{which}”", "one of: conclusions, facts, open")
        found = respond(State(self.case), query_of(_list(which), self.case.rulebase))[1]
        return tuple(self._listed(each) for each in found.answer.about)

    def rules(self) -> tuple[Listed, ...]:
        """List the rules, in the order of their files."""
        rulebase = self.case.rulebase
        told = ((rule, rule_in_prose(rulebase, rule)) for rule in rulebase.rules)
        return tuple(
            Listed(rule.id, " ".join(map(printable, block.lines)), source=rule.source)
            for rule, block in told
        )

    def scenarios(self) -> tuple[Listed, ...]:
        """List the scenarios."""
        return tuple(
            Listed(each.id, printable(f"{each.title}. {each.about}" if each.about else each.title))
            for each in self.case.rulebase.scenarios
        )

    def _query(self, **fields: object) -> Answered:
        """Put a typed query to the case itself, so that a what-if is over as soon as it is told."""
        query = query_of(fields, self.case.rulebase)
        if query.intent is Intent.ASSUME and not (query.assume or query.scenarios):
            raise BadQuery("nothing is assumed", "name a statement or a scenario")
        self.state, reply = respond(replace(self.state, supposed=None), query, _said(query))
        if query.intent is Intent.WHAT_IF:
            self.state = replace(self.state, supposed=None)
        return Answered(reply)

    def _listed(self, statement: Statement) -> Listed:
        case = self.case
        standing = case.standing(statement)
        fact = case.facts.get(statement) or case.rulebase.question.get(statement)
        return Listed(
            statement.key,
            printable(Speaker(case.rulebase).says(statement)),
            standing.status.value,
            case.rulebase.scale.word(standing.degree),
            standing.basis.value if standing.basis else None,
            fact.source if fact else (),
        )

    def _literal(self, text: str) -> Literal:
        """Read a sentence or a key strictly."""
        vocabulary = self.case.rulebase.vocabulary
        readings = [each for each in vocabulary.read(text) if each.statement.is_ground]
        if len(readings) == 1:
            return readings[0]
        if readings:
            keys = " or ".join(each.statement.key for each in readings)
            raise BadQuery(f"“{text}” can be read in several ways", f"write {keys}")
        nearest = vocabulary.nearest(text)
        raise BadQuery(f"“{text}” cannot be read: {nearest.message}", nearest.hint)

    def _key(self, text: str) -> str:
        literal = self._literal(text)
        if not literal.positive:
            hint = f"ask about {literal.statement.key}, which it denies"
            raise BadQuery(f"“{text}” denies a statement", hint)
        return literal.statement.key

    def _truth(self, *assumed: Assumed) -> dict[str, bool]:
        """Read what is to be so and what is not."""
        truth: dict[str, bool] = {}
        for text, wanted in chain.from_iterable(map(_pairs, assumed)):
            literal = self._literal(text)
            key, true = literal.statement.key, literal.positive is wanted
            if truth.setdefault(key, true) is not true:
                raise BadQuery(f"{key} is assumed to be so and not to be so", "assume one")
        return truth


def open_case(path: Path | str | None = None, scenario: str | None = None) -> OpenCase:
    """Open a case on a rule base (a folder; default: the one that comes with the program).

    It begins with a scenario: the one named, else the one that the rule base names; empty for the
    bare facts. Raises `arguendo.library.RuleBaseError` with all problems of the files, and
    `BadQuery` where there is no such scenario.
    """
    from arguendo.library import load

    rulebase = load(Path(path) if path is not None else None)
    if scenario:
        read_scenario(scenario, rulebase)
    return OpenCase(Case.of(rulebase, scenario))


def _pairs(assumed: Assumed) -> Iterable[tuple[str, bool]]:
    if isinstance(assumed, Mapping):
        return assumed.items()
    return ((each, True) for each in ([assumed] if isinstance(assumed, str) else assumed))


def _list(which: str) -> dict[str, object]:
    return {"intent": Intent.LIST.value, "list": which}


def _said(query: Query) -> str:
    """Name a typed query as a question, for those who read what was asked."""
    return query.intent.value.replace("_", " ")
