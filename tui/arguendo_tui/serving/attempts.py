"""Wrong tokens: after a few from one address, the next try has to wait, and longer each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from time import monotonic

FREE = 5
"""Wrong tokens that cost nothing: people mistype."""
FIRST, LONGEST = 1.0, 300.0
"""Seconds to wait after one more; twice as many after each further one, up to the longest."""
MOST = 10_000
"""Addresses that are remembered; then the one that has waited longest is forgotten."""


@dataclass
class Attempts:
    """How many wrong tokens came from where, and until when no other is looked at."""

    clock: Callable[[], float] = monotonic
    _wrong: dict[str, tuple[int, float]] = field(default_factory=dict)

    def left(self, address: str) -> float:
        """Return how many seconds an address has to wait."""
        _, until = self._wrong.get(_household(address), (0, 0.0))
        return max(until - self.clock(), 0.0)

    def wrong(self, address: str) -> None:
        """Count a wrong token."""
        home = _household(address)
        count = self._wrong.pop(home, (0, 0.0))[0] + 1
        wait = min(FIRST * 2 ** min(count - FREE - 1, 32), LONGEST) if count > FREE else 0.0
        self._wrong[home] = count, self.clock() + wait
        if len(self._wrong) > MOST:
            del self._wrong[next(iter(self._wrong))]

    def right(self, address: str) -> None:
        """Forget what came before the right one."""
        self._wrong.pop(_household(address), None)


def _household(address: str) -> str:
    """Return what stands for all addresses that one person has: of IPv6, a network of 64 bits."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return address
    # Where one socket takes both kinds, those of the old kind all lie in one network of the new.
    old = known.ipv4_mapped
    return str(old or ip_network((known, 64), strict=False))
