from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from arguendo.case import Case
from arguendo.conversation.state import Reply
from arguendo.export.replies import exchange, paragraph, problem_list
from arguendo.export.wire import encode
from arguendo.facts import Fact
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query
from arguendo.problems import Problem, Severity
from arguendo.scenarios import Assumption, Scenario
from arguendo.span import Span
from arguendo.statements import Entity, Predicate, Slot, Statement
from arguendo.vocabulary import Vocabulary
from arguendo.wording.page import Block, Page, Role
from tests.builders import rule, rulebase, statement

WILL, MONEY, BUILT, STRIKE = (statement(f"{n}(town)") for n in ("will", "money", "built", "strike"))
NAMES = ("ready", "will", "money", "loan", "built", "strike", "idle")
BASE = rulebase(
    vocabulary=Vocabulary(
        [Entity("town", "the town")],
        [Predicate(name, (Slot("place"),), f"{{place}} is {name}") for name in NAMES],
    ),
    facts=[Fact(statement("ready(town)"), 5, source=("¶1",))],
    questions=[WILL, MONEY, STRIKE],
    rules=[
        rule(
            "build",
            if_=["ready(?x)", "will(?x)", "money(?x)"],
            unless=["strike(?x)"],
            then="built(?x)",
            qualifier=2,
            source=("¶3",),
        ),
        rule("borrow", if_=["will(?x)"], then="built(?x)", qualifier=1),
    ],
    contraries=[("ready(?x)", "idle(?x)")],
    scenarios=(Scenario("bare", "Bare"), Scenario("rich", "Rich", (Assumption(MONEY, 5),))),
    start="bare",
    digest="abc",
)


def sent(query: Query, *assumed: Statement, question: str = "", text: str = "Yes.") -> Any:
    """The object that another program reads."""
    case = Case.of(BASE).assume_all(dict.fromkeys(assumed, 5))
    page = Page((Block(Role.ANSWER, (text,)), Block(Role.SUGGESTION, ("Why?",))))
    reply = Reply(question, answer(case, query), page, ("Why?",))
    return json.loads(encode(exchange(reply)))


def test_a_proof_is_sent_step_by_step() -> None:
    found = sent(Query(Intent.ASK, BUILT), WILL, MONEY)
    assert found["answer"] == {
        "status": "holds",
        "degree": "likely",
        "basis": "rule",
        "reason": None,
        "text": "Yes.",
        "weakest_links": [{"step": 1, "rule": "build", "degree": "likely"}],
    }
    steps = found["explanation"]["steps"]
    assert steps[0] == {
        "n": 1,
        "rule": "build",
        "bindings": {"x": "town"},
        "grounds": ["ready(town)", "will(town)", "money(town)"],
        "uses": [2, 3, 4],
        "unless": ["strike(town)"],
        "claim": "built(town)",
        "degree": "likely",
        "qualifier": "likely",
        "source": ["¶3"],
        "basis": "rule",
    }
    assert [(s["basis"], s["rule"], s["qualifier"]) for s in steps[1:4]] == [
        ("fact", None, None),
        ("assumption", None, None),
        ("assumption", None, None),
    ]
    assert found["explanation"]["alternatives"] == [[5, 3]]
    assert found["sources"] == ["¶1", "¶3"]


def test_what_is_missing_is_sent_rule_by_rule() -> None:
    found = sent(Query(Intent.WHY_NOT, BUILT), STRIKE)
    assert found["explanation"]["missing"] == [
        {
            "rule": "borrow",
            "claim": "built(town)",
            "holds": [],
            "missing": ["will(town)"],
            "rebutted_by": [],
        },
        {
            "rule": "build",
            "claim": "built(town)",
            "holds": ["ready(town)"],
            "missing": ["will(town)", "money(town)"],
            "rebutted_by": ["strike(town)"],
        },
    ]
    assert found["requirements"] == [
        {"changes": {"will(town)": True}, "degree": "roughly even chance"}
    ]
    assert found["robust"] == {
        "holds": 2,
        "of": 4,
        "always": False,
        "never": False,
        "error": 0.0,
        "at_degree": {"roughly even chance": 2},
    }


def test_what_was_understood_is_told_apart_from_what_is_in_force() -> None:
    query = Query(
        Intent.WHAT_IF,
        BUILT,
        {WILL: True, statement("ready(town)"): False},
        confidence=0.5,
        alternatives=(Query(Intent.WHY, MONEY, confidence=0.4),),
    )
    found = sent(query, MONEY)
    assert found["understood"] == {
        "intent": "what_if",
        "statement": "built(town)",
        "assume": {"will(town)": True, "ready(town)": False},
        "entity": None,
        "list": None,
        "rule": None,
        "paragraph": None,
        "by": None,
        "degree": None,
        "scenarios": [],
        "fall": False,
        "also": [],
        "cases": [],
        "denied": False,
        "quantified": None,
        "value": None,
        "two": [],
        "rival": None,
        "confidence": 0.5,
        "clarify": False,
        "alternatives": [{"intent": "why", "statement": "money(town)", "confidence": 0.4}],
    }
    assert found["case"] == {
        "scenario": "bare",
        "assumptions": {"money(town)": True, "will(town)": True, "ready(town)": False},
        "displaced": [],
        "as_of": None,
    }
    assert found["changes"] == [
        {
            "statement": "built(town)",
            "before": {"status": "not established", "degree": None},
            "after": {"status": "holds", "degree": "roughly even chance"},
        }
    ]


def test_a_displaced_fact_is_named() -> None:
    found = sent(Query(Intent.WHAT_IF, assume={statement("idle(town)"): True}))
    assert found["case"]["displaced"] == ["ready(town)"]


def test_two_cases_are_sent_side_by_side() -> None:
    found = sent(Query(Intent.COMPARE, WILL, scenarios=("bare", "rich")))
    assert found["compare"] == {
        "a": {
            "scenario": "bare",
            "assumptions": {},
            "displaced": [],
            "status": "not established",
            "degree": None,
        },
        "b": {
            "scenario": "rich",
            "assumptions": {"money(town)": True},
            "displaced": [],
            "status": "not established",
            "degree": None,
        },
        "parts_at": None,
    }


def test_linchpins_bring_their_shares() -> None:
    found = sent(Query(Intent.LINCHPINS, BUILT))
    assert found["linchpins"][0] == {
        "statement": "will(town)",
        "share": 1.0,
        "share_degree": 1.0,
        "necessary": True,
        "sufficient": True,
    }


def test_what_does_not_apply_is_there_and_empty() -> None:
    found = sent(Query(Intent.HELP))
    assert found["answer"]["status"] is None
    assert found["explanation"] == {"steps": [], "alternatives": [], "missing": []}
    assert found["robust"].pop("at_degree") == {}
    assert set(found["robust"].values()) == {None}
    assert found["compare"] == {"a": {}, "b": {}, "parts_at": None}
    assert found["certificate"] is None


@pytest.mark.parametrize("unsafe", ["\x1b]0;x\x07", "\x9b31m", "\u202eabc", "\udcff", "\n", "\x7f"])
def test_nothing_that_a_terminal_obeys_gets_through(unsafe: str) -> None:
    case = Case.of(BASE)
    page = Page((Block(Role.ANSWER, (unsafe,)),))
    written = replace(answer(case, Query(Intent.HELP)), items=(unsafe.replace("\udcff", "\x85"),))
    line = encode(exchange(Reply(unsafe, written, page, (unsafe,))))
    assert line.isprintable()
    found = json.loads(line)
    assert unsafe not in found["question"] + found["answer"]["text"] + found["suggestions"][0]


def test_equal_answers_are_equal_bytes() -> None:
    case = Case.of(BASE)
    lines = {
        encode(exchange(Reply("", answer(case, Query(Intent.WHY_NOT, BUILT)), Page(()))))
        for _ in range(2)
    }
    assert len(lines) == 1


def test_a_page_is_told_in_one_paragraph() -> None:
    page = Page(
        (
            Block(Role.ANSWER, ("No.",)),
            Block(Role.LIST, ("This.", "That."), "Missing"),
            Block(Role.SUGGESTION, ("Why?",)),
        )
    )
    assert paragraph(page) == "No. Missing: This; That."


def test_problems_are_sent_with_their_place() -> None:
    found = json.loads(
        encode(
            problem_list(
                [
                    Problem("bad", "it is \x1b bad", Span("rules/a.yaml", 3, 5, 3, 9), "mend it"),
                    Problem("odd", "odd", severity=Severity.WARNING),
                ]
            )
        )
    )
    assert found == {
        "version": 1,
        "problems": [
            {
                "code": "bad",
                "severity": "error",
                "file": "rules/a.yaml",
                "line": 3,
                "column": 5,
                "message": "it is \N{REPLACEMENT CHARACTER} bad",
                "hint": "mend it",
            },
            {
                "code": "odd",
                "severity": "warning",
                "file": None,
                "line": None,
                "column": None,
                "message": "odd",
                "hint": "",
            },
        ],
    }
