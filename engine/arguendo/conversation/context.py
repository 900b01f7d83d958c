"""What a turn is understood against: the case, its index, and what was spoken of before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import TypeAlias

from arguendo.case import Case
from arguendo.conversation.english import persons
from arguendo.conversation.english.words import Sentence, Word, plain_words, sentences
from arguendo.conversation.lexicon import words_of
from arguendo.conversation.state import State
from arguendo.conversation.statements.assumed import Assumed
from arguendo.conversation.statements.candidates import Matcher
from arguendo.conversation.statements.index import Index, index_of
from arguendo.conversation.statements.spelling import repaired
from arguendo.inquiry.goals import main_conclusion
from arguendo.inquiry.query import Beyond, Intent, Listing, Query
from arguendo.statements import Statement
from arguendo.strata import foundations, reached
from arguendo.valuation import Status

_GOAL = frozenset(
    {
        Intent.ASK,
        Intent.WHY,
        Intent.WHY_NOT,
        Intent.WHAT_IF,
        Intent.WHAT_WOULD_IT_TAKE,
        Intent.WHAT_FOLLOWS,
        Intent.LINCHPINS,
        Intent.SOURCE,
        Intent.WHEN,
        Intent.CONSULT,
    }
)
_RECENT = 6
_FADES = 0.75
LIKELIER = 0.5
"""From this confidence on, one of several readings that were offered is what is spoken of."""
MOST_OFFERED = 3
DOUBTFUL = 0.7
"""Below this confidence what was asked back about is no firm ground for the next turn."""

Texts: TypeAlias = tuple[tuple[Word, ...], ...]
"""Pieces of a text."""


@dataclass(frozen=True)
class Context:
    """The conversation so far, as far as it bears on the next turn."""

    state: State

    @cached_property
    def case(self) -> Case:
        """The case that a follow-up is about."""
        return self.state.current

    @cached_property
    def index(self) -> Index:
        """The index of the rule base."""
        return index_of(self.case.rulebase)

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of the current case."""
        return Matcher(self.index, self.case)

    @cached_property
    def sentences(self) -> Callable[[str], Sequence[Sentence]]:
        """Takes a text apart as it was typed; the same text once."""
        return cache(partial(sentences, names=self.index.names.pairs))

    @cached_property
    def spelt(self) -> Callable[[str], Sequence[Sentence]]:
        """Takes a text apart and sets its misspelt words right; the same text once."""
        return cache(lambda text: repaired(self.sentences(text), self.index))

    @cached_property
    def assumed(self) -> dict[tuple[Texts, Texts], Assumed]:
        """What pieces of text were read to assume, with what stands beside them."""
        return {}

    @cached_property
    def queries(self) -> tuple[Query, ...]:
        """The last few queries, latest first."""
        return tuple(turn.answer.query for turn in reversed(self.state.turns[-_RECENT:]))

    @cached_property
    def goal(self) -> Statement | None:
        """The statement last asked about, unless it was then supposed: what was asked before.

        What may only have been asked, and no rule concludes, is none while anything else was. Once
        anything was said after readings of which nobody chose one, it is what all is about.
        """
        supposed: set[Statement] = set()
        asked = [q for q in self.queries if q.intent in _GOAL and q.statement is not None]
        chosen = [q for q in asked if not _is_menu(q)]
        if self.is_undecided and not _is_menu(self.queries[0]):
            return main_conclusion(self.case)
        asked = chosen or asked
        asked = [q for q in asked if not q.clarify or self._concludes(q)] or asked
        for query in self.queries:
            if query in asked and query.statement not in supposed:
                return query.statement
            supposed.update(query.assume)
        if asked:
            return asked[0].statement
        return next((q.statement for q in self.queries if q.statement is not None), None)

    @cached_property
    def is_undecided(self) -> bool:
        """Whether of all readings that were offered nobody chose one, and nothing else was asked.

        Nothing that is supposed is put to one of them.
        """
        asked = [q for q in self.queries if q.intent in _GOAL and q.statement is not None]
        return bool(asked) and all(map(_is_menu, asked))

    @cached_property
    def conclusion(self) -> Statement | None:
        """The statement last asked about that rules conclude: what can be missing or shaky."""
        queries = [q for q in self.queries if q.intent in _GOAL]
        chosen = [q for q in queries if not _is_menu(q)] or queries
        asked = (q.statement for q in chosen)
        goal = self.goal
        if goal is None or self.is_derived(goal):
            return goal
        return next((s for s in asked if s is not None and self.is_derived(s)), goal)

    @property
    def premise(self) -> Statement | None:
        """What is meant by `what follows from that`: the one thing just assumed, or the goal.

        After something was taken back that is all that follows as things stand.
        """
        last = self.last
        if last is not None and last.intent is Intent.RETRACT:
            return None
        told = last.assume if last is not None and last.intent is Intent.ASSUME else {}
        return next(iter(told)) if len(told) == 1 else self.goal

    def leaning(self, query: Query) -> Query:
        """Return a query about the last statement, no surer than that this was meant.

        After several readings were offered it is put to each of them, and asked back as they were;
        after hardly likely ones first to what was asked before, if anything was.
        """
        goal, offered = query.statement, self.offered if not query.assume else ()
        if query.clarify and goal in offered:
            return query
        if offered and goal in (self.goal, offered[0]):
            first, *others = (self._put_to(query, each) for each in offered)
            return replace(first, clarify=True, alternatives=tuple(others))
        if goal is None or goal != self.goal or query.assume:
            return query
        if menu := self._menu:
            others = [self._put_to(query, each) for each in menu if each != goal]
            sure, others = min(query.confidence, DOUBTFUL), others[: MOST_OFFERED - 1]
            return replace(query, confidence=sure, clarify=True, alternatives=tuple(others))
        if not self.is_doubtful(goal):
            return query
        sure = next(q.confidence for q in self.queries if q.statement == goal)
        return replace(query, confidence=min(query.confidence, sure), clarify=True)

    def is_doubtful(self, statement: Statement) -> bool:
        """Tell whether a statement was only ever offered, and hardly likely to be meant."""
        about = [q for q in self.queries if q.statement == statement]
        return bool(about) and all(q.clarify and q.confidence < DOUBTFUL for q in about)

    @cached_property
    def offered(self) -> tuple[Statement, ...]:
        """The statements last offered, where several were and one of them is spoken of now."""
        likely = bool(self._menu) and self.queries[0].confidence >= LIKELIER
        return self._menu if likely or self.goal in self._menu else ()

    @cached_property
    def _menu(self) -> tuple[Statement, ...]:
        """The statements last offered, where several were."""
        last = next(iter(self.queries), None)
        if last is None or not _is_menu(last):
            return ()
        about = (each.statement for each in (last, *last.alternatives))
        return tuple(dict.fromkeys(each for each in about if each is not None))[:MOST_OFFERED]

    def _put_to(self, query: Query, statement: Statement) -> Query:
        """Put a query to one of the statements offered: what holds could only be made to fall."""
        intent = self.as_it_stands(query.intent, statement)
        changes = intent is Intent.WHAT_WOULD_IT_TAKE and self.holds(statement)
        fall, unsure = query.fall or changes, min(query.confidence, DOUBTFUL)
        return replace(query, statement=statement, intent=intent, fall=fall, confidence=unsure)

    def _concludes(self, query: Query) -> bool:
        return query.statement is not None and self.is_derived(query.statement)

    @cached_property
    def last(self) -> Query | None:
        """The last query that was in scope, and not asked back about as good as any other."""
        found = [q for q in self.queries if q.intent is not Intent.OUT_OF_SCOPE]
        return next((q for q in found if not (q.clarify and q.intent is Intent.LIST)), None)

    @property
    def before_look(self) -> Query | None:
        """The last query; after a look at what is assumed what was asked before that."""
        looked = self.last is not None and self.last.listing is Listing.ASSUMPTIONS
        return (
            next((q for q in self.queries if q.intent in _GOAL), self.last) if looked else self.last
        )

    @cached_property
    def around(self) -> dict[str, float]:
        """The entities spoken of lately, with weights that fade from turn to turn."""
        found: dict[str, float] = {}
        weight, kinds = 0.3, self.index.names.kinds
        for query in self.queries[:3]:
            for entity in _entities(query):
                if entity in kinds:  # no day: it would speak for all that happened on it
                    found.setdefault(entity, weight)
            weight *= _FADES
        return found

    def may_be(self, entity: str, pronouns: Collection[str]) -> bool:
        """Tell whether pronouns may mean an entity: *she* does not mean Ann's son."""
        return persons.fits(self.case.rulebase.vocabulary.entities.get(entity), pronouns)

    def last_person(self, pronouns: Collection[str]) -> str | None:
        """Return who was last spoken of whom pronouns may mean, however long ago."""
        spoken_of = (entity for query in self.queries for entity in _entities(query))
        people = (entity for entity in spoken_of if entity in self.index.names.people)
        return next((entity for entity in people if self.may_be(entity, pronouns)), None)

    def goal_of(self, pronouns: Collection[str], concluded: bool = False) -> Statement | None:
        """Return the statement last asked about whose people pronouns may mean, else the goal.

        `concluded` it is one that rules conclude, where such a one was asked about.
        """
        goal = self.conclusion if concluded else self.goal
        asked = [q.statement for q in self.queries if q.intent in _GOAL and q.statement]
        asked = [s for s in asked if not concluded or self.is_derived(s)]
        for each in (goal, *asked) if goal is not None else ():
            if self.fits(each, pronouns):
                return each
        return goal

    def fits(self, statement: Statement, pronouns: Collection[str]) -> bool:
        """Tell whether pronouns may mean anybody of whom a statement speaks, if it does."""
        people = [each for each in statement.arguments if each in self.index.names.people]
        return not people or any(self.may_be(each, pronouns) for each in people)

    @property
    def focus(self) -> tuple[str, ...]:
        """The entities that the last turn was about; one that took back is about what was asked."""
        if not self.queries:
            return ()
        back = self.queries[0].intent is Intent.RETRACT and self.goal is not None
        first = self.topic if back or self._stays else ()
        return tuple(dict.fromkeys((*first, *_entities(self.queries[0]))))

    @cached_property
    def topic(self) -> tuple[str, ...]:
        """The entities of what was last asked or told, not only assumed or taken back."""
        last = self.queries[0] if self.queries else None
        if last is None:
            return ()
        if last.statement is not None and last.intent is not Intent.RETRACT:
            return last.statement.arguments
        if (last.intent is Intent.RETRACT or self._stays) and self.goal is not None:
            return self.goal.arguments
        return tuple(_entities(last))

    @cached_property
    def _stays(self) -> bool:
        """Whether the last turn supposed something of somebody beside the one asked about.

        `What if her mother comes?`: whom a pronoun takes up stays who is spoken of (the centre of
        Grosz, Joshi and Weinstein, Centering, 1995).
        """
        last = self.queries[0] if self.queries else None
        if last is None or last.statement or last.intent not in (Intent.WHAT_IF, Intent.ASSUME):
            return False
        said = plain_words(self.state.turns[-1].question)
        return any(word in words_of("personal") for word in said)

    def founded_on(self, predicate: str) -> set[str]:
        """Return all predicates that the standing of statements of one may depend on."""
        rulebase = self.case.rulebase
        below = foundations(rulebase.rules, rulebase.excluding)
        return reached([predicate], lambda each: below.get(each, ()))

    def holds(self, statement: Statement) -> bool:
        """Tell whether a statement holds now."""
        number = self.case.graph.number(statement)
        return number is not None and self.case.valuation.degree(number) > 0

    def as_it_stands(self, intent: Intent, statement: Statement) -> Intent:
        """Choose between *why* and *why not* by how a statement stands."""
        if intent not in (Intent.WHY, Intent.WHY_NOT):
            return intent
        return Intent.WHY if self.holds(statement) else Intent.WHY_NOT

    def after_no(self, query: Query) -> Query:
        """Ask why not where a *why?* follows the answer that something is not so."""
        last, goal = self.last, query.statement
        if query.intent is not Intent.WHY or goal is None or last is None:
            return query
        asked = last.statement == goal and last.intent in (Intent.ASK, Intent.WHAT_IF)
        no = self.case.standing(goal).status is Status.DOES_NOT_HOLD
        return replace(query, intent=Intent.WHY_NOT) if asked and no else query

    def is_fact(self, statement: Statement) -> bool:
        """Tell whether a statement is an established fact."""
        return statement in self.case.facts

    def is_denied(self, statement: Statement) -> bool:
        """Tell whether a fact is contrary to a statement."""
        facts = self.case.facts
        return any(each in facts for each in self.case.contraries(statement))

    def is_open(self, statement: Statement) -> bool:
        """Tell whether a statement is an open question."""
        return statement in self.case.rulebase.question

    def is_derived(self, statement: Statement) -> bool:
        """Tell whether rules conclude statements of this kind."""
        return statement.predicate in self.case.rulebase.rules_for


def _is_menu(query: Query) -> bool:
    """Tell whether several readings were offered, none of which anybody chose."""
    about = {each.statement for each in (query, *query.alternatives)}
    return query.clarify and len(about) > 1


def _entities(query: Query) -> Sequence[str]:
    statements = [query.statement] if query.statement else []
    statements += list(query.assume)
    named = [argument for statement in statements for argument in statement.arguments]
    if query.beyond is Beyond.UNCLEAR:
        named += query.near
    return [query.entity, *named] if query.entity else named
