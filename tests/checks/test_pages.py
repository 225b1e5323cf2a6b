"""FMT01: paper."""

import dataclasses

import pytest

from doccheck.model.document import Document

from .dossiers import Paper, ask, one, pdf, said, view

A4, LETTER, A3 = (595.3, 841.9), (612.0, 792.0), (841.9, 1190.6)


def sheets(document: Document, key: str = "form") -> list[str]:
    return [a.status for a in ask("FMT01", view(Paper(key, document.file), physical=(document,)))]


def test_a4_upright_or_across_passes() -> None:
    assert sheets(pdf("a.pdf", A4, A4[::-1], (590, 845))) == ["pass"]


@pytest.mark.parametrize("size", [LETTER, A3])
def test_another_size_fails_and_the_page_is_named(size: tuple[float, float]) -> None:
    document = pdf("a.pdf", A4, size)
    answer = one("FMT01", view(Paper("form", "a.pdf"), physical=(document,)))
    assert (answer.status, answer.evidence[0].place.page) == ("fail", 2)
    assert "mm" in said(answer)


def test_the_paper_of_a_word_file() -> None:
    word = Document("a.docx", "docx", (), paper=(A4, A3))
    assert sheets(word) == ["fail"]
    assert sheets(dataclasses.replace(word, paper=(A4,))) == ["pass"]


def test_the_size_of_a_scan_may_be_the_scanners() -> None:
    assert sheets(pdf("a.pdf", LETTER, scan=True)) == ["review"]


def test_photographs_and_copies_of_certificates_have_no_paper() -> None:
    photo = dataclasses.replace(pdf("a.jpg", LETTER), file_format="image")
    assert sheets(photo) == ["not_checked"]
    assert sheets(pdf("a.pdf", LETTER), "evidence") == ["not_checked"]


def photographed(*sizes: tuple[float, float], scans: int = 0) -> Document:
    """A PDF file of photos of sheets, after so many pages that are scans."""
    document = pdf("a.pdf", *sizes, scan=True)
    pages = (dataclasses.replace(p, cut_out=p.number > scans) for p in document.pages)
    return dataclasses.replace(document, pages=tuple(pages))


def test_a_sheet_in_a_photo_has_no_size_to_judge() -> None:
    assert sheets(photographed(LETTER, A3)) == ["not_checked"]
    assert sheets(photographed(A4, LETTER, scans=1)) == ["pass"]


def test_the_photos_beside_a_scan_of_another_size_do_not_hide_it() -> None:
    document = photographed(A3, LETTER, scans=1)
    answer = one("FMT01", view(Paper("form", "a.pdf"), physical=(document,)))
    assert (answer.status, [e.place.page for e in answer.evidence]) == ("review", [1])
