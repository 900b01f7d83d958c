"""An outline: a tree whose lines wrap, opened and closed with the arrow keys or the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from arguendo_tui.presenters.reasoning import CLOSED, OPENED, Node
from arguendo_tui.presenters.tiling import WHY
from arguendo_tui.widgets.keys import bindings, can_edit
from arguendo_tui.widgets.lines import Lines
from arguendo_tui.widgets.setting import Hanging, content

INDENT = 2


class Outline(Lines):
    """A tree of nodes, a line each, which wraps instead of running out of sight."""

    BINDINGS = bindings(WHY)

    class Pointed(Message):
        """A node is pointed at."""

        def __init__(self, node: Node) -> None:
            """Take the node."""
            super().__init__()
            self.node = node

    class Entered(Message):
        """A node is asked about."""

        def __init__(self, node: Node) -> None:
            """Take the node."""
            super().__init__()
            self.node = node

    class Edited(Message):
        """The rule of a node is to be edited."""

        def __init__(self, rule: str) -> None:
            """Take the rule's id."""
            super().__init__()
            self.rule = rule

    class Sourced(Message):
        """The paragraph of a node is wanted."""

        def __init__(self, node: Node) -> None:
            """Take the node."""
            super().__init__()
            self.node = node

    class Weighed(Sourced):
        """What hangs on what is wanted for the statement of a node."""

    def __init__(self, *, id: str | None = None) -> None:
        """Start empty."""
        super().__init__(id=id, markup=False)
        self._roots: tuple[Node, ...] = ()
        self._laid: dict[str, tuple[Node, int]] = {}
        self._turned: dict[str, bool] = {}

    def show(self, roots: Iterable[Node]) -> None:
        """Show other trees; nodes that were there before stay open or closed."""
        shown = tuple(roots)
        if shown != self._roots or not shown:
            self._roots = shown
            self._lay()

    def action_open(self) -> None:
        """Open the node pointed at, or go to the first below it."""
        self._turn(True)

    def action_close(self) -> None:
        """Close the node pointed at, or go to the one above it."""
        node = self._pointed()
        if node is None:
            return
        if node.children and self._is_open(node):
            self._turn(False)
        elif "/" in node.id:
            self._point_at(node.id.rpartition("/")[0])

    def action_turn(self) -> None:
        """Open or close the node pointed at."""
        node = self._pointed()
        if node is not None:
            self._turn(not self._is_open(node))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to edit only where that can be done."""
        return can_edit(self) if action == "edit" else super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Edit the rule of the node pointed at, if it is about one."""
        node = self._pointed()
        if node is not None and node.rule:
            self.post_message(self.Edited(node.rule))

    def action_source(self) -> None:
        """Go to the paragraph of the node pointed at."""
        node = self._pointed()
        if node is not None and node.source:
            self.post_message(self.Sourced(node))
        elif node is not None:
            self.notify("No paragraph is cited for this.", timeout=3)

    def action_weigh(self) -> None:
        """Weigh assumptions for the statement of the node pointed at."""
        node = self._pointed()
        if node is not None and node.claim is not None:
            self.post_message(self.Weighed(node))

    def point(self, is_meant: Callable[[Node], bool]) -> bool:
        """Point at the first node that is meant, unless the one pointed at is.

        Those in sight go first; one below a node that is closed is opened to. Tells whether there
        is one.
        """
        node = self._pointed()
        if node is not None and is_meant(node):
            return True
        shown = next((id for id, (each, _) in self._laid.items() if is_meant(each)), None)
        if shown is None:
            way = next(_ways(self._roots, is_meant), ())
            if not way:
                return False
            self._turned |= dict.fromkeys((each.id for each in way[:-1]), True)
            self._lay()
            shown = way[-1].id
        self._point_at(shown)
        return True

    def on_click(self, event: events.Click) -> None:
        """Point at a node; a click on its sign turns it, a double click asks about it."""
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None:
            return
        self.highlighted = place
        _, depth = self._laid[str(self.get_option_at_index(place).id)]
        if event.chain > 1:
            self.action_select()
        elif event.x < depth * INDENT + INDENT:
            self.action_turn()

    @on(OptionList.OptionHighlighted)
    def _tell_pointed(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id in self._laid:
            self.post_message(self.Pointed(self._laid[event.option_id][0]))

    @on(OptionList.OptionSelected)
    def _tell_entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id in self._laid:
            self.post_message(self.Entered(self._laid[event.option_id][0]))

    def _pointed(self) -> Node | None:
        option = self.highlighted_option
        return self._laid[option.id][0] if option and option.id in self._laid else None

    def _is_open(self, node: Node) -> bool:
        return self._turned.get(node.id, node.open)

    def _turn(self, opened: bool) -> None:
        node = self._pointed()
        if node is not None and node.children:
            self._turned[node.id] = opened
            self._lay()

    def _lay(self) -> None:
        """Lay the lines anew, pointing where it pointed."""
        option = self.highlighted_option
        pointed = option.id if option else None
        self._laid = {node.id: (node, depth) for node, depth in self._walk(self._roots, 0)}
        self.set_options(
            Option(self._set(node, depth), id=node.id) for node, depth in self._laid.values()
        )
        self._point_at(pointed if pointed in self._laid else next(iter(self._laid), None))

    def _point_at(self, id: str | None) -> None:
        if id in self._laid:
            self.highlighted = self.get_option_index(id)

    def _walk(self, nodes: Iterable[Node], depth: int) -> Iterator[tuple[Node, int]]:
        for node in nodes:
            yield node, depth
            if self._is_open(node):
                yield from self._walk(node.children, depth + 1)

    def _set(self, node: Node, depth: int) -> Hanging:
        sign = (OPENED if self._is_open(node) else CLOSED) if node.children else node.mark
        mark = Content(f"{' ' * (depth * INDENT)}{sign or ' '} ")
        return Hanging(mark, content(node.label))


def _ways(
    nodes: Iterable[Node], is_meant: Callable[[Node], bool], above: tuple[Node, ...] = ()
) -> Iterator[tuple[Node, ...]]:
    """Go through the nodes that are meant, each with those above it."""
    for node in nodes:
        way = (*above, node)
        if is_meant(node):
            yield way
        yield from _ways(node.children, is_meant, way)
