"""What came of scenarios and tests as JUnit XML, the form that build servers read.

A suite a file, a class a scenario or test, a case an expectation. There is no one standard; this
keeps to what the Apache Ant task writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from arguendo.case import Case
from arguendo.scenarios import Scenario
from arguendo.testing.outcomes import Outcome
from arguendo.wording.expectations import failure, wanted
from arguendo.wording.teller import Teller

_NOT_XML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (section 2.2), and the control characters that it advises against."""


def junit(case: Case, found: Sequence[tuple[Scenario, Sequence[Outcome]]]) -> bytes:
    """Write a run of scenarios and tests as an XML document in UTF-8."""
    root = ElementTree.Element("testsuites", name=_clean(case.rulebase.name))
    suites: dict[str, ElementTree.Element] = {}
    for scenario, outcomes in found:
        file = scenario.span.file if scenario.span else case.rulebase.name
        if file not in suites:
            suites[file] = ElementTree.SubElement(root, "testsuite", name=_clean(file))
        if not outcomes:
            _case(suites[file], scenario, scenario.title)
        for outcome in outcomes:
            _expectation(suites[file], scenario, outcome)
    for element in (root, *suites.values()):
        element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
        element.set("failures", str(sum(1 for _ in element.iter("failure"))))
        element.set("errors", "0")
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _expectation(suite: ElementTree.Element, scenario: Scenario, outcome: Outcome) -> None:
    teller, expected = Teller(outcome.case), outcome.expectation
    name = f"{teller.says(expected.statement)}: {wanted(teller, expected)}"
    case = _case(suite, scenario, name)
    if expected.span:
        case.set("file", _clean(expected.span.file))
        case.set("line", str(expected.span.line))
    if outcome.reason:
        told = failure(outcome)
        faults = ", ".join(fault.value for fault in outcome.reason.faults)
        message = f"expected {told.expected}; got {told.got}"
        element = ElementTree.SubElement(case, "failure", message=_clean(message), type=faults)
        lines = [told.summary, *([f"at {told.span}"] if told.span else []), *told.why]
        element.text = _clean("\n".join(lines))


def _case(suite: ElementTree.Element, scenario: Scenario, name: str) -> ElementTree.Element:
    about = {"classname": _clean(scenario.id), "name": _clean(name), "time": "0"}
    return ElementTree.SubElement(suite, "testcase", about)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
