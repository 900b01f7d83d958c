"""Questions that a turn of phrase settles, and suppositions of how much hangs on something."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing, Query
from arguendo.statements import Statement
from tests.conversation.club import club

PAYS, WET = "pays_fee(ben, club)", "wet_courts(club)"
HOLDS = "holds(club, tournament)"
MAY_PLAY = Statement("may_play", ("ben", "tournament"))


def read(text: str, *before: str) -> Query:
    state = State(club())
    for turn in before:
        state, _ = converse(state, turn)
    return understand(state, text)


def assumed(query: Query) -> dict[str, bool]:
    return {statement.key: true for statement, true in query.assume.items()}


@pytest.mark.parametrize(
    "text",
    [
        "what does Ben fear?",
        "What drives Ben?",
        "what is Ben afraid of",
        "What keeps Ben awake at night?",
        "what did Ben say?",
        "what does Ben get out of it?",
    ],
)
def test_what_moves_somebody_is_told_with_what_is_known_of_him(text: str) -> None:
    query = read(text)
    assert (query.intent, query.entity, query.clarify) == (Intent.DESCRIBE, "ben", False)


@pytest.mark.parametrize(
    "text",
    [
        "so what's this article actually claiming?",
        "what is being claimed here",
        "What does the author say?",
        "what is this argument about",
        "well, what does the piece conclude?",
        "what does this argue for?",
        "Summarise what we have.",
    ],
)
def test_what_all_comes_to_lists_the_conclusions(text: str) -> None:
    query = read(text)
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, Listing.CONCLUSIONS, False)


def test_what_he_fears_is_asked_of_the_last_one() -> None:
    query = read("and what does he fear?", "Does Ben pay the fee?")
    assert (query.intent, query.entity) == (Intent.DESCRIBE, "ben")


def test_who_holds_an_office_is_told_by_his_names() -> None:
    query = read("Is Anna the chair?")
    assert (query.intent, query.entity) == (Intent.DESCRIBE, "anna")


@pytest.mark.parametrize(
    "text", ["Which of the two works best?", "what works best?", "Which is better, Anna or Ben?"]
)
def test_what_works_best_asks_for_advice(text: str) -> None:
    assert read(text).intent is Intent.RECOMMEND


@pytest.mark.parametrize(
    "text", ["Do the negotiations happen?", "Will negotiations go through then?"]
)
def test_what_all_is_about_may_be_asked_about_by_a_noun(article: Case, text: str) -> None:
    query = understand(State(article), text)
    assert (query.intent, query.clarify) == (Intent.ASK, False)
    assert query.statement == Statement("enters_negotiations", ("north_korea",))


@pytest.mark.parametrize("how", ["sure are you", "certain is it", "confident can one be"])
def test_how_sure_something_is_may_be_asked_under_a_condition(how: str) -> None:
    query = read(f"How {how} that Ben may play in the tournament?")
    assert (query.intent, query.statement, query.clarify) == (Intent.ASK, MAY_PLAY, False)
    query = read(f"How {how} that Ben may play in the tournament if he pays the fee?")
    assert (query.intent, query.statement) == (Intent.WHAT_IF, MAY_PLAY)
    assert assumed(query) == {PAYS: True}


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("Does it matter whether Ben pays the fee?", {PAYS: True}),
        ("Would it make a difference if Ben paid the fee?", {PAYS: True}),
        ("does it matter if the courts are wet", {WET: False}),
        ("Does it matter whether the courts are dry?", {WET: False}),
    ],
)
def test_what_matters_is_supposed_to_be_otherwise(text: str, supposed: dict[str, bool]) -> None:
    query = read(text)
    assert (query.intent, query.statement, assumed(query)) == (Intent.WHAT_IF, None, supposed)


_PLAYS = "may Anna play in the tournament?"


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        ((), "Suppose Ben pays the fee. Would it matter?", None),
        ((), "If Ben pays the fee, does that change anything?", None),
        (("does Ben pay the fee?",), "Suppose Anna pays the fee. Would it matter?", None),
        ((_PLAYS,), "Suppose Anna pays the fee. Would that make a difference?", "may_play"),
        ((_PLAYS, "are the courts wet?"), "Suppose Anna pays. Would it matter?", "may_play"),
        (("Does the club hold the tournament?",), "Suppose Ben pays. Does it matter?", "holds"),
    ],
)
def test_whether_it_matters_is_put_to_the_last_conclusion_that_hangs_on_it_or_to_all(
    before: tuple[str, ...], text: str, asked: str | None
) -> None:
    query = read(text, *before)
    statement = query.statement.predicate if query.statement else None
    assert (query.intent, statement, len(query.assume)) == (Intent.WHAT_IF, asked, 1)


@pytest.mark.parametrize("before", [(), ("When was Leo born?",)])
def test_whether_it_matters_is_not_put_to_the_fact_that_is_replaced(
    citizenship: Case, before: tuple[str, ...]
) -> None:
    state = State(citizenship)
    for said in before:
        state, _ = converse(state, said)
    query = understand(state, "Suppose Leo was born on 1 May 1990. Would it matter?")
    assert (query.intent, query.statement) == (Intent.WHAT_IF, None)
    assert [each.key for each in query.assume] == ["born_on(leo, 1990-05-01)"]


def test_what_it_matters_for_is_asked_about() -> None:
    query = read("Does it matter for the tournament whether Ben pays the fee?")
    assert query.statement
    assert (query.statement.predicate, assumed(query)) == ("holds", {PAYS: True})


def test_a_linchpin_of_the_whole_names_no_statement() -> None:
    query = read("What's the shakiest part of this whole story?")
    assert (query.intent, query.statement) == (Intent.LINCHPINS, None)


@pytest.mark.parametrize(
    "text",
    ["What if Anna changes her mind?", "what if Anna makes a U-turn", "what if the chair flips?"],
)
def test_who_turns_round_turns_from_what_he_is_known_to_hold(text: str) -> None:
    query = read(text)
    assert (query.intent, assumed(query)) == (Intent.WHAT_IF, {"trusts(anna, ben)": False})


def test_who_turns_round_turns_first_from_what_is_assumed_of_him() -> None:
    query = read("and if Ben changes his mind?", "Assume that Ben pays the fee.")
    assert assumed(query) == {PAYS: False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What if the chair flips and pays the fee?", {"pays_fee(anna, club)": True}),
        ("What if Anna changes her mind and does not pay?", {"pays_fee(anna, club)": False}),
        ("What if Anna flips and Ben pays the fee?", {"trusts(anna, ben)": False, PAYS: True}),
    ],
)
def test_who_turns_round_and_does_something_turns_to_that(
    text: str, expected: dict[str, bool]
) -> None:
    assert assumed(read(text)) == expected


def test_nothing_is_supposed_of_who_is_known_to_hold_nothing() -> None:
    assert not read("What if Ben flips?").assume


@pytest.mark.parametrize("text", ["Can Ben do it alone?", "could Ben pull it off alone"])
def test_alone_asks_what_it_would_take_of_one(text: str) -> None:
    query = read(text, "Does the club hold the tournament?")
    assert query.statement
    assert (query.intent, query.by) == (Intent.WHAT_WOULD_IT_TAKE, "ben")
    assert query.statement.key == HOLDS


def test_one_word_may_ask_what_is_supposed_for() -> None:
    query = read("Suppose Ben pays the fee. The tournament?")
    assert query.statement
    assert (query.statement.key, assumed(query)) == (HOLDS, {PAYS: True})


def test_what_is_known_only_by_name_is_not_what_one_could_do_alone() -> None:
    assert read("can Ben do anything for Anna?").intent is not Intent.WHAT_WOULD_IT_TAKE


@pytest.mark.parametrize("text", ["what's the bottom line?", "Give me the gist"])
def test_what_it_all_comes_to_lists_conclusions(text: str) -> None:
    query = read(text)
    assert (query.intent, query.listing) == (Intent.LIST, Listing.CONCLUSIONS)


def test_since_when_by_itself_only_doubts_what_was_said() -> None:
    query = read("Anna trusts Ben? Since when?")
    assert query.intent is Intent.ASK
    assert query.statement
    assert query.statement.key == "trusts(anna, ben)"


def test_files_and_systems_are_spoken_of_without_an_attack() -> None:
    query = read("Who is Anna in your files?")
    assert (query.intent, query.entity) == (Intent.DESCRIBE, "anna")
    assert read("Show me your files.").intent is Intent.OUT_OF_SCOPE


def test_without_somebody_means_nothing_before_all_else() -> None:
    query = read("without the club?")
    assert (query.intent, query.entity, query.clarify) == (Intent.DESCRIBE, "club", True)


@pytest.mark.parametrize("text", ["Bottom line for both kids?", "what's the bottom line for all?"])
def test_the_bottom_line_for_several_is_what_is_concluded(text: str) -> None:
    query = read(text)
    assert (query.intent, query.listing) == (Intent.LIST, Listing.CONCLUSIONS)


@pytest.mark.parametrize(
    "text",
    [
        "Do the wet courts matter?",
        "Are the wet courts relevant?",
        "Do the club's wet courts matter?",
        "What do the wet courts bear on?",
    ],
)
def test_what_something_bears_on_follows_from_it(text: str) -> None:
    query = read(text)
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.WHAT_FOLLOWS, WET)
    assert not query.alternatives


@pytest.mark.parametrize("text", ["Does it matter?", "does that count?"])
def test_whether_it_matters_leans_on_what_was_said(text: str) -> None:
    query = read(text, "Does the club hold the tournament?")
    assert query.statement is not None
    assert query.statement.key == HOLDS


@pytest.mark.parametrize(
    ("text", "listing"),
    [
        ("what's this article about", Listing.CONCLUSIONS),
        ("whats the gist of the article", Listing.CONCLUSIONS),
        ("What is the main argument?", Listing.CONCLUSIONS),
        ("what's the thesis?", Listing.CONCLUSIONS),
        ("give me the argument in three steps", Listing.CONCLUSIONS),
        ("I have to brief Ben. What's the bottom line of this piece?", Listing.CONCLUSIONS),
        ("what are the premises?", Listing.FACTS),
    ],
)
def test_what_all_comes_to_is_told_by_its_conclusions(text: str, listing: Listing) -> None:
    query = read(text)
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, listing, False)


@pytest.mark.parametrize(
    ("turns", "statement"),
    [
        (
            ("Does the club hold the tournament?", "What if Ben pays the fee?", "Is that enough?"),
            HOLDS,
        ),
        (
            ("Suppose Ben pays the fee", "Is that enough for the club to hold the tournament?"),
            HOLDS,
        ),
        (("Suppose Ben pays the fee", "does that do it?"), None),
    ],
)
def test_whether_that_is_enough_asks_what_is_missing(
    turns: tuple[str, ...], statement: str | None
) -> None:
    *before, text = turns
    query = read(text, *before)
    found = query.statement.key if query.statement else None
    assert (query.intent, found) == (Intent.WHAT_WOULD_IT_TAKE, statement)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Is Mattis the only official who renounced regime change?",
            "No, it is reported that Secretary Tillerson publicly renounces regime change "
            "(on 1 August 2017, ¶2) as well.",
        ),
        (
            "Is China the North's only trading partner?",
            "It is reported that China is the largest trading partner of North Korea (¶5); "
            "nothing shows it of any other state.",
        ),
        (
            "Is Pompeo the only one who renounces regime change?",
            "No, it does not hold that Director Pompeo publicly renounces regime change.",
        ),
    ],
)
def test_what_is_asked_of_one_alone_is_about_the_others(
    article: Case, text: str, answer: str
) -> None:
    assert converse(State(article), text)[1].page.answer == answer


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Are deterrence and war the only alternatives to talks?", False),
        ("war is the only option left", True),
    ],
)
def test_a_statement_may_say_itself_that_there_is_no_other(
    article: Case, text: str, denied: bool
) -> None:
    query = understand(State(article), text)
    assert (query.denied, query.clarify) == (denied, False)


@pytest.mark.parametrize(
    ("text", "by", "goal"),
    [
        ("What can Anna do for Ben?", "anna", "may_play(ben, tournament)"),
        ("What could Ben do for the club?", "ben", HOLDS),
    ],
)
def test_what_one_can_do_for_another_is_what_it_takes_by_him(text: str, by: str, goal: str) -> None:
    query = read(text)
    assert query.statement is not None
    assert (query.by, query.statement.key, query.clarify) == (by, goal, False)


def test_what_is_denied_to_the_letter_stays_so() -> None:
    assert understand(State(club()), "Are the courts of the club dry?").denied


def test_whether_somebody_is_what_he_is_called_is_asked(article: Case) -> None:
    query = understand(State(article), "Is President Trump the president of the United States?")
    assert query.statement is not None
    assert (query.intent, query.statement.key) == (Intent.ASK, "president(trump, united_states)")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("What does China fear?", "fears_regime_change(china)"),
        ("and what does China dislike most?", "dislikes(china, nuclear_north_korea)"),
    ],
)
def test_what_a_statement_has_the_verb_for_is_told_by_that(
    article: Case, text: str, key: str
) -> None:
    query = understand(State(article), text)
    found = query.statement.key if query.statement else None
    assert (query.intent, found, query.clarify) == (Intent.ASK, key, False)


def test_a_clause_that_says_nothing_else_is_supposed_however_little_it_says() -> None:
    query = read("Does it matter if Ben pays but no fee from Anna?")
    assert assumed(query) == {PAYS: True, "pays_fee(anna, club)": False}


@pytest.mark.parametrize("both", ["both", "both of them", "them both"])
def test_both_are_the_only_two_people_there_are(both: str) -> None:
    query = read(f"Suppose {both} pay the fee to the club.")
    assert assumed(query) == {PAYS: True, "pays_fee(anna, club)": True}


def test_both_before_names_are_those() -> None:
    assert assumed(read("What if both Ben and the club pay the fee?")).keys() >= {PAYS}
