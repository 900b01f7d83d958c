"""What a conclusion hangs on, as a table and by footing; and what it takes by who decides it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arguendo.case import Case
from arguendo.facts import Question
from arguendo.statements import Entity
from arguendo.vocabulary import Vocabulary
from arguendo.wording.answers import detail, word
from arguendo.wording.ledger import chart
from arguendo.wording.page import Role
from arguendo.wording.suggestions import suggest
from arguendo.wording.teller import Teller
from tests.builders import statement
from tests.unit.wording.samples import ask, rain


@pytest.fixture(scope="module")
def case() -> Case:
    return Case.of(rain())


def test_linchpins_tell_what_is_open_from_what_is_reported(case: Case) -> None:
    page = word(ask(case, "linchpins", "wet(ann)"))
    assert page.answer == (
        "Of what is open, whether Ann is wet hangs most on whether Ann carries an umbrella; "
        "of what is reported, on two things equally: whether it pours, and whether Ann goes out."
    )
    (block,) = page.of(Role.LIST)
    assert block.lines[0] == "75%: Ann carries an umbrella (open)."
    assert block.table
    assert block.table.rows[0].share == 0.75
    assert dict(zip(block.table.columns, block.table.rows[0].cells, strict=True)) == {
        "flips": "75%",
        "shifts": "75%",
        "alone": "",
        "footing": "open",
        "what": "Ann carries an umbrella.",
    }


def test_the_ledger_tells_solid_ground_from_what_is_only_reported_assumed_or_open(
    case: Case,
) -> None:
    cited = [replace(each, source=("¶1",)) for each in case.rulebase.facts[:1]]
    rulebase = replace(case.rulebase, facts=(*cited, *case.rulebase.facts[1:]))
    supposed = Case.of(rulebase).assume(statement("coat(ann)"))
    tables = [b for b in detail(ask(supposed, "linchpins", "wet(ann)")).blocks if b.table]
    found = {b.heading: [row.cells[3] for row in b.table.rows] for b in tables if b.table}
    assert found == {
        "On solid ground: reported, with a source": ["reported ¶1"],
        "Reported, without a source": ["reported, no source"],
        "Assumed": ["assumed"],
        "Open": ["open", "open"],
    }


def test_a_cut_table_says_how_much_is_left_out(case: Case) -> None:
    pins = [
        replace(pin, statement=statement(f"age(ann, {number})"))
        for pin in ask(case, "linchpins", "wet(ann)").linchpins
        for number in range(4)
    ]
    (whole,), (cut,) = (list(chart(Teller(case), pins, most)) for most in (None, 3))
    assert cut.table
    assert whole.table
    assert (len(whole.table.rows), whole.table.rest) == (len(pins), "")
    assert (len(cut.table.rows), cut.table.rest) == (3, cut.lines[-1])


def decided(**deciders: str) -> Case:
    """The case with what is open decided by someone."""
    base = rain()
    asked = [Question(statement(f"{what}(ann)"), by=by) for what, by in deciders.items()]
    return Case.of(replace(base, questions=tuple(asked)))


def test_what_others_decide_is_told_by_who_does() -> None:
    page = word(ask(decided(umbrella="ann", hat="ben"), "what_would_it_take", "dry(ann)", by="ann"))
    assert page.answer == "For Ann to stay dry, nothing that Ann decides is enough alone."
    assert [(b.heading, b.lines) for b in page.of(Role.LIST)] == [
        ("For Ann to decide", ("Ann carries an umbrella.",)),
        ("For Ben to decide", ("Ann wears a hat.",)),
    ]


def test_a_choice_between_what_several_decide_stands_together_own_part_first() -> None:
    case = decided(umbrella="ann", hat="ben", coat="ann")
    page = word(ask(case, "what_would_it_take", "dry(ann)", by="ben"))
    assert [(b.heading, b.lines) for b in page.of(Role.LIST)][-1] == (
        "And one of these",
        ("Ann wears a hat (for Ben to decide).", "Ann wears a coat (for Ann to decide)."),
    )


def test_who_decides_nothing_of_it_is_told_so() -> None:
    case = decided(umbrella="ann", hat="ann")
    page = word(ask(case, "what_would_it_take", "dry(ann)", by="ben"))
    assert page.answer == (
        "Ben cannot bring that about: for Ann to stay dry, what it takes lies elsewhere."
    )
    assert page.of(Role.LIST)[0].heading == "For Ann to decide"


def test_where_several_decide_one_may_be_asked_about_alone() -> None:
    case = decided(umbrella="ann", hat="ben")
    asked = "What could Ann alone do?"
    assert asked in suggest(ask(case, "what_would_it_take", "dry(ann)"))
    assert asked not in suggest(ask(case, "what_would_it_take", "dry(ann)", by="ben"))
    case = decided(umbrella="ann", hat="ann")
    assert asked not in suggest(ask(case, "what_would_it_take", "dry(ann)"))


def test_only_what_is_proven_is_said_of_a_search_that_was_cut_short(case: Case) -> None:
    found = ask(case, "what_would_it_take", "dry(ann)", by="ben")
    assert found.requirements
    assert "what it takes lies elsewhere" in word(found).answer
    cut = replace(found.requirements, cut=True)
    assert word(replace(found, requirements=cut)).answer == (
        "For Ann to stay dry, the search ran out of time and has found nothing that Ben could do "
        "alone."
    )
    found = ask(case, "what_would_it_take", "dry(ann)")
    assert found.requirements
    cut = replace(found.requirements, cut=True)
    assert word(replace(found, requirements=cut)).answer == (
        "For Ann to stay dry, two things have to come together, which can happen in at least two "
        "ways."
    )
    cut = replace(cut, found=())
    assert word(replace(found, requirements=cut)).answer == (
        "For Ann to stay dry, the search ran out of time and has found nothing."
    )


def test_where_nothing_would_do_it_is_said_of_all_that_is_open() -> None:
    page = word(ask(decided(hat="ann"), "what_would_it_take", "dry(ann)", by="ann"))
    assert page.answer.endswith(
        "nothing that Ann decides is enough, nor is anything else that is open."
    )


def test_several_who_decide_together_take_the_plural() -> None:
    base = decided(hat="ann").rulebase
    pair = Entity("both", "the two", "person", plural=True, members=("ann", "ben"))
    vocabulary = base.vocabulary
    known = Vocabulary([*vocabulary.entities.values(), pair], vocabulary.predicates.values())
    case = Case.of(replace(base, vocabulary=known))
    assert (
        "nothing that the two decide is enough"
        in word(ask(case, "what_would_it_take", "dry(ann)", by="both")).answer
    )
