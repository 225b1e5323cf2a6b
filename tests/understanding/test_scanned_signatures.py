"""Signatures on scans: told from print, chops and the remains of seals; missing only for certain."""

import pytest

from doccheck.extractors.ocr.reading import PageReading, from_json, to_json
from doccheck.model.document import Paragraph
from doccheck.model.dossier import LogicalDocument
from doccheck.model.places import Box, Place
from doccheck.model.seen import PageMarks, Seal, Stroke
from doccheck.understanding.marks import read_marks
from doccheck.understanding.scanned_signatures import names_someone

FILE = "承诺书.pdf"
MM = 72 / 25.4


def place(x, y, wide, high, page=1):
    """A place so many millimetres from the page's top left corner."""
    return Place(FILE, page, Box(x * MM, y * MM, (x + wide) * MM, (y + high) * MM))


SIGN = ("法定代表人（签字）：", place(60, 150, 45, 5))
SEAL = ("申报单位（盖章）：", place(60, 180, 40, 5))
DAY = ("    年  月  日", place(60, 195, 40, 5))
NOBODY = Paragraph("以上承诺真实有效，如有不实愿意承担法律责任和后果。", place(30, 100, 150, 5))


def marks(*strokes, labels=(SIGN, SEAL), seals=(), bare=()):
    lines = [Paragraph(text, where, confidence=0.96) for text, where in labels]
    seen = PageMarks(seals, tuple(Stroke(p, kind) for kind, p in strokes), bare=bare)
    document = LogicalDocument(
        "d1", FILE, "commitment_letter", "letter", blocks=(NOBODY, *lines), text_source="ocr",
        seen=seen,
    )  # fmt: skip
    return {m.kind: m for m in read_marks(document)}


def signature(*strokes, **more):
    found = marks(*strokes, **more)["signature"]
    return found.state, found.evidence.certain


def ink(x, y, wide, high):
    return "ink", place(x, y, wide, high)


def test_strokes_on_the_line_of_a_label_are_a_signature():
    assert signature(ink(110, 147, 28, 11)) == ("present", True)


def test_bits_of_ink_within_a_seal_may_be_its_words():
    seal = Seal(place(95, 130, 42, 42), True, 0.96)
    bits = (ink(104, 146, 5, 5), ink(111, 149, 5, 4), ink(118, 147, 5, 6))
    assert signature(*bits, seals=(seal,)) == ("present", False)
    assert signature(ink(104, 144, 26, 11), seals=(seal,)) == ("present", True)


def test_ink_no_wider_than_a_chop_is_for_a_person_on_a_copy_in_pure_black_and_white():
    bare = (Place(FILE, 1),)
    assert signature(ink(110, 147, 19, 11), bare=bare) == ("present", False)
    assert signature(ink(110, 147, 28, 11), bare=bare) == ("present", True)


def undated(*strokes, last="申报单位（盖章）："):
    found = marks(*strokes, labels=(SIGN, (last, place(60, 180, 40, 5))))["date"]
    return found.state, found.evidence.certain


def test_a_letter_without_any_day_on_a_page_read_wholly_is_undated():
    assert undated() == ("absent", True)
    assert undated(("red", place(60, 175, 38, 38))) == ("absent", True)


@pytest.mark.parametrize("bit", ["月26日", "日期：", "2023."])
def test_where_bits_of_a_day_were_read_it_is_not_called_undated(bit):
    assert undated(last=bit) == ("absent", False)


def test_where_ink_was_not_read_a_letter_is_not_called_undated():
    assert undated(ink(120, 200, 30, 6)) == ("absent", False)


def test_signs_written_apart_are_one_signature():
    assert signature(ink(110, 146, 10, 13), ink(126, 146, 9, 13)) == ("present", True)


@pytest.mark.parametrize("stroke", [
    ink(112, 143, 18, 19),  # a square chop on a grey copy
    ink(100, 125, 31, 26),  # what is left of a seal on a grey copy
    ink(110, 151, 3, 2),  # a speck
])  # fmt: skip
def test_other_ink_is_for_a_person(stroke):
    assert signature(stroke) == ("present", False)


@pytest.mark.parametrize(("label", "someone"), [
    ("法定代表人（签字）：李建国", True),
    ("法定代表人（签字）：李建国 申报单位（盖章）：", True),
    ("法定代表人签名 王芳", True),
    ("法定代表人（签字）：        申报单位（盖章）：", False),
    ("法定代表人（签字）：______", False),
    ("法定代表人签字： 日期：2023年5月8日", False),
    ("法定代表人或授权代表签字：", False),
])  # fmt: skip
def test_a_name_behind_the_label_is_seen_also_before_the_next_label(label, someone):
    assert names_someone(label) is someone


def test_a_name_read_as_text_is_for_a_person():
    named = ("法定代表人（签字）：李建国 申报单位（盖章）：", place(60, 150, 120, 5))
    assert signature(labels=(named,)) == ("present", False)


@pytest.mark.parametrize("junk", ["北双", "4X1", "刘"])
def test_words_that_nobody_prints_there_leave_a_place_unclear(junk):
    assert signature(labels=(SIGN, SEAL, (junk, place(115, 149, 12, 8))))[0] == "unclear"


def test_print_that_belongs_there_does_not():
    labels = (SIGN, ("单位（盖章）：", place(125, 150, 30, 5)))
    assert signature(labels=labels)[0] == "absent"


def test_red_ink_where_one_signs_leaves_a_place_unclear():
    assert signature(("red", place(112, 144, 18, 18)))[0] == "unclear"


def test_a_seal_on_the_labels_own_words_hides_no_signature_behind_it():
    assert signature(("red", place(50, 130, 38, 38)))[0] == "absent"
    both = ("法定代表人（签字）：      单位（盖章）：", place(60, 150, 120, 5))
    assert signature(("red", place(70, 130, 38, 38)), labels=(both,))[0] == "unclear"


def test_red_ink_elsewhere_does_not():
    assert signature(("red", place(60, 175, 38, 38)))[0] == "absent"


def test_a_signature_hides_no_seal():
    found = marks(ink(110, 147, 28, 11))["seal"]
    assert (found.state, found.evidence.via) == ("absent", "pixels")


@pytest.mark.parametrize("stroke", [ink(110, 172, 14, 14), ink(190, 60, 15, 40)])
def test_ink_that_may_be_part_of_a_seal_does(stroke):
    assert marks(stroke)["seal"].state == "unclear"


def test_a_seals_half_at_the_pages_side_is_no_signature_that_hides_none():
    assert marks(ink(190, 146, 17, 17))["seal"].state == "unclear"


def test_on_a_copy_in_pure_black_and_white_no_seal_is_called_missing():
    bare = (Place(FILE, 1),)
    assert marks(bare=bare)["seal"].state == "unclear"
    assert marks(bare=(Place(FILE, 2),))["seal"].state == "absent"
    assert marks(bare=bare)["signature"].state == "absent"


def test_a_blank_day_under_a_red_seal_is_blank():
    seal = Seal(place(55, 170, 40, 40), True, 0.96)
    red = ("red", place(55, 170, 40, 40))
    found = marks(red, labels=(SEAL, DAY), seals=(seal,))["date"]
    assert (found.state, found.evidence.via) == ("absent", "pixels")
    written = marks(red, ink(75, 194, 6, 5), labels=(SEAL, DAY), seals=(seal,))["date"]
    assert written.state == "unclear"


def test_pages_in_pure_black_and_white_are_kept_in_the_cache():
    reading = PageReading(100.0, 100.0, marks=PageMarks(bare=(Place(""),)))
    assert from_json(to_json(reading)) == reading
