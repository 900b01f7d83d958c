"""The way in for programs: what it adds to the case and the queries beneath it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import arguendo
from arguendo.api import Answered, Listed, OpenCase, Rejected, open_case
from arguendo.export.certificates import read_certificates
from arguendo.export.queries import BadQuery
from arguendo.valuation import Status
from tests.conversation.club import club as tennis

PAYS = "Ben pays the fee to the club"
HOLDS = "the club holds the tournament"
DRY = {"wet_courts(club)": False}


@pytest.fixture
def club() -> OpenCase:
    return OpenCase(tennis())


def test_a_what_if_leaves_no_trace_and_an_assumption_stays(club: OpenCase) -> None:
    assert club.what_if([PAYS, "the courts of the club are dry"], HOLDS).status == "holds"
    assert club.why(HOLDS).status == "not established"
    assert club.assume(PAYS, DRY).data.changes
    assert (club.why(HOLDS).status, club.why(HOLDS).degree) == ("holds", "likely")
    assert club.assumptions == {"pays_fee(ben, club)": True, "wet_courts(club)": False}
    club.retract(PAYS)
    assert club.why_not(HOLDS).data.explanation.missing
    assert club.assumptions == DRY
    club.retract()
    assert club.assumptions == {}


def test_a_typed_query_ends_a_what_if_of_the_conversation(club: OpenCase) -> None:
    club.ask("what if the courts of the club are dry")
    assert club.state.supposed is not None
    assert not club.why(HOLDS).data.case.assumptions
    assert club.state.supposed is None


def test_what_it_takes_within_limits(club: OpenCase) -> None:
    club.assume(DRY)

    def needed(**limits: Any) -> list[dict[str, bool]]:
        found = club.what_would_it_take(HOLDS, **limits)
        return [each.changes for each in found.data.requirements]

    assert needed() == [{"pays_fee(anna, club)": True}, {"pays_fee(ben, club)": True}]
    assert needed(by="anna") == [{"pays_fee(anna, club)": True}]
    assert needed(degree="very likely") == []
    club.retract()
    assert all({"wet_courts(club)"} < set(each) for each in needed(also=["facts"]))


def test_lists_say_how_statements_stand(club: OpenCase) -> None:
    fact = club.statements("facts")[0]
    assert fact == Listed(
        "wet_courts(club)",
        "the courts of the club are wet",
        "holds",
        "established",
        "fact",
        ("¶1",),
    )
    assert [each.status for each in club.statements("open")] == ["not established"] * 2
    assert [each.id for each in club.rules()] == ["dry-courts", "tournament"]
    assert [each.id for each in club.scenarios()] == ["bare", "paid", "dry"]
    club.assume(scenario="paid")
    assert [each.id for each in club.statements()] == []
    club.assume("the courts of the club are dry")
    assert "holds(club, tournament)" in [each.id for each in club.statements()]


@pytest.mark.parametrize(
    ("refused", "message"),
    [
        (lambda case: case.why("nobody pays"), "cannot be read"),
        (lambda case: case.why("trusts(?who, ben)"), "cannot be read"),
        (lambda case: case.why("the courts of the club are dry"), "denies a statement"),
        (lambda case: case.assume(PAYS, {PAYS: False}), "so and not to be so"),
        (lambda case: case.assume(), "nothing is assumed"),
        (lambda case: case.assume(scenario="nowhere"), "there is no scenario"),
        (lambda case: case.statements("rules"), "there are no “rules”"),
    ],
)
def test_what_cannot_be_read_is_refused(
    club: OpenCase, refused: Callable[[OpenCase], object], message: str
) -> None:
    with pytest.raises(BadQuery, match=message):
        refused(club)
    assert club.assumptions == {}


def test_every_answer_is_proven_anew(club: OpenCase) -> None:
    answer = club.what_if({PAYS: True, **DRY}, HOLDS)
    proven = answer.certify()
    assert proven.claims > 1
    assert proven.rule_base == club.case.rulebase.digest
    read_certificates(answer.to_json(certify=True), club.case.rulebase)


def test_an_answer_that_says_more_than_is_proven_is_rejected(club: OpenCase) -> None:
    honest = club.why(HOLDS).reply
    assert honest.answer.standing is not None
    standing = replace(honest.answer.standing, status=Status.HOLDS)
    lying = replace(honest, answer=replace(honest.answer, standing=standing))
    with pytest.raises(Rejected, match="something else"):
        Answered(lying).certify()


def test_what_asks_nothing_of_a_statement_proves_nothing(club: OpenCase) -> None:
    assert club.ask("who won the cup final?").certify().claims == 0


def test_a_folder_and_a_scenario_are_opened(checkout: Path) -> None:
    folder = checkout / "examples" / "animals"
    case = open_case(str(folder), "tiger_seen")
    assert case.case.scenario == "tiger_seen"
    assert "tiger_seen" in [each.id for each in case.scenarios()]
    with pytest.raises(BadQuery, match="no scenario"):
        open_case(folder, "nothing_like_it")


def test_the_package_loads_nothing_until_it_is_asked(checkout: Path) -> None:
    loads = "import sys, arguendo; sys.exit(any(m.startswith('arguendo.') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", loads], cwd=checkout / "engine", check=False)
    assert done.returncode == 0
    assert arguendo.open_case is open_case
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = arguendo.no_such_thing
