from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.conversation.dialogue import respond
from arguendo.conversation.state import State
from arguendo.explanation.requirements import Also
from arguendo.export.certificates import (
    BadCertificate,
    Rejected,
    certificates_of,
    checked,
    read_certificates,
    written,
)
from arguendo.export.replies import exchange
from arguendo.export.wire import encode
from arguendo.inquiry.query import Intent, Query
from arguendo.rulebase import RuleBase
from tests.builders import rule, rulebase, statement
from tests.propositional import STATEMENTS, programs

BASE = replace(
    rulebase(
        facts=["p(a)"],
        questions=["q(a)", "r(a)"],
        rules=[rule("r", if_=["p(?x)", "q(?x)", "r(?x)"], then="goal(?x)", qualifier=2)],
    ),
    digest="d",
)


def certified(intent: Intent, goal: str = "goal(a)", **more: Any) -> Any:
    """The object of a certified answer."""
    return answered(Case.of(BASE), Query(intent, statement(goal), **more))


def answered(case: Case, query: Query) -> Any:
    reply = respond(State(case), query)[1]
    certificate = written(certificates_of(reply.answer), case.rulebase)
    return json.loads(encode(exchange(reply, certificate)))


def held(found: Any, base: RuleBase = BASE) -> int:
    return checked(read_certificates(json.dumps(found), base), base)


@pytest.mark.parametrize("intent", [Intent.ASK, Intent.WHY_NOT, Intent.WHAT_FOLLOWS, Intent.LIST])
def test_an_answer_is_proven_after_writing_and_reading(intent: Intent) -> None:
    assert held(certified(intent)) > 0


def test_what_it_would_take_is_proven_set_by_set() -> None:
    found = certified(Intent.WHAT_WOULD_IT_TAKE)
    claims = [model["claims"][0]["status"] for model in found["certificate"]["models"]]
    assert claims == ["not established", "holds"]
    assert held(found) == 5


def test_a_what_if_is_proven_before_and_after() -> None:
    found = certified(Intent.WHAT_IF, assume={statement("q(a)"): True, statement("r(a)"): True})
    after, before = found["certificate"]["models"]
    assert after["assumptions"] == {"q(a)": "established", "r(a)": "established"}
    assert before["assumptions"] == {}
    assert after["holding"][-1]["bindings"] == {"x": "a"}
    assert held(found) == 5


made = st.dictionaries(st.sampled_from(STATEMENTS), st.booleans(), max_size=2)


@settings(deadline=None, max_examples=40)
@given(
    base=programs(),
    earlier=made,
    assume=made,
    intent=st.sampled_from(Intent),
    goal=st.sampled_from(STATEMENTS),
    fall=st.booleans(),
)
def test_every_answer_says_what_its_certificate_proves(
    base: RuleBase,
    earlier: dict[str, bool],
    assume: dict[str, bool],
    intent: Intent,
    goal: str,
    fall: bool,
) -> None:
    case = Case.of(base, editing=True)
    for key, true in earlier.items():
        case = case.assume(statement(key), None if true else 0)
    laid = {statement(key): true for key, true in assume.items()}
    found = answered(case, Query(intent, statement(goal), assume=laid, fall=fall))
    assert held(found, base) >= 0


def test_both_sides_of_a_comparison_are_proven() -> None:
    found = certified(Intent.COMPARE, assume={statement("q(a)"): True, statement("r(a)"): True})
    assert found["answer"]["status"] == found["compare"]["b"]["status"] == "holds"
    assert held(found) == 6
    found["compare"]["a"]["status"] = "holds"
    with pytest.raises(Rejected, match="something else"):
        held(found)


def test_what_follows_is_proven_with_and_without() -> None:
    found = certified(Intent.WHAT_FOLLOWS, "q(a)", assume={statement("r(a)"): True})
    models = found["certificate"]["models"]
    assert [model["assumptions"].get("q(a)", "") for model in models] == ["", None, "established"]
    assert [each["statement"] for each in found["changes"]] == ["goal(a)"]
    assert held(found) == 8


def test_what_makes_a_goal_fall_is_proven() -> None:
    assume = {statement("q(a)"): True, statement("r(a)"): True}
    also = frozenset({Also.FACTS})
    found = certified(Intent.WHAT_WOULD_IT_TAKE, assume=assume, fall=True, also=also)
    assert [each["changes"] for each in found["requirements"]] == [{"p(a)": False}]
    assert held(found) > 0


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("rule_base", "digest"), "other"),
        (("case", "assumptions", "q(a)"), False),
        (("case", "assumptions", "p(a)"), False),
        (("case", "as_of"), "2017-08"),
        (("answer", "degree"), "established"),
        (("understood", "statement"), "q(a)"),
        (("changes", 0, "before", "status"), "holds"),
        (("changes", 0, "after", "degree"), None),
        (("changes", 0, "statement"), "p(a)"),
    ],
)
def test_an_answer_about_something_else_is_rejected(
    place: tuple[str | int, ...], value: object
) -> None:
    found = certified(Intent.WHAT_IF, assume={statement("q(a)"): True, statement("r(a)"): True})
    part = found
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    with pytest.raises(Rejected, match="answer"):
        read_certificates(json.dumps(found), BASE)


def test_requirements_that_do_not_do_are_rejected() -> None:
    found = certified(Intent.WHAT_WOULD_IT_TAKE)
    found["requirements"][0]["changes"] = {"q(a)": True}
    with pytest.raises(Rejected, match="something else"):
        read_certificates(json.dumps(found), BASE)


@pytest.mark.parametrize("day", ["2017-99", "soon", "2017-02-30"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    found = certified(Intent.ASK)["certificate"]
    found["models"][0]["as_of"] = day
    with pytest.raises(BadCertificate, match="neither a day nor a month"):
        read_certificates(json.dumps(found), BASE)


def test_an_answer_that_lacks_a_part_is_no_answer() -> None:
    found = certified(Intent.ASK)
    del found["understood"]
    with pytest.raises(BadCertificate, match="understood"):
        read_certificates(json.dumps(found), BASE)


def test_a_certificate_stands_alone_too() -> None:
    assert held(certified(Intent.LIST)["certificate"]) == 1


def test_an_answer_that_says_more_than_its_certificate_is_rejected() -> None:
    found = certified(Intent.ASK)
    found["answer"]["status"] = "holds"
    with pytest.raises(Rejected, match="something else"):
        read_certificates(json.dumps(found), BASE)


def test_a_model_with_a_flaw_is_rejected() -> None:
    found = certified(Intent.ASK)
    found["certificate"]["models"][0]["holding"].clear()
    with pytest.raises(Rejected, match=r"p\(a\) follows"):
        held(found)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("statement", "p(?x)"),
        ("statement", "p( a )"),
        ("statement", "\x1b[31m"),
        ("degree", "certain"),
        ("rank", "high"),
        ("extra", 1),
    ],
)
def test_what_cannot_be_read_is_no_certificate(place: str, value: object) -> None:
    found = certified(Intent.ASK)
    found["certificate"]["models"][0]["holding"][0][place] = value
    with pytest.raises(BadCertificate) as caught:
        read_certificates(json.dumps(found), BASE)
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "{}", "\x00", '{"certificate": 1}', "[" * 10_000])
def test_what_is_no_object_is_no_certificate(text: str) -> None:
    with pytest.raises(BadCertificate):
        read_certificates(text, BASE)


def test_another_version_is_refused() -> None:
    found = certified(Intent.ASK)["certificate"]
    with pytest.raises(BadCertificate, match="version 9"):
        read_certificates(json.dumps({**found, "version": 9}), BASE)
    with pytest.raises(Rejected, match="nothing"):
        read_certificates(json.dumps({**found, "models": []}), BASE)
