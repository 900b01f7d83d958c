"""The keys of a part of the screen, as the table of actions has them."""

from __future__ import annotations

from collections.abc import Collection

from textual.binding import Binding, BindingType
from textual.widget import Widget

from arguendo_tui.presenters.actions import of_part

UNBOUND = "unbound"
"""Stands for the key of an action that has none until a person chooses one; no key is called so."""


def bindings(
    part: str, *, priority: Collection[str] = (), only: Collection[str] = ()
) -> list[BindingType]:
    """Bind the keys of a part, or some; those of `priority` are heard before what has the focus."""
    return [
        Binding(
            action.keys or UNBOUND,
            action.do,
            action.short or action.name,
            show=bool(action.short),
            priority=action.id in priority,
            id=action.id,
        )
        for action in of_part(part)
        if not only or action.id in only
    ]


def can_edit(widget: Widget) -> bool:
    """Tell whether rules can be edited; the program of a visitor only shows them."""
    return bool(getattr(widget.app, "can_edit", True))
