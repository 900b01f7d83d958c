"""The objects that other programs rely on, field by field, and their one encoding.

Every field is always there: null or empty where it does not apply. Fields keep this order, so that
equal answers are equal bytes. A key is a statement's canonical key, a degree a word of the scale.
"""

from __future__ import annotations

import re

from msgspec import Struct, json

VERSION = 1

_RISKY = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Control and direction signs that JSON lets stand as they are, and terminals obey."""


class RuleBaseName(Struct, frozen=True):
    """Which rule base answers."""

    name: str
    digest: str


class Reading(Struct, frozen=True):
    """Another way to understand a question."""

    intent: str
    statement: str | None
    confidence: float


class ValueOf(Struct, frozen=True, forbid_unknown_fields=True):
    """The place of a day or number that is asked for, and what it is held against."""

    place: int
    relation: str = ""
    other: str = ""


class AskedOf(Struct, frozen=True, forbid_unknown_fields=True):
    """Of whom or what a statement is asked: its pattern with `?who`."""

    quantity: str
    pattern: str
    among: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    value: ValueOf | None = None


class Understood(Struct, frozen=True):
    """How a question was understood; `assume` is what this turn itself adds."""

    intent: str
    statement: str | None
    assume: dict[str, bool]
    entity: str | None
    list: str | None
    rule: str | None
    paragraph: str | None
    by: str | None
    degree: str | None
    scenarios: tuple[str, ...]
    fall: bool
    also: tuple[str, ...]
    cases: tuple[dict[str, bool], ...]
    denied: bool
    quantified: AskedOf | None
    value: ValueOf | None
    two: tuple[str, ...]
    rival: str | None
    confidence: float
    clarify: bool
    alternatives: tuple[Reading, ...]


class Situation(Struct, frozen=True):
    """The case that an answer is about; `assumptions` are all in force."""

    scenario: str | None
    assumptions: dict[str, bool]
    displaced: tuple[str, ...]
    as_of: str | None = None


class WeakestLink(Struct, frozen=True):
    """A step as weak as the whole conclusion; no rule means a fact or an assumption."""

    step: int
    rule: str | None
    degree: str | None


class Verdict(Struct, frozen=True):
    """The answer itself: how the statement stands, and in words."""

    status: str | None
    degree: str | None
    basis: str | None
    reason: str | None
    text: str
    weakest_links: tuple[WeakestLink, ...]


class ProofStep(Struct, frozen=True):
    """One numbered step of a proof."""

    n: int
    rule: str | None
    bindings: dict[str, str]
    grounds: tuple[str, ...]
    uses: tuple[int, ...]
    unless: tuple[str, ...]
    claim: str
    degree: str | None
    qualifier: str | None
    source: tuple[str, ...]
    basis: str


class FailedRule(Struct, frozen=True):
    """A rule that could conclude something and does not."""

    rule: str
    claim: str
    holds: tuple[str, ...]
    missing: tuple[str, ...]
    rebutted_by: tuple[str, ...]


class Explanation(Struct, frozen=True):
    """Why, and why not; alternatives are lists of step numbers."""

    steps: tuple[ProofStep, ...] = ()
    alternatives: tuple[tuple[int, ...], ...] = ()
    missing: tuple[FailedRule, ...] = ()


class Stand(Struct, frozen=True):
    """How a statement stands."""

    status: str
    degree: str | None


class ChangeOf(Struct, frozen=True):
    """A statement that stands otherwise than before."""

    statement: str
    before: Stand
    after: Stand


class ChangesNeeded(Struct, frozen=True):
    """One smallest set of changes that would do, and the degree that the statement then has."""

    changes: dict[str, bool]
    degree: str | None


class Pin(Struct, frozen=True):
    """A leaf and how much of a conclusion hangs on it."""

    statement: str
    share: float
    share_degree: float
    necessary: bool
    sufficient: bool


class Count(Struct, frozen=True):
    """In how many combinations of the open questions a statement holds, of all or of a sample.

    Whether it holds in all or in none is exact; the error is that of the share in a sample. Of each
    degree that occurs `at_degree` counts those in which it holds at just that degree.
    """

    holds: int | None = None
    of: int | None = None
    always: bool | None = None
    never: bool | None = None
    error: float | None = None
    at_degree: dict[str, int] = {}


class Side(Struct, frozen=True):
    """One of two cases compared; the stand is that of the statement asked about."""

    scenario: str | None
    assumptions: dict[str, bool]
    displaced: tuple[str, ...]
    status: str | None
    degree: str | None


class Nothing(Struct, frozen=True):
    """The empty object."""


class Compared(Struct, frozen=True):
    """Two cases side by side, and the first derived statement at which they part."""

    a: Side | Nothing = Nothing()
    b: Side | Nothing = Nothing()
    parts_at: str | None = None


class Held(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement that holds in a model: its rank, and the rule application that gives its degree.

    Facts and assumptions have rank 0 and no rule; every ground has a lower rank than its claim.
    """

    statement: str
    degree: str
    rank: int
    rule: str | None = None
    branch: int | None = None
    bindings: dict[str, str] = {}


class Claimed(Struct, frozen=True, forbid_unknown_fields=True):
    """How a statement stands in a model."""

    statement: str
    status: str
    degree: str | None


class Model(Struct, frozen=True, forbid_unknown_fields=True):
    """All that holds under some assumptions (null: taken not to hold), and what is claimed."""

    assumptions: dict[str, str | None]
    as_of: str | None
    holding: tuple[Held, ...]
    claims: tuple[Claimed, ...]


class Certificate(Struct, frozen=True, forbid_unknown_fields=True):
    """The proof object of an answer: a model for each case that the answer speaks of."""

    version: int
    rule_base: str
    models: tuple[Model, ...]


class Exchange(Struct, frozen=True):
    """A question and everything that is answered."""

    version: int
    rule_base: RuleBaseName
    question: str
    understood: Understood
    case: Situation
    answer: Verdict
    explanation: Explanation
    changes: tuple[ChangeOf, ...]
    requirements: tuple[ChangesNeeded, ...]
    linchpins: tuple[Pin, ...]
    robust: Count
    items: tuple[str, ...]
    sources: tuple[str, ...]
    compare: Compared
    suggestions: tuple[str, ...]
    certificate: Certificate | None = None


class ProblemOf(Struct, frozen=True):
    """What is wrong with a rule base, and where."""

    code: str
    severity: str
    file: str | None
    line: int | None
    column: int | None
    message: str
    hint: str


class ProblemList(Struct, frozen=True):
    """All problems of a rule base."""

    version: int
    problems: tuple[ProblemOf, ...]


def encode(value: object) -> str:
    """Write an object as one line of JSON that is safe to print on a terminal."""
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", json.encode(value).decode())
