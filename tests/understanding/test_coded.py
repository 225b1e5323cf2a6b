"""A licence's QR code settles what a recogniser may confuse in the credit code."""

from doccheck.model.dossier import FieldReading, LogicalDocument
from doccheck.model.places import ASSERTED, Box, Evidence, Place
from doccheck.model.seen import Code, PageMarks
from doccheck.text import ids
from doccheck.understanding.coded import with_codes

RIGHT = next(
    code for end in "0123456789ABCDEFGHJKLMNPQRTUWXY"
    if ids.check_uscc(code := f"91430100MA4L6X7K2{end}").ok
)  # fmt: skip
MISREAD = RIGHT.replace("8", "B") if "8" in RIGHT else RIGHT[:-2] + "00"
PLACE = Place("执照.jpg", 1, Box(600, 60, 680, 140))


def licence(*texts, kind="business_licence"):
    seen = PageMarks(codes=tuple(Code(PLACE, text) for text in texts))
    return LogicalDocument("d1", "执照.jpg", kind, text_source="ocr", seen=seen)


def read(value):
    evidence = Evidence(Place("执照.jpg", 1), value, "ocr", 0.9, "有疑", "d1")
    return FieldReading("uscc", "d1", "统一社会信用代码", "filled", evidence, value=value)


URL = f"http://www.gsxt.gov.cn/index.html?uniscid={RIGHT}"


def test_a_code_that_agrees_makes_the_reading_sure():
    [reading] = with_codes([read(RIGHT)], [licence(URL)])
    assert (reading.evidence.confidence, reading.evidence.note) == (ASSERTED, "")


def test_a_misread_code_gives_way_to_the_qr_code():
    [reading] = with_codes([read(MISREAD)], [licence(URL)])
    assert (reading.value, reading.evidence.via, reading.evidence.place) == (RIGHT, "qr", PLACE)


def test_a_code_that_was_not_read_is_taken_from_the_qr_code():
    [reading] = with_codes([], [licence(URL)])
    assert reading.value == RIGHT


def test_other_links_wrong_digits_and_other_papers_change_nothing():
    wrong = URL[:-1] + ("0" if URL[-1] != "0" else "1")
    for paper in (licence("https://example.com"), licence(wrong), licence(URL, kind="evidence")):
        assert with_codes([read(MISREAD)], [paper]) == [read(MISREAD)]
