"""The wire of the Model Context Protocol: requests to tools and resources, and back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from typing import Any, TypeAlias, TypeVar

import anyio
import msgspec
from anyio.to_thread import run_sync
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    ResourceTemplate,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS

from arguendo.context_server import schemas
from arguendo.context_server.cases import Cases
from arguendo.context_server.resources import TEMPLATES, NoResource, read, resources
from arguendo.context_server.told import TOOLS as TOLD
from arguendo.context_server.told import instructions
from arguendo.context_server.tools import TOOLS, NoTool, Refused, call

_log = logging.getLogger(__name__)

Context: TypeAlias = ServerRequestContext[Any, Any]
_Found = TypeVar("_Found")

THE_ONLY = "the only one"
"""The session of a process that serves whoever started it."""


@dataclass(frozen=True)
class Service:
    """What answers requests; one after the other, since cases are for one thread at a time."""

    cases: Cases
    session: str | None
    """The session of all who are served; None to tell them apart."""
    turn: anyio.CapacityLimiter

    async def list_tools(self, _: Context, __: PaginatedRequestParams | None) -> ListToolsResult:
        """List all tools."""
        return ListToolsResult(tools=[_tool(name) for name in TOOLS])

    async def call_tool(self, context: Context, params: CallToolRequestParams) -> CallToolResult:
        """Call a tool; what the caller can mend is a result, for the model to read."""
        session = self.session or _session(context)
        arguments = params.arguments or {}
        try:
            told = await self._in_turn(call, self.cases, params.name, arguments, session)
        except NoTool as error:
            raise MCPError(INVALID_PARAMS, str(error)) from error
        except Refused as error:
            return CallToolResult(content=[_text(str(error))], is_error=True)
        return CallToolResult(content=[_text(told.text)], structured_content=_plain(told))

    async def list_resources(
        self, _: Context, __: PaginatedRequestParams | None
    ) -> ListResourcesResult:
        """List what can be read."""
        found = [
            Resource(
                uri=each.uri,
                name=each.uri,
                title=each.title,
                description=each.about,
                mime_type=each.media,
            )
            for each in resources(self.cases.rulebase)
        ]
        return ListResourcesResult(resources=found)

    async def list_templates(
        self, _: Context, __: PaginatedRequestParams | None
    ) -> ListResourceTemplatesResult:
        """List how addresses of rules and sources are made."""
        found = [
            ResourceTemplate(
                uri_template=each.uri,
                name=each.title,
                title=each.title,
                description=each.about,
                mime_type=each.media,
            )
            for each in TEMPLATES
        ]
        return ListResourceTemplatesResult(resource_templates=found)

    async def read_resource(
        self, _: Context, params: ReadResourceRequestParams
    ) -> ReadResourceResult:
        """Read a rule or a source."""
        try:
            text, media = await self._in_turn(read, self.cases.rulebase, str(params.uri))
        except NoResource as error:
            raise MCPError(INVALID_PARAMS, str(error)) from error
        contents = TextResourceContents(uri=params.uri, text=text, mime_type=media)
        return ReadResourceResult(contents=[contents])

    async def _in_turn(self, do: Callable[..., _Found], *given: object) -> _Found:
        """Do something in a thread, so that the protocol goes on, when all before it is done."""
        try:
            return await run_sync(partial(do, *given), limiter=self.turn)
        except (NoTool, Refused, NoResource):
            raise
        except Exception as error:
            _log.error("a request failed: %r", error)
            message = "this failed, and the fault is the server's, not yours"
            raise MCPError(INTERNAL_ERROR, message) from None


def make_server(cases: Cases, session: str | None = None) -> Server[Any]:
    """Return a server of cases on one rule base."""
    service = Service(cases, session, anyio.CapacityLimiter(1))
    return Server(
        "arguendo",
        version=version("arguendo"),
        instructions=instructions(cases.rulebase),
        on_list_tools=service.list_tools,
        on_call_tool=service.call_tool,
        on_list_resources=service.list_resources,
        on_list_resource_templates=service.list_templates,
        on_read_resource=service.read_resource,
    )


def serve(cases: Cases) -> None:
    """Serve whoever started this process on the standard streams, until they close them."""
    server = make_server(cases, THE_ONLY)

    async def run() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def _session(context: Context) -> str | None:
    """Return the session that a request is part of; newer versions of the protocol have none.

    Only of older ones has the library checked that the session named is one that it began.
    """
    if context.request is None or context.protocol_version not in HANDSHAKE_PROTOCOL_VERSIONS:
        return None
    named = context.request.headers.get("mcp-session-id")
    return str(named) if named else None


def _tool(name: str) -> Tool:
    title, about = TOLD[name]
    looks = TOOLS[name].only_looks
    return Tool(
        name=name,
        title=title,
        description=about,
        input_schema=schemas.takes(name),
        output_schema=schemas.gives(name),
        annotations=ToolAnnotations(
            title=title, read_only_hint=looks, destructive_hint=False, open_world_hint=False
        ),
    )


def _plain(told: msgspec.Struct) -> dict[str, Any]:
    """Return what JSON says, so that clients in this process see what others do: lists."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(told))
    return found


def _text(text: str) -> TextContent:
    return TextContent(type="text", text=text)
