"""CON: the same thing said on several documents."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from doccheck.checks import alike
from doccheck.checks.comparing import Likeness, compared, several
from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading
from doccheck.model.program import FieldSpec
from doccheck.model.result import Outcome

FORMS = frozenset({"application_form", "acceptance_form", "cover", "score_card"})


class EnterpriseName(Params):
    """CON01. The field that holds the enterprise's name."""

    field: str = "enterprise_name"


class Representative(Params):
    """CON02. The field that holds the legal representative."""

    field: str = "legal_representative"


class CreditCode(Params):
    """CON03. The field that holds the unified social credit code."""

    field: str = "uscc"


class OtherFields(Params):
    """CON04. Other fields that stand on several documents."""

    fields: tuple[str, ...] = Field(min_length=1)


@check("CON01", EnterpriseName)
def enterprise_name_consistency(view: View, params: EnterpriseName) -> Iterator[Outcome]:
    """Answer whether the enterprise is the same on every document of its own."""

    def likeness(a: FieldReading, b: FieldReading) -> Likeness:
        kind = view.dossier.document(b.document).kind
        audited = kind in ("audit_report", "financial_statements")
        return alike.enterprises(_value(a), _value(b), view.scanned(a, b), audited)

    label = view.label(view.program.field(params.field))
    yield compared(view, "CON01", label, several(view, params.field), likeness)


@check("CON02", Representative)
def representative_consistency(view: View, params: Representative) -> Iterator[Outcome]:
    """Answer whether the legal representative is the same on form, licence and letter."""
    spec = view.program.field(params.field)
    if not _on_a_form(view, spec):
        yield Outcome("not_applicable", "CON02.not_asked", spec.label)
        return

    def likeness(a: FieldReading, b: FieldReading) -> Likeness:
        kind = view.dossier.document(b.document).kind
        how = alike.persons(_value(a), _value(b), view.scanned(a, b))
        if how != "different":
            return how
        if kind == "business_licence" and "负责人" in b.label:
            return "doubt_branch"
        return "doubt_statement" if kind in ("audit_report", "financial_statements") else how

    yield compared(view, "CON02", spec.label, several(view, params.field), likeness)


def _on_a_form(view: View, spec: FieldSpec) -> bool:
    return any(view.program.document(k).kind in FORMS for k in spec.documents)


@check("CON03", CreditCode)
def uscc_consistency(view: View, params: CreditCode) -> Iterator[Outcome]:
    """Answer whether the unified social credit code is the same on every document."""

    def likeness(a: FieldReading, b: FieldReading) -> Likeness:
        return alike.codes(_value(a), _value(b), view.scanned(a, b))

    label = view.label(view.program.field(params.field))
    yield compared(view, "CON03", label, several(view, params.field), likeness)


LETTERS_FLOOR = 0.85  # two addresses of mail are the same, whether an l in both is a 1 or not


@check("CON04", OtherFields)
def field_consistency(view: View, params: OtherFields) -> Iterator[Outcome]:
    """Answer for each field whether it is the same wherever it stands."""
    for key in params.fields:
        spec = view.program.field(key)
        for year in spec.years or (None,):
            yield _one_field(view, spec, year)


def _one_field(view: View, spec: FieldSpec, year: int | None) -> Outcome:
    def likeness(a: FieldReading, b: FieldReading) -> Likeness:
        return alike.values(spec.kind, a, b, view.scanned(a, b))

    label = view.label(spec, year)
    try:
        found = compared(view, "CON04", label, several(view, spec.key, year), likeness)
        alike_letters = spec.kind == "email" and found.status == "pass"
        return replace(found, floor=LETTERS_FLOOR) if alike_letters else found
    except NotFoundError as missing:  # the other fields are compared all the same
        return unchecked(missing)


def _value(reading: FieldReading) -> str:
    return reading.value or reading.raw
