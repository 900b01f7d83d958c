"""What was grounded once is taken up by the next run, and grows as if it had been grounded anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arguendo import keeping, matching
from arguendo.case import Case
from arguendo.facts import Fact
from arguendo.graph import lazy
from arguendo.graph.freezing import freeze, thaw
from arguendo.matching.grounding import Grounding
from arguendo.matching.native import NativeMatcher
from arguendo.rulebase import RuleBase
from arguendo.statements import Statement
from tests.builders import rule, rulebase, statement, statements
from tests.programs import programs, stratified_programs
from tests.unit.matching.test_grounding import content

DIGESTS = map(str, count())
"""One for each rule base, as files would give it."""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for what is kept, which all rule bases are large enough for."""
    with TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv(keeping.SWITCH, str(Path(home, "kept")))
        patch.setattr(matching, "LARGE", 0)
        yield Path(home, "kept")


def kept(folder: Path) -> set[str]:
    return {file.name.split("-")[0] for file in folder.glob(f"*{keeping.ENDING}")}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(program=programs(), cut=st.integers(0, 6))
def test_a_graph_taken_up_grows_like_one_that_was_never_kept(
    folder: Path, program: tuple[RuleBase, list[Statement]], cut: int
) -> None:
    given, posted = program
    facts = tuple(Fact(each, 5) for each in posted[:cut])
    base = replace(given, facts=facts, digest=next(DIGESTS))
    anew = Grounding(base, NativeMatcher(base))
    _, taken_up = Grounding(base), Grounding(base)
    assert kept(folder) >= {"graph"}
    assert content(taken_up.graph) == content(anew.graph)
    for each in posted[cut:]:
        anew.admit([each])
        taken_up.admit([each])
    assert content(taken_up.graph) == content(anew.graph)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(program=stratified_programs())
def test_degrees_taken_up_are_those_that_were_found(
    folder: Path, program: tuple[RuleBase, dict[Statement, int]]
) -> None:
    given, assumptions = program
    base = replace(given, digest=next(DIGESTS))
    cases = [Case.of(base, editing=True), Case.of(base), Case.of(base)]
    cases += [case.assume_all(assumptions) for case in cases]
    held = [
        {s: degree for s in case.graph.statements if (degree := case.degree(s))} for case in cases
    ]
    assert held[0] == held[1] == held[2]
    assert held[3] == held[4] == held[5]
    assert kept(folder) == {"degrees", "graph"}


def grown() -> RuleBase:
    step = rule("r", if_=["at(?x)", "next(?x, ?y)"], then="at(?y)")
    return rulebase(rules=[step], facts=["at(a)", "next(a, b)", "next(b, c)"])


def test_nothing_is_matched_again_for_what_was_found_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = replace(grown(), digest=next(DIGESTS))
    Grounding(base)
    monkeypatch.setattr(NativeMatcher, "post", None)
    again = Grounding(base)
    again.admit(statements("at(c)", "next(a, b)"))
    assert (again.matcher_name, again.graph.version) == ("native", (5, 2))
    assert again.why_this_matcher == matching.WHEN_LARGE


@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_graph_that_is_damaged_is_made_anew(folder: Path, place: int) -> None:
    base = replace(grown(), digest=next(DIGESTS))
    found = Grounding(base)
    for file in folder.glob(f"graph-*-{base.digest}{keeping.ENDING}"):
        spoilt = bytearray(file.read_bytes())
        spoilt[place] ^= 1
        file.write_bytes(spoilt)
    assert content(Grounding(base).graph) == content(found.graph)


def test_a_graph_of_another_rule_base_is_refused() -> None:
    base = grown()
    frozen = freeze(Grounding(base, NativeMatcher(base)).graph)
    other = rulebase(rules=[rule("s", if_=["at(?x)"], then="far(?x)")])
    with pytest.raises((IndexError, ValueError)):
        thaw(other, frozen)


def test_a_statement_that_only_a_rebuttal_names_is_new_when_it_is_assumed(folder: Path) -> None:
    rules = [
        rule("r", if_=["p(?x)"], unless=["q(?x)"], then="s(?x)"),
        rule("t", if_=["q(?x)"], then="u(?x)"),
    ]
    base = replace(rulebase(rules=rules, facts=["p(a)"]), digest=next(DIGESTS))
    for _ in range(2):
        case = Case.of(base).assume(statement("q(a)"))
        assert [case.holds(statement(f"{each}(a)")) for each in "su"] == [False, True]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(program=programs())
def test_parts_of_a_graph_read_alone_are_those_read_together(
    program: tuple[RuleBase, list[Statement]],
) -> None:
    base, posted = program
    grounding = Grounding(base, NativeMatcher(base))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lazy, "MANY", 0)
        for each in posted:
            grounding.admit([each])
            graph = grounding.graph
            views = (graph.statements, graph.inferences, graph.blockers)
            alone = [[view[n] for n in range(len(view))] for view in views]
    assert not posted or alone == [[*view] for view in views]
