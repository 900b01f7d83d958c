from __future__ import annotations

import pytest

from arguendo.authoring.explaining import read_back_page
from arguendo.authoring.reading_back import ReadBack, nearest, read_back
from arguendo.case import Case
from arguendo.rules import Literal, Rule
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import any_of, rule, rulebase, statement

PLACE = (Slot("place", ("place",)),)
BUILD = rule(
    "build",
    if_=["money(?p)", "will(?p)"],
    unless=["ill(?p)"],
    then="built(?p)",
    qualifier=2,
    title="It is built",
)
OTHERS = (
    rule("open", if_=["built(?p)"], then="opened(?p)", title="What is built opens"),
    rule("feast", if_=["opened(?p)"], then="feast(?p)", title="Openings are feasts"),
    rule("wait", if_=["plan(?p)"], unless=["built(?p)"], then="waits(?p)", title="A plan waits"),
    rule(
        "lend", if_=["money(?p)", "credit(?p)"], unless=["ill(?p)"], then="built(?p)", title="Lent"
    ),
)


def town(*rules: Rule) -> Case:
    words = {
        "money": "has money",
        "will": "has the will",
        "ill": "is ill",
        "built": "builds",
        "opened": "opens",
        "feast": "feasts",
        "plan": "has a plan",
        "waits": "waits",
        "credit": "has credit",
    }
    vocabulary = Vocabulary(
        [Entity("town", "the town", "place"), Entity("port", "the port", "place")],
        [Predicate(name, PLACE, f"{{place}} {said}") for name, said in words.items()],
    )
    return Case.of(
        rulebase(
            vocabulary=vocabulary,
            facts=["money(town)", "will(town)", "money(port)", "ill(port)"],
            questions=["will(port)", "credit(port)"],
            rules=rules or (BUILD, *OTHERS),
        )
    )


def back(case: Case, name: str = "build") -> ReadBack:
    return read_back(case, case.rulebase.rule[name])


def test_applications_are_told_with_what_stands_in_their_way() -> None:
    town_builds, port_builds = back(town()).applications
    assert (town_builds.claims, town_builds.degree) == ((statement("built(town)"),), 2)
    assert (port_builds.claims, port_builds.degree) == ((statement("built(port)"),), 0)
    assert port_builds.missing == (statement("will(port)"),)
    assert port_builds.blocked_by == ((statement("ill(port)"),),)


def test_a_conclusion_that_comes_from_several_grounds_is_told_once() -> None:
    page = read_back_page(back(town(rule("any", if_=["money(?p)"], then="plan(town)")), "any"))
    assert page.text.count("It follows that the town has a plan.") == 1


def test_consequences_are_what_rests_on_it_nearest_first() -> None:
    found = [(each.statement.key, each.distance) for each in back(town()).consequences]
    assert found == [
        ("opened(port)", 2),
        ("opened(town)", 2),
        ("feast(port)", 3),
        ("feast(town)", 3),
    ]
    assert [each.id for each in back(town()).rebuts] == ["wait"]
    assert [each.id for each in back(town()).users] == ["open"]


def test_neighbours_are_the_most_alike_whatever_variables_are_called() -> None:
    twin = rule("twin", if_=["will(?x)", "money(?x)"], unless=["ill(?x)"], then="built(?x)")
    far = rule("far", if_=["plan(?p)"], then="waits(?p)")
    first, second = nearest(BUILD, [BUILD, far, *OTHERS, twin])
    assert (first.rule.id, first.likeness, first.same_claim) == ("twin", 1.0, True)
    assert (first.only_here, first.only_there) == ((), ())
    assert second.rule.id == "lend"
    assert second.only_here == (Literal(statement("will(?p)")),)
    assert second.only_there == (Literal(statement("credit(?p)")),)
    assert 0 < second.likeness < 1
    assert len(nearest(BUILD, [*OTHERS, twin], most=1)) == 1


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (
            rule("o", if_=["plan(?b)", "will(?a)", "?a is not ?b"], then="waits(?a)"),
            "concludes the same; it differs in nothing that is concluded.",
        ),
        (
            rule("o", if_=["plan(?a)", "will(?a)", "?a is not ?b"], then="waits(?a)"),
            "concludes the same; it puts together otherwise what it asks for.",
        ),
        (
            rule("o", if_=[any_of("will(?a)", "plan(?b)"), "?a is not ?b"], then="waits(?a)"),
            "concludes the same; it puts together otherwise what it asks for.",
        ),
        (
            rule("o", if_=["will(?a)", "plan(?b)", "?a is town"], then="waits(?a)"),
            "concludes the same; it also asks that some place is the town; "
            "it does not ask that a first place is not the same as a second place.",
        ),
        (
            rule(
                "o",
                if_=["will(?a)", "plan(?b)", "?a is not ?b", "not credit(?a)"],
                then="waits(?a)",
            ),
            "concludes the same; it also asks that it is not the case that some place has credit.",
        ),
    ],
)
def test_small_differences_are_told(other: Rule, said: str) -> None:
    written = rule("r", if_=["will(?x)", "plan(?y)", "?x is not ?y"], then="waits(?x)")
    assert f"“o” (o) {said}" in read_back_page(back(town(written, other), "r")).text


def test_who_sets_it_aside_is_told() -> None:
    case = town(BUILD, rule("halt", if_=["plan(?p)"], then="built(?p)", overrides=["build"]))
    assert [each.id for each in back(case).winners] == ["halt"]
    assert "“halt” applies, which takes precedence." in read_back_page(back(case)).text


def test_the_page_reads_well() -> None:
    assert read_back_page(back(town())).text == (
        "It is built (build)\n"
        "If some place has money and has the will, then it is likely that this place builds, "
        "unless this place is ill.\n\n"
        "It is silent when any one of these is missing:\n"
        "- Some place has money.\n- This place has the will.\n\n"
        "It is silent as well when this is so, however likely:\n- This place is ill.\n\n"
        "It does not hold backwards: where its claim is false its grounds may hold all the same, "
        "since it concludes with the word “likely” only and it has exceptions.\n"
        "Its silence says nothing against its claim, which may rest on “Lent” as well.\n\n"
        "The rules most like it:\n"
        "- “Lent” (lend) concludes the same; it also asks that some place has credit; "
        "it does not ask that some place has the will; it concludes without reservation.\n\n"
        "What may follow from it in turn:\n"
        "- The port opens, by “What is built opens”.\n"
        "- The town opens, by “What is built opens”.\n"
        "- The port feasts, by “Openings are feasts”.\n"
        "- The town feasts, by “Openings are feasts”.\n"
        "- Its claim would keep “A plan waits” silent.\n\n"
        "On the facts alone it applies:\n"
        "- It is likely that the town builds.\n"
        "- It does not conclude that the port builds, since it is not established that the port "
        "has the will, and the port is ill."
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            rule("r", if_=["plan(?p)"], then="waits(?p)"),
            "Read backwards: it claims without exception that some place waits, so where that is "
            "false, one of its grounds must be, too.",
        ),
        (
            rule("r", unless=["plan(town)"], then="waits(town)"),
            "It asks for no grounds, so it cannot be read backwards.",
        ),
        (
            rule("r", if_=["plan(?p)"], then="waits(?p)"),
            "No other rule concludes this, yet its silence alone does not make it false.",
        ),
        (rule("r", if_=["plan(?p)"], then="waits(?p)"), "Nothing else rests on what it concludes."),
        (
            rule("r", if_=["plan(?p)"], then="waits(?p)"),
            "On the facts alone nothing that is reported or open lets it apply.",
        ),
        (
            rule("r", if_=[any_of("plan(?p)", "credit(?p)")], then="waits(?p)"),
            "It is silent when this is missing:\n- Either some place has a plan or this place "
            "has credit.",
        ),
    ],
)
def test_what_is_said_is_so_for_the_rule(written: Rule, said: str) -> None:
    assert said in read_back_page(back(town(written), "r")).text


def test_what_nothing_lets_apply_still_has_those_that_ask_for_it() -> None:
    case = town(
        rule("r", if_=["plan(?p)"], then="waits(?p)"), rule("s", if_=["waits(?p)"], then="ill(?p)")
    )
    assert "- “s” asks for what it concludes." in read_back_page(back(case, "r")).text
