from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.explanation.questions import open_questions
from arguendo.explanation.requirements import (
    Also,
    Requirements,
    Scope,
    apply,
    defeaters,
    requirements,
)
from arguendo.facts import Question
from arguendo.rulebase import RuleBase
from arguendo.statements import Entity, Literal, Statement
from arguendo.valuation import Status
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs


@given(programs(), st.sampled_from(STATEMENTS))
def test_the_minimal_sets_are_those_that_trying_every_set_finds(base: RuleBase, key: str) -> None:
    case, goal = Case.of(base), statement(key)
    never = {goal, *case.contraries(goal)}
    free = [q for q in open_questions(case) if q not in never]
    minimal: list[frozenset[Statement]] = []
    for size in range(len(free) + 1):
        for chosen in combinations(free, size):
            after = case.assume_all(dict.fromkeys(chosen, 5))
            holds = after.standing(goal).status is Status.HOLDS and not after.dropped
            admitted = set(chosen) <= set(after.assumptions)
            if holds and admitted and not any(known <= set(chosen) for known in minimal):
                minimal.append(frozenset(chosen))
    found = [each.statements for each in requirements(case, goal).found]
    assert sorted(found, key=sorted_keys) == sorted(minimal, key=sorted_keys)


@given(programs(), st.sampled_from(STATEMENTS), st.integers(1, 5), st.booleans())
def test_a_search_finds_the_same_sets_as_all_combinations_in_the_same_order(
    base: RuleBase, key: str, degree: int, fall: bool
) -> None:
    valued = requirements(Case.of(base), statement(key), degree=degree, fall=fall)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("arguendo.explanation.requirements.FEW", -1)
        assert requirements(Case.of(base), statement(key), degree=degree, fall=fall) == valued


def sorted_keys(statements: frozenset[Statement]) -> list[str]:
    return sorted(each.key for each in statements)


HOUSE = rulebase(
    facts=["ready()"],
    questions=[
        Question(statement("rain()"), by="weather"),
        Question(statement("will()"), by="owner"),
        Question(statement("money()"), by="owner"),
    ],
    rules=[
        rule("build", if_=["ready()", "will()", "money()"], unless=["rain()"], then="built()"),
        rule("gift", if_=["rain()"], then="built()", qualifier=1),
    ],
)


def test_each_set_comes_with_the_degree_that_it_yields() -> None:
    found = requirements(Case.of(HOUSE), statement("built()")).found
    assert [(sorted_keys(r.statements), r.degree) for r in found] == [
        (["rain()"], 1),
        (["money()", "will()"], 5),
    ]


def test_a_degree_can_be_asked_for() -> None:
    found = requirements(Case.of(HOUSE), statement("built()"), degree=2).found
    assert [len(each.changes) for each in found] == [2]


def test_it_can_be_limited_to_what_one_actor_controls() -> None:
    found = requirements(Case.of(HOUSE), statement("built()"), scope=Scope(by="weather")).found
    assert [each.statements for each in found] == [{statement("rain()")}]


def test_where_one_actor_cannot_do_it_alone_it_is_told_who_else_decides() -> None:
    case = Case.of(HOUSE).suppose_away(statement("rain()"))
    found = requirements(case, statement("built()"), scope=Scope(by="owner"))
    assert (len(found.found), found.by_anyone) == (1, None)
    found = requirements(case, statement("built()"), scope=Scope(by="weather"))
    assert found.by_anyone == requirements(case, statement("built()"))


def test_what_a_group_decides_is_what_its_members_decide() -> None:
    group = Entity("couple", "the couple", members=("owner", "weather"))
    vocabulary = Vocabulary([group], [])
    case = Case.of(replace(HOUSE, vocabulary=vocabulary))
    for by, ways in (("couple", 2), ("owner", 1), ("nobody", 0)):
        assert len(requirements(case, statement("built()"), scope=Scope(by=by)).found) == ways


def test_nothing_is_needed_for_what_holds_already() -> None:
    case = Case.of(HOUSE).assume(statement("rain()"))
    assert requirements(case, statement("built()")).already


def test_it_says_so_when_nothing_would_do() -> None:
    assert requirements(Case.of(HOUSE), statement("sold()")).found == ()


def test_what_would_make_it_fall() -> None:
    case = Case.of(HOUSE).assume(statement("will()")).assume(statement("money()"))
    base = rulebase(
        facts=["p()"],
        questions=["q()"],
        rules=[rule("r", if_=["p()"], unless=["q()"], then="r()")],
    )
    assert requirements(case, statement("built()"), fall=True).found == ()
    found = requirements(Case.of(base), statement("r()"), fall=True).found
    assert [each.statements for each in found] == [{statement("q()")}]


def test_with_more_questions_than_can_be_tried_the_goals_own_come_before_those_of_its_rivals() -> (
    None
):
    rivals = [f"is_a(pet, animal{number})" for number in range(20)]
    base = rulebase(
        questions=[*(f"mark{number}(pet)" for number in range(20)), "stripes(pet)"],
        rules=[
            *(
                rule(f"r{number}", if_=[f"mark{number}(pet)"], then=rival)
                for number, rival in enumerate(rivals)
            ),
            rule("zebra", if_=["stripes(pet)"], then="is_a(pet, zebra)"),
        ],
        contraries=[(rival, "is_a(pet, zebra)") for rival in rivals],
    )
    found = requirements(Case.of(base), statement("is_a(pet, zebra)"))
    assert [each.statements for each in found.found] == [{statement("stripes(pet)")}]
    assert not found.cut


SHED = rulebase(
    facts=["dry()", "cheap()"],
    questions=["will()"],
    rules=[
        rule("build", if_=["will()", "wood()"], unless=["cheap()"], then="built()"),
        rule("doubt", if_=["dry()"], then="cheap()"),
        rule("buy", if_=["money(?who)", "shop(?who)"], then="wood()"),
    ],
    contraries=[("cheap()", "dear()")],
)


def sets_of(case: Case, goal: str, *also: Also, fall: bool = False) -> list[set[str]]:
    found = requirements(case, statement(goal), fall=fall, scope=Scope(also=frozenset(also)))
    return [
        {("" if each.positive else "not ") + each.statement.predicate for each in some.changes}
        for some in found.found
    ]


def test_facts_may_be_taken_away_too() -> None:
    case = Case.of(SHED).assume(statement("wood()"))
    assert sets_of(case, "built()") == []
    assert sets_of(case, "built()", Also.FACTS) == [{"will", "not cheap"}]
    assert sets_of(Case.of(SHED), "cheap()", Also.FACTS, fall=True) == []


def test_any_statement_may_be_assumed_also_one_that_nothing_mentions_yet() -> None:
    case = Case.of(replace(SHED, questions=()))
    without_doubt = case.suppose_away(statement("cheap()"))
    found = sets_of(without_doubt, "built()", Also.ANY)
    assert {"will", "wood"} in found
    base = rulebase(facts=["shop(ann)"], rules=[SHED.rules[2]])
    assert sets_of(Case.of(base), "wood()", Also.ANY) == [{"money"}]


@given(programs(), st.sampled_from(STATEMENTS), st.integers(1, 5), st.booleans())
def test_with_facts_and_anything_trying_every_set_finds_the_same(
    base: RuleBase, key: str, degree: int, fall: bool
) -> None:
    case, goal = Case.of(base, editing=True), statement(key)
    never = {goal, *(s for s in map(statement, STATEMENTS) if base.are_contrary(goal, s))}
    found = requirements(
        case, goal, degree=degree, fall=fall, scope=Scope(also=frozenset(Also), most=2)
    )
    every = [statement(each) for each in STATEMENTS if statement(each) not in never]
    changes = [Literal(s, positive=False) for s in every if case.is_established(s)]
    changes += [Literal(s) for s in every if not case.holds(s)]
    changes += [Literal(s) for s in open_questions(case) if s in every and case.holds(s)]
    changes = list(dict.fromkeys(changes))
    minimal: list[frozenset[Literal]] = []
    for size in range(3):
        for chosen in combinations(changes, size):
            if len({each.statement for each in chosen}) < size:
                continue
            after = apply(case, chosen)
            stands = after.standing(goal)
            wanted = stands.status is Status.HOLDS and stands.degree >= degree
            reached = not after.degree(goal) if fall else wanted
            is_new = not any(known <= set(chosen) for known in minimal)
            if reached and is_new and len(after.assumptions) == size:
                minimal.append(frozenset(chosen))
    assert {frozenset(each.changes) for each in found.found} == set(minimal)


def test_what_would_undo_every_set_is_found_among_the_other_questions() -> None:
    base = rulebase(
        questions=["key()", "ladder()", "storm()", "alarm()", "dog()"],
        rules=[
            rule("door", if_=["key()"], unless=["storm()", "alarm()"], then="in()"),
            rule("window", if_=["ladder()"], unless=["storm()", "dog()"], then="in()"),
        ],
    )
    case, goal = Case.of(base), statement("in()")
    found = requirements(case, goal).found
    assert [sorted_keys(each.statements) for each in found] == [["key()"], ["ladder()"]]
    assert defeaters(case, goal, found) == (Literal(statement("storm()")),)
    assert {each.statement.key for each in defeaters(case, goal, found[:1])} == {
        "storm()",
        "alarm()",
    }
    assert defeaters(case, goal, ()) == ()


@pytest.mark.parametrize(("cut", "searches"), [(False, 1), (True, 2)])
def test_what_a_search_found_is_kept_unless_its_time_ran_out(
    monkeypatch: pytest.MonkeyPatch, cut: bool, searches: int
) -> None:
    asked = []

    def search(_: Case, goal: Statement, *__: object) -> Requirements:
        asked.append(goal)
        return Requirements(goal, fall=False, already=False, found=(), considered=(), cut=cut)

    monkeypatch.setattr("arguendo.explanation.requirements._requirements", search)
    case = Case.of(rulebase(questions=["rain(oslo)"]))
    for same in (case, case.assume_all({})):
        requirements(same, statement("rain(oslo)"))
    assert len(asked) == searches
