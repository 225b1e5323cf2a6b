"""FLD: the fields of a form."""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from doccheck.checks import choices, searching
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.program import FieldSpec
from doccheck.model.result import Outcome, Search

FILLED_FLOOR = 0.5  # that something stands in a cell is sure long before its characters are


class RequiredFields(Params):
    """FLD01. Without `fields`: every required field that the enterprise fills in there."""

    document: str
    fields: tuple[str, ...] = ()


class OneChoice(Params):
    """FLD02. A choice field of a document."""

    document: str
    field: str


class Slot(NamedTuple):
    """A field, of one year where it has years, and what was read of it on all copies."""

    spec: FieldSpec
    label: str
    readings: tuple[FieldReading, ...]

    @property
    def state(self) -> str:
        """Return `filled` or `blank` where that is sure, else `unclear` (also: not found)."""
        states = {r.state for r in self.readings}
        if "filled" in states:
            return "filled"
        sure = states == {"blank"} and all(r.evidence.certain for r in self.readings)
        return "blank" if sure and not self.seal_may_say_it else "unclear"

    @property
    def seal_may_say_it(self) -> bool:
        """Tell whether an enterprise's name may be given by the seal (企业名称（盖章）)."""
        return self.spec.kind == "enterprise" and any("章" in r.label for r in self.readings)


@check("FLD01", RequiredFields)
def required_field(view: View, params: RequiredFields) -> Iterator[Outcome]:
    """Answer once for all blank fields, once for all that are unclear, once if all are filled."""
    title = view.program.document(params.document).title
    copies = view.filled_in(params.document)
    slots = list(_slots(view, params, copies))
    blank = [s for s in slots if s.state == "blank"]
    unclear = [s for s in slots if s.state == "unclear"]
    if blank:
        search = view.search(view.hosts(params.document))
        yield _about(blank, "FLD01.blank", title, search)
    if unclear:
        yield _unclear(view, unclear, title, copies)
    if not blank and not unclear:
        values = {"document": title, "count": str(len(slots))}
        evidence = tuple(r.evidence for s in slots for r in s.readings if r.state == "filled")
        yield Outcome("pass", "FLD01.filled", title, values, evidence=evidence, floor=FILLED_FLOOR)


def _slots(
    view: View, params: RequiredFields, copies: tuple[LogicalDocument, ...]
) -> Iterator[Slot]:
    ids = {d.id for d in copies}
    for spec in _asked(view, params):
        for year in spec.years or (None,):
            readings = tuple(r for r in view.readings(spec.key, year) if r.document in ids)
            yield Slot(spec, view.label(spec, year), readings)


def _asked(view: View, params: RequiredFields) -> Iterator[FieldSpec]:
    """Yield the fields named, else all required ones; a date is left to the rule on dates."""
    if params.fields:
        yield from (view.program.field(k) for k in params.fields)
        return
    dated = {
        document
        for rule in view.program.rules
        if rule.rule == "SIG03"
        for document in rule.params.get("documents", ())
    }
    for spec in view.program.fields:
        asked = spec.required and spec.who == "enterprise" and params.document in spec.documents
        if asked and not (spec.kind == "date" and params.document in dated):
            yield spec


def _about(slots: list[Slot], key: str, title: str, search: Search) -> Outcome:
    labels = "、".join(s.label for s in slots)
    values = {"document": title, "fields": labels, "count": str(len(slots))}
    evidence = tuple(r.evidence for s in slots for r in s.readings)
    return Outcome("fail", key, labels, values, evidence=evidence, search=search)


def _unclear(
    view: View, slots: list[Slot], title: str, copies: tuple[LogicalDocument, ...]
) -> Outcome:
    wanted = [n for s in slots if not s.readings for n in (s.spec.label, *s.spec.labels)]
    search = searching.for_label(view, wanted or [s.label for s in slots], copies)
    found = _about(slots, "FLD01.unclear", title, search)
    evidence = found.evidence or tuple(view.cite(d) for d in copies)
    return dataclasses.replace(found, status="review", evidence=evidence)


@check("FLD02", OneChoice)
def field_choice(view: View, params: OneChoice) -> Iterator[Outcome]:
    """Answer whether exactly one of the allowed choices is marked or written."""
    spec = view.program.field(params.field)
    ids = {d.id for d in view.filled_in(params.document)}
    readings = [r for r in view.readings(params.field) if r.document in ids]
    filled = [r for r in readings if r.state == "filled"]
    if not filled:
        raise choices.none_made(view.label(spec), readings)
    for reading in filled:
        yield _chosen(spec, reading)


def _chosen(spec: FieldSpec, reading: FieldReading) -> Outcome:
    picked = choices.picked(reading.marked or (reading.raw,), spec.choices)
    values = {
        "actual": "、".join(reading.marked) or reading.raw,
        "choices": "；".join(spec.choices),
        "count": str(len(spec.choices)),
        "file": reading.evidence.place.file,
    }
    evidence = (reading.evidence,)
    if picked is None or not picked:
        return Outcome("review", "FLD02.unknown", spec.label, values, evidence=evidence)
    if len(picked) > 1:
        return Outcome("fail", "FLD02.several", spec.label, values, evidence=evidence)
    values["choice"] = spec.choices[picked[0]]
    return Outcome("pass", "FLD02.one", spec.label, values, evidence=evidence)
