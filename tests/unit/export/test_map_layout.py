from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.export.maps.dot import dot
from arguendo.export.maps.layout import Layout, Line, laid_out
from arguendo.export.maps.mermaid import mermaid
from arguendo.export.maps.pictures import svg
from arguendo.export.maps.shapes import PLAIN, Measures, Shape, best, measures
from arguendo.mapping.argument_map import ArgumentMap, Kind
from arguendo.mapping.surveying import View, survey
from arguendo.wording.maps import RING, STACK, WordedMap, worded
from tests.builders import rule, rulebase, statement

SVG = "{http://www.w3.org/2000/svg}"


def argument(focus: str | None = None) -> WordedMap:
    """Word the map of an argument with grounds in common, and claims that exclude each other."""
    base = rulebase(
        facts=["a(x)", "b(x)", "c(x)"],
        rules=[
            rule("one", if_=["a(x)", "b(x)", "c(x)"], then="goal(x)"),
            rule("two", if_=["c(x)"], then="other(x)"),
            *(rule(each, if_=["goal(x)"], then=f"{each}(x)") for each in ("red", "green", "blue")),
        ],
        contraries=[("red(x)", "green(x)"), ("green(x)", "blue(x)"), ("red(x)", "blue(x)")],
    )
    case = Case.of(base)
    return worded(case, survey(case, View(statement(focus)) if focus else None))


def names(layout: Layout) -> list[list[str]]:
    return [[node.statement.predicate for node in box.nodes] for box in layout.boxes]


def begins(layout: Layout, line: Line, found: ArgumentMap) -> str:
    called = {name: each.predicate for each, name in layout.names.items()}
    return called.get(line.source.statement, "")


def test_grounds_of_one_claim_stand_in_one_stack_with_one_line() -> None:
    found = argument().map
    layout = laid_out(found)
    assert ["a", "b", "c"] in names(layout)
    stack = next(box for box in layout.boxes if box.is_stack)
    lines = [line for line in layout.lines if line.source.box == stack.name]
    assert [len(line.edges) for line in lines] == [3, 1]
    assert [begins(layout, line, found) for line in lines] == ["", "c"]


def test_the_focus_stands_alone() -> None:
    assert ["a"] in names(laid_out(argument("a(x)").map))


def test_what_all_exclude_each_other_stands_in_one_ring() -> None:
    layout = laid_out(argument().map)
    assert [len(ring) for ring in layout.rings] == [3]
    assert sum(box.ring == 0 for box in layout.boxes) == 3
    assert not any(line.edge.kind is Kind.CONTRARY for line in layout.lines)
    for written in (dot(argument()), mermaid(argument())):
        assert RING in written
    assert "contrary to each other" not in dot(argument())


def test_two_contraries_are_joined_by_a_line_and_stand_beside_each_other() -> None:
    base = rulebase(
        facts=["a(x)"],
        rules=[rule("one", if_=["a(x)"], then="goal(x)")],
        contraries=[("a(x)", "clash(x)")],
    )
    layout = laid_out(survey(Case.of(base).assume(statement("clash(x)"))))
    assert layout.rings == ()
    assert [line.edge.kind for line in layout.pairs] == [Kind.CONTRARY]


EDGES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=12)


@given(EDGES, EDGES)
def test_every_statement_and_edge_is_drawn_once(
    rules: list[tuple[str, str]], contraries: list[tuple[str, str]]
) -> None:
    base = rulebase(
        facts=["a(x)"],
        rules=[
            rule(f"r{place}", if_=[f"{one}(x)"], then=f"{other}(x)")
            for place, (one, other) in enumerate(rules)
            if one != other
        ],
        contraries=[(f"{one}(x)", f"{other}(x)") for one, other in contraries if one != other],
    )
    found = survey(Case.of(base))
    layout = laid_out(found)
    drawn = [edge for line in layout.lines for edge in line.edges]
    drawn += [edge for ring in layout.rings for edge in ring]
    assert sorted(map(repr, drawn)) == sorted(map(repr, found.edges))
    nodes = [node for box in layout.boxes for node in box.nodes]
    assert sorted(map(repr, nodes)) == sorted(map(repr, found.nodes))


def test_stacks_and_rings_can_be_read_aloud() -> None:
    found = argument()
    root = ElementTree.fromstring(svg(found))
    titles = [title.text for title in root.iter(f"{SVG}title")]
    for text in found.texts.values():
        assert titles.count(text.whole) == 1
    told = "; ".join(filter(None, titles))
    assert all(found.edge(edge) in told for edge in found.map.edges)
    assert {each.tag for each in root.iter()} & {f"{SVG}a", f"{SVG}script"} == set()
    assert STACK in {text.text for text in root.iter(f"{SVG}text")}


def test_what_graphviz_says_of_a_drawing_is_read() -> None:
    drawn = (
        "graph 1 2 1\nnode a 1 1 1 1 a solid box black white\nedge a b 3 0 0 \\\n0 1 1 1 solid\n"
    )
    assert measures(drawn) == Measures(144, 72, 144)


def test_letters_are_as_large_on_a_page_on_its_side() -> None:
    assert Measures(1514, 500, 0).letters == Measures(500, 1514, 0).letters == 5.5
    assert Measures(100, 100, 0).letters == 11


def test_of_shapes_that_are_about_as_good_the_one_with_the_shortest_lines_is_taken() -> None:
    sizes = iter([Measures(2000, 2000, 9000), Measures(1200, 1210, 900), Measures(1200, 1200, 950)])
    tried: list[Shape] = []

    def measured(shape: Shape) -> Measures:
        tried.append(shape)
        return next(sizes)

    assert best(laid_out(argument().map), measured, tries=3) is tried[1]


def test_what_is_readable_as_it_is_is_left_so() -> None:
    assert best(laid_out(argument().map), lambda _: Measures(500, 700, 0)) is PLAIN


def test_topics_are_written_in_the_order_of_the_shape() -> None:
    assert Shape(topics=("c", "a")).order(["a", "b", "c"]) == ["c", "a", "b"]
