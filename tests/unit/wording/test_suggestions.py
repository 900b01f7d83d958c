from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Listing, Query, Step
from arguendo.statements import Entity, Predicate
from arguendo.vocabulary import Vocabulary
from arguendo.wording.questions import query_in_words
from arguendo.wording.suggestions import MOST, readings, suggest
from tests.builders import rule, rulebase, statement
from tests.unit.wording.samples import WHO, ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


def test_what_holds_can_be_explained_and_supposed_otherwise(case: Case) -> None:
    assert suggest(ask(case, "ask", "wet(ann)")) == (
        "Why?",
        "What matters most for whether Ann is wet?",
        "What follows from that?",
        "What if Ann carries an umbrella?",
    )


def test_what_does_not_hold_could_be_brought_about(case: Case) -> None:
    assert suggest(ask(case, "ask", "happy(ann)")) == (
        "Why not?",
        "What would it take for Ann to be happy?",
        "What if Ann wears a hat?",
        "Where does it say so?",
    )


def test_an_explanation_does_not_suggest_itself(case: Case) -> None:
    assert "Why?" not in suggest(ask(case, "why", "wet(ann)"))
    assert "Why not?" not in suggest(ask(case, "why_not", "happy(ann)"))


@pytest.mark.parametrize(
    ("intent", "again"),
    [("what_follows", "What follows from that?"), ("source", "Where does it say so?")],
)
def test_what_was_just_asked_is_not_suggested(case: Case, intent: str, again: str) -> None:
    assert again not in suggest(ask(case, intent, "wet(ann)"))
    assert again in suggest(ask(case, "linchpins" if intent == "source" else "ask", "wet(ann)"))


def test_an_open_question_can_be_supposed(case: Case) -> None:
    assert suggest(ask(case, "ask", "hat(ann)"))[0] == "What if Ann wears a hat?"


def test_every_intent_suggests_little_and_nothing_twice(case: Case) -> None:
    for intent in Intent:
        for key in (None, "wet(ann)", "happy(ben)"):
            found = suggest(ask(case, intent.value, key))
            assert len(found) == len(set(found)) <= MOST
            assert all(found), intent


def test_an_empty_rule_base_has_little_to_suggest() -> None:
    assert suggest(ask(Case.of(rulebase()), "help")) == ("What are the conclusions?",)


def test_readings_leave_out_what_was_not_understood() -> None:
    other = Query(Intent.WHY)
    assert readings(Query(Intent.OUT_OF_SCOPE, alternatives=(other,))) == (other,)
    own = Query(Intent.ASK, alternatives=(other,) * 5)
    assert readings(own) == (own, other, other)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(Intent.ASK, statement("pours()")), "Is it the case that it pours?"),
        (Query(Intent.WHY, statement("wet(ann)")), "Why is it that Ann is wet?"),
        (Query(Intent.WHY, number=3), "Why step 3?"),
        (Query(Intent.WHY_NOT, statement("wet(ann)")), "Why is Ann not wet?"),
        (
            Query(Intent.WHAT_IF, statement("wet(ann)"), {statement("hat(ann)"): True}),
            "If Ann wears a hat, is Ann wet?",
        ),
        (Query(Intent.WHAT_IF, None, {statement("hat(ann)"): True}), "What if Ann wears a hat?"),
        (
            Query(Intent.WHAT_WOULD_IT_TAKE, statement("wet(ann)")),
            "What would it take for Ann to be wet?",
        ),
        (
            Query(Intent.WHAT_WOULD_IT_TAKE, statement("wet(ann)"), by="ben"),
            "What would it take for Ann to be wet, with Ben alone?",
        ),
        (
            Query(Intent.WHAT_WOULD_IT_TAKE, statement("pours()")),
            "What would have to happen so that it pours?",
        ),
        (
            Query(Intent.WHAT_WOULD_IT_TAKE, statement("wet(ann)"), fall=True),
            "What would it take for it no longer to be so that Ann is wet?",
        ),
        (Query(Intent.WHAT_FOLLOWS, statement("pours()")), "What follows from it that it pours?"),
        (
            Query(Intent.LINCHPINS, statement("wet(ann)")),
            "What matters most for whether Ann is wet?",
        ),
        (Query(Intent.DESCRIBE, entity="ann"), "Who is Ann?"),
        (Query(Intent.DESCRIBE, entity="cape"), "What is a cape?"),
        (Query(Intent.SOURCE, statement("pours()")), "Which paragraph says that it pours?"),
        (Query(Intent.RECOMMEND, entity="ann"), "What should Ann do?"),
        (Query(Intent.LIST, listing=Listing.OPEN), "What are the open questions?"),
        (Query(Intent.ASSUME, None, {statement("pours()"): True}), "Assume that it pours."),
        (Query(Intent.RETRACT, None, {statement("pours()"): False}), "Suppose away that it pours."),
        (Query(Intent.RETRACT, statement("pours()")), "No longer assume that it pours."),
        (Query(Intent.RETRACT, back=Step.UNDO), "Undo the last step."),
        (Query(Intent.COMPARE, scenarios=("a", "b_c")), "Compare “a” with “b c”."),
        (Query(Intent.HELP), "What can I ask?"),
    ],
)
def test_queries_in_words(query: Query, expected: str) -> None:
    assert query_in_words(query, rain()) == expected


def test_every_query_has_words() -> None:
    for intent in Intent:
        said = query_in_words(Query(intent), rain())
        assert said.endswith(("?", "."))


def test_suggestions_stay_with_what_the_answer_is_about() -> None:
    predicates = [
        Predicate("plans", (WHO,), "{who} [makes|make] plans"),
        Predicate("builds", (WHO,), "{who} [builds|build]"),
        Predicate("sings", (WHO,), "{who} [sings|sing]"),
    ]
    people = [Entity("ann", "Ann", "person"), Entity("ben", "Ben", "person")]
    base = rulebase(
        vocabulary=Vocabulary(people, predicates),
        facts=["plans(ann)"],
        questions=["plans(ben)"],
        rules=[
            rule("build", if_=["plans(?p)"], then="builds(?p)"),
            rule("sing", if_=["builds(ben)"], then="sings(ben)"),
        ],
    )
    asked = suggest(ask(Case.of(base), "describe", entity="ann"))
    assert asked[0] == "Why is it that Ann builds?"
    assert not any("Ben sings" in each or "Ann builds" in each for each in asked[1:])
    assert "Does Ben sing?" in suggest(ask(Case.of(base), "describe", entity="ben"))


def test_where_nothing_is_enough_what_is_in_reach_is_suggested() -> None:
    predicates = [
        Predicate(name, (WHO,), f"{{who}} [{name}s|{name}]") for name in ("start", "run", "win")
    ]
    base = rulebase(
        vocabulary=Vocabulary([Entity("ann", "Ann", "person")], predicates),
        questions=["start(ann)"],
        rules=[
            rule("run", if_=["start(?p)"], then="run(?p)"),
            rule("win", if_=["run(?p)", "lucky(?p)"], then="win(?p)"),
        ],
    )
    found = suggest(ask(Case.of(base), "what_would_it_take", "win(ann)"))
    assert found[0] == "What would it take for Ann to run?"
