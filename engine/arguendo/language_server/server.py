"""The wire of the Language Server Protocol: requests to questions, answers to responses.

Everything is asked of the snapshots; here stand only what editors send and what they are sent.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from lsprotocol import types as lsp
from pygls import uris
from pygls.exceptions import FeatureNotificationError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import json_rpc

from arguendo.content import ENDINGS
from arguendo.including import LARGEST
from arguendo.language_server import conversion
from arguendo.language_server.completion import offers
from arguendo.language_server.diagnosis import diagnoses
from arguendo.language_server.help import help_on
from arguendo.language_server.mentions import Mention
from arguendo.language_server.places import UTF_16, editor_lines
from arguendo.language_server.renaming import CannotRename, rename, renamed_at
from arguendo.language_server.snapshot import Snapshot, home_of, take
from arguendo.language_server.symbols import symbols
from arguendo.problems import printable
from arguendo.review.examination import is_own

PAUSE = 0.1
"""Seconds without a keystroke before problems are looked for."""

REQUEST_FAILED = -32803
"""The protocol's code for a sound request that cannot be met; the message is shown to people."""


class AtPosition(Protocol):
    """A request about a position in a file."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


class RuleFileServer(LanguageServer):
    """Serves the rule files of any number of rule bases."""

    def __init__(self, pause: float = PAUSE) -> None:
        """Begin with no file open."""
        super().__init__(
            "arguendo",
            version("arguendo"),
            # Whole texts, since the protocol's ends of lines are not those of Python.
            text_document_sync_kind=lsp.TextDocumentSyncKind.Full,
        )
        self.pause = pause
        self.snapshots: dict[Path, Snapshot] = {}
        self.stale: set[Path] = set()
        self.waiting: dict[Path, asyncio.Task[None]] = {}
        self.told: dict[Path, set[str]] = {}
        """Folder to the addresses that problems were published for."""

    @property
    def abilities(self) -> conversion.Abilities:
        """What the editor can do."""
        chosen = lsp.PositionEncodingKind(self.workspace.position_encoding or UTF_16)
        return conversion.Abilities(self.client_capabilities, chosen.value)

    def drafts(self, folder: Path) -> dict[str, str]:
        """Return the texts of open files, by their names as seen from a rule base.

        Those that are none of its files are passed over when it is read.
        """
        open_files = ((_path(uri), text) for uri, text in self.workspace.text_documents.items())
        return {
            _name(folder, file): text.source
            for file, text in open_files
            if file and home_of(file) and len(text.source) <= LARGEST
        }

    def snapshot(self, folder: Path) -> Snapshot:
        """Return a rule base as it stands now."""
        if folder in self.stale or folder not in self.snapshots:
            before = self.snapshots.get(folder)
            drafts = self.drafts(folder)
            self.snapshots[folder] = take(folder, drafts, before, self.abilities.encoding)
            self.stale.discard(folder)
        return self.snapshots[folder]

    def place(self, uri: str) -> tuple[Snapshot, str] | None:
        """Return the rule base that a file is part of, and its name there."""
        file = _path(uri)
        folder = home_of(file) if file else None
        if file is None or folder is None:
            return None
        snapshot = self.snapshot(folder)
        name = _name(folder, file)
        return (snapshot, name) if name in snapshot.texts else None

    def address(self, folder: Path, file: str) -> str:
        """Return the address of a file, as the editor itself wrote it where it is open."""
        path = Path(os.path.normpath(folder / file))
        known = (uri for uri in self.workspace.text_documents if _path(uri) == path)
        return next(known, path.as_uri())

    def addresses(self, folder: Path) -> Callable[[str], str]:
        """Return the way from files of a rule base to their addresses."""
        return lambda file: self.address(folder, file)

    def changed(self, uri: str) -> None:
        """Look for problems anew, as soon as nothing is typed for a moment."""
        file = _path(uri)
        home = home_of(file) if file else None
        if file is None or home is None:
            return
        others = (
            folder
            for folder, snapshot in self.snapshots.items()
            if _name(folder, file) in snapshot.texts
        )
        for folder in {home, *others}:
            self.stale.add(folder)
            before = self.waiting.get(folder)
            if before:
                before.cancel()
            task = self._publish_soon(folder)
            self.waiting[folder] = asyncio.get_running_loop().create_task(task)

    async def _publish_soon(self, folder: Path) -> None:
        await asyncio.sleep(self.pause)
        try:
            self.publish(folder)
        except Exception as error:
            self.report_server_error(error, FeatureNotificationError)

    def publish(self, folder: Path) -> None:
        """Send all problems of a rule base, and an empty list for files that have none any more."""
        snapshot = self.snapshot(folder)
        open_files = [self.address(folder, file) for file in self.drafts(folder) if is_own(file)]
        found: dict[str, list[lsp.Diagnostic]] = {uri: [] for uri in open_files}
        found |= {uri: [] for uri in self.told.get(folder, ())}
        for each in diagnoses(snapshot):
            uris_ = [self.address(folder, each.file)] if each.file else open_files
            for uri in uris_:
                made = conversion.diagnostic(each, self.addresses(folder))
                found.setdefault(uri, []).append(made)
        for uri, problems in found.items():
            document = self.workspace.text_documents.get(uri)
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(uri, problems, document.version if document else None)
            )
        self.told[folder] = {uri for uri, problems in found.items() if problems}

    def location(self, snapshot: Snapshot, mention: Mention) -> lsp.Location:
        """Return where something is spoken of."""
        found = snapshot.places(mention.file).range(mention.start, mention.end)
        return lsp.Location(self.address(snapshot.folder, mention.file), conversion.range_of(found))

    def at(self, params: AtPosition) -> tuple[Snapshot, str, int] | None:
        """Return the rule base, the file and the offset that a position is of."""
        found = self.place(params.text_document.uri)
        return (*found, _offset(*found, params.position)) if found else None

    def locations(
        self, params: AtPosition, wanted: Callable[[Mention], bool]
    ) -> list[lsp.Location]:
        """Return the places that speak of what stands at a position."""
        at = self.at(params)
        found = at[0].mention_at(*at[1:]) if at else None
        if at is None or found is None:
            return []
        return [
            self.location(at[0], each) for each in at[0].places_of(found.subject) if wanted(each)
        ]


def _path(uri: str) -> Path | None:
    path = uris.to_fs_path(uri)
    return Path(path) if path else None


def _name(folder: Path, file: Path) -> str:
    """Name a file as seen from a rule base."""
    return Path(os.path.relpath(file, folder)).as_posix()


def _offset(snapshot: Snapshot, file: str, position: lsp.Position) -> int:
    return snapshot.places(file).offset(conversion.position(position))


def serve() -> None:
    """Serve an editor on the standard streams until it takes leave.

    Whatever else is printed meanwhile goes to the standard error: the output is the protocol's.
    """
    printed, sys.stdout = sys.stdout, sys.stderr
    # A descriptor of its own, since the library closes what it writes to.
    with suppress(OSError), os.fdopen(os.dup(printed.fileno()), "wb") as output:
        # By the library a refusal, which the editor shows, would be logged with a stack trace.
        logging.getLogger(json_rpc.__name__).addFilter(_is_no_refusal)
        try:
            make_server().start_io(sys.stdin.buffer, output)
        finally:
            sys.stdout = printed


def make_server(pause: float = PAUSE) -> RuleFileServer:
    """Return a server with all that it answers."""
    server = RuleFileServer(pause)
    _watch(server)
    _answer_about_places(server)
    _answer_about_files(server)
    return server


def _watch(server: RuleFileServer) -> None:
    """Follow what happens to files."""

    @server.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        if server.abilities.watching:
            watchers = [lsp.FileSystemWatcher(f"**/*{ending}") for ending in ENDINGS]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            server.client_register_capability(lsp.RegistrationParams([wanted]))

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.changed(params.text_document.uri)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_outside(params: lsp.DidChangeWatchedFilesParams) -> None:
        for change in params.changes:
            server.changed(change.uri)


def _answer_about_places(server: RuleFileServer) -> None:
    """Answer what editors ask about the place where the cursor stands."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        at = server.at(params)
        found = help_on(*at) if at else None
        if at is None or found is None:
            return None
        snapshot, file, _ = at
        said, start, end = found
        place = conversion.range_of(snapshot.places(file).range(start, end))
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, said), place)

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> list[lsp.Location]:
        return server.locations(params, lambda mention: mention.declares)

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
        with_declaration = params.context.include_declaration
        return server.locations(params, lambda each: with_declaration or not each.declares)

    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        at = server.at(params)
        if at is None:
            return None
        with _refusals():
            found = renamed_at(*at)
            place = server.location(at[0], found).range
            return lsp.PrepareRenamePlaceholder(place, found.id)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def new_name(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        at = server.at(params)
        if at is None:
            return None
        with _refusals():
            edits = rename(*at, params.new_name)
            return conversion.workspace_edit(edits, at[0], server.addresses(at[0].folder))


def _answer_about_files(server: RuleFileServer) -> None:
    """Answer what editors ask about the file as a whole, or while it is being written."""

    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", "?", "¶"])
    )
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        at = server.at(params)
        if at is None:
            return None
        snapshot, file, offset = at
        text = snapshot.texts[file]
        typed = editor_lines(text[:offset])
        found = offers(snapshot.known, text, len(typed) - 1, len(typed[-1]))
        line = typed[-1]
        return conversion.completion(found, params.position, line, server.abilities)

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        at = server.place(params.text_document.uri)
        return [conversion.symbol(each) for each in symbols(*at)] if at else []


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell the editor why something cannot be renamed."""
    try:
        yield
    except CannotRename as refused:
        raise JsonRpcException(printable(str(refused)), REQUEST_FAILED) from refused


def _is_no_refusal(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    return not (isinstance(error, JsonRpcException) and error.code == REQUEST_FAILED)
