"""SEC: the sections of a text."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks import searching
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import View
from doccheck.model.dossier import LogicalDocument, Section
from doccheck.model.program import SectionSpec
from doccheck.model.result import Outcome
from doccheck.text import count, match
from doccheck.text.normalise import key

SHORTEST_CONTENT = 20  # 字 below which a section says nothing
SHORTEST_INSTRUCTION = 8  # characters; shorter ones stand in anybody's text as well
HEADING_FLOOR = 0.85  # one misread character leaves a heading the same; a weak match is 0.8
MERGED = 0.6  # likeness of a heading that may hold the section together with another
OWN = 0.95  # likeness from which a heading is surely another section's own
JOINERS = "与及和、暨并"


class Sections(Params):
    """SEC01–03. Sections of a document, in the order asked for."""

    document: str
    sections: tuple[str, ...] = Field(min_length=1)


@check("SEC01", Sections)
def required_section(view: View, params: Sections) -> Iterator[Outcome]:
    """Answer once for every section that is missing, once for those that are there."""
    copies = view.filled_in(params.document)
    found = {k: view.sections_on(k, copies) for k in params.sections}
    for section_key in params.sections:
        if not found[section_key]:
            yield _missing(view, params, view.program.section(section_key), copies)
    present = [sections[0] for sections in found.values() if sections]
    if present:
        title = view.program.document(params.document).title
        values = {
            "document": title,
            "count": str(len(present)),
            "found": "、".join(s.title for s in present),
        }
        evidence = tuple(s.evidence for s in present)
        yield Outcome("pass", "SEC01.there", title, values, evidence=evidence, floor=HEADING_FLOOR)


def _missing(
    view: View, params: Sections, spec: SectionSpec, copies: tuple[LogicalDocument, ...]
) -> Outcome:
    """Return a failure, or a review where parts of it or a merged heading are there."""
    search = searching.for_section(view, spec, view.hosts(params.document))
    title = view.program.document(params.document).title
    values = {"document": title, "files": "、".join(d.file for d in copies)}
    children = [
        s
        for child in view.program.sections
        if child.parent == spec.key
        for s in view.sections_on(child.key, copies)
    ]
    if children:
        values["found"] = "、".join(s.title for s in children)
        evidence = tuple(s.evidence for s in children)
        return Outcome(
            "review", "SEC01.parts_only", spec.title, values, evidence=evidence, search=search
        )
    for heading in searching.headings(view, copies):
        if _may_hold(heading, spec):
            values["heading"] = heading.title
            evidence = (heading.evidence,)
            return Outcome(
                "review", "SEC01.perhaps", spec.title, values, evidence=evidence, search=search
            )
    return Outcome("fail", "SEC01.missing", spec.title, values, search=search)


def _may_hold(heading: Section, spec: SectionSpec) -> bool:
    """Tell whether a heading may be the section under another title, or with another in one."""
    if heading.key and heading.score >= OWN:
        return False
    names = (spec.title, *spec.aliases)
    alike = max(match.ratio(heading.title, name) for name in names) >= MERGED
    joined = any(j in heading.title for j in JOINERS)
    held = any(len(n) >= 2 and key(n) in key(heading.title) for n in names)
    return alike or (joined and held)


@check("SEC02", Sections)
def section_order(view: View, params: Sections) -> Iterator[Outcome]:
    """Answer whether the sections that are there stand in the order asked for."""
    title = view.program.document(params.document).title
    runs = [_in_text_order(view, params, d) for d in view.filled_in(params.document)]
    found = max(runs, key=len)
    if len(found) < 2:
        values = {"document": title, "count": str(len(found))}
        raise NotFoundError("SEC02.too_few", title, values, tuple(s.evidence for s in found))
    wanted = sorted(found, key=lambda s: params.sections.index(s.key))
    values = {
        "document": title,
        "actual": " → ".join(s.title for s in found),
        "wanted": " → ".join(view.program.section(s.key).title for s in wanted),
    }
    evidence = tuple(s.evidence for s in found)
    if found == wanted:
        yield Outcome(
            "pass", "SEC02.in_order", title, values, evidence=evidence, floor=HEADING_FLOOR
        )
    else:
        yield Outcome("fail", "SEC02.out_of_order", title, values, evidence=evidence)


def _in_text_order(view: View, params: Sections, document: LogicalDocument) -> list[Section]:
    """Return the first section for each key on a document, as they follow each other."""
    first: dict[str, Section] = {}
    for section in view.dossier.sections:
        if section.document == document.id and section.key in params.sections:
            first.setdefault(section.key, section)
    return list(first.values())


@check("SEC03", Sections)
def section_content(view: View, params: Sections) -> Iterator[Outcome]:
    """Answer once for every section without content of its own, once for the others."""
    copies = view.filled_in(params.document)
    found = [s for k in params.sections for s in view.sections_on(k, copies)]
    title = view.program.document(params.document).title
    if not found:
        spec = view.program.section(params.sections[0])
        search = searching.for_section(view, spec, view.hosts(params.document))
        raise NotFoundError("common.no_section", title, {"section": title}, search=search)
    good = []
    for section in found:
        trouble = _content(view, section)
        if trouble:
            yield trouble
        else:
            good.append(section)
    if good:
        values = {
            "document": title,
            "count": str(len(good)),
            "found": "、".join(s.title for s in good),
        }
        evidence = tuple(s.evidence for s in good)
        yield Outcome("pass", "SEC03.filled", title, values, evidence=evidence, floor=HEADING_FLOOR)


def _content(view: View, section: Section) -> Outcome | None:
    """Return what is wrong with a section's content, None if it has some of its own."""
    spec = view.program.section(section.key)
    lines = section.text.split("\n")
    copied = [_instructions(line, spec) for line in lines]
    own = [line for line, some in zip(lines, copied, strict=True) if not some]
    words = count.count("\n".join(own)).words
    values = {
        "words": str(section.count.words),
        "minimum": str(SHORTEST_CONTENT),
        "file": section.evidence.place.file,
    }
    evidence = (section.evidence,)
    search = view.search((view.dossier.document(section.document),))
    if words >= SHORTEST_CONTENT:
        if len(set().union(*copied)) < min(2, len(spec.instructions)) or len(own) == len(lines):
            return None
        return Outcome("review", "SEC03.instructions", spec.title, values, evidence=evidence)
    if len(own) < len(lines):
        return Outcome("fail", "SEC03.copied", spec.title, values, "", evidence, search)
    if section.pictures or section.tables:
        return Outcome("review", "SEC03.pictures", spec.title, values, evidence=evidence)
    return Outcome("fail", "SEC03.empty", spec.title, values, "", evidence, search)


def _instructions(line: str, spec: SectionSpec) -> set[str]:
    """Return the notice's instructions that a line holds word for word."""
    return {i for i in spec.instructions if len(i) >= SHORTEST_INSTRUCTION and key(i) in key(line)}
