"""A deck of cards: the case and the question before, the answer with its reasons behind."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Any

from arguendo.traces.formats import Source, loaded
from arguendo.traces.formats.chat import ERROR
from arguendo.traces.record import Trace

_MODEL = 1_724_206_117
"""What tells the kind of our cards from all others: chosen once, at random."""

_FIELDS = ("Case", "Question", "Answer", "Reasons", "Id")
_FRONT = '<div class="case">{{Case}}</div><h3>{{Question}}</h3>'
_BACK = '{{FrontSide}}<hr id="answer"><p><b>{{Answer}}</b></p><div>{{Reasons}}</div>'
_STYLE = ".card { font-family: sans-serif; text-align: left; } .case { font-size: .85em; }"


def write(source: Source, out: Path) -> None:
    """Write a package. Raises `Missing` where genanki is."""
    genanki = loaded("genanki", "genanki", "data")
    model = genanki.Model(
        _MODEL,
        "Argument",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Answer", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
        sort_field_index=1,
    )
    base = source.rulebase
    deck = genanki.Deck(_deck_id(base.digest), escape(base.title or base.name))
    for trace in source:
        deck.add_note(_note(genanki, model, trace))
    unfinished = out.with_name(f".{out.name}.part")
    try:
        genanki.Package(deck).write_to_file(os.fspath(unfinished))
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _deck_id(digest: str) -> int:
    """Return the number of a deck: the same for the same rule base, so that decks grow."""
    return (1 << 30) + int(digest[:7] or "0", 16)


def _note(genanki: Any, model: Any, trace: Trace) -> Any:
    scene, question = _lines(trace.text.scene), escape(trace.question.text)
    answer, reasons = escape(trace.text.line), _lines(trace.text.full)
    if trace.flaw:
        question = f"{question}<br>{escape(ERROR)}<br>{reasons}"
        where = f"Step {trace.flaw.step}" if trace.flaw.step else "The verdict"
        answer, reasons = f"{where}: {escape(trace.flaw.told)}", escape(trace.flaw.kind)
    fields = [scene, question, answer, reasons, trace.id]
    tags = [trace.status.replace(" ", "-"), f"depth-{trace.depth}"]
    return genanki.Note(model, fields, guid=trace.id, tags=tags)


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.splitlines()))
