"""What the words of a text speak for, as a rule base has them associated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.entities.mentions import Names
from arguendo.conversation.statements.associations import Associations, associations, signs
from arguendo.conversation.statements.candidates import Matcher
from arguendo.conversation.statements.index import Index
from arguendo.rulebase import Association, RuleBase
from arguendo.statements import Statement
from tests.builders import statement
from tests.conversation.club import club

PAYS = statement("pays_fee(anna,club)")
HOLDS = statement("holds(club,tournament)")


def with_words(**told: float) -> RuleBase:
    """The club, where words and ids of entities speak for Anna's paying."""
    section = (Association(PAYS, tuple(told.items())), Association(HOLDS, ()))
    return replace(club().rulebase, associations=section, digest="")


def told(base: RuleBase, text: str) -> dict[Statement, float | None]:
    """How likely the words of a text make each statement that has associations."""
    words = text.split()
    mentions = Names(tuple(base.vocabulary.entities.values())).find(words)
    known = associations(base)
    found = known.told(signs(words, mentions))
    return {each: found.of(each) for each in known.statements}


@pytest.mark.parametrize("text", ["cough", "she coughed up", "coughing"])
def test_a_word_speaks_for_its_statement_in_all_its_forms(text: str) -> None:
    found = told(with_words(cough=2.0), text)
    assert (found[PAYS] or 0) > (found[HOLDS] or 0) > 0


def test_a_word_may_speak_against_its_statement() -> None:
    found = told(with_words(cough=-2.0), "cough")
    assert (found[PAYS] or 0) < (found[HOLDS] or 0)


def test_a_word_that_is_not_associated_speaks_for_none() -> None:
    found = told(with_words(cough=2.0), "sneeze")
    assert found[PAYS] == found[HOLDS]


@pytest.mark.parametrize("name", ["anna", "anna berg", "the chair"])
def test_an_entity_counts_under_all_its_names(name: str) -> None:
    found = told(with_words(anna=2.0), name)
    assert (found[PAYS] or 0) > (found[HOLDS] or 0)


def test_the_words_of_a_name_count_for_the_one_named_alone() -> None:
    found = told(with_words(chair=2.0), "the chair")
    assert found[PAYS] == found[HOLDS]
    assert (told(with_words(chair=2.0), "chairs")[PAYS] or 0) > (found[PAYS] or 0)


def test_without_the_section_nothing_is_told() -> None:
    assert associations(club().rulebase) == Associations()
    assert associations(club().rulebase).told(["cough"]).of(PAYS) is None


@pytest.mark.parametrize("way", [1, -1])
def test_what_is_told_counts_when_statements_are_ranked(way: int) -> None:
    def lead(weight: float) -> float:
        base = with_words(cough=weight)
        matcher = Matcher(Index(base), Case.of(base))
        piece = matcher.piece(["the", "fee", "or", "the", "tournament", "anna", "coughs", "up"])
        scores = {r.statement: r.score for r in matcher.ranked(piece, lambda *_: 1.0, most=50)}
        return scores[PAYS] / scores[HOLDS]

    assert way * (lead(way * 4.0) - lead(0.0)) > 0
