"""The JSON that other programs rely on, and what must come out of the shipped rule base."""

from __future__ import annotations

import json
from typing import Any

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import respond
from arguendo.conversation.state import State
from arguendo.export.queries import read_query
from arguendo.export.replies import exchange
from arguendo.export.wire import encode
from arguendo.inquiry.query import Intent

PRESSURE = "raises_pressure(china, north_korea)"
TALKS = "enters_negotiations(north_korea)"
ASSURANCE = "personally_assures(trump, xi, no_regime_change)"
PROMISE = "promises_pressure(xi, trump)"
INCENTIVES = "new_incentives(united_states, north_korea)"
GUARANTEES = "offers_guarantees(united_states, north_korea)"
SEOUL = "consults_closely(united_states, south_korea)"
ONE_VOICE = "speaks_with_one_voice(united_states)"
POMPEO = "publicly_supports(pompeo, regime_change)"
MIXED = "mixed_signals(united_states)"
CREDIBLE = "credible_assurance(united_states, china)"

STAND = {"status": str, "degree": str}
SIDE = {"scenario": str, "assumptions": {}, "displaced": [str], "status": str, "degree": str}
VALUE = ({"place": int, "relation": str, "other": str},)
ASKED_OF = ({"quantity": str, "pattern": str, "among": [str], "besides": [str], "value": VALUE},)
CONTRACT: dict[str, Any] = {
    "version": int,
    "rule_base": {"name": str, "digest": str},
    "question": str,
    "understood": {
        "intent": str,
        "statement": str,
        "assume": {},
        "entity": str,
        "list": str,
        "rule": str,
        "paragraph": str,
        "by": str,
        "degree": str,
        "scenarios": [str],
        "fall": bool,
        "also": [str],
        "cases": [{}],
        "denied": bool,
        "quantified": ASKED_OF,
        "value": VALUE,
        "two": [str],
        "rival": str,
        "confidence": float,
        "clarify": bool,
        "alternatives": [{"intent": str, "statement": str, "confidence": float}],
    },
    "case": {"scenario": str, "assumptions": {}, "displaced": [str], "as_of": str},
    "answer": {
        "status": str,
        "degree": str,
        "basis": str,
        "reason": str,
        "text": str,
        "weakest_links": [{"step": int, "rule": str, "degree": str}],
    },
    "explanation": {
        "steps": [
            {
                "n": int,
                "rule": str,
                "bindings": {},
                "grounds": [str],
                "uses": [int],
                "unless": [str],
                "claim": str,
                "degree": str,
                "qualifier": str,
                "source": [str],
                "basis": str,
            }
        ],
        "alternatives": [[int]],
        "missing": [
            {"rule": str, "claim": str, "holds": [str], "missing": [str], "rebutted_by": [str]}
        ],
    },
    "changes": [{"statement": str, "before": STAND, "after": STAND}],
    "requirements": [{"changes": {}, "degree": str}],
    "linchpins": [
        {
            "statement": str,
            "share": float,
            "share_degree": float,
            "necessary": bool,
            "sufficient": bool,
        }
    ],
    "robust": {
        "holds": int,
        "of": int,
        "always": bool,
        "never": bool,
        "error": float,
        "at_degree": {},
    },
    "items": [str],
    "sources": [str],
    "compare": {"a": SIDE, "b": SIDE, "parts_at": str},
    "suggestions": [str],
    "certificate": None,
}
"""A type stands for itself or null, a list for its items, `{}` for keys to true, text, a number; a
tuple for an object that may be null."""

QUERIES: tuple[dict[str, Any], ...] = (
    {"intent": "ask", "statement": PRESSURE},
    {"intent": "why", "statement": CREDIBLE, "assume": {ASSURANCE: True}},
    {"intent": "why_not", "statement": TALKS},
    {"intent": "what_if", "statement": PRESSURE, "assume": {ASSURANCE: True, PROMISE: True}},
    {"intent": "what_would_it_take", "statement": TALKS, "by": "trump", "degree": "likely"},
    {"intent": "what_follows", "statement": PRESSURE},
    {"intent": "linchpins", "statement": TALKS},
    {"intent": "describe", "entity": "china"},
    {"intent": "source", "statement": PRESSURE},
    {"intent": "recommend", "entity": "trump"},
    {"intent": "list", "list": "open"},
    {"intent": "assume", "assume": {PROMISE: True}},
    {"intent": "retract", "statement": POMPEO, "assume": {POMPEO: False}},
    {"intent": "compare", "statement": TALKS, "scenarios": ["article", "full_strategy"]},
    {"intent": "when", "statement": MIXED},
    {"intent": "consult", "statement": PRESSURE},
    {"intent": "help"},
    {"intent": "out_of_scope"},
)
OF_SEVERAL: tuple[dict[str, Any], ...] = (
    {"quantified": {"quantity": "which", "pattern": "publicly_supports(?who, regime_change)"}},
    {"statement": POMPEO, "denied": True, "value": {"place": 0}},
    {"intent": "list", "list": "rules", "rule": "talks"},
    {"intent": "source", "paragraph": "¶7"},
    {
        "quantified": {
            "quantity": "every",
            "pattern": "publicly_supports(?who, regime_change)",
            "among": ["pompeo"],
            "besides": ["trump"],
            "value": {"place": 1, "relation": "is less than", "other": "3"},
        }
    },
)
"""Questions of several, of days and numbers, and for one rule or paragraph."""


def put(case: Case, **fields: Any) -> Any:
    """Put a typed query, and read what another program reads."""
    _, reply = respond(State(case), read_query(json.dumps(fields), case.rulebase))
    return json.loads(encode(exchange(reply)))


def unlike(found: object, contract: object, place: str = "$") -> list[str]:
    """Say where an object is not as the contract has it."""
    if isinstance(contract, tuple):
        return [] if found is None else unlike(found, contract[0], place)
    if found is None or contract is None:
        atom = contract is None or isinstance(contract, type)
        return [] if found is None and atom else [f"{place}: {found}"]
    if isinstance(contract, type):
        fits = isinstance(found, contract) or (contract is float and isinstance(found, int))
        return [] if fits else [f"{place}: {found}"]
    if isinstance(contract, list):
        assert isinstance(found, list)
        return [
            w for n, each in enumerate(found) for w in unlike(each, contract[0], f"{place}[{n}]")
        ]
    assert isinstance(contract, dict)
    assert isinstance(found, dict)
    if not contract:
        return [f"{place}.{k}" for k, v in found.items() if not isinstance(v, str | int)]
    if not found and contract is SIDE:
        return []
    if list(found) != list(contract):
        return [f"{place}: {list(found)}"]
    return [w for name in contract for w in unlike(found[name], contract[name], f"{place}.{name}")]


@pytest.mark.parametrize("fields", QUERIES, ids=lambda fields: str(fields["intent"]))
def test_every_intent_gives_an_object_with_all_fields(
    article: Case, fields: dict[str, Any]
) -> None:
    found = put(article, **fields)
    assert unlike(found, CONTRACT) == []
    assert found["understood"]["intent"] == fields["intent"]
    assert found["answer"]["text"]


@pytest.mark.parametrize("fields", OF_SEVERAL)
def test_what_was_understood_can_be_put_again(article: Case, fields: dict[str, Any]) -> None:
    found = put(article, **{"intent": "ask"} | fields)
    assert unlike(found, CONTRACT) == []
    assert put(article, **found["understood"]) == found


def test_no_intent_is_left_out() -> None:
    assert [fields["intent"] for fields in QUERIES] == [intent.value for intent in Intent]


def test_the_comparison_with_the_contract_can_fail() -> None:
    assert unlike({"version": "1"}, {"version": int}) == ["$.version: 1"]
    assert unlike({}, CONTRACT)
    assert unlike({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": int}]})


@pytest.mark.parametrize(
    ("statement", "status", "degree"),
    [
        ("mixed_signals(united_states)", "holds", "almost certain"),
        ("cabinet_word_insufficient(united_states)", "holds", "almost certain"),
        (CREDIBLE, "not established", None),
        ("fears_regime_change(china)", "holds", "likely"),
        ("withholds_pressure(china)", "holds", "likely"),
        (TALKS, "not established", None),
        ("needed(deterrence)", "holds", "almost certain"),
        ("recommended(trump, personal_assurance)", "holds", "likely"),
        ("alliance_strain(united_states, south_korea)", "holds", "likely"),
    ],
)
def test_row_1_on_the_facts_alone(
    article: Case, statement: str, status: str, degree: str | None
) -> None:
    found = put(article, intent="ask", statement=statement)["answer"]
    assert (found["status"], found["degree"]) == (status, degree)


def test_row_2_the_assurance_alone_makes_it_credible_and_no_more(article: Case) -> None:
    found = put(article, intent="why_not", statement=PRESSURE, assume={ASSURANCE: True})
    after = {each["statement"]: each["after"] for each in found["changes"]}
    assert after[CREDIBLE]["status"] == "holds"
    assert after["border_concern_eased(china)"]["status"] == "holds"
    assert after["willing_to_risk(china)"] == {"status": "holds", "degree": "roughly even chance"}
    assert after["withholds_pressure(china)"]["status"] == "not established"
    assert found["answer"]["status"] == "not established"
    missing = {key for rule in found["explanation"]["missing"] for key in rule["missing"]}
    assert missing == {PROMISE, "honors_commitments(china)"}


def test_row_3_the_promise_raises_pressure_and_talks_lack_two_things(article: Case) -> None:
    assume = {ASSURANCE: True, PROMISE: True}
    found = put(article, intent="why_not", statement=TALKS, assume=assume)
    after = {each["statement"]: each["after"]["status"] for each in found["changes"]}
    for key in ("deal(trump, xi)", PRESSURE, "strategic_cooperation(united_states, china)"):
        assert after[key] == "holds"
    assert found["answer"]["status"] == "not established"
    rules = found["explanation"]["missing"]
    assert INCENTIVES in {key for rule in rules for key in rule["missing"]}
    blocked = {key for rule in rules for key in rule["rebutted_by"]}
    assert blocked == {"alliance_strain(united_states, south_korea)"}
    assert "consults South Korea closely" in found["answer"]["text"]


def test_row_4_talks_hang_on_five_weakest_links(article: Case) -> None:
    assume = dict.fromkeys((ASSURANCE, PROMISE, INCENTIVES, SEOUL), True)
    found = put(article, intent="why", statement=TALKS, assume=assume)["answer"]
    assert (found["status"], found["degree"]) == ("holds", "roughly even chance")
    weakest = {link["rule"]: link["degree"] for link in found["weakest_links"]}
    assert len(found["weakest_links"]) == 5
    assert set(weakest.values()) == {"roughly even chance"}
    assert "step 1" in found["text"]
    assert "four other links are equally weak" in found["text"]


def test_row_5_without_the_dissent_and_with_one_voice(article: Case) -> None:
    key = "cabinet_word_insufficient(united_states)"
    found = put(article, intent="ask", statement=key, assume={POMPEO: False})
    assert found["answer"]["status"] == "holds"
    assert "unclear_who_speaks(united_states)" in found["explanation"]["steps"][0]["grounds"]
    voice = put(article, intent="what_if", statement=CREDIBLE, assume={ONE_VOICE: True})
    assert voice["answer"]["status"] == "holds"
    assert voice["explanation"]["steps"][0]["rule"] == "cabinet-word-credible"
    assert voice["case"]["displaced"] == ["unclear_who_speaks(united_states)"]
    split = {ONE_VOICE: True, "publicly_supports(trump, regime_change)": True}
    found = put(article, intent="what_if", statement=CREDIBLE, assume=split)
    assert found["answer"]["status"] == "not established"


def test_row_6_exactly_two_smallest_sets_lead_to_talks(article: Case) -> None:
    found = put(article, intent="what_would_it_take", statement=TALKS)["requirements"]
    core = {ASSURANCE, PROMISE, SEOUL}
    assert [set(each["changes"]) for each in found] in (
        [core | {INCENTIVES}, core | {GUARANTEES}],
        [core | {GUARANTEES}, core | {INCENTIVES}],
    )
