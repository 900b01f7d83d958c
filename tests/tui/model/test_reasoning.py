from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from arguendo.case import Case
from arguendo.explanation.why import why
from arguendo.explanation.why_not import why_not
from arguendo.inquiry.query import Intent
from arguendo_tui.presenters.labels import Tone
from arguendo_tui.presenters.reasoning import Node, reasoning
from tests.builders import question, rule, rulebase, statement


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from walk(node.children)


def trees(case: Case, goal: str) -> tuple[Node, ...]:
    """Explain a statement, whichever way it stands."""
    found = statement(goal)
    proof = why(case, found)
    return reasoning(case, proof, None if proof else why_not(case, found))


def written(case: Case, goal: str) -> list[str]:
    """Write the trees, a line a node, with their signs."""
    return [
        f"{node.id.count('/') * ' '}{node.mark or '▾'} {node.label.plain}"
        for node in walk(trees(case, goal))
    ]


def test_a_proof_is_a_tree_with_shared_steps_once(fair: Case) -> None:
    assert written(fair, "pays(fair)") == [
        "▾ step 1: The fair pays for itself — likely ◂ weakest link",
        " ▾ step 2: The fair opens — likely, ¶1, ¶2 ◂ weakest link",
        "  ● step 3: The fair has a permit — reported on 2 April 2024, ¶1",
        "  ▾ step 4: The fair has helpers — very likely, ¶1",
        "   ● step 5: Ada helps — reported, ¶1",
        " ↑ The fair has helpers — see step 4",
    ]


def test_an_assumption_has_a_sign_and_a_word_of_its_own(fair: Case) -> None:
    assumed = fair.suppose_away(statement("helps(ada)")).assume(statement("helps(bob)"))
    assert " ◆ step 2: Bob helps — assumed" in written(assumed, "staffed(fair)")


def test_other_arguments_follow_closed(fair: Case) -> None:
    both = trees(fair.assume(statement("helps(bob)")), "staffed(fair)")
    assert [node.label.plain.partition(":")[0] for node in both[1:]] == ["Another argument"]
    assert not both[1].open


def test_a_contested_statement_shows_both_sides() -> None:
    base = rulebase(
        facts=["p(a)", "q(a)"],
        rules=[
            rule("r", if_=["p(?x)"], then="good(?x)", qualifier=2),
            rule("s", if_=["q(?x)"], then="bad(?x)", qualifier=2),
        ],
        contraries=[("good(?x)", "bad(?x)")],
    )
    found = trees(Case.of(base), "good(a)")
    assert len(found) == 2
    assert found[1].label.plain.startswith("To the contrary: ")
    assert all(node.ask and node.ask.number is None for node in walk(found[1:]))


def test_why_not_tells_what_holds_is_missing_and_rebuts(fair: Case) -> None:
    wet = fair.choose("storm").suppose_away(statement("helps(ada)"))
    assert written(wet, "opens(fair)") == [
        "▾ The fair opens — not established",
        " ▾ Rule: Permit and helpers [bold]open[/bold] it — 1 missing, rebutted",
        "  ⊘ It rains on the fair — stands in the way",
        "  ▾ ✗ The fair has helpers — missing",
        "   ▾ Rule: Whoever helps staffs it — 1 missing",
        "    ✗ Ada helps — missing: assumed not to be so",
        "  ✓ The fair has a permit — holds, reported on 2 April 2024, ¶1",
    ]


def test_an_assumption_has_its_sign_where_something_else_is_missing(fair: Case) -> None:
    dry = fair.suppose_away(statement("permitted(fair)")).assume(statement("staffed(fair)"))
    assert "  ◆ The fair has helpers — holds, assumed" in written(dry, "opens(fair)")


def test_two_ways_of_one_rule_are_told_apart(article: Case) -> None:
    for node in walk(trees(article, "enters_negotiations(north_korea)")):
        ways = [each.label.plain for each in node.children if "Rule: " in each.label.plain]
        assert len(ways) == len(set(ways))


def test_what_is_missing_says_when_it_is_open_or_ruled_out() -> None:
    base = rulebase(
        facts=["q(a)"],
        questions=[question("p(a)")],
        rules=[rule("r", if_=["p(?x)", "s(?x)"], then="good(?x)")],
        contraries=[("q(?x)", "s(?x)")],
    )
    lines = "\n".join(written(Case.of(base), "good(a)"))
    assert "— missing: an open question" in lines
    assert "— missing: does not hold" in lines


def test_a_step_tells_its_rule_its_warrant_and_its_paragraphs(fair: Case) -> None:
    (tree,) = trees(fair, "opens(fair)")
    assert [line.plain for line in tree.detail] == [
        "Rule: Permit and helpers [bold]open[/bold] it",
        "Nothing else stands in the way.",
        "It would not apply if it rains on the fair.",
        "¶1 The council has given its permit, and Ada has offered to help.",
        "¶2 It may rain, and then nobody comes.",
    ]


def test_a_step_asks_about_itself(fair: Case) -> None:
    asked = [
        (node.ask.number, node.question) for node in walk(trees(fair, "opens(fair)")) if node.ask
    ]
    assert asked == [(n, f"why {n}") for n in range(1, 5)]
    missing = [node for node in walk(trees(fair.choose("storm"), "opens(fair)")) if node.ask]
    assert {node.ask.intent for node in missing if node.ask} == {Intent.WHY, Intent.WHY_NOT}


@pytest.mark.parametrize("goal", ["pays(fair)", "rains(fair)"])
def test_nodes_have_ids_of_their_own(fair: Case, goal: str) -> None:
    ids = [node.id for node in walk(trees(fair, goal))]
    assert len(ids) == len(set(ids))


def test_a_text_is_safe_to_print_and_kept_as_it_is() -> None:
    base = rulebase(
        facts=["p(a)"], rules=[rule("r", if_=["p(a)"], then="q(a)", title="[b]\x1b[31m")]
    )
    (tree,) = trees(Case.of(base), "q(a)")
    assert tree.detail[0].pieces[1] == ("[b]\N{REPLACEMENT CHARACTER}[31m", Tone.STRONG)
