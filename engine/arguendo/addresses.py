"""Addresses at which something is served: who can reach them, and how they are taken."""

from __future__ import annotations

import socket
from ipaddress import ip_address

SHORTEST_TOKEN = 16
"""Characters of what callers have to show."""


class NotAllowed(Exception):
    """An address may not be served like this."""


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address; names but one are not looked up."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def check_guarded(host: str, token: str) -> None:
    """Refuse to serve others without a token, or with one that is guessed. Raises `NotAllowed`."""
    if token and len(token) < SHORTEST_TOKEN:
        raise NotAllowed(f"a token has at least {SHORTEST_TOKEN} characters")
    if not is_loopback(host) and not token:
        raise NotAllowed(f"others can reach {host}: without a token, only this machine is served")


def bracketed(host: str) -> str:
    """Return a host as it stands in URLs."""
    return f"[{host}]" if ":" in host else host


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
