"""JSON Schemas of what tools take and give."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct

from arguendo.context_server.tools import TOOLS, Told
from arguendo.export import wire


class Compared(Struct, frozen=True):
    """Two cases side by side, and the first derived statement at which they part.

    A side has `scenario`, `assumptions`, `displaced`, `status`, `degree`; both are empty where
    nothing is compared.
    """

    a: dict[str, Any]
    b: dict[str, Any]
    parts_at: str | None


def takes(name: str) -> dict[str, Any]:
    """Return the schema of a tool's arguments."""
    return _of(TOOLS[name].takes)


def gives(name: str) -> dict[str, Any]:
    """Return the schema of what a tool gives."""
    given = TOOLS[name].gives
    return _of(_describable()) if given is Told else _of(given)


@cache
def _describable() -> type[Struct]:
    """Return `Told` without what schemas have no words for: either of two untagged objects.

    No answer holds its certificate, which would be longer than all the rest.
    """
    answer = _altered(wire.Exchange, compare=Compared, certificate=None)
    return _altered(Told, answer=answer)


def _altered(struct: type[Struct], **fields: Any) -> type[Struct]:
    hints = get_type_hints(struct, include_extras=True) | fields
    names = [field.name for field in msgspec.structs.fields(struct)]
    made = msgspec.defstruct(struct.__name__, [(name, hints[name]) for name in names])
    made.__doc__ = struct.__doc__
    return made


def _of(struct: type[Struct]) -> dict[str, Any]:
    """Return a schema whose root is an object, as the protocol asks."""
    (reference,), parts = msgspec.json.schema_components([struct], ref_template="#/$defs/{name}")
    root = parts.pop(reference["$ref"].rpartition("/")[2])
    return {**root, "$defs": parts} if parts else root
