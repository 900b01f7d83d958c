"""Everything that a key does, as one table: bindings, the palette and the help are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from arguendo_tui.presenters.tiling import BOARD, MAP, REPLAY, RULES, SOURCE, WHY

ANYWHERE, LINE, CARD, LEARN = "anywhere", "line", "card", "learn"
EDITOR, TEXT = "editor", "text"
"""The parts of the screen over the others on which files are edited."""

PARTS: Mapping[str, str] = {
    ANYWHERE: "Anywhere",
    LINE: "Asking",
    CARD: "On an answer",
    WHY: "Why",
    BOARD: "Assumptions",
    RULES: "Rules",
    SOURCE: "Source",
    MAP: "Map",
    REPLAY: "Replay",
    LEARN: "Exercises",
}
"""The parts of the screen that have keys of their own, and what they are called."""


@dataclass(frozen=True)
class Action:
    """Something that can be done, and the keys that do it unless they were set otherwise."""

    id: str
    keys: str
    do: str
    """What the part of the screen calls it."""
    name: str
    does: str
    """What it does, as the end of a sentence."""
    part: str = ANYWHERE
    short: str = ""
    """Its name in the line of keys; empty for what does not stand there."""
    listed: bool = True
    """Whether the palette has it: not where it is told by a longer list there."""


ACTIONS: tuple[Action, ...] = (
    Action(
        "stop",
        "escape",
        "stop",
        "Stop",
        "stop what is being worked out",
        short="Stop",
        listed=False,
    ),
    Action("help", "f1", "help", "Help", "the keys of where one is, and how to ask", short="Help"),
    Action(
        "chat", "f2", "go('chat')", "Go to: Chat", "the chat; Escape goes there too", short="Chat"
    ),
    Action("why", "f3", "go('why')", "Go to: Why", "the reasoning as a tree", short="Why"),
    Action(
        "assumptions",
        "f4",
        "go('assumptions')",
        "Go to: Assumptions",
        "the board of assumptions",
        short="Assume",
    ),
    Action("rules", "f5", "go('rules')", "Go to: Rules", "the rules", short="Rules"),
    Action("source", "f6", "go('source')", "Go to: Source", "the source"),
    Action("map", "f7", "map", "Go to: Map", "the argument as a picture"),
    Action("replay", "f8", "go('replay')", "Go to: Replay", "the rules as they fire"),
    Action(
        "arrange", "f9", "arrange", "Arrange panes", "resize, hide and show panes", short="Panes"
    ),
    Action("zoom", "f10", "zoom", "Zoom the pane", "give the pane all of the screen, and back"),
    Action(
        "problems",
        "f12",
        "problems",
        "Problems",
        "the problems of files that changed, while there are any",
        short="Problems",
        listed=False,
    ),
    Action("learn", "ctrl+l", "learn", "Learn", "exercises about the argument"),
    Action("jump", "ctrl+g", "jump", "Jump", "a letter over each pane: type it to go there"),
    Action(
        "unfold",
        "ctrl+o",
        "unfold",
        "Unfold the reasoning",
        "show or fold the reasoning of the last answer",
        short="Unfold",
    ),
    Action(
        "undo", "ctrl+z", "undo", "Undo", "take the last assumption or scenario back", short="Undo"
    ),
    Action("redo", "ctrl+y", "redo", "Redo", "take the last undo back"),
    Action("reset", "", "reset", "Reset", "take all own assumptions back"),
    Action("search", "ctrl+f", "search", "Search the conversation", "find words in what was said"),
    Action(
        "copy",
        "ctrl+c",
        "copy",
        "Copy",
        "copy what is selected or pointed at in a pane, else the last answer",
    ),
    Action("save", "ctrl+s", "save", "Save as a scenario", "keep what is assumed under a name"),
    Action("compare", "ctrl+e", "compare", "Compare scenarios", "scenarios side by side"),
    Action("new_rule", "ctrl+n", "new_rule", "New rule", "write a rule as sentences"),
    Action("export", "", "export", "Export transcript", "write the conversation down"),
    Action("reload", "ctrl+r", "reload", "Reload rule base", "read the rule base again"),
    Action("light", "ctrl+t", "app.turn_light", "Next theme", "dark, light, high contrast"),
    Action("theme", "", "app.change_theme", "Theme", "choose among all themes"),
    Action(
        "palette", "ctrl+p", "app.command_palette", "Palette", "all commands by name", listed=False
    ),
    Action("back", "escape", "back", "Back to the chat", "the chat", listed=False),
    Action("quit", "ctrl+q", "app.quit", "Quit", "leave the program"),
    Action("card_unfold", "enter,space", "unfold", "Reasoning", "show or fold it", CARD, "Reasons"),
    Action("card_copy", "ctrl+c", "copy", "Copy", "copy it", CARD, "Copy"),
    Action("node_open", "right", "open", "Open", "open the step, or go below it", WHY),
    Action("node_close", "left", "close", "Close", "close it, or go above it", WHY),
    Action("node_turn", "space", "turn", "Open or close", "open or close it", WHY),
    Action("node_ask", "enter", "select", "Ask why", "ask about it (or a double click)", WHY),
    Action("node_source", "alt+s", "source", "Its paragraph", "go to its paragraph", WHY),
    Action("node_weigh", "alt+w", "weigh", "Weigh for it", "weigh assumptions for it", WHY),
    Action("node_edit", "alt+e", "edit", "Edit the rule", "edit its rule", WHY),
    # Terminals send Alt+B as they send Control and Left.
    Action(
        "node_back", "alt+b,ctrl+left", "screen.return", "Back", "back to where one came from", WHY
    ),
    Action("row_turn", "space", "select", "Change", "change: unknown, yes, no (or a click)", BOARD),
    Action("row_yes", "plus,equals_sign,alt+y", "set('yes')", "Yes", "yes", BOARD),
    Action("row_no", "minus,alt+n", "set('no')", "No", "no, or suppose it away", BOARD),
    Action(
        "row_unknown",
        "delete,backspace,alt+u",
        "set('unknown')",
        "Unknown",
        "unknown, or as reported",
        BOARD,
    ),
    Action("row_filter", "slash", "screen.filter", "Filter", "filter the rows", BOARD),
    Action("rule_now", "enter", "select", "Does it apply?", "does the rule apply now?", RULES),
    Action("rule_filter", "slash", "screen.filter", "Search", "search the rules", RULES),
    Action(
        "rule_group", "alt+g", "group", "By topic or paragraph", "by topic, by paragraph", RULES
    ),
    Action("rule_source", "alt+s", "source", "Its paragraph", "go to its paragraph", RULES),
    Action("rule_edit", "alt+e", "edit", "Edit", "edit it, with live checks", RULES),
    Action("map_stop", "escape", "stop", "Stop", "stop laying it out", MAP, "Stop", listed=False),
    Action("map_near", "plus,equals_sign", "zoom(1)", "More in each box", "more in each box", MAP),
    Action("map_far", "minus", "zoom(-1)", "Less in each box", "less in each box", MAP),
    Action("map_jump", "slash", "jump", "Go to a statement", "go to any statement", MAP),
    Action("map_wider", "greater_than_sign", "reach(True)", "Widen", "widen by a step", MAP),
    Action("map_narrower", "less_than_sign", "reach(False)", "Narrow", "narrow by a step", MAP),
    Action("map_yes", "alt+y", "assume('yes')", "Assume", "assume it", MAP),
    Action("map_no", "alt+n", "assume('no')", "Suppose away", "suppose it away", MAP),
    Action(
        "map_unknown",
        "delete,backspace,alt+u",
        "assume('unknown')",
        "As it was",
        "leave it as it was",
        MAP,
    ),
    Action("play", "space", "play", "Play or pause", "play or pause", REPLAY),
    Action("play_back", "left", "cursor_up", "A step back", "a step back", REPLAY),
    Action("play_forth", "right", "cursor_down", "A step forth", "a step forth", REPLAY),
    Action("faster", "plus,equals_sign", "pace(1)", "Faster", "play faster", REPLAY),
    Action("slower", "minus", "pace(-1)", "Slower", "play slower", REPLAY),
    Action("edit_help", "f1", "help", "Help", "these keys", EDITOR, "Help"),
    Action(
        "edit_save",
        "ctrl+s",
        "save",
        "Save",
        "save; before that the file on disk stays as it is",
        EDITOR,
        "Save",
    ),
    Action(
        "edit_text", "f2", "go_to_text", "Text", "the text; Shift+Tab leaves it", EDITOR, "Text"
    ),
    Action(
        "edit_list",
        "f3",
        "go_to_findings",
        "List",
        "the list: problems, then what would change",
        EDITOR,
        "List",
    ),
    Action("edit_next", "f8", "next", "Problem", "go to the next problem", EDITOR, "Problem"),
    Action(
        "edit_close",
        "escape",
        "close",
        "Close",
        "close; asks when changes are not saved",
        EDITOR,
        "Close",
    ),
    Action("text_undo", "ctrl+z", "undo", "Undo", "take the last change back", TEXT, "Undo"),
    Action("text_redo", "ctrl+y", "redo", "Redo", "take the last undo back", TEXT),
    Action("play_edit", "alt+e", "edit", "Edit the rule", "edit the rule of the step", REPLAY),
    Action("learn_up", "up", "move(-1)", "Up", "choose upwards; of an order, move it up", LEARN),
    Action("learn_down", "down", "move(1)", "Down", "choose downwards, or move it down", LEARN),
    Action("learn_answer", "enter", "answer", "Answer", "answer, then the next", LEARN, "Answer"),
    Action(
        "learn_rules",
        "question_mark",
        "hint",
        "Rules",
        "hide the rules, to recall them, and show them again",
        LEARN,
        "Rules",
    ),
    Action("learn_back", "pageup", "page(-1)", "Scroll up", "scroll what is longer", LEARN),
    Action("learn_forth", "pagedown", "page(1)", "Scroll down", "scroll it down", LEARN),
    Action("learn_help", "f1", "help", "Help", "the keys of the exercises", LEARN, "Help"),
    Action("learn_leave", "escape", "leave", "Leave", "leave the exercises", LEARN, "Leave"),
)

_NAMES = {
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "question_mark": "?",
    "escape": "Escape",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "greater_than_sign": ">",
    "less_than_sign": "<",
}


def of_part(part: str) -> Iterator[Action]:
    """Go through what can be done in a part of the screen."""
    return (action for action in ACTIONS if action.part == part)


def key_names(action: Action, chosen: Mapping[str, str] | None = None) -> str:
    """Name the keys of an action as people know them, with those that were chosen for it."""
    keys = (chosen or {}).get(action.id, action.keys)
    return " ".join(_name(key.strip()) for key in keys.split(",") if key.strip())


def _name(key: str) -> str:
    parts = [_NAMES.get(part, part.title() if len(part) > 1 else part) for part in key.split("+")]
    if len(parts) > 1:
        parts[-1] = parts[-1].upper() if len(parts[-1]) == 1 else parts[-1]
    return "+".join(parts)
