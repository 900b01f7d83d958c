"""A rule base: everything that was read, immutable, with look-ups and a content digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TypeAlias

from arguendo.comparisons import settle
from arguendo.facts import Fact, Question, Source, last_day
from arguendo.rules import Branch, Rule
from arguendo.scale import ICD_203, Scale
from arguendo.scenarios import Scenario
from arguendo.span import Span
from arguendo.statements import Bindings, Statement, Term, is_variable
from arguendo.strata import Strata, stratify
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.kinds import Kinds, beyond, kinds_of, suit

_Pair: TypeAlias = tuple[Statement, Statement]
_NO_CONSTANT = (-1, "")
"""Where, and which, when a pattern has variables only."""


@dataclass(frozen=True)
class Phrasing:
    """How people talk about a statement, for the lenient reader of conversation."""

    target: str | Statement
    """A predicate id, or one ground statement."""
    means: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Association:
    """Which words people use when they speak of a statement, for the reader of conversation."""

    statement: Statement
    words: tuple[tuple[str, float], ...]
    """Words and ids of entities, each with how much it speaks for the statement: log-odds."""
    supposed: tuple[tuple[str, float], ...] = ()
    """The same for its being supposed; pairs of words are joined by `+`, and `*` always counts."""
    denied: tuple[tuple[str, float], ...] = ()
    """The same for its being supposed not to be so."""
    asked: tuple[tuple[str, float], ...] = ()
    """The same for its being what a whole text asks about."""


@dataclass(frozen=True)
class RuleBase:
    """Vocabulary, facts, questions, rules, contraries and scenarios of one argument."""

    name: str
    vocabulary: Vocabulary
    title: str = ""
    about: str = ""
    scale: Scale = ICD_203
    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    rules: tuple[Rule, ...] = ()
    contraries: tuple[tuple[Statement, Statement], ...] = ()
    """Pairs of patterns; a variable that stands only in the other half is existential."""
    contrary_spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where each pair stands."""
    scenarios: tuple[Scenario, ...] = ()
    tests: tuple[Scenario, ...] = ()
    phrasings: tuple[Phrasing, ...] = ()
    associations: tuple[Association, ...] = ()
    start: str = ""
    """The id of the scenario to begin with; empty for the bare facts."""
    digest: str = ""
    """Hex digest of the files' contents: equal digests, equal rule bases."""
    texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """File name to content, for excerpts."""

    @cached_property
    def rule(self) -> Mapping[str, Rule]:
        """Rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def rules_for(self) -> Mapping[str, tuple[Rule, ...]]:
        """Rules by the predicate of a claim."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for predicate in dict.fromkeys(claim.predicate for claim in rule.claims):
                found.setdefault(predicate, []).append(rule)
        return {predicate: tuple(rules) for predicate, rules in found.items()}

    def kinds(self, rule: Rule, branch: Branch) -> Kinds:
        """Return what the variables of a branch may stand for, by its grounds and claims."""
        return kinds_of(self.vocabulary, (*branch.grounds, *rule.claims))

    def settle(self, rule: Rule, branch: Branch, bindings: Bindings) -> dict[str, Term] | None:
        """Return what a branch applies to, completed by its comparisons, once its grounds are met.

        None where a comparison fails, or where something does not suit a slot it would stand in.
        """
        found = settle(branch.comparisons, bindings) if branch.comparisons else dict(bindings)
        suits = found is not None and suit(self.vocabulary, self.narrowing(rule, branch), found)
        return found if suits else None

    def narrowing(self, rule: Rule, branch: Branch) -> Kinds:
        """Return those of `kinds` that the grounds by themselves do not see to."""
        known = self._narrowing.get((rule.id, branch.number))
        if known is None:
            let_in = kinds_of(self.vocabulary, branch.grounds)
            known = beyond(let_in, self.kinds(rule, branch))
            self._narrowing[rule.id, branch.number] = known
        return known

    def is_apt(self, rule: Rule, branch: Branch) -> bool:
        """Tell whether the rebuttals of a branch can be said of whatever it applies to."""
        blocking = (each.statement for one in branch.blockers for each in one.literals)
        return not beyond(self.kinds(rule, branch), kinds_of(self.vocabulary, blocking))

    @cached_property
    def _narrowing(self) -> dict[tuple[str, int], Kinds]:
        return {}

    def concluders(self, statement: Statement) -> Iterator[tuple[Rule, Branch, dict[str, Term]]]:
        """Go through what could conclude a ground statement, with what its claim then binds."""
        for rule in self.rules_for.get(statement.predicate, ()):
            for claim in rule.claims:
                bindings = claim.match(statement)
                if bindings is None:
                    continue
                for branch in rule.branches:
                    if suit(self.vocabulary, self.kinds(rule, branch), bindings):
                        yield rule, branch, bindings

    @cached_property
    def fact(self) -> Mapping[Statement, Fact]:
        """Facts by statement."""
        return {fact.statement: fact for fact in self.facts}

    @cached_property
    def source_of(self) -> Mapping[str, Source]:
        """Sources by their paragraphs' marks, and by their own ids."""
        named = {source.id: source for source in self.sources}
        marked = {mark: source for source in self.sources for mark in source.paragraphs}
        return named | marked

    def known_from(self, fact: Fact) -> str | None:
        """Return the day from which on a fact is known; None for one that has always been.

        What is dated by a month is known from its last day, at most the day of its source.
        """
        if fact.date is None or fact.date == (day := last_day(fact.date)):
            return fact.date
        sources = (self.source_of[mark].date for mark in fact.source if mark in self.source_of)
        days = [last_day(date) for date in sources if date and last_day(date) >= fact.date]
        return min([day, *days])

    def facts_as_of(self, day: str | None) -> tuple[Fact, ...]:
        """List the facts known on a day (a month: on its last day); all of them for None."""
        if day is None:
            return self.facts
        return tuple(f for f in self.facts if (self.known_from(f) or "") <= last_day(day))

    @cached_property
    def question(self) -> Mapping[Statement, Question]:
        """Open questions by statement."""
        return {question.statement: question for question in self.questions}

    def are_contrary(self, one: Statement, other: Statement) -> bool:
        """Tell whether two ground statements are contrary to each other."""
        if one == other or (one.predicate, other.predicate) not in self._opposed_predicates:
            return False
        return any(each.match(other) is not None for each in self.contrary_patterns(one))

    def contrary_patterns(self, statement: Statement) -> Iterator[Statement]:
        """Go through the patterns that its contraries fit; variables left are existential.

        Where it has but one value, it fits that pattern itself, and is no contrary of its own.
        """
        for half, other in self.opposed_to(statement):
            bindings = half.match(statement)
            if bindings is not None:
                yield other.bind(bindings)

    def controller(self, statement: Statement) -> str | None:
        """Return the entity that controls whether a ground statement is so, if one is declared."""
        question = self.question.get(statement)
        if question and question.by:
            return question.by
        predicate = self.vocabulary.predicates.get(statement.predicate)
        if predicate is None or predicate.by is None:
            return None
        places = [slot.name for slot in predicate.slots]
        return statement.arguments[places.index(predicate.by)]

    @cached_property
    def excluding(self) -> tuple[_Pair, ...]:
        """All pairs of patterns that are contrary: those declared, then two values of what has one.

        What is contrary to itself by that is not: `are_contrary` is about two statements.
        """
        rivals = (each.rivals for each in self.vocabulary.predicates.values())
        return (*self.contraries, *(pair for pair in rivals if pair is not None))

    @cached_property
    def opposed(self) -> Mapping[str, tuple[_Pair, ...]]:
        """Contraries in both directions, by the predicate of the first half."""
        found: dict[str, list[_Pair]] = {}
        for left, right in self.excluding:
            found.setdefault(left.predicate, []).append((left, right))
            found.setdefault(right.predicate, []).append((right, left))
        return {predicate: tuple(pairs) for predicate, pairs in found.items()}

    @cached_property
    def _opposed_predicates(self) -> frozenset[tuple[str, str]]:
        """Pairs of predicates of which statements can be contrary, in both directions."""
        pairs = ((left.predicate, right.predicate) for left, right in self.excluding)
        return frozenset(each for one, other in pairs for each in ((one, other), (other, one)))

    def opposed_to(self, statement: Statement) -> list[_Pair]:
        """List the contraries whose first half may match a ground statement, in their order."""
        predicate, by_term = statement.predicate, self._opposed_by_term
        found = [*by_term.get((predicate, *_NO_CONSTANT), ())]
        for each in enumerate(statement.arguments):
            found += by_term.get((predicate, *each), ())
        return [pair for _, pair in sorted(found, key=itemgetter(0))]

    @cached_property
    def _opposed_by_term(self) -> Mapping[tuple[str, int, Term], list[tuple[int, _Pair]]]:
        """Contraries with their place among all, by the first constant of their first half."""
        by_term: dict[tuple[str, int, Term], list[tuple[int, _Pair]]] = {}
        for predicate, pairs in self.opposed.items():
            for number, pair in enumerate(pairs):
                constants = (e for e in enumerate(pair[0].arguments) if not is_variable(e[1]))
                key = (predicate, *next(constants, _NO_CONSTANT))
                by_term.setdefault(key, []).append((number, pair))
        return by_term

    @cached_property
    def scenario(self) -> Mapping[str, Scenario]:
        """Scenarios by id."""
        return {scenario.id: scenario for scenario in self.scenarios}

    @cached_property
    def strata(self) -> Strata:
        """The stratum of every predicate."""
        return stratify(self.rules)

    @cached_property
    def advice(self) -> frozenset[str]:
        """The predicates that say what someone should do."""
        predicates = self.vocabulary.predicates.values()
        return frozenset(predicate.id for predicate in predicates if predicate.advice)

    @cached_property
    def paragraphs(self) -> Mapping[str, str]:
        """Paragraph mark to paraphrase, of all sources in order."""
        return {mark: text for source in self.sources for mark, text in source.paragraphs.items()}
