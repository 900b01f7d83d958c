from __future__ import annotations

import pytest

from arguendo.rulebase import RuleBase
from arguendo.statements import Entity, Literal, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from arguendo.vocabulary.templates import Template
from arguendo.wording.clauses import infinitive, is_past
from arguendo.wording.statements import Speaker
from tests.builders import rulebase, statement, statements

PERSON = Slot("who", ("person",))
THING = Slot("what", ("sea_mark",))


@pytest.fixture
def speaker() -> Speaker:
    entities = [
        Entity("ann", "Ann", "person"),
        Entity("crew", "the crew", "person", plural=True),
        Entity("buoy", "the buoy", "sea_mark"),
        Entity("light", "the light", "sea_mark"),
    ]
    predicates = [
        Predicate("sees", (PERSON, THING), "{who} [sees|see] {what}"),
        Predicate("doubts", (PERSON,), "{who} [doubts|doubt] that it floats"),
        Predicate("calm", (PERSON,), "{who} [is|are] calm", "{who} [has|have] lost calm"),
        Predicate("voice", (PERSON,), "{who}'s voice is heard"),
        Predicate("both", (PERSON, Slot("other")), "{who} and {other} meet"),
        Predicate("deep", (Slot("depth", ("number",)),), "the water is {depth} feet deep"),
        Predicate("storm", (), "a storm is near", asks="is a storm near"),
    ]
    return Speaker(rulebase(vocabulary=Vocabulary(entities, predicates)))


def test_a_shared_subject_is_said_once(speaker: Speaker) -> None:
    said = speaker.all_of(statements("sees(ann, buoy)", "calm(ann)"))
    assert said == "Ann sees the buoy and is calm"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("calm(ann)", "calm(crew)"), "Ann is calm, and the crew are calm"),
        (("doubts(ann)", "calm(ann)"), "Ann doubts that it floats, and Ann is calm"),
        (("calm(ann)", "voice(ann)"), "Ann is calm, and Ann's voice is heard"),
        (("calm(ann)", "both(ann, crew)"), "Ann is calm, and Ann and the crew meet"),
        (
            ("calm(ann)", "sees(ann, buoy)", "storm()"),
            "Ann is calm and sees the buoy, and a storm is near",
        ),
    ],
)
def test_a_subject_stays_where_leaving_it_out_would_mislead(
    speaker: Speaker, keys: tuple[str, ...], expected: str
) -> None:
    assert speaker.all_of(statements(*keys)) == expected


def test_a_missing_denial_and_question_are_made(speaker: Speaker) -> None:
    assert speaker.denies(statement("calm(ann)")) == "Ann has lost calm"
    assert speaker.denies(statement("storm()")) == "it is not the case that a storm is near"
    assert speaker.asks(statement("storm()")) == "Is a storm near?"
    assert speaker.asks(statement("calm(crew)")) == "Are the crew calm?"


def test_variables_are_named_by_kind(speaker: Speaker) -> None:
    seen = statements("sees(?x, ?y)", "calm(?x)", "sees(ann, ?y)")
    assert speaker.all_of(seen) == (
        "some person sees some sea mark and is calm, and Ann sees this sea mark"
    )


def test_several_variables_of_a_kind_are_counted(speaker: Speaker) -> None:
    said = speaker.all_of(statements("sees(?x, buoy)", "calm(?y)", "calm(?x)"))
    assert said == (
        "a first person sees the buoy, a second person is calm, and the first person is calm"
    )


def test_other_variables(speaker: Speaker) -> None:
    assert speaker.says(statement("both(?_, ?z)")) == "anyone and something meet"
    assert speaker.says(statement("deep(?n)")) == "the water is N feet deep"


def test_numbers_dates_and_texts_are_said(speaker: Speaker) -> None:
    assert speaker.says(statement("deep(12)")) == "the water is 12 feet deep"
    assert (
        speaker.says(statement('both(2017-08-01, "red sky")')) == "1 August 2017 and red sky meet"
    )


def test_no_key_shows_even_of_what_is_not_declared(speaker: Speaker) -> None:
    unknown = statement("lies_in(old_ship, ?x)")
    assert speaker.says(unknown) == "“lies in” holds of old ship and something"
    assert speaker.denies(unknown) == "“lies in” does not hold of old ship and something"
    assert speaker.asks(statement("lies_in()")) == "Does “lies in” hold?"
    assert speaker.to(unknown) == ""


def test_what_differs_in_its_last_word_is_merged(speaker: Speaker) -> None:
    seen = statements("sees(ann, buoy)", "sees(ann, light)", "calm(ann)", "sees(crew, light)")
    assert speaker.merged(seen) == [
        "Ann sees the buoy and the light.",
        "Ann is calm.",
        "The crew see the light.",
    ]


def test_what_differs_elsewhere_is_not(speaker: Speaker) -> None:
    assert len(speaker.merged(statements("calm(ann)", "calm(crew)"))) == 2
    assert len(speaker.merged(statements("both(ann, crew)", "both(ann, buoy)"))) == 2


def test_literals_with_and_without_not(speaker: Speaker) -> None:
    literals = [Literal(statement("calm(?x)"), False), Literal(statement("sees(?x, buoy)"))]
    names = speaker.names(*(literal.statement for literal in literals))
    assert speaker.literals(literals, names) == "some person has lost calm and sees the buoy"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{a} [raises|raise] {b}", "{a} to raise {b}"),
        ("{a} publicly [backs|back] {b}", "{a} to publicly back {b}"),
        ("{a} [is|are] near {b}", "{a} to be near {b}"),
        ("{a} [has|have] {b} and [keeps|keep] it", "{a} to have {b} and [keeps|keep] it"),
        ("the fear of {a} is eased", "the fear of {a} to be eased"),
        ("{a} can swim", ""),
        ("{a} and {b} meet", ""),
        ("{a} [has|have] not swum", ""),
        ("{a} [was|were] here", ""),
        ("{a} says that {b} is near", ""),
        ("{a} serves when {b} is born", ""),
    ],
)
def test_infinitives(template: str, expected: str) -> None:
    made = infinitive(Template(template))
    assert (made.text if made else "") == expected


@pytest.mark.parametrize(
    ("template", "past"),
    [
        ("{x} gave a false address for {y}", True),
        ("{x} was born in {y}", True),
        ("{x} [was|were] seen there", True),
        ("{x} trusts {y}", False),
        ("{x} [pays|pay] {y}", False),
        ("{x} and {y} meet", False),
        ("{x} cannot drive", False),
        ("{x} is {y} years old", False),
        ("the courts of {x} are wet", False),
    ],
)
def test_what_has_happened_is_told_by_the_verb(template: str, past: bool) -> None:
    assert is_past(Template(template)) is past


def test_an_infinitive_is_filled(speaker: Speaker) -> None:
    assert speaker.to(statement("sees(crew, buoy)")) == "the crew to see the buoy"


def test_a_speaker_needs_no_more_than_a_rule_base() -> None:
    assert Speaker(RuleBase("empty", Vocabulary())).says(statement("p()")) == "“p” holds"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["sees(ann, ?x)"], "that Ann sees any sea mark"),
        (
            ["sees(?p, buoy)", "deep(?n)"],
            "that anyone sees the buoy, or that the water is N feet deep",
        ),
        (
            ["sees(ann, ?x)", "sees(crew, ?x)", "sees(?p, light)"],
            "that Ann sees some sea mark, that the crew see this sea mark, or that anyone sees "
            "the light",
        ),
    ],
)
def test_of_what_nothing_shows_a_variable_by_itself_means_anything(
    speaker: Speaker, keys: list[str], expected: str
) -> None:
    assert speaker.thats(statements(*keys), "or", lambda each: True) == expected


def test_of_what_is_shown_of_some_value_another_would_fit(speaker: Speaker) -> None:
    said = speaker.thats(statements("sees(ann, ?x)"), "or", lambda each: False)
    assert said == "that Ann sees a fitting sea mark"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ({"deep(6)": True, "deep(9)": False}, "the water is 6 instead of 9 feet deep"),
        ({"deep(9)": False, "deep(6)": True}, "the water is 6 instead of 9 feet deep"),
        (
            {"sees(ann, buoy)": True, "sees(ann, light)": False, "calm(ann)": True},
            "Ann sees the buoy instead of the light and is calm",
        ),
        (
            {"sees(ann, buoy)": True, "sees(crew, light)": False},
            "Ann sees the buoy, and it is not the case that the crew see the light",
        ),
    ],
)
def test_what_is_put_in_the_place_of_something_is_told_as_that(
    speaker: Speaker, pairs: dict[str, bool], expected: str
) -> None:
    assert speaker.all_put({statement(key): true for key, true in pairs.items()}) == expected
