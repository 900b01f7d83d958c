"""Makes a drawing by Graphviz readable for those who cannot see it (SVG 2, WAI-ARIA graphics)."""

from __future__ import annotations

from xml.etree import ElementTree

from arguendo.export.maps.dot import edge_ids, node_ids
from arguendo.wording.maps import WordedMap

_SVG = "{http://www.w3.org/2000/svg}"


def readable(drawn: bytes, worded: WordedMap) -> bytes:
    """Give a drawing a title and a description, and each box and line what it says."""
    ElementTree.register_namespace("", _SVG[1:-1])
    root = ElementTree.fromstring(drawn)
    root.set("role", "img")
    root.set("aria-labelledby", "map-title map-about")
    said = {name: worded.text(node).whole for name, node in node_ids(worded).items()}
    said |= {name: worded.edge(edge) for name, edge in edge_ids(worded).items()}
    for group in root.iter(f"{_SVG}g"):
        title = group.find(f"{_SVG}title")
        if title is None:
            continue
        if text := said.get(group.get("id", "")):
            title.text = text
            group.set("role", "graphics-symbol img")
            group.set("aria-label", text)
        else:
            group.remove(title)
    for place, (tag, id, text) in enumerate(
        (("title", "map-title", worded.title), ("desc", "map-about", worded.about))
    ):
        element = ElementTree.Element(f"{_SVG}{tag}", id=id)
        element.text = text
        root.insert(place, element)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
