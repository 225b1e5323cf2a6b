"""IDN: codes, telephone numbers, addresses of mail: are they well formed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pydantic import Field

from doccheck.checks.registry import Params, check
from doccheck.checks.unanswered import NotFoundError, unchecked
from doccheck.checks.view import View
from doccheck.model.dossier import FieldReading
from doccheck.model.places import CERTAIN
from doccheck.model.program import FieldKind, FieldSpec
from doccheck.model.result import Outcome, Status
from doccheck.text import ids
from doccheck.text.charset import to_half_width
from doccheck.text.normalise import clean

OWN_DOCUMENTS = frozenset(
    {"application_form", "acceptance_form", "business_licence", "cover", "commitment_letter"}
)
"""Kinds on which a credit code is the applicant's own; certificates bear other people's."""
LETTERS_FLOOR = 0.85  # an l read as a 1 changes nothing of an address's form
WORST_FIRST = ("fail", "review", "pass")
NONE_WORDS = frozenset({"", "无", "/", "-", "—", "——", "暂无", "没有", "不适用"})


class Code(Params):
    """IDN01. The field that holds the unified social credit code."""

    field: str = "uscc"


class Contacts(Params):
    """IDN02. Fields of kind phone, email or postcode."""

    fields: tuple[str, ...] = Field(min_length=1)


class Form(NamedTuple):
    """What a value's form says of it: status and the key of the words."""

    status: Status
    key: str


@check("IDN01", Code)
def uscc_valid(view: View, params: Code) -> Iterator[Outcome]:
    """Answer for every different credit code whether its form and check digit hold."""
    view.filled(params.field)
    label = view.label(view.program.field(params.field))
    codes: dict[str, list[FieldReading]] = {}
    for reading in view.readings(params.field):
        kind = view.dossier.document(reading.document).kind
        if reading.state == "filled" and kind in OWN_DOCUMENTS:
            codes.setdefault(_code(reading).code, []).append(reading)
    for code, readings in codes.items():
        checked = ids.check_uscc(code)
        values = {
            "code": code,
            "length": str(len(code)),
            "documents": "、".join(dict.fromkeys(view.title_of(r.document) for r in readings)),
            "file": readings[0].evidence.place.file,
        }
        evidence = tuple(r.evidence for r in readings)
        key = "IDN01.valid" if checked.ok else f"IDN01.{checked.reason}"
        misread = not checked.ok and view.scanned(*readings)
        status: Status = "pass" if checked.ok else "review" if misread else "fail"
        doubt = "IDN.doubt_scan" if misread else ""
        yield Outcome(status, key, label, values, params.field, evidence, doubt=doubt)


def _code(reading: FieldReading) -> ids.UsccCheck:
    """Return the code of a cell, also where other words stand beside it."""
    checked = ids.check_uscc(reading.value or reading.raw)
    inside = [] if checked.ok else ids.find_uscc(reading.raw)
    return ids.check_uscc(inside[0]) if len(inside) == 1 else checked


@check("IDN02", Contacts)
def contact_format(view: View, params: Contacts) -> Iterator[Outcome]:
    """Answer for each field whether what stands in it can be a number or address of its kind."""
    for key in params.fields:
        yield _contact(view, view.program.field(key))


def _contact(view: View, spec: FieldSpec) -> Outcome:
    try:
        view.filled(spec.key)
    except NotFoundError as missing:  # the other fields are looked at all the same
        return unchecked(missing)
    readings = [r for r in view.readings(spec.key) if r.state == "filled"]
    judged = [(_form(spec.kind, r), r) for r in readings]
    worst = min((f for f, _ in judged), key=lambda f: WORST_FIRST.index(f.status))
    those = [r for form, r in judged if form == worst]
    values = {
        "field": view.label(spec),
        "value": clean(those[0].raw or those[0].value),
        "digits": str(sum(ch.isdigit() for ch in those[0].raw)),
        "file": those[0].evidence.place.file,
    }
    misread = worst.status == "fail" and view.scanned(*those)
    return Outcome(
        "review" if misread else worst.status, worst.key, view.label(spec), values, spec.key,
        tuple(r.evidence for r in those), doubt="IDN.doubt_scan" if misread else "",
        floor=LETTERS_FLOOR if spec.kind == "email" and worst.status == "pass" else CERTAIN,
    )  # fmt: skip


def _form(kind: FieldKind, reading: FieldReading) -> Form:
    text = reading.raw or reading.value
    if clean(text) in NONE_WORDS:
        return Form("review", "IDN02.none_given")
    judge = _BY_KIND.get(kind)
    return judge(text) if judge else Form("review", "IDN02.no_form")


def _phone(text: str) -> Form:
    found = ids.check_phone(text)
    if found.ok:
        return Form("pass", "IDN02.good")
    if found.plausible:
        return Form("review", "IDN02.no_area_code")
    if found.reason == "length" and found.kind == "mobile" and not found.numbers:
        return Form("fail", "IDN02.mobile_length")
    return Form("review", "IDN02.phone_unusual")


def _email(text: str) -> Form:
    found = ids.check_email(text)
    if found.ok:
        return Form("pass", "IDN02.good")
    if found.reason == "no_at" and "@" not in to_half_width(text):
        return Form("fail", "IDN02.email_no_at")
    return Form("review", "IDN02.email_unusual")


def _postcode(text: str) -> Form:
    found = ids.check_postcode(text)
    if found.ok:
        return Form("pass", "IDN02.good")
    if found.reason in ("length", "character"):
        return Form("fail", "IDN02.postcode_length")
    return Form("review", "IDN02.postcode_unusual")


_BY_KIND: dict[FieldKind, Callable[[str], Form]] = {
    "phone": _phone,
    "email": _email,
    "postcode": _postcode,
}
