from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.requirements import Requirement, requirements
from arguendo.statements import Entity, Literal, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from arguendo.wording.outlook import choices, condition, would_hold
from arguendo.wording.teller import Teller
from tests.builders import rule, rulebase, statement, statements


def sets(*texts: str) -> list[Requirement]:
    """Each text is a set: a letter a statement."""
    return [
        Requirement(tuple(map(Literal, statements(*(f"{letter}()" for letter in text)))), 1)
        for text in texts
    ]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (("a",), ["a"]),
        (("ab",), ["a", "b"]),
        (("a", "b"), ["ab"]),
        (("abd", "abe"), ["a", "b", "de"]),
        (("ac", "ad", "bc", "bd"), ["ab", "cd"]),
        (("a", "bc"), []),
        (("ab", "bc", "ca"), []),
    ],
)
def test_sets_are_taken_apart_into_choices(found: tuple[str, ...], expected: list[str]) -> None:
    groups = [
        "".join(each.statement.predicate for each in group) for group in choices(sets(*found))
    ]
    assert groups == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (("a", "b"), "once A, or once B"),
        (("ab",), "once A, and B"),
        (("abd", "abe"), "once A, and B, and either D or E"),
        (("a", "bc"), "once A; or once B, and C"),
    ],
)
def test_choices_are_one_condition(found: tuple[str, ...], expected: str) -> None:
    said = condition(Teller(Case.of(rulebase())), sets(*found))
    for letter in "abcde":
        said = said.replace(f"“{letter}” holds", letter.upper())
    assert said == expected


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ((), "It follows once “a” holds."),
        (("b()",), "It follows once “a” holds, unless “b” holds."),
        (("b()", "c()"), "It follows once “a” holds, unless “b” holds or “c” holds."),
    ],
)
def test_what_could_defeat_what_would_be_enough_is_named(
    unless: tuple[str, ...], expected: str
) -> None:
    base = rulebase(
        questions=["a()", "b()", "c()"], rules=[rule("r", if_=["a()"], unless=unless, then="g()")]
    )
    case, goal = Case.of(base), statement("g()")
    assert [*would_hold(Teller(case), goal, requirements(case, goal).found)] == [expected]


def test_what_is_past_comes_to_be_shown() -> None:
    who = Slot("who", ("person",))
    predicates = [
        Predicate("gave", (who,), "{who} gave it away"),
        Predicate("poor", (who,), "{who} is poor"),
    ]
    base = rulebase(
        vocabulary=Vocabulary([Entity("ann", "Ann", "person")], predicates),
        questions=["gave(ann)"],
        rules=[rule("r", if_=["gave(?p)"], then="poor(?p)")],
    )
    case, goal = Case.of(base), statement("poor(ann)")
    said = [*would_hold(Teller(case), goal, requirements(case, goal).found)]
    assert said == ["It follows once it is shown that Ann gave it away."]


def test_ways_that_make_it_more_or_less_likely_are_told_apart() -> None:
    base = rulebase(
        questions=["a()", "b()", "c()"],
        rules=[
            rule("r", if_=["a()"], then="g()", qualifier=1),
            rule("s", if_=["b()", "c()"], then="g()", qualifier=2),
        ],
    )
    case, goal = Case.of(base), statement("g()")
    assert [*would_hold(Teller(case), goal, requirements(case, goal).found)] == [
        "There is a roughly even chance of it once “a” holds.",
        "It becomes likely once “b” holds, and “c” holds.",
    ]
