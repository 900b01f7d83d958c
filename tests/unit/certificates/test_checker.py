"""Certificates of random cases are sound, and no tampered one passes for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.certificates.certificate import Applied, Certificate, Claim, Holding
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from arguendo.valuation import Status
from tests.builders import rule, rulebase, statement, statements
from tests.certified import EVERYTHING
from tests.propositional import STATEMENTS, programs

thorough = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
degrees = st.integers(0, 5)
assumed = st.dictionaries(st.sampled_from(STATEMENTS), degrees, max_size=3)


def case_of(base: RuleBase, made: dict[str, int]) -> Case:
    case = Case.of(base, editing=True)
    return case.assume_all({statement(key): degree for key, degree in made.items()})


def certificate_of(case: Case) -> Certificate:
    return certify(case, [*case.graph.statements, *statements(*STATEMENTS)])


def found(case: Case, certificate: Certificate) -> list[str]:
    return list(flaws(case.rulebase, certificate))


@thorough
@given(base=programs(), made=assumed)
def test_every_case_has_a_certificate_without_flaws(base: RuleBase, made: dict[str, int]) -> None:
    case = case_of(base, made)
    assert found(case, certificate_of(case)) == []


@st.composite
def tampered(draw: st.DrawFn, sound: Certificate) -> Certificate:
    """One change to a certificate, of any part of it."""
    holdings, claims = list(sound.holdings), list(sound.claims)
    made = dict(sound.assumptions)
    keys = st.sampled_from(statements(*STATEMENTS))
    places = st.integers(0, max(len(holdings) - 1, 0))
    applied = st.builds(
        Applied, st.sampled_from(["r0", "r1", "x"]), st.integers(-1, 1), st.just(())
    )
    what = draw(st.sampled_from(["drop", "add", "degree", "rank", "by", "claim", "assume", "swap"]))
    assume(holdings or what not in ("drop", "degree", "rank", "by", "swap"))
    place = draw(places)
    match what:
        case "drop":
            del holdings[place]
        case "add":
            by = draw(st.none() | applied)
            holdings.append(Holding(draw(keys), draw(degrees), draw(st.integers(0, 3)), by))
        case "degree":
            holdings[place] = replace(holdings[place], degree=draw(degrees))
        case "rank":
            holdings[place] = replace(holdings[place], rank=draw(st.integers(-1, 4)))
        case "by":
            holdings[place] = replace(holdings[place], by=draw(st.none() | applied))
        case "swap":
            holdings[place] = replace(holdings[place], statement=draw(keys))
        case "claim":
            status = draw(st.sampled_from([each.value for each in Status]))
            claims.append(Claim(draw(keys), status, draw(degrees)))
        case "assume":
            made[draw(keys)] = draw(degrees)
    return replace(sound, holdings=tuple(holdings), claims=tuple(claims), assumptions=made)


def said(certificate: Certificate) -> tuple[object, ...]:
    """What a certificate amounts to: how surely each statement holds, and all claims."""
    held = {holding.statement: holding.degree for holding in certificate.holdings}
    return held, frozenset(certificate.claims)


def reject_unless_true(base: RuleBase, made: dict[str, int], data: st.DataObject) -> None:
    """Tamper with a certificate; it must be rejected, or be what its assumptions do come to."""
    case = case_of(base, made)
    forged = data.draw(tampered(certificate_of(case)))
    if not found(case, forged):
        meant = {each.key: degree for each, degree in forged.assumptions.items()}
        assert said(forged) == said(certificate_of(case_of(base, meant)))


@thorough
@given(base=programs(), made=assumed, data=st.data())
def test_a_tampered_certificate_is_rejected(
    base: RuleBase, made: dict[str, int], data: st.DataObject
) -> None:
    reject_unless_true(base, made, data)


@pytest.mark.evidence
@settings(thorough, max_examples=20_000)
@given(base=programs(), made=assumed, data=st.data())
def test_many_tampered_certificates_are_rejected(
    base: RuleBase, made: dict[str, int], data: st.DataObject
) -> None:
    reject_unless_true(base, made, data)


@pytest.mark.parametrize(
    "made", [{}, {"s(a)": 5}, {"no(b)": 5}, {"z(a)": 0}, {"e(a, b)": 0, "s(b)": 1}, {"w(b)": 5}]
)
def test_variables_comparisons_overrides_and_circles_are_certified(made: dict[str, int]) -> None:
    case = case_of(EVERYTHING, made)
    assert found(case, certify(case, case.graph.statements)) == []


def test_what_holds_has_a_lower_rank_below_it() -> None:
    case = case_of(EVERYTHING, {})
    held = {holding.statement.key: holding for holding in certify(case).holdings}
    assert (held["p(a)"].rank, held["u(b)"].rank, held["v(b)"].rank) == (0, 1, 2)
    assert held["y()"].by == Applied("always", 0, ())


def test_a_rank_is_that_of_the_shallowest_proof() -> None:
    base = rulebase(
        facts=["p(a)", "q(a)"],
        rules=[
            rule("first", if_=["p(?x)"], then="r(?x)"),
            rule("long", if_=["p(?x)", "r(?x)"], then="s(?x)"),
            rule("short", if_=["q(?x)"], then="s(?x)"),
        ],
    )
    held = {holding.statement.key: holding for holding in certify(Case.of(base)).holdings}
    assert (held["s(a)"].rank, held["s(a)"].by) == (1, Applied("short", 0, (("?x", "a"),)))


def forged(*changes: Holding, drop: Sequence[str] = ()) -> list[str]:
    """The flaws of a certificate of the base with some holdings replaced."""
    case = case_of(EVERYTHING, {})
    sound = certify(case)
    new = {each.statement: each for each in (*sound.holdings, *changes)}
    kept = tuple(each for each in new.values() if each.statement.key not in drop)
    return found(case, replace(sound, holdings=kept))


def test_a_circle_supports_nothing() -> None:
    by = (("?x", "a"),)
    round_ = Holding(statement("v(a)"), 5, 1, Applied("round", 0, by))
    about = Holding(statement("u(a)"), 5, 2, Applied("about", 0, by))
    assert forged(round_, about) != []


def test_a_consequence_left_out_is_missed() -> None:
    assert forged(drop=["m(a)"]) == ["m(a) follows, and does not hold so surely"]


def test_a_displaced_fact_is_no_support() -> None:
    case = case_of(EVERYTHING, {"no(b)": 5})
    sound = certify(case)
    fact = Holding(statement("q(b)"), 2, 0)
    assert found(case, replace(sound, holdings=(*sound.holdings, fact))) != []


def test_a_blocked_rule_gives_nothing() -> None:
    case = case_of(EVERYTHING, {"s(a)": 5})
    sound = certify(case)
    blocked = Holding(statement("w(a)"), 5, 1, Applied("but", 0, (("?x", "a"),)))
    assert found(case, replace(sound, holdings=(*sound.holdings, blocked))) != []


def test_two_contraries_are_not_assumed_at_once() -> None:
    case = case_of(EVERYTHING, {})
    both: dict[Statement, int] = dict.fromkeys(statements("q(a)", "no(a)"), 5)
    assert any("contrary" in flaw for flaw in found(case, replace(certify(case), assumptions=both)))


def test_another_rule_base_is_refused() -> None:
    case = case_of(EVERYTHING, {})
    other = replace(certify(case), digest="other")
    assert found(case, other) == ["it was made for another rule base"]
