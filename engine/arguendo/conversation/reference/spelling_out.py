"""What a text leaves to be understood put into its words: names for whom and what it points to."""

from __future__ import annotations

from collections.abc import Sequence

from arguendo.conversation.context import Context
from arguendo.conversation.english.words import Sentence
from arguendo.conversation.reference import (
    ages,
    cataphora,
    doers,
    kinds,
    ordinals,
    ourselves,
    owed,
    relatives,
)


def spelled_out(context: Context, said: Sequence[Sentence]) -> list[Sentence]:
    """Put names in the place of kinds, ordinals, ages, doers, duties, speakers and relatives.

    Sentences of which nothing is left are left out.
    """
    told = ordinals.spelled_out(context, kinds.spelled_out(context, said))
    told = doers.spelled_out(context, ages.spelled_out(context, told))
    told = owed.spelled_out(context, ourselves.spelled_out(context, told))
    told = cataphora.spelled_out(context, [sentence for sentence in told if len(sentence)])
    return relatives.named(context, told)
