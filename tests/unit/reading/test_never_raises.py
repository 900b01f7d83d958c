"""Whatever stands in a file, its author gets problems, never a stack trace."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo.checks import ALL
from arguendo.library import read
from arguendo.problems import Problems, render
from arguendo.reading import SECTIONS, read_rule_base
from arguendo.yaml_nodes import parse, readable

CLUB = Path(__file__).resolve().parents[2] / "fixtures" / "bad"
SOUND = (CLUB / "_club" / "knowledge" / "club.yaml").read_text(encoding="utf-8")
TEXTS = [
    SOUND,
    *(
        path.read_text(encoding="utf-8", errors="surrogateescape")
        for path in sorted(CLUB.glob("*/*/*.yaml"))
    ),
]
BITS = [
    *("\t", "\n", "  ", "- ", ": ", "'", '"', "[", "]", "{", "}", "#", " #", "&a", "*a", "!!x"),
    *("|", ">", "?", "?x", "%", "@", "~", "---\n", "\x00", "\x1b", "\udcff", "\u2028", "é", "any:"),
    *("not:", "then:", "if:", "at least: x", "of:", "p()", "<<: ", "1e9", "no", "2017-99-99"),
]


def check(text: str, *others: str) -> None:
    """Read files that hold the texts, and render whatever is wrong with them."""
    problems = Problems()
    files = {
        f"{n}.yaml": parse(f"{n}.yaml", each, problems) for n, each in enumerate((text, *others))
    }
    rulebase = read_rule_base(files, problems)
    for each in ALL:
        for problem in each(rulebase):
            problems.add(problem)
    for problem in problems:
        shown = render(problem, {"0.yaml": readable(text)})
        assert all(line.isprintable() for line in shown.split("\n"))
        assert problem.message
        assert not problem.message.endswith(".")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_a_file_with_anything_put_anywhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 40)))
        text = text[:start] + data.draw(st.sampled_from(BITS)) + text[end:]
    check(text)
    check(text, SOUND)


CHECKOUT = Path(__file__).resolve().parents[3]
REAL = {
    path: path.read_text(encoding="utf-8").splitlines(keepends=True)
    for home in (CHECKOUT, *sorted((CHECKOUT / "examples").iterdir()))
    for folder in ("rules", "knowledge")
    for path in sorted((home / folder).rglob("*.yaml"))
}


def home_of(path: Path) -> Path:
    """The rule base that a file belongs to."""
    return next(each for each in path.parents if (each / "rules").is_dir())


@st.composite
def mutated(draw: st.DrawFn, lines: list[str]) -> str:
    """Lines left out, doubled, moved, indented otherwise, cut, or with a piece of YAML in them."""
    lines = list(lines)
    for _ in range(draw(st.integers(1, 3))):
        place, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        line = lines[place]
        cut = draw(st.integers(0, len(line)))
        lines[place] = draw(
            st.sampled_from(
                [
                    *("", line * 2, lines[other], f" {line}", line[1:], line[:cut]),
                    line[:cut] + draw(st.sampled_from(BITS)) + line[cut:],
                ]
            )
        )
    return "".join(lines)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_rule_base_with_changed_lines_is_read_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(REAL)))
    home = home_of(path)
    text = data.draw(mutated(REAL[path]))
    rulebase, problems, texts = read(home, {path.relative_to(home).as_posix(): text})
    assert (rulebase is None) == problems.has_errors
    for problem in problems:
        assert all(line.isprintable() for line in render(problem, texts).split("\n"))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    check(text)


nested = st.recursive(
    st.sampled_from(["''", "x", "Ann beats Bob", "p(?x)", "?x is ann", "likely", "§1", "true"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]"),
        st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "if",
                    "then",
                    "any",
                    "not",
                    "at least",
                    "of",
                    "say",
                    "says",
                    "name",
                    "slots",
                    "title",
                    "expect",
                    "assume",
                    "Ann beats Bob",
                ]
            ),
            inner,
            max_size=3,
        ).map(lambda each: "{" + ", ".join(f"{k}: {v}" for k, v in each.items()) + "}"),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(SECTIONS), nested, max_size=4))
def test_sections_of_any_shape(sections: dict[str, str]) -> None:
    check("".join(f"{name}: {value}\n" for name, value in sections.items()), SOUND)
