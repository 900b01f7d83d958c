from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste

from arguendo_tui.alt_keys import AltParser
from arguendo_tui.pasting import ENDS, STARTS, cleaned, in_a_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("What if Ada\nhelps?\r\nAnd Bob?\n", "What if Ada helps? And Bob?"),
        ("\n\nWhy does it rain?\n", "Why does it rain?"),
        ("one  \n\n\n   two\tthree", "one two three"),
        (" and Bob", " and Bob"),
        ("one \x1b[31mtwo\x1b[0m", "one two"),
        ("a\x1b]2;title\x07b\x1b]8;;http://x\x1b\\c", "abc"),
        ("a\x9b31mb\x01\x02\x07c\x1b", "abc"),
        ("a\u202eb\u2066c\u200bd\N{SOFT HYPHEN}e", "abcde"),
        ("[bold]x[/] [link=http://a]y[/link]", "[bold]x[/] [link=http://a]y[/link]"),
        ("", ""),
    ],
)
def test_what_is_pasted_into_a_line_is_text_in_its_order(text: str, line: str) -> None:
    assert in_a_line(text) == line


def test_breaks_stay_where_there_are_several_lines() -> None:
    assert cleaned("if:\r\n\t- a\x1b[31m\n") == "if:\n\t- a\n"


@given(text=st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
def test_text_is_left_as_it_is(text: str) -> None:
    assert in_a_line(text) == cleaned(text) == text


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_terminal_hands_on_a_paste_as_one_text(size: int) -> None:
    sent = f"x{STARTS}one\x1b[31mtwo \x1b\x1b[Athree\nfour{ENDS}y\x1b[A"
    parser = AltParser()
    parts = (sent[at : at + size] for at in range(0, len(sent), size))
    found = [event for part in parts for event in parser.feed(part)]
    told = [e.text if isinstance(e, Paste) else e.key for e in found if isinstance(e, Key | Paste)]
    assert told == ["x", "onetwo three\nfour", "y", "up"]
