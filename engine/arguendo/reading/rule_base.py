"""The section `rule base`: what the whole is called, its scale, and where to begin."""

from __future__ import annotations

from dataclasses import dataclass

from arguendo.reading.context import Context
from arguendo.reading.keys import Key, read_keys
from arguendo.reading.values import scenario, text, texts
from arguendo.scale import ICD_203, Scale
from arguendo.yaml_nodes import Node


@dataclass(frozen=True)
class Head:
    """What a rule base says about itself."""

    name: str = ""
    title: str = ""
    about: str = ""
    scenario: str = ""


def scale(node: Node, context: Context) -> Scale | None:
    """Read the words of a scale, weakest first."""
    found = texts(node, context)
    if found is None:
        return None
    words = tuple(" ".join(word.casefold().split()) for word in found)
    if not words or len(set(words)) < len(words):
        context.error("wrong-value", "a scale is a list of different words", node.span)
        return None
    return Scale(words)


NAME = Key("name", text, "", required=True)
TITLE = Key("title", text, "")
ABOUT = Key("about", text, "")
SCALE = Key("scale", scale, ICD_203)
SCENARIO = Key("scenario", scenario, "")

KEYS = (NAME, TITLE, ABOUT, SCALE, SCENARIO)


def read(node: Node, context: Context) -> Head | None:
    """Read the section; the scale goes to the context, for all that is read after it."""
    values = read_keys(node, KEYS, "a rule base", context)
    if values is None:
        return None
    context.scale = values[SCALE]
    return Head(values[NAME], values[TITLE], values[ABOUT], values[SCENARIO])
