"""The benchmark's name on a write-up: its own section, or the title over the text."""

from collections.abc import Sequence

from doccheck.model.document import Paragraph
from doccheck.model.dossier import FieldReading, LogicalDocument, Section
from doccheck.model.places import Evidence
from doccheck.model.program import Program
from doccheck.text import normalise
from doccheck.understanding.sections import specs_for, title_end
from doccheck.understanding.titles import folded, is_appendix_line

NAME = "benchmark_name"
SHORTEST = 6
LONGEST = 90  # characters
UNEVEN = 0.16  # share by which sizes of one title are measured apart


def read_name(
    document: LogicalDocument, sections: Sequence[Section], program: Program
) -> tuple[FieldReading, ...]:
    """Return the benchmark's name of a case report, as a reading; empty where it has none."""
    spec = next((f for f in program.fields if f.key == NAME), None)
    if spec is None or document.kind != "case_report":
        return ()
    section = next((s for s in sections if s.document == document.id and s.key == NAME), None)
    if section is not None and section.blocks and isinstance(section.blocks[0], Paragraph):
        lines = [n for line in section.text.split("\n") if (n := normalise.clean(line))]
        if lines and len(lines[0]) <= LONGEST:
            return (_reading(document, section.title, lines[0], section.blocks[0]),)
    return _from_title(document, program)


def _from_title(document: LogicalDocument, program: Program) -> tuple[FieldReading, ...]:
    specs = specs_for(document, program)
    title = [
        b
        for b in document.blocks[: title_end(document, specs)]
        if isinstance(b, Paragraph) and b.role == "body" and _may_be_part(b.text, program)
    ]
    lines = [b for b in title if len(normalise.clean(b.text)) >= SHORTEST]
    if not lines:
        return ()
    best = max(lines, key=lambda p: (p.look.size, p.look.bold, p.look.centred))
    first, name = _joined(best, title)
    return (_reading(document, "标题", name, first),)


def _joined(best: Paragraph, title: list[Paragraph]) -> tuple[Paragraph, str]:
    """Return a name with the line that it begins on or runs on to, where they look the same."""
    at = title.index(best)
    before, behind = title[max(0, at - 1) : at], title[at + 1 : at + 2]
    text = normalise.clean(best.text.replace("\n", ""))
    for other in behind:
        rest = normalise.clean(other.text)
        if _alike(other, best) and len(text) + len(rest) <= LONGEST:
            text += rest
    for other in before:
        head = normalise.clean(other.text)
        if _alike(other, best) and SHORTEST <= len(head) <= LONGEST - len(text):
            return other, head + text
    return best, text


def _alike(one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two lines look the same; on scans sizes are measured unevenly."""
    if min(one.confidence, other.confidence) == 1.0:
        return one.look == other.look
    sizes = sorted((one.look.size, other.look.size))
    return one.look.bold == other.look.bold and sizes[1] - sizes[0] <= UNEVEN * sizes[1]


def _may_be_part(text: str, program: Program) -> bool:
    line = normalise.clean(text)
    if not 0 < len(line) <= LONGEST or is_appendix_line(line) or "：" in line:
        return False
    printed = {folded(t) for d in program.documents for t in (*d.titles, *d.names)}
    return folded(line) not in printed and not line.endswith("。")


def _reading(document: LogicalDocument, label: str, name: str, block: Paragraph) -> FieldReading:
    place = block.place
    evidence = Evidence(place, name, confidence=block.confidence, document=document.id)
    return FieldReading(NAME, document.id, label, "filled", evidence, raw=name, value=name)
