"""Makes a drawing by Graphviz readable for those who cannot see it (SVG 2, WAI-ARIA graphics)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from arguendo.export.maps.layout import laid_out
from arguendo.wording.maps import WordedMap

_SVG = "{http://www.w3.org/2000/svg}"


def readable(drawn: bytes, worded: WordedMap) -> bytes:
    """Give a drawing a title and a description, and each box and line what it says."""
    ElementTree.register_namespace("", _SVG[1:-1])
    root = ElementTree.fromstring(drawn)
    root.set("role", "img")
    root.set("aria-labelledby", "map-title map-about")
    _unlink(root)
    said = dict(_said(worded))
    for group in root.iter(f"{_SVG}g"):
        title = group.find(f"{_SVG}title")
        if text := said.get(group.get("id", "")):
            if title is None:
                title = ElementTree.Element(f"{_SVG}title")
                group.insert(0, title)
            title.text = text
            group.set("role", "graphics-symbol img")
            group.set("aria-label", text)
        elif title is not None:
            group.remove(title)
    for place, (tag, id, text) in enumerate(
        (("title", "map-title", worded.title), ("desc", "map-about", worded.about))
    ):
        element = ElementTree.Element(f"{_SVG}{tag}", id=id)
        element.text = text
        root.insert(place, element)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _said(worded: WordedMap) -> Iterator[tuple[str, str]]:
    """Tell what each group that is drawn says, by its id."""
    layout = laid_out(worded.map)
    for node in worded.map.nodes:
        name = layout.names[node.statement]
        for each in (name, f"a_{name}"):
            yield each, worded.text(node).whole
    for line in layout.lines:
        yield line.name, "; ".join(map(worded.edge, line.edges))
    for place, ring in enumerate(layout.rings):
        yield f"r{place}", "; ".join(map(worded.edge, ring))


def _unlink(root: ElementTree.Element) -> None:
    """Make groups of what Graphviz draws as links that lead nowhere: the rows of stacks."""
    for link in root.iter(f"{_SVG}a"):
        link.tag = f"{_SVG}g"
        link.attrib.clear()
