from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arguendo.case import Case
from arguendo.export.maps.dot import dot
from arguendo.export.maps.mermaid import mermaid
from arguendo.export.maps.pictures import CannotDraw, png, svg
from arguendo.export.maps.themes import THEMES, Paint, Theme, weight
from arguendo.mapping.paths import NO_PATH, path_to
from arguendo.mapping.surveying import View, survey
from arguendo.scale import ICD_203
from arguendo.statements import Entity, Predicate, Slot
from arguendo.vocabulary import Vocabulary
from arguendo.wording.maps import Look, WordedMap, look_of, worded
from tests.builders import rule, rulebase, statement

SVG = "{http://www.w3.org/2000/svg}"
GOAL = statement("goal(x)")


def shown(name: str = "the harbor", title: str = "A & <B>", goal: bool = True) -> WordedMap:
    """Word the map of an argument in which everything that can be drawn occurs."""
    predicates = ("fact", "open", "goal", "clash", "shut", "rest")
    base = rulebase(
        title=title,
        vocabulary=Vocabulary(
            [Entity("x", name)],
            [Predicate(each, (Slot("it"),), f"{{it}} is {each}") for each in predicates],
        ),
        facts=["fact(x)"],
        questions=["open(x)"],
        rules=[
            rule("firm", if_=["fact(x)"], unless=["open(x)"], then="goal(x)", qualifier=2),
            rule("other", if_=["goal(x)"], unless=["not rest(x)"], then="shut(x)"),
        ],
        contraries=[("goal(x)", "clash(x)"), ("rest(x)", "fact(x)")],
    )
    case = Case.of(base).assume(statement("clash(x)"))
    path = path_to(case, GOAL) if goal else NO_PATH
    return worded(case, survey(case, View(GOAL) if goal else None, path))


def test_every_look_has_a_mark_of_its_own() -> None:
    assert len({look.mark for look in Look}) == len(Look)


def test_statements_look_as_they_stand() -> None:
    found = shown()
    looks = {node.statement.predicate: look_of(node) for node in found.map.nodes}
    assert looks == {
        "fact": Look.FACT,
        "open": Look.OPEN,
        "shut": Look.UNSHOWN,
        "rest": Look.DENIED,
        "goal": Look.CONTESTED,
        "clash": Look.CONTESTED,
    }
    assert found.looks == (Look.FACT, Look.CONTESTED, Look.OPEN, Look.UNSHOWN, Look.DENIED)


def test_edges_are_told_with_their_rules_and_what_comes_through() -> None:
    told = [shown().edge(each) for each in shown().map.edges]
    assert (
        "“The harbor is fact” supports “The harbor is goal” by the rule “firm”: likely; on "
        in (told[0])
    )
    assert any(
        each.endswith("“The harbor is goal” by the rule “firm”: without effect now")
        for each in told
    )
    assert any("is contrary to" in each for each in told)


def test_the_sentence_below_the_title_says_what_is_shown() -> None:
    assert shown().about == "It is contested whether the harbor is goal. Six statements."
    assert shown(goal=False).about == "Six statements."


def test_dot_says_everything_by_lines_and_marks_too() -> None:
    written = dot(shown())
    assert 'arrowhead="tee", style="dashed"' in written
    assert 'arrowhead="odot"' in written
    assert re.search(r'color="(#\w+):#ffffff:\1"', written)
    assert 'style="solid"' in written
    assert 'style="dotted"' in written
    for look in shown().looks:
        assert look.mark in written
    assert "without effect now" in written


def test_the_heavier_the_line_the_higher_the_degree() -> None:
    widths = [weight(degree, ICD_203) for degree in range(ICD_203.top + 1)]
    assert widths == sorted(set(widths))


def test_svg_can_be_read_aloud_and_runs_nothing() -> None:
    found = shown()
    root = ElementTree.fromstring(svg(found))
    assert root.get("role") == "img"
    assert [each.text for each in root[:2]] == ["A & <B>", found.about]
    titles = [title.text for group in root.iter(f"{SVG}g") for title in group.iter(f"{SVG}title")]
    for text in found.texts.values():
        assert text.whole in titles
    for edge in found.map.edges:
        assert found.edge(edge) in titles
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "text"}


def test_the_same_map_is_drawn_the_same() -> None:
    assert svg(shown()) == svg(shown())


def test_png_is_drawn() -> None:
    assert png(shown()).startswith(b"\x89PNG")


def test_without_pygraphviz_it_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pygraphviz", None)
    with pytest.raises(CannotDraw, match="pygraphviz") as caught:
        svg(shown())
    assert "pip install" in caught.value.hint


def test_mermaid_names_what_lines_mean_and_explains_the_boxes() -> None:
    written = mermaid(shown())
    assert "accDescr: It is contested whether" in written
    assert 's2("The harbor is open<br/>' in written
    assert '-. "would rebut" .-x' in written
    assert '-. "would lift a rebuttal" .-o' in written
    assert 'x-- "contrary" --x' in written
    assert 'subgraph legend["Legend"]' in written
    assert "linkStyle" in written


NASTY = st.text(
    st.one_of(st.sampled_from("\"'<>&;#{}[]()|\\`%~\n\r\x00\x1b\u202eé中—"), st.characters()),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() != "")


@settings(max_examples=40)
@given(NASTY, NASTY)
@example('"];evil', "%%{init: {}}%%")
@example("<script>", "--> end")
def test_no_text_gets_out_of_its_place(name: str, title: str) -> None:
    found = shown(name, title)
    root = ElementTree.fromstring(svg(found))
    boxes = [g for g in root.iter(f"{SVG}g") if g.get("class") == "node"]
    assert len(boxes) == len(found.map.nodes)
    written = mermaid(found)
    assert len(written.splitlines()) == len(mermaid(shown()).splitlines())
    assert not re.search(r"%%|<(?!/?(b|br|small)/?>)", written.replace("x--", ""))


def luminance(color: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4) for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_texts_and_lines_stand_out_enough(theme: Theme) -> None:
    grounds = [theme.background, theme.group.fill]
    fills = [paint.fill for paint in theme.looks.values()]
    assert all(contrast(theme.ink, each) >= 7 for each in (*grounds, *fills))
    assert all(contrast(theme.muted, each) >= 4.5 for each in (*grounds, *fills))
    lines = (
        theme.path,
        theme.idle,
        *theme.kinds.values(),
        *(p.border for p in theme.looks.values()),
    )
    assert all(contrast(line, each) >= 2.8 for line in lines for each in grounds)


def test_a_theme_has_all_colours() -> None:
    assert isinstance(replace(THEMES["light"]).looks[Look.FACT], Paint)
    for theme in THEMES.values():
        assert set(theme.looks) == set(Look)
