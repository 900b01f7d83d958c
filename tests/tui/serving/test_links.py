"""What a link may bring."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo_tui.serving.links import (
    MOST_CHARACTERS,
    BadLink,
    Link,
    check_scenario,
    cleaned,
    read_link,
)


@given(st.text(max_size=MOST_CHARACTERS))
def test_a_question_becomes_one_line_of_visible_characters(text: str) -> None:
    line = cleaned(text)
    assert not [each for each in line if each != " " and unicodedata.category(each)[0] in "CZ"]
    assert line == " ".join(line.split())
    assert cleaned(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Why?\n\tAnd \x1b[31mso\x1b]52;c;eA==\x07 on", "Why? And [31mso]52;c;eA== on"),
        ("a\x00b\u202ec\u200bd\x85e", "abcd e"),
        ("Größe ¶7: “é” 中文", "Größe ¶7: “é” 中文"),
    ],
)
def test_what_is_left_out(text: str, line: str) -> None:
    assert cleaned(text) == line


def test_what_cannot_be_meant_is_refused() -> None:
    with pytest.raises(BadLink, match="at most 1,000"):
        read_link({"ask": ["x" * (MOST_CHARACTERS + 1)]})
    with pytest.raises(BadLink, match="more than once"):
        read_link({"scenario": ["one", "two"]})
    with pytest.raises(BadLink, match="no scenario") as error:
        check_scenario(Link("wiling"), ("bare", "willing"))
    assert "willing" in error.value.hint
    with pytest.raises(BadLink) as error:
        check_scenario(Link("\x1b[2J" + "x" * 9999), ("bare",))
    assert "\x1b" not in str(error.value)
    assert len(str(error.value)) < MOST_CHARACTERS


def test_a_link_says_what_it_asks_for_and_nothing_else() -> None:
    link = read_link({"scenario": ["willing"], "ask": ["Why & how?"], "token": ["secret"]})
    check_scenario(link, ("willing",))
    assert link == Link("willing", "Why & how?")
    assert link.query == "?scenario=willing&ask=Why+%26+how%3F"
    assert read_link({}).query == ""
