"""SEC04, SEC05: what a text tells about, and whether data and pictures back it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from doccheck.checks import searching
from doccheck.checks.registry import Params, check
from doccheck.checks.sections import HEADING_FLOOR, SHORTEST_CONTENT
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import LogicalDocument, Section
from doccheck.model.places import Evidence
from doccheck.model.program import SectionSpec
from doccheck.model.result import Outcome, Status
from doccheck.text import figures, words
from doccheck.text.units import NO_UNIT

FEWEST_FIGURES = 3  # one or two numbers are no data
AROUND = 12  # characters shown on either side of the word by which a topic was found
Need = Literal["figures", "tables_or_pictures"]


class Topics(Params):
    """SEC04. The sections whose topics (listed with the sections) are looked for."""

    sections: tuple[str, ...] = Field(min_length=1)


class Backing(Params):
    """SEC05. What must back a text: the whole of a document, or some sections."""

    document: str = ""
    sections: tuple[str, ...] = ()
    needs: tuple[Need, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def one_thing_is_looked_at(self) -> Self:
        """Refuse neither and both."""
        if bool(self.document) == bool(self.sections):
            raise ValueError("exactly one of document, sections")
        return self


@check("SEC04", Topics)
def section_coverage(view: View, params: Topics) -> Iterator[Outcome]:
    """Answer for each section which of its topics the text tells about, and where."""
    for key in params.sections:
        spec = view.program.section(key)
        try:
            for section in _with_content(view, spec):
                yield _covered(view, spec, section)
        except NotFoundError as missing:  # the other sections are looked at all the same
            yield unchecked(missing)


def _with_content(view: View, spec: SectionSpec) -> tuple[Section, ...]:
    """Return the sections for a key that say something; raises NotFoundError for none."""
    hosts: list[LogicalDocument] = []
    for key in spec.documents:
        hosts += [d for d in view.hosts(key) if d.readable]
    if not hosts:
        view.readable(spec.documents[0])
    found = view.sections_on(spec.key, tuple(hosts))
    told = tuple(s for s in found if s.count.words >= SHORTEST_CONTENT)
    if told:
        return told
    search = searching.for_section(view, spec, tuple(hosts))
    evidence = tuple(s.evidence for s in found)
    raise NotFoundError("common.no_section", spec.title, {"section": spec.title}, evidence, search)


class Mention(NamedTuple):
    """A topic and the place where a word of it stands first."""

    topic: str
    word: str
    evidence: Evidence


def _covered(view: View, spec: SectionSpec, section: Section) -> Outcome:
    mentions = [m for t in spec.topics if (m := _mention(section, t.name, t.words))]
    told = {m.topic for m in mentions}
    lacking = [t for t in spec.topics if t.name not in told]
    values = {
        "section": spec.title,
        "count": str(len(spec.topics)),
        "found_count": str(len(mentions)),
        "found": "；".join(f"{m.topic}（“{m.word}”）" for m in mentions),
        "missing": "、".join(t.name for t in lacking),
        "words": "；".join(f"{t.name}：{'、'.join(t.words)}" for t in lacking),
        "file": section.evidence.place.file,
    }
    evidence = (section.evidence, *(m.evidence for m in mentions))
    search = view.search((view.dossier.document(section.document),))
    status: Status = "review" if lacking else "pass"
    key = "SEC04.partly" if lacking else "SEC04.covered"
    return Outcome(
        status, key, spec.title, values, section.key, evidence, search if lacking else None,
        floor=HEADING_FLOOR,
    )  # fmt: skip


def _mention(section: Section, topic: str, terms: tuple[str, ...]) -> Mention | None:
    """Return where a section first tells about a topic."""
    for paragraph in walk_paragraphs(section.blocks):
        for word, start in words.topic_found(paragraph.text, terms)[:1]:
            evidence = Evidence(
                paragraph.place, _around(paragraph.text, start, len(word)), section.evidence.via,
                paragraph.confidence, topic, section.document,
            )  # fmt: skip
            return Mention(topic, word, evidence)
    for word, start in words.topic_found(section.text, terms)[:1]:
        quote = _around(section.text, start, len(word))
        evidence = Evidence(
            section.evidence.place, quote, section.evidence.via, section.evidence.confidence,
            topic, section.document,
        )  # fmt: skip
        return Mention(topic, word, evidence)
    return None


def _around(text: str, start: int, length: int) -> str:
    """Return the words around a place in a text, on one line."""
    low, high = max(0, start - AROUND), start + length + AROUND
    return text[low:high].replace("\n", " ").strip()


@check("SEC05", Backing)
def figures_and_data(view: View, params: Backing) -> Iterator[Outcome]:
    """Answer for each text whether it holds what must back it."""
    if params.document:
        title = view.program.document(params.document).title
        yield _backed(view, params, title, view.whole_text(params.document))
        return
    for key in params.sections:
        spec = view.program.section(key)
        try:
            for section in _with_content(view, spec):
                yield _backed(view, params, spec.title, section)
        except NotFoundError as missing:  # the other sections are looked at all the same
            yield unchecked(missing)


def _backed(view: View, params: Backing, title: str, section: Section) -> Outcome:
    numbers = data_in(section.text)
    shown = section.tables + section.pictures
    lacking = [n for n in params.needs if not _there(n, len(numbers), shown)]
    values = {
        "section": title,
        "figures": str(len(numbers)),
        "examples": "、".join(numbers[:FEWEST_FIGURES]) or "—",
        "tables": str(section.tables),
        "pictures": str(section.pictures),
        "file": section.evidence.place.file,
    }
    document = view.dossier.document(section.document)
    if not lacking:
        return Outcome(
            "pass", "SEC05.backed", title, values, evidence=(section.evidence,),
            floor=HEADING_FLOOR,
        )  # fmt: skip
    key = f"SEC05.no_{'_and_'.join(lacking)}"
    evidence = (section.evidence,)
    return Outcome("review", key, title, values, "", evidence, view.search((document,)))


def _there(need: Need, numbers: int, shown: int) -> bool:
    return numbers >= FEWEST_FIGURES if need == "figures" else shown > 0


_CALENDAR = "年月日号"  # behind a number: when, not how much
_BEHIND = "章节号条"  # likewise: which


def data_in(text: str) -> list[str]:
    """Return the figures of a text that are data, as printed: no years, dates, item numbers."""
    printed = [
        (text[f.start : f.end].strip(), text[f.end : f.end + 1])
        for f in figures.find_figures(text, NO_UNIT)
    ]
    return [
        words
        for words, behind in printed
        if words[-1] not in _CALENDAR and not (behind and behind in _BEHIND)
    ]
