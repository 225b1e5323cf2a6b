"""Who signed a letter or cover and when, where no label says it: the lines at its end."""

from collections.abc import Iterator, Sequence

from doccheck.model.document import Paragraph
from doccheck.model.dossier import FieldReading, LogicalDocument, Mark
from doccheck.model.places import Evidence
from doccheck.model.program import FieldSpec, Program
from doccheck.text import names, normalise
from doccheck.understanding.values import without_hints

LAST_LINES = 8  # lines at the end of a letter in which signatory and date stand


def read_signed(
    document: LogicalDocument,
    program: Program,
    readings: Sequence[FieldReading],
    marks: Sequence[Mark],
) -> Iterator[FieldReading]:
    """Yield the date and the enterprise of a document whose labels gave none."""
    if document.kind not in ("commitment_letter", "cover"):
        return
    filled = {r.key for r in readings if r.document == document.id and r.state == "filled"}
    for spec in program.fields:
        if document.key not in spec.documents or spec.key in filled:
            continue
        if spec.kind == "date":
            yield from _date(document, spec, marks)
        elif spec.kind == "enterprise":
            yield from _enterprise(document, spec)


def _date(
    document: LogicalDocument, spec: FieldSpec, marks: Sequence[Mark]
) -> Iterator[FieldReading]:
    own = [
        m for m in marks if m.document == document.id and m.kind == "date" and m.who == "enterprise"
    ]
    for mark in own[-1:]:
        if mark.state == "present":
            yield FieldReading(
                spec.key, document.id, mark.label, "filled", mark.evidence,
                raw=mark.evidence.quote, value=mark.value, day=mark.day,
            )  # fmt: skip


def _enterprise(document: LogicalDocument, spec: FieldSpec) -> Iterator[FieldReading]:
    lines = [b for b in document.blocks if isinstance(b, Paragraph) and b.text.strip()]
    for line in reversed(lines[-LAST_LINES:]):
        text = without_hints(line.text)
        found = names.enterprise_names(text)
        if len(found) == 1 and normalise.same(found[0], text):
            evidence = Evidence(line.place, text, confidence=line.confidence, document=document.id)
            yield FieldReading(
                spec.key, document.id, "落款", "filled", evidence, raw=text, value=found[0]
            )
            return
