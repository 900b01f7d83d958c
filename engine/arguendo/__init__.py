"""Arguendo: a rules engine that explains what follows, and what would change it.

`from arguendo import open_case` is the way in for programs; docs/api.md shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from arguendo.api import open_case as open_case

__all__ = ["open_case"]


def __getattr__(name: str) -> Any:
    """Load what programs use when it is asked for: most of what imports this package is not it."""
    if name in __all__:
        from arguendo import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
