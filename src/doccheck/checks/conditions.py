"""ELI01, ELI07: what the applicant declares of itself, and whether it was recognised before."""

from collections.abc import Iterator

from pydantic import Field

from doccheck.checks import choices
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading
from doccheck.model.result import Outcome
from doccheck.text import names

LONGEST_SHOWN = 5  # names of a list that a reader needs to see


class Declared(Params):
    """ELI01. Choice fields of a document that must all bear one answer."""

    document: str
    fields: tuple[str, ...] = Field(min_length=1)
    answer: str


class Award(Params):
    """ELI07. What the earlier recognition is called."""

    award: str


@check("ELI01", Declared)
def condition_declared(view: View, params: Declared) -> Iterator[Outcome]:
    """Answer for each condition whether it is affirmed; a blank one is not checked."""
    for key in params.fields:
        try:
            yield _declared(view, params, key)
        except NotFoundError as missing:  # the other conditions are looked at all the same
            yield unchecked(missing)


def _declared(view: View, params: Declared, key: str) -> Outcome:
    spec = view.program.field(key)
    ids = {d.id for d in view.filled_in(params.document)}
    readings = [r for r in view.readings(key) if r.document in ids]
    filled = [r for r in readings if r.state == "filled"]
    if not filled:
        raise choices.none_made(spec.label, readings)
    judged = [(_answer(r, spec.choices, params.answer), r) for r in filled]
    how, reading = min(judged, key=lambda each: WORST_FIRST.index(each[0]))
    values = {
        "condition": spec.label,
        "answer": params.answer,
        "actual": "、".join(reading.marked) or reading.raw,
        "file": reading.evidence.place.file,
    }
    status = "pass" if how == "affirmed" else "fail" if how == "denied" else "review"
    if how == "both" and not _asked_once(view, key):
        status = "fail"
    evidence = tuple(r.evidence for each, r in judged if each == how)
    return Outcome(status, f"ELI01.{how}", spec.label, values, key, evidence)  # type: ignore[arg-type]


WORST_FIRST = ("denied", "both", "unclear", "affirmed")


def _answer(reading: FieldReading, offered: tuple[str, ...], wanted: str) -> str:
    """Tell whether an answer affirms, denies, does both or cannot be told."""
    picked = choices.picked(reading.marked or (reading.raw,), offered)
    if not picked:
        return "unclear"
    if len(picked) > 1:
        return "both"
    return "affirmed" if offered[picked[0]] == wanted else "denied"


def _asked_once(view: View, key: str) -> bool:
    """Tell whether another rule already asks that the field has one choice only."""
    return any(r.rule == "FLD02" and r.params.get("field") == key for r in view.program.rules)


@check("ELI07", Award)
def not_recognised_before(view: View, params: Award) -> Iterator[Outcome]:
    """Answer whether the applicant stands on the list of those recognised before."""
    values = {"award": params.award}
    if view.recognised is None:
        raise NotFoundError("ELI07.no_list", params.award, values)
    own = view.applicants()
    values |= {
        "enterprise": own[0].value or own[0].raw,
        "count": str(len(view.recognised)),
        "file": own[0].evidence.place.file,
    }
    evidence = tuple(r.evidence for r in own)
    same = [n for n in view.recognised if any(_same(r, n) for r in own)]
    alike = [n for n in view.recognised if any(_alike(r, n) for r in own)]
    values["listed"] = "、".join((same or alike)[:LONGEST_SHOWN])
    if same:
        yield Outcome("fail", "ELI07.listed", params.award, values, evidence=evidence)
    elif alike:
        yield Outcome("review", "ELI07.alike", params.award, values, evidence=evidence)
    else:
        yield Outcome("pass", "ELI07.not_listed", params.award, values, evidence=evidence)


def _same(reading: FieldReading, listed: str) -> bool:
    return names.same_enterprise(reading.value or reading.raw, listed)


def _alike(reading: FieldReading, listed: str) -> bool:
    """Tell whether a listed name may be the applicant's: misread, shortened, with words around."""
    own = reading.value or reading.raw
    return names.confusable(own, listed) or names.names_enterprise(listed, own) in ("full", "short")
