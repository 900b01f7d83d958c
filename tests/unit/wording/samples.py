"""A small rule base about rain, of templates without `denies` and `asks`, and ways to ask it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from arguendo.case import Case
from arguendo.facts import Source
from arguendo.inquiry.answer import Answer
from arguendo.inquiry.answering import answer
from arguendo.inquiry.query import Intent, Query
from arguendo.rulebase import RuleBase
from arguendo.rules import Rule
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from tests.builders import all_of, at_least, rule, rulebase, statement

WHO = Slot("who", ("person",))


def rain() -> RuleBase:
    """Build the rule base: rebuttal, contraries, absence, comparison, `at least`, override."""
    return rulebase(
        name="rain",
        title="Getting wet",
        vocabulary=_vocabulary(),
        facts=["pours()", "out(ann)", "age(ann, 40)", "umbrella(ben)", "out(ben)"],
        questions=["umbrella(ann)", "hat(ann)", "coat(ann)"],
        contraries=[("wet(?p)", "dry(?p)")],
        sources=[Source("diary", "A diary", ("A. Walker",), "2020-02-03", {"¶1": "It rained."})],
        rules=_rules(),
    )


def _vocabulary() -> Vocabulary:
    entities = [
        Entity("ann", "Ann", "person", about="A walker.", aliases=("Annie",)),
        Entity("ben", "Ben", "person"),
        Entity("cape", "a cape"),
    ]
    predicates = [
        Predicate("pours", (), "it pours"),
        Predicate("out", (WHO,), "{who} [goes|go] out"),
        Predicate("wet", (WHO,), "{who} [is|are] wet"),
        Predicate("dry", (WHO,), "{who} [stays|stay] dry"),
        Predicate("umbrella", (WHO,), "{who} [carries|carry] an umbrella"),
        Predicate("hat", (WHO,), "{who} [wears|wear] a hat"),
        Predicate("coat", (WHO,), "{who} [wears|wear] a coat"),
        Predicate("age", (WHO, Slot("years", ("number",))), "{who} is {years} years old"),
        Predicate("grown", (WHO,), "{who} is grown up"),
        Predicate("happy", (WHO,), "{who} [is|are] happy"),
        Predicate("advised", (WHO, Slot("what")), "{what} is advised for {who}", advice=True),
    ]
    return Vocabulary(entities, predicates)


def _rules() -> list[Rule]:
    soak = rule(
        "soak",
        title="Rain wets those outside",
        if_=["pours()", "out(?p)"],
        unless=["umbrella(?p)"],
        then="wet(?p)",
        qualifier=2,
        because="Rain falls on everyone who is out.",
        source=("¶1",),
    )
    two = at_least(2, "umbrella(?p)", "hat(?p)", "coat(?p)")
    cover = rule(
        "cover", title="Cover keeps dry", if_=[two, "out(?p)"], then="dry(?p)", qualifier=3
    )
    adult = ["age(?p, ?n)", "?n is at least 18"]
    years = rule("years", title="Age tells", if_=adult, then="grown(?p)")
    cheer = rule(
        "cheer",
        title="Dry ones are happy",
        if_=["dry(?p)", "not pours()", "grown(?p)"],
        unless=[all_of("hat(?p)", "coat(?p)")],
        then="happy(?p)",
        qualifier=4,
    )
    delight = rule("delight", title="Hats delight", if_=["hat(?p)"], then="happy(?p)", qualifier=1)
    shell = rule(
        "shell",
        title="A coat is a shell",
        if_=["coat(?p)", "hat(?p)"],
        then="dry(?p)",
        overrides=["cover"],
    )
    counsel = rule(
        "counsel",
        title="Take a cape",
        if_=["wet(?p)"],
        then="advised(?p, cape)",
        qualifier=2,
        because="A cape keeps off the rain.",
    )
    return [soak, cover, years, cheer, delight, shell, counsel]


def ask(
    case: Case, intent: str, key: str | None = None, assume: Iterable[str] = (), **more: Any
) -> Answer:
    """Put a query; an assumption with an exclamation mark before it is made to be false."""
    made = {statement(each.lstrip("!")): not each.startswith("!") for each in assume}
    goal = statement(key) if key else None
    return answer(case, Query(Intent(intent), goal, made, **more))
