"""The server as its clients see it: the library's own client, over HTTP in this process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult, TextContent, TextResourceContents
from starlette.types import ASGIApp

from arguendo.addresses import NotAllowed
from arguendo.api import OpenCase
from arguendo.context_server.cases import Cases
from arguendo.context_server.server import THE_ONLY, make_server
from arguendo.context_server.told import TOOLS
from arguendo.context_server.web import LARGEST, address, make_app
from tests.conversation.club import club

HOST, PORT = "127.0.0.1", 8765
DRY = {"the courts of the club are wet": False}
PAYS = {"Ben pays the fee to the club": True}
HOLDS = "the club holds the tournament"


@pytest.fixture
def cases() -> Cases:
    return Cases(club().rulebase)


@asynccontextmanager
async def serving(app: ASGIApp) -> AsyncIterator[ASGIApp]:
    """Run an application without a socket."""
    inner: Any = getattr(app, "app", app)
    async with inner.router.lifespan_context(inner):
        yield app


def http(app: ASGIApp, **headers: str) -> httpx2.AsyncClient:
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app),
        base_url=f"http://{HOST}:{PORT}",
        headers={"accept": "application/json, text/event-stream", **headers},
    )


@asynccontextmanager
async def client(app: ASGIApp, mode: str = "auto", **headers: str) -> AsyncIterator[Client]:
    async with http(app, **headers) as web:
        transport = streamable_http_client(address(HOST, PORT), http_client=web)
        async with Client(transport, mode=mode) as connected:
            yield connected


async def told(of: Client, tool: str, **arguments: object) -> dict[str, Any]:
    """What a tool gives; the client has checked it against the tool's schema."""
    found = await of.call_tool(tool, arguments)
    assert isinstance(found, CallToolResult)
    assert not found.is_error, found.content
    assert isinstance(found.structured_content, dict)
    return found.structured_content


async def refused(of: Client, tool: str, **arguments: object) -> str:
    found = await of.call_tool(tool, arguments)
    assert isinstance(found, CallToolResult)
    assert found.is_error
    (content,) = found.content
    assert isinstance(content, TextContent)
    return content.text


async def test_two_sessions_assume_without_mixing(cases: Cases) -> None:
    async with AsyncExitStack() as stack:
        app = await stack.enter_async_context(serving(make_app(cases, HOST, PORT)))
        one = await stack.enter_async_context(client(app, "legacy"))
        other = await stack.enter_async_context(client(app, "legacy"))
        for each in (one, other):
            found = await told(each, "ask", question="Does the club hold the tournament?")
            assert found["answer"]["answer"]["status"] == "not established"
        await told(one, "assume", assume={**PAYS, **DRY})
        await told(other, "assume", assume=PAYS)
        first = await told(one, "ask", question="Does the club hold the tournament?")
        second = await told(other, "ask", question="Does the club hold the tournament?")
        assert first["case"] != second["case"]
        assert first["answer"]["answer"]["status"] == "holds"
        assert second["answer"]["answer"]["status"] == "not established"
        assert second["answer"]["case"]["assumptions"] == {"pays_fee(ben, club)": True}
        assert len(cases) == 2


async def test_without_sessions_a_case_is_known_by_its_handle(cases: Cases) -> None:
    async with serving(make_app(cases, HOST, PORT)) as app, client(app) as one:
        first = await told(one, "assume", assume={**PAYS, **DRY})
        second = await told(one, "why", statement=HOLDS)
        again = await told(one, "why", statement=HOLDS, case=first["case"])
        assert first["case"] != second["case"]
        assert second["answer"]["answer"]["status"] == "not established"
        assert again["answer"]["answer"]["status"] == "holds"
        assert "not open" in await refused(one, "why", statement=HOLDS, case="of-another")


async def test_a_session_that_was_never_begun_has_no_case(cases: Cases) -> None:
    header = {"mcp-session-id": "made-up"}
    async with (
        serving(make_app(cases, HOST, PORT)) as app,
        client(app, **header) as one,
        client(app, **header) as other,
    ):
        await told(one, "assume", assume=PAYS)
        found = await told(other, "why", statement=HOLDS)
        assert not found["answer"]["case"]["assumptions"]


@pytest.mark.parametrize("mode", ["legacy", "auto"])
async def test_a_process_of_ones_own_has_one_case(cases: Cases, mode: str) -> None:
    async with Client(make_server(cases, THE_ONLY), mode=mode) as one:
        await told(one, "assume", assume={**PAYS, **DRY})
        found = await told(one, "why", statement=HOLDS)
        assert found["answer"]["answer"]["degree"] == "likely"
        assert found["certified"]["rule_base"] == cases.rulebase.digest


async def test_every_tool_is_described_and_answers_by_its_schema(cases: Cases) -> None:
    calls: dict[str, dict[str, object]] = {
        "ask": {"question": "What are the open questions?"},
        "why": {"statement": HOLDS},
        "why_not": {"statement": HOLDS},
        "what_if": {"assume": PAYS, "statement": HOLDS},
        "what_would_it_take": {"statement": HOLDS, "also": ["facts"]},
        "compare": {"scenarios": ["bare", "dry"], "statement": HOLDS},
        "list": {"what": "rules"},
        "assume": {"scenario": "paid"},
        "retract": {"everything": True},
    }
    async with Client(make_server(cases, THE_ONLY)) as one:
        listed = (await one.list_tools()).tools
        assert [each.name for each in listed] == list(calls) == list(TOOLS)
        for each in listed:
            assert each.description
            assert each.output_schema
            assert await told(one, each.name, **calls[each.name])
        looking = {e.name for e in listed if e.annotations and e.annotations.read_only_hint}
        assert looking == set(calls) - {"ask", "assume", "retract"}


async def test_what_is_wrong_is_told_and_changes_nothing(cases: Cases) -> None:
    async with Client(make_server(cases, THE_ONLY)) as one:
        assert "cannot be read" in await refused(one, "assume", assume={**PAYS, "it rains": True})
        assert "`statement`" in await refused(one, "why")
        assert "length <= 1000" in await refused(one, "ask", question="x" * 1001)
        assert "one of:" in await refused(one, "compare", scenarios=["bare", "nowhere"])
        assert "name one statement" in await refused(one, "retract")
        found = await told(one, "list", what="open")
        assert {each["status"] for each in found["items"]} == {"not established"}
        with pytest.raises(MCPError, match="there is no tool"):
            await one.call_tool("forget", {})


async def test_a_fault_of_the_server_is_told_without_its_inside(
    cases: Cases, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("an inside")

    monkeypatch.setattr(OpenCase, "why", broken)
    async with Client(make_server(cases, THE_ONLY)) as one:
        with pytest.raises(MCPError, match="fault is the server's") as error:
            await one.call_tool("why", {"statement": HOLDS})
        assert "inside" not in str(error.value)


async def test_rules_and_sources_can_be_read(cases: Cases) -> None:
    async with Client(make_server(cases, THE_ONLY)) as one:

        async def text(uri: str) -> str:
            (content,) = (await one.read_resource(uri)).contents
            assert isinstance(content, TextResourceContents)
            return content.text

        addresses = [str(each.uri) for each in (await one.list_resources()).resources]
        assert "arguendo://sources/minutes" in addresses
        assert "The courts are wet." in await text("arguendo://sources/minutes")
        assert '"tournament"' in await text("arguendo://rules")
        assert "unless the courts" in await text("arguendo://rules/tournament")
        templates = (await one.list_resource_templates()).resource_templates
        assert "arguendo://rules/{rule}" in [each.uri_template for each in templates]
        with pytest.raises(MCPError, match="nothing at"):
            await text("arguendo://rules/../sources")


CALL = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example:8765"}, 421),
        ({"host": "127.0.0.1:1"}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "http://localhost:8765.evil.example"}, 403),
        ({"content-type": "text/plain"}, 400),
    ],
)
async def test_pages_elsewhere_are_refused(
    cases: Cases, headers: dict[str, str], status: int
) -> None:
    async with serving(make_app(cases, HOST, PORT)) as app, http(app, **headers) as web:
        assert (await web.post("/mcp", json=CALL)).status_code == status
    assert len(cases) == 0


async def test_requests_are_bounded(cases: Cases) -> None:
    async with serving(make_app(cases, HOST, PORT)) as app, http(app) as web:
        assert (await web.post("/mcp", content=b" " * (LARGEST + 1))).status_code == 413


async def test_others_need_the_token_and_pages_get_nothing(cases: Cases) -> None:
    token = "a-token-of-some-length"
    right = f"Bearer {token}"
    async with serving(make_app(cases, "0.0.0.0", PORT, token)) as app:
        for shown in ("", "Bearer wrong", f"{right} ", token):
            async with http(app, authorization=shown) as web:
                assert (await web.post("/mcp", json=CALL)).status_code == 401
        async with http(app, authorization=right, origin=f"http://{HOST}:{PORT}") as web:
            assert (await web.post("/mcp", json=CALL)).status_code == 403
        async with client(app, authorization=right) as one:
            assert await told(one, "why", statement=HOLDS)


@pytest.mark.parametrize(
    ("host", "token", "allowed"),
    [
        ("127.0.0.1", "", True),
        ("::1", "", True),
        ("localhost", "", True),
        ("0.0.0.0", "", False),
        ("192.0.2.1", "", False),
        ("localhost.evil.example", "", False),
        ("192.0.2.1", "short", False),
        ("192.0.2.1", "long enough to be one", True),
    ],
)
def test_only_this_machine_is_served_without_a_token(
    cases: Cases, host: str, token: str, allowed: bool
) -> None:
    if allowed:
        make_app(cases, host, PORT, token)
    else:
        with pytest.raises(NotAllowed):
            make_app(cases, host, PORT, token)
