"""The language server as an editor meets it: a process of its own, spoken to over its streams."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from arguendo.case import Case
from arguendo.language_server.places import Places, Position
from arguendo.statements import Statement
from tests.tui.town import KNOWLEDGE, RULES, write_town

pytestmark = pytest.mark.asyncio(loop_scope="module")

PATIENCE = 30.0
"""Seconds until a test gives up on an answer; none takes anywhere near so long."""

ROOT = Path(__file__).parents[3]


class Client(LanguageClient):
    """A client that remembers how the server ended, and complaints about what it sent."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.ended: int | None = None
        self.nonsense: list[Exception] = []
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()

    async def server_exit(self, server: asyncio.subprocess.Process) -> None:
        self.ended = server.returncode

    def report_server_error(self, error: Exception, source: object) -> None:
        self.nonsense.append(error)


class Editor:
    """An editor with a rule base open in it."""

    def __init__(self, folder: Path, client: Client) -> None:
        self.folder = folder
        self.client = client
        self.texts: dict[str, str] = {}

    def uri(self, file: str) -> str:
        return (self.folder / file).as_uri()

    def name(self, uri: str) -> str:
        return next(file for file in self.texts if self.uri(file) == uri)

    def open(self, file: str, text: str | None = None) -> None:
        """Open a file, with a text that is not the one on the disk where one is given."""
        self.texts[file] = (self.folder / file).read_text("utf-8") if text is None else text
        item = lsp.TextDocumentItem(self.uri(file), "yaml", 1, self.texts[file])
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type(self, file: str, text: str, version: int = 2) -> None:
        """Change the text of an open file."""
        self.texts[file] = text
        document = lsp.VersionedTextDocumentIdentifier(version, self.uri(file))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    async def problems(self, file: str) -> list[lsp.Diagnostic]:
        """Wait until problems of a file are published."""
        while True:
            published = await asyncio.wait_for(self.client.published.get(), PATIENCE)
            if published.uri == self.uri(file):
                return list(published.diagnostics)

    def at(
        self, file: str, text: str, after: int = 1
    ) -> tuple[lsp.TextDocumentIdentifier, lsp.Position]:
        """The position some characters after the beginning of a text."""
        place = Places(self.texts[file]).position(self.texts[file].index(text) + after)
        return lsp.TextDocumentIdentifier(self.uri(file)), lsp.Position(place.line, place.character)

    def written(self, place: lsp.Location) -> str:
        """What stands at a place."""
        return self.cut(self.name(place.uri), place.range)

    def cut(self, file: str, where: lsp.Range) -> str:
        start, end = self.offsets(file, where)
        return self.texts[file][start:end]

    def offsets(self, file: str, where: lsp.Range) -> tuple[int, int]:
        places = Places(self.texts[file])
        ends = (Position(each.line, each.character) for each in (where.start, where.end))
        start, end = map(places.offset, ends)
        return start, end

    def apply(self, edit: lsp.WorkspaceEdit) -> None:
        """Make the edits, and save the files."""
        for uri, edits in (edit.changes or {}).items():
            file = self.name(uri)
            placed = sorted((self.offsets(file, each.range), each.new_text) for each in edits)
            for (start, end), new in reversed(placed):
                self.texts[file] = self.texts[file][:start] + new + self.texts[file][end:]
            (self.folder / file).write_text(self.texts[file], "utf-8")


def abilities() -> lsp.ClientCapabilities:
    """What most editors can do."""
    modes = lsp.ClientCompletionItemInsertTextModeOptions([lsp.InsertTextMode.AdjustIndentation])
    item = lsp.ClientCompletionItemOptions(snippet_support=True, insert_text_mode_support=modes)
    completion = lsp.CompletionClientCapabilities(completion_item=item)
    return lsp.ClientCapabilities(
        text_document=lsp.TextDocumentClientCapabilities(completion=completion)
    )


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Client]:
    """The server, started as an editor does, and at the end taken leave of."""
    client = Client()

    def publish(params: lsp.PublishDiagnosticsParams) -> None:
        client.published.put_nowait(params)

    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
    path = os.pathsep.join(str(ROOT / root) for root in ("engine", "tui"))
    environment = {**os.environ, "PYTHONPATH": path}
    command = "from arguendo_tui.cli import main; main()"
    await client.start_io(sys.executable, "-c", command, "lsp", env=environment)
    home = tmp_path_factory.getbasetemp().as_uri()
    params = lsp.InitializeParams(abilities(), root_uri=home)
    await asyncio.wait_for(client.initialize_async(params), PATIENCE)
    client.initialized(lsp.InitializedParams())
    yield client
    await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
    client.exit(None)
    await asyncio.wait_for(client.stop(), PATIENCE)  # type: ignore[no-untyped-call]
    assert (client.ended, client.nonsense) == (0, [])


@pytest.fixture
def editor(client: Client, tmp_path: Path) -> Editor:
    """An editor in which nothing is open yet."""
    return Editor(write_town(tmp_path / "town"), client)


async def test_problems_come_and_go_as_one_types(editor: Editor) -> None:
    broken = RULES.replace("has the will", "has the wish")
    editor.open("rules/town.yaml", broken)
    (problem,) = await editor.problems("rules/town.yaml")
    assert (problem.code, problem.source) == ("unread-sentence", "arguendo")
    assert problem.severity is lsp.DiagnosticSeverity.Error
    assert editor.cut("rules/town.yaml", problem.range) == "?place has the wish"
    assert "the first difference" in problem.message
    editor.type("rules/town.yaml", RULES)
    assert await editor.problems("rules/town.yaml") == []


async def test_files_that_are_not_saved_count_in_all_others(editor: Editor) -> None:
    editor.open("rules/town.yaml", RULES.replace("has the will", "is willing"))
    assert len(await editor.problems("rules/town.yaml")) == 1
    editor.open("knowledge/town.yaml", KNOWLEDGE.replace("has the will", "is willing"))
    assert await editor.problems("rules/town.yaml") == []


async def test_completion_offers_sentences_as_snippets(editor: Editor) -> None:
    begun = RULES.replace("then: ?place builds a bridge", "then: ?place bui")
    editor.open("rules/town.yaml", begun)
    document, position = editor.at("rules/town.yaml", "?place bui", len("?place bui"))
    found = await editor.client.text_document_completion_async(
        lsp.CompletionParams(document, position)
    )
    assert isinstance(found, lsp.CompletionList)
    (item,) = found.items
    assert isinstance(item.text_edit, lsp.TextEdit)
    assert editor.cut("rules/town.yaml", item.text_edit.range) == "?place bui"
    assert item.text_edit.new_text == "?place builds a bridge"
    assert item.insert_text_format is lsp.InsertTextFormat.Snippet


async def test_positions_count_as_the_protocol_does(editor: Editor) -> None:
    bridges = RULES.replace("source: ¶1", 'source: ["\U0001f309\U0001f309", ¶7]')
    editor.open("rules/town.yaml", bridges)
    problems = await editor.problems("rules/town.yaml")
    assert [editor.cut("rules/town.yaml", each.range) for each in problems] == [
        '"\U0001f309\U0001f309"',
        "¶7",
    ]


async def test_places_are_found_and_told_about(editor: Editor) -> None:
    editor.open("rules/town.yaml")
    editor.open("knowledge/town.yaml")
    client = editor.client
    at = editor.at("rules/town.yaml", "?place has the will", 12)
    hover = await client.text_document_hover_async(lsp.HoverParams(*at))
    assert hover is not None
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert hover.contents.value.startswith("`has_will(?place)`")
    assert hover.range is not None
    assert editor.cut("rules/town.yaml", hover.range) == "?place has the will"
    declared = await client.text_document_definition_async(lsp.DefinitionParams(*at))
    assert isinstance(declared, Sequence)
    assert isinstance(declared[0], lsp.Location)
    assert editor.written(declared[0]) == "has_will"
    context = lsp.ReferenceContext(include_declaration=False)
    used = await client.text_document_references_async(lsp.ReferenceParams(context, *at)) or []
    assert [editor.written(place) for place in used] == [
        "the town has the will",
        "the town has the will",
        "?place has the will",
    ]
    outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(at[0]))
    (section,) = outline or ()
    assert isinstance(section, lsp.DocumentSymbol)
    assert (section.name, [part.name for part in section.children or ()]) == ("rules", ["build"])


async def test_a_new_id_changes_what_is_written_and_nothing_that_follows(editor: Editor) -> None:
    before = Case.open(editor.folder, "willing")
    edited = KNOWLEDGE.replace("say: the town has the money", "say: has_money(town)")
    editor.open("rules/town.yaml")
    editor.open("knowledge/town.yaml", edited)
    document, position = editor.at("knowledge/town.yaml", "has_money(town)", 12)
    asked = lsp.PrepareRenameParams(document, position)
    prepared = await editor.client.text_document_prepare_rename_async(asked)
    assert isinstance(prepared, lsp.PrepareRenamePlaceholder)
    assert (prepared.placeholder, editor.cut("knowledge/town.yaml", prepared.range)) == (
        "town",
    ) * 2
    for refused, why in (("Town", "cannot be an id"), ("town", "already")):
        with pytest.raises(JsonRpcException, match=why):
            await editor.client.text_document_rename_async(
                lsp.RenameParams(document, position, refused)
            )
    edit = await editor.client.text_document_rename_async(
        lsp.RenameParams(document, position, "city")
    )
    assert edit is not None
    editor.apply(edit)
    after = Case.open(editor.folder, "willing")
    built = (
        case.standing(Statement("builds", (town,)))
        for case, town in ((before, "town"), (after, "city"))
    )
    assert len(set(built)) == 1
    assert "has_money(city)" in editor.texts["knowledge/town.yaml"]


async def test_files_outside_a_rule_base_are_left_alone(editor: Editor) -> None:
    (editor.folder / "notes.yaml").write_text("rules: 3", "utf-8")
    editor.open("notes.yaml")
    editor.open("rules/town.yaml")
    at = editor.at("notes.yaml", "rules")
    assert await editor.client.text_document_hover_async(lsp.HoverParams(*at)) is None
    await editor.problems("rules/town.yaml")
    assert editor.client.published.empty()


async def test_what_is_included_is_seen_by_those_that_include_it(editor: Editor) -> None:
    town = editor.folder
    write_town(town.parent / "county", "rule base:\n  name: county\n  include: ../town\n", RULES)
    county = Editor(town.parent / "county", editor.client)
    county.open("rules/town.yaml", RULES.replace("id: build", "id: build-too"))
    found = [each.code for each in await county.problems("rules/town.yaml")]
    assert found == ["redundant-rule"]
    editor.open("knowledge/town.yaml", KNOWLEDGE.replace("has the will", "is willing"))
    problems = [each.code for each in await county.problems("rules/town.yaml")]
    assert problems.count("unread-sentence") == 2
