"""The one layout of rule files.

Each folder below `tests/fixtures/formatting` holds a file before and after; to add a case, add one.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.authoring.formatting import Unformatted, formatted
from arguendo.authoring.scalars import needs_quotes, scalar
from arguendo.problems import Problems
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse

PAIRS = Path(__file__).resolve().parents[2] / "fixtures" / "formatting"


@pytest.mark.parametrize("pair", sorted(PAIRS.iterdir()), ids=lambda pair: pair.name)
def test_a_file_comes_out_as_it_should(pair: Path) -> None:
    before, after = (
        (pair / f"{name}.yaml").read_text(encoding="utf-8") for name in ("before", "after")
    )
    assert formatted(before) == after
    assert formatted(after) == after


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("facts: [", "errors"),
        ("a: 1\na: 2\n", "errors"),
        ("a: &x 1\n", "errors"),
        ("{a: 1}\n", "as a whole"),
        ('? "a\n b"\n: 1\n', "key"),
        ("a: |2\n    x\n", "number"),
        ("a: x\x85", "line ends"),
    ],
)
def test_what_cannot_be_laid_out_is_left(text: str, why: str) -> None:
    with pytest.raises(Unformatted, match=why):
        formatted(text)


def test_a_file_without_sections_keeps_its_comments() -> None:
    assert formatted("\n\n  # a\n\n\n # b") == "# a\n\n# b\n"
    assert formatted("\n \n") == ""


def test_windows_line_ends_become_plain_ones() -> None:
    assert formatted("facts:\r\n- say: a\r\n") == "facts:\n  - say: a\n"


@pytest.mark.parametrize("text", ["it's so", "¶2", "a - b", "?x is so", "a:b", 'say "x"', "a#b"])
def test_what_reads_back_needs_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["", "yes", "2017-08-16", "12", "a: b", "a #b", "- a", "[a", "{a} b", "~", "a:", "@a"]
)
def test_what_would_be_misread_gets_quotes(text: str) -> None:
    assert scalar(text) == f'"{text}"'


VISIBLE = st.characters(
    exclude_categories=["C", "Z"], exclude_characters="\N{REPLACEMENT CHARACTER}"
)


@given(st.text(VISIBLE | st.just(" "), max_size=12))
def test_a_text_without_quotes_is_the_text(text: str) -> None:
    root = parse("", f"key: {scalar(text)}\n", Problems())
    value = root.get("key") if isinstance(root, MapNode) else None
    assert isinstance(value, TextNode)
    assert value.text == text
    assert value.plain != needs_quotes(text)


TEXTS = st.sampled_from(
    [
        *("a", "b c", '"q"', "'it''s'", "?x is so", '"a: b"', '"{x} y"', "[p, q]", "{k: v}", ""),
        *(
            "{k: [p, 'q']}",
            '"over\n                        two"',
            "plain\n                        on",
            "[]",
            '"#"',
        ),
        *(
            ">-\n                        folded\n                        text",
            "|\n                        kept\n                          in",
        ),
    ]
)
KEYS = ("id", "title", "if", "then", "say", "source", "facts", "rules", "any", "at least", "of")
TRIFLES = st.lists(
    st.sampled_from(["", "# one", "# two", "   # in", "         # deep"]), max_size=2
)
BEHIND = st.sampled_from(["", "", "", " # behind"])


@st.composite
def blocks(draw: st.DrawFn, depth: int, column: int) -> list[str]:
    """Draw the lines of a mapping or list, laid out anyhow."""
    is_map = draw(st.booleans()) or depth == 0
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    lines: list[str] = []
    for key in keys:
        head = " " * column + (f"{key}:" if is_map else "-")
        lines += draw(TRIFLES)
        if depth < 3 and draw(st.booleans()):
            step = draw(st.integers(1, 4))
            lines.append(head + draw(BEHIND))
            lines += draw(blocks(depth + 1, column + step))
        else:
            text = draw(TEXTS)
            behind = draw(BEHIND) if "\n" not in text else ""
            lines += f"{head} {text}{behind}".split("\n")
    return lines + draw(TRIFLES)


PIECES = [*"ab:-#?|>'\"[]{},&*!% \t\n\\é\x85\x07", ": ", "\n  ", "\n- "]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_no_text_is_too_strange(text: str) -> None:
    try:
        made = formatted(text)
    except Unformatted:
        return
    assert formatted(made) == made
    problems = Problems()
    assert meaning(parse("", made, problems)) == meaning(parse("", text, problems))


def meaning(node: Node | None) -> object:
    """What a node says; keys in any order."""
    if isinstance(node, MapNode):
        return {key.text: meaning(value) for key, value in node.entries}
    if isinstance(node, ListNode):
        return [meaning(item) for item in node.items]
    return node.text.strip() if node else None


def read(text: str) -> object:
    problems = Problems()
    found = meaning(parse("", text, problems))
    assert not problems.has_errors, [problem.message for problem in problems]
    return found


def comments(text: str) -> list[str]:
    return sorted(f"#{part}" for line in text.split("\n") for part in line.split("# ")[1:])


@given(blocks(0, 0))
def test_any_file_keeps_its_meaning_and_its_comments(lines: list[str]) -> None:
    text = "\n".join(lines)
    made = formatted(text)
    assert read(made) == read(text)
    assert comments(made) == comments(text)
    assert formatted(made) == made
    assert all(line == line.rstrip() for line in made.splitlines())
