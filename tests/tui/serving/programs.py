"""Programs that speak to the server as Textual's do, and start at once."""

from __future__ import annotations

import sys

_HEAD = """
import json, os, signal, sys, time
def say(kind, text):
    sys.stdout.buffer.write(kind + len(text).to_bytes(4, "big") + text)
    sys.stdout.buffer.flush()
def heard():
    while head := sys.stdin.buffer.read(5):
        yield head[:1], sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
"""

_ECHO = """
sys.stdout.buffer.write(b"__GANGLION__\\n")
say(b"D", json.dumps([os.getpid(), dict(os.environ), sys.argv[1:]]).encode())
for kind, text in heard():
    if kind == b"D":
        if text == b"leave":
            say(b"M", b'{"type": "exit"}')
            break
        say(b"D", b"heard " + text)
    elif json.loads(text)["type"] == "quit":
        break
    else:
        say(b"D", b"told " + text)
"""

_DEAF = """
signal.signal(signal.SIGTERM, signal.SIG_IGN)
sys.stdout.buffer.write(b"__GANGLION__\\n")
say(b"D", json.dumps([os.getpid(), {}, []]).encode())
time.sleep(60)
"""

_BROKEN = """
sys.exit("no module\\x1b[31m named x")
"""

ECHO, DEAF, BROKEN = (
    (sys.executable, "-S", "-c", _HEAD + body) for body in (_ECHO, _DEAF, _BROKEN)
)
"""One that repeats what it hears, one that does not listen, one that does not start."""
