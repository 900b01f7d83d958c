"""Tampering with the JSON form of certificates: what is not true is rejected, and nothing crashes.

One change is made at one place of the object: a scalar or a whole part replaced, a key dropped,
added or renamed, a list item dropped, repeated or moved. What is accepted all the same must say
what a valuation of its case says, so that it is as true as before.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.certificates.certificate import Certificate
from arguendo.certificates.issuing import certify
from arguendo.conversation.dialogue import respond
from arguendo.conversation.state import State
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
from arguendo.statements import Statement
from tests.builders import statement
from tests.certified import EVERYTHING
from tests.propositional import STATEMENTS, programs

Path: TypeAlias = tuple[str | int, ...]
Change: TypeAlias = Callable[[Any], None]
"""Changes an object in place."""

BASE = replace(EVERYTHING, digest="d")
CASES: list[dict[str, int]] = [{}, {"s(a)": 5}, {"no(b)": 5, "z(a)": 0}]

SCALARS: list[object] = [
    *(None, True, False, -1, 0, 1, 2, 10**30, 1.0, 0.5, float("nan")),
    *(
        "",
        "a",
        "b",
        "x",
        "?x",
        "any",
        "weak",
        "p(a)",
        "u(a)",
        "no(b)",
        "p(",
        "é",
        "\ud800",
        "\x1b[0m",
    ),
    *("likely", "established", "roughly even chance", "holds", "contested", "not established"),
    *("2017-08-16", "d", [], {}, ["p(a)"], {"x": "a"}),
]


def forms(base: RuleBase, cases: Iterable[Mapping[str, int]]) -> Any:
    """The object for the certificates of some cases, of all their statements."""
    made = [case_of(base, {statement(key): d for key, d in some.items()}) for some in cases]
    return json.loads(encode(written(tuple(certify(c, c.graph.statements) for c in made), base)))


def case_of(base: RuleBase, made: Mapping[Statement, int], day: str | None = None) -> Case:
    return Case.of(base, editing=True).assume_all(made).on(day)


def places(found: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Go through an object and all of its parts."""
    yield path, found
    inner: Iterable[tuple[str | int, object]] = ()
    if isinstance(found, dict):
        inner = found.items()
    elif isinstance(found, list):
        inner = enumerate(found)
    for key, part in inner:
        yield from places(part, (*path, key))


def changes(found: object, scalars: Sequence[object]) -> Iterator[tuple[str, Change]]:
    """Go through the single changes of an object, each with what kind of change it is."""
    for path, part in places(found):
        if path:
            yield from (("replace", _setting(path, each)) for each in scalars)
            yield "drop", _dropping(path)
        if isinstance(part, dict):
            for key in part:
                yield "rename", _renaming(path, key)
            yield "add", _setting((*path, "more"), 1)
        if isinstance(part, list):
            for place in range(len(part)):
                yield "repeat", _inserting(path, place, place)
                yield "move", _inserting(path, place, -1)
                yield "swap", _swapping(path, place, (place + 1) % len(part))


def _at(found: Any, path: Path) -> Any:
    for key in path:
        found = found[key]
    return found


def _setting(path: Path, value: object) -> Change:
    return lambda found: _at(found, path[:-1]).__setitem__(path[-1], value)


def _dropping(path: Path) -> Change:
    return lambda found: _at(found, path[:-1]).__delitem__(path[-1])


def _renaming(path: Path, key: str) -> Change:
    def change(found: Any) -> None:
        part = _at(found, path)
        part[key + "s"] = part.pop(key)

    return change


def _inserting(path: Path, place: int, where: int) -> Change:
    def change(found: Any) -> None:
        part = _at(found, path)
        part.insert(where, part[place] if where == place else part.pop(place))

    return change


def _swapping(path: Path, one: int, other: int) -> Change:
    def change(found: Any) -> None:
        part = _at(found, path)
        part[one], part[other] = part[other], part[one]

    return change


def verdict(text: str, base: RuleBase) -> str:
    """Have a text verified as `arguendo verify` does; what is accepted must be true."""
    try:
        certificates = read_certificates(text, base)
        checked(certificates, base)
    except BadCertificate:
        return "unreadable"
    except Rejected:
        return "rejected"
    for each in certificates:
        assert_true(each, base)
    found = json.loads(text)
    if "certificate" in found:
        assert_answered(found, base)
    return "true"


def assert_answered(found: Any, base: RuleBase) -> None:
    """Compare what an answer says of its case with a valuation of it."""
    goal, top = found["understood"]["statement"], base.scale.top
    made = {statement(key): top * true for key, true in found["case"]["assumptions"].items()}
    case = case_of(base, made, found["case"].get("as_of"))
    said = found["answer"]
    told = [(case, said.get("status"), said.get("degree"))]
    for each in found["requirements"]:
        changed = {statement(key): top * true for key, true in each["changes"].items()}
        told.append((case.assume_all(changed), "holds", each["degree"]))
    for then, status, degree in told:
        if goal is not None and status is not None:
            standing = then.standing(statement(goal))
            assert (status, degree) == (standing.status.value, base.scale.word(standing.degree))


def assert_true(certificate: Certificate, base: RuleBase) -> None:
    """Compare all that a certificate says with a valuation of the case that it is about."""
    case = case_of(base, certificate.assumptions, certificate.as_of)
    assert dict(case.assumptions) == dict(certificate.assumptions)
    said = {holding.statement: holding.degree for holding in certificate.holdings}
    degrees = zip(case.graph.statements, case.valuation.degrees, strict=True)
    assert said == {each: degree for each, degree in degrees if degree}
    for claim in certificate.claims:
        standing = case.standing(claim.statement)
        assert (claim.status, claim.degree) == (standing.status.value, standing.degree)


def answered() -> Any:
    """The object of an answer that says what it would take."""
    query = Query(Intent.WHAT_WOULD_IT_TAKE, statement("z(a)"), assume={statement("p(a)"): False})
    answer = respond(State(Case.of(BASE)), query)[1]
    return json.loads(encode(exchange(answer, written(certificates_of(answer.answer), BASE))))


def tampered(found: Any, base: RuleBase, every: int = 1) -> Counter[str]:
    """Make every so manieth single change; return how many of each kind had which verdict."""
    count = Counter[str]()
    assert verdict(json.dumps(found), base) == "true"
    for number, (kind, change) in enumerate(changes(found, SCALARS)):
        if number % every == 0:
            forged = deepcopy(found)
            change(forged)
            count[f"{kind}: {verdict(json.dumps(forged), base)}"] += 1
    return count


def test_no_change_makes_a_certificate_say_what_is_not_so() -> None:
    count = tampered(forms(BASE, CASES), BASE, every=41)
    assert count["replace: rejected"] > 20
    assert count["replace: unreadable"] > 20
    assert count["drop: rejected"] > 0


def test_no_change_of_an_answer_leaves_something_false_proven() -> None:
    count = tampered(answered(), BASE, every=41)
    assert count["replace: rejected"] > 20


@pytest.mark.parametrize("field", ["holds", "of", "always", "never", "at_degree"])
def test_counts_that_do_not_fit_each_other_are_rejected(field: str) -> None:
    found = answered()
    other = {"holds": 10**3, "of": 0, "at_degree": {"likely": 10**3}}
    found["robust"][field] = other.get(field, not found["robust"][field])
    assert verdict(json.dumps(found), BASE) == "rejected"


@pytest.mark.evidence
def test_no_single_change_of_any_part_does() -> None:
    count = tampered(forms(BASE, CASES), BASE) + tampered(answered(), BASE)
    for kind, number in sorted(count.items()):
        sys.stdout.write(f"{kind:24} {number:6}\n")


thorough = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
made = st.dictionaries(st.sampled_from(STATEMENTS), st.integers(0, 5), max_size=3)


def change_at_random(
    base: RuleBase, cases: Sequence[Mapping[str, int]], data: st.DataObject
) -> None:
    base = replace(base, digest="d")
    found = forms(base, cases)
    parts = [part for _, part in places(found)]
    for _ in range(data.draw(st.integers(1, 3))):
        value = deepcopy(data.draw(st.sampled_from([*SCALARS, *parts])))
        options = list(changes(found, [value]))
        if options:
            data.draw(st.sampled_from(options))[1](found)
    text = json.dumps(found)
    if data.draw(st.integers(0, 4)) == 0:
        place = data.draw(st.integers(0, len(text)))
        end = place + data.draw(st.integers(0, 4))
        text = text[:place] + data.draw(st.text(max_size=3)) + text[end:]
    verdict(text, base)


@settings(thorough, max_examples=20)
@given(base=programs(), cases=st.lists(made, min_size=1, max_size=2), data=st.data())
def test_changed_certificates_of_random_rules_are_true_or_rejected(
    base: RuleBase, cases: list[dict[str, int]], data: st.DataObject
) -> None:
    change_at_random(base, cases, data)


@pytest.mark.evidence
@settings(thorough, max_examples=3000)
@given(base=programs(), cases=st.lists(made, min_size=1, max_size=2), data=st.data())
def test_many_changed_certificates_are_true_or_rejected(
    base: RuleBase, cases: list[dict[str, int]], data: st.DataObject
) -> None:
    change_at_random(base, cases, data)
