from __future__ import annotations

import pytest

from arguendo.conversation.english.words import sentences
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.segmentation.segments import Stance, clauses, take_apart
from arguendo.statements import Entity

NAMES = Names(
    (
        Entity("anna", "Anna", "person"),
        Entity("ben", "Ben", "person"),
        Entity("both", "Anna and Ben", "group", members=("anna", "ben")),
    )
)


def parts(text: str) -> tuple[list[str], list[str], Stance | None]:
    found = take_apart(sentences(text), NAMES)
    assumed = [" ".join(word.text for word in span) for span in found.assumed]
    rest = [" ".join(word.text for word in sentence.words) for sentence in found.rest]
    return assumed, rest, found.stance


@pytest.mark.parametrize(
    ("text", "assumed", "asked"),
    [
        ("If Anna pays, does Ben play?", "anna pays", "does ben play"),
        ("does Ben play if Anna pays", "anna pays", "does ben play"),
        ("if anna pays would ben play a match", "anna pays", "would ben play match"),
        ("Suppose Anna pays. Does Ben play?", "anna pays", "does ben play"),
        ("Had Anna paid, would Ben play?", "anna paid", "would ben play"),
        ("what if anna pays, does ben play then", "anna pays", "does ben play then"),
        ("say anna pays, would ben play?", "anna pays", "would ben play"),
        ("hypothetically anna pays. does ben play?", "anna pays", "does ben play"),
        ("If Anna pay the fee, he will play?", "anna pay fee", "he will play"),
    ],
)
def test_a_supposition_is_told_from_its_question(text: str, assumed: str, asked: str) -> None:
    assert parts(text) == ([assumed], [asked], Stance.WHAT_IF)


@pytest.mark.parametrize(
    "text",
    [
        "Assume that Anna pays.",
        "ok take it as given that anna pays",
        "From here on, treat Anna as having paid.",
    ],
)
def test_an_instruction_stands(text: str) -> None:
    assumed, rest, stance = parts(text)
    assert assumed
    assert "anna" in assumed[0]
    assert not rest
    assert stance is Stance.STANDS


@pytest.mark.parametrize(
    "text",
    [
        "What does it say about Anna?",
        "why bother with Ben if he never pays",
        "Which single belief, if wrong, would sink the case?",
        "Which assumption matters most for Ben?",
        "Does Anna say that Ben plays?",
        "I said earlier that Anna pays.",
        "The supposition about Anna is withdrawn.",
        "Anna's plea granted, does Ben play?",
        "Go on as if Anna had never paid.",
    ],
)
def test_not_every_if_supposes(text: str) -> None:
    assert parts(text)[0] == []


def test_what_somebody_is_treated_as_is_said_of_him() -> None:
    assert parts("Treat Anna as a member.") == (["anna member"], [], Stance.STANDS)


def test_how_long_something_stands_is_no_part_of_it() -> None:
    assert parts("Suppose Anna pays from now on.") == (["anna pays"], [], Stance.STANDS)


@pytest.mark.parametrize("tag", ["is he not?", "then?", "or not?", "does she?"])
def test_a_tag_is_no_question_of_its_own(tag: str) -> None:
    (sentence,) = take_apart(sentences(f"Ben plays the match, {tag}"), NAMES).rest
    assert len(sentence) > 3


def test_then_what_asks_for_nothing_in_particular() -> None:
    assert take_apart(sentences("Anna flips and pays. then what"), NAMES).open_end
    assert take_apart(sentences("what if anna pays"), NAMES).open_end


def test_and_if_adds() -> None:
    assert take_apart(sentences("and if anna pays as well?"), NAMES).adds
    assert not take_apart(sentences("if anna pays, does ben play?"), NAMES).adds


def test_clauses_are_cut_at_joints_but_not_within_a_name() -> None:
    words = sentences("Anna pays, the club is dry and Anna and Ben play (gladly)")[0].words
    cut = [" ".join(word.text for word in clause) for clause in clauses(words, NAMES)]
    assert cut == ["anna pays", "club is dry", "anna and ben play", "gladly"]


@pytest.mark.parametrize(
    ("text", "declared", "asked"),
    [
        ("anna has paid all is she playing", "anna has paid all", "is she playing"),
        ("anna has paid her dues, can ben play", "anna has paid her dues", "can ben play"),
    ],
)
def test_a_question_is_told_from_what_stands_before_it_without_marks(
    text: str, declared: str, asked: str
) -> None:
    found = take_apart(sentences(text), NAMES)
    assert [" ".join(word.text for word in span) for span in found.declared] == [declared]
    assert [(str(" ".join(w.text for w in s.words)), s.asks) for s in found.rest] == [(asked, True)]


def test_what_asks_by_its_order_ends_a_supposition() -> None:
    assert parts("if they send it off does he play") == (
        ["they send it off"],
        ["does he play"],
        Stance.WHAT_IF,
    )
    assert parts("If Anna pays her fee, her friend is still in the team?") == (
        ["anna pays her fee"],
        ["her friend is still in team"],
        Stance.WHAT_IF,
    )


@pytest.mark.parametrize(
    "text",
    [
        "let me know if Anna pays",
        "no idea if anna pays",
        "Do you know if Anna pays?",
        "please to tell me if anna pays",
    ],
)
def test_an_if_that_asks_opens_no_supposition(text: str) -> None:
    assumed, rest, stance = parts(text)
    assert (assumed, stance) == ([], None)
    assert rest[0].endswith("if anna pays")


@pytest.mark.parametrize(
    "text",
    [
        "tell me, if Anna pays, does Ben play?",
        "say if anna pays would ben play",
        "What would you say if Anna paid?",
    ],
)
def test_an_if_supposes_where_something_else_is_asked(text: str) -> None:
    assumed, _, stance = parts(text)
    assert stance is Stance.WHAT_IF
    assert assumed[0].startswith("anna pa")


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("And if Anna pays?", True),
        ("ok and if Anna pays?", True),
        ("Okay, and what if Anna pays?", True),
        ("right, so and if Anna pays?", True),
        ("I see, but if Anna pays?", True),
        ("ok then, plus suppose Anna pays", True),
        ("what if Anna pays too?", True),
        ("ok what if Anna pays?", False),
        ("if so and Anna pays, does Ben play?", False),
        ("okay, if Anna pays and Ben plays?", False),
        ("does Ben play and if Anna pays?", False),
        ("what if anna pays as well?", True),
        ("what if anna as well pays?", True),
        ("what if anna pays besides?", True),
        ("what if anna pays as well as ben?", False),
    ],
)
def test_what_goes_on_with_and_adds_to_what_was_supposed(text: str, adds: bool) -> None:
    assert take_apart(sentences(text), NAMES).adds is adds
