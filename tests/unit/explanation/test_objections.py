from __future__ import annotations

from arguendo.case import Case
from arguendo.explanation.objections import exemptions, objections
from arguendo.explanation.why import why
from tests.builders import rule, rulebase, statement

BASE = rulebase(
    facts=["penguin()", "bird()"],
    contraries=[("flies()", "stays()")],
    rules=[
        rule("fly", if_=["bird()"], then="flies()"),
        rule("not", if_=["penguin()"], unless=["carried()"], then="stays()", overrides=["fly"]),
        rule("rest", if_=["stays()"], unless=["chased()"], then="rests()"),
    ],
)


def test_what_gives_way_speaks_against_a_step() -> None:
    case = Case.of(BASE)
    proof = why(case, statement("rests()"))
    assert proof is not None
    (found,) = objections(case, proof)
    assert (found.claim, found.grounds) == (statement("flies()"), (statement("bird()"),))
    assert [each.id for each in (found.rule, *found.overridden_by)] == ["fly", "not"]


def test_what_steps_would_give_way_to_is_listed() -> None:
    proof = why(Case.of(BASE), statement("rests()"))
    assert proof is not None
    found = [each.statement.key for each in exemptions(proof)]
    assert found == ["chased()", "carried()"]


def test_nothing_speaks_against_what_has_no_rival() -> None:
    case = Case.of(BASE).assume(statement("carried()"))
    proof = why(case, statement("flies()"))
    assert proof is not None
    assert not objections(case, proof)
    assert not exemptions(proof)
