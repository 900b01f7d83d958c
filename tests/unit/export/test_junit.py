from __future__ import annotations

from xml.etree import ElementTree

from arguendo.case import Case
from arguendo.export.junit import junit
from arguendo.scenarios import Expectation, Scenario
from arguendo.span import Span
from arguendo.statements import Predicate
from arguendo.testing.outcomes import expected_of, outcomes
from arguendo.vocabulary import Vocabulary
from tests.builders import rulebase, statement


def written(*scenarios: Scenario, says: str = "it rains") -> ElementTree.Element:
    vocabulary = Vocabulary(
        predicates=[Predicate("rain", (), says), Predicate("sun", (), "it shines")]
    )
    case = Case.of(rulebase(vocabulary=vocabulary, facts=["sun()"], tests=scenarios))
    found = [(each, tuple(outcomes(case, each))) for each in expected_of(case)]
    return ElementTree.fromstring(junit(case, found))


def span(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 2)


RAINS = Expectation(statement("rain()"), "holds", span=span("a.yaml", 7))
SHINES = Expectation(statement("sun()"), "holds")


def test_a_suite_a_file_and_a_case_an_expectation() -> None:
    root = written(
        Scenario("one", "One", (), (SHINES, RAINS), span=span("a.yaml", 2)),
        Scenario("two", "Two", (), (SHINES,), span=span("b.yaml", 2)),
        Scenario("three", "Three", span=span("a.yaml", 9)),
    )
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "4", "1")
    first, second = root
    assert (first.get("name"), first.get("tests"), first.get("failures")) == ("a.yaml", "3", "1")
    assert (second.get("name"), second.get("tests"), second.get("failures")) == ("b.yaml", "1", "0")
    assert [(case.get("classname"), case.get("name")) for case in first] == [
        ("one", "it shines: holds"),
        ("one", "it rains: holds"),
        ("three", "Three"),
    ]


def test_a_failure_has_message_place_and_why() -> None:
    root = written(Scenario("one", "One", (), (RAINS,)))
    (case,) = root.iter("testcase")
    (failed,) = case
    assert (case.get("file"), case.get("line")) == ("a.yaml", "7")
    assert (failed.get("type"), failed.get("message")) == (
        "status",
        "expected holds; got not established",
    )
    assert failed.text is not None
    lines = failed.text.splitlines()
    assert lines[:2] == ["it rains: expected holds, got not established", "at a.yaml:7:1"]
    assert len(lines) > 2


def test_what_xml_cannot_say_is_dropped_and_the_rest_escaped() -> None:
    root = written(Scenario("one", "One", (), (RAINS,)), says='<it> & "rains" \x1b[31m\x00\ud800')
    (case,) = root.iter("testcase")
    assert case.get("name") == '<it> & "rains" [31m: holds'
