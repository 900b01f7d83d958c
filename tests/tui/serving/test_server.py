"""The server as browsers see it; in the place of the program stand some that start at once."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import (
    ClientResponse,
    ClientWebSocketResponse,
    DummyCookieJar,
    WSCloseCode,
    WSMsgType,
    WSServerHandshakeError,
)
from aiohttp.test_utils import TestClient, TestServer

from arguendo_tui.serving import pages, visits
from arguendo_tui.serving.attempts import FREE
from arguendo_tui.serving.begun import ASKED, Visit, read
from arguendo_tui.serving.gate import Gate
from arguendo_tui.serving.scenarios import Scenarios
from arguendo_tui.serving.server import (
    FULL,
    IDLE,
    LEFT,
    STOPPED,
    BrowserServer,
    Complaints,
    Terms,
)
from arguendo_tui.serving.visits import Visiting
from arguendo_tui.serving.wire import LARGEST
from tests.tui.serving.programs import BROKEN, DEAF, ECHO

HOST = "127.0.0.1:8000"
OWN = {"Host": HOST, "Origin": f"http://{HOST}"}
TOKEN = "a-token-of-some-length"

Client = TestClient[Any, Any]


class Known(Scenarios):
    """Two scenarios, and how often they were read."""

    reads = 0

    def __init__(self) -> None:
        super().__init__(self.again, ("bare", "willing"))

    def again(self) -> Collection[str]:
        self.reads += 1
        return ("bare", "willing", "new")


def terms(
    *,
    program: Sequence[str] = ECHO,
    most: int = 2,
    idle: float = 60.0,
    tell: Callable[[str], None] = print,
) -> Terms:
    return Terms(Known(), "A <town>", "", "bare", most, idle, program, tell)


@asynccontextmanager
async def browser(served: Terms, token: str = "") -> AsyncIterator[Client]:
    gate = Gate.at("127.0.0.1", 8000, token)
    server = TestServer(BrowserServer(served, gate).make_app())
    async with TestClient(server, cookie_jar=DummyCookieJar()) as client:
        yield client


@asynccontextmanager
async def visit(
    client: Client, query: str = "", **headers: str
) -> AsyncIterator[ClientWebSocketResponse]:
    async with client.ws_connect(f"/ws{query}", headers={**OWN, **headers}) as socket:
        yield socket


async def first(socket: ClientWebSocketResponse) -> tuple[int, dict[str, str], list[str]]:
    """What the program says of itself: its process, environment and arguments."""
    number, environment, arguments = json.loads(await socket.receive_bytes(timeout=10))
    return number, environment, arguments


async def close_code(socket: ClientWebSocketResponse) -> int | None:
    """Wait until the server closes, and tell why."""
    while (await socket.receive(timeout=10)).type not in (WSMsgType.CLOSE, WSMsgType.CLOSED):
        pass
    return socket.close_code


async def get(client: Client, path: str, **headers: str) -> tuple[ClientResponse, str]:
    async with client.get(path, headers={"Host": HOST, **headers}) as response:
        return response, await response.text()


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


async def test_the_page_is_made_of_what_the_server_has_alone() -> None:
    async with browser(terms()) as client:
        response, text = await get(client, "/?scenario=willing&ask=%22%3E%3Cscript%3E")
        assert response.status == 200
        assert "<title>A &lt;town&gt;</title>" in text
        assert "<script>" not in text
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert {"'none'", "'self'"} >= set(re.findall(r"\S+(?=;|$)", policy))
        assert response.headers["Referrer-Policy"] == "same-origin"
        assert "Server" not in response.headers
        loaded = re.findall(r'(?:src|href)="([^"]*)"', text)
        assert len(loaded) == 6
        for address in loaded:
            assert address.startswith("/static/")
            async with client.get(address, headers={"Host": HOST}) as found:
                assert found.status == 200
        style = (await get(client, "/static/page.css"))[1]
        assert set(re.findall(r"url\(([^)]*)\)", style)) == {
            '"/static/upright.ttf"',
            '"/static/italic.ttf"',
        }


async def test_nothing_else_of_the_disk_is_given_out() -> None:
    async with browser(terms()) as client:
        for name in ("", "page.py", "..%2Fserver.py", "%2E%2E/%2E%2E/app.py", "js/textual.js"):
            assert (await get(client, f"/static/{name}"))[0].status == 404
        for file in pages.FILES.values():
            assert file.is_file()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {"Host": "evil.example:8000"}, 421),
        ("/static/page.js", {"Host": "evil.example:8000"}, 421),
        ("/", {"Origin": "http://evil.example"}, 403),
        ("/ws", {}, 403),
        ("/ws", {"Origin": "null"}, 403),
        ("/?scenario=nowhere", {}, 400),
        ("/?scenario=bare&scenario=willing", {}, 400),
        (f"/?ask={'x' * 1001}", {}, 400),
        ("/ws?scenario=nowhere", OWN, 400),
        ("/ws", OWN, 400),
        ("/download/key", {}, 404),
        ("/enter", {}, 405),
    ],
)
async def test_what_is_refused(path: str, headers: dict[str, str], status: int) -> None:
    async with browser(terms()) as client:
        response, text = await get(client, path, **headers)
        assert response.status == status
        assert "<h1>" in text
        assert response.headers["X-Frame-Options"] == "DENY"


async def test_no_page_elsewhere_can_open_a_visit() -> None:
    async with browser(terms()) as client:
        for wrong in ({"Host": "evil.example:8000"}, {"Origin": "http://evil.example"}):
            with pytest.raises(WSServerHandshakeError):
                async with visit(client, **wrong):
                    pass


async def test_a_scenario_written_meanwhile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    served = terms()
    async with browser(served) as client:
        assert (await get(client, "/?scenario=new"))[0].status == 400
        monkeypatch.setattr("arguendo_tui.serving.scenarios.PAUSE", -1.0)
        assert (await get(client, "/?scenario=new"))[0].status == 200
        assert (await get(client, "/?scenario=new"))[0].status == 200
        assert served.scenarios.reads == 1  # type: ignore[attr-defined]


async def test_a_token_is_shown_once_and_is_not_in_the_address_then() -> None:
    async with browser(terms(), TOKEN) as client:
        response, text = await get(client, "/?ask=Why%3F")
        assert response.status == 401
        assert 'action="/enter?ask=Why%3F"' in text
        for path in (
            "/?token=",
            "/?token=wrong",
            f"/ws?token={TOKEN}",
            f"/download/x?token={TOKEN}",
        ):
            assert (await get(client, path, Origin=OWN["Origin"]))[0].status == 401
        assert (await get(client, "/static/page.css"))[0].status == 200

        response, text = await get(client, f"/?ask=Why%3F&token={TOKEN}")
        assert (response.status, response.headers["Referrer-Policy"]) == (200, "no-referrer")
        assert 'content="0; url=/?ask=Why%3F"' in text
        cookie = response.headers["Set-Cookie"]
        assert TOKEN not in text + cookie
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie

        badge = cookie.partition(";")[0]
        assert (await get(client, "/?ask=Why%3F", Cookie=badge))[0].status == 200
        with pytest.raises(WSServerHandshakeError):
            async with visit(client, f"?token={TOKEN}"):
                pass
        async with visit(client, Cookie=badge) as socket:
            assert TOKEN not in json.dumps(await first(socket))


async def test_a_token_is_taken_from_the_form_of_the_page_alone() -> None:
    async with browser(terms(), TOKEN) as client:

        async def enter(token: str, **headers: str) -> tuple[int, bool]:
            data, own = {"token": token}, {"Host": HOST, **headers}
            async with client.post("/enter?ask=Why%3F", data=data, headers=own) as response:
                return response.status, "Set-Cookie" in response.headers

        assert await enter(TOKEN, Origin=OWN["Origin"]) == (200, True)
        assert await enter("wrong", Origin=OWN["Origin"]) == (401, False)
        assert await enter(TOKEN) == (403, False)
        assert await enter("x" * 9999, Origin=OWN["Origin"]) == (413, False)


async def test_who_tries_many_tokens_has_to_wait() -> None:
    async with browser(terms(), TOKEN) as client:
        for _ in range(FREE + 1):
            assert (await get(client, "/?token=wrong"))[0].status == 401
        response, text = await get(client, f"/?token={TOKEN}")
        assert (response.status, response.headers["Retry-After"]) == (429, "1")
        assert "Try again in one second." in text
        assert "Set-Cookie" not in response.headers
        assert (await get(client, "/"))[0].status == 401


async def test_who_follows_a_link_from_elsewhere_is_asked_once_more() -> None:
    async with browser(terms(), TOKEN) as client:
        response, text = await get(client, "/?ask=Why%3F")
        assert response.status == 401
        assert 'content="0; url=/?ask=Why%3F&amp;door=1"' in text
        response, text = await get(client, "/?ask=Why%3F&door=1")
        assert (response.status, "refresh" in text) == (401, False)


async def test_the_program_gets_what_the_link_asks_for_in_no_shell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ARGUENDO_SERVE_TOKEN", "secret")
    monkeypatch.setenv("NO_COLOR", "1")
    asked = "Why $(id) `id` ; 'x' \"y\" \x1b[2J?"
    async with browser(terms()) as client:
        params = {
            "scenario": "willing",
            "ask": asked,
            "light": "1",
            "width": "99999",
            "height": "x",
        }
        async with client.ws_connect("/ws", headers=OWN, params=params) as socket:
            _, environment, arguments = await first(socket)
    assert arguments == []
    assert read(environment[ASKED]) == Visit("", "willing", asked.replace("\x1b", ""), True)
    assert (environment["COLUMNS"], environment["ROWS"]) == ("500", "24")
    assert (environment["ARGUENDO_JOURNAL"], environment["ARGUENDO_CONFIG"]) == ("off", "off")
    assert {"ARGUENDO_SERVE_TOKEN", "NO_COLOR"}.isdisjoint(environment)


async def test_keys_and_sizes_reach_the_program_and_nonsense_does_not() -> None:
    async with browser(terms()) as client, visit(client) as socket:
        await first(socket)
        for nonsense in ("{", "[]", '["stdin", 7]', '["resize", {"width": "x"}]', "[" * 9999):
            await socket.send_str(nonsense)
        await socket.send_bytes(b'["stdin", "x"]')
        await socket.send_json(["stdin", "é"])
        assert await socket.receive_bytes(timeout=10) == b"heard \xc3\xa9"
        await socket.send_json(["resize", {"width": 10**9, "height": -1}])
        told = json.loads((await socket.receive_bytes(timeout=10)).removeprefix(b"told "))
        assert told == {"type": "resize", "width": 500, "height": 5}
        await socket.send_str(json.dumps(["stdin", "x" * LARGEST]))
        assert await close_code(socket) == 1009


async def test_each_visitor_has_a_process_that_ends_with_the_visit() -> None:
    served = terms()
    async with browser(served) as client:
        async with visit(client) as one, visit(client) as other:
            numbers = {(await first(one))[0], (await first(other))[0]}
            assert len(numbers) == 2
            await one.send_json(["stdin", "one"])
            assert await one.receive_bytes(timeout=10) == b"heard one"
            await other.send_json(["stdin", "other"])
            assert await other.receive_bytes(timeout=10) == b"heard other"
            response, _ = await get(client, "/")
            assert (response.status, response.headers["Retry-After"]) == (503, "60")
            async with visit(client) as third:
                assert await close_code(third) == FULL
        async with asyncio.timeout(10):
            while any(map(is_running, numbers)):
                await asyncio.sleep(0.01)
            while (await get(client, "/"))[0].status != 200:
                await asyncio.sleep(0.01)


async def test_who_leaves_is_told_apart_from_who_does_nothing() -> None:
    async with browser(terms()) as client, visit(client) as socket:
        await first(socket)
        await socket.send_json(["stdin", "leave"])
        assert await close_code(socket) == LEFT
    async with browser(terms(idle=0.2)) as client, visit(client) as socket:
        await first(socket)
        await socket.send_json(["ping", "1"])
        assert await close_code(socket) == IDLE


async def test_a_program_that_does_not_start_is_told_without_its_inside() -> None:
    said: list[str] = []
    for program in (BROKEN, ("./nowhere",)):
        served = terms(program=program, tell=said.append)
        async with browser(served) as client, visit(client) as socket:
            assert await close_code(socket) == STOPPED
    assert said[0].startswith("a visitor’s program has stopped: no module")
    assert "cannot be started" in said[1]


async def test_one_that_does_not_listen_is_made_to_end_when_the_server_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visits, "GRACE", 0.05)
    async with browser(terms(program=DEAF)) as client, visit(client) as socket:
        number, *_ = await first(socket)
        closing = asyncio.create_task(client.server.close())
        assert await close_code(socket) == WSCloseCode.GOING_AWAY
        await closing
    assert not is_running(number)


async def test_who_is_cancelled_while_a_program_ends_still_ends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visits, "GRACE", 0.05)
    heard: asyncio.Queue[bytes] = asyncio.Queue()

    async def nothing(*_: str) -> None:
        pass

    visiting = Visiting(
        Visit(), DEAF, visits.Downloads(), write_bytes=heard.put, write_str=nothing, close=nothing
    )
    await visiting.start(80, 24)
    number, *_ = json.loads(await heard.get())
    stopping = asyncio.create_task(visiting.stop())
    await asyncio.sleep(0)
    stopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopping
    assert not is_running(number)


async def test_what_is_no_request_is_told_in_a_line_and_not_where_in_the_program() -> None:
    said: list[str] = []
    log = logging.getLogger("of what is no request")
    log.addHandler(Complaints(said.append))
    async with TestServer(BrowserServer(terms(), Gate.at("127.0.0.1", 8000)).make_app()) as server:
        assert server.handler is not None
        server.handler._kwargs["logger"] = log
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET /?" + b"a" * 20_000 + b" HTTP/1.1\r\n\r\n")
        assert b"400" in await reader.readline()
        writer.close()
    try:
        raise OSError("it broke")
    except OSError:
        log.exception("Error handling request")
    assert said == ["a request failed: OSError: it broke"]
