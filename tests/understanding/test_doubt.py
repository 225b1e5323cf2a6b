"""What a recogniser says of names, codes and amounts needs a second source."""

from decimal import Decimal

import pytest

from doccheck.model.document import Document, Page, Paragraph
from doccheck.model.dossier import Dossier, FieldReading, StatementItem
from doccheck.model.places import ASSERTED, CERTAIN, UNCONFIRMED, Box, Evidence, Place
from doccheck.understanding.doubt import DOUBTFUL, with_doubt

SCAN, NATIVE = "扫描.pdf", "原件.pdf"
CODE = "91350100M000100Y43"  # the standard's own example

PART_OF = {"current_assets": "total_assets", "noncurrent_assets": "total_assets"}


def place(file: str, page: int = 1) -> Place:
    return Place(file, page, Box(0, 0, 10, 10))


def reading(
    key: str, value: str, file: str = SCAN, document: str = "d1", year: int | None = None,
    number: str = "",
) -> FieldReading:  # fmt: skip
    return FieldReading(
        key, document, "", "filled", Evidence(place(file), value), year, value, value,
        Decimal(number) if number else None, Decimal(1) if number else None,
    )  # fmt: skip


def item(name: str, value: str, document: str = "d9", file: str = SCAN) -> StatementItem:
    figure = Decimal(value)
    return StatementItem(
        document, name, name, 2023, figure, Decimal("0.01"), value, Evidence(place(file), value),
        part_of=PART_OF.get(name, ""),
    )  # fmt: skip


def dossier(*readings: FieldReading, items: tuple[StatementItem, ...] = ()) -> Dossier:
    read = Paragraph("文", place(SCAN), confidence=UNCONFIRMED)
    scan = Document(SCAN, "pdf", (read,), (Page(1, 595, 842, "scan", recognised=True),))
    native = Document(NATIVE, "pdf", (), (Page(1, 595, 842),))
    return Dossier((), (scan, native), (), readings, statement_items=items)


def first(*readings: FieldReading, items: tuple[StatementItem, ...] = ()) -> Evidence:
    return with_doubt(dossier(*readings, items=items), None).readings[0].evidence


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("enterprise_name", "江苏翰辉有限公司"),
        ("legal_representative", "沈建国"),
        ("uscc", CODE),
        ("email", "zlb542@mail-zb.cn"),
    ],
)
def test_alone_it_is_in_doubt(key: str, value: str) -> None:
    evidence = first(reading(key, value))
    assert evidence.via == "ocr"
    assert evidence.confidence == DOUBTFUL < CERTAIN
    assert evidence.note


@pytest.mark.parametrize(
    ("key", "value", "sure"),
    [
        ("enterprise_name", "江苏翰辉有限公司", ASSERTED),
        ("legal_representative", "沈建国", 1.0),
        ("uscc", CODE, 1.0),
        ("email", "zlb542@mail-zb.cn", ASSERTED),
    ],
)
def test_an_equal_native_reading_confirms(key: str, value: str, sure: float) -> None:
    assert first(reading(key, value), reading(key, value, NATIVE, "d2")).confidence == sure


def test_two_scans_confirm_an_enterprise_but_no_person() -> None:
    name = "江苏翰辉有限公司"
    twice = first(reading("enterprise_name", name), reading("enterprise_name", name, document="d2"))
    assert twice.confidence == ASSERTED
    person = first(
        reading("legal_representative", "赞明"),
        reading("legal_representative", "赞明", document="d2"),
    )
    assert person.confidence == DOUBTFUL


def test_two_scans_of_an_address_may_take_the_same_l_for_a_1() -> None:
    twice = [reading("email", "z1b542@mail-zb.cn", document=d) for d in ("d1", "d2")]
    assert first(*twice).confidence == DOUBTFUL


@pytest.mark.parametrize(
    ("key", "value"), [("contact_phone", "15824☑35997"), ("industry", "食□品制造业")]
)
def test_a_character_taken_for_a_tick_box_leaves_the_value_in_doubt(key: str, value: str) -> None:
    assert first(reading(key, value)).confidence == DOUBTFUL
    assert first(reading(key, value.replace("☑", "8").replace("□", ""))).confidence >= CERTAIN


def test_the_same_document_twice_is_one_witness() -> None:
    name = "江苏翰辉有限公司"
    twice = first(reading("enterprise_name", name), reading("enterprise_name", name))
    assert twice.confidence == DOUBTFUL


def test_a_code_with_a_wrong_check_digit_is_never_confirmed() -> None:
    wrong = CODE[:-1] + "5"
    assert first(reading("uscc", wrong), reading("uscc", wrong, NATIVE, "d2")).confidence < CERTAIN


def test_native_readings_stay_as_they_are() -> None:
    evidence = first(reading("enterprise_name", "江苏翰辉有限公司", NATIVE), reading("uscc", CODE))
    assert (evidence.via, evidence.confidence) == ("native", 1.0)


def test_nothing_changes_without_recognised_pages() -> None:
    plain = Dossier((), (), (), (reading("uscc", CODE, NATIVE),))
    assert with_doubt(plain, None) is plain


def test_figures_of_a_sum_that_holds_are_confirmed() -> None:
    held = (
        item("total_assets", "300.00"), item("current_assets", "100.00"),
        item("noncurrent_assets", "200.00"), item("revenue", "500.00"),
    )  # fmt: skip
    judged = with_doubt(dossier(reading("x", "y"), items=held), None).statement_items
    sure = {i.name: i.evidence.confidence for i in judged}
    assert sure["total_assets"] == sure["current_assets"] == ASSERTED
    assert sure["revenue"] == DOUBTFUL


def test_figures_of_a_broken_sum_stay_in_doubt() -> None:
    broken = (
        item("total_assets", "300.00"), item("current_assets", "100.00"),
        item("noncurrent_assets", "209.00"),
    )  # fmt: skip
    judged = with_doubt(dossier(reading("x", "y"), items=broken), None).statement_items
    assert {i.evidence.confidence for i in judged} == {DOUBTFUL}
