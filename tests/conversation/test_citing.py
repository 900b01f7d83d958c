"""Rules and paragraphs asked for by name, by number or by pointing."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import State
from arguendo.conversation.understanding import understand
from arguendo.inquiry.query import Intent, Listing, Query
from tests.conversation.club import club


def after(case: Case, *turns: str) -> State:
    state = State(case)
    for text in turns:
        state, _ = converse(state, text)
    return state


def asked(query: Query) -> tuple[str | None, str | None, str | None]:
    assert (query.intent, query.listing, query.clarify) == (Intent.LIST, Listing.RULES, False)
    return query.rule, query.statement.key if query.statement else None, query.entity


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("What does rule 5 say?", "carnivore-by-meat"),
        ("Show me rule number 5.", "carnivore-by-meat"),
        ("Tell me about the fifth rule", "carnivore-by-meat"),
        ("What does “A mammal that eats meat is a carnivore” say?", "carnivore-by-meat"),
        ("read me the rule a mammal that eats meat is a carnivore", "carnivore-by-meat"),
        ("What does the rule about the cud say?", "ungulate-by-cud"),
    ],
)
def test_a_rule_is_asked_for_by_its_number_or_its_title(
    animals: Case, text: str, rule: str
) -> None:
    known = {each.title: each.id for each in animals.rulebase.rules}
    titles = {
        "carnivore-by-meat": "A mammal that eats meat is a carnivore",
        "ungulate-by-cud": "A mammal that chews the cud is an ungulate",
    }
    assert asked(understand(State(animals), text))[0] == known[titles[rule]]


@pytest.mark.parametrize(
    "text", ["I want to see rule 5", "let me see rule 5", "what does rule 5 mean?"]
)
def test_a_rule_is_asked_for_by_wanting_to_see_it(animals: Case, text: str) -> None:
    assert asked(understand(State(animals), text))[0] == animals.rulebase.rules[4].id


@pytest.mark.parametrize(
    "text", ["Does he want talks?", "Would he like talks?", "does he say talks"]
)
def test_whether_something_is_so_asks_for_no_rule_that_is_called_so(
    article: Case, text: str
) -> None:
    (rule,) = [each for each in article.rulebase.rules if each.id == "talks"]
    assert understand(State(article), text).rule != rule.id


@pytest.mark.parametrize(
    "text", ["Does she want to be registered?", "Is it said she is registered?"]
)
def test_a_short_id_is_no_name_of_a_rule_where_no_rule_is_spoken_of(
    citizenship: Case, text: str
) -> None:
    assert "registered" in citizenship.rulebase.rule
    assert understand(State(citizenship), text).rule is None


@pytest.mark.parametrize(
    "text", ["Which rule is that from?", "By which rule?", "What rule says so?", "which rule?"]
)
def test_a_rule_is_asked_for_by_what_it_concludes(animals: Case, text: str) -> None:
    state = after(animals, "Suppose the animal has hair.", "Is the animal a mammal?")
    assert asked(understand(state, text))[1] == "belongs_to(animal, mammal)"
    page = converse(state, text)[1].page
    assert page.answer.startswith("That the animal is a mammal follows by the rule “Hair tells")
    assert "If some animal has hair, then" in page.text


def test_it_is_told_that_no_rule_concludes_a_fact(article: Case) -> None:
    state = after(article, "Is Trump the president?", "Does Xi value North Korea as a buffer?")
    goal = understand(state, "Which rule is that from?").statement
    assert goal is not None
    page = converse(state, "Which rule is that from?")[1].page
    assert "rule" in page.answer


def test_what_the_last_rule_says_is_asked_by_pointing(animals: Case) -> None:
    state = after(
        animals, "Suppose the animal has hair.", "Is the animal a mammal?", "Which rule is that?"
    )
    text = converse(state, "What does that rule say?")[1].page.text
    assert "If some animal has hair, then" in text


def test_rules_are_asked_for_by_whom_they_name(article: Case) -> None:
    query = understand(State(article), "Which rules mention Xi?")
    assert asked(query)[2] == "xi"
    page = converse(State(article), "Which rules mention Xi?")[1].page
    assert "The president should give Xi his own assurance" in page.text
    assert "A deal with North Korea needs security guarantees" not in page.text


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("What does paragraph 4 say?", "¶4"),
        ("what does ¶4 say", "¶4"),
        ("show me para 4", "¶4"),
        ("What is in the fourth paragraph?", "¶4"),
    ],
)
def test_a_paragraph_is_asked_for_by_its_mark(article: Case, text: str, paragraph: str) -> None:
    query = understand(State(article), text)
    assert (query.intent, query.paragraph, query.clarify) == (Intent.SOURCE, paragraph, False)
    page = converse(State(article), text)[1].page
    assert page.answer.startswith(f"{paragraph} says, in short: ")


def test_a_section_within_another_is_one_of_its_own(citizenship: Case) -> None:
    query = understand(State(citizenship), "What does §50(2) say?")
    assert query.paragraph == "§50(2)"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("What does rule 99 say?", "There is no rule 99"),
        ("What does paragraph 99 say?", "There is no paragraph 99"),
    ],
)
def test_what_there_is_not_is_said(text: str, told: str) -> None:
    assert told in converse(State(club()), text)[1].page.answer


@pytest.mark.parametrize(
    "text", ["What are the rules?", "Which rules are there?", "Why does that rule matter?"]
)
def test_what_asks_for_no_single_rule(text: str) -> None:
    query = understand(after(club(), "Are the courts wet?"), text)
    assert (query.rule, query.statement if query.intent is Intent.LIST else None) == (None, None)


@pytest.mark.parametrize(
    "text", ["Where do the zoo notes mention the ostrich?", "Where does it say the bird flies?"]
)
def test_where_something_is_mentioned_asks_for_its_source(animals: Case, text: str) -> None:
    assert understand(State(animals), text).intent is Intent.SOURCE
