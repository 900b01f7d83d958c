from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.inquiry.query import Intent, Listing, Step
from arguendo.statements import Entity, Predicate
from arguendo.vocabulary import Vocabulary
from arguendo.wording.answers import detail, full, word
from arguendo.wording.page import Role
from arguendo.wording.rulings import alone
from tests.builders import rule, rulebase, statement
from tests.unit.wording.samples import ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


def assuming(case: Case, *keys: str) -> Case:
    for key in keys:
        case = case.assume(statement(key.lstrip("!")), 0 if key.startswith("!") else None)
    return case


@pytest.mark.parametrize(
    ("given", "key", "expected"),
    [
        ((), "wet(ann)", "Yes, that is likely: Ann is wet."),
        ((), "grown(ann)", "Yes, that follows: Ann is grown up."),
        ((), "pours()", "Yes, that is reported: it pours."),
        (("hat(ann)",), "hat(ann)", "Yes, but only by assumption: Ann wears a hat."),
        (
            ("hat(ann)",),
            "happy(ann)",
            "It could go either way: there is a roughly even chance that Ann is happy.",
        ),
        (
            (),
            "dry(ann)",
            "No, it is not the case that Ann stays dry: to the contrary, "
            "it is likely that Ann is wet.",
        ),
        (("!wet(ann)",), "wet(ann)", "No, by assumption: it is not the case that Ann is wet."),
        (
            ("hat(ann)", "coat(ann)"),
            "wet(ann)",
            "That is contested: it is likely that Ann is wet, but, to the contrary, "
            "it follows that Ann stays dry.",
        ),
        ((), "happy(ben)", "On these facts it is not established that Ben is happy."),
        (
            (),
            "hat(ann)",
            "That is an open question: nothing reported settles whether Ann wears a hat.",
        ),
        (
            (),
            "hat(ben)",
            "Nothing here says that Ben wears a hat: no fact reports it, "
            "and no rule could conclude it.",
        ),
    ],
)
def test_the_four_answers(case: Case, given: Iterable[str], key: str, expected: str) -> None:
    assert word(ask(assuming(case, *given), "ask", key)).answer == expected


@pytest.mark.parametrize(
    ("given", "key", "expected"),
    [
        ((), "wet(ann)", "No, it is likely that Ann is wet."),
        ((), "grown(ann)", "No, it follows that Ann is grown up."),
        ((), "pours()", "No, it is reported that it pours."),
        (
            ("hat(ann)",),
            "happy(ann)",
            "It could go either way: there is a roughly even chance that Ann is happy.",
        ),
        (
            (),
            "dry(ann)",
            "Yes, it is not the case that Ann stays dry: it is likely that Ann is wet.",
        ),
        (("!wet(ann)",), "wet(ann)", "Yes, by assumption: it is not the case that Ann is wet."),
        (
            (),
            "happy(ben)",
            "Yes, as far as is shown: it is not established that Ben is happy.",
        ),
        (
            (),
            "hat(ann)",
            "That is an open question: nothing reported settles whether Ann wears a hat.",
        ),
    ],
)
def test_yes_answers_the_denial_that_was_asked_for(
    case: Case, given: tuple[str, ...], key: str, expected: str
) -> None:
    found = ask(assuming(case, *given), "ask", key, denied=True)
    assert word(found).of(Role.ANSWER)[0].lines == (expected,)


@pytest.mark.parametrize(
    ("intent", "key", "expected"),
    [
        ("why", "wet(ann)", "It is likely that Ann is wet, because it pours, and Ann goes out."),
        (
            "why",
            "happy(ann)",
            "So far it is not established that Ann is happy: nothing shows that Ann wears a hat.",
        ),
        (
            "why",
            "dry(ann)",
            "That is not so, and there is nothing to explain: to the contrary, "
            "it is likely that Ann is wet.",
        ),
        (
            "why_not",
            "wet(ann)",
            "It does hold: it is likely that Ann is wet, because it pours, and Ann goes out.",
        ),
        (
            "why_not",
            "wet(ben)",
            "It is not established that Ben is wet: Ben carries an umbrella (reported).",
        ),
        (
            "why_not",
            "grown(ben)",
            "It is not established that Ben is grown up: nothing shows that Ben is N years old.",
        ),
    ],
)
def test_why_and_why_not_say_when_the_question_does_not_fit(
    case: Case, intent: str, key: str, expected: str
) -> None:
    assert word(ask(case, intent, key)).answer == expected


def test_what_is_set_aside_is_noted() -> None:
    base = rulebase(
        vocabulary=Vocabulary(
            (), [Predicate("hot", (), "it is hot"), Predicate("cold", (), "it is cold")]
        ),
        facts=["cold()"],
        contraries=[("hot()", "cold()")],
    )
    first = ask(Case.of(base), "assume", None, ["hot()"])
    assert "This sets aside what is reported, that it is cold." in word(first).text
    second = ask(first.case, "assume", None, ["cold()"])
    assert (
        "The earlier assumption that it is hot gives way, since the new one says the contrary."
        in word(second).text
    )


def test_assumptions_in_force_are_noted_where_they_matter(case: Case) -> None:
    given = assuming(case, "hat(ann)", "!umbrella(ann)", "umbrella(ben)")
    assert word(ask(given, "ask", "wet(ann)")).of(Role.NOTE)[0].lines == (
        "It is assumed here that Ann wears a hat, and it is not the case that Ann carries "
        "an umbrella.",
    )


def test_an_argument_on_contested_ground_says_so(case: Case) -> None:
    given = assuming(case, "hat(ann)", "coat(ann)")
    noted = word(ask(given, "ask", "advised(ann, cape)")).text
    assert "The argument rests on what is contested, that Ann is wet." in noted


@pytest.mark.parametrize(
    ("assume", "expected"),
    [
        ("umbrella(ann)", "It is no longer assumed that Ann carries an umbrella."),
        (
            "coat(ann)",
            "There is nothing to take back, since it is not assumed that Ann wears a coat.",
        ),
    ],
)
def test_taking_back(case: Case, assume: str, expected: str) -> None:
    given = assuming(case, "umbrella(ann)")
    assert word(ask(given, "retract", assume)).answer == expected


def test_undo_and_reset_say_what_came_back(case: Case) -> None:
    given = assuming(case, "umbrella(ann)")
    undone = word(ask(given, "retract", back=Step.UNDO)).answer
    assert undone == "Undone: it is no longer assumed that Ann carries an umbrella."
    away = assuming(given.retract(statement("umbrella(ann)")))
    assert word(ask(away, "retract", back=Step.UNDO)).answer == (
        "Undone: it is assumed again that Ann carries an umbrella."
    )
    assert word(ask(case, "retract", back=Step.UNDO)).answer == "There is nothing to undo."
    assert word(ask(given, "retract", back=Step.RESET)).answer == (
        "All of your own assumptions are taken back: this is the case as reported again."
    )


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("happy(ann)", "For Ann to be happy, one thing is enough."),
        ("wet(ann)", "Nothing more is needed: it is already likely that Ann is wet."),
        ("wet(ben)", "For Ben to be wet, no answer to the open questions is enough."),
        (
            "dry(ann)",
            "For Ann to stay dry, two things have to come together, which can happen in two ways.",
        ),
    ],
)
def test_what_it_would_take(case: Case, key: str, expected: str) -> None:
    assert word(ask(case, "what_would_it_take", key)).answer == expected


def test_of_what_holds_already_it_is_told_what_would_undo_it(case: Case) -> None:
    page = word(ask(case, "what_would_it_take", "wet(ann)"))
    expected = word(ask(case, "ask", "wet(ann)")).of(Role.OUTLOOK)
    assert expected
    assert page.of(Role.OUTLOOK) == expected


def test_a_degree_out_of_reach_is_told_with_what_can_be_reached(case: Case) -> None:
    page = word(ask(case, "what_would_it_take", "happy(ann)", degree="likely"))
    assert page.answer.endswith("no answer to the open questions is enough.")
    assert page.of(Role.REASON)[0].lines == ("At best there is a roughly even chance of it.",)


def test_it_is_told_at_which_degree_something_holds_how_often(case: Case) -> None:
    page = word(ask(case, "ask", "dry(ann)", ["!pours()"]))
    assert page.of(Role.OUTLOOK)[0].lines[-2] == (
        "Of the eight possible combinations of answers to the open questions, it holds in four, "
        "very likely in two and outright in two."
    )


def test_what_no_open_question_bears_on_holds_whatever_happens(case: Case) -> None:
    page = word(ask(case, "ask", "grown(ann)"))
    assert page.of(Role.OUTLOOK)[0].lines == ("It holds however the open questions turn out.",)


def test_what_it_would_take_is_listed_with_what_is_common_first(case: Case) -> None:
    lists = word(ask(case, "what_would_it_take", "dry(ann)")).of(Role.LIST)
    assert [(each.heading, each.lines) for each in lists] == [
        ("Needed in any case", ("Ann carries an umbrella.",)),
        ("And one of these", ("Ann wears a hat.", "Ann wears a coat.")),
    ]


def test_advice_comes_with_its_reason(case: Case) -> None:
    page = word(ask(case, "recommend"))
    assert page.answer == "A cape is advised for Ann (likely)."
    assert page.of(Role.LIST)[0].lines == ("Ann is wet. A cape keeps off the rain.",)
    none = word(ask(case, "recommend", entity="ben"))
    assert none.answer == "On these facts nothing is recommended to Ben."
    assert none.of(Role.LIST)[0].heading == "What is recommended to others"


def test_lists_are_grouped(case: Case) -> None:
    page = word(ask(case, "list", listing=Listing.CONCLUSIONS))
    assert page.answer == "Three conclusions follow from the facts."
    assert [block.heading for block in page.of(Role.LIST)] == ["Follows", "Likely"]


def test_a_step_that_is_not_there(case: Case) -> None:
    assert word(ask(case, "why", number=7)).answer == "The last explanation has no step 7."


def test_every_intent_has_words_without_a_statement(case: Case) -> None:
    for intent in Intent:
        assert word(ask(case, intent.value)).answer, intent


def test_a_source_is_named(case: Case) -> None:
    page = word(ask(case, "source", "wet(ann)"))
    assert page.answer == "No paragraph says it outright; that Ann is wet is concluded from ¶1."
    assert page.of(Role.LIST)[0].lines == ("¶1: It rained.",)
    assert page.of(Role.NOTE)[0].lines == ("The text is “A diary” by A. Walker (3 February 2020).",)


def test_the_proof_tells_each_step_on_a_line(case: Case) -> None:
    steps = detail(ask(case, "why", "advised(ann, cape)")).of(Role.STEPS)[0].lines
    assert steps == (
        "1. A cape is advised for Ann: likely, from 2. A cape keeps off the rain.",
        "2. Ann is wet: likely, from 3 and 4. Rain falls on everyone who is out. It would not "
        "follow if Ann carries an umbrella (an open question). ¶1.",
        "3. It pours: reported.",
        "4. Ann goes out: reported.",
    )


def test_other_arguments_are_told_after_the_best(case: Case) -> None:
    given = assuming(case, "hat(ann)", "coat(ann)", "!pours()", "umbrella(ann)")
    told = detail(ask(given, "why", "dry(ann)")).of(Role.STEPS)
    assert len(told) == 1
    base = rulebase(
        facts=["p()", "q()"],
        rules=[
            rule("one", title="One", if_=["p()"], then="goal()"),
            rule("two", title="Two", if_=["q()"], then="goal()"),
        ],
    )
    answer = ask(Case.of(base), "why", "goal()")
    assert [block.heading for block in detail(answer).of(Role.STEPS)] == [
        "The argument, step by step",
        "Another argument leads to the same conclusion",
    ]
    assert "One other argument leads to the same conclusion: “Two”." in word(answer).text


def test_why_not_goes_down_to_what_is_missing(case: Case) -> None:
    steps = detail(ask(case, "why_not", "happy(ann)")).of(Role.STEPS)[0].lines
    assert steps[:5] == (
        "“Hats delight” fails:",
        "  Missing: Ann wears a hat (an open question).",
        "“Dry ones are happy” fails:",
        "  Holds: Ann is grown up (follows).",
        "  Missing: Ann stays dry (does not hold).",
    )
    assert "    “Cover keeps dry” fails another way:" in steps
    assert steps[-1] == "  In the way: it pours (reported)."


def test_the_longest_level_is_both(case: Case) -> None:
    answer = ask(case, "why", "wet(ann)")
    assert full(answer).blocks == (*word(answer).blocks, *detail(answer).blocks)


def test_the_longest_level_says_nothing_twice(case: Case) -> None:
    blocks = full(ask(case, "what_if", None, assume=["hat(ann)"])).blocks
    assert len(blocks) == len({(block.heading, block.lines) for block in blocks})


def test_nothing_from_a_file_reaches_the_terminal_as_a_command() -> None:
    evil = "A\x1b[2Jnn\nx"
    base = rulebase(
        vocabulary=Vocabulary(
            [Entity("ann", evil, about=evil)], [Predicate("p", (), f"it is {evil}")]
        ),
        facts=["p()"],
        rules=[rule("r", title=evil, if_=["p()"], then="q()", because=evil)],
        title=evil,
        about=evil,
    )
    case = Case.of(base)
    for intent in Intent:
        answer = ask(case, intent.value, "q()", entity="ann")
        assert not set(full(answer).text) & set("\x1b\r")


def test_the_same_question_is_answered_in_the_same_words(case: Case) -> None:
    for intent in Intent:
        once = ask(Case.of(rain()), intent.value, "dry(ann)")
        assert full(once) == full(ask(Case.of(rain()), intent.value, "dry(ann)"))


def test_a_scenario_is_begun_by_its_title_and_compared(case: Case) -> None:
    from arguendo.scenarios import Assumption, Scenario

    scenario = Scenario("dull", "A dull day", (Assumption(statement("hat(ann)"), 5),))
    staged = Case.of(replace(rain(), scenarios=(scenario,)))
    page = word(ask(staged, "assume", scenarios=("dull",)))
    assert page.answer == "The scenario is now “A dull day”."
    compared = word(ask(staged, "compare", scenarios=("dull",)))
    assert compared.answer == (
        "The case as reported and “A dull day” differ in one conclusion; "
        "they part first over whether Ann is happy."
    )
    alike = word(ask(staged, "compare", "grown(ann)", scenarios=("dull",)))
    assert alike.answer.startswith("In both it follows that Ann is grown up; the case as reported")
    apart = word(ask(staged, "compare", "happy(ann)", scenarios=("dull",)))
    assert apart.answer.startswith("In the case as reported it is not established that Ann is")


def test_reasons_that_are_only_counted_are_named_where_nothing_follows() -> None:
    names = [f"{each} was seen by all who stood at the gate that day" for each in "abcd"]
    base = rulebase(
        vocabulary=Vocabulary((), [Predicate(f"p{n}", (), said) for n, said in enumerate(names)]),
        facts=[f"p{n}()" for n in range(4)],
        rules=[rule("r", if_=[f"p{n}()" for n in range(4)], then="q()")],
    )
    answer = ask(Case.of(base), "why", "q()")
    assert word(answer).answer.endswith("for four reasons.")
    assert all(name in alone(answer).lower() for name in names)
    assert alone(ask(Case.of(base), "ask", "q()")) == ""


def test_of_many_things_that_are_lacking_some_are_named_and_the_others_counted() -> None:
    lacking = [f"p{n}()" for n in range(7)]
    base = rulebase(rules=[rule("r", if_=lacking, then="q()")], questions=lacking)
    said = " ".join(word(ask(Case.of(base), "why_not", "q()")).answer.split())
    assert said.count("that “p") == 4
    assert "nor three other things" in said
