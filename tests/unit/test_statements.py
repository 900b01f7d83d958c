"""Terms and statements: canonical keys, matching and binding."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arguendo.statements import Sort, Statement, is_variable, parse_statement, sort_of
from tests.builders import statement

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
NUMBERS = st.from_regex(r"-?[0-9]{1,6}(\.[0-9]{1,3})?", fullmatch=True)
DATES = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7])
TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda text: json.dumps(text, ensure_ascii=False)
)
VARIABLES = IDS.map("?{}".format) | st.just("?_")
GROUND = st.one_of(IDS, NUMBERS, DATES, TEXTS)
STATEMENTS = st.builds(
    Statement, IDS, st.lists(st.one_of(GROUND, VARIABLES), max_size=4).map(tuple)
)
GROUND_STATEMENTS = st.builds(Statement, IDS, st.lists(GROUND, max_size=4).map(tuple))


@given(STATEMENTS)
def test_a_key_reads_back_as_its_statement(one: Statement) -> None:
    assert parse_statement(one.key) == one
    assert parse_statement(str(one)) == one


@given(STATEMENTS, STATEMENTS)
def test_keys_are_equal_just_when_statements_are(one: Statement, other: Statement) -> None:
    assert (one.key == other.key) == (one == other)


@given(STATEMENTS)
def test_spaces_between_the_parts_do_not_count(one: Statement) -> None:
    spaced = f"  {one.predicate} ( {'  ,  '.join(one.arguments)} )\n"
    assert parse_statement(spaced) == one


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("p()", "p()"),
        (" p ( a ,b,  c ) ", "p(a, b, c)"),
        ('says(x, "a, b) \\" c", 1)', 'says(x, "a, b) \\" c", 1)'),
        ("on(2017-08-16, 2017-08, -0.50)", "on(2017-08-16, 2017-08, -0.50)"),
        ("p(?x, ?_, ?long_name_2)", "p(?x, ?_, ?long_name_2)"),
    ],
)
def test_exact_forms_are_read(text: str, key: str) -> None:
    assert statement(text).key == key


@pytest.mark.parametrize(
    "text",
    [
        *("", "p", "p(", "p)", "p(a", "p(a,)", "p(,a)", "p(a b)", "p(a) b", "p(a))", "p(p(a))"),
        *("P(a)", "p(A)", "1p(a)", "p(?)", "p(?X)", "p('a')", 'p("a)', "p(1.)", "p(.5)", "p(1e5)"),
        *("p(2017-8-16)", "p(2017-08-1x)", "the ship lies in the harbor"),
    ],
)
def test_what_is_no_exact_form_is_left(text: str) -> None:
    assert parse_statement(text) is None


@pytest.mark.parametrize(
    ("term", "sort"),
    [
        ("?x", Sort.VARIABLE),
        ("?_", Sort.VARIABLE),
        ("harbor", Sort.ENTITY),
        ("true", Sort.ENTITY),
        ("12", Sort.NUMBER),
        ("-0.5", Sort.NUMBER),
        ("2017", Sort.NUMBER),
        ("2017-08", Sort.DATE),
        ("2017-08-16", Sort.DATE),
        ('"12"', Sort.TEXT),
        ('""', Sort.TEXT),
    ],
)
def test_the_sort_of_a_term_shows_in_its_text(term: str, sort: Sort) -> None:
    assert sort_of(term) is sort
    assert is_variable(term) == (sort is Sort.VARIABLE)


@given(STATEMENTS, st.data())
def test_a_pattern_matches_what_binding_makes_of_it(one: Statement, data: st.DataObject) -> None:
    variables = sorted(set(one.variables) - {"?_"})
    values = {name: data.draw(GROUND) for name in variables}
    anything = Statement(
        one.predicate, tuple("z" if term == "?_" else term for term in one.arguments)
    )
    ground = anything.bind(values)
    assert ground.is_ground
    assert one.match(ground) == values
    assert one.match(ground, {"?other": "a"}) == {**values, "?other": "a"}


@given(GROUND_STATEMENTS, GROUND_STATEMENTS)
def test_ground_statements_match_only_themselves(one: Statement, other: Statement) -> None:
    assert one.match(one) == {}
    assert (one.match(other) is not None) == (one == other)


@pytest.mark.parametrize(
    ("pattern", "ground", "bindings", "expected"),
    [
        ("e(?x, ?x)", "e(a, a)", {}, {"?x": "a"}),
        ("e(?x, ?x)", "e(a, b)", {}, None),
        ("e(?x, ?y)", "e(a, b)", {"?x": "a"}, {"?x": "a", "?y": "b"}),
        ("e(?x, ?y)", "e(a, b)", {"?y": "a"}, None),
        ("e(?_, ?_)", "e(a, b)", {}, {}),
        ("e(?x, b)", "e(a, c)", {}, None),
        ("e(?x)", "e(a, b)", {}, None),
        ("e(?x)", "f(a)", {}, None),
        ("e(1)", "e(1.0)", {}, None),
        ('e("a")', "e(a)", {}, None),
    ],
)
def test_matching(
    pattern: str, ground: str, bindings: dict[str, str], expected: dict[str, str] | None
) -> None:
    given_bindings = dict(bindings)
    assert statement(pattern).match(statement(ground), bindings) == expected
    assert bindings == given_bindings


def test_binding_leaves_what_is_not_named() -> None:
    assert statement("e(?x, ?y, a, ?x)").bind({"?x": "b"}).key == "e(b, ?y, a, b)"
    assert list(statement("e(?x, ?y, a, ?x)").variables) == ["?x", "?y", "?x"]
    assert not statement("e(?x)").is_ground
