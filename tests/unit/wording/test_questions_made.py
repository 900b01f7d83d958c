"""Questions that are made of a template without `asks`."""

from __future__ import annotations

import pytest

from arguendo.vocabulary.templates import Template
from arguendo.wording.clauses import question


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("{x} [promises|promise] {y} money", "[Does|Do] {x} promise {y} money"),
        ("{x} publicly [renounces|renounce] it", "[Does|Do] {x} publicly renounce it"),
        ("{x} [is|are] first", "[Is|Are] {x} first"),
        ("{x} [was|were] away", "[Was|Were] {x} away"),
        ("{x} is wet", "Is {x} wet"),
        ("{x} may play in {y}", "May {x} play in {y}"),
        ("{x} should write to {y}", "Should {x} write to {y}"),
        ("{x} [has|have] a majority", "[Does|Do] {x} have a majority"),
        ("{x} [has|have] {n} seats", "[Does|Do] {x} have {n} seats"),
        ("{x} [has|have] paid", None),
        ("{x} [does|do] not pay", None),
        ("{x} paid {y}", None),
        ("{x} cannot drive", None),
        ("the fear of {x} is eased", None),
        ("it rains", None),
    ],
)
def test_a_question_is_made_where_the_verb_is_plain(says: str, asks: str | None) -> None:
    made = question(Template(says))
    assert (made.text if made else None) == asks
