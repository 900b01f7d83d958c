from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.explanation.beginnings import beginning, end_of
from arguendo.facts import Fact
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import rule, rulebase, statement

DAY = Slot("day", ("date",))
POST = Predicate(
    "post",
    (Slot("who"), Slot("a", ("date",)), Slot("b", ("date",))),
    "{who} serves from {a} to {b}",
)
MOVED = Predicate("moved", (Slot("who"), DAY), "{who} is moved to {day}")
OWES = Predicate("owes", (Slot("who"), DAY), "{who} must pay by {day}")
VALID = Predicate("valid", (Slot("who"), DAY), "{who} is valid until {day}")

BASE = rulebase(
    vocabulary=Vocabulary([Entity("ann", "Ann"), Entity("ben", "Ben")], [POST, MOVED, VALID, OWES]),
    facts=[
        *("count(1983-01-01)", "born(ann, 2015-05-04)", "born(ben, 2016-01-01)", "here(ann)"),
        *("child(ann)", "post(ann, 2014-09-01, 2027-08-31)", "valid(ann, 2030-01-01)"),
        *("moved(ann, 2019-01-01)", "of_age(ann, 2033-05-04)", "joins(ann, 2020-02-02)"),
        "due(2030-06-01)",
        Fact(statement("leave(ann)"), 5, "1975-05-01"),
    ],
    rules=[
        rule(
            "birth",
            if_=["count(?s)", "born(?x, ?d)", "?d is at least ?s", "leave(?x)"],
            then=["native(?x)", "becomes(?x, ?d)"],
        ),
        rule("from", if_=["becomes(?x, ?d)"], then="citizen(?x)"),
        rule("grown", if_=["born(?x, ?d)", "here(?x)", "leave(?x)"], then="at_home(?x)"),
        rule("named", if_=["born(?x, ?d)", "child(?x)"], then=["loved(?x)", "gift(?x, ?d)"]),
        rule(
            "minor",
            if_=["joins(?x, ?w)", "of_age(?x, ?m)", "?w is before ?m"],
            then="young(?x)",
        ),
        rule("entered", if_=["enters(?x, ?d)"], then="citizen(?x)"),
        rule("served", if_=["post(?x, ?a, ?b)"], then="officer(?x)"),
        rule("owing", if_=["here(?x)", "due(?d)", "child(?x)"], then="owes(?x, ?d)"),
        rule("valid", if_=["valid(?x, ?d)"], then="usable(?x)"),
        rule("granted", if_=["granted(?x)", "born(?x, ?d)"], then="free(?x)"),
    ],
)


@pytest.mark.parametrize(
    ("key", "assumed", "day", "last", "sure"),
    [
        ("citizen(ann)", "", "2015-05-04", "becomes(ann, 2015-05-04)", True),
        ("native(ann)", "", "2015-05-04", "born(ann, 2015-05-04)", True),
        ("at_home(ann)", "", "2015-05-04", "born(ann, 2015-05-04)", False),
        ("loved(ann)", "", "2015-05-04", "born(ann, 2015-05-04)", True),
        ("young(ann)", "", "2020-02-02", "joins(ann, 2020-02-02)", False),
        ("citizen(ben)", "enters(ben, 2026-11-02)", "2026-11-02", "enters(ben, 2026-11-02)", True),
        ("citizen(ann)", "enters(ann, 2026-11-02)", "2015-05-04", "becomes(ann, 2015-05-04)", True),
        ("free(ann)", "granted(ann)", "2015-05-04", "born(ann, 2015-05-04)", False),
        ("officer(ann)", "", "2014-09-01", "post(ann, 2014-09-01, 2027-08-31)", True),
    ],
)
def test_nothing_holds_before_all_that_it_rests_on(
    key: str, assumed: str, day: str, last: str, sure: bool
) -> None:
    case = Case.of(BASE)
    found = beginning(case.assume(statement(assumed)) if assumed else case, statement(key))
    assert found is not None
    assert (found.day, found.last.key, found.sure) == (day, last, sure)


@pytest.mark.parametrize(
    "key", ["leave(ann)", "here(ann)", "usable(ann)", "citizen(ben)", "owes(ann, 2030-06-01)"]
)
def test_there_is_no_beginning_where_no_statement_names_it(key: str) -> None:
    assert beginning(Case.of(BASE), statement(key)) is None


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("post(ann, 2014-09-01, 2027-08-31)", "2027-08-31"),
        ("valid(ann, 2030-01-01)", "2030-01-01"),
        ("owes(ann, 2030-06-01)", "2030-06-01"),
        ("moved(ann, 2019-01-01)", None),
        ("born(ann, 2015-05-04)", None),
    ],
)
def test_a_template_tells_which_day_is_the_end(key: str, day: str | None) -> None:
    assert end_of(Case.of(BASE), statement(key)) == day
