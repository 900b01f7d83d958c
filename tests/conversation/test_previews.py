"""What stands below a reading that is offered is what picking it is answered."""

from __future__ import annotations

import pytest

from arguendo.case import Case
from arguendo.conversation.dialogue import converse
from arguendo.conversation.state import Reply, State
from arguendo.inquiry.query import Intent
from arguendo.wording.page import Role
from tests.conversation.club import club
from tests.conversation.lease import lease

TOLD = (Intent.ASK, Intent.WHY, Intent.WHY_NOT, Intent.WHAT_IF)


def asserted(case: Case, *turns: str) -> int:
    """Hold each reading that is offered in a dialogue against its answer; tell how many."""
    state, held = State(case), 0
    for text in turns:
        state, reply = converse(state, text)
        for place, choice in enumerate(state.choices, 1):
            if choice.intent not in TOLD or reply.answer.query.named:
                continue
            _, picked = converse(state, str(place))
            first = next(block.lines[0] for block in picked.page.of(Role.ANSWER))
            assert preview(reply, place).endswith(first), (text, place)
            held += 1
    return held


def preview(reply: Reply, place: int) -> str:
    """Return what stands below the reading of that number."""
    steps = [line for block in reply.page.of(Role.STEPS) for line in block.lines]
    notes = [line for block in reply.page.of(Role.NOTE) for line in block.lines]
    return steps[place - 1] if steps else notes[bool(reply.answer.query.unread)]


@pytest.mark.parametrize(
    "turns",
    [
        (
            "Is Bao British?",
            "and if the Family Court makes an adoption order for Bao on 11 May 2026?",
            "would he still be british by adoptin?",
        ),
        (
            "Rowan. British?",
            "Nobody knows the parents, so how on earth?",
            "And if they turn up, abroad?",
        ),
        (
            "what if Efua gets indefinite leave to remain on 1 June 2026?",
            "is she settld then?",
            "can ama be registerd?",
        ),
        ("Can Leo be registered?", "What if an aplication for Ama is made?", "is Ama beter off?"),
    ],
)
def test_readings_about_citizens_are_answered_as_they_are_offered(
    citizenship: Case, turns: tuple[str, ...]
) -> None:
    assert asserted(citizenship, *turns)


@pytest.mark.parametrize(
    "turns",
    [
        (
            "Is it a mammal?",
            "Would the presence of hair alter this?",
            "and stripes perhaps, tiger?",
            "so it eats meat?",
        ),
        (
            "Is it a bird?",
            "Would the presence of hair alter this?",
            "Is it a cheetah, maybe, or what?",
        ),
    ],
)
def test_readings_about_animals_are_answered_as_they_are_offered(
    animals: Case, turns: tuple[str, ...]
) -> None:
    assert asserted(animals, *turns)


@pytest.mark.parametrize(
    "turns",
    [
        (
            "will china raise pressure?",
            "what would a promise by trump do to that?",
            "are talks likelier then?",
        ),
        ("what if Trump offers guarantees?", "and if Xi is fearful?", "would pyongyang talk?"),
    ],
)
def test_readings_of_the_article_are_answered_as_they_are_offered(
    article: Case, turns: tuple[str, ...]
) -> None:
    assert asserted(article, *turns)


@pytest.mark.parametrize(
    ("case", "turns"),
    [
        (
            club(),
            ("may ben play?", "would dry courts and his paying help?", "does the club hold it?"),
        ),
        (
            lease(),
            ("can she cut it?", "and a warning in writing perhaps?", "so the rent goes down?"),
        ),
    ],
)
def test_readings_of_small_rule_bases_are_answered_as_they_are_offered(
    case: Case, turns: tuple[str, ...]
) -> None:
    assert asserted(case, *turns)
