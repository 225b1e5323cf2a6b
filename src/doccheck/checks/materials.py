"""MAT: what was handed in, and whether it is what it should be."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks import searching, titles
from doccheck.checks.registry import Params, check
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import Evidence, Place
from doccheck.model.program import DocumentSpec
from doccheck.model.result import Outcome

OURS_TO_READ = frozenset(
    {"docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "pdf", "ofd", "image", "html", "mht",
     "text", "zip", "7z", "tar", "eml", "msg"}
)  # fmt: skip
"""Formats that doccheck always reads: such a file that does not open is damaged."""
CANNOT_BE_READ = frozenset({"encrypted", "empty", "unknown"})


class RequiredMaterial(Params):
    """MAT01. `any_of` are alternatives to `document`; `minimum` how many of it are asked for."""

    document: str
    any_of: tuple[str, ...] = ()
    minimum: int = Field(default=1, ge=1)


class OneForm(Params):
    """MAT03, MAT04. The form that is looked at."""

    document: str


@check("MAT01", RequiredMaterial)
def required_material(view: View, params: RequiredMaterial) -> Iterator[Outcome]:
    """Answer for every year asked for whether the material is there."""
    for year in view.program.document(params.document).years or (None,):
        yield _material(view, params, year)


def _material(view: View, params: RequiredMaterial, year: int | None) -> Outcome:
    specs = [view.program.document(k) for k in (params.document, *params.any_of)]
    title = "或".join(s.title for s in specs) if year is None else f"{year}年度{specs[0].title}"
    target = specs[0].kind if year is None else f"{specs[0].kind}.{year}"
    hosts = [d for s in specs for d in view.hosts(s.key)]
    fitting = [d for d in hosts if year is None or d.year == year]
    readable = [d for d in fitting if d.readable]
    perhaps = [d for d in hosts if d not in readable and (not d.readable or d.year is None)]
    values = {
        "document": title,
        "minimum": str(params.minimum),
        "found": str(len(readable)),
        "files": _files(readable + perhaps),
    }
    evidence = tuple(view.cite(d) for d in readable)
    if len(readable) >= params.minimum:
        return Outcome("pass", "MAT01.there", title, values, target, evidence)
    evidence += tuple(view.cite(d) for d in perhaps)
    if len(readable) + len(perhaps) >= params.minimum:
        what = "MAT01.unread" if any(not d.readable for d in perhaps) else "MAT01.year_unknown"
        return Outcome("review", what, title, values, target, evidence)
    search = searching.for_document(view, specs)
    if readable:
        return Outcome("fail", "MAT01.too_few", title, values, target, evidence, search)
    strange = searching.strangers(view, specs)
    if strange:
        evidence = tuple(view.cite(d) for d in strange)
        values["files"] = _files(strange)
        return Outcome("review", "MAT01.perhaps", title, values, target, evidence, search)
    return Outcome("fail", "MAT01.missing", title, values, target, search=search)


def _files(documents: list[LogicalDocument]) -> str:
    return "、".join(dict.fromkeys(d.file for d in documents))


@check("MAT02")
def readable_file(view: View, _params: Params) -> Iterator[Outcome]:
    """Answer once for every file that does not open, else once for all."""
    files = view.dossier.files
    for file in files:
        if file.status != "unreadable":
            continue
        damaged = file.file_format in OURS_TO_READ or file.file_format in CANNOT_BE_READ
        values = {"file": file.path, "reason": file.reason}
        evidence = (Evidence(Place(file.path), file.reason),)
        if damaged:
            yield Outcome("fail", "MAT02.unreadable", file.path, values, evidence=evidence)
        else:
            yield Outcome("review", "MAT02.not_ours", file.path, values, evidence=evidence)
    if all(f.status != "unreadable" for f in files):
        read = tuple(Evidence(Place(f.path)) for f in files if f.status == "read")
        yield Outcome("pass", "MAT02.all", "文件", {"count": str(len(read))}, evidence=read)


@check("MAT03", OneForm)
def filled_template(view: View, params: OneForm) -> Iterator[Outcome]:
    """Answer whether the form is filled in rather than the blank template."""
    spec = view.program.document(params.document)
    copies = view.copies(params.document)
    states = [view.blankness(d) for d in copies]
    values = {"document": spec.title, "files": _files(list(copies))}
    if "filled" in states:
        used = copies[states.index("filled")]
        yield Outcome("pass", "MAT03.filled", spec.title, values, evidence=_filled(view, used))
        return
    evidence = tuple(view.cite(d) for d in copies)
    if "unsure" in states:
        yield Outcome("review", "MAT03.unsure", spec.title, values, evidence=evidence)
        return
    search = view.search(view.hosts(params.document))
    yield Outcome("fail", "MAT03.blank", spec.title, values, evidence=evidence, search=search)


def _filled(view: View, document: LogicalDocument) -> tuple[Evidence, ...]:
    """Return the field that is read best: one is enough to show that the form is in use."""
    readings = [
        r.evidence
        for r in view.dossier.readings
        if r.document == document.id and r.state == "filled"
    ]
    return (max(readings, key=lambda e: e.confidence),) if readings else (view.cite(document),)


@check("MAT04", OneForm)
def right_template(view: View, params: OneForm) -> Iterator[Outcome]:
    """Answer whether the form's printed title is this programme's and this year's."""
    spec = view.program.document(params.document)
    copies = view.copies(params.document)
    verdicts = [titles.judge(view, d, spec) for d in copies]
    best = min(range(len(copies)), key=lambda i: titles.ORDER.index(verdicts[i].kind))
    verdict, document = verdicts[best], copies[best]
    values = {
        "document": spec.title,
        "title": verdict.text,
        "wanted": _wanted(spec),
        "file": document.file,
    }
    evidence: tuple[Evidence, ...] = (Evidence(verdict.place, verdict.text, document=document.id),)
    strange = _other_years(view, document)
    if verdict.kind == "same" and strange:
        values["years"] = "、".join(str(r.year) for r in strange)
        values["asked"] = "、".join(map(str, view.program.field(strange[0].key).years))
        evidence += tuple(r.evidence for r in strange)
        yield Outcome("fail", "MAT04.years", spec.title, values, evidence=evidence)
    elif verdict.kind == "same":
        yield Outcome("pass", "MAT04.right", spec.title, values, evidence=evidence)
    elif verdict.kind == "unknown":
        yield Outcome("review", "MAT04.unknown", spec.title, values, evidence=evidence)
    else:
        yield Outcome("fail", f"MAT04.{verdict.kind}", spec.title, values, evidence=evidence)


def _other_years(view: View, document: LogicalDocument) -> tuple[FieldReading, ...]:
    """Return one reading for each printed year where a form's columns are another year's.

    Only where the last year asked for has no column and an earlier one than asked for has.
    """
    by_field: dict[str, dict[int, FieldReading]] = {}
    for reading in view.dossier.readings:
        if reading.document == document.id and reading.year is not None:
            by_field.setdefault(reading.key, {})[reading.year] = reading
    for spec in view.program.fields:
        printed = by_field.get(spec.key, {})
        if (
            spec.years
            and printed
            and max(printed) < max(spec.years)
            and min(printed) < min(spec.years)
        ):
            return tuple(printed[year] for year in sorted(printed))
    return ()


def _wanted(spec: DocumentSpec) -> str:
    return spec.titles[0] if spec.titles else spec.title


@check("MAT06")
def recognised_document(view: View, _params: Params) -> Iterator[Outcome]:
    """Answer for all documents whose kind is not known, and for those not read, once each."""
    documents = view.dossier.documents
    strange = [d for d in documents if d.kind == "other" and d.readable]
    unread = [d for d in documents if not d.readable]
    for key, status, some in (
        ("MAT06.unknown", "review", strange),
        ("MAT06.unread", "not_checked", unread),
    ):
        if some:
            values = {"files": _files(some), "count": str(len(some))}
            evidence = tuple(view.cite(d) for d in some)
            yield Outcome(status, key, some[0].file, values, evidence=evidence)  # type: ignore[arg-type]
    if not strange and not unread:
        evidence = tuple(view.cite(d) for d in documents)
        values = {"count": str(len(documents))}
        yield Outcome("pass", "MAT06.all", "材料", values, evidence=evidence)
