"""W3C PROV-JSON: which statement was drawn from which, by which rule, from which paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from arguendo.export.wire import encode
from arguendo.traces.formats import Source
from arguendo.traces.formats.files import write_each
from arguendo.traces.record import Trace, TraceStep

_RELATIONS = {
    "used": ("activity", "entity"),
    "wasGeneratedBy": ("entity", "activity"),
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "hadPrimarySource": ("generatedEntity", "usedEntity"),
    "wasAssociatedWith": ("activity", "agent"),
}


class _Document:
    """A document that grows."""

    def __init__(self, trace: Trace) -> None:
        self.parts: dict[str, dict[str, Any]] = {
            "prefix": {"a": f"urn:arguendo:trace:{trace.id}:"},
            **{kind: {} for kind in ("entity", "activity", "agent")},
        }

    def add(self, kind: str, id: str, **said: str | None) -> str:
        """Add a thing with what is said of it."""
        label = said.pop("label", None)
        told = {f"a:{name}": value for name, value in said.items() if value}
        self.parts[kind][f"a:{id}"] = told | ({"prov:label": label} if label else {})
        return f"a:{id}"

    def relate(self, relation: str, one: str, other: str) -> None:
        """Relate two things; a primary source is a way of being derived."""
        first, second = _RELATIONS[relation]
        ends = {f"prov:{first}": one, f"prov:{second}": other}
        if relation == "hadPrimarySource":
            relation, ends["prov:type"] = (
                "wasDerivedFrom",
                {"$": "prov:PrimarySource", "type": "prov:QUALIFIED_NAME"},  # type: ignore[assignment]
            )
        relations = self.parts.setdefault(relation, {})
        relations[f"_:{relation}{len(relations) + 1}"] = ends


def document(trace: Trace, source: Source) -> dict[str, Any]:
    """Make the provenance of an answer."""
    made = _Document(trace)
    checker = made.add("agent", "checker", label="certificate checker")
    base = made.add("entity", "rules", label=trace.rule_base.name, digest=trace.rule_base.digest)
    answer = made.add("entity", "answer", label=trace.text.line, status=trace.status)
    proving = made.add("activity", "proving", label="proof of the answer")
    made.relate("used", proving, base)
    made.relate("wasGeneratedBy", answer, proving)
    made.relate("wasAssociatedWith", proving, checker)
    sides = [("step", trace.steps)]
    sides += [(f"against{n}.", each.steps) for n, each in enumerate(trace.against, 1)]
    for name, steps in sides:
        for step in steps:
            _tell(made, name, step)
        if steps:
            made.relate("wasDerivedFrom", answer, f"a:{name}{steps[0].n}")
    for number, failure in enumerate(trace.failures, 1):
        tried = made.add("activity", f"attempt{number}", label=f"rule {failure.rule} tried")
        for key in (*failure.holds, *failure.rebutted_by):
            held = made.add(
                "entity", f"held{number}.{len(made.parts['entity'])}", label=source.says(key)
            )
            made.relate("used", tried, held)
    return made.parts


def _tell(made: _Document, name: str, step: TraceStep) -> None:
    said = made.add(
        "entity",
        f"{name}{step.n}",
        label=step.text,
        statement=step.claim,
        degree=step.degree,
        basis=step.basis,
    )
    for mark in step.source:
        cited = made.add("entity", f"source{ord(mark[0])}.{mark[1:]}", label=mark)
        made.relate("hadPrimarySource", said, cited)
    if step.rule is None:
        return
    applied = made.add(
        "activity", f"{name}{step.n}.rule", label=f"rule {step.rule}", warrant=step.warrant
    )
    made.relate("wasGeneratedBy", said, applied)
    for n in dict.fromkeys(step.uses):
        made.relate("used", applied, f"a:{name}{n}")
        made.relate("wasDerivedFrom", said, f"a:{name}{n}")


def write(source: Source, out: Path) -> None:
    """Write a document for each trace to a folder."""
    write_each(out, source, ".prov.json", lambda trace: encode(document(trace, source)))
