"""Maps as SVG and PNG, drawn by Graphviz through pygraphviz, whose wheels carry it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from arguendo.export.maps.dot import dot
from arguendo.export.maps.layout import laid_out
from arguendo.export.maps.readable import readable
from arguendo.export.maps.shapes import TRIES, Measures, Shape, best, measures
from arguendo.export.maps.themes import LIGHT, Theme
from arguendo.wording.maps import WordedMap

if TYPE_CHECKING:
    from pygraphviz import AGraph


class CannotDraw(Exception):
    """There is no Graphviz to draw with, or it cannot draw this: what is wrong, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what is wrong."""
        self.hint = hint
        super().__init__(message)


def svg(worded: WordedMap, theme: Theme = LIGHT, tries: int = TRIES) -> bytes:
    """Draw a map as SVG in UTF-8, without scripts, that screen readers can read.

    The more shapes are tried, the better it fits a page. Raises `CannotDraw`.
    """
    return readable(_drawn(worded, theme, "svg", tries), worded)


def png(worded: WordedMap, theme: Theme = LIGHT) -> bytes:
    """Draw a map as PNG, at twice the resolution of a plain screen. Raises `CannotDraw`."""
    return _drawn(worded, theme, "png", TRIES)


def _drawn(worded: WordedMap, theme: Theme, form: str, tries: int) -> bytes:
    def measured(shape: Shape) -> Measures:
        return measures(_run(dot(worded, theme, shape), "plain").decode())

    shape = best(laid_out(worded.map), measured, tries)
    return _run(dot(worded, theme, shape), form)


def _run(text: str, form: str) -> bytes:
    graph = _graph(text)
    if form == "png":
        graph.graph_attr["dpi"] = "144"
    with warnings.catch_warnings():
        # What Graphviz remarks on fonts and sizes is nothing that a reader could mend.
        warnings.simplefilter("ignore")
        try:
            drawn = graph.draw(format=form, prog="dot")
        except (OSError, ValueError) as error:
            raise CannotDraw(f"Graphviz cannot draw this map: {error}") from error
        finally:
            graph.close()
    return bytes(drawn)


def _graph(text: str) -> AGraph:
    try:
        from pygraphviz import AGraph
    except ImportError as error:
        raise CannotDraw(
            "pictures are drawn by pygraphviz, which cannot be loaded here",
            "pip install 'pygraphviz>=2'; mermaid and dot need nothing more",
        ) from error
    return AGraph(string=text)
