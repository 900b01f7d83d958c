from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from textual.color import Color

from arguendo.case import Case
from arguendo_tui.preferences import Preferences, config_file, is_still, preferences
from arguendo_tui.presenters.actions import ACTIONS, ANYWHERE, key_names
from arguendo_tui.presenters.help import help_paragraphs
from arguendo_tui.shelving import FILE, keep, query_for, shelf
from arguendo_tui.themes import BY_NAME
from tests.builders import statement

LEGIBLE = 4.5
"""The least contrast of text with its ground (WCAG 2.1, 1.4.3)."""


def test_keys_and_theme_come_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[keys]\nundo = "ctrl+u"\n[screen]\ntheme = "high contrast"\n'
        "motion = false\nmouse = false\n"
    )
    found = preferences(file)
    assert found == Preferences({"undo": "ctrl+u"}, "high contrast", still=True, mouse=False)
    assert is_still({}, found)
    assert is_still({"REDUCE_MOTION": "1"}, Preferences())
    assert not is_still({}, Preferences())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[keys]\nundoo = "x"', "There is no action “undoo” (did you mean “undo”?)."),
        ("[keys]\nundo = 3", "The keys of undo are a text"),
        ('[screen]\ntheme = "pink"', "The theme is one of: dark, light, high contrast."),
        ("[screan]", "There is no part “screan” (did you mean “screen”?)."),
        ("[", "cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_told_and_changes_nothing(
    tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "config.toml").write_text(text)
    found = preferences(tmp_path / "config.toml")
    assert (found.keys, found.theme) == ({}, "")
    assert told in found.troubles[0]


def test_the_file_is_looked_for_where_one_says(tmp_path: Path) -> None:
    assert config_file({"ARGUENDO_CONFIG": str(tmp_path)}) == tmp_path
    assert config_file({"ARGUENDO_CONFIG": "off"}) is None
    assert preferences(None) == preferences(tmp_path / "none") == Preferences()


def test_every_action_is_named_once_and_told_in_the_help() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    # Escape stops what is being worked out; with nothing to stop, it leads back to the chat.
    others = [a for a in ACTIONS if a.part == ANYWHERE and a.id != "stop"]
    anywhere = [key for a in others for key in a.keys.split(",") if key]
    assert len(set(anywhere)) == len(anywhere)
    chosen = {"undo": "ctrl+u"}
    pages = (help_paragraphs(editing, chosen=chosen) for editing in (False, True))
    told = "\n".join(p.mark + p.label.plain for page in pages for p in page)
    assert all(action.does in told for action in ACTIONS if action.keys)
    assert "Ctrl+U" in told
    assert key_names(next(a for a in ACTIONS if a.id == "faster")) == "+ ="


def test_every_action_is_in_the_documents_by_its_name(checkout: Path) -> None:
    told = (checkout / "docs" / "terminals.md").read_text(encoding="utf-8")
    assert [action.id for action in ACTIONS if f"`{action.id}`" not in told] == []


@pytest.mark.parametrize("name", BY_NAME)
def test_text_is_legible_on_every_ground(name: str) -> None:
    colours = BY_NAME[name].to_color_system().generate()
    texts = ["foreground", "foreground-muted", "text-muted"]
    texts += ["text-accent", "text-success", "text-error", "text-warning"]
    cursors = ("block-cursor-background", "block-cursor-blurred-background")
    pairs = [*product(texts, ("background", "surface", "panel", *cursors))]
    pairs += [
        (f"block-cursor{b}-foreground", f"block-cursor{b}-background") for b in ("", "-blurred")
    ]
    thin = {
        pair: round(contrast, 2)
        for pair in pairs
        if (contrast := _contrast(*(Color.parse(colours[each]) for each in pair))) < LEGIBLE
    }
    assert thin == {}


def _contrast(text: Color, ground: Color) -> float:
    """Return the ratio of their luminances (WCAG 2.1)."""
    light, dark = sorted((_luminance(ground.blend(text, text.a)), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [each / 255 for each in colour.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_scenario_of_ones_own_is_kept_and_comes_back(tmp_path: Path, fair: Case) -> None:
    rain, ada = statement("rains(fair)"), statement("helps(ada)")
    keep(tmp_path / "state", fair.assume(rain).suppose_away(ada), "Wet")
    query = query_for(shelf(tmp_path / "state")["fair"]["Wet"], fair.rulebase)
    assert query is not None
    assert (query.assume, query.scenarios) == ({rain: True, ada: False}, ("spring",))


def test_a_scenario_that_is_not_known_any_more_is_left_out(tmp_path: Path, fair: Case) -> None:
    (tmp_path / FILE).write_text('{"fair": {"Old": {"scenario": "gone", "assume": {}}}}')
    assert query_for(shelf(tmp_path)["fair"]["Old"], fair.rulebase) is None
    (tmp_path / FILE).write_text("[")
    assert shelf(tmp_path) == shelf(None) == {}
