"""What other programs make of traces: a browser, Mermaid, Argdown; and very many of them."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from arguendo.library import load
from arguendo.traces.crews import alone, together
from arguendo.traces.formats import Source, writer
from arguendo.traces.making import Wishes
from arguendo.traces.running import run
from arguendo.traces.tallying import Tally
from arguendo.valuation import Status

pytestmark = pytest.mark.evidence

MANY = 100_000
MOST_MEGABYTES = 600
"""What any one process may take, however many traces are made."""

NODE_MODULES = "ARGUENDO_NODE_MODULES"
"""Environment variable: a folder in which mermaid, jsdom and @argdown/core were installed."""

MERMAID = """
import { JSDOM } from 'jsdom';
globalThis.window = new JSDOM('<body></body>').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
const fs = await import('fs');
const [, folder] = process.argv;
for (const file of fs.readdirSync(folder))
  await mermaid.parse(fs.readFileSync(`${folder}/${file}`, 'utf8'));
"""

ARGDOWN = """
import argdown from '@argdown/core';
import fs from 'fs';
const app = new argdown.ArgdownApplication();
app.addPlugin(new argdown.ParserPlugin(), 'parse-input');
const [, folder] = process.argv;
for (const file of fs.readdirSync(folder)) {
  const input = fs.readFileSync(`${folder}/${file}`, 'utf8');
  const read = app.run({ process: ['parse-input'], input, logLevel: 'silent' });
  const wrong = [...(read.parserErrors ?? []), ...(read.lexerErrors ?? [])];
  if (wrong.length) throw new Error(`${file}: ${wrong[0].message}`);
}
"""


@pytest.fixture(scope="module")
def source(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Source:
    base, wishes = load(checkout), Wishes(seed=3, flawed=0.3)
    file = tmp_path_factory.mktemp("outside") / "traces.jsonl"
    run(base, wishes, 80, file, alone(base, wishes))
    return Source(file, base)


@pytest.mark.parametrize(("form", "script"), [("mermaid", MERMAID), ("argdown", ARGDOWN)])
def test_maps_are_parsed_by_their_own_tools(
    source: Source, tmp_path: Path, form: str, script: str
) -> None:
    modules, node = os.environ.get(NODE_MODULES), shutil.which("node")
    if not modules or not node:
        pytest.skip(f"needs Node, and {NODE_MODULES}")
    writer(form)(source, tmp_path / form)
    done = subprocess.run(
        [node, "--input-type=module", "-e", script, str(tmp_path / form)],
        cwd=Path(modules),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_page_opens_in_a_browser(source: Source, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("needs Chromium")
    writer("html")(source, tmp_path / "pages")
    file = max((tmp_path / "pages").iterdir(), key=lambda each: each.stat().st_size)
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        rest = page.locator("details p").first
        assert not rest.is_visible()
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        assert rest.is_visible()
        assert page.locator("figure svg title").count() > 0
        page.screenshot(path=tmp_path / "page.png", full_page=True)
        page.emulate_media(media="print")
        assert page.locator("details p").last.is_visible()
        opened.close()
    assert (asked, said) == ([file.as_uri()], [])
    assert (tmp_path / "page.png").stat().st_size > 10_000


def test_very_many_are_proven_different_and_in_one_split_each(
    checkout: Path, tmp_path: Path
) -> None:
    base, wishes = load(checkout), Wishes(seed=1)
    crew = together(base, wishes, os.cpu_count() or 1)
    summary = run(base, wishes, MANY, tmp_path / "out", crew)
    assert (summary.traces, summary.verified) == (MANY, MANY)
    assert (summary.duplicates, summary.leaking) == (0, 0)
    assert set(summary.by_status) == {status.value for status in Status}
    assert summary.rules_never_applied == ()
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        assert resource.getrusage(who).ru_maxrss < MOST_MEGABYTES * 1024


def test_a_run_that_is_killed_goes_on_without_loss_or_duplicates(
    checkout: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    asked = ("traces", "--rule-base", str(checkout), "--count", "1500", "--seed", "8")
    program = "from arguendo_tui.cli import main; main()"
    command = [sys.executable, "-c", program, *asked, "--workers", "2", "--out", str(out)]
    roots = os.pathsep.join(str(checkout / root) for root in ("engine", "tui"))
    environment = {**os.environ, "PYTHONPATH": roots}
    for chunks in (4, 9):
        with subprocess.Popen(
            command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            while len([*tmp_path.glob("out.jsonl.parts/chunk-*")]) < chunks:
                assert process.poll() is None
                time.sleep(0.05)
            os.killpg(process.pid, signal.SIGKILL)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    base, wishes = load(checkout), Wishes(seed=8)
    run(base, wishes, 1500, tmp_path / "whole", alone(base, wishes))
    assert out.read_bytes() == (tmp_path / "whole").read_bytes()
    tally = Tally()
    for trace in Source(out, base):
        tally.add(trace)
    assert (tally.duplicates, tally.leaking) == (0, 0)
