"""Our records as the protocol's."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lsprotocol import types as lsp

from arguendo.language_server.completion import Offer, Sort
from arguendo.language_server.diagnosis import Diagnosis
from arguendo.language_server.places import UTF_16, Position, Range, units
from arguendo.language_server.renaming import Edit
from arguendo.language_server.snapshot import Snapshot
from arguendo.language_server.symbols import Symbol
from arguendo.problems import Severity
from arguendo.reading.shapes import Role

NAME = "arguendo"

_KINDS = {
    Sort.KEY: lsp.CompletionItemKind.Property,
    Sort.SENTENCE: lsp.CompletionItemKind.Snippet,
    Sort.NAME: lsp.CompletionItemKind.Variable,
    Sort.ID: lsp.CompletionItemKind.Reference,
    Sort.WORD: lsp.CompletionItemKind.EnumMember,
}

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
}

_SYMBOLS = {
    None: lsp.SymbolKind.Namespace,
    Role.ENTITY: lsp.SymbolKind.Object,
    Role.STATEMENT: lsp.SymbolKind.Interface,
    Role.RULE: lsp.SymbolKind.Function,
    Role.SCENARIO: lsp.SymbolKind.Event,
    Role.TEST: lsp.SymbolKind.Event,
    Role.SOURCE: lsp.SymbolKind.File,
}


def position(found: lsp.Position) -> Position:
    """Return a position as our own records have it."""
    return Position(found.line, found.character)


def position_of(found: Position) -> lsp.Position:
    """Return one of our positions as the protocol has it."""
    return lsp.Position(found.line, found.character)


def range_of(found: Range) -> lsp.Range:
    """Return one of our ranges as the protocol has it."""
    return lsp.Range(position_of(found.start), position_of(found.end))


def diagnostic(found: Diagnosis, address: Callable[[str], str]) -> lsp.Diagnostic:
    """Return a problem as the protocol has it."""
    related = [
        lsp.DiagnosticRelatedInformation(
            lsp.Location(address(each.file), range_of(each.range)), each.message
        )
        for each in found.related
    ]
    return lsp.Diagnostic(
        range=range_of(found.range),
        message=found.message,
        severity=_SEVERITIES.get(found.severity, lsp.DiagnosticSeverity.Information),
        code=found.code,
        source=NAME,
        related_information=related or None,
    )


def completion(
    found: Iterable[Offer], at: lsp.Position, line: str, can: Abilities
) -> lsp.CompletionList:
    """Return offers as the protocol has them; they are to be asked for anew at each keystroke."""
    items = [_item(offer, number, at, line, can) for number, offer in enumerate(found)]
    return lsp.CompletionList(is_incomplete=True, items=items)


def _item(
    offer: Offer, number: int, at: lsp.Position, line: str, can: Abilities
) -> lsp.CompletionItem:
    as_snippet = bool(offer.snippet) and can.snippets
    text = offer.snippet if as_snippet else offer.text
    if not can.indent:
        text = text.partition("\n")[0]
    start = lsp.Position(at.line, units(line[: offer.start], can.encoding))
    typed = line[offer.start :]
    return lsp.CompletionItem(
        label=offer.label,
        kind=_KINDS[offer.sort],
        detail=offer.detail or None,
        documentation=offer.about or None,
        sort_text=f"{number:04}",
        # Editors look for what was typed in this: what we chose fits it, in whatever words.
        filter_text=f"{typed} {offer.label}" if typed else None,
        text_edit=lsp.TextEdit(lsp.Range(start, at), text),
        insert_text_format=(
            lsp.InsertTextFormat.Snippet if as_snippet else lsp.InsertTextFormat.PlainText
        ),
        insert_text_mode=lsp.InsertTextMode.AdjustIndentation if can.indent else None,
    )


def symbol(found: Symbol) -> lsp.DocumentSymbol:
    """Return an entry of an outline as the protocol has it."""
    return lsp.DocumentSymbol(
        name=found.name,
        detail=found.detail or None,
        kind=_SYMBOLS.get(found.what, lsp.SymbolKind.String),
        range=range_of(found.range),
        selection_range=range_of(found.name_range),
        children=[symbol(part) for part in found.parts],
    )


def workspace_edit(
    edits: Iterable[Edit], snapshot: Snapshot, address: Callable[[str], str]
) -> lsp.WorkspaceEdit:
    """Return edits of several files as the protocol has them."""
    changes: dict[str, list[lsp.TextEdit]] = {}
    for edit in edits:
        place = snapshot.places(edit.file).range(edit.start, edit.end)
        made = lsp.TextEdit(range_of(place), edit.text)
        changes.setdefault(address(edit.file), []).append(made)
    return lsp.WorkspaceEdit(changes=changes)


class Abilities:
    """What an editor can do."""

    def __init__(self, client: lsp.ClientCapabilities, encoding: str = UTF_16) -> None:
        """Read them from what the editor says of itself."""
        document = client.text_document
        completion = document.completion if document else None
        item = completion.completion_item if completion else None
        modes = item.insert_text_mode_support if item else None
        watched = client.workspace.did_change_watched_files if client.workspace else None
        self.encoding = encoding
        self.snippets = bool(item and item.snippet_support)
        self.indent = bool(modes and lsp.InsertTextMode.AdjustIndentation in modes.value_set)
        self.watching = bool(watched and watched.dynamic_registration)
