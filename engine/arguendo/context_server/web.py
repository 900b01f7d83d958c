"""The server behind an address: for this machine only, unless callers show a token.

A page in a browser can make requests to this machine, and by a name that it owns pass for the same
origin (DNS rebinding). So requests must name this machine as their host, and as their origin if
they name one; to an address that others can reach, no page may make any.
"""

from __future__ import annotations

import hmac
import socket

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from arguendo.addresses import bracketed, check_guarded, is_loopback
from arguendo.context_server.cases import IDLE, MOST_CASES, Cases
from arguendo.context_server.server import make_server

PATH = "/mcp"
LARGEST = 256 * 1024
"""Bytes of a request."""
MOST_AT_ONCE = 128
"""Connections."""


def make_app(cases: Cases, host: str, port: int, token: str = "") -> ASGIApp:
    """Return the server as an ASGI application. Raises `NotAllowed`."""
    check_guarded(host, token)
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
    named = dict.fromkeys([bracketed(host), "127.0.0.1", "localhost", "[::1]"])
    hosts = [f"{each}:{port}" for each in named]
    return TransportSecuritySettings(
        allowed_hosts=hosts, allowed_origins=[f"http://{each}" for each in hosts]
    )


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


def address(host: str, port: int) -> str:
    """Return where clients find the server."""
    return f"http://{bracketed(host)}:{port}{PATH}"


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
