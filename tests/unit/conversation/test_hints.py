"""What the words of a whole text hint that it supposes, as a rule base has them associated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.conversation.context import Context
from arguendo.conversation.english.words import sentences
from arguendo.conversation.ranking import preferring
from arguendo.conversation.signs.bearing import of_hints
from arguendo.conversation.state import State
from arguendo.conversation.statements.associations import Associations, associations
from arguendo.conversation.statements.hints import hints, signs
from arguendo.conversation.statements.index import Index
from arguendo.conversation.statements.readings import Reading
from arguendo.rulebase import Association, RuleBase
from tests.builders import statement
from tests.conversation.club import club

PAYS = statement("pays_fee(ben,club)")


def with_words(denied: bool = False, **told: float) -> RuleBase:
    """The club, where words speak for Ben's paying being supposed."""
    words = (("*", -3.0), *((word.replace("_", "+"), weight) for word, weight in told.items()))
    section = Association(PAYS, (), () if denied else words, words if denied else ())
    return replace(club().rulebase, associations=(section,), digest="")


def odds(base: RuleBase, text: str, positive: bool = True) -> float:
    """How likely a text is hinted to suppose it."""
    names = Index(base).names
    return hints(base).told(signs(sentences(text, names.pairs), names))[PAYS, positive]


def test_what_always_counts_does() -> None:
    assert odds(with_words(cough=2.0), "And now?") == -3.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("What if he coughs up?", -1.0), ("He coughed. What now?", -1.0), ("No coughs, no cough", -1)],
)
def test_a_word_counts_once_in_all_its_forms_and_anywhere(text: str, expected: float) -> None:
    assert odds(with_words(cough=2.0), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What if the chair pays?", -1.0),
        ("What if Anna Berg pays?", -1.0),
        ("What if Anna never pays?", -3.0),
        ("And Anna, pays she?", -3.0),
        ("Here is Anna. Pays she?", -3.0),
    ],
)
def test_a_pair_counts_where_nothing_stands_between(text: str, expected: float) -> None:
    assert odds(with_words(anna_pays=2.0), text) == expected


def test_what_is_supposed_away_is_told_apart() -> None:
    assert odds(with_words(denied=True, broke=5.0), "Suppose he is broke.", positive=False) == 2.0


def test_what_several_files_say_of_a_statement_adds_up() -> None:
    base = with_words(cough=2.0)
    assert odds(replace(base, associations=base.associations * 2), "Cough!") == -2.0


def test_a_rule_base_without_such_words_hints_at_nothing() -> None:
    assert hints(club().rulebase).told(["cough"]) == {}


def test_what_is_only_supposed_is_no_class_of_what_words_speak_for() -> None:
    assert associations(with_words(cough=2.0)) == Associations()


def test_what_the_whole_text_asks_about_stands_before_what_scores_little_better() -> None:
    case = Case.of(club().rulebase)
    context, other = Context(State(case)), statement("wet_courts(club)")
    near = [Reading(PAYS, True, 4.0, coverage=0.5), Reading(other, True, 3.6, coverage=0.5)]
    odds = {(PAYS, True): -2.0, (other, True): 2.0}
    assert preferring.hinted_rather(context, near, odds)[0].statement == other
    assert preferring.hinted_rather(context, near, {})[0].statement == PAYS
    far = [near[0], replace(near[1], score=1.0)]
    assert preferring.hinted_rather(context, far, odds)[0].statement == PAYS


def test_how_surely_something_is_supposed_is_told_in_steps() -> None:
    shown = list(of_hints({(PAYS, True): 1.5, (PAYS, False): -2.5}))
    assert "hinted 0: over 1" in shown
    assert "hinted 0: over 2" not in shown
    assert "hinted 1: over -3" in shown
    assert "hints: over 0.6" in shown
    assert list(of_hints({})) == ["unhinted"]
