"""The server: textual-serve's, with a gate, pages of its own, and bounds.

As it comes, textual-serve loads a font from elsewhere, lets any page and any name in, and starts
programs through a shell: of it the wire and the terminal in the page are used, and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from math import ceil
from socket import socket

from aiohttp import ClientError, WSCloseCode, WSMsgType, web
from aiohttp.helpers import content_disposition_header
from aiohttp.http_exceptions import HttpProcessingError
from textual_serve.server import Server

from arguendo.wording.grammar import counted
from arguendo_tui.serving import pages
from arguendo_tui.serving.attempts import Attempts
from arguendo_tui.serving.begun import Visit
from arguendo_tui.serving.gate import Gate
from arguendo_tui.serving.links import DOOR, LIGHT, TOKEN, BadLink, Link, check_scenario, read_link
from arguendo_tui.serving.scenarios import Scenarios
from arguendo_tui.serving.visits import PROGRAM, Downloads, Visiting
from arguendo_tui.serving.wire import LARGEST, size_in, take

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

BADGE = "arguendo"
"""The cookie that stands for the token once it was shown."""

LEFT, IDLE, FULL, STOPPED = 4000, 4001, 4002, 4003
"""Why a visit ended, as the page tells it."""
MOST_IN_FORM = 4096
"""Bytes of the one form that there is."""


@dataclass(frozen=True)
class Terms:
    """What is served, and within which bounds."""

    scenarios: Scenarios
    title: str
    rule_base: str = ""
    """Its folder; empty for the article's."""
    scenario: str = ""
    """The one to begin with where a link names none."""
    most: int = 8
    """Visitors at once."""
    idle: float = 30 * 60.0
    """Seconds without a key or a click after which a visit ends."""
    program: Sequence[str] = PROGRAM
    tell: Callable[[str], None] = field(default=lambda text: None)
    """Where it is said what went wrong."""


class BrowserServer(Server):
    """Serves the program to browsers: a process of its own for every visitor."""

    def __init__(self, terms: Terms, gate: Gate) -> None:
        """Take what is served, and who is let in."""
        super().__init__(terms.program[0], title=terms.title)
        self.terms = terms
        self.gate = gate
        self.downloads = self.download_manager = Downloads()
        self.attempts = Attempts()
        self.sockets: set[web.WebSocketResponse] = set()
        """Of the visits that are going on."""

    def make_app(self) -> web.Application:
        """Return the server as an application."""
        app = web.Application(middlewares=[self._answer, self._guard], client_max_size=MOST_IN_FORM)
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.post("/enter", self.handle_token),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.get("/static/{name}", self.handle_file),
            ]
        )
        app.on_response_prepare.append(_put_headers)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_shutdown(self, app: web.Application) -> None:
        """Send all visitors away; their processes end with their connections."""
        closing = (each.close(code=WSCloseCode.GOING_AWAY) for each in list(self.sockets))
        await asyncio.gather(*closing, return_exceptions=True)

    # Who is let in.

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer with a page, whatever happens; no fault shows its inside."""
        try:
            return await handler(request)
        except BadLink as error:
            told, hint = _sentence(str(error)), _sentence(error.hint)
            return pages.refusal(400, "This link leads nowhere", told, hint, onward=True)
        except web.HTTPException as error:
            status = HTTPStatus(error.status)
            return pages.refusal(status, status.phrase, "There is nothing to see here.")
        except (ClientError, ConnectionError):
            raise
        except Exception as error:
            self.terms.tell(f"a request failed: {type(error).__name__}: {error}")
            return pages.refusal(500, "Something went wrong", "The fault is the server's.")

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who names the server by its name, comes from its pages, and may see them."""
        gate, host = self.gate, request.headers.get("Host", "")
        origin = request.headers.get("Origin")
        if not gate.knows_host(host):
            return pages.refusal(
                421, "Not served by this name", "This server goes by another name.", _BY_NAME
            )
        must_say = request.path == "/ws" or request.method == "POST"
        if (origin is None and must_say) or (
            origin is not None and not gate.knows_origin(origin, host)
        ):
            return pages.refusal(403, "Not from there", "Only this server’s own pages are served.")
        asked = request.match_info.handler
        shows_token = asked == self.handle_index and TOKEN in request.query
        is_open = asked in (self.handle_token, self.handle_file)
        if shows_token or is_open or gate.admits(request.cookies.get(BADGE, "")):
            return await handler(request)
        return self._door(request)

    def _door(self, request: web.Request, *, wrong: bool = False) -> web.Response:
        """Ask for the token.

        Who follows a link from elsewhere may have shown it, but the browser keeps the badge back.
        So at first the page asks for itself once more: then the request is one from here.
        """
        link = read_link(_parameters(request))
        is_first = request.path == "/" and not wrong and DOOR not in request.query
        again = link.with_more(**{DOOR: "1"}) if is_first else ""
        told = {"link": link.query, "again": again, "wrong": wrong}
        return pages.page("door", HTTPStatus.UNAUTHORIZED, **told)

    def _entered(self, request: web.Request, token: str) -> web.Response:
        """Give the badge for the token, and go where the link leads, without the token in it.

        A page leads there, not a redirection: browsers would take that for a request from where
        the link was found, and keep the badge to themselves.
        """
        gate, host, remote = self.gate, request.headers["Host"], request.remote or ""
        if gate.token and (left := ceil(self.attempts.left(remote))):
            told = f"Too many tokens from here were wrong. Try again in {counted(left, 'second')}."
            refused = pages.refusal(429, "Not so fast", told)
            refused.headers["Retry-After"] = str(left)
            return refused
        if gate.token and not gate.is_token(token):
            self.attempts.wrong(remote)
            return self._door(request, wrong=True)
        self.attempts.right(remote)
        entered = pages.page("entering", link=read_link(_parameters(request)).query)
        entered.headers["Referrer-Policy"] = "no-referrer"
        if gate.token:
            secure = gate.is_secret(host)
            entered.set_cookie(BADGE, gate.badge, httponly=True, samesite="Strict", secure=secure)
        return entered

    # What they get.

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """Give out the page that the program is shown in."""
        if TOKEN in request.query:
            return self._entered(request, request.query[TOKEN])
        link = await self._link(request)
        if len(self.sockets) >= self.terms.most:
            refused = pages.refusal(503, "All places are taken", "Try again in a while.")
            refused.headers["Retry-After"] = "60"
            return refused
        return pages.page("program", title=self.terms.title, link=link.query)

    async def handle_token(self, request: web.Request) -> web.Response:
        """Take the token from the form."""
        token = (await request.post()).get(TOKEN, "")
        return self._entered(request, token if isinstance(token, str) else "")

    async def handle_file(self, request: web.Request) -> web.StreamResponse:
        """Give out one of the few files that pages are made of."""
        file = pages.FILES.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return web.FileResponse(file, headers={"Cache-Control": "public, max-age=3600"})

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """Give out a file that a visitor's program made, once; no browser shows it as a page."""
        key = request.match_info["key"]
        try:
            offered = await self.downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        told = content_disposition_header("attachment", filename=offered.file_name)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/octet-stream",
                "Content-Disposition": told,
                "Cache-Control": "no-store",
            }
        )
        await response.prepare(request)
        async for chunk in self.downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Start a visitor's program, and end it when the visitor has gone."""
        link = await self._link(request)
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=LARGEST)
        await socket.prepare(request)
        if len(self.sockets) >= self.terms.most:
            await socket.close(code=FULL)
            return socket
        self.sockets.add(socket)
        visiting = self._visiting(socket, link, light=request.query.get(LIGHT) == "1")
        try:
            await visiting.start(*size_in(request.query))
            await self._attend(socket, visiting)
        except OSError as error:
            self.terms.tell(f"a visitor’s program cannot be started: {error.strerror or error}")
            await socket.close(code=STOPPED)
        finally:
            try:
                await visiting.stop()
            finally:
                self.sockets.discard(socket)
        return socket

    def _visiting(self, socket: web.WebSocketResponse, link: Link, *, light: bool) -> Visiting:
        terms = self.terms
        scenario = link.scenario or terms.scenario

        async def close() -> None:
            if not (visiting.has_left or socket.closed):
                why = visiting.complaint
                terms.tell(f"a visitor’s program has stopped{f': {why}' if why else ''}")
            await socket.close(code=LEFT if visiting.has_left else STOPPED)

        visiting = Visiting(
            Visit(terms.rule_base, scenario, link.ask, light),
            terms.program,
            self.downloads,
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=close,
        )
        return visiting

    async def _attend(self, socket: web.WebSocketResponse, visiting: Visiting) -> None:
        """Hand on what the visitor does, as long as there is something."""
        clock = asyncio.get_running_loop().time
        last = clock()
        while not socket.closed:
            try:
                message = await socket.receive(timeout=max(0.0, last + self.terms.idle - clock()))
            except TimeoutError:
                await socket.close(code=IDLE)
                return
            if message.type is WSMsgType.TEXT:
                if await take(message.data, visiting):
                    last = clock()
            elif message.type is not WSMsgType.BINARY:
                return

    async def _link(self, request: web.Request) -> Link:
        link = read_link(_parameters(request))
        if link.scenario:
            check_scenario(link, await self.terms.scenarios.with_one(link.scenario))
        return link


class Complaints(logging.Handler):
    """Tells what goes wrong below the pages in a line; what is no request is no fault of ours.

    By itself it would be written with where in the program it came to light, at each request that
    is malformed: whoever can reach the server could fill its terminal with that.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        """Take where it is told."""
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of one fault."""
        fault = record.exc_info[1] if record.exc_info else None
        if not isinstance(fault, HttpProcessingError):
            told = f"{type(fault).__name__}: {fault}" if fault else record.getMessage()
            self._tell(f"a request failed: {told}")


def serve(terms: Terms, gate: Gate, taken: socket) -> None:
    """Serve at an address until the process is told to end; all programs end with it."""
    log = logging.getLogger("aiohttp.server")
    log.addHandler(Complaints(terms.tell))
    log.propagate = False
    web.run_app(
        BrowserServer(terms, gate).make_app(),
        sock=taken,
        access_log=None,
        keepalive_timeout=15,
        print=None,
        shutdown_timeout=10,
    )


_BY_NAME = "Whoever serves it can add one: arguendo serve --origin …"


async def _put_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in pages.HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.pop("Server", None)


def _parameters(request: web.Request) -> dict[str, list[str]]:
    return {name: request.query.getall(name) for name in request.query}


def _sentence(text: str) -> str:
    end = "" if not text or text.endswith("?") else "."
    return f"{text[:1].upper()}{text[1:]}{end}"
