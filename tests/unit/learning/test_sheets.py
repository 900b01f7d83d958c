"""Every exercise can be solved from its own sheet: read back, it is a small rule base that does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, permutations
from pathlib import Path
from random import Random

import pytest

from arguendo.case import Case
from arguendo.explanation.linchpins import linchpins
from arguendo.explanation.requirements import apply
from arguendo.explanation.why import why
from arguendo.facts import Question
from arguendo.graph import Inference
from arguendo.learning.exercise import Exercise, Kind
from arguendo.learning.flawed import DROPPED, OVERSTATED, broken
from arguendo.learning.making import Teacher
from arguendo.learning.scenes import Setting
from arguendo.learning.sheets import MOST_LINES, MOST_RULES
from arguendo.library import load
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Literal, Statement
from arguendo.valuation import Status
from arguendo.wording import exercises
from arguendo.wording.grammar import sentence
from arguendo.wording.rules import title
from arguendo.wording.scenes import scene
from arguendo.wording.statements import Speaker
from tests.builders import statement

EXAMPLES = Path(__file__).parents[3] / "examples"
FOLDERS = (None, EXAMPLES / "animals", EXAMPLES / "british-citizenship")
SEEDS = (1, 2)
EACH = 6


@pytest.fixture(scope="module", params=FOLDERS, ids=("article", "animals", "citizenship"))
def teacher(request: pytest.FixtureRequest) -> Teacher:
    """A teacher of one of the rule bases that are there."""
    return Teacher(load(request.param))


class Lines:
    """What each line that a sheet can have says."""

    def __init__(self, full: Case) -> None:
        rulebase, statements = full.rulebase, full.graph.statements
        speaker = Speaker(rulebase)
        self.statement = {f"- {sentence(speaker.says(each))}": each for each in statements}
        self.rule = {next(exercises.hints(rulebase, [r])): r for r in rulebase.rules}
        pairs = [(one, other) for one in statements for other in full.contraries(one)]
        self.pair = {next(exercises.exclusions(speaker, [pair])): pair for pair in pairs}


@dataclass(frozen=True)
class Read:
    """A sheet as a learner reads it: line by line, and nothing besides."""

    exercise: Exercise
    full: Case
    lines: Lines

    @property
    def rulebase(self) -> RuleBase:
        return self.full.rulebase

    @cached_property
    def case(self) -> Case:
        """The case of the sheet, on a rule base of what the sheet says."""
        hint = self.exercise.hint
        small = replace(
            self.rulebase,
            rules=tuple(self._rules()),
            facts=tuple(f for f in self.rulebase.facts if f.statement in self._known("Reported:")),
            questions=tuple(map(Question, self._known("Open, so or not so:"))),
            contraries=tuple(
                pair
                for line, pair in self.lines.pair.items()
                if line in hint or {each.predicate for each in pair} == self._precedence
            ),
            scenarios=(),
            tests=(),
            start="",
            digest="",
        )
        there, assumed = Case.of(small, editing=True), self._assumed()
        there.grounding.admit(assumed)  # also what is supposed away could be so
        return there.assume_all(assumed)

    @property
    def _precedence(self) -> set[str]:
        """Predicates of two rules of which the sheet says that one takes precedence."""
        told = {rule.id: rule for rule in self._rules()}
        pairs = [(rule, told[each]) for rule in told.values() for each in rule.overrides]
        return {claim.predicate for pair in pairs for rule in pair for claim in rule.claims}

    @property
    def goal(self) -> Statement:
        return statement(self.exercise.goal)

    @property
    def items(self) -> list[Statement]:
        return [statement(key) for key in self.exercise.keys]

    @property
    def right(self) -> Statement:
        return self.items[self.exercise.right[0]]

    def _known(self, heading: str) -> list[Statement]:
        return [self.lines.statement[line] for line in self._under(heading)]

    def _assumed(self) -> Mapping[Statement, int]:
        all_of = {statement(key): degree for key, degree in self.exercise.assumptions.items()}
        alone = {each: replace(self.full, assumptions={each: d}) for each, d in all_of.items()}
        told = {scene(there, []).splitlines()[1]: each for each, there in alone.items()}
        return {told[line]: all_of[told[line]] for line in self._under("Assumed:")}

    def _under(self, heading: str) -> Iterator[str]:
        here = ""
        for line in self.exercise.scene:
            here = here if line.startswith("- ") else line
            if line.startswith("- ") and here == heading:
                yield line

    def _rules(self) -> Iterator[Rule]:
        hint = self.exercise.hint
        told = {rule.id: rule for line, rule in self.lines.rule.items() if line in hint}
        assert told
        for rule in told.values():
            seconds = [told[each] for each in rule.overrides if each in told]
            assert all({*exercises.hints(self.rulebase, [rule, s])} <= {*hint} for s in seconds)
            yield replace(rule, overrides=tuple(each.id for each in seconds))


def _read(teacher: Teacher, kind: Kind, seeds: Sequence[int] = SEEDS) -> Iterator[Read]:
    lines = Lines(teacher.space.case)
    for seed in seeds:
        found = list(islice(teacher.exercises(seed, [kind]), EACH))
        assert found
        for each in found:
            yield Read(each, teacher.space.case, lines)


def test_how_it_stands_follows_from_the_sheet(teacher: Teacher) -> None:
    for read in _read(teacher, Kind.PREDICT):
        right = read.exercise.keys[read.exercise.right[0]]
        assert read.case.standing(read.goal).status.value == right


def test_only_the_missing_fact_completes_the_sheet(teacher: Teacher) -> None:
    for read in _read(teacher, Kind.MISSING):
        assert not read.case.holds(read.goal)
        after = [apply(read.case, [Literal(each)]) for each in read.items]
        assert [there.holds(read.goal) for there in after] == [i == read.right for i in read.items]
        assert after[read.exercise.right[0]].standing(read.goal).status is Status.HOLDS


def test_right_orders_are_those_in_which_the_rules_of_the_sheet_can_fire(teacher: Teacher) -> None:
    for read in _read(teacher, Kind.ORDER):
        given = {each for each in read.case.graph.statements if read.case.is_established(each)}
        given |= {each for each, degree in read.case.assumptions.items() if degree}
        rests = {each: [*_grounds(read.case, each)] for each in read.items}
        for order in permutations(range(len(read.items))):
            claims = [read.items[place] for place in order]
            can = all(
                any(grounds <= given | {*claims[:n]} for grounds in rests[each])
                for n, each in enumerate(claims)
            )
            assert read.exercise.is_right(order) == can


def _grounds(case: Case, claim: Statement) -> Iterator[set[Statement]]:
    for inference in _concluding(case, claim):
        yield {case.graph.statements[n] for n in inference.grounds}


def _concluding(case: Case, claim: Statement) -> Sequence[Inference]:
    return [case.graph.inferences[n] for n in case.graph.concluding[case.graph.add(claim)]]


def test_only_one_flaw_can_be_found_by_the_rules_of_the_sheet(teacher: Teacher) -> None:
    for read in _read(teacher, Kind.FLAW):
        exercise, full = read.exercise, read.full
        there = full.assume_all({statement(k): d for k, d in exercise.assumptions.items()})
        setting = Setting(there, teacher.space.field[read.goal], Random(0))
        proof = setting.proof
        assert proof
        said = exercise.keys[exercise.right[0]]
        flaw = said.partition(" ")[2]
        speaker = Speaker(read.rulebase)
        chain = next(
            each
            for each in broken(setting, proof, flaw)
            if tuple(exercises.steps(speaker, each.steps)) == exercise.scene
        )
        told = {step.claim: step.degree for step in reversed(chain.steps)}
        for key in exercise.keys:
            number, _, kind = key.partition(" ")
            step = chain.steps[int(number) - 1]
            assert step.rule
            assert any(line.startswith(title(step.rule)) for line in exercise.hint)
            grounds = {*step.grounds}
            needed = [
                {full.graph.statements[n] for n in each.grounds}
                for each in full.graph.inferences
                if each.rule is step.rule and full.graph.statements[each.claim] == step.claim
            ]
            if kind == OVERSTATED:
                allowed = min([step.rule.qualifier, *(told.get(g, 0) for g in grounds)])
                found = all(g in told for g in grounds) and step.degree > allowed
            elif kind == DROPPED:
                found = any(grounds < each for each in needed) and grounds not in needed
            else:
                found = not needed
            assert found == (key == said)


def test_the_weakest_link_shows_on_the_sheet(teacher: Teacher) -> None:
    for read in _read(teacher, Kind.WEAKEST):
        proof = why(read.case, read.goal)
        if "weakest link" in read.exercise.prompt:
            assert proof
            own = {step.claim: -step.own_degree for step in proof.steps[: proof.main]}
            weights: Mapping[Statement, float] = own
        else:
            weights = {pin.statement: pin.share for pin in linchpins(read.case, read.goal)}
        sizes = [weights.get(each, 0) for each in read.items]
        assert sizes.count(max(sizes)) == 1
        assert read.items[sizes.index(max(sizes))] == read.right


def test_sheets_are_short(teacher: Teacher) -> None:
    for kind in Kind:
        for read in _read(teacher, kind, SEEDS[:1]):
            assert len({rule.id for rule in read.case.rulebase.rules}) <= MOST_RULES
            if kind is not Kind.FLAW:
                assert _lines(read.exercise.scene) <= MOST_LINES


def _lines(scene: Collection[str]) -> int:
    return sum(line.startswith("- ") for line in scene)
