"""The gate: by which names the server is reached, from which pages, and with which token.

A page elsewhere can have a browser make requests to this machine, and by a name that it owns pass
for the same origin (DNS rebinding). So requests must name the server as it is known, and come from
its own pages; where others can reach it, they must have shown the token.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from ipaddress import ip_address
from secrets import token_bytes
from urllib.parse import urlsplit

from arguendo.addresses import NotAllowed, bracketed, check_guarded

_USUAL = {"http": 80, "https": 443}
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Gate:
    """Who is let in."""

    origins: frozenset[str]
    """Scheme, host and port by which the server is reached."""
    token: str = field(default="", repr=False)
    numbers: str = ""
    """The port by which any address in numbers will do as well: no one can own such a name."""
    _key: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    @classmethod
    def at(cls, host: str, port: int, token: str = "", origins: Iterable[str] = ()) -> Gate:
        """Return the gate of a server at an address, reached by further origins as well.

        Raises `NotAllowed` for an address that others can reach without a token.
        """
        check_guarded(host, token)
        own = {_origin("http", name, port) for name in (bracketed(host), *_OWN_NAMES)}
        further = {read_origin(each) for each in origins}
        return cls(frozenset(own | further), token, str(port) if _is_any(host) else "")

    def knows_host(self, host: str) -> bool:
        """Tell whether a request names the server by a name of its own."""
        hosts = {each.partition("://")[2] for each in self.origins}
        return host.casefold() in hosts or self._is_number(host)

    def knows_origin(self, origin: str, host: str) -> bool:
        """Tell whether a request comes from a page that the server gave out by the same name."""
        scheme, _, rest = origin.casefold().partition("://")
        if rest != host.casefold() or scheme not in _USUAL:
            return False
        return f"{scheme}://{rest}" in self.origins or (scheme == "http" and self._is_number(rest))

    def is_secret(self, host: str) -> bool:
        """Tell whether a name is reached by an encrypted way only."""
        name = host.casefold()
        return f"https://{name}" in self.origins and f"http://{name}" not in self.origins

    def is_token(self, given: str) -> bool:
        """Tell whether a token is the one, in a time that does not tell how much of it is right."""
        return hmac.compare_digest(given.encode(errors="replace"), self.token.encode())

    @property
    def badge(self) -> str:
        """What a browser shows once it has shown the token; it is of no use after this run."""
        return hmac.new(self._key, self.token.encode(), sha256).hexdigest()

    def admits(self, badge: str) -> bool:
        """Tell whether a request may see more than the door."""
        shown = badge.encode(errors="replace")
        return not self.token or hmac.compare_digest(shown, self.badge.encode())

    def _is_number(self, host: str) -> bool:
        if not self.numbers:
            return False
        try:
            parts = urlsplit(f"//{host}")
            ip_address(parts.hostname or "")
            return str(parts.port or _USUAL["http"]) == self.numbers and "@" not in host
        except ValueError:
            return False


def read_origin(text: str) -> str:
    """Read scheme, host and port. Raises `NotAllowed` for what is no origin."""
    try:
        parts = urlsplit(text.strip().rstrip("/"))
        port = parts.port or _USUAL[parts.scheme]
    except (ValueError, KeyError):
        port = 0
    more = parts.path or parts.query or parts.fragment or "@" in parts.netloc if port else ""
    if not port or more or not parts.hostname:
        raise NotAllowed(f"“{text}” is not an address such as https://argue.example.org")
    return _origin(parts.scheme, bracketed(parts.hostname), port)


def _origin(scheme: str, host: str, port: int) -> str:
    """Write an origin as browsers do."""
    return f"{scheme}://{host}" + ("" if port == _USUAL[scheme] else f":{port}")


def _is_any(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
