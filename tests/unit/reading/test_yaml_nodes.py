from __future__ import annotations

import time

import pytest
import yaml

from arguendo import yaml_nodes
from arguendo.problems import Problems
from arguendo.span import Span
from arguendo.yaml_nodes import ListNode, MapNode, Node, TextNode, parse, readable


def read(text: str) -> tuple[Node | None, list[tuple[int, str]]]:
    """The root, and the line and code of every problem."""
    problems = Problems()
    root = parse("f.yaml", text, problems)
    return root, [(problem.span.line if problem.span else 0, problem.code) for problem in problems]


def plain(node: Node | None) -> object:
    """What the nodes hold, without places; None for what is hidden."""
    match node:
        case TextNode():
            return node.text
        case ListNode():
            return [plain(item) for item in node.items]
        case MapNode():
            return {name.text: plain(value) for name, value in node.entries}
    return None


@pytest.fixture(params=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either of PyYAML's parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)


def test_values_stay_what_was_written() -> None:
    text = "a: no\nb: 2017-08-16\nc: 1.10\nd: ~\ne: 0x1F\nf: 'it''s'\ng: \"x\\ty\"\n"
    root, problems = read(text)
    assert not problems
    assert plain(root) == {
        "a": "no",
        "b": "2017-08-16",
        "c": "1.10",
        "d": "~",
        "e": "0x1F",
        "f": "it's",
        "g": "x\ty",
    }


def test_every_node_knows_its_place() -> None:
    root, _ = read("é:\n  - ?x is ü\n  - {b: 'c'}\n\n# comment\n")
    assert isinstance(root, MapNode)
    (name, items), *_ = root.entries
    assert isinstance(items, ListNode)
    assert name.span == Span("f.yaml", 1, 1, 1, 2)
    assert items.items[0].span == Span("f.yaml", 2, 5, 2, 12)
    assert items.items[1].span == Span("f.yaml", 3, 5, 3, 13)
    assert root.span == Span("f.yaml", 1, 1, 3, 13)


def test_text_in_brackets_and_text_before_a_comment_is_marked() -> None:
    root, _ = read("a: [b, 'c']\nd: e # f\ng: 'h' # i\nj: k# l\n")
    assert isinstance(root, MapNode)
    inner = root.get("a")
    assert isinstance(inner, ListNode)
    assert [(node.flow, node.plain) for node in inner.items if isinstance(node, TextNode)] == [
        (True, True),
        (True, False),
    ]
    rest = [value for _, value in root.entries[1:]]
    assert [node.cut for node in rest if isinstance(node, TextNode)] == [True, False, False]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert read(text) == (None, [])


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("- a: b: c", "yaml-syntax"),
        ('- "never closed', "yaml-syntax"),
        ("- 'x' y", "yaml-syntax"),
        ("- {x} y", "yaml-syntax"),
        ("- @x", "yaml-syntax"),
        ("- `x`", "yaml-syntax"),
        ("- %x\n  y: z", "yaml-syntax"),
        ("- [x, y", "yaml-syntax"),
        ('- "\\q"', "yaml-syntax"),
        ("- x: y\n   z: 1", "yaml-syntax"),
        ("- *x", "yaml-alias"),
        ('- "\\e[31m"', "control-character"),
        ("- \x1b[31m", "control-character"),
        ("- \u202etfel", "control-character"),
        ("- \udcff", "not-utf-8"),
        ("- " + "x" * (yaml_nodes.LONGEST + 1), "too-long"),
    ],
)
def test_a_mistake_hides_only_the_item_it_stands_in(item: str, code: str) -> None:
    root, problems = read(f"rules:\n- before\n{item}\n- after\nfacts: [one]\n")
    assert [found for _, found in problems] == [code]
    assert plain(root) == {"rules": ["before", None, "after"], "facts": ["one"]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("- x: y\n\tz: 1\n", [{"x": "y", "z": "1"}]),
        ("a:\n\t- b: c\n\t  d: e\n", {"a": [{"b": "c", "d": "e"}]}),
        ("a:\n  b: c\n\td: e\n  f: g\n", {"a": {"b": "c", "d": "e", "f": "g"}}),
        ("a:\n  b: c\n\t  ]\n  d: e\n", {"a": {"b": "c ]", "d": "e"}}),
    ],
)
def test_lines_indented_with_tabs_are_told_once_and_read(text: str, value: object) -> None:
    root, problems = read(text)
    assert [code for _, code in problems] == ["yaml-syntax"]
    assert plain(root) == value


def test_a_mistake_deep_inside_hides_no_more_than_it_must() -> None:
    text = "rules:\n  - id: a\n    title: b: c\n    if:\n      - 'd' e\n      - f\n    then: g\n"
    root, problems = read(text)
    assert problems == [(3, "yaml-syntax"), (5, "yaml-syntax")]
    assert plain(root) == {"rules": [{"id": "a", "title": None, "if": [None, "f"], "then": "g"}]}


def test_after_twenty_mistakes_the_rest_is_left_unread() -> None:
    root, problems = read("- 'x' y\n" * 30)
    assert root is None
    codes = [code for _, code in problems]
    assert codes.count("yaml-syntax") == yaml_nodes.MOST_SYNTAX_ERRORS + 1
    assert codes.count("unread-file") == 1


def test_of_two_equal_keys_the_first_counts() -> None:
    root, problems = read("a: 1\nb: 2\na: 3\n")
    assert plain(root) == {"a": "1", "b": "2"}
    assert problems == [(3, "duplicate-key")]


def test_anchors_and_tags_are_reported_and_the_value_is_kept() -> None:
    root, problems = read("a: &x 1\nb: !!int 2\n")
    assert plain(root) == {"a": "1", "b": "2"}
    assert problems == [(1, "yaml-alias"), (2, "yaml-tag")]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 50_000 + "]" * 50_000,
        "a: " + "{b: " * 50_000,
        "\n".join(" " * depth + "a:" for depth in range(500)),
        "- " * 5_000,
        "? " * 5_000,
    ],
    ids=["brackets", "braces", "indents", "dashes", "question marks"],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    started = time.perf_counter()
    _, problems = read(text)
    assert problems
    assert time.perf_counter() - started < 10


def test_an_alias_bomb_stays_small() -> None:
    lines = ["a0: &a0 [x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    root, problems = read("\n".join(lines))
    assert isinstance(root, MapNode)
    assert {code for _, code in problems} == {"yaml-alias"}


def test_what_no_text_may_hold_is_shown_as_a_mark() -> None:
    assert readable("a\x07b\udcff\ue0ff") == "a\ufffdb\ufffd\ufffd"
    root, problems = read("- a\ufffdb\n- \ue0ff\n- c\n")
    assert plain(root) == [None, None, "c"]
    assert problems == [(1, "control-character"), (2, "control-character")]


def test_a_second_document_is_reported() -> None:
    root, problems = read("a: 1\n---\nb: 2\n")
    assert plain(root) == {"a": "1"}
    assert problems == [(2, "several-documents")]


def test_a_list_cannot_be_a_key() -> None:
    root, problems = read("? [a, b]\n: c\nd: e\n")
    assert plain(root) == {"d": "e"}
    assert problems == [(1, "bad-key")]


def test_an_alias_in_place_of_a_key_is_hidden() -> None:
    root, problems = read("*a : b\nc: d\n")
    assert isinstance(root, MapNode)
    assert plain(root) == {"c": "d"}
    assert [code for _, code in problems] == ["yaml-alias"]
