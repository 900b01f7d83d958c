"""`arguendo test`: whether scenarios and rule tests come out as they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from arguendo_tui.cli.console import RuleBaseOption, Status, chosen_folder, open_case, unknown
from arguendo_tui.cli.counting import counted

if TYPE_CHECKING:
    from arguendo.case import Case
    from arguendo.scenarios import Expectation, Scenario
    from arguendo.testing.outcomes import Outcome

EXAMPLES = """Examples:

  arguendo test

  arguendo test --rule-base ./my-rules --coverage NAME
"""


def run(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Scenarios and tests; all.")
    ] = None,
    with_coverage: Annotated[
        bool, typer.Option("--coverage", help="Also tell in which of them each rule fires.")
    ] = False,
    rule_base: RuleBaseOption = None,
) -> int:
    """Run the expectations of scenarios and rule tests.

    Exit status: 0 all came out as expected, 1 some did not, 3 the rule base has errors.
    """
    from arguendo.problems import printable
    from arguendo.testing.outcomes import outcomes

    case = open_case(chosen_folder(context, rule_base), "")
    chosen = _chosen(case, names or ())
    wrong = 0
    for scenario in chosen:
        found = list(outcomes(case, scenario))
        failed = [outcome for outcome in found if not outcome.passed]
        wrong += bool(failed)
        word = "FAIL" if failed else "ok  "
        print(printable(f"{word} {scenario.id}: {counted(len(found), 'expectation')}"))
        for outcome in failed:
            print("\n".join(f"       {printable(line)}" for line in _told(outcome)))
    if with_coverage:
        print("\n".join(("", *_coverage(case, chosen))))
    print(f"\n{counted(len(chosen), 'scenario or test', 'scenarios and tests')}, {wrong} failed")
    return Status.UNANSWERED if wrong else Status.ANSWERED


def _chosen(case: Case, names: Sequence[str]) -> Sequence[Scenario]:
    from arguendo.testing.outcomes import expected_of

    known = expected_of(case)
    ids = [scenario.id for scenario in known]
    for name in names:
        if name not in ids:
            raise unknown("scenario or test", name, ids)
    return [scenario for scenario in known if not names or scenario.id in names]


def _told(outcome: Outcome) -> Iterator[str]:
    """Say what was expected, what came out, and why."""
    expected, case = outcome.expectation, outcome.case
    vocabulary = case.rulebase.vocabulary
    yield f"{vocabulary.say(expected.statement)}  [{expected.statement.key}]"
    if expected.span:
        yield f"  at:       {expected.span}"
    yield f"  expected: {_wanted(case, expected)}"
    yield f"  got:      {_got(outcome)}"
    yield from (f"  why:      {line}" for line in _why(outcome))


def _wanted(case: Case, expected: Expectation) -> str:
    degree = case.rulebase.scale.word(expected.degree) if expected.degree else None
    because = f"because of {expected.because}" if expected.because else None
    missing = f"missing {_list(case, expected)}" if expected.missing else None
    return ", ".join(filter(None, (expected.status, degree, because, missing)))


def _list(case: Case, expected: Expectation) -> str:
    return "; ".join(case.rulebase.vocabulary.say(each) for each in expected.missing)


def _got(outcome: Outcome) -> str:
    case, reason = outcome.case, outcome.reason
    parts = [outcome.got.status.value, case.rulebase.scale.word(outcome.got.degree)]
    if outcome.got.basis:
        parts.append(f"by {outcome.got.basis.value}")
    if reason and reason.rules:
        parts.append(f"because of {', '.join(reason.rules)}")
    if reason and reason.unnamed:
        says = (case.rulebase.vocabulary.say(each) for each in reason.unnamed)
        parts.append(f"not missing: {'; '.join(says)}")
    return ", ".join(filter(None, parts))


def _why(outcome: Outcome) -> Iterable[str]:
    """Say in short why it came out so."""
    from arguendo.inquiry.answering import answer
    from arguendo.inquiry.query import Intent, Query
    from arguendo.wording.answers import word
    from arguendo.wording.page import Role

    goal = outcome.expectation.statement
    intent = Intent.WHY if outcome.case.holds(goal) else Intent.WHY_NOT
    page = word(answer(outcome.case, Query(intent, goal)))
    return [line for block in page.of(Role.ANSWER, Role.REASON) for line in block.lines]


def _coverage(case: Case, scenarios: Sequence[Scenario]) -> Iterator[str]:
    """Tell of each rule in how many scenarios it fires, those first that never or always do."""
    from arguendo.testing.outcomes import coverage

    rows = sorted(coverage(case, scenarios), key=lambda row: bool(row.fires) and bool(row.silent))
    wide = max((len(row.rule.id) for row in rows), default=0)
    yield f"{'rule':<{wide}}  fires  silent"
    for row in rows:
        note = "" if row.fires and row.silent else "  always" if row.fires else "  never"
        yield f"{row.rule.id:<{wide}}  {len(row.fires):>5}  {len(row.silent):>6}{note}"
