from __future__ import annotations

from arguendo.case import Case
from arguendo_tui.presenters.rules import MOST_TOLD, Grouping, about, grouped, rule_now, rule_rows
from tests.builders import rule, rulebase, statement


def now(case: Case, id: str) -> list[str]:
    return [line.plain for line in rule_now(case, case.rulebase.rule[id])]


def test_a_rule_is_told_in_prose_with_where_it_stands(fair: Case) -> None:
    told = [line.plain for line in rule_rows(fair.rulebase)[1].prose]
    assert told[0] == "Permit and helpers [bold]open[/bold] it  open"
    assert told[1].endswith("unless it rains on the fair.")
    assert "¶2 It may rain, and then nobody comes." in told
    assert told[-1] == "rules/town.yaml, line 10"


def test_a_search_looks_at_title_id_and_prose(fair: Case) -> None:
    rows = rule_rows(fair.rulebase)
    assert [row.id for row in rows if row.matches("CAKE")] == ["pay"]
    assert [row.id for row in rows if row.matches("staff")] == ["staff"]
    assert [row.id for row in rows if row.matches("permit open")] == ["open"]


def test_the_rule_about_a_statement_concludes_it_or_else_rests_on_it(fair: Case) -> None:
    rows = rule_rows(fair.rulebase)
    found = {each: about(rows, statement(each)) for each in ("opens(fair)", "helps(ada)", "old(x)")}
    ids = {each: row.id if row else "" for each, row in found.items()}
    assert ids == {"opens(fair)": "open", "helps(ada)": "staff", "old(x)": ""}


def test_paragraphs_are_browsed_in_their_order() -> None:
    sources: tuple[tuple[str, ...], ...] = (("¶10", "¶2"), (), ("¶9",))
    rules = [
        rule(f"r{n}", if_=["p(?x)"], then="q(?x)", source=source)
        for n, source in enumerate(sources)
    ]
    rows = rule_rows(rulebase(facts=["p(a)"], rules=rules))
    headings = [heading for heading, _ in grouped(rows, Grouping.PARAGRAPH)]
    assert headings == ["¶2", "¶9", "¶10", "no paragraph"]


def test_a_rule_applies_is_blocked_or_lacks_something(fair: Case) -> None:
    assert now(fair, "open") == ["✓ Applies: The fair opens (likely)."]
    wet = fair.choose("storm")
    assert now(wet, "open") == ["⊘ Blocked: It rains on the fair."]
    assert now(wet, "pay") == ["✗ Missing: The fair opens."]
    assert now(fair, "staff") == [
        "✓ Applies: The fair has helpers (very likely).",
        "✗ Missing: Bob helps.",
    ]


def test_a_rule_that_nothing_fits_says_so() -> None:
    base = rulebase(facts=["p(a)"], rules=[rule("r", if_=["q(?x)"], then="s(?x)")])
    assert now(Case.of(base), "r") == ["✗ Does not apply: nothing known or open fits it."]


def test_a_rule_set_aside_names_the_one_that_does_it() -> None:
    base = rulebase(
        facts=["p(a)"],
        rules=[
            rule("r", if_=["p(?x)"], then="q(?x)"),
            rule("s", if_=["p(?x)"], then="q(?x)", overrides=["r"], title="The stronger"),
        ],
    )
    assert now(Case.of(base), "r") == ["⊘ Blocked: The rule “The stronger” overrides it."]


def test_many_applications_are_cut_short() -> None:
    facts = [f"p(a{n})" for n in range(MOST_TOLD + 3)]
    base = rulebase(facts=facts, rules=[rule("r", if_=["p(?x)"], then="q(?x)")])
    told = now(Case.of(base), "r")
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == "… and 3 more like that."


def test_an_assumption_about_the_claim_does_not_change_what_the_rule_does(fair: Case) -> None:
    assumed = fair.suppose_away(statement("opens(fair)"))
    assert now(assumed, "open") == ["✓ Applies: The fair opens (likely)."]
