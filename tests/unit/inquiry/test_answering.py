from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.facts import Fact, Question
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Listing, Query, Step
from arguendo.scenarios import Assumption, Scenario
from arguendo.statements import Entity, Predicate, Slot
from arguendo.valuation import Status
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

WILL, MONEY, BUILT = (statement(f"{name}(town)") for name in ("will", "money", "built"))


def one_place(name: str, *, advice: bool = False) -> Predicate:
    return Predicate(name, (Slot("place", ()),), f"{{place}} is {name}", advice=advice)


BASE = rulebase(
    vocabulary=Vocabulary(
        [Entity("town", "the town", source=("¶9",))],
        [
            *(one_place(name) for name in ("ready", "will", "money", "built", "opened")),
            one_place("advised", advice=True),
        ],
    ),
    facts=[Fact(statement("ready(town)"), 5, source=("¶1",))],
    questions=[Question(WILL, by="town", source=("¶2",)), MONEY],
    rules=[
        rule(
            "build",
            if_=["ready(?x)", "will(?x)", "money(?x)"],
            then="built(?x)",
            qualifier=2,
            source=("¶3",),
        ),
        rule("open", if_=["built(?x)"], then="opened(?x)", source=("¶10",)),
        rule("advise", if_=["ready(?x)"], unless=["money(?x)"], then="advised(?x)"),
    ],
    scenarios=(
        Scenario("bare", "Bare"),
        Scenario("rich", "Rich", (Assumption(MONEY, 5), Assumption(WILL, 5))),
    ),
    start="bare",
)


def put(query: Query, *assumed: str) -> Answer:
    case = Case.of(BASE).assume_all({statement(key): 5 for key in assumed})
    return answer(case, query)


def test_a_question_about_what_holds_brings_its_proof_and_sources_in_order() -> None:
    found = put(Query(Intent.ASK, statement("opened(town)")), "will(town)", "money(town)")
    assert found.standing is not None
    assert (found.standing.status, found.standing.degree) == (Status.HOLDS, 2)
    assert found.proof is not None
    assert found.sources == ("¶1", "¶3", "¶10")
    assert found.why_not is None


def test_a_question_about_what_does_not_hold_brings_what_is_missing() -> None:
    found = put(Query(Intent.WHY, BUILT))
    assert found.proof is None
    assert found.why_not is not None
    assert set(found.why_not.leaves) == {WILL, MONEY}


def test_what_if_answers_in_the_supposed_case_and_leaves_the_first_alone() -> None:
    found = put(Query(Intent.WHAT_IF, BUILT, assume={WILL: True, MONEY: True}))
    assert [change.statement.key for change in found.changes] == [
        "built(town)",
        "advised(town)",
        "opened(town)",
    ]
    assert (found.case.holds(BUILT), found.before.holds(BUILT)) == (True, False)


def test_what_would_it_take_names_the_sets() -> None:
    found = put(Query(Intent.WHAT_WOULD_IT_TAKE, BUILT))
    assert found.requirements is not None
    assert [each.statements for each in found.requirements.found] == [{WILL, MONEY}]


def test_without_a_statement_it_is_what_the_actor_can_bring_about() -> None:
    first, last = statement("first(town)"), statement("last(town)")
    base = rulebase(
        vocabulary=Vocabulary(
            [Entity("town", "the town")], [one_place(n) for n in ("will", "money", "first", "last")]
        ),
        questions=[Question(WILL, by="town"), MONEY],
        rules=[
            rule("first", if_=["will(?x)"], then="first(?x)"),
            rule("last", if_=["first(?x)", "money(?x)"], then="last(?x)"),
        ],
    )
    case = Case.of(base)
    found = answer(case, Query(Intent.WHAT_WOULD_IT_TAKE, by="town"))
    assert found.query.statement == first
    found = answer(case.assume(MONEY), Query(Intent.WHAT_WOULD_IT_TAKE, by="town"))
    assert found.query.statement == last


def test_it_is_what_leads_to_the_main_conclusion() -> None:
    names = ("will", "money", "near", "last", "late", "spoilt")
    base = rulebase(
        vocabulary=Vocabulary([Entity("town", "the town")], [one_place(n) for n in names]),
        questions=[Question(WILL, by="town"), MONEY],
        rules=[
            rule("near", if_=["will(?x)"], then="near(?x)"),
            rule("late", if_=["will(?x)"], then="late(?x)"),
            rule("spoilt", if_=["late(?x)"], then="spoilt(?x)"),
            rule("last", if_=["near(?x)", "money(?x)"], then="last(?x)"),
        ],
    )
    found = answer(Case.of(base), Query(Intent.WHAT_WOULD_IT_TAKE, by="town"))
    assert found.query.statement == statement("near(town)")


def test_linchpins_without_a_statement_take_the_conclusion_at_the_end_of_the_chain() -> None:
    found = put(Query(Intent.LINCHPINS))
    assert found.query.statement == statement("opened(town)")
    assert {pin.statement for pin in found.linchpins} == {WILL, MONEY, statement("ready(town)")}


def test_a_description_gathers_what_holds_or_is_open_about_an_entity() -> None:
    found = put(Query(Intent.DESCRIBE, entity="town"))
    assert set(found.items) == {"ready(town)", "will(town)", "money(town)", "advised(town)"}
    assert found.sources == ("¶9", "¶1")


def test_advice_is_what_predicates_marked_as_advice_say() -> None:
    found = put(Query(Intent.RECOMMEND, entity="town"))
    assert found.items == ("advised(town)",)
    assert put(Query(Intent.RECOMMEND), "money(town)").items == ()


@pytest.mark.parametrize(
    ("listing", "items"),
    [
        (Listing.FACTS, ("ready(town)",)),
        (Listing.CONCLUSIONS, ("advised(town)",)),
        (Listing.OPEN, ("will(town)", "money(town)")),
        (Listing.RULES, ("build", "open", "advise")),
        (Listing.SCENARIOS, ("bare", "rich")),
    ],
)
def test_listings(listing: Listing, items: tuple[str, ...]) -> None:
    assert put(Query(Intent.LIST, listing=listing)).items == items


def test_the_source_of_a_conclusion_is_that_of_the_rules_that_draw_it() -> None:
    assert put(Query(Intent.SOURCE, BUILT)).sources == ("¶3",)
    assert put(Query(Intent.SOURCE, WILL)).sources == ("¶2",)


def test_the_sources_of_what_holds_are_those_of_its_argument_and_of_no_other_rule() -> None:
    base = rulebase(
        facts=[
            Fact(statement("a()"), 5, source=("¶10",)),
            Fact(statement("b()"), 5, source=("¶9",)),
        ],
        rules=[
            rule("low", if_=["a()", "b()"], then="mid()", source=("§50(2)",)),
            rule("lower", if_=["b()"], then="side()", source=("§6", "¶9")),
            rule("high", if_=["mid()", "side()"], then="goal()", source=("§12",)),
            rule("other", if_=["never()"], then="goal()", source=("§1",)),
        ],
    )
    found = answer(Case.of(base), Query(Intent.SOURCE, statement("goal()")))
    assert found.sources == ("§12", "§6", "§50(2)", "¶9", "¶10")
    without = Case.of(base).assume(statement("a()"), 0)
    assert answer(without, Query(Intent.SOURCE, statement("goal()"))).sources == ("§12", "§1")


def test_taking_back_an_assumption_makes_it_unknown_and_a_fact_false() -> None:
    back = put(Query(Intent.RETRACT, WILL), "will(town)")
    assert (back.case.assumptions, back.idle) == ({}, False)
    ready = statement("ready(town)")
    away = put(Query(Intent.RETRACT, ready, assume={ready: False}))
    assert away.case.assumptions == {ready: 0}
    assert put(Query(Intent.RETRACT, WILL)).idle


def test_undo_and_reset() -> None:
    assert put(Query(Intent.RETRACT, back=Step.UNDO), "will(town)").case.assumptions == {}
    assert put(Query(Intent.RETRACT, back=Step.RESET), "will(town)").case.assumptions == {}
    assert answer(Case.of(BASE), Query(Intent.RETRACT, back=Step.UNDO)).idle


def test_two_scenarios_are_compared() -> None:
    found = put(Query(Intent.COMPARE, scenarios=("bare", "rich")))
    assert found.comparison is not None
    assert found.comparison.parts_at == BUILT
    assert found.comparison.only_second == ((MONEY, 5), (WILL, 5))
    assert found.case.scenario == "bare"


def test_a_step_of_the_last_proof_can_be_asked_about_by_number() -> None:
    case = Case.of(BASE).choose("rich")
    proof = answer(case, Query(Intent.WHY, statement("opened(town)"))).proof
    found = answer(case, Query(Intent.SOURCE, number=2), proof)
    assert found.query.statement == BUILT
    assert found.sources == ("¶3",)
    assert answer(case, Query(Intent.WHY, number=99), proof).idle
