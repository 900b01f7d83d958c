from __future__ import annotations

import json

import pytest

from arguendo.explanation.requirements import Also
from arguendo.export.queries import BadQuery, read_query
from arguendo.inquiry.query import Intent, Listing, Quantified, Quantity, Query, Step, Value
from arguendo.scenarios import Scenario
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import rulebase, statement

BASE = rulebase(
    vocabulary=Vocabulary(
        [
            Entity("town", "the town", "place", aliases=("city",)),
            Entity("ann", "Ann", "person"),
        ],
        [
            Predicate("rich", (Slot("place", ("place",)),), "{place} is rich"),
            Predicate("poor", (Slot("place", ("place",)),), "{place} is poor"),
            Predicate(
                "lives_in",
                (Slot("who", ("person",)), Slot("where", ("place",))),
                "{who} lives in {where}",
            ),
            Predicate("called", (Slot("name", ("text",)),), "it is called {name}"),
        ],
    ),
    contraries=[("rich(?x)", "poor(?x)")],
    scenarios=(Scenario("boom", "Boom"), Scenario("bust", "Bust")),
)


def read(**fields: object) -> Query:
    return read_query(json.dumps(fields), BASE)


def _of_several(**fields: object) -> dict[str, object]:
    asked = {"quantity": "which", "pattern": "rich(?who)"} | fields
    return {"intent": "ask", "quantified": asked}


def test_every_field_is_read() -> None:
    found = read(
        intent="what_if",
        statement="lives_in(ann,town)",
        assume={"rich(town)": True, "lives_in(ann, town)": False},
        entity="ann",
        list="open",
        by="town",
        degree="Very  likely",
        scenarios=["boom", "bust"],
        fall=True,
        also=["facts"],
        back="undo",
        denied=True,
        quantified={"quantity": "which", "pattern": "lives_in(?who, town)", "besides": ["ann"]},
        value={"place": 1, "relation": "is", "other": "3"},
        two=["ann", "town"],
        rival="rich(town)",
    )
    assert found == Query(
        Intent.WHAT_IF,
        statement("lives_in(ann, town)"),
        {statement("rich(town)"): True, statement("lives_in(ann, town)"): False},
        entity="ann",
        listing=Listing.OPEN,
        by="town",
        degree="very likely",
        scenarios=("boom", "bust"),
        fall=True,
        also=frozenset({Also.FACTS}),
        back=Step.UNDO,
        denied=True,
        quantified=Quantified(Quantity.WHICH, statement("lives_in(?who, town)"), besides=("ann",)),
        value=Value(1, "is", "3"),
        two=("ann", "town"),
        rival=statement("rich(town)"),
    )


def test_null_and_what_only_an_answer_has_count_as_absent() -> None:
    found = read(intent="help", statement=None, assume=None, scenarios=None, confidence=0.3)
    assert found == Query(Intent.HELP)


@pytest.mark.parametrize(
    ("fields", "message", "hint"),
    [
        ({}, "no intent", "ask, why"),
        ({"intent": "whynot"}, "no intent “whynot”", "“why_not”"),
        ({"intent": 3}, "not a text", ""),
        ({"intent": "ask", "statment": "rich(town)"}, "“statment”", "“statement”"),
        ({"intent": "ask"}, "needs the field “statement”", ""),
        ({"intent": "ask", "statement": "rihc(town)"}, "rihc", "“rich”"),
        ({"intent": "ask", "statement": "rich(twon)"}, "twon", "“town”"),
        ({"intent": "ask", "statement": "rich(city)"}, "city", "town"),
        ({"intent": "ask", "statement": "rich(ann)"}, "person", "the town"),
        ({"intent": "ask", "statement": "rich()"}, "1 argument", "rich(place)"),
        ({"intent": "ask", "statement": "rich(?x)"}, "variable", ""),
        ({"intent": "ask", "statement": "the town is rich"}, "sentence", "rich(town)"),
        ({"intent": "what_if", "assume": ["rich(town)"]}, "not an object", ""),
        ({"intent": "what_if", "assume": {"rich(town)": "yes"}}, "neither true nor false", ""),
        ({"intent": "what_if", "assume": {"rich(town)": True, "poor(town)": True}}, "exclude", ""),
        ({"intent": "describe", "entity": "The City"}, "The City", "town"),
        ({"intent": "list", "list": "fact"}, "fact", "“facts”"),
        ({"intent": "compare", "scenarios": ["bom", "bust"]}, "bom", "“boom”"),
        ({"intent": "compare", "scenarios": ["boom"] * 3}, "two", ""),
        ({"intent": "compare", "two": ["ann"]}, "two are compared, not 1", ""),
        ({"intent": "compare", "two": ["ann", "anne"]}, "anne", "“ann”"),
        ({"intent": "compare", "two": "ann"}, "not a list", ""),
        (_of_several(pattern="rich(town)"), "asks for nobody", "?who"),
        (_of_several(pattern="rihc(?who)"), "no statement", ""),
        (_of_several(among=["twon"]), "twon", "“town”"),
        (_of_several(quantity="whcih"), "whcih", "“which”"),
        (_of_several(amongst=["town"]), "amongst", "among"),
        (_of_several(value={"place": 4}), "no place 4", ""),
        (_of_several(quantity="most"), "“most” needs", "value"),
        (_of_several(quantity="least", value={"place": 0}), "“least” needs", "value"),
        (_of_several(value={"place": 0, "relation": "befor"}), "compares nothing", "is before"),
        ({"intent": "list", "list": "rules", "rule": "talkz"}, "no rule “talkz”", ""),
        ({"intent": "source", "paragraph": "¶99"}, "no paragraph “¶99”", ""),
        ({"intent": "help", "degree": "surely"}, "surely", "almost certain"),
    ],
)
def test_what_is_wrong_is_refused_with_the_nearest(
    fields: dict[str, object], message: str, hint: str
) -> None:
    with pytest.raises(BadQuery, match=r".") as refused:
        read(**fields)
    assert message in str(refused.value)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "3", '"ask"', "[" * 100_000, '"\udcff"', r'"\ud800"']
)
def test_what_is_not_an_object_is_refused(text: str) -> None:
    with pytest.raises(BadQuery):
        read_query(text, BASE)


def test_a_field_that_stands_twice_is_refused() -> None:
    with pytest.raises(BadQuery, match="“intent” stands twice"):
        read_query('{"intent": "list", "intent": "help"}', BASE)


def test_complaints_are_safe_to_print() -> None:
    with pytest.raises(BadQuery) as refused:
        read(intent="\x1b[31mred")
    assert "\x1b" not in str(refused.value)
