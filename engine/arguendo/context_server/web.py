"""The server behind an address: for this machine only, unless callers show a token.

A page in a browser can make requests to this machine, and by a name that it owns pass for the same
origin (DNS rebinding). So requests must name this machine as their host, and as their origin if
they name one; to an address that others can reach, no page may make any.
"""

from __future__ import annotations

import hmac
import socket
from ipaddress import ip_address

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from arguendo.context_server.cases import IDLE, MOST_CASES, Cases
from arguendo.context_server.server import make_server

PATH = "/mcp"
LARGEST = 256 * 1024
"""Bytes of a request."""
SHORTEST_TOKEN = 16
MOST_AT_ONCE = 128
"""Connections."""


class NotAllowed(Exception):
    """An address may not be served like this."""


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address; names but one are not looked up."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def make_app(cases: Cases, host: str, port: int, token: str = "") -> ASGIApp:
    """Return the server as an ASGI application. Raises `NotAllowed`."""
    if token and len(token) < SHORTEST_TOKEN:
        raise NotAllowed(f"a token has at least {SHORTEST_TOKEN} characters")
    if not is_loopback(host) and not token:
        raise NotAllowed(f"others can reach {host}: without a token, only this machine is served")
    app = make_server(cases).streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        max_request_body_size=LARGEST,
        session_idle_timeout=IDLE,
        max_sessions=MOST_CASES,
        transport_security=_security(host, port),
    )
    return _Guard(app, token, pages=is_loopback(host)) if token else app


def _security(host: str, port: int) -> TransportSecuritySettings:
    if not is_loopback(host):
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    named = dict.fromkeys([_bracketed(host), "127.0.0.1", "localhost", "[::1]"])
    hosts = [f"{each}:{port}" for each in named]
    return TransportSecuritySettings(
        allowed_hosts=hosts, allowed_origins=[f"http://{each}" for each in hosts]
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _Guard:
    """Lets through who shows the token, and no pages of browsers where they cannot be told."""

    def __init__(self, app: ASGIApp, token: str, *, pages: bool) -> None:
        self.app = app
        self.expected = f"Bearer {token}".encode()
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            shown = headers.get("authorization", "").encode()
            if not hmac.compare_digest(shown, self.expected):
                refused = PlainTextResponse(
                    "A token is needed", 401, {"WWW-Authenticate": "Bearer"}
                )
                return await refused(scope, receive, send)
            if not self.pages and "origin" in headers:
                return await PlainTextResponse("No pages are served", 403)(scope, receive, send)
        return await self.app(scope, receive, send)


def listen(host: str, port: int) -> socket.socket:
    """Take an address, port 0 for any that is free. Raises `OSError`."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    taken = socket.socket(family, kind, protocol)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError:
        taken.close()
        raise
    return taken


def address(host: str, port: int) -> str:
    """Return where clients find the server."""
    return f"http://{_bracketed(host)}:{port}{PATH}"


def serve(app: ASGIApp, taken: socket.socket) -> None:
    """Serve until the process is told to end."""
    settings = uvicorn.Config(
        app,
        log_level="warning",
        ws="none",
        access_log=False,
        limit_concurrency=MOST_AT_ONCE,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(settings).run(sockets=[taken])
