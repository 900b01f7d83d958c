"""How a supposition is answered: with even if only where it speaks against what comes out."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Query
from arguendo.statements import Entity, Predicate
from arguendo.vocabulary import Vocabulary
from arguendo.wording.answers import word
from arguendo.wording.page import Role
from arguendo.wording.questions import query_in_words
from arguendo.wording.suggestions import suggest
from tests.builders import rulebase, statement
from tests.unit.wording.samples import WHO, ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


@pytest.mark.parametrize(
    ("key", "assume", "expected"),
    [
        (
            "dry(ann)",
            ["umbrella(ann)", "hat(ann)"],
            "If Ann carries an umbrella and wears a hat, it is very likely that Ann stays dry.",
        ),
        ("wet(ann)", ["hat(ann)"], "Even if Ann wears a hat, it is still likely that Ann is wet."),
        (
            "wet(ann)",
            ["!pours()"],
            "If it is not the case that it pours, it is no longer established that Ann is wet.",
        ),
        (
            "happy(ben)",
            ["umbrella(ann)"],
            "If Ann carries an umbrella, it is still not established that Ben is happy.",
        ),
        (
            "dry(ann)",
            ["!umbrella(ann)"],
            "If it is not the case that Ann carries an umbrella, then as now it is not the case "
            "that Ann stays dry: it is likely that Ann is wet.",
        ),
        ("hat(ann)", ["hat(ann)"], "That is just what is assumed: Ann wears a hat."),
        (
            "dry(ann)",
            ["hat(ann)"],
            "Even if Ann wears a hat, it is not the case that Ann stays dry: "
            "it is likely that Ann is wet.",
        ),
        (
            None,
            ["!pours()"],
            "If it is not the case that it pours, it is no longer established that Ann is wet, "
            "and two other things change.",
        ),
    ],
)
def test_what_if_repeats_what_is_supposed(
    case: Case, key: str | None, assume: list[str], expected: str
) -> None:
    assert word(ask(case, "what_if", key, assume)).answer == expected


@pytest.mark.parametrize(
    ("key", "assume", "expected"),
    [
        ("happy(ben)", ["!out(ben)", "hat(ann)"], "No way of answering the other open questions"),
        ("happy(ben)", ["!out(ben)"], "No way of answering the open questions makes it hold."),
        (
            "wet(ann)",
            ["hat(ann)"],
            "Of the four possible combinations of answers to the other open questions, it holds "
            "in one.",
        ),
    ],
)
def test_what_is_supposed_is_left_out_of_what_is_open(
    case: Case, key: str, assume: list[str], expected: str
) -> None:
    assert expected in word(ask(case, "what_if", key, assume)).text


@pytest.mark.parametrize(
    ("given", "key", "assume", "expected", "not_said"),
    [
        (
            [],
            "wet(ann)",
            ["umbrella(ann)"],
            "It holds again once that assumption is taken back.",
            "No way",
        ),
        (
            ["umbrella(ann)"],
            "wet(ann)",
            [],
            "It would hold but for the assumption that Ann carries an umbrella.",
            "No way",
        ),
        (
            ["!hat(ann)"],
            "happy(ann)",
            [],
            "It could hold but for the assumption that it is not the case that Ann wears a hat. As "
            "long as that is assumed, no way of answering the other open questions makes it hold.",
            "missing",
        ),
    ],
)
def test_what_fails_for_an_assumption_would_hold_without_it(
    case: Case, given: list[str], key: str, assume: list[str], expected: str, not_said: str
) -> None:
    for each in given:
        case = case.assume(statement(each.lstrip("!")), 0 if each.startswith("!") else None)
    told = word(ask(case, "what_if" if assume else "ask", key, assume)).text
    assert expected in told.replace("\n", " ")
    assert not_said not in told


def test_what_is_assumed_counts_as_no_open_question(case: Case) -> None:
    dry = case.assume(statement("umbrella(ann)"), 0)
    weighed = ask(dry, "linchpins", "dry(ann)")
    assert word(weighed).answer.startswith("Of what is assumed, whether Ann stays dry hangs most")
    needed = "What would it take for Ann to stay dry?"
    assert needed not in suggest(weighed)
    assert needed in suggest(ask(case, "linchpins", "dry(ann)"))


def test_nothing_is_suggested_to_be_supposed_that_would_not_help(case: Case) -> None:
    hopeless = ask(case.assume(statement("umbrella(ann)")), "why_not", "wet(ann)")
    assert not any(each.startswith("What if") for each in suggest(hopeless))
    assert any(each.startswith("What if") for each in suggest(ask(case, "why_not", "dry(ann)")))


def test_how_it_stands_without_a_supposition_is_told_last(case: Case) -> None:
    page = word(ask(case, "what_if", "dry(ann)", ["umbrella(ann)", "hat(ann)"]))
    assert page.blocks[-1].role is Role.OUTLOOK
    assert page.blocks[-1].lines[-1] == "As things stand, it does not hold that Ann stays dry."


@pytest.mark.parametrize("verb", ["Should", "Must", "Does"])
def test_a_question_goes_on_in_small_letters_behind_its_condition(verb: str) -> None:
    predicates = [
        Predicate("rest", (WHO,), "{who} ought to rest", asks=f"{verb} {{who}} rest?"),
        Predicate("ill", (WHO,), "{who} is ill"),
    ]
    base = rulebase(vocabulary=Vocabulary([Entity("ann", "Ann", "person")], predicates))
    query = Query(Intent.WHAT_IF, statement("rest(ann)"), {statement("ill(ann)"): True})
    assert query_in_words(query, base) == f"If Ann is ill, {verb.lower()} Ann rest?"
