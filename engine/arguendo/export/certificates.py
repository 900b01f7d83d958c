"""Certificates of answers as JSON, written and read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from arguendo.case import Case
from arguendo.certificates.certificate import Applied, Certificate, Claim, Holding
from arguendo.certificates.checker import flaws
from arguendo.certificates.issuing import certify
from arguendo.explanation.requirements import apply
from arguendo.explanation.robustness import confirmed
from arguendo.export import wire
from arguendo.export.agreement import disagreement
from arguendo.inquiry.answer import Answer
from arguendo.problems import printable
from arguendo.rulebase import RuleBase
from arguendo.scale import NONE
from arguendo.statements import Statement, parse_statement
from arguendo.vocabulary.words import is_date


class BadCertificate(Exception):
    """A text is no certificate, or says something that the rule base has no word for."""


class Rejected(Exception):
    """A certificate does not prove what it claims."""


def certificates_of(answer: Answer) -> tuple[Certificate, ...]:
    """Make the certificates of an answer: the case it is about first, then others it speaks of."""
    goal = [answer.query.statement] if answer.query.statement else []
    changed = [change.statement for change in answer.changes]
    found = [certify(answer.case, [*goal, *answer.about, *changed])]
    found += [certify(case, [*goal, *changed]) for case in _others(answer)]
    return tuple(found)


def _others(answer: Answer) -> Iterator[Case]:
    goal = answer.query.statement
    if answer.comparison:
        yield from (answer.comparison.first, answer.comparison.second)
    elif answer.consequences and goal:
        yield from (answer.case.suppose_away(goal), answer.case.assume(goal))
    elif answer.changes:
        yield answer.before
    if answer.requirements:
        yield from (apply(answer.case, each.changes) for each in answer.requirements.found)


def checked(certificates: tuple[Certificate, ...], rulebase: RuleBase) -> int:
    """Check certificates; return how many statements they hold. Raises `Rejected`."""
    for certificate in certificates:
        flaw = next(flaws(rulebase, certificate), None)
        if flaw:
            raise Rejected(printable(flaw))
    return sum(len(certificate.holdings) for certificate in certificates)


def confirm(answer: Answer) -> None:
    """Have the solver confirm what is said of all combinations. Raises `Rejected`."""
    goal, found = answer.query.statement, answer.robustness
    if goal and found and not confirmed(answer.case, goal, found):
        raise Rejected("the solver does not confirm in how many cases it holds")


def written(certificates: tuple[Certificate, ...], rulebase: RuleBase) -> wire.Certificate:
    """Make the object for certificates on one rule base."""
    word = rulebase.scale.word
    models = (
        wire.Model(
            {statement.key: word(degree) for statement, degree in each.assumptions.items()},
            each.as_of,
            tuple(_held(holding, word(holding.degree) or "") for holding in each.holdings),
            tuple(wire.Claimed(c.statement.key, c.status, word(c.degree)) for c in each.claims),
        )
        for each in certificates
    )
    return wire.Certificate(wire.VERSION, rulebase.digest, tuple(models))


def _held(holding: Holding, degree: str) -> wire.Held:
    by = holding.by
    if by is None:
        return wire.Held(holding.statement.key, degree, holding.rank)
    bindings = {variable.removeprefix("?"): term for variable, term in by.bindings}
    return wire.Held(holding.statement.key, degree, holding.rank, by.rule, by.branch, bindings)


def read_certificates(text: str | bytes, rulebase: RuleBase) -> tuple[Certificate, ...]:
    """Read the certificate of an answer, or one alone. Raises `BadCertificate` and `Rejected`.

    The answer that it belongs to must say what the certificate claims.
    """
    try:
        found = msgspec.json.decode(text, type=dict[str, Any])
        said = found if "certificate" in found else None
        written = msgspec.convert(said["certificate"] if said else found, wire.Certificate)
        other = disagreement(said, written) if said and written.models else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise BadCertificate(f"this is no certificate: {printable(str(error))}") from error
    if written.version != wire.VERSION:
        raise BadCertificate(f"this is a certificate of version {written.version}")
    certificates = tuple(_model(each, written.rule_base, rulebase) for each in written.models)
    if not certificates:
        raise Rejected("it proves nothing")
    if other:
        raise Rejected(printable(other))
    return certificates


def _model(model: wire.Model, digest: str, rulebase: RuleBase) -> Certificate:
    if model.as_of is not None and not is_date(model.as_of):
        raise BadCertificate(f"“{printable(model.as_of)}” is neither a day nor a month")
    return Certificate(
        digest,
        {_statement(key): _degree(word, rulebase) for key, word in model.assumptions.items()},
        tuple(
            Holding(
                _statement(each.statement), _degree(each.degree, rulebase), each.rank, _by(each)
            )
            for each in model.holding
        ),
        tuple(
            Claim(_statement(each.statement), each.status, _degree(each.degree, rulebase))
            for each in model.claims
        ),
        model.as_of,
    )


def _by(held: wire.Held) -> Applied | None:
    if held.rule is None:
        return None
    bindings = sorted((f"?{variable}", term) for variable, term in held.bindings.items())
    return Applied(held.rule, -1 if held.branch is None else held.branch, tuple(bindings))


def _statement(key: str) -> Statement:
    found = parse_statement(key)
    if found is None or found.key != key or not found.is_ground:
        raise BadCertificate(f"“{printable(key)}” is not the key of a statement")
    return found


def _degree(word: str | None, rulebase: RuleBase) -> int:
    degree = NONE if word is None else rulebase.scale.degree(word)
    if degree is None:
        raise BadCertificate(f"the scale has no degree “{printable(str(word))}”")
    return degree
