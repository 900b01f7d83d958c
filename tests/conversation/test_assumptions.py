"""What texts assume of a small rule base: each way to put it, once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.readers.supposing import assumed_by
from arguendo.conversation.reference import coordination
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.conversation.utterance import Utterance
from arguendo.statements import Statement
from tests.conversation.club import KNOWLEDGE, RULES, club

ANNA = "pays_fee(anna, club)"
BEN = "pays_fee(ben, club)"
WET = "wet_courts(club)"
TRUST = "trusts(ben, anna)"


PACT = """\
  - id: pact
    title: Two who pay trust each other
    if:
      - Ben pays the fee to the club
      - Anna pays the fee to the club
    then: Ben trusts Anna
    qualifier: likely
    because: Each has done a share.
    source: ¶1
"""


def _with_pact(folder: Path, knowledge: str = KNOWLEDGE) -> Case:
    for name, content in (("knowledge/club.yaml", knowledge), ("rules/club.yaml", RULES + PACT)):
        file = folder / name
        file.parent.mkdir()
        file.write_text(content, encoding="utf-8")
    return Case.open(folder)


def assumed(text: str, case: Case | None = None) -> dict[str, bool]:
    context = Context(State(case or club()))
    said = Utterance(context, sentences(text, context.index.names.pairs))
    return {statement.key: true for statement, true in assumed_by(said).truth.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suppose Ben pays the fee. Keep that in mind, as they say.", {BEN: True}),
        ("Suppose Ben pays the fee, I would say, and keep it that way.", {BEN: True}),
        ("Suppose that Ben pays the fee is a myth", {BEN: False}),
        ("Suppose the courts are no longer wet", {WET: False}),
        ("Wet courts: absent. Would Anna play?", {WET: False}),
        ("Suppose Ben trusts Anna", {"trusts(ben, anna)": True}),
    ],
)  # fmt: skip
def test_what_undoes_or_frames_a_clause(text: str, expected: dict[str, bool]) -> None:
    assert assumed(text) == expected


def test_a_conclusion_is_assumed_unless_its_grounds_are_too(tmp_path: Path) -> None:
    case = _with_pact(tmp_path)
    both = {BEN: True, ANNA: True}
    trust = "trusts(ben, anna)"
    assert assumed("If Ben pays, Anna pays and Ben trusts Anna, then what?", case) == both
    expected = {WET: False, BEN: True, trust: True}
    assert assumed("What if the courts are dry, Ben pays and Ben trusts Anna?", case) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Ben pays the fee and Anna does not, is there a cup?", {BEN: True, ANNA: False}),
        ("Suppose Ben pays the fee and so does Anna.", {BEN: True, ANNA: True}),
        ("If neither Ben nor Anna pays the fee, what then?", {BEN: False, ANNA: False}),
        ("Suppose Anna and Ben pay the fee. Does the club hold the cup?", {ANNA: True, BEN: True}),
        ("If Ben pays the fee while the courts are dry, then what?", {BEN: True, WET: False}),
        ("Does Anna play if Ben pays the fee and the courts are dry?", {BEN: True, WET: False}),
        ("If Ben pays the fee, does she play, provided courts are dry?", {BEN: True, WET: False}),
        ("Ben pays the fee, the courts are dry: a tournament?", {BEN: True, WET: False}),
        ("Ben pays the fee + Anna does not pay the fee -> cup?", {BEN: True, ANNA: False}),
        ("Ben pays the fee, and the courts are dry. Would Anna play?", {BEN: True, WET: False}),
        ("Ben pays the fee, then the courts are dry. Would Anna play?", {BEN: True, WET: False}),
        ("Suppose Ben pays the fee on top of dry courts.", {BEN: True, WET: False}),
        ("Quick one before lunch: if Ben pays the fee, will it be held?", {BEN: True}),
        ("Unless Ben pays the fee, is the cup held?", {BEN: False}),
        ("Suppose Ben pays the fee, Anna nothing.", {BEN: True, ANNA: False}),
        ("Suppose Ben pays the fee. Suppose Anna does not.", {BEN: True, ANNA: False}),
        ("Suppose Ben never pays nothing to the club.", {BEN: False}),
        ("Suppose Ben pays the fee, and I once played in a club myself.", {BEN: True}),
        (
            "Will Anna play if Ben pays the fee, the courts are dry and Anna pays the fee?",
            {BEN: True, WET: False, ANNA: True},
        ),
    ],
)  # fmt: skip
def test_what_is_assumed(text: str, expected: dict[str, bool]) -> None:
    assert assumed(text) == expected


@pytest.mark.parametrize(
    ("text", "pays"),
    [
        ("Suppose both members pay the fee.", True),
        ("Suppose each member pays the fee.", True),
        ("Suppose they pay the fee.", True),
        ("If neither member pays the fee, what?", False),
    ],
)
def test_what_both_do_is_what_each_does(text: str, pays: bool, tmp_path: Path) -> None:
    assert assumed(text, _with_pact(tmp_path)) == {ANNA: pays, BEN: pays}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suppose Xi pledges Trump more pressure", {"promises_pressure(xi, trump)": True}),
        (
            "Suppose Trump is openly for getting rid of Kim",
            {"publicly_supports(trump, regime_change)": True},
        ),
        (
            "Suppose Trump stops short of reassuring Xi",
            {"personally_assures(trump, xi, no_regime_change)": False},
        ),
        (
            "Suppose Trump gives Xi his word, and Xi gives Trump his",
            {
                "personally_assures(trump, xi, no_regime_change)": True,
                "promises_pressure(xi, trump)": True,
            },
        ),
        (
            "Suppose neither Tillerson nor Mattis had renounced anything at all",
            {
                f"publicly_renounces({who}, {what})": False
                for who in ("tillerson", "mattis")
                for what in (
                    "regime_change",
                    "regime_collapse",
                    "accelerated_reunification",
                    "troops_north_of_38th",
                )
            },
        ),
        (
            "Suppose neither secretary had ever ruled out quick reunification",
            {
                f"publicly_renounces({each}, accelerated_reunification)": False
                for each in ("tillerson", "mattis")
            },
        ),
        (
            "Suppose the North is under punishing pressure and it has an incentive",
            {
                "under_punishing_pressure(north_korea)": True,
                "has_security_incentive(north_korea)": True,
            },
        ),
        ("Suppose it has an incentive", {"new_incentives(united_states, north_korea)": True}),
        (
            "Suppose he backs regime change and assures Xi",
            {
                "publicly_supports(trump, regime_change)": True,
                "personally_assures(trump, xi, no_regime_change)": True,
            },
        ),
        (
            "Suppose the buffer no longer drives Chinese thinking",
            {"overriding_interest(china, buffer_state)": False},
        ),
        (
            "Suppose the allies refuse to rule out regime change",
            {"forswears(us_allies, regime_change)": False},
        ),
        (
            "Suppose guarantees but nothing from Xi",
            {
                "offers_guarantees(united_states, north_korea)": True,
                "promises_pressure(xi, trump)": False,
            },
        ),
        (
            "Suppose China breaks its word after the presidents swap promises",
            {
                "reneges(china)": True,
                "personally_assures(trump, xi, no_regime_change)": True,
                "promises_pressure(xi, trump)": True,
            },
        ),
    ],
)
def test_who_does_what_and_what_goes_with_what(
    text: str, expected: dict[str, bool], article: Case
) -> None:
    assert assumed(text, article) == expected


@pytest.mark.parametrize(
    ("text", "others"),
    [("nobody ever trusts", [TRUST]), ("nobody trusts Ben", []), ("Anna does not trust", [])],
)
def test_what_is_denied_of_everyone_is_denied_of_each(
    text: str, others: list[str], tmp_path: Path
) -> None:
    fact = "  - say: Anna trusts Ben\n"
    trust = fact.replace("Anna trusts Ben", "Ben trusts Anna")
    context = Context(State(_with_pact(tmp_path, KNOWLEDGE.replace(fact, fact + trust))))
    words = sentences(text, context.index.names.pairs)[0].words
    denied = {Statement("trusts", ("anna", "ben")): False}
    found = coordination.everyone(context, words, denied)
    assert [(each.key, positive) for each, positive in found] == [(key, False) for key in others]


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        (
            "Ben pays the fee to the club. Why may Anna still not play in the cup?",
            "why_not",
            {BEN: True},
        ),
        ("Why may Anna not play in the cup, when Ben pays nothing?", "why_not", {}),
        ("If the courts are wet, why is the tournament not held?", "why_not", {}),
        ("If Ben pays the fee, why is the cup not held?", "why_not", {BEN: True}),
        ("What is the weakest point if Ben pays the fee?", "linchpins", {}),
        (
            "Drop that the courts are wet and that Anna trusts Ben",
            "assume",
            {WET: False, "trusts(anna, ben)": False},
        ),
        ("What is the difference between the two?", "compare", {}),
        ("If Ben pays the fee, are the courts wet?", "what_if", {BEN: True}),
    ],
)
def test_questions_that_suppose_besides(text: str, intent: str, expected: dict[str, bool]) -> None:
    query = understand(State(club()), text)
    assert query.intent.value == intent
    assert {statement.key: true for statement, true in query.assume.items()} == expected


def test_long_texts_are_read_in_bounded_time() -> None:
    text = "Suppose " + ", and ".join(["Ben pays the fee but Anna does not"] * 60) + "."
    start = time.process_time()
    assert assumed(text) == {BEN: True, ANNA: False}
    assert time.process_time() - start < 2.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suppose a striped hoofed animal",
            {"has(animal, black_stripes)": True, "has(animal, hooves)": True},
        ),
        (
            "Suppose it has both hair and feathers",
            {"has(animal, hair)": True, "has(animal, feathers)": True},
        ),
        (
            "In the absence of both hair and milk, is it a mammal?",
            {"has(animal, hair)": False, "gives_milk(animal)": False},
        ),
        (
            "A feathered creature on long legs: an ostrich?",
            {"has(animal, feathers)": True, "has(animal, long_legs)": True},
        ),
        (
            "Hooves, stripes hairy. A zebra?",
            {
                "has(animal, hooves)": True,
                "has(animal, black_stripes)": True,
                "has(animal, hair)": True,
            },
        ),
        (
            "Take a bird with a long neck. Ostrich?",
            {"belongs_to(animal, bird)": True, "has(animal, long_neck)": True},
        ),
        (
            "Lays eggs, flies, has fur. A bird?",
            {
                "lays_eggs(animal)": True,
                "flies(animal)": True,
                "has(animal, hair)": True,
            },
        ),
        (
            "Suppose no fur no milk",
            {"has(animal, hair)": False, "gives_milk(animal)": False},
        ),
        (
            "Suppose a striped predator",
            {"belongs_to(animal, carnivore)": True, "has(animal, black_stripes)": True},
        ),
        (
            "Hooves and claws on a mammal. Is it an ungulate?",
            {
                "belongs_to(animal, mammal)": True,
                "has(animal, hooves)": True,
                "has(animal, claws)": True,
            },
        ),
        (
            "A swimming bird, granted, but with a long neck. Is it a penguin?",
            {
                "belongs_to(animal, bird)": True,
                "swims(animal)": True,
                "has(animal, long_neck)": True,
            },
        ),
        (
            "Suppose it lays eggs despite having fur",
            {"lays_eggs(animal)": True, "has(animal, hair)": True},
        ),
        (
            "Let it give milk, then, while there are no hooves on it. Is it an ungulate?",
            {"gives_milk(animal)": True, "has(animal, hooves)": False},
        ),
        (
            "Take a carnivore. Suppose that it roars. Is it a leopard?",
            {"belongs_to(animal, carnivore)": True, "roars(animal)": True},
        ),
        (
            "Forget the hair. But suppose that it gives milk. Is it a mammal?",
            {"has(animal, hair)": False, "gives_milk(animal)": True},
        ),
    ],
)  # fmt: skip
def test_a_clause_may_say_several_things(
    animals: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, animals) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suppose Grace had been born in Vietnam instead of in the UK",
            {"born_in(grace, vietnam)": True, "born_in(grace, united_kingdom)": False},
        ),
        (
            "Suppose Seru was born in Vietnam, not in the UK",
            {"born_in(seru, vietnam)": True, "born_in(seru, united_kingdom)": False},
        ),
        (
            "Suppose Yaw's form had been stamped on 3 November 2025",
            {"applied(yaw, 2025-11-03)": True},
        ),
        (
            "Suppose Tomasi had joined up on 1 February 2014 rather than on 9 January 2012",
            {"joins_forces(tomasi, 2014-02-01)": True, "joins_forces(tomasi, 2012-01-09)": False},
        ),
        (
            "Suppose Ama was away for eighty days at most, not 120",
            {"longest_absence(ama, 80)": True, "longest_absence(ama, 120)": False},
        ),
        (
            "Should the Family Court decline, how else might Bao become a citizen?",
            {"adoption_order(family_court, bao, 2026-05-11)": False},
        ),
    ],
)  # fmt: skip
def test_one_thing_instead_of_another(
    citizenship: Case, text: str, expected: dict[str, bool]
) -> None:
    assert assumed(text, citizenship) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has feathers, says the warden.", {"has(animal, feathers)": True}),
        ("My sister swears that it flies.", {"flies(animal)": True}),
        ("Write this down: it swims.", {"swims(animal)": True}),
        ("Have it your way: it swims. Note that down.", {"swims(animal)": True}),
        ("Nobody told me that it flies.", {"flies(animal)": False}),
    ],
)  # fmt: skip
def test_who_tells_it_is_not_assumed(animals: Case, text: str, expected: dict[str, bool]) -> None:
    assert assumed(text, animals) == expected


@pytest.mark.parametrize("name", ["Ruth", "Harold", "Mere"])
def test_who_is_named_does_what_was_foreseen_of_another(citizenship: Case, name: str) -> None:
    assert assumed(f"{name} signs the declaration of renunciation", citizenship) == {
        f"gives_up({name.lower()})": True
    }
