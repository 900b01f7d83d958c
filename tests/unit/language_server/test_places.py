from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.language_server.places import UTF_8, UTF_16, UTF_32, Places, Position, units
from arguendo.problems import Problems
from arguendo.span import Span
from arguendo.yaml_nodes import ListNode, TextNode, parse

TEXTS = st.text(st.sampled_from("ab ¶é☃🌉\n\r\x85\u2028"), max_size=30)
ENCODINGS = st.sampled_from([UTF_8, UTF_16, UTF_32])


@given(TEXTS, ENCODINGS, st.data())
def test_positions_and_offsets_are_two_ways_to_say_one_thing(
    text: str, encoding: str, data: st.DataObject
) -> None:
    places = Places(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] != "\r\n":
        assert places.offset(places.position(offset)) == offset


@given(st.text(max_size=20), ENCODINGS)
def test_units_are_those_of_the_encoding(text: str, encoding: str) -> None:
    size = {UTF_8: 1, UTF_16: 2, UTF_32: 4}[encoding]
    name = {UTF_8: "utf-8", UTF_16: "utf-16-le", UTF_32: "utf-32-le"}[encoding]
    assert units(text, encoding) == len(text.encode(name, "surrogatepass")) // size


@pytest.mark.parametrize(
    ("encoding", "character"), [(UTF_8, 2 + 1 + 4), (UTF_16, 1 + 1 + 2), (UTF_32, 3)]
)
def test_wide_characters_count_as_the_encoding_has_them(encoding: str, character: int) -> None:
    places = Places("a\n¶ 🌉b", encoding)
    assert places.range_of(Span("x", 2, 4, 2, 5)).start == Position(1, character)


def test_positions_beyond_the_text_are_at_its_ends() -> None:
    places = Places("ab\ncd")
    assert [places.offset(Position(*at)) for at in ((0, 9), (1, 9), (7, 0))] == [2, 5, 5]


def test_lines_that_only_yaml_ends_are_one_line_to_the_editor() -> None:
    assert Places("a\x85b\nc").range_of(Span("x", 3, 1, 3, 2)).start == Position(1, 0)


WRITTEN = st.sampled_from(["{}", "'{}'", '"{}"', "{}\n   go on", '"{}\n   go on"'])


@given(WRITTEN, st.text(st.sampled_from("ab1 ¶🌉'\"\\"), min_size=1, max_size=12))
def test_each_character_of_a_value_is_found_where_it_is_written(form: str, content: str) -> None:
    escaped = content
    if form.startswith("'"):
        escaped = content.replace("'", "''")
    elif form.startswith('"'):
        escaped = content.replace("\\", "\\\\").replace('"', '\\"')
    text = f"- {form.format(escaped)}\n"
    node = parse("x", text, Problems())
    if not (isinstance(node, ListNode) and isinstance(value := node.items[0], TextNode)):
        return
    places = Places(text).within(value)
    assert places is not None
    assert len(places) == len(value.text) + 1
    for character, offset in zip(value.text, places, strict=False):
        escape = text[offset] == "\\" and text[offset + 1] == character
        assert text[offset] == character or escape or (text[offset].isspace() and character == " ")


@pytest.mark.parametrize("written", ["|\n  a b\n", '"\\x41b"', "'a\n\n  b'"])
def test_a_value_written_otherwise_is_not_taken_apart(written: str) -> None:
    text = f"- {written}"
    node = parse("x", text, Problems())
    assert isinstance(node, ListNode)
    assert isinstance(node.items[0], TextNode)
    assert Places(text).within(node.items[0]) is None
