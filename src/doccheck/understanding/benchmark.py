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
    lines = [
        b
        for b in document.blocks[: title_end(document, specs)]
        if isinstance(b, Paragraph) and b.role == "body" and _may_be_name(b.text, program)
    ]
    if not lines:
        return ()
    best = max(lines, key=lambda p: (p.look.size, p.look.bold, p.look.centred))
    return (_reading(document, "标题", _joined(best, lines), best),)


def _joined(best: Paragraph, lines: list[Paragraph]) -> str:
    """Return a name with the line it runs on to, where both look the same."""
    at = lines.index(best)
    text = normalise.clean(best.text.replace("\n", ""))
    following = lines[at + 1] if at + 1 < len(lines) else None
    if (
        following is not None
        and following.look == best.look
        and len(text) + len(following.text) <= LONGEST
    ):
        text += normalise.clean(following.text)
    return text


def _may_be_name(text: str, program: Program) -> bool:
    line = normalise.clean(text)
    if not SHORTEST <= len(line) <= LONGEST or is_appendix_line(line) or "：" in line:
        return False
    printed = {folded(t) for d in program.documents for t in (*d.titles, *d.names)}
    return folded(line) not in printed and not line.endswith("。")


def _reading(document: LogicalDocument, label: str, name: str, block: Paragraph) -> FieldReading:
    place = block.place
    evidence = Evidence(place, name, confidence=block.confidence, document=document.id)
    return FieldReading(NAME, document.id, label, "filled", evidence, raw=name, value=name)
