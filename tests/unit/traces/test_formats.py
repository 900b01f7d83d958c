"""Each form of traces is read by what is meant to read it, and says what the traces say."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from arguendo.traces.crews import alone
from arguendo.traces.formats import FORMATS, Missing, Source, loaded, writer
from arguendo.traces.formats.chat import conversation
from arguendo.traces.formats.rows import read_table, row, trace_of
from arguendo.traces.formats.steps import solution
from arguendo.traces.making import Wishes
from arguendo.traces.record import BadTrace, Trace
from arguendo.traces.running import run
from tests.certified import EVERYTHING

WISHES = Wishes(seed=11, flawed=0.6)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    file = tmp_path_factory.mktemp("formats") / "traces.jsonl"
    run(EVERYTHING, WISHES, 40, file, alone(EVERYTHING, WISHES))
    return Source(file, EVERYTHING)


@pytest.fixture(scope="module")
def traces(source: Source) -> list[Trace]:
    return [*source]


def written(source: Source, name: str, folder: Path) -> Path:
    out = folder / name
    writer(name)(source, out)
    return out


def of_each(source: Source, name: str, folder: Path) -> dict[str, str]:
    """What was written for each trace, by its id."""
    out = written(source, name, folder)
    return {file.name.partition(".")[0]: file.read_text("utf-8") for file in out.iterdir()}


def test_lines_come_out_as_they_were(source: Source, tmp_path: Path) -> None:
    assert written(source, "jsonl", tmp_path).read_bytes() == source.file.read_bytes()


def test_every_format_is_there() -> None:
    assert all(callable(writer(name)) for name in FORMATS)
    with pytest.raises(KeyError):
        writer("files")


def test_conversations_end_in_the_answer_or_the_error(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    lines = written(source, "chat", tmp_path).read_text("utf-8").splitlines()
    assert len(lines) == len(traces)
    for line, trace in zip(map(json.loads, lines), traces, strict=True):
        roles = [message["role"] for message in line["messages"]]
        assert roles == ["system", "user", "assistant"]
        assert trace.question.text in line["messages"][1]["content"]
        said = line["messages"][2]["content"]
        assert said == conversation(trace).messages[2].content
        assert (trace.flaw.told in said) if trace.flaw else (said == trace.text.full)


def test_just_the_wrong_step_is_labelled_wrong(source: Source, traces: list[Trace]) -> None:
    flawed = 0
    for trace in traces:
        found = solution(trace, source)
        labels = [step.label for step in found.steps]
        wrong = 1 if trace.flaw and trace.flaw.step else 0
        flawed += wrong
        assert labels.count(-1) == wrong
        assert found.label == (-1 if trace.flaw else 1)
        if not trace.flaw:
            assert set(labels) <= {1}
    assert flawed


def test_what_is_drawn_from_a_wrong_step_is_neither_right_nor_wrong(
    source: Source, traces: list[Trace]
) -> None:
    lower = [trace for trace in traces if trace.flaw and (trace.flaw.step or 0) > 1]
    assert lower
    assert all(solution(trace, source).steps[-1].label == 0 for trace in lower)


def test_rows_come_back_as_traces(traces: list[Trace]) -> None:
    assert [trace_of(row(trace)) for trace in traces] == traces
    with pytest.raises(BadTrace):
        trace_of({"version": 1})


def test_a_table_is_read_back_and_by_pandas(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    out = written(source, "parquet", tmp_path)
    assert [*read_table(out)] == traces
    frame = pandas.read_parquet(out)
    assert list(frame["id"]) == [trace.id for trace in traces]
    assert frame["question"][0]["text"] == traces[0].question.text


@pytest.mark.evidence
def test_a_data_set_loads(
    source: Source, traces: list[Trace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    out = written(source, "data-set", tmp_path)
    found = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert set(found) == {"train", "validation", "test"}
    read = {each["id"]: trace_of(each) for split in found.values() for each in split}
    assert read == {trace.id: trace for trace in traces}


def test_a_data_set_has_a_card_and_a_file_for_each_split(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    pytest.importorskip("pyarrow")
    out = written(source, "data-set", tmp_path)
    card = (out / "README.md").read_text("utf-8")
    assert card.startswith("---\npretty_name: ")
    assert f"| train | {sum(trace.split == 'train' for trace in traces)} |" in card
    assert json.loads((out / "trace.schema.json").read_text("utf-8"))["title"]
    splits = [file.stem for file in sorted((out / "data").iterdir())]
    assert splits == ["test", "train", "validation"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_cards_stand_in_the_package(source: Source, traces: list[Trace], tmp_path: Path) -> None:
    pytest.importorskip("genanki")
    out = written(source, "anki", tmp_path)
    with zipfile.ZipFile(out) as package:
        package.extract("collection.anki2", tmp_path)
    with sqlite3.connect(tmp_path / "collection.anki2") as collection:
        notes = dict(collection.execute("SELECT guid, flds FROM notes"))
        (cards,) = collection.execute("SELECT count(*) FROM cards").fetchone()
    collection.close()
    assert set(notes) == {trace.id for trace in traces}
    assert cards == len(traces)
    assert all(notes[trace.id].count("\x1f") == 4 for trace in traces)


def test_argument_graphs_have_the_nodes_and_edges_of_the_format(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    found = of_each(source, "aif", tmp_path)
    assert set(found) == {trace.id for trace in traces}
    for graph in map(json.loads, found.values()):
        sorts = {node["nodeID"]: node["type"] for node in graph["nodes"]}
        assert set(sorts.values()) <= {"I", "RA", "CA"}
        for edge in graph["edges"]:
            ends = sorts[edge["fromID"]], sorts[edge["toID"]]
            # Information never leads straight to information, and a scheme to one only if attacked.
            assert ends in {("I", "RA"), ("RA", "I"), ("I", "CA"), ("CA", "I"), ("CA", "RA")}
        for node, sort in sorts.items():
            leading = [edge for edge in graph["edges"] if edge["fromID"] == node]
            assert sort == "I" or len(leading) == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_argument_graphs_are_read_by_a_tool(source: Source, tmp_path: Path) -> None:
    xaif = pytest.importorskip("xaif")
    for text in of_each(source, "aif", tmp_path).values():
        graph = xaif.AIF({"AIF": json.loads(text)})
        assert graph.is_valid_json_aif()
        assert not graph.is_json_aif_dialog()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_provenance_is_read_back(source: Source, traces: list[Trace], tmp_path: Path) -> None:
    model = pytest.importorskip("prov.model")
    found = of_each(source, "prov", tmp_path)
    for trace in traces:
        document = model.ProvDocument.deserialize(content=found[trace.id], format="json")
        again = model.ProvDocument.deserialize(
            content=document.serialize(format="json"), format="json"
        )
        assert again == document
        rules = list(document.get_records(model.ProvActivity))
        steps = (*trace.steps, *(step for each in trace.against for step in each.steps))
        applied = sum(step.rule is not None for step in steps)
        assert len(rules) == 1 + applied + len(trace.failures)


class _Page(HTMLParser):
    """What a page has open, asks for and shows."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.asked: list[str] = []
        self.named: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.asked += [value or "" for key, value in given.items() if key in ("src", "href")]
        self.named += (given.get("aria-labelledby") or "").split()
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_pages_are_whole_and_need_nothing_else(source: Source, tmp_path: Path) -> None:
    for text in of_each(source, "html", tmp_path).values():
        page = _Page()
        page.feed(text)
        assert page.open == []
        assert "script" not in page.tags
        assert [asked for asked in page.asked if not asked.startswith("#")] == []
        assert set(page.named) <= set(page.ids)
        assert {"main", "h1", "h2"} <= page.tags


def test_lessons_tell_the_answer_and_its_steps(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    found = of_each(source, "markdown", tmp_path)
    for trace in traces:
        text = found[trace.id]
        assert text.startswith("# ")
        assert ("## Why, step by step" in text) == bool(trace.steps)
        assert ("## The error in this answer" in text) == bool(trace.flaw)
        assert "```mermaid\nflowchart LR" in text


def test_flowcharts_and_argdown_have_what_the_trace_has(
    source: Source, traces: list[Trace], tmp_path: Path
) -> None:
    charts = of_each(source, "mermaid", tmp_path)
    maps = of_each(source, "argdown", tmp_path)
    for trace in traces:
        assert charts[trace.id].startswith("flowchart LR\n")
        applied = sum(step.rule is not None for step in trace.steps)
        against = sum(step.rule is not None for each in trace.against for step in each.steps)
        assert maps[trace.id].count("{uses: [") == applied + against


def test_what_is_not_installed_is_named() -> None:
    with pytest.raises(Missing, match=r"Nothing is not installed: pip install 'arguendo\[data\]'"):
        loaded("no_such_package", "Nothing", "data")


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    out = _hostile(tmp_path)
    page = _Page()
    page.feed(out["html"])
    assert "script" not in page.tags
    assert "<script>" not in out["markdown"]
    json.loads(out["aif"])


def _hostile(tmp_path: Path) -> dict[str, Any]:
    from arguendo.statements import Entity, Predicate, Slot
    from arguendo.vocabulary import Vocabulary
    from tests.builders import rule, rulebase

    name = "</p><script>alert(1)</script> [x](y) `z`"
    base = rulebase(
        vocabulary=Vocabulary(
            [Entity("a", name)], [Predicate(p, (Slot("x"),), f"{{x}} is {p}") for p in "pq"]
        ),
        facts=["p(a)"],
        rules=[rule("r", if_=["p(?x)"], then="q(?x)", because=name)],
    )
    file = tmp_path / "traces.jsonl"
    run(base, Wishes(), 1, file, alone(base, Wishes()))
    source = Source(file, base)
    return {
        form: next(iter(of_each(source, form, tmp_path).values()))
        for form in ("html", "markdown", "aif")
    }
