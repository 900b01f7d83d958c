"""The tools: what each takes and gives as types, from which the schemas come, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Generic, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from arguendo.api import Answered, BadQuery, Certified, Listed, OpenCase, Rejected
from arguendo.context_server import told
from arguendo.context_server.cases import Cases, NoCase
from arguendo.export import wire
from arguendo.problems import printable

MOST_LISTED = 200
MOST_CHARACTERS = 1000
MOST_ASSUMED = 50

_Statement: TypeAlias = Annotated[str, Meta(max_length=MOST_CHARACTERS, description=told.STATEMENT)]
_Assumed: TypeAlias = Annotated[
    dict[Annotated[str, Meta(max_length=MOST_CHARACTERS)], bool],
    Meta(max_length=MOST_ASSUMED, description=told.ASSUME),
]
_Id: TypeAlias = Annotated[str, Meta(max_length=200)]


class Refused(Exception):
    """A tool cannot do what it was called for; the message says why, and what would be right."""


class NoTool(Exception):
    """There is no tool of that name."""


class _Call(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    case: Annotated[str, Meta(max_length=64, description=told.CASE)] | None = None


class Ask(_Call, frozen=True, kw_only=True):
    """What `ask` takes."""

    question: Annotated[str, Meta(max_length=MOST_CHARACTERS, description=told.QUESTION)]


class AboutStatement(_Call, frozen=True, kw_only=True):
    """What `why` and `why_not` take."""

    statement: _Statement


class WhatIf(_Call, frozen=True, kw_only=True):
    """What `what_if` takes."""

    assume: Annotated[_Assumed, Meta(min_length=1)]
    statement: _Statement | None = None


class WhatWouldItTake(_Call, frozen=True, kw_only=True):
    """What `what_would_it_take` takes."""

    statement: _Statement
    by: Annotated[_Id, Meta(description=told.BY)] | None = None
    degree: Annotated[_Id, Meta(description=told.DEGREE)] | None = None
    fall: Annotated[bool, Meta(description=told.FALL)] = False
    also: Annotated[list[Literal["facts", "any"]], Meta(max_length=2, description=told.ALSO)] = []


class Compare(_Call, frozen=True, kw_only=True):
    """What `compare` takes."""

    scenarios: Annotated[list[_Id], Meta(max_length=2, description=told.SCENARIOS)] = []
    statement: _Statement | None = None


class List(_Call, frozen=True, kw_only=True):
    """What `list` takes."""

    what: Annotated[
        Literal["conclusions", "facts", "open", "rules", "scenarios"], Meta(description=told.WHAT)
    ] = "conclusions"
    start: Annotated[int, Meta(ge=0, le=1_000_000, description=told.START)] = 0


class Assume(_Call, frozen=True, kw_only=True):
    """What `assume` takes."""

    assume: _Assumed = {}
    scenario: Annotated[_Id, Meta(description=told.SCENARIO)] | None = None


class Retract(_Call, frozen=True, kw_only=True):
    """What `retract` takes."""

    statement: _Statement | None = None
    everything: Annotated[bool, Meta(description=told.EVERYTHING)] = False


class Told(Struct, frozen=True):
    """What all tools but `list` give: an answer of the contract, and what was proven of it.

    Nothing is certified where an answer says of no statement how it stands.
    """

    case: str
    answer: wire.Exchange
    certified: Certified | None

    @property
    def text(self) -> str:
        """What it says in words."""
        if self.certified is None:
            return self.answer.answer.text
        return (
            f"{self.answer.answer.text}\n\nCertified by rules {self.certified.rule_base[:12]}, "
            f"certificate {self.certified.digest[:12]}. Case: {self.case}"
        )


class Items(Struct, frozen=True):
    """What `list` gives: a part of a list, where it begins, and how long the whole is."""

    case: str
    what: str
    start: int
    of: int
    items: tuple[Listed, ...]

    @property
    def text(self) -> str:
        """The items, one a line."""
        lines = (
            f"- {each.id}: {each.says}"
            + (f" ({each.degree or each.status})" if each.status else "")
            for each in self.items
        )
        shown = f"{self.what}, {len(self.items)} of {self.of}, from {self.start}:"
        return "\n".join([shown, *lines])


_Arguments = TypeVar("_Arguments", bound=_Call)


class Tool(Struct, Generic[_Arguments], frozen=True):
    """One tool: what it takes, what it gives, and what it does to a case."""

    takes: type[_Arguments]
    run: Callable[[OpenCase, _Arguments], Answered | Items]
    gives: type[Told] | type[Items] = Told
    only_looks: bool = True
    """Whether it leaves the case as it is."""


def _retract(case: OpenCase, given: Retract) -> Answered:
    if given.everything is (given.statement is not None):
        raise BadQuery("name one statement to take back, or say “everything”")
    return case.retract(given.statement)


def _list(case: OpenCase, given: List) -> Items:
    """List a part; the case it is of is filled in later."""
    if given.what == "rules":
        found = case.rules()
    elif given.what == "scenarios":
        found = case.scenarios()
    else:
        found = case.statements(given.what)
    part = found[given.start : given.start + MOST_LISTED]
    return Items("", given.what, given.start, len(found), part)


TOOLS: Mapping[str, Tool[Any]] = {
    "ask": Tool(Ask, lambda case, given: case.ask(given.question), only_looks=False),
    "why": Tool(AboutStatement, lambda case, given: case.why(given.statement)),
    "why_not": Tool(AboutStatement, lambda case, given: case.why_not(given.statement)),
    "what_if": Tool(WhatIf, lambda case, given: case.what_if(given.assume, given.statement)),
    "what_would_it_take": Tool(
        WhatWouldItTake,
        lambda case, given: case.what_would_it_take(
            given.statement, by=given.by, degree=given.degree, fall=given.fall, also=given.also
        ),
    ),
    "compare": Tool(
        Compare,
        lambda case, given: case.compare(*given.scenarios, statement=given.statement),
    ),
    "list": Tool(List, _list, Items),
    "assume": Tool(
        Assume,
        lambda case, given: case.assume(given.assume, scenario=given.scenario),
        only_looks=False,
    ),
    "retract": Tool(Retract, _retract, only_looks=False),
}


def call(
    cases: Cases, name: str, arguments: Mapping[str, object], session: str | None = None
) -> Told | Items:
    """Call a tool on the case of a session, or of the handle among the arguments.

    Raises `NoTool`, and `Refused` with what the caller can mend; a refused call changes nothing.
    """
    tool = TOOLS.get(name)
    if tool is None:
        raise NoTool(printable(f"there is no tool “{name}”; there are: {', '.join(TOOLS)}"))
    try:
        given = msgspec.convert(arguments, tool.takes)
        kept = cases.of(given.case, session)
        before = kept.case.state
        found = tool.run(kept.case, given)
        if isinstance(found, Items):
            return msgspec.structs.replace(found, case=kept.handle)
        try:
            certified = found.certify()
        except Rejected:
            kept.case.state = before
            raise
        return Told(kept.handle, found.data, certified if certified.claims else None)
    except msgspec.ValidationError as error:
        raise Refused(printable(f"the arguments of “{name}” are wrong: {error}")) from error
    except BadQuery as error:
        raise Refused("\n".join(filter(None, (str(error), error.hint)))) from error
    except NoCase as error:
        raise Refused(str(error)) from error
    except Rejected as error:
        refused = f"the answer could not be certified, so none is given: {error}"
        raise Refused(refused) from error
