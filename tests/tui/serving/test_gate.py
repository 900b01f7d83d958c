"""Who is let in, by name, by origin and by token."""

from __future__ import annotations

import pytest

from arguendo.addresses import NotAllowed
from arguendo_tui.serving.gate import Gate, read_origin

TOKEN = "a-token-of-some-length"


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"]
)
def test_this_machine_goes_by_its_own_names(host: str) -> None:
    gate = Gate.at("127.0.0.1", 8000)
    assert gate.knows_host(host)
    assert gate.knows_origin(f"http://{host}", host)


@pytest.mark.parametrize(
    "host",
    ["", "localhost", "localhost:1", "evil.example:8000", "127.0.0.1:8000.evil.example", "0:8000"],
)
def test_other_names_are_not_its_own(host: str) -> None:
    assert not Gate.at("127.0.0.1", 8000).knows_host(host)


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "http://evil.example",
        "https://localhost:8000",
        "http://127.0.0.1:8000",
        "http://localhost:8000.evil.example",
        "file://localhost:8000",
    ],
)
def test_pages_from_elsewhere_are_told_apart(origin: str) -> None:
    assert not Gate.at("127.0.0.1", 8000).knows_origin(origin, "localhost:8000")


def test_further_origins_are_known_to_the_letter() -> None:
    gate = Gate.at("127.0.0.1", 8000, origins=["https://argue.example.org"])
    assert gate.knows_origin("https://argue.example.org", "argue.example.org")
    assert not gate.knows_origin("http://argue.example.org", "argue.example.org")
    assert gate.is_secret("argue.example.org")
    assert not gate.is_secret("localhost:8000")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://Argue.Example.org:443/", "https://argue.example.org"),
        ("http://[::1]:80", "http://[::1]"),
        ("http://argue:8000", "http://argue:8000"),
    ],
)
def test_origins_are_written_as_browsers_do(text: str, origin: str) -> None:
    assert read_origin(text) == origin


@pytest.mark.parametrize(
    "text",
    ["", "argue.example.org", "ftp://a", "http://", "http://a/b", "http://a:x", "http://me@a"],
)
def test_what_is_no_origin_is_refused(text: str) -> None:
    with pytest.raises(NotAllowed, match="is not an address"):
        read_origin(text)


def test_all_addresses_go_by_their_numbers_but_by_no_name() -> None:
    gate = Gate.at("0.0.0.0", 8000, TOKEN)
    for host in ("192.0.2.7:8000", "[2001:db8::7]:8000", "localhost:8000"):
        assert gate.knows_host(host)
        assert gate.knows_origin(f"http://{host}", host)
    for host in ("evil.example:8000", "192.0.2.7", "192.0.2.7:8001", "me@192.0.2.7:8000"):
        assert not gate.knows_host(host)
    assert Gate.at("0.0.0.0", 80, TOKEN).knows_host("192.0.2.7")
    assert not Gate.at("192.0.2.1", 8000, TOKEN).knows_host("192.0.2.7:8000")


def test_others_need_a_token_and_each_run_has_its_own_badge() -> None:
    with pytest.raises(NotAllowed, match="without a token"):
        Gate.at("192.0.2.1", 8000)
    with pytest.raises(NotAllowed, match="at least"):
        Gate.at("127.0.0.1", 8000, "short")
    gate, again = Gate.at("192.0.2.1", 8000, TOKEN), Gate.at("192.0.2.1", 8000, TOKEN)
    assert gate.is_token(TOKEN)
    assert not gate.is_token(TOKEN[:-1])
    assert not gate.is_token("\udc80")
    assert gate.admits(gate.badge)
    assert not any(map(gate.admits, ("", TOKEN, again.badge)))
    assert TOKEN not in repr(gate) + gate.badge
