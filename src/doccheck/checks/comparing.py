"""Comparing what stands in the same field on several documents."""

from collections.abc import Callable, Sequence
from typing import Literal

from doccheck.checks.unanswered import NotFoundError
from doccheck.checks.view import OWN_KINDS, View
from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldSpec
from doccheck.model.result import Outcome, Status

Likeness = Literal[
    "same", "different", "doubt_confusable", "doubt_short", "doubt_part", "doubt_branch",
    "doubt_group", "doubt_statement", "doubt_script", "doubt_digit", "doubt_kind", "doubt_alike",
    "doubt_place",
]  # fmt: skip
"""`doubt_…` name the innocent explanation that the difference may have."""

Compare = Callable[[FieldReading, FieldReading], Likeness]

ON_EVERY_LICENCE = frozenset({"enterprise_name", "legal_representative", "uscc"})

NOT_COMPARED = frozenset({"evidence", "other", "recommendation_letter", "summary_table"})
"""Kinds on which others than the applicant are named: patentees, banks, customers, a group."""


def several(view: View, field: str, year: int | None = None) -> tuple[FieldReading, ...]:
    """Return a field's filled readings on two documents or more, the form's first.

    Raises NotFoundError where there is only one, which says why the others are not there.
    """
    spec = view.program.field(field)
    kinds = {d.id: d.kind for d in view.dossier.documents}
    filled = [
        r
        for r in view.readings(field, year)
        if r.state == "filled" and kinds[r.document] not in NOT_COMPARED
    ]
    if not filled:
        view.filled(field, year)
    if len({r.document for r in filled}) < 2:
        raise _only_one(view, spec, filled)
    return tuple(sorted(filled, key=lambda r: _rank(kinds[r.document])))


def _rank(kind: str) -> int:
    return OWN_KINDS.index(kind) if kind in OWN_KINDS else len(OWN_KINDS)


def _only_one(view: View, spec: FieldSpec, filled: list[FieldReading]) -> NotFoundError:
    """Return the reason why a field cannot be compared: the worst of what the others lack."""
    have = {view.dossier.document(r.document).key for r in filled}
    lacking = [k for k in _bearing(view, spec) if k not in have]
    unread = [k for k in lacking if view.hosts(k) and not any(d.readable for d in view.hosts(k))]
    absent = [k for k in lacking if not view.hosts(k) and k in _asked_for(view)]
    key, some = (
        ("common.one_place_unread", unread)
        if unread
        else ("common.one_place_absent", absent)
        if absent
        else ("common.one_place_blank", [])
    )
    label = view.label(spec)
    values = {
        "field": label,
        "found": "、".join(dict.fromkeys(view.title_of(r.document) for r in filled)),
        "documents": "》《".join(view.program.document(k).title for k in some),
    }
    compared_kinds = tuple(d for d in view.dossier.documents if d.kind not in NOT_COMPARED)
    evidence = tuple(r.evidence for r in filled)
    return NotFoundError(key, label, values, evidence, view.search(compared_kinds))


def _asked_for(view: View) -> set[str]:
    """Return the documents that the notice requires: only those are missed."""
    rules = [r for r in view.program.rules if r.rule == "MAT01"]
    return {k for r in rules for k in (r.params.get("document"), *r.params.get("any_of", ())) if k}


def _bearing(view: View, spec: FieldSpec) -> list[str]:
    """Return the programme's documents that bear a field; a licence does without being told."""
    licences = [d.key for d in view.program.documents if d.kind == "business_licence"]
    more = licences if spec.key in ON_EVERY_LICENCE else []
    return list(dict.fromkeys((*spec.documents, *more)))


def compared(
    view: View, rule: str, subject: str, readings: Sequence[FieldReading], likeness: Compare
) -> Outcome:
    """Return whether all readings agree with the first; a difference cites the two sides."""
    reference, others = readings[0], readings[1:]
    alike = [(likeness(reference, other), other) for other in others]
    different = [o for how, o in alike if how == "different"]
    doubtful = [(how, o) for how, o in alike if how.startswith("doubt_")]
    status: Status = "fail" if different else "review" if doubtful else "pass"
    shown = different or [o for _, o in doubtful] or list(others)
    values = {
        "reference": reference.raw or reference.value,
        "reference_document": view.title_of(reference.document),
        "others": listed(view, shown),
        "all": listed(view, readings),
        "count": str(len({r.document for r in readings})),
        "field": subject,
    }
    doubt = f"CON.{doubtful[0][0]}" if status == "review" else ""
    key = f"{rule}.{'same' if status == 'pass' else 'differs'}"
    evidence = tuple(r.evidence for r in (reference, *shown))
    return Outcome(status, key, subject, values, reference.fact, evidence, doubt=doubt)


def listed(view: View, readings: Sequence[FieldReading]) -> str:
    """Return what stands where: 《营业执照》“张三”（licence.pdf）, each once."""
    items = [
        f"《{view.title_of(r.document)}》“{r.raw or r.value}”（{r.evidence.place.file}）"
        for r in readings
    ]
    return "；".join(dict.fromkeys(items))
