"""Nearest misses: what came near to something that was not found, as proof of search."""

import dataclasses
from collections.abc import Iterable, Sequence

from doccheck.checks.view import View
from doccheck.model.document import walk_paragraphs
from doccheck.model.dossier import WHOLE_TEXT, LogicalDocument, Section
from doccheck.model.places import Place
from doccheck.model.program import DocumentSpec, SectionSpec
from doccheck.model.result import NearMiss, Search
from doccheck.text import match
from doccheck.text.normalise import clean, key

WORTH_NAMING = 0.4  # likeness below which a near miss tells the reader nothing
MOST_NAMED = 3
SURE_NAME = 3  # characters from which a file's name says what is in it
LONGEST_LABEL = 24  # characters; longer lines are text, not labels


def ranked(candidates: Iterable[NearMiss]) -> tuple[NearMiss, ...]:
    """Return the nearest few, best first, each once."""
    best: dict[tuple[str, Place], NearMiss] = {}
    for near in candidates:
        known = best.get((near.text, near.place))
        if near.score >= WORTH_NAMING and (known is None or near.score > known.score):
            best[(near.text, near.place)] = near
    ordered = sorted(best.values(), key=lambda n: (-n.score, n.place.order, n.text))
    return tuple(ordered[:MOST_NAMED])


def for_document(view: View, specs: Sequence[DocumentSpec]) -> Search:
    """Return proof of search for a document: where, and what has a like name or kind."""
    kinds = {s.kind for s in specs}
    names = {n for s in specs for n in (s.title, *s.titles, *s.names)}
    near = [
        NearMiss(d.title or d.file, view.cite(d).place, 0.5)
        for d in view.dossier.documents
        if d.runner_up in kinds
    ]
    near += [
        NearMiss(f.path, Place(f.path), max(match.partial(stem(f.path), name) for name in names))
        for f in view.dossier.files
        if f.status != "skipped"
    ]
    return dataclasses.replace(view.search(), nearest=ranked(near))


def strangers(view: View, specs: Sequence[DocumentSpec]) -> list[LogicalDocument]:
    """Return documents of unknown kind that may be it: nearly recognised, or named like it."""
    kinds = {s.kind for s in specs}
    names = {n for s in specs for n in (s.title, *s.titles, *s.names) if len(n) >= SURE_NAME}
    return [
        d
        for d in view.dossier.documents
        if d.kind == "other"
        and d.readable
        and (d.runner_up in kinds or any(key(n) in key(stem(d.file)) for n in names))
    ]


def stem(path: str) -> str:
    """Return a file's own name without folders and suffix."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def for_section(view: View, spec: SectionSpec, documents: tuple[LogicalDocument, ...]) -> Search:
    """Return proof of search for a section: the headings most like its titles."""
    near = [
        NearMiss(s.number + s.title, s.evidence.place, heading_likeness(s, spec))
        for s in headings(view, documents)
    ]
    return dataclasses.replace(view.search(documents), nearest=ranked(near))


def headings(view: View, documents: tuple[LogicalDocument, ...]) -> tuple[Section, ...]:
    """Return every heading of some documents."""
    ids = {d.id for d in documents}
    return tuple(s for s in view.dossier.sections if s.document in ids and s.level != WHOLE_TEXT)


def heading_likeness(section: Section, spec: SectionSpec) -> float:
    """Return how like a heading is to a section's title or any of its other titles."""
    return max(match.ratio(section.title, name) for name in (spec.title, *spec.aliases))


def for_label(view: View, labels: Sequence[str], documents: tuple[LogicalDocument, ...]) -> Search:
    """Return proof of search for a field's label: the short lines most like it."""
    near = [
        NearMiss(text, paragraph.place, max(match.ratio(text, label) for label in labels))
        for document in documents
        for paragraph in walk_paragraphs(document.blocks)
        if 1 < len(text := clean(paragraph.text).rstrip("：:")) <= LONGEST_LABEL
    ]
    return dataclasses.replace(view.search(documents), nearest=ranked(near))
