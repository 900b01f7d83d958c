"""An answer proven anew: its certificate checked, and that the answer says no more than it."""

from __future__ import annotations

from hashlib import sha256

from msgspec import to_builtins

from arguendo.conversation.state import Reply
from arguendo.export import wire
from arguendo.export.agreement import disagreement
from arguendo.export.certificates import Rejected, certificates_of, checked, confirm, written
from arguendo.export.replies import exchange
from arguendo.problems import printable


def prove(reply: Reply) -> tuple[wire.Certificate, int]:
    """Return an answer's certificate, and how many statements that hold it derives.

    Raises `Rejected` where the rules alone do not bear out what the answer says.
    """
    rulebase = reply.answer.case.rulebase
    confirm(reply.answer)
    found = certificates_of(reply.answer)
    statements = checked(found, rulebase)
    certificate = written(found, rulebase)
    other = disagreement(to_builtins(exchange(reply)), certificate)
    if other:
        raise Rejected(printable(other))
    return certificate, statements


def digest(certificate: wire.Certificate) -> str:
    """Return what names a certificate wherever it is kept: SHA-256 of its JSON."""
    return sha256(wire.encode(certificate).encode()).hexdigest()
