"""FMT04: hidden text fails where nobody hides by accident, is for a person elsewhere."""

import dataclasses

import pytest

from doccheck.checks.view import View
from doccheck.model.document import Block, Document, Paragraph
from doccheck.model.places import Place
from doccheck.model.unseen_text import Concealment, UnseenText

from .dossiers import PROGRAM, Paper, ask, one, said, view

STUFFED = "国家级质量标杆示范企业行业第一"


def seen(how: Concealment, text: str = STUFFED, sure: bool = True, key: str = "report") -> View:
    name = f"{key}.docx"
    hidden = UnseenText(text, Place(name, anchor="paragraph[3]"), how, sure, 3)
    return view(Paper(key), physical=(Document(name, "docx", (), unseen=(hidden,)),))


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("ink", "fail"), ("tiny", "fail"), ("invisible", "fail"),
        ("vanish", "review"), ("covered", "review"), ("outside", "review"),
    ],
)  # fmt: skip
def test_each_way_of_hiding(how: Concealment, status: str) -> None:
    outcome = one("FMT04", seen(how))
    assert outcome.status == status
    assert "15字" in said(outcome)
    assert STUFFED in said(outcome)
    assert outcome.evidence[0].place.anchor == "paragraph[3]"


def test_what_is_not_sure_is_for_a_person() -> None:
    assert one("FMT04", seen("ink", sure=False)).status == "review"


@pytest.mark.parametrize("text", ["附件1（略）", "——————————————————", "Powered by TCPDF"])
def test_leftovers_are_no_hidden_text(text: str) -> None:
    assert one("FMT04", seen("ink", text)).status == "pass"


def test_other_peoples_papers_are_not_judged() -> None:
    assert one("FMT04", seen("ink", key="audit")).status == "pass"


def test_without_any_text_nothing_is_said() -> None:
    picture = view(Paper("report"), physical=(Document("a.jpg", "image", ()),))
    assert one("FMT04", picture).status == "not_checked"


def test_a_page_is_told_by_its_number() -> None:
    hidden = UnseenText(STUFFED, Place("report.pdf", 7), "ink")
    file = Document("report.pdf", "pdf", (), unseen=(hidden,))
    outcome = one("FMT04", view(Paper("report", "report.pdf"), physical=(file,)))
    assert "第7页" in said(outcome)


def test_a_length_that_hangs_on_hidden_text_is_for_a_person() -> None:
    blocks: tuple[Block, ...] = (Paragraph("实" * 95, Place("report.docx", anchor="paragraph[0]")),)
    hidden = UnseenText(STUFFED, Place("report.docx", anchor="paragraph[1]"), "ink", block=1)
    base = view(Paper("report", sections=(("practice", "实" * 95),)))
    section = dataclasses.replace(base.dossier.sections[0], blocks=blocks)
    file = Document("report.docx", "docx", blocks, unseen=(hidden,))
    dossier = dataclasses.replace(base.dossier, sections=(section,), physical=(file,))
    asked = dataclasses.replace(base, dossier=dossier, program=PROGRAM)
    outcome = one("LEN02", asked, limit=100, section="practice")
    assert outcome.status == "review"
    assert outcome.doubt == "LEN.doubt_unseen"
    assert (outcome.values["words"], outcome.values["with_unseen"]) == ("95", "110")
    assert ask("LEN02", asked, limit=90, section="practice")[0].status == "pass"
