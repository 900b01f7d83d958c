"""Comments are told from `#` in texts: taking them all away changes nothing that is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from arguendo.problems import Edit, Problems
from arguendo.review.comments import comments
from arguendo.review.mending import edited
from arguendo.review.outline import outline
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

VALUES = (
    "plain",
    "a#b",
    '"quoted # not"',
    "'single # not'",
    "|\n    block # not\n    # nor this",
    ">-\n    folded\n\n    # not",
    "[one, 'two # not', a#b]",
    "{a: 'x # not'}",
    '"two\n    # lines"',
    "plain over\n    two#lines",
)
COMMENTS = ("", " # here", "\n# at the margin", "\n    # deep", "\n\n  # after a gap # twice\n")


def content(node: Node | None) -> object:
    """What is read, without the places."""
    if isinstance(node, TextNode):
        return node.text.strip()
    if isinstance(node, ListNode):
        return [content(each) for each in node.items]
    if isinstance(node, MapNode):
        return {name.text: content(value) for name, value in node.entries}
    return node


def read(text: str) -> object:
    problems = Problems()
    found = content(parse("a.yaml", text, problems))
    assert list(problems) == []
    return found


def is_sound(pair: tuple[str, str]) -> bool:
    """Below a block text a deeper comment is part of it; below a plain one it ends it."""
    value, comment = pair
    return not (value[0] in "|>" and (comment[:1] == " " or "  #" in comment))


PAIRS = st.tuples(st.sampled_from(VALUES), st.sampled_from(COMMENTS)).filter(is_sound)


@given(st.lists(PAIRS, min_size=1, max_size=6))
def test_without_its_comments_a_text_reads_the_same(pairs: list[tuple[str, str]]) -> None:
    lines = "".join(f"  - {value}{comment}\n" for value, comment in pairs)
    text = f"# head\nitems: # of it\n{lines}"
    found = list(comments("a.yaml", text, outline("a.yaml", text).texts))
    assert len(found) == 2 + sum("#" in comment for _, comment in pairs)
    without = edited(text, [Edit(each.extent, "") for each in found])
    assert read(without) == read(text)
    assert list(comments("a.yaml", without, outline("a.yaml", without).texts)) == []
