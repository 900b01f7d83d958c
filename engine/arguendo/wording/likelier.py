"""Which of two statements is likelier, in words."""

from __future__ import annotations

from collections.abc import Iterator

from arguendo.explanation.likelier import Likelier
from arguendo.explanation.robustness import Robustness
from arguendo.inquiry.answer import Answer
from arguendo.wording.grammar import number, percent, sentence
from arguendo.wording.page import Block, Role
from arguendo.wording.teller import Teller


def which_is_likelier(answer: Answer) -> Iterator[Block]:
    """Say which of two statements is likelier, and in how much of what is open each holds."""
    found, teller = answer.likelier, Teller(answer.case)
    if found is None:
        return
    supposed = answer.query.assume
    lead = f"if {teller.speaker.all_put(supposed)}, " if supposed else ""
    yield Block(Role.ANSWER, (sentence(f"{lead}{_direct(teller, found)}"),))
    one, other = found.first.robustness, found.second.robustness
    is_open = not any(
        side.statement in answer.case.assumptions for side in (found.first, found.second)
    )
    if is_open and one.questions and not (one.always and other.always):
        first, second = (teller.says(side.statement) for side in (found.first, found.second))
        of = (
            f"of {'all' if one.error else f'the {number(one.of)}'} possible combinations of answers"
        )
        told = f"in {_share(one)} {first}, and in {_share(other)} {second}"
        yield Block(Role.REASON, (sentence(f"{of} to the open questions, {told}"),))


def _share(found: Robustness) -> str:
    if found.error:
        return percent(found.holds / found.of)
    return number(found.holds) if found.holds else "none"


def _direct(teller: Teller, found: Likelier) -> str:
    first, second = found.first.statement, found.second.statement
    if not found.first.standing.degree:
        one, other = teller.says(first), teller.says(second)
        return f"neither is established: neither that {one}, nor that {other}"
    tagged = teller.tagged(first)
    if found.is_alike:
        return f"neither is likelier than the other: {tagged}, and {teller.tagged(second)}"
    if found.second.standing.degree:
        return f"it is likelier that {tagged} than that {teller.tagged(second)}"
    return f"it is likelier that {tagged}, for {teller.that(second)}"
