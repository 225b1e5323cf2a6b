"""Which recognised pages are searched a second time."""

from dataclasses import replace

from doccheck.model.document import Document, Page
from doccheck.model.dossier import Dossier, FieldReading, LogicalDocument
from doccheck.model.places import Box, Evidence, Place
from doccheck.programs.loader import load_program
from doccheck.understanding.gaps import FIRST_PAGES, MOST_PAGES, gaps

PROGRAM = load_program("changzhou-lean-2023")
REQUIRED = [f for f in PROGRAM.fields if f.required]
SPEC = REQUIRED[0]
FORM = SPEC.documents[0]
FILE = "装订本.pdf"


def reading(key: str, state: str, page: int = 3) -> FieldReading:
    evidence = Evidence(Place(FILE, page, Box(0, 0, 9, 9)), via="ocr", confidence=0.9)
    return FieldReading(key, "d1", "", state, evidence)  # type: ignore[arg-type]


def dossier(*readings: FieldReading, pages: int = 9, **how: bool) -> Dossier:
    """A bound scan that holds the programme's form; all other required fields are filled."""
    own = {r.key for r in readings}
    others = [reading(f.key, "filled") for f in REQUIRED if f.key not in own and f.key != SPEC.key]
    told = {"recognised": True, **how}
    physical = Document(
        FILE, "pdf", (), tuple(Page(n, 595, 842, "scan", **told) for n in range(1, pages + 1))
    )
    form = LogicalDocument("d1", FILE, "application_form", FORM, pages=(3, 8), text_source="ocr")
    return Dossier((), (physical,), (form,), (*readings, *others))


def test_a_field_whose_value_could_not_be_told_is_sought_on_its_page() -> None:
    assert gaps(dossier(reading(SPEC.key, "unclear", 5)), PROGRAM) == ((FILE, 5),)


def test_a_field_without_a_label_is_sought_on_the_documents_first_pages() -> None:
    found = gaps(dossier(), PROGRAM)
    assert found == tuple((FILE, page) for page in range(3, 3 + FIRST_PAGES))


def test_a_field_that_is_filled_or_surely_empty_is_no_gap() -> None:
    assert gaps(dossier(reading(SPEC.key, "filled")), PROGRAM) == ()
    assert gaps(dossier(reading(SPEC.key, "blank")), PROGRAM) == ()


def test_digital_pages_and_pages_searched_twice_are_left() -> None:
    unclear = reading(SPEC.key, "unclear", 5)
    assert gaps(dossier(unclear, recognised=False), PROGRAM) == ()
    assert gaps(dossier(unclear, read_again=True), PROGRAM) == ()


def test_the_pages_are_few() -> None:
    unclear = [reading(f.key, "unclear", n) for n, f in enumerate(REQUIRED, 1)]
    many = replace(dossier(*unclear, pages=99))
    assert len(gaps(many, PROGRAM)) <= MOST_PAGES
