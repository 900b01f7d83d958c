from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo_tui.presenters.sentences import Sentences


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("      - the fair op", "ens"),
        ("    then: The fair pays", " for itself"),
        ("  - say: the fair has a p", "ermit"),
        ('      - "the fair has h', "elpers"),
        ("      - ?whoever he", "lps"),
        ("      - Ada he", "lps"),
        ("      - street fair has h", "elpers"),
        ("      - the fair opens", ""),
        ("    title: the fair op", ""),
        ("      - th", ""),
        ("      # - the fair op", ""),
        ("  - id: the fair op", ""),
    ],
)
def test_a_sentence_begun_is_completed(fair: Case, line: str, rest: str) -> None:
    assert Sentences.of(fair.rulebase).rest(line) == rest


def test_all_that_is_offered_can_be_read(article: Case) -> None:
    said = Sentences.of(article.rulebase).said
    assert len(said) > 50
    assert any(each.startswith("?") for each in said)
    unread = [each for each in said if len(article.rulebase.vocabulary.read(each)) != 1]
    assert unread == []
