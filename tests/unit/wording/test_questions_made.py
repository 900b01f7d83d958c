"""Questions that are made of a template without `asks`."""

from __future__ import annotations

import pytest

from arguendo.vocabulary.templates import Template
from arguendo.wording.clauses import question


@pytest.mark.parametrize(
    ("says", "asks"),
    [
        ("{x} [promises|promise] {y} money", "[does|do] {x} promise {y} money"),
        ("{x} publicly [renounces|renounce] it", "[does|do] {x} publicly renounce it"),
        ("{x} [is|are] first", "[is|are] {x} first"),
        ("{x} [was|were] away", "[was|were] {x} away"),
        ("{x} is wet", "is {x} wet"),
        ("{x} may play in {y}", "may {x} play in {y}"),
        ("{x} should write to {y}", "should {x} write to {y}"),
        ("{x} [has|have] a majority", "[does|do] {x} have a majority"),
        ("{x} [has|have] {n} seats", "[does|do] {x} have {n} seats"),
        ("{x} [has|have] paid", None),
        ("{x} [does|do] not pay", None),
        ("{x} paid {y}", None),
        ("{x} cannot drive", None),
        ("the fear of {x} is eased", "is the fear of {x} eased"),
        ("it rains", None),
    ],
)
def test_a_question_is_made_where_the_verb_is_plain(says: str, asks: str | None) -> None:
    made = question(Template(says))
    assert (made.text if made else None) == asks
