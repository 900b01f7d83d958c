"""What a report says of how things stand, proven anew."""

from __future__ import annotations

from arguendo.conversation.state import Reply
from arguendo.export import wire
from arguendo.export.proving import digest, prove
from arguendo.inquiry.briefing import Briefing
from arguendo.wording.page import Page


def prove_all(briefing: Briefing) -> str:
    """Have every answer of a briefing checked; return the digest of their one certificate.

    Raises `Rejected`.
    """
    nothing = Page(())
    proven = [prove(Reply("", answer, nothing))[0] for answer in briefing.answers]
    models = tuple(model for each in proven for model in each.models)
    return digest(wire.Certificate(wire.VERSION, briefing.case.rulebase.digest, models))
